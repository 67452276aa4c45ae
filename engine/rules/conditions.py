"""What is true of a game: the conditions that designers write, as rows of a board's table."""

from engine.rules.ballot import funded_in, served_in
from engine.rules.board import Board
from engine.rules.board.codes import (
    ANY,
    AT_LEAST,
    AUTONOMOUS,
    AWAKE,
    BELOW,
    BRIDGES,
    CLOCK,
    COMPLETED,
    COUNTED_BY,
    ELECTED,
    EVERY,
    FAITHFUL,
    FLAG,
    FUNDED,
    GOAL,
    GOALS,
    HEARD,
    HOARDINGS,
    LAPSED,
    LIFTED,
    MUTUAL_TRUST,
    NOT_ANY,
    PROMISES_KEPT,
    ROSE_BY,
    SERVED,
)
from engine.rules.corners import bridged, sealed
from engine.rules.groups import autonomous_in, awake_in
from engine.rules.sites import standing
from engine.rules.state import BROKEN, KEPT, PART, State
from engine.rules.trusting import mutual_trust


def holds(board: Board, state: State, first: int, end: int) -> bool:
    """Whether the condition written in these rows (postfix) holds, by a small stack; without rows it does."""
    if first == end:
        return True
    if end - first == 1 and board.conditions[first, 0] not in (EVERY, ANY, NOT_ANY):
        return _simple(board, state, first)
    stack = 0  # what holds so far, one bit each, the latest lowest
    for row in range(first, end):
        operation, parts = board.conditions[row, 0], board.conditions[row, 1]
        if operation in (EVERY, ANY, NOT_ANY):
            parts = int(parts)
            true = stack & ((1 << parts) - 1)
            stack >>= parts
            if operation == EVERY:
                it_holds = true == (1 << parts) - 1
            else:
                it_holds = (true == 0) == (operation == NOT_ANY)
        else:
            it_holds = _simple(board, state, row)
        stack = stack << 1 | int(it_holds)
    return stack == 1


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
    if operation == PROMISES_KEPT:
        return _kept_share(state, bound)
    return _happened(board, state, operation, argument, bound)


def _happened(board: Board, state: State, operation: int, argument: int, bound: int) -> bool:
    """What is true because of something that was done."""
    if operation == COMPLETED:
        return bool(state.done[argument] > 0)
    if operation == LAPSED:
        return bool(state.lapsed[argument] > 0)
    if operation == LIFTED:
        return bool(board.believes[argument, bound] == 1 and state.believes[argument, bound] == 0)
    if operation == GOAL:
        return bool(state.total[argument] >= board.goal[argument])
    if operation == GOALS:
        return _goals(board, state) >= bound
    if operation == FLAG:
        return bool(state.flags[argument] == 1)
    if operation == HEARD:
        return _needs_heard(state) >= bound
    if operation == AWAKE:
        return awake_in(state.life) >= bound
    if operation == HOARDINGS:
        return standing(state) >= bound
    if operation == FAITHFUL:
        return sealed(state) >= bound
    if operation == BRIDGES:
        return bridged(board, state) >= bound
    if operation == FUNDED:
        return funded_in(state) >= bound
    if operation == SERVED:
        return served_in(board, state) >= bound
    if operation == ELECTED:
        return bool(state.funded[argument] > 0) if state.funded.shape[0] > 0 else False
    if operation == COUNTED_BY:
        return bool(state.method[0] == argument) if state.method.shape[0] > 0 else False
    if operation == AUTONOMOUS:
        return autonomous_in(state.life, state.autonomy) >= bound
    return bool(operation == CLOCK and state.segments[argument] >= board.clocks[argument, 0])


def _needs_heard(state: State) -> int:
    """How many needs have been heard."""
    heard = 0
    for project in range(state.heard.shape[0]):
        if state.heard[project] > 0:
            heard += 1
    return heard


def _goals(board: Board, state: State) -> int:
    """How many have reached their goal."""
    reached = 0
    for who in range(board.n):
        if state.total[who] >= board.goal[who]:
            reached += 1
    return reached


def _kept_share(state: State, percent: int) -> bool:
    """Whether at least this share of the promises that bound somebody was kept (none made: it was not)."""
    kept = state.tally[:, KEPT].sum()
    made = kept + state.tally[:, PART].sum() + state.tally[:, BROKEN].sum()
    return bool(made > 0 and 100 * kept >= percent * made)
