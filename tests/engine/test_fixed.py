"""Fixed-point numbers and dice."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.dice import FUTURES, GUMBEL, SESSION, Dice
from engine.fixed import ONE, clip, div, from_float, mul, tenths, to_float

NUMBERS = st.integers(-(1 << 30), 1 << 30)


@given(NUMBERS, NUMBERS)
def test_a_product_is_the_nearest_number(x: int, y: int) -> None:
    assert abs(mul(x, y) * ONE - x * y) * 2 <= ONE


@given(NUMBERS, st.integers(1, 1 << 30))
def test_a_quotient_is_the_nearest_number(x: int, y: int) -> None:
    assert abs(div(x, y) * y - x * ONE) * 2 <= y


@given(NUMBERS, NUMBERS)
def test_numpy_counts_as_python_does(x: int, y: int) -> None:
    assert mul(np.int64(x), np.int64(y)) == mul(x, y)
    assert div(np.int64(x), np.int64(abs(y) + 1)) == div(x, abs(y) + 1)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_clipping_keeps_within_bounds_and_leaves_what_is_inside(x: int, y: int, z: int) -> None:
    low, high = min(y, z), max(y, z)
    assert low <= clip(x, low, high) <= high
    assert clip(x, low, high) == x or not low <= x <= high


def test_what_a_designer_writes_comes_back_as_written() -> None:
    assert [round(to_float(from_float(x)), 3) for x in (0.35, 2.6, -0.25, 4)] == [0.35, 2.6, -0.25, 4]


@given(x=st.integers(-50 * ONE, 50 * ONE), goal=st.integers(0, 500))
def test_a_gain_that_misses_its_goal_is_never_written_as_reaching_it(x: int, goal: int) -> None:
    aim = goal * ONE // 10
    shown = tenths(x, aim)
    assert (shown >= tenths(aim)) == (x >= aim)
    assert abs(shown - to_float(x)) <= 0.1 + 1e-9


def test_the_gumbel_table_holds_its_quantiles() -> None:
    steps = (np.arange(1024) + 0.5) / 1024
    assert np.abs(GUMBEL / ONE + np.log(-np.log(steps))).max() < 1e-5
    assert abs(GUMBEL.mean() / ONE - 0.5772) < 0.001
    assert abs(GUMBEL.std() / ONE - math.pi / math.sqrt(6)) < 0.01


def test_a_block_of_dice_depends_on_its_address_alone() -> None:
    stream = Dice(7, SESSION, words=100, rounds=3)
    games = stream.games(first=2, count=3)
    assert games.shape == (3, 4, 112)
    for game in range(3):
        for round_ in range(4):
            assert np.array_equal(games[game, round_], stream.block(2 + game, round_))
    assert stream.block(0, 0).dtype == np.int64
    assert 0 <= stream.block(0, 0).min() <= stream.block(0, 0).max() < 1 << 16


def test_these_dice_are_the_same_on_every_machine() -> None:
    assert Dice(7, SESSION, 100, 3).block(0, 1)[:5].tolist() == [3131, 52360, 35840, 519, 25041]


def test_another_draw_domain_or_seed_gives_other_dice() -> None:
    first = Dice(7, SESSION, 100, 3).block(0, 1)
    for other in (
        Dice(7, SESSION, 100, 3).block(0, 1, draw=1),
        Dice(7, FUTURES, 100, 3).block(0, 1),
        Dice(8, SESSION, 100, 3).block(0, 1),
        Dice(7, SESSION, 100, 3).block(1, 1),
    ):
        assert not np.array_equal(first, other)


@pytest.mark.parametrize("seed", [-1, 1 << 63])
def test_a_seed_out_of_range_is_refused(seed: int) -> None:
    with pytest.raises(ValueError, match="whole number"):
        Dice(seed, SESSION, 10, 2)
