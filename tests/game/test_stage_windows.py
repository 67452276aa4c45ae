"""Settings, windows, and what the room may not see in any of them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from engine.play.commands import PassTo
from game.front import settings
from game.front.intents import Go, Home, Set, Start, Window
from game.front.news import Fitted
from game.front.pane import Which
from game.front.state import Settings
from game.windows import picture, window
from tests.game.driving import SCENARIO, Driver, beginning, facilitating, go_to


@pytest.fixture(autouse=True)
def _home(home: Path) -> None:
    """Each test starts from an empty home."""


@pytest.fixture
def driver() -> Iterator[Driver]:
    made = Driver()
    yield made
    made.close()


# ---- Settings -----------------------------------------------------------------------------------------


def test_settings_last_from_one_start_to_the_next() -> None:
    wanted = Settings(language="en", plain=True, text_size=1.3, windows=1)
    assert settings.save(wanted)
    assert settings.load() == wanted


@pytest.mark.parametrize(
    "written", ["", "[]", '{"language": "klingon", "windows": 7, "text_size": "big", "plain": 1}', "\x00"]
)
def test_a_settings_file_that_makes_no_sense_is_as_good_as_none(written: str) -> None:
    settings.path().parent.mkdir(parents=True)
    settings.path().write_text(written, "utf-8")
    assert settings.load() == settings.first_settings()


def test_a_setting_takes_only_what_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Settings()
    assert settings.changed(before, "language", "de") == before
    assert settings.changed(before, "nothing", True) == before
    assert settings.changed(before, "plain", 1) == before
    assert settings.changed(before, "text_size", 2) == before
    assert settings.changed(before, "text_size", 1) == before
    assert settings.changed(before, "room_display", -1) == before
    assert settings.changed(before, "sound", False).sound is False
    monkeypatch.setenv("LANG", "en_GB")
    assert settings.first_settings().language == "en"


def test_a_disk_that_refuses_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not settings.write_safely(tmp_path / "file" / "below.json", "{}")


# ---- What the room may not see ------------------------------------------------------------------------


def secrets(driver: Driver) -> set[str]:
    """Texts that only the holders and the console may read."""
    scenario = driver.session.game.scenario
    asked = {mandate.text.fr for mandate in scenario.mandates.values()}
    return (
        asked | {m.secret.fr for m in scenario.cast} | {b.that.fr for m in scenario.cast for b in m.believes}
    )


def shows_secret(driver: Driver, which: str = "room") -> bool:
    shown = " ".join(driver.stage.scenes[which].texts())  # type: ignore[index]
    words = [secret[:18] for secret in secrets(driver)]
    return any(word.replace("'", "’") in shown for word in words)


def test_in_one_window_secrets_wait_until_somebody_asks(driver: Driver) -> None:
    driver.director.carry(Start(SCENARIO, beginning()))
    go_to(driver, "negotiation")
    driver.key("f2")
    for tab in ("task", "words", "notes", "time", "journal", "hidden"):
        driver.click(f"panel.{tab}")
        assert not shows_secret(driver), tab
    driver.click("picture-off")
    assert shows_secret(driver)
    driver.click("picture-on")
    assert not shows_secret(driver)


def test_in_one_projected_window_passing_is_refused_and_paper_proposed(driver: Driver) -> None:
    one_window(driver)
    driver.director.carry(Start(SCENARIO, beginning()))
    go_to(driver, "choice")
    held = driver.session.game.held[0]
    assert not driver.do(PassTo(who=held))
    assert "papier" in driver.director.ui.toast
    driver.stage.turn()
    driver.click("console")  # the screen itself leads to where sheets are typed in
    assert f"paper.{held}" in driver.ids()
    driver.key("f2")
    driver.director.carry(Go("paper", held))
    driver.stage.turn()
    assert not any(name.startswith("more.") for name in driver.ids())
    driver.click("picture-off")
    assert any(name.startswith("more.") for name in driver.ids())


def test_the_next_sheet_is_opened_when_asked_for_and_the_last_one_closes() -> None:
    driver = Driver(windows=2)
    driver.director.carry(Start(SCENARIO, beginning(held=2)))
    driver.stage.turn()
    go_to(driver, "choice")
    first, second = driver.session.game.held
    driver.click(f"paper.{first}", "console")
    driver.click(next(name for name in driver.ids("console") if name.startswith("more.")), "console")
    at = driver.control("paper-confirm", "console").rect.centre
    driver.click("paper-confirm", "console")
    assert driver.director.front.pane("console").argument == first, "the sheet just typed stays"
    for _ in range(3):  # a hand that goes on clicking keeps nothing for the next one
        driver.drag(at, at, "console")
    assert second not in driver.session.game.table.confirmed
    driver.click("paper-next", "console")
    assert driver.director.front.pane("console").argument == second
    if "paper-keep" in driver.ids("console"):
        driver.click("paper-keep", "console")
    driver.click("paper-confirm", "console")
    assert driver.director.front.pane("console").screen == ""
    driver.close()


def one_window(driver: Driver) -> None:
    """As the command line may ask for: one window, whatever the settings on disk say."""
    ui = driver.director.ui
    ui = replace(ui, settings=replace(ui.settings, windows=1))
    driver.director.front = replace(driver.director.front, ui=ui)


def test_with_two_windows_the_room_never_shows_what_the_console_does() -> None:
    driver = facilitating("choice")
    driver.click("guide-hidden", "console")
    assert shows_secret(driver, "console")
    assert not shows_secret(driver)
    held = driver.session.game.held[0]
    driver.do(PassTo(who=held))
    driver.stage.turn()
    driver.key("enter", "console")
    assert shows_secret(driver, "console")
    assert not shows_secret(driver)
    driver.close()


# ---- Windows ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "drawn"),
    [((1920, 1080), (1920, 1080)), ((640, 360), (1280, 720)), ((800, 800), (1280, 1280)),
     ((3840, 2160), (3840, 2160)), ((2000, 400), (3600, 720))],
)  # fmt: skip
def test_a_small_window_shows_a_larger_picture_scaled_down(
    size: tuple[int, int], drawn: tuple[int, int]
) -> None:
    assert window.drawn_size(size) == drawn


def test_windows_come_and_go_with_the_setting() -> None:
    driver = Driver(windows=1)
    driver.director.carry(Start(SCENARIO, beginning()))
    driver.stage.turn()
    assert list(driver.stage.frames) == ["room"]
    driver.director.carry(Set("windows", 2))
    driver.stage.turn()
    assert list(driver.stage.frames) == ["room", "console"]
    driver.director.carry(Window("console", "fullscreen"))
    driver.director.carry(Window("console", "move", 3))
    driver.stage.turn()
    assert driver.stage.frames["console"].display == 0, "there is no fourth display"
    driver.director.carry(Home())
    driver.stage.turn()
    assert list(driver.stage.frames) == ["room"]
    driver.close()


def test_a_second_changes_the_digits_and_composes_nothing(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.director.carry(Start(SCENARIO, beginning()))
    driver.stage.turn()
    driver.wait(10)
    before = driver.stage.scenes["room"]
    monkeypatch.setattr(picture, "compose", lambda *_: pytest.fail("composed again"))
    driver.wait(1)
    after = driver.stage.scenes["room"]
    assert after is not before
    changed = [(a, b) for a, b in zip(before.texts(), after.texts(), strict=True) if a != b]
    assert len(changed) == 1


def test_standing_still_paints_nothing(driver: Driver) -> None:
    for _ in range(5):
        driver.stage.turn()
    frame = driver.stage.frames["room"]
    assert not frame.moving
    assert not frame.paint(1e9)


# ---- Black screen -------------------------------------------------------------------------------------


def test_the_rooms_screen_goes_black_and_any_key_only_lights_it_again(driver: Driver) -> None:
    driver.director.carry(Start(SCENARIO, beginning()))
    go_to(driver, "situation")
    before = driver.text()
    for key in (".", "b"):
        driver.key(key)
        assert driver.text() == ""
        assert driver.stage.scenes["room"].background == (0, 0, 0)
        driver.key("page down")
        assert (driver.text(), driver.phase) == (before, "situation")


@pytest.mark.parametrize("typed", [".", ":", "ж"])
def test_a_remotes_button_for_a_black_screen_works_on_any_keyboard(driver: Driver, typed: str) -> None:
    """A remote has no keyboard of its own: its key types ":" on a French one."""
    driver.director.carry(Start(SCENARIO, beginning()))
    go_to(driver, "negotiation")
    window = driver.stage.frames["room"].window
    press = {"window": window, "key": ord(typed), "mod": 0, "unicode": typed, "scancode": pygame.KSCAN_PERIOD}
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, press))
    pygame.event.post(pygame.event.Event(pygame.KEYUP, press))
    driver.stage.turn()
    assert driver.text() == ""


def test_b_darkens_and_opens_no_form_before_the_room(driver: Driver) -> None:
    driver.director.carry(Start(SCENARIO, beginning()))
    go_to(driver, "negotiation")
    driver.key("b")
    assert driver.text() == ""
    assert driver.director.front.pane("room").screen == ""


@pytest.mark.parametrize("name", ["right", "down", "enter"])
def test_what_other_remotes_send_goes_on_in_the_rooms_own_window(name: str) -> None:
    driver = facilitating("situation")
    driver.key(name, "room")
    assert driver.phase == "negotiation"


def test_the_console_darkens_the_room_and_goes_on_working() -> None:
    driver = facilitating("negotiation")
    driver.click("room-dark", "console")
    assert driver.text() == ""
    assert "Rallumer" in driver.text("console")
    driver.click("words", "console")
    driver.type("ok.")
    assert driver.director.ui.text("words") == "ok."
    driver.key("escape", "console")
    driver.key(".", "console")
    assert "Négociation" in driver.text()
    driver.close()


def test_the_form_of_the_rooms_own_project_is_set_in_the_type_of_those_who_sit_before_it() -> None:
    driver = facilitating("negotiation")
    driver.click("console-blank", "console")
    assert driver.stage.frames["console"].theme.window == "near"
    driver.key("escape", "console")
    assert driver.stage.frames["console"].theme.window == "console"
    driver.close()


def test_a_console_closed_in_the_secret_choices_leaves_paper_and_no_passing(home: object) -> None:
    driver = Driver(windows=2)
    driver.key("a")
    driver.choose("scenario-au-lendemain-de-la-crue")
    driver.choose("duration-45")
    driver.key("space")
    for _ in range(60):
        if driver.phase == "choice":
            break
        driver.key("space")
    with_two = driver.director.view("console")
    driver.stage.frames["console"].close()
    driver.director.carry(Fitted(False))
    alone = driver.director.view("room")
    driver.close()
    assert with_two is not None
    assert alone is not None
    assert with_two.allows("pass-to") is not None
    assert alone.allows("pass-to") is None
    assert alone.choice is not None
    assert not alone.choice.private_screen


def test_where_only_paper_is_wanted_the_computer_is_not_passed_and_the_console_says_so(home: object) -> None:
    driver = Driver(windows=2)
    driver.key("a")
    driver.choose("scenario-au-lendemain-de-la-crue")
    driver.choose("paper-yes")
    driver.choose("duration-45")
    driver.key("space")
    go_to(driver, "choice")
    assert not any(name.startswith("pass.") for name in driver.ids("console"))
    assert any(name.startswith("paper.") for name in driver.ids("console"))
    held = driver.session.game.held[0]
    assert not driver.do(PassTo(who=held))
    driver.close()


def test_a_second_window_opened_later_lets_the_computer_be_passed(driver: Driver) -> None:
    one_window(driver)
    driver.director.carry(Start(SCENARIO, beginning()))
    go_to(driver, "choice")
    assert driver.director.view("room").allows("pass-to") is None  # type: ignore[union-attr]
    driver.director.carry(Set("windows", 2))
    driver.stage.turn()
    assert driver.director.view("console").allows("pass-to") is not None  # type: ignore[union-attr]


def test_f2_in_the_rooms_window_goes_to_the_consoles_and_opens_nothing_on_the_projected_picture(
    home: object,
) -> None:
    driver = Driver(windows=2)
    driver.director.carry(Start(SCENARIO, beginning()))
    driver.stage.turn()
    driver.key("f2")
    assert driver.director.front.pane("room").panel == ""
    assert not any(name.startswith("panel") for name in driver.ids())
    driver.close()


def test_while_the_room_looks_back_the_console_goes_back_to_the_present_first() -> None:
    driver = facilitating("negotiation")
    driver.key("left")
    assert driver.director.front.pane("room").looking == 1
    commands = len(driver.session.commands)
    driver.click("console-next", "console")
    assert driver.director.front.pane("room").looking == 0
    assert len(driver.session.commands) == commands
    driver.close()


def test_a_second_window_takes_the_panel_off_the_projected_picture(driver: Driver) -> None:
    one_window(driver)
    driver.director.carry(Start(SCENARIO, beginning()))
    go_to(driver, "negotiation")
    driver.key("f2")
    assert driver.director.front.pane("room").panel == "console"
    driver.director.carry(Go("windows"))
    driver.director.carry(Set("windows", 2))
    driver.stage.turn()
    assert driver.director.front.pane("room").panel == ""
    assert driver.director.front.pane("room").screen == ""
    assert "console-next" in driver.ids("console")


def test_who_has_the_computer_moves_nothing_on_the_projected_picture(home: object) -> None:
    driver = facilitating("choice")
    driver.do(PassTo(who=driver.session.game.held[0]))
    driver.key("left", "console")
    driver.key("page up", "console")
    assert driver.director.front.pane("room").looking == 0
    driver.close()


def test_in_one_window_the_panel_offers_no_computer_to_pass(driver: Driver) -> None:
    one_window(driver)
    driver.director.carry(Start(SCENARIO, beginning()))
    go_to(driver, "choice")
    driver.key("f2")
    assert any(name.startswith("paper.") for name in driver.ids())
    assert not any(name.startswith("pass.") for name in driver.ids())


# ---- What comes first ---------------------------------------------------------------------------------


@pytest.mark.parametrize("hand", ["room", "console"])
def test_the_window_where_a_key_is_pressed_changes_before_the_other(
    hand: Which, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = facilitating("situation")
    usual = window.Frame.paint
    painted: list[window.Frame] = []

    def paint(frame: window.Frame, now: float) -> bool:
        done = usual(frame, now)
        if done:
            painted.append(frame)
        return done

    monkeypatch.setattr(window.Frame, "paint", paint)
    driver.key("space", hand)
    assert len(painted) >= 2
    assert painted[0] is driver.stage.frames[hand]
    driver.close()
