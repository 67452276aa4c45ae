"""An ending or a panel has its own name, and so has a room, a time, a group, a corner, a part of the ground
or a public; an hour is kept, and an hour or some ground taken, once. Cards listed twice are told by the
reader."""

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
    yield from _of_devices(loaded, scenario)


def _of_devices(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """Groups, corners, publics, rooms, times and ground by their ids, the rest by names."""
    for key, several in _lists(scenario):
        for place, (path, name) in enumerate(several):
            if name in [other for _, other in several[:place]]:
                yield Diagnostic.at(
                    loaded.where(*path),
                    "listed-twice",
                    tr("« {name} » est deux fois dans « {key} »", name=name, key=key),
                )


def _lists(scenario: Scenario) -> Iterator[tuple[str, list[tuple[Path, str]]]]:
    """The key of a list, and where each of its names stands."""
    for i, card in enumerate(scenario.projects):
        yield "occupies", [(("projects", i, "occupies", j), hour) for j, hour in enumerate(card.occupies)]
        if card.works is not None:
            taken = enumerate(card.works.ground)
            yield "ground", [(("projects", i, "works", "ground", j), part) for j, part in taken]
        if card.softens is not None:
            softened = enumerate(card.softens.works)
            yield "works", [(("projects", i, "softens", "works", j), other) for j, other in softened]
    grounds = scenario.sites.grounds if scenario.sites is not None else ()
    yield "grounds", [(("sites", "grounds", j, "id"), part.id) for j, part in enumerate(grounds)]
    several = scenario.groups.these if scenario.groups is not None else ()
    yield "these", [(("groups", "these", j, "id"), group.id) for j, group in enumerate(several)]
    corners = scenario.corners.these if scenario.corners is not None else ()
    yield "these", [(("corners", "these", j, "id"), corner.id) for j, corner in enumerate(corners)]
    if scenario.ballot is not None:
        voters, ways = enumerate(scenario.ballot.publics), enumerate(scenario.ballot.methods)
        yield "publics", [(("ballot", "publics", j, "id"), public.id) for j, public in voters]
        yield "methods", [(("ballot", "methods", j), method) for j, method in ways]
    week = scenario.timetable
    if week is None:
        return
    yield "rooms", [(("timetable", "rooms", j, "id"), room.id) for j, room in enumerate(week.rooms)]
    yield "times", [(("timetable", "times", j, "id"), time.id) for j, time in enumerate(week.times)]
    hours = [(i, j, hour) for i, one in enumerate(week.kept) for j, hour in enumerate(one.hours)]
    yield "kept", [(("timetable", "kept", i, "hours", j), hour) for i, j, hour in hours]
