"""Wrong content gives every defect at its place, in sentences, and never an exception."""

from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from engine.check import run, status
from engine.diagnostics import Code, Diagnostic, exit_code
from tests.engine import examples

FORCED = {"internal", "file-too-large", "file-unreadable", "scenario-unknown", "panel-past"}
"""Codes whose content cannot be kept in a small file, or that depend on the day: they are made below, or
beside."""


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    return [d.code for d in found]


def test_every_code_has_its_example_and_every_example_a_code() -> None:
    assert sorted({*examples.CODES, *FORCED}) == sorted(get_args(Code))


def test_every_code_is_explained_in_the_guide_to_checking() -> None:
    guide = (Path(examples.__file__).parents[2] / "engine/check/README.md").read_text("utf-8")
    assert [code for code in get_args(Code) if f"`{code}`" not in guide] == []


def test_the_good_scenario_has_no_defect_and_only_lacks_size_and_english(tmp_path: Path) -> None:
    found = status(examples.good(tmp_path))
    assert exit_code(found) == 0
    assert set(codes(found)) == {"count", "untranslated"}


@cache
def before() -> frozenset[tuple[str, str]]:
    """What is told of the good scenario."""
    return frozenset((d.code, d.message) for d in status(examples.BASE))


@pytest.mark.parametrize("code", examples.CODES)
def test_a_slip_is_told_where_it_was_made_and_does_not_drown_in_others_of_its_own_making(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, place = examples.spoilt(code, tmp_path)
    monkeypatch.chdir(folder)
    every = status(folder)
    found = [d for d in every if d.code == code]
    assert (place.file, place.line) in [(d.file, d.line if place.line else 0) for d in found]
    assert all(d.message for d in found)
    fresh = {d.code for d in every if (d.code, d.message) not in before()}
    assert fresh <= {code} | ALONGSIDE.get(code, set())


BALLOTS = (
    "ballot-phase", "fetch-never", "fetch-untold", "idea-idle", "idea-nobodys", "idea-unpriced",
    "idea-submitted", "nothing-to-choose", "price-too-high", "public-idle",
)  # fmt: skip
ALONGSIDE: dict[str, set[str]] = {
    **{code: {"few-ideas"} for code in BALLOTS},
    "corners-core": {"few-core"},
    "placeholder-dropped": {"translation-stale", "untranslated"},
    "card-unused": {"count", "few-projects", "never-raised"},
    "idea-submitted": {"count", "few-ideas"},
    "few-projects": {"count"},
    "hearing-silent": {"notes-missing"},
}
"""What an example cannot help causing too: the good scenario has only five projects."""


def test_defects_of_different_files_are_told_together(tmp_path: Path) -> None:
    folder = examples.good(tmp_path)
    slips = {
        "cards/projects/bal.yaml": ("rung: initiative", "rung: initiatives"),
        "cards/situations/panne.yaml": ("pictogram: light", "pictogramme: light"),
        "cards/characters/chloe.yaml": ("influence: 1", "influence: beaucoup"),
    }
    for name, (right, wrong) in slips.items():
        file = folder / name
        file.write_text(file.read_text("utf-8").replace(right, wrong), "utf-8")
    scenario = folder / "scenario.yaml"
    text = scenario.read_text("utf-8").replace("{health: 6, rights: 4}", "{health: 6, rights: 5}")
    scenario.write_text(text.replace("people: [3, 12]", "people: 12"), "utf-8")
    found = set(codes(status(folder)))
    assert found >= {"unknown-choice", "unknown-key", "wrong-type", "stakes-sum"}


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    folder = examples.good(tmp_path)
    (folder / "cards/projects/bal.yaml").write_bytes(b"#" * 1_000_001)
    assert "file-too-large" in codes(status(folder))


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").mkdir()
    assert codes(status(tmp_path)) == ["file-unreadable"]


def test_an_unknown_scenario_cannot_be_checked_and_the_nearest_is_named() -> None:
    text, code = run("au-lendemain-de-la-cru")
    assert code == 2
    assert "au-lendemain-de-la-crue" in text


def test_an_error_of_the_program_is_a_diagnostic_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("engine.check.stakes.look", broken)
    found = status(examples.good(tmp_path))
    assert [d.file for d in found if d.code == "internal"] == ["engine.check.stakes"]
    assert exit_code(found) == 2
    monkeypatch.setattr("engine.check.runner.load", broken)
    assert codes(status("base")) == ["internal"]


@pytest.mark.parametrize(("form", "clean"), [("text", "0 défaut"), ("json", '"severity": "advice"')])
def test_advice_alone_fails_nothing(form: str, clean: str, tmp_path: Path) -> None:
    text, code = run(examples.good(tmp_path), form)  # type: ignore[arg-type]
    assert code == 0
    assert clean in text
