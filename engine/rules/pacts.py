"""Pacts: two promise each other something in private, and they alone can count on it.

A pact is written in a state before it is accepted: whoever is asked reads it there, and `undo` takes it out.
"""

from typing import Final

import numpy as np

from engine import numbers
from engine.fixed import ONE, Ints, div, mul
from engine.rules.board import Board
from engine.rules.record import Record
from engine.rules.state import BROKEN, KEPT, PART, State, write
from engine.rules.trusting import trust_after
from engine.rules.values import (
    cares,
    keeping_value,
    lacking_all,
    pledged_any,
    trust_in,
    unpromised_each,
)

ACCEPTED: Final = 0
NO_TOKENS: Final = 1  # what is asked has been promised elsewhere
NO_TRUST: Final = 2  # who asks is not trusted enough
NO_USE: Final = 3  # it does not serve enough


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


def spare(state: State, who: int, project: int, kind: int) -> int:
    """Tokens of a kind that somebody has not promised to another project."""
    left = state.tokens[who, kind]
    for place in range(state.open.shape[0]):
        other = state.open[place]
        if other >= 0 and other != project:
            left -= state.promised[who, other, kind]
    return max(0, int(left))


def refusal(board: Board, state: State, who: int) -> int:
    """What somebody answers to the pact that stands with them: ACCEPTED, or why not."""
    for kind in range(3):
        if state.pact[who, kind] > spare(state, who, state.pact_project[who], kind):
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
    return mul(theirs, trust_in(state, who, other)) + mine - _kept_instead(board, state, who, state.pact[who])


def _kept_instead(board: Board, state: State, who: int, pledged: Ints) -> int:
    """What keeping the tokens of a pledge is worth (fixed)."""
    tokens, hand = 0, 0
    for kind in range(3):
        tokens += pledged[kind]
        hand += state.tokens[who, kind]
    keeping = tokens * numbers.KEPT_TOKEN
    if hand > 0:
        keeping += max(0, keeping_value(board, state, who)) * tokens // hand
    return int(keeping)


def _does(board: Board, state: State, who: int, giver: int, project: int) -> int:
    """What the tokens that `giver` pledged do for `who`: their share of what the project lacks."""
    lack = lacking_all(state, project)
    if lack == 0:
        return 0
    share = min(ONE, div(pledged_any(state, giver, project) * ONE, lack * ONE))
    return mul(cares(board, state, who, project), share)


def seal_one(board: Board, state: State, may: Ints) -> int:
    """Simulated characters seal one pact a round among themselves, where it serves both: the two to whom it
    brings most, each giving where it helps the other most. `may`[n] is 1 for those who may. Returns the first
    of the two, -1 for nobody."""
    people, places = may.shape[0], state.open.shape[0]
    useful = np.zeros((people, places, 3), dtype=np.int64)  # tokens that each could pledge to each place
    share = np.zeros((people, places), dtype=np.int64)  # their part of what is lacking there
    care = np.zeros((people, places), dtype=np.int64)  # what the place is worth to each
    for who in range(people):
        if may[who] == 1:
            _weigh_gifts(board, state, who, useful[who], share[who], care[who])
    best, first, second = 0, -1, -1
    for who in range(people):
        for other in range(who + 1, people):
            if may[who] == 1 and may[other] == 1 and _trust_each_other(state, who, other):
                value = _brings_both(board, state, who, other, useful, share, care)
                if value > best:
                    best, first, second = value, who, other
    if first >= 0:
        mine, theirs = _best_place(share[first], care[second]), _best_place(share[second], care[first])
        write(useful[first, mine], state.pact[first])
        write(useful[second, theirs], state.pact[second])
        write_down(state, first, state.open[mine], second, state.open[theirs])
    return first


def _weigh_gifts(board: Board, state: State, who: int, useful: Ints, share: Ints, care: Ints) -> None:
    """What somebody could pledge to each place, what part of the need that is, and what they care."""
    for place in range(state.open.shape[0]):
        project = state.open[place]
        lack = lacking_all(state, project) if project >= 0 else 0
        if lack == 0:
            continue
        needed = unpromised_each(state, who, project)
        tokens = 0
        for kind in range(3):
            wanted = max(needed[kind], int(state.promised[who, project, kind]))
            useful[place, kind] = min(spare(state, who, project, kind), wanted)
            tokens += useful[place, kind]
        share[place] = div(tokens * ONE, lack * ONE)
        care[place] = cares(board, state, who, project)


def _best_place(share: Ints, care: Ints) -> int:
    """The place where one's tokens would do most for somebody else, -1 where none would."""
    best, found = 0, -1
    for place in range(share.shape[0]):
        value = mul(care[place], share[place])
        if value > best:
            best, found = value, place
    return found


def _trust_each_other(state: State, who: int, other: int) -> bool:
    one, two = trust_in(state, who, other), trust_in(state, other, who)
    return min(one, two) >= numbers.PACT_TRUST


def _brings_both(
    board: Board, state: State, who: int, other: int, useful: Ints, share: Ints, care: Ints
) -> int:
    """What the best pact of two brings the one to whom it brings less (fixed); 0 where there is none, or one
    of them would refuse."""
    mine, theirs = _best_place(share[who], care[other]), _best_place(share[other], care[who])
    if mine < 0 or theirs < 0:
        return 0
    one = mul(mul(care[who, theirs], share[other, theirs]), trust_in(state, who, other))
    two = mul(mul(care[other, mine], share[who, mine]), trust_in(state, other, who))
    one += mul(care[who, mine], share[who, mine]) - _kept_instead(board, state, who, useful[who, mine])
    two += mul(care[other, theirs], share[other, theirs]) - _kept_instead(
        board, state, other, useful[other, theirs]
    )
    return max(0, min(one, two))


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
