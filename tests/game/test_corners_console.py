"""A room in corners, led from the console and trained for alone: by clicks, and by keys."""

from pathlib import Path
from typing import Any

import pytest

from engine.play.commands import Carry, Invite, Tally, Vote, Write
from engine.session.session import Session
from game.front.intents import Resume
from game.front.pane import Which
from game.windows.sessions import Live, keep_unsent
from tests.engine import corner
from tests.engine.small import begin
from tests.game.driving import Driver, go_to
from tests.game.test_console_stays import work

pytestmark = pytest.mark.usefixtures("home")
WORDS = "On veut un banc devant le 14, avant juin."
OTHER = "Les habitants souhaitent du mobilier."


def room(*held: str, windows: int = 2, file: Path | None = None, **fields: Any) -> Driver:
    """The small scenario in corners, before its first negotiation: hill is Ana's, dale Di's, Bo carries, Cy
    is a guest."""
    driver = Driver(windows=windows, size=(1632, 918))
    how: dict[str, Any] = {"duration": "150", "seats": dict.fromkeys(held, "held"), "participants": 9}
    live = Live(Session.create(corner.scenario(), begin(**how | fields), 7, file, lambda: driver.now))
    driver.director.open(live)
    driver.stage.turn()
    return driver


def alone(who: str) -> Driver:
    """Somebody trains alone, at the first negotiation, with the panel open."""
    driver = room(who, windows=1, mode="training", duration="training", participants=1)
    go_to(driver, "negotiation")
    driver.key("f2")
    return driver


def done(driver: Driver, kind: type) -> list[Any]:
    """The commands of a kind that the session took."""
    return [command for command in driver.session.commands if isinstance(command, kind)]


def on(driver: Driver, step: str) -> None:
    """Go on to a step of the strips."""
    for _ in range(12):
        view = driver.director.view("room")
        assert view is not None
        if (view.phase.kind, view.phase.step) == ("strips", step):
            return
        driver.key("p" if "pass" in driver.ids() else "space")
    raise AssertionError(f"{step} never comes")


def can(driver: Driver, id: str, which: Which = "console") -> bool:
    return driver.control(id, which).enabled


# ---- Who sits where ----------------------------------------------------------------------------------------


def test_one_press_invites_and_a_second_one_takes_it_back() -> None:
    driver = room("ana", "di")
    go_to(driver, "negotiation")
    driver.click("invite.hill=cy", "console")
    assert driver.session.game.sits("cy") == "hill"
    assert "✓ Cy" in driver.text("console")
    driver.click("invite.hill=cy", "console")
    assert driver.session.game.sits("cy") == ""
    assert [command.guest for command in done(driver, Invite)] == ["cy", None]
    driver.close()


def test_a_guest_whom_two_corners_invite_says_where_they_sit() -> None:
    driver = room("ana", "cy", "di")
    go_to(driver, "negotiation")
    driver.click("invite.hill=cy", "console")
    assert "sit.cy=dale" not in driver.ids("console")
    driver.choose("invite.dale=cy", "console")
    driver.click("sit.cy=dale", "console")
    assert driver.session.game.sits("cy") == "dale"
    driver.choose("sit.cy=hill", "console")
    assert driver.session.game.sits("cy") == "hill"
    driver.close()


def test_whoever_has_promised_stays_and_that_is_said() -> None:
    driver = room("ana", "cy", "di")
    go_to(driver, "negotiation")
    driver.click("invite.hill=cy", "console")
    driver.click("task.promise", "console")
    driver.click("promise.who=cy", "console")
    more = [id for id in driver.ids("console") if id.startswith("promise.tokens") and id.endswith("more")]
    driver.click(next(id for id in more if can(driver, id)), "console")
    driver.click("promise-say", "console")
    assert driver.session.game.playing.promises
    driver.click("task.corners", "console")
    driver.click("invite.hill=cy", "console")
    assert driver.session.game.sits("cy") == "hill"
    assert "Cy a déjà promis" in driver.text("console")
    driver.close()


def test_where_the_game_plays_everybody_in_the_corners_there_is_nothing_to_write_down() -> None:
    driver = room("bo")
    go_to(driver, "negotiation")
    assert "task.corners" not in driver.ids("console")
    driver.close()


# ---- Written -----------------------------------------------------------------------------------------------


def test_a_whole_phase_by_a_few_clicks() -> None:
    driver = room("ana", "bo", "di")
    on(driver, "write")
    for who in ("hill", "dale"):
        driver.click(f"strip.1.{who}", "console")
        driver.type(WORDS)
        driver.click("write-say", "console")
    assert [strip.text for strip in driver.session.game.playing.strips] == [WORDS, WORDS]
    on(driver, "read")
    before = len(driver.session.commands)
    for press in ("carry-to-2", "fidelity-1", "carry-to-1", "fidelity-3"):
        driver.click(press, "console")
    assert len(driver.session.commands) == before + 4
    carried = [(one.corner, one.to, one.arranged) for one in done(driver, Carry)]
    assert carried == [("hill", "dale", False), ("dale", "hill", False)]
    on(driver, "sealed")
    assert [strip.verdict for strip in driver.session.game.playing.strips] == ["yes", "no"]
    assert "Ce n’est pas ce que nous avons dit." in driver.text("console")
    go_to(driver, "reveal")
    driver.close()


def test_a_whole_phase_by_keys() -> None:
    driver = room("ana", "bo", "di")
    on(driver, "write")
    driver.reach("strip.1.hill", "console")
    driver.type(WORDS)
    driver.key("enter", "console")
    driver.type("Le bus passe plein.")
    driver.key("enter", "console")
    assert [one.text for one in done(driver, Write)] == [WORDS, "Le bus passe plein."]
    driver.key("space", "console")
    on(driver, "read")
    for key in ("2", "1", "1", "2"):
        driver.key(key, "console")
    asked = [(one.yes, one.no, one.unsure) for one in done(driver, Tally)]
    assert asked == [(1, 0, 0), (0, 0, 1)]
    driver.key("space", "console")
    on(driver, "sealed")
    driver.key("space", "console")
    assert driver.phase == "choice"
    driver.close()


def test_words_that_are_left_are_counted_and_too_many_are_said_and_kept() -> None:
    driver = room("ana")
    on(driver, "write")
    driver.click("strip.1.hill", "console")
    driver.type("Un deux trois !")
    assert "encore 22 mots" in driver.text("console")
    driver.type(" mot" * 24)
    assert "2 mots de trop" in driver.text("console")
    assert "write-say" not in driver.ids("console")
    driver.key("enter", "console")
    assert done(driver, Write) == []
    assert "C’est trop long" in driver.text("console")
    assert len(driver.director.ui.text("strip.1.hill").split()) == 28
    for _ in range(8):
        driver.key("backspace", "console")
    driver.key("enter", "console")
    assert len(done(driver, Write)) == 1
    driver.close()


def test_words_beyond_what_a_file_takes_do_nothing_but_say_so() -> None:
    driver = room("ana")
    on(driver, "write")
    driver.click("strip.1.hill", "console")
    driver.type("a" * 401)
    driver.key("enter", "console")
    assert done(driver, Write) == []
    assert "C’est trop long" in driver.text("console")
    assert driver.stage.scenes["console"].check() == []
    driver.close()


def test_a_strip_that_was_written_comes_back_to_be_changed_or_is_taken_back() -> None:
    driver = room("ana")
    on(driver, "write")
    driver.click("strip.1.hill", "console")
    driver.type(WORDS)
    driver.key("enter", "console")
    driver.click("rewrite.hill", "console")
    assert driver.director.ui.text("strip.1.hill") == WORDS
    driver.type(" Tous.")
    driver.key("enter", "console")
    assert driver.session.game.playing.strips[0].text == f"{WORDS} Tous."
    driver.click("write-nothing", "console")
    assert driver.session.game.playing.strips[0].text == ""
    driver.close()


def test_who_writes_nothing_goes_on_and_what_the_game_wrote_is_shown() -> None:
    driver = room("ana")
    on(driver, "write")
    assert WORDS not in driver.text("console")
    assert "Le bus passe plein à 7 h 10" in driver.text("console").replace("\u00a0", " ")
    driver.key("space", "console")
    on(driver, "read")
    driver.close()


def test_going_on_says_once_that_a_strip_is_not_recorded() -> None:
    driver = room("ana")
    on(driver, "write")
    driver.click("strip.1.hill", "console")
    driver.type(WORDS)
    driver.key("space")
    assert "Une bande n’est pas enregistrée" in driver.text("console")
    assert driver.session.game.table.step == "write"
    driver.key("space")
    assert driver.session.game.table.step == "read"
    driver.close()


def test_going_on_says_once_which_strips_are_not_read_and_who_has_not_answered() -> None:
    driver = room("ana", "bo", "di")
    on(driver, "read")
    driver.key("space")
    assert "Pas encore lu" in driver.text("console")
    assert driver.session.game.table.step == "read"
    driver.click("carry-to-2", "console")
    driver.click("strip=dale", "console")
    driver.click("carry-to-1", "console")
    driver.click("fidelity-1", "console")
    driver.key("space")
    assert "Pas encore de réponse" in driver.text("console")
    driver.key("space")
    assert driver.session.game.table.step == "sealed"
    driver.close()


def test_where_the_room_sees_the_console_an_answer_is_known_though_it_is_not_shown() -> None:
    driver = room("ana", "bo", "di", windows=1, tables=("Le quai", "La dalle", "Les tours"))
    on(driver, "read")
    driver.key("f2")
    driver.click("carry-to-2")
    driver.click("fidelity-1")
    assert "✓" in driver.control("strip=hill", "room").label
    driver.click("strip=hill")
    assert "✓" in driver.control("fidelity-1", "room").label
    driver.close()


def test_a_session_that_is_killed_keeps_what_was_being_written(tmp_path: Path) -> None:
    file = tmp_path / "coins.coop"
    driver = room("ana", file=file)
    on(driver, "write")
    driver.click("strip.1.hill", "console")
    driver.type(WORDS)
    keep_unsent(driver.director.session, driver.director.ui)  # as the stage does soon after each letter
    driver.session._journal.close()  # type: ignore[union-attr]  # nothing says goodbye
    again = Driver(windows=2, size=(1632, 918))
    again.director.carry(Resume(file))
    again.stage.turn()
    assert again.director.ui.text("strip.1.hill") == WORDS
    assert "encore 16 mots" in again.text("console")
    again.click("write-say", "console")
    assert again.session.game.playing.strips[0].text == WORDS
    again.close()


# ---- Read --------------------------------------------------------------------------------------------------


def test_other_words_are_typed_over_those_that_were_written() -> None:
    driver = room("bo")
    on(driver, "read")
    written = driver.director.view("console").corners.corner("hill").strip.text  # type: ignore[union-attr]
    driver.click("carry-how=typed", "console")
    assert driver.director.ui.text("strip.1.hill.read") == written
    driver.key("ctrl+a", "console")
    driver.type(OTHER)
    driver.key("enter", "console")
    driver.key("enter", "console")
    made = done(driver, Carry)[0]
    assert (made.to, made.text) == ("dale", OTHER)
    strip = driver.session.game.playing.strips[0]
    assert (strip.arranged, strip.read) == (True, OTHER)
    driver.close()


def test_other_words_that_nobody_types_take_one_press_more() -> None:
    driver = room("ana", "bo")
    on(driver, "read")
    driver.click("carry-how=untyped", "console")
    driver.click("carry-to-2", "console")
    driver.click("carry-how=word", "console")
    driver.click("carry-how=untyped", "console")
    made = [(one.to, one.arranged) for one in done(driver, Carry)]
    assert made == [("dale", True), ("dale", False), ("dale", True)]
    driver.close()


def test_where_the_game_reads_only_answers_are_left_to_be_told() -> None:
    driver = room("ana")
    on(driver, "read")
    assert [id for id in driver.ids("console") if id.startswith("carry-")] == []
    driver.click("fidelity-2", "console")
    on(driver, "sealed")
    assert driver.session.game.playing.strips[0].verdict == "partly"
    driver.close()


def test_hands_are_counted_for_one_corner_after_the_other() -> None:
    tables = ("Le quai", "La dalle", "Les tours")
    driver = room("ana", "bo", "di", tables=tables)
    on(driver, "read")
    driver.click("carry-to-2", "console")
    driver.click("strip=dale", "console")
    driver.click("carry-to-1", "console")
    driver.click("task.fidelity", "console")
    for key in ("1", "1", "3", "enter", "2", "2", "enter"):
        driver.key(key, "console")
    counted = [(one.table, one.yes, one.no, one.unsure) for one in done(driver, Tally)]
    assert [one[1:] for one in counted] == [(2, 0, 1), (0, 2, 0)]
    assert [one[0] for one in counted] == [driver.session.game.table_of(who) for who in ("ana", "di")]
    driver.close()


def test_nothing_moves_under_the_hand_while_strips_are_seen_to() -> None:
    driver = room("ana", "bo", "di")
    go_to(driver, "negotiation")
    work(driver, "invite.hill=cy", "invite.dale=cy", "invite.hill=cy", "task.promise", "task.corners")
    on(driver, "write")
    work(driver, "write=dale", "write=hill")
    on(driver, "read")
    work(
        driver,
        "carry-to-2",
        "carry-how=typed",
        "carry-how=untyped",
        "fidelity-2",
        "strip=hill",
        "carry-how=word",
    )
    work(driver, "task.fidelity", "count=fidelity:1.1", "task.carry", "strip=dale", "carry-to-1")
    driver.close()


def test_with_tables_the_next_strip_comes_once_its_corner_has_answered() -> None:
    driver = room("ana", "bo", "di", tables=("Le quai", "La dalle", "Les tours"))
    on(driver, "read")
    for key in ("2", "1", "1", "3"):
        driver.key(key, "console")
    counted = [(one.yes, one.no) for one in done(driver, Tally)]
    assert counted == [(3, 0), (0, 3)]
    assert "✓ Le Vallon" in driver.text("console")
    assert "✓ non" in driver.text("console")
    driver.close()


# ---- Alone -------------------------------------------------------------------------------------------------


def test_who_trains_alone_in_a_corner_invites_writes_and_says_whether_it_was_said() -> None:
    driver = alone("ana")
    driver.click("task.corners")
    driver.click("invite.hill=cy")
    on(driver, "write")
    driver.key("f2")
    driver.click("strip.1.hill")
    driver.type(WORDS, "room")
    driver.key("enter")
    on(driver, "read")
    driver.key("f2")
    driver.click("fidelity-1")
    driver.click("strip=hill")
    driver.click("fidelity-3")
    votes = [(one.voter, one.answer) for one in done(driver, Vote)]
    assert votes == [(1, "yes"), (1, "no")]
    on(driver, "sealed")
    assert driver.session.game.playing.strips[0].verdict == "no"
    driver.close()


def test_who_trains_alone_as_the_scribe_carries_every_strip() -> None:
    driver = alone("bo")
    on(driver, "read")
    driver.key("f2")
    driver.click("carry-to-2")
    driver.click("carry-how=untyped")
    driver.click("carry-to-1")
    assert all(strip.to for strip in driver.session.game.playing.strips)
    on(driver, "sealed")
    assert all(strip.verdict for strip in driver.session.game.playing.strips)
    driver.close()


@pytest.mark.parametrize("who", ["ana", "bo", "cy", "di"])
def test_nobody_who_trains_alone_is_ever_held_up(who: str) -> None:
    driver = room(who, windows=1, mode="training", duration="training", participants=1)
    for step in ("write", "read", "sealed"):
        on(driver, step)
    go_to(driver, "choice")
    driver.close()
