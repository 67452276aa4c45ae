"""Small pieces that the console's cards share: choices in a row, steppers, large counters."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from engine.language import capital
from engine.view.types import CharacterView, View
from game.front.drafts import Form
from game.front.intents import Draft
from game.kit import Button, Card, Column, Element, Flow, Grow, Label, Row, Sized, Spacer, Tokens
from game.pieces.parts import choice_chip, kind_name

LEAST_LABEL = 118.0
"""Logical width of the words before a row of choices."""
_TOGETHER = 4
"""Chips in one row of a list turned by pages."""
_CLEAR = 8.0
"""Logical pixels between a word and the button after it, however tightly things are set."""


def card(title: str, *rows: Element, right: Element | None = None) -> Card:
    """A white card with a quiet heading; the last row may be a Grow."""
    heading = Label(title, "label")
    head: Element = Row([Grow(heading), right], "s") if right is not None else heading
    return Card(Column([head, *rows], "s"), "m", "m")


def labelled(word: str, content: Element) -> Element:
    """A row of a form: what it asks, and the answer."""
    return Row([Sized(Label(word, "small"), LEAST_LABEL), Grow(content)], "s")


Kept = Callable[[tuple[int, ...]], Form]
"""The form in which some numbers are kept."""


def chips(
    name: str,
    options: Sequence[tuple[str, str]],
    chosen: str,
    kept: Callable[[str], Form],
    free: Sequence[str] | None = None,
    again: str | None = None,
) -> Element:
    """One of several, side by side (see `choices`)."""
    return Flow(choices(name, options, chosen, kept, free, again), "xs", "xs")


def choices(
    name: str,
    options: Sequence[tuple[str, str]],
    chosen: str,
    kept: Callable[[str], Form],
    free: Sequence[str] | None = None,
    again: str | None = None,
) -> list[Button]:
    """One of several (value, word), kept in the form that `kept` makes of it; those not `free` keep their
    place, quiet. Choosing the chosen one again gives `again`. `name` begins the controls' ids.
    """
    made: list[Button] = []
    for value, word in options:
        may = free is None or value in free
        wanted = again if value == chosen and again is not None else value
        made.append(
            choice_chip(word, f"{name}={value}", Draft(kept(wanted)), may and value == chosen, enabled=may)
        )
    return made


def by_fours(chips: Sequence[Button], before: int = 0) -> list[Element]:
    """Rows of chips to be turned by pages, each of which stays whole where there is room for some only. The
    first holds as many more as stand `before` the rest."""
    first, rest = chips[: before + _TOGETHER], chips[before + _TOGETHER :]
    rows = [first, *(rest[i : i + _TOGETHER] for i in range(0, len(rest), _TOGETHER))]
    return [Flow(list(row), "xs", "xs") for row in rows if row]


def people(view: View, ids: Sequence[str]) -> list[tuple[str, str]]:
    """(id, short name) of characters, in the order of the cast."""
    return [(who.id, who.short) for who in view.characters if who.id in ids]


def seats(view: View, held: bool) -> list[tuple[str, str]]:
    """(id, short name) of the characters that people hold, or of those that the game plays."""
    return [(who.id, who.short) for who in view.characters if who.held is held]


def projects(view: View) -> list[tuple[str, str]]:
    """(id, short name) of the open projects, going to help or to fetch last."""
    ordered = sorted(view.projects, key=lambda project: bool(project.group or project.fetches))
    return [(one.id, one.title if one.group else capital(one.short)) for one in ordered]


def picked(value: str, options: Sequence[str]) -> str:
    """What a form says if it is still one of the options, else the first; "" where there is none."""
    return value if value in options else (options[0] if options else "")


def stepped(values: tuple[int, ...], index: int, by: int) -> tuple[int, ...]:
    """The numbers with one of them moved."""
    return tuple(v + by if i == index else v for i, v in enumerate(values))


def stepper(
    name: str, values: tuple[int, ...], index: int, most: int, kept: Kept, least: int = 0,
    sign: Element | None = None, number: bool = True,
) -> Element:  # fmt: skip
    """− 2 +, for one of some numbers, after a word or a sign (which says it itself where not `number`)."""
    value = values[index]
    less, more = (Draft(kept(stepped(values, index, by))) for by in (-1, 1))
    row: list[Element] = [] if sign is None else [sign]
    row.append(Button("−", f"{name}.{index}.less", less, "chip", enabled=value > least))
    if number:
        row.append(Sized(Label(str(value), "name", align="center", one_line=True), 26.0))
    row.append(Button("+", f"{name}.{index}.more", more, "chip", enabled=value < most))
    return Row(row, "xs")


def token_steppers(name: str, values: tuple[int, ...], limits: Sequence[int], kept: Kept) -> Element:
    """A stepper for each kind of token, with its shape and its name."""
    made: list[Element] = []
    for kind in range(3):
        sign = Row(
            [
                Tokens(((kind, "given"),), 24.0),
                Label(kind_name(kind), "small", "ink", one_line=True),
                Spacer(_CLEAR),
            ],
            "xs",
        )
        made.append(stepper(name, values, kind, max(limits[kind], 0), kept, sign=sign))
    return Flow(made, "l", "xs")


def by_id(entries: Sequence[Any], wanted: str) -> Any | None:
    """The entry with that id, or None."""
    return next((entry for entry in entries if entry.id == wanted), None)


def name_of(view: View, who: str) -> str:
    """A character's short name; "" for nobody."""
    found: CharacterView | None = by_id(view.characters, who)
    return found.short if found else ""


def limits_of(limits: Sequence[tuple[str, Any]]) -> Mapping[str, Any]:
    return dict(limits)
