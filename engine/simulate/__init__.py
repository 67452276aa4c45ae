"""Many games at once, by the rules as they are: policies, summaries, balance, futures from a state.

Importing this package does not import numba; the worker process does.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, Protocol

from engine.fixed import Ints
from engine.rules.board import Board
from engine.simulate.batch import fresh
from engine.simulate.policies import POLICIES, policy
from engine.simulate.summary import Summary
from engine.simulate.worker import Worker, summarise

RANGE: Final = 2_000
"""Games in one request: what passes between two marks of progress."""

__all__ = [
    "POLICIES",
    "RANGE",
    "Gives",
    "Summary",
    "Worker",
    "policy",
    "ranges",
    "run",
    "spread",
    "summarise",
]


class Promised(Protocol):
    """A result to come."""

    def result(self) -> Any: ...


class Gives(Protocol):
    """Whoever takes work: an executor of `concurrent.futures`, or a client of Dask."""

    def submit(self, function: Callable[..., Any], /, *arguments: Any) -> Promised: ...


def ranges(games: int, size: int = RANGE) -> list[tuple[int, int]]:
    """The same games in ranges (first, count) of at most `size`."""
    return [(first, min(size, games - first)) for first in range(0, games, size)]


def run(
    board: Board,
    how: str | Ints,
    games: int,
    seed: int,
    progress: Callable[[int, int], None] | None = None,
    worker: Worker | None = None,
    plain: bool = False,
) -> Summary:
    """Play `games` games from game 0 of a seed's stream (game 0 is the session of that seed).

    `how` is a policy's name or int64[n], one of POLICIES for each character. `progress(done, games)` is
    called after each range; what it raises stops the run. With a `worker` the games are played in its
    process; where that dies, and with `plain`, they are played here. Raises ValueError for no games.
    """
    if games < 1:
        raise ValueError("at least one game has to be played")
    policies = policy(board, how) if isinstance(how, str) else how
    total: Summary | None = None
    for first, count in ranges(games):
        request = fresh(board, policies, seed, first, count)
        if worker is None or plain:
            part = summarise(request, plain)
        else:
            try:
                part = worker.summarise(request)
            except (OSError, EOFError):
                part = summarise(request, plain=True)
        total = part if total is None else total.merge(part)
        if progress is not None:
            progress(total.games, games)
    assert total is not None
    return total


def spread(
    executor: Gives, board: Board, how: str | Ints, games: int, seed: int, size: int = RANGE
) -> Summary:
    """The same numbers as `run`, its ranges given out: to processes here, or to machines elsewhere."""
    policies = policy(board, how) if isinstance(how, str) else how
    parts = [
        executor.submit(summarise, fresh(board, policies, seed, first, count))
        for first, count in ranges(games, size)
    ]
    return _merged(part.result() for part in parts)


def _merged(parts: Iterable[Summary]) -> Summary:
    first, *others = parts
    for other in others:
        first = first.merge(other)
    return first


def mixture(board: Board, most: str, others: str, who: Sequence[int]) -> Ints:
    """`policy(board, most)`, but for some characters: a room of which half keeps everything."""
    how = policy(board, most)
    how[list(who)] = POLICIES[others]
    return how
