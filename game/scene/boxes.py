"""Boxes that hold others: Column, Row, Flow, Grid, Stack, Card, Pad, Grow, Sized, Keyed, Spacer, Rule.

All shrink by the same rule: given less room than they want, they set everything inside them in smaller type and
tighter gaps, step by step.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from game.scene.geometry import Rect
from game.scene.layout import Element, Fit, Size, place
from game.scene.nodes import Node, Panel, Path

Align = Literal["start", "center", "end", "stretch"]
Justify = Literal["start", "center", "end", "between"]


@dataclass(frozen=True)
class Grow(Element):
    """In a Row or a Column: takes what the others leave, in proportion to `weight`, and at least `least_size`."""

    child: Element
    weight: float = 1.0
    least_size: float = 0.0

    @property
    def name(self) -> str:
        return self.child.name

    def measure(self, fit: Fit, width: float) -> Size:
        return fit.measure(self.child, width)

    def least(self, fit: Fit) -> float:
        return max(fit.least(self.child), fit.scaled(self.least_size))

    def place(self, fit: Fit, rect: Rect) -> list[Node]:
        return self.child.place(fit, rect)


@dataclass(frozen=True)
class Sized(Element):
    """A child of a chosen width, or height, or both, in logical pixels. `align` sets it inside a larger room."""

    child: Element
    w: float | None = None
    h: float | None = None

    @property
    def name(self) -> str:
        return self.child.name

    def measure(self, fit: Fit, width: float) -> Size:
        inner = fit.measure(self.child, min(width, self.w) if self.w else width)
        return Size(max(self.w or 0.0, inner.w) if self.w else inner.w, max(self.h or 0.0, inner.h))

    def least(self, fit: Fit) -> float:
        return max(self.w or 0.0, fit.least(self.child))

    def place(self, fit: Fit, rect: Rect) -> list[Node]:
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

    def place(self, fit: Fit, rect: Rect) -> list[Node]:
        return place(fit, self.child, rect.inset(fit.gap(self.x), fit.gap(self.y)))


@dataclass(frozen=True)
class Spacer(Element):
    """Empty room of a size; Grow(Spacer()) pushes what follows to the end."""

    w: str | float = 0.0
    h: str | float = 0.0

    def measure(self, fit: Fit, width: float) -> Size:
        return Size(fit.gap(self.w), fit.gap(self.h))

    def place(self, fit: Fit, rect: Rect) -> list[Node]:
        return []


@dataclass(frozen=True)
class Rule(Element):
    """A thin line across a column."""

    colour: str = "line"
    width: float = 2.0
    dotted: bool = False

    def measure(self, fit: Fit, width: float) -> Size:
        return Size(0.0, self.width)

    def place(self, fit: Fit, rect: Rect) -> list[Node]:
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


def _aligned(align: str, start: float, room: float, wanted: float) -> tuple[float, float]:
    """Start and length of something in a room."""
    if align == "stretch":
        return start, room
    length = min(wanted, room)
    return start + {"start": 0.0, "center": 0.5, "end": 1.0}[align] * (room - length), length


@dataclass(frozen=True)
class Column(Element):
    """Children from top to bottom. `align` is across, `justify` says where spare height goes (Grow takes it first)."""

    children: Sequence[Element]
    gap: str | float = "m"
    align: Align = "stretch"
    justify: Justify = "start"

    @property
    def name(self) -> str:
        return f"Column({', '.join(child.name for child in self.children[:4])})"

    def measure(self, fit: Fit, width: float) -> Size:
        sizes = [fit.measure(child, width) for child in self.children]
        gaps = fit.gap(self.gap) * max(len(sizes) - 1, 0)
        return Size(max((s.w for s in sizes), default=0.0), sum(s.h for s in sizes) + gaps)

    def least(self, fit: Fit) -> float:
        return max((fit.least(child) for child in self.children), default=0.0)

    def place(self, fit: Fit, rect: Rect) -> list[Node]:
        fit = fit.ease(self, rect)
        sizes = [fit.measure(child, rect.w) for child in self.children]
        heights = [size.h for size in sizes]
        gap = fit.gap(self.gap)
        spare = rect.h - sum(heights) - gap * max(len(sizes) - 1, 0)
        grown = sum(child.weight for child in self.children if isinstance(child, Grow))
        y = rect.y
        if grown:
            heights = _spread(self.children, heights, spare)
        elif spare > 0 and self.justify != "start":
            y += {"center": 0.5, "end": 1.0, "between": 0.0}[self.justify] * spare
            if self.justify == "between" and len(sizes) > 1:
                gap += spare / (len(sizes) - 1)
        nodes: list[Node] = []
        for child, size, height in zip(self.children, sizes, heights, strict=True):
            x, w = _aligned(self.align, rect.x, rect.w, size.w)
            nodes += place(fit, child, Rect(x, y, w, height))
            y += height + gap
        return nodes


def _spread(children: Sequence[Element], wanted: list[float], spare: float) -> list[float]:
    """Lengths after the Grow children have shared the spare room so that, if possible, they are in proportion."""
    grown = [i for i, child in enumerate(children) if isinstance(child, Grow)]
    lengths = list(wanted)
    room = max(spare, 0.0) + sum(wanted[i] for i in grown)
    open_ones = list(grown)
    while open_ones:
        unit = room / sum(_weight(children[i]) for i in open_ones)
        stuck = [i for i in open_ones if unit * _weight(children[i]) < wanted[i] - 1e-9]
        if not stuck:
            for i in open_ones:
                lengths[i] = unit * _weight(children[i])
            break
        for i in stuck:
            room -= wanted[i]
        open_ones = [i for i in open_ones if i not in stuck]
    return lengths


def _weight(child: Element) -> float:
    return child.weight if isinstance(child, Grow) else 0.0


@dataclass(frozen=True)
class Row(Element):
    """Children from left to right: natural widths, Grow children share the rest; long texts give way first."""

    children: Sequence[Element]
    gap: str | float = "m"
    align: Align = "center"
    justify: Justify = "start"

    @property
    def name(self) -> str:
        return f"Row({', '.join(child.name for child in self.children[:4])})"

    def widths(self, fit: Fit, width: float) -> list[float]:
        """Each child's width when the row is `width` wide; their sum may exceed it if nothing can give way."""
        room = width - fit.gap(self.gap) * max(len(self.children) - 1, 0)
        least = [fit.least(child) for child in self.children]
        fixed = [i for i, child in enumerate(self.children) if not isinstance(child, Grow)]
        widths = list(least)
        for i in fixed:
            widths[i] = max(fit.measure(self.children[i], max(room, least[i])).w, least[i])
        excess = sum(widths) - room
        slack = sum(widths[i] - least[i] for i in fixed)
        if excess > 0 and slack > 0:
            share = min(excess / slack, 1.0)
            for i in fixed:
                widths[i] -= (widths[i] - least[i]) * share
        return _spread(self.children, widths, room - sum(widths))

    def measure(self, fit: Fit, width: float) -> Size:
        widths = self.widths(fit, width)
        sizes = [fit.measure(child, w) for child, w in zip(self.children, widths, strict=True)]
        gaps = fit.gap(self.gap) * max(len(widths) - 1, 0)
        taken = sum(
            max(size.w, 0.0) if isinstance(child, Grow) else max(w, size.w)
            for child, size, w in zip(self.children, sizes, widths, strict=True)
        )
        return Size(taken + gaps, max((size.h for size in sizes), default=0.0))

    def least(self, fit: Fit) -> float:
        gaps = fit.gap(self.gap) * max(len(self.children) - 1, 0)
        return sum(fit.least(child) for child in self.children) + gaps

    def place(self, fit: Fit, rect: Rect) -> list[Node]:
        fit = fit.ease(self, rect)
        widths = self.widths(fit, rect.w)
        gap = fit.gap(self.gap)
        spare = rect.w - sum(widths) - gap * max(len(widths) - 1, 0)
        x = rect.x
        if spare > 0 and self.justify != "start":
            x += {"center": 0.5, "end": 1.0, "between": 0.0}[self.justify] * spare
            if self.justify == "between" and len(widths) > 1:
                gap += spare / (len(widths) - 1)
        nodes: list[Node] = []
        for child, width in zip(self.children, widths, strict=True):
            y, h = _aligned(self.align, rect.y, rect.h, fit.measure(child, width).h)
            nodes += place(fit, child, Rect(x, y, width, h))
            x += width + gap
        return nodes


@dataclass(frozen=True)
class Flow(Element):
    """Children side by side at their natural widths, going on to the next line as words do."""

    children: Sequence[Element]
    gap: str | float = "s"
    line_gap: str | float = "s"
    align: Literal["start", "center", "end"] = "start"

    def _lines(self, fit: Fit, width: float) -> list[list[tuple[Element, Size]]]:
        gap = fit.gap(self.gap)
        lines: list[list[tuple[Element, Size]]] = [[]]
        used = 0.0
        for child in self.children:
            size = fit.measure(child, width)
            if lines[-1] and used + gap + size.w > width + 0.01:
                lines.append([])
                used = 0.0
            used += size.w + (gap if lines[-1] else 0.0)
            lines[-1].append((child, size))
        return lines

    def measure(self, fit: Fit, width: float) -> Size:
        lines = [line for line in self._lines(fit, width) if line]
        widths = [sum(size.w for _, size in line) + fit.gap(self.gap) * (len(line) - 1) for line in lines]
        heights = [max(size.h for _, size in line) for line in lines]
        gaps = fit.gap(self.line_gap) * max(len(lines) - 1, 0)
        return Size(max(widths, default=0.0), sum(heights) + gaps)

    def least(self, fit: Fit) -> float:
        return max((fit.least(child) for child in self.children), default=0.0)

    def place(self, fit: Fit, rect: Rect) -> list[Node]:
        fit = fit.ease(self, rect)
        nodes: list[Node] = []
        y = rect.y
        for line in self._lines(fit, rect.w):
            if not line:
                continue
            height = max(size.h for _, size in line)
            taken = sum(size.w for _, size in line) + fit.gap(self.gap) * (len(line) - 1)
            x, _ = _aligned(self.align, rect.x, rect.w, taken)
            for child, size in line:
                nodes += place(fit, child, Rect(x, y + (height - size.h) / 2, min(size.w, rect.w), size.h))
                x += size.w + fit.gap(self.gap)
            y += height + fit.gap(self.line_gap)
        return nodes


@dataclass(frozen=True)
class Stack(Element):
    """Children in the same place, the later above."""

    children: Sequence[Element]

    def measure(self, fit: Fit, width: float) -> Size:
        sizes = [fit.measure(child, width) for child in self.children]
        return Size(max((s.w for s in sizes), default=0.0), max((s.h for s in sizes), default=0.0))

    def least(self, fit: Fit) -> float:
        return max((fit.least(child) for child in self.children), default=0.0)

    def place(self, fit: Fit, rect: Rect) -> list[Node]:
        return [node for child in self.children for node in place(fit, child, rect)]


@dataclass(frozen=True)
class Keyed(Element):
    """Gives its child's nodes keys (`key`, `key.1`, ...), so that they can move between two scenes."""

    child: Element
    key: str
    travels: bool = True
    trail: bool = False
    appears: Literal["", "fade", "unfold"] = ""

    def measure(self, fit: Fit, width: float) -> Size:
        return fit.measure(self.child, width)

    def least(self, fit: Fit) -> float:
        return fit.least(self.child)

    def place(self, fit: Fit, rect: Rect) -> list[Node]:
        return [
            replace(
                node,
                key=node.key or (f"{self.key}.{i}" if i else self.key),
                travels=self.travels,
                trail=self.trail and i == 0,
                appears=self.appears,
            )
            for i, node in enumerate(self.child.place(fit, rect))
        ]


@dataclass(frozen=True)
class Card(Element):
    """A rounded panel around a child. `fill` and `border` are roles; `band` colours its top; `edge` its lower rim."""

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

    def place(self, fit: Fit, rect: Rect) -> list[Node]:
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


def centred(child: Element, width: float | None = None) -> Element:
    """A child in the middle of its room, `width` wide if given (an overlay's card)."""
    held = Sized(child, w=width) if width else child
    row = Row([Grow(Spacer()), held, Grow(Spacer())], "none")
    return Column([Grow(Spacer()), row, Grow(Spacer())], "none")
