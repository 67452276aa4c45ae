"""A room in corners on paper: rounds in which strips are read, and what the printed rules say of them."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from engine import numbers
from engine.content.model import Corners, ProjectCard, Scenario
from engine.effects import EffectModel
from engine.effects.seal import SealEffect
from engine.fixed import Ints
from engine.rules import begin_round
from engine.rules import state as states
from engine.rules.board import Board, build, names
from engine.rules.corners import (
    ARRANGED,
    DISOWNED,
    IN_PART,
    RECOGNISED,
    TO,
    VERDICT,
    WAY,
    WORD_FOR_WORD,
    bridge_spot,
    lay_corners,
)
from engine.rules.corners import seat as sit_down
from engine.rules.opening import fill_table
from engine.rules.state import DECK, ROUND, SITUATION, State
from engine.rules.takings import set_takes
from tests.shipped import shipped

SLUG = "quatre-tables"
ROUNDS = 120


def evening(slug: str, seed: int) -> tuple[Board, State, Ints]:
    """Some round in corners: some seals stand, some projects are done or were given up; guests are invited or
    not, strips read one way or the other, or not at all, and recognised or not."""
    scenario, luck = shipped(slug), np.random.default_rng(seed)
    board, state = begun(slug, seed)
    state.ind[:] = luck.integers(25, 75, len(state.ind))
    state.ind_ref[:] = state.ind + int(luck.integers(-8, 3))
    corners = len(board.corner_member)
    free = luck.permutation(corners).tolist()
    for guest in (names(scenario).character(who) for who in _of(scenario).guests):
        at = free.pop() if free and luck.random() < 0.7 else -1
        if at >= 0:
            state.asked_by[at] = guest
        sit_down(board, state, guest, at)
    for k in range(corners):
        if luck.random() < 0.85:
            state.strip[k, TO] = (k + luck.integers(1, corners)) % corners
            state.strip[k, WAY] = luck.choice([WORD_FOR_WORD, ARRANGED])
            state.strip[k, VERDICT] = luck.choice([RECOGNISED, IN_PART, DISOWNED])
        else:
            state.strip[k, VERDICT] = IN_PART
    set_takes(board, state)
    return board, state, _given(board, state, luck)


def begun(slug: str, seed: int) -> tuple[Board, State]:
    """The round begins, beside the same by hand: whose pile gives what, and what its situation does to
    seals."""
    scenario, luck = shipped(slug), np.random.default_rng(seed + 1000)
    board, state = before(slug, seed)
    tops = [top(scenario, board, state, one.id) for one in _of(scenario).these]
    seals = (state.sealed > 0).tolist()
    begin_round(board, state, states.dice(board, seed).block(0, 1))
    there = set(state.open.tolist())
    assert [project for project in tops if project >= 0 and project not in there] == []
    assert len([p for p in there if p >= 0 and _own(scenario, p)]) == sum(project >= 0 for project in tops)
    stamp(scenario, scenario.situations[int(state.clock[SITUATION])].effects, seals)
    assert (state.sealed > 0).tolist() == seals
    state.clock[ROUND] = luck.integers(1, 6)
    return board, state


def before(slug: str, seed: int) -> tuple[Board, State]:
    """Between two rounds, wherever they are: nothing on the table."""
    scenario, luck = shipped(slug), np.random.default_rng(seed + 2000)
    seats = {member.character: "held" for member in scenario.cast}
    board = build(scenario, "training", seats)  # type: ignore[arg-type]
    state = states.initial(board, seed)
    state.clock[ROUND] = 4
    state.sealed[:] = luck.random(state.sealed.shape) < 0.45
    np.fill_diagonal(state.sealed, 0)
    given_up = iter(luck.permutation([1, 2, 3, 4]).tolist())
    for project, card in enumerate(scenario.projects):
        what = luck.random()
        if card.corners and what < 0.3:
            state.done[project] = 1
        elif len(card.corners) == 1 and what < 0.5:
            state.lapsed[project] = next(given_up, 0)
    return board, state


def _of(scenario: Scenario) -> Corners:
    assert scenario.corners is not None
    return scenario.corners


def _given(board: Board, state: State, luck: np.random.Generator) -> Ints:
    """Most open projects get all that they need, of those who may give there."""
    given = np.zeros_like(state.given)
    for project in (int(p) for p in state.open if p >= 0):
        may = [who for who in range(board.n) if state.reach[who, project] > 0]
        how = luck.choice(["all", "more", "less", "none"], p=[0.5, 0.15, 0.15, 0.2])
        for kind in range(3):
            missing = int(state.cost[project, kind] - state.placed[project, kind])
            several = {"all": missing, "more": missing + 2, "less": missing // 2, "none": 0}[str(how)]
            for _ in range(several if may else 0):
                given[int(luck.choice(may)), project, kind] += 1
    state.tokens[:] = given.sum(axis=1) + 1
    return given


# ---- By hand --------------------------------------------------------------------------------------------


def _card(scenario: Scenario, project: int) -> ProjectCard | None:
    return scenario.projects[project] if 0 <= project < len(scenario.projects) else None


def _own(scenario: Scenario, project: int) -> bool:
    card = _card(scenario, project)
    return card is not None and len(card.corners) == 1


def top(scenario: Scenario, board: Board, state: State, corner_id: str) -> int:
    """The first of a corner's pile: those given up lie under it, those finished are gone; -1 for none."""
    pile = [int(p) for p in state.deck if p >= 0 and _own(scenario, int(p))]
    mine = [p for p in pile if scenario.projects[p].corners == (corner_id,) and not state.done[p]]
    under = sorted((p for p in mine if state.lapsed[p]), key=lambda p: int(state.lapsed[p]))
    return next(iter([p for p in mine if not state.lapsed[p]] + under), -1)


def may(scenario: Scenario, board: Board, state: State) -> list[list[bool]]:
    """Who may give to what: those who sit there this round, and who sits nowhere in particular."""
    corners = _of(scenario)
    home = {one.member: one.id for one in corners.these}
    seated = {one.id: k for k, one in enumerate(corners.these)}
    found = []
    for who, id_ in enumerate(names(scenario).characters):
        at = home.get(id_)
        for one, asked in zip(corners.these, state.asked_by.tolist(), strict=True):
            if id_ in corners.guests and asked == who and state.sits[who] == seated[one.id]:
                at = one.id
        free = id_ not in home and id_ not in corners.guests
        found.append([not card.corners or free or at in card.corners for card in scenario.projects])
    return found


def stamp(scenario: Scenario, cards: Sequence[EffectModel], seals: list[list[bool]]) -> None:
    """What a card says of seals, line by line."""
    ids = [one.id for one in _of(scenario).these]
    for line in (card for card in cards if isinstance(card, SealEffect)):
        for one, of in enumerate(ids):
            for other, at in enumerate(ids):
                if one != other and line.of in (of, "all") and line.at in (at, "all"):
                    seals[one][other] = line.by > 0


def bridges(slug: str) -> set[int]:
    """The projects that join two corners."""
    return {project for project, card in enumerate(shipped(slug).projects) if len(card.corners) > 1}


class Said(NamedTuple):
    """By hand: what the strips of a round change of each gauge, what each feels of it, the seals that lie."""

    moves: Ints
    felt: list[float]
    seals: list[list[bool]]


def said(slug: str, board: Board, state: State, built: list[int]) -> Said:
    """What the printed rules make of strips that were read, and of what is finished then."""
    scenario = shipped(slug)
    moves = np.zeros(len(board.start), dtype=np.int64)
    if scenario.corners is None:
        return Said(moves, [0.0] * board.n, [])
    strips, index = scenario.corners.strips, names(scenario)
    each = np.zeros_like(moves)
    seals = (state.sealed > 0).tolist()
    for k, (to, way, verdict) in enumerate(state.strip.tolist()):
        if to < 0:
            continue
        if verdict == RECOGNISED:
            moves[board.gate] += strips.faithful
            seals[k][to] = True
        elif verdict == DISOWNED:
            moves[board.gate] += strips.disowned
        if way == ARRANGED and verdict != DISOWNED:
            for key, by in strips.arranged.items():
                each[index.indicator(key)] += by
    for project in sorted(built):
        card = _card(scenario, project)
        stamp(scenario, card.effects if card is not None else (), seals)
    return Said(moves + each, (board.stakes @ each / 10).tolist(), seals)


def ready(scenario: Scenario, state: State, seals: list[list[bool]]) -> set[int]:
    """The bridges laid aside that have both their seals."""
    ids = [one.id for one in _of(scenario).these]
    found = set()
    for project, card in enumerate(scenario.projects):
        if len(card.corners) > 1 and not state.opened[project]:
            one, other = (ids.index(end) for end in card.corners)
            if seals[one][other] and seals[other][one]:
                found.add(project)
    return found


# ---- The deck -------------------------------------------------------------------------------------------


def drawn(slug: str, board: Board, state: State) -> tuple[int, ...]:
    """What the printed rules turn over on the empty places of the board, then on the one kept for a bridge
    (-1: nothing); () where the deck would be shuffled again."""
    scenario = shipped(slug)
    ids = [one.id for one in _of(scenario).these]
    deck = [int(p) for p in state.deck[int(state.clock[DECK]) :] if p >= 0]
    may_be = [p for p in deck if _comes(scenario.projects[p], state, p)]
    there: list[int] = []
    for place in range(board.slots):
        raised = any(_gives(scenario, p) >= numbers.RAISES for p in there)
        least = -1000 if raised or place < board.slots - 1 else numbers.RAISES
        found = next((p for p in may_be if p not in there and _gives(scenario, p) >= least), None)
        if found is None:
            return ()
        there.append(found)
    pile = [p for p in deck if len(scenario.projects[p].corners) > 1 and not state.done[p]]
    bridge = next((p for p in pile if _joins(scenario.projects[p], state, ids)), -1)
    return (*there, bridge)


def _gives(scenario: Scenario, project: int) -> int:
    return scenario.projects[project].changes.get(scenario.gate, 0)


def _comes(card: ProjectCard, state: State, project: int) -> bool:
    """Whether a project is for all, in no pile of a corner nor of bridges, and waits for nothing."""
    return not card.corners and (bool(state.opened[project]) or not card.needs)


def _joins(card: ProjectCard, state: State, ids: list[str]) -> bool:
    """Whether a bridge lacks no seal."""
    one, other = (ids.index(end) for end in card.corners)
    return bool(state.sealed[one, other] and state.sealed[other, one])


def filled(board: Board, state: State, seed: int) -> list[int]:
    """What the engine turns over."""
    fill_table(board, state, states.dice(board, seed).block(0, 1))
    lay_corners(board, state)
    return [*state.open[: board.slots].tolist(), int(state.open[bridge_spot(board)])]
