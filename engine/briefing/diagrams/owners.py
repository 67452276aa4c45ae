"""A square that belongs to four people, and something that stands on the line between them."""

from engine.briefing.diagrams.base import HEIGHT, WIDTH, Data, DiagramKind, Say
from engine.briefing.diagrams.pen import write
from engine.look.shapes import Circle, Line, Polygon, Rect, Shape

_MIDDLE = (214.0, 150.0)
_PLOTS = (
    ((4, 4), (196, 4), _MIDDLE, (4, 168)),
    ((196, 4), (396, 4), (396, 132), _MIDDLE),
    (_MIDDLE, (396, 132), (396, 296), (226, 296)),
    ((4, 168), _MIDDLE, (226, 296), (4, 296)),
)
_WORDS = ((14, 14, 166, 74), (216, 14, 170, 62), (262, 212, 126, 76), (14, 216, 150, 72))
_COLOURS = (("gift", "on_colour"), ("part_soft", "ink"), ("kept", "on_colour"), ("gold", "ink"))


def draw(data: Data, step: int, say: Say) -> tuple[Shape, ...]:
    *plots, thing = data
    shapes: list[Shape] = []
    words: list[Shape] = []
    for way, box, plot, (fill, ink) in zip(_PLOTS, _WORDS, plots, _COLOURS, strict=True):
        points = tuple((float(x), float(y)) for x, y in way)
        shapes.append(Polygon(points, fill if step > 1 else "sand", "panel" if step > 1 else "sand", 4))
        if step > 1 and plot.label:
            words += write(say(plot.label), box, 20, colour=ink)
    shapes += _furniture()
    if step > 2:
        x, y = _MIDDLE
        shapes += [
            Circle(x, y, 56, "panel", "broken", 5),
            Rect(x - 13, y - 36, 26, 5, "night", 2),
            Polygon(((x - 16, y - 30), (x + 16, y - 30), (x + 12, y + 4), (x - 12, y + 4)), "night"),
        ]
        if thing.label:
            words += write(say(thing.label), (x - 42, y + 8, 84, 34), 16, colour="broken_ink")
    return (*shapes, *words)


def _furniture() -> tuple[Shape, ...]:
    """What everybody sees: a lamp, a bench, a tree."""
    return (
        Line(((44, 158), (44, 104)), "night", 5),
        Circle(44, 100, 10, "note", "night", 4),
        Rect(292, 112, 64, 8, "night", 3),
        Line(((300, 120), (300, 134)), "night", 4),
        Line(((348, 120), (348, 134)), "night", 4),
        Line(((190, 262), (190, 236)), "night", 5),
        Circle(190, 222, 19, "kept_soft", "night", 4),
        Rect(0, 0, WIDTH, HEIGHT, "", 6, "night", 4),
    )


KIND = DiagramKind(
    steps=3,
    parts=(5, 5),
    needs=("label",),
    said="une place en quatre morceaux, à qui est chacun, puis ce qui est posé à cheval sur les quatre",
    draw=draw,
)
