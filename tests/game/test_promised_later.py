"""« Promis, tenu ? » on screen: when it is offered, in one window and in two, with keys, and undone."""

import sqlite3
from pathlib import Path

import pytest

from engine.play.commands import Finish, FollowUp, Note
from game.front.intents import Home, Resume, Start
from tests.game.driving import SCENARIO, Driver, beginning

pytestmark = pytest.mark.usefixtures("home")
DAY = 86400.0
HALL, DESK = "J’appelle le bailleur", "Je passe à la permanence"


def _evening(driver: Driver, mode: str = "facilitated") -> Path:
    """A session that came to its Bilan, where two people committed themselves; its file."""
    driver.director.carry(Start(SCENARIO, beginning(mode)))
    driver.stage.turn()
    driver.do(Finish())
    driver.do(Note(text=HALL, tag="commitment", speaker="Zoé", due="avant l’été"))
    driver.do(Note(text=DESK, tag="commitment"))
    path = driver.session.path
    assert path is not None
    return path


def _again(driver: Driver, path: Path, later: float) -> None:
    """The same session taken up again so many seconds later."""
    driver.director.carry(Home())
    driver.wait(later)
    driver.director.carry(Resume(path))
    driver.stage.turn()


def _became(driver: Driver) -> list[tuple[str, str] | None]:
    told = [note.followed for note in driver.session.game.table.notes]
    return [(one.became, one.happened) if one else None for one in told]


def test_it_is_offered_once_a_day_has_gone_by_and_not_the_next_morning() -> None:
    driver = Driver(windows=1)
    path = _evening(driver)
    assert "Promis, tenu" not in driver.text()
    _again(driver, path, DAY / 2)
    assert "Promis, tenu" not in driver.text()
    _again(driver, path, 30 * DAY)
    text = driver.text()
    assert "Promis, tenu" in text
    assert HALL in text
    assert "avant l’été" in text
    assert "Zoé" in text


def test_nobody_is_late_a_month_after() -> None:
    driver = Driver(windows=2)
    _again(driver, _evening(driver), 30 * DAY)
    assert "En retard" not in driver.text("console")
    assert "+43" not in driver.text("room")


@pytest.mark.parametrize("mode", ["facilitated", "training"])
def test_a_key_ticks_a_line_is_kept_and_all_stands_when_it_is_taken_up_again(mode: str) -> None:
    driver = Driver(windows=1)
    path = _evening(driver, mode)
    _again(driver, path, 30 * DAY)
    driver.key("1")
    driver.key("space")
    driver.key("3")
    driver.click("followup.2.text")
    driver.type("Personne au bout", "room")
    driver.key("enter")
    assert _became(driver) == [("kept", ""), ("not-kept", "Personne au bout")]
    _again(driver, path, DAY)
    assert _became(driver) == [("kept", ""), ("not-kept", "Personne au bout")]
    assert "c’est tenu" in driver.text()


def test_what_is_typed_goes_with_the_answer_and_choosing_it_again_leaves_the_question_open() -> None:
    driver = Driver(windows=1)
    _again(driver, _evening(driver), 30 * DAY)
    driver.click("followup.1.text")
    driver.type("Il vient lundi", "room")
    driver.click("followup-2")
    assert _became(driver)[0] == ("going", "Il vient lundi")
    driver.click("followup-unsay")
    driver.click("followup-unsay-yes")
    assert _became(driver)[0] == ("going", "")
    assert "Il vient lundi" not in driver.text()
    driver.click("followup-2")
    assert _became(driver)[0] is None


def test_an_answer_is_undone() -> None:
    driver = Driver(windows=1)
    _again(driver, _evening(driver), 30 * DAY)
    driver.key("2")
    driver.key("ctrl+z")
    driver.key("ctrl+enter")
    assert _became(driver) == [None, None]


def test_in_a_room_the_console_writes_and_the_room_reads() -> None:
    driver = Driver(windows=2)
    _again(driver, _evening(driver), 30 * DAY)
    assert not [name for name in driver.ids("room") if name.startswith("followup")]
    driver.click("followup-1", "console")
    assert _became(driver)[0] == ("kept", "")
    assert "c’est tenu" in driver.text("room")
    driver.key("space", "console")
    assert DESK in driver.text("room")
    driver.key("space", "console")
    assert "followup-1" not in driver.ids("console"), "another page is open"


def test_a_damaged_session_asks_nothing_and_tells_what_was_said() -> None:
    driver = Driver(windows=1)
    path = _evening(driver)
    driver.do(FollowUp(note=1, became="going"))
    driver.do(Note(text="à perdre"))
    driver.director.carry(Home())
    with sqlite3.connect(path) as database:
        database.execute("DELETE FROM command WHERE number = (SELECT MAX(number) FROM command)")
    database.close()
    _again(driver, path, 30 * DAY)
    assert driver.session.damage
    driver.key("escape")
    assert "followup-1" not in driver.ids()
    assert "c’est en route" in driver.text()
