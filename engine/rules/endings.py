"""Whether the game ends, and how: the scenario's endings, tried in order."""

import numpy as np

from engine.rules.board import ANY, AT_LEAST, BELOW, EVERY, MUTUAL_TRUST, PROMISES_KEPT, ROSE_BY, Board
from engine.rules.state import BROKEN, KEPT, PART, ROUND, State
from engine.rules.trusting import mutual_trust


def ending(board: Board, state: State) -> int:
    """The index of the ending that holds after a reveal, -1 where the game goes on."""
    for which in range(board.success.shape[0]):
        if board.ending_at_end[which] == 1 and state.clock[ROUND] < board.rounds:
            continue
        first, end = board.condition_rows[which], board.condition_rows[which + 1]
        if first == end or _holds(board, state, first, end):
            return which
    return -1


def _holds(board: Board, state: State, first: int, end: int) -> bool:
    """Whether the condition written in these rows (postfix) holds, by a small stack."""
    stack = np.zeros(end - first, dtype=np.int64)
    top = 0
    for row in range(first, end):
        operation, parts = board.conditions[row, 0], board.conditions[row, 1]
        if operation in (EVERY, ANY):
            true = 0
            for k in range(parts):
                true += stack[top - 1 - k]
            top -= parts
            wanted = parts if operation == EVERY else 1
            stack[top] = 1 if true >= wanted else 0
        else:
            stack[top] = 1 if _simple(board, state, row) else 0
        top += 1
    return bool(stack[0] == 1)


def _simple(board: Board, state: State, row: int) -> bool:
    operation, argument = board.conditions[row, 0], board.conditions[row, 1]
    bound = board.conditions[row, 2]
    if operation == ROSE_BY:
        return bool(state.ind[argument] - board.start[argument] >= bound)
    if operation == AT_LEAST:
        return bool(state.ind[argument] >= bound)
    if operation == BELOW:
        return bool(state.ind[argument] < bound)
    if operation == MUTUAL_TRUST:
        return bool(mutual_trust(state) * 100 >= bound << 16)
    return operation == PROMISES_KEPT and _kept_share(state, bound)


def _kept_share(state: State, percent: int) -> bool:
    """Whether at least this share of the promises that bound somebody was kept (none made: it was not)."""
    kept = state.tally[:, KEPT].sum()
    made = kept + state.tally[:, PART].sum() + state.tally[:, BROKEN].sum()
    return bool(made > 0 and 100 * kept >= percent * made)
