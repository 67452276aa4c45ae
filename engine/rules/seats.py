"""Who comes and who leaves: a character may come late, or give its seat to an heir."""

from engine.rules.board import Board
from engine.rules.conditions import holds
from engine.rules.state import ROUND, State


def hand_over(board: Board, state: State) -> None:
    """At the start of a round, seats whose time is up go to their heirs: what was gained stays with the seat;
    trust in them and theirs, and presuppositions, are as on the first day."""
    for who in range(board.n):
        if board.leaves[who] != 0 and state.clock[ROUND] == board.leaves[who] + 1:
            first, end = board.leave_rows[who], board.leave_rows[who + 1]
            if first == end or not holds(board, state, first, end):
                state.heir[who] = state.clock[ROUND]
                _meet_anew(board, state, who)


def _meet_anew(board: Board, state: State, who: int) -> None:
    for other in range(board.n):
        state.trust[who, other] = board.trust0[who, other]
        state.trust[other, who] = board.trust0[other, who]
        state.believes[who, other] = board.believes[who, other]
        state.believes[other, who] = board.believes[other, who]


def is_here(board: Board, state: State, who: int) -> bool:
    """Whether somebody has come yet."""
    return bool(state.clock[ROUND] >= board.comes[who])
