"""One mistake, one defect: its true line, its true reason, and nothing that only follows from it."""

import random
import re
import shutil
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from engine.check import status
from engine.content.library import load, root
from engine.content.model import Scenario
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


@pytest.mark.no_cover  # lines that other tests walk
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


def ids_of(scenario: Scenario) -> set[str]:
    """Every name that a designer gives something by, and that others may speak of it by."""
    asked = [card.choose.options for card in scenario.situations if card.choose]
    listed = (
        scenario.projects, scenario.situations, scenario.debates, scenario.clocks, scenario.acts,
        scenario.endings, scenario.briefing, *asked,
    )  # fmt: skip
    named = {one.id for several in listed for one in several}
    families = {card.family for card in scenario.characters.values()}
    return {*named, *families, *scenario.indicators, *scenario.characters, *scenario.flags}


def places_of(text: str, id_: str) -> Iterator[tuple[int, int]]:
    """Where a file writes a name as a name: a key, a value, an item."""
    name = rf"(?m)(?:^ *|- |: |\[|\{{|, )({re.escape(id_)})(?=:(?: |$)|[\]}},]|\s*$)"
    yield from (found.span(1) for found in re.finditer(name, text))


@pytest.mark.no_cover  # lines that other tests walk
@pytest.mark.parametrize("slug", ["au-lendemain-de-la-crue", "le-rez-de-chaussee"])
def test_whatever_name_is_misspelt_is_told_once_and_the_slip_is_never_advised(
    slug: str, tmp_path: Path
) -> None:
    """Each name that the scenario's file defines, and some places that speak of one, in its cards too."""
    folder = Path(shutil.copytree(root() / "scenarios" / slug, tmp_path / slug))
    scenario = load(slug).scenario
    assert scenario is not None
    for kind in ("projects", "situations"):
        for card in getattr(scenario, kind):
            for file in (root() / "cards" / kind).glob(f"{card.id}.*yaml"):
                (folder / "cards" / kind).mkdir(parents=True, exist_ok=True)
                shutil.copy(file, folder / "cards" / kind)
    files = [folder / "scenario.yaml", *sorted((folder / "cards").rglob("*[!n].yaml"))]
    every = [
        (file, start, end)
        for file in files
        if not file.name.endswith(".en.yaml")
        for id_ in sorted(ids_of(scenario) - {file.stem})
        for start, end in places_of(file.read_text("utf-8"), id_)
    ]
    defined = [one for one in every if one[0] == files[0] and _defines(files[0], one[1])]
    told = []
    for file, start, end in [*defined, *random.Random(slug).sample(every, 15)]:
        text = file.read_text("utf-8")
        typo = text[start : end - 2] + text[end - 1]
        file.write_text(text[:start] + typo + text[end:], "utf-8")
        errors = [d for d in load(folder).diagnostics if d.severity == "error"]
        file.write_text(text, "utf-8")
        if len(errors) != 1 or f"Vouliez-vous dire «\u202f{typo}\u202f»" in errors[0].hint:
            told.append((typo, file.name, [(d.code, d.message, d.hint) for d in errors]))
    assert len(defined) > 10
    assert told == []


def _defines(file: Path, start: int) -> bool:
    """Whether the name at a place of the scenario's file is given there: an id, a key of a group."""
    before = file.read_text("utf-8")[:start]
    group = r"^(indicators|flags):\n(?:(?: .*)?\n)*  $"
    return before.endswith("- id: ") or bool(re.search(group, before, re.MULTILINE))


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
