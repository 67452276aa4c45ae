"""The reveal: facts, projects, the gate, gains, and everything that moves because of them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import numbers, rules
from engine.fixed import ONE, Ints, clip, from_float, mul, to_float
from engine.rules import state as states
from engine.rules.board import Board, weighed
from engine.rules.promising import promise, say
from engine.rules.record import Record
from engine.rules.state import BROKEN, GIFT, KEPT, NONE, PART, ROUND, VOID, State
from engine.rules.trusting import trust_after
from tests.engine.synthetic import POSTURE, TRUST, ints, synthetic

PAIR = 3  # a project of 2 time, 3 means, 1 backing: economy +7, common good +2
PARK = 16  # 4 time, 2 means: common good +5


def table(*projects: int, **fields: object) -> tuple[Board, State, Ints]:
    """A first round with these projects on the table, and no choice made yet."""
    board = synthetic(**{"situation_rows": ints([0]), **fields})
    state = states.initial(board, 1)
    rules.begin_round(board, state, states.dice(board, 1).block(0, 1))
    state.open[:] = -1
    state.open[: len(projects)] = projects
    return board, state, np.zeros_like(state.given)


def test_facts_are_promised_beside_given() -> None:
    board, state, given_ = table(PAIR, PARK)
    say(state, 0, PARK, (2, 0, 0))
    given_[0, PARK] = (2, 0, 0)
    say(state, 1, PAIR, (0, 3, 0))
    given_[1, PAIR] = (0, 1, 0)
    say(state, 3, PARK, (2, 0, 0))
    given_[5, PARK] = (1, 0, 0)
    record = rules.reveal(board, state, given_)
    assert record.fact[0, PARK] == KEPT
    assert record.fact[1, PAIR] == PART
    assert to_float(record.unkept[1, PAIR]) == pytest.approx(2 / 3, abs=1e-4)
    assert record.fact[3, PARK] == BROKEN
    assert record.unkept[3, PARK] == ONE
    assert record.fact[5, PARK] == GIFT
    assert (record.fact[2] == NONE).all()
    assert state.tally[[0, 1, 3, 5, 2]].argmax(axis=1).tolist() == [KEPT, PART, BROKEN, GIFT, NONE]


def test_tokens_of_another_kind_do_not_keep_a_promise() -> None:
    board, state, given_ = table(PAIR)
    say(state, 5, PAIR, (0, 1, 0))
    given_[5, PAIR] = (1, 0, 0)
    assert rules.reveal(board, state, given_).fact[5, PAIR] == BROKEN


@pytest.mark.parametrize(
    ("theirs", "mine", "fact", "met"),
    [(0, 0, VOID, -1), (0, 2, GIFT, -1), (1, 2, KEPT, 1), (1, 0, BROKEN, 1)],
)
def test_a_condition_frees_who_set_it_unless_it_is_met(theirs: int, mine: int, fact: int, met: int) -> None:
    board, state, given_ = table(PARK)
    say(state, 0, PARK, (2, 0, 0))
    state.cond_who[0, PARK], state.cond_kind[0, PARK] = 1, 1
    given_[0, PARK, 0], given_[1, PARK, 1] = mine, theirs
    record = rules.reveal(board, state, given_)
    assert record.fact[0, PARK] == fact
    assert record.met[0, PARK] == met


def test_a_project_with_all_it_needs_is_built_and_leaves() -> None:
    board, state, given_ = table(PAIR, PARK)
    given_[0, PARK], given_[3, PARK], given_[5, PARK] = (2, 0, 0), (2, 0, 0), (0, 2, 0)
    record = rules.reveal(board, state, given_)
    assert record.completed.nonzero()[0].tolist() == [PARK]
    assert state.open.tolist() == [PAIR, -1, -1, -1, -1]
    assert state.done[PARK] == 1
    assert state.placed[PARK].sum() == 0
    assert record.builders[[0, 3, 5], PARK].tolist() == [2, 2, 2]
    assert record.ind_built.tolist() == [2, 2, 0, 0, 5]
    assert state.ind.tolist() == [41, 41, 39, 39, 43]


def test_what_is_begun_stays_until_its_rounds_are_over_then_is_lost() -> None:
    board, state, given_ = table(PAIR)
    given_[1, PAIR] = (0, 2, 0)
    for reveal in (1, 2, 3):
        record = rules.reveal(board, state, given_)
        given_[:] = 0
        assert record.lapsed[PAIR] == (reveal == 3)
        assert state.placed[PAIR].tolist() == ([0, 2, 0] if reveal < 3 else [0, 0, 0])
    assert record.lost[PAIR].tolist() == [0, 2, 0]
    assert state.open[0] == -1


def test_surplus_returns_to_who_gave_most_and_still_counts_as_given() -> None:
    board, state, given_ = table(PAIR)
    say(state, 1, PAIR, (0, 3, 0))
    given_[1, PAIR], given_[5, PAIR] = (0, 3, 0), (0, 2, 0)
    record = rules.reveal(board, state, given_)
    # Three are needed of five: one comes back from who gave three, then one from either, then equal.
    assert record.returned[:, PAIR, 1].sum() == 2
    assert record.returned[1, PAIR, 1] >= 1
    assert record.fact[1, PAIR] == KEPT
    assert record.fact[5, PAIR] == GIFT
    assert state.placed[PAIR].tolist() == [0, 3, 0]
    assert state.share[:, PAIR, 1].sum() == 3
    kept = board.tokens[1].sum() - 3 + record.returned[1, PAIR, 1]
    assert to_float(record.bonus[1]) == pytest.approx(0.2 * kept, abs=1e-3)


@pytest.mark.parametrize(("round_", "who"), [(1, 1), (2, 5), (5, 5), (6, 1), (9, 1)])
def test_among_equal_givers_the_surplus_goes_to_the_first_seat_which_turns_with_the_rounds(
    round_: int, who: int
) -> None:
    board, state, given_ = table(PAIR)
    state.clock[ROUND] = round_
    given_[1, PAIR] = given_[5, PAIR] = (0, 2, 0)
    record = rules.reveal(board, state, given_)
    assert record.returned[:, PAIR, 1].nonzero()[0].tolist() == [who]
    assert record.returned[who, PAIR, 1] == 1


def build_park(rise: int) -> tuple[Board, State, Record]:
    """The park is built; the common good moves by `rise` in all."""
    board, state, given_ = table(PARK)
    board = board._replace(decay=ints([-1, -1, -1, -1, rise - 5]))
    given_[0, PARK], given_[3, PARK], given_[5, PARK] = (2, 0, 0), (2, 0, 0), (0, 2, 0)
    record = rules.reveal(board, state, given_)
    return board, state, record


@pytest.mark.parametrize(("rise", "open_"), [(1, True), (0, False), (-1, False)])
def test_gains_count_only_if_the_common_good_rises_wear_included(rise: int, open_: bool) -> None:
    board, state, record = build_park(rise)
    assert record.rose[0] == open_
    for who in range(board.n):
        worth = rules.own_value(board, state, who, PARK)
        assert record.worth[who, PARK] == worth > 0
        assert record.gain[who] == (worth if open_ else 0)
        assert state.total[who] == record.gain[who] + record.bonus[who]


def test_tokens_kept_pay_gate_or_no_gate() -> None:
    board, state, given_ = table(PARK)
    record = rules.reveal(board, state, given_)
    assert record.rose[0] == 0
    assert (record.bonus == board.tokens.sum(axis=1) * 13_107).all()


def test_trust_follows_what_was_done() -> None:
    trust = from_float(0.5)
    assert to_float(trust_after(trust, KEPT, 0)) == pytest.approx(0.6, abs=1e-4)
    assert to_float(trust_after(trust, GIFT, 0)) == pytest.approx(0.56, abs=1e-4)
    assert to_float(trust_after(trust, BROKEN, ONE)) == pytest.approx(0.325, abs=1e-4)
    assert to_float(trust_after(trust, PART, ONE // 2)) == pytest.approx(0.4125, abs=1e-4)
    assert trust_after(trust, VOID, 0) == trust
    assert trust_after(from_float(0.06), BROKEN, ONE) == from_float(0.05)


def test_everybody_but_oneself_learns_from_ones_acts() -> None:
    board, state, given_ = table(PAIR)
    say(state, 1, PAIR, (0, 3, 0))
    record = rules.reveal(board, state, given_)
    assert (record.trust_acts[:, 1] < 0).tolist() == [True, False, *[True] * 6]
    assert (np.delete(record.trust_acts, 1, axis=1) == 0).all()
    assert (np.diagonal(state.trust) == ONE).all()


def test_those_who_gave_see_who_could_have_and_said_nothing_and_gave_nothing() -> None:
    board, state, given_ = table(PAIR)
    state.tokens[4] = 0
    given_[0, PAIR], given_[2, PAIR] = (0, 1, 0), (0, 1, 0)
    say(state, 3, PAIR, (0, 1, 0))
    state.cond_who[3, PAIR], state.cond_kind[3, PAIR] = 6, 1
    trusted = state.trust.copy()
    record = rules.reveal(board, state, given_)
    idle = [1, 5, 6, 7]  # 3 had promised, under a condition that was not met; 4 had nothing to give
    assert (record.trust_acts[0, idle] == -mul(numbers.FREE_RIDE_LOSS, trusted[0, idle])).all()
    assert (record.trust_acts[0, [3, 4]] == 0).all()
    assert (record.trust_acts[[1, 3, 4, 5, 6, 7]][:, idle] == 0).all(), "who gave nothing blames nobody"


def test_two_who_keep_their_word_on_what_is_built_lift_presuppositions() -> None:
    """Two tokens that happen to lie side by side do not: the third only gave."""
    board, state, given_ = table(PARK)
    state.believes[0, 5], state.believes[5, 3], state.believes[0, 1] = 1, 1, 1
    say(state, 0, PARK, (2, 0, 0))
    say(state, 5, PARK, (0, 2, 0))
    given_[0, PARK], given_[3, PARK], given_[5, PARK] = (2, 0, 0), (2, 0, 0), (0, 2, 0)
    record = rules.reveal(board, state, given_)
    assert np.argwhere(record.lifted).tolist() == [[0, 5]]
    assert np.argwhere(state.believes).tolist() == [[0, 1], [5, 3]]


def test_a_project_may_lift_the_presupposition_it_contradicts() -> None:
    board, state, given_ = table(PARK, lifts=ints([[PARK, 0, 1], [PAIR, 0, 2], [PARK, 6, 7]]))
    state.believes[0, 1], state.believes[0, 2] = 1, 1
    given_[0, PARK], given_[3, PARK], given_[5, PARK] = (2, 0, 0), (2, 0, 0), (0, 2, 0)
    record = rules.reveal(board, state, given_)
    assert np.argwhere(record.lifted).tolist() == [[0, 1]]


def effects(*rows: tuple[int, int, int, int, int]) -> dict[str, object]:
    """The park with these effects."""
    offsets = np.zeros(22, dtype=np.int64)
    offsets[PARK + 1 :] = len(rows)
    return {"project_effects": ints(rows), "project_rows": offsets}


def test_a_project_built_moves_postures_and_trust() -> None:
    rows = ((POSTURE, 1, 0, ONE // 4, -ONE // 8), (TRUST, 2, 1, ONE // 8, 0))
    board, state, given_ = table(PARK, PAIR, **effects(*rows))
    idle, plain, nothing = table(PARK, PAIR)
    for gifts in (given_, nothing):
        gifts[0, PARK], gifts[3, PARK], gifts[5, PARK] = (2, 0, 0), (2, 0, 0), (0, 2, 0)
    with_, without = rules.reveal(board, state, given_), rules.reveal(idle, plain, nothing)
    assert (with_.s_cards[1], with_.a_cards[1]) == (ONE // 4, -ONE // 8)
    assert with_.trust_cards[2, 1] == ONE // 8
    assert without.trust_cards.sum() == without.s_cards.sum() == 0
    assert state.trust[2, 1] - plain.trust[2, 1] == ONE // 8


def test_satisfaction_follows_gain_through_the_gate() -> None:
    board, _, record = build_park(1)
    for who in range(board.n):
        pleased = clip(int(record.gain[who]) // 4, -ONE, ONE)
        assert record.s_satisfaction[who] == pytest.approx(0.4 * pleased, abs=2)
        assert record.a_satisfaction[who] == -record.s_satisfaction[who]
    _, _, shut = build_park(0)
    assert to_float(shut.s_satisfaction[0]) == pytest.approx(-0.1, abs=1e-4)


def test_a_promise_broken_to_a_project_one_cares_for_is_resented() -> None:
    board, state, given_ = table(PAIR)
    say(state, 1, PAIR, (0, 3, 0))
    record = rules.reveal(board, state, given_)
    cares = [rules.own_value(board, state, who, PAIR) >= ONE and who != 1 for who in range(board.n)]
    assert (record.a_broken > 0).tolist() == cares
    assert to_float(record.a_broken.max()) == pytest.approx(0.04, abs=1e-4)


@pytest.mark.parametrize(("stake", "resents"), [(9, False), (10, True), (11, True)])
def test_one_cares_for_a_project_that_would_bring_a_point_or_more(stake: int, resents: bool) -> None:
    """The market would bring 1 point of economy: a tenth of the stake each."""
    stakes, change = synthetic().stakes.copy(), synthetic().change.copy()
    stakes[2], change[PAIR] = (0, stake, 0, 0, 0), (0, 1, 0, 0, 2)
    board, state, given_ = table(PAIR, stakes=stakes, change=change)
    say(state, 1, PAIR, (0, 3, 0))
    assert (rules.reveal(board, state, given_).a_broken[2] > 0) == resents


def test_two_words_broken_are_resented_twice_and_by_who_broke_one_once() -> None:
    board, state, given_ = table(PAIR)
    say(state, 1, PAIR, (0, 2, 0))
    say(state, 7, PAIR, (0, 2, 0))
    record = rules.reveal(board, state, given_)
    dear = [who for who in range(board.n) if rules.own_value(board, state, who, PAIR) >= ONE]
    assert {1, 5, 7} <= set(dear)
    assert [round(to_float(record.a_broken[who]), 2) for who in (1, 5, 7)] == [0.04, 0.08, 0.04]


def test_a_situations_posture_effect_counts_at_the_reveal() -> None:
    board, state, given_ = table(PARK)
    state.s_cards[4] = ONE // 2
    record = rules.reveal(board, state, given_)
    assert record.s_cards[4] == ONE // 2


def test_the_anchor_learns_from_where_one_stands() -> None:
    board, state, given_ = table(PARK)
    before = state.s_anchor.copy()
    record = rules.reveal(board, state, given_)
    learnt = 0.15 * (record.s_after - before)
    assert np.abs(state.s_anchor - before - learnt).max() <= 2


def test_a_holder_goes_where_they_want_and_nothing_pulls_them_back() -> None:
    board, state, given_ = table(PARK)
    rules.reveal(board, state, given_)
    proposed = int(state.s[2])
    by_s, by_a = rules.accept_posture(state, 2, 4 * ONE, 9 * ONE)
    assert state.s[2] == 4 * ONE == proposed + by_s
    assert state.a[2] == 4 * ONE
    assert by_a > 0
    assert (state.s_anchor[2], state.a_anchor[2]) == (state.s[2], state.a[2])
    assert rules.accept_posture(state, 2, int(state.s[2]), int(state.a[2])) == (0, 0)


@pytest.mark.parametrize(("x", "level"), [(1.0, 1), (1.49, 1), (1.5, 2), (2.5, 3), (3.49, 3), (4.0, 4)])
def test_a_place_on_the_map_is_rounded_half_up(x: float, level: int) -> None:
    assert rules.level(from_float(x)) == level


def any_round(seed: int, board: Board, state: State, round_: int) -> Ints:
    """A round in which people do anything they may: each token anywhere of use, or nowhere."""
    rules.begin_round(board, state, states.dice(board, seed).block(0, round_))
    random = np.random.default_rng([seed, round_])
    given_ = np.zeros_like(state.given)
    open_ = [int(p) for p in state.open if p >= 0]
    for who in range(board.n):
        for kind in range(3):
            for _ in range(state.tokens[who, kind]):
                project = int(random.choice(open_))
                if random.random() < 0.7 and given_[who, project, kind] < state.cost[project, kind]:
                    given_[who, project, kind] += 1
                project = int(random.choice(open_))
                if random.random() < 0.4:
                    promise(state, who, project, kind, int(state.promised[who, project, kind]) + 1)
        if random.random() < 0.3:
            project = int(random.choice(open_))
            state.cond_who[who, project] = (who + 1) % board.n
            state.cond_kind[who, project] = random.integers(3)
    return given_


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 1 << 40))
def test_whatever_people_do_the_rules_hold(seed: int) -> None:
    """Tokens are conserved, everything stays in bounds, and every move is the sum of its terms."""
    board = synthetic()
    state = states.initial(board, seed)
    for round_ in range(1, 6):
        given_ = any_round(seed, board, state, round_)
        before, start = state.placed.copy(), states.copy(state)
        record = rules.reveal(board, state, given_)
        built = (record.completed[:, None] * state.cost).sum()
        assert (
            before.sum() + given_.sum()
            == state.placed.sum() + built + record.returned.sum() + record.lost.sum()
        )
        assert (state.placed <= state.cost).all()
        assert np.array_equal(state.share.sum(axis=0), state.placed)
        spent = given_.sum(axis=(1, 2)) - record.returned.sum(axis=(1, 2))
        assert np.array_equal(record.bonus, (start.tokens.sum(axis=1) - spent) * 13_107)
        for x in (state.s, state.a, state.s_anchor, state.a_anchor):
            assert (x >= ONE).all()
            assert (x <= 4 * ONE).all()
        assert (state.trust >= from_float(0.05)).all()
        assert (state.trust <= ONE).all()
        assert (state.ind >= 0).all()
        assert (state.ind <= 100).all()
        assert np.array_equal(state.trust - start.trust, record.trust_acts + record.trust_cards)
        assert_terms_sum_to_moves(start, state, record)


def assert_terms_sum_to_moves(before: State, after: State, record: Record) -> None:
    synergy = record.s_near.sum(axis=1) + record.s_anchor + record.s_satisfaction + record.s_cards
    assert np.array_equal(after.s - before.s, synergy + record.s_edge)
    antagonism = record.a_near.sum(axis=1) + record.a_anchor + record.a_satisfaction + record.a_cards
    assert np.array_equal(after.a - before.a, antagonism + record.a_broken + record.a_edge)
    assert np.array_equal(record.s_after, after.s)


def test_the_largest_numbers_a_scenario_may_write_do_not_overflow() -> None:
    """Warnings are errors here, and NumPy warns where 64 bits are not enough."""
    board = synthetic(rounds=6)
    change = np.where(board.change == 0, 12, 12 * np.sign(board.change))
    huge = board._replace(
        change=change, influence=ints([4] * 8), tokens=ints([[12, 12, 12]] * 8), beta=3 * ONE,
        trust0=ints([[ONE] * 8] * 8), kappa=ONE, rho=ONE, lam=ints([ONE] * 8), eps=ints([ONE] * 8),
    )  # fmt: skip
    state, stream = states.initial(huge, 1), states.dice(huge, 1)
    for round_ in range(1, 7):
        chance = stream.block(0, round_)
        rules.begin_round(huge, state, chance)
        for who in range(huge.n):
            rules.announce(huge, state, chance, who)
        rules.reveal(huge, state, np.stack([rules.choose(huge, state, chance, w) for w in range(huge.n)]))
    assert state.total.max() < 1 << 40


def played(board: Board, state: State, rounds: int) -> State:
    """Rounds as written, the cards in the order of the state's deck."""
    for round_ in range(1, rounds + 1):
        chance = states.dice(board, 4).block(0, round_)
        rules.begin_round(board, state, chance)
        for who in range(board.n):
            rules.announce(board, state, chance, who)
            rules.answer(board, state, chance, (who + 1) % board.n, who, int(state.open[round_ % 4]))
        choices = [rules.choose(board, state, chance, who) for who in range(board.n)]
        rules.reveal(board, state, np.stack(choices))
    return state


@pytest.mark.parametrize("by", [1, 7, 13])
def test_what_number_a_project_has_changes_nothing(by: int) -> None:
    """The same cards, numbered otherwise, in the same order in the deck: the same game."""
    board, rounds = synthetic(6), 5
    old = np.append(np.roll(np.arange(board.spare), by), board.spare)
    new = np.argsort(old)
    other = weighed(board._replace(cost=ints(board.cost[old]), change=ints(board.change[old])))
    state, same = states.initial(board, 4), states.initial(other, 4)
    same.deck[:] = np.where(state.deck >= 0, new[state.deck], -1)
    state, same = played(board, state, rounds), played(other, same, rounds)
    assert state.done.max() > 0
    assert (state.age > 1).any()
    for field in ("s", "a", "trust", "ind", "total", "tally", "tokens"):
        assert np.array_equal(getattr(state, field), getattr(same, field)), field
    for field in ("age", "done", "cost", "placed"):
        assert np.array_equal(getattr(state, field)[old], getattr(same, field)), field
    for field in ("share", "promised", "given"):
        assert np.array_equal(getattr(state, field)[:, old], getattr(same, field)), field
    assert np.where(state.open >= 0, new[state.open], -1).tolist() == same.open.tolist()
