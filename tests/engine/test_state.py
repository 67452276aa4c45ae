"""The state of one game, and its way to a file and back."""

import json
from typing import Any

import numpy as np
import pytest

from engine.rules import begin_round
from engine.rules import state as states
from engine.rules.board import build
from tests.engine.small import scenario
from tests.engine.synthetic import synthetic


def begun(seed: int = 3) -> states.State:
    board = synthetic()
    state = states.initial(board, seed)
    begin_round(board, state, states.dice(board, seed).block(0, 1))
    return state


def test_a_game_begins_shuffled_by_its_seed() -> None:
    board = build(scenario(), "90")
    one, same, other = states.initial(board, 5), states.initial(board, 5), states.initial(board, 6)
    assert states.equal(one, same)
    assert not states.equal(one, other)
    assert sorted(one.deck[:-1].tolist()) == list(range(board.spare))
    assert one.deck[-1] == -1
    assert sorted(one.situations.tolist()) == [0, 1, 2]
    assert (one.open == -1).all()
    assert (one.round, one.situation) == (0, -1)
    assert one.ind.tolist() == board.start.tolist()


def test_every_card_comes_first_for_some_seed() -> None:
    board = build(scenario(), "90")
    first = {int(states.initial(board, seed).deck[0]) for seed in range(60)}
    assert first == set(range(board.spare))


def test_a_copy_shares_nothing() -> None:
    state = begun()
    other = states.copy(state)
    for field in other:
        field += 1
    assert states.equal(state, begun())
    assert not states.equal(state, other)


def test_a_state_comes_back_from_json_as_it_was() -> None:
    board, state = synthetic(), begun()
    text = json.dumps(states.to_data(state))
    back = states.from_data(board, json.loads(text))
    assert states.equal(state, back)
    assert states.digest(state) == states.digest(back)
    assert all(field.dtype == np.int64 for field in back)


def test_a_digest_changes_with_any_number() -> None:
    state = begun()
    for name, field in state._asdict().items():
        if name == "said" or not field.size:
            continue  # what follows from the promises, and what the scenario has none of
        before = states.digest(state)
        field[...] += 1
        assert states.digest(state) != before


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("ind", [1, 2, 3], "ind should be whole numbers"),
        ("ind", [1, 2, 3, 4, 5.0], "ind should be whole numbers"),
        ("ind", [1, 2, 3, 4, True], "ind should be whole numbers"),
        ("ind", [1, 2, 3, 4, 1 << 63], "ind should be whole numbers"),
        ("trust", "much", "trust should be whole numbers"),
        ("colour", [1], "not the same: colour"),
    ],
)
def test_a_damaged_state_is_refused_with_its_field(field: str, value: Any, why: str) -> None:
    data = states.to_data(begun())
    data[field] = value
    with pytest.raises(ValueError, match=why):
        states.from_data(synthetic(), data)


def test_a_missing_field_is_named() -> None:
    data = states.to_data(begun())
    del data["deck"]
    with pytest.raises(ValueError, match="deck"):
        states.from_data(synthetic(), data)


def test_a_flat_state_can_be_seen_as_one() -> None:
    board, state = synthetic(), begun()
    words = states.flat(state)
    seen = states.over(board, words)
    assert states.equal(seen, state)
    seen.ind[0] = 99
    assert 99 in words
