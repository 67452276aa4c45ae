"""What the console puts forward: the promises that the room doubts most, the acts it will argue about most.

These rank; they never judge. The room may always pick another.
"""

from typing import Final, NamedTuple

from engine.board import Board
from engine.fixed import ONE
from engine.rules.record import Record
from engine.rules.values import own_value, promised_any, trust_in
from engine.state import BROKEN, FACT_NAMES, GIFT, KEPT, NONE, PART, VOID, State

_BASE: Final = {BROKEN: 4 * ONE, PART: 3 * ONE, VOID: 2 * ONE, GIFT: ONE, KEPT: 0}


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
                doubts.append(Doubt(who, project, mean if met else mean // 2))
    return sorted(doubts, key=lambda doubt: (doubt.counted_on, doubt.who, doubt.project))


def ambiguous(board: Board, state: State, record: Record) -> list[Act]:
    """The acts of the round just revealed, the most ambiguous first.

    A promise broken by somebody who gave to the common good elsewhere, a gift or a kept word that served
    the giver, a silence in a round that missed its gate: what two people would judge differently scores.
    """
    acts = []
    for who in range(board.n):
        facts = [int(fact) for fact in record.fact[who]]
        for project, fact in enumerate(facts):
            if fact != NONE:
                acts.append(Act(who, project, fact, _score(board, state, record, who, project, fact)))
        if not any(facts):
            acts.append(Act(who, -1, NONE, 2 * ONE if record.rose[0] == 0 else ONE // 2))
    return sorted(acts, key=lambda act: (-act.score, act.who, act.project))


def _score(board: Board, state: State, record: Record, who: int, project: int, fact: int) -> int:
    own = int(own_value(board, who, project))
    common = int(board.change[project, board.gate]) * ONE
    score = _BASE[fact]
    if fact in (BROKEN, PART):
        elsewhere = [
            p
            for p in range(board.cost.shape[0])
            if p != project and state.given[who, p].sum() > 0 and board.change[p, board.gate] > 0
        ]
        score += 3 * ONE if elsewhere else 0
        score += ONE if record.completed[project] else 0
    if fact in (GIFT, KEPT):
        score += max(0, min(own, 4 * ONE)) // 2
        score += 2 * ONE if own > common else 0
    if fact == VOID:
        score += ONE if not record.completed[project] else 0
    return score
