"""Files written to a folder: each beside its name first, and all of them renamed only once all are whole."""

import contextlib
import errno
import os
from collections.abc import Mapping
from pathlib import Path

from engine.language import current, tr

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


class KeepError(Exception):
    """Files that could not be written; the sentence is for a person."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def named(name: str) -> str:
    """What the folder of a session's record is called where nobody named one."""
    return f"{name}-record" if current() == "en" else f"{name}-compte-rendu"


def keep(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Write the files, replacing those of the same names; their paths, in order.

    Raises KeepError with the reason where one cannot be written or replaced. Nothing is ever left half
    written: a file has what it had before, or all that is new.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _failed(folder, error) from error
    beside = {folder / name: folder / f"{name}.new" for name in files}
    try:
        for path, data in zip(beside, files.values(), strict=True):
            _write(beside[path], data, path)
        for path, new in beside.items():
            _replace(new, path)
    finally:
        for new in beside.values():
            with contextlib.suppress(OSError):
                new.unlink(missing_ok=True)
    return list(beside)


def _write(new: Path, data: bytes, path: Path) -> None:
    try:
        with new.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise _failed(path, error) from error


def _replace(new: Path, path: Path) -> None:
    try:
        new.replace(path)
    except OSError as error:
        raise _failed(path, error, replacing=True) from error


def _failed(path: Path, error: OSError, replacing: bool = False) -> KeepError:
    """Why something cannot be written, and what helps."""
    if error.errno in _FULL:
        return KeepError(
            tr("Le disque est plein : {name} ne peut pas être écrit. Libérez de la place, et recommencez.",
               name=path.name)
        )  # fmt: skip
    if replacing and isinstance(error, IsADirectoryError):
        return KeepError(tr("Un dossier porte déjà le nom {name}.", name=path.name))
    if replacing and isinstance(error, PermissionError):
        return KeepError(
            tr("{name} est ouvert dans un autre programme, ou protégé : fermez-le, et recommencez.",
               name=path.name)
        )  # fmt: skip
    if isinstance(error, FileExistsError | NotADirectoryError):
        return KeepError(tr("Ce n’est pas un dossier : {folder}", folder=path))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        where = path if not path.suffix else path.parent
        return KeepError(
            tr(
                "Rien ne peut être écrit dans le dossier {folder} : choisissez-en un autre.",
                folder=where,
            )
        )
    return KeepError(
        tr("L’ordinateur a refusé d’écrire {name} ({why}).", name=path.name, why=error.strerror or error)
    )
