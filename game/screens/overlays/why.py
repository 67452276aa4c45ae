"""« Pourquoi ? », of a stamp at the reveal: the fact, what its author says of it, and what weighed most."""

from engine.language import tr
from engine.view.types import FactView, View
from game.front.intents import Go
from game.front.state import Ui
from game.kit import Button, Column, Element, Flow, Grow, Label, Row, Spacer, Stamp
from game.pieces.over import close, sheet, spread
from game.pieces.parts import STAMPS, face, given, promised

SCREEN = "why"
"""The screen's name; its argument is the character's id."""


def open_why(who: str) -> Go:
    """What opens it, wherever one is."""
    return Go(SCREEN, who)


def control(who: str) -> str:
    """The id of what asks somebody why."""
    return f"{SCREEN}.{who}"


def why(view: View | None, ui: Ui) -> Element:
    """One simulated character's reason, and the way to the others'."""
    facts = view.reveal.facts if view is not None and view.reveal is not None else ()
    shown = next((fact for fact in facts if fact.who == ui.argument and fact.says), None)
    if view is None or shown is None:
        return sheet(tr("Cette question n’a plus d’objet."), Spacer(), [close()])
    who = view.character(shown.who)
    head = Row([face(who, 96.0), Grow(Label(tr("{name}, pourquoi ?", name=who.short), "title"))], "l")
    others = [
        Button(view.character(fact.who).short, control(fact.who), open_why(fact.who), "chip")
        for fact in facts
        if fact.says and fact is not shown
    ]
    body = Column([_fact(shown), *spoken(shown), Spacer()], "l")
    return spread(head, body, [close(), Grow(Flow(others, "s", "s", "end"))])


def spoken(fact: FactView) -> list[Element]:
    """What somebody says of what they did, and what weighed most, as a fact."""
    said = Label(tr("« {text} »", text=fact.says), "heading")
    return [said, Label(fact.decided, "body", "quiet")]


def _fact(fact: FactView) -> Element:
    """What was promised beside what was given, and its stamp."""
    nothing = Label(tr("rien"), "body", "quiet")
    row: list[Element] = [
        Label(tr("avait promis"), "label"),
        promised(fact.promised) if sum(fact.promised) else nothing,
        Label(tr("a donné"), "label"),
        given(fact.given) if sum(fact.given) else nothing,
    ]
    if fact.fact in STAMPS:
        row.append(Stamp(fact.word.upper(), STAMPS[fact.fact]))
    return Row([*row, Grow(Spacer())], "l")
