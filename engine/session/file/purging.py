"""Sessions erased for good: each file with all that lies beside it."""

import errno
from pathlib import Path
from typing import NamedTuple

from engine.language import tr
from engine.session.file.folder import files, look
from engine.session.file.form import JournalError
from engine.session.file.making import UNFINISHED
from engine.session.file.reading import SIDECARS

DAY = 86_400.0


class Old(NamedTuple):
    """The files that can be erased, the oldest first, and those that somebody has open."""

    files: tuple[Path, ...]
    open: tuple[Path, ...]


def old(before: float, where: Path | None = None) -> Old:
    """The sessions of a folder whose last action was before a moment (unix time).

    A file that cannot be read is as old as it was last written. JournalError where no folder can be named.
    """
    found: list[tuple[float, Path]] = []
    busy = []
    for path in files(where):
        one = look(path)
        if one is not None and one.when < before:
            found.append((one.when, path))
        elif one is None and path.exists():
            busy.append(path)
    return Old(tuple(path for _, path in sorted(found)), tuple(sorted(busy)))


def erase(path: Path) -> None:
    """Erase a session: its file, which holds its words, sent or not, and what was left beside it.

    Raises JournalError where the system refuses; the file that it names is still there then.
    """
    for one in (path, *(path.with_name(path.name + end) for end in (*SIDECARS, "-shm", UNFINISHED))):
        try:
            one.unlink(missing_ok=True)
        except OSError as error:
            raise JournalError("not-erased", _why(one, error)) from error


def _why(path: Path, error: OSError) -> str:
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return tr(
            "{name} ne peut pas être effacé : le fichier est ouvert ailleurs, ou son dossier est protégé.",
            name=path.name,
        )
    why = error.strerror or error
    return tr("L’ordinateur a refusé d’effacer {name} ({why}).", name=path.name, why=why)
