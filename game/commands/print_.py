"""`coop print`: the game on paper, as one PDF."""

import argparse
import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.language import current, ntr, tr
from game.front.problem import Problem

if TYPE_CHECKING:
    from engine.content.model import Scenario
    from engine.paper import Wanted


def add(verbs: Any) -> argparse.ArgumentParser:
    described: argparse.ArgumentParser = verbs.add_parser(
        "print",
        help=tr("imprimer le matériel"),
        description=tr("Compose le matériel d'une séance, ou le jeu de cartes, en un PDF prêt à imprimer."),
    )
    described.add_argument("scenario", metavar="SCENARIO", help=tr("nom court du scénario, ou son dossier"))
    out = tr("fichier à écrire ; sinon, le nom du scénario, ici")
    described.add_argument("--out", metavar=tr("FICHIER.pdf"), help=out)
    described.add_argument(
        "--kind",
        choices=(
            "kit",
            "deck",
            "board",
            "rules",
            "sheets",
            "cards",
            "tokens",
            "briefing",
            "guide",
            "terms",
            "all",
        ),
        default="kit",
        help=tr(
            "kit : tout pour une séance ; deck : le jeu de cartes et ses règles ; board : le "
            "plateau, en A3, et la semaine des salles ; "
            "rules : les règles du jeu sur table ; "
            "sheets : les feuilles ; cards : les cartes de vote ; tokens : les jetons ; "
            "briefing : le dépliant ; guide : la page de l'animation ; "
            "terms : les mots du métier ; all : tout"
        ),
    )
    described.add_argument(
        "--duration", choices=("45", "90", "150", "training"), metavar="D", help=tr("45, 90, 150 ou training")
    )
    described.add_argument(
        "--people", type=people, metavar="N", help=tr("personnes dans la salle, sans l'animation ; 12 sinon")
    )
    described.add_argument(
        "--tables",
        type=tables,
        metavar="N",
        default=1,
        help=tr("tables qui jouent chacune leur partie ; 1 sinon"),
    )
    described.add_argument(
        "--held", metavar="A,B", help=tr("personnages tenus : leurs identifiants, séparés par des virgules")
    )
    described.add_argument(
        "--paper",
        choices=("A4", "A3", "A2"),
        default="A4",
        help=tr(
            "papier des pages à lire ; A2 pour « coop print briefing », la politique de la ville à plier"
        ),
    )
    described.add_argument("--easy", action="store_true", help=tr("textes faciles à lire"))
    described.add_argument("--plain", action="store_true", help=tr("gros caractères : 18 points"))
    return described


def tables(text: str) -> int:
    """How many tables: 1 to 20."""
    value = int(text)
    if not 1 <= value <= 20:
        raise argparse.ArgumentTypeError(tr("de 1 à 20, pas {n}", n=value))
    return value


def people(text: str) -> int:
    """How many people: 1 to 200."""
    value = int(text)
    if not 1 <= value <= 200:
        raise argparse.ArgumentTypeError(tr("de 1 à 200, pas {n}", n=value))
    return value


def run(options: argparse.Namespace) -> int:
    from engine import paper
    from engine.briefing import reading
    from game.windows.catalogue import scenario

    folder = reading.folder_of(options.scenario)
    if folder is not None:
        return _foldout(folder, options)
    if options.paper == "A2":
        raise Problem(tr("L'A2 est le papier du dépliant : « coop print briefing --paper A2 »."))
    wanted = _wanted(scenario(options.scenario), options)
    target = Path(options.out or _file_name(wanted))
    with _pressed():
        made = paper.pdf(wanted)
    _write(target, made.content)
    said = ntr("{n} page", "{n} pages", made.pages)
    print(tr("{file} : {pages}, {sheets}.", file=target, pages=said, sheets=_sheets(made.sheets)))
    return 0


def _foldout(folder: Path, options: argparse.Namespace) -> int:
    """The sheet that unfolds, on paper of the size asked for; and, on A4, the notes of who unfolds it."""
    from engine.briefing import reading
    from engine.paper import foldout, notes
    from engine.telling.reader import Reader

    briefing = reading.load(folder).briefing
    if briefing is None:
        raise Problem(
            tr("Ce dépliant a des défauts : « coop check {name} » les dit tous.", name=options.scenario),
            code=1,
        )
    target = Path(options.out or f"briefing-{options.paper}.pdf")
    spoken = target.with_name(f"{target.stem}-notes.pdf") if options.out else Path("briefing-notes.pdf")
    reader = Reader(current(), options.easy)
    with _pressed():
        content, pages = foldout.pdf(briefing, reader, options.paper)
        said_aloud, sides = notes.pdf(briefing, reader, options.plain)
    _write(target, content)
    _write(spoken, said_aloud)
    said = ntr("{n} page", "{n} pages", pages)
    print(tr("{file} : {pages}, {sheets}.", file=target, pages=said, sheets=_sheets(pages // 2)))
    if options.paper == "A4":
        print(
            tr(
                "Imprimez recto verso, en retournant sur le petit côté, et collez les deux feuilles "
                "bord à bord."
            )
        )
    else:
        print(tr("Imprimez recto verso, en retournant sur le grand côté."))
    said = ntr("{n} page", "{n} pages", sides)
    print(tr("{file} : {pages} A4, ce que dit la personne qui déplie.", file=spoken, pages=said))
    return 0


@contextlib.contextmanager
def _pressed() -> Iterator[None]:
    """Where Typst is missing, a Problem that says how to have it."""
    from engine.paper.press import NoPressError

    try:
        yield
    except NoPressError as missing:
        raise Problem(
            tr("Il manque Typst, qui compose les pages. Installez-le : pip install typst.")
        ) from missing


def _sheets(number: int) -> str:
    return ntr("{n} feuille de papier", "{n} feuilles de papier", number)


def _wanted(asked: "Scenario", options: argparse.Namespace) -> "Wanted":
    """What the options ask for; a Problem names what there is where they ask for something else."""
    from engine import paper
    from engine.telling.reader import Reader

    duration = options.duration or ("90" if "90" in asked.durations else asked.durations[0])
    if duration not in asked.durations:
        there = ", ".join(asked.durations)
        raise Problem(tr("Ce scénario ne dure pas {asked}. Il y a : {names}.", asked=duration, names=there))
    if options.kind == "briefing" and not asked.briefing:
        raise Problem(tr("Ce scénario n'a pas de dépliant."))
    many = options.people or 12 * options.tables
    held = (
        paper.held_by_default(asked, many // options.tables)
        if options.held is None
        else _held(asked, options.held)
    )
    reader = Reader(current(), options.easy)
    kind, size, large = options.kind, options.paper, options.plain
    return paper.Wanted(asked, reader, duration, held, many, kind, size, large, options.tables)


def _held(asked: "Scenario", written: str) -> tuple[str, ...]:
    """The characters written after --held, in the order of the cast."""
    names = [name.strip() for name in written.split(",") if name.strip()]
    cast = [member.character for member in asked.cast]
    for name in names or [""]:
        if name not in cast:
            there = ", ".join(cast)
            raise Problem(
                tr("Personne ne s'appelle « {name} » ici. Il y a : {names}.", name=name, names=there)
            )
    return tuple(name for name in cast if name in names)


def _file_name(wanted: "Wanted") -> str:
    return f"{wanted.scenario.id}-{wanted.kind}.pdf"


def _write(target: Path, content: bytes) -> None:
    """Written beside and moved, so that nobody finds half a file; an OSError says why it cannot be."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.stem}-", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    """What the system takes from the rights of a new file; temporary files start without any."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
