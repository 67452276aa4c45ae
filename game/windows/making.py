"""What is printed or taken home, made in a process of its own: pages are set while people go on."""

import contextlib
import datetime
import multiprocessing
import queue
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from engine import language, processes
from engine.language import ntr, tr
from game.front.making import Account, Job, Kit, Making
from game.front.problem import Problem
from game.windows import catalogue, sessions, trouble

_LAST = 5.0
"""Seconds given to files that are being written, so that none is left half written."""


class Maker:
    """One thing at a time; a new one stops the one before. `news` never waits."""

    def __init__(self) -> None:
        self._process: Any = None
        self._queue: Any = None
        self._writing: Any = None
        self._so_far: Making | None = None
        self._refused: Making | None = None

    def start(self, job: Job, target: str = "", live: sessions.Live | None = None) -> None:
        """Begin making it; `target` is the folder or id of the scenario of a kit. The session that is open
        here goes along where it is the one: no other process can read its file.
        """
        self.stop()
        try:
            image = live.image(job.file) if isinstance(job, Account) and live is not None else None
        except Problem as problem:
            self._refused = Making(job, said=problem.sentence, failed=True)
            return
        context = multiprocessing.get_context("spawn")
        self._queue, self._writing = context.Queue(), context.Lock()
        self._so_far = Making(job)
        asked = (job, target, image, self._queue, self._writing)
        self._process = context.Process(target=work, args=asked, daemon=True)
        self._process.start()

    def news(self) -> Making | None:
        """How far it has come since the last call, or None; one that ends without a word has failed."""
        if self._refused is not None:
            refused, self._refused = self._refused, None
            return refused
        if self._so_far is None or self._so_far.over:
            return None
        gone = not self._process.is_alive()
        latest = None
        with contextlib.suppress(queue.Empty, OSError, EOFError):
            while True:
                latest = self._queue.get(timeout=0.2) if gone else self._queue.get_nowait()
        if gone and (latest is None or not latest.over):
            said = tr("L’ordinateur a interrompu le travail. Rien n’est écrit à moitié : recommencez.")
            latest = Making(self._so_far.job, said=said, failed=True)
        self._so_far = latest or self._so_far
        return latest

    def stop(self) -> None:
        """Give it up, but for what is being written."""
        process, self._process, self._so_far = self._process, None, None
        if process is not None and process.is_alive():
            self._writing.acquire(timeout=_LAST)
            process.terminate()
            process.join(1.0)


def work(job: Job, target: str, image: bytes | None, results: Any, writing: Any) -> None:
    """Runs in the process: puts a Making in the queue after each step."""
    processes.end_with_parent()
    for so_far in steps(job, target, image, writing):
        results.put(so_far)


def steps(job: Job, target: str, image: bytes | None, writing: Any) -> Iterator[Making]:
    """Step after step; the last one is over. What is written to the disk is written holding `writing`."""
    from engine.paper import NoPressError
    from engine.report.keeping import KeepError
    from engine.session.file import JournalError

    language.add_catalogue("game")
    language.use(job.language)
    try:
        yield from _kit(job, target, writing) if isinstance(job, Kit) else _account(job, image, writing)
    except (KeepError, JournalError, Problem) as known:
        yield Making(job, said=known.sentence, failed=True)
    except NoPressError:
        said = tr("Il manque Typst, qui compose les pages. Installez-le : pip install typst.")
        yield Making(job, said=said, failed=True)
    except Exception as error:
        yield Making(job, said=trouble.report(error), failed=True)


def _kit(job: Kit, target: str, writing: Any) -> Iterator[Making]:
    from engine import paper
    from engine.report import keeping
    from engine.telling.reader import Reader

    yield Making(job, 0, 3, tr("Lecture du scénario…"))
    scenario = catalogue.scenario(target)
    reader = Reader(job.language, job.easy)
    wanted = paper.Wanted(scenario, reader, job.duration, job.held, job.people, job.kind, job.size, job.large)
    yield Making(job, 1, 3, tr("Mise en page…"))
    made = paper.pdf(wanted)
    sheets = ntr("{n} feuille de papier", "{n} feuilles de papier", made.sheets)
    pages = ntr("{n} page", "{n} pages", made.pages)
    yield Making(job, 2, 3, tr("Écriture : {pages}, {sheets}…", pages=pages, sheets=sheets))
    name, folder = f"{scenario.id}-{job.kind}.pdf", place()
    with writing:
        keeping.keep({name: made.content}, folder)
    said = tr("{file} est prêt : {pages}, {sheets}.", file=name, pages=pages, sheets=sheets)
    yield Making(job, 3, 3, said, folder)


def _account(job: Account, image: bytes | None, writing: Any) -> Iterator[Making]:
    from engine.paper import NoPressError
    from engine.report import build, formats, keeping
    from engine.report.parts import FORMATS
    from engine.report.record import without
    from engine.session.session import Session

    total = len(FORMATS) + 2
    yield Making(job, 0, total, tr("Lecture de la séance…"))
    session = Session.read(job.file, image=image)
    record = without(build.record(session, job.easy, job.what_if), frozenset(job.left_out))
    files: dict[str, bytes] = {}
    lacks: list[str] = []
    for done, name in enumerate(FORMATS, 1):
        yield Making(job, done, total, tr("Préparation : {name}…", name=name.upper()))
        try:
            files |= formats.written(record, (name,), job.file.stem)
        except NoPressError:  # the others are worth having
            lacks.append(tr("Sans {name} : il manque Typst (pip install typst).", name=name.upper()))
    yield Making(job, total - 1, total, tr("Écriture…"))
    folder = place() / keeping.named(job.file.stem)
    if record.followups:  # « Promis, tenu ? » makes a second one: the first stays
        folder = folder.with_name(f"{folder.name}-{datetime.date.today():%Y-%m-%d}")
    with writing:
        kept = keeping.keep(files, folder)
    said = [
        ntr(
            "Le compte rendu est écrit : {n} fichier.", "Le compte rendu est écrit : {n} fichiers.", len(kept)
        )
    ]
    if not record.over:
        said.append(tr("La séance n’est pas au Bilan : ses paroles n’y sont pas."))
    yield Making(job, total, total, " ".join([*said, *lacks, session.damage]).strip(), folder)


def place() -> Path:
    """The folder of what is printed or taken home: among the user's documents, or where there is room."""
    from engine.places import APP, NoHomeError, documents
    from engine.session.file import JournalError, folder

    found: list[Path] = []
    near: tuple[Callable[[], Path], ...] = (
        lambda: documents() / APP, folder, lambda: Path.home() / APP, lambda: Path.cwd() / APP,
    )  # fmt: skip
    for where in near:
        with contextlib.suppress(NoHomeError, JournalError, OSError, RuntimeError):
            found.append(where())
            if sessions.has_room(found[-1]):
                return found[-1]
    return found[0] if found else Path(APP)
