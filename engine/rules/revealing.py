"""The reveal: promised beside given, projects, indicators, gains; then trust and posture follow."""

from engine import numbers
from engine.effects import taking
from engine.fixed import Ints, clip
from engine.rules.ballot import fetch, has_ballot, is_fetching, vote
from engine.rules.board import Board
from engine.rules.board.codes import FROM_COMPLETED, FROM_LAPSED
from engine.rules.clocks import tick
from engine.rules.corners import count_strips, has_corners, learn_from_strips
from engine.rules.groups import build_groups, has_groups, help_groups, is_helping, lose_trust, note_groups
from engine.rules.later import send
from engine.rules.mandates import judge_mandates
from engine.rules.pacts import learn_from_pacts
from engine.rules.places import is_heard, is_listening, turn_need_over
from engine.rules.postures import move_postures, resent_broken_words
from engine.rules.record import Record, blank
from engine.rules.sites import (
    has_works,
    hurt,
    is_standing,
    is_works,
    pay_phase,
    phases_left,
    take_down,
)
from engine.rules.state import (
    BROKEN,
    GIFT,
    KEPT,
    NONE,
    PART,
    ROUND,
    STAGE,
    VOID,
    WAITING,
    State,
    clear_table,
    copy,
    take_off_table,
    write,
)
from engine.rules.takings import set_takes
from engine.rules.timetable import claim, pass_on, pay_holder, put_out
from engine.rules.trusting import learn_from_acts, learn_from_works
from engine.rules.unlocking import unlock
from engine.rules.values import promised_any, sure_loss


def reveal(board: Board, state: State, given: Ints) -> Record:
    """Reveal the choices given[n, P, 3] in `state`; returns the record of all that moved."""
    record = blank(board)
    reveal_into(board, state, given, record)
    return record


def reveal_into(board: Board, state: State, given: Ints, record: Record) -> None:
    """`reveal`, into a blank record."""
    write(given.ravel(), state.given.ravel())
    _establish_facts(board, state, record)
    learn_from_acts(board, state, record)
    learn_from_pacts(state, record)
    learn_from_strips(board, state, record)
    resent_broken_words(board, state, record)
    _place(board, state, record)
    _keep(board, state, record)
    _complete(board, state, record)
    help_groups(board, state, record)
    count_strips(board, state, record)
    vote(board, state, record)
    _move_indicators(board, state, record)
    _count_gains(board, state, record)
    _take_effects(board, state, record)
    lose_trust(board, state, record)
    pay_holder(board, state, record)
    learn_from_works(board, state, record)
    move_postures(board, state, record)
    _lapse(board, state, record)
    judge_mandates(board, state, record)
    unlock(board, state, record)
    tick(board, state, record)
    pass_on(board, state, record)
    state.clock[STAGE] = WAITING
    set_takes(board, state)


def foresee(board: Board, state: State, given: Ints) -> Record:
    """What a reveal of these choices would make of the projects and the gauges; `state` stays as it is."""
    there, record = copy(state), blank(board)
    write(given.ravel(), there.given.ravel())
    _place(board, there, record)
    _complete(board, there, record)
    help_groups(board, there, record)
    count_strips(board, there, record)
    vote(board, there, record)
    _move_indicators(board, there, record)
    return record


def _establish_facts(board: Board, state: State, record: Record) -> None:
    """Facts only: what was promised beside what was given. A promise whose condition was not met binds
    nobody; what its author gives all the same is a gift."""
    for who in range(board.n):
        any_fact = False
        for place in range(state.open.shape[0]):
            project = state.open[place]
            if project < 0:
                continue
            fact = _fact(state, record, who, project)
            record.fact[who, project] = fact
            if fact != NONE:
                state.tally[who, fact] += 1
                any_fact = True
        if not any_fact:
            state.tally[who, NONE] += 1


def _fact(state: State, record: Record, who: int, project: int) -> int:
    promised = promised_any(state, who, project)
    gave = state.given[who, project, 0] + state.given[who, project, 1] + state.given[who, project, 2]
    if promised == 0:
        return GIFT if gave > 0 else NONE
    other = state.cond_who[who, project]
    if other >= 0:
        met = state.given[other, project, state.cond_kind[who, project]] > 0
        record.met[who, project] = 1 if met else -1
        if not met:
            return GIFT if gave > 0 else VOID
    held = 0
    for kind in range(3):
        held += min(state.promised[who, project, kind], state.given[who, project, kind])
    record.unkept[who, project] = ((promised - held) << 16) // promised
    if held == promised:
        return KEPT
    return PART if held > 0 else BROKEN


def _place(board: Board, state: State, record: Record) -> None:
    """Tokens go on the projects; what a project has no use for goes back to who gave most of it."""
    for place in range(state.open.shape[0]):
        project = state.open[place]
        if project < 0:
            continue
        for kind in range(3):
            for who in range(board.n):
                state.placed[project, kind] += state.given[who, project, kind]
                state.share[who, project, kind] += state.given[who, project, kind]
            while state.placed[project, kind] > state.cost[project, kind] and not is_listening(
                board, project
            ):
                _give_back(board, state, record, project, kind)


def _keep(board: Board, state: State, record: Record) -> None:
    """What the tokens that were kept, or came back, bring."""
    for who in range(board.n):
        kept = state.tokens[who, 0] + state.tokens[who, 1] + state.tokens[who, 2]
        for place in range(state.open.shape[0]):
            project = state.open[place]
            if project >= 0:
                for kind in range(3):
                    kept += record.returned[who, project, kind] - state.given[who, project, kind]
        record.bonus[who] = kept * numbers.KEPT_TOKEN


def _give_back(board: Board, state: State, record: Record, project: int, kind: int) -> None:
    """One token of surplus returns to this round's largest giver; among equals the first seat, and the
    first seat turns with the rounds."""
    most, giver = 0, -1
    for k in range(board.n):
        who = (k + state.clock[ROUND]) % board.n
        net = state.given[who, project, kind] - record.returned[who, project, kind]
        if net > most:
            most, giver = net, who
    record.returned[giver, project, kind] += 1
    state.share[giver, project, kind] -= 1
    state.placed[project, kind] -= 1


def _complete(board: Board, state: State, record: Record) -> None:
    """Projects that have all they need are built, and leave the table; of two that want the same hour, the
    one with the better claim is built first, and stays."""
    note_groups(state, record)
    for place in range(state.open.shape[0]):
        if state.open[place] >= 0 and is_listening(board, state.open[place]):
            _listen(board, state, record, place)
    place = _next_complete(board, state)
    while place >= 0:
        project = state.open[place]
        if is_works(board, project) and phases_left(board, state, project) > 1:
            pay_phase(board, state, record, project)
        else:
            _build(board, state, record, project)
            take_off_table(state, place)
        place = _next_complete(board, state)


def _next_complete(board: Board, state: State) -> int:
    """The place of the project to build next among those that have all they need, -1 where there is none."""
    found, most = -1, 0
    for place in range(state.open.shape[0]):
        project = state.open[place]
        if project < 0 or _is_visit(board, project) or not _has_all(state, project):
            continue
        strength = claim(board, state, project) if board.hours.shape[0] > 0 else 0
        if found < 0 or strength > most:
            found, most = place, strength
    return found


def _is_visit(board: Board, project: int) -> bool:
    """Whether a project is going to listen, or to help: no work."""
    return is_listening(board, project) or is_helping(board, project)


def _has_all(state: State, project: int) -> bool:
    """Whether a project has all that it needs."""
    whole = True
    for kind in range(3):
        if state.placed[project, kind] < state.cost[project, kind]:
            whole = False
    return whole


def _build(board: Board, state: State, record: Record, project: int) -> None:
    """A project is complete: what it brings, and thanks to whom."""
    record.completed[project] = 1
    state.done[project] = state.clock[ROUND]
    for who in range(board.n):
        shares = state.share[who, project]
        record.builders[who, project] = shares[0] + shares[1] + shares[2]
        record.worth[who, project] = board.worth[who, project]
        record.gain[who] += record.worth[who, project]
        record.loss[who] += sure_loss(board, who, project)
    for m in range(board.start.shape[0]):
        record.ind_built[m] += board.change[project, m]
    if is_works(board, project):
        take_down(state, record, project)
    if is_fetching(board, project):
        fetch(board, state, project)
    if has_groups(board):
        build_groups(board, state, record, project)
    if board.hours.shape[0] > 0:
        put_out(board, state, record, project)


def _listen(board: Board, state: State, record: Record, place: int) -> None:
    """Heard, a need is turned over; one that asks for nothing is answered at once. Unheard, the time that was
    given to listen is spent."""
    listening = state.open[place]
    if not is_heard(board, state, listening):
        for kind in range(3):
            record.lost[listening, kind] = state.placed[listening, kind]
        clear_table(state, listening)
        return
    _build(board, state, record, listening)
    need = turn_need_over(board, state, record, board.where[listening])
    if _has_all(state, need):
        _build(board, state, record, need)
        take_off_table(state, place)


def _move_indicators(board: Board, state: State, record: Record) -> None:
    """Projects and decay together, so that the common good has to outrun its wear to count as risen."""
    _count_works(board, state, record)
    hurt(board, state, record)
    for m in range(board.start.shape[0]):
        record.ind_ref[m] = state.ind_ref[m]
        moved = state.ind[m] + record.ind_built[m] + record.ind_during[m] + board.decay[m]
        if board.hours.shape[0] > 0:
            moved += record.ind_gone[m]
        if has_works(board):
            moved += record.ind_works[m]
        if has_corners(board):
            moved += record.ind_strips[m]
        if has_ballot(board):
            moved += record.ind_voted[m]
        if has_groups(board) and m == board.gate:
            moved += record.ind_groups[0] + record.ind_groups[1]
        state.ind[m] = clip(moved, numbers.LOWEST_INDICATOR, numbers.HIGHEST_INDICATOR)
        record.ind_after[m] = state.ind[m]
    record.rose[0] = 1 if state.ind[board.gate] > state.ind_ref[board.gate] else 0


def _count_works(board: Board, state: State, record: Record) -> None:
    """What projects do while they are under way: begun, and not complete."""
    for place in range(state.open.shape[0]):
        project = state.open[place]
        if project >= 0:
            begun = state.placed[project, 0] + state.placed[project, 1] + state.placed[project, 2]
            if begun > 0:
                for m in range(board.start.shape[0]):
                    record.ind_during[m] += board.during[project, m]


def _count_gains(board: Board, state: State, record: Record) -> None:
    """Projects bring what they are worth if the common good rose; what they cost somebody by name counts
    all the same, and tokens kept, or come back, always pay."""
    for who in range(board.n):
        if has_works(board):
            record.gain[who] += record.borne[who]
            record.loss[who] += min(0, record.borne[who])
        if record.rose[0] == 0:
            record.gain[who] = record.loss[who]
        state.gain[who] = record.gain[who]
        state.bonus[who] = record.bonus[who]
        state.total[who] += record.gain[who] + record.bonus[who]


def _take_effects(board: Board, state: State, record: Record) -> None:
    """What else the projects completed now do at once."""
    for project in range(board.cost.shape[0]):
        if record.completed[project] == 1 and not _is_gone(record, project):
            for row in range(board.project_rows[project], board.project_rows[project + 1]):
                taking.at_completion(board, state, record, board.project_effects[row])
            send(board, state, FROM_COMPLETED, project)


def _is_gone(record: Record, project: int) -> bool:
    """Whether a project was put out of its hours at the very reveal that completed it."""
    return bool(record.put_out.shape[0] > 0 and record.put_out[project] > 0)


def _lapse(board: Board, state: State, record: Record) -> None:
    """Projects that stay grow older, sites apart; those whose time ran out leave, tokens and all."""
    for place in range(state.open.shape[0]):
        project = state.open[place]
        if project < 0 or _is_visit(board, project) or is_standing(state, project):
            continue
        if is_fetching(board, project):
            continue
        state.age[project] += 1
        if state.age[project] >= board.open_rounds:
            record.lapsed[project] = 1
            state.lapsed[project] = state.clock[ROUND]
            send(board, state, FROM_LAPSED, project)
            for kind in range(3):
                record.lost[project, kind] = state.placed[project, kind]
            take_off_table(state, place)
