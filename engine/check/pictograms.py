"""Pictograms that were drawn, for those who read little."""

from collections.abc import Iterator

from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic, named, nearest
from engine.language import tr
from engine.look.pictograms import NAMES


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    used: list[tuple[tuple[str | int, ...], str]] = []
    used += [(("indicators", key), indicator.pictogram) for key, indicator in scenario.indicators.items()]
    used += [(("projects", i), card.pictogram) for i, card in enumerate(scenario.projects)]
    used += [(("situations", i), card.pictogram) for i, card in enumerate(scenario.situations)]
    used += [(("baton",), scenario.baton.pictogram)] if scenario.baton is not None else []
    for path, name in used:
        if name not in NAMES:
            yield Diagnostic.at(
                loaded.where(*path, "pictogram"),
                "pictogram-unknown",
                tr("« {name} » n’est pas un pictogramme", name=name),
                expected=named(sorted(NAMES)),
                hint=nearest(name, NAMES),
            )
