"""Families by name where a picture shows them by colour alone."""

from engine.view.types import View
from game.kit import Drawn, Element, Fit, Flow, Label, Node, Rect, Row
from game.kit.nodes import Circle

_DOT = 22.0


def families(view: View, *more: Element) -> Element:
    """The families in play, each with the colour of its rings; then `more` of the same legend."""
    found = dict.fromkeys((who.family, who.family_word) for who in view.characters)
    named = [Row([_ring(family), Label(word, "tiny", "ink", one_line=True)], "xs") for family, word in found]
    return Flow([*named, *more], "m", "xs", "end")


def _ring(family: str) -> Element:
    def draw(fit: Fit, rect: Rect) -> list[Node]:
        side = min(rect.w, rect.h)
        spot = Rect(rect.x, rect.y + (rect.h - side) / 2, side, side)
        ring = fit.colour(f"family.{family}")
        return [Circle(rect=spot, fill=None, border=ring, border_width=side * 0.26, layer=fit.layer)]

    return Drawn(draw, _DOT, _DOT)
