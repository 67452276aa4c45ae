"""The panels of the briefing that cards refer to."""

from collections.abc import Iterator

from engine.briefing import reading
from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic, named, nearest
from engine.language import tr

KEY = "briefing"


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    used: list[tuple[tuple[str, int], str | None]] = []
    used += [(("projects", i), card.briefing) for i, card in enumerate(scenario.projects)]
    used += [(("situations", i), card.briefing) for i, card in enumerate(scenario.situations)]
    used += [(("debates", i), card.briefing) for i, card in enumerate(scenario.debates)]
    if not any(name for _, name in used):
        return
    known = [panel.id for panel in reading.shipped().panels]
    for path, name in used:
        if name is not None and name not in known:
            yield Diagnostic.at(
                loaded.where(*path, KEY),
                "name-unknown",
                tr("aucun volet « {name} »", name=name),
                expected=named(known),
                hint=nearest(name, known),
            )
