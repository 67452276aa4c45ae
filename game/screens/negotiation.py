"""Négociation: open projects and what they lack; promises as they are made; requests and answers."""

from engine.view.types import AnswerView, View
from engine.words import tr
from game.intents import Go
from game.scene import Button, Card, Column, Element, Grid, Grow, Label, Row, Spacer
from game.screens.parts import (
    Own,
    actions,
    by_console,
    face,
    header,
    legend,
    more_time,
    next_button,
    note,
    page,
)
from game.screens.pieces import gate_words, listed, project_card, promise_row
from game.ui import Ui

_CROWDED = 9
"""Promises beyond which their list gets more of the width."""


def negotiation(view: View, ui: Ui) -> Element:
    """Who commits themselves, and to what?"""
    many = len(view.projects) > 4
    cards = [project_card(project, text=len(view.projects) <= 2) for project in view.projects]
    left: list[Element] = [Label(tr("Qui s’engage, et sur quoi ?"), "title")]
    left.append(Grow(Own(Grid(cards, 2, "l", "m", equal=True, fill=True))) if cards else Grow(_none()))
    if view.answers:
        left.append(_answers(view))
    elif not many:
        left.append(_rule(view, ui))
    crowded = len(view.promises) > _CROWDED
    right = Grow(Own(_promises(view), 1.15), 1.0, 700 if crowded else 560)
    body = Row([Grow(Column(left, "m"), 1.35 if crowded else 1.85, 700), right], "xl", "stretch")
    buttons: list[Element] = [*next_button(view, ui), *more_time(view)]
    buttons += by_console(view, ui, tr("S’engager, demander"), "promise", "ask")
    if view.allows("carte-blanche") is not None:
        buttons.append(Button(tr("Carte blanche"), "carte-blanche", Go("carte-blanche"), shortcut="b"))
    return page(header(view, ui), body, actions(view, ui, buttons, legend()))


def _none() -> Element:
    return Card(Label(tr("Aucun chantier n’est ouvert ce tour."), "body"), "l")


def _rule(view: View, ui: Ui) -> Element:
    return note(tr("Règle"), tr("Un engagement est public. Rien n’oblige à le tenir."), gate_words(view))


def _answers(view: View) -> Element:
    lines = [Label(tr("Demandes et réponses"), "label", "note_ink")]
    rows: list[Element] = [*lines, *[_answer(view, answer) for answer in view.answers[-2:]]]
    return Card(Column(rows, "xs"), "l", "m", "note", "note_line")


def _answer(view: View, answer: AnswerView) -> Element:
    return Row([face(view.character(answer.asked), 52.0), Grow(Label(answer.sentence, "body"))], "s")


def _promises(view: View) -> Element:
    rows = [promise_row(view, who) for who in view.characters]
    body = Column([Label(tr("Engagements annoncés"), "label"), Grow(listed(rows))], "s")
    return Card(Column([Grow(body), Spacer()], "none"), "l", "m")
