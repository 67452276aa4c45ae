"""A session as a file: one SQLite database, rows chained by hash, each synced before anyone is told.

Tables: `header` (what the session was begun with, sealed by its hash), `command` (one row each, in order,
each with the hash of all before it), `snapshot` (the state at each phase, compressed), `last` (which row was
written last) and `unsent` (what stands in fields and is not recorded). Commands are only ever added to.
"""

import contextlib
import sqlite3
import weakref
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from engine.language import ntr, tr
from engine.session.file import causes, making, reading
from engine.session.file.form import (
    Entry,
    Header,
    JournalError,
    packed,
    place,
    unpacked,
)

_open: set[tuple[int, int]] = set()
"""Files that this process has open: reading one by other means and closing it would give its lock up."""


class Journal:
    """One session's file. While it is open to be played, no other process can write it.

    `damage` is "" or the sentence that says why the file can only be read; such a file is never written.
    `lost` has the numbers of commands that are not there any more: their entries say nothing.
    """

    def __init__(self, path: Path, contents: reading.Contents, database: sqlite3.Connection | None) -> None:
        self.path = path
        self.header = contents.header
        self.entries = contents.entries
        self.lost = contents.lost
        self.damage = "" if contents.sound else _damaged(path, contents)
        self._start = contents.start
        self._snapshots = contents.snapshots
        self._unsent = contents.unsent
        self._where = place(self.latest()) if database is not None else ("", 0)
        self._database = database
        self._known = path.stat() if database is not None else None
        self._given_back: Callable[[], object] = lambda: None
        if self._known is not None:
            key = (self._known.st_dev, self._known.st_ino)
            _open.add(key)
            self._given_back = weakref.finalize(self, _open.discard, key)

    # ---- Making and opening ---------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, header: Header, *rows: making.Row) -> "Journal":
        """A new file with its first rows, there wholly or not at all; JournalError where a file is already
        there or the place cannot be written.
        """
        contents = making.fresh(header, rows)
        making.publish(path, contents)
        return cls._locked(path, contents)

    @classmethod
    def open(cls, path: Path) -> "Journal":
        """An existing file, every row of it verified, to be played.

        A damaged file, and one that cannot be written, opens read-only: `damage` says why. Raises
        JournalError where nothing can be read of it, where another process has it, or where a newer version
        wrote it.
        """
        journal = cls.read(path)
        if journal.damage:
            return journal
        cause = causes.read_only(path)
        if cause:
            return journal._only_read(cause)
        try:
            return cls._locked(path, journal._contents())
        except JournalError as error:
            if error.code == "in-use":
                raise
            return journal._only_read(error.sentence)

    @classmethod
    def read(cls, path: Path, image: bytes | None = None) -> "Journal":
        """The same to be looked at: the file is not touched, and nothing can be written to it. With an
        `image` of it, taken by the process that has it open, only that is read.
        """
        if image is not None:
            return cls(path, reading.contents(image, path), None)
        reading.verify_file(path)
        with contextlib.suppress(sqlite3.Error, OSError, ValueError), looking(path) as database:
            database.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        return cls(path, reading.read(path), None)

    @classmethod
    def _locked(cls, path: Path, contents: reading.Contents) -> "Journal":
        """The file that holds just this, open to be written."""
        try:
            database = _connect(path)
            try:
                database.execute("BEGIN EXCLUSIVE")
                database.execute("COMMIT")
                rows = database.execute("SELECT number, hash FROM command ORDER BY number DESC LIMIT 1")
                if rows.fetchone() != (contents.entries[-1][::4] if contents.entries else None):
                    raise in_use(path)  # somebody wrote it in between
            except BaseException:
                database.close()
                raise
        except (OSError, sqlite3.Error) as error:
            if _busy(error):
                raise in_use(path) from error
            raise causes.not_saved(path, error) from error
        return cls(path, contents, database)

    def _contents(self) -> reading.Contents:
        return reading.Contents(
            self.header, self._start, self.entries, self.lost, self._snapshots, self._unsent
        )

    def _only_read(self, cause: str) -> "Journal":
        self.damage = tr("{cause} La séance s’ouvre en lecture seule.", cause=cause)
        return self

    # ---- Reading and adding ---------------------------------------------------------------------------

    def append(
        self, at: float, command: str, digest: str = "", snapshot: Mapping[str, Any] | None = None
    ) -> Entry:
        """Add a command; returns once it is on the disk. JournalError: it is not, and nothing has changed."""
        if self._database is None:
            raise JournalError("not-saved", self.damage or tr("La séance est fermée."))
        entry = making.following(self.entries, self._start, making.Row(at, command, digest))
        data = None if snapshot is None else packed(snapshot)
        where = self._where if snapshot is None else place(snapshot)
        with self._writing(self._database) as database:
            making.insert(database, entry, data, *where)
        self.entries.append(entry)
        self._where = where
        if data is not None:
            self._snapshots[entry.number] = data
        return entry

    def image(self) -> bytes | None:
        """The bytes of the file while nobody else can read it; None where it is not open to be played.
        JournalError where they cannot be had.
        """
        if self._database is None:
            return None
        try:
            return self._database.serialize()
        except (OSError, sqlite3.Error) as error:
            raise causes.not_saved(self.path, error) from error

    def elsewhere(self, path: Path) -> "Journal":
        """The whole session in a new file, to go on in from now on; JournalError where that cannot be made.

        Works with the file gone, full or read-only, for everything is in memory too. Not where commands are
        lost: what came after them answers for them.
        """
        if self.lost or not self.entries:
            raise JournalError("not-saved", tr("Il manque des actions : la séance ne peut qu’être relue."))
        identity = self.header.identity or self.identity
        header = self.header._replace(identity=identity, begin=self.entries[0].command)
        rows = [
            making.Row(
                e.at, e.command, e.digest, self.snapshot(e.number) if e.number in self._snapshots else None
            )
            for e in self.entries
        ]
        there = Journal.create(path, header, *rows)
        if self._unsent:
            there.keep_unsent(unpacked(self._unsent) or {})
        self.close()
        return there

    @contextlib.contextmanager
    def _writing(self, database: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
        """A transaction, in the file that has the name: what is written to one moved away would be lost."""
        if self._known is not None and causes.gone(self.path, self._known):
            raise causes.not_saved(self.path, None, self._known)
        try:
            database.execute("BEGIN IMMEDIATE")
            yield database
            database.execute("COMMIT")
        except sqlite3.Error as error:
            if database.in_transaction:
                with contextlib.suppress(sqlite3.Error):
                    database.execute("ROLLBACK")
            raise causes.not_saved(self.path, error, self._known) from error

    @property
    def identity(self) -> str:
        """What tells this session from every other: its copies have the same."""
        return self.header.identity or self._start[:32]

    def latest(self) -> Mapping[str, Any]:
        """The last state recorded that can be read; empty where there is none."""
        for number in sorted(self._snapshots, reverse=True):
            found = self.snapshot(number) if number <= len(self.entries) else None
            if found is not None:
                return found
        return {}

    def snapshot(self, number: int) -> Mapping[str, Any] | None:
        """The state as it was recorded after a command, where one was and can still be read."""
        return unpacked(self._snapshots.get(number))

    # ---- What stands in fields, not recorded ----------------------------------------------------------

    def unsent(self) -> Mapping[str, Any]:
        """What `keep_unsent` was last given."""
        return unpacked(self._unsent) or {}

    def keep_unsent(self, data: Mapping[str, Any]) -> None:
        """Keep what is half done in the session's own file, so that it goes where the file goes and is gone
        with it. JournalError: it is not kept.
        """
        content = packed(data) if data else b""
        if self._database is None or content == self._unsent:
            return
        with self._writing(self._database) as database:
            database.execute(making.made("unsent"))
            database.execute("DELETE FROM unsent")
            if content:
                database.execute("INSERT INTO unsent VALUES (1, ?)", (content,))
        self._unsent = content

    def close(self) -> None:
        """Give the file back; what is confirmed is already on the disk."""
        if self._database is not None:
            self._database.close()
            self._database = None
        self._given_back()

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)


# ---- Connections -------------------------------------------------------------------------------


def _connect(path: Path) -> sqlite3.Connection:
    """A connection that never waits for another process, commits by hand, syncs each commit, and leaves no
    remains of what is replaced."""
    uri = f"{path.absolute().as_uri()}?mode=rw"
    database = sqlite3.connect(uri, uri=True, timeout=0, isolation_level=None, check_same_thread=False)
    pragmas = ("locking_mode=EXCLUSIVE", "journal_mode=DELETE", "synchronous=FULL", "secure_delete=ON")
    for pragma in pragmas:
        database.execute(f"PRAGMA {pragma}").fetchall()
    return database


@contextlib.contextmanager
def looking(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that can only read; JournalError where somebody has the file open to be played.

    sqlite3.Error for a file whose journal is not of our kind: even reading it would make files beside it.
    """
    state = path.stat()
    if (state.st_dev, state.st_ino) in _open:
        raise in_use(path)
    with path.open("rb") as file:
        if file.read(20)[18:] != b"\1\1":
            raise sqlite3.DatabaseError("not as we write it")
    try:
        uri = f"{path.absolute().as_uri()}?mode=ro"
        database = sqlite3.connect(uri, uri=True, timeout=0, isolation_level=None)
        try:
            yield database
        finally:
            database.close()
    except sqlite3.Error as error:
        if _busy(error):
            raise in_use(path) from error
        raise


def _busy(error: Exception) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def in_use(path: Path) -> JournalError:
    """The refusal for a file that another window has."""
    return JournalError(
        "in-use", tr("La séance {name} est déjà ouverte dans une autre fenêtre.", name=path.name)
    )


def _damaged(path: Path, contents: reading.Contents) -> str:
    lost, name = len(contents.lost), path.name
    if not lost:
        return tr(
            "Le fichier {name} est abîmé ou modifié. Il s’ouvre en lecture seule, jusqu’à l’action {n} ; "
            "rien n’y sera écrit.",
            name=name, n=len(contents.entries),
        )  # fmt: skip
    return ntr(
        "Le fichier {name} est abîmé : {n} action y manque sur {total}. Il s’ouvre en lecture seule ; rien "
        "n’y sera écrit.",
        "Le fichier {name} est abîmé : {n} actions y manquent sur {total}. Il s’ouvre en lecture seule ; "
        "rien n’y sera écrit.",
        lost, name=name, total=len(contents.entries),
    )  # fmt: skip
