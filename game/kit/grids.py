"""Children in columns of equal width, and lists cut into pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.kit.boxes import Column, Grow, Row
from game.kit.frames import Spacer
from game.kit.geometry import Rect
from game.kit.inputs import Button
from game.kit.labels import Label
from game.kit.layout import Element, Fit, Size, place
from game.kit.nodes import Node


@dataclass(frozen=True)
class Grid(Element):
    """Children in `columns` of equal width, row by row, all set at the same type size.

    `equal` makes all rows as high as the highest; `fill` shares the whole height among the rows.
    """

    children: Sequence[Element]
    columns: int
    gap: str | float = "m"
    row_gap: str | float | None = None
    equal: bool = False
    fill: bool = False

    @property
    def name(self) -> str:
        return f"Grid({', '.join(child.name for child in self.children[:4])})"

    def _gaps(self, fit: Fit) -> tuple[float, float]:
        return fit.gap(self.gap), fit.gap(self.gap if self.row_gap is None else self.row_gap)

    def _cell(self, fit: Fit, width: float) -> float:
        return max((width - self._gaps(fit)[0] * (self.columns - 1)) / self.columns, 0.0)

    def _rows(self) -> list[Sequence[Element]]:
        return [self.children[i : i + self.columns] for i in range(0, len(self.children), self.columns)]

    def _heights(self, fit: Fit, width: float) -> list[float]:
        cell = self._cell(fit, width)
        heights = [max(fit.measure(child, cell).h for child in row) for row in self._rows()]
        return [max(heights)] * len(heights) if self.equal and heights else heights

    def measure(self, fit: Fit, width: float) -> Size:
        cell = self._cell(fit, width)
        widest = max((fit.measure(child, cell).w for child in self.children), default=0.0)
        across, down = self._gaps(fit)
        heights = self._heights(fit, width)
        taken = widest * self.columns + across * (self.columns - 1)
        return Size(taken, sum(heights) + down * max(len(heights) - 1, 0))

    def least(self, fit: Fit) -> float:
        widest = max((fit.least(child) for child in self.children), default=0.0)
        return widest * self.columns + self._gaps(fit)[0] * (self.columns - 1)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        fit = fit.ease(self, rect)
        across, down = self._gaps(fit)
        cell, heights = self._cell(fit, rect.w), self._heights(fit, rect.w)
        if self.fill and heights:
            spare = rect.h - sum(heights) - down * (len(heights) - 1)
            heights = [height + max(spare, 0.0) / len(heights) for height in heights]
        nodes: list[Node] = []
        y = rect.y
        for row, height in zip(self._rows(), heights, strict=True):
            for i, child in enumerate(row):
                nodes += place(fit, child, Rect(rect.x + i * (cell + across), y, cell, height))
            y += height + down
        return nodes


_LOOKED_AT = 40
"""Of so many items of a list sizes are measured: more do not fit on a page."""


@dataclass(frozen=True)
class Pages(Element):
    """A long list, as many items as fit from `start` on, and a foot to turn the page when there are more.

    `turn(new_start)` makes the intent of the two controls, whose ids are `id` + ".back" and ".on".
    """

    items: Sequence[Element]
    start: int
    id: str
    turn: Callable[[int], object]
    back: str = "←"
    on: str = "→"
    gap: str | float = "s"

    def measure(self, fit: Fit, width: float) -> Size:
        """Wants room for one item and the foot: put it in a Grow, and it shows as many as fit."""
        sizes = [fit.measure(item, width) for item in self.items[self._first() :][:_LOOKED_AT]]
        widest = max((size.w for size in sizes), default=0.0)
        if fit.swell > 1.0:  # larger only where that turns no more pages
            mean = sum(size.h for size in sizes) / max(len(sizes), 1)
            return Size(widest, (mean + fit.gap(self.gap)) * len(self.items) - fit.gap(self.gap))
        return Size(widest, self._least_height(fit, sizes))

    def least(self, fit: Fit) -> float:
        return max((fit.least(item) for item in self.items[self._first() :][:_LOOKED_AT]), default=0.0)

    def _first(self) -> int:
        """Where the page starts; the items around it stand for all where there are very many."""
        return min(self.start, max(len(self.items) - 1, 0)) if len(self.items) > _LOOKED_AT else 0

    def _least_height(self, fit: Fit, sizes: list[Size]) -> float:
        """Room for the highest item and the foot."""
        highest = max((size.h for size in sizes), default=0.0)
        return highest + (self._foot_height(fit) if len(sizes) > 1 else 0.0)

    def _foot_height(self, fit: Fit) -> float:
        return fit.measure(self._foot(0, 1), 400.0).h + fit.gap(self.gap)

    def _foot(self, start: int, end: int) -> Element:
        span = f"{start + 1}–{end}" if end > start + 1 else f"{start + 1}"
        shown = Label(f"{span} / {len(self.items)}", "tiny")
        size = max(end - start, 1)
        back = Button(
            self.back, f"{self.id}.back", self.turn(max(start - size, 0)), "chip", enabled=start > 0
        )
        on = Button(self.on, f"{self.id}.on", self.turn(end), "chip", enabled=end < len(self.items))
        return Row([back, on, shown, Grow(Spacer())], "s")

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        start = min(self.start, max(len(self.items) - 1, 0))
        heights = [fit.measure(item, rect.w).h for item in self.items[start:][:_LOOKED_AT]]
        gap = fit.gap(self.gap)
        if (
            start == 0
            and len(heights) == len(self.items)
            and sum(heights) + gap * max(len(heights) - 1, 0) <= rect.h + 0.75
        ):
            return Column(self.items, self.gap).place(fit, rect)
        foot = fit.measure(self._foot(0, 1), rect.w).h
        room = rect.h - foot - gap
        shown, used = 0, 0.0
        while shown < len(heights) and (not shown or used + heights[shown] <= room + 0.75):
            used += heights[shown] + gap
            shown += 1
        end = start + shown
        body = Column(self.items[start:end], self.gap)
        below = Rect(rect.x, rect.bottom - foot, rect.w, foot)
        return [
            *place(fit, body, Rect(rect.x, rect.y, rect.w, room)),
            *place(fit, self._foot(start, end), below),
        ]
