"""A record as a workbook: a first sheet that explains every column, then a sheet for each subject."""

import datetime
import io
from collections.abc import Iterable
from typing import Any

from engine.language import tr
from engine.report.record import Record
from engine.report.table import Cell, Column, Table
from engine.report.tables import tables

_WIDEST, _NARROWEST = 60, 8


def files(record: Record) -> dict[str, bytes]:
    """One file."""
    found = tables(record)
    return {".xlsx": workbook(record.title, record.date, (_explained(record, found), *found))}


def workbook(title: str, date: str, sheets: Iterable[Table]) -> bytes:
    """A sheet for each table; `date` (as 2026-05-12) is when the workbook says that it was made.

    Every text is written as a text: neither a formula nor a link, whatever it begins with.
    """
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": title, "created": datetime.datetime.fromisoformat(date)})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        for table in sheets:
            _sheet(book, table, head, body)
    return out.getvalue()


def _explained(record: Record, found: tuple[Table, ...]) -> Table:
    """What each sheet and column is; the session's own facts above."""
    said = (
        (record.title, tr("le scénario")), (record.date, tr("le jour de la séance")),
        *((sentence, "") for sentence in record.story),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [("", text, why) for text, why in said]
    rows += [(table.title, column.title, column.explained) for table in found for column in table.columns]
    columns = (Column(tr("Feuille")), Column(tr("Colonne")), Column(tr("Ce que c’est")))
    return Table("about", tr("À lire"), columns, tuple(rows))


def _sheet(book: Any, table: Table, head: Any, body: Any) -> None:
    sheet = book.add_worksheet(table.title)
    sheet.freeze_panes(1, 0)
    for k, column in enumerate(table.columns):
        texts = [column.title, *(str(row[k]) for row in table.rows if row[k] is not None)]
        sheet.set_column(k, k, max(_NARROWEST, min(_WIDEST, 2 + max(map(len, texts)))))
        sheet.write_string(0, k, column.title, head)
    for n, row in enumerate(table.rows, 1):
        for k, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(n, k, cell, body)
            elif cell is not None:
                sheet.write_number(n, k, cell, body)
