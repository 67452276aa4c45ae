"""Each number of the model stands once, and the guide's table is printed from there."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine import numbers, own_project, rules
from engine.debrief import record as measures
from engine.fixed import ONE, from_float
from engine.numbers.__main__ import README, printed, rows
from engine.play.commands import CarteBlanche
from engine.play.legal import Refused
from engine.rules import state as states
from engine.rules.board import build, with_project
from engine.simulate import policies
from engine.view.types import Audience
from tests.engine.driving import to
from tests.engine.small import scenario
from tests.engine.synthetic import ints, synthetic

ENGINE = Path(numbers.__file__).parent.parent
ELSEWHERE = ("effects", "rules", "simulate", "play", "telling", "view", "debrief", "check")
RANKS = "acts.py"
"""It says what the console puts forward, and decides nothing."""
STRUCTURE = {0, 1, 2, 3, 4, 5, 6, 16, 63, 100, 1000}
"""Kinds of token, columns, rounding, shifts, percentages, a bound that nothing reaches."""


def told() -> list[str]:
    return [name for name, _, _ in rows()]


def constants(path: Path) -> Iterator[tuple[int, int | float]]:
    """(line, number) of every number in a file but those that name something: NAME: Final = 3."""
    for node in ast.parse(path.read_text("utf-8")).body:
        named = isinstance(node, ast.AnnAssign | ast.Assign) and isinstance(node.value, ast.Constant)
        for part in () if named else ast.walk(node):
            if isinstance(part, ast.Constant) and type(part.value) in (int, float):
                yield part.lineno, part.value


def test_the_table_of_the_guide_is_the_numbers_of_today() -> None:
    text = README.read_text("utf-8")
    assert printed(text) == text, "run: python -m engine.numbers"


def test_every_number_is_told_in_the_table_with_what_it_is() -> None:
    held = {name for name in vars(numbers) if name.isupper()} - {"ONE", "SPAN"}
    assert set(told()) == held
    assert all(len(says) > 15 for _, _, says in rows())


def test_rules_hold_no_number_of_their_own() -> None:
    ours = [path for path in ENGINE.glob("rules/**/*.py") if path.name != RANKS]
    assert len(ours) > 15
    odd = [
        f"{path.relative_to(ENGINE)}:{line}: {number}"
        for path in ours
        for line, number in constants(path)
        if number not in STRUCTURE
    ]
    assert odd == []


def test_no_number_of_the_model_is_written_again_in_fixed_point() -> None:
    fixed = {getattr(numbers, name) for name in told() if name != "ROUNDS"}
    fixed = {value for value in fixed if abs(value) > 1000 and value % ONE}
    assert from_float(0.2) in fixed
    again = [
        f"{path}:{line}"
        for folder in ELSEWHERE
        for path in ENGINE.glob(f"{folder}/**/*.py")
        for line, value in constants(path)
        if value in fixed
    ]
    assert again == []


def test_what_a_kept_token_brings_is_one_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reveal pays it, the selfish count with it, the holder reads it."""
    monkeypatch.setattr(numbers, "KEPT_TOKEN", 50 * ONE)
    board = synthetic()
    state = states.initial(board, 1)
    rules.begin_round(board, state, states.dice(board, 1).block(0, 1))
    given = np.zeros_like(state.given)
    policies.decide(board, state, given, ints([policies.SELFISH] * board.n), given)
    assert given.sum() == 0, "nothing is worth more than keeping"
    kept = rules.reveal(board, state, given)
    assert kept.bonus.tolist() == (50 * ONE * board.tokens.sum(axis=1)).tolist()
    secret = to("negotiation").view(Audience("holder", "ana")).character("ana").secret
    assert secret is not None
    assert secret.token_kept == 50


def test_the_bounds_of_the_rooms_own_project_are_one_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its form, its command and the board follow."""
    board, cost, dear = build(scenario(), "45"), (2, 1, 0), (3, 0, 3)
    assert own_project.why_not(cost, (0, 0, 4), 2) is None
    assert own_project.why_not(cost, dear, 2) == "carte-blanche-points"
    with pytest.raises(ValueError, match="carte-blanche-points"):
        with_project(board, cost, dear)
    whole = to("negotiation")
    command = CarteBlanche(name="Un four", cost={"time": 2, "means": 1}, changes={"health": 3, "common": 3})  # type: ignore[arg-type]
    with pytest.raises(Refused) as refused:
        whole.do(command)
    assert refused.value.code == "carte-blanche-points"
    monkeypatch.setattr(numbers, "OWN_POINTS", from_float(2.5))
    assert own_project.why_not(cost, dear, 2) is None
    assert with_project(board, cost, dear).change[-1].tolist() == list(dear)
    whole.do(command)
    monkeypatch.setattr(numbers, "OWN_COMMON", 2)
    assert own_project.why_not(cost, dear, 2) == "carte-blanche-common"
    monkeypatch.setattr(numbers, "OWN_GAUGE", 2)
    assert own_project.why_not(cost, (3, 0, 0), 2) == "carte-blanche-gauge"
    assert own_project.why_not((3, 0, 0), (0, 0, 1), 2) == "carte-blanche-kinds"
    assert own_project.why_not(cost, (0, -1, 0), 2) == "carte-blanche-nothing"
    assert own_project.why_not(cost, (0, 0, 1), 2, (1, 1, 1)) == "carte-blanche-cost"


def test_a_presupposition_weighs_the_same_in_the_rules_and_in_the_bilan(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(numbers, "PRESUPPOSED", 4)
    board = build(scenario(), "45")
    state = states.initial(board, 1)
    ana, bo = 0, 1
    assert board.believes[ana, bo] == 1
    assert rules.trust_in(state, ana, bo) == board.trust0[ana, bo] // 4
    assert measures.start(board)[ana, bo] == pytest.approx(100 * board.trust0[ana, bo] / ONE / 4)


CHANGED = {"LEAST_TRUST": ONE // 2, "CAUTION_ANNOUNCED": 1, "GATE_SHUT": -ONE, "KEEPING_LEAST": 0}
"""What a number becomes where half of it would change nothing in few games."""


def outcome() -> Any:
    """What a few games come to, by every policy, and what a stake, a bound and a vote are worth."""
    board = synthetic(4)
    from engine.rules import voters
    from engine.simulate.batch import answer, fresh

    how = ints([0, 0, 1, 2, 3, 4, 5, 0])
    state = states.initial(board, 3)
    statement = [voters.statement(state, 0, word) for word in range(0, ONE, 997)]
    guess = [voters.forecast(state, 0, 1, word) for word in range(0, ONE, 997)]
    return answer(fresh(board, how, 3, 0, 12)).tolist(), statement, guess


@cache
def unchanged() -> Any:
    """The same with the numbers as they are."""
    return outcome()


@pytest.mark.no_cover  # lines that other tests walk
@pytest.mark.parametrize(
    "name",
    ["KEPT_TOKEN", "STAKES", "KEPT_GAIN", "GIFT_GAIN", "BROKEN_LOSS", "SATISFYING", "GATE_SHUT",
     "BROKEN_WORD", "SILENCE", "HEART_ALOUD", "FIT_LEAST", "FIT_MOST", "KEEPING", "KEEPING_LEAST", "LOYALTY",
     "LOYALTY_ALL", "HOPE", "HOPE_POINTS", "CAUTION_ANNOUNCED", "CAUTION_SILENT", "HESITATION",
     "AGREEING_LEAST", "AGREEING_MORE", "HIGHEST_INDICATOR", "LEAST_TRUST", "INTEREST"],
)  # fmt: skip
def test_a_number_changed_here_changes_the_games(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = unchanged()
    value = getattr(numbers, name)
    monkeypatch.setattr(numbers, name, CHANGED.get(name, max(value // 2, 1)))
    assert outcome() != before
