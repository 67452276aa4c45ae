"""`coop replay`: what a session's file holds, command by command."""

import argparse
import sys
from pathlib import Path
from typing import Any

from engine.words import tr
from game.problem import Problem


def add(verbs: Any) -> argparse.ArgumentParser:
    described: argparse.ArgumentParser = verbs.add_parser(
        "replay",
        help=tr("relire une séance enregistrée"),
        description=tr("Rejoue une séance enregistrée et l'écrit, sans ouvrir de fenêtre."),
    )
    described.add_argument("file", metavar=tr("FICHIER.coop"), type=Path, help=tr("le fichier de la séance"))
    described.add_argument("--json", action="store_true", help=tr("une ligne de JSON par commande"))
    return described


def run(options: argparse.Namespace) -> int:
    from engine import journal

    existing(options.file)
    damage = ""
    try:
        for line in journal.replay(options.file, as_json=options.json):
            sys.stdout.write(line.rstrip("\n") + "\n")
    except journal.JournalError as error:
        damage = str(error)
    if damage:
        raise Problem(damage, code=1)
    return 0


def existing(file: Path) -> Path:
    """The file, if there is one; a Problem says where none was found."""
    if not file.is_file():
        raise Problem(tr("Il n'y a pas de séance à cet endroit : {file}", file=file))
    return file
