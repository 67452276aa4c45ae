"""From anywhere in a session: home without leaving the program, and the briefing once more."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from engine.play.commands import Finish
from game.front.intents import Set, Start
from tests.game.driving import SCENARIO, Driver, beginning, facilitating, go_to
from tests.game.test_stage_session import to_the_words
from tests.game.test_training import train


@pytest.fixture
def driver(home: Path) -> Iterator[Driver]:
    made = Driver(windows=1)
    yield made
    made.close()


@pytest.mark.parametrize("phase", ["welcome", "briefing", "situation", "negotiation", "forecast", "choice"])
def test_alone_one_goes_home_by_keys_and_finds_the_session_first_in_the_list(
    driver: Driver, phase: str
) -> None:
    train(driver, phase=phase)
    file = driver.session.path
    driver.key("escape")
    driver.key("h")
    assert driver.director.session is None
    assert driver.director.ui.resumable[0].path == file
    driver.key("r")
    assert driver.phase == phase


def test_alone_one_goes_home_by_the_mouse_from_every_screen(driver: Driver) -> None:
    for phase in ("briefing", "negotiation", "choice", "reveal", "debate", "bilan"):
        train(driver, phase="briefing")
        if phase == "bilan":
            driver.do(Finish())
            driver.stage.turn()
        go_to(driver, phase)
        driver.click("menu")
        driver.click("home")
        assert driver.director.session is None, phase


def test_what_was_being_written_is_there_when_one_comes_back(driver: Driver) -> None:
    train(driver, phase="situation")
    to_the_words(driver)
    driver.type("Fallait-il", "room")
    driver.key("escape")
    driver.click("menu")
    driver.click("home")
    driver.key("r")
    assert driver.director.ui.text("sentence") == "Fallait-il"


def test_a_few_around_one_computer_go_home_too_but_not_over_what_one_of_them_reads(driver: Driver) -> None:
    train(driver, 3, phase="welcome")
    driver.key("space")
    driver.click(f"read-{driver.session.game.held[0]}")
    assert "menu" not in driver.ids()
    driver.key("escape")
    driver.click("menu")
    driver.click("home")
    assert driver.director.session is None


@pytest.mark.parametrize("windows", [1, 2])
def test_before_a_room_it_is_asked_first(home: Path, windows: int) -> None:
    driver = Driver(windows=windows)
    driver.director.carry(Start(SCENARIO, beginning()))
    driver.stage.turn()
    go_to(driver, "situation")
    leads = "console" if windows == 2 else "room"
    driver.key("escape", leads)
    driver.key("h", leads)
    assert driver.director.session is not None
    driver.key("space", leads)
    driver.key("escape", leads)
    assert driver.phase == "situation"
    driver.click("menu", leads)
    driver.click("home", leads)
    driver.click("home-yes", leads)
    assert driver.director.session is None
    assert driver.director.ui.resumable
    driver.close()


def test_the_room_of_two_windows_is_shown_no_menu(home: Path) -> None:
    driver = facilitating("situation")
    assert "menu" not in driver.ids("room")
    driver.key("escape", "room")
    assert not driver.director.front.pane("room").stack
    driver.close()


def test_the_briefing_is_read_again_at_any_time_and_closes_back_to_where_one_was(driver: Driver) -> None:
    train(driver, phase="choice")
    before = driver.ids()
    driver.key("escape")
    driver.key("d")
    view = driver.director.view("room")
    assert view is not None
    assert view.briefing[0].title in driver.text()
    for page in view.briefing[1:]:
        driver.key("space")
        assert page.title in driver.text()
    driver.key("left")
    driver.key("space")
    driver.key("space")  # the last page closes
    driver.key("escape")  # and so does the menu
    assert driver.ids() == before
    assert driver.phase == "choice"


def test_the_timer_runs_on_while_a_room_reads_the_briefing_again(home: Path) -> None:
    driver = facilitating("negotiation")
    ends = driver.director.look(replace(driver.director.sight.audience("room"))).clock.ends  # type: ignore[union-attr]
    driver.click("menu", "console")
    driver.click("leaflet", "console")
    driver.click("leaflet-room", "console")
    assert driver.director.front.pane("room").screen == "leaflet"
    shown = driver.director.view("room")
    assert shown is not None
    assert shown.briefing[0].title in driver.text("room")
    driver.click("page-2", "console")
    assert shown.briefing[2].title in driver.text("room"), "one turns the page for both"
    driver.wait(5.0)
    assert driver.director.look(driver.director.sight.audience("room")).clock.ends == ends  # type: ignore[union-attr]
    driver.close()


def test_the_three_kinds_of_token_are_explained_as_they_first_appear_and_at_any_time(driver: Driver) -> None:
    train(driver, phase="welcome")
    meant = ("des heures de présence", "de l’argent, du matériel", "un accord, une signature")
    assert [words for words in meant if words in driver.text()] == [*meant]
    go_to(driver, "situation")
    driver.key("escape")
    driver.key("j")
    assert [words for words in meant if words in driver.text()] == [*meant]


def test_a_session_to_take_up_again_is_named_in_the_words_that_are_chosen(driver: Driver) -> None:
    train(driver, phase="situation")
    driver.key("escape")
    driver.key("h")
    names = [driver.director.ui.resumable[0].title]
    for setting, value in (("language", "en"), ("plain", True), ("language", "fr")):
        driver.director.carry(Set(setting, value))
        names.append(driver.director.ui.resumable[0].title)
    assert len(set(names)) == 4
