"""The rungs of a ladder, from the foot up; beside it, marks for the room to place."""

from engine.briefing.diagrams.base import HEIGHT, Data, DiagramKind, Say
from engine.briefing.diagrams.pen import write
from engine.look.shapes import Circle, Line, Rect, Shape

_LEFT, _WIDE = 16.0, 250.0
_COLOURS = ("neutral", "neutral", "gift", "gift", "kept", "kept", "kept")
_MARKS = 3


def draw(data: Data, step: int, say: Say) -> tuple[Shape, ...]:
    *rungs, marks = data
    row = (HEIGHT - 4) / len(rungs)
    seen = len(rungs) if step > 1 else (len(rungs) + 1) // 2
    top = HEIGHT - seen * row
    rails = (_LEFT + 12, _LEFT + _WIDE - 12)
    shapes: list[Shape] = [
        Line(((x, HEIGHT - 2), (x, max(top - 6, 4))), "family.landlords", 9) for x in rails
    ]
    words: list[Shape] = []
    for n, rung in enumerate(rungs[:seen]):
        y = HEIGHT - (n + 1) * row
        colour = _COLOURS[round(n * (len(_COLOURS) - 1) / max(len(rungs) - 1, 1))]
        shapes.append(Rect(_LEFT, y + 3, _WIDE, row - 8, colour, 6))
        if rung.label:
            words += write(say(rung.label), (_LEFT + 20, y + 4, _WIDE - 40, row - 10), 19, colour="on_colour")
    if step > 2:
        shapes += [Circle(336, 52 + n * 62, 24, "note", "gold", 5, True) for n in range(_MARKS)]
        for n in range(_MARKS):
            words += write(str(n + 1), (316, 32 + n * 62, 40, 40), 24, face="head-800")
        if marks.label:
            words += write(say(marks.label), (280, 210, 114, 84), 17, at="top")
    return (*shapes, *words)


KIND = DiagramKind(
    steps=3,
    parts=(4, 8),
    needs=("label",),
    said="les barreaux d’une échelle, de bas en haut, puis ce que la salle y place",
    draw=draw,
)
