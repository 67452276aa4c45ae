"""The process in which simulation compiles and runs, so that drawing never waits for it."""

import importlib
import logging
import multiprocessing
from collections.abc import Sequence
from typing import Any

from engine import effects, processes
from engine.language import tr
from engine.rules.board import Board
from engine.simulate.batch import Play, Request, answer, fresh, play_plain
from engine.simulate.policies import policy
from engine.simulate.summary import Summary

_log = logging.getLogger(__name__)
_told = False


def fastest(plain: bool = False) -> Play:
    """The compiled way to play, or the plain one where numba cannot serve (or `plain` asks for it).

    numba is not needed: where it is missing, or fails in whatever way, the plain rules give the same
    numbers, and a warning says once that simulations are slow.
    """
    if plain:
        return play_plain
    try:
        from engine.simulate.compiled import play_parallel
    except Exception as error:  # numba fails in many ways on machines and in versions that it does not know
        _tell(error)
        return play_plain
    return _Guarded(play_parallel)


class _Guarded:
    """The compiled way, until it fails; what it leaves undone is played in plain Python."""

    def __init__(self, quick: Play) -> None:
        self._play = quick

    def __call__(self, *arguments: Any) -> None:
        try:
            self._play(*arguments)
        except Exception as error:
            if self._play is play_plain:
                raise
            _tell(error)
            self._play = play_plain
            play_plain(*arguments)

    @property
    def is_fast(self) -> bool:
        return self._play is not play_plain


def compiles(board: Board) -> bool:
    """Whether compiled rules serve here; the first time it takes as long as compiling them."""
    play = fastest()
    answer(fresh(board, policy(board, "written"), 1, 0, 1), play)
    return isinstance(play, _Guarded) and play.is_fast


def _tell(error: Exception) -> None:
    """Say once in the life of a process that simulations are slow, and why."""
    global _told
    if not _told:
        _told = True
        why = tr("numba n’est pas installé") if isinstance(error, ModuleNotFoundError) else _first_line(error)
        _log.warning(tr("Les simulations sont lentes ({why}) ; leurs nombres sont les mêmes.", why=why))


def _first_line(error: Exception) -> str:
    return (
        f"numba, {type(error).__name__}: {str(error).strip().splitlines()[0] if str(error).strip() else ''}"
    )


def summarise(request: Request, plain: bool = False) -> Summary:
    """The summary of a range of games, in this process."""
    return Summary.of(request.board, answer(request, fastest(plain)))


def serve(pipe: Any, kinds: Sequence[str] = ()) -> None:
    """The worker's loop, until None: a request in, its summary out; a board in, out whether compiled rules
    serve. `kinds` are modules that register kinds of effect of their own."""
    processes.end_with_parent()
    for module in kinds:
        importlib.import_module(module)
    while (asked := pipe.recv()) is not None:
        pipe.send(compiles(asked) if isinstance(asked, Board) else summarise(asked))


class Worker:
    """A process of its own, started at the first request. Use it in a `with`, or `close` it.

    `fast` says whether compiled rules serve there; None while they are not compiled yet.
    """

    def __init__(self) -> None:
        self.fast: bool | None = None
        self._process: Any = None
        self._pipe: Any = None
        self._asked = False

    def fast_for(self, board: Board) -> bool | None:
        """`fast`, without waiting for it; the first question begins compiling the rules."""
        if not self._asked:
            self._asked = True
            self._started().send(board)
        if self.fast is None and self._pipe.poll():
            try:
                self.fast = self._pipe.recv()
            except (OSError, EOFError):  # it died
                self.fast = False
        return self.fast

    def summarise(self, request: Request) -> Summary:
        """The summary of a range of games; raises OSError or EOFError where the process died."""
        self._started().send(request)
        summary: Summary = self._pipe.recv()
        return summary

    def _started(self) -> Any:
        """The way to the process. Ctrl-C is for the one who asks, which then closes it."""
        if self._process is None:
            context = multiprocessing.get_context("spawn")
            self._pipe, other = context.Pipe()
            self._process = context.Process(target=serve, args=(other, effects.modules()), daemon=True)
            with processes.uninterrupted():
                self._process.start()
            other.close()
        return self._pipe

    def close(self) -> None:
        """End the process; a next request starts another."""
        if self._process is not None:
            self._process.terminate()  # before the pipe: it would complain that nobody is there any more
            self._process.join()
            self._process.close()
            self._pipe.close()
        self._process = self._pipe = None
        self._asked, self.fast = False, None

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
