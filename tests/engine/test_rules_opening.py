"""A round begins: the table, the situation, what lasts one round."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import numbers
from engine.fixed import ONE, from_float
from engine.rules import begin_round, open_carte_blanche
from engine.rules import state as states
from engine.rules.board import Board, weighed, with_project
from engine.rules.opening import fill_table, reshuffle
from engine.rules.state import State
from tests.engine.synthetic import COST, INDICATOR, POSTURE, TOKENS, TRUST, ints, synthetic, with_situations


def begun(board: Board, seed: int = 1) -> State:
    state = states.initial(board, seed)
    begin_round(board, state, states.dice(board, seed).block(0, 1))
    return state


def only_situation(*rows: tuple[int, int, int, int, int]) -> Board:
    """The neighbourhood with one situation."""
    return synthetic(situation_effects=ints(rows), situation_rows=ints([0, len(rows)]))


@given(st.integers(0, 500))
def test_one_open_project_always_raises_the_common_good(seed: int) -> None:
    board = synthetic()
    state = begun(board, seed)
    assert (state.open[:-1] >= 0).all()
    assert len(set(state.open[:-1].tolist())) == board.slots
    assert max(board.change[p, board.gate] for p in state.open[:-1]) >= numbers.RAISES
    assert state.open[-1] == -1


def test_projects_that_stay_keep_their_tokens_and_new_ones_come_bare() -> None:
    board = synthetic()
    state = begun(board)
    stays, leaves = int(state.open[0]), int(state.open[1])
    state.placed[stays] = (1, 1, 0)
    state.open[1] = -1
    begin_round(board, state, states.dice(board, 1).block(0, 2))
    assert state.open[0] == stays
    assert state.placed[stays].tolist() == [1, 1, 0]
    assert leaves not in state.open.tolist()
    assert state.placed[state.open[1]].sum() == 0
    assert state.round == 2


def test_the_deck_comes_back_shuffled_without_what_is_open_and_the_completed_last() -> None:
    board = synthetic()
    state = begun(board)
    state.done[[2, 3]] = 1
    reshuffle(board, state, states.dice(board, 1).block(0, 2))
    deck = [p for p in state.deck.tolist() if p >= 0]
    here = [p for p in state.open.tolist() if p >= 0]
    assert sorted(deck + here) == list(range(board.spare))
    completed = [p for p in (2, 3) if p not in here]
    assert sorted(deck[len(deck) - len(completed) :]) == completed


def test_what_comes_once_never_comes_back_complete() -> None:
    board = synthetic()
    state = begun(board)
    away = [p for p in range(board.spare) if p not in state.open.tolist()]
    board.once[away[:2]] = 1
    state.done[away[0]] = 1
    reshuffle(board, state, states.dice(board, 1).block(0, 2))
    assert away[0] not in state.deck.tolist()
    assert away[1] in state.deck.tolist()


def test_both_parts_of_a_new_deck_come_in_any_order() -> None:
    board = synthetic()
    state = begun(board)
    away = [p for p in range(board.spare) if p not in state.open.tolist()]
    state.done[:] = 1
    state.done[away[:3]] = 0
    fresh, completed = set(), set()
    for game in range(200):
        reshuffle(board, state, states.dice(board, 1).block(game, 2))
        deck = [p for p in state.deck.tolist() if p >= 0]
        fresh.add(tuple(deck[:3]))
        completed.add(tuple(deck[3:6]))
    assert fresh == set(itertools.permutations(away[:3]))
    assert len(completed) > 150, "thirteen cards begin in hardly ever the same order"


def test_an_exhausted_deck_never_leaves_the_table_empty() -> None:
    board = synthetic()
    state = begun(board)
    for round_ in range(2, 40):
        state.done[state.open[:-1]] = round_ - 1
        state.open[:] = -1
        begin_round(board, state, states.dice(board, 1).block(0, round_ % 7))
        state.clock[states.ROUND] = 1  # an evening has six rounds, a deck lasts longer
        assert (state.open[:-1] >= 0).all()
        assert max(board.change[p, board.gate] for p in state.open[:-1]) >= numbers.RAISES


@pytest.mark.parametrize(("open_raises", "last"), [(3, 9), (4, 2), (5, 2)])
def test_a_project_that_raises_the_common_good_by_four_is_enough_of_one(open_raises: int, last: int) -> None:
    """Otherwise the last place goes to the next card of the deck that does."""
    change = synthetic().change.copy()
    change[:, 4] = 1
    change[5, 4], change[9, 4] = open_raises, 6
    board = synthetic(change=change)
    state = states.initial(board, 1)
    state.open[:] = [5, -1, -1, -1, -1]
    state.deck[:] = [0, 1, 2, 9, *[-1] * 17]
    fill_table(board, state, states.dice(board, 1).block(0, 1))
    assert state.open.tolist() == [5, 0, 1, last, -1]


def test_without_any_project_that_raises_it_the_table_is_filled_all_the_same() -> None:
    board = synthetic()
    change = board.change.copy()
    change[:, board.gate] = 1
    state = begun(weighed(board._replace(change=change)))
    assert (state.open[:-1] >= 0).all()


def test_a_table_larger_than_the_deck_stays_open_in_part() -> None:
    board = synthetic(slots=25)
    state = begun(board)
    assert (state.open >= 0).sum() == board.spare


def test_a_situation_moves_indicators_at_once_and_the_gate_starts_after_it() -> None:
    board = only_situation((INDICATOR, 4, 0, -3, 0), (INDICATOR, 0, 0, -90, 0))
    state = begun(board)
    assert state.ind_before.tolist() == [40, 40, 40, 40, 40]
    assert state.ind.tolist() == [0, 40, 40, 40, 37]
    assert state.ind_ref.tolist() == state.ind.tolist()


def test_a_situation_gives_and_takes_tokens_for_one_round() -> None:
    board = only_situation((TOKENS, 0, 0, 1, 0), (TOKENS, 1, 1, -9, 0))
    state = begun(board)
    assert state.tokens[0].tolist() == [3, 0, 1]
    assert state.tokens[1].tolist() == [0, 0, 0]
    plain = with_situations(board._replace(situation_rows=ints([0, 0])))
    begin_round(plain, state, states.dice(board, 1).block(0, 2))
    assert np.array_equal(state.tokens, board.tokens)


def test_a_situation_changes_trust_within_its_bounds() -> None:
    board = only_situation((TRUST, 0, 1, -ONE, 0), (TRUST, 0, 2, ONE, 0))
    state = begun(board)
    assert state.trust[0, 1] == from_float(0.05)
    assert state.trust[0, 2] == ONE


def test_a_situation_moves_postures_only_at_the_reveal() -> None:
    board = only_situation((POSTURE, 2, 0, ONE, -ONE // 2))
    state = begun(board)
    assert np.array_equal(state.s, board.s0)
    assert (state.s_cards[2], state.a_cards[2]) == (ONE, -ONE // 2)


@pytest.mark.parametrize("by", [-3, -1, 1, 3])
def test_costs_change_for_kinds_that_are_needed_and_never_make_a_project_free(by: int) -> None:
    board = only_situation((COST, 0, 0, by, 0))
    state = begun(board)
    for project in state.open[:-1].tolist():
        before, now = board.cost[project], state.cost[project]
        assert now[1:].tolist() == before[1:].tolist()
        assert now[0] == (max(0, before[0] + by) if before[0] else 0)
        assert now.sum() > 0


def test_a_cheaper_round_never_completes_a_project_by_itself() -> None:
    board = only_situation((COST, 0, 0, -1, 0))
    state = begun(board)
    project = int(state.open[0])
    state.placed[project] = board.cost[project]
    state.placed[project, 0] -= 1
    begin_round(board, state, states.dice(board, 1).block(0, 2))
    assert state.cost[project].tolist() == board.cost[project].tolist()


def test_what_is_placed_is_never_above_the_cost_once_prices_fall_back() -> None:
    board = synthetic()
    state = begun(board)
    project = int(state.open[0])
    state.placed[project, 0] = board.cost[project, 0] + 1
    begin_round(
        with_situations(board._replace(situation_rows=ints([0, 0, 0]))),
        state,
        states.dice(board, 1).block(0, 2),
    )
    assert state.cost[project, 0] == board.cost[project, 0] + 1


def test_a_completed_project_helps_the_next_round_only() -> None:
    effects = ints([(TOKENS, 0, 2, 2, 0), (COST, 0, 0, -1, 0), (TRUST, 0, 1, ONE, 0)])
    offsets = np.full(22, 3, dtype=np.int64)
    offsets[0] = 0
    board = synthetic(project_effects=effects, project_rows=offsets, situation_rows=ints([0]))
    state = states.initial(board, 1)
    state.clock[states.ROUND] = 1
    state.done[0] = 1
    begin_round(board, state, states.dice(board, 1).block(0, 2))
    assert state.tokens[0, 2] == board.tokens[0, 2] + 2
    needing = [p for p in state.open[:-1].tolist() if board.cost[p, 0] > 1]
    assert needing
    assert all(state.cost[p, 0] == board.cost[p, 0] - 1 for p in needing)
    assert state.trust[0, 1] == board.trust0[0, 1]
    begin_round(board, state, states.dice(board, 1).block(0, 3))
    assert np.array_equal(state.tokens, board.tokens)


def test_situations_come_in_the_order_of_the_shuffle_then_again() -> None:
    board = synthetic()
    state = states.initial(board, 4)
    seen = []
    for round_ in range(1, 5):
        begin_round(board, state, states.dice(board, 4).block(0, round_))
        seen.append(state.situation)
    assert seen == [*state.situations.tolist(), *state.situations.tolist()]


def test_the_rooms_project_has_a_place_of_its_own() -> None:
    board = synthetic()
    state = begun(board)
    others = state.open[:-1].tolist()
    written = with_project(board, (3, 2, 0), (0, 0, 2, 0, 3))
    open_carte_blanche(written, state)
    assert state.open.tolist() == [*others, board.spare]
    assert state.cost[board.spare].tolist() == [3, 2, 0]
    begin_round(written, state, states.dice(board, 1).block(0, 2))
    assert state.open[-1] == board.spare
