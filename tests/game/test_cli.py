"""The coop command: what it prints, what it returns, and that it never shows a traceback unasked."""

import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from engine import __version__, language
from engine.check import status
from engine.diagnostics import CANNOT_RUN
from game import cli
from game.windows import display
from tests.engine import examples

SCENARIO = "au-lendemain-de-la-crue"


@pytest.fixture(autouse=True)
def _home(home: Path) -> None:
    """Every command starts from an empty home."""


def run(*arguments: str) -> int:
    return cli.main(arguments)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"coop {__version__}\n"


def test_nothing_asked_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 2
    shown = capsys.readouterr().out
    for verb in ("play", "resume", "replay", "demo", "check", "list", "balance"):
        assert verb in shown


def test_help_speaks_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("demo", "--help") == 0
    assert "va deux fois plus vite" in capsys.readouterr().out
    assert run("demo", "--help", "--lang", "en") == 0
    assert "speed: 2 goes twice as fast" in capsys.readouterr().out


def test_headings_of_the_help_are_set_as_french_wants(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("play", "--help") == 0
    shown = capsys.readouterr().out
    assert "réglages :\n" in shown
    assert "usage : coop play" in shown
    assert run("play", "--help", "--lang", "en") == 0
    shown = capsys.readouterr().out
    assert "options:\n" in shown
    assert " :" not in shown


def test_help_follows_the_settings_then_the_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert cli.chosen_language([]) == "en"
    assert cli.chosen_language(["play", "--lang", "fr"]) == "fr"
    assert cli.chosen_language(["play", "--lang=fr"]) == "fr"
    assert cli.chosen_language(["play", "--lang", "klingon"]) == "en"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["demo"], "il manque"),
        (["demo", SCENARIO, "--speed", "fast"], "--speed"),
        (["demo", SCENARIO, "--seed", "-4"], "--seed"),
        (["play", "--windows", "3"], "choisir parmi 1, 2"),
        (["play", "--size", "large"], "coop play : --size\u00a0: «\u202flarge\u202f» ne convient pas."),
        (["play", "--size", "100x100"], "--size : de 320x180 à 7680x4320, pas 100x100."),
        (["resume", "x.coop", "--size", "9000x100"], "pas 9000x100."),
        (["list", "--lang", "de"], "«\u202fde\u202f» n’est pas possible\u202f; choisir parmi fr, en."),
        (["balance", SCENARIO, "--games", "0"], "--games\u00a0: «\u202f0\u202f» ne convient pas."),
        (["balance", SCENARIO, "--games", "-5"], "--games\u00a0: «\u202f-5\u202f» ne convient pas."),
        (["frobnicate"], "choisir parmi"),
        (["list", "--colour"], "argument inconnu\u00a0: --colour."),
        (["--colour", "list"], "argument inconnu\u00a0: --colour."),
        (["list", "plus"], "argument inconnu\u00a0: plus."),
        (["resume"], "coop resume : il manque\u00a0: FICHIER.coop."),
        (["play", "--size"], "coop play : --size\u00a0: il manque une valeur."),
        (["demo", SCENARIO, "--duration", "--headless"], "--duration\u00a0: il manque une valeur."),
        (["list", "--debug=3"], "--debug\u00a0: ne prend pas de valeur."),
        (["--lang"], "--lang\u00a0: il manque une valeur."),
        (["play", "--size="], "--size\u00a0: «\u202f\u202f» ne convient pas."),
    ],
)
def test_wrong_usage_is_one_sentence(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "--help" in told
    assert "Traceback" not in told
    assert "usage:" not in told
    assert not {"argument", "arguments:", "expected", "invalid", "ignored", "choose"} & set(
        told.replace("argument inconnu", "").split()
    ), "a word of the library"


def test_what_a_library_refuses_in_its_own_words_is_told_in_ours(capsys: pytest.CaptureFixture[str]) -> None:
    """Another Python may refuse what this one takes, and words it as it likes."""
    for language_, ours in (("fr", "coop : La commande n’est pas comprise."), ("en", "not understood.")):
        language.use(language_)
        with pytest.raises(SystemExit):
            cli.parser().error("zork blurp")
        told = capsys.readouterr().err
        assert ours in told
        assert "zork" not in told


def test_list_names_the_scenarios(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list") == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith(SCENARIO) and "Au lendemain de la crue" in line for line in lines)


def test_advice_counts_as_a_defect_where_one_asks_for_it(tmp_path: Path) -> None:
    advised, folder = examples.good(tmp_path), examples.good(tmp_path / "faux")
    assert {one.severity for one in status(advised)} == {"advice"}
    assert run("check", str(advised)) == 0
    assert run("check", str(advised), "--strict") == 1
    assert run("check", SCENARIO, "--strict") == 0
    (folder / "scenario.yaml").unlink()
    assert run("check", str(folder), "--strict") == CANNOT_RUN


def test_check_answers_with_the_code_of_its_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "nulle-part", "--format", "json") == CANNOT_RUN
    json.loads(capsys.readouterr().out)


def test_a_headless_demo_is_the_same_twice(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("demo", SCENARIO, "--seed", "5", "--headless", "--duration", "45") == 0
    once = capsys.readouterr().out
    assert run("demo", SCENARIO, "--seed", "5", "--headless", "--duration", "45") == 0
    assert capsys.readouterr().out == once
    assert len(once.splitlines()) > 40


def test_a_saved_demo_replays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "soir.coop"
    assert run("demo", SCENARIO, "--headless", "--duration", "45", "--save", str(file)) == 0
    told = capsys.readouterr().out
    assert run("replay", str(file)) == 0
    assert capsys.readouterr().out == told
    assert run("replay", str(file), "--json") == 0
    assert json.loads(capsys.readouterr().out)["scenario"] == SCENARIO
    assert run("demo", SCENARIO, "--headless", "--save", str(file)) == 2
    assert "existe déjà" in capsys.readouterr().err


def test_shots_are_numbered_pictures_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import pygame

    from game.paint import FaceStore
    from game.windows import shots
    from tests.game.driving import Never

    monkeypatch.setattr(shots, "FaceStore", lambda: FaceStore(Never))
    monkeypatch.setattr(FaceStore, "finish", lambda self, seconds=60.0: None)
    monkeypatch.setattr(shots, "_session", lambda *_: iter([("fin", "room")]))
    assert run("demo", SCENARIO, "--shots", str(tmp_path / "p")) == 0
    names = sorted(path.name for path in (tmp_path / "p").iterdir())
    assert names == ["01-accueil.png", "02-scenarios.png", "03-setup.png", "04-fin.png"]
    assert pygame.image.load(tmp_path / "p" / names[0]).get_size() == (1920, 1080)


@pytest.mark.parametrize(
    ("asked", "instead"),
    [
        (["play"], f"coop demo {SCENARIO} --headless"),
        (["play", "le-rez-de-chaussee"], "coop demo le-rez-de-chaussee --headless"),
        (["demo", "le-rez-de-chaussee"], "coop demo le-rez-de-chaussee --headless"),
        (["demo", "ma place"], "coop demo 'ma place' --headless"),
        (["resume", "soir.coop"], "coop replay soir.coop"),
    ],
)
def test_without_a_screen_a_sentence_names_what_does_the_same_in_text(
    asked: list[str],
    instead: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "soir.coop").touch()
    assert run(*asked) == 2
    told = capsys.readouterr().err
    assert told.endswith(f"{instead}\n")
    assert told.count("\n") == 1


def test_english_quotes_are_of_one_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("foo", "--lang", "en") == 2
    told = capsys.readouterr().err
    assert "“foo” is not possible" in told
    assert "“coop --help” shows" in told
    assert '"' not in told


def test_a_screen_is_looked_for_before_any_window() -> None:
    assert display.blind({}, "linux")
    assert not display.blind({"DISPLAY": ":0"}, "linux")
    assert not display.blind({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert display.blind({"DISPLAY": ":0", "SDL_VIDEODRIVER": "offscreen"}, "linux")
    assert not display.blind({}, "win32")


def test_files_and_scenarios_that_are_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run("resume", str(tmp_path / "rien.coop")) == 2
    assert "rien.coop" in capsys.readouterr().err
    assert run("replay", str(tmp_path)) == 2
    assert run("demo", "nulle-part", "--headless") == 2
    assert SCENARIO in capsys.readouterr().err


def test_a_fault_of_the_program_is_a_sentence_and_a_traceback_only_on_demand(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from engine.content import library

    def broken() -> tuple[str, ...]:
        raise ZeroDivisionError("in the middle")

    monkeypatch.setattr(library, "slugs", broken)
    assert run("list") == 2
    told = capsys.readouterr().err
    assert "--debug" in told
    assert "Traceback" not in told
    assert run("list", "--debug") == 2
    assert "Traceback" in capsys.readouterr().err


class Ready:
    """What plays compiled games, as far as `coop balance` knows; nothing is started."""

    fast: bool | None = True

    def __enter__(self) -> "Ready":
        return self

    def __exit__(self, *_: object) -> None:
        pass


@pytest.fixture
def ready(monkeypatch: pytest.MonkeyPatch) -> type[Ready]:
    from engine import simulate

    made = type("Ready", (Ready,), {})
    monkeypatch.setattr(simulate, "Worker", made)
    return made


def test_balance_prints_each_target_and_fails_when_one_is_missed(
    ready: type[Ready], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from engine import balance

    rows = [balance.Row("room", "45", "95 %", True), balance.Row("written", "45", "20 %", False)]
    monkeypatch.setattr(balance, "report", lambda scenario, games, play, durations: iter(rows))
    assert run("balance", SCENARIO) == 1
    told = capsys.readouterr().out
    assert "20 %" in told
    assert "parties)" not in told, "nothing was cut short"
    monkeypatch.setattr(balance, "report", lambda scenario, games, play, durations: iter(rows[:1]))
    assert run("balance", SCENARIO, "--games", "10") == 0


def test_balance_prints_how_often_each_idea_is_funded_and_by_which_count(
    ready: type[Ready], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from engine import balance
    from engine.balance.votes import IdeaCounted

    ways = {"approval": 0.5, "equal-shares": 0.75}
    counted = balance.Votes((IdeaCounted("douze-bancs", 12, 1.0, ways),), ways, ways, ways, 0.25)
    row = balance.Row("room", "45", "95 %", True)
    monkeypatch.setattr(balance, "report", lambda *_: iter([row]))
    monkeypatch.setattr(balance, "votes", lambda *_: counted)
    assert run("balance", SCENARIO, "--duration", "45") == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "douze-bancs 12 100 % 50 % 75 %" in told
    assert told.endswith("25 % des parties.")
    assert run("balance", SCENARIO, "--duration", "45", "--json") == 0
    votes = json.loads(capsys.readouterr().out)["durations"]["45"]["votes"]
    assert votes["ideas"] == {"douze-bancs": {"price": 12, "eligible": 1.0, **ways}}
    assert votes["apart"] == 0.25


def test_balance_tells_which_number_would_bring_a_missed_target_nearer_and_where_it_is_written(
    ready: type[Ready], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from engine import balance
    from engine.balance.changes import every
    from game.windows.catalogue import scenario

    change = next(one for one in every(scenario(SCENARIO), "45") if one.field == "decay.commons")
    far = balance.Row("réussir", "45", "95 %", False, "written", 0.95, far=0.25, figure="95 %")
    near = balance.Row("réussir", "45", "72 %", False, "written", 0.72, far=0.02, figure="72 %")
    debates = balance.Row("débattre", "45", "9 %", False, "same_three_debates", 0.09)
    lever = balance.Lever("written", ((change, -5.0),), far, near, (debates,), 200)
    monkeypatch.setattr(balance, "report", lambda *_: iter([far, debates]))
    monkeypatch.setattr(balance, "levers", lambda *_: iter([lever]))
    asked = ("balance", SCENARIO, "--duration", "45", "--games", "400")
    assert run(*asked) == 1
    told = capsys.readouterr().out
    assert "avec 5, on passerait de 95 % à 72 %." in told
    assert "Mais «\u202fdébattre\u202f» ne tiendrait plus." in told
    assert "(sur 200 parties) [scenario.yaml, decay.commons]" in told
    assert "écrivez d’autres débats" in told
    run(*asked, "--json")
    (written,) = json.loads(capsys.readouterr().out)["durations"]["45"]["levers"]["written"]
    assert written["changes"] == [
        {"file": "scenario.yaml", "field": "decay.commons", "now": change.now, "try": -5.0}
    ]
    assert (written["before"], written["after"], written["met"]) == (0.95, 0.72, False)
    assert written["breaks"] == ["same_three_debates"]


def test_balance_keeps_the_numbers_that_it_found_before_ctrl_c(
    ready: type[Ready], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from engine import balance
    from engine.balance.changes import every
    from game.windows.catalogue import scenario

    change = next(one for one in every(scenario(SCENARIO), "45") if one.field == "decay.commons")
    far = balance.Row("réussir", "45", "95 %", False, "written", 0.95, far=0.25, figure="95 %")
    other = balance.Row("rompre", "45", "1/8", False, "lone_breakers", 0.1, far=0.25, figure="1/8")
    lever = balance.Lever("written", ((change, -5.0),), far, far._replace(figure="72 %"), (), 10_000)

    def until_stopped(*_: object) -> Iterator[object]:
        yield lever
        raise KeyboardInterrupt

    monkeypatch.setattr(balance, "report", lambda *_: iter([far, other]))
    monkeypatch.setattr(balance, "levers", until_stopped)
    assert run("balance", SCENARIO, "--duration", "45") == 130
    said = capsys.readouterr()
    assert "on passerait de 95 % à 72 %." in said.out
    assert "aucun des nombres" not in said.out, "not all were tried"
    assert "Arrêté" in said.err


def test_a_number_is_tried_in_all_its_games_or_in_none(
    ready: type[Ready], monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine import balance, simulate
    from game.commands.progress import Progress

    def growing(*_: object, **__: object) -> Iterator[object]:
        yield from played(2, 4)
        raise KeyboardInterrupt

    progress = Progress(io.StringIO(), ready())  # type: ignore[arg-type]
    monkeypatch.setattr(simulate, "growing", lambda *_, **__: iter(played(2, 5)))
    assert progress.quietly(None, None, 5).games == 5  # type: ignore[arg-type]
    monkeypatch.setattr(simulate, "growing", growing)
    for _ in range(2):
        with pytest.raises(balance.StoppedError):
            progress.quietly(None, None, 7)  # type: ignore[arg-type]
    assert progress.stopped
    assert progress.games == 0, "what is tried is not counted among what was measured"


def test_balance_tells_what_moved_since_the_last_run_of_the_folder(
    ready: type[Ready], home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from engine import balance

    def measured(better: int) -> None:
        row = balance.Row(
            "rompre", "45", f"{better}/8", True, "lone_breakers", better / 8, figure=f"{better}/8"
        )
        monkeypatch.setattr(balance, "report", lambda *_: iter([row]))

    def told(*asked: str) -> str:
        assert run("balance", SCENARIO, "--duration", *asked) == 0
        return capsys.readouterr().out

    measured(5)
    assert "parties) au" not in told("45"), "there is nothing to compare with"
    measured(6)
    assert "«\u202frompre\u202f»\u00a0: 5/8 → 6/8" in told("45")
    assert "Rien n’a bougé depuis" in told("45")
    assert "depuis" not in told("90"), "another duration"
    measured(7)
    since = json.loads(told("45", "--json"))["durations"]["45"]["since"]
    assert since["moved"] == {"lone_breakers": ["6/8", "7/8"]}
    (kept,) = home.rglob("balance/*.json")
    for damaged in ("{", "[]", '{"rooms/45/fr": 3}', "\udcff"):
        kept.write_bytes(damaged.encode("utf-8", "surrogateescape"))
        assert "→" not in told("45")
    kept.unlink()
    kept.parent.rmdir()
    kept.parent.write_text("a file where a folder should be")
    assert "→" not in told("45")
    monkeypatch.setenv("HOME", "")
    monkeypatch.setenv("XDG_CACHE_HOME", "nowhere")
    assert "→" not in told("45")


def test_balance_alone_prints_each_way_of_playing_and_gives_the_same_to_a_program(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = ("balance", SCENARIO, "--alone", "--games", "1", "--duration", "45")
    code = run(*asked)
    lines = capsys.readouterr().out.splitlines()
    assert "gain pour soi" in lines[0]
    ways = [line.strip().split("  ")[0] for line in lines[1:6]]
    assert len(set(ways)) == 5
    assert run(*asked, "--json") == code
    told = json.loads(capsys.readouterr().out)["alone"]["45"]
    assert told["games"] == 1
    assert len(told["ways"]) == len(told["targets"]) == 5
    assert code == (1 if told["missed"] else 0)
    assert sum(line.startswith("✗") for line in lines) == len(told["missed"])


def test_balance_alone_stops_when_told_to(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from engine import alone

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(alone, "try_ways", stopped)
    assert run("balance", SCENARIO, "--alone") == 130
    assert "Arrêté" in capsys.readouterr().err


def played(*totals: int) -> list[SimpleNamespace]:
    return [SimpleNamespace(games=games, success=0.5) for games in totals]


@pytest.mark.parametrize(
    ("language_", "waits", "on", "half", "stopped"),
    [("fr", "se compilent", "(sur 4 parties)", "50,0\u00a0%",
      "Mesures faites\u00a0: 0\u202f; parties jouées\u00a0: 4."),
     ("en", "being compiled", "(over 4 games)", "50.0%", "Measures done: 0; games played: 4.")],
)  # fmt: skip
def test_balance_says_that_it_compiles_and_keeps_what_was_measured_when_it_is_stopped(
    language_: str,
    waits: str,
    on: str,
    half: str,
    stopped: str,
    ready: type[Ready],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from engine import simulate

    def growing(*_: object, **__: object) -> Iterator[object]:
        yield from played(2, 4)
        raise KeyboardInterrupt

    monkeypatch.setattr(simulate, "growing", growing)
    assert run("balance", SCENARIO, "--games", "7", "--lang", language_) == 130
    said = capsys.readouterr()
    rows = said.out.splitlines()
    assert waits in said.err
    assert stopped in said.err
    assert len(rows) == 1
    assert half in rows[0]
    assert on in rows[0]


def test_balance_measures_fewer_games_where_they_are_slow_unless_so_many_were_asked_for(
    ready: type[Ready], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from engine import balance, simulate

    asked: list[int] = []

    def growing(board: object, how: object, games: int, *_: object, **__: object) -> Iterator[object]:
        asked.append(games)
        yield from played(games)

    def report(scenario: object, games: int, play: Callable[..., Any], _: object) -> Iterator[object]:
        play(None, None, games)
        return iter(())

    monkeypatch.setattr(simulate, "growing", growing)
    monkeypatch.setattr(balance, "report", report)
    ready.fast = False
    assert run("balance", SCENARIO, "--duration", "45") == 0
    assert asked == [10_000, 100]
    assert "100 parties par mesure au lieu de" in capsys.readouterr().out
    assert run("balance", SCENARIO, "--duration", "45", "--games", "500") == 0
    assert asked == [10_000, 100, 500]


@pytest.mark.parametrize("terminal", [True, False])
def test_balance_counts_in_place_on_a_terminal_and_now_and_then_elsewhere(
    terminal: bool, ready: type[Ready], monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine import simulate
    from game.commands.progress import Progress

    monkeypatch.setattr(simulate, "growing", lambda *_, **__: iter(played(2, 5)))
    out = io.StringIO()
    monkeypatch.setattr(out, "isatty", lambda: terminal)
    seconds = iter(range(0, 1000, 3))
    worker = ready()
    worker.fast = None
    progress = Progress(out, worker, lambda: next(seconds))  # type: ignore[arg-type]
    progress.play(None, None, 5)  # type: ignore[arg-type]
    worker.fast = True
    for _ in range(3):
        progress.play(None, None, 5)  # type: ignore[arg-type]
    assert out.getvalue().count("\r") == (8 if terminal else 0)
    assert ("se compilent depuis" in out.getvalue()) == terminal
    assert ("parties jouées\u00a0: 5" in out.getvalue()) == terminal
    assert out.getvalue().count("\n") == (0 if terminal else 2)
    assert progress.text() == "Mesures faites\u00a0: 4\u202f; parties jouées\u00a0: 20."


def test_every_verb_is_in_a_guide() -> None:
    told = (Path(cli.__file__).parent / "commands" / "README.md").read_text("utf-8")
    for verb in cli.VERBS:
        name = verb.__name__.rpartition(".")[2].rstrip("_")
        assert f"coop {name}" in told, name


def test_nothing_heavy_is_imported_to_say_the_version() -> None:
    import subprocess

    code = (
        "import sys; from game import cli; cli.main(['--version']); "
        "print([m for m in ('numpy', 'numba', 'pygame', 'dicebear', 'resvg_py', 'yaml') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=dict(os.environ))
    assert done.stdout.splitlines()[-1] == "[]", done.stdout + done.stderr
    language.use("fr")


def test_schemas_are_written_beside_a_scenario_and_the_editor_s_settings_kept(tmp_path: Path) -> None:
    settings = tmp_path / ".vscode/settings.json"
    settings.parent.mkdir()
    settings.write_text('{"editor.wordWrap": "on", "yaml.schemas": {"a.json": "b.yaml"}}', "utf-8")
    assert run("schema", "--out", str(tmp_path)) == 0
    kept = json.loads(settings.read_text("utf-8"))
    assert kept["editor.wordWrap"] == "on"
    for path in [path for path in kept["yaml.schemas"] if path != "a.json"]:
        assert json.loads((tmp_path / path).read_text("utf-8"))["properties"]
    settings.write_text("// à moi\n{}", "utf-8")
    assert run("schema", "--out", str(tmp_path)) == 0
    assert settings.read_text("utf-8") == "// à moi\n{}", "what cannot be read is left alone"
    assert run("schema", "--out", str(tmp_path / "rien")) == 2


def test_a_translation_is_marked_as_read_and_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = examples.good(tmp_path)
    english = folder / "cards/projects/banc.en.yaml"
    english.write_text(english.read_text("utf-8").replace("90690768", "00000000"), "utf-8")
    assert run("check", str(folder), "banc", "--stamp") == 0
    told = capsys.readouterr().out
    assert "A bench in the shade" in told
    assert "Un banc à l'ombre" in told
    assert "90690768" in english.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["check", SCENARIO, "banc", "salle", "--stamp"], "cards"),
        (["compare", "un.coop", "deux.coop", "trois.coop", "--debug"], "files"),
    ],
)
def test_words_of_a_list_may_stand_before_an_option_or_after(arguments: list[str], name: str) -> None:
    *words, option = arguments
    usual = getattr(cli.parser().parse_args(arguments), name)
    for place in range(1, len(words)):
        found = cli.parser().parse_args([*words[:place], option, *words[place:]])
        assert getattr(found, name) == usual, place
