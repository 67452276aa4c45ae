"""Squares as large as their numbers, beside one that is too large for the sheet and was never counted."""

import math

from engine.briefing.diagrams.base import HEIGHT, WIDTH, Data, DiagramKind, Say
from engine.briefing.diagrams.pen import arrow, told
from engine.look.shapes import Line, Rect, Shape

_LARGEST = 138.0
_EDGE = 246.0


def draw(data: Data, step: int, say: Say) -> tuple[Shape, ...]:
    *counted, whole = data
    small, large = counted[:-1], counted[-1]
    unit = _LARGEST / math.sqrt(max(part.value or 1 for part in counted))
    row = (HEIGHT - _LARGEST - 24) / len(small)
    shapes: list[Shape] = []
    if step > 2:
        shapes.append(Rect(_EDGE, 26, WIDTH - _EDGE, HEIGHT - 26, "kept_soft"))
        shapes.append(Line(((_EDGE, HEIGHT), (_EDGE, 26), (WIDTH, 26)), "kept", 3))
        shapes.append(Line(((WIDTH - 40, HEIGHT - 40), (WIDTH - 14, HEIGHT - 14)), "kept", 4))
        shapes.append(arrow((WIDTH - 8, HEIGHT - 8), 0.125, 18, "kept"))
    for n, part in enumerate(small):
        side = math.sqrt(part.value or 0) * unit
        shapes.append(Rect(12, 12 + n * row + (row - side) / 2, side, side, "gold", 2))
    if step > 1:
        side = math.sqrt(large.value or 0) * unit
        shapes.append(Rect(12, HEIGHT - 8 - side, side, side, "gift", 3))
    for n, part in enumerate(small):
        left = 12 + max(math.sqrt(one.value or 0) for one in small) * unit + 12
        shapes += told(part, say, (left, 12 + n * row, _EDGE - left - 10, row), "ink", "start")
    if step > 1:
        shapes += told(large, say, (20, HEIGHT - _LARGEST, _LARGEST - 16, _LARGEST - 16), "on_colour")
    if step > 2:
        shapes += told(whole, say, (_EDGE + 12, 44, WIDTH - _EDGE - 20, 190), "kept_ink")
    return tuple(shapes)


KIND = DiagramKind(
    steps=3,
    parts=(3, 5),
    needs=("label", "note"),
    valued=slice(-1),
    said="des carrés à l’échelle de leurs nombres, du plus petit au plus grand, puis un dernier, sans "
    "nombre, trop grand pour la feuille",
    draw=draw,
)
