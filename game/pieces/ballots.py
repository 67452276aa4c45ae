"""Grades on a ballot: a sign and a colour for each, ticked or not."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.look.palette import mix
from game.kit import Element, Fit, Label, Node, Rect, Row, Size
from game.kit.nodes import OutlineArt, Panel, Segments
from game.pieces.signs import hexed

GRADES = ("kept", "gift", "neutral", "part", "broken")
"""The colours of grades, the best first."""
_SIGNS = (
    "M-9 1 L0 -8 L9 1 M-9 10 L0 1 L9 10", "M-9 5 L0 -4 L9 5", "M-9 0 H9", "M-9 -4 L0 5 L9 -4",
    "M-8 -8 L8 8 M8 -8 L-8 8",
)  # fmt: skip
"""Very good and good point up, fair is a line, poor points down, reject is a cross: in a square around 0."""


@dataclass(frozen=True)
class Tick(Element):
    """A grade on a ballot: its sign, on its colour where it is `given`."""

    grade: int
    given: bool = False
    size: float = 44.0

    def measure(self, fit: Fit, width: float) -> Size:
        side = fit.scaled(self.size, 30.0)
        return Size(side, side)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        side = min(rect.w, rect.h, fit.scaled(self.size, 30.0))
        x, y = rect.centre
        spot = Rect(x - side / 2, y - side / 2, side, side)
        return [OutlineArt(rect=spot, markup=self._drawn(fit), units=(44.0, 44.0), layer=fit.layer)]

    def _drawn(self, fit: Fit) -> str:
        ink = fit.colour(GRADES[self.grade])
        fill, sign = (ink, fit.colour("on_colour")) if self.given else (fit.colour("panel"), ink)
        rim = ink if self.given else mix(ink, fit.colour("panel"), 0.45)
        if fit.theme.high_contrast:
            rim = ink
        return (
            f'<circle cx="22" cy="22" r="20" fill="{hexed(fill)}" stroke="{hexed(rim)}" stroke-width="2.4"/>'
            f'<g transform="translate(22,22)"><path d="{_SIGNS[self.grade]}" fill="none" '
            f'stroke="{hexed(sign)}" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></g>'
        )


@dataclass(frozen=True)
class Judged(Element):
    """Voices that gave each grade, the best first, side by side; a line where their middle is."""

    grades: tuple[int, ...]
    height: float = 22.0

    def measure(self, fit: Fit, width: float) -> Size:
        return Size(min(width, 120.0), fit.scaled(self.height, 16.0))

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        tall = min(rect.h, fit.scaled(self.height, 16.0))
        bar = Rect(rect.x, rect.centre[1] - tall / 2, rect.w, tall)
        total = max(sum(self.grades), 1)
        cut = tuple((n / total, fit.colour(role)) for n, role in zip(self.grades, GRADES, strict=True) if n)
        line = Rect(bar.x + bar.w / 2 - 1.5, bar.y - 4.0, 3.0, bar.h + 8.0)
        return [
            Segments(rect=bar, shares=cut, track=fit.colour("track"), radius=4.0, layer=fit.layer),
            Panel(rect=line, radius=1.0, fill=fit.colour("ink"), layer=fit.layer),
        ]


def grade_legend(words: Sequence[str], size: float = 30.0) -> list[Element]:
    """Each grade's sign beside its word."""
    return [
        Row([Tick(k, True, size), Label(word, "tiny", "ink", one_line=True)], "xs")
        for k, word in enumerate(words)
    ]
