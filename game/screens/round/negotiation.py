"""Négociation: open projects and what they lack; promises as they are made; requests and answers."""

from dataclasses import dataclass

from engine.language import tr
from engine.view.types import AnswerView, View
from game.front.alone import me
from game.front.drafts import Form
from game.front.intents import Draft, Go
from game.front.state import Ui, Way
from game.kit import Button, Card, Column, Element, Grid, Grow, Label, Pill, Row, Spacer, Span
from game.pieces.panel import by_console, opened
from game.pieces.parts import (
    Own,
    actions,
    apart,
    face,
    header,
    legend,
    legend_at_first,
    looking_back,
    more_time,
    next_button,
    onward,
    opening,
    page,
)
from game.pieces.pieces import gate_words, hands_fit, listed, project_card, promise_row
from game.screens.overlays import card

_CROWDED = 9
"""Promises beyond which their list gets more of the width."""
_MANY = 4
"""Projects beyond which they need the room of the rule."""


def negotiation(view: View, ui: Ui) -> Element:
    """Who commits themselves, and to what?"""
    few = len(view.projects) <= _MANY
    cards = [card.opens(project, ui, project_card(project, text=True)) for project in view.projects]
    left: list[Element] = [_title(view, ui)]
    left.append(Grow(Own(Grid(cards, 2, "l", "m", equal=True, fill=True))) if cards else Grow(_none()))
    if view.answers:
        left.append(_answers(view))
    if few:
        left.append(_rule(view, ui))
    crowded = len(view.promises) > _CROWDED
    right = Grow(Own(_promises(view), 1.15), 1.0, 700 if crowded else 560)
    body = Row([Grow(Column(left, "m"), 1.35 if crowded else 1.85, 700), right], "xl", "stretch")
    way, form = negotiation_way(view, ui), _form(view, ui)
    buttons: list[Element] = [*next_button(way), *more_time(view), *form]
    if _silent(view, ui):
        buttons = _speaking(view, way, bool(form))
    if view.allows("carte-blanche") is not None:
        buttons.append(Button(tr("Carte blanche"), "carte-blanche", Go("carte-blanche")))
    return page(
        header(view, ui), body, actions(view, ui, buttons, legend_at_first(view, legend(), in_line=True))
    )


def _title(view: View, ui: Ui) -> Element:
    """The question, and how to read what the cards say."""
    question = Label(tr("Qui s’engage, et sur quoi ?"), "title")
    if looking_back(ui) or apart(view, ui):
        return question
    return Row([Grow(question), Label(tr("Touchez une carte pour la lire."), "small", align="right")], "l")


@dataclass(frozen=True, slots=True)
class Passed(Form):
    """Whether who trains alone has said that they have nothing to say in the round `about`."""

    said: bool = False


def negotiation_way(view: View, ui: Ui) -> Way | None:
    """To what there is to say, for who plays alone and has not said it; else on."""
    if not _silent(view, ui):
        return onward(view, ui)
    if _form(view, ui):
        return Way(tr("S’engager, demander"), opened(view, "promise"))
    return Way(tr("Je passe"), Draft(Passed(str(view.phase.round), True)))


def _form(view: View, ui: Ui) -> list[Button]:
    return by_console(view, ui, tr("S’engager, demander"), opened(view, "promise"), "promise", "ask")


def _speaking(view: View, way: Way | None, may_speak: bool) -> list[Element]:
    """To speak first, and to say nothing beside it; the latter alone where the panel to speak in is open."""
    if not may_speak:
        return [*next_button(way, "pass")]
    return [
        *next_button(way, "console"),
        Button(tr("Je passe"), "pass", Draft(Passed(str(view.phase.round), True))),
    ]


def _silent(view: View, ui: Ui) -> bool:
    """Whether who trains alone has not promised, asked, or said that they pass: to close comes after that."""
    own = me(view)
    if own is None or ui.form(Passed, str(view.phase.round)).said:
        return False
    promised = any(promise.who == own.id for promise in view.promises)
    return not promised and not any(answer.asker == own.id for answer in view.answers)


def _none() -> Element:
    return Card(Label(tr("Aucun chantier n’est ouvert ce tour."), "body"), "l")


def _rule(view: View, ui: Ui) -> Element:
    """The rule, quietly, beneath the cards; touched, it explains the gauges."""
    said = [
        Span(tr("Un engagement est public. Rien n’oblige à le tenir."), "ink"),
        Span(" " + gate_words(view)),
    ]
    words = Row([Grow(Label(said, "small")), Pill("?", "plain")], "m")
    return opening(ui, words, "gauges", Go("gauges"), tr("Que disent les jauges ?"))


def _answers(view: View) -> Element:
    lines = [Label(tr("Demandes et réponses"), "label", "note_ink")]
    rows: list[Element] = [*lines, *[_answer(view, answer) for answer in view.answers[-2:]]]
    return Card(Column(rows, "xs"), "l", "m", "note", "note_line")


def _answer(view: View, answer: AnswerView) -> Element:
    return Row([face(view.character(answer.asked), 52.0), Grow(Label(answer.sentence, "body"))], "s")


def _promises(view: View) -> Element:
    rows = [promise_row(view, who) for who in view.characters]
    head: list[Element] = [Label(tr("Engagements annoncés"), "label")]
    if hands_fit(view):
        head.append(Label(tr("pleins : jetons en main · en pointillé : promis"), "tiny"))
    body = Column([Column(head, "none"), Grow(listed(rows))], "s")
    return Card(Column([Grow(body), Spacer()], "none"), "l", "m")
