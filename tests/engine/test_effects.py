"""Kinds of effect: one object each, and a made-up one registered from outside goes wherever they go."""

import importlib
import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine import effects, simulate
from engine.check import status
from engine.content.library import load
from engine.content.model import Scenario
from engine.play.commands import Begin
from engine.rules import state as states
from engine.rules.board import Board, Seat, build
from engine.session.session import Session
from engine.simulate.batch import Play, fresh
from engine.simulate.cache import cache_folder
from engine.simulate.playing import width
from engine.simulate.policies import policy
from engine.telling.effects import told
from engine.telling.reader import Reader
from tests.engine import examples
from tests.engine.driving import Ticker, go
from tests.engine.speeds import compiled

USED = "{effect: amnesty, about: bilal}"


@pytest.fixture
def amnesty() -> Iterator[None]:
    """The made-up kind of effect, for a while."""
    made_up = importlib.import_module("tests.engine.made_up")
    if "amnesty" not in effects.EFFECTS:
        effects.register(made_up.KIND)
    yield
    effects.forget("amnesty")


@pytest.fixture
def folder(tmp_path: Path, amnesty: None) -> Path:
    """The good scenario, a situation and most projects of which give the amnesty."""
    good = examples.good(tmp_path)
    party = good / "cards/situations/fete.yaml"
    party.write_text(party.read_text("utf-8") + f"  - {USED}\n", "utf-8")
    for card in (good / "cards/projects").glob("[!.]*.yaml"):
        if not card.name.endswith(".en.yaml") and "effects:" not in card.read_text("utf-8"):
            card.write_text(card.read_text("utf-8") + f"effects: [{USED}]\n", "utf-8")
    return good


def read(folder: Path) -> Scenario:
    scenario = load(folder).scenario
    assert scenario is not None
    return scenario


def test_a_made_up_kind_is_read_and_checked_like_any_other(folder: Path) -> None:
    assert [d.code for d in status(folder) if d.severity == "error"] == []
    card = folder / "cards/situations/fete.yaml"
    good = card.read_text("utf-8")
    for slip, code in (
        ("about: bilel", "name-unknown"), ("about: bilal, gift: 7", "out-of-bounds"),
        ("abuot: bilal", "unknown-key"), ("about: bilal, gift: 0", "effect-nothing"),
    ):  # fmt: skip
        card.write_text(good.replace("about: bilal", slip), "utf-8")
        found = {d.code: d.line for d in status(folder)}
        assert found.get(code) == good.splitlines().index(f"  - {USED}") + 1, slip


def test_the_name_of_a_made_up_kind_is_offered_to_who_misspells_it(folder: Path) -> None:
    card = folder / "cards/situations/fete.yaml"
    card.write_text(card.read_text("utf-8").replace("amnesty", "amnisty"), "utf-8")
    (slip,) = [d for d in status(folder) if d.code == "unknown-choice"]
    assert "amnesty" in slip.hint


def test_a_scenario_with_a_made_up_kind_is_kept_in_a_session_and_comes_back(folder: Path) -> None:
    scenario = read(folder)
    assert scenario == Scenario.model_validate_json(scenario.model_dump_json(by_alias=True, warnings="error"))


def test_a_made_up_kind_is_told_in_its_own_words(folder: Path) -> None:
    scenario = read(folder)
    party = next(card for card in scenario.situations if card.id == "fete")
    assert told(scenario, Reader(), party.effects)[-1] == "On oublie ce qui se dit : Bilal"
    alone = effects.Quarter(("anna",), ("inhabitants",), ("health",))
    assert not effects.EFFECTS["amnesty"].concerns(party.effects[-1], alone), "nobody it speaks of is in play"


def test_a_session_is_played_with_a_made_up_kind(folder: Path) -> None:
    seats: dict[str, Seat] = {"anna": "held", "bilal": "held"}
    begin = Begin(duration="45", mode="facilitated", seats=seats, participants=6)
    whole = Session.create(read(folder), begin, 3, now=Ticker())
    anna, bilal = (whole.game.names.character(who) for who in ("anna", "bilal"))
    assert whole.game.state.believes[anna, bilal] == 1
    heard = []
    for number in (1, 2):
        go(whole, "situation", rounds=number)
        heard.append(whole.game.playing.situation)
        assert whole.game.state.believes[anna, bilal] == ("fete" not in heard)
    assert set(heard) == {"fete", "panne"}
    go(whole, "bilan")


def arguments(board: Board) -> tuple[Any, ...]:
    """What one game of this board is compiled for."""
    request = fresh(board, policy(board, "room"), 5, 0, 1)
    chance = states.dice(board, 5).games(0, 1)
    out = np.zeros((1, width(board)), dtype=np.int64)
    return board, request.start, chance, request.now, request.later, request.chosen, 0, out


def taken(board: Board, rows: np.ndarray) -> Any:
    """Where the kind is known before rules are compiled: there."""
    return importlib.import_module("tests.engine.made_up_compiled").taken(board, rows)


def without(board: Board) -> Board:
    """The same board, its projects without effects."""
    return board._replace(project_rows=board.project_rows * 0)


@pytest.fixture
def ordinary() -> Play:
    """Rules compiled before anybody registered another kind of effect."""
    return compiled()


@pytest.mark.no_cover  # lines that other tests walk
def test_a_made_up_kind_is_simulated_in_a_process_that_is_told_of_it(
    ordinary: Play, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With plain rules there: compiling all of them takes a minute, and what they do of effects is below."""
    board = build(read(folder), "training")
    plain = simulate.run(board, "room", 60, 5, plain=True)
    bare = simulate.run(without(board), "room", 60, 5, plain=True)
    assert plain.totals.sum() > bare.totals.sum(), "builders are rewarded"
    assert not plain.equal(bare)
    with pytest.raises(ValueError, match="registered after"):
        ordinary(*arguments(board))
    monkeypatch.setenv("NUMBA_DISABLE_JIT", "1")
    with simulate.Worker() as worker:
        assert simulate.run(board, "room", 60, 5, worker=worker).equal(plain)


@pytest.mark.no_cover  # lines that other tests walk
def test_a_made_up_kind_does_the_same_compiled(ordinary: Play, folder: Path) -> None:
    board = build(read(folder), "training")
    tables = (board.situation_effects, board.project_effects, board.option_effects, board.later_effects)
    rows = np.concatenate([table for table in tables if len(table)])
    number = effects.EFFECTS["amnesty"].number
    assert number in rows[:, 0]
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as process:
        plain, quick = process.submit(taken, board, rows).result()
        bare, _ = process.submit(taken, board, rows[rows[:, 0] != number]).result()
    for one, same in zip(plain, quick, strict=True):
        assert np.array_equal(one, same)
    assert not np.array_equal(plain[0], bare[0]), "the made-up kind did something"


def test_rules_are_compiled_anew_for_other_kinds_of_effect(amnesty: None) -> None:
    mine = cache_folder()
    effects.forget("amnesty")
    theirs = cache_folder()
    effects.register(importlib.import_module("tests.engine.made_up").KIND)
    assert mine != theirs


def test_a_name_or_a_number_is_given_to_one_kind_only(amnesty: None) -> None:
    kind = effects.EFFECTS["amnesty"]
    with pytest.raises(ValueError, match="amnesty"):
        effects.register(kind)
