"""Where sessions are kept, what they are called, and which of them can be taken up again."""

import contextlib
import datetime
import json
import os
import sqlite3
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from engine.content.model import Text
from engine.language import current, tr
from engine.places import NoHomeError, user_folder
from engine.session.file.form import APPLICATION, END_OF_TIME, FORMAT, JournalError, place, unpacked
from engine.session.file.reading import interrupted, verify_file
from engine.session.file.store import Journal, looking


class Found(NamedTuple):
    """A session on disk. `phase` is where it stopped; `damage` a sentence when it can only be read, or not at
    all (then the other fields are empty)."""

    path: Path
    scenario: str
    title: Text
    duration: str
    mode: str
    phase: str
    round: int
    when: float
    damage: str


def folder() -> Path:
    """The folder of the user's sessions; the variable COOP_SESSIONS names another. JournalError where the
    system names none."""
    chosen = os.environ.get("COOP_SESSIONS")
    if chosen:
        return Path(chosen)
    try:
        return user_folder("data") / "sessions"
    except NoHomeError as error:
        said = tr(
            "Cet ordinateur ne dit pas où est votre dossier personnel (la variable HOME) : donnez un dossier "
            "de séances par la variable COOP_SESSIONS."
        )
        raise JournalError("no-home", said) from error


def fresh(slug: str, when: float, where: Path | None = None) -> Path:
    """A path that is free for a new session: its date and its scenario, numbered from the second on."""
    return free((where or folder()) / f"{datetime.datetime.fromtimestamp(when):%Y-%m-%d}-{slug}.coop")


def free(path: Path) -> Path:
    """The path, or the first with a number behind its name that no file has."""
    found, number = path, 1
    while os.path.lexists(found):
        number += 1
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return found


def files(where: Path | None = None) -> list[Path]:
    """The session files of a folder, whatever they are, the last written first; none where there is no such
    folder. Opens none of them.
    """
    found = []
    with contextlib.suppress(OSError), os.scandir(where or folder()) as entries:
        for entry in entries:
            if entry.name.endswith(".coop"):
                try:
                    written = entry.stat().st_mtime
                except OSError:  # a link to nowhere: what is wrong with it is told when it is looked at
                    written = 0.0
                found.append((written, entry.path))
    return [Path(path) for _, path in sorted(found, reverse=True)]


def resumables(where: Path | None = None, most: int | None = None) -> list[Found]:
    """The sessions of a folder, the latest first: a Bilan can be taken up again too. Of many, `most` of those
    written last.

    A session that another window has open is left out; a file that cannot be opened says why, at the end.
    """
    found = [one for path in files(where)[:most] if (one := look(path)) is not None]
    return sorted(found, key=lambda f: (bool(f.scenario), f.when), reverse=True)


def look(path: Path) -> Found | None:
    """What one file holds, without playing it; None where somebody has it open, or where it is gone.

    Of a sound file only its beginning and its end are read: damage in between is told when it is opened. What
    was found is remembered as long as the file stays as it is.
    """
    try:
        state = verify_file(path)
    except JournalError as error:
        return None if error.code == "missing" and not path.is_symlink() else _unread(path, error)
    beside = bool(interrupted(path))
    known = (state.st_mtime_ns, state.st_size, state.st_ino, beside, current())
    if _seen.get(path, (None, None))[0] != known:
        try:
            found = None if beside else glance(path)
            _seen[path] = (known, found or _read(path))
        except JournalError as error:
            if error.code == "in-use":
                return None
            _seen[path] = (known, _unread(path, error))
    return _seen[path][1]


_seen: dict[Path, tuple[object, Found]] = {}


def _unread(path: Path, error: JournalError) -> Found:
    """A file that cannot be opened, and why; it is dated by when it was written."""
    when = 0.0
    with contextlib.suppress(OSError):
        when = path.lstat().st_mtime
    when = when if 0 <= when < END_OF_TIME else 0.0
    return Found(path, "", Text(fr=path.stem), "", "", "", 0, when, error.sentence)


def _read(path: Path) -> Found:
    """The same of a file that is not quite sound, every byte of it looked at."""
    journal = Journal.read(path)
    first = next((entry.command for entry in journal.entries[:1]), "")
    last = journal.entries[-1].at if journal.entries else journal.header.created
    where = place(journal.latest())
    found = _found(path, journal.header.content.encode(), first, last, where, journal.damage)
    if found is None:
        said = tr("Le début du fichier {name} ne peut pas être rejoué.", name=path.name)
        raise JournalError("damaged-start", said)
    return found


def _found(
    path: Path, content: bytes, begin: str, when: float, where: tuple[str, int], damage: str = ""
) -> Found | None:
    """What those parts of a file say together; None where they make no sense."""
    title = _title(content)
    try:
        how = json.loads(begin)
        duration, mode = how.get("duration", ""), how.get("mode", "")
    except (ValueError, AttributeError, TypeError, RecursionError):
        return None
    if title is None or not all(isinstance(word, str) for word in (duration, mode)):
        return None
    return Found(path, title[0], title[1], duration, mode, *where, when, damage)


def glance(path: Path) -> Found | None:
    """What a sound file says at its beginning and its end; None where anything there is amiss."""
    try:
        with looking(path) as database:
            database.text_factory = bytes
            kind = [database.execute(f"PRAGMA {name}").fetchone()[0] for name in _KIND]
            lines = dict(database.execute("SELECT key, CAST(value AS BLOB) FROM header").fetchall())
            first = database.execute("SELECT command FROM command WHERE number = 1").fetchone()
            last = database.execute(f"SELECT number, at, hash FROM command {_LAST}").fetchone()
            if kind != [APPLICATION, FORMAT, b"delete"] or not 0 <= last[1] < END_OF_TIME:
                return None
            where = _where(database, last[0], last[2], b"identity" in lines)
        return _found(path, lines[b"content"], first[0].decode(), last[1], where) if where else None
    except (sqlite3.Error, ValueError, TypeError, KeyError, AttributeError, OSError):
        return None


def _where(database: sqlite3.Connection, number: int, hash_: bytes, kept: bool) -> tuple[str, int] | None:
    """Phase and round where the session stopped; None where rows are missing behind the one given."""
    last = database.execute("SELECT number, hash, phase, round FROM last").fetchone() if kept else None
    if kept and last is not None and last[:2] == (number, hash_):
        return last[2].decode(), int(last[3])
    state = database.execute(f"SELECT number, data FROM snapshot {_LAST}").fetchone()
    data = unpacked(state[1])
    if data is None or state[0] > number or (kept and (last is None or last[0] >= number)):
        return None
    return place(data)


_LAST = "ORDER BY number DESC LIMIT 1"
_KIND = ("application_id", "user_version", "journal_mode")


@lru_cache(64)
def _title(content: bytes) -> tuple[str, Text] | None:
    """A scenario's id and title out of its JSON: sessions of the same one have the same."""
    try:
        data = json.loads(content)
        return str(data["id"]), Text.model_validate(data["title"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
