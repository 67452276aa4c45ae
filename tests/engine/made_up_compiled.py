"""The made-up kind of effect among compiled rules: a process of its own that knows it before it compiles.

Only what effects do is compiled here, which takes seconds: the rest of the rules calls the same three chains
whatever kinds there are.
"""

from typing import Any

import numpy as np
from numba import njit

import tests.engine.made_up  # noqa: F401 - registers the kind, before the rules are made known to the compiler
from engine.effects import taking
from engine.fixed import Ints
from engine.rules import record as records
from engine.rules import state as states
from engine.rules.board import Board
from engine.simulate.compiled import open_board, open_record, open_state
from engine.simulate.frames import header

Words = tuple[Ints, Ints]
"""A state and a record, as plain numbers."""


def _take(board: Any, state: Any, record: Any, rows: Ints) -> None:
    for i in range(rows.shape[0]):
        taking.in_situation(board, state, rows[i])
        taking.next_round(board, state, rows[i])
        taking.at_completion(board, state, record, rows[i])


_quick = njit(error_model="numpy")(_take)


@njit(error_model="numpy")  # type: ignore[untyped-decorator]
def _framed(board: Ints, state: Ints, record: Ints, rows: Ints) -> None:
    _quick(
        open_board(board.ctypes.data), open_state(state.ctypes.data), open_record(record.ctypes.data), rows
    )


def taken(board: Board, rows: Ints) -> tuple[Words, Words]:
    """What is left of a state and a record once rows of effects were taken: plain, and compiled."""
    found: list[Words] = []
    for quick in (False, True):
        state = states.initial(board, 5)
        words = np.concatenate([np.ravel(field) for field in state]).astype(np.int64)
        state, written = states.over(board, words), np.zeros(records.size(board), dtype=np.int64)
        record = records.over(board, written)
        record.builders[...] = np.arange(record.builders.size).reshape(record.builders.shape) % 2
        if quick:
            _framed(header(board), header(state), header(record), rows)
        else:
            _take(board, state, record, rows)
        found.append((words, written))
    return found[0], found[1]
