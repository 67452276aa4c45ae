"""And if… one choice had been another: pairs of continuations on the same dice."""

import sys
from typing import NamedTuple

import numpy as np
import pytest

from engine import rules
from engine.fixed import Ints
from engine.rules import state as states
from engine.rules.board import Board
from engine.rules.state import State
from engine.simulate import futures
from tests.engine.synthetic import ints, synthetic

PARK = 16


class Moment(NamedTuple):
    board: Board
    state: State
    seed: int
    chosen: Ints
    instead: Ints


def moment(rounds: int = 2) -> Moment:
    """The first round of a game: the park would be built, but for one who keeps everything."""
    board = synthetic(rounds, situation_rows=ints([0]))
    state = states.initial(board, 2)
    rules.begin_round(board, state, states.dice(board, 2).block(0, 1))
    state.open[0] = PARK
    whole = np.zeros_like(state.given)
    whole[0, PARK], whole[3, PARK], whole[5, PARK] = (2, 0, 0), (2, 0, 0), (0, 2, 0)
    without = whole.copy()
    without[5] = 0
    return Moment(board, state, 2, without, whole)


def test_results_come_in_as_they_are_played_and_add_up() -> None:
    before = states.flat(moment().state)
    now = moment()
    results = list(futures.run(now, 12, plain=True))
    assert [r.done for r in results] == [5, 10, 12]
    assert all(r.total == 12 and r.better + r.same + r.worse == r.done for r in results)
    assert all((r.mine.sum(axis=1) == r.done).all() for r in results)
    assert np.array_equal(states.flat(now.state), before)


def test_building_the_park_is_better_and_not_building_it_worse() -> None:
    there = moment()
    *_, better = futures.run(there, 25, plain=True)
    assert better.better >= 2 * better.worse > 0
    *_, worse = futures.run(there._replace(chosen=there.instead, instead=there.chosen), 25, plain=True)
    assert (worse.better, worse.same, worse.worse) == (better.worse, better.same, better.better)


def test_the_same_choice_changes_nothing() -> None:
    there = moment()
    *_, same = futures.run(there._replace(instead=there.chosen), 8, plain=True)
    assert (same.better, same.same, same.worse) == (0, 8, 0)
    assert same.mine[:, 1].tolist() == [8] * 8


def test_both_speeds_tell_the_same_futures() -> None:
    *_, slow = futures.run(moment(), 20, plain=True)
    *_, quick = futures.run(moment(), 20, plain=False)
    assert (slow.better, slow.same, slow.worse) == (quick.better, quick.same, quick.worse)
    assert np.array_equal(slow.mine, quick.mine)


def test_in_the_last_round_there_is_only_the_reveal_to_compare() -> None:
    *_, last = futures.run(moment(rounds=1), 3, plain=True)
    assert (last.better, last.done) == (3, 3)


def test_where_compiled_rules_were_kept_but_no_longer_serve_few_pairs_are_played(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(futures, "is_warm", lambda: True)
    monkeypatch.setitem(sys.modules, "engine.simulate.compiled", None)
    first = next(iter(futures.run(moment())))
    assert (first.total, first.done) == (100, 5)
