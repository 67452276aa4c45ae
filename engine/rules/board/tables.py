"""Effects and endings as tables of whole numbers."""

from collections.abc import Mapping, Sequence

import numpy as np

from engine.content.model import Condition, Duration, Scenario
from engine.effects import EffectModel, Quarter, kind_of
from engine.fixed import Ints
from engine.rules.board.types import (
    ANY,
    AT_LEAST,
    BELOW,
    EVERY,
    MUTUAL_TRUST,
    PROMISES_KEPT,
    ROSE_BY,
    Names,
)


def ints(values: Sequence[object]) -> Ints:
    """An array as all arrays of a board are: int64, in C order."""
    return np.ascontiguousarray(np.array(values, dtype=np.int64))


def project_tables(scenario: Scenario, quarter: Quarter) -> tuple[Ints, Ints, Ints]:
    """What projects change: indicator points (from `changes` and effects alike), and the other effects."""
    points = np.zeros((len(scenario.projects) + 1, len(quarter.indicators)), dtype=np.int64)
    others: list[list[EffectModel]] = []
    for p, project in enumerate(scenario.projects):
        others.append([])
        moved = [project.changes]
        for effect in project.effects:
            changes = kind_of(effect).changes
            if changes is None:
                others[p].append(effect)
            else:
                moved.append(changes(effect))
        for several in moved:
            for key, by in several.items():
                points[p, quarter.indicator(key)] += by
    rows, offsets = effect_table([*others, ()], quarter)
    return points, rows, offsets


def effect_table(cards: Sequence[Sequence[EffectModel]], quarter: Quarter) -> tuple[Ints, Ints]:
    """The effects of several cards as one table, rows of kind, a, b, x, y; and where each card's start."""
    rows: list[tuple[int, int, int, int, int]] = []
    offsets = [0]
    for effects in cards:
        for effect in effects:
            kind = kind_of(effect)
            rows.extend((kind.number, *columns) for columns in kind.rows(effect, quarter))
        offsets.append(len(rows))
    return ints(rows).reshape(len(rows), 5), ints(offsets)


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
