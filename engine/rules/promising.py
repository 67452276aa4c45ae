"""Negotiation: what simulated characters announce, and what they answer when asked."""

from collections.abc import Sequence

from engine import numbers
from engine.fixed import ONE, Ints, mul
from engine.rules.board import Board
from engine.rules.chance import announce_noise, caution, silence
from engine.rules.mandates import giving_value
from engine.rules.state import State
from engine.rules.values import (
    alpha,
    cares,
    fit,
    free,
    hand,
    keeping_value,
    lacking,
    promised_any,
    trust_in,
    unpromised,
    unpromised_each,
    within,
)


def announce_value(board: Board, state: State, chance: Ints, who: int, place: int) -> int:
    """What promising to the project on a place is worth to `who`, chance included (fixed)."""
    project = state.open[place]
    weight = numbers.FIT_LEAST + mul(numbers.FIT_MOST, fit(state, who, project))
    return mul(cares(board, state, who, project), weight) + announce_noise(board, chance, who, place)


def best_announcement(board: Board, state: State, chance: Ints, who: int) -> int:
    """The place of the project that `who` would promise to, -1 where it can place nothing anywhere. Nobody
    says aloud that they will do what plainly hurts more than it helps, or what they were asked not to."""
    best, best_place = 0, -1
    for place in range(state.open.shape[0]):
        project = state.open[place]
        share = fit(state, who, project) if project >= 0 else 0
        if share == 0:
            continue
        care = cares(board, state, who, project)
        if care > numbers.LEAST_ANNOUNCED and giving_value(board, state, who, project) >= 0:
            weight = numbers.FIT_LEAST + mul(numbers.FIT_MOST, share)
            value = mul(care, weight) + announce_noise(board, chance, who, place)
            if best_place < 0 or value > best:
                best, best_place = value, place
    return best_place


def announce(board: Board, state: State, chance: Ints, who: int) -> int:
    """A simulated character announces: writes its promise in `state`; returns the project, -1 if silent."""
    if silence(board, chance, who) < mul(numbers.SILENCE, alpha(state, who)):
        return -1
    place = best_announcement(board, state, chance, who)
    if place < 0:
        return -1
    project = state.open[place]
    promise_all(state, who, project)
    _set_condition(board, state, chance, who, project)
    return int(project)


def promise(state: State, who: int, project: int, kind: int, tokens: int) -> None:
    """Write how many tokens of a kind somebody promises to a project, in the place of what they promised."""
    state.said[project, kind] += tokens - state.promised[who, project, kind]
    state.promised[who, project, kind] = tokens


def say(state: State, who: int, project: int, tokens: Sequence[int]) -> None:
    """`promise`, of each kind; for what is not compiled."""
    for kind in range(3):
        promise(state, who, project, kind, int(tokens[kind]))


def promise_all(state: State, who: int, project: int) -> None:
    """Promise, without condition, every token that a project needs and nobody else has promised."""
    useful = unpromised_each(state, who, project)
    for kind in range(3):
        promise(state, who, project, kind, min(hand(state, who, project, kind), useful[kind]))
    state.cond_who[who, project] = -1
    state.cond_kind[who, project] = -1


def withdraw(state: State, who: int, project: int) -> None:
    """Take a promise back before the choice, in public."""
    for kind in range(3):
        promise(state, who, project, kind, 0)
    state.cond_who[who, project] = -1
    state.cond_kind[who, project] = -1


def words_kept(state: State) -> Ints:
    """What is given, [n, P, 3], if each keeps exactly their word. A promise whose condition nobody's word
    meets binds nobody, nor do those that wait for it; two that wait for each other are both kept."""
    given, dropped = state.promised.copy(), True
    while dropped:
        dropped = False
        for who, project in zip(*(axis.tolist() for axis in (state.cond_who >= 0).nonzero()), strict=True):
            waited = given[state.cond_who[who, project], project, state.cond_kind[who, project]]
            if waited == 0 and given[who, project].any():
                given[who, project] = 0
                dropped = True
    return given


def _set_condition(board: Board, state: State, chance: Ints, who: int, project: int) -> None:
    """Make a promise conditional where that has a sense: the project needs a kind of token that `who` has
    none of, and `who` distrusts the one it waits for. Half of distrust is the odds where that one has just
    announced it (give what you said); an eighth where it has most of that kind, promised to nothing yet."""
    needed, most = -1, 0
    for kind in range(3):
        if state.tokens[who, kind] == 0 and lacking(state, project, kind) > most:
            needed, most = kind, lacking(state, project, kind)
    if needed < 0:
        return
    other, part = _promiser(state, who, project, needed), numbers.CAUTION_ANNOUNCED
    if other < 0:
        other, part = _holder(state, who, project, needed), numbers.CAUTION_SILENT
    if other >= 0 and caution(board, chance, who) < (ONE - trust_in(state, who, other)) // part:
        state.cond_who[who, project] = other
        state.cond_kind[who, project] = needed


def _promiser(state: State, who: int, project: int, kind: int) -> int:
    """Who else promised most tokens of a kind to a project, -1 if nobody did."""
    found, most = -1, 0
    for other in range(state.s.shape[0]):
        if other != who and state.promised[other, project, kind] > most:
            found, most = other, state.promised[other, project, kind]
    return found


def _holder(state: State, who: int, project: int, kind: int) -> int:
    """Who else has most tokens of a kind for a project, promised to nothing; -1 if nobody has."""
    found, most = -1, 0
    for other in range(state.s.shape[0]):
        has = min(free(state, other, kind), within(state, other, project, kind))
        if other != who and has > most:
            found, most = other, has
    return found


def answer(
    board: Board, state: State, chance: Ints, asker: int, asked: int, project: int, more: int = 0,
    sure: bool = False,
) -> int:  # fmt: skip
    """Whether a simulated character accepts to contribute to a project: returns how many tokens it now
    promises to it, 0 for no. Accepting writes the promise in `state`.

    The project's value to it (as when announcing, the same chance), with its trust in the asker added and
    `more`, what the asker said or offers besides (fixed), has to beat keeping where tokens not promised
    elsewhere can serve; otherwise to beat what it had announced, which the new promise then replaces. Whoever
    it hardly trusts any more is not heard without a guarantee: `sure`, where it gives only if they do.
    """
    if not sure and trust_in(state, asked, asker) < numbers.LISTENED:
        return 0
    place = place_of(state, project)
    if place < 0 or fit(state, asked, project) == 0 or promised_any(state, asked, project) > 0:
        return 0
    offer = announce_value(board, state, chance, asked, place) + trust_in(state, asked, asker) + more
    if offer <= keeping_value(board, state, asked):
        return 0
    if _promise_rest(state, asked, project):
        return promised_any(state, asked, project)
    for other in range(state.open.shape[0]):
        theirs = state.open[other]
        if theirs < 0 or promised_any(state, asked, theirs) == 0:
            continue
        if offer <= announce_value(board, state, chance, asked, other):
            return 0
    for other in range(board.cost.shape[0]):
        withdraw(state, asked, other)
    promise_all(state, asked, project)
    return promised_any(state, asked, project)


def _promise_rest(state: State, who: int, project: int) -> bool:
    """Promise the tokens that no other promise has taken; False where none of them is of use."""
    any_token = False
    for kind in range(3):
        useful = spare(state, who, project, kind)
        promise(state, who, project, kind, useful)
        any_token = any_token or useful > 0
    return any_token


def spare(state: State, who: int, project: int, kind: int) -> int:
    """Tokens of a kind that a project still wants and that no promise of their holder has taken."""
    return min(
        free(state, who, kind), within(state, who, project, kind), unpromised(state, who, project, kind)
    )


def place_of(state: State, project: int) -> int:
    for place in range(state.open.shape[0]):
        if state.open[place] == project:
            return place
    return -1
