"""Rumours: what is true of them is on its way as soon as they are heard."""

from engine.rules.board import Board
from engine.rules.board.codes import FROM_BELIEVED, FROM_FALSE, FROM_TRUE
from engine.rules.later import send
from engine.rules.state import State


def spread(board: Board, state: State, situation: int) -> None:
    """The rumour around a situation is heard, where there is one: its truth comes later."""
    for rumour in range(board.rumours.shape[0]):
        if board.rumours[rumour, 0] == situation:
            send(board, state, FROM_TRUE if state.truth[rumour] == 1 else FROM_FALSE, situation)


def believe(board: Board, state: State, situation: int) -> None:
    """The room believed the rumour and did not check it: if it is false, that comes with the truth."""
    for rumour in range(board.rumours.shape[0]):
        if board.rumours[rumour, 0] == situation and state.truth[rumour] == 0:
            send(board, state, FROM_BELIEVED, situation)


def pay(state: State, who: int, kind: int) -> None:
    """Who goes and checks spends a token: it is neither given nor kept."""
    state.tokens[who, kind] -= 1
