"""People who come late and leave: how many there are, at which table, and who holds which character now."""

from dataclasses import dataclass

from engine.language import ntr, tr
from engine.play.commands import LeaveSeat, People, TakeSeat
from engine.play.legal import Legal
from engine.view.types import View
from game.console.pieces import by_fours
from game.front.drafts import Form
from game.front.intents import Do, Draft
from game.front.phases import Tab
from game.front.state import Ui
from game.kit import Button, Column, Element, Grow, Label, Row
from game.pieces.parts import choice_chip, paged

_BETWEEN = ("welcome", "negotiation", "break")
"""Phases in which people come in, and a seat can be given before anything is chosen."""


@dataclass(frozen=True, slots=True)
class Arriving(Form):
    """Where who comes sits down, or whence who leaves gets up: a table's name, "" at none; None: at the one
    with the fewest people.
    """

    table: str | None = None


def tabs(view: View) -> list[Tab]:
    """A tab where somebody may come or go."""
    there = view.mode == "facilitated" and view.phase.kind in _BETWEEN and view.allows("people")
    return [("people", tr("Personnes"), people)] if there else []


def people(view: View, ui: Ui) -> Element:
    """One more, one fewer, at which table; a character to somebody, or back to the program."""
    n, legal = view.participants, view.allows("people")
    assert legal is not None
    table, size = _where(legal, ui)
    at_most = size if table else n
    count: list[Element] = [
        Grow(Label(ntr("{n} personne dans la salle", "{n} personnes dans la salle", n), "strong")),
        _change("−1", "people-less", max(0, n - 1), table, enabled=n > 0 and at_most > 0),
        _change("+1", "people-more", n + 1, table),
        _change("+5", "people-five", n + 5, table),
    ]
    rows: list[Element] = []
    if legal.tables:
        rows.append(Label(tr("Qui arrive ou s’en va, et qui prend un personnage, est à :"), "small"))
        rows += by_fours(_tables(legal, table))
    take, leave = view.allows("take-seat"), view.allows("leave-seat")
    if take is not None and take.who:
        rows.append(Label(tr("Joués par le jeu : un clic donne le personnage à qui arrive."), "small"))
        rows += by_fours([_seat(view, who, "take", Do(TakeSeat(who=who, table=table))) for who in take.who])
    if leave is not None and leave.who:
        rows.append(Label(tr("Tenus : un clic rend le personnage au jeu."), "small"))
        rows += by_fours([_seat(view, who, "leave", Do(LeaveSeat(who=who))) for who in leave.who])
    return Column([Row(count, "s"), Grow(paged(ui, "people", rows, "xs"))], "s")


def _where(legal: Legal, ui: Ui) -> tuple[str, int]:
    """The table that somebody comes to or leaves, and how many sit there; "" at none."""
    sizes = dict(zip(legal.tables, legal.sizes, strict=True))
    said = ui.form(Arriving).table
    least = min(sizes, key=lambda table: sizes[table], default="")
    table = said if said is not None and said in ("", *sizes) else least
    return table, sizes.get(table, 0)


def _tables(legal: Legal, chosen: str) -> list[Button]:
    """Each table with how many sit at it, and none."""
    chips = [
        choice_chip(
            f"{table} · {size}", f"people.table={table}", Draft(Arriving(table=table)), table == chosen
        )
        for table, size in zip(legal.tables, legal.sizes, strict=True)
    ]
    alone = choice_chip(tr("aucune table"), "people.table=", Draft(Arriving(table="")), not chosen)
    return [*chips, alone]


def _change(word: str, name: str, people: int, table: str, enabled: bool = True) -> Button:
    return Button(word, name, Do(People(participants=people, table=table)), "chip", enabled=enabled)


def _seat(view: View, who: str, what: str, intent: Do) -> Button:
    return Button(view.character(who).short, f"{what}.{who}", intent, "chip")
