"""The same block twice: on a plan seen from above, and as a staircase of doors that open one by one."""

from engine.briefing.diagrams.base import Data, DiagramKind, Say
from engine.briefing.diagrams.pen import person, told
from engine.look.shapes import Line, Rect, Shape

_FOOT = 222.0
_FLOORS, _DOORS = 4, 3
_BLOCKS = ((20, 26, 70, 24), (110, 26, 54, 24), (20, 70, 24, 78), (64, 78, 58, 54), (140, 76, 24, 74),
           (20, 170, 96, 28), (132, 170, 34, 28))  # fmt: skip


def draw(data: Data, step: int, say: Say) -> tuple[Shape, ...]:
    plan, home = data
    shapes: list[Shape] = list(_plan())
    words: list[Shape] = [*told(plan, say, (6, _FOOT + 6, 182, 68), size=21)]
    if step > 1:
        shapes += _stairs(open_=step > 2)
        words += told(home, say, (212, _FOOT + 6, 182, 68), size=21)
    return (*shapes, *words)


def _plan() -> tuple[Shape, ...]:
    """The neighbourhood from above: streets, blocks, and one block crossed out."""
    streets = [Line(((8 + n * 43, 10), (8 + n * 43, _FOOT)), "gift_soft", 2) for n in range(5)]
    streets += [Line(((8, 10 + n * 53), (180, 10 + n * 53)), "gift_soft", 2) for n in range(5)]
    shapes: list[Shape] = [Rect(6, 8, 182, _FOOT - 8, "panel", 4, "gift", 3), *streets]
    for n, (x, y, w, h) in enumerate(_BLOCKS):
        gone = n == 3
        shapes.append(
            Rect(x, y, w, h, "broken_soft" if gone else "gift", 2, "broken" if gone else "", 3, gone)
        )
    x, y, w, h = _BLOCKS[3]
    cross = (((x + 8, y + 8), (x + w - 8, y + h - 8)), ((x + w - 8, y + 8), (x + 8, y + h - 8)))
    return (*shapes, *(Line(way, "broken", 5) for way in cross))


def _stairs(open_: bool) -> tuple[Shape, ...]:
    """The block crossed out, from in front: its doors, and who opens one of them."""
    floor, gap = (_FOOT - 22) / _FLOORS, 182 / _DOORS
    shapes: list[Shape] = [Rect(212, 8, 182, _FOOT - 8, "part_soft", 4, "family.landlords", 3)]
    for n in range(_FLOORS * _DOORS):
        x = 212 + (n % _DOORS + 0.5) * gap
        foot = 20 + (n // _DOORS + 1) * floor
        is_open = open_ and n == 7
        shapes.append(Rect(x - 13, foot - 40, 26, 40, "gold" if is_open else "family.landlords", 2))
        if is_open:
            shapes += person(x, foot, 34, "night")
            continue
        knob = Rect(x + 6, foot - 20, 4, 4, "part_soft", 2)
        shapes.append(knob)
    floors = (20 + n * floor for n in range(1, _FLOORS))
    return (*shapes, *(Line(((216, y), (390, y)), "family.landlords", 2) for y in floors))


KIND = DiagramKind(
    steps=3,
    parts=(2, 2),
    needs=("label",),
    takes=("note",),
    said="le même immeuble, sur le plan du quartier puis porte par porte",
    draw=draw,
)
