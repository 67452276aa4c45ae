"""The process in which simulation compiles and runs, so that drawing never waits for it."""

import multiprocessing
from typing import Any

from engine.simulate.batch import Play, Request, answer, play_plain
from engine.simulate.summary import Summary


def fastest(plain: bool = False) -> Play:
    """The compiled way to play, or the plain one where numba cannot serve (or `plain` asks for it)."""
    if plain:
        return play_plain
    try:
        from engine.simulate.compiled import play_parallel
    except Exception:  # numba fails in many ways on machines it does not know; the game goes on without it
        return play_plain
    return play_parallel


def summarise(request: Request, plain: bool = False) -> Summary:
    """The summary of a range of games, in this process."""
    return Summary.of(request.board, answer(request, fastest(plain)))


def serve(pipe: Any) -> None:
    """The worker's loop: a request in, a summary out, until None."""
    while (request := pipe.recv()) is not None:
        pipe.send(summarise(request))


class Worker:
    """A process of its own, started at the first request. Use it in a `with`, or `close` it."""

    def __init__(self) -> None:
        self._process: Any = None
        self._pipe: Any = None

    def summarise(self, request: Request) -> Summary:
        """The summary of a range of games; raises OSError or EOFError where the process died."""
        if self._process is None:
            context = multiprocessing.get_context("spawn")
            self._pipe, other = context.Pipe()
            self._process = context.Process(target=serve, args=(other,), daemon=True)
            self._process.start()
            other.close()
        self._pipe.send(request)
        summary: Summary = self._pipe.recv()
        return summary

    def close(self) -> None:
        """End the process; a next request starts another."""
        if self._process is not None:
            self._pipe.close()
            self._process.terminate()
            self._process.join()
            self._process.close()
        self._process = self._pipe = None

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
