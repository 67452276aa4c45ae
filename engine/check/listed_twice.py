"""A card, a character or an ending is listed once."""

from collections.abc import Iterator

from engine.diagnostics import Diagnostic
from engine.model import Scenario
from engine.reader import Loaded
from engine.words import tr


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    lists = {
        "cast": [member.character for member in scenario.cast],
        "projects": [card.id for card in scenario.projects],
        "situations": [card.id for card in scenario.situations],
        "debates": [card.id for card in scenario.debates],
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
