"""Works on paper: rounds behind hoardings, wherever they are, and what the printed rules say of them."""

from typing import NamedTuple

import numpy as np

from engine.content.model import ProjectCard, Scenario
from engine.fixed import Ints
from engine.rules import begin_round
from engine.rules import state as states
from engine.rules.board import Board, build, names
from engine.rules.opening import fill_table
from engine.rules.sites import price
from engine.rules.state import DECK, ROUND, State, put_on_table
from engine.rules.takings import set_takes
from engine.rules.unlocking import may_come
from tests.shipped import shipped

SLUG = "place-en-chantier"
ROUNDS = 120


def yard(seed: int, slug: str = SLUG) -> tuple[Board, State, Ints]:
    """Some round of the square: some ground is new, some behind hoardings, some softened; most of what is
    open has all that it needs, some of it too much, some not enough."""
    scenario = shipped(slug)
    luck = np.random.default_rng(seed)
    seats = {member.character: "held" for member in scenario.cast}
    board = build(scenario, "training", seats)  # type: ignore[arg-type]
    state = states.initial(board, seed)
    state.clock[ROUND] = luck.integers(5)
    begin_round(board, state, states.dice(board, seed).block(0, 1))
    _lay(scenario, board, state, luck)
    state.ind[:] = luck.integers(25, 75, len(state.ind))
    state.ind_ref[:] = state.ind + int(luck.integers(-8, 3))
    set_takes(board, state)
    return board, state, _given(board, state, luck)


def _lay(scenario: Scenario, board: Board, state: State, luck: np.random.Generator) -> None:
    """Works on grounds of their own stand, or are done; others are open, as if they had been drawn."""
    state.open[:] = -1
    works = [p for p, card in enumerate(scenario.projects) if card.works is not None]
    others = [p for p, card in enumerate(scenario.projects) if card.works is None and card.overheard is None]
    labelled: set[str] = set()
    place = 0
    what = luck.choice(["site", "done", "open"], len(works), p=[0.45, 0.15, 0.4])
    several = zip(luck.permutation(works).tolist(), what.tolist(), strict=True)
    for project, how in sorted(several, key=lambda one: one[1] == "open"):  # what has its ground comes first
        ground = ground_of(scenario, project)
        if ground & labelled or place >= board.slots:
            continue
        if how == "done":
            state.done[project] = 1
        else:
            put_on_table(state, place, project)
            place += 1
        if how == "site":
            state.site[project] = 1
            state.phase[project] = luck.integers(0, board.phases[project])  # 0: all to do again
        labelled |= ground if how != "open" else set()
    state.open[:place] = luck.permutation(state.open[:place])
    for project in luck.permutation(others).tolist():
        if place < board.slots and luck.random() < 0.6:
            put_on_table(state, place, project)
            place += 1
        elif scenario.projects[project].softens and luck.random() < 0.5:
            state.done[project] = 1


def _given(board: Board, state: State, luck: np.random.Generator) -> Ints:
    given = np.zeros_like(state.given)
    for project in (int(p) for p in state.open if p >= 0):
        for kind in range(3):
            cost = price(board, state, project, kind)
            state.placed[project, kind] = luck.integers(0, cost + 1) if luck.random() < 0.3 else 0
            state.cost[project, kind] = cost
        how = luck.choice(["all", "more", "less", "none"], p=[0.5, 0.15, 0.15, 0.2])
        for kind in range(3):
            missing = int(state.cost[project, kind] - state.placed[project, kind])
            wanted = {"all": missing, "more": missing + 2, "less": missing // 2, "none": 0}[str(how)]
            for _ in range(wanted):
                given[int(luck.integers(board.n)), project, kind] += 1
    state.tokens[:] = given.sum(axis=1) + 1
    return given


def ground_of(scenario: Scenario, project: int) -> set[str]:
    """The parts of the plan that a project's slips are laid on."""
    works = scenario.projects[project].works if project < len(scenario.projects) else None
    return set(works.ground) if works is not None else set()


class Yard(NamedTuple):
    """By hand: what is complete; which works had a phase paid that is not their last, and which left the
    board for want of ground; which hoardings stand; what they change of each gauge, and what each feels."""

    built: list[int]
    paid: list[int]
    gone: list[int]
    standing: set[int]
    nuisance: Ints
    felt: list[float]


def behind_hoardings(scenario: Scenario, board: Board, state: State, full: list[int]) -> Yard:
    """What the printed rules make of projects that have all their tokens (`full`, from the left)."""
    standing, open_ = set(np.flatnonzero(state.site).tolist()), [int(p) for p in state.open if p >= 0]
    built: list[int] = []
    paid: list[int] = []
    gone: list[int] = []
    for project in full:
        if project in gone:
            continue
        if not ground_of(scenario, project) or state.phase[project] == scenario.projects[project].phases - 1:
            built.append(project)
            standing.discard(project)
            continue
        paid.append(project)
        if project not in standing:
            standing.add(project)
            ground = ground_of(scenario, project)
            gone += [p for p in open_ if p != project and ground_of(scenario, p) & ground]
    done = [
        scenario.projects[p] for p in {*np.flatnonzero(state.done).tolist(), *built} if _is_card(scenario, p)
    ]
    up = [scenario.projects[p] for p in standing]
    nuisance, felt = _nuisance(scenario, board, up, done)
    return Yard(built, paid, gone, standing, nuisance, felt)


def _is_card(scenario: Scenario, project: int) -> bool:
    return project < len(scenario.projects)


def _nuisance(
    scenario: Scenario, board: Board, up: list[ProjectCard], done: list[ProjectCard]
) -> tuple[Ints, list[float]]:
    """Each card that stands says what a round does, to gauges and to some by name; what is done and softens
    it is added, no higher than 0 where the card that stands takes; so is what several do."""
    index = names(scenario)
    gauges = np.zeros(len(index.indicators), dtype=np.int64)
    for standing in up:
        each = standing.works.each if standing.works is not None else {}
        soft = [card.softens for card in done if card.softens is not None]
        lines = [one.each for one in soft if not one.works or standing.id in one.works]
        for key in index.indicators:
            by = each.get(key, 0) + sum(line.get(key, 0) for line in lines)
            gauges[index.indicator(key)] += min(by, 0) if each.get(key, 0) < 0 else by
    together = scenario.sites.together if scenario.sites is not None else {}
    for key, by in together.items():
        gauges[index.indicator(key)] += by * max(0, len(up) - 1)
    felt = (board.stakes @ gauges / 10).tolist()
    for card in up:
        for who, by in card.works.personal.items() if card.works is not None else ():
            felt[index.character(who)] += by
    return gauges, felt


# ---- The deck -------------------------------------------------------------------------------------------


def drawn(scenario: Scenario, board: Board, state: State) -> list[int]:
    """The projects that the printed rules turn over on the empty places, from the left."""
    deck = [int(p) for p in state.deck[int(state.clock[DECK]) :] if p >= 0]
    open_ = [int(p) for p in state.open[: board.slots]]
    turned = []
    for place in range(board.slots):
        if open_[place] >= 0:
            continue
        there = [p for p in open_ if p >= 0]
        last = -1 not in open_[place + 1 :]
        least = 4 if last and not any(_gives(scenario, state, p) >= 4 for p in there) else -1000
        may = [p for p in deck if may_come(board, state, p) and _comes(scenario, state, p, there)]
        found = next((p for p in may if _gives(scenario, state, p) >= least), None)
        if found is None:
            raise LookupError  # the deck would be shuffled again
        deck.remove(found)
        open_[place] = found
        turned.append(found)
    return turned


def _gives(scenario: Scenario, state: State, project: int) -> int:
    """What a project gives the common good at once: works, only where one phase is left."""
    card = scenario.projects[project]
    if card.works is not None and card.phases - int(state.phase[project]) > 1:
        return 0
    return card.changes.get(scenario.gate, 0)


def _comes(scenario: Scenario, state: State, project: int, there: list[int]) -> bool:
    """Whether no part of its ground has a slip; of what softens, whether what it softens is open."""
    card = scenario.projects[project]
    if card.works is not None:
        slips = [p for p, _ in enumerate(scenario.projects) if state.site[p] or state.done[p]]
        return not any(ground_of(scenario, p) & ground_of(scenario, project) for p in slips)
    if card.softens is not None:
        cards = [scenario.projects[p] for p in there]
        return any(c.works and (not card.softens.works or c.id in card.softens.works) for c in cards)
    return True


def filled(board: Board, state: State, seed: int) -> list[int]:
    """The projects that the engine turns over."""
    before = state.open.tolist()
    fill_table(board, state, states.dice(board, seed).block(0, 2))
    return [p for old, p in zip(before, state.open.tolist(), strict=True) if p != old]
