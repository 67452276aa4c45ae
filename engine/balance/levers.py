"""What would bring a missed target nearer: numbers of the scenario written otherwise, found by trying them.

All are tried in the same games, so that nothing else moves a figure: each number by one small step at first,
then those that move a target most by more steps, and the best of these in as many games as were measured,
with every other target beside.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, NamedTuple

import numpy as np

from engine.balance.changes import Change, every
from engine.balance.games import Games, Play, StoppedError, play_here
from engine.balance.rows import Row, figure
from engine.balance.targets import TARGETS, lacking
from engine.content.model import Scenario
from engine.language import tr

GAMES: Final = 200
"""Games of each try, at most."""
_TRIES: Final = 120
"""Numbers that are tried, at most: those that should weigh most."""
_PROMISING: Final = 5
"""For each target, those of which more steps are tried."""
_STEPS: Final = (1, 2, 3, 4, 6, 8)
_CONFIRMED: Final = 4
"""For each target, the best that are tried in all the games."""
_TOLD: Final = 2
_SCREENING: Final = 0.5
"""Of the time there is, for the first step of every number; the rest is shared out among the targets."""
_FURTHER: Final = 0.6
"""Of a target's share of it, for more steps; the rest confirms them."""

Tried = Callable[[int, int], None]
"""Told how many numbers were tried, of how many."""


class Lever(NamedTuple):
    """One number or two that move a missed target: what each would be; the target before and after; the
    other targets that would no longer hold; the games in which that was seen."""

    key: str
    changes: tuple[tuple[Change, float], ...]
    before: Row
    after: Row
    broken: tuple[Row, ...]
    games: int

    def words(self) -> str:
        """In a sentence or two."""
        tried = " ; ".join(
            tr("{now} : avec {then}", now=change.words(change.now), then=_number(to))
            for change, to in self.changes
        )
        said = tr(
            "{tried}, on passerait de {before} à {after}.", tried=tried, before=self.before.figure,
            after=self.after.figure,
        )  # fmt: skip
        for row in self.broken:
            said += " " + tr("Mais « {target} » ne tiendrait plus.", target=row.target)
        return said

    def places(self) -> list[str]:
        """Where the numbers are written: "cards/projects/jardin-partage.yaml, changes.health"."""
        return [f"{change.file}, {change.field}" for change, _ in self.changes]

    def as_data(self) -> dict[str, Any]:
        """The same for a program; where a target is a share, `before` and `after` are shares of one."""
        return {
            "changes": [
                {"file": change.file, "field": change.field, "now": change.now, "try": to}
                for change, to in self.changes
            ],
            "before": self.before.value,
            "after": self.after.value,
            "met": self.after.met,
            "breaks": [row.key for row in self.broken],
            "games": self.games,
            "says": self.words(),
        }


def _number(value: float) -> str:
    return figure(abs(value), next((n for n in (0, 1) if round(value, n) == round(value, 2)), 2))


class _Try(NamedTuple):
    """A number, how many steps it was moved, and how much nearer that brings each target, by key."""

    change: Change
    steps: int
    gains: dict[str, float]
    rows: dict[str, Row]

    @property
    def to(self) -> float:
        value = self.change.by(self.steps)
        assert value is not None
        return value


def levers(
    scenario: Scenario,
    missed: Sequence[Row],
    games: int,
    play: Play = play_here,
    tried: Tried = lambda done, all_: None,
    patience: float = 60.0,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Lever]:
    """What moves each missed target of one duration (all rows are of it), the best first, two at most; none
    where no number that was tried moves it, or no number decides it.

    Numbers are tried in a few hundred games, and the best in `games`; where `patience` (seconds) is over or
    `play` raises StoppedError, what the few hundred showed is told.
    """
    asked = [row for row in missed if row.key in TARGETS]
    if asked:
        search, began = _Search(scenario, asked, games, play, clock), clock()
        screened = began + _SCREENING * patience
        try:
            first = search.screen(tried, screened)
        except StoppedError:
            return
        for n, row in enumerate(asked, 1):
            end = screened + (1 - _SCREENING) * patience * n / len(asked)
            yield from search.best(row, first, end)


class _Search:
    """The tries of one duration."""

    def __init__(
        self, scenario: Scenario, missed: Sequence[Row], games: int, play: Play, clock: Callable[[], float]
    ) -> None:
        self._scenario, self._duration, self._keys = scenario, missed[0].duration, [row.key for row in missed]
        self._games, self._few, self._play, self._clock = games, min(GAMES, games), play, clock
        self._half: tuple[int, ...] | None = None
        self._seats: tuple[int, ...] | None = None
        self._base: dict[str, Row] = {}
        self._off: frozenset[str] = frozenset()

    def screen(self, tried: Tried, end: float) -> list[_Try]:
        """Every number moved by one step, upwards where it may; as many as the time allows. Raises
        StoppedError where not even one was."""
        start = Games(self._scenario, self._duration, self._few, self._play)
        self._half = start.worst_half()[1] if "half" in self._keys else self._half
        if "lone_breakers" in self._keys:
            self._seats = tuple(np.flatnonzero(lacking(start.gains()) > 0).tolist())
        self._base = self._rows(self._scenario, self._keys)
        self._off = _off(start) if "goals" in self._keys else self._off
        changes = _likely(start, self._off)
        found: list[_Try] = []
        for done, change in enumerate(changes):
            tried(done, len(changes))
            if self._clock() > end:
                break
            try:
                found += self._try(change, 1 if change.by(1) is not None else -1, self._keys)
            except StoppedError:
                if not found:
                    raise
                break
        return found

    def _rows(self, scenario: Scenario, keys: Sequence[str]) -> dict[str, Row]:
        games = Games(scenario, self._duration, self._few, self._play, self._half, self._seats)
        return {key: TARGETS[key](games) for key in keys}

    def _try(self, change: Change, steps: int, keys: Sequence[str]) -> list[_Try]:
        """The number moved so; nothing where it cannot be."""
        value = change.by(steps)
        if value is None:
            return []
        rows = self._rows(change.to(self._scenario, value), keys)
        return [_Try(change, steps, {key: self._base[key].far - rows[key].far for key in keys}, rows)]

    def best(self, row: Row, first: Sequence[_Try], end: float) -> Iterator[Lever]:
        """What moves one target most."""
        key, now, stopped = row.key, self._clock(), False
        promising = sorted(first, key=lambda one: (not self._asked_for(key, one), -abs(one.gains[key])))
        moved = []
        for one in promising[:_PROMISING]:
            try:
                moved.append(one if stopped else self._further(key, one, now + _FURTHER * (end - now)))
            except StoppedError:
                stopped = True
                moved.append(one)
        ranked = [one for one in moved if one.gains[key] > 0]
        ranked.sort(key=lambda one: (not one.rows[key].met, -one.gains[key] / abs(one.steps)))
        try:
            if not stopped and self._clock() < end:
                yield from self._confirmed(row, ranked, end)
                return
        except StoppedError:
            pass
        for one in ranked[:_TOLD]:
            yield Lever(key, ((one.change, one.to),), self._base[key], one.rows[key], (), self._few)

    def _asked_for(self, key: str, one: _Try) -> bool:
        """Whether it is the goal of somebody who reaches it too rarely or too often: tried in any case."""
        return key == "goals" and "goal" in one.change.path and bool(one.change.about & self._off)

    def _further(self, key: str, one: _Try, end: float) -> _Try:
        """The fewest steps, in the direction that brings the target nearer, with which it holds; the best
        number of them where it never does."""
        if one.gains[key] == 0:
            return one
        sign, best = one.steps if one.gains[key] > 0 else -one.steps, one
        for many in _STEPS:
            if self._clock() > end:
                break
            for tried in self._try(one.change, many * sign, [key]):
                best = tried if tried.gains[key] > best.gains[key] else best
            if best.rows[key].met:
                break
        return best

    def _confirmed(self, row: Row, ranked: Sequence[_Try], end: float) -> Iterator[Lever]:
        """The best tries in all the games, those that break no other target first; and the best two
        together, where neither is enough and nothing breaks."""
        held = [key for key, one in self._all(self._scenario).items() if one.met] if ranked else []
        made: list[Lever] = []
        for one in ranked[:_CONFIRMED]:
            made += self._lever(row, ((one.change, one.to),), held)
            if sum(not lever.broken for lever in made) == _TOLD or self._clock() > end:
                break
        made.sort(key=lambda lever: (len(lever.broken), lever.after.far))
        worth = [lever for lever in made if lever.after.met or _gain(lever) > _gain(made[0]) / 4][:_TOLD]
        yield from worth
        if len(worth) == _TOLD and not any(lever.after.met for lever in worth) and self._clock() < end:
            both = self._lever(row, worth[0].changes + worth[1].changes, held)
            least = min(lever.after.far for lever in worth)
            yield from (lever for lever in both if not lever.broken and lever.after.far < least)

    def _lever(
        self, before: Row, changes: tuple[tuple[Change, float], ...], held: Sequence[str]
    ) -> list[Lever]:
        """Nothing where all the games do not show it, or show less than they can tell."""
        scenario = self._scenario
        for change, to in changes:
            scenario = change.to(scenario, to)
        games = Games(scenario, self._duration, self._games, self._play, seats=self._seats)
        after = TARGETS[before.key](games)._replace(duration=self._duration)
        least = min(before.sure / 4, before.far / 4)
        if not after.met and before.far - after.far <= least:
            return []
        broken = [row for key, row in self._all(scenario).items() if key in held and row.far > row.sure]
        return [Lever(before.key, changes, before, after, tuple(broken), self._games)]

    def _all(self, scenario: Scenario) -> dict[str, Row]:
        """Every target, in a few games: of the halves of the cast, the worst as the scenario is written."""
        if self._half is None:
            start = Games(self._scenario, self._duration, self._few, self._play)
            self._half = start.worst_half()[1]
        games = Games(scenario, self._duration, self._few, self._play, self._half)
        return {key: measure(games) for key, measure in TARGETS.items()}


def _gain(lever: Lever) -> float:
    return lever.before.far - lever.after.far


def _off(start: Games) -> frozenset[str]:
    """Whoever reaches their goal too rarely or too often."""
    goals = start.all("written").goals
    return frozenset(start.index.characters[i] for i in np.flatnonzero((goals < 0.2) | (goals > 0.8)))


def _likely(start: Games, off: frozenset[str]) -> list[Change]:
    """The numbers to try: those of the scenario itself, then of the cards that come into play most, and of
    the projects that weigh most for those who are off their goal."""
    written, index, board = start.all("written"), start.index, start.board
    rounds = dict(zip(index.projects, written.completions.tolist(), strict=True))
    rounds |= dict.fromkeys(start.scenario.submitted, written.games)  # always there to be voted on
    rounds |= dict(zip(index.situations, written.situations.tolist(), strict=True))
    wanted: set[str] = set()
    for id_ in off:
        own = [abs(int(board.worth[index.character(id_), p])) for p in board.works]
        wanted |= {index.projects[board.works[k]] for k in np.argsort(own)[-6:].tolist()}

    def weight(change: Change) -> float:
        if change.file == "scenario.yaml":
            return np.inf
        return float(max(rounds.get(id_, 0) for id_ in change.about) * (3 if change.about & wanted else 1))

    return sorted(every(start.scenario, start.duration), key=lambda one: -weight(one))[:_TRIES]
