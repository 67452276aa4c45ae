"""Et si… in a process of its own: thousands of continuations, and news of them while people look."""

import multiprocessing
import queue
from typing import Any

from game.stage.sessions import Live


class Futures:
    """One computation at a time; a new question stops the one before. `news` never waits."""

    def __init__(self) -> None:
        self._process: Any = None
        self._queue: Any = None

    def start(self, live: Live, alternative: str) -> None:
        """Begin computing the continuations of an alternative of the Bilan."""
        self.stop()
        context = multiprocessing.get_context("spawn")
        self._queue = context.Queue()
        request = live.question(alternative)
        self._process = context.Process(target=work, args=(request, self._queue), daemon=True)
        self._process.start()

    def news(self) -> object | None:
        """The latest result that came in since the last call, or None."""
        if self._queue is None:
            return None
        latest = None
        try:
            while True:
                latest = self._queue.get_nowait()
        except (queue.Empty, OSError, EOFError):
            pass
        return latest

    def stop(self) -> None:
        """Give up what is being computed."""
        if self._process is not None and self._process.is_alive():
            self._process.terminate()
            self._process.join(1.0)
        self._process = self._queue = None


def work(request: Any, results: Any) -> None:
    """Runs in the process: puts a WhatIfResult in the queue after each batch."""
    from engine.debrief.types import WhatIfResult
    from engine.simulate import futures

    alternative, moment = request
    for so_far in futures.run(moment):
        counts = (so_far.better, so_far.same, so_far.worse)
        results.put(WhatIfResult(alternative, so_far.total, so_far.done, *counts))
