"""The plan of a square as elements: a part of the ground and what stands on it, the whole, the same small."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.kit import Element, Fit, Node, Rect, Size, place
from game.kit.nodes import OutlineArt
from game.pieces.ground import BAND, Soils, State, boards, drawn, town, under
from game.pieces.signs import hexed

_KERB = 10.0
"""Logical width of what parts one part of the ground from the next."""
_SIDE, _STREET = 58.0, 14.0
"""Logical depth of the roofs at both ends, and of the street before them."""
_TALL = 420.0
"""Logical height from which there are roofs all round."""
_PAD = 10.0
_SWELL = 0.05
"""By how much type grows at a time: by larger steps, larger text was set smaller where one did not fit."""


@dataclass(frozen=True)
class Patch(Element):
    """A part of the ground. In its middle stands the first of several `forms`, from the fullest to the
    barest, that there is room for, as large as that allows. `weight`: how many parts it makes."""

    state: State
    forms: Sequence[Element]
    seed: int = 0
    weight: int = 1
    height: float = 100.0
    most: float = 1.5
    tall: Sequence[Element] = ()
    """Forms that come before those where it is higher than wide."""

    def _edge(self) -> float:
        return BAND + _PAD if self.state == "site" else _PAD + 4.0

    def measure(self, fit: Fit, width: float) -> Size:
        edge, fit = self._edge(), fit.swollen(1.0)
        inside = fit.measure(self.forms[-1], max(width - 2 * edge, 0.0))
        return Size(inside.w + 2 * edge, max(inside.h + 2 * edge, fit.scaled(self.height)))

    def least(self, fit: Fit) -> float:
        return fit.swollen(1.0).least(self.forms[-1]) + 2 * self._edge()

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        room = rect.inset(self._edge())
        fit, form = self._chosen(fit.swollen(1.0), room)
        wanted = fit.measure(form, room.w)
        w, h = min(wanted.w, room.w), min(wanted.h, room.h)
        spare = room.h - h
        high = spare / 2 if self.state == "old" or spare < 110 else spare * 0.12
        spot = Rect(room.x + (room.w - w) / 2, room.y + high, w, h)
        open_ = spot.inset(-8.0).moved(-rect.x, -rect.y)
        markup = drawn(fit, self.state, rect.w, rect.h, self.seed, open_)
        art = OutlineArt(rect=rect, markup=markup, units=(rect.w, rect.h), layer=fit.layer)
        return [art, *place(fit.over(under(fit, self.state)), form, spot)]

    def _chosen(self, fit: Fit, room: Rect) -> tuple[Fit, Element]:
        upright = self.tall if room.h > 1.35 * room.w else ()
        for form in (*upright, *self.forms):
            for step in range(round((self.most - 1.0) / _SWELL), -1, -1):
                larger = fit.swollen(1.0 + step * _SWELL)
                if larger.holds(form, room):
                    return larger, form
        return fit, self.forms[-1]


@dataclass(frozen=True)
class Plan(Element):
    """The whole square, row by row, among its streets and roofs."""

    rows: tuple[tuple[Patch, ...], ...]
    height: float = 230.0

    def _around(self, fit: Fit, height: float = 0.0) -> tuple[float, float]:
        """What is left at both ends, and above and beneath: for streets and roofs, or none of these."""
        if fit.theme.high_contrast:
            return _STREET, _STREET
        top = _SIDE if height > _TALL else 0.0
        return _SIDE + _STREET, top + _STREET

    def _widths(self, row: Sequence[Patch], width: float) -> list[float]:
        shares = sum(patch.weight for patch in row)
        room = width - (shares - 1) * _KERB
        return [room * patch.weight / shares + (patch.weight - 1) * _KERB for patch in row]

    def measure(self, fit: Fit, width: float) -> Size:
        side, _ = self._around(fit)
        rows = [
            max(
                fit.measure(patch, wide).h
                for patch, wide in zip(row, self._widths(row, width - 2 * side), strict=True)
            )
            for row in self.rows
        ]
        high = sum(rows) + (len(rows) - 1) * _KERB
        _, top = self._around(fit, high + 2 * _STREET)
        return Size(width, max(high + 2 * top, fit.scaled(self.height)))

    def least(self, fit: Fit) -> float:
        side, _ = self._around(fit)
        rows = [
            max(fit.least(patch) / patch.weight for patch in row) * sum(patch.weight for patch in row)
            + (sum(patch.weight for patch in row) - 1) * _KERB
            for row in self.rows
        ]
        return max(rows) + 2 * side

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        fit = fit.ease(self, rect)
        side, top = self._around(fit, rect.h)
        markup = town(fit, rect.w, rect.h, _SIDE, _SIDE if top > _STREET else 0.0)
        nodes: list[Node] = [OutlineArt(rect=rect, markup=markup, units=(rect.w, rect.h), layer=fit.layer)]
        inner = Rect(rect.x + side, rect.y + top, rect.w - 2 * side, rect.h - 2 * top)
        high = (inner.h - (len(self.rows) - 1) * _KERB) / len(self.rows)
        for i, row in enumerate(self.rows):
            x = inner.x
            for patch, wide in zip(row, self._widths(row, inner.w), strict=True):
                nodes += place(fit, patch, Rect(x, inner.y + i * (high + _KERB), wide, high))
                x += wide + _KERB
        return nodes


@dataclass(frozen=True)
class Lots(Element):
    """The same without words, small: the parts of the ground, each "old", "site" or "new", so many `across`;
    those that are `mine` have a golden rim."""

    states: tuple[State, ...]
    mine: tuple[bool, ...] = ()
    size: float = 30.0
    across: int = 6

    _WIDE, _HIGH, _GAP = 34.0, 26.0, 5.0

    @property
    def _rows(self) -> int:
        return -(-len(self.states) // self.across)

    @property
    def _units(self) -> tuple[float, float]:
        wide, high, gap = self._WIDE, self._HIGH, self._GAP
        return min(len(self.states), self.across) * (wide + gap) + gap, self._rows * (high + gap) + gap

    def measure(self, fit: Fit, width: float) -> Size:
        high = self._rows * fit.scaled(self.size, 24.0)
        across, down = self._units
        return Size(high * across / down, high)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        soils, (across, down) = Soils.of(fit), self._units
        out = ""
        for i, state in enumerate(self.states):
            row, place_ = divmod(i, self.across)
            x, y = place_ * (self._WIDE + self._GAP), row * (self._HIGH + self._GAP)
            spot = Rect(self._GAP + x, self._GAP + y, self._WIDE, self._HIGH)
            mine = bool(self.mine) and self.mine[i]
            rim = fit.colour("gold") if mine else soils.ink
            if mine:
                out += _filled(spot.inset(-4.0), hexed(rim), 5.0)
            out += _filled(spot, hexed(under(fit, state)), 2.0)
            if state == "site":
                out += boards(soils, Rect(spot.x, spot.y + spot.h * 0.28, spot.w, spot.h * 0.44))
                out += _rim(spot, hexed(soils.ink))
            elif state == "new":
                x, y = spot.centre
                tick = f"M{x - 8:.1f} {y:.1f} L{x - 2:.1f} {y + 6:.1f} L{x + 9:.1f} {y - 7:.1f}"
                out += f'<path d="{tick}" fill="none" stroke="{hexed(soils.firm)}" stroke-width="5"/>'
                out += _rim(spot, hexed(soils.firm))
            else:
                out += _joints(spot, hexed(soils.joint))
        side = min(rect.h, rect.w * down / across)
        spot = Rect(rect.x, rect.y + (rect.h - side) / 2, side * across / down, side)
        return [OutlineArt(rect=spot, markup=out, units=(across, down), layer=fit.layer)]


def _filled(rect: Rect, fill: str, radius: float) -> str:
    x, y, w, h = rect
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{radius}" fill="{fill}"/>'


def _rim(rect: Rect, colour: str) -> str:
    x, y, w, h = rect.inset(1.0)
    line = f'fill="none" stroke="{colour}" stroke-width="2"'
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="2" {line}/>'


def _joints(spot: Rect, colour: str) -> str:
    """The joints of worn paving, small."""
    out = ""
    for i in (1, 2):
        out += _filled(Rect(spot.x, spot.y + spot.h * i / 3 - 0.8, spot.w, 1.6), colour, 0)
    for at, row in ((0.33, 0), (0.66, 1), (0.2, 2), (0.75, 2)):
        out += _filled(Rect(spot.x + spot.w * at, spot.y + spot.h * row / 3, 1.6, spot.h / 3), colour, 0)
    return out


@dataclass(frozen=True)
class Barrier(Element):
    """A card behind boards, red and white by turns, that stand across its top."""

    child: Element

    _THICK, _OVER, _IN = 17.0, 13.0, 15.0

    @property
    def name(self) -> str:
        return self.child.name

    def measure(self, fit: Fit, width: float) -> Size:
        inner = fit.measure(self.child, width)
        return Size(inner.w, inner.h + self._OVER)

    def least(self, fit: Fit) -> float:
        return fit.least(self.child)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        card = Rect(rect.x, rect.y + self._OVER, rect.w, rect.h - self._OVER)
        across = Rect(rect.x + self._IN, rect.y, rect.w - 2 * self._IN, self._THICK + 4)
        markup = plank(Soils.of(fit), across.w, across.h)
        art = OutlineArt(rect=across, markup=markup, units=(across.w, across.h), layer=fit.layer)
        return [*place(fit, self.child, card), art]


def plank(soils: Soils, w: float, h: float) -> str:
    """Boards on two feet, from the front."""
    foot, board = hexed(soils.ink), Rect(0, 2.0, w, h - 4)
    out = boards(soils, board) + _rim(board, foot)
    for x in (14.0, w - 24.0):
        out += _filled(Rect(x, 0, 10.0, h), foot, 3.0)
    return out
