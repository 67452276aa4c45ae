"""`coop report`: what it writes, what it refuses, in a sentence each."""

import errno
import json
import sqlite3
import sys
from pathlib import Path

import pytest

from engine.play.commands import Note
from engine.report.parts import FORMATS, PARTS
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


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A session that has come to its Bilan."""
    return _played(tmp_path / "soir.coop", "bilan")


def _played(path: Path, phase: str) -> Path:
    whole = Session.create(scenario(), begin(), 7, path, Ticker())
    go(whole, phase)
    whole.do(Note(text="Je viens samedi", tag="commitment", speaker="Zoé"))
    whole.close()
    return path


def run(*arguments: object) -> int:
    return cli.main([str(one) for one in arguments])


def test_every_format_comes_where_none_is_named(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", file) == 0
    folder = Path("soir-compte-rendu")
    ends = {path.name.rpartition(".")[2] for path in folder.iterdir()}
    assert ends == set(FORMATS)
    assert f"{len(list(folder.iterdir()))} fichiers écrits dans soir-compte-rendu" in capsys.readouterr().out


def test_only_what_was_asked_for_is_written_where_it_was_asked_for(file: Path, tmp_path: Path) -> None:
    assert (
        run("report", file, "--out", tmp_path / "out", "--format", "JSON, md", "--leave-out", "names,maps")
        == 0
    )
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"soir.json", "soir.md"}
    data = json.loads((tmp_path / "out" / "soir.json").read_text("utf-8"))
    assert data["left_out"] == ["maps", "names"]
    assert data["commitments"][0]["speaker"] == ""
    assert "Zoé" not in (tmp_path / "out" / "soir.md").read_text("utf-8")


def test_without_what_composes_the_pages_a_sentence_names_the_other_formats(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    assert run("report", file) == 2
    said = capsys.readouterr().err
    assert "Il manque Typst" in said
    assert not list(Path().iterdir())
    others = said.rpartition(" ")[2].rstrip(".\n")
    assert run("report", file, "--format", others) == 0
    assert {path.name.rpartition(".")[2] for path in Path("soir-compte-rendu").iterdir()} == set(FORMATS) - {
        "pdf"
    }


def test_it_speaks_the_language_asked_for(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", file, "--lang", "en", "--format", "md") == 0
    assert "1 file written in soir-record" in capsys.readouterr().out
    assert "Promises" in Path("soir-record/soir.md").read_text("utf-8")


def test_a_session_that_is_not_over_says_that_its_words_wait(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("report", _played(tmp_path / "a.coop", "debate"), "--format", "md") == 0
    assert "n’est pas au Bilan" in capsys.readouterr().err
    assert "samedi" not in Path("a-compte-rendu/a.md").read_text("utf-8")


@pytest.mark.parametrize("option", ["--format", "--leave-out"])
def test_what_there_is_not_to_choose_is_refused_with_what_there_is(
    file: Path, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("report", file, option, "docx") == 2
    said = capsys.readouterr().err
    assert "docx" in said
    assert ", ".join(FORMATS if option == "--format" else PARTS) in said
    assert not list(Path().iterdir())


def test_no_file_no_session_or_a_newer_one_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in wrong_files(tmp_path, monkeypatch, _played):
        assert run("report", path) == 2
        said = capsys.readouterr().err
        assert said.startswith("coop : ")
        assert path.name in said
        assert "Traceback" not in said
    assert not list(Path().iterdir())


def test_a_damaged_session_is_told_as_far_as_it_goes(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with sqlite3.connect(file) as database:
        database.execute("DELETE FROM command WHERE number = (SELECT MAX(number) FROM command)")
    database.close()
    assert run("report", file, "--format", "json") == 0
    assert "soir.coop" in capsys.readouterr().err
    assert json.loads(Path("soir-compte-rendu/soir.json").read_text("utf-8"))["rounds"]


def test_a_folder_that_cannot_be_written_is_a_sentence(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def shut(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", shut)
    assert run("report", file) == 2
    assert "Rien ne peut être écrit dans le dossier" in capsys.readouterr().err


def test_a_file_where_the_folder_should_be_is_a_sentence(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken").write_text("x")
    assert run("report", file, "--out", tmp_path / "taken") == 2
    assert "Ce n’est pas un dossier" in capsys.readouterr().err


@pytest.mark.parametrize("guide", ["README.md", "README.en.md"])
def test_the_guide_names_every_format_and_every_part(guide: str) -> None:
    text = (Path(cli.__file__).parent / guide).read_text("utf-8")
    assert not [name for name in (*FORMATS, *PARTS) if f"`{name}`" not in text]
