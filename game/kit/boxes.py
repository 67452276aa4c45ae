"""Boxes that share their room among children: Column, Row, Flow.

All shrink by the same rule: given less room than they want, they set everything inside them in smaller type
and tighter gaps, step by step.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.kit.frames import Sized, Spacer
from game.kit.geometry import Rect
from game.kit.layout import Element, Fit, Size, place
from game.kit.nodes import Node

Align = Literal["start", "center", "end", "stretch"]
Justify = Literal["start", "center", "end", "between"]


@dataclass(frozen=True)
class Grow(Element):
    """In a Row or a Column: takes what the others leave, in proportion to `weight`, and at least
    `least_size`.
    """

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

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        return self.child.place(fit, rect)


def _aligned(align: str, start: float, room: float, wanted: float) -> tuple[float, float]:
    """Start and length of something in a room."""
    if align == "stretch":
        return start, room
    length = min(wanted, room)
    return start + {"start": 0.0, "center": 0.5, "end": 1.0}[align] * (room - length), length


@dataclass(frozen=True)
class Column(Element):
    """Children from top to bottom. `align` is across, `justify` says where spare height goes (Grow takes it
    first).
    """

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

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
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
    """Lengths after the Grow children have shared the spare room so that, if possible, they are in
    proportion.
    """
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
    """Children from left to right: natural widths, Grow children share the rest; long texts give way."""

    children: Sequence[Element]
    gap: str | float = "m"
    align: Align = "center"
    justify: Justify = "start"

    @property
    def name(self) -> str:
        return f"Row({', '.join(child.name for child in self.children[:4])})"

    def widths(self, fit: Fit, width: float) -> list[float]:
        """Each child's width in a row of `width`; their sum exceeds it if nothing can give way."""
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
            max(size.w, fit.scaled(child.least_size)) if isinstance(child, Grow) else max(w, size.w)
            for child, size, w in zip(self.children, sizes, widths, strict=True)
        )
        return Size(taken + gaps, max((size.h for size in sizes), default=0.0))

    def least(self, fit: Fit) -> float:
        gaps = fit.gap(self.gap) * max(len(self.children) - 1, 0)
        return sum(fit.least(child) for child in self.children) + gaps

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
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

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
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


def centred(child: Element, width: float | None = None) -> Element:
    """A child in the middle of its room, `width` wide if given (an overlay's card)."""
    held = Sized(child, w=width) if width else child
    row = Row([Grow(Spacer()), held, Grow(Spacer())], "none")
    return Column([Grow(Spacer()), row, Grow(Spacer())], "none")
