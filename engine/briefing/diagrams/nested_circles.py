"""Circles one in another, each lit with its verb, from the middle outwards; beside one, the face it has."""

from engine.briefing.diagrams.base import HEIGHT, WIDTH, Data, DiagramKind, Say
from engine.briefing.diagrams.pen import arc, face, write
from engine.content.model import DiagramPart
from engine.look.shapes import Circle, Point, Polygon, Rect, Shape

_COLOURS = (("kept", "on_colour"), ("gift", "on_colour"), ("idea", "on_colour"),
            ("family.landlords", "on_colour"), ("part_soft", "ink"))  # fmt: skip
_FOOT = HEIGHT - 3
_RADIUS = 37.0
_PLATE = (106.0, 62.0)


def draw(data: Data, step: int, say: Say) -> tuple[Shape, ...]:
    rings = [part for part in data if part.face is None]
    many = len(rings)
    lit = (min(2, many - 2), many - 1, many)[step - 1]
    high = (HEIGHT - 8) / (many + 0.25)
    shapes: list[Shape] = []
    words: list[Shape] = []
    for n in range(many - 1, -1, -1):
        tall, breadth = high * (n + 1.25), WIDTH * (0.42 + 0.575 * n / max(many - 1, 1))
        ring = _ellipse(tall, breadth)
        fill, ink = _COLOURS[n % len(_COLOURS)]
        shapes.append(Polygon(ring, fill if n < lit else "sand", "panel" if n < lit else "field_line", 3))
        if n < lit:
            wide = WIDTH * (0.28 + 0.19 * n / max(many - 1, 1))
            top = _FOOT - tall + (11 if n else high * 0.22)
            box = (WIDTH / 2 - wide / 2, top, wide, high / 2 - 6)
            part = rings[n]
            if part.label:
                words += write(say(part.label), box, 17, colour=ink)
            if part.note:
                under = (box[0] - 6, top + high / 2 - 4, wide + 12, high / 2 - 8)
                words += write(say(part.note), under, 16, colour=ink, face="text-400")
    for part in data:
        at = _ring_of(data, part)
        if part.face is not None and 0 <= at < lit:
            edge = WIDTH / 2 + WIDTH * (0.42 + 0.575 * at / max(many - 1, 1)) / 2
            beneath, above = _beside(part, edge, _FOOT - high * (at + 1.25) / 2, say)
            shapes += beneath
            words += above
    return (*shapes, *words)


def _ring_of(data: Data, face: DiagramPart) -> int:
    """The circle that a face stands beside: the last one written before it; -1 where none is."""
    return sum(part.face is None for part in data[: data.index(face)]) - 1


def _beside(part: DiagramPart, x: float, y: float, say: Say) -> tuple[list[Shape], list[Shape]]:
    """A face on the right edge of its circle, and under it, on a plate, who that is and what they do."""
    wide, high = _PLATE
    left = WIDTH - wide - 3
    middle = (min(x + 6, WIDTH - _RADIUS - 6), min(y, HEIGHT - high - _RADIUS - 4))
    top = middle[1] + _RADIUS - 1
    name, does = (say(text) if text else "" for text in (part.label, part.note))
    beneath: list[Shape] = [
        Rect(left, top, wide, high, "panel", 8, "idea", 2),
        Circle(*middle, _RADIUS + 1, "idea_soft", "idea", 3),
    ]
    above: list[Shape] = [
        *write(name, (left + 4, top + 5, wide - 8, high * 0.56), 15),
        *write(does, (left + 4, top + high * 0.68, wide - 8, high * 0.25), 15, face="text-400"),
    ]
    if part.face is not None:
        above.append(face(part.face, *middle, _RADIUS, name))
    return beneath, above


def _ellipse(tall: float, wide: float) -> tuple[Point, ...]:
    """An ellipse that stands on the foot of the canvas."""
    return tuple(
        (WIDTH / 2 + x * wide / 2, _FOOT - tall / 2 + y * tall / 2) for x, y in arc(0, 0, 1, 0, 1, 72)
    )


KIND = DiagramKind(
    steps=3,
    parts=(3, 6),
    needs=("label", "note"),
    said="des cercles l’un dans l’autre, du milieu vers le dehors : qui (label), et ce qu’il fait (note) ; "
    "après un cercle, le visage (face) qu’il a ici",
    draw=draw,
    takes=("face",),
)
