"""Two crowds of thirty, side by side: what is said of the one and of the other, and how many of each."""

from engine.briefing.diagrams.base import Data, DiagramKind, Say
from engine.briefing.diagrams.pen import person, write
from engine.look.shapes import Rect, Shape

_COLUMNS, _ROWS, _TALL = 6, 5, 29.0
_SIDES = (8.0, 226.0)
_WIDE = 166.0


def draw(data: Data, step: int, say: Say) -> tuple[Shape, ...]:
    *crowds, asked = data
    shapes: list[Shape] = []
    words: list[Shape] = []
    for left, crowd, colour in zip(_SIDES, crowds, ("gift", "family.landlords"), strict=True):
        many = round(_COLUMNS * _ROWS / max(crowd.value or 1, 1)) if step > 2 else 0
        for n in range(_COLUMNS * _ROWS):
            x = left + (n % _COLUMNS + 0.5) * _WIDE / _COLUMNS
            foot = 62 + n // _COLUMNS * (_TALL + 3)
            shapes += person(x, foot, _TALL, colour if n < many or step < 3 else "field_line")
        if crowd.label:
            words += write(say(crowd.label), (left - 4, 2, _WIDE + 8, 26), 19)
    for n, top in enumerate((204.0, 252.0)):
        if step < n + 2:
            break
        shapes.append(Rect(4, top, 392, 42, "sand", 8))
        words += write(say(asked.cells[n]), (140, top + 2, 120, 38), 16, face="text-400")
        for left, crowd, colour in zip((8, 264), crowds, ("gift", "broken_ink"), strict=True):
            words += write(say(crowd.cells[n]), (left, top + 2, 128, 38), 25, colour=colour, face="head-800")
    return (*shapes, *words)


KIND = DiagramKind(
    steps=3,
    parts=(3, 3),
    needs=(),
    takes=("label",),
    valued=slice(2),
    cells=(2, 2),
    said="deux foules (label, ce qu’on en dit en deux cells, value : « un sur … »), puis ce que disent ces "
    "cells",
    draw=draw,
)
