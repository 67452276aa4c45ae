"""A record as CSV, one table a file: UTF-8 with its mark, commas, every text between quotation marks.

A spreadsheet reads a cell that begins with = + - @ as a formula: such a text gets an apostrophe before it,
and so does what would begin a cell where the file is cut at other signs than its own.
"""

import csv
import io
import re
from typing import Final

from engine.report.record import Record
from engine.report.table import Cell
from engine.report.tables import tables

_RUNS: Final = re.compile(r"""(^|[,;|\t\r\n])([\s"']*)(?=[=+\-@＝＋－＠−])""")


def files(record: Record) -> dict[str, bytes]:
    """A file for each table."""
    found = {}
    for table in tables(record):
        out = io.StringIO()
        writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
        writer.writerow([safe(column.title) for column in table.columns])
        writer.writerows([[cell(one) for one in row] for row in table.rows])
        found[f"-{table.id}.csv"] = out.getvalue().encode("utf-8-sig")
    return found


def cell(value: Cell) -> str | int | float:
    """A number as it is, a text that no spreadsheet runs."""
    if value is None:
        return ""
    return safe(value) if isinstance(value, str) else value


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return _RUNS.sub(r"\1\2'", text)
