"""Where each thing of a neighbourhood stands, in units of the drawing, at any proportions."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from engine.look.things import THINGS, Neighbourhood, Row, Shown

_LEAST = 284
"""Units of height under which a house would not stand."""
_ROOMY = 12
"""Units between one thing and the next, where there is room."""
_FLOOD = 12
"""Units above the yard that the highest water comes to: over what stands there, at nobody's feet."""
_ROWS: tuple[Row, ...] = ("house", "room", "along", "yard", "water")
"""From the farthest to the nearest."""


class Ground(NamedTuple):
    """Units of the picture, and how far above its foot each row stands."""

    w: int
    h: int
    street: int
    room: int
    yard: int
    edge: int


class Spot(NamedTuple):
    """A thing's rectangle, in units from the upper left of the picture."""

    x: float
    y: float
    w: float
    h: float


def ground_of(seen: Neighbourhood, wide: float, high: float) -> Ground:
    """As many units as all rows need, and more where the picture is wide or high."""
    widest = max((sum(w + _ROOMY for w in _widths(seen, row)) for row in _ROWS), default=0)
    unit = min(high / _LEAST, wide / max(widest, 700))
    w, h = round(wide / unit), max(round(high / unit), _LEAST)
    more = h - _LEAST
    return Ground(
        w, h, 62 + more * 30 // 100, 54 + more * 24 // 100, 34 + more * 13 // 100, 24 + more * 6 // 100
    )


def _widths(seen: Neighbourhood, row: Row) -> list[int]:
    return [THINGS[one.kind].w for one in seen.things if THINGS[one.kind].row == row]


def spots(seen: Neighbourhood, ground: Ground) -> Iterator[tuple[Shown, Spot]]:
    """Each thing and its rectangle, from the farthest to the nearest. A thing keeps its place whatever
    becomes of the others: room is kept for those that are absent."""
    for row in _ROWS:
        here = _mixed([one for one in seen.things if THINGS[one.kind].row == row])
        foot = _foot(row, ground)
        for one, x in zip(here, _across([THINGS[one.kind].w for one in here], ground.w), strict=True):
            thing = THINGS[one.kind]
            high = {"dyke": foot + 20, "river": ground.yard + _FLOOD}.get(one.kind, thing.h)
            base = 0 if row == "water" else foot
            spot = Spot(x, ground.h - base - high, thing.w or ground.w, high)
            if one.state != "absent":
                yield one, spot


def _foot(row: Row, ground: Ground) -> int:
    """How far above the picture's foot a row stands."""
    feet = {"house": ground.street, "room": ground.room, "yard": ground.yard, "along": ground.yard + _FLOOD}
    return feet.get(row, ground.edge)


def _mixed(things: Sequence[Shown]) -> list[Shown]:
    """What shows gauges, spread among the rest."""
    gauges = [one for one in things if one.id.startswith("gauge")]
    others = [one for one in things if not one.id.startswith("gauge")]
    places = [((i + 0.5) / len(group), one) for group in (gauges, others) for i, one in enumerate(group)]
    return [one for _, one in sorted(places, key=lambda entry: entry[0])]


def _across(widths: Sequence[int], whole: int) -> list[float]:
    """Where each starts, spread evenly; those of no width take all of it."""
    if not any(widths):
        return [0.0] * len(widths)
    gap = (whole - sum(widths)) / (len(widths) + 1)
    starts = accumulate((w + gap for w in widths[:-1]), initial=gap)
    return list(starts)
