"""A session file as it is read: never written, whatever its bytes, and all of it that is sound.

The bytes are read once and looked at in memory. Where they are a sound database, its tables tell everything;
where not, rows are searched for among the bytes (see carving). Each row answers for those before it by its
hash, so that what is damaged is known from what is not.
"""

import contextlib
import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from engine.language import tr
from engine.session.file import carving
from engine.session.file.chain import in_order
from engine.session.file.form import (
    APPLICATION,
    END_OF_TIME,
    FORMAT,
    LARGEST,
    NEEDED,
    TABLES,
    Entry,
    Header,
    JournalError,
    header_of,
    opened,
    seal,
    unpacked,
)

SIDECARS = ("-journal", "-wal")
"""What SQLite leaves beside a file whose writing was interrupted: part of it."""
_MARK = APPLICATION.to_bytes(4, "big")
_COMMAND = b'{"kind":"'


@dataclass
class Contents:
    """What could be read of a file. `entries` are numbered from 1 without a gap: those of `lost` stand for
    commands that are not there any more. `sound`: nothing is amiss, and the file may be written again.
    `start` is the hash that the first row answers for. `unsent` is what stood unrecorded in fields, packed.
    """

    header: Header
    start: str
    entries: list[Entry]
    lost: frozenset[int] = frozenset()
    snapshots: dict[int, bytes] = field(default_factory=dict)
    unsent: bytes = b""
    sound: bool = True


def read(path: Path) -> Contents:
    """All that a file holds, with nothing written anywhere; JournalError where nothing can be read."""
    return contents(settled(path), path)


def contents(data: bytes, path: Path) -> Contents:
    """What those bytes of a file hold; the path names it in sentences."""
    found = _Found()
    walked = _walk(data, found)
    lines = found.lines()
    if not walked or lines is None or found.wrong():
        walked = False
        _carve(data, found)
        lines = lines or found.lines()
    verify_version(lines, data, path)
    try:
        header = header_of(lines) if lines else None
    except (KeyError, ValueError, OverflowError):
        header = None
    if header is None or lines is None:
        raise _nothing(data, path)
    entries, lost, proven = in_order(seal(lines), found.rows, found.most())
    if header.begin and (1 in lost or not entries):
        entries[:1] = [Entry(1, header.created, header.begin, "", "")]
        lost, proven = lost - {1}, False
    kept = found.last is None or _keeps(entries, found.last)
    sound = walked and proven and kept and not lost and found.number == len(entries) > 0
    if header.identity and found.last is None:
        sound = False
    return Contents(header, seal(lines), entries, lost, found.snapshots, found.unsent, sound)


# ---- Bytes ----------------------------------------------------------------------------------------------


def settled(path: Path) -> bytes:
    """The file's bytes as they would be once an interrupted writing is undone: that is done on a copy."""
    verify_file(path)
    try:
        data = path.read_bytes()
        beside = interrupted(path)
        if not beside or not data:
            return data
        with tempfile.TemporaryDirectory(prefix="coop-") as place:
            copy = Path(place) / "copy"
            copy.write_bytes(data)
            for side in beside:
                shutil.copyfile(side, copy.with_name("copy" + side.name.removeprefix(path.name)))
            return _undone(copy) or data
    except OSError as error:
        raise unreadable(path, error) from error


def verify_file(path: Path) -> os.stat_result:
    """The state of a file that may be read; JournalError says why it may not."""
    try:
        state = path.stat()
    except FileNotFoundError as error:
        said = tr("Le fichier {name} est introuvable.", name=path.name)
        if path.is_symlink():
            said = tr("{name} est un lien vers un fichier qui n’est pas là.", name=path.name)
        raise JournalError("missing", said) from error
    except OSError as error:
        raise unreadable(path, error) from error
    if not stat.S_ISREG(state.st_mode):
        said = tr("{name} n’est pas un fichier.", name=path.name)
        raise JournalError("not-a-session" if stat.S_ISDIR(state.st_mode) else "unreadable", said)
    if state.st_size > LARGEST:
        raise not_a_session(path)
    return state


def interrupted(path: Path) -> list[Path]:
    """What lies beside a file of a writing that was not finished; a journal done with begins with zeros."""
    found = []
    for name in SIDECARS:
        side = path.with_name(path.name + name)
        with contextlib.suppress(OSError), side.open("rb") as file:
            if any(file.read(8)):
                found.append(side)
    return found


def _undone(copy: Path) -> bytes | None:
    """The bytes of a copy once SQLite has undone what was interrupted; None where it cannot."""
    with contextlib.suppress(sqlite3.Error, ValueError):  # even what SQLite says may be no text
        database = sqlite3.connect(copy, isolation_level=None)
        try:
            database.execute("PRAGMA journal_mode=DELETE").fetchall()
            database.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        finally:
            database.close()
        return copy.read_bytes()
    return None


# ---- Kinds ----------------------------------------------------------------------------------------------


def verify_version(lines: Mapping[str, str] | None, data: bytes, path: Path) -> None:
    """JournalError where a newer version wrote the file: what its sealed header says counts first."""
    said = (lines or {}).get("format", str(int.from_bytes(data[60:64], "big")))
    ours = lines is not None or data[68:72] == _MARK
    if ours and said.isdecimal() and int(said) > FORMAT:
        raise JournalError(
            "newer",
            tr("Le fichier {name} vient d’une version plus récente : mettez COOP à jour.", name=path.name),
        )


def _nothing(data: bytes, path: Path) -> JournalError:
    if data[68:72] != _MARK and _COMMAND not in data:
        return not_a_session(path)
    return JournalError(
        "damaged-start",
        tr("Le début du fichier {name} est abîmé : il ne peut pas être ouvert.", name=path.name),
    )


def not_a_session(path: Path) -> JournalError:
    return JournalError(
        "not-a-session", tr("Le fichier {name} n’est pas une séance de COOP.", name=path.name)
    )


def unreadable(path: Path, error: OSError) -> JournalError:
    if isinstance(error, PermissionError):
        said = tr("Le fichier {name} ne peut pas être lu : vous n’en avez pas le droit.", name=path.name)
    else:
        why = error.strerror or type(error).__name__
        said = tr("Le fichier {name} ne peut pas être lu ({why}).", name=path.name, why=why)
    return JournalError("unreadable", said)


# ---- Tables and rows ------------------------------------------------------------------------------------


class _Found:
    """Whatever is found of a file, not yet known to be sound."""

    def __init__(self) -> None:
        self.first: dict[str, str] = {}
        self.spares: list[bytes] = []
        self.rows: dict[int, list[Entry]] = {}
        self.number = 0
        self.snapshots: dict[int, bytes] = {}
        self.last: tuple[int, str] | None = None
        self.unsent = b""

    def lines(self) -> dict[str, str] | None:
        """The header's lines, from whichever of its copies is sound."""
        lines = opened(self.first)
        for spare in self.spares:
            data = unpacked(spare) if lines is None else None
            if data and all(isinstance(value, str) for value in data.values()):
                lines = opened(data)
        return lines

    def wrong(self) -> bool:
        """Whether one of the header's copies is not sound."""
        return opened(self.first) is None

    def add(self, number: object, *columns: object) -> None:
        """Take in a row of `command`, if its columns are of the right kinds."""
        at, *rest = columns
        if not isinstance(number, int) or not isinstance(at, int | float) or not 0 <= at < END_OF_TIME:
            return
        try:
            texts = [text.decode("utf-8", "surrogateescape") for text in rest if isinstance(text, bytes)]
            command, digest, hash_ = texts
        except ValueError:
            return
        entry = Entry(number, float(at), command, digest, hash_)
        if entry not in self.rows.setdefault(number, []):
            self.rows[number].append(entry)

    def most(self) -> int:
        """The number of the last command that there was, as far as can be told. Where the row that was
        written last is found, only those that follow it one by one came later: a number that an accident
        made does not.
        """
        if self.last is not None and any(e.hash == self.last[1] for e in self.rows.get(self.last[0], ())):
            return next(n for n in count(self.last[0]) if n + 1 not in self.rows)
        sane = 2 * len(self.rows) + 1000
        numbers = [*self.rows, *self.snapshots, self.last[0] if self.last else 0]
        return max((n for n in numbers if 0 < n <= sane), default=0)


def _walk(data: bytes, found: _Found) -> bool:
    """Read the tables; False where the file is no sound database of ours."""
    sound = data[18:20] == b"\1\1" and data[60:64] == FORMAT.to_bytes(4, "big") and data[68:72] == _MARK
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.text_factory = bytes
    try:
        database.deserialize(data[:18] + b"\1\1" + data[20:])
        if not _our_tables(database):
            return False
        for key, value in database.execute("SELECT key, CAST(value AS BLOB) FROM header"):
            found.first[key.decode()] = value.decode()
        names = _names(database)
        if "spare" in names:
            found.spares += [row[0] for row in database.execute("SELECT data FROM spare LIMIT 9")]
        if "last" in names:
            for number, hash_ in database.execute("SELECT CAST(number AS INTEGER), hash FROM last LIMIT 1"):
                found.last = (number, hash_.decode())
        if "unsent" in names:
            rows = database.execute("SELECT CAST(data AS BLOB) FROM unsent")
            found.unsent = next((row[0] for row in rows), b"")
        for row in database.execute("SELECT number, at, command, digest, hash FROM command ORDER BY number"):
            found.add(*row)
            found.number += 1
        for number, blob in database.execute("SELECT number, CAST(data AS BLOB) FROM snapshot"):
            found.snapshots[number] = blob
        return sound and database.execute("PRAGMA quick_check(1)").fetchall() == [(b"ok",)]
    except (sqlite3.Error, ValueError, AttributeError, TypeError, OverflowError, MemoryError):
        return False
    finally:
        database.close()


def _names(database: sqlite3.Connection) -> set[str]:
    return {name.decode() for (name,) in database.execute("SELECT name FROM sqlite_schema")}


def _our_tables(database: sqlite3.Connection) -> bool:
    """Whether there are our tables, made as we make them, and nothing else: nothing runs that we did not
    write."""
    made = {
        name.decode(): " ".join((sql or b"").decode().split())
        for name, sql in database.execute("SELECT name, sql FROM sqlite_schema")
    }
    return made.keys() >= NEEDED and all(TABLES.get(name) == sql for name, sql in made.items())


def _carve(data: bytes, found: _Found) -> None:
    """Search the bytes for what the tables did not give."""
    for row in carving.commands(data):
        found.add(row.number, *row.columns[1:])
    for row in carving.snapshots(data):
        blob = row.columns[-1]
        if isinstance(blob, bytes) and unpacked(found.snapshots.get(row.number)) is None:
            found.snapshots[row.number] = blob
    if found.lines() is None:
        found.spares += [c for row in carving.spares(data) if isinstance(c := row.columns[-1], bytes)]


def _keeps(entries: list[Entry], last: tuple[int, str]) -> bool:
    """Whether the row that was written last is there; an older version may have written more behind it."""
    number, hash_ = last
    return 0 < number <= len(entries) and entries[number - 1].hash == hash_
