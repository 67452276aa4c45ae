"""A box whose content finds its own tightness."""

from dataclasses import dataclass

from game.scene import Element, Fit, Node, Rect, Size, place
from game.theme import STEPS


@dataclass(frozen=True)
class Own(Element):
    """A child that finds its own tightness: it asks for the least height it can do with, and takes more.

    Without it, one crowded panel would tighten the whole page. Put it in a Grow, or in a stretched Row.
    """

    child: Element

    @property
    def name(self) -> str:
        return self.child.name

    def measure(self, fit: Fit, width: float) -> Size:
        tight = fit.tighter(STEPS).measure(self.child, width)
        return Size(min(fit.measure(self.child, width).w, max(width, tight.w)), tight.h)

    def least(self, fit: Fit) -> float:
        return fit.tighter(STEPS).least(self.child)

    def place(self, fit: Fit, rect: Rect) -> list[Node]:
        return place(fit, self.child, rect)
