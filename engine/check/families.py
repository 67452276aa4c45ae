"""Effects on a family that nobody in the cast belongs to: nothing would happen."""

from collections.abc import Iterable, Iterator

from engine.content.model import FAMILIES, Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic, Mark, named
from engine.language import tr

WHOLE = True


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    asleep = scenario.groups.asleep if scenario.groups is not None else None
    here = sorted({card.family for card in scenario.characters.values()})
    for kind in ("projects", "situations"):
        for i, card in enumerate(getattr(scenario, kind)):
            for j, effect in enumerate(card.effects):
                said = effect.model_dump(by_alias=True)
                for key in ("who", "of", "in"):
                    family = said.get(key)
                    if family in FAMILIES and family not in here:
                        yield _empty(loaded.where(kind, i, "effects", j, key), family, here)
    for key, family in (("of", asleep.of), ("in", asleep.toward)) if asleep is not None else ():
        if family in FAMILIES and family not in here:
            yield _empty(loaded.where("groups", "asleep", key), family, here)


def _empty(mark: Mark, family: str, here: Iterable[str]) -> Diagnostic:
    return Diagnostic.at(
        mark,
        "family-empty",
        tr("personne dans la distribution n’est de la famille « {family} »", family=family),
        expected=named(here),
    )
