"""Many games at once, by the rules as they are: policies, summaries, balance, futures from a state.

Importing this package does not import numba; the worker process does.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, Protocol

from engine.fixed import Ints
from engine.rules.board import Board
from engine.simulate.batch import SLICE, Request, fresh
from engine.simulate.policies import POLICIES, policy
from engine.simulate.summary import Summary
from engine.simulate.worker import Worker, summarise

RANGE: Final = SLICE
"""Games in one request: what passes between two marks of progress. Fewer keep the cores waiting."""
FEW: Final = 8
"""The same for games in plain Python, hundreds of times slower."""

__all__ = [
    "FEW",
    "POLICIES",
    "RANGE",
    "Gives",
    "Summary",
    "Worker",
    "growing",
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
    weighs: bool = False,
) -> Summary:
    """Play `games` games from game 0 of a seed's stream (game 0 is the session of that seed).

    `how` is a policy's name or int64[n], one of POLICIES for each character. `progress(done, games)` is
    called after each range; what it raises stops the run. With a `worker` the games are played in its
    process; where that dies, and with `plain`, they are played here. With `weighs`, the rounds in which
    somebody alone decided are counted. Raises ValueError for no games.
    """
    total: Summary | None = None
    for total in growing(board, how, games, seed, worker, plain, weighs=weighs):
        if progress is not None:
            progress(total.games, games)
    assert total is not None
    return total


def growing(
    board: Board,
    how: str | Ints,
    games: int,
    seed: int,
    worker: Worker | None = None,
    plain: bool = False,
    meanwhile: bool = False,
    weighs: bool = False,
) -> Iterator[Summary]:
    """What `run` gives, as it grows: the summary of the games played so far, after each range of them.

    With `meanwhile`, while a worker still compiles the rules (or where it cannot), games are played here in
    plain Python; the worker goes on where they stopped. The numbers are the same. ValueError for no games.
    """
    if games < 1:
        raise ValueError("at least one game has to be played")
    policies = policy(board, how) if isinstance(how, str) else how
    total: Summary | None = None
    while total is None or total.games < games:
        done = total.games if total is not None else 0
        here = plain or (meanwhile and worker is not None and not worker.fast_for(board))
        request = fresh(board, policies, seed, done, min(FEW if here else RANGE, games - done), weighs)
        part = _played(request, worker, here)
        total = part if total is None else total.merge(part)
        yield total


def _played(request: Request, worker: Worker | None, plain: bool) -> Summary:
    if worker is not None and not plain:
        try:
            return worker.summarise(request)
        except (OSError, EOFError):
            plain = True
    return summarise(request, plain)


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
