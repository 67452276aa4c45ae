"""One mistake, one defect: its true line, its true reason, and nothing that only follows from it."""

import shutil
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from engine.check import status
from engine.content.library import root
from engine.diagnostics import Diagnostic
from tests.engine import examples

MISTAKES = tomllib.loads((Path(__file__).parent / "mistakes.toml").read_text("utf-8"))["mistake"]


@cache
def before() -> frozenset[tuple[str, str, str]]:
    return frozenset((d.code, d.message, Path(d.file).name) for d in status(examples.BASE))


def fresh(folder: Path) -> list[Diagnostic]:
    """What is told of a folder and was not of the good scenario."""
    return [d for d in status(folder) if (d.code, d.message, Path(d.file).name) not in before()]


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\xa0", " ")


def told_at(text: str, mistake: dict[str, Any]) -> int:
    """The line, from 1, where a mistake must be told; 0 for none."""
    at = mistake.get("at", next((line for line in mistake["new"].split("\n") if line), ""))
    assert at in text
    return text[: text.index(at) + len(at)].count("\n") + 1 if at else 0


def test_there_are_as_many_as_a_designer_tried() -> None:
    assert len(MISTAKES) >= 200
    assert len({m["name"] for m in MISTAKES}) == len(MISTAKES)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda m: m["name"])
def test_a_mistake_gives_one_defect_at_its_line(
    mistake: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = examples.good(tmp_path)
    monkeypatch.chdir(folder)
    file = folder / mistake["file"]
    text = file.read_text("utf-8")
    assert mistake["old"] in text
    file.write_text(text.replace(mistake["old"], mistake["new"], 1), "utf-8")
    where = mistake.get("where", mistake["file"])
    found = fresh(folder)
    assert [(d.code, d.file, d.line) for d in found] == [
        (mistake["code"], where, told_at((folder / where).read_text("utf-8"), mistake))
    ], found
    said = plain(" ".join((found[0].message, found[0].expected, found[0].hint)))
    assert mistake.get("words", "") in said


MOVED = [
    ("cards/projects/bal.yaml", "cards/projects/bal.yml", "bal.yaml"),
    ("cards/projects/bal.yaml", "cards/projects/bal.yaml.txt", "bal.yaml"),
    ("cards/projects/bal.yaml", "cards/projects/Bal.YAML", "bal.yaml"),
    ("cards/projects/bal.yaml", "cards/bal.yaml", "projects"),
    ("cards/projects/bal.yaml", "cards/projects/juin/bal.yaml", "cards/projects"),
    ("cards/situations", "cards/situation", "situations"),
    ("cards/characters", "cards/personnages", "characters"),
    ("cards/debates", "debates", "cards/debates"),
    ("cards", "Cards", "cards"),
    ("cards/projects/banc.en.yaml", "cards/projects/bnac.en.yaml", "banc.yaml"),
]


@pytest.mark.parametrize(("right", "wrong", "words"), MOVED)
def test_a_card_under_a_wrong_name_is_told_once_and_read_all_the_same(
    right: str, wrong: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = examples.good(tmp_path)
    monkeypatch.chdir(folder)
    (folder / wrong).parent.mkdir(exist_ok=True)
    (folder / right).rename(folder / wrong)
    found = [d for d in fresh(folder) if d.severity == "error"]
    assert [(d.code, d.file) for d in found] == [("file-ignored", wrong)]
    assert words in found[0].hint + found[0].expected + found[0].message


ADDED = [
    ("scenario.en.yml", "title: The yard\n", "scenario.en.yaml"),
    ("Briefing.yaml", "panels: []\n", "briefing.yaml"),
    ("briefing.en.yaml", "panels: {}\n", "briefing.yaml"),
    ("cards/projects/nouveau.en.yaml", ": : [\n", "nouveau.yaml"),
    ("cards/Glossary.yaml", "map: []\n", "glossary.yaml"),
    ("cards/projects/bal.de.yaml", "title: Der Ball\n", ".en.yaml"),
    ("cards/projects/bal.txt", "à écrire\n", ".yaml"),
    ("chantier.yaml", "id: chantier\n", "cards/"),
]


@pytest.mark.parametrize(("name", "text", "words"), ADDED)
def test_a_file_that_nobody_reads_is_told(
    name: str, text: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = examples.good(tmp_path)
    monkeypatch.chdir(folder)
    (folder / name).write_text(text, "utf-8")
    found = fresh(folder)
    assert [(d.code, d.file) for d in found] == [("file-ignored", name)]
    assert words in found[0].hint + found[0].message


@pytest.mark.parametrize(
    "name", ["README.md", "plan.png", ".DS_Store", "cards/projects/LISEZ-MOI.md", "bal.yaml~"]
)
def test_notes_and_pictures_beside_the_cards_are_left_alone(name: str, tmp_path: Path) -> None:
    folder = examples.good(tmp_path)
    (folder / name).write_bytes(b"x")
    assert fresh(folder) == []


MISSPELT = [
    ("character: coordinatrice-tiers-lieu", "coordinatrice-tiers-liu", "card-unknown", "scenario.yaml"),
    ("  opening:\n", "openig", "name-unknown", "scenario.yaml"),
    ("id: a-nous", "a-nos", "translation-extra", "scenario.en.yaml"),
    ("cle-partagee", "cle-partage", "card-unknown", "scenario.yaml"),
]


@pytest.mark.parametrize(("old", "typo", "code", "where"), MISSPELT)
def test_a_name_misspelt_in_a_translated_scenario_is_told_once_and_its_translation_is_not_blamed(
    old: str, typo: str, code: str, where: str, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(root() / "scenarios/le-rez-de-chaussee", tmp_path / "le-rez-de-chaussee"))
    right = old.strip(" :\n").removeprefix("character: ").removeprefix("id: ")
    text = (folder / "scenario.yaml").read_text("utf-8")
    assert old in text
    (folder / "scenario.yaml").write_text(text.replace(old, old.replace(right, typo), 1), "utf-8")
    found = [d for d in status(folder) if d.severity == "error"]
    assert [(d.code, Path(d.file).name) for d in found] == [(code, where)], found


def test_two_slips_in_one_file_are_both_told_and_hide_nothing_of_the_rest(tmp_path: Path) -> None:
    folder = examples.good(tmp_path)
    slips = {
        "scenario.yaml": [
            ("title: La cour commune", "title: 'La cour commune"),
            ("secret: Vous gardez les clés.", "secret: Vous gardez : les clés."),
            ("[diehard, diehard, torn, torn]", "[diehard, furious, torn, torn]"),
        ],
        "cards/projects/bal.yaml": [("rung: initiative", "rung: initiatives")],
        "cards/characters/chloe.yaml": [("head: afro", "head: affro")],
        "cards/situations/fete.yaml": [("question: Qui", "question : Qui : quoi")],
    }
    for name, changes in slips.items():
        text = (folder / name).read_text("utf-8")
        for old, new in changes:
            text = text.replace(old, new)
        (folder / name).write_text(text, "utf-8")
    found = {(d.code, Path(d.file).name) for d in fresh(folder)}
    assert found == {
        ("yaml-syntax", "scenario.yaml"),
        ("colon-in-text", "scenario.yaml"),
        ("label-unknown", "scenario.yaml"),
        ("unknown-choice", "bal.yaml"),
        ("face-unknown", "chloe.yaml"),
        ("colon-in-text", "fete.yaml"),
    }


def test_a_scenario_that_cannot_be_read_at_all_hides_no_card(tmp_path: Path) -> None:
    folder = examples.good(tmp_path)
    (folder / "scenario.yaml").write_text("- rien\n", "utf-8")
    card = folder / "cards/projects/bal.yaml"
    card.write_text(card.read_text("utf-8").replace("rung: initiative", "rung: initiatives"), "utf-8")
    found = {(d.code, Path(d.file).name) for d in status(folder)}
    assert {("wrong-type", "scenario.yaml"), ("unknown-choice", "bal.yaml")} <= found


def test_missing_cards_hide_no_defect_of_a_portrait(tmp_path: Path) -> None:
    folder = examples.good(tmp_path)
    for kind in ("projects", "situations", "debates"):
        for path in (folder / "cards" / kind).iterdir():
            path.unlink()
    card = folder / "cards/characters/chloe.yaml"
    card.write_text(card.read_text("utf-8").replace("head: afro", "head: affro"), "utf-8")
    found = [d.code for d in fresh(folder)]
    assert set(found) == {"card-unknown", "face-unknown"}
    assert found.count("card-unknown") == 10, "as many as are named and missing"


def test_a_slip_in_a_glossary_is_told_there_only(tmp_path: Path) -> None:
    folder = examples.good(tmp_path)
    scenario = folder / "scenario.yaml"
    text = scenario.read_text("utf-8")
    head, _, rest = text.partition("map:\n")
    scenario.write_text(head + rest[rest.index("briefing:") :], "utf-8")
    (folder / "cards/glossary.yaml").write_text("mapp: []\nlabels: {}\n", "utf-8")
    assert {Path(d.file).name for d in fresh(folder) if d.severity == "error"} == {"glossary.yaml"}
