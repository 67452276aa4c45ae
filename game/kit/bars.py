"""Bars: how full something is, and answers in parts."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from game.kit.geometry import Rect
from game.kit.labels import Label
from game.kit.layout import Element, Fit, Size
from game.kit.nodes import Node, Polygon, Segments


@dataclass(frozen=True)
class Bar(Element):
    """How full something is: `share` from 0 to 1, `mark` an upright line where it started."""

    share: float
    colour: str
    mark: float | None = None
    height: float = 18.0
    track: str = "track"

    def measure(self, fit: Fit, width: float) -> Size:
        high = self.height * fit.swell
        return Size(min(width, 80.0), high + (10.0 if self.mark is not None else 0.0))

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        high = self.height * fit.swell
        y = rect.y + (rect.h - high) / 2
        return [
            Segments(
                rect=Rect(rect.x, y, rect.w, high),
                shares=((min(max(self.share, 0.0), 1.0), fit.colour(self.colour)),),
                track=fit.colour(self.track),
                radius=high / 2,
                mark=self.mark,
                mark_colour=fit.colour("ink"),
                layer=fit.layer,
            )
        ]


@dataclass(frozen=True)
class Part(Element):
    """A part of a StackedBar: `amount`, ground colour, words inside (written below the bar where they do
    not fit).
    """

    amount: float
    colour: str
    text: str = ""
    letters: str = "on_colour"


@dataclass(frozen=True)
class StackedBar(Element):
    """A bar in parts proportional to their amounts, words or numbers inside, or below if a part is too
    narrow.
    """

    parts: Sequence[Part]
    height: float = 46.0
    style: str = "label"

    def _shares(self, fit: Fit, width: float) -> list[float]:
        """Of the width. A part that is only a number is given room for it, taken from the largest."""
        total = sum(part.amount for part in self.parts)
        shares = [part.amount / total if total else 0.0 for part in self.parts]
        for i, part in enumerate(self.parts):
            if 0 < len(part.text) <= 3 and part.amount and width:
                wanted = min((self._words(fit, part).w + 17.0) / width, 1 / len(shares))
                if shares[i] < wanted:
                    shares[shares.index(max(shares))] -= wanted - shares[i]
                    shares[i] = wanted
        return shares

    def _inside(self, fit: Fit, part: Part, width: float) -> bool:
        return self._words(fit, part).w + 16.0 <= width

    def _label(self, part: Part) -> Label:
        return Label(part.text, self.style, part.letters, "center", one_line=True)

    def _words(self, fit: Fit, part: Part) -> Size:
        return self._label(part).measure(fit, 9999.0)

    def _left_out(self, fit: Fit, width: float) -> list[Part]:
        return [
            part
            for part, share in zip(self.parts, self._shares(fit, width), strict=True)
            if part.text and part.amount and not self._inside(fit, part, share * width)
        ]

    def _below(self, fit: Fit, width: float) -> Label | None:
        out = self._left_out(fit, width)
        return Label(" · ".join(part.text for part in out), self.style, "quiet", "right") if out else None

    def _bar_height(self, fit: Fit) -> float:
        style = fit.theme.style(self.style)
        letters = max((fit.size(style, part.text) for part in self.parts if part.text), default=0.0)
        return max(fit.scaled(self.height, 20.0), letters * 1.3)

    def measure(self, fit: Fit, width: float) -> Size:
        below = self._below(fit, width)
        under = below.measure(fit, width).h + 4.0 if below else 0.0
        return Size(min(width, 200.0), self._bar_height(fit) + under)

    def least(self, fit: Fit) -> float:
        return max((self._words(fit, part).w for part in self.parts if part.text), default=80.0)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        fit = fit.ease(self, rect)
        height = self._bar_height(fit)
        bar = Rect(rect.x, rect.y, rect.w, height)
        shares = self._shares(fit, rect.w)
        cut = tuple((share, fit.colour(part.colour)) for part, share in zip(self.parts, shares, strict=True))
        nodes: list[Node] = [
            Segments(
                rect=bar,
                shares=cut,
                track=fit.colour("track"),
                radius=min(12.0, height / 2),
                layer=fit.layer,
            )
        ]
        x = rect.x
        for part, share in zip(self.parts, shares, strict=True):
            width = share * rect.w
            if part.text and part.amount and self._inside(fit, part, width):
                ground = fit.over(fit.colour(part.colour))
                nodes += self._label(part).place(ground, Rect(x, rect.y, width, height))
            x += width
        below = self._below(fit, rect.w)
        if below:
            nodes += below.place(fit, Rect(rect.x, bar.bottom + 4.0, rect.w, rect.bottom - bar.bottom - 4.0))
        return nodes


@dataclass(frozen=True)
class Dial(Element):
    """A ring cut in `size` segments of which `filled` are full, the first at the top and on clockwise."""

    filled: int
    size: int
    colour: str = "part"
    width: float = 52.0
    track: str = "track"

    def measure(self, fit: Fit, width: float) -> Size:
        wide = fit.scaled(self.width)
        return Size(wide, wide)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        wide = min(rect.w, rect.h, fit.scaled(self.width))
        x, y, outer = rect.x + rect.w / 2, rect.y + rect.h / 2, wide / 2
        return [
            Polygon(
                rect=Rect(x - outer, y - outer, wide, wide),
                points=_sector(x, y, outer, k, self.size),
                fill=fit.colour(self.colour if k < self.filled else self.track),
                layer=fit.layer,
            )
            for k in range(self.size)
        ]


_HOLE, _GAP, _STEPS = 0.52, 0.16, 10
"""Of a dial: its hole as a share of its radius, the gap between segments in radians, points on an arc."""


def _sector(x: float, y: float, outer: float, k: int, size: int) -> tuple[tuple[float, float], ...]:
    """The outline of one segment of a ring."""
    first = 2 * math.pi * k / size - math.pi / 2 + _GAP / 2
    wide = 2 * math.pi / size - _GAP
    turns = [first + wide * step / _STEPS for step in range(_STEPS + 1)]
    edge = [(x + outer * math.cos(turn), y + outer * math.sin(turn)) for turn in turns]
    hole = [(x + _HOLE * outer * math.cos(t), y + _HOLE * outer * math.sin(t)) for t in reversed(turns)]
    return (*edge, *hole)
