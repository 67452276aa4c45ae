"""When memory is looked through: in a pause, and never between a key and its picture."""

import gc
from collections.abc import Iterator

import pytest

from game.windows.sweeping import QUIET, Sweeper


class Cycle:
    """Something that only a round of the collector lets go of."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture(autouse=True)
def usual() -> Iterator[tuple[int, int, int]]:
    """Python's own rounds, not the rarer ones of tests."""
    ours, usual = gc.get_threshold(), (700, 10, 10)
    gc.unfreeze()  # whatever another test's window left
    gc.set_threshold(*usual)
    yield usual
    gc.set_threshold(*ours)


@pytest.fixture
def sweeper(usual: tuple[int, int, int]) -> Iterator[Sweeper]:
    made = Sweeper()
    made.open()
    yield made
    made.shut()


def rounds() -> int:
    """Long rounds made so far."""
    return int(gc.get_stats()[2]["collections"])


def living() -> int:
    return sum(isinstance(each, Cycle) for each in gc.get_objects())


def test_no_long_round_comes_while_somebody_is_at_work(sweeper: Sweeper) -> None:
    before = rounds()
    lasting: list[list[object]] = []
    for i in range(100):
        lasting += [[lasting] for _ in range(3_000)]
        sweeper.turn(True, 0.1 * i)
    sweeper.turn(False, 9.9 + QUIET / 2)
    assert rounds() == before


def test_a_pause_sweeps_once(sweeper: Sweeper) -> None:
    Cycle()
    before = rounds()
    sweeper.turn(True, 1.0)
    for i in range(20):
        sweeper.turn(False, 1.0 + QUIET * i)
    assert rounds() == before + 1
    assert living() == 0


def test_what_another_session_leaves_behind_is_let_go_of(sweeper: Sweeper) -> None:
    old = Cycle()
    sweeper.turn(True, 0.0)
    sweeper.turn(False, QUIET * 2)
    del old
    sweeper.anew()
    sweeper.turn(True, QUIET * 3)
    sweeper.turn(False, QUIET * 5)
    assert living() == 0


def test_afterwards_everything_is_as_it_was(usual: tuple[int, int, int]) -> None:
    made = Sweeper()
    made.open()
    assert gc.get_threshold() != usual
    made.shut()
    assert gc.get_threshold() == usual
    assert gc.get_freeze_count() == 0
