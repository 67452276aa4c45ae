"""A round counted by hand, as the printed rules of the table-top game say, comes to what the engine does."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray

from engine import numbers
from engine.content import library
from engine.content.model import COUNTED_BY, FAMILIES, Scenario
from engine.effects import EffectModel
from engine.effects.group import GroupEffect
from engine.fixed import ONE, Ints, to_float
from engine.paper import voting
from engine.rules import begin_round, counting
from engine.rules import state as states
from engine.rules.ballot import count_ballot
from engine.rules.board import Board, build, names
from engine.rules.promising import promise_all
from engine.rules.record import Record
from engine.rules.revealing import reveal
from engine.rules.room_choice import take_option
from engine.rules.state import ENTRUSTED, FIRST, HOLDER, ROUND, SITUATION, State, put_on_table
from engine.rules.takings import set_takes
from engine.rules.timetable import want_same_hour
from tests.engine import tables, urns, yards
from tests.engine.tables import Said
from tests.engine.urns import Polled
from tests.engine.yards import Yard
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


GROUPS = "de-quatre-a-neuf"
ROUNDS_OF_GROUPS = 120


def councils(seed: int) -> tuple[Board, State, Ints]:
    """Some round of the nine councils, or of the six of a small table of players, wherever they are: a few
    projects have all that they need, people go and help or not, and members ask or not. What the round begins
    with is counted too: which may be helped, and what the situation and the room's answer do."""
    scenario = shipped(GROUPS)
    luck = np.random.default_rng(seed)
    cast = [member.character for member in scenario.cast]
    out = luck.permutation(cast)[:3].tolist() if seed % 4 == 0 else []
    seats = {who: "out" if who in out else "held" for who in cast}
    board = build(scenario, "training", seats)  # type: ignore[arg-type]
    state = states.initial(board, seed)
    state.life[:] = luck.choice(5, len(state.life), p=[0.3, 0.25, 0.2, 0.15, 0.1])
    state.autonomy[:] = luck.choice(5, len(state.life), p=[0.25, 0.25, 0.25, 0.15, 0.1])
    state.ind[board.gate] = board.group_points * _together(state.life.tolist(), state.autonomy.tolist())
    state.clock[ROUND] = luck.integers(6)
    opened(scenario, board, state, seed)
    return board, state, _given_to_groups(board, state, luck)


def opened(scenario: Scenario, board: Board, state: State, seed: int) -> None:
    """The round begins, beside the same by hand."""
    index, there = names(scenario), ids(scenario, board)
    life, autonomy = state.life.tolist(), state.autonomy.tolist()
    slips = helped_in(int(state.clock[ROUND]) + 1, life, autonomy)
    begin_round(board, state, states.dice(board, seed).block(0, 1))
    laid = [group for group, slip in enumerate(board.helping.tolist()) if slip in state.open]
    assert laid == sorted(slips)
    situation = scenario.situations[int(state.clock[SITUATION])]
    pawns(there, situation.effects, life, autonomy, 1)
    assert (state.life.tolist(), state.autonomy.tolist()) == (life, autonomy)
    if situation.choose:
        answer = situation.choose.options[seed % len(situation.choose.options)]
        take_option(board, state, index.options.index(f"{situation.id}/{answer.id}"))
        pawns(there, answer.effects, life, autonomy, 1)
    assert (state.life.tolist(), state.autonomy.tolist()) == (life, autonomy)
    assert int(state.ind[board.gate]) == board.group_points * _together(life, autonomy)


def helped_in(round_: int, life: list[int], autonomy: list[int]) -> list[int]:
    """Where people may go and help: two awake that have least life and little autonomy, one that sleeps;
    where one sort is short, the other. Equals in the order of the tables, from the fourth in the first round,
    three further in each."""
    order = [(3 * round_ + k) % len(life) for k in range(len(life))]
    awake = sorted((g for g in order if life[g] > 0 and autonomy[g] <= 2), key=lambda g: life[g])
    asleep = [g for g in order if life[g] == 0]
    two, one = awake[:2], asleep[:1]
    return (two + one + (asleep[1:] if len(two) < 2 else awake[2:]))[:3]


def _given_to_groups(board: Board, state: State, luck: np.random.Generator) -> Ints:
    given = np.zeros_like(state.given)
    projects = [int(p) for p in state.open[: board.slots] if p >= 0]
    for project in projects[: int(luck.integers(0, 4))]:
        for kind in range(3):
            for _ in range(int(state.cost[project, kind])):
                given[int(luck.integers(board.n)), project, kind] += 1
    for group, slip in enumerate(board.helping.tolist()):
        if slip in state.open:
            member = int(board.member[group])
            others = [who for who in range(board.n) if who != member]
            for who in luck.permutation(others)[: int(luck.choice(3, p=[0.4, 0.4, 0.2]))]:
                given[who, slip, 0] = 1
            if member >= 0 and luck.random() < 0.5:
                given[member, slip, 2] = 1
    state.tokens[:] = given.sum(axis=1) + 1
    return given


class Count(NamedTuple):
    """A round by hand: what is complete, what leaves its hours and what took them, the gauges, whether the
    common good rose, what each gains and has for tokens kept, who has the key then; the life and the autonomy
    of each group, and how many were awake before and are now; what became of works, of strips and of the
    vote."""

    built: list[int]
    out: dict[int, int]
    gauges: Ints
    rises: bool
    gains: list[float]
    bonus: list[float]
    holder: int
    life: list[int]
    autonomy: list[int]
    awake: tuple[int, int]
    yard: Yard
    said: Said
    polled: Polled


def by_hand(slug: str, board: Board, state: State, given: Ints) -> Count:
    """As the printed rules say, in their order."""
    open_, hand = [int(p) for p in state.open if p >= 0], state.tokens.copy()
    needed = state.cost - state.placed
    # from the facilitator's left, and one seat further each round
    seats = (np.arange(board.n) + state.clock[ROUND]) % board.n

    kept, full, put = hand - given.sum(axis=1), [], given.sum(axis=2) + state.share.sum(axis=2)
    for project in open_:  # 3. too many tokens: one by one, to whoever gave most of that kind
        placed = given[:, project].copy()
        for kind in range(3):
            while placed[:, kind].sum() > needed[project, kind]:
                most = next(who for who in seats if placed[who, kind] == placed[:, kind].max())
                placed[most, kind] -= 1
                kept[most, kind] += 1
                put[most, project] -= 1
        came = int(placed[:, 0].sum()) if project in board.helping else 0
        if came or (placed.sum(axis=0) == needed[project]).all():  # 4. all its tokens, or somebody came
            full.append(project)

    yard = yards.behind_hoardings(shipped(slug), board, state, full)  # 4. the ground
    built, felt = yard.built, np.array(yard.felt)
    worth = board.stakes @ board.change.T / 10 + board.personal
    stays, out = _in_the_week(board, state, built, worth)  # 4. the week
    said = tables.said(slug, board, state, built)
    polled = urns.polled(slug, board, state, built)  # 5. the ballots
    gauges = state.ind + board.decay + yard.nuisance + said.moves + polled.moves  # 5. the gauges
    begun = [p for p in open_ if p not in built + yard.paid + yard.gone and _lies(state, given, p)]
    for project in open_:
        if project in stays:
            gauges = gauges + board.change[project]
        elif project in begun:
            gauges = gauges + board.during[project]
    left = [project for project in out if project not in built]
    for project in left:
        gauges = gauges - board.change[project]
    life, autonomy = _among_groups(slug, board, state, built, given)  # 5. the groups
    awake = sum(level > 0 for level in state.life.tolist()), sum(level > 0 for level in life)
    if life:
        gauges[board.gate] = board.group_points * _together(life, autonomy)
    counted = np.array(board.counts.tolist() or [0] * board.n) * (awake[1] - awake[0])
    rises = bool(np.clip(gauges, 0, 100)[board.gate] > state.ind_ref[board.gate])
    if rises:  # 6. and 7.
        gains = worth[:, stays].sum(axis=1) - worth[:, left].sum(axis=1) + counted + felt + said.felt
        gains = gains + polled.gains
    else:
        gains = (
            np.minimum(board.personal[:, stays], 0).sum(axis=1) + np.minimum(counted, 0) + np.minimum(felt, 0)
        )
        gains = gains + polled.losses

    holder = -1
    if len(state.baton):
        holder = int(state.baton[HOLDER])
        gave = put[:, built].sum(axis=1)
        if gave.max() > gave[holder]:
            holder = int(next(who for who in seats if gave[who] == gave.max()))
        if state.baton[ENTRUSTED] >= 0:
            holder = int(state.baton[ENTRUSTED])
    bonus = (kept.sum(axis=1) * 0.2).tolist()  # 8.
    gauges = np.clip(gauges, 0, 100)
    return Count(
        built, out, gauges, rises, gains.tolist(), bonus, holder, life, autonomy, awake, yard, said, polled
    )


def _lies(state: State, given: Ints, project: int) -> bool:
    """Whether some token lies on a project once all have given."""
    return bool(state.placed[project].sum() + given[:, project].sum() > 0)


def _among_groups(
    slug: str, board: Board, state: State, built: list[int], given: Ints
) -> tuple[list[int], list[int]]:
    """The life and the autonomy of each group: what the completed cards say, from the left; then those who
    came; then the wear."""
    life, autonomy = state.life.tolist(), state.autonomy.tolist()
    scenario = shipped(slug)
    there = ids(scenario, board)
    for project in built:
        if project < len(scenario.projects):
            pawns(there, scenario.projects[project].effects, life, autonomy, 0)
    for group, slip in enumerate(board.helping.tolist()):
        if slip in built and not (state.life[group] > 0 and life[group] == 0):  # not just put to sleep
            life[group] = min(4, life[group] + 2)
            if not given[:, slip, 2].any():  # nobody had asked
                autonomy[group] = max(0, autonomy[group] - 1)
    for group in range(len(life)):
        if autonomy[group] <= 2:
            life[group] = max(0, life[group] - 1)
    return life, autonomy


def pawns(
    there: list[str], cards: Sequence[EffectModel], life: list[int], autonomy: list[int], least: int
) -> None:
    """What a card says of groups, line by line; `least` is the life that whoever is awake keeps."""
    for line in (card for card in cards if isinstance(card, GroupEffect)):
        for group, name in enumerate(there):
            if line.group in (name, "all") or (line.group == "awake" and life[group] > 0):
                floor = least if life[group] > 0 else 0
                life[group] = min(4, max(floor, life[group] + line.life))
                autonomy[group] = min(4, max(0, autonomy[group] + line.autonomy))


def ids(scenario: Scenario, board: Board) -> list[str]:
    """The groups that are there, by their names, in the order of the board of tables."""
    assert scenario.groups is not None or not board.life.size
    several = scenario.groups.these if scenario.groups is not None else ()
    return [group.id for group in several if group.people <= board.n]


def _together(life: list[int], autonomy: list[int]) -> int:
    """The autonomy of those that are awake."""
    return sum(level for group, level in enumerate(autonomy) if life[group] > 0)


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


def check(slug: str, board: Board, state: State, given: Ints) -> tuple[Count, Record]:
    """The reveal, beside the count."""
    count = by_hand(slug, board, state, given)
    open_ = [int(p) for p in state.open if p >= 0]
    record = reveal(board, state, given)
    assert [p for p in open_ if record.completed[p]] == count.built
    assert {p: int(record.put_out[p]) - 1 for p in np.flatnonzero(record.put_out).tolist()} == count.out
    assert record.ind_after.tolist() == count.gauges.tolist()
    assert bool(record.rose[0]) == count.rises
    assert [to_float(gain) for gain in record.gain.tolist()] == pytest.approx(count.gains, abs=0.002)
    assert [to_float(bonus) for bonus in record.bonus.tolist()] == pytest.approx(count.bonus, abs=0.001)
    assert record.baton.tolist()[1:] == ([count.holder] if count.holder >= 0 else [])
    assert (state.life.tolist(), state.autonomy.tolist()) == (count.life, count.autonomy)
    yard = count.yard
    assert set(np.flatnonzero(record.paid_phase).tolist()) == set(yard.paid)
    assert set(np.flatnonzero(state.site).tolist()) == yard.standing
    assert set(yard.gone) <= set(np.flatnonzero(record.lapsed).tolist()) - set(state.open.tolist())
    assert not yard.standing & set(np.flatnonzero(record.lapsed).tolist())
    place = record.funded.tolist()
    assert sorted((p for p in range(len(place)) if place[p]), key=lambda p: place[p]) == count.polled.funded
    return count, record


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("seed", range(12))
def test_a_round_counted_from_the_rules_is_the_engines(slug: str, seed: int) -> None:
    check(slug, *table(slug, seed))


@pytest.mark.parametrize("seed", range(60))
def test_a_week_and_a_key_counted_from_the_rules_are_the_engines(seed: int) -> None:
    board, state, given = shared(seed)
    paid = state.paid.copy()  # what the situation made of it
    paid[state.baton[HOLDER]] += board.baton_worth * ONE
    _, record = check("le-rez-de-chaussee", board, state, given)
    assert record.paid.tolist() == paid.tolist()


def test_the_weeks_counted_have_all_that_may_happen_in_them() -> None:
    counts, passed = [], set()
    for seed in range(60):
        board, state, given = shared(seed)
        holder = int(state.baton[HOLDER])
        count, _ = check("le-rez-de-chaussee", board, state, given)
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


@pytest.mark.parametrize("seed", range(ROUNDS_OF_GROUPS))
def test_groups_counted_from_the_rules_are_the_engines(seed: int) -> None:
    board, state, given = councils(seed)
    awake = state.life > 0
    _, record = check(GROUPS, board, state, given)
    lost = 0.05 * int((awake & (state.life == 0)).sum())
    for other in np.flatnonzero(board.family == FAMILIES.index("institutions")).tolist():
        for who in set(range(board.n)) - {other}:
            by = to_float(int(record.trust_cards[who, other]))
            assert by == pytest.approx(-lost, abs=0.002) or state.trust[who, other] == numbers.LEAST_TRUST


def test_the_groups_counted_have_all_that_may_happen_to_them() -> None:
    seen = set()
    for seed in range(ROUNDS_OF_GROUPS):
        board, state, given = councils(seed)
        life, autonomy = state.life.copy(), state.autonomy.copy()
        count, record = check(GROUPS, board, state, given)
        seen |= {f"help {what}" for what in record.helped.tolist()}
        seen |= {"woke"} if ((life == 0) & (state.life > 0)).any() else set()
        seen |= {"slept"} if ((life > 0) & (state.life == 0)).any() else set()
        seen |= {"came for nothing"} if record.returned[:, board.helping].any() else set()
        seen |= {"full"} if (state.autonomy == 4).any() and (autonomy < 4).any() else set()
        seen |= {f"{len(life)} groups", f"rises {count.rises}"}
        seen |= {f"more {np.sign(count.awake[1] - count.awake[0])} {count.rises}"}
    assert seen >= {
        "help 0", "help 1", "help 2", "help 3", "woke", "slept", "came for nothing", "full", "6 groups",
        "9 groups", "rises True", "rises False", "more 1 True", "more 1 False", "more -1 False",
    }  # fmt: skip


def test_the_groups_that_may_be_helped_are_found_where_one_sort_is_short() -> None:
    assert helped_in(1, [1, 0, 0, 0, 0, 0], [4, 0, 0, 0, 0, 0]) == [3, 4, 5]
    assert helped_in(1, [4, 3, 2, 1, 1, 4], [0] * 6) == [3, 4, 2]
    assert helped_in(2, [1, 1, 1, 0, 0, 0], [0, 0, 3, 0, 0, 0]) == [0, 1, 3]


@pytest.mark.parametrize("seed", range(yards.ROUNDS))
def test_works_counted_from_the_rules_are_the_engines(seed: int) -> None:
    board, state, given = yards.yard(seed)
    count, record = check(yards.SLUG, board, state, given)
    assert [to_float(points) for points in record.borne.tolist()] == pytest.approx(count.yard.felt, abs=0.002)
    for project in count.yard.standing:
        phase = shipped(yards.SLUG).projects[project].phases - int(state.phase[project])
        assert phase >= 1
        assert project in state.open
    for project in count.yard.gone:
        assert record.lost[project].tolist() == (state_before(seed, project)).tolist()


def state_before(seed: int, project: int) -> Ints:
    """The tokens that lay on a project once all had given, without those that came back."""
    _, state, given = yards.yard(seed)
    there = state.placed[project] + given[:, project].sum(axis=0)
    return np.minimum(there, state.cost[project])


def test_the_works_counted_have_all_that_may_happen_to_them() -> None:
    seen: set[str] = set()
    for seed in range(yards.ROUNDS):
        board, state, given = yards.yard(seed)
        was = set(np.flatnonzero(state.site).tolist())
        count, _ = check(yards.SLUG, board, state, given)
        yard = count.yard
        seen |= {"up" if project not in was else "on" for project in yard.paid}
        seen |= {"stalled"} if yard.standing & was - set(yard.paid) else set()
        seen |= {"down"} if was - yard.standing else set()
        seen |= {"gone"} if yard.gone else set()
        seen |= {f"{len(yard.standing)} up", f"rises {count.rises}"}
        seen |= {"felt well"} if max(yard.felt) > 0.01 else set()
    assert seen >= {
        "up", "on", "stalled", "down", "gone", "0 up", "1 up", "2 up", "3 up", "rises True", "rises False",
        "felt well",
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(60))
def test_what_comes_to_the_board_behind_hoardings_is_what_the_rules_say(seed: int) -> None:
    board, state, _ = yards.yard(seed)
    expected = yards.drawn(shipped(yards.SLUG), board, state)
    assert yards.filled(board, state, seed) == expected


@pytest.mark.parametrize("seed", range(tables.ROUNDS))
def test_strips_counted_from_the_rules_are_the_engines(seed: int) -> None:
    board, state, given = tables.evening(tables.SLUG, seed)
    scenario = shipped(tables.SLUG)
    assert (state.reach[:, : len(scenario.projects)] > 0).tolist() == tables.may(scenario, board, state)
    waiting = state.opened.copy()
    count, record = check(tables.SLUG, board, state, given)
    assert (state.sealed > 0).tolist() == count.said.seals
    assert [to_float(by) for by in record.swayed.tolist()] == pytest.approx(count.said.felt, abs=0.002)
    came = set(np.flatnonzero(state.opened > waiting).tolist())
    state.opened[:] = waiting
    assert came == tables.ready(scenario, state, count.said.seals)


def test_the_strips_counted_have_all_that_may_become_of_them() -> None:
    seen: set[str] = set()
    for seed in range(tables.ROUNDS):
        board, state, given = tables.evening(tables.SLUG, seed)
        seen |= {f"{way} {verdict}" for to, way, verdict in state.strip.tolist() if to >= 0}
        seen |= {"not read"} if (state.strip[:, 0] < 0).any() else set()
        seen |= {"stood"} if state.sealed.any() else set()
        waiting = state.opened.copy()
        count, _ = check(tables.SLUG, board, state, given)
        seen |= {f"rises {count.rises}"} if any(count.said.felt) else set()
        seen |= {"comes"} if (state.opened > waiting).any() else set()
        seen |= {"bridge"} if tables.bridges(tables.SLUG) & set(count.built) else set()
    read = {f"{way} {verdict}" for way in (1, 2) for verdict in (1, 2, 3)}
    assert seen >= read | {"not read", "stood", "comes", "bridge", "rises True", "rises False"}


@pytest.mark.parametrize("seed", range(60))
def test_what_comes_to_the_board_between_corners_is_what_the_rules_say(seed: int) -> None:
    board, state = tables.before(tables.SLUG, seed)
    expected = tables.drawn(tables.SLUG, board, state)
    assert expected == () or tuple(tables.filled(board, state, seed)) == expected


@pytest.mark.parametrize("seed", range(urns.ROUNDS))
def test_a_vote_counted_from_the_rules_is_the_engines(seed: int) -> None:
    board, state, given = urns.evening(urns.SLUG, seed)
    count, record = check(urns.SLUG, board, state, given)
    there, vote = urns.in_the_urn(urns.SLUG, board, state, [])
    for method, name in enumerate(urns.METHODS):  # as the Bilan counts the same ballots again
        place = np.zeros(len(board.price), dtype=np.int64)
        count_ballot(board, state, method, place)
        order = sorted(np.flatnonzero(place).tolist(), key=lambda p: int(place[p]))
        assert order == [there[idea] for idea in urns.funded(name, vote)], name
    assert record.voices.tolist() == [voter.voices for voter in vote.voters[: len(board.publics)]]
    assert count.polled.funded or not there
    assert {p for p, card in enumerate(shipped(urns.SLUG).projects) if card.id in urns.others()} <= set(there)


def test_the_votes_counted_have_all_that_may_happen_in_them() -> None:
    seen: set[str] = set()
    for seed in range(urns.ROUNDS):
        board, state, given = urns.evening(urns.SLUG, seed)
        before = state.voices.copy()
        count, _ = check(urns.SLUG, board, state, given)
        there, vote = urns.in_the_urn(urns.SLUG, board, state, [])
        seen |= {f"rises {count.rises}"} if count.polled.funded else set()
        seen |= {"fetched"} if (state.voices > before).any() else set()
        seen |= {"completed now"} if set(there) & set(count.built) else set()
        seen |= {"abstains"} if not state.paper.any(axis=1).all() else set()
        seen |= {"dropped"} if len(count.polled.funded) < len(there) else set()
        ids = {shipped(urns.SLUG).projects[p].id for p in count.polled.funded}
        seen |= {"theirs"} if ids & set(urns.others()) else set()
        seen |= {"ours"} if ids - set(urns.others()) else set()
        ways = {name: frozenset(urns.funded(name, vote)) for name in urns.METHODS}
        seen |= {f"{len(set(ways.values()))} results"}
        seen |= urns.met(vote)
    assert seen >= {
        "rises True", "rises False", "fetched", "completed now", "abstains", "dropped", "theirs", "ours",
        "1 results", "2 results", "3 results", "same grade, +", "same grade, −", "short purse",
        "money left over",
    }  # fmt: skip


@pytest.mark.parametrize("method", urns.METHODS)
def test_the_small_vote_that_is_counted_on_the_page_of_each_way_comes_to_what_it_says(method: str) -> None:
    grades = np.array(voting.GRADES).T
    weights, prices = np.array(voting.VOTERS), np.array(voting.PRICES)
    place = np.zeros(len(prices), dtype=np.int64)
    counting.count(COUNTED_BY.index(method), voting.MONEY, weights, grades, prices, place)
    voters = tuple(urns.Voter(n, tuple(row)) for n, row in zip(voting.VOTERS, grades.tolist(), strict=True))
    vote = urns.Vote(voting.MONEY, voting.PRICES, voters)
    order = tuple(sorted(np.flatnonzero(place).tolist(), key=lambda p: int(place[p])))
    assert tuple(urns.funded(method, vote)) == order == voting.FUNDED[method]


def test_each_way_of_counting_funds_other_ideas_of_the_small_vote() -> None:
    assert len({frozenset(several) for several in voting.FUNDED.values()}) == 3


def test_random_votes_are_counted_by_hand_as_by_the_engine() -> None:
    for seed in range(400):
        luck = np.random.default_rng(seed)
        ballots, ideas = int(luck.integers(2, 9)), int(luck.integers(2, 9))
        weights = luck.integers(0, 30, ballots)
        weights[0] += 1
        grades = luck.integers(0, 5, (ballots, ideas))
        prices = luck.integers(2, 60, ideas)
        money = int(luck.integers(20, 150))
        voters = tuple(
            urns.Voter(int(n), tuple(row)) for n, row in zip(weights, grades.tolist(), strict=True)
        )
        vote = urns.Vote(money, tuple(prices.tolist()), voters)
        for method, name in enumerate(urns.METHODS):
            place = np.zeros(ideas, dtype=np.int64)
            left = counting.count(method, money, weights, grades, prices, place)
            order = sorted(np.flatnonzero(place).tolist(), key=lambda p: int(place[p]))
            assert urns.funded(name, vote) == order, (seed, name)
            assert left == money - sum(vote.prices[idea] for idea in order)
