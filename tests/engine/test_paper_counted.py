"""A round counted by hand, as the printed rules of the table-top game say, comes to what the engine does."""

from typing import NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.content import library
from engine.fixed import ONE, Ints, to_float
from engine.rules import begin_round
from engine.rules import state as states
from engine.rules.board import Board, build
from engine.rules.promising import promise_all
from engine.rules.record import Record
from engine.rules.revealing import reveal
from engine.rules.state import ENTRUSTED, FIRST, HOLDER, State, put_on_table
from engine.rules.timetable import set_takes, want_same_hour
from tests.shipped import shipped

pytestmark = pytest.mark.no_cover  # lines that other tests walk

SLUGS = library.slugs()


def table(slug: str, seed: int) -> tuple[Board, State, Ints]:
    """A first round in which everybody promises something, and most do as they said."""
    scenario = shipped(slug)
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


def shared(seed: int) -> tuple[Board, State, Ints]:
    """A round of the ground floor in which some projects stand, and everybody gives all that those on the
    table need; somebody has the key, and may have said what comes first and where it goes."""
    board, state, given = table("le-rez-de-chaussee", seed)
    luck = np.random.default_rng(seed)
    state.open[:] = -1
    many = luck.permutation(np.flatnonzero(board.hours)).tolist()
    for place, project in enumerate(many[:3]):
        put_on_table(state, place, int(project))
    for project in many[3:]:
        if not any(want_same_hour(board, project, other) for other in np.flatnonzero(state.done).tolist()):
            state.done[project] = 1
    state.ind[board.gate] -= 3 * int(luck.integers(2))
    state.ind_ref[board.gate] += 3 * int(luck.integers(4))
    state.baton[HOLDER] = luck.integers(board.n)
    if luck.random() < 0.5:
        state.baton[FIRST] = many[int(luck.integers(3))]
    if luck.random() < 0.3:
        state.baton[ENTRUSTED] = (state.baton[HOLDER] + 1) % board.n
    given[:] = 0
    for project in many[: int(luck.integers(1, 4))]:
        for kind in range(3):
            for _ in range(int(state.cost[project, kind])):
                given[int(luck.integers(board.n)), project, kind] += 1
    state.tokens[:] = given.sum(axis=1) + 1
    set_takes(board, state)
    return board, state, given


class Count(NamedTuple):
    """A round by hand: what is complete, what leaves its hours and what took them, the gauges, whether the
    common good rose, what each gains and has for tokens kept, who has the key then."""

    built: list[int]
    out: dict[int, int]
    gauges: Ints
    rises: bool
    gains: list[float]
    bonus: list[float]
    holder: int


def by_hand(board: Board, state: State, given: Ints) -> Count:
    """As the printed rules say, in their order."""
    open_, hand = [int(p) for p in state.open if p >= 0], state.tokens.copy()
    needed = state.cost - state.placed
    seats = (np.arange(board.n) + 1) % board.n  # the facilitator's left, and one seat further each round

    kept, built, put = hand - given.sum(axis=1), [], given.sum(axis=2) + state.share.sum(axis=2)
    for project in open_:  # 3. too many tokens: one by one, to whoever gave most of that kind
        placed = given[:, project].copy()
        for kind in range(3):
            while placed[:, kind].sum() > needed[project, kind]:
                most = next(who for who in seats if placed[who, kind] == placed[:, kind].max())
                placed[most, kind] -= 1
                kept[most, kind] += 1
                put[most, project] -= 1
        if (placed.sum(axis=0) == needed[project]).all():  # 4. all its tokens
            built.append(project)

    worth = board.stakes @ board.change.T / 10 + board.personal
    stays, out = _in_the_week(board, state, built, worth)  # 4. the week
    gauges = state.ind + board.decay  # 5. the gauges
    for project in open_:
        if project in stays:
            gauges = gauges + board.change[project]
        elif project not in built and given[:, project].sum() > 0:
            gauges = gauges + board.during[project]
    left = [project for project in out if project not in built]
    for project in left:
        gauges = gauges - board.change[project]
    rises = bool(np.clip(gauges, 0, 100)[board.gate] > state.ind_ref[board.gate])
    if rises:  # 6. and 7.
        gains = worth[:, stays].sum(axis=1) - worth[:, left].sum(axis=1)
    else:
        gains = np.minimum(board.personal[:, stays], 0).sum(axis=1)

    holder = -1
    if len(state.baton):
        holder = int(state.baton[HOLDER])
        gave = put[:, built].sum(axis=1)
        if gave.max() > gave[holder]:
            holder = int(next(who for who in seats if gave[who] == gave.max()))
        if state.baton[ENTRUSTED] >= 0:
            holder = int(state.baton[ENTRUSTED])
    bonus = (kept.sum(axis=1) * 0.2).tolist()  # 8.
    return Count(built, out, np.clip(gauges, 0, 100), rises, gains.tolist(), bonus, holder)


def _in_the_week(
    board: Board, state: State, built: list[int], worth: NDArray[np.float64]
) -> tuple[list[int], dict[int, int]]:
    """What stays of what is complete now, and what leaves its hours to what."""
    if not len(board.hours):
        return built, {}
    holder, first = int(state.baton[HOLDER]), int(state.baton[FIRST])
    best = sorted(built, key=lambda p: (p != first, -round(float(worth[holder, p]), 3)))  # the furthest left
    stays: list[int] = []
    out: dict[int, int] = {}
    for project in best:
        by = [other for other in stays if want_same_hour(board, project, other)]
        if by:
            out[project] = by[0]  # for nothing: it puts nothing out
            continue
        stays.append(project)
        stood = [p for p in np.flatnonzero(state.done).tolist() if p not in out]
        out |= {other: project for other in stood if want_same_hour(board, project, other)}
    return stays, out


def check(board: Board, state: State, given: Ints) -> tuple[Count, Record]:
    """The reveal, beside the count."""
    count = by_hand(board, state, given)
    open_ = [int(p) for p in state.open if p >= 0]
    record = reveal(board, state, given)
    assert [p for p in open_ if record.completed[p]] == count.built
    assert {p: int(record.put_out[p]) - 1 for p in np.flatnonzero(record.put_out).tolist()} == count.out
    assert record.ind_after.tolist() == count.gauges.tolist()
    assert bool(record.rose[0]) == count.rises
    assert [to_float(gain) for gain in record.gain.tolist()] == pytest.approx(count.gains, abs=0.002)
    assert [to_float(bonus) for bonus in record.bonus.tolist()] == pytest.approx(count.bonus, abs=0.001)
    assert record.baton.tolist()[1:] == ([count.holder] if count.holder >= 0 else [])
    return count, record


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("seed", range(12))
def test_a_round_counted_from_the_rules_is_the_engines(slug: str, seed: int) -> None:
    check(*table(slug, seed))


@pytest.mark.parametrize("seed", range(60))
def test_a_week_and_a_key_counted_from_the_rules_are_the_engines(seed: int) -> None:
    board, state, given = shared(seed)
    paid = state.paid.copy()  # what the situation made of it
    paid[state.baton[HOLDER]] += board.baton_worth * ONE
    _, record = check(board, state, given)
    assert record.paid.tolist() == paid.tolist()


def test_the_weeks_counted_have_all_that_may_happen_in_them() -> None:
    counts, passed = [], set()
    for seed in range(60):
        board, state, given = shared(seed)
        holder = int(state.baton[HOLDER])
        count, _ = check(board, state, given)
        counts.append(count)
        passed.add(count.holder == holder)
    assert any(set(count.out) & set(count.built) for count in counts)  # for nothing
    assert any(set(count.out) - set(count.built) for count in counts)  # out of where they stood
    assert any(count.out and count.rises for count in counts)
    assert any(count.out and not count.rises for count in counts)
    assert passed == {True, False}


def test_the_rounds_counted_build_raise_and_let_fall() -> None:
    records = []
    for slug in SLUGS:
        for seed in range(12):
            board, state, given = table(slug, seed)
            records.append(reveal(board, state, given))
    assert any(record.completed.any() for record in records)
    assert any(record.returned.any() for record in records)
    assert {bool(record.rose[0]) for record in records} == {True, False}
