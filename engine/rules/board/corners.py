"""A room in corners, as tables."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from engine.content.model import Corner, Scenario
from engine.fixed import Ints
from engine.rules.board.codes import ANYWHERE, BRIDGE, CORNERED, INVITED
from engine.rules.board.tables import ints
from engine.rules.board.types import Names, Seat


class Seats(NamedTuple):
    """The fields of a board that corners need."""

    seat: Ints
    corner_member: Ints
    ends: Ints
    bridge_spots: int
    scribe: int
    strip_points: Ints
    arranged: Ints
    felt_arranged: Ints


def corners_there(scenario: Scenario, seats: Mapping[str, Seat] | None = None) -> tuple[Corner, ...]:
    """The corners of a scenario whose member is in play; none where fewer than two are left, for nobody would
    hear anybody."""
    out = seats or {}
    several = scenario.corners.these if scenario.corners is not None else ()
    there = tuple(corner for corner in several if out.get(corner.member) != "out")
    return there if len(there) > 1 else ()


def seats_of(scenario: Scenario, index: Names, corners: tuple[Corner, ...]) -> Seats:
    """Those of a scenario; all empty where the room does not sit in corners. What each feels of a strip whose
    words were changed is for `weighed`."""
    nothing = ints([])
    if scenario.corners is None or not corners:
        return Seats(nothing, nothing, nothing.reshape(0, 2), 0, -1, nothing, nothing, nothing)
    strips, people = scenario.corners.strips, index.characters
    home = {corner.member: k for k, corner in enumerate(corners)}
    guests = set(scenario.corners.guests)
    scribe = scenario.corners.scribe
    return Seats(
        seat=ints([home.get(who, INVITED if who in guests else ANYWHERE) for who in people]),
        corner_member=ints([index.character(corner.member) for corner in corners]),
        ends=_ends(scenario, index, corners),
        bridge_spots=int(any(len(set(p.corners)) > 1 for p in scenario.projects)),
        scribe=index.character(scribe) if scribe in people else -1,
        strip_points=ints([strips.faithful, strips.disowned]),
        arranged=ints([strips.arranged.get(key, 0) for key in index.indicators]),
        felt_arranged=np.zeros(len(people), dtype=np.int64),
    )


def _ends(scenario: Scenario, index: Names, corners: tuple[Corner, ...]) -> Ints:
    """The corner of each project, or the two that it joins; -1 for one that is not there."""
    ids = [corner.id for corner in corners]
    found = np.full((len(index.projects), 2), -1, dtype=np.int64)
    for p, project in enumerate(scenario.projects):
        for k, corner in enumerate(project.corners):
            found[p, k] = ids.index(corner) if corner in ids else -1
    return found


def close_corners(scenario: Scenario, closed: Ints) -> None:
    """Write what keeps the projects of corners, and bridges, from coming to the table by themselves: all of
    them, be their corner there or not."""
    for p, project in enumerate(scenario.projects):
        if project.corners:
            closed[p] = CORNERED if len(project.corners) == 1 else BRIDGE
