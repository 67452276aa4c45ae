"""What `coop balance` says while it plays: how many games, how long the rules have been compiling."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TextIO

from engine.language import tr

if TYPE_CHECKING:
    from engine.fixed import Ints
    from engine.rules.board import Board
    from engine.simulate import Worker
    from engine.simulate.summary import Summary

_OFTEN = 0.1
"""Seconds between two looks at whether the rules are compiled."""


class Line:
    """What is said on a stream beside the figures: a line rewritten in place on a terminal, a line every
    `every` seconds of `clock` elsewhere."""

    def __init__(self, out: TextIO, clock: Callable[[], float] = time.monotonic, every: float = 10.0) -> None:
        self._out, self._clock, self._every = out, clock, every
        self._began = self._said = clock()
        self._rewrites = out.isatty()

    def tell(self, text: Callable[[], str]) -> None:
        if self._rewrites:
            print(f"\r\x1b[K{text()}", end="", file=self._out, flush=True)
        elif self._clock() - self._said >= self._every:
            self._said = self._clock()
            print(text(), file=self._out, flush=True)

    def clear(self) -> None:
        """Leave the line to something else."""
        if self._rewrites:
            print("\r\x1b[K", end="", file=self._out, flush=True)


class Progress(Line):
    """Plays, and counts what was played.

    While `worker` compiles the rules, games are played one by one. `stopped` once somebody has pressed
    Ctrl-C: what was playing then counts as far as it came, and nothing more is played. `patient`: somebody
    asked for so many games, however slow they are.
    """

    def __init__(
        self,
        out: TextIO,
        worker: "Worker",
        clock: Callable[[], float] = time.monotonic,
        every: float = 10.0,
    ) -> None:
        super().__init__(out, clock, every)
        self.measures = self.games = self.last = 0
        self.seed = 0
        self.stopped = False
        self.patient = False
        self._worker = worker

    def play(self, board: "Board", how: "Ints", games: int) -> "Summary":
        """What `balance.report` plays with: the same games as without it, counted.

        Raises StoppedError where there is nothing to give any more, SlowError where so many games cannot be
        waited for.
        """
        from engine import simulate
        from engine.balance import StoppedError

        if self.stopped:
            raise StoppedError
        found, before = None, self.games
        try:
            for found in simulate.growing(
                board, how, games, self.seed, self._worker, meanwhile=True, weighs=True
            ):
                self.games = before + found.games
                self.tell(self._now)
                if self._worker.fast is False and not self.patient:
                    raise SlowError
        except KeyboardInterrupt:
            self.stopped = True
        if found is None:
            raise StoppedError
        self.last = found.games
        self.measures += found.games == games
        return found

    def quietly(self, board: "Board", how: "Ints", games: int) -> "Summary":
        """The same, not counted, and all the games or none. Raises StoppedError where Ctrl-C is pressed."""
        from engine import simulate
        from engine.balance import StoppedError

        if self.stopped:
            raise StoppedError
        try:
            *_, found = simulate.growing(
                board, how, games, self.seed, self._worker, meanwhile=True, weighs=True
            )
        except KeyboardInterrupt:
            self.stopped = True
            raise StoppedError from None
        return found

    def wait(self, board: "Board") -> None:
        """Until the rules are compiled, or cannot be: what would be tried meanwhile is next to nothing."""
        while self._worker.fast is None and self._worker.fast_for(board) is None:
            self.tell(self._now)
            time.sleep(_OFTEN)

    def _now(self) -> str:
        if self._worker.fast is not None:
            return self.text()
        waited = round(self._clock() - self._began)
        return self.text() + " " + tr("Les règles se compilent depuis {waited} s.", waited=waited)

    def text(self) -> str:
        return tr(
            "Mesures faites : {measures} ; parties jouées : {games}.",
            measures=self.measures,
            games=self.games,
        )


class SlowError(Exception):
    """The rules cannot be compiled here."""
