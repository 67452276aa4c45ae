"""With satisfaction, learning, cards and broken words out of play, postures follow the published models."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.fixed import ONE, from_float
from engine.rules import state as states
from engine.rules.board import Board
from engine.rules.postures import move_postures
from engine.rules.record import blank
from engine.rules.state import State
from tests.engine.synthetic import ints, synthetic

Floats = NDArray[np.float64]
ROUNDING = 20 / ONE
"""A round adds at most a few units in the last place; near a fixed point they do not pile up."""


def people(lam: float, eps: float, trust: Floats, s: Floats, a: Floats) -> tuple[Board, State]:
    """Eight people of influence 1 with these trusts and postures, and nothing else that moves them."""
    board = synthetic(
        lam=ints([from_float(lam)] * 8), eps=ints([from_float(eps)] * 8), kappa=0, rho=0,
        influence=ints([1] * 8), s0=ints(np.round(s * ONE)), a0=ints(np.round(a * ONE)),
        trust0=ints(np.round(trust * ONE)),
    )  # fmt: skip
    return board, states.undealt(board)


def move(board: Board, state: State, times: int) -> None:
    for _ in range(times):
        move_postures(board, state, blank(board))


def shares(trust: Floats) -> Floats:
    """Row-normalised weights, as the published models write them."""
    return trust / trust.sum(axis=1, keepdims=True)


def society(seed: int) -> tuple[Floats, Floats, Floats]:
    random = np.random.default_rng(seed)
    trust = random.uniform(0.1, 1, (8, 8))
    np.fill_diagonal(trust, 1)
    return trust, random.uniform(1, 4, 8), random.uniform(1, 4, 8)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 1 << 32))
def test_degroot_a_trusting_society_reaches_the_weighted_consensus(seed: int) -> None:
    trust, s, a = society(seed)
    board, state = people(1, 1, trust, s, a)
    move(board, state, 60)
    limit = np.linalg.matrix_power(shares(trust), 200)[0]
    assert np.abs(state.s / ONE - limit @ s).max() < 60 * 2 / ONE
    assert np.abs(state.a / ONE - limit @ a).max() < 60 * 2 / ONE


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 1 << 32), st.sampled_from([0.2, 0.4, 0.7]))
def test_friedkin_johnsen_anchored_people_settle_at_the_fixed_point(seed: int, lam: float) -> None:
    trust, s, a = society(seed)
    board, state = people(lam, 1, trust, s, a)
    move(board, state, 60)
    settle = np.linalg.inv(np.eye(8) - lam * shares(trust)) * (1 - lam)
    assert np.abs(state.s / ONE - settle @ s).max() < ROUNDING
    assert np.abs(state.a / ONE - settle @ a).max() < ROUNDING


def hegselmann_krause(x: Floats, reach: float) -> Floats:
    """Everyone takes the mean of those within reach, until nobody moves (by the larger of two gaps)."""
    while True:
        near = np.abs(x[:, None] - x[None]).max(axis=2) <= reach
        moved = (near @ x) / near.sum(axis=1, keepdims=True)
        if np.abs(moved - x).max() < 1e-9:
            return moved
        x = moved


def test_hegselmann_krause_opinions_gather_in_clusters_out_of_reach_of_each_other() -> None:
    s = np.array([1.0, 1.2, 1.4, 2.3, 2.5, 3.5, 3.7, 3.9])
    a = np.array([1.5, 1.4, 1.6, 2.4, 2.3, 3.0, 3.1, 2.9])
    board, state = people(1, 0.2, np.ones((8, 8)), s, a)
    move(board, state, 30)
    expected = hegselmann_krause(np.stack([s, a], axis=1), 0.6)
    assert np.abs(np.stack([state.s, state.a], axis=1) / ONE - expected).max() < ROUNDING
    assert len(np.unique(np.round(expected, 3), axis=0)) == 3


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 1 << 32))
def test_hegselmann_krause_any_two_people_end_together_or_out_of_reach(seed: int) -> None:
    _, s, a = society(seed)
    board, state = people(1, 0.25, np.ones((8, 8)), s, a)
    move(board, state, 40)
    x = np.stack([state.s, state.a], axis=1) / ONE
    gaps = np.abs(x[:, None] - x[None]).max(axis=2)
    assert ((gaps < ROUNDING) | (gaps > 0.75 - ROUNDING)).all()


def test_without_weight_one_keeps_ones_own_place() -> None:
    s, a = np.linspace(1, 4, 8), np.full(8, 2.0)
    board, state = people(1, 0.01, np.zeros((8, 8)), s, a)
    before = state.s.copy()
    move(board, state, 3)
    assert np.array_equal(state.s, before)
