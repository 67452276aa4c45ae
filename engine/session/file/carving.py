"""Rows found in the raw bytes of a session file whose tables cannot be walked.

A row lies in its page as a cell (https://www.sqlite.org/fileformat2.html, "B-tree Pages", "Record Format"):
its length and number as variable-length integers, then the kinds of its columns, then the columns. The kinds
of our columns are rare enough to be searched for in the whole file, and they say how long the row is: so it
needs neither its page's head, nor the pages above, nor the file's own first page. What is found is not yet
known to be sound: whoever asked checks it.
"""

import re
import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

from engine.session.file.form import PAGE

_NUMBER: Final = rb"[\x80-\xff]{0,3}[\x00-\x7f]"
_COMMAND: Final = re.compile(  # number, at, command, digest ("" or 64 letters), hash (64 letters)
    rb"[\x06-\x0c]\x00[\x01-\x09]" + _NUMBER + rb"(?:\x0d|\x81\x0d)\x81\x0d", re.DOTALL
)
_SNAPSHOT: Final = re.compile(rb"[\x03-\x06]\x00" + _NUMBER + rb"(?=\x78\x01)", re.DOTALL)
_SPARE: Final = re.compile(rb"[\x02-\x05]" + _NUMBER + rb"(?=\x78[\x01\xda])", re.DOTALL)
_SIZES: Final = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0)
"""Bytes of a column by its kind; from 12 on the kind says the length of a blob (even) or text (odd)."""


class Row(NamedTuple):
    """A row's number and its columns, as bytes; an integer or a float as what it is."""

    number: int
    columns: tuple[bytes | int | float | None, ...]


def commands(data: bytes) -> Iterator[Row]:
    """Rows that look like those of `command`, damaged ones and remains of moved ones too."""
    return _rows(data, _COMMAND)


def snapshots(data: bytes) -> Iterator[Row]:
    """Rows that look like those of `snapshot`."""
    return _rows(data, _SNAPSHOT)


def spares(data: bytes) -> Iterator[Row]:
    """Rows that look like that of `spare`."""
    return _rows(data, _SPARE)


def _rows(data: bytes, pattern: "re.Pattern[bytes]") -> Iterator[Row]:
    page, at = _page_size(data), 0
    while (found := pattern.search(data, at)) is not None:
        at = found.start() + 1
        row = _row(data, found.start(), page)
        if row is not None:
            yield row


def _row(data: bytes, start: int, page: int) -> Row | None:
    """The row whose kinds of columns begin at `start`; None where what stands around does not fit."""
    kinds, place = [], start + 1
    while place < start + data[start]:
        kind, place = _integer(data, place)
        kinds.append(kind)
    if place != start + data[start]:
        return None
    sizes = [_SIZES[kind] if kind < 12 else (kind - 12) // 2 for kind in kinds]
    length = data[start] + sum(sizes)
    number = _number_before(data, start, length) if length <= len(data) else None
    if number is None:
        return None
    content = _whole(data, start, length, page)
    if content is None:
        return None
    at, columns = data[start], []
    for kind, size in zip(kinds, sizes, strict=True):
        columns.append(_column(kind, content[at : at + size]))
        at += size
    return Row(number, tuple(columns))


def _number_before(data: bytes, start: int, length: int) -> int | None:
    """The row's number, which stands before its columns and behind its length."""
    written = _written(length)
    for wide in range(1, 6):
        first = start - wide
        if first - len(written) < 0:
            return None
        number, after = _integer(data, first)
        if after == start and data[first - len(written) : first] == written:
            return number
    return None


def _whole(data: bytes, start: int, length: int, page: int) -> bytes | None:
    """All bytes of a row: what of it lies here, and the rest on the pages that follow from there."""
    most, least = page - 35, (page - 12) * 32 // 255 - 23
    here = length if length <= most else least + (length - least) % (page - 4)
    here = here if here <= most else least
    content, at = data[start : start + here], start + here
    while len(content) < length:
        (number,) = struct.unpack(">I", data[at : at + 4].rjust(4, b"\0"))
        at = (number - 1) * page
        if number == 0 or at + page > len(data):
            return None
        content += data[at + 4 : at + page]
    return content[:length]


def _column(kind: int, content: bytes) -> bytes | int | float | None:
    if kind == 0:
        return None
    if kind in (8, 9):
        return kind - 8
    if kind == 7:
        return float(struct.unpack(">d", content.ljust(8, b"\0"))[0])
    return int.from_bytes(content, "big", signed=True) if kind < 7 else content


def _integer(data: bytes, at: int) -> tuple[int, int]:
    """A variable-length integer, of at most five bytes here, and where what follows it begins."""
    value = 0
    for place in range(at, min(at + 5, len(data))):
        value = value << 7 | data[place] & 0x7F
        if data[place] < 0x80:
            return value, place + 1
    return value, at + 5


def _written(value: int) -> bytes:
    """An integer as `_integer` reads it."""
    found = [value & 0x7F]
    while value := value >> 7:
        found.append(value & 0x7F | 0x80)
    return bytes(reversed(found))


def _page_size(data: bytes) -> int:
    said = int.from_bytes(data[16:18], "big")
    size = 65536 if said == 1 else said
    return size if size in (512, 1024, 2048, 4096, 8192, 16384, 32768, 65536) else PAGE
