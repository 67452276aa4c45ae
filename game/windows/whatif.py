"""Et si… in a process of its own: thousands of continuations, and news of them while people look."""

import contextlib
import multiprocessing
import os
import queue
from typing import TYPE_CHECKING, Any

from engine import processes

if TYPE_CHECKING:
    from engine.debrief.alternatives import Branch
    from engine.debrief.types import WhatIfResult

_POLITE = 15
"""How far the worker stands back from the windows (as `nice` counts)."""


class Futures:
    """One computation at a time; a new question stops the one before. `news` never waits."""

    def __init__(self) -> None:
        self._process: Any = None
        self._queue: Any = None
        self._warming: Any = None

    def start(self, alternative: str, branch: "Branch") -> "WhatIfResult":
        """Begin computing the continuations of an alternative; what to show until there is news."""
        from engine.debrief.types import WhatIfResult

        self._stop_computing()
        context = multiprocessing.get_context("spawn")
        self._queue = context.Queue()
        self._process = context.Process(target=work, args=(alternative, branch, self._queue), daemon=True)
        self._process.start()
        return WhatIfResult(alternative, 100, 0, 0, 0, 0)

    def warm(self, branch: "Branch") -> None:
        """Compile the rules meanwhile, where this machine has not yet: later answers count thousands."""
        from engine.simulate.cache import is_warm

        if self._warming is None and not is_warm():
            context = multiprocessing.get_context("spawn")
            self._warming = context.Process(target=compile_rules, args=(branch,), daemon=True)
            self._warming.start()

    def news(self) -> "WhatIfResult | None":
        """The latest result that came in since the last call, or None."""
        if self._queue is None:
            return None
        latest = None
        with contextlib.suppress(queue.Empty, OSError, EOFError):
            while True:
                latest = self._queue.get_nowait()
        return latest

    def stop(self) -> None:
        """Give up what is being computed."""
        self._stop_computing()
        self._end(self._warming)
        self._warming = None

    def _stop_computing(self) -> None:
        self._end(self._process)
        self._process = self._queue = None

    @staticmethod
    def _end(process: Any) -> None:
        if process is not None and process.is_alive():
            process.terminate()
            process.join(1.0)


def work(alternative: str, branch: "Branch", results: Any) -> None:
    """Runs in the process: puts a WhatIfResult in the queue after each batch."""
    from engine.debrief.types import WhatIfResult
    from engine.simulate import futures

    _stand_back()
    for so_far in futures.run(branch):
        results.put(
            WhatIfResult(alternative, so_far.total, so_far.done, so_far.better, so_far.same, so_far.worse)
        )


def compile_rules(branch: "Branch") -> None:
    """Runs in the process: one pair by the compiled rules, which leaves them compiled on the disk."""
    from engine.simulate import futures

    _stand_back()
    for _ in futures.run(branch, pairs=1, plain=False):
        pass


def _stand_back() -> None:
    """Let drawing go first on a machine with few cores, and end with the game."""
    processes.end_with_parent()
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(_POLITE)
