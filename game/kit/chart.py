"""A line chart with named points."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.kit.geometry import Rect
from game.kit.labels import Label
from game.kit.layout import Element, Fit, Size
from game.kit.nodes import Circle, Node, Path

_OFF = 16.0
_WIDEST = 0.42
"""The share of a chart's width that words about one point may take before they wrap."""


@dataclass(frozen=True)
class Dot:
    """A point of the line: a value, the name under it (a round), and what happened there, if it is to be
    said.
    """

    value: float
    under: str = ""
    says: str = ""


@dataclass(frozen=True)
class Chart(Element):
    """One line through `dots`, values from `low` to `high`, a thin rule every `step`."""

    dots: Sequence[Dot]
    low: float = 0.0
    high: float = 100.0
    step: float = 25.0
    colour: str = "gold"
    height: float = 320.0
    style: str = "tiny"

    def measure(self, fit: Fit, width: float) -> Size:
        return Size(min(width, 320.0), fit.scaled(self.height, 120.0))

    def least(self, fit: Fit) -> float:
        return 240.0

    def _levels(self) -> list[float]:
        count = int((self.high - self.low) / self.step + 1e-9)
        return [self.low + i * self.step for i in range(count + 1)]

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        line = fit.size(fit.theme.style(self.style)) * 1.25
        left = (
            max(Label(f"{v:g}", self.style, one_line=True).measure(fit, 999.0).w for v in self._levels())
            + 16.0
        )
        foot = line + 6.0 if any(dot.under for dot in self.dots) else 0.0
        plot = Rect(rect.x + left, rect.y + line / 2, rect.w - left - 12.0, rect.h - line - foot)
        nodes = self._rules(fit, rect, plot, line)
        points = [self._point(plot, i, dot.value) for i, dot in enumerate(self.dots)]
        if len(points) > 1:
            nodes.append(
                Path(
                    rect=plot,
                    points=tuple(points),
                    colour=fit.colour(self.colour),
                    width=8.0 * fit.swell,
                    layer=fit.layer,
                )
            )
        for point in points:
            nodes.append(
                Circle(rect=Rect(point[0] - 9, point[1] - 9, 18, 18), fill=fit.colour("ink"), layer=fit.layer)
            )
        return nodes + self._names(fit, plot, points, line)

    def _point(self, plot: Rect, i: int, value: float) -> tuple[float, float]:
        share = min(max((value - self.low) / ((self.high - self.low) or 1.0), 0.0), 1.0)
        across = i / (len(self.dots) - 1) if len(self.dots) > 1 else 0.5
        return plot.x + across * plot.w, plot.bottom - share * plot.h

    def _rules(self, fit: Fit, rect: Rect, plot: Rect, line: float) -> list[Node]:
        nodes: list[Node] = []
        levels = self._levels()
        if len(levels) > 1 and plot.h / (len(levels) - 1) < line:
            levels = [levels[0], levels[-1]]
        for value in levels:
            y = plot.bottom - (value - self.low) / ((self.high - self.low) or 1.0) * plot.h
            rule = Rect(plot.x, y, plot.w, 0.0)
            nodes.append(
                Path(
                    rect=rule,
                    points=((plot.x, y), (plot.right, y)),
                    colour=fit.colour("line"),
                    layer=fit.layer,
                )
            )
            label = Label(f"{value:g}", self.style, align="right", one_line=True)
            nodes += label.place(fit, Rect(rect.x, y - line / 2, plot.x - rect.x - 16.0, line))
        return nodes

    def _names(self, fit: Fit, plot: Rect, points: list[tuple[float, float]], line: float) -> list[Node]:
        """Names under the chart; what happened near its point, clear of the line and of each other."""
        nodes: list[Node] = []
        taken = _along(points)
        for dot, (x, y) in zip(self.dots, points, strict=True):
            if dot.under:
                label = Label(dot.under, self.style, one_line=True)
                wide = label.measure(fit, 9999.0).w
                nodes += label.place(fit, _about(wide, line, x, plot.bottom + 6, plot))
            if dot.says:
                label = Label(dot.says, self.style, "ink", "center")
                spot = self._free(fit, label, (x, y), plot, taken)
                if spot is not None:
                    taken.append(spot)
                    nodes += label.place(fit, spot)
        return nodes

    def _free(
        self, fit: Fit, label: Label, point: tuple[float, float], plot: Rect, taken: list[Rect]
    ) -> Rect | None:
        """The place nearest to a point, above it or below, that nothing else has taken; None without one."""
        x, y = point
        size = label.measure(fit, min(plot.w * _WIDEST, label.measure(fit, 9999.0).w))
        for away in range(0, int(plot.h), 8):
            for top in (y - _OFF - away - size.h, y + _OFF + away):
                spot = _about(size.w + 2.0, size.h, x, top, plot)
                inside = plot.y - 8.0 <= spot.y and spot.bottom <= plot.bottom
                if inside and not any(min(spot.overlap(other)) > 0 for other in taken):
                    return spot
        return None


def _along(points: list[tuple[float, float]]) -> list[Rect]:
    """Small squares along the line, which words keep clear of."""
    squares = [Rect(x - 12.0, y - 12.0, 24.0, 24.0) for x, y in points]
    for (ax, ay), (bx, by) in pairwise(points):
        steps = max(int(math.dist((ax, ay), (bx, by)) / 12.0), 1)
        squares += [
            Rect(ax + (bx - ax) * i / steps - 7.0, ay + (by - ay) * i / steps - 7.0, 14.0, 14.0)
            for i in range(steps)
        ]
    return squares


def _about(w: float, h: float, x: float, y: float, plot: Rect) -> Rect:
    """Room for words, their middle at x as far as the chart's sides allow."""
    start = min(max(x - w / 2, plot.x - 8), plot.right + 12.0 - w)
    return Rect(start, y, w, h)
