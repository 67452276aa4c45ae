"""Endings: one succeeds, one always applies at the end, each is reached, each duration has its numbers."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from engine.check.conditions import COUNTED, boxes, inside
from engine.content.model import BOUNDS, DURATIONS, SHARES, Condition, Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic, named
from engine.language import tr

WHOLE = True
Path = tuple[str | int, ...]


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    if not any(ending.success for ending in scenario.endings):
        yield Diagnostic.at(
            loaded.where_key("endings"),
            "no-success",
            tr("aucune fin n’est un succès"),
            expected="success: true",
        )
    if not any(ending.at == "end" and ending.when is None for ending in scenario.endings):
        yield Diagnostic.at(
            loaded.where_key("endings"),
            "no-last-ending",
            tr("une séance peut finir sans qu’aucune fin ne convienne"),
            expected="at: end",
            hint=tr("Écrivez une dernière fin, sans « when »."),
        )
    for i, ending in enumerate(scenario.endings):
        path = ("endings", i, "when")
        yield from _numbers(loaded, scenario, path, ending.when)
        never = list(impossible(loaded, scenario, path, ending.when))
        yield from never
        taken = None if never else _taken(scenario, i)
        if taken is not None:
            yield Diagnostic.at(
                loaded.where("endings", i),
                "ending-unreachable",
                tr(
                    "« {ending} » n’arrive jamais : « {other} », avant elle, prend tous ses cas",
                    ending=ending.id,
                    other=taken,
                ),
                hint=tr("Mettez-la avant, ou changez une des deux conditions."),
            )
    for i, member in enumerate(scenario.cast):
        yield from _lacking(loaded, scenario, ("cast", i, "goal"), member.goal)
        yield from _shrinking(loaded, ("cast", i, "goal"), member.goal)


def _taken(scenario: Scenario, place: int) -> str | None:
    """The earlier ending that holds whenever this one does, whatever the duration."""
    ending = scenario.endings[place]
    for earlier in scenario.endings[:place]:
        if earlier.at == "end" and ending.at == "round":
            continue
        if all(
            any(inside(box, wider) for wider in boxes(earlier.when, scenario, duration))
            for duration in scenario.durations
            for box in boxes(ending.when, scenario, duration)
        ):
            return earlier.id
    return None


def impossible(
    loaded: Loaded, scenario: Scenario, path: Path, condition: Condition | None
) -> Iterator[Diagnostic]:
    """The smallest parts of a condition that no session can make true."""
    if condition is None:
        return
    parts = condition.parts
    below = [one for key, i, part in parts for one in impossible(loaded, scenario, (*path, key, i), part)]
    yield from below
    never = [d for d in scenario.durations if not boxes(condition, scenario, d)]
    if below or not never:
        return
    if parts:
        message = tr("ces conditions ne peuvent pas être vraies ensemble")
        yield Diagnostic.at(loaded.where_key(*path, parts[0][0]), "condition-never", message)
        return
    key = next(key for key in BOUNDS if getattr(condition, key) is not None)
    gauge = scenario.indicators.get(condition.indicator or "")
    most = 100 - (gauge.start if gauge else 0) if key == "rose_by" else 100
    expected = tr("plus de {n}", n=0) if key == "below" else tr("{n} au plus", n=most)
    message = tr("cette condition n’est jamais vraie : une jauge va de 0 à 100")
    yield Diagnostic.at(loaded.where(*path, key), "condition-never", message, expected=expected)


def _numbers(
    loaded: Loaded, scenario: Scenario, path: Path, condition: Condition | None
) -> Iterator[Diagnostic]:
    """Numbers that differ by duration must have one for each that the scenario can be played in."""
    if condition is None:
        return
    for key in (*BOUNDS, *SHARES, *COUNTED):
        yield from _lacking(loaded, scenario, (*path, key), getattr(condition, key))
    yield from _shrinking(loaded, (*path, "rose_by"), condition.rose_by)
    for key, i, part in condition.parts:
        yield from _numbers(loaded, scenario, (*path, key, i), part)


def _lacking(loaded: Loaded, scenario: Scenario, path: Path, value: Any) -> Iterator[Diagnostic]:
    lacking = [d for d in scenario.durations if isinstance(value, Mapping) and d not in value]
    if lacking:
        yield Diagnostic.at(
            loaded.where(*path),
            "duration-missing",
            tr("il manque un nombre pour une durée du scénario"),
            expected=named(lacking),
        )


def _shrinking(loaded: Loaded, path: Path, value: Any) -> Iterator[Diagnostic]:
    """A number that becomes easier to reach as the session grows, where more rounds give more."""
    given = [d for d in DURATIONS if d in value] if isinstance(value, Mapping) else []
    for shorter, longer in pairwise(given):
        if value[longer] < value[shorter]:
            yield Diagnostic.at(
                loaded.where(*path, longer),
                "shrinks",
                tr(
                    "plus facile quand la séance est longue : {more} pour {longer}, {less} pour {shorter}",
                    more=value[longer],
                    longer=longer,
                    less=value[shorter],
                    shorter=shorter,
                ),
                expected=tr("{n} au moins", n=value[shorter]),
                severity="advice",
            )
