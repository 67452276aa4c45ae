"""Endings, what the console puts forward, and simulated voters."""

import numpy as np
import pytest

from engine import rules
from engine.fixed import ONE, Ints, from_float
from engine.rules import state as states
from engine.rules import voters
from engine.rules.board import Board, codes
from engine.rules.promising import say
from engine.rules.record import Record
from engine.rules.state import BROKEN, GIFT, KEPT, NONE, PART, VOID, State
from tests.engine.synthetic import ints, synthetic

PAIR, PARK = 3, 16


def played(round_: int = 6) -> State:
    state = states.initial(synthetic(), 1)
    state.clock[states.ROUND] = round_
    return state


def ends(*rows: tuple[int, int, int], state: State | None = None, at_end: int = 1) -> bool:
    """Whether an ending with this condition (postfix) holds."""
    board = synthetic(
        conditions=ints(rows).reshape(len(rows), 3), condition_rows=ints([0, len(rows)]),
        ending_at_end=ints([at_end]), success=ints([1]),
    )  # fmt: skip
    return rules.ending(board, state if state is not None else played()) == 0


def test_an_ending_at_the_end_waits_for_the_last_round() -> None:
    assert ends()
    assert not ends(state=played(5))
    assert ends(state=played(5), at_end=0)


def test_the_first_ending_that_holds_is_the_one() -> None:
    board = synthetic()
    state = played()
    state.ind[4] = 40 + 9
    assert rules.ending(board, state) == 0
    state.ind[4] = 40 + 8
    assert rules.ending(board, state) == 1
    assert rules.ending(board, played(3)) == -1


@pytest.mark.parametrize(
    ("row", "holds"),
    [
        ((codes.ROSE_BY, 0, 5), True),
        ((codes.ROSE_BY, 0, 6), False),
        ((codes.AT_LEAST, 0, 45), True),
        ((codes.AT_LEAST, 0, 46), False),
        ((codes.BELOW, 0, 46), True),
        ((codes.BELOW, 0, 45), False),
    ],
)
def test_an_indicator_against_its_bound(row: tuple[int, int, int], holds: bool) -> None:
    state = played()
    state.ind[0] = 45
    assert ends(row, state=state) == holds


def test_mutual_trust_is_the_mean_over_all_pairs() -> None:
    state = played()
    state.trust[:, :] = from_float(0.5)
    np.fill_diagonal(state.trust, ONE)
    assert ends((codes.MUTUAL_TRUST, 0, 50), state=state)
    assert not ends((codes.MUTUAL_TRUST, 0, 51), state=state)
    state.believes[0, 1] = 1
    assert rules.mutual_trust(state) == (55 * ONE // 2 + ONE // 4) // 56


def test_promises_kept_count_those_that_bound_somebody() -> None:
    state = played()
    assert not ends((codes.PROMISES_KEPT, 0, 0), state=state)
    state.tally[0, KEPT] = 1
    assert ends((codes.PROMISES_KEPT, 0, 100), state=state)
    state.tally[0, KEPT], state.tally[1, BROKEN], state.tally[2, PART] = 2, 1, 1
    state.tally[3, VOID], state.tally[4, GIFT] = 9, 9
    assert ends((codes.PROMISES_KEPT, 0, 50), state=state)
    assert not ends((codes.PROMISES_KEPT, 0, 51), state=state)


YES, NO = (codes.AT_LEAST, 0, 0), (codes.BELOW, 0, 0)


@pytest.mark.parametrize(
    ("rows", "holds"),
    [
        ((YES, NO, (codes.EVERY, 2, 0)), False),
        ((YES, YES, (codes.EVERY, 2, 0)), True),
        ((YES, NO, (codes.ANY, 2, 0)), True),
        ((NO, NO, (codes.ANY, 2, 0)), False),
        ((YES, NO, YES, (codes.ANY, 2, 0), (codes.EVERY, 2, 0)), True),
        ((NO, NO, YES, (codes.ANY, 2, 0), (codes.EVERY, 2, 0)), False),
        (((codes.ANY, 0, 0),), False),
        (((codes.EVERY, 0, 0),), True),
        (((codes.NOT_ANY, 0, 0),), True),
        ((YES, (codes.NOT_ANY, 1, 0)), False),
        ((YES, *(NO, (codes.ANY, 2, 0)) * 99), True),
        ((NO, *(NO, (codes.ANY, 2, 0)) * 99, (codes.NOT_ANY, 1, 0)), True),
    ],
)
def test_conditions_combine(rows: tuple[tuple[int, int, int], ...], holds: bool) -> None:
    assert ends(*rows) == holds


def table() -> tuple[Board, State, Ints]:
    board = synthetic(situation_rows=ints([0]))
    state = states.initial(board, 1)
    rules.begin_round(board, state, states.dice(board, 1).block(0, 1))
    state.open[:] = (PAIR, PARK, 12, -1, -1)
    return board, state, np.zeros_like(state.given)


def test_the_promises_least_counted_on_come_first() -> None:
    board, state, _ = table()
    for who, project in ((0, PARK), (1, PAIR), (3, PARK)):
        say(state, who, project, (1, 0, 0))
    state.trust[:, 1], state.trust[:, 3] = from_float(0.1), from_float(0.7)
    state.cond_who[3, PARK], state.cond_kind[3, PARK] = 1, 1
    ranked = rules.doubtful(board, state)
    assert [(d.who, d.project) for d in ranked] == [(1, PAIR), (3, PARK), (0, PARK)]
    say(state, 1, PARK, (0, 1, 0))
    assert [d.who for d in rules.doubtful(board, state)] == [1, 1, 0, 3]


def revealed() -> tuple[Board, State, Record]:
    """One breaks a word but gives elsewhere; one breaks it and keeps; a gift that serves the giver; one
    keeps its word; one is freed by its condition; the others stay silent."""
    board, state, given = table()
    say(state, 0, PAIR, (2, 0, 0))
    given[0, PARK] = (2, 0, 0)
    say(state, 3, PAIR, (2, 0, 0))
    given[7, 12] = (0, 2, 0)
    say(state, 5, PARK, (0, 2, 0))
    given[5, PARK] = (0, 2, 0)
    say(state, 6, PAIR, (2, 0, 0))
    state.cond_who[6, PAIR], state.cond_kind[6, PAIR] = 2, 2
    return board, state, rules.reveal(board, state, given)


def test_the_most_ambiguous_acts_come_first() -> None:
    acts = rules.ambiguous(*revealed())
    assert (acts[0].who, acts[0].fact_name) == (0, "broken")
    order = [(act.who, act.fact) for act in acts]
    assert order.index((0, BROKEN)) < order.index((3, BROKEN))
    assert (0, GIFT) not in order, "tokens promised elsewhere are told with the promise they broke"
    assert order.index((7, GIFT)) < order.index((5, KEPT)), "a gift that served its giver"
    assert order.index((6, VOID)) < order.index((5, KEPT))
    silent = [act for act in acts if act.fact == NONE]
    assert {act.who for act in silent} == {1, 2, 4}
    assert all(act.project == -1 for act in silent)
    assert len({(act.who, act.project) for act in acts}) == len(acts)


def test_what_costs_somebody_by_name_makes_an_act_worth_a_debate() -> None:
    board, state, record = revealed()
    before = next(act.score for act in rules.ambiguous(board, state, record) if act.who == 5)
    board.personal[0, PARK] = -3
    after = next(act.score for act in rules.ambiguous(board, state, record) if act.who == 5)
    assert after > before


def test_who_kept_everything_is_debated_sooner_where_the_common_good_did_not_rise() -> None:
    board, state, record = revealed()
    orders = []
    for rose in (0, 1):
        acts = rules.ambiguous(board, state, record._replace(rose=ints([rose])))
        orders.append([act.who for act in acts])
    assert orders == [[0, 7, 6, 1, 2, 4, 3, 5], [0, 7, 6, 3, 5, 1, 2, 4]]


def test_a_promise_that_divided_the_forecasts_comes_sooner() -> None:
    calm, divided = rules.ambiguous(*revealed()), rules.ambiguous(*revealed(), {(5, PARK): ONE})

    def place(acts: list[rules.Act]) -> int:
        return [(act.who, act.project) for act in acts].index((5, PARK))

    assert place(divided) < place(calm)
    assert sorted(calm)[0].score == sorted(divided)[0].score, "the others stay as they were"


def test_a_voter_forecasts_with_the_trust_of_whom_it_follows() -> None:
    _, state, _ = table()
    state.trust[0, 1], state.trust[2, 1] = from_float(0.9), from_float(0.1)
    words = range(0, 65_536, 655)
    trusting = [voters.forecast(state, 0, 1, word) for word in words]
    wary = [voters.forecast(state, 2, 1, word) for word in words]
    assert trusting.count(voters.YES) > 80 > 20 > wary.count(voters.YES)
    assert voters.UNSURE in trusting
    assert voters.NO in wary
    assert voters.forecast(state, 1, 1, 1_000) == voters.YES


def verdicts(act: tuple[int, int], follows: int) -> list[int]:
    board, state, record = revealed()
    return [voters.verdict(board, state, record, follows, act, word) for word in range(0, 65_536, 2_048)]


def test_a_voter_calls_coop_what_raises_what_it_holds_dear() -> None:
    shop, tenant = verdicts((7, 12), 1), verdicts((7, 12), 0)
    assert shop.count(voters.YES) > tenant.count(voters.YES)
    broken = verdicts((3, PAIR), 1)
    assert broken.count(voters.NO) == len(broken)
    assert set(verdicts((1, -1), 0)) == {voters.YES, voters.NO, voters.UNSURE}
    assert voters.UNSURE in verdicts((6, PAIR), 0)


def test_a_word_broken_for_another_project_divides_by_what_each_holds_dear() -> None:
    """The first gave to the park what it had promised to the shops' pair."""
    shop, club = verdicts((0, PAIR), 1), verdicts((0, PAIR), 3)
    assert shop.count(voters.NO) > len(shop) // 2
    assert club.count(voters.YES) > len(club) // 2


def test_half_a_promise_is_judged_by_the_half() -> None:
    board, state, given = table()
    say(state, 1, PAIR, (0, 3, 0))
    given[1, PAIR] = (0, 1, 0)
    record = rules.reveal(board, state, given)
    assert record.fact[1, PAIR] == PART
    votes = [voters.verdict(board, state, record, 1, (1, PAIR), word) for word in range(0, 65_536, 4_096)]
    assert voters.NO in votes


def test_what_came_back_or_was_lost_speaks_for_nobody() -> None:
    board, state, given = table()
    given[1, PAIR] = (0, 3, 0)
    record = rules.reveal(board, state, given)
    words = range(0, 65_536, 4_096)
    liked = [voters.verdict(board, state, record, 1, (1, PAIR), word) for word in words]
    record.returned[1, PAIR] = given[1, PAIR]
    back = [voters.verdict(board, state, record, 1, (1, PAIR), word) for word in words]
    record.returned[1, PAIR] = 0
    record.lapsed[PAIR] = 1
    lost = [voters.verdict(board, state, record, 1, (1, PAIR), word) for word in words]
    assert liked.count(voters.YES) > back.count(voters.YES) == lost.count(voters.YES)


def test_agreement_with_a_statement_follows_synergy() -> None:
    _, state, _ = table()
    state.s[0], state.s[1] = 4 * ONE, ONE
    words = range(0, 65_536, 655)
    willing = [voters.statement(state, 0, word) for word in words]
    reluctant = [voters.statement(state, 1, word) for word in words]
    assert willing.count(voters.YES) > reluctant.count(voters.YES)
    assert {*willing, *reluctant} == {voters.YES, voters.NO, voters.UNSURE}
