"""A table built line by line, the last line alone at the end."""

from engine.briefing.diagrams.base import HEIGHT, SMALLEST, WIDTH, Data, DiagramKind, Say
from engine.briefing.diagrams.pen import write
from engine.look.shapes import Rect, Shape

_HEAD, _BAND = 40.0, 17.0
_COLOURS = ("gift", "kept", "idea", "family.landlords")


def draw(data: Data, step: int, say: Say) -> tuple[Shape, ...]:
    asked, *columns = data
    lines = len(asked.cells)
    seen = (1, lines - 1, lines)[step - 1]
    wide, row = WIDTH / len(columns), (HEIGHT - _HEAD) / lines
    shapes: list[Shape] = []
    words: list[Shape] = []
    for n, column in enumerate(columns):
        x = n * wide
        shapes.append(Rect(x + 1.5, 0, wide - 3, _HEAD - 3, _COLOURS[n], 4))
        if column.label:
            words += write(say(column.label), (x + 3, 2, wide - 6, _HEAD - 7), 16, colour="on_colour")
    for line in range(seen):
        y = _HEAD + line * row
        last = line == lines - 1
        shapes.append(Rect(0, y, WIDTH, _BAND, "sand"))
        words += write(
            say(asked.cells[line]), (6, y, WIDTH - 12, _BAND - 1), 15, colour="quiet", anchor="start"
        )
        for n, column in enumerate(columns):
            box = (n * wide + 4, y + _BAND, wide - 8, row - _BAND - 2)
            if last:
                shapes.append(Rect(n * wide + 1.5, y + _BAND + 1, wide - 3, row - _BAND - 2, "part_soft", 4))
            face = "text-700" if last else "text-400"
            words += write(say(column.cells[line]), box, SMALLEST + 2, face=face)
    return (*shapes, *words)


KIND = DiagramKind(
    steps=3,
    parts=(3, 5),
    needs=(),
    takes=("label",),
    cells=(3, 4),
    said="un tableau : d’abord ce que demande chaque ligne (cells), puis une partie par colonne (label, "
    "cells)",
    draw=draw,
)
