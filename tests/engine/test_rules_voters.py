"""Simulated voters of a demonstration: they forecast by trust, judge by what they hold dear, and hesitate."""

from collections import Counter

import numpy as np
import pytest

from engine import rules
from engine.fixed import ONE, Ints, from_float
from engine.rules import state as states
from engine.rules.board import Board, weighed
from engine.rules.promising import say
from engine.rules.record import Record
from engine.rules.state import State
from engine.rules.voters import NO, UNSURE, YES, forecast, statement, verdict
from tests.engine.synthetic import ints, synthetic

CLINIC, PAIR, SQUARE, ROAD = 0, 3, 9, 12  # the road harms health, and the common good not at all
ANA, LANDLORD, OTHER = 0, 1, 3  # who cares for health, for economy; who holds time and backing
EVEN = ONE // 2  # a word that leans to neither side


def shares(answers: list[int]) -> list[float]:
    """Shares of yes, unsure, no."""
    counts = Counter(answers)
    return [round(counts[answer] / len(answers), 2) for answer in (YES, UNSURE, NO)]


def revealed(
    promised: dict[int, Ints], given: dict[int, Ints], who: int = OTHER
) -> tuple[Board, State, Record]:
    """A first round in which one character promised and gave this, by project."""
    board = synthetic(situation_rows=ints([0]))
    state = states.initial(board, 1)
    rules.begin_round(board, state, states.dice(board, 1).block(0, 1))
    state.open[:] = [CLINIC, PAIR, SQUARE, ROAD, -1]
    state.tokens[who] = (2, 2, 0)
    choices = np.zeros_like(state.given)
    for project, tokens in promised.items():
        say(state, who, project, tokens)
    for project, tokens in given.items():
        choices[who, project] = tokens
    return board, state, rules.reveal(board, state, choices)


TWO, FOUR = ints([2, 0, 0]), ints([2, 2, 0])


@pytest.mark.parametrize(("trust", "expected"), [(0.5, [0.42, 0.15, 0.42]), (0.9, [0.82, 0.15, 0.03])])
def test_a_forecast_is_yes_as_often_as_one_trusts_and_unsure_around_it(
    trust: float, expected: list[float]
) -> None:
    state = states.initial(synthetic(), 1)
    state.trust[ANA, OTHER] = from_float(trust)
    found = shares([forecast(state, ANA, OTHER, word) for word in range(0, ONE, 16)])
    assert found == pytest.approx(expected, abs=0.011)


def test_one_counts_on_oneself() -> None:
    state = states.initial(synthetic(), 1)
    answers = [forecast(state, ANA, ANA, word) for word in range(0, ONE, 16)]
    assert shares(answers) == pytest.approx([0.92, 0.08, 0], abs=0.011)


@pytest.mark.parametrize(("synergy", "yes"), [(1, 0.125), (2.5, 0.425), (4, 0.725)])
def test_the_more_synergy_the_likelier_one_agrees_with_a_statement(synergy: float, yes: float) -> None:
    state = states.initial(synthetic(), 1)
    state.s[ANA] = from_float(synergy)
    found = shares([statement(state, ANA, word) for word in range(0, ONE, 16)])
    assert found == pytest.approx([yes, 0.15, 0.85 - yes], abs=0.011)


def test_of_who_did_nothing_the_draw_alone_decides() -> None:
    board, state, record = revealed({}, {})
    answers = [verdict(board, state, record, ANA, (OTHER, -1), word) for word in range(0, ONE, 16)]
    assert shares(answers) == pytest.approx([0.25, 0.25, 0.5], abs=0.011)


def test_a_gift_is_judged_by_what_it_did_for_what_one_holds_dear() -> None:
    board, state, record = revealed({}, {ROAD: TWO})
    state.s[:] = ONE  # nobody votes for the common good
    assert verdict(board, state, record, LANDLORD, (OTHER, ROAD), EVEN) == YES
    board = weighed(board._replace(stakes=ints(np.where(np.arange(5) == 0, 10, 0) * np.ones((8, 1)))))
    assert verdict(board, state, record, ANA, (OTHER, ROAD), EVEN) == NO


@pytest.mark.parametrize("project", [CLINIC, SQUARE])
def test_whatever_is_drawn_a_word_kept_for_what_one_holds_dear_is_praised_and_one_broken_is_blamed(
    project: int,
) -> None:
    for given, answer in (({project: TWO}, YES), ({}, NO)):
        board, state, record = revealed({project: TWO}, given)
        drawn = {verdict(board, state, record, ANA, (OTHER, project), word) for word in range(0, ONE, 512)}
        assert drawn == {answer}


def test_a_word_broken_for_nothing_is_blamed_and_one_broken_for_better_is_not() -> None:
    board, state, record = revealed({PAIR: FOUR}, {})
    assert verdict(board, state, record, LANDLORD, (OTHER, PAIR), EVEN) == NO
    board, state, record = revealed({PAIR: FOUR}, {CLINIC: FOUR})
    assert verdict(board, state, record, ANA, (OTHER, PAIR), EVEN) == YES
    assert verdict(board, state, record, LANDLORD, (OTHER, PAIR), EVEN) == NO


def test_a_word_not_kept_costs_half_a_point_beside_the_tokens() -> None:
    """What was given elsewhere is worth just what was not: the word alone is left, and tips the vote."""
    board, state, record = revealed({PAIR: FOUR}, {CLINIC: FOUR})
    change = board.change.copy()
    change[CLINIC] = change[PAIR]
    board = weighed(board._replace(change=change))
    drawn = {shift: EVEN + round(shift * ONE / 2) for shift in (0.2, 0.3, 0.7, 0.8)}
    answers = {s: verdict(board, state, record, ANA, (OTHER, PAIR), word) for s, word in drawn.items()}
    assert answers == {0.2: NO, 0.3: UNSURE, 0.7: UNSURE, 0.8: YES}


def test_half_a_word_kept_is_half_a_blame() -> None:
    board, state, record = revealed({PAIR: FOUR}, {PAIR: TWO})
    assert record.unkept[OTHER, PAIR] == ONE // 2
    drawn = {shift: EVEN + round(shift * ONE / 2) for shift in (-0.1, 0.1, 0.4, 0.6)}
    answers = {s: verdict(board, state, record, ANA, (OTHER, PAIR), word) for s, word in drawn.items()}
    assert answers == {-0.1: NO, 0.1: UNSURE, 0.4: UNSURE, 0.6: YES}
