"""The designer's guide tells the truth: its first scenario is clean, and its other examples are legal."""

import re
from pathlib import Path

import pytest

from engine.check import status
from engine.content import library
from engine.content.reader.parse import parse
from engine.diagnostics import exit_code

GUIDES = ("scenarios/README.md", "scenarios/README.en.md")
_BLOCK = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"# (?:fichier|file): (\S+)\n")


def blocks(guide: str) -> list[str]:
    return _BLOCK.findall((library.root() / guide).read_text("utf-8"))


@pytest.mark.parametrize("guide", GUIDES)
def test_the_first_scenario_of_the_guide_is_clean_as_it_stands(guide: str, tmp_path: Path) -> None:
    written = [(found[1], block) for block in blocks(guide) if (found := _FILE.match(block))]
    assert len(written) >= 6
    folder = tmp_path / next(line[4:] for line in written[0][1].splitlines() if line.startswith("id: "))
    for name, block in written:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(block, "utf-8")
    found = status(folder)
    assert [(d.file, d.line, d.message) for d in found if d.severity == "error"] == []
    assert exit_code(found) == 0


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
