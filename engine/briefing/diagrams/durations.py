"""How long each stays, under the longest; what may be renewed is dashed, and then nobody."""

from engine.briefing.diagrams.base import HEIGHT, WIDTH, Data, DiagramKind, Say
from engine.briefing.diagrams.pen import write
from engine.look.shapes import Line, Rect, Shape

_LEFT, _TOP = 148.0, 6.0
_LONG = WIDTH - _LEFT - 8


def draw(data: Data, step: int, say: Say) -> tuple[Shape, ...]:
    longest = max(part.value or 1 for part in data)
    row, unit = (HEIGHT - _TOP - 4) / len(data), _LONG / longest
    seen = [part for part in data if step > 1 or part is data[0]]
    years = (_LEFT + n * unit for n in range(1, round(longest) + 1))
    grid = [Line(((x, _TOP), (x, HEIGHT - 4)), "line", 2) for x in years]
    shapes: list[Shape] = [*grid, Line(((_LEFT, _TOP), (_LEFT, HEIGHT - 4)), "ink", 3)]
    words: list[Shape] = []
    for n, part in enumerate(seen):
        y, high = _TOP + n * row + row * 0.16, row * 0.68
        long = (part.value or 0) * unit
        if step > 2 and part.against:
            more = part.against * unit - long
            shapes.append(Rect(_LEFT + long, y, more, high, "part_soft", 3, "part", 2, True))
        if step > 2 and n:
            gone = max(part.value or 0, part.against or 0) * unit
            if gone < _LONG - 24:
                shapes += _nobody(y + high / 2)
        shapes.append(Rect(_LEFT, y, long, high, "night" if n == 0 else "kept", 3))
        if part.label:
            words += write(say(part.label), (2, y - 4, _LEFT - 10, high + 8), 16, anchor="end")
        if part.note:
            words += _how_long(say(part.note), long, y, high)
    return (*shapes, *words)


def _how_long(words: str, long: float, y: float, high: float) -> tuple[Shape, ...]:
    """Inside its bar where there is room, else behind it."""
    if long >= 90:
        return write(words, (_LEFT + 8, y, long - 16, high), 18, colour="on_colour", anchor="start")
    return write(words, (_LEFT + long + 9, y, 106, high), 18, anchor="start")


def _nobody(y: float) -> tuple[Shape, ...]:
    """A cross at the end of the row: from there on, nobody."""
    end = WIDTH - 18
    return tuple(Line(((end - 7, y - 7 * s), (end + 7, y + 7 * s)), "broken", 4) for s in (1, -1))


KIND = DiagramKind(
    steps=3,
    parts=(3, 6),
    needs=("label", "note"),
    takes=("against",),
    valued=slice(None),
    said="des durées en années, la plus longue d’abord ; against va jusqu’où l’on peut renouveler",
    draw=draw,
)
