"""Content is found wherever the game is installed, and anywhere a designer keeps theirs."""

import shutil
from pathlib import Path

import pytest

from engine.content import library
from engine.language import using
from tests.engine import examples

CRUE = "au-lendemain-de-la-crue"


def test_shipped_scenarios_are_known_by_their_slug() -> None:
    assert {CRUE, "le-rez-de-chaussee"} <= set(library.slugs())
    assert all((library.root() / "scenarios" / slug / "scenario.yaml").is_file() for slug in library.slugs())


def test_a_scenario_is_found_by_slug_by_folder_and_by_its_file(tmp_path: Path) -> None:
    folder = examples.good(tmp_path)
    assert library.folder_of(CRUE) == library.root() / "scenarios" / CRUE
    assert library.folder_of(str(folder)) == folder
    assert library.folder_of(str(folder / "scenario.yaml")) == folder
    assert library.folder_of(str(tmp_path)) is None
    assert library.folder_of("") is None
    assert library.folder_of("a" * 5000) is None
    assert library.folder_of("a\0b") is None


def test_a_folder_of_the_same_name_in_the_current_one_does_not_hide_a_shipped_scenario(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / CRUE).mkdir()
    (tmp_path / "scenarios").mkdir()
    monkeypatch.chdir(tmp_path)
    loaded = library.load(CRUE)
    assert loaded.scenario is not None
    assert loaded.scenario.id == CRUE


def test_an_unknown_scenario_is_told_with_the_nearest(tmp_path: Path) -> None:
    loaded = library.load("au-lendemain-de-la-cru")
    assert loaded.scenario is None
    assert [d.code for d in loaded.diagnostics] == ["scenario-unknown"]
    assert CRUE in loaded.diagnostics[0].hint
    assert library.load(tmp_path).diagnostics[0].code == "scenario-unknown"


def test_a_shipped_scenario_is_read_again_only_once_something_of_it_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("cards", "scenarios"):
        shutil.copytree(library.root() / name, tmp_path / name)
    monkeypatch.setattr(library, "root", lambda: tmp_path)
    before = library.load(CRUE)
    assert library.load(CRUE) is before
    with using("en"):
        assert library.load(CRUE) is not before
    card = tmp_path / "cards" / "projects" / "jardin-partage.yaml"
    kept = card.read_text("utf-8")
    card.write_text("title: [\n", "utf-8")
    assert library.load(CRUE).scenario is None
    card.write_text(kept, "utf-8")
    assert library.load(CRUE).scenario == before.scenario
    card.unlink()
    assert "card-unknown" in {told.code for told in library.load(CRUE).diagnostics}
    own = tmp_path / "scenarios" / CRUE / "cards" / "projects" / card.name
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(kept, "utf-8")
    assert "card-unknown" not in {told.code for told in library.load(CRUE).diagnostics}


def test_every_file_read_is_named_so_that_it_can_be_watched() -> None:
    names = {path.name for path in library.load(CRUE).files}
    assert {
        "scenario.yaml",
        "scenario.en.yaml",
        "briefing.yaml",
        "jardin-partage.yaml",
        "glossary.yaml",
    } <= names


def test_the_glossary_explains_every_label_of_the_map_in_both_languages() -> None:
    glossary = library.glossary()
    labels = {label for row in glossary.map for label in row}
    assert labels == set(glossary.labels)
    assert all(label.title.en and label.explained.plain for label in glossary.labels.values())


@pytest.mark.parametrize(
    "name", ["scenario.yml", "Scenario.yaml", "scenario.yaml.txt", "plus-bas/scenario.yaml"]
)
def test_a_folder_without_scenario_says_what_is_there_instead(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("id: x\n", "utf-8")
    [told] = library.load(tmp_path).diagnostics
    assert told.code == "scenario-unknown"
    assert name.split("/")[0] in told.hint


def test_the_same_fault_is_told_in_whichever_language_is_in_use(tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text("id: quartier\ntitle: [\n", "utf-8")
    told = []
    for spoken in ("fr", "en", "fr"):
        with using(spoken):
            told.append({one.message for one in library.load(tmp_path).diagnostics})
    assert told[0] == told[2]
    assert not told[0] & told[1]
