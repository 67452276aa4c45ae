"""`coop compare`: several sessions side by side, with the same measures and no ranking."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.language import current, ntr, tr
from engine.report.parts import COMPARED
from game.commands.replay import existing
from game.commands.report import several
from game.front.problem import Problem

if TYPE_CHECKING:
    from engine.report.record import Record


def add(verbs: Any) -> argparse.ArgumentParser:
    described: argparse.ArgumentParser = verbs.add_parser(
        "compare",
        help=tr("mettre plusieurs séances côte à côte"),
        description=tr(
            "Met côte à côte les tables d’un atelier, ou les séances d’une saison : les mêmes mesures, dans "
            "l’ordre donné, sans classement. Aucune parole n’y porte de nom."
        ),
    )
    described.add_argument(
        "files", nargs="+", metavar=tr("FICHIER.coop"), type=Path, help=tr("deux fichiers de séance, ou plus")
    )
    described.add_argument(
        "--out", type=Path, metavar=tr("DOSSIER"), help=tr("où écrire ; sinon, un dossier à ce nom, ici même")
    )
    described.add_argument(
        "--format", type=_formats, default=COMPARED, metavar=",".join(COMPARED),
        help=tr("les formats voulus, séparés par des virgules ; sinon, tous"),
    )  # fmt: skip
    return described


def _formats(text: str) -> tuple[str, ...]:
    return several("--format", text, COMPARED)


def run(options: argparse.Namespace) -> int:
    from engine.paper.press import NoPressError
    from engine.report import compare, compare_files, keeping

    if len(options.files) < 2:
        raise Problem(tr("Il faut deux séances au moins pour les mettre côte à côte."))
    told = compare.compared([(path.stem, _record(path)) for path in options.files])
    name = "comparison" if current() == "en" else "comparaison"
    folder = options.out if options.out is not None else Path(name)
    try:
        kept = keeping.keep(compare_files.written(told, options.format, name), folder)
    except keeping.KeepError as error:
        raise Problem(error.sentence) from error
    except NoPressError as missing:
        raise Problem(
            tr("Il manque Typst, qui compose les pages. Installez-le : pip install typst.")
        ) from missing
    for note in told.notes[1:]:
        print(note, file=sys.stderr)
    print(
        ntr("{n} fichier écrit dans {folder}", "{n} fichiers écrits dans {folder}", len(kept), folder=folder)
    )
    return 0


def _record(path: Path) -> "Record":
    """The record of a session's file; a damaged one is told as far as it goes, and this is said."""
    from engine.report import build
    from engine.session.file import JournalError
    from engine.session.session import Session

    existing(path)
    try:
        session = Session.read(path)
    except JournalError as error:
        raise Problem(error.sentence) from error
    if session.damage:
        print(session.damage, file=sys.stderr)
    return build.record(session)
