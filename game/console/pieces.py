"""Small pieces that the console's cards share: choices in a row, steppers, large counters."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from engine.language import tr
from engine.view.types import CharacterView, View
from game.front.intents import Draft
from game.front.state import Ui
from game.kit import Button, Card, Column, Element, Flow, Grow, Label, Row, Sized, Tokens
from game.pieces.parts import choice_chip, kind_name

Tab = tuple[str, str, Callable[[View, Ui], Element]]
"""(id, title, content)."""
LEAST_LABEL = 118.0
"""Logical width of the words before a row of choices."""


def card(title: str, *rows: Element, right: Element | None = None) -> Card:
    """A white card with a quiet heading; the last row may be a Grow."""
    heading = Label(title, "label")
    head: Element = Row([Grow(heading), right], "s") if right is not None else heading
    return Card(Column([head, *rows], "s"), "m", "m")


def labelled(word: str, content: Element) -> Element:
    """A row of a form: what it asks, and the answer."""
    return Row([Sized(Label(word, "small"), LEAST_LABEL), Grow(content)], "s")


def chips(
    name: str,
    options: Sequence[tuple[str, str]],
    chosen: str,
    free: Sequence[str] | None = None,
    again: str | None = None,
) -> Element:
    """One of several (value, word), kept in the draft `name`; those not `free` keep their place, quiet.
    Choosing the chosen one again gives `again`.
    """
    made: list[Element] = []
    for value, word in options:
        may = free is None or value in free
        wanted = again if value == chosen and again is not None else value
        made.append(
            choice_chip(word, f"{name}={value}", Draft(name, wanted), may and value == chosen, enabled=may)
        )
    return Flow(made, "xs", "xs")


def people(view: View, ids: Sequence[str]) -> list[tuple[str, str]]:
    """(id, short name) of characters, in the order of the cast."""
    return [(who.id, who.short) for who in view.characters if who.id in ids]


def picked(ui: Ui, name: str, options: Sequence[str], default: str = "") -> str:
    """The draft's value if it is still one of the options, else the default, else the first."""
    value = ui.draft(name, default)
    return value if value in options else (options[0] if options and not default else default)


def numbers(ui: Ui, name: str, default: tuple[int, ...]) -> tuple[int, ...]:
    """A draft of as many whole numbers as the default."""
    value = ui.draft(name, default)
    return value if len(value) == len(default) else default


def stepped(name: str, values: tuple[int, ...], index: int, by: int) -> Draft:
    """The draft with one of its numbers moved."""
    return Draft(name, tuple(v + by if i == index else v for i, v in enumerate(values)))


def stepper(
    name: str, values: tuple[int, ...], index: int, most: int, least: int = 0, sign: Element | None = None,
    number: bool = True,
) -> Element:  # fmt: skip
    """− 2 +, for one number of a draft, after a word or a sign (which says it itself where not `number`)."""
    value = values[index]
    row: list[Element] = [] if sign is None else [sign]
    row.append(
        Button("−", f"{name}.{index}.less", stepped(name, values, index, -1), "chip", enabled=value > least)
    )
    if number:
        row.append(Sized(Label(str(value), "name", align="center", one_line=True), 26.0))
    row.append(
        Button("+", f"{name}.{index}.more", stepped(name, values, index, 1), "chip", enabled=value < most)
    )
    return Row(row, "xs")


def token_steppers(name: str, values: tuple[int, ...], limits: Sequence[int]) -> Element:
    """A stepper for each kind of token, with its shape and its name."""
    made: list[Element] = []
    for kind in range(3):
        sign = Row(
            [Tokens(((kind, "given"),), 24.0), Label(kind_name(kind), "small", "ink", one_line=True)], "xs"
        )
        made.append(stepper(name, values, kind, max(limits[kind], 0), sign=sign))
    return Flow(made, "l", "xs")


def tables(view: View, name: str, ui: Ui) -> tuple[str, list[Element]]:
    """The table being counted ("" the whole room), and the row to choose it when there are tables."""
    options = ["", *view.tables]
    chosen = picked(ui, name, options, "")
    if not view.tables:
        return "", []
    words = [(table, table or tr("toute la salle")) for table in options]
    return chosen, [labelled(tr("Qui répond"), chips(name, words, chosen))]


def by_id(entries: Sequence[Any], wanted: str) -> Any | None:
    """The entry with that id, or None."""
    return next((entry for entry in entries if entry.id == wanted), None)


def name_of(view: View, who: str) -> str:
    """A character's short name; "" for nobody."""
    found: CharacterView | None = by_id(view.characters, who)
    return found.short if found else ""


def limits_of(limits: Sequence[tuple[str, Any]]) -> Mapping[str, Any]:
    return dict(limits)
