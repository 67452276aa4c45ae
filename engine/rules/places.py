"""A town too large to be everywhere: needs that lie face down, who listens, who goes from place to place.

In each place of the town one spot of the table is kept: there a need lies face down, and people may go and
listen. Once heard it is a project like the others, on the same spot. The order in which needs come is the
deck's.
"""

from engine import numbers
from engine.fixed import mul
from engine.rules.board import Board
from engine.rules.board.codes import FETCHED, HELPED, LISTENED_FOR, NEEDED, SUBMITTED
from engine.rules.reaching import set_reach
from engine.rules.record import Record
from engine.rules.state import ROUND, State, put_on_table, take_off_table
from engine.rules.values import cares, fit


def lay_needs(board: Board, state: State) -> None:
    """Lay needs face down on empty places, as many as lie there at once: the next of the deck that nobody has
    heard yet."""
    lying = 0
    for place in range(state.under.shape[0]):
        if state.under[place] >= 0:
            lying += 1
    for k in range(state.deck.shape[0]):
        if lying >= board.needs_shown:
            return
        need = state.deck[k]
        if need < 0 or board.closed[need] != NEEDED or state.heard[need] > 0:
            continue
        place = board.where[need]
        if state.under[place] < 0 and state.open[spot(board, place)] < 0:
            state.under[place] = need
            put_on_table(state, spot(board, place), board.listening[place])
            lying += 1


def spot(board: Board, place: int) -> int:
    """The spot on the table of a place of the town."""
    return int(board.slots + 1 + place)


def is_listening(board: Board, project: int) -> bool:
    """Whether a project is going to listen somewhere."""
    return bool(board.closed[project] == LISTENED_FOR)


def is_built(board: Board, project: int) -> bool:
    """Whether a project that is complete was built: going to listen, to help, to fetch is no work, nor a need
    that asks for nothing, nor what others have submitted."""
    nothing = board.closed[project] == NEEDED and board.cost[project].sum() == 0
    visit = board.closed[project] == HELPED or board.closed[project] == FETCHED
    nothing = nothing or board.closed[project] == SUBMITTED
    return bool(not nothing and not is_listening(board, project) and not visit)


def is_heard(board: Board, state: State, project: int) -> bool:
    """Whether enough people, each of another family, went and listened this round."""
    families, seen = 0, 0
    for who in range(board.n):
        if state.given[who, project, 0] > 0 and not (seen >> board.family[who]) & 1:
            seen |= 1 << board.family[who]
            families += 1
    return families >= numbers.LISTENERS


def turn_need_over(board: Board, state: State, record: Record, place: int) -> int:
    """The need of a place was heard: it keeps who listened, and lies open on the same spot; returns it."""
    need, listening = state.under[place], board.listening[place]
    state.under[place] = -1
    state.heard[need] = state.clock[ROUND]
    record.heard[need] = 1
    for who in range(board.n):
        if state.given[who, listening, 0] > 0:
            state.ears[who, need] = 1
    take_off_table(state, spot(board, place))
    put_on_table(state, spot(board, place), need)
    state.age[need] = -1  # this reveal does not count
    return int(need)


def walk(board: Board, state: State, place: int) -> None:
    """Who goes from place to place goes there."""
    state.at[0] = place
    set_reach(board, state)


def walk_by_oneself(board: Board, state: State) -> None:
    """A simulated character goes where what it could do is worth most to it, all chance apart; it stays where
    nowhere is better."""
    if state.at.shape[0] == 0:
        return
    here = state.at[0]
    best, chosen = _worth_there(board, state, here), here
    for place in range(state.under.shape[0]):
        value = _worth_there(board, state, place)
        if value > best:
            best, chosen = value, place
    walk(board, state, chosen)


def _worth_there(board: Board, state: State, place: int) -> int:
    """What the best that who walks could do in a place is worth to it (fixed)."""
    walk(board, state, place)
    best = 0
    for k in range(state.open.shape[0]):
        project = state.open[k]
        if project >= 0 and board.where[project] == place:
            share = fit(state, board.walker, project)
            if share > 0:
                weight = numbers.FIT_LEAST + mul(numbers.FIT_MOST, share)
                best = max(best, mul(cares(board, state, board.walker, project), weight))
    return best
