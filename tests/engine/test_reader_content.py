"""Scenarios as people write them: languages merged, cards resolved, defects told at their place."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.check import status
from engine.content.library import load
from engine.content.model import Scenario
from engine.content.reader import Loaded, from_data, to_data
from tests.engine import examples

ENGLISH = """\
source: "00000000"
title: The shared yard
summary: Three neighbours, one yard.
plain: {title: The yard, summary: Three neighbours.}
pitch: The yard is everybody's.
skills: [Negotiating]
indicators:
  health: {title: Health, explained: A quiet night.}
  rights: {title: Rights, explained: To be heard.}
  commons: {title: Common life, explained: To say hello.}
cast:
  anna: {secret: You sleep badly., believes: {bilal: {that: He promises a lot.}}}
  bilal: {secret: You keep the keys., override: {role: Keeper of the yard}}
  chloe: {secret: You may leave.}
endings:
  ensemble: {title: Together, text: The yard lives.}
  presque: {title: Nearly, text: The yard waits.}
  chacun-chez-soi: {title: Each at home, text: The yard is empty.}
notes:
  welcome: {say: [Hello.], do: [Set out the chairs.]}
briefing:
  cadre: {title: The frame, text: One yard., note: Show the map.}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return examples.good(tmp_path)


def edit(folder: Path, name: str, right: str, wrong: str) -> None:
    file = folder / name
    text = file.read_text("utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong), "utf-8")


def scenario(folder: Path) -> Scenario:
    loaded = load(folder)
    assert loaded.scenario is not None, loaded.diagnostics
    return loaded.scenario


def found(folder: Path) -> list[tuple[str, str, int]]:
    """(code, file name, line) of every defect."""
    defects = [d for d in load(folder).diagnostics if d.severity == "error"]
    return [(d.code, Path(d.file).name, d.line) for d in defects]


def test_cards_are_resolved_and_overrides_applied(folder: Path) -> None:
    read = scenario(folder)
    assert [card.id for card in read.projects] == ["banc", "bal", "cle", "potager", "atelier"]
    assert read.characters["bilal"].role.fr == "Gardien de la cour"
    assert read.characters["bilal"].name == "Bilal Roux"
    assert read.durations == ("45", "training")
    assert read.endings[0].when is not None
    assert read.endings[0].when.rose_by == {"45": 3, "training": 9}
    assert read.cast[0].goal == {"45": 3, "training": 9}


def test_texts_carry_their_languages_and_registers(folder: Path) -> None:
    (folder / "scenario.en.yaml").write_text(ENGLISH, "utf-8")
    read = scenario(folder)
    assert read.title.model_dump() == {
        "fr": "La cour commune",
        "en": "The shared yard",
        "plain": "La cour",
        "plain_en": "The yard",
    }
    assert read.skills[0].en == "Negotiating"
    assert read.cast[0].believes[0].that.en == "He promises a lot."
    assert read.characters["bilal"].role.en == "Keeper of the yard"
    assert read.endings[2].title.en == "Each at home"
    assert read.briefing[0].note.en == "Show the map."
    assert read.projects[0].title.en == "A bench in the shade"


def test_a_text_falls_back_to_the_next_best_version(folder: Path) -> None:
    text = scenario(folder).title
    assert text.read("en") == "La cour commune"
    assert text.read("en", plain=True) == "La cour"


def test_every_untranslated_text_of_a_started_translation_is_told(folder: Path) -> None:
    (folder / "scenario.en.yaml").write_text(ENGLISH, "utf-8")
    messages = [d.message for d in load(folder).diagnostics if d.code == "translation-missing"]
    assert len(messages) == 18  # nine phases of notes, to say and to do
    assert any("notes.bilan.do[1]" in message for message in messages)


def test_a_translation_is_stale_until_its_digest_is_written(folder: Path) -> None:
    english = folder / "cards/projects/banc.en.yaml"
    edit(folder, "cards/projects/banc.yaml", "On pose un banc.", "On pose deux bancs.")
    [stale] = [d for d in load(folder).diagnostics if d.code == "translation-stale"]
    assert (Path(stale.file).name, stale.line) == ("banc.en.yaml", 1)
    text = english.read_text("utf-8")
    english.write_text("\n".join([stale.expected, *text.splitlines()[1:]]), "utf-8")
    assert found(folder) == []


def test_line_breaks_do_not_make_a_translation_stale(folder: Path) -> None:
    edit(
        folder,
        "cards/projects/banc.yaml",
        "text: On pose un banc. Anna",
        "text: >-\n  On pose un banc.\n  Anna",
    )
    assert found(folder) == []


def test_the_briefing_stands_beside_the_scenario(folder: Path) -> None:
    edit(folder, "scenario.yaml", "briefing:\n", "")
    text = (folder / "scenario.yaml").read_text("utf-8")
    head, _, panel = text.partition("  - id: cadre")
    (folder / "scenario.yaml").write_text(head, "utf-8")
    (folder / "briefing.yaml").write_text(f"panels:\n  - id: cadre{panel}", "utf-8")
    assert [panel.id for panel in scenario(folder).briefing] == ["cadre"]
    (folder / "briefing.yaml").write_text("panels:\n  - id: cadre\nautre: 1\n", "utf-8")
    assert ("unknown-key", "briefing.yaml", 3) in found(folder)
    assert ("missing-key", "briefing.yaml", 2) in found(folder)
    (folder / "briefing.yaml").write_text("panneaux: []\n", "utf-8")
    assert found(folder) == [("unknown-key", "briefing.yaml", 1)], "what is misspelt is not missing too"
    assert load(folder).scenario is not None
    (folder / "briefing.yaml").write_text("", "utf-8")
    assert load(folder).scenario is None


def test_the_map_comes_from_the_glossary_when_a_scenario_has_none(folder: Path) -> None:
    text = (folder / "scenario.yaml").read_text("utf-8")
    head, _, rest = text.partition("map:\n")
    (folder / "scenario.yaml").write_text(head + rest[rest.index("briefing:") :], "utf-8")
    assert scenario(folder).map[0] == ("passive", "passive", "committed", "committed")


def test_a_card_of_ones_own_wins_over_a_shared_one(folder: Path) -> None:
    own = folder / "cards/projects/jardin-partage.yaml"
    own.write_text((folder / "cards/projects/potager.yaml").read_text("utf-8"), "utf-8")
    edit(folder, "cards/projects/jardin-partage.yaml", "id: potager", "id: jardin-partage")
    edit(folder, "scenario.yaml", "  - potager\n", "  - jardin-partage\n  - cours-du-soir\n")
    titles = {card.id: card.title.fr for card in load(folder).rest.projects}  # type: ignore[union-attr]
    assert titles["jardin-partage"] == "Trois bacs à salades"
    assert "cours-du-soir" in titles


@pytest.mark.parametrize(
    ("name", "right", "wrong", "code", "line"),
    [
        ("scenario.yaml", "posture: {synergy: 2.0", "posture: {synergie: 2.0", "unknown-key", 30),
        ("scenario.yaml", "goal: {45: 3, training: 9}", "goal: {60: 3}", "unknown-key", 19),
        ("scenario.yaml", "rose_by: {45: 3, training: 9}", "rose_by: beaucoup", "wrong-type", 57),
        ("scenario.yaml", "rose_by: {45: 3, training: 9}", "rose_by: 3, below: 4", "wrong-value", 57),
        ("scenario.yaml", "durations: [45, training]", "durations: [45, 60]", "unknown-choice", 7),
        ("scenario.yaml", "people: [3, 12]", "people: [3]", "out-of-bounds", 6),
        ("scenario.yaml", "people: [3, 12]", "people: 12", "wrong-type", 6),
        ("scenario.yaml", "skills: [Négocier]", "skills: []", "out-of-bounds", 8),
        ("scenario.yaml", "skills: [Négocier]", "skills: [2024]", "wrong-type", 8),
        ("scenario.yaml", "skills: [Négocier]", "skills:\n  - la règle : personne", "colon-in-text", 9),
        ("scenario.yaml", "skills: [Négocier]", "skills: Négocier", "wrong-type", 8),
        ("scenario.yaml", "title: La cour commune", "title:", "wrong-type", 2),
        ("scenario.yaml", "title: La cour commune", "title: [La, cour]", "wrong-type", 2),
        ("scenario.yaml", "title: La cour commune", "title: ''", "out-of-bounds", 2),
        ("scenario.yaml", "pitch: La cour", "plain: La cour", "duplicate-key", 5),
        ("scenario.yaml", "plain: {title: La cour, ", "plain: {titre: La cour, ", "unknown-key", 4),
        ("scenario.yaml", "plain: {title: La cour, ", "plain: facile # ", "wrong-type", 4),
        ("scenario.yaml", "plain: {title: La cour, ", "plain: {title: , ", "wrong-type", 4),
        ("cards/situations/panne.yaml", "character: anna, ", "", "wrong-value", 5),
        ("cards/situations/panne.yaml", "character: anna, ", "character: anna, name: A, ", "wrong-value", 5),
        ("scenario.yaml", "anna\n    core: true", "anna\n    core: yes", "wrong-type", 16),
        ("scenario.yaml", "  - character: chloe", "  - personnage: chloe", "unknown-key", 34),
        ("scenario.yaml", "  - bal\n", "  - {id: bal}\n", "wrong-type", 43),
        ("scenario.yaml", "id: base", "id: autre", "id-not-file-name", 1),
        ("scenario.yaml", "decay: {each: -1", "characters: {}\ndecay: {each: 1", "out-of-bounds", 14),
        ("scenario.yaml", "decay: {each: -1", "characters: {}\ndecay: {each: -1", "unknown-key", 13),
        ("scenario.yaml", "role: Gardien de la cour", "rôle: Gardien de la cour", "unknown-key", 33),
        ("cards/projects/banc.yaml", "effect: posture", "effect: postures", "unknown-choice", 9),
        ("cards/projects/banc.yaml", "effect: posture, ", "", "missing-key", 9),
        ("cards/projects/banc.yaml", "synergy: 0.2", "synergy: 2", "out-of-bounds", 9),
        ("cards/projects/banc.yaml", "synergy: 0.2", "synergi: 0.2", "unknown-key", 9),
        ("cards/projects/banc.yaml", "who: chloe", "who: cloe", "name-unknown", 9),
        ("cards/projects/banc.yaml", "[anna, bilal]", "[anna, bill]", "name-unknown", 12),
        ("cards/projects/banc.yaml", "[anna, bilal]", "[anna]", "out-of-bounds", 12),
        ("cards/projects/banc.yaml", "[anna, bilal]", "[Anna B, bilal]", "bad-id", 12),
        ("cards/projects/banc.yaml", "time: 2,", "time: '2',", "wrong-type", 6),
        ("cards/projects/banc.yaml", "time: 2,", "time: 2.5,", "wrong-type", 6),
        ("scenario.yaml", "rose_by: {45: 3, training: 9}", "rose_by: {45: '3,5'}", "decimal-comma", 57),
        ("cards/projects/banc.yaml", "changes: {commons: 5", "changes: {common: 5", "name-unknown", 7),
        ("cards/situations/panne.yaml", "character: anna", "character: ana", "name-unknown", 5),
        ("cards/debates/cle.yaml", "project: cle", "project: clef", "name-unknown", 3),
        ("cards/characters/chloe.yaml", "family: shops", "family: shop", "unknown-choice", 5),
    ],
)  # fmt: skip
def test_wrong_content_is_told_at_its_line(
    folder: Path, name: str, right: str, wrong: str, code: str, line: int
) -> None:
    edit(folder, name, right, wrong)
    assert (code, Path(name).name, line) in found(folder)


def test_either_branch_of_a_choice_is_named_as_possible(folder: Path) -> None:
    edit(folder, "scenario.yaml", "goal: {45: 3, training: 9}", "goal: beaucoup")
    [told] = [d for d in load(folder).diagnostics if d.code == "wrong-type"]
    assert "un nombre" in told.expected
    assert "un groupe de clés" in told.expected


def test_a_wrong_part_of_a_group_does_not_blame_the_group(folder: Path) -> None:
    edit(folder, "scenario.yaml", "goal: {45: 3, training: 9}", "goal: {45: 300, training: 9}")
    assert [code for code, *_ in found(folder)] == ["out-of-bounds"]


@pytest.mark.parametrize(
    ("name", "right", "wrong", "code"),
    [
        ("scenario.yaml", "durations: [45, training]", "durations: [60]", "unknown-choice"),
        ("cards/situations/panne.yaml", "effect: indicator", "effect: indicateur", "unknown-choice"),
        ("cards/projects/banc.yaml", "effect: posture", "effect: postures", "unknown-choice"),
    ],
)
def test_a_list_whose_only_part_is_refused_is_not_also_too_short(
    folder: Path, name: str, right: str, wrong: str, code: str
) -> None:
    edit(folder, name, right, wrong)
    assert [(c, n) for c, n, _ in found(folder)] == [(code, Path(name).name)]


def test_english_of_the_wrong_shape_is_told(folder: Path) -> None:
    english = ENGLISH.replace("endings:\n  ensemble:", "endings: none\nautre:\n  ensemble:").replace(
        "skills: [Negotiating]", "skills: [One, Two]"
    )
    (folder / "scenario.en.yaml").write_text(
        english.replace("title: The shared yard", "title: {a: b}"), "utf-8"
    )
    told = found(folder)
    assert ("wrong-type", "scenario.en.yaml", 15) in told
    assert ("translation-extra", "scenario.en.yaml", 16) in told
    assert ("list-length", "scenario.en.yaml", 6) in told
    assert ("colon-in-text", "scenario.en.yaml", 2) in told


def test_english_that_cannot_be_read_leaves_the_french(folder: Path) -> None:
    (folder / "cards/projects/banc.en.yaml").write_text("- title\n", "utf-8")
    assert ("wrong-type", "banc.en.yaml", 1) in found(folder)
    assert scenario(folder).projects[0].title.en is None


def test_what_cannot_be_had_leaves_nothing_to_play_and_the_rest_to_judge(folder: Path) -> None:
    edit(folder, "cards/projects/bal.yaml", "title: Le bal de juin", "title: 'Le bal")
    edit(folder, "scenario.yaml", "{health: 6, rights: 4}", "{health: 6, rights: 9}")
    loaded = load(folder)
    assert loaded.scenario is None
    assert loaded.rest is not None
    assert len(loaded.rest.projects) == 4
    assert {"yaml-syntax", "stakes-sum"} <= {d.code for d in status(folder)}


@pytest.mark.parametrize("card", ["projects/banc", "situations/panne", "debates/cle"])
def test_a_panel_of_the_briefing_that_a_card_refers_to_exists(folder: Path, card: str) -> None:
    file = folder / "cards" / f"{card}.yaml"
    file.write_text(file.read_text("utf-8") + "briefing: argent\n", "utf-8")
    assert not [one for one in status(folder) if one.code == "name-unknown"]
    edit(folder, f"cards/{card}.yaml", "briefing: argent", "briefing: argents")
    told = next(one for one in status(folder) if one.code == "name-unknown")
    assert (Path(told.file).name, "argent" in told.hint) == (file.name, True)


def test_advice_still_points_at_the_right_card_when_another_was_taken_out(folder: Path) -> None:
    edit(folder, "cards/projects/banc.yaml", "rung: coproduce", "rung: ensemble")
    edit(folder, "cards/projects/cle.yaml", "pictogram: key", "pictogram: clef")
    told = [(d.code, Path(d.file).name, d.line) for d in status(folder)]
    assert ("pictogram-unknown", "cle.yaml", 5) in told
    assert ("unknown-choice", "banc.yaml", 10) in told


def test_a_cast_that_is_no_list_leaves_little_to_judge(folder: Path) -> None:
    text = (folder / "scenario.yaml").read_text("utf-8")
    head, _, rest = text.partition("cast:\n")
    rest = rest[rest.index("projects:") :]
    (folder / "scenario.yaml").write_text(f"{head}cast: anna\n{rest}", "utf-8")
    assert ("wrong-type", "scenario.yaml", 14) in found(folder)
    assert load(folder).scenario is None


def test_places_are_kept_for_those_who_judge_later(folder: Path) -> None:
    loaded = load(folder)
    assert loaded.where("cast", 0, "stakes")[1:] == (17, 13)
    assert loaded.where_key("cast", 0, "stakes")[1:] == (17, 5)
    assert Path(loaded.where("projects", 1, "title").file).name == "bal.yaml"
    assert Loaded(None, ()).where("cast").line == 0


@pytest.mark.parametrize("slug", ["au-lendemain-de-la-crue", "le-rez-de-chaussee"])
def test_a_scenario_survives_being_kept_in_a_session(slug: str) -> None:
    import json

    read = load(slug).scenario
    assert read is not None
    assert from_data(json.loads(json.dumps(to_data(read)))) == read


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_mutation_of_a_real_file_raises(folder: Path, data: st.DataObject) -> None:
    files = sorted(path for path in folder.rglob("*.yaml"))
    file = data.draw(st.sampled_from(files))
    before = file.read_bytes()
    start = data.draw(st.integers(0, len(before)))
    length = data.draw(st.integers(0, 12))
    new = data.draw(
        st.sampled_from([b"", b": ", b"{", b"]", b"\n", b"- ", b"&a ", b"*a", b"\xe9", b"0", b"'", b"~"])
    )
    file.write_bytes(before[:start] + new + before[start + length :])
    try:
        assert [d for d in status(folder) if d.code == "internal"] == []
    finally:
        file.write_bytes(before)


def test_a_refusal_in_a_library_s_own_words_is_told_in_ours() -> None:
    """Another version may refuse for a reason that this program has no sentence for."""
    from engine.content.reader import faults
    from engine.content.reader.nodes import Scalar
    from engine.diagnostics import Mark

    class _Located:
        path, owner, on_key = ("title",), None, False

    node = Scalar(Mark("x.yaml", 3, 8), "zork", True)
    line = {"type": "zork_parsing", "loc": ("title",), "msg": "Input should be zork"}
    found = faults._fault(line, node, _Located(), node)  # type: ignore[arg-type]
    assert (found.code, found.line, found.message) == ("wrong-value", 3, "cette valeur ne convient pas ici")
    assert "zork" not in found.expected + found.hint
