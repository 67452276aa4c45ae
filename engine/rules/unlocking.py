"""Projects that wait for others: they need them, or are opened by them."""

from engine.rules.board import Board
from engine.rules.corners import has_corners, is_bridge, may_bridge
from engine.rules.record import Record
from engine.rules.state import State, put_first


def may_come(board: Board, state: State, project: int) -> bool:
    """Whether a project of the deck may be turned over onto the table."""
    if has_corners(board) and is_bridge(board, project):  # it has a spot of its own
        return False
    return bool(board.closed[project] == 0 or state.opened[project] == 1)


def unlock(board: Board, state: State, record: Record) -> None:
    """Let come what this reveal's projects open, what needed them, and bridges whose two ends were heard;
    those opened come first."""
    for project in range(board.closed.shape[0]):
        if state.opened[project] == 0 and _is_ready(board, state, project):
            state.opened[project] = 1
            record.opened[project] = 1
            if board.closed[project] == 1:  # a bridge has a spot of its own
                put_first(state, project)


def _is_ready(board: Board, state: State, project: int) -> bool:
    """Whether all that a project needs is built, and something that opens it, if anything does; of a bridge,
    whether it may stand."""
    if has_corners(board) and is_bridge(board, project):
        return may_bridge(board, state, project)
    if board.closed[project] != 1:
        return False
    for row in range(board.needs.shape[0]):
        if board.needs[row, 0] == project and state.done[board.needs[row, 1]] == 0:
            return False
    waits, opened = False, False
    for row in range(board.opens.shape[0]):
        if board.opens[row, 1] == project:
            waits = True
            opened = opened or state.done[board.opens[row, 0]] > 0
    return opened or not waits
