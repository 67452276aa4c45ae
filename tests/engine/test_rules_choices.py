"""Announcing, answering, choosing: what simulated characters do, in the words of the game."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import rules
from engine.dice import GUMBEL
from engine.fixed import ONE, Ints, from_float, to_float
from engine.numbers import LISTENED
from engine.rules import chance as chances
from engine.rules import choosing, promising, values
from engine.rules import state as states
from engine.rules.board import Board
from engine.rules.promising import announce_value, promise_all, say, withdraw
from engine.rules.reasons import Why, why_answered
from engine.rules.state import State
from tests.engine.synthetic import assert_can_be_placed, ints, synthetic


def quiet(board: Board) -> Ints:
    """A block of chance without chance: every noise alike, nobody silent, no condition."""
    return np.full(states.words(board) + 16, 40_000, dtype=np.int64)


def begun(seed: int = 1, **fields: object) -> tuple[Board, State, Ints]:
    board = synthetic(situation_rows=ints([0]), **fields)
    state = states.initial(board, seed)
    rules.begin_round(board, state, states.dice(board, seed).block(0, 1))
    return board, state, quiet(board)


def table(*projects: int, **fields: object) -> tuple[Board, State, Ints]:
    """A first round with these projects on the table."""
    board, state, chance = begun(**fields)
    state.open[:] = -1
    state.open[: len(projects)] = projects
    return board, state, chance


def test_no_two_uses_of_chance_share_a_word() -> None:
    board = synthetic()
    length = states.words(board)
    seen = []
    for who in range(board.n):
        for k in range(length):
            chance = np.zeros(length, dtype=np.int64)
            chance[k] = 65_535
            uses = [chances.announce_noise(board, chance, who, p) for p in range(board.slots + 1)]
            uses += [chances.choice_noise(board, chance, who, p) for p in range(board.slots + 2)]
            hit = sum(use == GUMBEL[-1] for use in uses)
            hit += chances.silence(board, chance, who) > 0
            hit += chances.caution(board, chance, who) > 0
            seen += [k] * hit
    dealt = board.cost.shape[0] + 2
    assert sorted(seen) == list(range(dealt, length))


def test_own_value_is_stakes_times_changes_over_ten() -> None:
    board = synthetic()
    state = states.initial(board, 7)
    assert to_float(rules.own_value(board, state, 0, 0)) == pytest.approx((5 * 6 + 2 * 2) / 10, abs=1e-4)
    assert to_float(rules.own_value(board, state, 0, 12)) == pytest.approx((-5 + 9) / 10, abs=1e-4)


def test_the_value_of_an_announcement_is_the_published_rule() -> None:
    board, state, chance = table(0, 3)
    own, common = 3.4, 5.0
    sigma = (2.6 - 1) / 3
    fit = (2 + 1) / 8  # two of three time, one of two backing, of eight tokens in all
    noise = to_float(int(GUMBEL[40_000 >> 6]))
    expected = (own + 0.9 * (sigma + 0.3) * common) * (0.4 + 0.6 * fit) + noise
    assert to_float(announce_value(board, state, chance, 0, 0)) == pytest.approx(expected, abs=1e-3)


def test_the_value_of_a_gift_is_the_published_rule() -> None:
    board, state, _ = table(0, 2)
    say(state, 1, 0, (0, 2, 0))
    say(state, 3, 0, (1, 0, 1))
    # Character 0 trusts both at 0.35. Project 0 lacks 3, 3, 2.
    rest = (3 - 0.35, 3 - 0.7, 2 - 0.35)
    without = 1 - sum(rest) / 8
    complete = (8 - sum(rest) + min(2, rest[0]) + 0 + min(1, rest[2])) / 8
    seen = values.prospect(state, 0, 0, values.promisers(state, 0))
    assert to_float(seen[0]) == pytest.approx(without, abs=1e-3)
    assert to_float(seen[1]) == pytest.approx(complete, abs=1e-3)
    hope = min(1, 0.3 + without * 5 / 6 + 0)
    without_all = ints([seen[0], values.prospect(state, 0, 2, values.promisers(state, 2))[0], 0, 0, 0])
    from engine.rules.choosing import choice_value, gate_hope

    assert to_float(gate_hope(board, state, without_all)) == pytest.approx(hope, abs=1e-3)
    sigma, alpha = 1.6 / 3, 0.4 / 3
    say(state, 0, 0, (2, 0, 1))
    loyal = 2.5 * (sigma - alpha) + 1
    expected = (3.4 * max(hope, complete) + 0.9 * sigma * 5) * complete + loyal
    value = choice_value(board, state, 0, 0, seen[1], gate_hope(board, state, without_all))
    assert to_float(value) == pytest.approx(expected, abs=2e-3)


def test_a_presupposition_halves_the_trust_one_counts_on() -> None:
    _, state, _ = table(0)
    before = rules.trust_in(state, 0, 1)
    state.believes[0, 1] = 1
    assert rules.trust_in(state, 0, 1) == before // 2


def test_a_promise_whose_condition_is_not_met_counts_for_half() -> None:
    _, state, _ = table(0)
    say(state, 1, 0, (0, 2, 0))
    firm = values.expected(state, 0, 0, values.promisers(state, 0))
    state.cond_who[1, 0], state.cond_kind[1, 0] = 2, 2
    assert values.expected(state, 0, 0, values.promisers(state, 0))[1] == firm[1] // 2
    say(state, 2, 0, (0, 0, 1))
    assert values.expected(state, 0, 0, values.promisers(state, 0))[1] == firm[1]
    state.cond_who[1, 0] = 0  # the first of the cast is somebody too
    firm = state.promised[1, 0, 1] * rules.trust_in(state, 3, 1)
    assert values.expected(state, 3, 0, values.promisers(state, 0))[1] == firm // 2


@pytest.mark.parametrize(("common", "counts"), [(-1, 0.3), (0, 0.3), (1, 1.0)])
def test_only_a_project_that_raises_the_common_good_opens_the_gate_to_its_own_gain(
    common: int, counts: float
) -> None:
    change = synthetic().change.copy()
    change[12] = (0, 10, 0, 0, common)
    board, state, _ = table(12, change=change)
    state.s[1] = ONE  # no heart for the common good
    value = choosing.choice_value(board, state, 1, 12, ONE, from_float(0.3))
    assert to_float(value) == pytest.approx(6 * counts, abs=1e-3)


def test_among_equals_the_first_on_the_table_and_the_first_at_it_come_first() -> None:
    """Two projects alike, two people alike: no hidden preference, and the same on every machine."""
    cost, change = synthetic().cost.copy(), synthetic().change.copy()
    cost[16], change[16] = cost[3], change[3] = (4, 4, 0), (0, 7, 0, 0, 5)
    board, state, chance = table(16, 3, cost=cost, change=change)
    state.cost[[3, 16]] = (4, 4, 0)
    state.a[:], state.trust[:, :] = ONE, from_float(0.2)
    state.tokens[:] = [(2, 0, 0)] * 4 + [(0, 2, 0)] * 4
    assert rules.choose(board, state, chance, 5)[16].tolist() == [0, 2, 0]
    chance[:] = 0
    assert rules.announce(board, state, chance, 5) == 16
    assert (state.cond_who[5, 16], state.cond_kind[5, 16]) == (0, 0), "the first of those who hold time"
    withdraw(state, 5, 16)
    for other in (2, 3):
        promise_all(state, other, 16)
    rules.announce(board, state, chance, 5)
    assert state.cond_who[5, 16] == 2, "the first of those who promised it"


def test_the_hostile_stay_silent_more_often() -> None:
    board, state, chance = begun()
    state.a[0] = 4 * ONE
    state.a[1] = ONE
    chance[:] = from_float(0.59)
    assert rules.announce(board, state, chance, 0) == -1
    assert rules.announce(board, state, chance, 1) >= 0
    chance[:] = from_float(0.61)
    assert rules.announce(board, state, chance, 0) >= 0


def test_a_promise_is_all_that_is_of_use_and_no_more() -> None:
    board, state, chance = table(3)
    assert rules.announce(board, state, chance, 1) == 3
    assert state.promised[1, 3].tolist() == [0, 3, 0]
    state.placed[3] = (0, 2, 0)
    withdraw(state, 1, 3)
    rules.announce(board, state, chance, 1)
    assert state.promised[1, 3].tolist() == [0, 1, 0]


def test_who_can_place_nothing_anywhere_promises_nothing() -> None:
    board, state, chance = table(16)
    state.tokens[2] = (0, 0, 2)
    assert rules.announce(board, state, chance, 2) == -1
    assert rules.choose(board, state, chance, 2).sum() == 0
    board, state, chance = table(16, 4)
    state.tokens[2] = (0, 0, 2)
    assert rules.announce(board, state, chance, 2) == -1


def test_a_wary_character_makes_its_promise_depend_on_who_said_they_would() -> None:
    board, state, chance = table(3)
    promise_all(state, 0, 3)
    state.a[1] = ONE
    chance[:] = 0
    rules.announce(board, state, chance, 1)
    assert (state.cond_who[1, 3], state.cond_kind[1, 3]) == (0, 0)


def test_or_on_who_holds_what_is_lacking_where_nobody_said_anything() -> None:
    board, state, chance = table(3)
    state.a[1] = ONE
    chance[:] = 0
    rules.announce(board, state, chance, 1)
    other = int(state.cond_who[1, 3])
    assert other >= 0
    assert state.tokens[other, 0] == state.tokens[:, 0].max()


@pytest.mark.parametrize(("announced", "part"), [(True, 2), (False, 8)])
def test_the_odds_of_an_if_are_half_the_distrust_of_who_announced_and_an_eighth_of_who_did_not(
    announced: bool, part: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    board, state, chance = table(3)
    if announced:
        promise_all(state, 0, 3)
    state.a[1] = ONE
    state.trust[1, :] = from_float(0.2)
    for drawn, conditional in ((from_float(0.8) // part - 2, True), (from_float(0.8) // part + 2, False)):
        monkeypatch.setattr(promising, "caution", lambda *_, drawn=drawn: drawn)
        withdraw(state, 1, 3)
        assert rules.announce(board, state, chance, 1) == 3
        assert (state.cond_who[1, 3] >= 0) == conditional


def test_full_trust_sets_no_condition() -> None:
    board, state, chance = table(3)
    state.trust[:, :] = ONE
    state.a[1] = ONE
    chance[:] = 0
    rules.announce(board, state, chance, 1)
    assert state.cond_who[1, 3] == -1


def test_who_needs_nothing_from_others_sets_no_condition() -> None:
    board, state, chance = table(3)
    state.tokens[1] = (2, 3, 1)
    state.a[1] = ONE
    chance[:] = 0
    assert rules.announce(board, state, chance, 1) == 3
    assert state.cond_who[1, 3] == -1


def test_asked_for_spare_tokens_a_character_adds_a_promise() -> None:
    board, state, chance = table(3, 16)
    state.tokens[1] = (2, 3, 0)
    say(state, 1, 3, (0, 3, 0))
    state.a[1] = ONE
    assert rules.answer(board, state, chance, 0, 1, 16) == 2
    assert state.promised[1, 3].tolist() == [0, 3, 0]
    assert state.promised[1, 16].tolist() == [2, 0, 0]


def test_asked_to_change_its_mind_a_character_weighs_its_trust_in_the_asker() -> None:
    board, state, chance = table(3, 7)
    board = board._replace(worth=board.worth.copy())
    board.worth[1, 7] += ONE // 2
    state.a[1] = ONE
    promise_all(state, 1, 7)
    better = announce_value(board, state, chance, 1, 1) - announce_value(board, state, chance, 1, 0)
    state.trust[1, 0] = better + 1
    state.trust[1, 2] = max(0, better - 1)
    assert LISTENED < better < ONE
    assert rules.answer(board, state, chance, 2, 1, 3) == 0
    assert state.promised[1, 7].tolist() == [0, 3, 0]
    assert rules.answer(board, state, chance, 0, 1, 3) == 3
    assert state.promised[1, 7].sum() == 0
    assert state.promised[1, 3].tolist() == [0, 3, 0]
    assert state.cond_who[1, 3] == -1


def test_whoever_is_hardly_trusted_any_more_is_not_heard_and_is_told_why() -> None:
    board, state, chance = table(3, 16)
    state.tokens[1] = (2, 3, 0)
    state.a[1] = ONE
    state.trust[1, 0], before = LISTENED - 1, states.copy(state)
    assert rules.answer(board, state, chance, 0, 1, 16) == 0
    assert not state.promised.any()
    assert why_answered(board, before, chance, 0, 1, 16, False) == Why("distrust", 16, 0)
    state.trust[1, 0] = LISTENED
    assert rules.answer(board, state, chance, 0, 1, 16) == 4


def test_who_promised_already_or_cannot_help_or_is_hostile_says_no() -> None:
    board, state, chance = table(3, 16)
    promise_all(state, 1, 3)
    assert rules.answer(board, state, chance, 0, 1, 3) == 0
    assert rules.answer(board, state, chance, 0, 1, 5) == 0  # not on the table
    state.tokens[2] = (0, 0, 2)
    assert rules.answer(board, state, chance, 0, 2, 16) == 0
    withdraw(state, 1, 3)
    state.a[1], state.s[1] = 4 * ONE, ONE
    state.placed[3] = (0, 2, 0)
    assert rules.answer(board, state, np.zeros_like(chance), 0, 1, 3) == 0


def test_the_loyal_keep_their_word_and_the_hostile_their_tokens() -> None:
    board, state, chance = table(3, 7)
    promise_all(state, 1, 3)
    state.s[1], state.a[1] = 4 * ONE, ONE
    assert rules.choose(board, state, chance, 1)[3].tolist() == [0, 3, 0]
    state.s[1], state.a[1] = ONE, 4 * ONE
    withdraw(state, 1, 3)
    assert rules.choose(board, state, chance, 1).sum() == 0


def test_what_the_first_project_has_no_use_for_goes_to_the_next_best() -> None:
    board, state, chance = table(3, 16)
    state.tokens[1] = (3, 3, 0)
    state.placed[3] = (2, 0, 1)
    state.s[1], state.a[1] = 4 * ONE, ONE
    given_ = rules.choose(board, state, chance, 1)
    assert given_[3].tolist() == [0, 3, 0]
    assert given_[16].tolist() == [3, 0, 0]


def test_a_project_that_lacks_nothing_is_as_good_as_built() -> None:
    _, state, _ = table(3)
    state.placed[3] = state.cost[3]
    assert values.prospect(state, 0, 3, values.promisers(state, 3)) == (ONE, ONE)
    assert values.fit(state, 0, 3) == 0


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_what_is_chosen_can_always_be_placed(seed: int) -> None:
    board = synthetic()
    state, stream = states.initial(board, seed), states.dice(board, seed)
    for round_ in (1, 2):
        chance = stream.block(0, round_)
        rules.begin_round(board, state, chance)
        for who in range(board.n):
            rules.announce(board, state, chance, who)
        promised = state.promised.sum(axis=1)
        assert (promised <= state.tokens).all()
        choices = np.stack([rules.choose(board, state, chance, who) for who in range(board.n)])
        assert_can_be_placed(state, choices)
        rules.reveal(board, state, choices)


def test_nobody_announces_what_plainly_hurts_them_and_helps_no_one() -> None:
    board, state, chance = table(1)
    assert promising.best_announcement(board, state, chance, 0) == 0
    board.hoped[1] = 0
    board.worth[0, 1] = -2 * ONE
    assert promising.best_announcement(board, state, chance, 0) == -1
    assert promising.announce(board, state, chance, 0) == -1
    board.hoped[1] = 9 * ONE
    assert promising.best_announcement(board, state, chance, 0) == 0, "unless it helps others more"


def test_nothing_is_given_to_what_does_nobody_any_good_whatever_ones_mood() -> None:
    board, state, chance = table(1)
    state.a[0] = 0
    lucky = chance.copy()
    lucky[:] = ONE - 1
    assert choosing.choose(board, state, lucky, 0)[1].any()
    board.hoped[1] = board.change[1, board.gate] = 0
    board.worth[0, 1] = -ONE // 2
    assert not choosing.choose(board, state, lucky, 0).any()


def test_a_condition_is_set_on_somebody_who_still_has_what_is_waited_for() -> None:
    """The project needs means; the second and the sixth have some, and the second has promised theirs."""
    board, state, chance = table(0, 3)
    chance[:] = 0
    state.trust[0] = 0
    say(state, 1, 3, state.tokens[1])
    promising._set_condition(board, state, chance, 0, 0)
    assert state.cond_who[0, 0] not in (-1, 1)
    for who in range(board.n):
        state.tokens[who, 1] = 0
    state.cond_who[0, 0] = -1
    promising._set_condition(board, state, chance, 0, 0)
    assert state.cond_who[0, 0] == -1
