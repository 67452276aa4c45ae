"""`coop report`: the record of a saved session, to take home."""

import argparse
import sys
from pathlib import Path
from typing import Any

from engine.language import ntr, tr
from engine.report.parts import FORMATS, PARTS
from game.commands.parser import not_possible
from game.commands.replay import existing
from game.front.problem import Problem


def add(verbs: Any) -> argparse.ArgumentParser:
    described: argparse.ArgumentParser = verbs.add_parser(
        "report",
        help=tr("écrire le compte rendu d’une séance"),
        description=tr(
            "Écrit ce qui s’est passé, promis, décidé et dit dans une séance. Les paroles n’y sont qu’une "
            "fois le Bilan atteint : relisez-les d’abord, chacun peut corriger ou retirer les siennes."
        ),
    )
    described.add_argument("file", metavar=tr("FICHIER.coop"), type=Path, help=tr("le fichier de la séance"))
    described.add_argument(
        "--out",
        type=Path,
        metavar=tr("DOSSIER"),
        help=tr("où écrire ; sinon, un dossier à son nom, ici même"),
    )
    described.add_argument(
        "--format", type=_formats, default=FORMATS, metavar=",".join(FORMATS),
        help=tr("les formats voulus, séparés par des virgules ; sinon, tous"),
    )  # fmt: skip
    described.add_argument(
        "--leave-out", type=_parts, default=(), metavar=tr("PARTIE,PARTIE"),
        help=tr("ce qui n’y sera pas : {parts} (names : les paroles sans leur nom)", parts=", ".join(PARTS)),
    )  # fmt: skip
    described.add_argument("--easy", action="store_true", help=tr("texte facile à lire"))
    return described


def _formats(text: str) -> tuple[str, ...]:
    return several("--format", text, FORMATS)


def _parts(text: str) -> tuple[str, ...]:
    return several("--leave-out", text, PARTS)


def several(option: str, text: str, possible: tuple[str, ...]) -> tuple[str, ...]:
    """Words with commas between them, each of those possible, in that order and once."""
    asked = [word.strip() for word in text.lower().split(",")]
    for word in asked:
        if word not in possible:
            raise argparse.ArgumentTypeError(not_possible(option, word, possible).rstrip("."))
    return tuple(word for word in possible if word in asked)


def run(options: argparse.Namespace) -> int:
    from engine.paper.press import NoPressError
    from engine.report import build, formats, keeping
    from engine.report.record import without
    from engine.session.file import JournalError
    from engine.session.session import Session

    existing(options.file)
    try:
        session = Session.read(options.file)
    except JournalError as error:
        raise Problem(error.sentence) from error
    record = without(build.record(session, options.easy), frozenset(options.leave_out))
    name = options.file.stem
    try:
        files = formats.written(record, options.format, name)
    except NoPressError as missing:
        raise Problem(_no_press()) from missing
    folder = options.out if options.out is not None else Path(keeping.named(name))
    try:
        kept = keeping.keep(files, folder)
    except keeping.KeepError as error:
        raise Problem(error.sentence) from error
    if session.damage:
        print(session.damage, file=sys.stderr)
    if not record.over:
        print(
            tr("La séance n’est pas au Bilan : ses paroles ne sont pas dans le compte rendu."),
            file=sys.stderr,
        )
    print(
        ntr("{n} fichier écrit dans {folder}", "{n} fichiers écrits dans {folder}", len(kept), folder=folder)
    )
    return 0


def _no_press() -> str:
    others = ",".join(name for name in FORMATS if name != "pdf")
    return tr(
        "Il manque Typst, qui compose le PDF. Installez-le : pip install typst. "
        "Ou choisissez les autres formats : --format {others}.",
        others=others,
    )
