"""`coop balance`: what thousands of simulated games say of a scenario."""

import argparse
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TextIO

from engine.language import tr

if TYPE_CHECKING:
    from engine.content.model import Scenario
    from engine.fixed import Ints
    from engine.rules.board import Board
    from engine.simulate.summary import Summary

MANY, FEW = 10_000, 100
"""Games for each measure by compiled rules, and by plain ones, a thousand times slower."""


def add(verbs: Any) -> argparse.ArgumentParser:
    described: argparse.ArgumentParser = verbs.add_parser(
        "balance",
        help=tr("mesurer l'équilibre d'un scénario"),
        description=tr(
            "Joue des milliers de parties simulées et compare leurs chiffres à ce qu'on attend d'un scénario."
        ),
    )
    described.add_argument("scenario", metavar="SCENARIO", help=tr("nom court du scénario, ou son dossier"))
    described.add_argument(
        "--games",
        type=games,
        metavar="N",
        help=tr("parties simulées par mesure (10 000 ; 100 où les simulations sont lentes)"),
    )
    return described


def games(text: str) -> int:
    """How many games: one at least."""
    value = int(text)
    if value < 1:
        raise ValueError(text)
    return value


def _bearable(asked: "Scenario") -> int:
    """As many games as can be waited for; where they are few, it is said."""
    from engine.rules.board import build
    from engine.simulate.worker import compiles

    if compiles(build(asked, asked.durations[0])):
        return MANY
    print(
        tr(
            "Les simulations sont lentes ici : {few} parties par mesure au lieu de {many}, "
            "à prendre comme une indication. --games N en joue davantage.",
            few=FEW, many=MANY,
        ),
        flush=True,
    )  # fmt: skip
    return FEW


class Progress:
    """Counts what was played, on a stream beside the figures: a line rewritten in place on a terminal, a line
    every `every` seconds of `clock` elsewhere."""

    def __init__(self, out: TextIO, clock: Callable[[], float] = time.monotonic, every: float = 10.0) -> None:
        self.measures = self.games = 0
        self._out, self._clock, self._every = out, clock, every
        self._said = clock()
        self._rewrites = out.isatty()

    def play(self, board: "Board", how: "Ints", games: int) -> "Summary":
        """What `balance.report` plays with: the same games as without it, counted."""
        from engine import balance, simulate

        summary = simulate.run(board, how, games, balance.SEED)
        self.measures += 1
        self.games += games
        if self._rewrites:
            print(f"\r\x1b[K{self.text()}", end="", file=self._out, flush=True)
        elif self._clock() - self._said >= self._every:
            self._said = self._clock()
            print(self.text(), file=self._out, flush=True)
        return summary

    def text(self) -> str:
        return tr(
            "Mesures faites : {measures} ; parties jouées : {games}.",
            measures=self.measures,
            games=self.games,
        )

    def clear(self) -> None:
        """Leave the line to something else."""
        if self._rewrites:
            print("\r\x1b[K", end="", file=self._out, flush=True)


def run(options: argparse.Namespace) -> int:
    from game.windows.catalogue import scenario

    asked = scenario(options.scenario)
    print(tr("Les règles se compilent, une demi-minute la première fois…"), file=sys.stderr, flush=True)
    progress = Progress(sys.stderr)
    try:
        return _measure(asked, options.games, progress)
    except KeyboardInterrupt:
        progress.clear()
        print(tr("Arrêté."), progress.text(), file=sys.stderr)
        return 130


def _measure(asked: "Scenario", games: int | None, progress: Progress) -> int:
    from engine import balance

    missed = 0
    for row in balance.report(asked, games or _bearable(asked), progress.play):
        missed += not row.met
        progress.clear()
        print(f"{'✓' if row.met else '✗'} {row.duration:>8}  {row.target:<60}  {row.measured}", flush=True)
    progress.clear()
    return 1 if missed else 0
