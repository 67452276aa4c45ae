"""Circles one in another, each lit with its verb, from the middle outwards."""

from engine.briefing.diagrams.base import HEIGHT, WIDTH, Data, DiagramKind, Say
from engine.briefing.diagrams.pen import arc, write
from engine.look.shapes import Point, Polygon, Shape

_COLOURS = (("kept", "on_colour"), ("gift", "on_colour"), ("idea", "on_colour"),
            ("family.landlords", "on_colour"), ("part_soft", "ink"))  # fmt: skip
_FOOT = HEIGHT - 3


def draw(data: Data, step: int, say: Say) -> tuple[Shape, ...]:
    many = len(data)
    lit = (min(2, many - 2), many - 1, many)[step - 1]
    high = (HEIGHT - 8) / (many + 0.25)
    shapes: list[Shape] = []
    words: list[Shape] = []
    for n in range(many - 1, -1, -1):
        tall = high * (n + 1.25)
        ring = _ellipse(tall, WIDTH * (0.42 + 0.575 * n / max(many - 1, 1)))
        fill, ink = _COLOURS[n % len(_COLOURS)]
        shapes.append(Polygon(ring, fill if n < lit else "sand", "panel" if n < lit else "field_line", 3))
        if n < lit:
            wide = WIDTH * (0.28 + 0.19 * n / max(many - 1, 1))
            top = _FOOT - tall + (11 if n else high * 0.22)
            box = (WIDTH / 2 - wide / 2, top, wide, high / 2 - 6)
            part = data[n]
            if part.label:
                words += write(say(part.label), box, 17, colour=ink)
            if part.note:
                under = (box[0] - 6, top + high / 2 - 4, wide + 12, high / 2 - 8)
                words += write(say(part.note), under, 16, colour=ink, face="text-400")
    return (*shapes, *words)


def _ellipse(tall: float, wide: float) -> tuple[Point, ...]:
    """An ellipse that stands on the foot of the canvas."""
    return tuple(
        (WIDTH / 2 + x * wide / 2, _FOOT - tall / 2 + y * tall / 2) for x, y in arc(0, 0, 1, 0, 1, 72)
    )


KIND = DiagramKind(
    steps=3,
    parts=(3, 5),
    needs=("label", "note"),
    said="des cercles l’un dans l’autre, du milieu vers le dehors : qui (label), et ce qu’il fait (note)",
    draw=draw,
)
