"""Which situation comes: the one that something named, else the first of this act that may come now."""

from engine.effects import taking
from engine.rules.board import Board
from engine.rules.board.codes import FROM_SITUATION
from engine.rules.conditions import holds
from engine.rules.later import send
from engine.rules.rumours import spread
from engine.rules.state import ROUND, SITUATION, State

# How well a situation suits a round, the best first: something named it; it is of the act and has not been
# seen; of an act that is over, not seen; seen, and not of an act to come; of an act to come.
_NAMED = 5
_OF_THE_ACT = 4
_PAST = 3
_AGAIN = 2
_TO_COME = 1
_APART = 1000  # more than there are rounds


def turn_over(board: Board, state: State) -> None:
    """Put the situation of this round in play, with what it does at once."""
    situation = next_situation(board, state)
    state.clock[SITUATION] = situation
    if situation < 0:
        return
    state.played[situation] = state.clock[ROUND]
    state.due[situation] = 0
    for row in range(board.situation_rows[situation], board.situation_rows[situation + 1]):
        taking.in_situation(board, state, board.situation_effects[row])
    send(board, state, FROM_SITUATION, situation)
    spread(board, state, situation)


def next_situation(board: Board, state: State) -> int:
    """The situation that comes, -1 where there is none: of those that suit best, the one not seen for
    longest, then the first of the deck."""
    best, found = 0, -1
    for k in range(state.situations.shape[0]):
        situation = state.situations[k]
        suits = _suits(board, state, situation)
        rank = _APART * suits - state.played[situation]
        if suits > 0 and rank > best and (suits == _NAMED or _may_come(board, state, situation)):
            best, found = rank, situation
    return int(found)


def _may_come(board: Board, state: State, situation: int) -> bool:
    return holds(board, state, board.when_rows[situation], board.when_rows[situation + 1])


def _suits(board: Board, state: State, situation: int) -> int:
    """How well a situation suits this round, if it may come; 0 where it waits to be named."""
    if state.due[situation] == 1:
        return _NAMED
    if board.reserved[situation] == 1:
        return 0
    act, now = board.situation_act[situation], board.act_of[state.clock[ROUND]]
    if act > now:
        return _TO_COME
    if state.played[situation] > 0:
        return _AGAIN
    return _PAST if 0 <= act < now else _OF_THE_ACT
