"""The room chooses how votes will be counted, before it knows a single idea."""

from engine.view.types import View
from game.front.state import Ui
from game.kit import Column, Element, Grow, Label, Spacer
from game.pieces.parts import actions, header, next_button, onward, page


def method(view: View, ui: Ui) -> Element:
    """The ways of counting."""
    ways = view.ballot.methods if view.ballot is not None else ()
    lines: list[Element] = [Label(f"{way.title} : {way.told}", "body") for way in ways]
    body = Column([*lines, Grow(Spacer())], "m")
    return page(header(view, ui), body, actions(view, ui, next_button(onward(view, ui))))
