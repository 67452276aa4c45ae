"""What a word of the trade means: a sentence for everybody, the exact one, where it comes from."""

from engine.language import capital, tr
from engine.telling.terms import told
from engine.view.types import View
from game.front.intents import Go
from game.front.state import Ui
from game.kit import Button, Card, Column, Element, Flow, Grow, Label, Row, Rule, Spacer, centred
from game.pieces.over import close, sheet
from game.pieces.terms import SCREEN, around

_OTHERS = 6
"""How many more of the words that are read now can be opened from here."""


def term(view: View | None, ui: Ui) -> Element:
    """One term, and the way to the others of what is read now."""
    terms = view.terms if view is not None else told(None, ui.settings.language)
    known = {one.id: one for one in terms}
    shown = known.get(ui.argument)
    if shown is None:
        return sheet(tr("Ce mot n’est pas expliqué ici."), Spacer(), [close()])
    plain = ui.settings.plain
    rows: list[Element] = [
        Label(capital(shown.term), "title"),
        Label(shown.simple, "title" if plain else "heading"),
        Rule(),
        Label(shown.exact, "body" if plain else "lead"),
        Label(shown.sourced, "small"),
    ]
    chips = [
        Button(known[id_].term, f"other-term.{id_}", Go(SCREEN, id_), "chip")
        for id_ in _others(view, shown.id)[:_OTHERS]
    ]
    rows.append(Row([close(), Grow(Flow(chips, "s", "s", "end"))], "l"))
    return centred(Card(Column(rows, "l"), "xl", "l"), 1200.0)


def _others(view: View | None, shown: str) -> list[str]:
    """The other terms of what is read now, those after this one first: one key goes through them all."""
    read = list(dict.fromkeys(around(view))) if view is not None else []
    at = read.index(shown) if shown in read else -1
    return [*read[at + 1 :], *read[: max(at, 0)]]
