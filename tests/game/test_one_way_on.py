"""One way on: the room's button, the console's, Space and the remote control lead to the same next place."""

from collections.abc import Callable

import pytest

from engine.play.commands import Finish, KeepWord
from game.front.drafts import Turned
from game.front.intents import Panel, Start
from game.front.told import Revealed, Told
from game.screens.map.drawing import Shown
from tests.game.driving import SCENARIO, Driver, beginning

pytestmark = pytest.mark.usefixtures("home")

Hand = Callable[[Driver], None]


def place(driver: Driver) -> tuple[object, ...]:
    """Where the session and the room's screen stand."""
    view = driver.director.view("room")
    assert view is not None
    drafts = driver.director.ui.drafts
    pages = {form for kind in (Turned, Revealed, Told, Shown) for form in drafts.every(kind)}
    return (view.phase.round, view.phase.kind, view.phase.step, frozenset(pages))


def on_the_rooms_button(driver: Driver) -> None:
    driver.click("next")


def on_the_consoles_button(driver: Driver) -> None:
    driver.click("console-next", "console" if driver.director.front.windows.two else "room")


def by_space(driver: Driver) -> None:
    driver.key("space")


def by_remote(driver: Driver) -> None:
    driver.key("page down")


def by_space_in_the_console(driver: Driver) -> None:
    driver.key("space", "console")


def a_round_and_the_end(windows: int, panel: bool, hand: Hand) -> list[tuple[object, ...]]:
    """Every place of a first round and of the Bilan, gone to by one hand."""
    driver = Driver(windows=windows)
    driver.director.carry(Start(SCENARIO, beginning(held=1)))
    if panel:
        driver.director.carry(Panel())
    driver.stage.turn()
    places = [place(driver)]
    for _ in range(80):
        view = driver.director.view("room")
        assert view is not None
        if view.choice is not None and view.choice.waiting:
            driver.do(KeepWord(who=driver.session.game.held[0]))
            driver.stage.turn()
        if view.phase.kind == "situation" and view.phase.round == 2:
            driver.do(Finish())
            driver.stage.turn()
        before = place(driver)
        if "console-next" in driver.ids("console" if windows == 2 else "room"):
            shown = driver.control("console-next", "console" if windows == 2 else "room")
            assert driver.director.way("room") is not None
            assert shown.label == driver.director.way("room").label  # type: ignore[union-attr]
        if driver.director.way("room") is None:
            break
        hand(driver)
        assert place(driver) != before, "something comes of it"
        places.append(place(driver))
    driver.close()
    return places


def test_whatever_goes_on_comes_to_the_same_places() -> None:
    expected = a_round_and_the_end(1, False, on_the_rooms_button)
    assert [kind for _, kind, _, _ in expected].count("reveal") > 8, "the reveal opens row by row"
    assert expected[-1][1] == "bilan"
    for windows, panel, hand in (
        (1, True, on_the_consoles_button),
        (1, True, by_space),
        (2, False, on_the_consoles_button),
        (2, False, by_remote),
        (2, False, by_space_in_the_console),
    ):
        assert a_round_and_the_end(windows, panel, hand) == expected, (windows, hand.__name__)
