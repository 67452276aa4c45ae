"""Pacts: two promise each other something in private, and they alone can count on it.

A pact is written in a state before it is accepted: whoever is asked reads it there, and `undo` takes it out.
"""

from typing import Final

import numpy as np

from engine import numbers
from engine.fixed import ONE, Ints, div, mul
from engine.rules.board import Board
from engine.rules.record import Record
from engine.rules.state import BROKEN, KEPT, PART, State
from engine.rules.trusting import trust_after
from engine.rules.values import (
    cares,
    free,
    keeping_value,
    lacking,
    lacking_all,
    pledged,
    pledged_any,
    trust_in,
    unsaid,
    within,
)

ACCEPTED: Final = 0
NO_TOKENS: Final = 1  # what is asked has been promised elsewhere
NO_TRUST: Final = 2  # who asks is not trusted enough
NO_USE: Final = 3  # it does not serve enough

_SHARE: Final = 3  # columns of the gifts weighed: their part of what a place lacks
_CARE: Final = 4  # what it is worth, built, to who would give
_TOKENS: Final = 5  # how many tokens those are, besides what was promised aloud


def is_sealed(state: State, who: int) -> bool:
    """Whether somebody has a pact this round."""
    return bool(state.pact_with.shape[0] > 0 and state.pact_with[who] >= 0)


def write_down(state: State, who: int, project: int, other: int, theirs: int) -> None:
    """A pact between two, who give to these projects; their tokens are in `pact` already."""
    state.pact_with[who] = other
    state.pact_with[other] = who
    state.pact_project[who] = project
    state.pact_project[other] = theirs


def undo(state: State, who: int) -> None:
    """Take somebody's pact out, for both."""
    other = state.pact_with[who]
    for party in (who, other):
        state.pact_with[party] = -1
        state.pact_project[party] = -1
        for kind in range(3):
            state.pact[party, kind] = 0


def pledgeable(state: State, who: int, project: int, kind: int) -> int:
    """Tokens of a kind that somebody has not promised aloud to another project."""
    left = unsaid(state, who, kind) + int(state.promised[who, project, kind])
    return min(left, within(state, who, project, kind))


def refusal(board: Board, state: State, who: int) -> int:
    """What somebody answers to the pact that stands with them: ACCEPTED, or why not."""
    for kind in range(3):
        if state.pact[who, kind] > pledgeable(state, who, state.pact_project[who], kind):
            return NO_TOKENS
    if trust_in(state, who, state.pact_with[who]) < numbers.PACT_TRUST:
        return NO_TRUST
    return ACCEPTED if pact_value(board, state, who) > 0 else NO_USE


def pact_value(board: Board, state: State, who: int) -> int:
    """What a pact brings somebody (fixed): what the other's tokens do as far as the other is trusted, and
    what one's own do, over keeping those."""
    other = state.pact_with[who]
    theirs = _does(board, state, who, other, state.pact_project[other])
    mine = _does(board, state, who, who, state.pact_project[who])
    tokens = added(state, who, state.pact_project[who])
    return mul(theirs, trust_in(state, who, other)) + mine - _kept_instead(board, state, who, tokens)


def added(state: State, who: int, project: int) -> int:
    """Tokens of all kinds that somebody's pledge adds to what they promised aloud to the same project."""
    more = 0
    for kind in range(3):
        more += max(0, pledged(state, who, project, kind) - int(state.promised[who, project, kind]))
    return more


def _kept_instead(board: Board, state: State, who: int, tokens: int) -> int:
    """What keeping so many tokens of a pledge is worth (fixed)."""
    hand = state.tokens[who, 0] + state.tokens[who, 1] + state.tokens[who, 2]
    keeping = tokens * numbers.KEPT_TOKEN
    if hand > 0:
        keeping += max(0, keeping_value(board, state, who)) * tokens // hand
    return int(keeping)


def _does(board: Board, state: State, who: int, giver: int, project: int) -> int:
    """What the tokens that `giver` pledged besides what is said aloud do for `who`: their share of what the
    project lacks."""
    lack = lacking_all(state, project)
    if lack == 0:
        return 0
    share = min(ONE, div(added(state, giver, project) * ONE, lack * ONE))
    return mul(cares(board, state, who, project), share)


def seal_one(board: Board, state: State, may: Ints) -> int:
    """Simulated characters seal one pact a round among themselves, where it serves both: the two to whom it
    brings most, each giving where it helps the other most. `may`[n] is 1 for those who may, and
    becomes 0 for those with nothing to add to what they promised aloud. Returns the first of the two, -1 for
    nobody."""
    people = may.shape[0]
    # By who and place: tokens of each kind that could be pledged, _SHARE, _CARE, _TOKENS. In the row behind
    # the last of them: what each place needs.
    gifts = np.zeros((people + 1, state.open.shape[0], 6), dtype=np.int64)
    _weigh_needs(state, gifts[people])
    for who in range(people):
        if may[who] == 1 and not _weigh_gifts(board, state, who, gifts[who], gifts[people]):
            may[who] = 0
    best, first, second = 0, -1, -1
    for who in range(people):
        if may[who] == 1:
            for other in range(who + 1, people):
                if may[other] == 1 and _trust_each_other(state, who, other):
                    value = _brings_both(board, state, who, other, gifts, best)
                    if value > best:
                        best, first, second = value, who, other
    if first >= 0:
        mine, theirs = _places(state, gifts, first, second)
        for kind in range(3):
            state.pact[first, kind] = gifts[first, mine, kind]
            state.pact[second, kind] = gifts[second, theirs, kind]
        write_down(state, first, state.open[mine], second, state.open[theirs])
    return first


def _weigh_needs(state: State, needs: Ints) -> None:
    """By place: tokens of each kind that nobody has promised to it (below 0: too many did), and the whole of
    what it lacks."""
    for place in range(state.open.shape[0]):
        project = state.open[place]
        if project >= 0:
            needs[place, _TOKENS] = lacking_all(state, project)
            for kind in range(3):
                needs[place, kind] = lacking(state, project, kind) - state.said[project, kind]


def _weigh_gifts(board: Board, state: State, who: int, gifts: Ints, needs: Ints) -> bool:
    """What somebody could pledge to each place, what part of its need it adds to what they said aloud, and
    what they care; whether it adds anything anywhere."""
    time, means, backing = free(state, who, 0), free(state, who, 1), free(state, who, 2)
    adds = False
    for place in range(state.open.shape[0]):
        if needs[place, _TOKENS] == 0:
            continue
        project = state.open[place]
        for kind in range(3):
            left = time if kind == 0 else means if kind == 1 else backing
            room = within(state, who, project, kind) - int(state.promised[who, project, kind])
            more = min(left, room, max(0, int(needs[place, kind])))
            gifts[place, kind] = state.promised[who, project, kind] + more
            gifts[place, _TOKENS] += more
        if gifts[place, _TOKENS] > 0:
            gifts[place, _SHARE] = div(int(gifts[place, _TOKENS]), int(needs[place, _TOKENS]))
            adds = True
    if adds:
        for place in range(state.open.shape[0]):
            if needs[place, _TOKENS] > 0:
                gifts[place, _CARE] = cares(board, state, who, state.open[place])
    return adds


def _places(state: State, gifts: Ints, who: int, other: int) -> tuple[int, int]:
    """Where the tokens of each would do most for the other, -1 where nowhere. Where that is one place, which
    needs less than both would give, the second of them looks elsewhere."""
    mine, theirs = _best_place(gifts, who, other, -1), _best_place(gifts, other, who, -1)
    if mine >= 0 and mine == theirs and _too_much(state, gifts, who, other, mine):
        theirs = _best_place(gifts, other, who, mine)
    return mine, theirs


def _best_place(gifts: Ints, giver: int, other: int, but: int) -> int:
    """The place where the tokens of `giver` would do most for `other`, but one; -1 where none would."""
    best, found = 0, -1
    for place in range(gifts.shape[1]):
        value = _served(gifts, other, giver, place)
        if value > best and place != but:
            best, found = value, place
    return found


def _too_much(state: State, gifts: Ints, who: int, other: int, place: int) -> bool:
    """Whether two would pledge a place more than it needs."""
    needs, project = gifts.shape[0] - 1, state.open[place]
    for kind in range(3):
        said = state.promised[who, project, kind] + state.promised[other, project, kind]
        if gifts[who, place, kind] + gifts[other, place, kind] - said > max(0, gifts[needs, place, kind]):
            return True
    return False


def _trust_each_other(state: State, who: int, other: int) -> bool:
    one, two = trust_in(state, who, other), trust_in(state, other, who)
    return min(one, two) >= numbers.PACT_TRUST


def _brings_both(board: Board, state: State, who: int, other: int, gifts: Ints, least: int) -> int:
    """What the best pact of two brings the one to whom it brings less (fixed); 0 where there is none, where
    one of them would refuse, or where it is not more than `least`."""
    mine, theirs = _places(state, gifts, who, other)
    if mine < 0 or theirs < 0:
        return 0
    one = mul(_served(gifts, who, other, theirs), trust_in(state, who, other))
    two = mul(_served(gifts, other, who, mine), trust_in(state, other, who))
    one += _served(gifts, who, who, mine)
    two += _served(gifts, other, other, theirs)
    if min(one, two) <= least:
        return 0
    one -= _kept_instead(board, state, who, gifts[who, mine, _TOKENS])
    two -= _kept_instead(board, state, other, gifts[other, theirs, _TOKENS])
    return max(0, min(one, two))


def _served(gifts: Ints, who: int, giver: int, place: int) -> int:
    """What the tokens of `giver` on a place bring `who` (fixed)."""
    return mul(gifts[who, place, _CARE], gifts[giver, place, _SHARE])


def learn_from_pacts(state: State, record: Record) -> None:
    """What each of two makes of how the other kept their pact; nobody else learns anything from it."""
    for who in range(state.pact_with.shape[0]):
        other = state.pact_with[who]
        if other < 0:
            continue
        project, held = state.pact_project[who], 0
        for kind in range(3):
            held += min(state.pact[who, kind], state.given[who, project, kind])
        pledged = pledged_any(state, who, project)
        unkept = ((pledged - held) << 16) // pledged
        record.pact_fact[who] = KEPT if held == pledged else PART if held > 0 else BROKEN
        before = state.trust[other, who]
        state.trust[other, who] = trust_after(before, record.pact_fact[who], unkept)
        record.trust_acts[other, who] += state.trust[other, who] - before
