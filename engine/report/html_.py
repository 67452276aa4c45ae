"""A record as one HTML page: no script, nothing from elsewhere, read by a screen reader, printed as it is."""

from collections.abc import Iterator
from html import escape
from typing import Final

from engine.language import tr
from engine.report.record import Record
from engine.report.table import Cell, Table, shown
from engine.report.tables import tables

_STYLE: Final = """
:root { color-scheme: light dark; }
body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1rem; }
nav li { display: inline-block; margin-right: 1rem; }
nav ul { padding: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; }
dt { font-weight: bold; }
th, td { border: 1px solid; padding: .3rem .5rem; text-align: left; vertical-align: top; }
td { overflow-wrap: anywhere; }
td.number { text-align: right; }
thead th { border-bottom-width: 3px; }
a:focus, .wide:focus { outline: 3px solid; }
@media print { nav { display: none; } tr { break-inside: avoid; } }
"""
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def files(record: Record) -> dict[str, bytes]:
    """One file."""
    return {".html": ("\n".join(_lines(record)) + "\n").encode()}


def _lines(record: Record) -> Iterator[str]:
    found = tables(record)
    yield "<!DOCTYPE html>"
    yield f'<html lang="{record.language}">'
    yield '<head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(record.title)} · {escape(record.date)}</title>"
    yield f"<style>{_STYLE}</style></head>"
    yield "<body>"
    yield f"<header><h1>{escape(record.title)}</h1>"
    yield f'<p><time datetime="{escape(record.date)}">{escape(record.date)}</time></p></header>'
    yield f'<nav aria-label="{escape(tr("Dans cette page"))}"><ul>'
    yield from (f'<li><a href="#{table.id}">{escape(table.title)}</a></li>' for table in found)
    yield "</ul></nav>"
    yield "<main>"
    yield from (f"<p>{_text(sentence)}</p>" for sentence in record.story)
    for table in found:
        yield from _section(table)
    yield "</main>"
    yield "</body></html>"


def _section(table: Table) -> Iterator[str]:
    yield f'<section aria-labelledby="{table.id}">'
    yield f'<div class="wide" role="region" aria-labelledby="{table.id}" tabindex="0"><table>'
    yield f'<caption><h2 id="{table.id}">{escape(table.title)}</h2></caption>'
    heads = "".join(f'<th scope="col">{escape(column.title)}</th>' for column in table.columns)
    yield f"<thead><tr>{heads}</tr></thead><tbody>"
    yield from (f"<tr>{''.join(map(_cell, row))}</tr>" for row in table.rows)
    yield "</tbody></table></div>"
    yield f"<details><summary>{escape(tr('Ce que disent les colonnes'))}</summary><dl>"
    for column in table.columns:
        if column.explained:
            yield f"<dt>{escape(column.title)}</dt><dd>{escape(column.explained)}</dd>"
    yield "</dl></details></section>"


def _cell(cell: Cell) -> str:
    if isinstance(cell, int | float):
        return f'<td class="number">{shown(cell)}</td>'
    return f"<td>{_text(cell or '')}</td>"


def _text(text: str) -> str:
    """A text as it was typed, its line ends kept."""
    return escape(text).replace("\n", "<br>")
