"""Negotiation: what simulated characters announce, and what they answer when asked."""

from engine.board import Board
from engine.fixed import ONE, Ints, mul
from engine.rules.chance import announce_noise, caution, silence
from engine.rules.values import (
    alpha,
    commons_value,
    fit,
    lacking,
    lacking_all,
    own_value,
    placeable,
    promised_any,
    sigma,
    trust_in,
)
from engine.state import State


def announce_value(board: Board, state: State, chance: Ints, who: int, place: int) -> int:
    """What promising to the project on a place is worth to `who`, chance included (fixed)."""
    project = state.open[place]
    heart = mul(board.beta, sigma(state, who) + 19661)
    value = own_value(board, who, project) + mul(heart, commons_value(board, project))
    weight = 26214 + mul(39322, fit(state, who, project))
    return mul(value, weight) + announce_noise(board, chance, who, place)


def best_announcement(board: Board, state: State, chance: Ints, who: int) -> int:
    """The place of the project that `who` would promise to, -1 where it can place nothing anywhere."""
    best, best_place = 0, -1
    for place in range(state.open.shape[0]):
        project = state.open[place]
        if project >= 0 and placeable(state, who, project) > 0:
            value = announce_value(board, state, chance, who, place)
            if best_place < 0 or value > best:
                best, best_place = value, place
    return best_place


def announce(board: Board, state: State, chance: Ints, who: int) -> int:
    """A simulated character announces: writes its promise in `state`; returns the project, -1 if silent."""
    if silence(board, chance, who) < mul(39322, alpha(state, who)):
        return -1
    place = best_announcement(board, state, chance, who)
    if place < 0:
        return -1
    project = state.open[place]
    promise_all(state, who, project)
    _set_condition(board, state, chance, who, project)
    return int(project)


def promise_all(state: State, who: int, project: int) -> None:
    """Promise, without condition, every token that is of use to a project."""
    for kind in range(3):
        state.promised[who, project, kind] = min(state.tokens[who, kind], lacking(state, project, kind))
    state.cond_who[who, project] = -1
    state.cond_kind[who, project] = -1


def withdraw(state: State, who: int, project: int) -> None:
    """Take a promise back before the choice, in public."""
    for kind in range(3):
        state.promised[who, project, kind] = 0
    state.cond_who[who, project] = -1
    state.cond_kind[who, project] = -1


def _set_condition(board: Board, state: State, chance: Ints, who: int, project: int) -> None:
    """Make a promise conditional where that has a sense: the project needs a kind of token that `who` has
    none of, and `who` does not trust the one who holds most of it. A half of distrust is the odds."""
    needed, most = -1, 0
    for kind in range(3):
        if state.tokens[who, kind] == 0 and lacking(state, project, kind) > most:
            needed, most = kind, lacking(state, project, kind)
    if needed < 0:
        return
    holder, held = -1, 0
    for other in range(board.n):
        if other != who and state.tokens[other, needed] > held:
            holder, held = other, state.tokens[other, needed]
    if holder >= 0 and caution(board, chance, who) < (ONE - trust_in(state, who, holder)) // 2:
        state.cond_who[who, project] = holder
        state.cond_kind[who, project] = needed


def answer(board: Board, state: State, chance: Ints, asker: int, asked: int, project: int) -> int:
    """Whether a simulated character accepts to contribute to a project: returns how many tokens it now
    promises, 0 for no. Accepting writes the promise in `state`, in place of what it had announced.

    The project's value to it (as when announcing, the same chance), with its trust in the asker added, has
    to beat what it had announced; who stayed silent weighs it against keeping everything.
    """
    place = _place_of(state, project)
    if place < 0 or placeable(state, asked, project) == 0 or promised_any(state, asked, project) > 0:
        return 0
    offer = announce_value(board, state, chance, asked, place) + trust_in(state, asked, asker)
    standing = 5 * alpha(state, asked) - ONE
    for other in range(state.open.shape[0]):
        theirs = state.open[other]
        if theirs >= 0 and promised_any(state, asked, theirs) > 0:
            standing = max(standing, announce_value(board, state, chance, asked, other))
    if offer <= standing:
        return 0
    for other in range(board.cost.shape[0]):
        withdraw(state, asked, other)
    promise_all(state, asked, project)
    return min(promised_any(state, asked, project), lacking_all(state, project))


def _place_of(state: State, project: int) -> int:
    for place in range(state.open.shape[0]):
        if state.open[place] == project:
            return place
    return -1
