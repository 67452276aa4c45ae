"""The sheet itself, folding back until one question is left."""

from engine.briefing.diagrams.base import Data, DiagramKind, Say
from engine.briefing.diagrams.pen import write
from engine.look.shapes import Line, Polygon, Rect, Shape

_COLOURS = ("gold", "gift_soft", "kept_soft", "broken_soft", "idea_soft", "part_soft", "note", "sand")


def draw(data: Data, step: int, say: Say) -> tuple[Shape, ...]:
    if step == 1:
        return (*_sheet(8, 14, 4, 2, 96, 136), *write("?", (300, 150, 96, 136), 60, face="head-800"))
    if step == 2:
        asks = write("?", (200, 150, 96, 136), 60, face="head-800")
        return (*_sheet(104, 14, 2, 2, 96, 136), *_flap(), *asks)
    [part] = data
    shapes: list[Shape] = [
        Rect(72, 26, 272, 262, "field_line", 4),
        Rect(64, 18, 272, 262, "night", 4),
        Line(((64, 149), (336, 149)), "night_track", 2, True),
    ]
    asked = say(part.label) if part.label else ""
    return (*shapes, *write(asked, (82, 34, 236, 230), 34, colour="on_night", face="head-800"))


def _sheet(x: float, y: float, columns: int, rows: int, w: float, h: float) -> tuple[Shape, ...]:
    shapes: list[Shape] = []
    for n in range(columns * rows):
        at = (x + n % columns * w, y + n // columns * h)
        shapes.append(Rect(*at, w, h, _COLOURS[n % len(_COLOURS)], 0, "ink", 2))
        if n < columns * rows - 1:
            for i in range(2):
                row = at[1] + 22 + i * 14
                shapes.append(Line(((at[0] + 14, row), (at[0] + w - 14 - i * 12, row)), "ink", 4 - i))
            shapes.append(Rect(at[0] + 22, at[1] + 66, w - 44, h - 88, "panel", 4, "ink", 2))
    return tuple(shapes)


def _flap() -> tuple[Shape, ...]:
    """What is turning over, on each side."""
    left = ((104, 14), (40, 40), (40, 312 - 52), (104, 286))
    right = ((296, 14), (360, 40), (360, 312 - 52), (296, 286))
    return (
        Polygon(tuple((float(x), float(y)) for x, y in left), "track", "ink", 2),
        Polygon(tuple((float(x), float(y)) for x, y in right), "track", "ink", 2),
    )


KIND = DiagramKind(
    steps=3,
    parts=(1, 1),
    needs=("label",),
    said="le dépliant qui se replie, jusqu’à une seule question",
    draw=draw,
)
