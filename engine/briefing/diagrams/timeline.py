"""Years on a line, and names that replace one another over the same map."""

from engine.briefing.diagrams.base import Data, DiagramKind, Say
from engine.briefing.diagrams.pen import write
from engine.content.model import DiagramPart
from engine.look.shapes import Circle, Line, Polygon, Rect, Shape

_AXIS, _TOP, _FOOT = 262.0, 16.0, 226.0
_MAP = ((60, 6), (170, 14), (262, 0), (352, 26), (394, 96), (374, 178), (296, 236), (190, 224), (92, 240),
        (20, 190), (6, 96))  # fmt: skip


def draw(data: Data, step: int, say: Say) -> tuple[Shape, ...]:
    named = [part for part in data if part.label]
    seen = named[: (1, len(named) - 1, len(named))[step - 1]]
    last = len(data) if step == 3 else data.index(seen[-1]) + 1
    gap, row = 360 / max(len(data) - 1, 1), (_FOOT - _TOP) / len(named)
    shapes: list[Shape] = [Polygon(_MAP, "kept_soft"), Line(((8, _AXIS), (392, _AXIS)), "ink", 3)]
    for n, part in enumerate(data[:last]):
        shapes.append(
            Circle(20 + n * gap, _AXIS, 9 if part.label else 6, "kept" if part.label else "neutral")
        )
    shapes.append(Rect(44, _TOP + (len(seen) - 1) * row + 4, 312, row - 8, "kept", 8))
    words: list[Shape] = []
    for n, part in enumerate(seen):
        written = _name(part, say, _TOP + n * row, row, n == len(seen) - 1)
        words += written
    for n, part in enumerate(data[:last]):
        face = "text-700" if part.label else "text-400"
        words += write(f"{part.value:.0f}", (20 + n * gap - 25, _AXIS + 14, 50, 18), 16, face=face)
    for n in range(len(seen) - 1):
        middle = _TOP + (n + 0.5) * row
        shapes.append(Line(((66, middle + 1), (334, middle + 1)), "broken", 3))
    return (*shapes, *words)


def _name(part: DiagramPart, say: Say, y: float, row: float, now: bool) -> tuple[Shape, ...]:
    """A name on the map: the one in use large, those that were replaced small, over the line that strikes
    them."""
    assert part.label is not None
    if now:
        return write(say(part.label), (54, y + 6, 292, row - 12), 23, colour="on_colour")
    return write(say(part.label), (54, y + 6, 292, row / 2 - 10), 17, face="text-400", at="bottom")


KIND = DiagramKind(
    steps=3,
    parts=(4, 8),
    needs=(),
    takes=("label",),
    valued=slice(None),
    said="des années ; celles qui ont un label donnent au même lieu un nouveau nom, à la place du précédent",
    draw=draw,
)
