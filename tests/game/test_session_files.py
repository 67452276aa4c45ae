"""The files of sessions as people meet them: listed whatever is among them, gone when deleted."""

import importlib
import json
import os
import shutil
import signal
import sqlite3
from pathlib import Path

import pytest

from engine.session import file as journals
from engine.session.session import Session
from game.front import settings, unsent
from game.front.drafts import Counted, holding
from game.front.intents import Fill, Go, Resume, Start
from game.front.state import Ui
from game.front.told import Revealed, Told
from game.screens.round import moments
from game.windows import sessions
from tests.game.driving import SCENARIO, Driver, beginning, facilitating

folders = importlib.import_module("engine.session.file.folder")
glance = folders.glance
WORDS = "des mots que personne n'a encore notés"


@pytest.fixture(autouse=True)
def _home(home: Path) -> None:
    """Each test starts from an empty home."""


def _a_session() -> Path:
    driver = Driver()
    driver.director.carry(Start(SCENARIO, beginning()))
    file = driver.session.path
    driver.close()
    assert file is not None
    return file


def _named(ui: object) -> dict[str, str]:
    return {one.path.name: one.damage for one in ui.resumable}  # type: ignore[attr-defined]


def test_no_bad_file_hides_the_others_and_each_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    good = _a_session()
    place = good.parent
    (place / "nulle-part.coop").symlink_to("/nowhere")
    (place / "dossier.coop").mkdir()
    (place / "vide.coop").touch()
    (place / "texte.coop").write_text("bonjour")
    os.mkfifo(place / "tuyau.coop")
    shutil.copyfile(good, place / "interdit.coop")
    read, stat = Path.read_bytes, Path.stat

    def refused(path: Path) -> bytes:
        if path.name == "interdit.coop":
            raise PermissionError(13, "Permission denied")
        return read(path)

    def vanished(path: Path, **how: bool) -> os.stat_result:
        if path.name == "partie.coop":
            raise FileNotFoundError(2, "No such file")
        return stat(path, **how)

    monkeypatch.setattr(folders, "glance", lambda path: None if path.name != good.name else glance(path))
    monkeypatch.setattr(Path, "read_bytes", refused)
    shutil.copyfile(good, place / "partie.coop")
    monkeypatch.setattr(Path, "stat", vanished)
    driver = Driver()
    driver.director.carry(Go("sessions"))
    driver.stage.turn()
    told = _named(driver.director.ui)
    assert told.pop(good.name) == ""
    assert sorted(told) == [
        "dossier.coop", "interdit.coop", "nulle-part.coop", "texte.coop", "tuyau.coop", "vide.coop",
    ]  # fmt: skip
    assert all(told.values())
    assert "lien" in told["nulle-part.coop"]
    assert "droit" in told["interdit.coop"]
    assert [name for name in driver.ids() if name.startswith("session-")], "the good one can be taken up"
    assert driver.stage.scenes["room"].check() == []
    driver.close()


def test_copies_are_told_apart_by_their_name_and_year() -> None:
    good = _a_session()
    shutil.copyfile(good, good.with_name("copie de sauvegarde.coop"))
    driver = Driver()
    driver.key("s")
    assert good.name in driver.text()
    assert "copie de sauvegarde.coop" in driver.text()
    assert "04/05/2026" in driver.text()
    driver.close()


def test_of_very_many_sessions_only_those_shown_are_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    good = _a_session()
    for n in range(60):
        shutil.copyfile(good, good.with_name(f"{n}.coop"))
    opened: list[Path] = []

    def counted(path: Path) -> object:
        opened.append(path)
        return glance(path)

    monkeypatch.setattr(folders, "glance", counted)
    driver = Driver()
    assert "resume" in driver.ids()
    assert len(opened) <= sessions.LATEST
    driver.key("s")
    assert "61 séances" in driver.text()
    assert len(opened) == 61
    driver.key("escape")
    driver.key("s")
    assert len(opened) == 61, "what has not changed is not read again"
    driver.close()


# ---- What nobody recorded yet ---------------------------------------------------------------------------


def _half_done() -> Path:
    """A session left with words typed and hands counted."""
    driver = facilitating("forecast")
    for key in ("1", "1", "2"):
        driver.key(key, "console")
    driver.director.carry(Fill(fields=(("word.text", WORDS),)))
    file = driver.session.path
    driver.close()
    assert file is not None
    return file


def _kept(file: Path) -> bytes:
    """How the words stand in the file."""
    database = sqlite3.connect(file)
    ((content,),) = database.execute("SELECT data FROM unsent").fetchall()
    database.close()
    assert isinstance(content, bytes)
    return content


def _everything(place: Path) -> bytes:
    return b"".join(file.read_bytes() for file in place.rglob("*") if file.is_file())


def test_a_deleted_session_leaves_nothing_anywhere(home: Path) -> None:
    file = _half_done()
    assert dict(Session.read(file).unsent())["words"] == {"word.text": WORDS}
    half = _kept(file)
    assert half in _everything(home)
    file.unlink()
    assert half not in _everything(home)
    again = facilitating("forecast")
    assert again.session.path == file, "it has the same name"
    assert again.director.ui.text("word.text") == ""
    assert not again.director.ui.drafts.every(Counted)
    again.close()


def test_what_is_half_done_goes_where_its_file_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = _half_done()
    stick = tmp_path / "stick"
    stick.mkdir()
    half = _kept(file)
    file.rename(stick / "ailleurs.coop")
    monkeypatch.setenv("COOP_SESSIONS", str(stick))
    driver = Driver(windows=2)
    driver.director.open(sessions.resume(stick / "ailleurs.coop"))
    assert driver.director.ui.text("word.text") == WORDS
    driver.director.carry(Fill(fields=(("word.text", ""),)))
    driver.close()
    assert half not in _everything(stick), "words taken away before they were recorded are gone"


def test_what_older_versions_kept_half_done_comes_back() -> None:
    old = {
        "words": {"words": "Il fallait", "count": 3},
        "counts": {
            "tally.q1.": [3, 1, 0], "tally.q1..saved": [2, 1, 0], "tick.2.maire.saved": [1, 0, 0, 0, 2],
            "placing.before.Table A.sure": [0, 9, 0, 0, 0, 0, 0], "placing.page": 2, "tally.q2.": ["x"],
        },
    }  # fmt: skip
    words, counts = unsent.read(old)
    assert words == {"words": "Il fallait"}
    assert set(counts) == {
        Counted("tally.q1.", counts=(3, 1, 0), saved=(2, 1, 0)),
        Counted("tick.2.maire", saved=(1, 0, 0, 0, 2)),
        Counted("placing.before.Table A", sure=(0, 9, 0, 0, 0, 0, 0)),
    }
    kept = unsent.written(Ui(drafts=holding(*counts)))
    assert kept["counts"] == {name: tuple(n) for name, n in old["counts"].items() if name in kept["counts"]}
    assert unsent.read(kept)[1] == counts
    assert unsent.read({"words": 3, "counts": None}) == ({}, ())


def test_how_far_a_room_has_come_in_a_reveal_comes_back() -> None:
    told = (Revealed("2", 8, place=True), Told("2.reveal", 4), Told("3.situation", 1))
    kept = json.loads(json.dumps(unsent.written(Ui(drafts=holding(*told, Counted("tick.1.a", (1, 2)))))))
    assert set(unsent.read(kept)[1]) == {*told, Counted("tick.1.a", (1, 2))}
    spoilt = {"rows.2": [8], "rows.x": [8, 0], "told.": "x", "told.x.reveal": [1], "told.2.reveal": [1, 2]}
    assert unsent.read({"counts": spoilt})[1] == ()


def test_a_reveal_taken_up_again_stands_at_the_moment_where_it_was() -> None:
    driver = facilitating("reveal")
    file = driver.session.path
    assert file is not None
    for _ in range(20):
        if (shown := _moment(driver)) is not None:
            break
        driver.key("space")
    assert shown is not None
    driver.close()
    again = Driver(windows=2)
    again.director.carry(Resume(file))
    again.stage.turn()
    assert _moment(again) == shown
    again.key("space")
    assert _moment(again) != shown
    again.close()


def _moment(driver: Driver) -> str | None:
    """The great moment that the room sees."""
    view = driver.director.view("room")
    shown = moments.standing(view, driver.director.ui) if view else None
    return shown.id if shown else None


def test_words_kept_apart_by_an_older_version_are_taken_away() -> None:
    old = settings.cache_folder() / "words" / "2026-05-04-au-lendemain-de-la-crue.json"
    old.parent.mkdir(parents=True)
    old.write_text(WORDS, "utf-8")
    Driver().close()
    assert not old.exists()


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no terminal hangs up here")
def test_closing_the_terminal_loses_no_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = facilitating("forecast")
    file = driver.session.path
    driver.director.carry(Fill(fields=(("word.text", WORDS),)))
    monkeypatch.setattr(driver.stage, "open", lambda: None)
    monkeypatch.setattr(driver.stage, "turn", lambda: signal.raise_signal(signal.SIGHUP))
    before = signal.getsignal(signal.SIGHUP)
    assert driver.stage.run() == 0
    signal.signal(signal.SIGHUP, before)
    assert file is not None
    assert dict(Session.read(file).unsent())["words"] == {"word.text": WORDS}


def test_a_session_open_in_another_window_is_not_offered() -> None:
    driver = facilitating("situation")
    assert driver.session.path is not None
    assert journals.look(driver.session.path) is None
    driver.close()
