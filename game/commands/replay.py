"""`coop replay`: what a session's file holds, command by command."""

import argparse
import sys
from pathlib import Path
from typing import Any

from engine.language import tr
from game.front.problem import Problem


def add(verbs: Any) -> argparse.ArgumentParser:
    described: argparse.ArgumentParser = verbs.add_parser(
        "replay",
        help=tr("relire une séance enregistrée"),
        description=tr("Rejoue une séance enregistrée et l'écrit, sans ouvrir de fenêtre."),
    )
    described.add_argument("file", metavar=tr("FICHIER.coop"), type=Path, help=tr("le fichier de la séance"))
    described.add_argument("--json", action="store_true", help=tr("la séance entière en JSON"))
    return described


def run(options: argparse.Namespace) -> int:
    import json

    from engine import transcript
    from engine.session.file import JournalError

    existing(options.file)
    try:
        if options.json:
            data = transcript.replay_json(options.file)
            sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
        else:
            for line in transcript.replay(options.file):
                sys.stdout.write(line + "\n")
    except JournalError as error:
        raise Problem(error.sentence) from error
    return 0


def existing(file: Path) -> Path:
    """The file, if there is one; a Problem says where none was found."""
    if not file.is_file():
        raise Problem(tr("Il n'y a pas de séance à cet endroit : {file}", file=file))
    return file
