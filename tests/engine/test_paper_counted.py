"""A round counted by hand, as the printed rules of the table-top game say, comes to what the engine does."""

import numpy as np
import pytest

from engine.content import library
from engine.fixed import Ints, to_float
from engine.rules import begin_round
from engine.rules import state as states
from engine.rules.board import Board, build
from engine.rules.promising import promise_all
from engine.rules.revealing import reveal
from engine.rules.state import State

pytestmark = pytest.mark.no_cover  # lines that other tests walk

SLUGS = library.slugs()


def table(slug: str, seed: int) -> tuple[Board, State, Ints]:
    """A first round in which everybody promises something, and most do as they said."""
    scenario = library.load(slug).scenario
    assert scenario is not None
    board = build(scenario, scenario.durations[-1])
    state = states.initial(board, seed)
    begin_round(board, state, states.dice(board, seed).block(0, 1))
    luck, given = np.random.default_rng(seed), np.zeros_like(state.given)
    open_ = [int(project) for project in state.open if project >= 0]
    for who in range(board.n):
        said = open_[0] if who % 2 else open_[int(luck.integers(len(open_)))]
        promise_all(state, who, said)
        given[who, said] = state.promised[who, said]
        if luck.random() < 0.5:  # somebody breaks their word, or all they have goes where the others are
            given[who] = 0
            given[who, open_[0]] = state.tokens[who] * int(luck.random() < 0.8)
    return board, state, given


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("seed", range(12))
def test_a_round_counted_from_the_rules_is_the_engines(slug: str, seed: int) -> None:
    board, state, given = table(slug, seed)
    open_, hand, before = [int(p) for p in state.open if p >= 0], state.tokens.copy(), state.ind.copy()
    needed = state.cost - state.placed

    kept, built = hand - given.sum(axis=1), []
    for project in open_:  # 3. too many tokens: one by one, to whoever gave most of that kind
        placed = given[:, project].copy()
        for kind in range(3):
            while placed[:, kind].sum() > needed[project, kind]:
                most = next(  # the facilitator's left, and one seat further each round
                    who
                    for who in (np.arange(board.n) + 1) % board.n
                    if placed[who, kind] == placed[:, kind].max()
                )
                placed[most, kind] -= 1
                kept[most, kind] += 1
        if (placed.sum(axis=0) == needed[project]).all():  # 4. all its tokens
            built.append(project)
    gauges = before + board.decay  # 5. the gauges
    for project in open_:
        if project in built:
            gauges += board.change[project]
        elif given[:, project].sum() > 0:
            gauges += board.during[project]
    rises = gauges[board.gate] > before[board.gate]
    worth = sum(
        (board.stakes @ board.change[p] / 10 + board.personal[:, p] for p in built), np.zeros(board.n)
    )
    losses = sum((np.minimum(board.personal[:, p], 0) for p in built), np.zeros(board.n))

    record = reveal(board, state, given)
    assert [p for p in open_ if record.completed[p]] == built
    assert record.ind_after.tolist() == np.clip(gauges, 0, 100).tolist()
    assert bool(record.rose[0]) == rises
    told = [to_float(gain) for gain in record.gain.tolist()]
    assert told == pytest.approx((worth if rises else losses).tolist(), abs=0.001)  # 6. and 7.
    brought = [to_float(bonus) for bonus in record.bonus.tolist()]
    assert brought == pytest.approx((kept.sum(axis=1) * 0.2).tolist(), abs=0.001)  # 8.


def test_the_rounds_counted_build_raise_and_let_fall() -> None:
    records = []
    for slug in SLUGS:
        for seed in range(12):
            board, state, given = table(slug, seed)
            records.append(reveal(board, state, given))
    assert any(record.completed.any() for record in records)
    assert any(record.returned.any() for record in records)
    assert {bool(record.rose[0]) for record in records} == {True, False}
