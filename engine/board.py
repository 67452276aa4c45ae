"""A scenario as the rules see it: arrays and indices, nothing to read, nothing that changes in play.

Fixed-point fields are marked "fixed" (x * ONE); everything else is a whole number. All arrays are int64 and
C-contiguous, so that compiled and plain code see one type.
"""

from collections.abc import Mapping, Sequence
from typing import Final, Literal, NamedTuple

import numpy as np

from engine.fixed import ONE, Ints, from_float
from engine.model import (
    FAMILIES,
    KINDS,
    Condition,
    CostEffect,
    Duration,
    Effect,
    IndicatorEffect,
    PostureEffect,
    ProjectCard,
    Scenario,
    TokensEffect,
    TrustEffect,
)

Seat = Literal["held", "simulated", "out"]

ROUNDS: Final[Mapping[Duration, int]] = {"45": 2, "90": 3, "150": 4, "training": 6}
CARTE_BLANCHE: Final = "carte-blanche"
"""The id of the room's own project, always the last of the board's projects."""
RAISES: Final = 4
"""A project that moves the common good by this much or more is always open."""

# Effect kinds: the first column of the effect tables. Columns: kind, a, b, x, y.
INDICATOR: Final = 0  # a = indicator, x = points
POSTURE: Final = 1  # a = character, x = synergy, y = antagonism (fixed)
COST: Final = 2  # a = kind of token, x = tokens
TOKENS: Final = 3  # a = character, b = kind of token, x = tokens
TRUST: Final = 4  # a = who trusts, b = whom, x = change (fixed)

# Conditions of endings, in postfix order. Columns: operation, argument, bound.
ROSE_BY: Final = 0  # argument = indicator, bound = points since the start
AT_LEAST: Final = 1  # argument = indicator
BELOW: Final = 2  # argument = indicator
MUTUAL_TRUST: Final = 3  # bound = percent
PROMISES_KEPT: Final = 4  # bound = percent
EVERY: Final = 5  # argument = how many of the results before it
ANY: Final = 6  # argument = how many of the results before it


class Board(NamedTuple):
    """The content of one game. n characters, M indicators, P projects (the last is the carte blanche),
    S situations, E endings."""

    n: int
    held: Ints  # [n] 1 where a person or a table plays, 0 where the model does
    stakes: Ints  # [n, M] whole points that sum to 10; 0 on the gate
    goal: Ints  # [n] fixed, in personal gain
    influence: Ints  # [n] 0 to 4
    family: Ints  # [n] index in model.FAMILIES
    tokens: Ints  # [n, 3] per round
    lam: Ints  # [n] fixed: susceptibility
    eps: Ints  # [n] fixed: tolerance
    s0: Ints  # [n] fixed: synergy at the start, and first anchor
    a0: Ints  # [n] fixed: antagonism
    trust0: Ints  # [n, n] fixed; ONE on the diagonal
    believes: Ints  # [n, n] 1 where i holds a presupposition about j
    start: Ints  # [M]
    decay: Ints  # [M] 0 or less
    gate: int  # index of the common good
    cost: Ints  # [P, 3]
    change: Ints  # [P, M]
    project_effects: Ints  # [R, 5] rows of kind, a, b, x, y
    project_rows: Ints  # [P + 1] project p has the rows project_rows[p] to project_rows[p + 1]
    situation_effects: Ints  # [R, 5]
    situation_rows: Ints  # [S + 1]
    lifts: Ints  # [L, 3] project, who believes, about whom
    conditions: Ints  # [C, 3] operation, argument, bound; postfix
    condition_rows: Ints  # [E + 1]; an ending without rows always holds
    ending_at_end: Ints  # [E] 1 = after the last round only, 0 = after any
    success: Ints  # [E]
    rounds: int
    slots: int  # projects open at once, the carte blanche not counted
    open_rounds: int
    kappa: int  # fixed: how far satisfaction moves a posture
    rho: int  # fixed: how fast the anchor learns
    beta: int  # fixed: weight of the common good

    @property
    def spare(self) -> int:
        """The index of the carte blanche."""
        return int(self.cost.shape[0]) - 1


class Names(NamedTuple):
    """Ids in the order of the board's indices."""

    characters: tuple[str, ...]
    indicators: tuple[str, ...]
    projects: tuple[str, ...]
    situations: tuple[str, ...]
    endings: tuple[str, ...]

    def character(self, id_: str) -> int:
        return self.characters.index(id_)

    def indicator(self, id_: str) -> int:
        return self.indicators.index(id_)

    def project(self, id_: str) -> int:
        return self.projects.index(id_)

    def situation(self, id_: str) -> int:
        return self.situations.index(id_)

    def ending(self, id_: str) -> int:
        return self.endings.index(id_)


def names(scenario: Scenario, seats: Mapping[str, Seat] | None = None) -> Names:
    """The index of `build(scenario, ..., seats)`; characters who are out have no index."""
    seats = seats or {}
    return Names(
        tuple(m.character for m in scenario.cast if seats.get(m.character) != "out"),
        tuple(scenario.indicators),
        (*(p.id for p in scenario.projects), CARTE_BLANCHE),
        tuple(s.id for s in scenario.situations),
        tuple(e.id for e in scenario.endings),
    )


def build(scenario: Scenario, duration: Duration, seats: Mapping[str, Seat] | None = None) -> Board:
    """The board of a scenario for a duration.

    `seats` says who is held, simulated (the default) or out. Those who are out leave no trace: the board is
    built without them, and what projects cost shrinks, kind by kind, as the tokens in play do.
    Raises ValueError where fewer than two characters are left, or an ending has no bound for the duration.
    """
    seats = seats or {}
    index = names(scenario, seats)
    cast = [m for m in scenario.cast if m.character in index.characters]
    if len(cast) < 2:
        raise ValueError("a game needs at least two characters in play")
    cards = [scenario.card(m) for m in cast]
    parameters = scenario.parameters
    families = [FAMILIES.index(c.family) for c in cards]
    changes, rows, offsets = _projects(scenario, index, families)
    situation_rows, situation_offsets = _tables([s.effects for s in scenario.situations], index, families)
    conditions, condition_offsets = _endings(scenario, duration, index)
    gates = [scenario.indicators[key].gate for key in index.indicators]
    decay = [scenario.decay.commons if gate else scenario.decay.each for gate in gates]
    goals = [m.goal if isinstance(m.goal, int | float) else m.goal[duration] for m in cast]
    return Board(
        n=len(cast),
        held=_ints([seats.get(m.character) == "held" for m in cast]),
        stakes=_ints([[m.stakes.get(key, 0) for key in index.indicators] for m in cast]),
        goal=_ints([from_float(goal) for goal in goals]),
        influence=_ints([c.influence for c in cards]),
        family=_ints(families),
        tokens=_ints([list(m.tokens) for m in cast]),
        lam=_ints([from_float(_or(c.susceptibility, parameters.susceptibility)) for c in cards]),
        eps=_ints([from_float(_or(c.tolerance, parameters.tolerance)) for c in cards]),
        s0=_ints([from_float(m.posture.synergy) for m in cast]),
        a0=_ints([from_float(m.posture.antagonism) for m in cast]),
        trust0=_trust(scenario, index, families),
        believes=_believes(scenario, index),
        start=_ints([scenario.indicators[key].start for key in index.indicators]),
        decay=_ints(decay),
        gate=gates.index(True),
        cost=_costs(scenario, index),
        change=changes,
        project_effects=rows,
        project_rows=offsets,
        situation_effects=situation_rows,
        situation_rows=situation_offsets,
        lifts=_lifts(scenario, index),
        conditions=conditions,
        condition_rows=condition_offsets,
        ending_at_end=_ints([e.at == "end" for e in scenario.endings]),
        success=_ints([e.success for e in scenario.endings]),
        rounds=ROUNDS[duration],
        slots=parameters.slots,
        open_rounds=parameters.open_rounds,
        kappa=from_float(parameters.satisfaction),
        rho=from_float(parameters.learning),
        beta=from_float(parameters.commons_weight),
    )


def with_project(board: Board, cost: Sequence[int], change: Sequence[int]) -> Board:
    """The board with the room's own project written in: `cost` for each kind, `change` for each indicator.

    Raises ValueError unless it needs two kinds of token at least, raises something, and the points it raises
    are at most 1.5 times its cost (what it lowers buys nothing).
    """
    if len(cost) != len(KINDS) or len(change) != board.start.shape[0] or min(cost) < 0:
        raise ValueError("a project has a cost for each kind of token and a change for each indicator")
    if sum(c > 0 for c in cost) < 2:
        raise ValueError("the room's project needs two kinds of token at least")
    points = sum(by for by in change if by > 0)
    if points == 0 or 2 * points > 3 * sum(cost):
        raise ValueError("the room's project raises something, by 1.5 points at most for each token")
    costs, changes = board.cost.copy(), board.change.copy()
    costs[board.spare], changes[board.spare] = cost, change
    return board._replace(cost=costs, change=changes)


def _ints(values: Sequence[object]) -> Ints:
    return np.ascontiguousarray(np.array(values, dtype=np.int64))


def _or(value: float | None, default: float) -> float:
    return default if value is None else value


def _costs(scenario: Scenario, index: Names) -> Ints:
    """Costs scaled to the tokens in play, each kind by itself: what nobody can give is not asked."""
    whole = np.sum([list(m.tokens) for m in scenario.cast], axis=0)
    here = np.sum([list(m.tokens) for m in scenario.cast if m.character in index.characters], axis=0)
    costs = []
    for project in scenario.projects:
        asked = list(project.cost)
        scaled = [
            max(1, (2 * c * int(h) + int(w)) // (2 * int(w))) if c and h else 0
            for c, h, w in zip(asked, here, whole, strict=True)
        ]
        if sum(scaled) == 0:
            scaled[int(np.argmax(here))] = 1
        costs.append(scaled)
    return _ints([*costs, [0, 0, 0]])


def _trust(scenario: Scenario, index: Names, families: Sequence[int]) -> Ints:
    n = len(index.characters)
    within, across = scenario.parameters.trust_within, scenario.parameters.trust_across
    near, far = from_float(within), from_float(across)
    trust = [[near if families[i] == families[j] else far for j in range(n)] for i in range(n)]
    for member in scenario.cast:
        if member.character in index.characters:
            i = index.character(member.character)
            for other, value in member.trusts.items():
                if other in index.characters:
                    trust[i][index.character(other)] = from_float(value)
            trust[i][i] = ONE
    return _ints(trust)


def _believes(scenario: Scenario, index: Names) -> Ints:
    believes = np.zeros((len(index.characters),) * 2, dtype=np.int64)
    for member in scenario.cast:
        for belief in member.believes:
            if member.character in index.characters and belief.about in index.characters:
                believes[index.character(member.character), index.character(belief.about)] = 1
    return believes


def _lifts(scenario: Scenario, index: Names) -> Ints:
    rows = [
        [p, index.character(who), index.character(about)]
        for p, project in enumerate(scenario.projects)
        for who, about in project.lifts
        if who in index.characters and about in index.characters
    ]
    return _ints(rows).reshape(len(rows), 3)


def _projects(scenario: Scenario, index: Names, families: Sequence[int]) -> tuple[Ints, Ints, Ints]:
    """What projects change: indicator points (from `changes` and effects alike), and the other effects."""
    changes = np.zeros((len(scenario.projects) + 1, len(index.indicators)), dtype=np.int64)
    for p, project in enumerate(scenario.projects):
        for key, by in project.changes.items():
            changes[p, index.indicator(key)] += by
        for effect in project.effects:
            if isinstance(effect, IndicatorEffect):
                changes[p, index.indicator(effect.indicator)] += effect.by
    rows, offsets = _tables([*(_others(p) for p in scenario.projects), ()], index, families)
    return changes, rows, offsets


def _others(project: ProjectCard) -> tuple[Effect, ...]:
    return tuple(e for e in project.effects if not isinstance(e, IndicatorEffect))


def _tables(cards: Sequence[Sequence[Effect]], index: Names, families: Sequence[int]) -> tuple[Ints, Ints]:
    """The effects of several cards as one table, and where each card's rows start."""
    rows: list[tuple[int, int, int, int, int]] = []
    offsets = [0]
    for effects in cards:
        for effect in effects:
            rows.extend(_rows(effect, index, families))
        offsets.append(len(rows))
    return _ints(rows).reshape(len(rows), 5), _ints(offsets)


def _whom(who: str, index: Names, families: Sequence[int]) -> list[int]:
    """The indices that a designer's "who" stands for: a character, a family, or "all"."""
    if who == "all":
        return list(range(len(families)))
    if who in FAMILIES:
        return [i for i, family in enumerate(families) if family == FAMILIES.index(who)]
    return [index.character(who)] if who in index.characters else []


def _rows(effect: Effect, index: Names, families: Sequence[int]) -> list[tuple[int, int, int, int, int]]:
    """One effect as rows of kind, a, b, x, y: one row for each character (or pair) it touches."""
    match effect:
        case IndicatorEffect():
            return [(INDICATOR, index.indicator(effect.indicator), 0, effect.by, 0)]
        case PostureEffect():
            s, a = from_float(effect.synergy), from_float(effect.antagonism)
            return [(POSTURE, i, 0, s, a) for i in _whom(effect.who, index, families)]
        case CostEffect():
            return [(COST, KINDS.index(effect.kind), 0, effect.by, 0)]
        case TokensEffect():
            kind = KINDS.index(effect.kind)
            return [(TOKENS, i, kind, effect.by, 0) for i in _whom(effect.who, index, families)]
        case TrustEffect():
            by = from_float(effect.by)
            others = _whom(effect.toward, index, families)
            return [(TRUST, i, j, by, 0) for i in _whom(effect.of, index, families) for j in others if i != j]


def _endings(scenario: Scenario, duration: Duration, index: Names) -> tuple[Ints, Ints]:
    rows: list[tuple[int, int, int]] = []
    offsets = [0]
    for ending in scenario.endings:
        if ending.when is not None:
            rows.extend(_postfix(ending.when, duration, index))
        offsets.append(len(rows))
    return _ints(rows).reshape(len(rows), 3), _ints(offsets)


def _postfix(condition: Condition, duration: Duration, index: Names) -> list[tuple[int, int, int]]:
    """A condition with its parts before it, so that a small stack evaluates it."""
    if condition.indicator is not None:
        which = index.indicator(condition.indicator)
        bounds = ((ROSE_BY, condition.rose_by), (AT_LEAST, condition.at_least), (BELOW, condition.below))
        operation, bound = next(pair for pair in bounds if pair[1] is not None)
        return [(operation, which, _bound(bound, duration))]
    if condition.mutual_trust is not None:
        return [(MUTUAL_TRUST, 0, condition.mutual_trust)]
    if condition.promises_kept is not None:
        return [(PROMISES_KEPT, 0, condition.promises_kept)]
    several = condition.every if condition.every is not None else condition.any or ()
    rows = [row for part in several for row in _postfix(part, duration, index)]
    return [*rows, (EVERY if condition.every is not None else ANY, len(several), 0)]


def _bound(bound: int | Mapping[Duration, int] | None, duration: Duration) -> int:
    if isinstance(bound, Mapping):
        if duration not in bound:
            raise ValueError(f"an ending has no bound for the duration {duration}")
        return bound[duration]
    return bound or 0
