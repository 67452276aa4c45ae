"""The game on paper: a scenario and what is wanted of it -> pages ready to print.

`guide`, `sheets` and `cards` prepare each part as data, `press` sets it with the templates beside. To add a
part: its name in `wanted`, its data in `PARTS`, its template in `templates`, its English in `locale`.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from engine.language import tr
from engine.look.palette import PAPER
from engine.paper import (
    agenda,
    ballot,
    board,
    cards,
    corners,
    counting,
    groups,
    guide,
    keeper,
    press,
    rules,
    sheets,
    sites,
    terms,
    week,
)
from engine.paper.press import NoPressError
from engine.paper.wanted import KINDS, Kind, Part, Size, Wanted, held_by_default

PARTS: Final[Mapping[Part, Callable[[Wanted], dict[str, Any]]]] = {
    "guide": guide.guide,
    "glossary": guide.glossary,
    "terms": terms.terms,
    "briefing": guide.briefing,
    "roles": sheets.roles,
    "choices": sheets.choices,
    "votes": sheets.votes,
    "tokens": sheets.tokens,
    "observers": sheets.observers,
    "signs": sheets.signs,
    "deck": cards.deck,
    "board": board.board,
    "week": week.week,
    "groups": groups.groups,
    "sites": sites.sites,
    "corners": corners.corners,
    "agenda": agenda.agenda,
    "ballot": ballot.ballot,
    "rules": rules.rules,
    "count": counting.count,
    "keeper": keeper.keeper,
}


class Printed(NamedTuple):
    """A PDF, its pages, and how many sheets of paper they take, some printed on both sides."""

    content: bytes
    pages: int
    sheets: int


def pdf(wanted: Wanted) -> Printed:
    """The pages as one PDF; NoPressError where Typst is not installed."""
    told = data(wanted)
    [count] = press.marked("main", told, "pages")
    return Printed(
        b"".join(press.pages("main", told)), count, count - sum(map(_backs(wanted), told["parts"]))
    )


def _backs(wanted: Wanted) -> Callable[[dict[str, Any]], int]:
    """How many pages of a part come on the back of others."""

    def backs(part: dict[str, Any]) -> int:
        if part["part"] == "deck":
            return -(-len(part["cards"]) // 9)
        if part["part"] == "roles":
            return len(part["sheets"]) if wanted.large else 0
        return 1 if part["part"] == "rules" and not wanted.large else 0

    return backs


def pictures(wanted: Wanted) -> list[bytes]:
    """Each page as a PNG."""
    return press.pages("main", data(wanted), "png")


def overflowing(wanted: Wanted) -> list[str]:
    """The names of what is too long for its place, even in the smallest type."""
    return [str(name) for name in press.marked("main", data(wanted), "overflow")]


def data(wanted: Wanted) -> dict[str, Any]:
    """All that the templates read: words in the reader's language, drawings as SVG."""
    with wanted.reader.speaking():
        title = wanted.reader.read(wanted.scenario.title)
        return {
            "title": title,
            "subject": tr("COOP ou pas COOP : le matériel"),
            "game": tr("COOP ou pas COOP"),
            "lang": wanted.reader.language,
            "paper": wanted.size,
            "large": wanted.large,
            "colours": {name: PAPER[name] for name in PAPER if not name.startswith("zone")},
            "parts": [{"part": part, **_for_tables(wanted, part)} for part in wanted.parts],
        }


_OF_A_TABLE: Final[Mapping[Part, str]] = {
    "roles": "sheets", "choices": "slips", "tokens": "hands", "signs": "people",
    "week": "boards", "groups": "boards", "sites": "boards", "corners": "boards", "agenda": "boards",
    "ballot": "boards",
}  # fmt: skip
"""What each table has of its own: the part, and the list in it."""


def _for_tables(wanted: Wanted, part: Part) -> dict[str, Any]:
    """A part, with all of it for each table, and the table's number on it where there are several."""
    told = PARTS[part](wanted)
    key = _OF_A_TABLE.get(part)
    if key is None or wanted.tables == 1:
        return told
    once = told[key]
    return {
        **told,
        key: [
            {**one, "table": tr("Table {n}", n=n + 1), "number": one.get("number", 0) + n * len(once)}
            for n in range(wanted.tables)
            for one in once
        ],
    }


__all__ = [
    "KINDS", "PARTS", "Kind", "NoPressError", "Part", "Printed", "Size", "Wanted", "data", "held_by_default",
    "overflowing", "pdf", "pictures",
]  # fmt: skip
