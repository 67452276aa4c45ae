"""Pictograms that were drawn, for those who read little."""

from collections.abc import Iterator

from engine.diagnostics import Diagnostic, named, nearest
from engine.model import Scenario
from engine.pictograms import NAMES
from engine.reader import Loaded
from engine.words import tr


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    used: list[tuple[tuple[str | int, ...], str]] = []
    used += [(("indicators", key), indicator.pictogram) for key, indicator in scenario.indicators.items()]
    used += [(("projects", i), card.pictogram) for i, card in enumerate(scenario.projects)]
    used += [(("situations", i), card.pictogram) for i, card in enumerate(scenario.situations)]
    for path, name in used:
        if name not in NAMES:
            yield Diagnostic.at(
                loaded.where(*path, "pictogram"),
                "pictogram-unknown",
                tr("« {name} » n’est pas un pictogramme", name=name),
                expected=named(sorted(NAMES), 60),
                hint=nearest(name, NAMES),
            )
