"""What each may put on each project this round, by where people and projects are, and what is put off."""

from engine import numbers
from engine.rules.board import Board
from engine.rules.board.codes import ANYWHERE, BRIDGE, CORNERED, LISTENED_FOR
from engine.rules.state import State


def set_reach(board: Board, state: State) -> None:
    """One token to listen, and of who goes from place to place nothing elsewhere; to a corner's project
    nothing but of who sits there, to a bridge of who sits at either end; to what is put off, nothing."""
    for project in range(state.reach.shape[1]):
        for who in range(board.n):
            state.reach[who, project] = 1 if board.closed[project] == LISTENED_FOR else numbers.MOST_TOKENS
            if board.seat.shape[0] > 0 and not may_give(board, state, who, project):
                state.reach[who, project] = 0
            if is_put_off(state, project):
                state.reach[who, project] = 0
        if state.at.shape[0] > 0 and board.where[project] >= 0 and board.where[project] != state.at[0]:
            state.reach[board.walker, project] = 0


def is_put_off(state: State, project: int) -> bool:
    """Whether whoever chairs has put a project off this round."""
    return bool(state.put_off.shape[0] > 0 and state.put_off[project] > 0)


def may_give(board: Board, state: State, who: int, project: int) -> bool:
    """Whether somebody sits where they may give to a project: whoever sits nowhere in particular may give
    everywhere, guests only where they sit."""
    if board.closed[project] != CORNERED and board.closed[project] != BRIDGE:
        return True
    if board.seat[who] == ANYWHERE:
        return True
    at = state.sits[who]
    return bool(at >= 0 and (at == board.ends[project, 0] or at == board.ends[project, 1]))
