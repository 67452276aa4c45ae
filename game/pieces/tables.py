"""Groups as tables, seen a little from above: who comes sits behind, what a group does alone is a leg."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from engine.look.palette import mix
from game.kit import Element, Face, Fit, Node, Rect, Size
from game.kit.nodes import OutlineArt, Rgb
from game.pieces.signs import Sign, hexed

UNITS = (124.0, 112.0)
"""A table's canvas, in its drawing's units."""
_SEATS = ((18.0, 33.0), (46.0, 19.0), (78.0, 19.0), (106.0, 33.0))
"""The four seats from the left: the middle of a head."""
_FEET = ((26.0, 95.0), (49.0, 103.0), (75.0, 103.0), (98.0, 95.0))
"""The four legs from the left: the middle of a foot."""
_TOP = (62.0, 52.0, 47.0, 18.0)
"""The top's ellipse: its middle, and half its width and height."""
_THICK = 8.0
_LEG = 12.0


@dataclass(frozen=True)
class Inks:
    """The colours of a table."""

    wood: Rgb
    side: Rgb
    leg: Rgb
    people: Rgb
    empty: Rgb
    ground: Rgb
    firm: Rgb

    @staticmethod
    def of(fit: Fit, awake: bool) -> "Inks":
        strong, ink, panel = fit.theme.high_contrast, fit.colour("ink"), fit.colour("panel")
        empty = fit.colour("ink" if strong else "field_line")
        if not awake:
            grey = fit.colour("neutral")
            wood, side = mix(grey, panel, 0.72), mix(grey, panel, 0.45)
            return Inks(wood, side, grey, grey, grey, grey, grey)
        wood = panel if strong else (233, 200, 148)
        side = ink if strong else (176, 128, 66)
        return Inks(wood, side, ink, fit.colour("gift"), empty, fit.colour("kept_soft"), fit.colour("kept"))


@dataclass(frozen=True)
class Table(Element):
    """One group. `life` people sit at it, of four; it stands on `autonomy` legs, of four. On three it stands
    by itself, on firm ground. One where nobody sits sleeps: it is grey, under a moon. `fading`: it falls
    asleep, unless somebody comes.
    """

    life: int
    autonomy: int
    holds: bool = False
    fading: bool = False
    width: float = 150.0
    member: Face | None = None
    """Who of those in play belongs to it, beside it."""
    most: float = 1000.0
    """Logical width beyond which it does not grow."""

    def _side(self, fit: Fit) -> Size:
        wide = fit.scaled(self.width, self.width * 0.9)
        return Size(wide, wide * UNITS[1] / UNITS[0])

    def measure(self, fit: Fit, width: float) -> Size:
        return self._side(fit)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        share = min(rect.w / UNITS[0], rect.h / UNITS[1], self.most / UNITS[0])
        w, h = UNITS[0] * share, UNITS[1] * share
        spot = Rect(rect.x + (rect.w - w) / 2, rect.y + (rect.h - h) / 2, w, h)
        nodes: list[Node] = [OutlineArt(rect=spot, markup=drawn(fit, self), units=UNITS, layer=fit.layer)]
        if self.member is not None:
            side = fit.measure(self.member, rect.w).w
            x = max(spot.x - side * 0.7, rect.x)
            nodes += self.member.place(fit, Rect(x, spot.y, side, side))
        return nodes


def drawn(fit: Fit, table: Table) -> str:
    """A table as SVG, from what is behind to what is before."""
    inks = Inks.of(fit, table.life > 0)
    out = _ground(inks, table.holds and table.life > 0)
    out += "".join(_seat(inks, i, i in _taken(table.life)) for i in range(4))
    out += "".join(_leg(fit, inks, i, i in _taken(table.autonomy)) for i in range(4))
    out += _top(fit, inks)
    if table.life == 0:
        return out + _moon(fit, 62.0, 30.0, 22.0)
    return out + (_moon(fit, 62.0, 52.0, 14.5) if table.fading else "")


def _taken(count: int) -> tuple[int, ...]:
    """Which of the four: from the middle, so that one or two stand upright."""
    return ((), (1,), (1, 2), (0, 1, 2), (0, 1, 2, 3))[count]


def _ground(inks: Inks, firm: bool) -> str:
    """What a table stands on that holds by itself."""
    if not firm:
        return ""
    fill, rim = hexed(inks.ground), hexed(inks.firm)
    return f'<ellipse cx="62" cy="98" rx="59" ry="11.5" fill="{fill}" stroke="{rim}" stroke-width="3"/>'


def _seat(inks: Inks, i: int, taken: bool) -> str:
    """Somebody, from the front; or the back of an empty chair."""
    x, y = _SEATS[i]
    if taken:
        fill = hexed(inks.people)
        return (
            f'<circle cx="{x}" cy="{y}" r="10" fill="{fill}"/>'
            f'<path d="M{x - 14} {y + 30} v-7 a12 12 0 0 1 12 -12 h4 a12 12 0 0 1 12 12 v7 Z" fill="{fill}"/>'
        )
    line = f'fill="none" stroke="{hexed(inks.empty)}" stroke-width="2.6"'
    back = f'<rect x="{x - 10}" y="{y - 5}" width="20" height="32" rx="7" {line}/>'
    return back + f'<path d="M{x - 10} {y + 4} h20" {line}/>'


def _leg(fit: Fit, inks: Inks, i: int, there: bool) -> str:
    """A leg, thick enough to be counted from afar; or the mark of one that lacks."""
    x, foot = _FEET[i]
    half = _LEG / 2
    if there:
        fill, rim = hexed(inks.leg), hexed(fit.colour("panel"))
        return (
            f'<path d="M{x - half} 58 H{x + half} V{foot - 3} a3 3 0 0 1 -3 3 H{x - half + 3} '
            f'a3 3 0 0 1 -3 -3 Z" fill="{fill}" stroke="{rim}" stroke-width="2"/>'
        )
    stub = hexed(inks.empty)
    dots = [f'<circle cx="{x}" cy="{y}" r="2.6" fill="{stub}"/>' for y in range(int(foot) - 3, 68, -9)]
    return "".join(dots)


def _top(fit: Fit, inks: Inks) -> str:
    x, y, rx, ry = _TOP
    rim = f'stroke="{hexed(fit.colour("ink"))}" stroke-width="2"' if fit.theme.high_contrast else ""
    side = (
        f'<path d="M{x - rx} {y} v{_THICK} a{rx} {ry} 0 0 0 {2 * rx} 0 v-{_THICK} Z" '
        f'fill="{hexed(inks.side)}" {rim}/>'
    )
    return side + f'<ellipse cx="{x}" cy="{y}" rx="{rx}" ry="{ry}" fill="{hexed(inks.wood)}" {rim}/>'


def _moon(fit: Fit, x: float, y: float, r: float) -> str:
    """A moon on a disc of night."""
    night, gold = hexed(fit.colour("night")), hexed(fit.colour("night_gold"))
    disc = f'<circle cx="{x}" cy="{y}" r="{r}" fill="{night}"/>'
    big, at = r * 0.72, x - r * 0.06
    tip, end = at + big * 0.26, big * 0.92
    return disc + (
        f'<path d="M{tip:.1f} {y - end:.1f} A{big:.1f} {big:.1f} 0 1 0 {tip + big * 0.62:.1f} '
        f"{y + big * 0.34:.1f} A{big * 0.76:.1f} {big * 0.76:.1f} 0 0 1 {tip:.1f} {y - end:.1f} Z"
        f'" fill="{gold}"/>'
    )


# ---- Signs of a table's parts --------------------------------------------------------------------------


@dataclass(frozen=True)
class Night(Sign):
    """The moon over what sleeps."""

    def drawn(self, fit: Fit) -> str:
        return _moon(fit, 15.0, 15.0, 15.0)


@dataclass(frozen=True)
class Seat(Sign):
    """Somebody at a table."""

    size: float = 30.0
    smallest: ClassVar[float] = 22.0

    def drawn(self, fit: Fit) -> str:
        fill = hexed(Inks.of(fit, True).people)
        return (
            f'<circle cx="15" cy="9" r="7.5" fill="{fill}"/>'
            f'<path d="M3 29 v-2 a10 10 0 0 1 10 -9 h4 a10 10 0 0 1 10 9 v2 Z" fill="{fill}"/>'
        )


@dataclass(frozen=True)
class Leg(Sign):
    """A leg of a table."""

    size: float = 30.0
    smallest: ClassVar[float] = 22.0

    def drawn(self, fit: Fit) -> str:
        inks = Inks.of(fit, True)
        legs = "".join(
            f'<rect x="{x}" y="8" width="5.6" height="{high}" rx="1.6" fill="{hexed(inks.leg)}"/>'
            for x, high in ((2, 18), (12.2, 21), (22.4, 18))
        )
        return legs + f'<ellipse cx="15" cy="8" rx="14.5" ry="5.6" fill="{hexed(inks.side)}"/>'


@dataclass(frozen=True)
class Firm(Element):
    """Small: the firm ground of a table that holds by itself."""

    size: float = 34.0

    def measure(self, fit: Fit, width: float) -> Size:
        side = fit.scaled(self.size, 24.0)
        return Size(side * 1.4, side)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        side = min(rect.h, rect.w / 1.4)
        spot = Rect(rect.x, rect.y + (rect.h - side) / 2, side * 1.4, side)
        inks = Inks.of(fit, True)
        fill, rim = hexed(inks.ground), hexed(inks.firm)
        way = f'<ellipse cx="21" cy="15" rx="19" ry="9" fill="{fill}" stroke="{rim}" stroke-width="3"/>'
        return [OutlineArt(rect=spot, markup=way, units=(42.0, 30.0), layer=fit.layer)]
