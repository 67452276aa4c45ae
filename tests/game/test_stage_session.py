"""A whole session by keys alone, from the first screen to the Bilan."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.play.commands import Clock, Confirm, KeepWord, Note, PassTo
from engine.session.file import JournalError
from game.front.intents import Start
from game.screens.round.choice import Unveiled
from game.windows import app
from tests.game.driving import SCENARIO, Driver, beginning, go_to, next_on_paper


@pytest.fixture
def driver(home: Path, request: pytest.FixtureRequest) -> Iterator[Driver]:
    made = Driver(windows=getattr(request, "param", 1))
    yield made
    made.close()


def begin(driver: Driver) -> None:
    """From the first screen to the welcome of a facilitated session."""
    driver.key("a")
    driver.choose("scenario-au-lendemain-de-la-crue")
    driver.choose("duration-45")
    driver.key("space")
    assert driver.phase == "welcome"


def go_on_until(driver: Driver, phase: str, step: str = "") -> None:
    """Press Space until the session stands at a phase (and step)."""
    for _ in range(60):
        view = driver.director.view("room")
        assert view is not None
        if view.phase.kind == phase and step in ("", view.phase.step):
            return
        if view.choice is not None:
            for who in view.choice.waiting:
                driver.do(Confirm(who=who))
        driver.stage.turn()
        driver.key("p" if "pass" in driver.ids() else "space")
    raise AssertionError(f"{phase} never comes: {driver.phase}")


def to_the_words(driver: Driver) -> None:
    """The debate of those who train, past its vote and its three sentences: to one's own words."""
    go_on_until(driver, "debate", "sentence")
    driver.key("space")
    driver.key("space")


def test_space_on_the_first_screens_goes_to_the_first_choice_and_then_takes_it(driver: Driver) -> None:
    driver.key("space")
    assert driver.director.front.pane("room").focus == driver.ids()[0]
    driver.key("a")
    driver.key("space")
    assert driver.director.front.pane("room").focus.startswith("scenario-")
    driver.key("space")
    assert "begin" in driver.ids()


def test_one_window_from_the_first_screen_to_the_bilan(driver: Driver) -> None:
    begin(driver)
    assert list(driver.stage.frames) == ["room"]
    go_on_until(driver, "choice")
    driver.key("f2")
    driver.choose(next(name for name in driver.ids() if name.startswith("paper.")))
    for _ in range(30):
        if driver.director.front.pane("room").screen != "paper":
            break
        driver.choose(next_on_paper(driver))
    driver.key("f2")
    driver.key("space")
    assert driver.phase == "reveal"
    go_on_until(driver, "bilan")
    pages = set()
    for _ in range(12):
        pages.add(driver.text())
        driver.key("space")
    assert len(pages) >= 8
    assert driver.phase == "bilan"


@pytest.mark.parametrize("driver", [2], indirect=True)
def test_two_windows_with_the_computer_passed(driver: Driver) -> None:
    begin(driver)
    assert list(driver.stage.frames) == ["room", "console"]
    go_on_until(driver, "choice")
    passing = [name for name in driver.ids("console") if name.startswith("pass.")]
    driver.choose(passing[0], "console")
    assert "unveil" in driver.ids("console")
    assert "unveil" not in driver.ids("room")  # the room goes on seeing who has decided
    driver.key("enter", "console")
    assert "confirm" not in driver.ids("console")  # nothing is placed yet: keeping all must be meant
    more = [name for name in driver.ids("console") if name.startswith("more.")]
    driver.choose(more[0], "console")
    driver.reach("confirm", "console")
    driver.key("enter", "console")
    view = driver.director.view("room")
    assert view is not None
    assert view.choice is not None
    assert len(view.choice.confirmed) == 1
    go_on_until(driver, "bilan")


@pytest.mark.parametrize("driver", [2], indirect=True)
def test_a_clicker_neither_uncovers_nor_confirms_a_secret_choice(driver: Driver) -> None:
    begin(driver)
    go_on_until(driver, "choice")
    commands = len(driver.session.history)
    for key, which in (("page down", "room"), ("space", "room"), ("page down", "console")) * 3:
        driver.key(key, which)  # type: ignore[arg-type]
        assert driver.director.ui.form(Unveiled).who == ""
    assert len(driver.session.history) == commands + 1  # the computer was passed to the first, once
    driver.key("enter", "console")
    more = [name for name in driver.ids("console") if name.startswith("more.")]
    driver.choose(more[0], "console")
    driver.key("escape", "console")
    for key, which in (("page down", "room"), ("space", "console"), ("page down", "console")):
        driver.key(key, which)  # type: ignore[arg-type]
    view = driver.director.view("room")
    assert view is not None
    assert view.choice is not None
    assert view.choice.confirmed == ()
    assert driver.phase == "choice"


def test_training_alone_plays_the_private_screen_in_the_same_window(driver: Driver) -> None:
    driver.key("e")
    driver.choose("scenario-au-lendemain-de-la-crue")
    driver.key("space")
    assert list(driver.stage.frames) == ["room"]
    go_on_until(driver, "negotiation")
    driver.key("p")
    for _ in range(3):
        if driver.phase == "choice":
            break
        driver.key("space")
    passing = [name for name in driver.ids() if name.startswith("pass")]
    if passing:
        driver.choose(passing[0])
    more = [name for name in driver.ids() if name.startswith("more.")]
    driver.choose(next(name for name in more if driver.control(name).enabled))
    driver.key("ctrl+enter")
    driver.key("space")
    assert driver.phase == "reveal"


@pytest.mark.parametrize("driver", [2], indirect=True)
def test_the_language_changes_in_the_middle_and_nothing_else_does(driver: Driver) -> None:
    begin(driver)
    go_on_until(driver, "negotiation")
    before = driver.director.view("room")
    driver.choose("menu", "console")
    driver.choose("settings", "console")
    driver.choose("set-en", "console")
    driver.key("escape", "console")
    driver.key("escape", "console")
    after = driver.director.view("room")
    assert before is not None
    assert after is not None
    assert "Négociation" in [title for _, title in before.phase.steps]
    assert "Negotiation" in driver.text("room")
    assert [p.id for p in after.promises] == [p.id for p in before.promises]


def _once(ids: list[str]) -> list[str]:
    """Controls, once each: a word of the trade that a line parts in two is touched on both."""
    return list(dict.fromkeys(id_.rstrip("~") for id_ in ids))


def test_a_window_resized_at_any_moment_shows_the_same_controls(driver: Driver) -> None:
    import pygame

    begin(driver)
    go_on_until(driver, "situation")
    before = _once(driver.ids())
    for size in ((1920, 1080), (3840, 2160), (1280, 1024), (800, 450)):
        driver.stage.frames["room"].window.size = size
        driver.window_event(pygame.WINDOWSIZECHANGED)
        assert _once(driver.ids()) == before
        assert driver.stage.scenes["room"].check() == []
    assert driver.stage.frames["room"].pixels == (1280, 720)  # composed large, shown small
    driver.click("next")
    assert driver.phase == "negotiation"


def test_a_process_that_dies_loses_nothing_confirmed_and_nothing_typed(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "UNSENT", 0.0)
    begin(driver)
    go_on_until(driver, "negotiation")
    driver.do(Note(text="On attend depuis dix ans."))
    driver.key("f2")
    driver.choose("panel.words")
    driver.click("words")
    driver.type("Et si on dema", "room")
    number = len(driver.session.history)
    driver.session.close()  # as the system does for a process that was killed

    again = Driver(windows=1)
    again.key("r")
    assert again.phase == "negotiation"
    assert len(again.session.history) == number
    assert again.director.ui.text("words") == "Et si on dema"
    again.close()


def test_words_that_a_full_disk_refused_are_kept_as_soon_as_it_takes_them(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "UNSENT", 0.0)
    begin(driver)
    go_on_until(driver, "negotiation")
    driver.key("f2")
    driver.choose("panel.words")
    driver.click("words")
    journal = driver.session._journal
    with monkeypatch.context() as full:
        full.setattr(journal, "keep_unsent", refuse)
        driver.type("Et si", "room")
    driver.wait(1.0)
    driver.session.close()
    again = Driver(windows=1)
    again.key("r")
    assert again.director.ui.text("words") == "Et si"
    again.close()


def refuse(_data: object) -> None:
    raise JournalError("not-saved", "Le disque est plein.")


def test_looking_back_undoes_nothing(driver: Driver) -> None:
    begin(driver)
    go_on_until(driver, "negotiation")
    count = len(driver.session.history)
    driver.key("left")
    view = driver.director.view("room")
    assert view is not None
    assert view.phase.kind == "situation"
    driver.key("left")
    driver.key("right")
    driver.key("space")
    assert driver.phase == "negotiation"
    assert len(driver.director.session.session.history) == count  # type: ignore[union-attr]


def test_undo_asks_first_then_goes_back(driver: Driver) -> None:
    begin(driver)
    go_on_until(driver, "negotiation")
    driver.key("ctrl+z")
    assert driver.phase == "negotiation"
    undo = [name for name in driver.ids() if name.startswith("undo")]
    driver.choose(undo[0] if undo else driver.ids()[0])
    assert driver.phase == "situation"


def test_undo_says_what_will_be_undone_and_takes_the_timer_for_no_step(driver: Driver) -> None:
    begin(driver)
    go_on_until(driver, "negotiation")
    driver.do(Clock(action="pause"))
    driver.do(Clock(action="resume"))
    driver.key("ctrl+z")
    said = " ".join(driver.stage.scenes["room"].texts())
    assert "Ce qui sera défait" in said
    assert "égociation" in said.split("Ce qui sera défait")[1]
    assert "inuteur" not in said.split("Ce qui sera défait")[1]
    driver.key("ctrl+enter")
    assert driver.phase == "situation"
    driver.do(Note(text="Et le square ?"))
    driver.do(Clock(action="pause"))
    driver.key("ctrl+z")
    said = " ".join(driver.stage.scenes["room"].texts())
    assert "Noté" in said.split("Ce qui sera défait")[1]
    assert "égociation" not in said.split("Ce qui sera défait")[1]


def test_undo_on_a_cover_goes_back_and_back_however_often_the_computer_is_given_back(driver: Driver) -> None:
    driver.director.carry(Start(SCENARIO, beginning("training")))
    go_to(driver, "choice")
    first, second = (driver.session.game.held[i] for i in (0, 1))
    driver.click(f"pass-{first}")
    driver.do(KeepWord(who=first))
    driver.do(PassTo(who=second))
    been = []
    for _ in range(3):
        driver.key("ctrl+z")
        driver.key("ctrl+enter")
        been.append((driver.phase, driver.session.game.table.confirmed))
        if driver.phase == "choice":
            driver.click("give-back")
    assert been == [("choice", ()), ("forecast", ()), ("negotiation", ())]


def test_escape_leaves_the_question_which_act_and_opens_no_menu(driver: Driver) -> None:
    begin(driver)
    go_on_until(driver, "debate", "vote")
    driver.key("c")
    assert "act-0" in driver.ids()
    driver.key("f2")
    driver.key("escape")
    assert "act-0" in driver.ids(), "the panel over it closes first"
    driver.key("escape")
    assert "act-0" not in driver.ids()
    assert driver.director.front.pane("room").screen == ""


def test_escape_answers_no_to_what_the_console_asks(driver: Driver) -> None:
    begin(driver)
    go_on_until(driver, "negotiation")
    driver.key("f2")
    driver.choose("finish")
    driver.key("escape")
    assert "finish" in driver.ids()
    assert "finish-no" not in driver.ids()


def test_what_was_said_is_noted_by_one_click_and_the_keyboard(driver: Driver) -> None:
    begin(driver)
    go_on_until(driver, "debate", "talk")
    driver.click("console")
    driver.type("Et le square ?", "room")
    driver.key("enter")
    assert driver.session.commands[-1] == Note(text="Et le square ?")
    driver.key("escape")
    assert driver.director.front.pane("room").panel == ""


def test_in_one_window_the_journal_leads_back_too(driver: Driver) -> None:
    begin(driver)
    go_on_until(driver, "negotiation")
    driver.key("f2")
    driver.choose("panel.journal")
    driver.choose("log-back")
    backs = [name for name in driver.ids() if name.startswith("back-to-")]
    assert backs
    driver.choose(backs[-1])
    driver.choose(next(name for name in driver.ids() if name.startswith("undo")))
    assert driver.phase == "welcome"


@pytest.mark.parametrize("driver", [2], indirect=True)
def test_a_clicker_drives_the_session_from_either_window(driver: Driver) -> None:
    begin(driver)
    for _ in range(30):
        if driver.phase == "negotiation":
            break
        driver.key("page down", "console")
    assert driver.phase == "negotiation"
    driver.key("page up", "console")
    assert driver.director.front.pane("room").looking == 1
    driver.key("page down", "room")
    assert driver.director.front.pane("room").looking == 0


@pytest.mark.parametrize("driver", [2], indirect=True)
def test_a_clicker_turns_the_bilans_pages_back_and_stops_at_the_first(driver: Driver) -> None:
    begin(driver)
    go_on_until(driver, "bilan")
    first = driver.text()
    driver.key("page down")
    second = driver.text()
    driver.key("page down")
    driver.key("page up", "console")
    assert driver.text() == second
    driver.key("page up")
    assert driver.text() == first
    driver.key("page up")
    driver.key("left")
    assert driver.text() == first
    assert driver.director.front.pane("room").looking == 0


@pytest.mark.parametrize("driver", [2], indirect=True)
def test_closing_the_console_goes_on_with_one_window(driver: Driver) -> None:
    import pygame

    begin(driver)
    driver.window_event(pygame.WINDOWCLOSE, "console")
    assert list(driver.stage.frames) == ["room"]
    driver.key("f2")
    assert "panel-close" in driver.ids()


def test_the_sentence_of_a_training_takes_the_first_letter_and_no_space_runs_past_it(driver: Driver) -> None:
    driver.key("e")
    driver.choose("scenario-au-lendemain-de-la-crue")
    driver.key("space")
    to_the_words(driver)
    for word in ("Parce", "que", "l’eau."):
        driver.type(word, "room")
        driver.key("space")
    view = driver.director.view("room")
    assert view is not None
    assert view.phase.step == "sentence"
    assert not driver.director.front.windows.dark
    driver.key("ctrl+enter")
    assert driver.director.session is not None
    assert driver.director.session.session.game.table.notes[-1].text == "Parce que l’eau."
    go_on_until(driver, "debate", "map")


def test_space_goes_on_past_a_sentence_that_nobody_writes(driver: Driver) -> None:
    driver.key("e")
    driver.choose("scenario-au-lendemain-de-la-crue")
    driver.key("space")
    to_the_words(driver)
    driver.key("space")
    view = driver.director.view("room")
    assert view is not None
    assert view.phase.step == "map"


def test_a_sentence_that_nobody_writes_keeps_neither_looking_back_nor_undoing(driver: Driver) -> None:
    driver.key("e")
    driver.choose("scenario-au-lendemain-de-la-crue")
    driver.key("space")
    go_on_until(driver, "debate", "sentence")
    driver.key("left")
    assert "moment passé" in driver.text()
    driver.key("escape")
    assert "moment passé" not in driver.text()
    driver.key("ctrl+z")
    assert driver.director.front.pane("room").screen == "undo"


@pytest.mark.parametrize("scenario", ["au-lendemain-de-la-crue", "le-rez-de-chaussee"])
def test_the_room_reads_its_own_project_then_opens_it_and_can_promise_to_it(
    driver: Driver, scenario: str
) -> None:
    driver.key("a")
    driver.choose(f"scenario-{scenario}")
    driver.choose("duration-45")
    driver.key("space")
    go_on_until(driver, "negotiation")
    driver.key("v")
    driver.click("carte.name")
    driver.type("Un banc devant l'école", "room")
    driver.click("open")
    assert driver.session.game.table.room_project is not None
    assert driver.director.front.pane("room").screen == ""
    assert "carte-blanche" not in driver.session.game.open
    driver.key("f2")
    driver.click("amend-say")
    driver.key("f2")
    assert "amende la carte blanche" in driver.text()
    driver.key("space")
    assert "carte-blanche" in driver.session.game.open
    driver.key("f2")
    assert "panel-close" in driver.ids()
    assert driver.phase == "negotiation"
