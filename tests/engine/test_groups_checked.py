"""What is wrong with groups that live and sleep, told where it stands."""

from pathlib import Path

import pytest

from engine.balance.changes import every
from engine.balance.matrix import _DEVICES
from engine.check import status
from engine.check.groups import brings
from engine.content import library
from engine.diagnostics import Diagnostic
from engine.rules.board import build
from tests.engine import councils, examples
from tests.engine.small import scenario as small

GROUPS = """
groups:
  title: Les deux cours
  noun: cours
  points: 5
  counts: {bilal: 1}
  asleep: {of: all, in: landlords, by: -0.05}
  these:
    - {id: nord, title: La cour nord, at: dans la cour nord, life: 2, autonomy: 4, member: anna}
    - {id: sud, title: La cour sud, at: dans la cour sud, life: 2, autonomy: 4}
"""
CARDS = {
    "scenario.yaml": (("gate: true,", "gate: true, start: 40,"), ("{each: -1, commons: -2}", "{each: -1}")),
    "cards/projects/atelier.yaml": ((", commons: -1", ""),),
    "cards/projects/bal.yaml": (
        ("changes: {commons: 4}", "changes: {}\neffects: [{effect: group, group: nord, autonomy: 1}]"),
    ),
    "cards/projects/banc.yaml": (
        ("{commons: 5, health: -1}", "{health: -1}"),
        ("effects:\n", "effects:\n  - {effect: group, group: sud, autonomy: 1}\n"),
    ),
    "cards/projects/potager.yaml": ((", commons: 1", ""),),
}


def written(to: Path, groups: str = GROUPS, *changed: tuple[str, str, str]) -> Path:
    """The good scenario with two groups, its common good moved by them alone; then what is `changed`: file,
    old, new."""
    folder = examples.good(to)
    several = [(file, *pair) for file, pairs in CARDS.items() for pair in pairs]
    for file, old, new in (*several, *changed):
        path = folder / file
        text = path.read_text("utf-8")
        assert old in text, (file, old)
        path.write_text(text.replace(old, new, 1), "utf-8")
    with (folder / "scenario.yaml").open("a", encoding="utf-8") as file_:
        file_.write(groups.lstrip("\n"))
    return folder


def told(folder: Path) -> list[Diagnostic]:
    return [one for one in status(folder) if one.code not in ("count", "untranslated")]


def test_groups_that_alone_move_the_common_good_have_nothing_wrong(tmp_path: Path) -> None:
    assert told(written(tmp_path)) == []


def test_the_start_to_write_is_told(tmp_path: Path) -> None:
    (found,) = told(written(tmp_path, GROUPS.replace("points: 5", "points: 4")))
    assert (found.code, found.expected) == ("groups-start", "start: 32")


def test_groups_that_are_worth_more_than_a_gauge_are_told(tmp_path: Path) -> None:
    more = "    - {id: est, title: La cour est, at: dans la cour est, life: 1, autonomy: 4, member: bilal}\n"
    several = more + more.replace("est", "ouest").replace("bilal", "chloe")
    groups = GROUPS.replace("points: 5", "points: 6") + several + several.replace("est", "sud-est")
    (found,) = (one for one in told(written(tmp_path, groups)) if one.code == "groups-start")
    assert "144" in found.message


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("cards/projects/potager.yaml", "{health: 4}", "{health: 4, commons: 2}"),
        ("cards/projects/potager.yaml", "rung:", "during: {commons: 1}\nrung:"),
        (
            "cards/projects/potager.yaml",
            "rung:",
            "later: {in: 1, says: Plus tard., effects: [{effect: indicator, indicator: commons, by: 1}]}\n"
            "rung:",
        ),
        ("cards/situations/panne.yaml", "indicator: health", "indicator: commons"),
        ("scenario.yaml", "{each: -1}", "{each: -1, commons: -2}"),
    ],
)
def test_whatever_else_moves_the_common_good_is_refused(
    file: str, old: str, new: str, tmp_path: Path
) -> None:
    (found,) = told(written(tmp_path, GROUPS, (file, old, new)))
    assert (found.code, Path(found.file).name) == ("groups-gate", Path(file).name)
    assert "effect: group" in found.expected
    assert min(found.line, found.column) > 0


def test_what_speaks_of_groups_without_any_is_told_each_once(tmp_path: Path) -> None:
    folder = examples.good(tmp_path)
    scenario = folder / "scenario.yaml"
    text = scenario.read_text("utf-8").replace("{mutual_trust: 40}", "{awake: 2}")
    scenario.write_text(text, "utf-8")
    with (folder / "cards/projects/bal.yaml").open("a", encoding="utf-8") as file:
        file.write("effects: [{effect: group, group: nord, life: 1}]\n")
    assert sorted((one.code, Path(one.file).name) for one in told(folder)) == [
        ("groups-missing", "bal.yaml"), ("groups-missing", "scenario.yaml"),
    ]  # fmt: skip


@pytest.mark.parametrize("key", ["awake", "autonomous"])
def test_a_condition_on_more_groups_than_there_are_never_holds(key: str, tmp_path: Path) -> None:
    folder = written(tmp_path, GROUPS, ("scenario.yaml", "{mutual_trust: 40}", f"{{{key}: 3}}"))
    (found,) = told(folder)
    assert (found.code, found.expected) == ("condition-never", "2 au plus")


def test_a_condition_has_a_number_for_each_duration(tmp_path: Path) -> None:
    folder = written(tmp_path, GROUPS, ("scenario.yaml", "{mutual_trust: 40}", "{awake: {45: 2}}"))
    (found,) = told(folder)
    assert (found.code, found.expected) == ("duration-missing", "training")


def test_a_condition_that_an_earlier_ending_takes_is_told(tmp_path: Path) -> None:
    """Seven are awake wherever eight are."""
    both = (
        "scenario.yaml",
        "  - id: presque\n    at: end\n    when:\n      every:\n"
        "        - {indicator: commons, at_least: 38}\n        - {mutual_trust: 40}\n",
        "  - id: une\n    at: end\n    when: {awake: 1}\n    success: false\n    title: Une\n    text: Une.\n"
        "  - id: presque\n    at: end\n    when: {awake: 2}\n",
    )
    (found,) = told(written(tmp_path, GROUPS, both))
    assert found.code == "ending-unreachable"


def test_a_group_that_nobody_has_to_do_with_is_no_defect(tmp_path: Path) -> None:
    alone = ("cards/projects/banc.yaml", "group: sud", "group: nord")
    (found,) = told(written(tmp_path, GROUPS, alone))
    assert (found.code, found.severity) == ("group-idle", "advice")
    assert "sud" in found.message


def test_a_group_for_more_people_than_the_cast_has_is_never_there(tmp_path: Path) -> None:
    groups = GROUPS.replace("member: anna}", "member: anna, people: 6}")
    (found,) = told(written(tmp_path, groups))
    assert (found.code, found.severity, found.expected) == ("group-idle", "advice", "3 au plus")


def test_a_group_listed_twice_or_of_one_name_with_another_is_told(tmp_path: Path) -> None:
    (found,) = (
        one for one in told(written(tmp_path / "id", GROUPS.replace("id: sud", "id: nord")))
        if one.code == "listed-twice"
    )  # fmt: skip
    assert "nord" in found.message
    (found,) = told(written(tmp_path / "name", GROUPS.replace("La cour sud", "La cour nord")))
    assert found.code == "same-name"


@pytest.mark.parametrize(
    ("old", "new", "nearest"),
    [
        ("counts: {bilal: 1}", "counts: {bilall: 1}", "bilal"),
        ("member: anna", "member: ana", "anna"),
        ("of: all", "of: al", "all"),
    ],
)
def test_a_name_that_names_nothing_is_told_with_the_nearest(
    old: str, new: str, nearest: str, tmp_path: Path
) -> None:
    (found,) = told(written(tmp_path, GROUPS.replace(old, new)))
    assert (found.code, nearest in found.hint) == ("name-unknown", True)


def test_an_effect_names_a_group_those_awake_or_all(tmp_path: Path) -> None:
    wrong = ("cards/projects/bal.yaml", "group: nord", "group: nordd")
    (found,) = told(written(tmp_path, GROUPS, wrong))
    assert (found.code, found.expected) == ("name-unknown", "all, awake, nord, sud")


def test_trust_that_falls_is_somebodys(tmp_path: Path) -> None:
    (found,) = told(written(tmp_path, GROUPS.replace("in: landlords", "in: associations")))
    assert found.code == "family-empty"


@pytest.mark.parametrize(
    ("old", "new", "most"),
    [
        ("title: Les deux cours", "title: Les deux cours de la grande résidence", "32"),
        ("noun: cours", "noun: cours intérieures", "16"),
        ("title: La cour sud", "title: La cour du côté sud", "18"),
        ("at: dans la cour sud", "at: dans la cour du côté sud", "22"),
    ],
)
def test_what_is_named_fits_its_place(old: str, new: str, most: str, tmp_path: Path) -> None:
    (found,) = told(written(tmp_path, GROUPS.replace(old, new)))
    assert found.code == "too-long"
    assert found.expected.startswith(most)


@pytest.mark.parametrize("slug", library.slugs())
def test_what_a_project_brings_is_what_its_board_says(slug: str) -> None:
    scenario = library.load(slug).scenario
    assert scenario is not None
    board = build(scenario, scenario.durations[0])
    for p, card in enumerate(scenario.projects):
        assert brings(scenario, card) == board.change[p, board.gate] + board.stated[p], card.id


def test_balance_tries_what_they_count_and_how_each_begins_and_no_wear_besides() -> None:
    scenario = councils.scenario()
    fields = {change.field: change for change in every(scenario, "150")}
    assert {"groups.points", "groups.these.hall.life", "groups.these.lock.autonomy", "decay.each"} <= set(
        fields
    )
    assert not {"decay.commons", "indicators.common.start"} & set(fields), "groups alone move it"
    more = fields["groups.these.hall.autonomy"].to(scenario, 3)
    assert build(more, "150").start.tolist()[2] == 21
    assert "La Halle" in fields["groups.these.hall.life"].words(2)


def test_scenarios_with_groups_play_unlike_those_without() -> None:
    assert _DEVICES["groups"](councils.scenario())
    assert not _DEVICES["groups"](small())
