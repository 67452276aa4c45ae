"""Three pillars that were the rule, fallen; and a contract whose pages say what was chosen here."""

from engine.briefing.diagrams.base import Data, DiagramKind, Say
from engine.briefing.diagrams.pen import write
from engine.look.shapes import Line, Polygon, Rect, Shape

_PILLARS = 3
_PAGE = (112.0, 168.0)


def draw(data: Data, step: int, say: Say) -> tuple[Shape, ...]:
    pillars, pages, until = data[:_PILLARS], data[_PILLARS:-1], data[-1]
    shapes: list[Shape] = []
    words: list[Shape] = []
    for n, pillar in enumerate(pillars):
        made, said = (_upright if step == 1 else _fallen)(n)
        shapes += made
        if pillar.label:
            words += write(say(pillar.label), said, 16)
    if step == 1:
        return (*shapes, Line(((20, 280), (380, 280)), "ink", 3), *words)
    shapes.append(Line(((6, 292), (394, 292)), "ink", 3))
    gap = (392 - _PAGE[0]) / max(len(pages) - 1, 1)
    for n, page in enumerate(pages if step > 2 else pages[:1]):
        x = 4 + n * gap
        shapes += _page(x, 30)
        if page.label:
            words += write(say(page.label), (x + 8, 66, _PAGE[0] - 16, _PAGE[1] - 58), 18)
    if step > 2 and until.label:
        words += write(say(until.label), (80, 2, 240, 24), 18, colour="kept_ink", face="head-800")
    return (*shapes, *words)


def _upright(n: int) -> tuple[tuple[Shape, ...], tuple[float, float, float, float]]:
    """A pillar that stands, and where its words are."""
    x = 26.0 + n * 122
    shapes = (
        Rect(x, 22, 104, 20, "chip", 3, "neutral", 2),
        Rect(x + 10, 42, 84, 218, "chip", 0, "neutral", 2),
        Rect(x, 260, 104, 20, "chip", 3, "neutral", 2),
    )
    return shapes, (x + 14, 60, 76, 180)


def _fallen(n: int) -> tuple[tuple[Shape, ...], tuple[float, float, float, float]]:
    """The same lying on the ground."""
    x, low = 8.0 + n * 130, 288.0
    shapes = (
        Rect(x, low - 62, 12, 62, "track", 3, "field_line", 2),
        Rect(x + 12, low - 54, 98, 50, "track", 0, "field_line", 2),
        Rect(x + 110, low - 62, 12, 62, "track", 3, "field_line", 2),
    )
    return shapes, (x + 15, low - 52, 92, 46)


def _page(x: float, y: float) -> tuple[Shape, ...]:
    """A sheet with a folded corner, and a first line of writing."""
    w, h, c = *_PAGE, 22.0
    sheet = ((x, y), (x + w - c, y), (x + w, y + c), (x + w, y + h), (x, y + h))
    return (
        Polygon(sheet, "note", "kept", 3),
        Polygon(((x + w - c, y), (x + w - c, y + c), (x + w, y + c)), "kept_soft", "kept", 3),
        Line(((x + 12, y + 16), (x + w - c - 10, y + 16)), "kept", 4),
    )


KIND = DiagramKind(
    steps=3,
    parts=(6, 7),
    needs=("label",),
    said="trois piliers d’avant, puis deux ou trois pages, puis ce qui est écrit au-dessus : jusqu’à quand",
    draw=draw,
)
