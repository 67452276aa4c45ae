"""Works that are built in phases, as tables."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from engine.content.model import Scenario
from engine.fixed import Ints
from engine.rules.board.tables import ints, pairs
from engine.rules.board.types import Names


class Grounds(NamedTuple):
    """The fields of a board that works need."""

    phases: Ints
    phase_costs: Ints
    phase_rows: Ints
    nuisance: Ints
    hurts: Ints
    felt: Ints
    softens: Ints
    ground: Ints
    together: Ints
    felt_together: Ints


def grounds(scenario: Scenario, index: Names, scale: Callable[[Sequence[int]], list[int]]) -> Grounds:
    """Those of a scenario; all empty where nothing is built in phases. `scale` makes a cost one of those in
    play; what each feels of it is for `weighed`."""
    n, many, gauges = len(index.characters), len(index.projects), len(index.indicators)
    nothing = ints([])
    if not any(project.works is not None for project in scenario.projects):
        flat = nothing.reshape(0, gauges)
        return Grounds(
            nothing, pairs([], 3), ints([0]), flat, nothing.reshape(n, 0), nothing.reshape(n, 0),
            nothing.reshape(0, 0), nothing, nothing, nothing,
        )  # fmt: skip
    costs: list[list[int]] = []
    rows = [0]
    for project in scenario.projects:
        costs += [scale(list(cost)) for cost in project.works.then] if project.works is not None else []
        rows.append(len(costs))
    rows += [len(costs)] * (many - len(scenario.projects))
    phases = [project.phases for project in scenario.projects]
    together = scenario.sites.together if scenario.sites is not None else {}
    return Grounds(
        phases=ints([*phases, *([1] * (many - len(phases)))]),
        phase_costs=pairs(costs, 3),
        phase_rows=ints(rows),
        nuisance=_nuisance(scenario, index),
        hurts=_hurts(scenario, index),
        felt=np.zeros((n, many), dtype=np.int64),
        softens=_softens(scenario, index),
        ground=_ground(scenario, index),
        together=ints([together.get(key, 0) for key in index.indicators]),
        felt_together=np.zeros(n, dtype=np.int64),
    )


def _nuisance(scenario: Scenario, index: Names) -> Ints:
    """What a standing hoarding changes at each reveal, and what softening adds to each that it softens."""
    found = np.zeros((len(index.projects), len(index.indicators)), dtype=np.int64)
    for p, project in enumerate(scenario.projects):
        several = project.works or project.softens
        for key, points in several.each.items() if several is not None else ():
            found[p, index.indicator(key)] = points
    return found


def _hurts(scenario: Scenario, index: Names) -> Ints:
    """The same, of single characters."""
    found = np.zeros((len(index.characters), len(index.projects)), dtype=np.int64)
    for p, project in enumerate(scenario.projects):
        for who, points in project.works.personal.items() if project.works is not None else ():
            if who in index.characters:
                found[index.character(who), p] = points
    return found


def _softens(scenario: Scenario, index: Names) -> Ints:
    found = np.zeros((len(index.projects),) * 2, dtype=np.int64)
    works = {project.id for project in scenario.projects if project.works is not None}
    for p, project in enumerate(scenario.projects):
        if project.softens is not None:
            for other in works.intersection(project.softens.works) if project.softens.works else works:
                found[p, index.project(other)] = 1
    return found


def _ground(scenario: Scenario, index: Names) -> Ints:
    """The parts of the ground that each project takes, one bit each."""
    parts = scenario.sites.grounds if scenario.sites is not None else ()
    bits = {part.id: 1 << k for k, part in enumerate(parts)}
    taken = [sum(bits.get(g, 0) for g in set(p.works.ground)) if p.works else 0 for p in scenario.projects]
    return ints([*taken, *([0] * (len(index.projects) - len(taken)))])
