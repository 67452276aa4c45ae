"""Two towers of what everybody has, as high here as there; then one is shorter, and a block comes on top of
it."""

from engine.briefing.diagrams.base import Data, DiagramKind, Say
from engine.briefing.diagrams.pen import write
from engine.look.shapes import Line, Rect, Shape

_GROUND, _HIGH, _WIDE = 248.0, 224.0, 132.0
_LEFT = (34.0, 234.0)


def draw(data: Data, step: int, say: Say) -> tuple[Shape, ...]:
    there, here, more = data
    unit = _HIGH / max(there.value or 1, (here.value or 0) + (more.value or 0), 1)
    high = [(there.value or 0) * unit, ((here if step > 1 else there).value or 0) * unit]
    shapes: list[Shape] = [Line(((176, _GROUND + 4), (224, _GROUND + 4)), "field_line", 3, dashed=True)]
    if step > 1:
        gap = Rect(_LEFT[1], _GROUND - high[0], _WIDE, high[0], "sand", 3, "field_line", 2, dashed=True)
        shapes.append(gap)
    for x, h in zip(_LEFT, high, strict=True):
        shapes.append(Rect(x, _GROUND - h, _WIDE, h, "gift", 3))
    added = (more.value or 0) * unit
    if step > 2:
        shapes.append(Rect(_LEFT[1], _GROUND - high[1] - added, _WIDE, added - 3, "gold", 3))
    shapes.append(Line(((10, _GROUND), (390, _GROUND)), "ink", 3))
    for x, h, part in zip(_LEFT, high, (there, here), strict=True):
        if there.note:
            inside = (x + 8, _GROUND - h + 8, _WIDE - 16, h - 16)
            shapes += write(say(there.note), inside, 20, colour="on_colour")
        if part.label:
            shapes += write(say(part.label), (x - 24, _GROUND + 10, _WIDE + 48, 38), 17, at="top")
    if step > 2 and more.label:
        shapes += write(say(more.label), (_LEFT[1] + 4, _GROUND - high[1] - added, _WIDE - 8, added - 3), 18)
    return tuple(shapes)


KIND = DiagramKind(
    steps=3,
    parts=(3, 3),
    needs=("label",),
    valued=slice(None),
    takes=("note",),
    said="deux tours égales (note dit ce qu’elles sont), puis l’une plus courte, puis ce qui s’ajoute dessus",
    draw=draw,
)
