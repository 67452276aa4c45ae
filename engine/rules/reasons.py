"""Why a simulated character did what it did: the largest term of the comparison by which the rules decided.

Terms are found by asking the rules again with one thing changed: had everybody been trusted, had the common
good been sure to rise. Only sessions ask, once for each act; batches of games do not.
"""

from typing import NamedTuple

import numpy as np

from engine import numbers
from engine.fixed import ONE, Ints, mul
from engine.rules.board import Board
from engine.rules.choosing import choice_terms, choice_value, outlook, room_to_decide
from engine.rules.promising import announce_value, place_of, spare, withdraw
from engine.rules.state import BROKEN, GIFT, KEPT, NONE, PART, VOID, State, copy
from engine.rules.values import (
    fit,
    hoped_value,
    keeping_value,
    loyalty,
    own_value,
    placeable,
    pledged_any,
    promised_any,
    reach,
    sigma,
    trust_in,
    unpromised,
)


class Why(NamedTuple):
    """A reason by its word in `content.model.Says`; the `project` where tokens go and the `other` whom it is
    about, as indices, -1 where the reason has none."""

    reason: str
    project: int = -1
    other: int = -1


Terms = list[tuple[int, Why]]


def _largest(terms: Terms) -> Why:
    """What weighs most; where nothing weighs, chance alone decided."""
    weight, why = max(terms, key=lambda term: term[0], default=(0, Why("wavered")))
    return why if weight > 0 else Why("wavered")


# ---- What was done, at the reveal -----------------------------------------------------------------------


def why_chosen(
    board: Board, state: State, who: int, facts: Ints, given: Ints, pact_fact: int = NONE
) -> tuple[int, Why]:
    """The project that a character's choice is best told by, -1 where it was about none, and why it chose so.

    `state` is the one before the reveal, `facts[P]` what came of it for `who`, `given[P, 3]` what it gave,
    `pact_fact` what came of its pact.
    """
    for fact in (BROKEN, PART):
        project = _most(facts == fact, state.promised[who])
        if project >= 0:
            return project, _why_not_given(board, state, who, project, given)
    project = _most(facts == VOID, state.promised[who])
    if project >= 0:
        return project, Why("guarantee", project, int(state.cond_who[who, project]))
    for fact in (KEPT, GIFT):
        project = _most(facts == fact, given)
        if project >= 0:
            return project, _why_given(board, state, who, project, pact_fact in (NONE, KEPT))
    project = _best_left(board, state, who)
    if project < 0:
        return -1, Why("full" if _others_saw_to_it(state, who) else "unfit")
    return -1, _why_not_given(board, state, who, project, given)


def _most(among: Ints, tokens: Ints) -> int:
    """Of some projects, the one with most tokens; -1 where there is none."""
    counts = np.where(among, tokens.sum(axis=1), -1)
    best = int(np.argmax(counts))
    return best if counts[best] >= 0 else -1


def _best_left(board: Board, state: State, who: int) -> int:
    """The project that would have been worth most to somebody who kept everything; -1 where nothing of
    theirs was of use."""
    able = [int(p) for p in state.open.tolist() if p >= 0 and fit(state, who, int(p)) > 0]
    return max(able, key=lambda p: _value(board, state, who, p), default=-1)


def _others_saw_to_it(state: State, who: int) -> bool:
    """Of somebody of whose tokens nothing is of use: whether a project lacks what they have, all promised."""
    return any(placeable(state, who, int(p)) > 0 for p in state.open.tolist() if p >= 0)


def _value(board: Board, state: State, who: int, project: int, hope: int = -1) -> int:
    """What giving to a project was worth (fixed), chance apart; with another hope where one is given."""
    seen = room_to_decide(state)
    likely = outlook(board, state, who, seen)
    complete = int(seen[1, place_of(state, project)])
    return choice_value(board, state, who, project, complete, likely if hope < 0 else hope)


def _intrinsic(board: Board, state: State, who: int, project: int) -> int:
    """What a project is worth to somebody once it is built."""
    heart = mul(board.beta, sigma(state, who))
    return own_value(board, state, who, project) + mul(heart, hoped_value(board, state, project))


def _why_not_given(board: Board, state: State, who: int, project: int, given: Ints) -> Why:
    """Why something else was chosen than a project: what kept its value down, or the other's up. Only tokens
    of kinds that it missed from `who` count; where all else is level, whatever `who` gave."""
    missed = given[project] < state.promised[who, project]
    if not missed.any():
        missed[:] = True  # nothing was promised
    others = given.copy()
    others[project] = 0
    instead = _most((others * missed).sum(axis=1) > 0, others * missed)
    if instead >= 0 and pledged_any(state, who, instead) > 0:
        return Why("apart", instead, int(state.pact_with[who]))
    value = _value(board, state, who, project)
    trusting = state._replace(trust=np.full_like(state.trust, ONE), believes=np.zeros_like(state.believes))
    terms: Terms = [
        (_value(board, state, who, project, ONE) - value, Why("gate", project)),
        (-own_value(board, state, who, project), Why("loss", project)),
    ]
    doubted = _doubted(state, who, project)
    if doubted >= 0:
        terms.append((_value(board, trusting, who, project) - value, Why("distrust", project, doubted)))
    if instead >= 0:
        more = _intrinsic(board, state, who, instead) - _intrinsic(board, state, who, project)
        terms.append((more, Why("dearer", instead)))
    elif ((state.tokens[who] - given.sum(axis=0)) * missed).any():
        terms.append((keeping_value(board, state, who), Why("keeping")))
    why, elsewhere = _largest(terms), _most(others.sum(axis=1) > 0, others)
    return Why("dearer", elsewhere) if why.reason == "wavered" and elsewhere >= 0 else why


def _doubted(state: State, who: int, project: int) -> int:
    """Whose promise to a project somebody discounts most, -1 where no promise is."""
    found, most = -1, 0
    for other in range(state.s.shape[0]):
        lost = promised_any(state, other, project) * (ONE - trust_in(state, who, other))
        if other != who and lost > most:
            found, most = other, lost
    return found


def _why_given(board: Board, state: State, who: int, project: int, faithful: bool) -> Why:
    """Why a project was given to: its parts, and what it owes to the one who is most counted on there. Who is
    not `faithful`, for a pact was not kept, does not boast of a word."""
    aloud = promised_any(state, who, project) > 0
    if not aloud and pledged_any(state, who, project) > 0:
        return Why("apart", project, int(state.pact_with[who]))
    counted, friend = _counted_on(state, who, project), -1
    if counted >= 0:
        silent = copy(state)
        withdraw(silent, counted, project)
        friend = _value(board, state, who, project) - _value(board, silent, who, project)
        state = silent
    seen = room_to_decide(state)
    hope = outlook(board, state, who, seen)
    complete = int(seen[1, place_of(state, project)])
    gain, _, _ = choice_terms(board, state, who, project, complete, hope)
    heart = mul(mul(board.beta, sigma(state, who)), hoped_value(board, state, project))
    word = loyalty(state, who) if aloud and faithful else 0
    why = _largest(
        [
            (mul(gain, complete), Why("interest", project)),
            (mul(heart, complete), Why("commons", project)),
            (word, Why("word", project)),
            (friend, Why("friend", project, counted)),
        ]
    )
    return Why("tipped", project) if why.reason == "wavered" else why


def _counted_on(state: State, who: int, project: int) -> int:
    """Whose promise to a project somebody counts on most, -1 where nobody else promised to it."""
    found, most = -1, 0
    for other in range(state.s.shape[0]):
        sure = promised_any(state, other, project) * trust_in(state, who, other)
        if other != who and sure > most:
            found, most = other, sure
    return found


# ---- What was answered to a request ---------------------------------------------------------------------


def why_answered(
    board: Board, state: State, chance: Ints, asker: int, asked: int, project: int, accepts: bool
) -> Why:
    """Why a request was granted or not; `state` is the one before the answer."""
    if not accepts and fit(state, asked, project) == 0:
        there = reach(state, asked, project) > 0
        return Why(_no_use(state, asked, project) if there else "elsewhere", project)
    if not accepts and trust_in(state, asked, asker) < numbers.LISTENED:
        return Why("distrust", project, asker)
    value = announce_value(board, state, chance, asked, place_of(state, project))
    trust = trust_in(state, asked, asker)
    bar, dearer = _bar(board, state, chance, asked, project)
    own = own_value(board, state, asked, project)
    if accepts:
        if value <= bar:
            return Why("asked", project, asker)
        weight = numbers.FIT_LEAST + mul(numbers.FIT_MOST, fit(state, asked, project))
        heart = mul(mul(board.beta, sigma(state, asked)), hoped_value(board, state, project))
        return _largest(
            [
                (mul(own, weight), Why("interest", project)),
                (mul(heart, weight), Why("commons", project)),
                (trust, Why("asked", project, asker)),
            ]
        )
    terms: Terms = [(ONE - trust, Why("distrust", project, asker)), (-own, Why("loss", project))]
    if value + trust <= keeping_value(board, state, asked):
        terms.append((keeping_value(board, state, asked), Why("keeping", project)))
    elif dearer >= 0:
        terms.append((bar - value, Why("dearer", dearer)))
    return _largest(terms)


def _no_use(state: State, who: int, project: int) -> str:
    """Why nothing that somebody has serves a project: it is all promised, or they have none of that kind."""
    return "unfit" if any(unpromised(state, who, project, kind) for kind in range(3)) else "full"


def _bar(board: Board, state: State, chance: Ints, who: int, asked_for: int) -> tuple[int, int]:
    """What a request has to be worth more than: keeping, or where no spare tokens serve the dearest of what
    somebody has promised to, which is told too (-1: nothing)."""
    bar, dearer = keeping_value(board, state, who), -1
    if any(spare(state, who, asked_for, kind) for kind in range(3)):
        return bar, dearer
    for place in range(state.open.shape[0]):
        project = int(state.open[place])
        if project >= 0 and promised_any(state, who, project) > 0:
            value = announce_value(board, state, chance, who, place)
            if dearer < 0 or value > bar:
                bar, dearer = max(bar, value), project
    return bar, dearer
