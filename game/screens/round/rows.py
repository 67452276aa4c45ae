"""How far a reveal has come: rows that open one by one, or all at once."""

from engine.language import tr
from engine.view.types import View
from game.front.intents import Draft
from game.front.state import Ui
from game.front.told import Revealed
from game.pieces.parts import looking_back


def open_rows(view: View, rows: int) -> Draft:
    """This many rows open, in this round."""
    return Draft(Revealed(str(view.phase.round), rows))


def reveal_all(view: View, ui: Ui) -> tuple[str, Draft]:
    """What opens all the rows at once, asked twice: its words, and what it does."""
    form = ui.form(Revealed, str(view.phase.round))
    if form.asked:
        return tr("Oui, tout révéler"), open_rows(view, len(view.reveal.facts) if view.reveal else 0)
    return tr("Tout révéler…"), Draft(Revealed(str(view.phase.round), form.rows, asked=True))


def rows_open(view: View, ui: Ui) -> int:
    """How many rows are open: all of them in a demonstration and in the past."""
    total = len(view.reveal.facts) if view.reveal else 0
    if view.mode == "demo" or looking_back(ui):
        return total
    return min(ui.form(Revealed, str(view.phase.round)).rows, total)


def all_open(view: View, ui: Ui) -> bool:
    """Whether every row is open."""
    return view.reveal is not None and rows_open(view, ui) >= len(view.reveal.facts)
