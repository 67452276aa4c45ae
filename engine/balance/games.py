"""The games that targets are measured in: each way of playing once, when something first asks for it."""

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.content.model import Duration, Scenario
from engine.fixed import Ints
from engine.rules.board import Board, build, names
from engine.simulate import mixture, run
from engine.simulate.policies import policy
from engine.simulate.summary import Summary

SEED: Final = 20_140_221
"""Every measure plays the same games, so that a change of content is all that moves a number."""
LONE: Final = ("selfish", "keep", "shrewd")
_FINAL: Final = 5
"""Halves of the cast that are measured by all games, of those that a tenth of the games found the worst."""
_FEW: Final = 40
"""Games that tell those apart, at least."""

Play = Callable[[Board, Ints, int], Summary]


def play_here(board: Board, how: Ints, games: int) -> Summary:
    return run(board, how, games, SEED, weighs=True)


class StoppedError(Exception):
    """Nothing more is played."""


class Gains(NamedTuple):
    """[n] each: mean gain of each where all keep their promises, that of each as the lone one who does not,
    and half of the interval in which the difference lies."""

    loyal: NDArray[np.float64]
    alone: NDArray[np.float64]
    sure: NDArray[np.float64]


class Games:
    """`count` games of each way of playing that somebody asks for.

    `half` and `seats`, where they are given, are the half of the cast and the lone breakers that alone are
    tried, in the place of all.
    """

    def __init__(
        self,
        scenario: Scenario,
        duration: Duration,
        count: int,
        play: Play = play_here,
        half: tuple[int, ...] | None = None,
        seats: Sequence[int] | None = None,
    ) -> None:
        self.scenario, self.duration, self.count, self.play = scenario, duration, count, play
        self.board, self.index = build(scenario, duration), names(scenario)
        self.who = [scenario.characters[id_].short for id_ in self.index.characters]
        self.half, self.seats = half, tuple(range(self.board.n)) if seats is None else tuple(seats)
        self._played: dict[str, Summary] = {}

    def all(self, how: str) -> Summary:
        """The games in which everybody plays so."""
        if how not in self._played:
            self._played[how] = self.play(self.board, policy(self.board, how), self.count)
        return self._played[how]

    def worst_half(self) -> tuple[float, tuple[int, ...]]:
        """See `worst_half`; of the half that is to be tried, where one is."""
        if self.half is None:
            return worst_half(self.board, self.count, self.play)
        return _without(self.board, self.half, self.count, self.play), self.half

    def gains(self) -> Gains:
        """See `gains`."""
        return gains(self.board, self.count, self.play, self.all("loyal"), self.seats)


def worst_half(board: Board, games: int, play: Play = play_here) -> tuple[float, tuple[int, ...]]:
    """How often a room succeeds while a half of the cast keeps everything, for the half that matters least
    (of an odd cast, the smaller half), and which half that is."""
    few = min(games, max(games // 10, _FEW))
    halves = list(combinations(range(board.n), board.n // 2))
    halves.sort(key=lambda half: -_without(board, half, few, play))
    return max((_without(board, half, games, play), half) for half in halves[:_FINAL])


def _without(board: Board, half: Sequence[int], games: int, play: Play) -> float:
    return play(board, mixture(board, "room", "keep", half), games).success


def gains(
    board: Board, games: int, play: Play = play_here, loyal: Summary | None = None,
    seats: Sequence[int] | None = None,
) -> Gains:  # fmt: skip
    """What keeping and breaking one's word bring (whatever of own benefit, keeping everything or the best
    reply pays most to break it); who has not to be tried alone gains as much as by keeping."""
    loyal = loyal or play(board, policy(board, "loyal"), games)
    alone, sure = loyal.totals.copy(), np.zeros(board.n)
    for i in range(board.n) if seats is None else seats:
        tried = [play(board, mixture(board, "loyal", how, (i,)), games) for how in LONE]
        best = max(tried, key=lambda one: float(one.totals[i]))
        alone[i] = best.totals[i]
        sure[i] = 1.96 * ((loyal.spread[i] ** 2 + best.spread[i] ** 2) / games) ** 0.5
    return Gains(loyal.totals, alone, sure)
