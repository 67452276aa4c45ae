"""Where money goes, box after box; a valve that nobody watches, and what it costs as a shadow."""

from engine.briefing.diagrams.base import Data, DiagramKind, Say
from engine.briefing.diagrams.pen import arrow, told, write
from engine.look.shapes import Circle, Line, Rect, Shape

_BOXES = ((6.0, 8.0), (238.0, 8.0), (238.0, 128.0), (6.0, 128.0))
_SIZE = (152.0, 84.0)
_COLOURS = (("gold", "ink"), ("gift", "on_colour"), ("idea", "on_colour"), ("kept", "on_colour"))


def draw(data: Data, step: int, say: Say) -> tuple[Shape, ...]:
    boxes, valve, lost = data[:4], data[4], data[5]
    w, h = _SIZE
    seen = boxes[:2] if step == 1 else boxes
    shapes: list[Shape] = []
    words: list[Shape] = []
    if step > 2:
        shapes.append(Rect(_BOXES[2][0] + 10, _BOXES[2][1] + 12, w, h, "night", 8))
        shapes.append(Rect(196, 236, 202, 60, "night", 8))
        words += told(lost, say, (202, 238, 190, 56), "on_night", size=20)
    shapes += [Line(((6 + w, 50), (224, 50)), "ink", 6), arrow((236, 50), 0, 16, "ink")]
    if step > 1:
        x = 238 + w / 2
        shapes += [Line(((x, 92), (x, 114)), "ink", 6), arrow((x, 126), 0.25, 16, "ink")]
        shapes += [Line(((238, 170), (176, 170)), "ink", 6), arrow((160, 170), 0.5, 16, "ink")]
    for (x, y), part, (fill, ink) in zip(_BOXES, seen, _COLOURS, strict=False):
        shapes.append(Rect(x, y, w, h, fill, 8))
        words += told(part, say, (x + 8, y + 4, w - 16, h - 8), ink, size=20)
    if step > 2:
        shapes += [Circle(200, 170, 17, "broken"), Line(((188, 170), (212, 170)), "on_colour", 5)]
        shapes.append(Line(((200, 188), (200, 214), (160, 232)), "broken", 3, dashed=True))
        if valve.label:
            words += write(say(valve.label), (6, 236, 180, 56), 22, colour="broken_ink", face="head-800")
    return (*shapes, *words)


KIND = DiagramKind(
    steps=3,
    parts=(6, 6),
    needs=("label",),
    takes=("note",),
    said="quatre boîtes que l’argent traverse, puis la question posée à la vanne, puis ce qui manque, dans "
    "l’ombre",
    draw=draw,
)
