"""What a good scenario shows: measured on the shipped ones, and told apart where it is missing."""

from typing import Any

import numpy as np
import pytest

from engine import balance
from engine.content import library
from engine.fixed import Ints
from engine.rules.board import build
from engine.simulate import mixture, run
from engine.simulate.batch import answer, fresh
from engine.simulate.policies import POLICIES, policy
from engine.simulate.summary import Summary
from tests.engine.small import scenario
from tests.engine.speeds import compiled
from tests.engine.synthetic import synthetic

SHIPPED = library.slugs()


def shipped(slug: str) -> Any:
    loaded = library.load(slug).scenario
    assert loaded is not None
    return loaded


@pytest.mark.parametrize("slug", SHIPPED)
def test_every_shipped_scenario_shows_what_a_good_one_does(
    slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fewer games than `coop balance` plays, but always the same ones; what is debated needs whole sessions,
    which take their time, and is measured there alone."""
    compiled()
    monkeypatch.setattr(balance, "SESSIONS", 2)
    rows = [row for row in balance.report(shipped(slug), 1_000) if "debates" not in row.key]
    assert [row for row in rows if not row.met] == []


@pytest.mark.parametrize("slug", SHIPPED)
def test_both_speeds_play_the_same_thousand_games_of_a_shipped_scenario(slug: str) -> None:
    whole = shipped(slug)
    board = build(whole, whole.durations[0])
    request = fresh(board, policy(board, "written"), 1, 0, 1_000)
    assert np.array_equal(answer(request, compiled()), answer(request))


@pytest.mark.parametrize("slug", SHIPPED)
def test_both_speeds_play_the_same_long_games_of_people_who_differ(slug: str) -> None:
    """A training's six rounds: projects lapse, cards come round again; every policy sits in every seat."""
    board = build(shipped(slug), "training")
    games = 1_000 // len(POLICIES) + 1
    for shift in range(len(POLICIES)):
        how = (np.arange(board.n, dtype=np.int64) + shift) % len(POLICIES)
        request = fresh(board, how, 1, shift * games, games)
        assert np.array_equal(answer(request, compiled()), answer(request)), f"seats turned by {shift}"


def test_a_scenario_that_shows_nothing_good_is_told_so() -> None:
    def few(board: Any, how: Ints, _games: int) -> Summary:
        return run(board, how, 6, balance.SEED, plain=True)

    rows = list(balance.measure(scenario(), "45", 6, few))
    keys = [row.key for row in rows]
    assert len(keys) == len(set(keys)) == len({row.target for row in rows}) == 18
    assert {row.duration for row in rows} == {"45"}
    assert not all(row.met for row in rows)
    assert all(row.measured for row in rows)
    assert "%" in rows[0].measured
    assert rows[1].measured.count(",") == 1  # two of the four keep everything, and are named


def test_the_half_that_matters_least_is_the_one_reported() -> None:
    """Here only the first four hold anything: without the others the room does as well."""
    tokens = synthetic().tokens.copy()
    tokens[:4] *= 2
    tokens[4:] = 0
    board = synthetic(2, tokens=tokens)

    def play(board: Any, how: Ints, games: int) -> Summary:
        return run(board, how, games, balance.SEED)

    success, half = balance.worst_half(board, 300, play)
    idle = run(board, mixture(board, "room", "keep", (4, 5, 6, 7)), 300, balance.SEED).success
    assert success >= idle == run(board, "room", 300, balance.SEED).success
    assert success == run(board, mixture(board, "room", "keep", half), 300, balance.SEED).success


def test_the_dilemma_alone_breaking_pays_all_breaking_costs() -> None:
    board = synthetic()
    loyal, alone = balance.gains(board, 2_000)
    selfish = run(board, "selfish", 2_000, balance.SEED).totals
    assert (alone > loyal).sum() >= 6
    assert (selfish < loyal).all()


def test_a_card_that_never_comes_is_named() -> None:
    games = 5
    small = scenario()
    board = build(small, "45")
    summary = run(board, "written", games, 1, plain=True)
    summary.open_rounds[0] = 0
    summary.situations[1] = 0
    summary.head_rounds[2] = 10 * summary.open_rounds[2]
    unseen, odd, _ = balance._in_play(small, "45", balance.names(small), summary)
    assert (unseen.named, unseen.met) == (("garden", "visit"), False)
    assert ("market" in odd.named, odd.met) == (True, False)
