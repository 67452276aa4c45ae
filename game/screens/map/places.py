"""Where things stand on the posture map: postures as points, faces making room, names of zones."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine import numbers
from engine.view.types import CharacterView, MapView, PostureView
from game.kit import Fit, Label, Rect

_GAP = 6.0
_INSIDE = 14.0
"""How far inside its zone the middle of a face stays, so that it is seen which one that is."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One face on the map: its disc's centre and radius, the name under it, what it stands for, and the zone
    that it is in."""

    who: CharacterView
    posture: PostureView
    x: float
    y: float
    radius: float
    name_w: float
    name_h: float
    home: Rect

    @property
    def box(self) -> Rect:
        """The disc with its name."""
        half = max(self.radius, self.name_w / 2)
        return Rect(self.x - half, self.y - self.radius, 2 * half, 2 * self.radius + self.name_h + 2.0)


def plot_of(fit: Fit, rect: Rect) -> Rect:
    """Where the zones are, room left for the two axes."""
    line = fit.size(fit.theme.style("label")) * 1.5
    return Rect(rect.x + line + 8.0, rect.y, rect.w - line - 8.0, rect.h - line - 8.0)


def at(plot: Rect, synergy: float, antagonism: float) -> tuple[float, float]:
    """The point of a posture: 1 to 4 both ways, each level a cell, kept inside the plot."""
    x = plot.x + (min(max(synergy, 0.6), 4.4) - 0.5) / 4 * plot.w
    y = plot.bottom - (min(max(antagonism, 0.6), 4.4) - 0.5) / 4 * plot.h
    return x, y


def posture_at(plot: Rect, x: float, y: float) -> tuple[float, float]:
    """The posture of a point, inside [1, 4]."""
    synergy = (x - plot.x) / plot.w * 4 + 0.5
    antagonism = (plot.bottom - y) / plot.h * 4 + 0.5
    return inside(synergy, antagonism)


def inside(synergy: float, antagonism: float) -> tuple[float, float]:
    """A posture brought within the map."""
    least, most = numbers.written(numbers.LOWEST_POSTURE), numbers.written(numbers.HIGHEST_POSTURE)
    return min(max(synergy, least), most), min(max(antagonism, least), most)


def zones_of(plot: Rect, now: MapView) -> list[tuple[Rect, str]]:
    """Each zone with its label, neighbours of one name joined along a row."""
    found = []
    high = (plot.h - 3 * _GAP) / 4
    for row, labels in enumerate(now.grid):
        y = plot.bottom - (row + 1) * high - row * _GAP
        start = 0
        while start < 4:
            end = start
            while end + 1 < 4 and labels[end + 1] == labels[start]:
                end += 1
            x = plot.x + start * (plot.w + _GAP) / 4
            width = (end - start + 1) * (plot.w + _GAP) / 4 - _GAP
            found.append((Rect(x, y, width, high), labels[start]))
            start = end + 1
    return found


def zone_name(now: MapView, label: str) -> Label:
    """What a zone is called."""
    return Label(next((zone.title for zone in now.zones if zone.label == label), label), "label")


def names_among(
    fit: Fit, plot: Rect, now: MapView, spots: list[Spot], marks: Sequence[Rect] = ()
) -> tuple[list[Rect], list[Spot]]:
    """Where the names of the zones stand, clear of faces and of `marks`. Where a zone is too full, its faces
    make room for its name.
    """
    fixed: list[Rect] = []
    while True:
        names: list[Rect] = []
        full: list[Rect] = []
        for zone, label in zones_of(plot, now):
            wanted = zone_name(now, label).measure(fit, zone.w - 36.0)
            name, free = free_spot(zone, wanted.w, wanted.h, [*marks, *(spot.box for spot in spots)])
            names.append(name)
            full += [] if free else [name]
        if not full or len(fixed) > 8:
            return names, spots
        fixed += full
        spots = apart(spots, plot, fixed)


def free_spot(zone: Rect, w: float, h: float, taken: list[Rect]) -> tuple[Rect, bool]:
    """Room for a name of w × h inside a zone that nothing takes, as near to its upper left corner as may be;
    that corner and False where there is none."""
    first = Rect(zone.x + 18.0, zone.y + 12.0, w, h)
    taken = [rect for rect in taken if min(rect.overlap(zone)) > 0]
    if not any(min(first.overlap(rect)) > 0 for rect in taken):
        return first, True
    down, across = max(int((zone.h - h - 18.0) // 8), 0), max(int((zone.w - w - 36.0) // 16), 0)
    found = [first.moved(16.0 * i, 8.0 * j) for j in range(down + 1) for i in range(across + 1)]
    found.sort(key=lambda spot: abs(spot.x - first.x) + 1.5 * abs(spot.y - first.y))
    free = (spot for spot in found if not any(min(spot.overlap(rect)) > 0 for rect in taken))
    spot = next(free, None)
    return (first, False) if spot is None else (spot, True)


def home_of(plot: Rect, now: MapView, x: float, y: float, label: str = "") -> Rect:
    """The zone that a point is in; on an edge, the one that it is said to be in (`label`)."""
    named = [zone for zone, name in zones_of(plot, now) if label in ("", name)]
    return min(named, key=lambda zone: _away(zone, x, y), default=plot)


def _away(zone: Rect, x: float, y: float) -> float:
    """How far a point is from a zone, 0 inside it."""
    return max(zone.x - x, x - zone.right, 0.0) + max(zone.y - y, y - zone.bottom, 0.0)


def apart(spots: list[Spot], plot: Rect, fixed: Sequence[Rect] = ()) -> list[Spot]:
    """The faces moved as little as needed for none to cover another, its name, or what is fixed; each in its
    own zone, unless there are too many of them for it: to stand elsewhere would say what did not happen.
    """
    at_home, clear = _parted(spots, plot, fixed)
    if clear:
        return at_home
    return _parted([replace(spot, home=plot) for spot in spots], plot, fixed)[0]


def _parted(spots: list[Spot], plot: Rect, fixed: Sequence[Rect]) -> tuple[list[Spot], bool]:
    """The faces after they made way for each other, and whether none covers anything any more."""
    spots = list(spots)
    for _ in range(400):
        moved = False
        for i in range(len(spots)):
            for rect in fixed:
                push = _push(spots[i].box, rect)
                if push is not None:
                    spots[i] = _shifted(spots[i], *push, plot)
                    moved = True
            for other in range(i + 1, len(spots)):
                push = _push(spots[i].box, spots[other].box)
                if push is not None:
                    spots[i] = _shifted(spots[i], push[0] / 2, push[1] / 2, plot)
                    spots[other] = _shifted(spots[other], -push[0] / 2, -push[1] / 2, plot)
                    moved = True
        if not moved:
            return spots, True
    return spots, False


def _push(one: Rect, other: Rect) -> tuple[float, float] | None:
    """How far `one` must go, the short way, to leave `other`; None when they are apart."""
    w, h = one.overlap(other)
    if w <= 0 or h <= 0:
        return None
    if w < h:
        return (w + 1.0 if one.centre[0] > other.centre[0] else -w - 1.0), 0.0
    return 0.0, (h + 1.0 if one.centre[1] > other.centre[1] else -h - 1.0)


def settled(spot: Spot, plot: Rect) -> Spot:
    """The face inside the zone that it is in: on an edge, one could not tell which."""
    return _shifted(spot, 0.0, 0.0, plot)


def _shifted(spot: Spot, dx: float, dy: float, plot: Rect) -> Spot:
    half = max(spot.radius, spot.name_w / 2)
    x = min(max(spot.x + dx, plot.x + half + 2), plot.right - half - 2)
    y = min(max(spot.y + dy, plot.y + spot.radius + 2), plot.bottom - spot.radius - spot.name_h - 4)
    home = spot.home
    x = min(max(x, home.x + _INSIDE), home.right - _INSIDE)
    y = min(max(y, home.y + _INSIDE), home.bottom - _INSIDE)
    return replace(spot, x=x, y=y)
