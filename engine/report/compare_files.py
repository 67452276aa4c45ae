"""A comparison → the bytes of its files: a workbook, and pages to print."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from engine.language import tr, using
from engine.look.palette import PAPER
from engine.paper import press
from engine.report import xlsx
from engine.report.compare import Comparison
from engine.report.table import Column, Table, shown

AT_ONCE = 5
"""Sessions side by side on one page; more go on on the pages after."""


def written(told: Comparison, formats: Iterable[str], name: str) -> dict[str, bytes]:
    """The files of those formats, by name; NoPressError where Typst is wanted and not installed."""
    with using(told.language):
        return {f"{name}.{one}": _FILES[one](told) for one in formats}


def _workbook(told: Comparison) -> bytes:
    columns = (Column(tr("À lire")),)
    about = Table("about", tr("À lire"), columns, tuple((note,) for note in told.notes))
    return xlsx.workbook(tr("Séances côte à côte"), told.date, (about, *told.tables))


def _pages(told: Comparison) -> bytes:
    return b"".join(press.pages("compare", data(told)))


def data(told: Comparison) -> dict[str, Any]:
    """All that the template reads."""
    starts = range(0, len(told.names), AT_ONCE)
    return {
        "title": tr("Séances côte à côte"), "game": tr("COOP ou pas COOP"), "lang": told.language,
        "large": False, "colours": {name: PAPER[name] for name in PAPER if not name.startswith("zone")},
        "notes": told.notes,
        "tables": [_part(table, at) for table in told.tables if table.rows for at in starts],
    }  # fmt: skip


def _part(table: Table, at: int) -> dict[str, Any]:
    """Some of the sessions' columns, between what is measured and what it is."""
    end = min(at + AT_ONCE, len(table.columns) - 2)

    def some(row: Sequence[Any]) -> list[Any]:
        return [row[0], *row[1 + at : 1 + end], row[-1]]

    heads = some([column.title for column in table.columns])
    return {"title": table.title, "heads": heads, "rows": [list(map(shown, some(row))) for row in table.rows]}


_FILES: Final[Mapping[str, Callable[[Comparison], bytes]]] = {"xlsx": _workbook, "pdf": _pages}
