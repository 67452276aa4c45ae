"""A round begins: the table is filled, a situation is turned over."""

from engine import numbers
from engine.effects import taking
from engine.fixed import Ints
from engine.rules.ballot import lay_publics
from engine.rules.board import Board
from engine.rules.corners import lay_corners
from engine.rules.groups import has_groups, lay_groups, set_allowed, would_teach
from engine.rules.later import arrive
from engine.rules.places import lay_needs
from engine.rules.reaching import set_reach
from engine.rules.seats import hand_over, is_here
from engine.rules.sites import is_works, may_open, phases_left, price
from engine.rules.situations import turn_over
from engine.rules.state import DECK, OPEN, ROUND, STAGE, State, fill, put_on_table, shuffle
from engine.rules.takings import set_takes
from engine.rules.unlocking import may_come


def begin_round(board: Board, state: State, chance: Ints) -> None:
    """Start the next round in `state`; `chance` is that round's block."""
    state.clock[ROUND] += 1
    state.clock[STAGE] = OPEN
    round_ = state.clock[ROUND]
    _clear_round(board, state)
    hand_over(board, state)
    fill_table(board, state, chance)
    lay_needs(board, state)
    lay_groups(board, state)
    lay_corners(board, state)
    lay_publics(board, state)
    set_reach(board, state)
    set_allowed(board, state)
    for project in range(board.cost.shape[0]):
        if state.done[project] > 0 and state.done[project] == round_ - 1:
            for row in range(board.project_rows[project], board.project_rows[project + 1]):
                taking.next_round(board, state, board.project_effects[row])
    arrive(board, state)
    turn_over(board, state)
    set_takes(board, state)
    for m in range(board.start.shape[0]):
        state.ind_ref[m] = state.ind[m]


def _clear_round(board: Board, state: State) -> None:
    for m in range(board.start.shape[0]):
        state.ind_before[m] = state.ind[m]
    for who in range(board.n):
        for kind in range(3):
            state.tokens[who, kind] = board.tokens[who, kind] if is_here(board, state, who) else 0
    fill(state.s_cards, 0)
    fill(state.a_cards, 0)
    fill(state.cond_who.ravel(), -1)
    fill(state.cond_kind.ravel(), -1)
    fill(state.promised.ravel(), 0)
    fill(state.said.ravel(), 0)
    fill(state.pact_with, -1)
    fill(state.pact_project, -1)
    fill(state.pact.ravel(), 0)
    fill(state.given.ravel(), 0)
    fill(state.paid, 0)
    fill(state.put_off, 0)
    for project in range(board.cost.shape[0]):
        for kind in range(3):
            state.cost[project, kind] = max(price(board, state, project, kind), state.placed[project, kind])


def fill_table(board: Board, state: State, chance: Ints) -> None:
    """Turn projects over onto the empty places; one of those open raises the common good by RAISES."""
    for place in range(board.slots):
        if state.open[place] < 0:
            last = True
            for later in range(place + 1, board.slots):
                if state.open[later] < 0:
                    last = False
            project = -1
            if last and not _raising_open(board, state):
                project = _draw(board, state, chance, numbers.RAISES)
            if project < 0:
                project = _draw(board, state, chance, -1000)
            if project >= 0:
                put_on_table(state, place, project)


def open_carte_blanche(board: Board, state: State) -> None:
    """The room's own project takes the place kept for it."""
    put_on_table(state, board.slots, board.cost.shape[0] - 1)
    for kind in range(3):
        state.cost[board.cost.shape[0] - 1, kind] = board.cost[board.cost.shape[0] - 1, kind]


def _raising_open(board: Board, state: State) -> bool:
    for place in range(board.slots):
        project = state.open[place]
        if project >= 0 and _raises(board, state, project) >= numbers.RAISES:
            return True
    return False


def _raises(board: Board, state: State, project: int) -> int:
    """Points that a card would add to the common good now: where groups sleep and wake, as far as they still
    have something to learn; of works, only their last phase does."""
    points = int(board.change[project, board.gate])
    if is_works(board, project) and phases_left(board, state, project) > 1:
        points = 0
    return points + would_teach(board, state, project) if has_groups(board) else points


def _draw(board: Board, state: State, chance: Ints, least: int) -> int:
    """Take the first card of the deck that moves the common good by `least` or more, -1 if there is none;
    an exhausted deck, or one without such a card, is reshuffled first."""
    project = _take(board, state, least)
    if project < 0:
        reshuffle(board, state, chance)
        project = _take(board, state, least)
    return project


def _take(board: Board, state: State, least: int) -> int:
    size = state.deck.shape[0]
    for k in range(state.clock[DECK], size):
        project = state.deck[k]
        if project < 0:
            return -1
        comes = may_come(board, state, project) and may_open(board, state, project)
        if comes and _raises(board, state, project) >= least:
            for other in range(k, state.clock[DECK], -1):
                state.deck[other] = state.deck[other - 1]
            state.deck[state.clock[DECK]] = project
            state.clock[DECK] += 1
            return int(project)
    return -1


def reshuffle(board: Board, state: State, chance: Ints) -> None:
    """Make a new deck of what is not on the table: first what was never completed; completed projects come
    back only behind them (another street, another season), so that the table never stays empty."""
    fill(state.deck, -1)
    state.clock[DECK] = 0
    fresh = _gather(board, state, 0, False)
    shuffle(state.deck, fresh, chance, 0)
    whole = _gather(board, state, fresh, True)
    shuffle(state.deck[fresh:], whole - fresh, chance, fresh)


def _gather(board: Board, state: State, count: int, done: bool) -> int:
    """Append to the deck, from position `count` on, what is not on the table; returns the new count. What has
    its hours in the week is there already, and some come once."""
    for project in range(state.deck.shape[0] - 1):
        here = (state.done[project] > 0) == done
        if done and board.hours.shape[0] > 0 and board.hours[project] != 0:
            here = False
        if done and board.once[project] == 1:
            here = False
        for place in range(state.open.shape[0]):
            if state.open[place] == project:
                here = False
        if here:
            state.deck[count] = project
            count += 1
    return count
