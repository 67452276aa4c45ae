"""People who come late and leave: how many there are, and who holds which character now."""

from engine.language import ntr, tr
from engine.play.commands import LeaveSeat, People, TakeSeat
from engine.view.types import View
from game.front.intents import Do
from game.front.phases import Tab
from game.front.state import Ui
from game.kit import Button, Column, Element, Flow, Grow, Label, Row, Spacer

_BETWEEN = ("welcome", "negotiation", "break")
"""Phases in which people come in, and a seat can be given before anything is chosen."""


def tabs(view: View) -> list[Tab]:
    """A tab where somebody may come or go."""
    there = view.mode == "facilitated" and view.phase.kind in _BETWEEN and view.allows("people")
    return [("people", tr("Personnes"), people)] if there else []


def people(view: View, ui: Ui) -> Element:
    """One more, one fewer; a character to somebody, or back to the program."""
    n = view.participants
    count: list[Element] = [
        Label(ntr("{n} personne dans la salle", "{n} personnes dans la salle", n), "strong"),
        Button("−1", "people-less", Do(People(participants=max(0, n - 1))), "chip", enabled=n > 0),
        Button("+1", "people-more", Do(People(participants=n + 1)), "chip"),
        Button("+5", "people-five", Do(People(participants=n + 5)), "chip"),
    ]
    rows: list[Element] = [Row(count, "s")]
    take, leave = view.allows("take-seat"), view.allows("leave-seat")
    if take is not None and take.who:
        rows.append(Label(tr("Joués par le jeu : un clic donne le personnage à qui arrive."), "small"))
        rows.append(Flow([_seat(view, who, "take", Do(TakeSeat(who=who))) for who in take.who], "s", "s"))
    if leave is not None and leave.who:
        rows.append(Label(tr("Tenus : un clic rend le personnage au jeu."), "small"))
        rows.append(Flow([_seat(view, who, "leave", Do(LeaveSeat(who=who))) for who in leave.who], "s", "s"))
    return Column([*rows, Grow(Spacer())], "s")


def _seat(view: View, who: str, what: str, intent: Do) -> Button:
    return Button(view.character(who).short, f"{what}.{who}", intent, "chip")
