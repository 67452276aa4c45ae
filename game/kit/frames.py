"""Elements around a child, or instead of one: Card, Pad, Sized, Keyed, Stack, Spacer, Rule."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from game.kit.geometry import Rect
from game.kit.layout import Element, Fit, Size, place
from game.kit.nodes import Node, Panel, Path


@dataclass(frozen=True)
class Sized(Element):
    """A child of a chosen width, or height, or both, in logical pixels. `align` sets it inside a larger
    room.
    """

    child: Element
    w: float | None = None
    h: float | None = None

    @property
    def name(self) -> str:
        return self.child.name

    def measure(self, fit: Fit, width: float) -> Size:
        w, h = self.w and self.w * fit.swell, (self.h or 0.0) * fit.swell
        inner = fit.measure(self.child, min(width, w) if w else width)
        return Size(max(w, inner.w) if w else inner.w, max(h, inner.h))

    def least(self, fit: Fit) -> float:
        return max((self.w or 0.0) * fit.swell, fit.least(self.child))

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        return self.child.place(fit, rect)


@dataclass(frozen=True)
class Pad(Element):
    """A child with empty room around it: x at both sides, y above and below (names of gaps or lengths)."""

    child: Element
    x: str | float = "m"
    y: str | float = "m"

    def measure(self, fit: Fit, width: float) -> Size:
        dx, dy = fit.gap(self.x) * 2, fit.gap(self.y) * 2
        inner = fit.measure(self.child, max(width - dx, 0.0))
        return Size(inner.w + dx, inner.h + dy)

    def least(self, fit: Fit) -> float:
        return fit.least(self.child) + fit.gap(self.x) * 2

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        return place(fit, self.child, rect.inset(fit.gap(self.x), fit.gap(self.y)))


@dataclass(frozen=True)
class Spacer(Element):
    """Empty room of a size; Grow(Spacer()) pushes what follows to the end."""

    w: str | float = 0.0
    h: str | float = 0.0

    def measure(self, fit: Fit, width: float) -> Size:
        return Size(fit.gap(self.w), fit.gap(self.h))

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        return []


@dataclass(frozen=True)
class Rule(Element):
    """A thin line across a column."""

    colour: str = "line"
    width: float = 2.0
    dotted: bool = False

    def measure(self, fit: Fit, width: float) -> Size:
        return Size(0.0, self.width)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        y = rect.y + rect.h / 2
        return [
            Path(
                rect=rect,
                points=((rect.x, y), (rect.right, y)),
                colour=fit.colour(self.colour),
                width=self.width,
                dotted=self.dotted,
                layer=fit.layer,
            )
        ]


@dataclass(frozen=True)
class Stack(Element):
    """Children in the same place, the later above."""

    children: Sequence[Element]

    def measure(self, fit: Fit, width: float) -> Size:
        sizes = [fit.measure(child, width) for child in self.children]
        return Size(max((s.w for s in sizes), default=0.0), max((s.h for s in sizes), default=0.0))

    def least(self, fit: Fit) -> float:
        return max((fit.least(child) for child in self.children), default=0.0)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        return [node for child in self.children for node in place(fit, child, rect)]


@dataclass(frozen=True)
class Keyed(Element):
    """Gives its child's nodes keys (`key`, `key#1`, ...), so that they can move between two scenes."""

    child: Element
    key: str
    travels: bool = True
    trail: bool = False
    appears: Literal["", "fade", "unfold", "late"] = ""

    def measure(self, fit: Fit, width: float) -> Size:
        return fit.measure(self.child, width)

    def least(self, fit: Fit) -> float:
        return fit.least(self.child)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        return [
            replace(
                node,
                key=node.key or (f"{self.key}#{i}" if i else self.key),
                travels=self.travels,
                trail=self.trail and i == 0,
                appears=self.appears,
            )
            for i, node in enumerate(self.child.place(fit, rect))
        ]


@dataclass(frozen=True)
class Card(Element):
    """A rounded panel around a child. `fill` and `border` are roles; `band` colours its top; `edge` its
    lower rim.
    """

    child: Element
    pad: str | float = "l"
    pad_y: str | float | None = None
    fill: str = "panel"
    border: str | None = "line"
    border_width: float = 2.0
    band: str | None = None
    edge: bool = True
    radius: str = "l"
    fill_child: bool = True  # the child gets the whole height; otherwise it sits in the middle

    _DEPTH = 7.0
    _BAND = 12.0

    @property
    def name(self) -> str:
        return f"Card({self.child.name})"

    def _pads(self, fit: Fit) -> tuple[float, float, float]:
        """At each side, above, below."""
        x = fit.gap(self.pad)
        y = fit.gap(self.pad if self.pad_y is None else self.pad_y)
        return x, y + (self._BAND if self.band else 0.0), y + (self._DEPTH if self.edge else 0.0)

    def measure(self, fit: Fit, width: float) -> Size:
        x, above, below = self._pads(fit)
        inner = fit.measure(self.child, max(width - 2 * x, 0.0))
        return Size(inner.w + 2 * x, inner.h + above + below)

    def least(self, fit: Fit) -> float:
        return fit.least(self.child) + 2 * self._pads(fit)[0]

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        fit = fit.ease(self, rect)
        x, above, below = self._pads(fit)
        ground = fit.colour(self.fill)
        panel = Panel(
            rect=Rect(rect.x, rect.y, rect.w, rect.h - (self._DEPTH if self.edge else 0.0)),
            fill=ground,
            radius=fit.theme.radius(self.radius),
            border=fit.colour(self.border) if self.border else None,
            border_width=self.border_width,
            edge=fit.colour("edge") if self.edge else None,
            depth=self._DEPTH,
            band=fit.colour(self.band) if self.band else None,
            band_height=self._BAND,
            layer=fit.layer,
        )
        inner = Rect(rect.x + x, rect.y + above, rect.w - 2 * x, rect.h - above - below)
        if not self.fill_child:
            wanted = fit.measure(self.child, inner.w).h
            inner = Rect(inner.x, inner.y + max(inner.h - wanted, 0.0) / 2, inner.w, min(wanted, inner.h))
        return [panel, *place(fit.over(ground), self.child, inner)]
