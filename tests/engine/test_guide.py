"""The designer's guide tells the truth: its first scenario is clean, and its other examples are legal."""

import re
from math import isfinite
from pathlib import Path
from typing import Any

import pytest

from engine import balance
from engine.check import status
from engine.content import library
from engine.content.reader.parse import parse
from engine.diagnostics import exit_code
from engine.simulate import run
from engine.telling import terms

pytestmark = pytest.mark.no_cover  # lines that other tests walk

GUIDES = ("scenarios/README.md", "scenarios/README.en.md")
_BLOCK = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"# (?:fichier|file): (\S+)\n")


def blocks(guide: str) -> list[str]:
    return _BLOCK.findall((library.root() / guide).read_text("utf-8"))


def first_scenario(guide: str, beside: Path) -> Path:
    """The folder of the guide's first scenario, written as it stands there."""
    written = [(found[1], block) for block in blocks(guide) if (found := _FILE.match(block))]
    assert len(written) >= 6
    folder = beside / next(line[4:] for line in written[0][1].splitlines() if line.startswith("id: "))
    for name, block in written:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(block, "utf-8")
    return folder


@pytest.mark.parametrize("guide", GUIDES)
def test_the_first_scenario_of_the_guide_is_clean_as_it_stands(guide: str, tmp_path: Path) -> None:
    found = status(first_scenario(guide, tmp_path))
    assert [(d.file, d.line, d.message) for d in found if d.severity == "error"] == []
    assert exit_code(found) == 0


@pytest.mark.parametrize("guide", GUIDES)
def test_the_first_scenario_of_the_guide_is_measured_and_told_what_it_lacks(
    guide: str, tmp_path: Path
) -> None:
    """Three people and a handful of cards: too small for most targets, not for being measured."""

    def play(board: Any, how: Any, games: int) -> Any:
        return run(board, how, games, balance.SEED, plain=True, weighs=True)

    scenario = library.load(first_scenario(guide, tmp_path)).scenario
    assert scenario is not None
    rows = [row for d in scenario.durations for row in balance.measure(scenario, d, 4, play, sessions=1)]
    assert rows
    assert all(isfinite(number) for row in rows for number in (row.value, row.sure))
    assert "nan" not in " ".join(row.measured for row in rows)
    lacking = " ".join(balance.lacks(scenario))
    for word in ("3 personnages", "(for)", "débat", "fin"):
        assert word in lacking
    for slug in library.slugs():
        shipped = library.load(slug).scenario
        assert shipped is not None
        assert not list(balance.lacks(shipped))


@pytest.mark.parametrize("guide", GUIDES)
def test_every_example_of_the_guide_is_yaml(guide: str) -> None:
    assert {block: parse(block, "guide")[1] for block in blocks(guide)} == {
        block: [] for block in blocks(guide)
    }


@pytest.mark.parametrize("guide", GUIDES)
@pytest.mark.parametrize("device", ["hearing"])
def test_the_example_of_a_device_is_legal_in_the_scenario_that_it_speaks_of(
    guide: str, device: str, tmp_path: Path
) -> None:
    example = next(block for block in blocks(guide) if re.search(rf"^{device}:", block, re.MULTILINE))
    card = library.root() / "scenarios" / "au-lendemain-de-la-crue" / "scenario.yaml"
    without = re.sub(rf"^{device}:\n(?:[ ].*\n|\n)*", "", card.read_text("utf-8"), flags=re.MULTILINE)
    folder = tmp_path / "au-lendemain-de-la-crue"
    folder.mkdir()
    (folder / "scenario.yaml").write_text(f"{without}\n{example}", "utf-8")
    found = status(folder)
    assert [(d.line, d.message) for d in found if d.severity == "error"] == []
    loaded = library.load(folder).scenario
    assert loaded is not None
    assert getattr(loaded, device)


@pytest.mark.parametrize("guide", GUIDES)
def test_the_term_of_the_guide_is_read_and_found_in_the_scenario_that_says_it(
    guide: str, tmp_path: Path
) -> None:
    example = next(block for block in blocks(guide) if block.startswith("terms:"))
    folder = tmp_path / "au-lendemain-de-la-crue"
    (folder / "cards").mkdir(parents=True)
    card = library.root() / "scenarios" / folder.name / "scenario.yaml"
    (folder / "scenario.yaml").write_text(card.read_text("utf-8"), "utf-8")
    (folder / "cards/terms.yaml").write_text(example, "utf-8")
    found = status(folder)
    assert [(d.line, d.message) for d in found if d.severity == "error" or d.code == "term-unused"] == []
    scenario = library.load(folder).scenario
    assert scenario is not None
    known = terms.told(scenario, "fr")
    [project] = [one for one in scenario.projects if one.id == "abris-repares"]
    assert "preau" in {use.id for use in terms.uses(project.text.fr, known)}
