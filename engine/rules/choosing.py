"""Secret choices: what simulated characters really place, and what anybody may place."""

from typing import Final

import numpy as np

from engine import numbers
from engine.fixed import ONE, Ints, clip, mul
from engine.rules.board import Board
from engine.rules.chance import choice_noise
from engine.rules.mandates import giving_value, seeing_value
from engine.rules.state import State
from engine.rules.values import (
    commons_value,
    hand,
    hoped_value,
    keeping_value,
    lacking,
    looks_met,
    loyalty,
    own_value,
    pledged_any,
    promised_any,
    promisers,
    prospect,
    sigma,
    sure_points,
    wanted,
)

_USEFUL: Final = 2  # rows of the room that `decide_gifts` works in
_BY: Final = 5
_LEFT: Final = 6


def gate_hope(board: Board, state: State, without: Ints) -> int:
    """How likely the common good is to rise whatever one does: HOPE + completeness * points / HOPE_POINTS,
    over the open projects; `without` is how complete each place will be without oneself (all fixed)."""
    hope = numbers.HOPE
    for place in range(state.open.shape[0]):
        if state.open[place] >= 0:
            hope += mul(without[place], commons_value(board, state, state.open[place])) // numbers.HOPE_POINTS
    return clip(hope, 0, ONE)


def choice_value(board: Board, state: State, who: int, project: int, complete: int, hope: int) -> int:
    """What giving to a project is worth to `who`, chance apart: `complete` is how complete it would be with
    its tokens, `hope` its `gate_hope` (all fixed)."""
    gain, heart, word = choice_terms(board, state, who, project, complete, hope)
    return mul(gain + heart, complete) + word


def choice_terms(
    board: Board, state: State, who: int, project: int, complete: int, hope: int
) -> tuple[int, int, int]:
    """What `choice_value` is made of: one's own gain and the common good, both still to be multiplied by
    `complete`, and one's word, with what one is asked in secret to do (all fixed)."""
    common = hoped_value(board, state, project)
    counts = hope
    if common > 0 and complete > hope:
        counts = complete
    heart = mul(mul(board.beta, sigma(state, who)), common)
    loss = sure_points(board, state, who, project)
    heart += seeing_value(board, state, who, project)
    word = giving_value(board, state, who, project)
    if promised_any(state, who, project) > 0 and looks_met(state, who, project):
        word += loyalty(state, who)
    if pledged_any(state, who, project) > 0:
        word += loyalty(state, who)
    return mul(own_value(board, state, who, project) - loss, counts) + loss, heart, word


def room_to_decide(state: State) -> Ints:
    """What `decide_gifts` works in, by place: what giving is worth, how complete it would be, tokens of use
    of each kind, who promised (`promisers`, the same for everybody); last, tokens left of each kind."""
    room: Ints = np.zeros((_LEFT + 1, max(state.open.shape[0], 3)), dtype=np.int64)
    for place in range(state.open.shape[0]):
        if state.open[place] >= 0:
            room[_BY, place] = promisers(state, state.open[place])
    return room


def decide_gifts(board: Board, state: State, chance: Ints, who: int, given: Ints, room: Ints) -> None:
    """Write in given[n, P, 3] what a simulated character gives, the row of `who` being zeros; `room` is
    `room_to_decide`.

    The project worth most to it, if that beats keeping everything, gets every token of use to it; tokens of
    kinds that it has no use for go to the next best, on the same terms.
    """
    places = state.open.shape[0]
    for kind in range(3):
        room[_LEFT, kind] = state.tokens[who, kind]
    hope = outlook(board, state, who, room)
    keeping = keeping_value(board, state, who) + choice_noise(board, chance, who, places)
    for place in range(places):
        if state.open[place] >= 0:
            value = choice_value(board, state, who, state.open[place], room[1, place], hope)
            room[0, place] = value + choice_noise(board, chance, who, place)
            if value <= 0:  # what does nobody any good, as they see it, gets nothing, whatever their mood
                room[0, place] = min(room[0, place], keeping)
            if room[0, place] > keeping:
                useful = wanted(state, who, state.open[place])
                room[_USEFUL, place], room[_USEFUL + 1, place], room[_USEFUL + 2, place] = useful
        else:
            room[0, place] = keeping
    for _ in range(places):
        best, chosen = keeping, -1
        for place in range(places):
            if room[0, place] > best and _of_use(room, place):
                best, chosen = room[0, place], place
        if chosen < 0:
            return
        room[0, chosen] = keeping
        project = state.open[chosen]
        for kind in range(3):
            given[who, project, kind] = min(room[_LEFT, kind], room[_USEFUL + kind, chosen])
            room[_LEFT, kind] -= given[who, project, kind]


def outlook(board: Board, state: State, who: int, room: Ints) -> int:
    """How complete each place would be without `who` and with it, into the first rows of the room; returns
    how likely the common good is to rise without it (all fixed)."""
    for place in range(state.open.shape[0]):
        if state.open[place] >= 0:
            room[0, place], room[1, place] = prospect(state, who, state.open[place], room[_BY, place])
    return gate_hope(board, state, room[0])


def _of_use(room: Ints, place: int) -> bool:
    """Whether a project wants any of the tokens left: one that looks full is left alone."""
    tokens = 0
    for kind in range(3):
        tokens += min(room[_LEFT, kind], room[_USEFUL + kind, place])
    return tokens > 0


def give_all(state: State, who: int, project: int, given: Ints) -> None:
    """Write in given[n, P, 3] every token of `who` that is of use to a project."""
    for kind in range(3):
        given[who, project, kind] = min(hand(state, who, project, kind), lacking(state, project, kind))


def choose(board: Board, state: State, chance: Ints, who: int) -> Ints:
    """A simulated character's choice as tokens by project and kind: int64[P, 3], zeros if it keeps all."""
    given = np.zeros_like(state.given)
    decide_gifts(board, state, chance, who, given, room_to_decide(state))
    allocation: Ints = given[who]
    return allocation
