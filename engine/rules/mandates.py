"""Mandates: what somebody was asked not to tell. It weighs on what they do, and is judged at the reveals."""

from engine.fixed import ONE
from engine.rules.board import Board
from engine.rules.board.codes import KEEP, NOTHING_TO, SEE_BUILT, SEE_DROPPED
from engine.rules.record import Record
from engine.rules.state import ROUND, State


def undecided(board: Board, state: State, who: int) -> bool:
    """Whether somebody has a mandate that nothing has decided yet."""
    return bool(board.mandates.shape[0] > 0 and board.mandates[who, 0] > 0 and state.mandate[who] == 0)


def at_stake(board: Board, who: int) -> int:
    """What fulfilling a mandate changes for its holder, in points: what it brings, and does not cost."""
    return int(board.mandates[who, 2] + board.mandates[who, 3])


def seeing_value(board: Board, state: State, who: int, project: int) -> int:
    """What a mandate adds to a project's being complete (fixed), below 0 where it should lapse."""
    if not undecided(board, state, who) or board.mandates[who, 1] != project:
        return 0
    if board.mandates[who, 0] == SEE_BUILT:
        return at_stake(board, who) * ONE
    return -at_stake(board, who) * ONE if board.mandates[who, 0] == SEE_DROPPED else 0


def giving_value(board: Board, state: State, who: int, project: int) -> int:
    """What a mandate adds to giving to a project at all (fixed): a loss, where nothing should be."""
    if not undecided(board, state, who) or board.mandates[who, 0] != NOTHING_TO:
        return 0
    return -at_stake(board, who) * ONE if board.mandates[who, 1] == project else 0


def mandated_keeping(board: Board, state: State, who: int) -> int:
    """What a mandate adds to keeping all one's tokens (fixed): its part of what is still to be kept."""
    if not undecided(board, state, who) or board.mandates[who, 0] != KEEP:
        return 0
    rest = board.mandates[who, 1] - state.held_back[who]
    hand = state.tokens[who, 0] + state.tokens[who, 1] + state.tokens[who, 2]
    return int(at_stake(board, who) * ONE * min(rest, hand) // rest)


def judge_mandates(board: Board, state: State, record: Record) -> None:
    """Decide the mandates that this reveal decides; the last one decides all of them."""
    for who in range(board.mandates.shape[0]):
        if undecided(board, state, who):
            for kind in range(3):
                state.held_back[who] += state.tokens[who, kind]
                for project in range(board.cost.shape[0]):
                    state.held_back[who] -= state.given[who, project, kind]
            done = _judged(board, state, record, who)
            if done == 0 and state.clock[ROUND] >= board.rounds:
                done = 1 if board.mandates[who, 0] == NOTHING_TO else -1
            if done != 0:
                points = board.mandates[who, 2] if done > 0 else -board.mandates[who, 3]
                state.mandate[who] = done * state.clock[ROUND]
                record.mandate[who] = points * ONE
                state.total[who] += points * ONE


def _judged(board: Board, state: State, record: Record, who: int) -> int:
    """1 where a mandate is fulfilled, -1 where it cannot be any more, 0 where it is still open."""
    kind, argument = board.mandates[who, 0], board.mandates[who, 1]
    if kind == KEEP:
        return 1 if state.held_back[who] >= argument else 0
    built, dropped = record.completed[argument] == 1, record.lapsed[argument] == 1
    if kind == NOTHING_TO:
        given = state.given[who, argument, 0] + state.given[who, argument, 1] + state.given[who, argument, 2]
        if given > 0:
            return -1
        return 1 if built or dropped else 0
    if kind == SEE_BUILT:
        return 1 if built else 0
    return 1 if dropped else -1 if built else 0
