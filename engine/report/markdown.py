"""A record as Markdown: whatever was typed stays text, in every reader of it."""

import re
from collections.abc import Iterator
from typing import Final

from engine.language import tr
from engine.report.record import Record
from engine.report.table import Cell, Table, shown
from engine.report.tables import tables

_MEANS: Final = re.compile(r"[\\`*_{}\[\]|~<>&@$^#]|^[-+=]|:(?=//)|(?<=www)\.", re.IGNORECASE)
"""Signs that mean something anywhere, or where they stand: before a list, in an address."""


def files(record: Record) -> dict[str, bytes]:
    """One file."""
    return {".md": ("\n".join(_lines(record)) + "\n").encode()}


def _lines(record: Record) -> Iterator[str]:
    yield f"# {safe(record.title)}"
    yield ""
    yield safe(record.date)
    for sentence in record.story:
        yield ""
        yield safe(sentence)
    for table in tables(record):
        yield from ("", f"## {safe(table.title)}", "")
        yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    yield _row(tuple(column.title for column in table.columns))
    yield "|" + " --- |" * len(table.columns)
    yield from map(_row, table.rows)
    yield ""
    for column in table.columns:
        if column.explained:
            yield "- " + tr("{name} : {what}", name=safe(column.title), what=safe(column.explained))


def _row(cells: tuple[Cell, ...]) -> str:
    return "| " + " | ".join(safe(shown(cell)) for cell in cells) + " |"


def safe(text: str) -> str:
    """A text on one line whose signs mean themselves."""
    line = " ".join(text.split())
    number = re.match(r"\d+(?=[.)])", line)
    if number:
        return f"{number[0]}\\{safe(line[number.end() :])}"
    return _MEANS.sub(r"\\\g<0>", line)
