"""Trust after a reveal: words kept and broken, gifts, and what working together undoes."""

from engine import numbers
from engine.fixed import ONE, clip, mul
from engine.rules.board import Board
from engine.rules.record import Record
from engine.rules.state import BROKEN, GIFT, KEPT, NONE, PART, State
from engine.rules.values import placeable, trust_in


def trust_after(trust: int, fact: int, unkept: int) -> int:
    """Trust in somebody after one fact about them (all fixed); `unkept` is the share not given; a promise
    that bound nobody changes nothing."""
    if fact == KEPT:
        trust += mul(numbers.KEPT_GAIN, ONE - trust)
    elif fact == GIFT:
        trust += mul(numbers.GIFT_GAIN, ONE - trust)
    elif fact in (PART, BROKEN):
        trust = mul(trust, ONE - mul(numbers.BROKEN_LOSS, unkept))
    return clip(trust, numbers.LEAST_TRUST, ONE)


def learn_from_acts(board: Board, state: State, record: Record) -> None:
    """What each makes of the others' acts on the projects still on the table, whose facts are recorded, and
    those who gave, of who said nothing and gave nothing."""
    for place in range(state.open.shape[0]):
        project = state.open[place]
        if project < 0:
            continue
        for other in range(board.n):
            fact = record.fact[other, project]
            if fact != NONE:
                for who in range(board.n):
                    if who != other:
                        before = state.trust[who, other]
                        after = trust_after(before, fact, record.unkept[other, project])
                        state.trust[who, other] = after
                        record.trust_acts[who, other] += after - before
    for other in range(board.n):
        if _rides_free(state, record, other):
            for who in range(board.n):
                if who != other and state.given[who].sum() > 0:
                    before = state.trust[who, other]
                    after = max(numbers.LEAST_TRUST, mul(before, ONE - numbers.FREE_RIDE_LOSS))
                    state.trust[who, other] = after
                    record.trust_acts[who, other] += after - before


def _rides_free(state: State, record: Record, who: int) -> bool:
    """Whether somebody who could have been of use neither promised anything nor gave anything."""
    able = False
    for place in range(state.open.shape[0]):
        project = state.open[place]
        if project >= 0:
            if record.fact[who, project] != NONE:
                return False
            able = able or placeable(state, who, project) > 0
    return able


def learn_from_works(board: Board, state: State, record: Record) -> None:
    """What the projects completed at this reveal do to presuppositions."""
    for project in range(board.cost.shape[0]):
        if record.completed[project] == 1:
            _worked_together(board, state, record, project)
    for row in range(board.lifts.shape[0]):
        if record.completed[board.lifts[row, 0]] == 1:
            _lift(state, record, board.lifts[row, 1], board.lifts[row, 2])


def _worked_together(board: Board, state: State, record: Record, project: int) -> None:
    """Two who both promised to what is built now, and kept their word, no longer see each other through what
    was said of them."""
    for who in range(board.n):
        if record.fact[who, project] == KEPT:
            for other in range(board.n):
                if record.fact[other, project] == KEPT:
                    _lift(state, record, who, other)


def _lift(state: State, record: Record, who: int, other: int) -> None:
    if state.believes[who, other] == 1:
        state.believes[who, other] = 0
        record.lifted[who, other] = 1


def mutual_trust(state: State) -> int:
    """Mean trust over all pairs (fixed), presuppositions counted."""
    n = state.s.shape[0]
    total = 0
    for who in range(n):
        for other in range(n):
            if who != other:
                total += trust_in(state, who, other)
    return int(total // (n * (n - 1)))
