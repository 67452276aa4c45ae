"""What was done comes back: effects that were sent for a later round."""

from engine.effects import taking
from engine.rules.board import Board
from engine.rules.state import ROUND, State


def send(board: Board, state: State, source: int, which: int) -> None:
    """Send whatever something (FROM_...) leaves for later on its way."""
    for entry in range(board.later.shape[0]):
        if board.later[entry, 0] == source and board.later[entry, 1] == which:
            state.waiting[entry] = state.clock[ROUND] + board.later[entry, 2]


def arrive(board: Board, state: State) -> None:
    """What was sent for the round that begins takes effect."""
    for entry in range(board.later.shape[0]):
        if state.waiting[entry] == state.clock[ROUND]:
            for row in range(board.later_rows[entry], board.later_rows[entry + 1]):
                taking.in_situation(board, state, board.later_effects[row])
