"""Small signs of a week of rooms: a moon, a pictogram crossed out, the whole week in a few squares."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from game.kit import Element, Fit, Node, Picture, Rect, Size
from game.kit.nodes import OutlineArt, Panel, Path, Rgb

_CELL, _GAP = 12.5, 3.0
"""Logical width of a square, and of what is between two."""


@dataclass(frozen=True)
class Sign(Element):
    """A small drawing in a square, never smaller than `smallest`; what is drawn has sides of `units`."""

    size: float = 34.0
    smallest: ClassVar[float] = 24.0
    units: ClassVar[float] = 30.0

    def _side(self, fit: Fit) -> float:
        return fit.scaled(self.size, self.smallest)

    def measure(self, fit: Fit, width: float) -> Size:
        side = self._side(fit)
        return Size(side, side)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        side = min(rect.w, rect.h, self._side(fit))
        x, y = rect.centre
        spot = Rect(x - side / 2, y - side / 2, side, side)
        return [
            OutlineArt(rect=spot, markup=self.drawn(fit), units=(self.units, self.units), layer=fit.layer)
        ]

    def drawn(self, fit: Fit) -> str:
        """Its shapes, as SVG."""
        raise AssertionError(f"{self.name} has no drawing")


@dataclass(frozen=True)
class Moon(Sign):
    """The sign of what nobody may take."""

    units: ClassVar[float] = 24.0

    def drawn(self, fit: Fit) -> str:
        gold = hexed(fit.colour("night_gold"))
        return f'<path d="M15.5 2.6 A10 10 0 1 0 21.6 15.2 A8.4 8.4 0 0 1 15.5 2.6 Z" fill="{gold}"/>'


@dataclass(frozen=True)
class StruckPicture(Element):
    """A pictogram that is crossed out."""

    picture: Picture
    stroke: str

    def measure(self, fit: Fit, width: float) -> Size:
        return fit.measure(self.picture, width)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        drawn = self.picture.place(fit, rect)
        side = drawn[0].rect.w
        (x, y), half = drawn[0].rect.centre, side * 0.56
        ends = (x - half, y + half * 0.8), (x + half, y - half * 0.8)
        stroke = Path(
            rect=Rect(x - half, y - half * 0.8, 2 * half, 1.6 * half),
            points=ends,
            colour=fit.colour(self.stroke),
            width=max(side * 0.1, 3.0),
            layer=fit.layer,
        )
        return [*drawn, stroke]


@dataclass(frozen=True)
class Squares(Element):
    """The whole week, tiny, row by row: an hour is "mine", "taken" (somebody else has it), "both" (mine, from
    somebody), "kept" from all, or nobody's ("").
    """

    hours: tuple[tuple[str, ...], ...]
    scale: float = 1.0

    @property
    def _room(self) -> tuple[float, float]:
        across, down = len(self.hours[0]), len(self.hours)
        return (
            self.scale * (across * (_CELL + _GAP) - _GAP),
            self.scale * (down * (_CELL + _GAP) - _GAP),
        )

    def measure(self, fit: Fit, width: float) -> Size:
        return Size(*(fit.scaled(length, 0.7 * length) for length in self._room))

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        unit = min(rect.w / self._room[0], rect.h / self._room[1]) * self.scale
        top = rect.y + (rect.h - unit / self.scale * self._room[1]) / 2
        side, step = _CELL * unit, (_CELL + _GAP) * unit
        nodes: list[Node] = []
        for i, row in enumerate(self.hours):
            for j, what in enumerate(row):
                nodes += self._square(fit, Rect(rect.x + j * step, top + i * step, side, side), what)
        return nodes

    def _square(self, fit: Fit, spot: Rect, what: str) -> list[Node]:
        fill = {"mine": "gold", "both": "part", "taken": "neutral", "kept": "night"}.get(what, "track")
        border = "ink" if what in ("mine", "both") else fill if what else "field_line"
        nodes: list[Node] = [
            Panel(
                rect=spot,
                fill=fit.colour(fill),
                radius=spot.w * 0.14,
                border=fit.colour(border),
                border_width=max(spot.w * 0.12, 1.5),
                layer=fit.layer,
            )
        ]
        if what == "both":
            ends = (spot.x, spot.bottom), (spot.right, spot.y)
            width = max(spot.w * 0.18, 2.0)
            nodes.append(
                Path(rect=spot, points=ends, colour=fit.colour("panel"), width=width, layer=fit.layer)
            )
        return nodes


@dataclass(frozen=True)
class Wanted(Element):
    """A small dark window with a dashed outline: an hour that an open project wants."""

    size: float = 26.0

    def measure(self, fit: Fit, width: float) -> Size:
        side = fit.scaled(self.size, 22.0)
        return Size(side * 1.3, side)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        dashes = "".join(
            f'<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="{hexed(fit.colour("night_gold"))}"/>'
            for x, y, w, h in _DASHES
        )
        pane = f'<rect width="39" height="30" rx="5" fill="{hexed(fit.colour("night"))}"/>'
        side = min(rect.h, rect.w / 1.3)
        spot = Rect(rect.x, rect.y + (rect.h - side) / 2, side * 1.3, side)
        return [OutlineArt(rect=spot, markup=pane + dashes, units=(39.0, 30.0), layer=fit.layer)]


_DASHES = tuple(
    [(x, y, 7, 3) for y in (4, 23) for x in (4, 16, 28)]
    + [(x, y, 3, 6) for x in (4, 32) for y in (4, 12, 20)]
)


def hexed(colour: Rgb) -> str:
    """A colour as SVG writes it."""
    return "#{:02X}{:02X}{:02X}".format(*colour)
