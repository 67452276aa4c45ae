"""The rows of a file put in order: each answers by its hash for itself and for all before it.

The hash also tells how a row with a wrong bit was meant: there is one way to turn a bit, or to write the
hash, so that they fit again.
"""

import contextlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from engine.session.file.form import Entry, chain

_NEAR = 8
"""A hash that differs in fewer letters of 64 was the same: of two others 60 differ."""
_MOST = 4_000  # bytes of a command in which a wrong bit is looked for
_ROWS = 60  # rows that are mended, so that a file of noise takes no longer than another


def in_order(
    start: str, rows: Mapping[int, Sequence[Entry]], most: int
) -> tuple[list[Entry], frozenset[int], bool]:
    """The commands 1 to `most`, the numbers of those lost, and whether each answers for all before it.

    Behind a lost row whose hash is lost too, the next one cannot be held to anything and is taken as it is.
    """
    entries: list[Entry] = []
    lost: set[int] = set()
    known, before, proven, mended = True, {start}, True, 0
    for number in range(1, most + 1):
        found = rows.get(number, ())
        good = next((e for e in found if e.hash in _answers(before, e)), None)
        if good is None and found and mended < _ROWS:
            good = next((one for e in found if (one := _mended(before, e)) is not None), None)
            mended, proven = mended + 1, False
        if good is not None:
            known, before = True, {good.hash}
        else:
            good = None if known else next((e for e in found if _sensible(e)), None)
            told = {hash_ for e in found for hash_ in _answers(before if known else (), e)}
            known = proven = False
            before = {e.hash for e in found} | told
        if good is None:
            good = Entry(number, entries[-1].at if entries else 0.0, "", "", "")
            lost.add(number)
        entries.append(good)
    return entries, frozenset(lost), proven


def _answers(before: Iterable[str], entry: Entry) -> set[str]:
    return {chain(b, entry.number, entry.at, entry.command, entry.digest) for b in before}


def _mended(before: Iterable[str], entry: Entry) -> Entry | None:
    """The row as it was, where one bit of its command or a little of its hash is wrong."""
    for hash_ in _answers(before, entry):
        if sum(a != b for a, b in zip(hash_, entry.hash, strict=False)) < _NEAR and len(entry.hash) == 64:
            return entry._replace(hash=hash_)
    for command in _turned(entry.command):
        one = entry._replace(command=command)
        if entry.hash in _answers(before, one):
            return one
    return None


def _turned(command: str) -> Iterator[str]:
    """The command with each of its bits turned."""
    letters = bytearray(command.encode("utf-8", "surrogateescape"))
    for at in range(len(letters) if len(letters) <= _MOST else 0):
        for bit in range(8):
            letters[at] ^= 1 << bit
            with contextlib.suppress(ValueError):
                yield letters.decode()
            letters[at] ^= 1 << bit


def _sensible(entry: Entry) -> bool:
    """Whether a row that cannot be held to anything reads like a command at least."""
    try:
        return "kind" in json.loads(entry.command)
    except (ValueError, TypeError, RecursionError):
        return False
