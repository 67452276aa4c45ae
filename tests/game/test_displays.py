"""Projectors: copied, mistaken for the main display, unplugged and plugged in again."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from engine.play.commands import PassTo
from game.front import settings
from game.front.intents import Go, Set, Start, Window
from game.front.state import Settings
from game.pieces.displays import remedy
from game.windows import displays, seen, standing
from game.windows.display import open_display
from game.windows.displays import Display, Home
from tests.game.driving import SCENARIO, Driver, beginning, go_to
from tests.game.test_stage_windows import secrets, shows_secret

LAPTOP = Display((1366, 768), (0, 0), "eDP-1")
PROJECTOR = Display((1920, 1080), (1366, 0), "HDMI-1")
COPY = Display((1920, 1080), (0, 0), "HDMI-1")
TELEVISION = Display((3840, 2160), (1366, 0), "HDMI-2")
NAMELESS = Display((1280, 720), None, ""), Display((1280, 720), None, "")
Plugged = tuple[Display, ...]


# ---- What is decided ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plugged", "pictures"),
    [((LAPTOP, PROJECTOR), 2), ((LAPTOP, COPY), 1), ((LAPTOP,), 1), (NAMELESS, 2),
     ((LAPTOP, COPY, TELEVISION), 2)],
)  # fmt: skip
def test_of_displays_that_begin_at_the_same_point_one_copies_the_other(
    plugged: Plugged, pictures: int
) -> None:
    assert len(displays.distinct(plugged)) == pictures


@pytest.mark.parametrize(
    ("plugged", "chosen", "room", "console"),
    [
        ((LAPTOP, PROJECTOR), "", 1, 0),
        ((PROJECTOR, LAPTOP), "", 0, 1),  # the projector is the main display
        ((PROJECTOR, TELEVISION), "", 1, 0),  # nobody can tell: by the numbers
        ((PROJECTOR, TELEVISION), "HDMI-1 1920×1080", 0, 1),
        ((LAPTOP, PROJECTOR), "eDP-1 1366×768", 0, 1),  # as people chose, whatever the names say
        ((LAPTOP, TELEVISION), "HDMI-1 1920×1080", 1, 0),
        (NAMELESS, "1280×720", 1, 0),
    ],
)
def test_the_room_opens_where_people_chose_else_where_the_laptops_own_display_is_not(
    plugged: Plugged, chosen: str, room: int, console: int
) -> None:
    assert displays.arranged(Settings(room_on=chosen), plugged) == (room, console)


def test_the_console_never_opens_over_the_rooms_picture_while_a_display_is_free() -> None:
    assert displays.console_beside(0, 0, (LAPTOP, PROJECTOR)) == 1
    assert displays.console_beside(1, 0, (LAPTOP, PROJECTOR)) == 0
    assert displays.console_beside(0, 0, (LAPTOP,)) == 0


def test_a_window_waits_while_its_display_is_away_and_goes_back_as_it_was() -> None:
    homes: dict[displays.Which, Home] = {
        "room": displays.home(1, (LAPTOP, PROJECTOR), full=True),
        "console": displays.home(0, (LAPTOP, PROJECTOR)),
    }
    assert displays.moves((LAPTOP, PROJECTOR), (LAPTOP,), homes) == {"room": (0, False)}
    assert displays.moves((LAPTOP,), (LAPTOP, PROJECTOR), homes) == {"room": (1, True)}
    assert displays.moves((LAPTOP, PROJECTOR), (LAPTOP, PROJECTOR), homes) == {}


def test_a_display_is_known_again_by_its_name_wherever_the_system_counts_it() -> None:
    where = displays.home(0, (PROJECTOR, LAPTOP))
    assert displays.found(where, (LAPTOP, PROJECTOR)) == 1
    assert displays.found(where, (LAPTOP,)) is None
    moved = Display(LAPTOP.size, (1920, 0), LAPTOP.name)  # the laptop's picture begins elsewhere now
    homes: dict[displays.Which, Home] = {"console": displays.home(0, (LAPTOP, PROJECTOR))}
    assert displays.moves((LAPTOP,), (COPY, moved), homes) == {"console": (1, False)}


def test_displays_without_names_or_with_the_same_one_are_known_by_their_number() -> None:
    twice = Display((1280, 720), (0, 0), "Generic"), Display((1280, 720), (1280, 0), "Generic")
    for both in (NAMELESS, twice):
        assert displays.found(displays.home(1, both), both) == 1
        assert displays.found(displays.home(1, both), both[:1]) is None


def test_a_point_is_on_a_display_only_where_origins_are_told() -> None:
    assert displays.under((1400, 100), (LAPTOP, PROJECTOR)) == 1
    assert displays.under((100, 900), (LAPTOP, PROJECTOR)) is None
    assert displays.under((100, 100), NAMELESS) is None


def test_what_the_system_tells_is_as_large_as_what_the_drawing_library_tells() -> None:
    open_display()
    assert [one.size for one in seen.displays()] == list(pygame.display.get_desktop_sizes())


def test_each_system_is_told_its_own_way_to_extend_the_picture() -> None:
    assert len({remedy(system) for system in ("win32", "darwin", "linux")}) == 3


# ---- In the windows -------------------------------------------------------------------------------------


class Desk(Driver):
    """A stage at a desk where displays can be plugged in and out."""

    def __init__(self, *plugged: Display, windows: int | None = None) -> None:
        self.plugged = plugged
        super().__init__(windows, displays=lambda: self.plugged)

    def plug(self, *plugged: Display) -> None:
        self.plugged = plugged
        self.stage.turn()
        self.stage.turn()

    def begin(self, phase: str = "welcome") -> None:
        self.director.carry(Start(SCENARIO, beginning()))
        self.stage.turn()
        go_to(self, phase)

    def where(self) -> dict[str, tuple[int, bool]]:
        return {which: (frame.display, frame.full) for which, frame in self.stage.frames.items()}

    def want(self, *intents: object) -> None:
        for intent in intents:
            self.director.carry(intent)
        self.stage.turn()


@pytest.fixture(autouse=True)
def _home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "LOOK", 0.0)


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk(LAPTOP, PROJECTOR)
    yield made
    made.close()


def test_an_unplugged_projectors_window_comes_back_and_returns_without_a_key(desk: Desk) -> None:
    desk.begin()
    desk.want(Window("room", "fullscreen"))
    assert desk.where() == {"room": (1, True), "console": (0, False)}
    desk.plug(LAPTOP)
    assert desk.where() == {"room": (0, False), "console": (0, False)}
    assert "débranché" in desk.text("console")
    assert "débranché" not in desk.text()
    desk.click("console-next", "console")
    desk.plug(LAPTOP, PROJECTOR)
    assert desk.where() == {"room": (1, True), "console": (0, False)}
    assert not desk.director.ui.stands.away


def test_full_screen_on_the_laptop_while_the_projector_is_away_is_not_kept(desk: Desk) -> None:
    desk.begin()
    desk.plug(LAPTOP)
    desk.want(Window("room", "fullscreen"))
    assert desk.where()["room"] == (0, True)
    desk.plug(LAPTOP, PROJECTOR)
    assert desk.where()["room"] == (1, False)
    assert settings.load().room_full == ""


def test_while_the_room_may_see_the_only_display_nobodys_secret_is_shown(desk: Desk) -> None:
    desk.begin("choice")
    held = desk.session.game.held[0]
    desk.plug(LAPTOP)
    assert not desk.do(PassTo(who=held))
    assert not shows_secret(desk)
    assert not shows_secret(desk, "console")
    desk.key("w", "console")
    desk.click("display-ours", "console")
    assert desk.do(PassTo(who=held))
    assert secrets(desk)


def test_another_projector_in_its_place_takes_the_room(desk: Desk) -> None:
    desk.begin()
    desk.plug(LAPTOP)
    desk.plug(LAPTOP, TELEVISION)
    assert desk.where() == {"room": (1, False), "console": (0, False)}


def test_a_projector_that_is_the_main_display_gets_the_room_and_not_the_console() -> None:
    desk = Desk(PROJECTOR, LAPTOP)
    desk.begin()
    assert desk.where() == {"room": (0, False), "console": (1, False)}
    desk.plug(LAPTOP)
    assert desk.where() == {"room": (0, False), "console": (0, False)}
    desk.plug(PROJECTOR, LAPTOP)
    assert desk.where() == {"room": (0, False), "console": (1, False)}
    desk.close()


def test_windows_on_each_others_displays_are_swapped_by_one_key_and_stay_so() -> None:
    one, other = Display((1280, 720), (0, 0), "A"), Display((1920, 1080), (1280, 0), "B")
    desk = Desk(one, other)
    desk.director.carry(Go("setup", SCENARIO))
    desk.stage.turn()
    assert "La salle : écran 2. La console : écran 1, le principal." in desk.text().replace("\xa0", " ")
    desk.key("x")
    assert desk.where() == {"room": (0, False)}
    desk.begin()
    assert desk.where() == {"room": (0, False), "console": (1, False)}
    desk.key("w", "console")
    desk.key("x", "console")
    assert desk.where() == {"room": (1, False), "console": (0, False)}
    desk.key("x", "console")
    desk.close()
    again = Desk(one, other)
    assert again.where() == {"room": (0, False)}
    again.close()


@pytest.mark.parametrize("plugged", [(LAPTOP,), (LAPTOP, COPY)])
def test_where_there_is_one_picture_no_console_opens_on_it_before_somebody_says_so(plugged: Plugged) -> None:
    desk = Desk(*plugged)
    desk.director.carry(Go("setup", SCENARIO))
    desk.stage.turn()
    assert "la salle voit tout" in desk.text()
    desk.begin("choice")
    assert list(desk.where()) == ["room"]
    assert not desk.do(PassTo(who=desk.session.game.held[0]))
    desk.want(Window("room", "ours"))
    assert list(desk.where()) == ["room", "console"]
    desk.close()


def test_a_console_comes_with_the_projector_that_is_plugged_in_late() -> None:
    desk = Desk(LAPTOP)
    desk.begin()
    assert desk.where() == {"room": (0, False)}
    desk.plug(LAPTOP, PROJECTOR)
    assert desk.where() == {"room": (1, False), "console": (0, False)}
    desk.close()


def test_a_trainees_window_does_not_jump_to_a_display_that_is_plugged_in() -> None:
    desk = Desk(LAPTOP)
    desk.director.carry(Start(SCENARIO, beginning("training", held=1)))
    desk.stage.turn()
    desk.plug(LAPTOP, PROJECTOR)
    assert desk.where() == {"room": (0, False)}
    desk.close()


def test_a_copied_screen_in_the_middle_of_a_session_is_told_in_the_console(desk: Desk) -> None:
    desk.begin()
    desk.plug(LAPTOP, COPY)
    assert "la même image" in desk.text("console")
    assert list(desk.where()) == ["room", "console"]


def test_a_window_that_somebody_dragged_to_another_display_belongs_there(desk: Desk) -> None:
    desk.begin()
    desk.stage.frames["console"].window.position = (1400, 40)
    desk.plug(LAPTOP, PROJECTOR)
    assert desk.where()["console"] == (1, False)
    assert desk.director.ui.stands.console == 1


def test_two_windows_asked_for_by_hand_are_two_on_one_display_too() -> None:
    desk = Desk(LAPTOP, windows=1)
    desk.begin()
    desk.want(Set("windows", 2))
    assert list(desk.where()) == ["room", "console"]
    desk.close()


# ---- Full screen, the next time -------------------------------------------------------------------------


def test_full_screen_is_found_again_on_the_same_display_only(desk: Desk) -> None:
    desk.begin()
    desk.want(Window("room", "fullscreen"))
    desk.close()
    for plugged, full in (((LAPTOP, PROJECTOR), True), ((LAPTOP,), False), ((LAPTOP, TELEVISION), False)):
        again = Desk(*plugged)
        assert again.where()["room"][1] is full
        again.close()


def test_a_room_in_full_screen_makes_way_for_a_console_on_the_same_display() -> None:
    desk = Desk(LAPTOP, windows=1)
    desk.begin()
    desk.want(Window("room", "fullscreen"))
    assert desk.where() == {"room": (0, True)}
    desk.want(Set("windows", 2))
    assert desk.where() == {"room": (0, False), "console": (0, False)}
    desk.want(Window("room", "fullscreen"))
    assert desk.where()["room"] == (0, True), "but who asks for it gets it"
    desk.close()


# ---- Closing --------------------------------------------------------------------------------------------


def test_closing_the_rooms_window_asks_in_the_console_first(desk: Desk) -> None:
    desk.begin()
    before = desk.text()
    desk.window_event(pygame.WINDOWCLOSE)
    assert not desk.stage.leaving
    assert "Quitter le jeu" in desk.text("console")
    assert desk.text() == before
    desk.key("escape", "console")
    assert "Quitter le jeu" not in desk.text("console")
    desk.window_event(pygame.WINDOWCLOSE)
    desk.click("quit", "console")
    assert desk.stage.leaving


def test_in_one_window_the_question_is_there_and_a_second_close_leaves() -> None:
    desk = Desk(LAPTOP, windows=1)
    desk.begin("situation")
    desk.key(".")
    desk.window_event(pygame.WINDOWCLOSE)
    assert "Quitter le jeu" in desk.text(), "even in the dark"
    desk.key("space")
    assert "Quitter le jeu" not in desk.text()
    assert desk.phase == "situation"
    desk.key("left")
    for asked in (True, False):
        desk.window_event(pygame.WINDOWCLOSE)
        assert desk.stage.leaving is not asked
    desk.close()


def test_without_a_session_closing_leaves_at_once_and_so_does_the_system(desk: Desk) -> None:
    desk.window_event(pygame.WINDOWCLOSE)
    assert desk.stage.leaving
    desk.stage.leaving = False
    desk.begin()
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    desk.stage.turn()
    assert desk.stage.leaving
