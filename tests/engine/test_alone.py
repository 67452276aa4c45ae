"""One person alone among simulated others: what each way of playing does, and which targets hold."""

import numpy as np
import pytest

from engine import alone, balance
from engine.fixed import ONE
from engine.rules.board import Board, build, names
from engine.rules.opening import begin_round
from engine.rules.places import walk
from engine.rules.promising import say
from engine.rules.revealing import reveal
from engine.rules.state import BROKEN, State, copy, deal, dice, undealt
from engine.rules.values import commons_value, promised_any
from tests.engine import town
from tests.engine.small import scenario

ANA, BO, CY, DI = range(4)


def board() -> Board:
    return build(scenario(), "training")


def opened(seed: int = 3) -> tuple[Board, State, np.ndarray]:
    """A first round just begun, nothing said yet, and its chance."""
    made = board()
    chance = dice(made, seed).games(0, 1)[0].astype(np.int64)
    state = undealt(made)
    deal(made, state, chance[0])
    begin_round(made, state, chance[1])
    return made, state, chance[1]


def trusted(state: State, how_much: int) -> State:
    there = copy(state)
    there.trust[...] = how_much
    there.believes[...] = 0
    return there


def test_every_way_is_tried_in_every_seat_and_counted_game_by_game() -> None:
    counted: list[tuple[int, int]] = []
    measured = alone.try_ways(board(), 2, 5, lambda done, every: counted.append((done, every)))
    assert counted == [(done, 40) for done in range(1, 41)]
    assert [way for way, *_ in alone.table(measured)] == list(alone.WAYS)
    assert measured.gains.shape == measured.goals.shape == measured.success.shape == (5, 4)
    again = alone.try_ways(board(), 2, 5)
    assert (measured.gains == again.gains).all()
    rows = list(alone.report(scenario(), "training", again))
    assert {row.duration for row in rows} == {"training"}
    told = alone.as_data(rows, again, 2)
    assert set(told["targets"]) == {row.key for row in rows}
    assert told["ways"].keys() == alone.WAYS.keys()
    assert told["missed"] == [row.key for row in rows if not row.met]


@pytest.mark.no_cover  # lines that other tests walk
def test_figures_of_one_person_alone_say_their_margin_and_what_moved_can_be_told() -> None:
    """Twenty games say more than five: the margin is that of games, as all ways are tried in the same."""
    few, many = alone.try_ways(board(), 5, 5), alone.try_ways(board(), 20, 5)
    assert many.by_game.shape == (5, 20)
    assert np.allclose(many.by_game.mean(axis=1), many.gains.mean(axis=1))
    assert many.open_by_game.mean() == pytest.approx(many.undecided)
    rows = {row.key: row for row in alone.report(scenario(), "training", many)}
    before = {row.key: row for row in alone.report(scenario(), "training", few)}
    assert 0 < rows["gain_spread"].sure < before["gain_spread"].sure
    assert "±" in rows["gain_spread"].measured
    assert all(row.figure for row in rows.values())


def test_who_gives_silently_gives_first_to_what_serves_everybody_most() -> None:
    made, state, _ = opened()
    given = np.zeros_like(state.given)
    alone.give_silently(made, state, CY, given)
    assert (given.sum(axis=1) <= state.tokens).all()
    assert given[CY].sum() > 0
    assert given.sum() == given[CY].sum()
    assert not state.promised.any()
    best = max((int(p) for p in state.open if p >= 0), key=lambda p: commons_value(made, state, p))
    useful = np.minimum(state.tokens[CY], state.cost[best])
    assert (given[CY, best] == useful).all()


def test_who_gives_silently_does_not_double_what_others_promise_while_something_else_needs_it() -> None:
    made, state, _ = opened()
    best = max((int(p) for p in state.open if p >= 0), key=lambda p: commons_value(made, state, p))
    say(state, DI, best, state.cost[best])
    given = np.zeros_like(state.given)
    alone.give_silently(made, state, ANA, given)
    assert given[ANA, best, 0] < min(state.tokens[ANA, 0], state.cost[best, 0])


def test_who_asks_is_heard_as_far_as_it_is_trusted() -> None:
    made, state, chance = opened()
    garden = int(names(scenario()).projects.index("garden"))
    state.open[0], state.cost[garden] = garden, (9, 9, 9)
    say(state, ANA, garden, (1, 0, 0))
    state.a[...], state.s[...] = 4 * ONE, ONE
    trusting, wary = trusted(state, 8 * ONE), trusted(state, -8 * ONE)
    assert alone.ask_everybody(made, trusting, chance, ANA) == 3
    assert all(promised_any(trusting, who, garden) > 0 for who in (BO, CY, DI))
    assert alone.ask_everybody(made, wary, chance, ANA) == 0


def test_who_promised_nothing_asks_for_nothing() -> None:
    made, state, chance = opened()
    assert alone.ask_everybody(made, trusted(state, 8 * ONE), chance, ANA) == 0


@pytest.mark.parametrize(("trust", "granted"), [(8 * ONE, True), (-8 * ONE, False)])
def test_requests_count_only_once_a_word_was_broken_and_change_nothing(trust: int, granted: bool) -> None:
    made, state, chance = opened()
    state = trusted(state, trust)
    found, before = alone.Found(), state.promised.copy()
    alone.count_requests(made, state, chance, ANA, found)
    assert found.asked == 0
    state.tally[ANA, BROKEN] = 1
    alone.count_requests(made, state, chance, ANA, found)
    assert found.asked > 0
    assert found.granted == (found.asked if granted else 0)
    assert (state.promised == before).all()


def test_a_goal_is_open_while_one_good_round_would_reach_it_or_one_bad_round_lose_it() -> None:
    made, state, _ = opened()
    made = made._replace(worth=made.worth.copy())
    made.worth[ANA] = np.maximum(made.worth[ANA], 0)
    state.total[ANA] = made.goal[ANA]
    assert not alone.is_open(made, state, ANA), "reached, and nothing could take it back"
    state.total[ANA] = made.goal[ANA] - 1
    assert alone.is_open(made, state, ANA)
    state.total[ANA] = made.goal[ANA] - 100 * ONE
    assert not alone.is_open(made, state, ANA), "out of reach"


def test_a_goal_that_is_reached_is_open_while_others_could_build_what_costs_it() -> None:
    made, state, _ = opened()
    market = int(names(scenario()).projects.index("market"))
    made = made._replace(worth=made.worth.copy(), personal=made.personal.copy())
    state.open[:], made.worth[ANA, market], made.personal[ANA, market] = -1, -ONE, -1
    state.open[0] = market
    state.tokens[...] = 0
    state.tokens[DI] = state.cost[market]
    state.total[ANA] = made.goal[ANA] + ONE - 1
    assert alone.is_open(made, state, ANA)
    state.total[ANA] = made.goal[ANA] + ONE
    assert not alone.is_open(made, state, ANA)


def test_a_project_that_leaves_the_common_good_where_it_is_brings_no_goal_nearer() -> None:
    made, state, _ = opened()
    market = int(names(scenario()).projects.index("market"))
    state.open[:] = -1
    state.open[0] = market
    state.tokens[...] = 0
    state.tokens[DI] = state.cost[market]
    state.total[BO] = made.goal[BO] - ONE
    assert not alone.is_open(made, state, BO), "work would gain, but the common good falls"
    state.ind_ref[made.gate] -= 10
    assert alone.is_open(made, state, BO)


def measured(
    gains: object = None, success: object = None, undecided: float = 0.6, requests: tuple[int, int] = (20, 3)
) -> alone.Measured:
    """Figures with which every target holds, but for those given."""
    good = [[5, 1, 1, 1], [1, 1, 1, 1], [1, 5, 1, 1], [1, 1, 5, 1], [1, 1, 1, 5]]
    order = [[0.2] * 4, [0.1] * 4, [0.9] * 4, [0.5] * 4, [0.6] * 4]
    gave = np.repeat([[1.0], [0.0], [7.0], [3.5], [3.4]], 4, axis=1)
    own = np.array(good if gains is None else gains, dtype=float)
    ends = np.array(order if success is None else success, dtype=float)
    by_game, opened = own.mean(axis=1, keepdims=True), np.array([undecided])
    return alone.Measured(own, gave, np.zeros((5, 4)), ends, undecided, *requests, by_game, opened)


def missed(figures: alone.Measured) -> list[str]:
    return [row.key for row in alone.report(scenario(), "training", figures) if not row.met]


def test_each_target_is_missed_alone() -> None:
    assert missed(measured()) == []
    alike = [[5, 5, 5, 5.5], [5, 5, 5, 5], [5.5, 5, 5, 5], [5, 5, 5, 5], [5, 5, 5, 5]]
    assert missed(measured(gains=alike)) == ["gain_spread"]
    one_way = [[1] * 4, [1] * 4, [1] * 4, [5] * 4, [1] * 4]
    assert missed(measured(gains=one_way)) == ["best_served"]
    lying_ends_better = [[0.2] * 4, [0.3] * 4, [0.9] * 4, [0.5] * 4, [0.6] * 4]
    assert missed(measured(success=lying_ends_better)) == ["success_order"]
    as_generous = [[0.2] * 4, [0.1] * 4, [0.9] * 4, [0.6] * 4, [0.5] * 4]
    assert missed(measured(success=as_generous)) == [], "two ways that give as much are not ranked"
    assert missed(measured(undecided=0.49)) == ["goal_open"]
    assert missed(measured(requests=(20, 4))) == ["liar_granted"]
    assert missed(measured(requests=(0, 0))) == ["liar_granted"], "nothing shows that a liar is refused"


def test_whom_each_way_serves_best_and_what_is_out_of_order_are_named() -> None:
    ends = [[0.2] * 4, [0.3] * 4, [0.9] * 4, [0.5] * 4, [0.6] * 4]
    named = {row.key: row.named for row in alone.report(scenario(), "training", measured(success=ends))}
    assert named["best_served"][0] == f"{alone.said('selfish')} (Ana)"
    assert len(named["best_served"]) == 4
    assert len(named["success_order"]) == 1
    assert alone.said("lies") in named["success_order"][0]
    assert all(isinstance(row, balance.Row) for row in alone.report(scenario(), "45", measured()))


def test_who_walks_gives_nothing_where_they_are_not() -> None:
    made, index = build(town.scenario(), "training"), names(town.scenario())
    garden = index.project("garden")
    for seed in range(20):
        chance = dice(made, seed).games(0, 1)[0].astype(np.int64)
        state = undealt(made)
        deal(made, state, chance[0])
        begin_round(made, state, chance[1])
        if garden in state.open:
            break
    for at, gives in ((town.PLACES.index("mill"), True), (town.PLACES.index("hill"), False)):
        walk(made, state, at)
        given = np.zeros_like(state.given)
        alone.give_silently(made, state, ANA, given)
        assert bool(given[ANA, garden].any()) is gives
        assert (given <= state.reach[:, :, None]).all()


def test_in_a_town_who_is_alone_goes_somewhere_and_promises_within_reach(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made, went = build(town.scenario(), "training"), set()

    def revealed(board_: Board, state: State, given: np.ndarray) -> object:
        assert (given <= state.reach[:, :, None]).all()
        assert (state.promised <= state.reach[:, :, None]).all()
        went.add(int(state.at[0]))
        return reveal(board_, state, given)

    monkeypatch.setattr(alone, "reveal", revealed)
    alone.try_ways(made, 2, 5)
    assert len(went) > 1
