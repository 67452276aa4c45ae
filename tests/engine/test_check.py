"""What is shipped is clean, whole and in both languages; the rules see what they should."""

from pathlib import Path

import pytest

from engine.check import run, stamped, status, unused
from engine.check.easy import NOT_FOR_THE_ROOM, QUOTED, sentences
from engine.check.effects import every_effect
from engine.check.walk import spots
from engine.content import library
from engine.content.reader import Loaded
from engine.effects import EFFECTS
from tests.engine import examples
from tests.shipped import shipped

SHIPPED = library.slugs()


@pytest.mark.parametrize("slug", SHIPPED)
def test_shipped_content_is_clean_advice_included(slug: str) -> None:
    assert [(d.file, d.line, d.code, d.message) for d in status(slug)] == []


@pytest.mark.parametrize("slug", SHIPPED)
def test_every_text_shipped_has_its_english(slug: str) -> None:
    assert [spot.path for spot in spots(shipped(slug)) if not spot.text.en] == []


@pytest.mark.parametrize("slug", SHIPPED)
def test_every_text_a_room_reads_has_its_easy_version_in_both_languages(slug: str) -> None:
    read = [s for s in spots(shipped(slug)) if s.key not in {*NOT_FOR_THE_ROOM, *QUOTED}]
    read = [s for s in read if s.path[0] != "characters" or "says" not in s.path]  # the program has easy ones
    assert len(read) > 150
    assert [spot.path for spot in read if not (spot.text.plain and spot.text.plain_en)] == []


def test_every_kind_of_effect_is_used_by_shipped_content() -> None:
    used = {effect.effect for slug in SHIPPED for _, effect in every_effect(shipped(slug))}
    assert used == set(EFFECTS)


def test_advice_and_defects_are_printed_in_the_form_asked_for(tmp_path: Path) -> None:
    folder = str(examples.good(tmp_path))
    assert run(folder, "json")[0].startswith("[")


def test_stamping_marks_translations_as_read_again(tmp_path: Path) -> None:
    folder, _ = examples.spoilt("translation-stale", tmp_path)
    english = folder / "cards/projects/bal.en.yaml"
    english.write_text("title: The June ball\nshort: at the ball\ntext: A dance.\n", "utf-8")
    assert {"translation-stale", "translation-unstamped"} <= {d.code for d in status(folder)}
    told = stamped(folder, ["bal"])
    assert english.read_text("utf-8").startswith("source: ")
    assert "Le bal de juin" in told
    assert "The June ball" in told
    assert "translation-stale" in [d.code for d in status(folder)], "of the card named only"
    assert "Deux bancs" in stamped(folder)
    assert not {"translation-stale", "translation-unstamped"} & {d.code for d in status(folder)}


def test_a_shared_card_is_unused_only_when_no_scenario_lists_it(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = library.load("le-rez-de-chaussee")
    assert loaded.scenario is not None
    monkeypatch.setattr(library, "slugs", lambda: ("le-rez-de-chaussee",))
    names = {Path(d.file).stem for d in unused.look(loaded, loaded.scenario)}
    assert "jardin-partage" in names
    assert names.isdisjoint(card.id for card in loaded.scenario.projects)
    assert list(unused.look(Loaded(loaded.scenario, ()), loaded.scenario)) == []


def test_nothing_seems_unused_while_another_scenario_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = library.load("le-rez-de-chaussee")
    assert loaded.scenario is not None
    monkeypatch.setattr(library, "slugs", lambda: ("le-rez-de-chaussee", "en-cours"))
    assert list(unused.look(loaded, loaded.scenario)) == []


def test_names_of_people_must_fit_too(tmp_path: Path) -> None:
    folder = examples.good(tmp_path)
    card = folder / "cards/characters/anna.yaml"
    card.write_text(card.read_text("utf-8").replace("short: Anna", "short: Anna-Karenine-Rose"), "utf-8")
    assert ("too-long", 3) in [(d.code, d.line) for d in status(folder)]


def test_a_project_that_moves_no_indicator_changes_nothing(tmp_path: Path) -> None:
    folder = examples.good(tmp_path)
    card = folder / "cards/projects/atelier.yaml"
    card.write_text(card.read_text("utf-8").replace("{rights: 3, commons: -1}", "{rights: 0}"), "utf-8")
    assert [d.line for d in status(folder) if d.code == "effect-nothing"] == [7]


def test_two_endings_of_one_name_are_told(tmp_path: Path) -> None:
    folder = examples.good(tmp_path)
    file = folder / "scenario.yaml"
    file.write_text(file.read_text("utf-8").replace("id: presque", "id: ensemble"), "utf-8")
    assert "listed-twice" in [d.code for d in status(folder)]


def test_sentences_are_counted_as_a_voice_would() -> None:
    assert [len(words) for words in sentences("Il pleut. « Qui vient ? » demande-t-elle… Personne !")] == [
        2,
        2,
        1,
        1,
    ]
