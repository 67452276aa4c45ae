"""A sheet of paper typed in: the holder's choices, by the facilitator, over the console."""

from engine.view.types import View
from engine.words import tr
from game.intents import Back, Draft
from game.scene import Button, Card, Column, Element, Grow, Label, Row, Sized, Spacer, centred
from game.screens.choice import paper
from game.screens.parts import Own
from game.ui import Ui

_DARK = "paper.dark"
"""The draft that says that the projector's picture is off; forgotten with the phase."""


def sheet(view: View, ui: Ui) -> Element:
    """`view` is that of the holder whose sheet it is; nothing but its tokens is shown."""
    who = view.audience.character or ""
    rows: list[Element] = [
        Label(tr("Saisir la feuille de {name}", name=view.character(who).name), "title"),
        Grow(Own(paper(view, ui, who))),
        Row([Button(tr("Fermer"), "back", Back(), shortcut="escape"), Grow(Spacer())]),
    ]
    return centred(Sized(Card(Column(rows, "m"), "xl", "l"), h=760.0), 1300.0)


def projected_sheet(view: View, ui: Ui) -> Element:
    """The same in the only window: nothing is shown before the facilitator says that nobody can see it."""
    if ui.draft(_DARK, False):
        return sheet(view, ui)
    rows: list[Element] = [
        Label(tr("La salle verrait cette feuille"), "title"),
        Label(tr("Coupez d'abord l'image sur le projecteur lui-même, puis saisissez."), "lead"),
        Row(
            [
                Button(tr("C'est coupé, saisir"), "paper-dark", Draft(_DARK, True), "primary", "enter", "⏎"),
                Button(tr("Fermer"), "back", Back(), shortcut="escape"),
                Grow(Spacer()),
            ]
        ),
    ]
    return centred(Card(Column(rows, "l"), "xl", "xl"), 1200.0)
