"""Endings: one succeeds, one always applies at the end, each is reached, each duration has its numbers."""

from collections.abc import Iterator, Mapping
from typing import Any

from engine.content.model import Condition, Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic, named
from engine.language import tr

WHOLE = True


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
    always: set[str] = set()
    for i, ending in enumerate(scenario.endings):
        if ending.at in always:
            yield Diagnostic.at(
                loaded.where("endings", i),
                "ending-unreachable",
                tr(
                    "« {ending} » vient après une fin sans condition : elle n’arrive jamais", ending=ending.id
                ),
            )
        if ending.when is None:
            always.add(ending.at)
        yield from _numbers(loaded, scenario, ("endings", i, "when"), ending.when)
    for i, member in enumerate(scenario.cast):
        yield from _lacking(loaded, scenario, ("cast", i, "goal"), member.goal)


def _numbers(
    loaded: Loaded, scenario: Scenario, path: tuple[str | int, ...], condition: Condition | None
) -> Iterator[Diagnostic]:
    """Numbers that differ by duration must have one for each that the scenario can be played in."""
    if condition is None:
        return
    for key in ("rose_by", "at_least", "below"):
        yield from _lacking(loaded, scenario, (*path, key), getattr(condition, key))
    for key, parts in (("every", condition.every), ("any", condition.any)):
        for i, part in enumerate(parts or ()):
            yield from _numbers(loaded, scenario, (*path, key, i), part)


def _lacking(
    loaded: Loaded, scenario: Scenario, path: tuple[str | int, ...], value: Any
) -> Iterator[Diagnostic]:
    lacking = [d for d in scenario.durations if isinstance(value, Mapping) and d not in value]
    if lacking:
        yield Diagnostic.at(
            loaded.where(*path),
            "duration-missing",
            tr("il manque un nombre pour une durée du scénario"),
            expected=named(lacking),
        )
