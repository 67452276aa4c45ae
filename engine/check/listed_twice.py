"""An ending or a panel has its own name, and so has a room or a time; an hour is kept, or taken, once. Cards
listed twice are told by the reader."""

from collections.abc import Iterator

from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic
from engine.language import tr

Path = tuple[str | int, ...]


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
    yield from _of_the_week(loaded, scenario)


def _of_the_week(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """Rooms and times by their ids, hours by their names."""
    week = scenario.timetable
    lists: list[tuple[Path, list[tuple[Path, str]]]] = [
        (("projects", i, "occupies"), [((j,), hour) for j, hour in enumerate(card.occupies)])
        for i, card in enumerate(scenario.projects)
    ]
    if week is not None:
        rooms = [((j, "id"), room.id) for j, room in enumerate(week.rooms)]
        times = [((j, "id"), time.id) for j, time in enumerate(week.times)]
        kept = [
            ((i, "hours", j), hour) for i, one in enumerate(week.kept) for j, hour in enumerate(one.hours)
        ]
        lists += [(("timetable", "rooms"), rooms), (("timetable", "times"), times)]
        lists.append((("timetable", "kept"), kept))
    for path, several in lists:
        for place, (where, name) in enumerate(several):
            if name in [other for _, other in several[:place]]:
                yield Diagnostic.at(
                    loaded.where(*path, *where),
                    "listed-twice",
                    tr("« {name} » est deux fois dans « {key} »", name=name, key=str(path[-1])),
                )
