"""`coop print`: what it writes, what it says, what it refuses."""

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from engine import paper
from game import cli

SCENARIO = "le-rez-de-chaussee"


@pytest.fixture(autouse=True)
def _home(home: Path) -> None:
    """Every command starts from an empty home."""


def run(*arguments: str) -> int:
    return cli.main(["print", *arguments])


def test_a_kit_is_written_and_its_sheets_of_paper_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "kit.pdf"
    assert run(SCENARIO, "--kind", "rules", "--out", str(out)) == 0
    assert out.read_bytes().startswith(b"%PDF-")
    assert [file.name for file in tmp_path.iterdir()] == ["kit.pdf"]
    said = re.findall(r"\d+", capsys.readouterr().out.rpartition("kit.pdf")[2])
    pages = len(PdfReader(out).pages)
    assert [int(n) for n in said] == [pages, pages - 1], (
        "the rules, and they alone, are printed on both sides"
    )


def test_without_a_name_the_file_has_the_scenarios(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(SCENARIO, "--kind", "tokens", "--lang", "en", "--easy", "--plain") == 0
    assert [file.name for file in tmp_path.iterdir()] == [f"{SCENARIO}-tokens.pdf"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--held", "personne"), "Personne ne s’appelle « personne » ici. Il y a :"),
        (("--kind", "briefing"), "Ce scénario n’a pas de dépliant."),
        (("--people", "0"), "de 1 à 200, pas 0"),
    ],
)
def test_what_is_not_there_is_refused_with_what_there_is(
    asked: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(SCENARIO, "--out", str(tmp_path / "kit.pdf"), *asked) == 2
    assert said in capsys.readouterr().err.replace("\u202f", " ").replace("\u00a0", " ")
    assert not list(tmp_path.iterdir())


def test_the_briefing_is_printed_with_the_side_to_turn_it_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("briefing", "--paper", "A3") == 0
    assert len(PdfReader(tmp_path / "briefing-A3.pdf").pages) == 2
    told = capsys.readouterr().out
    assert "grand côté" in told
    assert "briefing-notes.pdf" in told
    assert len(PdfReader(tmp_path / "briefing-notes.pdf").pages) == 4
    assert run("briefing", "--paper", "A3", "--out", "politique.pdf") == 0
    assert (tmp_path / "politique-notes.pdf").exists()
    assert run(SCENARIO, "--paper", "A2") == 2
    assert "coop print briefing" in capsys.readouterr().err.replace("\u202f", " ")


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(SCENARIO, "--kind", "tokens", "--out", str(tmp_path / "nowhere" / "kit.pdf")) == 2
    assert "L'ordinateur a refusé" in capsys.readouterr().err.replace("’", "'")
    assert not list(tmp_path.iterdir())


def test_without_typst_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(_wanted: paper.Wanted) -> paper.Printed:
        raise paper.NoPressError

    monkeypatch.setattr(paper, "pdf", missing)
    assert run(SCENARIO, "--out", str(tmp_path / "kit.pdf")) == 2
    assert "pip install typst" in capsys.readouterr().err
