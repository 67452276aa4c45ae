"""The published measures that the Bilan uses, against their published behaviour."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import agreement
from engine.debrief import groups

COUNTS = st.integers(0, 60)


def test_four_voters_are_too_few_for_any_word() -> None:
    assert agreement.word(4, 0, 0) == "few"
    assert agreement.word(5, 0, 0) == "agree"


@pytest.mark.parametrize(
    ("yes", "no", "unsure", "expected"),
    [
        (16, 1, 0, "agree"),
        (9, 8, 0, "divided"),
        (3, 14, 0, "disagree"),
        (6, 0, 11, "unsure"),
        (6, 3, 0, "rather"),
        (3, 6, 1, "rather-not"),
        (5, 3, 0, "divided"),
        (0, 0, 9, "unsure"),
    ],
)
def test_the_room_agrees_disagrees_or_is_divided(yes: int, no: int, unsure: int, expected: str) -> None:
    assert agreement.word(yes, no, unsure) == expected


def test_share_and_z_are_the_formulas_of_polis() -> None:
    share, z = agreement.weight(9, 10)
    assert share == pytest.approx(10 / 12)
    assert z == pytest.approx(2 * 11**0.5 * (10 / 11 - 0.5))


@given(COUNTS, COUNTS, COUNTS)
def test_saying_yes_for_no_turns_the_word_round(yes: int, no: int, unsure: int) -> None:
    mirror = {"agree": "disagree", "disagree": "agree", "rather": "rather-not", "rather-not": "rather"}
    said = agreement.word(yes, no, unsure)
    assert agreement.word(no, yes, unsure) == mirror.get(said, said)


def test_consensus_falls_when_one_group_stays_away() -> None:
    both = agreement.consensus([(9, 10), (9, 10)])
    one = agreement.consensus([(10, 10), (1, 10)])
    assert both == pytest.approx((10 / 12) ** 2)
    assert one < both


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((0, 0, 20, 0, 0, 0, 0), 1.0),  # all alike
        ((5, 5, 5, 5, 5, 5, 5), 0.0),  # uniform
        ((10, 0, 0, 0, 0, 0, 10), -1.0),  # two opposite poles
        ((0, 0, 10, 10, 0, 0, 0), 1 - 1 / 6),  # two neighbours: unimodal
    ],
)
def test_agreement_on_a_scale_has_its_published_anchors(counts: tuple[int, ...], expected: float) -> None:
    assert agreement.eijk(counts) == pytest.approx(expected)


@given(st.lists(COUNTS, min_size=7, max_size=7))
def test_agreement_on_a_scale_stays_in_bounds_and_ignores_direction(counts: list[int]) -> None:
    value = agreement.eijk(counts)
    if value is None:
        assert sum(counts) == 0
        assert agreement.polarisation(counts) is None
    else:
        assert -1.0000001 <= value <= 1.0000001
        assert agreement.eijk(counts[::-1]) == pytest.approx(value)


def test_two_poles_are_fully_polarised_and_one_voice_not_at_all() -> None:
    assert agreement.polarisation((8, 0, 0, 0, 0, 0, 8)) == 100
    assert agreement.polarisation((0, 0, 0, 8, 0, 0, 0)) == 0


def two_camps(size: int, questions: int = 6) -> np.ndarray:
    rng = np.random.default_rng(3)
    base = np.where(np.arange(2 * size)[:, None] < size, 1.0, -1.0) * np.ones(questions)
    noise = rng.random((2 * size, questions)) < 0.1
    return np.where(noise, -base, base)


def test_two_camps_are_found_and_nobody_is_left_in_a_small_group() -> None:
    labels = groups.find(two_camps(9))
    assert labels is not None
    assert len(set(labels[:9])) == 1
    assert len(set(labels[9:])) == 1
    assert labels[0] != labels[9]


def test_no_groups_under_fifteen_voters_nor_in_a_room_of_one_mind() -> None:
    assert groups.find(two_camps(7)) is None
    assert groups.find(np.ones((30, 6))) is None
    assert groups.find(np.zeros((30, 0))) is None


def test_a_handful_apart_is_never_shown_as_a_group() -> None:
    answers = np.ones((20, 5))
    answers[:3] = -1
    assert groups.find(answers) is None


def test_questions_not_asked_to_everyone_do_not_break_the_grouping() -> None:
    answers = two_camps(10)
    answers[::4, 0] = np.nan
    assert groups.find(answers) is not None
