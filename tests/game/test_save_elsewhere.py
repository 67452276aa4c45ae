"""A file that cannot be written says why, and the session goes on in another."""

import os
import shutil
from pathlib import Path

import pytest

from engine.play.commands import Note
from engine.session.file import causes
from engine.session.session import Session
from game.front.intents import Fill
from game.windows import sessions
from tests.game.driving import Driver, facilitating


@pytest.fixture(autouse=True)
def _home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test starts from an empty home."""
    monkeypatch.setenv("HOME", str(home))


def _moved(file: Path) -> None:
    file.rename(file.with_name("ailleurs.coop"))


def _deleted(file: Path) -> None:
    file.unlink()


def _replaced(file: Path) -> None:
    shutil.copyfile(file, file.with_name("copie"))
    file.with_name("copie").replace(file)


@pytest.mark.parametrize(
    ("accident", "cause"),
    [
        (_moved, "déplacé, renommé ou effacé"),
        (_deleted, "déplacé, renommé ou effacé"),
        (_replaced, "pris la place"),
    ],
)
def test_a_file_that_is_gone_is_told_and_the_session_goes_on_in_another(accident, cause) -> None:
    driver = facilitating("negotiation")
    session, file = driver.session, driver.session.path
    assert file is not None
    before = len(session.history)
    accident(file)
    driver.key("space")
    assert len(session.history) == before, "nothing is said to be done that is not saved"
    assert cause in driver.text("console")
    assert "disque plein" not in driver.text("console")
    assert cause not in driver.text("room"), "the room goes on seeing the game"
    assert driver.stage.scenes["console"].check() == []
    driver.choose("save-0", "console")
    assert session.path not in (None, file) or accident is not _replaced
    assert driver.director.ui.saved
    driver.key("space")
    assert driver.phase == "forecast"
    kept = session.path
    driver.close()
    assert kept is not None
    assert [g.digest() for g in Session.read(kept).history] == [g.digest() for g in session.history]


def test_words_half_typed_go_on_too() -> None:
    driver = facilitating("negotiation")
    file = driver.session.path
    assert file is not None
    file.unlink()
    driver.director.carry(Fill(fields=(("word.text", "à moitié dit"),)))
    driver.key("space")
    driver.key("1", "console")
    kept = driver.session.path
    assert dict(driver.session.unsent())["words"] == {"word.text": "à moitié dit"}
    assert kept is not None
    driver.close()
    assert dict(Session.read(kept).unsent())["words"] == {"word.text": "à moitié dit"}


def test_a_file_that_cannot_be_written_says_so_when_it_is_opened_and_can_be_saved_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = facilitating("situation")
    file = first.session.path
    assert file is not None
    first.close()
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != file and access(path, mode))
    before = file.read_bytes()
    driver = Driver(windows=2)
    driver.director.open(sessions.resume(file))
    driver.stage.turn()
    assert "protégé contre l’écriture" in driver.text("console")
    assert "abîmé" not in driver.text("console")
    driver.key("e", "console")
    driver.key("1", "console")
    assert driver.director.ui.damage == ""
    driver.key("space")
    assert driver.phase == "negotiation"
    assert driver.session.path != file
    driver.close()
    assert file.read_bytes() == before


def test_a_session_with_lost_actions_is_not_offered_to_go_on(tmp_path: Path) -> None:
    driver = facilitating("negotiation")
    file = driver.session.path
    assert file is not None
    driver.close()
    data = file.read_bytes()
    at = data.rindex(b'"kind":"advance"')
    file.write_bytes(data[: at - 30] + bytes(60) + data[at + 30 :])
    again = Driver(windows=2)
    again.director.open(sessions.resume(file))
    again.stage.turn()
    assert again.session.lost
    assert "elsewhere" not in again.ids("console")
    again.close()


def test_a_path_that_is_too_long_to_write_is_told_as_that(tmp_path: Path) -> None:
    driver = facilitating("situation")
    file = driver.session.path
    assert file is not None
    driver.close()
    deep = tmp_path
    while len(os.fsencode(deep)) < causes.LONGEST:
        deep = deep / ("dossier-" * 12)
    deep.mkdir(parents=True)
    shutil.copyfile(file, deep / "a.coop")
    session = Session.open(deep / "a.coop")
    assert "trop long" in session.damage
    assert session.game.digest() == Session.read(file).game.digest()
    session.save_elsewhere(tmp_path / "court.coop")
    session.do(Note(text="encore"))
    session.close()
    assert Session.read(tmp_path / "court.coop").game.table.notes[-1].text == "encore"
