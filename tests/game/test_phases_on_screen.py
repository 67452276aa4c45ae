"""Phases on screen: each has a screen, console, notes; a made-up one is played in windows like any other."""

from collections.abc import Iterator

import pytest

from engine import outline
from engine.check import status
from engine.content import library
from engine.demo import moves
from engine.outline import OUTLINES
from engine.play import phases
from engine.play.phases import PHASES
from engine.session.session import Session
from engine.transcript import story
from engine.view import of
from engine.view.types import CONSOLE, ROOM
from game import console
from game.console.task import tabs
from game.front import phases as fronts
from game.front.phases import FRONTS, named
from game.front.state import Ui
from game.kit.theme import Theme
from game.paint import canvas
from game.screens import show, way_on
from game.windows.catalogue import scenario
from game.windows.sessions import Live
from tests.engine import made_up_phase
from tests.game import made_up_front
from tests.game.driving import SCENARIO, Driver, beginning, go_to
from tests.moments import ALL, moments

pytestmark = pytest.mark.usefixtures("home")

WITH = ("situation", "negotiation", "forecast", "choice", "reveal", "circle", "debate")


@pytest.fixture
def circle() -> Iterator[None]:
    """The made-up phase and its screen, for a while."""
    phases.register(made_up_phase.OUTLINE, made_up_phase.PHASE)
    fronts.register(made_up_front.FRONT)
    yield
    fronts.forget("circle")
    phases.forget("circle")


def playing(windows: int, listed: tuple[str, ...] = WITH) -> Driver:
    """A session of three held characters whose rounds have a circle, in so many windows."""
    driver = Driver(windows=windows)
    whole = scenario(SCENARIO).model_copy(update={"phases": listed})
    driver.director.open(Live(Session.create(whole, beginning(), 11, now=lambda: driver.now)))
    driver.stage.turn()
    return driver


# ---- The registry -----------------------------------------------------------------------------------------


def test_every_phase_has_a_screen_a_way_on_words_for_the_console_and_a_pace() -> None:
    assert set(FRONTS) == set(OUTLINES) == set(PHASES)
    for kind, front in FRONTS.items():
        assert callable(named(front.screen)), kind
        assert front.way == "" or callable(named(front.way)), kind
        assert front.tabs == "" or callable(named(front.tabs)), kind
        assert front.waiting(), kind
        assert front.reading > 0, kind


@pytest.mark.parametrize("slug", library.slugs())
def test_every_phase_of_a_shipped_scenario_has_notes_and_is_told_in_the_transcript(slug: str) -> None:
    loaded = library.load(slug).scenario
    assert loaded is not None
    rounds = set(loaded.phases or outline.usual())
    kinds = {kind for kind in OUTLINES if OUTLINES[kind].place != "round" or kind in rounds}
    assert kinds - loaded.idle <= set(loaded.notes)
    kinds = {moment.game.table.phase for moment in moments(slug, "facilitated")}
    titles = {PHASES[kind].title("") for kind in kinds - {"welcome", "break"}}  # in a break nothing is told
    steps = [(command, of(game, ROOM)) for command, game in _steps(moments(slug, "facilitated")[0].session)]
    heads = [line for line in story.lines(steps) if line.startswith("## ")]
    assert {head.rpartition("· ")[2].removeprefix("## ") for head in heads} == titles


def _steps(session: Session) -> Iterator[tuple]:  # type: ignore[type-arg]
    for number in session.standing():
        yield session.commands[number], session.history[number]


@pytest.mark.parametrize(("slug", "kind"), ALL)
def test_a_phase_that_the_room_answers_always_has_a_tab_to_count_in(slug: str, kind: str) -> None:
    for moment in moments(slug, kind):
        view = moment.console()
        if view.mode == "facilitated" and view.allows("tally"):
            assert tabs(view, Ui()), moment


# ---- A made-up phase --------------------------------------------------------------------------------------


@pytest.mark.parametrize("windows", [1, 2])
def test_a_made_up_phase_is_led_by_hand_in_its_windows(circle: None, windows: int) -> None:
    driver = playing(windows)
    go_to(driver, "circle")
    assert "Tour de parole" in driver.text()
    assert driver.control("next" if windows == 1 else "console-next", "room" if windows == 1 else "console")
    way = driver.director.way("room")
    assert way is not None
    assert way.label == "Lire les réponses"
    where = "console"
    if windows == 1:
        driver.key("f2")
        where = "room"
    driver.click("circle.all", where)
    assert "9 ont été entendus" in driver.text(), "the whole room was counted"
    if windows == 1:
        driver.key("escape")
    driver.key("space")
    assert "9 ont été entendus" in driver.text()
    driver.key("page down")
    assert driver.phase == "debate"
    driver.key("f1")
    assert driver.director.front.pane("room").screen == "help"
    driver.close()


def test_the_console_shows_the_tab_of_a_made_up_phase_and_then_waits(circle: None) -> None:
    driver = playing(2, ("situation", "circle", "negotiation", "choice", "reveal", "debate"))
    go_to(driver, "circle")
    assert "circle.all" in driver.ids("console")
    assert "0 réponses" in driver.text()
    driver.key("space")
    assert "On écoute." in driver.text("console")
    driver.close()


def test_every_picture_of_a_session_with_a_made_up_phase_is_whole(circle: None) -> None:
    whole = scenario(SCENARIO).model_copy(update={"phases": WITH})
    session = Session.create(whole, beginning(), 11)
    seen = set()
    for _ in moves(session):
        view, inside = session.view(ROOM), session.view(CONSOLE)
        if view.phase.kind != "circle" or view.phase.step in seen:
            continue
        seen.add(view.phase.step)
        ui = Ui(way=way_on(view, Ui()))
        for size in ((1280, 720), (1920, 1080), (3840, 2160)):
            assert canvas(size).compose(*show(view, ui)).check() == []
            own = canvas(size, Theme("console", 1.0, False))
            assert own.compose(console.console(inside, ui)).check() == []
    assert seen == {"ask", "heard"}


def test_the_notes_of_a_made_up_phase_are_asked_for_by_the_checker(circle: None, tmp_path) -> None:
    from tests.engine import examples

    folder = examples.good(tmp_path)
    card = folder / "scenario.yaml"
    card.write_text(f"phases: [{', '.join(WITH)}]\n" + card.read_text("utf-8"), "utf-8")
    told = [d for d in status(folder) if d.code == "notes-missing"]
    assert any("circle" in d.expected for d in told)
    assert [d.code for d in status(folder) if d.severity == "error"] == []
