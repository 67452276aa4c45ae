"""What passes from hand to hand: its badge under the face of who has it, and to whom it goes."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.view.types import CharacterView, View
from game.kit import Element, Face, Fit, Node, Rect, Size
from game.kit.nodes import Circle, Pictogram
from game.pieces.parts import face

KEY = "baton"
"""The key of its badge, which goes from one face to another."""
_SHARE, _LEAST = 0.4, 30.0
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


def badge(fit: Fit, pictogram: str, spot: Rect, key: str = "") -> list[Node]:
    """A badge that fills a square."""
    rim = max(spot.w * 0.07, 2.0)
    return [
        Circle(
            rect=spot,
            fill=fit.colour("gold"),
            border=fit.colour("panel"),
            border_width=rim,
            key=key,
            travels=bool(key),
            layer=fit.layer,
        ),
        Pictogram(
            rect=spot.inset(spot.w * 0.2),
            name=pictogram,
            colour=fit.colour("night"),
            key=f"{key}#1" if key else "",
            travels=bool(key),
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
        side = max(spot.w * _SHARE, _LEAST)
        low = Rect(spot.centre[0] - side / 2, spot.bottom - side * 0.78, side, side)
        return [*disc, *badge(fit, self.pictogram, low, self.key)]


def faced(view: View, who: CharacterView, size: float = 72.0, key: str = KEY) -> Element:
    """Somebody's portrait, with its badge where they have what passes from hand to hand. On a picture that
    shows them twice, one of both has another `key`."""
    portrait = face(who, size)
    if view.baton is None or view.baton.holder != who.id:
        return portrait
    return Holder(portrait, view.baton.pictogram, key)
