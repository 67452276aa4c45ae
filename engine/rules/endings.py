"""Whether the game ends, and how: the scenario's endings, tried in order."""

from engine.rules.board import Board
from engine.rules.conditions import holds
from engine.rules.state import ROUND, State


def ending(board: Board, state: State) -> int:
    """The index of the ending that holds after a reveal, -1 where the game goes on."""
    for which in range(board.success.shape[0]):
        if board.ending_at_end[which] == 1 and state.clock[ROUND] < board.rounds:
            continue
        if holds(board, state, board.condition_rows[which], board.condition_rows[which + 1]):
            return which
    return -1
