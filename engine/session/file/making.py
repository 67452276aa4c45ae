"""How a session file is made: all at once, so that it is there wholly or not at all."""

import contextlib
import os
import sqlite3
import time
import uuid
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from engine.language import tr
from engine.session.file import causes, reading
from engine.session.file.form import (
    APPLICATION,
    FORMAT,
    PAGE,
    TABLES,
    Entry,
    Header,
    JournalError,
    chain,
    lines_of,
    packed,
    place,
    seal,
    unpacked,
)

UNFINISHED = "-new"
"""Ends the name of a file that is being made; one left by a program that was killed is taken away."""
_STALE = 60.0  # seconds after which nobody is still making it


class Row(NamedTuple):
    """A command about to be journalled; `snapshot` is the state where a phase begins."""

    at: float
    command: str
    digest: str = ""
    snapshot: Mapping[str, Any] | None = None


def following(entries: list[Entry], start: str, row: Row) -> Entry:
    number, at = len(entries) + 1, float(row.at)
    before = entries[-1].hash if entries else start
    return Entry(number, at, row.command, row.digest, chain(before, number, at, row.command, row.digest))


def insert(
    database: sqlite3.Connection, entry: Entry, snapshot: bytes | None, phase: str, round_: int
) -> None:
    """Write a command, the state after it if that is recorded, and where the session is now."""
    database.execute("INSERT INTO command VALUES (?, ?, ?, ?, ?)", entry)
    if snapshot is not None:
        database.execute("INSERT INTO snapshot VALUES (?, ?)", (entry.number, snapshot))
    database.execute(made("last"))
    database.execute("REPLACE INTO last VALUES (1, ?, ?, ?, ?)", (entry.number, entry.hash, phase, round_))


def made(table: str) -> str:
    return TABLES[table].replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS")


def fresh(header: Header, rows: Iterable[Row]) -> reading.Contents:
    """What a new file will hold."""
    rows = tuple(rows)
    header = header._replace(
        identity=header.identity or uuid.uuid4().hex,
        begin=header.begin or (rows[0].command if rows else ""),
    )
    contents = reading.Contents(header, seal(lines_of(header)), [])
    for row in rows:
        contents.entries.append(following(contents.entries, contents.start, row))
        if row.snapshot is not None:
            contents.snapshots[len(contents.entries)] = packed(row.snapshot)
    return contents


def _image(contents: reading.Contents) -> bytes:
    """The bytes of a file that holds this. The header and its copy lie far apart, each table's own page too:
    no single accident hits both."""
    lines = lines_of(contents.header) | {"seal": contents.start}
    database = sqlite3.connect(":memory:", isolation_level=None)
    try:
        database.executescript(f"PRAGMA page_size={PAGE}; PRAGMA application_id={APPLICATION};")
        database.executescript(f"PRAGMA user_version={FORMAT}; BEGIN; {TABLES['header']};")
        database.executemany("INSERT INTO header VALUES (?, ?)", sorted(lines.items()))
        database.execute(TABLES["spare"])
        database.execute("INSERT INTO spare VALUES (?)", (packed(lines, 9),))
        for table in TABLES.values():
            database.execute(table.replace("TABLE", "TABLE IF NOT EXISTS", 1))
        where = ("", 0)
        for entry in contents.entries:
            data = contents.snapshots.get(entry.number)
            where = where if data is None else place(unpacked(data) or {})
            insert(database, entry, data, *where)
        database.execute("COMMIT")
        return database.serialize()
    finally:
        database.close()


def publish(path: Path, contents: reading.Contents) -> None:
    """Write the file beside and give it its name, which no other file may have."""
    beside = path.with_name(f"{path.name}{UNFINISHED}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(path):
            raise _exists(path)
        for side in reading.SIDECARS:  # of a file that was deleted: SQLite would put it back into this one
            path.with_name(path.name + side).unlink(missing_ok=True)
        with beside.open("wb") as file:
            file.write(_image(contents))
            file.flush()
            os.fsync(file.fileno())
        _name(beside, path)
        _sync_folder(path.parent)
    except (OSError, sqlite3.Error) as error:
        raise causes.not_made(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def _exists(path: Path) -> JournalError:
    return JournalError("exists", tr("Le fichier {name} existe déjà.", name=path.name))


def _name(beside: Path, path: Path) -> None:
    """Give a file its name, too; JournalError where another has it meanwhile."""
    try:
        os.link(beside, path)
    except FileExistsError as error:
        raise _exists(path) from error
    except (OSError, AttributeError):  # a stick without links
        if os.path.lexists(path):
            raise _exists(path) from None
        beside.rename(path)


def _sync_folder(folder: Path) -> None:
    """Have the name itself on the disk, where the system knows how."""
    with contextlib.suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def tidy(folder: Path) -> None:
    """Take away what is left of files that are gone or were never finished."""
    with contextlib.suppress(OSError):
        for side in [*folder.glob(f"*.coop{UNFINISHED}"), *folder.glob("*.coop-journal")]:
            with contextlib.suppress(OSError):
                whose = side.with_name(side.name.rpartition("-")[0])
                orphan = side.name.endswith(UNFINISHED) or not os.path.lexists(whose)
                if orphan and time.time() - side.stat().st_mtime > _STALE:
                    side.unlink()
