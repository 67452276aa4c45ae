"""An agenda: more lies on the table than a round has time for. One of those who volunteer is drawn by lot to
take the chair, and puts the rest off: nobody gives to it this round, and it ages as if they could have.

What has a place of its own (the room's own project, going to listen, to help, to fetch) needs no agenda.
"""

from engine import numbers
from engine.fixed import ONE, Ints, mul
from engine.rules.board import Board
from engine.rules.chance import chair_word
from engine.rules.reaching import is_put_off, set_reach
from engine.rules.seats import is_here
from engine.rules.state import State, fill
from engine.rules.values import hoped_value, own_value, sigma


def too_many(board: Board, state: State) -> int:
    """How many of the open projects a round has no time for; 0 where there is no agenda to set."""
    if board.treats == 0:
        return 0
    there = 0
    for place in range(board.slots):
        if state.open[place] >= 0:
            there += 1
    return max(0, there - int(board.treats))


def would_volunteer(board: Board, state: State, who: int) -> bool:
    """Whether a simulated character volunteers: something lies there that would cost it."""
    if not is_here(board, state, who):
        return False
    for place in range(board.slots):
        if state.open[place] >= 0 and own_value(board, state, who, state.open[place]) < 0:
            return True
    return False


def draw_chair(board: Board, state: State, chance: Ints, volunteers: Ints) -> int:
    """Who takes the chair, by lot among volunteers[n]; where nobody is one, among all who are there."""
    several, anybody = 0, 0
    for who in range(board.n):
        several += 1 if volunteers[who] > 0 else 0
        anybody += 1 if is_here(board, state, who) else 0
    left = chair_word(board, chance) * (several if several > 0 else anybody) // ONE
    for who in range(board.n):
        among = volunteers[who] > 0 if several > 0 else is_here(board, state, who)
        if among:
            if left == 0:
                return who
            left -= 1
    return 0


def put_off(board: Board, state: State, project: int) -> None:
    """Whoever chairs puts a project off."""
    state.put_off[project] = 1
    set_reach(board, state)


def take_up(board: Board, state: State, project: int) -> None:
    """Whoever chairs has time for a project after all."""
    state.put_off[project] = 0
    set_reach(board, state)


def heart_in_chair(board: Board, state: State, who: int) -> int:
    """How far the common good weighs (fixed) with a simulated character that chairs."""
    return mul(board.beta, sigma(state, who)) // numbers.CHAIRING


def chair_by_oneself(board: Board, state: State, who: int) -> None:
    """A simulated character in the chair puts off what it would."""
    set_agenda(board, state, who, heart_in_chair(board, state, who))


def set_agenda(board: Board, state: State, who: int, heart: int) -> None:
    """A simulated character in the chair puts off what is worth least to it, of equals what came last; the
    common good weighs as far as its `heart` (fixed) is in it."""
    fill(state.put_off, 0)
    for _ in range(too_many(board, state)):
        least, chosen = 0, -1
        for place in range(board.slots):
            project = state.open[place]
            if project >= 0 and not is_put_off(state, project):
                worth = own_value(board, state, who, project) + mul(heart, hoped_value(board, state, project))
                if chosen < 0 or worth <= least:
                    least, chosen = worth, project
        state.put_off[chosen] = 1
    set_reach(board, state)
