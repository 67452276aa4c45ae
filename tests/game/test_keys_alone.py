"""A round by the keyboard alone, for who trains: a handful of keys, and Tab where one is."""

from collections.abc import Iterator

import pytest

from engine.play.commands import Begin
from game.front.intents import Start
from tests.game.driving import SCENARIO, Driver, beginning

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def driver() -> Iterator[Driver]:
    """Somebody alone, in the negotiation of the first round."""
    made = Driver()
    seats = beginning("training", held=1).seats
    begin = Begin(duration="training", mode="training", seats=seats, participants=1)
    made.director.carry(Start(SCENARIO, begin))
    made.stage.turn()
    leads_to(made, "negotiation")
    yield made
    made.close()


def leads_to(driver: Driver, phase: str) -> None:
    for _ in range(20):
        if driver.phase == phase:
            return
        driver.key("space")
    raise AssertionError(f"{phase} never comes")


def panel(driver: Driver) -> set[str]:
    """What can be pressed in the panel beside the screen."""
    controls = driver.stage.scenes["room"].controls()
    top = max(control.layer for control in controls)
    return {control.id for control in controls if control.layer == top}


def test_tab_starts_in_the_open_panel_and_stays_there_forwards_and_backwards(driver: Driver) -> None:
    driver.key("tab")
    driver.key("f2")
    within, seen = panel(driver), []
    assert driver.director.front.pane("room").focus == "", "no focus stays on what the panel covers"
    for _ in within:
        driver.key("tab")
        seen.append(driver.director.front.pane("room").focus)
    assert set(seen) == within
    lines = [driver.control(control).rect.y for control in seen]
    assert lines == sorted(lines), "from top to bottom"
    driver.key("shift+tab")
    assert driver.director.front.pane("room").focus == seen[-2]


def test_a_promise_takes_four_keys(driver: Driver) -> None:
    view = driver.director.view("room")
    assert view is not None
    wanted = view.projects[2]
    kind = "tma"[next(kind for kind, n in enumerate(wanted.cost) if n)]
    for key in ("f2", "3", kind, "enter"):
        driver.key(key)
    own = driver.session.game.held[0]
    assert [r.project for r in driver.session.game.playing.promises if r.who == own] == [wanted.id]


def test_alone_a_choice_leads_to_the_reveal_without_another_key(driver: Driver) -> None:
    driver.key("p")
    driver.key("space")
    leads_to(driver, "choice")
    view = driver.director.view("room")
    assert view is not None
    driver.key("3")
    assert driver.director.front.pane("room").focus.startswith(f"more.{view.projects[2].id}.")
    driver.key("enter")
    driver.key("ctrl+enter")
    assert driver.phase == "reveal"


def test_keeping_everything_leads_to_the_reveal_too(driver: Driver) -> None:
    driver.key("p")
    leads_to(driver, "choice")
    driver.key("ctrl+enter")
    driver.key("o")
    assert driver.phase == "reveal"


def test_alone_forecasts_are_answered_by_number(driver: Driver) -> None:
    driver.key("p")
    driver.key("space")
    assert driver.phase == "forecast"
    driver.key("2")
    assert "Votre pronostic : ne tiendra pas." in driver.text().replace("\xa0", " ").replace("\u202f", " ")


def test_a_number_that_answers_nothing_keeps_no_key_from_meaning_something(driver: Driver) -> None:
    driver.key("p")
    driver.key("space")
    assert driver.phase == "forecast"
    driver.key("9")
    driver.key("space")
    assert driver.phase == "choice"


def test_digits_do_nothing_beside_the_steps_of_a_carte_blanche(driver: Driver) -> None:
    driver.key("v")
    driver.key("tab")
    before = driver.text()
    driver.key("4")
    assert driver.text() == before


def test_ones_own_project_is_amended_then_opened_with_one_key_and_there_is_still_all_to_say(
    driver: Driver,
) -> None:
    driver.key("v")
    driver.clicks("more.change.health", 3, "room")
    driver.click("carte.name")
    driver.type("Un banc devant l'école", "room")
    driver.key("ctrl+enter")
    assert "amende la carte blanche" in driver.text()
    assert "salle" not in driver.text()
    assert "carte-blanche" not in driver.session.game.open
    driver.key("space")
    assert "carte-blanche" in driver.session.game.open
    driver.key("space")
    assert driver.phase == "negotiation"
    assert driver.control("pass"), "and one may still say nothing"
    driver.key("ctrl+z")
    assert "undo" in driver.director.front.pane("room").screen


def test_nothing_is_said_of_a_room_to_who_trains(driver: Driver) -> None:
    driver.key("f1")
    told = driver.text()
    for word in ("salle", "console", "télécommande", "minute", "animation"):
        assert word not in told.split("Les touches")[1], word
    driver.key("f1")
    driver.key("b")
    assert not driver.director.front.windows.dark
