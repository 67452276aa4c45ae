"""A week of rooms that are shared, and one object that passes from hand to hand.

A project that is complete takes its hours; whatever had one of them is put out: it is not done any more, and
what it had brought goes with it. Who has the baton says which of two stays that want the same hour at once.
"""

from typing import Final

from engine.fixed import ONE
from engine.rules.board import Board
from engine.rules.board.codes import FROM_COMPLETED
from engine.rules.record import Record
from engine.rules.state import ENTRUSTED, FIRST, HOLDER, ROUND, State
from engine.rules.values import sure_loss

FIRST_CLAIM: Final = 1000 * 1000 * ONE  # more than anything is worth


def want_same_hour(board: Board, one: int, other: int) -> bool:
    """Whether two projects want an hour that both cannot have."""
    return bool(one != other and board.hours[one] & board.hours[other] != 0)


def weigh_put_out(board: Board, state: State) -> None:
    """What completing each project would take from each, and from the common good, with those that it would
    put out."""
    for project in range(board.hours.shape[0]):
        for other in range(board.hours.shape[0]):
            if state.done[other] > 0 and want_same_hour(board, project, other):
                state.takes_commons[project] += board.change[other, board.gate]
                for who in range(board.n):
                    state.takes[who, project] += board.worth[who, other]


def claim(board: Board, state: State, project: int) -> int:
    """How good a project's claim to an hour is, where two are complete at once: what who has the baton said
    comes first, otherwise what is worth most to them; without a baton, all are alike (fixed)."""
    if state.baton.shape[0] == 0:
        return 0
    if state.baton[FIRST] == project:
        return FIRST_CLAIM
    return int(board.worth[state.baton[HOLDER], project])


def put_out(board: Board, state: State, record: Record, by: int) -> None:
    """A project that is complete takes its hours, and those that had them leave; unless one that has the
    better claim is complete now too: it was built for nothing then, and puts nothing out."""
    for other in range(board.hours.shape[0]):
        now = record.completed[other] == 1 and state.done[other] > 0
        if now and want_same_hour(board, by, other):
            _leave(board, state, record, by, other)
            return
    for other in range(board.hours.shape[0]):
        if state.done[other] > 0 and want_same_hour(board, by, other):
            _leave(board, state, record, other, by)


def _leave(board: Board, state: State, record: Record, project: int, by: int) -> None:
    """A project leaves its hours to another, and what it had brought goes with it."""
    state.done[project] = 0
    state.put_out[project] = state.clock[ROUND]
    record.put_out[project] = 1 + by
    for m in range(board.start.shape[0]):
        record.ind_gone[m] -= board.change[project, m]
    for who in range(board.n):
        record.gain[who] -= board.worth[who, project]
        if record.completed[project] == 1:  # built for nothing: it costs nobody anything either
            record.loss[who] -= sure_loss(board, who, project)
    for k in range(board.later.shape[0]):  # what was to come of it does not
        if board.later[k, 0] == FROM_COMPLETED and board.later[k, 1] == project:
            state.waiting[k] = 0


def pay_holder(board: Board, state: State, record: Record) -> None:
    """What having the baton brought or cost each in this round."""
    if state.baton.shape[0] == 0:
        return
    state.paid[state.baton[HOLDER]] += board.baton_worth * ONE
    for who in range(board.n):
        record.paid[who] = state.paid[who]
        state.total[who] += state.paid[who]


def pass_on(board: Board, state: State, record: Record) -> None:
    """The baton goes where it was entrusted, otherwise to whoever gave most to what was completed now; among
    equals who has it keeps it, then the first seat, which turns with the rounds."""
    if state.baton.shape[0] == 0:
        return
    holder = state.baton[HOLDER]
    to, most = holder, _gave_to_built(board, record, holder)
    for k in range(board.n):
        who = (k + state.clock[ROUND]) % board.n
        gave = _gave_to_built(board, record, who)
        if gave > most:
            to, most = who, gave
    if state.baton[ENTRUSTED] >= 0:
        to = state.baton[ENTRUSTED]
    record.baton[0] = holder
    record.baton[1] = to
    state.baton[HOLDER] = to
    state.baton[ENTRUSTED] = -1
    state.baton[FIRST] = -1


def _gave_to_built(board: Board, record: Record, who: int) -> int:
    """Tokens that somebody had put, in all, on what was completed now."""
    gave = 0
    for project in range(board.cost.shape[0]):
        gave += record.builders[who, project]
    return int(gave)
