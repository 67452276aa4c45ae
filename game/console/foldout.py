"""While the room looks at the sheet that unfolds: what to say, what to ask, what comes next."""

from dataclasses import replace

from engine.language import tr
from game.console.pieces import card
from game.front.foldout import Reading, panel_of
from game.front.intents import Back, InRoom
from game.front.state import Ui
from game.kit import Button, Card, Column, Element, Flow, Grow, Label, Row, Spacer
from game.pieces.parts import Own
from game.screens.foldout.foldout import controls, minutes_words, next_words, tipping, where_words
from game.screens.foldout.panel import past, say, sourced, today


def foldout_card(ui: Ui) -> Card:
    """The note of the panel, its question, its source; the next panel, the minutes, and what may be done."""
    briefing, reading = ui.briefing, ui.form(Reading)
    if briefing is None:
        return card(tr("La politique de la ville"), Spacer())
    here, settings = panel_of(briefing, reading), ui.settings
    lines: list[Element] = [Label(say(here.title, settings), "heading")]
    if here.is_past(today(ui)):
        lines.append(Label(past(here), "label", "broken"))
    lines += [
        Label(tr("« {text} »", text=say(here.say, settings)), "body"),
        Label(tr("Demander"), "label", "note_ink"),
        Label(say(here.ask, settings), "strong", "note_ink"),
        Label(sourced(here, settings), "small"),
    ]
    timed = [Label(minutes_words(ui, reading), "small")] if reading.path else []
    after = Row([Grow(Label(next_words(ui, briefing, reading), "body")), *timed], "s")
    buttons = [_for_the_room(one) for one in controls(ui, briefing, reading) if isinstance(one, Button)]
    shown = Flow([button for button in buttons if button.id != "note"], "xs", "xs")
    where = Label(where_words(briefing, reading), "small", one_line=True)
    told = Grow(Own(Column(lines, "s"), 1.3))
    hands = tipping(ui, briefing, reading)
    tipped = [Flow([Label(tr("Les mains :"), "label"), *hands], "xs", "xs")] if hands else []
    return card(tr("La politique de la ville"), told, *tipped, after, shown, right=where)


def _for_the_room(button: Button) -> Button:
    """The same, for the room's window; folding away is done from here too."""
    if isinstance(button.intent, Back):
        id_ = "fold-away" if button.id == "close" else button.id
        return replace(button, intent=InRoom(button.intent), id=id_)
    return button
