"""Diagnostics are told in the order of the files, once, in words and as data."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine import language
from engine.diagnostics import (
    Diagnostic,
    Mark,
    as_json,
    as_text,
    exit_code,
    in_order,
    named,
    nearest,
    shown,
)

DEFECT = Diagnostic("unknown-key", "la clé n’existe pas", "b.yaml", 3, 2, hint="Essayez.", expected="titre")
ADVICE = Diagnostic("plain-missing", "pas de version facile", "a.yaml", 9, 1, severity="advice")


@pytest.fixture(autouse=True)
def _back_to_french() -> Iterator[None]:
    yield
    language.use("fr")


def test_text_names_the_place_the_code_what_was_expected_and_what_to_do() -> None:
    assert as_text([DEFECT, ADVICE]).splitlines() == [
        "a.yaml:9:1: plain-missing (conseil): pas de version facile",
        "b.yaml:3:2: unknown-key: la clé n’existe pas",
        "    Attendu\u00a0: titre",
        "    Essayez.",
        "1 défaut, 1 conseil",
    ]


def test_text_speaks_the_language_in_use() -> None:
    language.use("en")
    assert as_text([DEFECT]).splitlines()[1:] == [
        "    Expected: titre",
        "    Essayez.",
        "1 defect, 0 pieces of advice",
    ]
    assert as_text([]) == "Nothing to report"


def test_a_diagnostic_without_a_file_still_has_a_line() -> None:
    assert as_text([Diagnostic("scenario-unknown", "aucun")]).startswith("–: scenario-unknown: aucun")


def test_json_has_every_field_of_every_diagnostic() -> None:
    assert json.loads(as_json([DEFECT])) == [
        {
            "code": "unknown-key",
            "message": "la clé n’existe pas",
            "file": "b.yaml",
            "line": 3,
            "column": 2,
            "hint": "Essayez.",
            "expected": "titre",
            "severity": "error",
        }
    ]
    assert json.loads(as_json([])) == []


def test_the_same_defect_is_told_once_and_defects_come_before_advice_on_a_line() -> None:
    beside = Diagnostic("too-rich", "riche", "b.yaml", 3, 2, severity="advice")
    assert in_order([beside, DEFECT, DEFECT, ADVICE]) == (ADVICE, DEFECT, beside)


@pytest.mark.parametrize(
    ("found", "code"),
    [
        ([], 0),
        ([ADVICE], 0),
        ([ADVICE, DEFECT], 1),
        ([Diagnostic("scenario-unknown", "aucun")], 2),
        ([DEFECT, Diagnostic("internal", "aïe")], 2),
    ],
)
def test_exit_codes(found: list[Diagnostic], code: int) -> None:
    assert exit_code(found) == code


def test_the_nearest_name_is_offered_only_when_it_is_near() -> None:
    assert "jardin-partage" in nearest("jardin-partag", ["bal", "jardin-partage"])
    assert nearest("zzz", ["bal", "jardin-partage"]) == ""


def test_every_valid_name_is_told_and_only_the_likely_one_suggested() -> None:
    assert named(map(str, range(60))).count(",") == 59
    assert "potager" in nearest("Potagers", ["potager", "banc"])
    assert nearest("ecole-de-la-parole", ["memoire-de-la-crue"]) == ""


def test_paths_are_shown_as_people_would_type_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown(tmp_path / "scenario.yaml") == "scenario.yaml"
    assert shown(Path("/elsewhere/scenario.yaml")) == "/elsewhere/scenario.yaml"


def test_a_diagnostic_stands_at_its_mark() -> None:
    one = Diagnostic.at(Mark("a.yaml", 4, 5), "bad-id", "non", expected="oui")
    assert (one.file, one.line, one.column, one.expected) == ("a.yaml", 4, 5, "oui")
