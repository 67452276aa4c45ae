"""And if…: continuations of a moment, in pairs on the same dice, one with a choice changed."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

import numpy as np

from engine import numbers
from engine.dice import FUTURES
from engine.fixed import ONE, Ints
from engine.rules.board import Board
from engine.rules.state import State, flat
from engine.simulate import playing
from engine.simulate.batch import Request, answer, play_plain
from engine.simulate.cache import is_warm
from engine.simulate.policies import GIVEN, WRITTEN
from engine.simulate.worker import fastest


class Moment(Protocol):
    """A moment before a reveal, with the choices that were made and others, int64[n, P, 3]."""

    @property
    def board(self) -> Board: ...
    @property
    def state(self) -> State: ...
    @property
    def seed(self) -> int: ...
    @property
    def chosen(self) -> Ints: ...
    @property
    def instead(self) -> Ints: ...


class Futures(NamedTuple):
    """Of `done` pairs (out of `total`), how often the changed choice ended better, alike or worse: for the
    quartier, and for each character (mine[n, 3], from one point of gain on)."""

    total: int
    done: int
    better: int
    same: int
    worse: int
    mine: Ints


def run(moment: Moment, pairs: int | None = None, plain: bool | None = None) -> Iterator[Futures]:
    """Results so far, after each batch of pairs, the last one whole.

    A pair plays on, as written, from the two choices with the same dice. An end is better if it is a
    success and the other is not, or by CLEARLY points of the common good. Where the rules are not yet
    compiled on this machine, a hundred pairs are played in plain Python at once: waiting for a compiler is
    no debrief; otherwise two thousand.
    """
    play = fastest(not is_warm() if plain is None else plain)
    slow = play is play_plain
    total = pairs if pairs is not None else 100 if slow else 2_000
    batch = 5 if slow else 250
    so_far = np.zeros(3, dtype=np.int64)
    mine = np.zeros((moment.board.n, 3), dtype=np.int64)
    for first in range(0, total, batch):
        count = min(batch, total - first)
        as_it_was, changed = (answer(_from(moment, c, first, count), play) for c in _choices(moment))
        so_far += _compare(as_it_was, changed)
        mine += _compare_gains(moment.board, as_it_was, changed)
        better, same, worse = so_far.tolist()
        yield Futures(total, first + count, better, same, worse, mine.copy())


def _choices(moment: Moment) -> tuple[Ints, Ints]:
    return moment.chosen, moment.instead


def _from(moment: Moment, choices: Ints, first: int, count: int) -> Request:
    """Continuations from the open round with these choices; afterwards everybody plays as written."""
    n = moment.board.n
    now, later = np.full(n, GIVEN, dtype=np.int64), np.full(n, WRITTEN, dtype=np.int64)
    start = flat(moment.state)
    chosen = np.ascontiguousarray(choices)
    return Request(moment.board, start, now, later, chosen, moment.seed, first, count, FUTURES)


def _compare(one: Ints, other: Ints) -> Ints:
    """How often the other is better, alike, worse for the quartier."""
    success = other[:, playing.SUCCESS] - one[:, playing.SUCCESS]
    commons = other[:, playing.COMMONS] - one[:, playing.COMMONS]
    sign = np.where(success != 0, success, np.where(np.abs(commons) >= numbers.CLEARLY, np.sign(commons), 0))
    return np.array([(sign > 0).sum(), (sign == 0).sum(), (sign < 0).sum()], dtype=np.int64)


def _compare_gains(board: Board, one: Ints, other: Ints) -> Ints:
    first = playing.HEAD + board.start.shape[0]
    by = other[:, first : first + board.n] - one[:, first : first + board.n]
    return np.stack(
        [(by >= ONE).sum(axis=0), (np.abs(by) < ONE).sum(axis=0), (by <= -ONE).sum(axis=0)], axis=1
    )
