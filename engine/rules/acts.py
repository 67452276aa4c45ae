"""What the console puts forward: the promises that the room doubts most, the acts it will argue about most.

These rank; they never judge. The room may always pick another.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np

from engine import numbers
from engine.fixed import ONE, div
from engine.rules.board import Board
from engine.rules.record import Record
from engine.rules.state import BROKEN, FACT_NAMES, GIFT, KEPT, NONE, PART, VOID, State
from engine.rules.values import promised_any, trust_in

_BASE: Final = {BROKEN: 4, PART: 3, VOID: 32, GIFT: 1, KEPT: 0, NONE: 16}
"""In 256ths: what orders equals; a promise with an "if", or a silence, is worth a word by itself."""
_FORECASTS: Final = 16
"""Forecasts that divided the room add a sixteenth to a score that goes from 0 to about 1."""
_SERVED: Final = 40
"""A gift that served its giver with four points adds a tenth."""
_WORD: Final = 2
"""Points that each token promised and not given weighs, whatever it was for."""


class Doubt(NamedTuple):
    """A promise and how far the others count on it (fixed: 0 nobody does, ONE all do)."""

    who: int
    project: int
    counted_on: int


class Act(NamedTuple):
    """Something somebody did this round; `project` is -1 for having promised and given nothing."""

    who: int
    project: int
    fact: int
    score: int

    @property
    def fact_name(self) -> str:
        return FACT_NAMES[self.fact]


def doubtful(board: Board, state: State) -> list[Doubt]:
    """The round's promises, the most doubtful first: by the mean trust of the others in their author, a
    condition not yet met counting for half."""
    doubts = []
    for who in range(board.n):
        others = [trust_in(state, other, who) for other in range(board.n) if other != who]
        mean = int(sum(others)) // len(others)
        for project in range(board.cost.shape[0]):
            if promised_any(state, who, project) > 0:
                condition = int(state.cond_who[who, project])
                met = condition < 0 or state.promised[condition, project, state.cond_kind[who, project]] > 0
                doubts.append(Doubt(who, project, mean if met else mean // numbers.UNMET))
    return sorted(doubts, key=lambda doubt: (doubt.counted_on, doubt.who, doubt.project))


def ambiguous(
    board: Board, state: State, record: Record, divided: Mapping[tuple[int, int], int] | None = None
) -> list[Act]:
    """The acts of the round just revealed, the most ambiguous first.

    What one person would praise and another blame comes first: tokens promised here that did good elsewhere,
    what raises one thing and lowers another, a gift that served its giver. It follows from what everybody can
    see, so that the order tells nobody's secret but a little of the giver's. `divided` (fixed, by who and
    project) is how evenly the room's forecasts of a promise split. A gift of tokens that had been promised
    elsewhere is no act of its own: the promise it broke tells both.
    """
    acts = []
    for who in range(board.n):
        facts = [int(fact) for fact in record.fact[who]]
        broke = BROKEN in facts or PART in facts
        for project, fact in enumerate(facts):
            if fact == NONE or (fact == GIFT and broke and record.met[who, project] == 0):
                continue
            score = _score(board, state, record, Act(who, project, fact, 0))
            split = (divided or {}).get((who, project), 0)
            acts.append(Act(who, project, fact, score + split // _FORECASTS))
        if not any(facts):
            acts.append(Act(who, -1, NONE, _BASE[NONE] * ONE // 256 if record.rose[0] == 0 else 0))
    return sorted(acts, key=lambda act: (-act.score, act.who, act.project))


def _score(board: Board, state: State, record: Record, act: Act) -> int:
    """How near what speaks for an act is to what speaks against it; among equals, what was not kept."""
    good, bad = _both_sides(board, state, record, act)
    score = div(min(good, bad) * ONE, max(good, bad) * ONE) if max(good, bad) > 0 else 0
    return score + _served(board, act) + _BASE[act.fact] * ONE // 256


def _both_sides(board: Board, state: State, record: Record, act: Act) -> tuple[int, int]:
    """What an act raises and what it lowers: the tokens given, wherever they went, and against them those
    that did not come, in points of the cards; the common good is everybody's, and counts twice. What a card
    brings or costs somebody by name is told aloud, and counts too."""
    given = state.given[act.who].sum(axis=1)
    moves = np.concatenate((given @ board.change, board.personal @ given))
    against = 0
    if act.fact in (BROKEN, PART):
        missing = int(
            np.maximum(state.promised[act.who, act.project] - state.given[act.who, act.project], 0).sum()
        )
        moves -= missing * np.concatenate((board.change[act.project], board.personal[:, act.project]))
        against = _WORD * missing
    moves[board.gate] *= 2
    return int(moves[moves > 0].sum()), against - int(moves[moves < 0].sum())


def _served(board: Board, act: Act) -> int:
    """How far what was given served its giver, more than all."""
    if act.fact not in (GIFT, KEPT):
        return 0
    own = int(board.worth[act.who, act.project])
    served = max(0, min(own, 4 * ONE)) // _SERVED
    return served if own > int(board.change[act.project, board.gate]) * ONE else served // 2
