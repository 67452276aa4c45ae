"""Things that a room could not tell apart: two of one name, two gauges that look the same."""

from collections.abc import Iterator

from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic
from engine.language import tr

Path = tuple[str | int, ...]


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    for named in _named(scenario):
        first: dict[str, str] = {}
        for path, owner, name in named:
            other = first.setdefault(" ".join(name.lower().split()), owner)
            if other != owner:
                yield Diagnostic.at(
                    loaded.where(*path),
                    "same-name",
                    tr("« {name} » est aussi le nom de « {other} »", name=name, other=other),
                )
    looks: dict[tuple[str, str], str] = {}
    for key, gauge in scenario.indicators.items():
        other = looks.setdefault((gauge.pictogram, gauge.colour), key)
        if other != key:
            yield Diagnostic.at(
                loaded.where_key("indicators", key),
                "same-look",
                tr("« {key} » a le dessin et la couleur de « {other} »", key=key, other=other),
                severity="advice",
            )


def _named(scenario: Scenario) -> Iterator[list[tuple[Path, str, str]]]:
    """Lists of (where, whose, name) in which no two may be alike."""
    people = scenario.characters.items()
    yield [(("characters", key, "name"), key, card.name) for key, card in people]
    yield [(("characters", key, "short"), key, card.short) for key, card in people]
    yield [(("indicators", k, "title", "fr"), k, gauge.title.fr) for k, gauge in scenario.indicators.items()]
    several = enumerate(scenario.groups.these if scenario.groups is not None else ())
    yield [(("groups", "these", i, "title", "fr"), group.id, group.title.fr) for i, group in several]
    grounds = enumerate(scenario.sites.grounds if scenario.sites is not None else ())
    yield [(("sites", "grounds", i, "title", "fr"), part.id, part.title.fr) for i, part in grounds]
    corners = enumerate(scenario.corners.these if scenario.corners is not None else ())
    yield [(("corners", "these", i, "title", "fr"), corner.id, corner.title.fr) for i, corner in corners]
    publics = enumerate(scenario.ballot.publics if scenario.ballot is not None else ())
    yield [(("ballot", "publics", i, "title", "fr"), public.id, public.title.fr) for i, public in publics]
    for kind in ("projects", "situations", "endings"):
        cards = enumerate(getattr(scenario, kind))
        yield [((kind, i, "title", "fr"), card.id, card.title.fr) for i, card in cards]
