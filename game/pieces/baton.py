"""What passes from hand to hand: its badge under the face of who has it, and to whom it goes."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.view.types import CharacterView, View
from game.kit import Element, Face, Fit, Node, Rect, Size
from game.kit.nodes import Circle, Path, Pictogram, Point
from game.pieces.parts import face

KEY = "baton"
"""The key of its badge, which goes from one face to another."""
_SHARE, _LEAST = 0.4, 24.0
"""A badge's width: a share of the face's, and the least."""


@dataclass(frozen=True)
class Badge(Element):
    """A pictogram on a gold disc; with a `key` it travels."""

    pictogram: str
    size: float = 36.0
    key: str = ""

    def measure(self, fit: Fit, width: float) -> Size:
        side = fit.scaled(self.size, 28.0)
        return Size(side, side)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        side = min(rect.w, rect.h, fit.scaled(self.size, 28.0))
        x, y = rect.centre
        return badge(fit, self.pictogram, Rect(x - side / 2, y - side / 2, side, side), self.key)


def badge(fit: Fit, pictogram: str, spot: Rect, key: str = "", origin: Rect | None = None) -> list[Node]:
    """A badge that fills a square; it comes from an `origin`, where a picture did not have it before."""
    rim = max(spot.w * 0.07, 2.0)
    return [
        Circle(
            rect=spot,
            fill=fit.colour("gold"),
            border=fit.colour("panel"),
            border_width=rim,
            key=key,
            travels=bool(key),
            origin=origin,
            layer=fit.layer,
        ),
        Pictogram(
            rect=spot.inset(spot.w * 0.2),
            name=pictogram,
            colour=fit.colour("night"),
            key=f"{key}#1" if key else "",
            travels=bool(key),
            origin=origin.inset(origin.w * 0.2) if origin else None,
            layer=fit.layer,
        ),
    ]


@dataclass(frozen=True)
class Holder(Element):
    """The face of who has it, its badge at the chin, a little below the disc."""

    face: Face
    pictogram: str
    key: str = KEY

    def measure(self, fit: Fit, width: float) -> Size:
        return fit.measure(self.face, width)

    def least(self, fit: Fit) -> float:
        return fit.least(self.face)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        disc = self.face.place(fit, rect)
        spot = disc[0].rect
        return [*disc, *badge(fit, self.pictogram, _chin(spot, _SHARE), self.key)]


def faced(view: View, who: CharacterView, size: float = 72.0, key: str = KEY, holder: str = "") -> Element:
    """Somebody's portrait, with its badge where they have what passes from hand to hand, or where they are
    the `holder` that a picture still tells of. On one that shows them twice, one of both has another `key`.
    """
    portrait = face(who, size)
    if view.baton is None or (holder or view.baton.holder) != who.id:
        return portrait
    return Holder(portrait, view.baton.pictogram, key)


@dataclass(frozen=True)
class Handed(Element):
    """Two faces, and its badge on the way from the first to the second."""

    giver: Face
    taker: Face
    pictogram: str

    def measure(self, fit: Fit, width: float) -> Size:
        one, other = fit.measure(self.giver, width), fit.measure(self.taker, width)
        return Size(max(one.w, other.w) * 1.5, one.h + other.h * 0.9)

    def least(self, fit: Fit) -> float:
        return max(fit.least(self.giver), fit.least(self.taker))

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        """One above to the left, one below to the right."""
        small, large = fit.measure(self.giver, rect.w).w, fit.measure(self.taker, rect.w).w
        wanted = self.measure(fit, rect.w)
        x, y = rect.x + max(rect.w - wanted.w, 0) / 2, rect.y + max(rect.h - wanted.h, 0) / 2
        above = Rect(x, y, small, small)
        below = Rect(min(x + wanted.w - large, rect.right - large), y + wanted.h - large, large, large)
        start, end = _chin(above, 0.36), _chin(below, 0.36)
        way = _arc(start.centre, end.centre)
        path = Path(
            rect=Rect(above.x, above.y, rect.w, rect.h),
            points=way,
            colour=fit.colour("gold"),
            width=7.0,
            dotted=True,
            layer=fit.layer,
        )
        faces = [*self.giver.place(fit, above), *self.taker.place(fit, below)]
        return [path, *faces, *badge(fit, self.pictogram, end, KEY, start)]


def _chin(face_: Rect, share: float) -> Rect:
    """A little below the chin; on the rim of a small face, which it would hide."""
    side = max(face_.w * share, _LEAST)
    if side > face_.w * share:
        return Rect(face_.x - side * 0.3, face_.bottom - side * 0.7, side, side)
    return Rect(face_.centre[0] - side / 2, face_.bottom - side * 0.78, side, side)


def _arc(start: Point, end: Point) -> tuple[Point, ...]:
    """A bow from one point to another."""
    bend = (start[0] - 30.0, end[1] + 10.0)
    steps = [i / 12 for i in range(13)]
    return tuple(
        (
            (1 - s) ** 2 * start[0] + 2 * s * (1 - s) * bend[0] + s * s * end[0],
            (1 - s) ** 2 * start[1] + 2 * s * (1 - s) * bend[1] + s * s * end[1],
        )
        for s in steps
    )
