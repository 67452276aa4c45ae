"""`coop compare`: what it writes, what it refuses, in a sentence each."""

import sqlite3
from pathlib import Path

import pytest

from engine.session.session import Session
from game import cli
from tests.engine.driving import Ticker, go
from tests.engine.small import begin, scenario
from tests.game.wrong_files import wrong_files


@pytest.fixture(autouse=True)
def _home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command starts from an empty home, in an empty folder."""
    (home / "here").mkdir()
    monkeypatch.chdir(home / "here")


def _played(path: Path, phase: str = "bilan") -> Path:
    whole = Session.create(scenario(), begin(), 7, path, Ticker())
    go(whole, phase)
    whole.close()
    return path


def run(*arguments: object) -> int:
    return cli.main(["compare", *(str(one) for one in arguments)])


def test_both_formats_come_where_none_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = _played(tmp_path / "a.coop"), _played(tmp_path / "b.coop")
    assert run(one, other) == 0
    assert {file.name for file in Path("comparaison").iterdir()} == {"comparaison.xlsx", "comparaison.pdf"}
    said = capsys.readouterr()
    assert "2 fichiers écrits dans comparaison" in said.out
    assert said.err == ""


def test_one_format_in_a_folder_and_in_english(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = _played(tmp_path / "a.coop")
    assert run(one, one, "--format", "XLSX", "--out", tmp_path / "out", "--lang", "en") == 0
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["comparison.xlsx"]
    assert "1 file written" in capsys.readouterr().out


def test_a_session_alone_is_not_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(_played(tmp_path / "a.coop")) == 2
    assert "deux séances" in capsys.readouterr().err
    assert not list(Path().iterdir())


def test_a_session_that_is_not_finished_is_said_to_be_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(_played(tmp_path / "a.coop"), _played(tmp_path / "b.coop", "debate"), "--format", "xlsx") == 0
    assert "2. b" in capsys.readouterr().err


def test_no_file_no_session_or_a_newer_one_is_a_sentence_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    good = _played(tmp_path / "good.coop")
    for path in wrong_files(tmp_path, monkeypatch, _played):
        assert run(good, path) == 2
        said = capsys.readouterr().err
        assert path.name in said
        assert "Traceback" not in said
    assert not list(Path().iterdir())


def test_a_damaged_session_is_named_and_compared_as_far_as_it_goes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = _played(tmp_path / "good.coop"), _played(tmp_path / "bad.coop")
    with sqlite3.connect(bad) as database:
        database.execute("DELETE FROM command WHERE number = (SELECT MAX(number) FROM command)")
    database.close()
    assert run(good, bad, "--format", "xlsx") == 0
    assert "bad.coop" in capsys.readouterr().err


def test_a_format_there_is_not_is_refused_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = _played(tmp_path / "a.coop")
    assert run(one, one, "--format", "docx") == 2
    assert "xlsx, pdf" in capsys.readouterr().err
    assert not list(Path().iterdir())


def test_a_folder_that_is_a_file_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = _played(tmp_path / "a.coop")
    assert run(one, one, "--out", one) == 2
    assert "pas un dossier" in capsys.readouterr().err
    assert sorted(file.name for file in tmp_path.iterdir() if file.suffix == ".new") == []


@pytest.mark.parametrize("guide", ["README.md", "README.en.md"])
def test_the_guide_names_the_command(guide: str) -> None:
    assert "`coop compare " in (Path(cli.__file__).parent / guide).read_text("utf-8")
