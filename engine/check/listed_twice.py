"""An ending or a panel has its own name; cards listed twice are told by the reader."""

from collections.abc import Iterator

from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic
from engine.language import tr


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    lists = {
        "endings": [ending.id for ending in scenario.endings],
        "briefing": [panel.id for panel in scenario.briefing],
    }
    for key, ids in lists.items():
        for place, name in enumerate(ids):
            if name in ids[:place]:
                yield Diagnostic.at(
                    loaded.where(key, place),
                    "listed-twice",
                    tr("« {name} » est deux fois dans « {key} »", name=name, key=key),
                )
