"""Effects and endings as tables of whole numbers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from engine.content.model import COUNTED_BY, Clock, Condition, Duration, Later, Scenario
from engine.effects import EffectModel, Quarter, kind_of
from engine.fixed import Ints
from engine.rules.board import codes
from engine.rules.board.types import Names


def pairs(rows: Sequence[Sequence[int]], columns: int = 2) -> Ints:
    """A table of so many columns, which may be empty."""
    return ints(rows).reshape(len(rows), columns)


def ints(values: Sequence[object]) -> Ints:
    """An array as all arrays of a board are: int64, in C order."""
    return np.ascontiguousarray(np.array(values, dtype=np.int64))


def project_tables(scenario: Scenario, quarter: Quarter) -> tuple[Ints, Ints, Ints]:
    """What projects change: indicator points (from `changes` and effects alike), and the other effects."""
    fetched = len(scenario.ballot.fetched) if scenario.ballot is not None else 0
    more = len(scenario.places) + len(quarter.groups) + fetched + 1  # these, and the room's own, have no card
    points = np.zeros((len(scenario.projects) + more, len(quarter.indicators)), dtype=np.int64)
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
    rows, offsets = effect_table([*others, *([()] * more)], quarter)
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


def later_table(scenario: Scenario, index: Names, quarter: Quarter) -> tuple[Ints, Ints, Ints]:
    """Everything that is sent for later: what sends it, which, after how many rounds; its effects, and where
    each begins."""
    sent = list(sent_later(scenario))
    places = {
        codes.FROM_COMPLETED: index.projects,
        codes.FROM_LAPSED: index.projects,
        codes.FROM_OPTION: index.options,
        codes.FROM_SITUATION: index.situations,
        codes.FROM_CLOCK: index.clocks,
        codes.FROM_TRUE: index.situations,
        codes.FROM_FALSE: index.situations,
        codes.FROM_BELIEVED: index.situations,
    }
    rows = [(source, places[source].index(which), entry.after) for source, which, entry in sent]
    effects, offsets = effect_table([entry.effects for _, _, entry in sent], quarter)
    return pairs(rows, 3), effects, offsets


_OUTCOMES = {"when_true": codes.FROM_TRUE, "when_false": codes.FROM_FALSE, "believed": codes.FROM_BELIEVED}


def sent_later(scenario: Scenario) -> Iterator[tuple[int, str, Later]]:
    """What sends it (codes.FROM_...), which one, and what comes, in the order of the board's table."""
    for project in scenario.projects:
        if project.later is not None:
            yield codes.FROM_COMPLETED, project.id, project.later
        if project.lapses is not None:
            yield codes.FROM_LAPSED, project.id, project.lapses
    for situation in scenario.situations:
        if situation.later is not None:
            yield codes.FROM_SITUATION, situation.id, situation.later
        for option in situation.choose.options if situation.choose else ():
            if option.later is not None:
                yield codes.FROM_OPTION, f"{situation.id}/{option.id}", option.later
        if situation.rumour is not None:
            for key, outcome in situation.rumour.outcomes():
                yield _OUTCOMES[key], situation.id, situation.rumour.sent(outcome)
    for clock in scenario.clocks:
        if clock.full.later is not None:
            yield codes.FROM_CLOCK, clock.id, clock.full.later


class Conditions:
    """A board's conditions as they are written one after the other: rows of operation, argument, bound."""

    def __init__(self, duration: Duration, index: Names) -> None:
        self.rows: list[tuple[int, int, int]] = []
        self._duration, self._index = duration, index

    def table(self, several: Iterable[Condition | None]) -> Ints:
        """Where the rows of each begin, and where the last ends; one that is None has no rows."""
        offsets = [len(self.rows)]
        for condition in several:
            self.rows += _postfix(condition, self._duration, self._index) if condition is not None else []
            offsets.append(len(self.rows))
        return ints(offsets)

    def written(self) -> Ints:
        return ints(self.rows).reshape(len(self.rows), 3)


def _postfix(condition: Condition, duration: Duration, index: Names) -> list[tuple[int, int, int]]:
    """A condition with its parts before it, joined two by two: a stack as deep as they are nested evaluates
    it."""
    several = ((codes.EVERY, condition.every), (codes.ANY, condition.any), (codes.NOT_ANY, condition.none))
    operation, parts = next(((op, parts) for op, parts in several if parts is not None), (codes.EVERY, None))
    if parts is None:
        return [_simple(condition, duration, index)]
    rows: list[tuple[int, int, int]] = []
    for part in parts:
        joined = [(codes.EVERY if operation == codes.EVERY else codes.ANY, 2, 0)] if rows else []
        rows += [*_postfix(part, duration, index), *joined]
    if operation == codes.NOT_ANY or not parts:
        rows.append((operation, min(len(parts), 1), 0))
    return rows


def _simple(condition: Condition, duration: Duration, index: Names) -> tuple[int, int, int]:
    """One row; whoever is not in play has reached no goal and believes nothing."""
    if condition.indicator is not None:
        which = index.indicator(condition.indicator)
        bounds = (
            (codes.ROSE_BY, condition.rose_by),
            (codes.AT_LEAST, condition.at_least),
            (codes.BELOW, condition.below),
        )
        operation, bound = next(pair for pair in bounds if pair[1] is not None)
        return operation, which, _bound(bound, duration)
    if condition.lifted is not None:
        if not set(condition.lifted) <= set(index.characters):
            return codes.NEVER, 0, 0
        who, about = map(index.character, condition.lifted)
        return codes.LIFTED, who, about
    if condition.goal is not None:
        here = condition.goal in index.characters
        return (codes.GOAL, index.character(condition.goal), 0) if here else (codes.NEVER, 0, 0)
    return _named(condition, duration, index)


def _named(condition: Condition, duration: Duration, index: Names) -> tuple[int, int, int]:
    """One row, of what has a name of its own or a number alone."""
    if condition.completed is not None:
        return codes.COMPLETED, index.project(condition.completed), 0
    if condition.lapsed is not None:
        return codes.LAPSED, index.project(condition.lapsed), 0
    if condition.flag is not None:
        return codes.FLAG, index.flag(condition.flag), 0
    if condition.clock is not None:
        return codes.CLOCK, index.clock(condition.clock), 0
    if condition.goals is not None:
        return codes.GOALS, 0, condition.goals
    if condition.heard is not None:
        return codes.HEARD, 0, _bound(condition.heard, duration)
    if condition.awake is not None:
        return codes.AWAKE, 0, _bound(condition.awake, duration)
    if condition.autonomous is not None:
        return codes.AUTONOMOUS, 0, _bound(condition.autonomous, duration)
    if condition.hoardings is not None:
        return codes.HOARDINGS, 0, _bound(condition.hoardings, duration)
    if condition.faithful is not None:
        return codes.FAITHFUL, 0, _bound(condition.faithful, duration)
    if condition.bridges is not None:
        return codes.BRIDGES, 0, _bound(condition.bridges, duration)
    if condition.funded is not None:
        return codes.FUNDED, 0, _bound(condition.funded, duration)
    if condition.served is not None:
        return codes.SERVED, 0, _bound(condition.served, duration)
    if condition.elected is not None:
        return codes.ELECTED, index.project(condition.elected), 0
    if condition.counted_by is not None:
        return codes.COUNTED_BY, COUNTED_BY.index(condition.counted_by), 0
    if condition.mutual_trust is not None:
        return codes.MUTUAL_TRUST, 0, _bound(condition.mutual_trust, duration)
    return codes.PROMISES_KEPT, 0, _bound(condition.promises_kept, duration)


def clock_tables(clocks: Sequence[Clock], index: Names, conditions: Conditions) -> tuple[Ints, Ints, Ints]:
    """Each clock's segments and the situation that it leads to; what moves them, and on what conditions."""
    sizes = [(c.size, -1 if c.full.situation is None else index.situation(c.full.situation)) for c in clocks]
    ticks = [(k, tick) for k, clock in enumerate(clocks) for tick in clock.ticks]
    rows = conditions.table(tick.when for _, tick in ticks)
    return pairs(sizes), pairs([(k, tick.by) for k, tick in ticks]), rows


_UNASKED = (0, 0, 0, 0)
"""The row of mandates of who was asked nothing."""


def mandate_table(scenario: Scenario, index: Names, duration: Duration) -> Ints:
    """For each who is in play: what was asked, of what, and what it brings and costs; no rows where nobody
    was asked anything."""
    if not scenario.mandates.keys() & set(index.characters):
        return pairs([], len(_UNASKED))
    rows = []
    for who in index.characters:
        mandate = scenario.mandates.get(who)
        if mandate is None:
            rows.append(_UNASKED)
            continue
        kinds = (
            (codes.SEE_BUILT, mandate.completed),
            (codes.SEE_DROPPED, mandate.lapsed),
            (codes.NOTHING_TO, mandate.nothing_to),
        )
        kind = next((kind for kind, project in kinds if project is not None), codes.KEEP)
        what = _bound(mandate.keep, duration) if mandate.project is None else index.project(mandate.project)
        rows.append((kind, what, mandate.brings, mandate.costs))
    return pairs(rows, len(_UNASKED))


def _bound(bound: int | Mapping[Duration, int] | None, duration: Duration) -> int:
    if isinstance(bound, Mapping):
        if duration not in bound:
            raise ValueError(f"something has no bound for the duration {duration}")
        return bound[duration]
    return bound or 0
