"""A session as a file: one SQLite database, rows chained by hash, each synced before anyone is told.

Tables: `header` (what the session was begun with, sealed by its hash), `command` (one row each, in order,
each with the hash of all before it) and `snapshot` (the state at each phase, compressed). The rows are only
ever added to.
"""

import hashlib
import json
import os
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from engine.language import tr

FORMAT: Final = 1
_LARGEST: Final = 1 << 30  # bytes; a session is some hundred kilobytes
APPLICATION: Final = 0x434F4F50  # "COOP"
_TABLES: Final = """
CREATE TABLE header (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE command (number INTEGER PRIMARY KEY, at REAL NOT NULL, command TEXT NOT NULL,
                      digest TEXT NOT NULL, hash TEXT NOT NULL);
CREATE TABLE snapshot (number INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE spare (data BLOB NOT NULL);
"""


class JournalError(Exception):
    """A file that cannot be opened or written; `code` for programs, the sentence for a person.

    Codes: "missing", "exists", "not-a-session", "newer", "in-use", "damaged-start", "not-saved".
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class Header(NamedTuple):
    """What a session was begun with. `content` is the whole scenario as JSON."""

    content: str
    seed: int
    engine: str
    created: float


class Entry(NamedTuple):
    """One command as journalled: its JSON, and the digest of the state where a phase began (else "")."""

    number: int
    at: float
    command: str
    digest: str
    hash: str


def chain(before: str, number: int, at: float, command: str, digest: str) -> str:
    """The hash of a row, which stands for all rows up to it."""
    row = json.dumps([before, number, at, command, digest], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(row.encode()).hexdigest()


def _seal(header: Mapping[str, str]) -> str:
    plain = json.dumps(dict(header), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()


class Journal:
    """One session's file, open. While it is, no other process can write it.

    `damage` is "" or the sentence that says up to where the file could be read; such a file is never written.
    """

    def __init__(self, path: Path, database: sqlite3.Connection | None, header: Header, start: str) -> None:
        self.path = path
        self.header = header
        self.entries: list[Entry] = []
        self.damage = ""
        self._database = database
        self._start = start
        self._snapshots: dict[int, bytes] = {}

    # ---- Making and opening ---------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, header: Header) -> "Journal":
        """A new file; JournalError where one is already there or the place cannot be written."""
        if path.exists():
            raise JournalError("exists", tr("Le fichier {name} existe déjà.", name=path.name))
        lines = {
            "content": header.content,
            "seed": str(header.seed),
            "engine": header.engine,
            "created": repr(header.created),
            "format": str(FORMAT),
        }
        database = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            database = _connect(path, "rwc")
            database.executescript(f"PRAGMA application_id={APPLICATION}; PRAGMA user_version={FORMAT};")
            database.executescript(f"BEGIN EXCLUSIVE; {_TABLES}")
            database.executemany("INSERT INTO header VALUES (?, ?)", sorted(lines.items()))
            database.execute("INSERT INTO header VALUES ('seal', ?)", (_seal(lines),))
            database.execute("INSERT INTO spare VALUES (?)", (_packed({**lines, "seal": _seal(lines)}),))
            database.execute("COMMIT")
        except (OSError, sqlite3.Error) as error:
            if database is not None:  # half a file of our own making would only look like a damaged session
                database.close()
                path.unlink(missing_ok=True)
            raise _not_saved(path) from error
        return cls(path, database, header, _seal(lines))

    @classmethod
    def open(cls, path: Path) -> "Journal":
        """An existing file, every row of it verified.

        A file damaged after its start opens read-only, up to the damage. Raises JournalError where nothing
        can be read of it, where another process has it, or where a newer version wrote it.
        """
        if not path.is_file():
            raise JournalError("missing", tr("Le fichier {name} est introuvable.", name=path.name))
        short = False
        try:
            database = _connect(path, "rw")
            _verify_kind(database, path)
            database.execute("BEGIN EXCLUSIVE")
            database.execute("COMMIT")
        except sqlite3.Error as error:
            copy = _cut_short(path)
            if copy is None or "locked" in str(error):
                raise _unreadable(error, path) from error
            database, short = copy, True
        first = _first_lines(database)
        lines = first or _spare_lines(database)
        if lines is None:
            database.close()
            raise _damaged_start(path)
        header = Header(lines["content"], int(lines["seed"]), lines["engine"], float(lines["created"]))
        journal = cls(path, database, header, _seal(lines))
        journal._load(sound=not short and first is not None)
        if journal.damage:
            journal.close()
        return journal

    def _load(self, sound: bool) -> None:
        """Read every row; `sound` is False where the file is known to be damaged."""
        database = self._database
        assert database is not None
        try:
            for entry in map(Entry._make, database.execute("SELECT * FROM command ORDER BY number")):
                if not self._follows(entry):
                    sound = False
                    break
                self.entries.append(entry)
            for number, data in database.execute("SELECT number, data FROM snapshot"):
                self._snapshots[number] = data
            sound = sound and database.execute("PRAGMA quick_check").fetchone() == ("ok",)
        except sqlite3.Error:
            sound = False
        if not sound or not self.entries:
            self.damage = tr(
                "Le fichier {name} est abîmé. Il s’ouvre en lecture seule, jusqu’à l’action {n} ; "
                "rien n’y sera écrit.",
                name=self.path.name, n=len(self.entries),
            )  # fmt: skip

    def _follows(self, entry: Entry) -> bool:
        if not all(isinstance(text, str) for text in (entry.command, entry.digest, entry.hash)):
            return False
        before = self.entries[-1].hash if self.entries else self._start
        if entry.number != len(self.entries) + 1:
            return False
        return entry.hash == chain(before, entry.number, entry.at, entry.command, entry.digest)

    # ---- Reading and adding ---------------------------------------------------------------------------

    def append(
        self, at: float, command: str, digest: str = "", snapshot: Mapping[str, Any] | None = None
    ) -> Entry:
        """Add a command; returns once it is on the disk. JournalError: it is not, and nothing has changed."""
        number = len(self.entries) + 1
        before = self.entries[-1].hash if self.entries else self._start
        entry = Entry(number, at, command, digest, chain(before, number, at, command, digest))
        if self._database is None:
            raise _not_saved(self.path)
        try:
            self._database.execute("BEGIN IMMEDIATE")
            self._database.execute("INSERT INTO command VALUES (?, ?, ?, ?, ?)", entry)
            if snapshot is not None:
                data = zlib.compress(json.dumps(snapshot, separators=(",", ":")).encode(), 1)
                self._database.execute("INSERT INTO snapshot VALUES (?, ?)", (number, data))
                self._snapshots[number] = data
            self._database.execute("COMMIT")
        except sqlite3.Error as error:
            self._snapshots.pop(number, None)
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")
            raise _not_saved(self.path) from error
        self.entries.append(entry)
        return entry

    def latest(self) -> Mapping[str, Any]:
        """The last state recorded that can be read; empty where there is none."""
        for number in sorted(self._snapshots, reverse=True):
            found = self.snapshot(number) if number <= len(self.entries) else None
            if found is not None:
                return found
        return {}

    def snapshot(self, number: int) -> Mapping[str, Any] | None:
        """The state as it was recorded after a command, where one was and can still be read."""
        data = self._snapshots.get(number)
        if data is None:
            return None
        try:
            found = json.loads(zlib.decompress(data))
        except (zlib.error, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def close(self) -> None:
        """Give the file back; what is confirmed is already on the disk."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection that never waits for another process, commits by hand and syncs each commit."""
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    database = sqlite3.connect(uri, uri=True, timeout=0, isolation_level=None, check_same_thread=False)
    for pragma in ("locking_mode=EXCLUSIVE", "journal_mode=DELETE", "synchronous=FULL"):
        database.execute(f"PRAGMA {pragma}").fetchall()
    return database


def _packed(lines: Mapping[str, str]) -> bytes:
    return zlib.compress(json.dumps(dict(lines), ensure_ascii=False).encode(), 9)


def _first_lines(database: sqlite3.Connection) -> dict[str, str] | None:
    """What the session was begun with, the seal checked and left out; None where it is damaged."""
    try:
        rows = database.execute("SELECT key, CAST(value AS BLOB) FROM header").fetchall()
        return _sealed({str(key): bytes(value).decode() for key, value in rows})
    except (sqlite3.Error, ValueError):
        return None


def _spare_lines(database: sqlite3.Connection) -> dict[str, str] | None:
    """The same from its spare copy: the scenario fills most of a young file, and nothing replays without."""
    try:
        (data,) = database.execute("SELECT data FROM spare").fetchone()
        return _sealed(json.loads(zlib.decompress(data)))
    except (sqlite3.Error, TypeError, ValueError, zlib.error):
        return None


def _sealed(lines: dict[str, str]) -> dict[str, str] | None:
    seal = lines.pop("seal", "")
    return lines if seal == _seal(lines) else None


def _cut_short(path: Path) -> sqlite3.Connection | None:
    """The start of a file whose end is missing, as a copy in memory with blank pages for those that are gone
    (SQLite reads nothing of a file shorter than it says); None where it is whole, or its start is not there.
    """
    data = path.read_bytes()
    size = int.from_bytes(data[16:18], "big")
    whole = (65536 if size == 1 else size) * int.from_bytes(data[28:32], "big")
    if not len(data) < whole <= _LARGEST:
        return None
    database = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        database.deserialize(data.ljust(whole, b"\0"))
        _verify_kind(database, path)
        return database
    except (sqlite3.Error, JournalError):
        database.close()
        return None


def _verify_kind(database: sqlite3.Connection, path: Path) -> None:
    (application,) = database.execute("PRAGMA application_id").fetchone()
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION:
        raise _not_a_session(path)
    if version > FORMAT:
        database.close()
        raise JournalError(
            "newer",
            tr("Le fichier {name} vient d’une version plus récente : mettez COOP à jour.", name=path.name),
        )


def _unreadable(error: sqlite3.Error, path: Path) -> JournalError:
    text = str(error)
    if "locked" in text:
        return JournalError(
            "in-use", tr("La séance {name} est déjà ouverte dans une autre fenêtre.", name=path.name)
        )
    return _not_a_session(path) if "not a database" in text else _damaged_start(path)


def _not_a_session(path: Path) -> JournalError:
    return JournalError(
        "not-a-session", tr("Le fichier {name} n’est pas une séance de COOP.", name=path.name)
    )


def _damaged_start(path: Path) -> JournalError:
    return JournalError(
        "damaged-start",
        tr("Le début du fichier {name} est abîmé : il ne peut pas être ouvert.", name=path.name),
    )


def _not_saved(path: Path) -> JournalError:
    folder = path.parent
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        said = tr(
            "Rien ne peut être écrit dans le dossier {folder}. Rien n’a changé : rendez-le accessible, ou "
            "donnez-en un autre par la variable COOP_SESSIONS, puis relancez.",
            folder=folder,
        )
        return JournalError("not-saved", said)
    return JournalError(
        "not-saved",
        tr(
            "L’enregistrement dans {name} a échoué (disque plein ?). Rien n’a changé : libérez de la place, "
            "puis recommencez.",
            name=path.name,
        ),
    )
