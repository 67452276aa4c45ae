"""A sheet of paper typed in: the holder's choices, by the facilitator, over the console."""

from engine.view.types import View
from engine.words import tr
from game.intents import Back
from game.scene import Button, Card, Column, Element, Grow, Label, Row, Sized, Spacer, centred
from game.screens.choice import paper
from game.screens.parts import Own
from game.ui import Ui


def sheet(view: View, ui: Ui) -> Element:
    """`view` is that of the holder whose sheet it is; nothing but its tokens is shown."""
    who = view.audience.character or ""
    rows: list[Element] = [
        Label(tr("Saisir la feuille de {name}", name=view.character(who).name), "title"),
        Grow(Own(paper(view, ui, who))),
        Row([Button(tr("Fermer"), "back", Back(), shortcut="escape"), Grow(Spacer())]),
    ]
    return centred(Sized(Card(Column(rows, "m"), "xl", "l"), h=760.0), 1300.0)
