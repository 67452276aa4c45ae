"""What the front-end has for the made-up phase: its screen, and a console tab in which hands are counted."""

from engine.play.commands import Tally
from engine.view.types import View
from game.front.intents import Do
from game.front.phases import PhaseFront, Tab
from game.front.state import Ui
from game.kit import Button, Column, Element, Grow, Label, Pad, Spacer
from game.pieces.parts import SIDE, actions, header, next_button, onward, page


def circle(view: View, ui: Ui) -> Element:
    """How many answered; then, how many were heard."""
    seen = view.own
    words = f"{seen.received} réponses" if seen.heard is None else f"{seen.heard} ont été entendus"
    body = Column([Label(view.phase.title, "title"), Label(words, "body"), Grow(Spacer())], "m")
    return page(header(view, ui), Pad(body, SIDE, 40.0), actions(view, ui, next_button(onward(view, ui))))


def tabs(view: View) -> list[Tab]:
    return [("circle", "Tour de parole", counting)] if view.allows("tally") else []


def counting(view: View, ui: Ui) -> Element:
    """All hands at once."""
    legal = view.allows("tally")
    assert legal is not None
    command = Tally(question=legal.ids[0], yes=view.participants, no=0, unsure=0)
    return Column([Button("Tous entendus", "circle.all", Do(command)), Grow(Spacer())], "s")


FRONT = PhaseFront("circle", circle, tabs=tabs, waiting=lambda: "On écoute.", reading=2.0)
