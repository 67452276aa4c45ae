"""The console as a whole window: six cards under a line that says where the session stands."""

from engine.language import tr
from engine.view.types import View
from game.console.foldout import foldout_card
from game.console.guide import guide_card
from game.console.log import journal_card
from game.console.pieces import card
from game.console.task import task_card
from game.console.timer import hour, minutes_left, timer_card
from game.console.words import words_card
from game.front.foldout import SCREEN, opening, refers
from game.front.intents import Back, Dark, Go, InRoom
from game.front.state import Ui
from game.kit import (
    Button,
    Card,
    Column,
    Element,
    Grow,
    Label,
    Pad,
    Pill,
    Preview,
    Row,
    Rule,
    Sized,
    Spacer,
)
from game.pieces.parts import Own

SAID = 48.0
"""Logical height of the sentences at the head, whatever their length."""

_SHARES = {"forecast": 1.3, "ballot": 1.6}
"""Phases in which what there is to do wants more room than words do: three counts, everybody's ballot."""


def console(view: View, ui: Ui) -> Element:
    """The facilitator's window."""
    beside = foldout_card(ui) if ui.room.reading[0] == SCREEN else guide_card(view, ui)
    left = Column([room_card(view, ui), Grow(Own(beside))], "m")
    task = _SHARES.get(view.phase.kind, 1.1)
    middle = Column([Grow(Own(task_card(view, ui)), task), Grow(Own(words_card(view, ui)))], "m")
    right = Column([Grow(Own(timer_card(view, ui), 1.2)), Grow(Own(journal_card(view, ui)), 1.1)], "m")
    body = Row([Grow(left, 1.04, 420), Grow(middle, 1.4, 560), Grow(right, 0.74, 300)], "m", "stretch")
    return Column([header(view, ui), Grow(Pad(body, 24.0, 20.0))], "none")


def header(view: View, ui: Ui) -> Element:
    """Where the session stands, what else can be opened, whether all is on disk."""
    name = Label(tr("Console d'animation"), "heading", one_line=True)
    row: list[Element] = [
        name,
        Grow(Sized(Own(Label(where(view, ui), "body", "quiet")), h=SAID), 1, 200),
        message(ui),
        saved(ui),
        *doors(view, ui),
    ]
    return Column([Sized(Pad(Row(row, "m"), 24.0, 6.0), h=64.0), Rule()], "none")


def where(view: View, ui: Ui) -> str:
    """ "Au lendemain de la crue · tour 2 sur 3 · débuté 14:05 · reste 52 min" """
    said = [view.title]
    if view.phase.round:
        said.append(tr("tour {n} sur {total}", n=view.phase.round, total=view.phase.rounds))
    if view.clock.session_started:
        said.append(tr("débuté {time}", time=hour(view.clock.session_started)))
    left = minutes_left(view, ui)
    return " · ".join([*said, left] if left else said)


def message(ui: Ui) -> Element:
    """What has just been said to the person who acts."""
    if not ui.toast:
        return Spacer()
    words = Label(ui.toast, "strong", "broken" if ui.toast_is_error else "kept", "right")
    return Grow(Sized(Own(words), h=SAID), 1.2, 200)  # tightens by itself: no button moves for a sentence


def doors(view: View, ui: Ui) -> list[Button]:
    """What opens over the console."""
    return [
        Button(tr("Pli par pli"), "foldout-door", InRoom(opening(refers(view))), "chip", hint="F4"),
        Button(tr("Fenêtres"), "windows", Go("windows"), "chip"),
        Button(tr("Menu"), "menu", Go("menu"), "chip"),
        Button(tr("Aide"), "help", Go("help"), "chip", hint="F1"),
    ]


def saved(ui: Ui) -> Element:
    """Whether everything confirmed is on disk."""
    if ui.damage:
        return Pill(tr("lecture seule"), "part")
    if not ui.file:
        return Pill(tr("non enregistré"), "part")
    return Pill(tr("✓ enregistré"), "kept") if ui.saved else Pill(tr("pas encore enregistré"), "part")


def room_card(view: View, ui: Ui) -> Card:
    """The room's picture, as it is; a line when the room looks at the past."""
    back = ui.room.looking
    rows: list[Element] = [Preview("room")]
    if back:
        words = Label(tr("La salle regarde un écran passé."), "body", "part")
        present = Button(tr("Revenir au présent"), "room-present", Back(), "primary", style="chip")
        rows.append(Row([Grow(words), present], "s"))
    dark = ui.room.dark
    word = tr("Rallumer") if dark else tr("Écran noir")
    light = Button(word, "room-dark", Dark(), "chosen" if dark else "chip", hint=tr("« . »"))
    return card(tr("Ce que la salle voit"), *rows, right=light)
