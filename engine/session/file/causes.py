"""Why a session's file cannot be written, in a sentence that says what helps."""

import errno
import os
import sqlite3
from pathlib import Path

from engine.language import tr
from engine.session.file.form import JournalError

LONGEST = 512
"""Letters (bytes in UTF-8) of a path that SQLite can open."""
_FULL = ("SQLITE_FULL", "SQLITE_IOERR_WRITE")


def not_saved(path: Path, error: BaseException | None, known: os.stat_result | None = None) -> JournalError:
    """The refusal for a write that failed. `known` is the state of the file when it was opened."""
    said = tr("{cause} Rien n’a changé : enregistrez ailleurs, ou réglez cela puis recommencez.",
              cause=_cause(path, error, known))  # fmt: skip
    return JournalError("not-saved", said)


def not_made(path: Path, error: BaseException) -> JournalError:
    """The refusal for a file that cannot be made where it should be."""
    said = tr("{cause} Rien n’a changé : rendez-le accessible, ou donnez un autre dossier par la variable "
              "COOP_SESSIONS, puis relancez.", cause=_cause(path, error, None))  # fmt: skip
    return JournalError("not-saved", said)


def read_only(path: Path) -> str:
    """Why a file that can be read can not be written, looked at before anything is tried; "" where it can."""
    if _letters(path) > LONGEST:
        return _too_long(path)
    if not os.access(path, os.W_OK):
        return tr("Le fichier {name} est protégé contre l’écriture.", name=path.name)
    if not os.access(path.parent, os.W_OK | os.X_OK):
        return _closed_folder(path.parent)
    return ""


def gone(path: Path, known: os.stat_result) -> str:
    """Why there is another file by that name than the one that was opened, or none; "" while it is there."""
    try:
        now = path.stat()
    except OSError:
        return tr("Le fichier {name} n’est plus à sa place : il a été déplacé, renommé ou effacé.",
                  name=path.name)  # fmt: skip
    same = (now.st_dev, now.st_ino) == (known.st_dev, known.st_ino)
    return "" if same else tr("Un autre fichier a pris la place de {name}.", name=path.name)


def _cause(path: Path, error: BaseException | None, known: os.stat_result | None) -> str:
    moved = gone(path, known) if known is not None else ""
    if moved:
        return moved
    name = getattr(error, "sqlite_errorname", "") if isinstance(error, sqlite3.Error) else ""
    if name in _FULL or getattr(error, "errno", 0) in (errno.ENOSPC, getattr(errno, "EDQUOT", None)):
        return tr("Le disque est plein : {name} ne peut pas grandir.", name=path.name)
    if _letters(path) > LONGEST:
        return _too_long(path)
    if not path.parent.is_dir() or not os.access(path.parent, os.W_OK | os.X_OK):
        return _closed_folder(path.parent)
    if known is not None and not os.access(path, os.W_OK):
        return tr("Le fichier {name} est protégé contre l’écriture.", name=path.name)
    why = getattr(error, "strerror", None) or name or str(error or "?")
    return tr("L’ordinateur a refusé d’écrire {name} ({why}).", name=path.name, why=why)


def _closed_folder(folder: Path) -> str:
    return tr("Rien ne peut être écrit dans le dossier {folder}.", folder=folder)


def _too_long(path: Path) -> str:
    return tr("Le chemin de {name} est trop long pour y écrire ({n} lettres, {most} au plus).",
              name=path.name, n=_letters(path), most=LONGEST)  # fmt: skip


def _letters(path: Path) -> int:
    """Length of a path as the system sees it, in bytes."""
    try:
        return len(os.fsencode(path.absolute()))
    except OSError:  # the current folder is gone
        return len(os.fsencode(path))
