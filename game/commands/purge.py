"""`coop purge`: what the game keeps of sessions, erased for good."""

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.language import ntr, tr
from game.front.problem import Problem

if TYPE_CHECKING:
    from engine.session.file.purging import Old

_MOST_DAYS = 36_500


def add(verbs: Any) -> argparse.ArgumentParser:
    described: argparse.ArgumentParser = verbs.add_parser(
        "purge",
        help=tr("effacer les séances enregistrées"),
        description=tr(
            "Efface des séances pour de bon : leur fichier, avec les paroles notées ou non. Sans "
            "--older-than, toutes, et aussi les réglages et le journal des erreurs. Sans --yes, dit ce qui "
            "serait effacé, et n’efface rien."
        ),
    )
    described.add_argument(
        "--older-than", type=_days, metavar=tr("JOURS"),
        help=tr("seulement celles dont la dernière action a plus de tant de jours"),
    )  # fmt: skip
    described.add_argument("--yes", action="store_true", help=tr("effacer vraiment"))
    return described


def _days(text: str) -> int:
    days = int(text)
    if not 0 < days <= _MOST_DAYS:
        raise ValueError(text)
    return days


def run(options: argparse.Namespace) -> int:
    from engine.session.file import JournalError, folder
    from engine.session.file.purging import DAY, old

    everything = options.older_than is None
    before = float("inf") if everything else time.time() - options.older_than * DAY
    try:
        found, where = old(before), folder()
    except JournalError as error:
        raise Problem(error.sentence) from error
    beside = [path for path in _beside() if path.exists()] if everything else []
    for path in (*found.files, *beside):
        print(path)
    if options.yes:
        _erase(found, beside)
        print(ntr("{n} séance effacée de {folder}", "{n} séances effacées de {folder}", len(found.files),
                  folder=where))  # fmt: skip
    else:
        print(ntr("{n} séance à effacer de {folder}", "{n} séances à effacer de {folder}", len(found.files),
                  folder=where))  # fmt: skip
        if found.files or beside:
            print(tr("Rien n’est effacé : ajoutez --yes pour le faire."))
    for path in found.open:
        print(tr("{name} est ouverte : elle reste. Fermez-la, et recommencez.", name=path.name),
              file=sys.stderr)  # fmt: skip
    return 1 if found.open else 0


def _beside() -> Iterator[Path]:
    """What else there is of this user: settings, the log of errors, words that version 0.1.0 kept apart."""
    from game.front import settings

    try:
        yield settings.path()
        yield settings.log_folder() / "coop.log"
        words = settings.cache_folder() / "words"
    except OSError:
        return
    if words.is_dir():
        yield from sorted(path for path in words.iterdir() if path.is_file())


def _erase(found: "Old", beside: list[Path]) -> None:
    """Problem at the first that the system refuses to erase."""
    from engine.session.file import JournalError
    from engine.session.file.purging import erase

    try:
        for path in (*found.files, *beside):
            erase(path)
    except JournalError as error:
        raise Problem(error.sentence) from error
