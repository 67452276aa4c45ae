"""No home, no screen, no current folder, no language said: a sentence where it matters, nothing elsewhere."""

import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import platformdirs
import pytest

from engine import places
from engine.look import faces
from engine.session.file import JournalError
from engine.session.file import folder as sessions_folder
from engine.simulate import cache
from game import cli
from game.front import settings
from game.front.intents import Start
from game.front.problem import Problem
from game.front.state import Settings
from game.windows import display, sessions, trouble
from tests.game.driving import SCENARIO, Driver, beginning

HERE = Path(__file__).parents[2]


@pytest.fixture
def homeless(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As for a user number that the system knows nothing of."""

    def nowhere(*_: object, **__: object) -> str:
        raise RuntimeError("Could not determine home directory.")

    for kind in ("data", "config", "cache", "log"):
        monkeypatch.setattr(platformdirs, f"user_{kind}_dir", nowhere)
    monkeypatch.delenv("COOP_SESSIONS")
    monkeypatch.delenv("COOP_CACHE", raising=False)


@pytest.mark.usefixtures("homeless")
def test_without_a_home_everything_works_that_keeps_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["list"]) == 0
    assert cli.main(["check", SCENARIO]) == 0
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().err == ""
    assert settings.load() == settings.first_settings()
    assert not settings.save(Settings())
    assert faces.cached({"head": "bun", "skin": "#edb98a", "clothing": "#ffffff"}, "calm") is None
    assert not cache.is_warm()
    assert "ValueError" in trouble.report(ValueError("x"))


@pytest.mark.usefixtures("homeless")
def test_without_a_home_a_session_says_which_folder_to_name(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(JournalError) as error:
        sessions_folder()
    assert "COOP_SESSIONS" in error.value.sentence
    driver = Driver()
    driver.director.carry(Start(SCENARIO, beginning()))
    assert "COOP_SESSIONS" in driver.director.ui.toast
    assert driver.director.session is None
    driver.close()


@pytest.mark.usefixtures("homeless")
def test_without_a_home_the_named_folder_serves(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COOP_SESSIONS", str(tmp_path / "ici"))
    live = sessions.start(SCENARIO, beginning(), 1)
    live.close()
    assert len(list((tmp_path / "ici").iterdir())) == 1


def test_a_home_that_would_be_another_folder_each_time_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: "ici/.local/share")
    with pytest.raises(places.NoHomeError):
        places.user_folder("data")


def test_a_place_that_cannot_be_written_is_no_fault_of_the_program(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "fichier").write_text("")
    asked = ["demo", "le-rez-de-chaussee", "--headless", "--duration", "45", "--save"]
    assert cli.main([*asked, str(tmp_path / "fichier" / "x.coop")]) == 2
    told = capsys.readouterr().err
    assert str(tmp_path / "fichier") in told
    assert "--debug" not in told


def test_a_current_folder_that_is_gone_stops_nothing(home: Path, tmp_path: Path) -> None:
    script = f"""
        import os, sys
        sys.path.insert(0, {str(HERE)!r})
        from game import cli
        gone = {str(tmp_path / "parti")!r}
        os.mkdir(gone); os.chdir(gone); os.rmdir(gone)
        print([cli.main(words) for words in (
            ["check", "le-rez-de-chaussee"], ["list"], ["replay", "a.coop"],
            ["demo", "le-rez-de-chaussee", "--headless", "--duration", "45", "--save", "a.coop"],
        )], file=sys.stderr)
    """
    run = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=False
    )
    told = run.stderr.splitlines()
    assert told[-1] == "[0, 0, 2, 2]", run.stderr
    assert len(told) == 3
    assert "--debug" not in run.stderr
    assert "erreur du programme" not in run.stdout


def test_a_wrong_driver_is_named_with_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    for driver in ("offscreen", "waylnad"):
        monkeypatch.setenv("SDL_VIDEODRIVER", driver)
        monkeypatch.setattr("pygame.display.get_init", lambda: False)
        with pytest.raises(Problem) as error:
            display.require_display()
        assert "SDL_VIDEODRIVER" in error.value.sentence
        assert driver in error.value.sentence
    monkeypatch.delenv("SDL_VIDEODRIVER")
    monkeypatch.setattr(display, "blind", lambda *_: True)
    with pytest.raises(Problem) as error:
        display.require_display()
    assert "SDL_VIDEODRIVER" not in error.value.sentence


def test_the_language_is_the_environments_else_the_systems_else_french() -> None:
    spoken = settings.computer_language
    assert spoken({"LANG": "en_GB.UTF-8"}, lambda: "fr_FR") == "en"
    assert spoken({"LC_ALL": "fr_FR.UTF-8", "LANG": "en_GB"}, lambda: "en_US") == "fr"
    assert spoken({}, lambda: "en_US") == "en"
    assert spoken({}, lambda: "fr_CA") == "fr"
    assert spoken({}, lambda: "") == "fr"


def test_windows_is_asked_for_the_language_it_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    class Windows:
        class kernel32:  # noqa: N801
            GetUserDefaultUILanguage = staticmethod(lambda: 0x0809)

    monkeypatch.setattr(settings.ctypes, "windll", Windows, raising=False)
    assert settings.system_language() == "en_GB"


def test_processes_that_work_for_a_killed_game_end_too(home: Path) -> None:
    script = f"""
        import os, sys
        sys.path.insert(0, {str(HERE)!r})
        os.environ["COOP_CACHE"] = {str(home / "cache")!r}
        if __name__ == "__main__":
            from game.paint.faces import _process
            from tests.game import staying
            import multiprocessing
            workers = _process()
            # Should either end by itself, so does this: nobody then waits for what it would have said.
            workers.submit(staying.stay).add_done_callback(lambda _: os._exit(1))
            other = multiprocessing.get_context("spawn").Process(target=staying.stay_behind, daemon=True)
            other.start()
            other.join()
            os._exit(1)
    """
    file = home / "game.py"
    file.write_text(textwrap.dedent(script))
    command = [sys.executable, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=HERE) as run:
        assert run.stdout is not None
        late = threading.Timer(120, run.kill)  # a test that waits for ever tells nothing
        late.start()
        try:
            assert {run.stdout.readline(), run.stdout.readline()} == {"working\n", "simulating\n"}
        finally:
            late.cancel()
            run.kill()
        assert run.communicate(timeout=60)[0] == ""  # once nobody holds the other end any more
