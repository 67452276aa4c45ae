"""The briefing on screen: a sheet that unfolds panel by panel, for a room and for somebody alone."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pygame
import pytest

from engine.briefing import diagrams, reading
from engine.content.model import Briefing, BriefingPanel, Text
from engine.language import typo
from game.front import foldout
from game.front.drafts import holding
from game.front.foldout import SCREEN, Reading
from game.front.intents import Set, Start
from game.front.news import Unrolled
from game.front.state import Settings, Ui
from game.kit import Scene, Spacer
from game.kit.folding import PaperArt, seconds
from game.kit.theme import Theme
from game.paint import Painter, canvas
from game.pieces.parts import clock_text
from game.screens import show
from game.windows.sessions import keep_unsent
from tests.game.driving import MORNING, SCENARIO, Driver, beginning, go_to
from tests.game.test_training import train


@cache
def sheet() -> Briefing:
    """Two sides of eight panels, whatever the shipped one has."""
    known = reading.shipped().panels
    panels = [
        known[n % len(known)].model_copy(
            update={"id": f"{side}-{n + 1}", "side": side, "title": Text(fr=f"Volet {n + 1} du {side}")}
        )
        for side in ("recto", "verso")
        for n in range(8)
    ]
    return Briefing(
        title=Text(fr="La politique de la ville"),
        panels=tuple(panels),
        short=("recto-1", "recto-3", "verso-8"),
    )


@pytest.fixture
def driver(home: Path) -> Iterator[Driver]:
    made = Driver(windows=1)
    yield made
    made.close()


def unfold(driver: Driver, panels: int = 1) -> None:
    """Open the invented sheet, and unfold so many panels of it."""
    driver.key("f4")
    driver.director.carry(Unrolled(sheet()))
    driver.stage.turn()
    for _ in range(panels - 1):
        on_to_the_next(driver)


def lead(driver: Driver, phase: str) -> None:
    """A session before a room, as far as a phase."""
    driver.director.carry(Start(SCENARIO, beginning()))
    driver.stage.turn()
    go_to(driver, phase)


def on_to_the_next(driver: Driver, which: str = "room") -> None:
    """Space until another panel is there."""
    at = now(driver).at
    while now(driver).at == at:
        driver.key("space", which)  # type: ignore[arg-type]


def now(driver: Driver) -> Reading:
    return driver.director.ui.form(Reading)


def said(driver: Driver, which: str = "room") -> str:
    """All that a window says, lines and no-break spaces apart."""
    words = " ".join(driver.stage.scenes[which].texts())  # type: ignore[index]
    return " ".join(words.replace("\u00a0", " ").replace("\u202f", " ").split())


def fr(text: Text) -> str:
    return typo(text.fr, "fr").replace("\u00a0", " ").replace("\u202f", " ")


def panel(driver: Driver) -> BriefingPanel:
    found = driver.director.ui.briefing
    assert found is not None
    return foldout.panel_of(found, now(driver))


class TestUnfolding:
    def test_begins_on_the_first_screen_and_goes_step_by_step_to_its_end(self, driver: Driver) -> None:
        driver.key("d")
        shipped = driver.director.ui.briefing
        assert shipped is not None
        assert fr(shipped.title) in said(driver)
        for one in shipped.panels:
            driver.key("space")
            assert fr(one.title) in said(driver)
            assert fr(one.idea) in said(driver)
            assert fr(one.ask) in said(driver)
            for step in range(2, diagrams.steps(one.diagram) + 1):
                driver.key("space")
                assert (now(driver).at, now(driver).step) == (one.id, step)
        driver.key("space")
        assert fr(shipped.panels[-1].ask) in said(driver)
        assert fr(shipped.panels[-1].idea) not in said(driver)  # folded back to its one question
        driver.key("space")
        assert "facilitate" in driver.ids()

    def test_goes_back_as_it_came_and_no_further_than_its_first_panel(self, driver: Driver) -> None:
        unfold(driver)
        driver.key("e")
        driver.key("space")
        driver.key("left")
        assert now(driver).step == 1
        driver.key("left")
        driver.key("left")
        assert (now(driver).at, driver.director.front.windows.room.screen) == ("recto-1", SCREEN)
        on_to_the_next(driver)
        driver.key("left")
        assert now(driver).at == "recto-1"
        assert now(driver).step == diagrams.steps(panel(driver).diagram)

    def test_the_short_path_leaves_panels_out_and_may_be_left_for_the_long_one(self, driver: Driver) -> None:
        unfold(driver)
        driver.key("c")
        on_to_the_next(driver)
        assert now(driver).at == "recto-3"
        assert "recto-2" not in now(driver).read
        driver.key("e")
        on_to_the_next(driver)
        assert now(driver).at == "recto-4"

    def test_turns_over_and_comes_back_to_the_panel_that_was_last_unfolded(self, driver: Driver) -> None:
        unfold(driver)
        driver.key("e")
        driver.key("3")
        driver.key("r")
        assert "Volet 1 du verso" in said(driver)
        driver.key("r")
        assert "Volet 3 du recto" in said(driver)

    def test_a_digit_or_a_touch_goes_to_a_panel_of_this_side(self, driver: Driver) -> None:
        unfold(driver)
        driver.key("e")
        driver.key("7")
        assert "Volet 7 du recto" in said(driver)
        driver.key("v")
        assert "Volet 8 du recto" in said(driver)  # where it will lie
        driver.click("panel-2")
        assert "Volet 2 du recto" in said(driver)

    def test_a_touch_on_the_paper_goes_on(self, driver: Driver) -> None:
        unfold(driver)
        driver.click("paper")
        assert now(driver).at == "recto-1"
        driver.click("paper")
        assert now(driver).step == 2

    def test_is_where_one_left_it(self, driver: Driver) -> None:
        unfold(driver)
        driver.key("e")
        driver.key("5")
        driver.key("space")
        before = now(driver)
        driver.key("escape")
        assert "facilitate" in driver.ids()
        driver.key("d")
        assert now(driver) == before

    def test_says_when_it_is_past(self, driver: Driver) -> None:
        dated = next(one for one in reading.shipped().panels if one.valid_until)
        driver.now = datetime.datetime(2031, 3, 1).timestamp()
        driver.key("d")
        driver.key("space")
        while panel(driver).id != dated.id:
            on_to_the_next(driver)
        assert f"Ce volet disait vrai jusqu’en {dated.valid_until}" in said(driver)

    def test_does_not_say_so_before(self, driver: Driver) -> None:
        driver.key("d")
        driver.key("space")
        assert "disait vrai" not in said(driver)

    def test_counts_the_minutes(self, driver: Driver) -> None:
        unfold(driver)
        driver.key("c")
        driver.wait(130)
        assert "2 min sur 6" in said(driver)


class TestTheScales:
    """The drawing that the room tips by a show of hands, in three positions."""

    @pytest.fixture
    def at_the_scales(self, driver: Driver) -> Driver:
        driver.key("d")
        driver.key("space")
        while panel(driver).diagram.kind != "see-saw":
            on_to_the_next(driver)
        return driver

    def test_a_touch_tips_a_tray_and_the_same_touch_brings_it_level(self, at_the_scales: Driver) -> None:
        driver = at_the_scales
        for tray, step in (("tray-1", 2), ("tray-2", 3), ("tray-2", 1), ("tray-1", 2)):
            driver.click(tray)
            assert (panel(driver).diagram.kind, now(driver).step) == ("see-saw", step)
        for key, step in (("l", 3), ("k", 2), ("k", 1)):
            driver.key(key)
            assert now(driver).step == step

    def test_where_hands_have_put_it_it_stays_and_the_way_leads_on(self, at_the_scales: Driver) -> None:
        driver = at_the_scales
        here = panel(driver).id
        driver.click("tray-1")
        driver.key("space")
        assert panel(driver).id != here
        driver.key("left")
        assert (panel(driver).id, now(driver).step) == (here, 2)
        driver.key("left")
        assert (panel(driver).id, now(driver).step) == (here, 1)

    def test_steps_go_on_as_they_did_for_who_trains(self, at_the_scales: Driver) -> None:
        driver = at_the_scales
        for step in (2, 3):
            driver.key("space")
            assert (panel(driver).diagram.kind, now(driver).step) == ("see-saw", step)
        driver.key("space")
        assert panel(driver).diagram.kind != "see-saw"

    def test_no_other_drawing_is_tipped(self, driver: Driver) -> None:
        driver.key("d")
        driver.key("space")
        driver.key("k")
        assert "tray-1" not in driver.ids()
        assert now(driver).hands == ()


class TestInASession:
    @pytest.mark.parametrize("phase", ["situation", "negotiation", "debate"])
    def test_leaves_it_as_it_was(self, driver: Driver, phase: str) -> None:
        lead(driver, phase)
        path = driver.session.path
        assert path is not None
        keep_unsent(driver.director.session, driver.director.ui)
        before, looked_like = path.read_bytes(), driver.stage.scenes["room"].texts()
        unfold(driver, 1)
        driver.key("e")
        on_to_the_next(driver)
        driver.key("r")
        driver.key("escape")
        keep_unsent(driver.director.session, driver.director.ui)
        assert path.read_bytes() == before
        assert driver.stage.scenes["room"].texts() == looked_like

    def test_in_one_window_what_to_say_is_shown_only_when_asked_for(self, driver: Driver) -> None:
        lead(driver, "situation")
        unfold(driver)
        driver.key("e")
        first = fr(panel(driver).say)
        assert first not in said(driver)
        driver.key("n")
        assert first in said(driver)
        on_to_the_next(driver)
        assert fr(panel(driver).say) not in said(driver)

    def test_the_time_goes_on_beneath_and_is_stopped_in_one_touch(self, driver: Driver) -> None:
        lead(driver, "negotiation")
        unfold(driver)
        driver.key("e")
        view = driver.director.view("room")
        assert view is not None
        assert view.clock.paused_left is None
        assert f"Phase : {clock_text(view.clock, driver.now)[0]}" in said(driver)
        driver.click("clock-pause")
        view = driver.director.view("room")
        assert view is not None
        assert view.clock.paused_left is not None
        assert "Reprendre le temps" in said(driver)
        on_to_the_next(driver)
        driver.key("p")
        view = driver.director.view("room")
        assert view is not None
        assert view.clock.paused_left is None

    def test_has_no_clock_to_stop_outside_a_timed_session(self, driver: Driver) -> None:
        driver.key("d")
        driver.key("space")
        assert "clock-pause" not in driver.ids()

    def test_opens_for_who_trains_alone(self, driver: Driver) -> None:
        train(driver, phase="situation")
        driver.key("escape")
        driver.click("foldout")
        driver.key("space")
        assert fr(panel(driver).idea) in said(driver)
        assert "clock-pause" not in driver.ids()
        driver.key("escape")
        assert driver.phase == "situation"


class TestTwoWindows:
    @pytest.fixture
    def led(self, home: Path) -> Iterator[Driver]:
        made = Driver(windows=2)
        lead(made, "situation")
        yield made
        made.close()

    def test_the_console_has_the_note_and_the_room_the_sheet(self, led: Driver) -> None:
        led.key("f4", "console")
        led.key("space", "console")
        here = panel(led)
        for words in (here.say, here.ask):
            assert fr(words) in said(led, "console")
        assert fr(here.idea) in said(led)
        assert fr(here.say) not in said(led)
        assert "Mettre le temps en pause" not in said(led)  # the console has its timer beside
        follows = foldout.following(reading.shipped(), now(led))
        assert follows is None or fr(follows.title) in said(led, "console")

    def test_the_scales_are_tipped_from_the_console_as_the_hands_say(self, led: Driver) -> None:
        scales = next(one for one in reading.shipped().panels if one.diagram.kind == "see-saw")
        led.director.carry(foldout.opening(scales.id))
        led.stage.turn()
        ways = [fr(scales.diagram.data[n].label or Text(fr="")) for n in (2, 3)]
        assert all(way in said(led, "console") for way in ways)
        led.click("tray-2", "console")
        assert ways[1] in said(led)
        led.key("k", "console")
        assert ways[0] in said(led)
        assert ways[1] not in said(led)

    def test_is_unfolded_turned_and_folded_up_from_the_console(self, led: Driver) -> None:
        before = led.stage.scenes["room"].texts()
        led.key("f4", "console")
        led.director.carry(Unrolled(sheet()))
        led.stage.turn()
        led.key("e", "console")
        on_to_the_next(led, "console")
        assert "Volet 2 du recto" in said(led)
        led.key("r", "console")
        assert "Volet 1 du verso" in said(led)
        led.key("escape", "console")
        assert led.stage.scenes["room"].texts() == before


class TestOpeningOnAPanel:
    def test_that_the_situation_refers_to(self, driver: Driver) -> None:
        shipped = reading.shipped()
        wanted = shipped.panels[-1]
        lead(driver, "situation")
        view = driver.director.view("room")
        assert view is not None
        driver.director.carry(foldout.opening(foldout.refers(replace(view, refers=wanted.id))))
        driver.stage.turn()
        assert fr(wanted.title) in said(driver)
        assert foldout.place_of(shipped, wanted) + 1 == now(driver).open_on(wanted.side)

    def test_that_an_open_card_refers_to_before_the_situation(self, driver: Driver) -> None:
        lead(driver, "negotiation")
        view = driver.director.view("room")
        assert view is not None
        first = replace(view.projects[0], refers="argent")
        seen = replace(view, refers="pourquoi", projects=(first, *view.projects[1:]))
        assert foldout.refers(seen, first.id) == "argent"
        assert foldout.refers(seen) == "pourquoi"


# ---- How it moves --------------------------------------------------------------------------------------

SIZE = (640, 360)


def scene(at: Reading, theme: Theme) -> Scene:
    ui = Ui(Settings(), screen=SCREEN, briefing=sheet(), drafts=holding(at), now=MORNING)
    return canvas(SIZE, theme).compose(*show(None, ui))


def states() -> dict[str, tuple[Reading, Reading]]:
    folded = Reading()
    first = foldout.begun(sheet(), folded, "long", MORNING)
    second = foldout.arrived(sheet(), first, "recto-2")
    fifth = foldout.arrived(sheet(), first, "recto-5")
    whole = foldout.overview(fifth)
    over = foldout.turned(sheet(), fifth)
    back = replace(fifth, seen="folded", over=True)
    stepped = foldout.forward(sheet(), first)
    assert whole is not None
    assert over is not None
    assert stepped is not None
    return {
        "opening": (folded, first), "unfolding": (first, second), "several": (first, fifth),
        "whole": (fifth, whole), "turning": (fifth, over), "folding": (fifth, back),
        "drawing": (first, stepped),
    }  # fmt: skip


@pytest.mark.parametrize(
    "name", ["opening", "unfolding", "several", "whole", "turning", "folding", "drawing"]
)
class TestMoving:
    def test_is_on_its_way_and_comes_to_rest_as_it_is_written(self, name: str, french: None) -> None:
        theme = Theme("room")
        old, new = (scene(at, theme) for at in states()[name])
        rest, moving = pygame.Surface(SIZE), pygame.Surface(SIZE)
        Painter(SIZE, theme).paint(rest, new)
        painter = Painter(SIZE, theme)
        painter.paint(moving, old)
        start = moving.get_buffer().raw
        painter.paint(moving, new, old, 0.2)
        assert painter.moving(new, old, 0.2)
        assert moving.get_buffer().raw not in (start, rest.get_buffer().raw)
        painter.paint(moving, new, old, 9.0)
        assert not painter.moving(new, old, 9.0)
        assert moving.get_buffer().raw == rest.get_buffer().raw

    def test_does_not_move_for_who_asked_for_less_movement(self, name: str, french: None) -> None:
        theme = Theme("room", reduced_motion=True)
        old, new = (scene(at, theme) for at in states()[name])
        painter = Painter(SIZE, theme)
        painter.paint(pygame.Surface(SIZE), old)
        assert not painter.moving(new, old, 0.0)


def test_the_end_of_a_movement_is_where_the_next_one_begins(french: None) -> None:
    """Paper does not jump: right before it rests it stands where it will."""
    theme = Theme("room")
    for name, (before, after) in states().items():
        old, new = scene(before, theme), scene(after, theme)
        rest, last = pygame.Surface(SIZE), pygame.Surface(SIZE)
        painter = Painter(SIZE, theme)
        painter.paint(rest, new)
        art = next(node for node in new.nodes if isinstance(node, PaperArt))
        painter.paint(last, new, old, 0.0)
        was = next(node for node in old.nodes if isinstance(node, PaperArt))
        painter.paint(last, new, old, seconds(was, art) * 0.9999)
        apart = pygame.PixelArray(rest).compare(pygame.PixelArray(last), distance=0.08)
        differing = sum(1 for row in apart for pixel in row if not pixel & 0xFFFFFF)
        assert differing < 0.03 * SIZE[0] * SIZE[1], name


def test_put_away_it_folds_up_over_what_was_beneath(french: None) -> None:
    theme = Theme("room")
    old = scene(states()["turning"][0], theme)
    new = canvas(SIZE, theme).compose(*show(None, Ui(now=MORNING)))
    painter, surface, rest = Painter(SIZE, theme), pygame.Surface(SIZE), pygame.Surface(SIZE)
    painter.paint(surface, old)
    painter.paint(surface, new, old, 0.3)
    middle = surface.get_buffer().raw
    painter.paint(surface, new, old, 9.0)
    Painter(SIZE, theme).paint(rest, new)
    assert middle != surface.get_buffer().raw == rest.get_buffer().raw
    assert not painter.moving(new, old, 9.0)


def test_the_room_goes_dark_at_once(french: None) -> None:
    theme = Theme("room")
    old, dark = scene(states()["turning"][0], theme), canvas(SIZE, theme).compose(Spacer())
    assert not Painter(SIZE, theme).moving(dark, old, 0.0)


# ---- What every panel keeps to -------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "plain"), [("fr", False), ("fr", True), ("en", False), ("en", True)])
@pytest.mark.parametrize("text", [1.0, 1.3])
def test_every_panel_can_be_read_at_every_size_of_text(
    driver: Driver, language: str, plain: bool, text: float
) -> None:
    driver.director.carry(Set("language", language))
    shipped = reading.shipped()
    settings = Settings(language="en" if language == "en" else "fr", plain=plain)
    for one in shipped.panels:
        at = foldout.arrived(shipped, Reading(path="long", began=MORNING), one.id)
        at = replace(at, step=diagrams.steps(one.diagram))
        ui = Ui(settings, screen=SCREEN, briefing=shipped, drafts=holding(at), now=MORNING)
        for pixels in ((1280, 720), (1280, 1024)):
            made = canvas(pixels, Theme("room", text)).compose(*show(None, ui))
            assert made.check() == [], one.id
