"""The console in one window: a column of tabs over the room's picture, opened and closed by F2.

The window may be projected: nothing hidden is written here before somebody asks for it.
"""

from collections.abc import Callable

from engine.language import tr
from engine.view.types import View
from game.console.frame import SAID, doors, message, saved
from game.console.guide import notes, veiled
from game.console.log import journal_card
from game.console.pieces import card
from game.console.task import task_card
from game.console.timer import clock_buttons, timer_card
from game.console.words import words_card
from game.front.intents import Draft, Panel
from game.front.state import Ui
from game.kit import Button, Card, Column, Element, Flow, Grow, Label, Row, Sized, Spacer
from game.pieces.panel import TASK, WORDS, PanelTab
from game.pieces.parts import Own, choice_chip, clock_text


def panel(view: View, ui: Ui) -> Element:
    """The console's cards, one at a time."""
    found = _tabs()
    chosen = ui.form(PanelTab).name
    name, _, content = next((tab for tab in found if tab[0] == chosen), found[0])
    chips = [
        choice_chip(title, f"panel.{key}", Draft(PanelTab(name=key)), key == name) for key, title, _ in found
    ]
    close = Button(tr("Fermer"), "panel-close", Panel(), "chip", hint="F2")
    head = Row(
        [Label(tr("Console d'animation"), "heading", one_line=True), Grow(Spacer()), saved(ui), close], "s"
    )
    rows: list[Element] = [head, Row([Grow(Flow(chips, "xs", "xs"))])]
    if name != "time":
        rows.append(_clock(view, ui))
    said = message(ui) if ui.toast else Grow(Spacer())  # below all the rest, so that no button moves
    rows += [Grow(Own(content(view, ui), 1.15)), Sized(Row([*doors(view, ui), said], "xs"), h=SAID)]
    return Card(Column(rows, "s"), "m", "m", fill="paper")


def on_the_left(view: View) -> bool:
    """On which side the panel stands: while promises are written down, the room needs their list, which is on
    the right of its screen.
    """
    return view.phase.kind == "negotiation"


def _tabs() -> list[tuple[str, str, Callable[[View, Ui], Element]]]:
    return [
        (TASK, tr("Conduire"), task_card),
        (WORDS, tr("Paroles"), words_card),
        ("notes", tr("À dire, à faire"), _notes),
        ("time", tr("Minuteur"), timer_card),
        ("journal", tr("Journal"), journal_card),
        ("hidden", tr("Caché"), _hidden),
    ]


def _notes(view: View, ui: Ui) -> Element:
    return card(tr("À dire, à faire"), Grow(Own(Column(notes(view, ui), "s"), 1.3)))


def _hidden(view: View, ui: Ui) -> Element:
    return card(tr("Caché à la salle"), Grow(Own(veiled(view, ui), 1.3)))


def _clock(view: View, ui: Ui) -> Element:
    buttons = clock_buttons(view)
    if not buttons:
        return Spacer()
    text, colour = clock_text(view.clock, ui.now)
    shown = Sized(Label(text, "number", colour, one_line=True), 150.0)
    return Row([shown, *buttons, Grow(Spacer())], "s")
