"""What is half counted is neither lost nor left by mistake, and what was left off can be taken up again."""

import pytest

from engine.play.commands import Command, Finish, KeepWord, ShowForecasts
from game.console.seen import Projector
from game.front.drafts import Counted, Turned
from game.front.intents import Draft, Home, Start
from game.screens.round.choice import KeepsAll
from game.windows import sessions
from tests.game.driving import SCENARIO, Driver, beginning, facilitating, go_to

pytestmark = pytest.mark.usefixtures("home")


def test_a_forecast_counted_by_the_room_brings_the_counters_of_the_next_one() -> None:
    driver = facilitating("negotiation")
    driver.key("space")
    asked = [entry.counts.question for entry in driver.director.view("console").forecasts]  # type: ignore[union-attr]
    assert len(asked) > 1, "the simulated characters promise"
    for number, question in enumerate(asked, start=1):
        for _ in range(4):
            driver.key("1", "console")
        driver.key("enter", "console")
        came = {e.counts.question: e.counts.received for e in driver.director.view("console").forecasts}  # type: ignore[union-attr]
        assert came[question] == 4
        assert sum(came.values()) == 4 * number
    driver.close()


def counts_of(driver: Driver) -> list[tuple[str, int, int, int]]:
    return [row for ballot in driver.session.game.table.ballots.values() for row in ballot.tallies]


def test_a_count_can_be_typed_and_brought_back_to_zero() -> None:
    driver = facilitating("forecast")
    yes, no, unsure = (
        id.removesuffix(".more")
        for id in driver.ids("console")
        if id.startswith("tally.") and id.endswith(".more")
    )
    driver.click(yes, "console")
    for letter in "12":
        driver.key(letter, "console")
    driver.key("enter", "console")
    driver.key("5", "console")
    driver.key("enter", "console")
    assert driver.director.front.pane("console").focus == unsure
    driver.click(f"{no}.none", "console")
    driver.click(f"{no}.more", "console")
    driver.click("count-save", "console")
    driver.click("count-save", "console")  # thirteen for nine people: asked about once
    assert ("", 12, 1, 0) in counts_of(driver)
    driver.close()


def test_a_number_typed_and_not_recorded_is_asked_about_too() -> None:
    driver = facilitating("forecast")
    yes = next(id for id in driver.ids("console") if id.startswith("tally.") and id.endswith(".more"))
    driver.click(yes.removesuffix(".more"), "console")
    driver.key("7", "console")
    driver.key("space")
    assert driver.phase == "forecast"
    driver.close()


def test_after_a_table_is_counted_the_whole_room_answers_again() -> None:
    driver = Driver(windows=2)
    driver.director.carry(Start(SCENARIO, beginning(tables=("Le quai", "La dalle", "Les tours"))))
    driver.stage.turn()
    go_to(driver, "forecast")
    driver.click("count.table=La dalle", "console")
    driver.key("1", "console")
    driver.key("enter", "console")
    assert [row[0] for row in counts_of(driver)] == ["La dalle"]
    driver.key("1", "console")
    driver.key("enter", "console")
    assert "" in [row[0] for row in counts_of(driver)]
    driver.close()


def test_going_on_past_a_count_that_is_not_recorded_is_asked_about_once() -> None:
    driver = facilitating("forecast")
    driver.key("1", "console")
    driver.key("space")
    assert driver.phase == "forecast"
    assert "compte n’est pas enregistré" in driver.text("console")
    driver.key("enter", "console")
    driver.key("space")
    assert driver.phase == "choice"
    driver.close()


def test_a_count_left_on_purpose_is_left() -> None:
    driver = facilitating("forecast")
    driver.key("1", "console")
    driver.key("space")
    driver.key("space")
    assert driver.phase == "choice"
    driver.close()


def test_hands_counted_come_back_when_the_program_was_killed() -> None:
    driver = facilitating("forecast")
    for key in ("1", "1", "2"):
        driver.key(key, "console")
    sessions.keep_unsent(driver.director.session, driver.director.ui)
    counted = driver.director.ui.drafts.every(Counted)
    assert counted
    file = driver.session.path
    assert file is not None
    driver.session.close()  # as when the process is gone: nothing is said to the stage
    again = Driver(windows=2)
    again.director.open(sessions.resume(file))
    again.stage.turn()
    assert again.director.ui.drafts.every(Counted) == counted
    again.close()
    driver.director.session = None
    driver.close()


def test_a_bilan_is_offered_again_on_the_day_it_was_held() -> None:
    driver = Driver(windows=1)
    driver.director.carry(Start(SCENARIO, beginning()))
    driver.do(Finish())
    driver.director.carry(Home())
    driver.stage.turn()
    assert "Reprendre le bilan" in driver.text()
    driver.now += 24 * 3600
    driver.director.carry(Home())
    driver.stage.turn()
    assert "Reprendre le bilan" not in driver.text()
    driver.key("s")
    assert "Bilan" in driver.text()
    driver.close()


def test_what_observers_ticked_in_a_round_does_not_come_back_in_the_next() -> None:
    driver = facilitating("reveal")
    driver.click("task.ticks", "console")
    told = next(
        name for name in driver.ids("console") if name.startswith("tick.") and name.endswith(".0.more")
    )
    driver.click(told, "console")
    assert sum(driver.director.ui.form(Counted, told.removesuffix(".0.more")).counts or ()) == 1
    go_to(driver, "situation")
    go_to(driver, "reveal")
    ticks = {
        name.rpartition(".")[0].rpartition(".")[0] for name in driver.ids("console") if name.endswith(".more")
    }
    assert told.removesuffix(".0.more") not in ticks
    driver.close()


def test_the_rooms_letters_work_from_the_console_too() -> None:
    driver = facilitating("reveal")
    hidden = driver.text()
    driver.key("t", "console")
    assert driver.text() == hidden, "asked first"
    driver.key("t", "console")
    assert driver.text() != hidden
    assert driver.phase == "reveal"
    driver.close()


@pytest.mark.parametrize("command", [ShowForecasts(), Finish()])
def test_showing_forecasts_or_ending_leaves_no_count_either(command: Command) -> None:
    driver = facilitating("forecast")
    driver.key("1", "console")
    assert not driver.do(command)
    assert driver.phase == "forecast"
    assert driver.do(command), "said once, then it is meant"
    driver.close()


def test_a_sentence_typed_beside_a_field_of_the_console_plays_nothing() -> None:
    driver = facilitating("forecast")
    commands = len(driver.session.commands)
    for letter in ("h", "e", "y", "space", "y", "o", "u", "space"):
        driver.key(letter, "console")
    assert len(driver.session.commands) == commands
    assert "cliquez d’abord dans un champ" in driver.text("console")
    driver.wait(2)
    driver.key("space", "console")
    assert driver.phase == "choice"
    driver.close()


def test_only_the_rooms_own_key_leaves_the_session_at_the_end() -> None:
    driver = facilitating("forecast")
    driver.do(Finish())
    for _ in range(12):
        driver.key("space")
    driver.key("h", "console")
    assert driver.director.session is not None
    driver.close()


def test_choosing_a_tag_puts_the_cursor_where_the_words_go() -> None:
    driver = facilitating("debate")
    driver.click("words.tag=disagreement", "console")
    driver.type("C'est injuste", "console")
    assert driver.director.ui.text("words") == "C'est injuste"
    driver.key("enter", "console")
    assert driver.session.game.table.notes[-1].tag == "disagreement"
    driver.close()


def test_what_was_asked_on_a_screen_is_asked_again_on_the_next() -> None:
    driver = facilitating("choice")
    driver.director.carry(Draft(Projector(off=True)))
    driver.director.carry(Draft(KeepsAll(who=driver.session.game.held[0])))
    for who in driver.session.game.held:
        driver.do(KeepWord(who=who))
    driver.key("space")
    assert driver.phase == "reveal"
    assert not driver.director.ui.form(Projector).off
    assert not driver.director.ui.form(KeepsAll).who
    driver.close()


def test_the_rooms_own_project_is_named_at_once_and_space_is_a_letter_of_it() -> None:
    driver = facilitating("negotiation")
    driver.key("v")
    driver.key("space")
    driver.type("Café des clés", "room")
    assert driver.director.ui.text("carte.name").strip() == "Café des clés"
    assert driver.phase == "negotiation"
    driver.close()


def test_ten_presses_while_the_program_is_busy_count_ten_in_order() -> None:
    driver = facilitating("forecast")
    driver.burst("1" * 10 + "12" * 4, "console")
    counted = [form.counts for form in driver.director.ui.drafts.every(Counted)]
    assert (14, 4, 0) in counted
    driver.close()
    alone = Driver(windows=1)
    alone.director.carry(Start(SCENARIO, beginning()))
    alone.director.carry(Draft(Turned("welcome", 2)))
    alone.stage.turn()
    alone.burst("5" * 10 + "7474", "room")
    view = alone.director.view("room")
    assert view is not None
    assert view.own_placing[0] == (0, 0, 0, 2, 10, 0, 2)
    alone.close()


def test_ten_clicks_while_the_program_is_busy_count_ten() -> None:
    driver = facilitating("forecast")
    more = next(
        name for name in driver.ids("console") if name.startswith("tally.") and name.endswith(".more")
    )
    driver.clicks(more, 10, "console")
    assert [form.counts for form in driver.director.ui.drafts.every(Counted)] == [(10, 0, 0)]
    driver.close()


def test_a_table_chosen_and_not_counted_does_not_answer_alone_at_the_next_step() -> None:
    driver = Driver(windows=2)
    driver.director.carry(Start(SCENARIO, beginning(tables=("Le quai", "La dalle", "Les tours"))))
    driver.stage.turn()
    go_to(driver, "forecast")
    driver.click("count.table=La dalle", "console")
    go_to(driver, "debate")
    driver.key("1", "console")
    driver.key("enter", "console")
    assert [row[0] for row in counts_of(driver)] == [""]
    driver.close()
