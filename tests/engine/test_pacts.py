"""Pacts: a private promise between two, which they alone can count on, and alone learn from."""

from typing import Any

import numpy as np
import pytest

from engine import numbers
from engine.content.model import Scenario
from engine.fixed import ONE
from engine.rules import pacts
from engine.rules import state as states
from engine.rules.board import Board, build, names
from engine.rules.choosing import choice_value
from engine.rules.opening import begin_round
from engine.rules.promising import say
from engine.rules.revealing import reveal
from engine.rules.state import BROKEN, KEPT, PART, State
from engine.rules.values import expected, free, promisers, unsaid, wanted
from engine.rules.voters import NO, YES, verdict
from engine.simulate import policies
from engine.simulate.batch import answer, fresh
from tests.engine import private, small
from tests.engine.speeds import compiled


class Two:
    """A round of the small scenario with the garden and the desk on the table; Ana and Di may seal a pact."""

    def __init__(self, scenario: Scenario | None = None) -> None:
        scenario = scenario or private.scenario(mandates={})
        self.board: Board = build(scenario, "90")
        self.names = names(scenario)
        self.state: State = states.initial(self.board, 1)
        begin_round(self.board, self.state, states.dice(self.board, 1).block(0, 1))
        self.state.open[:] = -1
        for place, project in enumerate(("garden", "desk", "clinic")):
            self.state.open[place] = self.names.project(project)
        self.ana, self.di = self.names.character("ana"), self.names.character("di")
        self.garden, self.desk = self.names.project("garden"), self.names.project("desk")

    def propose(self, ana: Any = (2, 0, 0), di: Any = (0, 0, 1)) -> None:
        """Ana gives to the garden, Di to the desk."""
        self.state.pact[self.ana], self.state.pact[self.di] = ana, di
        pacts.write_down(self.state, self.ana, self.garden, self.di, self.desk)

    def reveal(self, ana: Any = (0, 0, 0), di: Any = (0, 0, 0)) -> Any:
        given = np.zeros_like(self.state.given)
        given[self.ana, self.garden], given[self.di, self.desk] = ana, di
        return reveal(self.board, self.state, given)


def test_a_pact_kept_raises_trust_between_those_two_alone() -> None:
    with_pact, without = Two(), Two()
    with_pact.propose()
    record, plain = (two.reveal((2, 0, 0), (0, 0, 1)) for two in (with_pact, without))
    assert record.pact_fact[with_pact.ana] == record.pact_fact[with_pact.di] == KEPT
    more = record.trust_acts - plain.trust_acts
    assert more[with_pact.ana, with_pact.di] > 0
    assert more[with_pact.di, with_pact.ana] > 0
    more[with_pact.ana, with_pact.di] = more[with_pact.di, with_pact.ana] = 0
    assert not more.any()


def test_who_breaks_a_pact_loses_the_trust_of_the_other_and_of_nobody_else() -> None:
    two = Two()
    before = two.state.trust.copy()
    two.propose()
    record = two.reveal((2, 0, 0), (0, 0, 0))
    assert (record.pact_fact[two.ana], record.pact_fact[two.di]) == (KEPT, BROKEN)
    lost = two.state.trust[:, two.di] - before[:, two.di]
    assert lost[two.ana] == -before[two.ana, two.di] * numbers.BROKEN_LOSS // ONE or lost[two.ana] < 0
    assert not np.delete(lost, two.ana).any()


def test_half_a_pact_costs_half_as_much() -> None:
    half, none = Two(), Two()
    for two, given in ((half, (1, 0, 0)), (none, (0, 0, 0))):
        two.propose()
        record = two.reveal(given, (0, 0, 1))
        assert record.pact_fact[two.ana] == (PART if two is half else BROKEN)
    start = half.board.trust0[half.di, half.ana]
    lost_half = start - half.state.trust[half.di, half.ana]
    lost_all = start - none.state.trust[none.di, none.ana]
    assert 0 < lost_half < lost_all


def test_only_the_other_counts_on_what_was_pledged() -> None:
    two = Two()
    by = promisers(two.state, two.desk)
    before = [expected(two.state, who, two.desk, by) for who in range(two.board.n)]
    two.propose()
    after = [expected(two.state, who, two.desk, by) for who in range(two.board.n)]
    assert after[two.ana][2] > before[two.ana][2]
    assert [a for i, a in enumerate(after) if i != two.ana] == [
        b for i, b in enumerate(before) if i != two.ana
    ]


def test_what_was_pledged_weighs_as_a_word_and_stays_wanted_where_a_project_looks_full() -> None:
    two = Two()
    cy = two.names.character("cy")
    say(two.state, cy, two.garden, two.state.cost[two.garden])
    value = choice_value(two.board, two.state, two.ana, two.garden, ONE, ONE)
    assert wanted(two.state, two.ana, two.garden)[0] == 0
    two.propose()
    assert wanted(two.state, two.ana, two.garden)[0] == 2
    assert choice_value(two.board, two.state, two.ana, two.garden, ONE, ONE) > value


def test_somebody_refuses_for_a_reason() -> None:
    two = Two()
    two.state.trust[two.di, two.ana] = ONE
    two.propose()
    assert pacts.refusal(two.board, two.state, two.di) == pacts.ACCEPTED
    say(two.state, two.di, two.garden, two.state.tokens[two.di])
    assert pacts.refusal(two.board, two.state, two.di) == pacts.NO_TOKENS
    two.state.promised[:] = 0
    two.state.said[:] = 0
    two.state.trust[two.di, two.ana] = numbers.PACT_TRUST - 1
    assert pacts.refusal(two.board, two.state, two.di) == pacts.NO_TRUST
    two.state.trust[two.di, two.ana] = ONE
    two.state.a[two.di] = numbers.HIGHEST_POSTURE
    two.board.change[[two.garden, two.desk]] = -1
    two.board.hoped[[two.garden, two.desk]] = -ONE
    assert pacts.refusal(two.board, two.state, two.di) == pacts.NO_USE


def test_one_pact_a_round_is_sealed_among_those_who_may_where_it_serves_both() -> None:
    two = Two()
    two.state.trust[:] = ONE
    first = pacts.seal_one(two.board, two.state, np.ones(two.board.n, dtype=np.int64))
    assert first >= 0
    assert int((two.state.pact_with >= 0).sum()) == 2
    for who in (first, int(two.state.pact_with[first])):
        assert pacts.refusal(two.board, two.state, who) == pacts.ACCEPTED
        assert 0 < two.state.pact[who].sum() <= two.state.tokens[who].sum()
    nobody = Two()
    assert pacts.seal_one(nobody.board, nobody.state, np.zeros(nobody.board.n, dtype=np.int64)) == -1
    assert not nobody.state.pact.any()
    assert (nobody.state.pact_with == -1).all()


def test_what_was_pledged_is_promised_to_nothing_else() -> None:
    two = Two()
    had = free(two.state, two.ana, 0)
    two.propose()
    assert free(two.state, two.ana, 0) == had - 2
    say(two.state, two.ana, two.garden, (1, 0, 0))
    assert free(two.state, two.ana, 0) == had - 2, "the word said aloud is of the same tokens"
    assert unsaid(two.state, two.ana, 0) == had - 1


@pytest.mark.parametrize("seed", range(12))
def test_two_never_pledge_a_place_more_than_it_needs(seed: int) -> None:
    two = Two()
    state, luck = two.state, np.random.default_rng(seed)
    state.trust[:] = ONE
    state.placed[:] = np.minimum(luck.integers(0, 4, state.placed.shape), state.cost)
    first = pacts.seal_one(two.board, state, np.ones(two.board.n, dtype=np.int64))
    if first >= 0 and state.pact_project[first] == state.pact_project[state.pact_with[first]]:
        project = state.pact_project[first]
        pledged = state.pact[first] + state.pact[state.pact_with[first]]
        assert (pledged <= state.cost[project] - state.placed[project]).all()


def test_those_who_do_not_trust_each_other_seal_nothing() -> None:
    two = Two()
    two.state.trust[:] = numbers.PACT_TRUST - 1
    assert pacts.seal_one(two.board, two.state, np.ones(two.board.n, dtype=np.int64)) == -1


def test_a_voter_blames_whoever_broke_a_pact_and_praises_who_kept_it() -> None:
    votes = {}
    for gave in (0, 2):
        two = Two()
        two.state.s[two.ana] = numbers.HIGHEST_POSTURE
        two.propose()
        record = two.reveal((gave, 0, 0), (0, 0, 1))
        act = two.ana, two.garden
        words = range(0, ONE, 4_096)
        votes[gave] = [verdict(two.board, two.state, record, two.di, act, word) for word in words]
    assert votes[0].count(NO) > len(votes[0]) // 2
    assert votes[2].count(YES) > votes[0].count(YES)


def test_a_pact_lasts_one_round() -> None:
    two = Two()
    two.propose()
    two.reveal()
    begin_round(two.board, two.state, states.dice(two.board, 1).block(0, 2))
    assert (two.state.pact_with == -1).all()
    assert not two.state.pact.any()


def test_a_scenario_without_pacts_keeps_no_place_for_them() -> None:
    board = build(small.scenario(), "90")
    state = states.initial(board, 1)
    assert state.pact_with.size == state.pact.size == state.mandate.size == 0


@pytest.mark.parametrize("how", ["written", "loyal", "shrewd"])
def test_compiled_and_plain_rules_seal_and_keep_the_same_pacts(how: str) -> None:
    board = build(private.scenario(), "90")
    request = fresh(board, policies.policy(board, how), 3, 0, 40)
    rows = answer(request)
    assert np.array_equal(answer(request, compiled()), rows)
    bare = build(private.scenario(pacts=False), "90")
    other = answer(fresh(bare, policies.policy(bare, how), 3, 0, 40))
    assert not np.array_equal(rows, other), "pacts change what happens"
