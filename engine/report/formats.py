"""The formats of a record, each by its name: a record → the bytes of its files."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from engine.language import using
from engine.report import csv_, html_, json_, markdown, pages, xlsx
from engine.report.record import Record

_FILES: Final[Mapping[str, Callable[[Record], dict[str, bytes]]]] = {
    "pdf": pages.files, "html": html_.files, "md": markdown.files, "xlsx": xlsx.files, "csv": csv_.files,
    "json": json_.files,
}  # fmt: skip
"""Each of `parts.FORMATS` gives its files by what their names end with: "-promises.csv", ".html"."""


def written(record: Record, formats: Iterable[str], name: str) -> dict[str, bytes]:
    """The files of those formats, by name; they speak the language of the record.

    Raises `engine.paper.press.NoPressError` where a PDF is wanted and what composes it is not installed.
    """
    with using(record.language):
        return {f"{name}{end}": data for one in formats for end, data in _FILES[one](record).items()}
