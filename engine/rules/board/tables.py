"""Effects and endings as tables of whole numbers."""

from collections.abc import Mapping, Sequence

import numpy as np

from engine.content.model import (
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
from engine.fixed import Ints, from_float
from engine.rules.board.types import (
    ANY,
    AT_LEAST,
    BELOW,
    COST,
    EVERY,
    INDICATOR,
    MUTUAL_TRUST,
    POSTURE,
    PROMISES_KEPT,
    ROSE_BY,
    TOKENS,
    TRUST,
    Names,
)


def ints(values: Sequence[object]) -> Ints:
    """An array as all arrays of a board are: int64, in C order."""
    return np.ascontiguousarray(np.array(values, dtype=np.int64))


def project_tables(scenario: Scenario, index: Names, families: Sequence[int]) -> tuple[Ints, Ints, Ints]:
    """What projects change: indicator points (from `changes` and effects alike), and the other effects."""
    changes = np.zeros((len(scenario.projects) + 1, len(index.indicators)), dtype=np.int64)
    for p, project in enumerate(scenario.projects):
        for key, by in project.changes.items():
            changes[p, index.indicator(key)] += by
        for effect in project.effects:
            if isinstance(effect, IndicatorEffect):
                changes[p, index.indicator(effect.indicator)] += effect.by
    rows, offsets = effect_table([*(_others(p) for p in scenario.projects), ()], index, families)
    return changes, rows, offsets


def _others(project: ProjectCard) -> tuple[Effect, ...]:
    return tuple(e for e in project.effects if not isinstance(e, IndicatorEffect))


def effect_table(
    cards: Sequence[Sequence[Effect]], index: Names, families: Sequence[int]
) -> tuple[Ints, Ints]:
    """The effects of several cards as one table, and where each card's rows start."""
    rows: list[tuple[int, int, int, int, int]] = []
    offsets = [0]
    for effects in cards:
        for effect in effects:
            rows.extend(_rows(effect, index, families))
        offsets.append(len(rows))
    return ints(rows).reshape(len(rows), 5), ints(offsets)


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


def ending_table(scenario: Scenario, duration: Duration, index: Names) -> tuple[Ints, Ints]:
    rows: list[tuple[int, int, int]] = []
    offsets = [0]
    for ending in scenario.endings:
        if ending.when is not None:
            rows.extend(_postfix(ending.when, duration, index))
        offsets.append(len(rows))
    return ints(rows).reshape(len(rows), 3), ints(offsets)


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
