"""Bars of time on one axis, the shortest above; and a moment that runs across all of them."""

from engine.briefing.diagrams.base import HEIGHT, Data, DiagramKind, Say
from engine.briefing.diagrams.pen import write
from engine.look.shapes import Line, Rect, Shape

_LEFT, _LONG, _TOP = 150.0, 236.0, 34.0
_COLOURS = ("gold", "family.inhabitants", "family.landlords", "family.associations", "gift", "kept")


def draw(data: Data, step: int, say: Say) -> tuple[Shape, ...]:
    *strips, moment = data
    row = (HEIGHT - _TOP - 8) / len(strips)
    unit = _LONG / max(part.value or 1 for part in strips)
    seen = strips if step > 1 else strips[:2]
    shapes: list[Shape] = [Line(((_LEFT, _TOP), (_LEFT, HEIGHT - 8)), "ink", 3)]
    for n, part in enumerate(seen):
        long = max((part.value or 0) * unit, 5)
        high = min(row * 0.58, 30)
        y = _TOP + n * row + (row - high) / 2
        shapes.append(Rect(_LEFT, y, long, high, _COLOURS[n % len(_COLOURS)], 3))
    across = _LEFT + 26
    if step > 2:
        shapes.append(Line(((across, _TOP - 6), (across, HEIGHT - 8)), "broken", 4, dashed=True))
    for n, part in enumerate(seen):
        y = _TOP + n * row
        if part.label:
            shapes += write(say(part.label), (2, y + 2, _LEFT - 12, row - 4), 16, anchor="end")
        if part.note:
            shapes += _length(say(part.note), _LEFT + (part.value or 0) * unit, y, row)
    if step > 2 and moment.label:
        shapes += write(say(moment.label), (across - 60, 2, 240, 24), 17, colour="broken_ink", anchor="start")
    return tuple(shapes)


def _length(words: str, end: float, y: float, row: float) -> tuple[Shape, ...]:
    """How long it is, behind its bar, or at its end where the bar leaves no room."""
    if not words:
        return ()
    if end > _LEFT + 150:
        return write(
            words, (_LEFT + 60, y + 2, end - _LEFT - 68, row - 4), 18, colour="on_colour", anchor="end"
        )
    return write(words, (max(end, _LEFT + 26) + 12, y + 2, 110, row - 4), 18, anchor="start")


KIND = DiagramKind(
    steps=3,
    parts=(3, 7),
    needs=("label",),
    takes=("note",),
    valued=slice(-1),
    said="des durées, en années, de la plus courte à la plus longue, puis un moment, sans nombre, qui les "
    "traverse",
    draw=draw,
)
