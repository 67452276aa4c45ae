"""A street that a limit cuts in two: houses lit on one side only, and the two numbers that decide of it."""

from engine.briefing.diagrams.base import Data, DiagramKind, Say
from engine.briefing.diagrams.pen import told, write
from engine.look.shapes import Circle, Line, Polygon, Rect, Shape

_ROAD, _DEEP, _LONG = 104.0, 34.0, 302.0
_ROWS = (22.0, 148.0)


def draw(data: Data, step: int, say: Say) -> tuple[Shape, ...]:
    within, without, *numbers = data
    shapes: list[Shape] = [Rect(0, _ROAD, 400, _DEEP, "neutral")]
    for top, side, lit in ((_ROWS[0], within, step > 1), (_ROWS[1], without, False)):
        many = max(round(side.value or 1), 1)
        for n in range(many):
            shapes += _house(8 + n * _LONG / many, top, _LONG / many - 8, lit, n)
    limit, middle = "gold" if step > 1 else "on_colour", _ROAD + _DEEP / 2
    shapes.append(Line(((6, middle), (394, middle)), limit, 4, True))
    words: list[Shape] = []
    if step > 1:
        for top, side in zip(_ROWS, (within, without), strict=True):
            if side.label:
                words += write(say(side.label), (318, top, 80, 72), 18)
    if step > 2:
        for n, part in enumerate(numbers):
            shapes.append(Rect(8 + n * 197, 236, 187, 60, "part_soft", 8))
            words += told(part, say, (14 + n * 197, 236, 175, 60), size=22)
    return (*shapes, *words)


def _house(x: float, top: float, w: float, lit: bool, n: int) -> tuple[Shape, ...]:
    """A house: its roof, its window, its door; where it is lit, so is the window, and there is somebody."""
    wall = ("part_soft" if n % 2 else "sand") if lit else "track"
    pane = "gold" if lit else "neutral"
    roof = "broken" if lit else "quiet"
    foot = top + 76
    return (
        Polygon(((x, top + 26), (x + w / 2, top), (x + w, top + 26)), roof),
        Rect(x + 3, top + 26, w - 6, 50, wall),
        Rect(x + w * 0.16, top + 36, w * 0.28, 18, pane, 1.5),
        Rect(x + w * 0.56, top + 44, w * 0.26, 32, roof),
        Circle(x + w * 0.77, foot - 15, 1.5, wall),
    )


KIND = DiagramKind(
    steps=3,
    parts=(4, 4),
    needs=("label",),
    takes=("note",),
    valued=slice(2),
    said="les deux côtés d’une rue (value dit combien de maisons), puis les deux seuils (note, label)",
    draw=draw,
)
