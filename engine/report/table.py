"""A table of a record: one subject, with every column explained."""

from collections.abc import Iterable
from dataclasses import dataclass

from engine.language import signed, tr

Cell = str | int | float | None


def shown(cell: Cell) -> str:
    """A cell to be read: numbers with the decimal mark of the language."""
    if isinstance(cell, float):
        return signed(cell, 2).lstrip("+") or "0"
    return "" if cell is None else str(cell)


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    explained: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One subject. `id` is the same in every language; `title` has 31 letters at most, as a sheet's name."""

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table(
    id_: str, title: str, columns: Iterable[tuple[str, str]], rows: Iterable[tuple[Cell, ...]]
) -> Table:
    """A table of (title, explained) columns."""
    return Table(id_, title, tuple(Column(*column) for column in columns), tuple(rows))


def of_round() -> tuple[str, str]:
    """The column of a round's number."""
    return tr("Tour"), tr("le numéro du tour")


def yes(fact: bool | None) -> str:
    """A fact in a cell; "" where it is not known."""
    return "" if fact is None else tr("oui") if fact else tr("non")
