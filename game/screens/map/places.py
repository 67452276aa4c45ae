"""Where things stand on the posture map: postures as points, faces making room, names of zones."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine import numbers
from engine.view.types import CharacterView, MapView, PostureView
from game.kit import Fit, Label, Rect

_GAP = 6.0
_TRIES = 120
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
    step: int = 0
    """How tightly its name is set."""

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
    """The point of a posture, 1 to 4 both ways: the least and the most at the edges of the plot."""
    return plot.x + _share(synergy) * plot.w, plot.bottom - _share(antagonism) * plot.h


def posture_at(plot: Rect, x: float, y: float) -> tuple[float, float]:
    """The posture of a point, inside [1, 4]."""
    return inside(_level((x - plot.x) / plot.w), _level((plot.bottom - y) / plot.h))


def _share(level: float) -> float:
    """How far along its axis a level stands: all cells are as wide, and the outer ones hold half a level."""
    level = min(max(level, 1.0), 4.0)
    if level < 1.5:
        return (level - 1.0) / 2
    return (level - 0.5) / 4 if level <= 3.5 else 1.0 - (4.0 - level) / 2


def _level(share: float) -> float:
    """The level that stands at a share of its axis."""
    if share < 0.25:
        return 1.0 + 2 * share
    return 4 * share + 0.5 if share <= 0.75 else 4.0 - 2 * (1.0 - share)


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
    """Where the names of the zones stand, clear of faces, and of `marks` where they can be. Where a zone is
    too full, its faces make room for its name.
    """
    fixed: list[Rect] = []
    while True:
        names: list[Rect] = []
        full: list[Rect] = []
        for zone, label in zones_of(plot, now):
            wanted = zone_name(now, label).measure(fit, zone.w - 36.0)
            faces = [spot.box for spot in spots]
            name, free = free_spot(zone, wanted.w, wanted.h, [*marks, *faces])
            if not free:
                name, free = free_spot(zone, wanted.w, wanted.h, faces)
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
    boxes = [spot.box for spot in spots]
    rooms = [_room(spot, plot) for spot in spots]
    shifts = [(0.0, 0.0)] * len(spots)

    def shift(i: int, dx: float, dy: float) -> None:
        spot, (left, right, top, bottom), (was_x, was_y) = spots[i], rooms[i], shifts[i]
        x = min(max(spot.x + was_x + dx, left), right)
        y = min(max(spot.y + was_y + dy, top), bottom)
        boxes[i] = boxes[i].moved(x - spot.x - was_x, y - spot.y - was_y)
        shifts[i] = (x - spot.x, y - spot.y)

    clear = False
    for _ in range(_TRIES):
        clear = True
        for i in range(len(spots)):
            for rect in fixed:
                push = _push(boxes[i], rect)
                if push is not None:
                    shift(i, *push)
                    clear = False
            for other in range(i + 1, len(spots)):
                push = _push(boxes[i], boxes[other])
                if push is not None:
                    shift(i, push[0] / 2, push[1] / 2)
                    shift(other, -push[0] / 2, -push[1] / 2)
                    clear = False
        if clear:
            break
    found = [replace(s, x=s.x + dx, y=s.y + dy) for s, (dx, dy) in zip(spots, shifts, strict=True)]
    return found, clear


def _push(one: Rect, other: Rect) -> tuple[float, float] | None:
    """How far `one` must go, the short way, to leave `other`; None when they are apart."""
    ax, ay, aw, ah = one
    bx, by, bw, bh = other
    w, h = min(ax + aw, bx + bw) - max(ax, bx), min(ay + ah, by + bh) - max(ay, by)
    if w <= 0 or h <= 0:
        return None
    if w < h:
        return (w + 1.0 if ax + aw / 2 > bx + bw / 2 else -w - 1.0), 0.0
    return 0.0, (h + 1.0 if ay + ah / 2 > by + bh / 2 else -h - 1.0)


def settled(spot: Spot, plot: Rect) -> Spot:
    """The face inside the zone that it is in: on an edge, one could not tell which."""
    left, right, top, bottom = _room(spot, plot)
    return replace(spot, x=min(max(spot.x, left), right), y=min(max(spot.y, top), bottom))


def _room(spot: Spot, plot: Rect) -> tuple[float, float, float, float]:
    """How far a face's middle may go: left, right, top, bottom. Its zone counts more than the plot's edge."""
    half = max(spot.radius, spot.name_w / 2)
    left, right = plot.x + half + 2, plot.right - half - 2
    top, bottom = plot.y + spot.radius + 2, plot.bottom - spot.radius - spot.name_h - 4
    home = spot.home
    inner = (home.x + _INSIDE, home.right - _INSIDE, home.y + _INSIDE, home.bottom - _INSIDE)
    return (
        min(max(left, inner[0]), inner[1]),
        max(min(right, inner[1]), inner[0]),
        min(max(top, inner[2]), inner[3]),
        max(min(bottom, inner[3]), inner[2]),
    )
