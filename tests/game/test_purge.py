"""`coop purge`: what is erased, what stays, and that nothing goes without a yes."""

import errno
import os
import time
from pathlib import Path

import pytest

from engine.play.commands import Note
from engine.session.file import folder
from engine.session.session import Session
from game import cli
from game.front import settings
from tests.engine.driving import Ticker
from tests.engine.small import begin, scenario

DAY = 86_400.0


@pytest.fixture(autouse=True)
def _home(home: Path) -> None:
    """Every command starts from an empty home."""


def run(*arguments: object) -> int:
    return cli.main([str(one) for one in arguments])


def _session(name: str, days: float, closed: bool = True) -> Session:
    """A session whose last action was so many days ago, with words noted and words not yet noted."""
    whole = Session.create(
        scenario(), begin(), 7, folder() / f"{name}.coop", Ticker(time.time() - days * DAY)
    )
    whole.do(Note(text="un mot"))
    assert whole.keep_unsent({"words": {"note": "pas encore noté"}})
    if closed:
        whole.close()
    return whole


def _names() -> set[str]:
    return {path.name for path in folder().iterdir()}


def test_nothing_is_erased_without_a_yes(capsys: pytest.CaptureFixture[str]) -> None:
    _session("a", 400)
    assert run("purge") == 0
    said = capsys.readouterr().out
    assert "a.coop" in said
    assert "1 séance à effacer" in said
    assert "--yes" in said
    assert _names() == {"a.coop"}


def test_only_sessions_older_than_that_are_erased_whenever_their_file_was_touched(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _session("old", 400)
    _session("new", 10)
    os.utime(folder() / "new.coop", (0, 0))
    settings.save(settings.load())
    assert run("purge", "--older-than", 365, "--yes") == 0
    assert "1 séance effacée" in capsys.readouterr().out
    assert _names() == {"new.coop"}
    assert settings.path().exists(), "settings are no session's"


def test_all_that_lies_beside_a_session_goes_with_it() -> None:
    _session("a", 1)
    for end in ("-journal", "-wal", "-shm", "-new"):
        (folder() / f"a.coop{end}").write_bytes(b"\0" * 8)
    (folder() / "a.txt").write_text("of somebody else")
    assert run("purge", "--yes") == 0
    assert _names() == {"a.txt"}


def test_without_an_age_settings_log_and_words_kept_apart_go_too() -> None:
    settings.save(settings.load())
    kept = (settings.log_folder() / "coop.log", settings.cache_folder() / "words" / "a.json")
    for path in kept:
        path.parent.mkdir(parents=True)
        path.write_text("x")
    assert run("purge", "--yes") == 0
    assert not any(path.exists() for path in (*kept, settings.path()))


def test_a_damaged_session_is_erased_by_the_day_it_was_written() -> None:
    folder().mkdir(parents=True)
    for name, days in (("old", 400), ("new", 1)):
        path = folder() / f"{name}.coop"
        path.write_bytes(b"not a session")
        os.utime(path, (time.time() - days * DAY,) * 2)
    assert run("purge", "--older-than", 30, "--yes") == 0
    assert _names() == {"new.coop"}


def test_an_open_session_stays_and_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    _session("shut", 50)
    playing = _session("open", 50, closed=False)
    assert run("purge", "--yes") == 1
    assert "open.coop est ouverte" in capsys.readouterr().err
    assert "open.coop" in _names()
    assert "shut.coop" not in _names()
    playing.close()
    assert run("purge", "--yes") == 0


def test_a_file_that_cannot_be_erased_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _session("a", 50)

    def refuses(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuses)
    assert run("purge", "--yes") == 2
    assert "a.coop ne peut pas être effacé" in capsys.readouterr().err
    assert _names() == {"a.coop"}


@pytest.mark.parametrize("days", ["0", "-3", "many", "99999999"])
def test_an_age_that_is_none_is_refused(days: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("purge", "--older-than", days) == 2
    assert "--older-than" in capsys.readouterr().err


def test_where_there_is_nothing_it_says_so_in_the_language_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("purge", "--lang", "en") == 0
    assert "0 sessions to erase" in capsys.readouterr().out
