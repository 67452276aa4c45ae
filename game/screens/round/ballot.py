"""The ballot: the catalogue of ideas, who has handed a ballot in, and one holder's own ballot to mark."""

from engine.view.types import View
from game.front.state import Ui
from game.kit import Column, Element, Grow, Label, Spacer
from game.pieces.parts import actions, header, next_button, onward, page


def ballot(view: View, ui: Ui) -> Element:
    """The catalogue."""
    shown = view.ballot
    lines: list[Element] = []
    if shown is not None:
        lines = [Label(f"{idea.title} : {idea.price_told}", "body") for _, idea in shown.ideas]
    body = Column([*lines, Grow(Spacer())], "m")
    return page(header(view, ui), body, actions(view, ui, next_button(onward(view, ui))))
