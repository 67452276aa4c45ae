"""A neighbourhood made of numbers alone, like a scenario's: for tests of the rules and of simulation."""

from typing import Any

import numpy as np

from engine.effects import EFFECTS
from engine.fixed import ONE, Ints, from_float
from engine.rules.board import Board, weighed
from engine.rules.state import State

INDICATOR, POSTURE, COST, TOKENS, TRUST = (
    EFFECTS[kind].number for kind in ("indicator", "posture", "cost", "tokens", "trust")
)
"""The first column of an effect's row."""

# Stakes in health, economy, knowledge, rights, (the common good); tokens; synergy, antagonism; influence.
CAST = (
    ((5, 1, 2, 2, 0), (2, 0, 1), (2.6, 1.4), 1, 0),
    ((1, 6, 1, 2, 0), (0, 3, 0), (2.0, 2.2), 3, 3),
    ((2, 2, 3, 3, 0), (0, 1, 2), (2.8, 1.6), 4, 2),
    ((3, 1, 4, 2, 0), (2, 0, 1), (3.0, 1.3), 2, 1),
    ((4, 1, 1, 4, 0), (2, 0, 1), (2.0, 2.4), 2, 0),
    ((2, 4, 2, 2, 0), (1, 2, 0), (2.4, 1.8), 2, 2),
    ((1, 2, 5, 2, 0), (2, 0, 0), (2.6, 2.0), 1, 0),
    ((1, 6, 1, 2, 0), (0, 2, 0), (2.2, 2.0), 2, 4),
)
# Cost in time, means, backing; change of each indicator.
PROJECTS = (
    ((3, 3, 2), (6, 0, 0, 2, 5)), ((3, 1, 2), (0, 0, 3, 6, 3)), ((4, 2, 0), (3, 0, 2, 0, 5)),
    ((2, 3, 1), (0, 7, 0, 0, 2)), ((3, 3, 0), (2, 2, 0, 0, 4)), ((2, 4, 1), (5, 2, 0, 2, 1)),
    ((4, 2, 1), (0, 0, 6, 2, 4)), ((3, 4, 1), (0, 6, 3, 0, 4)), ((4, 1, 1), (0, 0, 7, 2, 1)),
    ((3, 3, 3), (2, 0, 8, 0, 4)), ((3, 3, 1), (4, 0, 4, 0, 2)), ((4, 1, 2), (0, 0, 4, 2, 5)),
    ((1, 5, 1), (-1, 9, 0, 0, 0)), ((2, 5, 3), (4, 5, 0, 0, 5)), ((2, 3, 2), (0, 5, 2, 3, 2)),
    ((2, 4, 3), (4, 0, 0, 8, 0)), ((4, 2, 0), (2, 2, 0, 0, 5)), ((4, 2, 1), (2, 4, 3, 0, 2)),
    ((4, 1, 3), (0, 0, 2, 6, 5)), ((2, 3, 1), (3, 2, 0, 3, 3)),
)  # fmt: skip
RISE = {2: 3, 3: 5, 4: 6, 6: 9}


def ints(values: object) -> Ints:
    return np.ascontiguousarray(np.array(values, dtype=np.int64))


def synthetic(rounds: int = 6, **fields: object) -> Board:
    """The neighbourhood over so many rounds; `fields` replace any of the board's."""
    n, families = len(CAST), [c[4] for c in CAST]
    trust = [[ONE if i == j else from_float(0.6 if families[i] == families[j] else 0.35) for j in range(n)]
             for i in range(n)]  # fmt: skip
    board = Board(
        n=n,
        held=ints([0] * n),
        stakes=ints([c[0] for c in CAST]),
        goal=ints([from_float(1.3 * rounds)] * n),
        influence=ints([c[3] for c in CAST]),
        family=ints(families),
        tokens=ints([c[1] for c in CAST]),
        lam=ints([from_float(0.4)] * n),
        eps=ints([from_float(0.4)] * n),
        s0=ints([from_float(c[2][0]) for c in CAST]),
        a0=ints([from_float(c[2][1]) for c in CAST]),
        trust0=ints(trust),
        believes=ints(np.zeros((n, n))),
        start=ints([40] * 5),
        decay=ints([-1, -1, -1, -1, -2]),
        gate=4,
        cost=ints([*(p[0] for p in PROJECTS), (0, 0, 0)]),
        change=ints([*(p[1] for p in PROJECTS), (0, 0, 0, 0, 0)]),
        project_effects=ints([]).reshape(0, 5),
        project_rows=ints([0] * (len(PROJECTS) + 2)),
        situation_effects=ints([[0, 0, 0, -1, 0], [3, 1, 1, -1, 0], [2, 0, 0, 1, 0], [4, 0, 1, -3277, 0]]),
        situation_rows=ints([0, 2, 4]),
        lifts=ints([]).reshape(0, 3),
        worth=ints([]).reshape(n, 0),
        **no_devices(n, len(PROJECTS) + 1, 5, 2, rounds),
        conditions=ints([[0, 4, RISE.get(rounds, rounds)]]),
        condition_rows=ints([0, 1, 1]),
        ending_at_end=ints([1, 1]),
        success=ints([1, 0]),
        rounds=rounds,
        treats=0,
        pacts=0,
        slots=4,
        open_rounds=3,
        kappa=from_float(0.4),
        rho=from_float(0.15),
        beta=from_float(0.9),
    )
    return weighed(with_situations(board._replace(**fields), **fields))


def with_situations(board: Board, **fields: object) -> Board:
    """The board with what stands beside each situation in as many places as it has now."""
    count = board.situation_rows.shape[0] - 1
    beside = {"situation_act": ints([-1] * count), "reserved": ints([0] * count)}
    beside["when_rows"] = ints([0] * (count + 1))
    return board._replace(**{key: value for key, value in beside.items() if key not in fields})


def no_devices(n: int, projects: int, indicators: int, situations: int, rounds: int) -> dict[str, Any]:
    """The fields of a board whose scenario has nothing that bites."""
    none = {"needs": 2, "opens": 2, "options": 2, "clocks": 2, "ticks": 2, "later": 3}
    none |= {"option_effects": 5, "later_effects": 5, "mandates": 4, "rumours": 2, "asleep_effects": 5}
    return {
        "personal": ints(np.zeros((n, projects))),
        "during": ints(np.zeros((projects, indicators))),
        "once": ints([0] * projects),
        "closed": ints([0] * projects),
        "where": ints([-1] * projects),
        **dict.fromkeys(("hoped", "listening"), ints([])),
        **dict.fromkeys(("hours", "baton"), ints([])),
        **dict.fromkeys(("helping", "member", "life", "autonomy", "counts"), ints([])),
        **dict.fromkeys(("phases", "ground", "together", "felt_together"), ints([])),
        **dict.fromkeys(("seat", "corner_member", "strip_points", "arranged", "felt_arranged"), ints([])),
        "ends": ints([]).reshape(0, 2),
        **dict.fromkeys(("methods", "publics", "still", "fetched", "fetching", "price"), ints([])),
        **dict.fromkeys(("money", "ballot_people"), 0),
        "opinion": ints(np.zeros((0, 0))),
        "voted": ints(np.zeros((0, indicators))),
        **dict.fromkeys(("voted_each", "felt_voted"), ints(np.zeros((n, 0)))),
        "bridge_spots": 0,
        "scribe": -1,
        "phase_costs": ints([]).reshape(0, 3),
        "phase_rows": ints([0]),
        "nuisance": ints(np.zeros((0, indicators))),
        **dict.fromkeys(("hurts", "felt"), ints(np.zeros((n, 0)))),
        "softens": ints(np.zeros((0, 0))),
        "first": ints([]),
        "group_points": 0,
        "tables": 0,
        "stated": ints([0] * projects),
        "baton_worth": 0,
        "walker": -1,
        "needs_shown": 0,
        "comes": ints([1] * n),
        "leaves": ints([0] * n),
        "leave_rows": ints([0] * (n + 1)),
        "act_of": ints([-1] * (rounds + 1)),
        "situation_act": ints([-1] * situations),
        "reserved": ints([0] * situations),
        "when_rows": ints([0] * (situations + 1)),
        "flags": ints([]),
        **dict.fromkeys(("option_rows", "later_rows", "tick_rows"), ints([0])),
        **{name: ints(np.zeros((0, columns))) for name, columns in none.items()},
    }


def assert_can_be_placed(state: State, given: Ints) -> None:
    """Choices given[n, P, 3] that people could have made: of tokens they hold, to projects that need them."""
    assert (given >= 0).all()
    assert (given.sum(axis=1) <= state.tokens).all()
    useful = np.zeros_like(state.cost)
    for project in state.open[state.open >= 0]:
        useful[project] = np.maximum(state.cost[project] - state.placed[project], 0)
    assert (given <= useful).all()
