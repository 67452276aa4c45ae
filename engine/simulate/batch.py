"""A range of games as one request, and its answer in plain Python: what the compiled path must equal."""

from collections.abc import Callable
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.dice import SESSION
from engine.fixed import Ints
from engine.rules import record
from engine.rules.board import Board
from engine.rules.state import dice, flat, over, undealt
from engine.simulate.playing import play_games, width

Play = Callable[[Board, Ints, NDArray[np.uint16], Ints, Ints, Ints, int, Ints], None]
SLICE: Final = 16_384
"""Games whose dice are drawn at a time: some tens of megabytes; shorter runs keep the cores waiting for each
other.
"""


class Request(NamedTuple):
    """`games` games from game `first` of a seed's stream; see `engine.simulate.playing.play_games`."""

    board: Board
    start: Ints  # a flat state
    now: Ints  # [n]
    later: Ints  # [n]
    chosen: Ints  # [n, P, 3]
    seed: int
    first: int
    games: int
    domain: int = SESSION
    weighs: bool = False  # whether decisive rounds are counted


def fresh(board: Board, how: Ints, seed: int, first: int, games: int, weighs: bool = False) -> Request:
    """Whole games from the deal, `how` saying how each plays."""
    start = undealt(board)
    return Request(board, flat(start), how, how, start.given, seed, first, games, weighs=weighs)


def play_plain(
    board: Board, start: Ints, chance: NDArray[np.uint16], now: Ints, later: Ints, chosen: Ints, weighs: int,
    out: Ints,
) -> None:  # fmt: skip
    """`play_games` with room of its own."""
    state_words, record_words = np.zeros_like(start), np.zeros(record.size(board), dtype=np.int64)
    play_games(
        board, start, chance.astype(np.int64), now, later, chosen, over(board, state_words),
        record.over(board, record_words), state_words, record_words, np.zeros_like(chosen), weighs, out,
    )  # fmt: skip


def answer(request: Request, play: Play = play_plain) -> Ints:
    """The rows that the games leave: int64[games, width]."""
    board = request.board
    out = np.zeros((request.games, width(board)), dtype=np.int64)
    stream = dice(board, request.seed, request.domain)
    for first in range(0, request.games, SLICE):
        count = min(SLICE, request.games - first)
        chance = stream.games(request.first + first, count)
        play(
            board, request.start, chance, request.now, request.later, request.chosen,
            int(request.weighs), out[first : first + count],
        )  # fmt: skip
    return out
