"""Page of the Bilan on a town of several places: what was heard there, and what nobody heard."""

from collections.abc import Sequence
from typing import Final

from engine.debrief.types import Bilan
from engine.language import capital, tr
from engine.view.types import NeedView, View
from game.front.state import Ui
from game.kit import Card, Column, Element, Flow, Grow, Label, Picture, Pill, Row, Spacer
from game.pieces.parts import Own, face, paged
from game.pieces.town import ear, night

_COLOURS: Final = {"built": "kept", "nothing": "gift"}
"""No red for what was left: it is not a verdict."""


def needs(view: View, ui: Ui, data: Bilan) -> Element:
    """What was heard, by whom and what became of it; beside it the cards that lay face down to the end, which
    say now what they were."""
    told = view.town.needs if view.town is not None else ()
    heard = [_heard(view, need) for need in told if need.round]
    missed = [_missed(need) for need in told if not need.round]
    words = tr("Qu’est-ce qui a décidé où l’on est allé, et où l’on n’est pas allé ?")
    all_, nothing = tr("Tout a été entendu."), tr("Rien n’a été entendu.")
    columns = [
        _column(ui, tr("Ce qui a été entendu"), "needs-heard", heard, nothing, not missed),
        _column(ui, tr("Ce qui n’a pas été entendu"), "needs-missed", missed, all_, not heard),
    ]
    return Column(
        [
            Label(tr("Ce que la ville avait à dire"), "title"),
            Label(words, "lead", "quiet"),
            Grow(Row(columns, "xl", "stretch")),
        ],
        "m",
    )


def _column(ui: Ui, title: str, id: str, cards: Sequence[Element], none: str, alone: bool) -> Element:
    """One of the two, or a sentence where it has nothing to show: its title would contradict it.
    `alone` where the other has nothing: it takes the room of both."""
    if not cards:
        return Label(none, "heading")
    if alone:
        cards = [
            Row([Grow(card, 1, 300) for card in (*cards[i : i + 2], Spacer())[:2]], "m")
            for i in range(0, len(cards), 2)
        ]
    body: Element = paged(ui, id, cards, "m")
    return Grow(Column([Label(title, "heading"), Grow(Own(body, 1.2))], "s"))


def _heard(view: View, need: NeedView) -> Element:
    """A need that keeps the names of those who came."""
    faces = Flow([face(view.character(who), 56.0) for who in need.by], "xs", "xs")
    rows: list[Element] = [
        Label(need.title, "strong"),
        Label(tr("« {text} »", text=need.overheard), "small"),
        Label(tr("Tour {n} · {said}", n=need.round, said=need.said), "small", "ink"),
        Row([Pill(need.word, _COLOURS.get(need.became, "plain")), Grow(Spacer()), faces], "s"),
    ]
    return Card(Row([Picture(need.pictogram, 64.0, "gift"), Grow(Column(rows, "xs"))], "m"), "l", "s")


def _missed(need: NeedView) -> Element:
    """The back of a card that nobody turned over, and beneath it what it was."""
    said = [
        Row([ear(34.0), Grow(Label(capital(need.at), "label", "night_gold"))], "s"),
        Label(tr("« {text} »", text=need.overheard), "strong", "on_night"),
    ]
    rows: list[Element] = [
        night(Column(said, "xs"), edge=False),
        Label(need.title, "strong"),
        Label(need.text, "small"),
        Label(need.said, "small", "ink"),
    ]
    return Card(Column(rows, "xs"), "l", "s")
