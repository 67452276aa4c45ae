"""A pair of scales that the room tips: level, then towards what is there, then towards what replaces it."""

import math

from engine.briefing.diagrams.base import Data, DiagramKind, Say, Tray
from engine.briefing.diagrams.pen import write
from engine.look.shapes import Circle, Line, Point, Polygon, Rect, Shape

_ARM, _TOP = 118.0, 74.0
_TILT = (0.0, -0.19, 0.19)
_LOAD = (142.0, 56.0)
_PAN, _HANGS, _WIDE = 9.0, 122.0, 152.0


def draw(data: Data, step: int, say: Say) -> tuple[Shape, ...]:
    ends = _ends(step)
    shapes: list[Shape] = [
        Polygon(((152, 292), (248, 292), (214, 268), (186, 268)), "night"),
        Line(((200, 276), (200, _TOP)), "night", 9),
        Line(ends, "night", 8),
        Circle(200, _TOP, 10, "gold", "night", 4),
    ]
    words: list[Shape] = []
    loads = (("kept", "on_colour"), ("gold", "ink"))
    for (x, y), part, (fill, ink) in zip(ends, data, loads, strict=False):
        pan, (w, h) = y + _HANGS, _LOAD
        less = step == 3 and part is data[0]
        shapes += [Line(((x - 66, pan), (x, y), (x + 66, pan)), "ink", 2), Circle(x, y, 5, "night")]
        box = (x - w / 2 + 4, pan - h, w - 8, h)
        load = Rect(*box, "kept_soft", 5, "kept", 2, True) if less else Rect(*box, fill, 5)
        shapes += [load, Rect(x - _WIDE / 2, pan, _WIDE, _PAN, "night", 4)]
        if part.label:
            inside = (x - w / 2 + 10, pan - h + 3, w - 20, h - 6)
            words += write(say(part.label), inside, 18, colour="kept_ink" if less else ink)
    asked = data[step].label if step > 1 else None
    if asked:
        words += write(say(asked), (60, 4, 280, 34), 28, face="head-800")
    return (*shapes, *words)


def trays(step: int) -> tuple[Tray, ...]:
    """Each with what it hangs by, so that a finger finds it."""
    boxes = [(x - _WIDE / 2, y, _WIDE, _HANGS + _PAN) for x, y in _ends(step)]
    return tuple(Tray(box, tips, tips) for box, tips in zip(boxes, (2, 3), strict=True))


def _ends(step: int) -> tuple[Point, Point]:
    """The ends of the arm, left and right."""
    tilt = _TILT[step - 1]
    across, down = _ARM * math.cos(tilt), _ARM * math.sin(tilt)
    return (200 - across, _TOP - down), (200 + across, _TOP + down)


KIND = DiagramKind(
    steps=3,
    parts=(4, 4),
    needs=("label",),
    said="une balance : ce qui est sur un plateau, ce qui est sur l’autre, puis la question dans un "
    "sens et dans l’autre",
    draw=draw,
    trays=trays,
)
