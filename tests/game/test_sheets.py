"""Holders read their own sheet before they negotiate, away from other eyes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.front.intents import Start
from tests.game.driving import SCENARIO, Driver, beginning, go_to, past_moments

MINE = "Vous\u00a0:"
"""How one's own result begins."""


@pytest.fixture
def driver(home: Path, request: pytest.FixtureRequest) -> Iterator[Driver]:
    made = Driver(windows=getattr(request, "param", 1))
    yield made
    made.close()


def wants(driver: Driver, place: int = 0) -> str:
    """The first words of what a holder wants to save."""
    whole = driver.session.game.scenario.cast[place].secret.fr
    return whole.strip()[:12]


def test_a_sheet_asked_for_over_a_past_screen_is_read_at_once_and_leaves_it_there(driver: Driver) -> None:
    driver.director.carry(Start(SCENARIO, _training(1)))
    driver.stage.turn()
    for _ in range(20):
        if driver.phase == "negotiation":
            break
        driver.key("space")
    driver.key("left")
    assert driver.director.front.pane("room").looking
    driver.key("f3")
    assert wants(driver) in driver.text()
    driver.key("f3")
    assert wants(driver) not in driver.text()
    assert driver.director.front.pane("room").looking
    driver.key("space")
    assert driver.phase == "negotiation"


@pytest.mark.parametrize("driver", [2], indirect=True)
def test_a_holder_reads_their_sheet_on_the_console_under_a_cover_and_the_room_sees_nothing(
    driver: Driver,
) -> None:
    driver.director.carry(Start(SCENARIO, beginning()))
    driver.stage.turn()
    if "task.sheets" in driver.ids("console"):
        driver.click("task.sheets", "console")
    who = driver.session.game.held[0]
    driver.click(f"read.{who}", "console")
    assert "unveil" in driver.ids("console")
    assert wants(driver) not in driver.text("console")
    driver.click("unveil", "console")
    assert wants(driver) in driver.text("console")
    assert wants(driver) not in driver.text("room")
    assert not [name for name in driver.ids("console") if name.startswith("more.")]
    driver.click("read", "console")
    assert wants(driver) not in driver.text("console")
    assert driver.director.sight.passed_to() is None


def test_who_plays_alone_reads_their_sheet_first_and_again_whenever_they_like(driver: Driver) -> None:
    driver.director.carry(Start(SCENARIO, _training(1)))
    driver.stage.turn()
    driver.key("space")
    driver.key("space")
    assert wants(driver) in driver.text()
    driver.key("space")
    assert driver.phase == "welcome"
    assert wants(driver) not in driver.text()
    for _ in range(12):
        if driver.phase == "negotiation":
            break
        driver.key("space")
    driver.key("f3")
    assert wants(driver) in driver.text()
    driver.key("f3")
    assert wants(driver) not in driver.text()
    assert driver.phase == "negotiation"


def test_around_one_computer_each_opens_their_own_under_a_cover(driver: Driver) -> None:
    driver.director.carry(Start(SCENARIO, _training(2)))
    driver.stage.turn()
    driver.key("space")
    assert "Touchez votre visage pour lire votre fiche." in driver.text().replace("\u00a0", " ")
    second = driver.session.game.held[1]
    driver.click(f"read-{second}")
    assert wants(driver, 1) not in driver.text()
    driver.click("unveil")
    assert wants(driver, 1) in driver.text()
    driver.key("f3")
    driver.click("read")
    assert wants(driver, 1) not in driver.text()


def _training(people: int):  # type: ignore[no-untyped-def]
    begin = beginning("training", people)
    return begin.model_copy(update={"duration": "training", "participants": people})


def test_around_one_computer_each_reads_their_own_result_once_all_have_seen_the_reveal(
    driver: Driver,
) -> None:
    driver.director.carry(Start(SCENARIO, _training(2)))
    driver.stage.turn()
    go_to(driver, "reveal")
    second = driver.session.game.held[1]
    assert f"result-{second}" not in driver.ids(), "it would tell the end of what opens row by row"
    driver.key("t")
    driver.key("t")
    past_moments(driver)
    driver.click(f"result-{second}")
    assert MINE not in driver.text()
    driver.click("unveil")
    assert MINE in driver.text()
    assert wants(driver, 1) in driver.text()
    assert wants(driver, 0) not in driver.text()
    driver.click("read")
    assert MINE not in driver.text()
    assert driver.phase == "reveal"


@pytest.mark.parametrize("driver", [2], indirect=True)
def test_in_two_windows_results_are_read_on_the_console_after_the_reveal(driver: Driver) -> None:
    driver.director.carry(Start(SCENARIO, beginning()))
    driver.stage.turn()
    go_to(driver, "reveal")
    assert "task.sheets" not in driver.ids("console")
    driver.key("t")
    driver.key("t")
    past_moments(driver)
    driver.click("task.sheets", "console")
    who = driver.session.game.held[0]
    driver.click(f"read.{who}", "console")
    driver.click("unveil", "console")
    assert MINE in driver.text("console")
    assert MINE not in driver.text("room")
    driver.click("read", "console")
    assert driver.control(f"read.{who}", "console").label.startswith("✓")


@pytest.mark.parametrize("driver", [2], indirect=True)
def test_once_people_place_themselves_the_console_counts_whatever_was_read_before(driver: Driver) -> None:
    driver.director.carry(Start(SCENARIO, beginning()))
    driver.stage.turn()
    driver.key("space")
    driver.click("task.sheets", "console")
    driver.key("space")
    driver.key("3", "console")
    driver.key("enter", "console")
    assert driver.session.game.table.own_placings
