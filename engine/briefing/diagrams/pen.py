"""The one hand that every drawing is of: words in their place, figures, houses, arrows."""

import math
from dataclasses import replace
from typing import Literal

from engine.briefing.diagrams.base import Say
from engine.content.model import DiagramPart, FaceCard
from engine.look.fonts import wide_of
from engine.look.shapes import Anchor, Circle, Point, Polygon, Portrait, Rect, Shape, Words

LEADING = 1.16
_CAP = 0.7
"""How high a capital is, in sizes of its letters."""
_TINIEST = 4.0
At = Literal["top", "middle", "bottom"]


def wrapped(text: str, width: float, size: float, face: str) -> list[str]:
    """A text in lines no wider than `width`, unless one word is; no-break spaces hold."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and wide_of(longer, face) * size <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def write(
    text: str,
    box: tuple[float, float, float, float],
    size: float = 17.0,
    *,
    colour: str = "ink",
    anchor: Anchor = "middle",
    face: str = "text-700",
    at: At = "middle",
) -> tuple[Words, ...]:
    """Words in a box (x, y, width, height), at the largest size up to `size` at which they fit in it: where
    that is under the smallest that can be read from far, `flaws` tells it."""
    x, y, w, h = box
    lines = wrapped(text, w, size, face)
    while size > _TINIEST and not _fits(lines, w, h, size, face):
        size -= 0.5
        lines = wrapped(text, w, size, face)
    high = size * (_CAP + LEADING * (len(lines) - 1))
    top = {"top": y, "middle": y + (h - high) / 2, "bottom": y + h - high}[at]
    across = {"start": x, "middle": x + w / 2, "end": x + w}[anchor]
    return tuple(
        Words(across, top + size * (_CAP + LEADING * n), line, size, colour, anchor, face)
        for n, line in enumerate(lines)
    )


def face(card: FaceCard, x: float, y: float, r: float, name: str) -> Portrait:
    """Somebody's face in a disc, at rest."""
    looks = {key: value for key, value in card.model_dump().items() if value is not None}
    return Portrait(x, y, r, tuple(sorted(looks.items())), "calm", name)


def told(
    part: DiagramPart,
    say: Say,
    box: tuple[float, float, float, float],
    colour: str = "ink",
    anchor: Anchor = "middle",
    size: float = 24.0,
) -> tuple[Words, ...]:
    """A part's note, large, with its label under it, in the middle of a box."""
    x, y, w, h = box
    note: tuple[Words, ...] = ()
    label: tuple[Words, ...] = ()
    if part.note:
        upper = (x, y, w, h / 2)
        note = write(say(part.note), upper, size, colour=colour, anchor=anchor, face="head-800", at="top")
    if part.label:
        lower = (x, y, w, h / 2 - 4)
        label = write(say(part.label), lower, 16, colour=colour, anchor=anchor, face="text-400", at="top")
    first = note[-1].y + 0.2 * note[-1].size + 6 - y if note else 0.0
    label = tuple(replace(line, y=line.y + first) for line in label)
    under = (label or note)[-1].y - y if label or note else 0.0
    down = max((h - under) / 2, 0.0)
    return tuple(replace(line, y=line.y + down) for line in (*note, *label))


def _fits(lines: list[str], w: float, h: float, size: float, face: str) -> bool:
    high = size * (_CAP + LEADING * (len(lines) - 1))
    return high <= h and all(wide_of(line, face) * size <= w for line in lines)


def extent(words: Words) -> tuple[float, float, float, float]:
    """The box (x, y, width, height) that a line of words takes, from its capitals to its descenders."""
    wide = wide_of(words.text, words.face) * words.size
    left = words.x - {"start": 0.0, "middle": wide / 2, "end": wide}[words.anchor]
    return left, words.y - _CAP * words.size, wide, (_CAP + 0.2) * words.size


def arc(x: float, y: float, r: float, first: float, last: float, sides: int = 24) -> tuple[Point, ...]:
    """Points of an arc round a centre, angles in turns, from the right and clockwise."""
    turns = (first + (last - first) * n / sides for n in range(sides + 1))
    return tuple((x + r * math.cos(math.tau * t), y + r * math.sin(math.tau * t)) for t in turns)


def arrow(tip: Point, turn: float, size: float, colour: str) -> Polygon:
    """The head of an arrow at its tip, towards `turn` (in turns, from the right and clockwise)."""
    cos, sin = math.cos(math.tau * turn), math.sin(math.tau * turn)
    corners = ((0.0, 0.0), (-size, -size * 0.6), (-size, size * 0.6))
    points = tuple((tip[0] + u * cos - v * sin, tip[1] + u * sin + v * cos) for u, v in corners)
    return Polygon(points, colour)


def person(x: float, foot: float, tall: float, colour: str, line: str = "") -> tuple[Shape, ...]:
    """Somebody standing: a head over a body, their feet at (x, foot)."""
    r, wide = tall * 0.19, tall * 0.26
    top = foot - tall + 2.3 * r
    body = (*arc(x, top + wide, wide, 0.5, 1.0), (x + wide, foot), (x - wide, foot))
    return (
        Polygon(body, colour, line, tall * 0.04),
        Circle(x, foot - tall + r, r, colour, line, tall * 0.04),
    )


def block(
    x: float, y: float, w: float, h: float, colour: str, lit: str, rows: int, columns: int
) -> tuple[Shape, ...]:
    """A building with its windows."""
    gap_x, gap_y = w / (columns * 2 + 1), h / (rows * 2 + 1)
    panes = tuple(
        Rect(x + gap_x * (2 * i + 1), y + gap_y * (2 * j + 1), gap_x, gap_y, lit, 1.0)
        for j in range(rows)
        for i in range(columns)
    )
    return Rect(x, y, w, h, colour, 2.0), *panes
