"""The journal: what was done, the latest first; undoing, and going back further."""

from engine.language import tr
from engine.lazy import Lazy
from engine.view.types import JournalLine, View
from game.console.pieces import card
from game.console.timer import hour
from game.front.intents import AskUndo, Go
from game.front.state import Ui
from game.kit import Button, Card, Element, Flow, Grow, Label, Span
from game.pieces.parts import paged


def journal_card(view: View, ui: Ui) -> Card:
    """The last things done, and the way back."""
    lines = view.console.journal if view.console else ()
    shown: Lazy[Element] = Lazy(len(lines), lambda i: _line(lines[-1 - i]))
    return card(tr("Journal"), Grow(paged(ui, "log", shown, "xs")), Flow(_ways_back(view), "xs", "xs"))


def _line(line: JournalLine) -> Element:
    round_ = tr("T{n}", n=line.round) + " " if line.round else ""
    colour = "quiet" if line.undone else "ink"
    sentence = tr("{what} (annulé)", what=line.sentence) if line.undone else line.sentence
    return Label([Span(f"{hour(line.at)} {round_}", "quiet"), Span(sentence, colour)], "small")


def _ways_back(view: View) -> list[Element]:
    undo = view.allows("undo") is not None
    return [
        Button(tr("↶ Annuler"), "log-undo", AskUndo(), "chip", enabled=undo),
        Button(tr("Revenir à…"), "log-back", Go("journal"), "chip", enabled=undo),
    ]
