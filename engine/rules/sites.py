"""Works that hurt before they help.

A works project is built in phases. Once the first is paid its hoarding goes up: it keeps its place on the
table and asks for the next; at every reveal that leaves it standing it hurts, softened by what accompanies
it. When the last phase is paid the hoarding falls, and the project is complete. Nothing takes a site away.
"""

from engine import numbers
from engine.effects.site import phase_cost
from engine.fixed import ONE
from engine.rules.board import Board
from engine.rules.board.codes import FROM_LAPSED
from engine.rules.later import send
from engine.rules.record import Record
from engine.rules.state import ROUND, State, clear_table, take_off_table


def has_works(board: Board) -> bool:
    """Whether any project is built in phases."""
    return bool(board.phases.shape[0] > 0)


def is_works(board: Board, project: int) -> bool:
    """Whether a project is built in phases."""
    return has_works(board) and bool(board.phases[project] > 1)


def phases_left(board: Board, state: State, project: int) -> int:
    """Phases of a project that are still to be paid."""
    return int(board.phases[project] - state.phase[project])


def is_standing(state: State, project: int) -> bool:
    """Whether the hoarding of a project stands."""
    return bool(state.site.shape[0] > 0 and state.site[project] > 0)


def standing(state: State) -> int:
    """How many hoardings stand."""
    several = 0
    for project in range(state.site.shape[0]):
        if state.site[project] > 0:
            several += 1
    return several


def price(board: Board, state: State, project: int, kind: int) -> int:
    """Tokens of a kind that a project asks for as it stands."""
    if not has_works(board):
        return int(board.cost[project, kind])
    return phase_cost(board, project, int(state.phase[project]), kind)


def may_open(board: Board, state: State, project: int) -> bool:
    """Whether a project may come to the table for all that works do: its ground is free, and rounds are left
    to finish it; or works that it softens are there."""
    if not has_works(board):
        return True
    if board.phases[project] > 1:
        free = is_in_time(board, state, project)
        for other in range(board.phases.shape[0]):
            free = free and not _is_in_the_way(board, state, project, other)
        return free
    accompanies, there = False, False
    for works in range(board.phases.shape[0]):
        if board.softens[project, works] == 1:
            accompanies = True
            there = there or state.site[works] > 0
            for place in range(state.open.shape[0]):
                there = there or state.open[place] == works
    return there or not accompanies


def is_in_time(board: Board, state: State, project: int) -> bool:
    """Whether the rounds left, this one included, let works be finished, a phase each."""
    return bool(phases_left(board, state, project) <= board.rounds - state.clock[ROUND] + 1)


def _is_in_the_way(board: Board, state: State, project: int, other: int) -> bool:
    """Whether other works have, or have made new, ground that a project would take."""
    if project == other or board.ground[project] & board.ground[other] == 0:
        return False
    return bool(state.site[other] > 0 or state.done[other] > 0)


# ---- The reveal -----------------------------------------------------------------------------------------


def pay_phase(board: Board, state: State, record: Record, project: int) -> None:
    """A phase that is not the last is paid: the hoarding is up, and the next phase is asked for."""
    record.paid_phase[project] = 1
    for who in range(board.n):
        state.laid[who, project] += state.share[who, project].sum()
    clear_table(state, project)
    state.phase[project] += 1
    state.age[project] = -1  # this reveal does not count
    for kind in range(3):
        state.cost[project, kind] = price(board, state, project, kind)
    if state.site[project] == 0:
        state.site[project] = state.clock[ROUND]
        _take_ground(board, state, record, project)


def _take_ground(board: Board, state: State, record: Record, project: int) -> None:
    """Others that wanted the same ground leave the table, and what lay there is lost."""
    for place in range(state.open.shape[0]):
        other = state.open[place]
        if other >= 0 and other != project and board.ground[other] & board.ground[project] != 0:
            record.lapsed[other] = 1
            state.lapsed[other] = state.clock[ROUND]
            send(board, state, FROM_LAPSED, other)
            for kind in range(3):
                record.lost[other, kind] = state.placed[other, kind]
            take_off_table(state, place)


def take_down(state: State, record: Record, project: int) -> None:
    """The last phase is paid: the hoarding falls; who gave to any phase has built it."""
    for who in range(state.s.shape[0]):
        record.builders[who, project] += state.laid[who, project]
    state.site[project] = 0


def hurt(board: Board, state: State, record: Record) -> None:
    """What the hoardings that stand do to the gauges and to each, softened by what accompanies them; each
    beyond the first does more."""
    for works in range(state.site.shape[0]):
        if state.site[works] > 0:
            for m in range(board.start.shape[0]):
                record.ind_works[m] += nuisance(board, state, works, m)
            for who in range(board.n):
                record.borne[who] += felt(board, state, who, works)
    more = standing(state) - 1
    if more > 0:
        for m in range(board.start.shape[0]):
            record.ind_works[m] += more * board.together[m]
        for who in range(board.n):
            record.borne[who] += more * board.felt_together[who]


def softened(points: int, by: int) -> int:
    """What is left of what a hoarding does to a gauge: what it takes may come to nothing, and then nobody
    gets past better for it."""
    return min(points + by, 0) if points < 0 else points + by


def nuisance(board: Board, state: State, works: int, indicator: int) -> int:
    """Points that a reveal with the hoarding of these works standing adds to a gauge, softened."""
    return _softened(board, state, works, indicator, 0)


def felt(board: Board, state: State, who: int, works: int) -> int:
    """What that brings somebody (fixed)."""
    return _felt(board, state, who, works, -1)


def _softened(board: Board, state: State, works: int, indicator: int, more: int) -> int:
    """`nuisance`, with `more` points besides."""
    for other in range(board.phases.shape[0]):
        if board.softens[other, works] == 1 and state.done[other] > 0:
            more += board.nuisance[other, indicator]
    return softened(int(board.nuisance[works, indicator]), int(more))


def _felt(board: Board, state: State, who: int, works: int, with_: int) -> int:
    """`felt`, softened by one more project (-1: by none)."""
    points = 0
    for m in range(board.start.shape[0]):
        more = int(board.nuisance[with_, m]) if with_ >= 0 else 0
        points += board.stakes[who, m] * _softened(board, state, works, m, more)
    shared = (2 * points * ONE + numbers.STAKES) // (2 * numbers.STAKES)
    return int(shared + board.hurts[who, works] * ONE)


# ---- What it is worth -----------------------------------------------------------------------------------


def weigh_sites(board: Board, state: State) -> None:
    """What this round takes from the common good by hoardings that stand (`wear`); what paying each open
    phase, or softening, would bring now beside what cards say; and what may come of it (`ahead`)."""
    if not has_works(board):
        return
    for project in range(board.phases.shape[0]):
        state.ahead[project] = 0
        for who in range(board.n):
            state.ahead_each[who, project] = 0
    up = standing(state)
    state.wear[0] += max(0, up - 1) * board.together[board.gate]
    for works in range(board.phases.shape[0]):
        if state.site[works] > 0:
            state.wear[0] += nuisance(board, state, works, board.gate)
    for place in range(state.open.shape[0]):
        project = state.open[place]
        if project >= 0:
            if board.phases[project] > 1:
                _weigh_phase(board, state, project, up)
            else:
                _weigh_softening(board, state, project)


def _weigh_phase(board: Board, state: State, project: int, up: int) -> None:
    left, stands = phases_left(board, state, project), state.site[project] > 0
    others = up - 1 if stands else up
    hurts = nuisance(board, state, project, board.gate)
    if others > 0:
        hurts += board.together[board.gate]
    if left == 1:  # the hoarding falls: what it did is over
        state.takes_commons[project] += hurts
    else:
        state.takes_commons[project] += board.change[project, board.gate] - (0 if stands else hurts)
        if is_in_time(board, state, project):
            state.ahead[project] = board.change[project, board.gate] * ONE // left
    for who in range(board.n):
        costs = felt(board, state, who, project)
        if others > 0:
            costs += board.felt_together[who]
        if left == 1:
            state.takes[who, project] += costs
        else:
            state.takes[who, project] += board.worth[who, project] - (0 if stands else costs)
            if state.ahead[project] != 0:
                state.ahead_each[who, project] = board.worth[who, project] // left


def _weigh_softening(board: Board, state: State, project: int) -> None:
    for works in range(board.phases.shape[0]):
        if board.softens[project, works] == 1 and state.site[works] > 0:
            gate, more = board.gate, int(board.nuisance[project, board.gate])
            eased = _softened(board, state, works, gate, more)
            state.takes_commons[project] -= eased - nuisance(board, state, works, gate)
            for who in range(board.n):
                eased = _felt(board, state, who, works, project)
                state.takes[who, project] -= eased - felt(board, state, who, works)


def hurts_if_built(board: Board, state: State, built: int) -> int:
    """Points that hoardings take from the common good at a reveal which gives the projects on some places
    (as bits) all that they ask for: some go up, some fall, some are softened."""
    points, up = 0, 0
    for works in range(board.phases.shape[0]):
        if _stands_if_built(board, state, works, built):
            up += 1
            by = 0
            for place in range(state.open.shape[0]):
                project = state.open[place]
                if project >= 0 and (built >> place) & 1 and board.softens[project, works] == 1:
                    by += board.nuisance[project, board.gate]
            points += _softened(board, state, works, board.gate, by)
    return int(points + max(0, up - 1) * board.together[board.gate])


def _stands_if_built(board: Board, state: State, works: int, built: int) -> bool:
    stands = state.site[works] > 0
    for place in range(state.open.shape[0]):
        if state.open[place] == works and (built >> place) & 1:
            stands = phases_left(board, state, works) > 1
    return bool(stands)


def brings_at_once(board: Board, state: State, project: int) -> int:
    """Points that a project adds to the common good once it has all that it asks for, hoardings apart."""
    if is_works(board, project) and phases_left(board, state, project) > 1:
        return 0
    return int(board.change[project, board.gate])


def promises(board: Board, state: State, project: int) -> int:
    """Points that may come of a project later (fixed)."""
    return int(state.ahead[project]) if state.ahead.shape[0] > 0 else 0


def want_same_ground(board: Board, state: State, one: int, other: int) -> bool:
    """Whether two projects cannot both go up, for want of ground."""
    if not has_works(board) or one == other or state.site[one] > 0 or state.site[other] > 0:
        return False
    return bool(board.ground[one] & board.ground[other] != 0)
