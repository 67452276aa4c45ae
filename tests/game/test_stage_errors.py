"""What goes wrong is a sentence, and the session stays; what the first screens list."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine import demo as demos
from engine.content import library
from engine.session.clock import Steady
from game.front import settings
from game.front.intents import Home, Resume, Start
from game.front.news import Told
from game.front.problem import Problem
from game.windows import catalogue, picture, sessions, trouble
from tests.game.driving import MORNING, SCENARIO, Driver, beginning, go_to


@pytest.fixture(autouse=True)
def _home(home: Path) -> None:
    """Each test starts from an empty home."""


@pytest.fixture
def driver() -> Iterator[Driver]:
    made = Driver()
    yield made
    made.close()


# ---- Errors -------------------------------------------------------------------------------------------


def test_an_error_is_a_sentence_on_screen_and_a_traceback_in_the_log(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.director.carry(Start(SCENARIO, beginning()))
    driver.stage.turn()
    count = len(driver.session.history)
    with monkeypatch.context() as patched:
        patched.setattr(driver.director, "tick", lambda: 1 // 0)
        driver.stage.turn()
    driver.stage.turn()
    assert driver.director.ui.toast_is_error
    assert "coop.log" in driver.director.ui.toast
    assert "ZeroDivisionError" in (settings.log_folder() / "coop.log").read_text("utf-8")
    assert len(driver.session.history) == count
    driver.key("space")
    assert not driver.stage.leaving


def test_on_a_clock_set_back_messages_go_and_space_goes_on_as_soon_as_before() -> None:
    wall, passed = [MORNING], [0.0]
    driver = Driver(clock=Steady(lambda: wall[0], lambda: passed[0]))
    driver.director.carry(Start(SCENARIO, beginning()))
    go_to(driver, "situation")
    driver.key("z")
    driver.key("space")
    assert driver.director.ui.toast, "a sentence typed beside its field is not played"
    wall[0] -= 7200.0
    passed[0] += 1.6
    driver.key("space")
    assert driver.phase != "situation"
    driver.director.carry(Told("Un message."))
    passed[0] += 10.0
    driver.stage.turn()
    assert not driver.director.ui.toast
    driver.close()


def test_a_message_of_a_session_that_is_ahead_of_the_clock_does_not_outlast_it(driver: Driver) -> None:
    driver.director.carry(Start(SCENARIO, beginning()))
    file = driver.director.session.path if driver.director.session else None
    driver.director.carry(Home())
    driver.now -= 7200.0  # the computer starts again two hours earlier
    assert file is not None
    driver.director.carry(Resume(file))
    driver.director.carry(Told("Un message."))
    driver.director.carry(Home())
    driver.director.carry(Told("Un autre."))
    driver.wait(10.0)
    assert not driver.director.ui.toast


def test_a_screen_that_cannot_be_drawn_is_a_page_that_says_so(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.director.carry(Start(SCENARIO, beginning()))
    driver.stage.turn()
    with monkeypatch.context() as patched:
        patched.setattr(picture, "compose", lambda *_: 1 // 0)
        driver.director.carry(Told("Un message."))
        driver.stage.turn()
        assert "coop.log" in driver.text()
        assert driver.stage.scenes["room"].check() == []
    driver.key("ctrl+z")
    assert driver.director.ui.toast
    driver.key("ctrl+q")
    assert driver.stage.leaving


def test_without_a_place_for_the_log_the_sentence_still_comes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(settings, "log_folder", lambda: tmp_path / "file")
    assert "ValueError" in trouble.report(ValueError("x"))


def test_a_damaged_file_opens_to_be_read_with_a_sentence(tmp_path: Path, driver: Driver) -> None:
    file = tmp_path / "x.coop"
    session = demos.session(catalogue.scenario(SCENARIO), 3, "45", file)
    moves = demos.moves(session)
    for _ in range(60):
        next(moves)
    session.close()
    content = bytearray(file.read_bytes())
    at = content.rfind(b'"kind":"advance"')
    content[at + 8 : at + 15] = b"xdvance"
    file.write_bytes(bytes(content))
    driver.director.open(sessions.resume(file))
    driver.stage.turn()
    assert driver.director.session is not None
    assert driver.director.session.damage
    assert driver.director.front.pane("room").argument == driver.director.session.damage
    assert not driver.stage.scenes["room"].check()
    assert "Tout ce qui a été confirmé est enregistré" not in driver.text()
    assert "Lecture seule" in driver.text()
    before = file.read_bytes()
    driver.key("space")
    assert "lecture seule" in driver.text()
    assert [name for name in driver.ids() if name in ("next", "more-time", "console")] == []
    assert file.read_bytes() == before
    assert not driver.director.sight.running()
    driver.key("f2")
    assert "lecture seule" in driver.text()
    assert "✓ enregistré" not in driver.text()
    driver.director.carry(Home())
    assert driver.director.ui.damage == ""


def test_a_file_that_is_no_session_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "x.coop").write_text("bonjour")
    with pytest.raises(Problem):
        sessions.resume(tmp_path / "x.coop")


# ---- What the first screens list ----------------------------------------------------------------------


def test_scenarios_are_listed_at_once_the_second_time(monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue.cards.cache_clear()
    once = catalogue.cards("fr", False)
    assert SCENARIO in [card.slug for card in once]
    catalogue.cards.cache_clear()
    monkeypatch.setattr(library, "load", lambda *_: pytest.fail("read again"))
    assert catalogue.cards("fr", False) == once
    catalogue.cards.cache_clear()


def test_a_broken_memory_of_scenarios_is_made_again() -> None:
    catalogue.cards.cache_clear()
    once = catalogue.cards("fr", False)
    file = settings.cache_folder() / "scenarios.json"
    data = json.loads(file.read_text("utf-8"))
    data["fr-False"][0].pop("title")
    file.write_text(json.dumps(data), "utf-8")
    catalogue.cards.cache_clear()
    assert catalogue.cards("fr", False) == once
    catalogue.cards.cache_clear()


def test_a_defect_that_is_remembered_is_looked_for_anew() -> None:
    """A program that has changed may read what it could not; the files of the scenario did not change."""
    catalogue.cards.cache_clear()
    once = catalogue.cards("fr", False)
    file = settings.cache_folder() / "scenarios.json"
    data = json.loads(file.read_text("utf-8"))
    data["fr-False"][0]["defect"] = "scenario.yaml, ligne 193 : hors des limites"
    file.write_text(json.dumps(data), "utf-8")
    catalogue.cards.cache_clear()
    assert catalogue.cards("fr", False) == once
    catalogue.cards.cache_clear()


def test_an_unfinished_session_is_offered_on_the_first_screen(driver: Driver) -> None:
    driver.director.carry(Start(SCENARIO, beginning()))
    driver.stage.turn()
    go_to(driver, "situation")
    driver.director.carry(Home())
    driver.stage.turn()
    assert driver.director.session is None
    assert "resume" in driver.ids()
    driver.click("resume")
    assert driver.phase == "situation"
