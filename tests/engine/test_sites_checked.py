"""What is wrong with works, told where it stands; what balance tries of them; debates about hoardings."""

from pathlib import Path

import pytest

from engine.balance.changes import every
from engine.balance.matrix import _DEVICES
from engine.check import status
from engine.check.sites import most_standing
from engine.content import library
from engine.diagnostics import Diagnostic
from engine.play.hoardings import stalled, went_up
from engine.rules.board import build
from engine.session.session import Session
from tests.engine import examples, square
from tests.engine.driving import go, to
from tests.engine.small import scenario as small
from tests.engine.test_sites_told import ALL_HELD, STALLED, UP, pay

SITES = """
sites:
  title: La cour vue d'en haut
  grounds:
    - {id: nord, title: La moitié nord}
    - {id: sud, title: La moitié sud}
  together: {commons: -1}
"""
CARDS = {
    "cards/projects/banc.yaml": (
        "rung: coproduce",
        "rung: coproduce\nworks:\n  ground: [nord]\n  then: [{means: 1}]\n  each: {commons: -2, health: -1}\n"
        "  for: {anna: -1}",
    ),
    "cards/projects/cle.yaml": (
        "rung: delegate",
        "rung: delegate\nworks:\n  ground: [sud]\n  then: [{time: 1}]\n  each: {commons: -1}",
    ),
    "cards/projects/potager.yaml": (
        "rung: concert",
        "rung: concert\nsoftens:\n  works: [banc]\n  each: {commons: 1}",
    ),
}


def written(to: Path, sites: str = SITES, *changed: tuple[str, str, str]) -> Path:
    """The good scenario with two works and what softens one; then what is `changed`: file, old, new."""
    folder = examples.good(to)
    for file, old, new in (*((file, *pair) for file, pair in CARDS.items()), *changed):
        path = folder / file
        text = path.read_text("utf-8")
        assert old in text, (file, old)
        path.write_text(text.replace(old, new, 1), "utf-8")
    with (folder / "scenario.yaml").open("a", encoding="utf-8") as file_:
        file_.write(sites.lstrip("\n"))
    return folder


def told(folder: Path) -> list[Diagnostic]:
    return [one for one in status(folder) if one.code not in ("count", "untranslated")]


def codes(folder: Path) -> list[tuple[str, str]]:
    return [(one.code, Path(one.file).name) for one in told(folder)]


BANC, CLE, POTAGER = "cards/projects/banc.yaml", "cards/projects/cle.yaml", "cards/projects/potager.yaml"


def test_works_that_hurt_and_can_be_finished_have_nothing_wrong(tmp_path: Path) -> None:
    assert told(written(tmp_path)) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "expected"),
    [
        (BANC, "[{means: 1}]", "[{means: 0}]", "phase-free", "un jeton au moins"),
        (CLE, "{commons: -1}", "{commons: -1}\nsoftens:\n  each: {commons: 1}", "works-soften", "pas les"),
        (BANC, "{commons: -2, health: -1}\n  for: {anna: -1}", "{commons: 0}", "works-harmless", "0"),
        (BANC, "[{means: 1}]", "[{backing: 9, means: 1}]", "cost-out-of-reach", "au plus"),
        (CLE, "[sud]", "[nord]", "ground-idle", "ground: [sud]"),
        (CLE, "[sud]", "[sudd]", "name-unknown", "nord, sud"),
        (CLE, "[sud]", "[sud, sud]", "listed-twice", ""),
        (POTAGER, "[banc]", "[banc, banc]", "listed-twice", ""),
        (POTAGER, "[banc]", "[bal]", "softens-nothing", "banc, cle"),
        (POTAGER, "[banc]\n  each: {commons: 1}", "[cle]\n  each: {commons: 1}", "softens-more", "moins"),
        (POTAGER, "{commons: 1}", "{comons: 1}", "name-unknown", "commons"),
        (BANC, "for: {anna: -1}", "for: {ana: -1}", "name-unknown", "anna"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_works_is_told_in_their_card(
    file: str, old: str, new: str, code: str, expected: str, tmp_path: Path
) -> None:
    (found,) = told(written(tmp_path, SITES, (file, old, new)))
    assert found.code == code
    assert expected in found.expected
    if code != "ground-idle":
        assert Path(found.file).name == Path(file).name
    assert found.line > 0


def test_no_hoarding_goes_up_for_nothing(tmp_path: Path) -> None:
    free = (
        (BANC, "cost: {time: 2, means: 2}", "cost: {time: 0}"),
        (BANC, "[{means: 1}]", "[{time: 1, means: 1}]"),
    )
    (found,) = told(written(tmp_path, SITES, *free))
    assert (found.code, found.expected) == ("phase-free", "un jeton au moins")


def test_one_that_only_hurts_somebody_by_name_is_not_softened_away(tmp_path: Path) -> None:
    only = (BANC, "{commons: -2, health: -1}", "{commons: -1}")
    assert told(written(tmp_path, SITES, only)) == []


def test_works_ask_for_two_kinds_of_token_in_all_their_phases(tmp_path: Path) -> None:
    mixed = (CLE, "cost: {means: 2, backing: 1}", "cost: {means: 2}")
    assert told(written(tmp_path / "mixed", SITES, mixed)) == []
    alone = (CLE, "[{time: 1}]", "[{means: 1}]")
    assert codes(written(tmp_path / "alone", SITES, mixed, alone)) == [("one-kind", "cle.yaml")]


def test_more_phases_than_there_are_rounds_are_a_defect_and_none_for_a_short_session_an_advice(
    tmp_path: Path,
) -> None:
    longer = [(file, old, f"[{old[1:-1]}, {old[1:-1]}]") for file, old in
              ((BANC, "[{means: 1}]"), (CLE, "[{time: 1}]"))]  # fmt: skip
    assert told(written(tmp_path / "one", SITES, longer[0])) == []
    (found,) = told(written(tmp_path / "both", SITES, *longer))
    assert (found.code, found.severity, "45" in found.message) == ("works-too-long", "advice", True)
    short = ("scenario.yaml", "durations: [45, training]", "durations: [45]")
    (found,) = told(written(tmp_path / "short", SITES, longer[0], short))
    assert (found.code, found.severity) == ("works-too-long", "error")


def test_works_without_ground_are_told_once(tmp_path: Path) -> None:
    assert codes(written(tmp_path, "")) == [("works-nowhere", "banc.yaml")]


def test_a_condition_on_more_hoardings_than_can_stand_never_holds(tmp_path: Path) -> None:
    asked = ("scenario.yaml", "{mutual_trust: 40}", "{hoardings: 3}")
    (found,) = told(written(tmp_path / "three", SITES, asked))
    assert (found.code, found.expected) == ("condition-never", "2 au plus")
    same = (CLE, "[sud]", "[nord, sud]")
    two = (*asked[:2], "{hoardings: 2}")
    (found,) = told(written(tmp_path / "same", SITES, same, two))
    assert (found.code, found.expected) == ("condition-never", "1 au plus")


def test_a_condition_has_a_number_for_each_duration(tmp_path: Path) -> None:
    (found,) = told(written(tmp_path, SITES, ("scenario.yaml", "{mutual_trust: 40}", "{hoardings: {45: 1}}")))
    assert (found.code, found.expected) == ("duration-missing", "training")


def test_as_many_stand_at_once_as_share_no_ground_and_have_a_place_on_the_table() -> None:
    assert most_standing(square.scenario()) == 2
    assert most_standing(square.scenario(parameters={"slots": 2})) == 2


@pytest.mark.parametrize(
    ("old", "new", "most"),
    [
        ("title: La cour vue d'en haut", "title: La cour vue d'en haut du plus grand toit", "32"),
        ("title: La moitié sud", "title: La moitié du côté sud", "18"),
    ],
)
def test_what_is_named_fits_its_place(old: str, new: str, most: str, tmp_path: Path) -> None:
    (found,) = told(written(tmp_path, SITES.replace(old, new)))
    assert found.code == "too-long"
    assert found.expected.startswith(most)


def test_ground_of_one_name_or_one_id_with_another_is_told(tmp_path: Path) -> None:
    assert "listed-twice" in dict(codes(written(tmp_path / "id", SITES.replace("id: sud", "id: nord"))))
    assert codes(written(tmp_path / "name", SITES.replace("moitié sud", "moitié nord"))) == [
        ("same-name", "scenario.yaml")
    ]


def test_a_name_of_a_gauge_that_names_nothing_is_told_where_hoardings_add_up(tmp_path: Path) -> None:
    (found,) = told(written(tmp_path, SITES.replace("{commons: -1}", "{comons: -1}")))
    assert (found.code, "commons" in found.hint) == ("name-unknown", True)


@pytest.mark.parametrize(("project", "expected"), [("bal", ["hoarding-never"]), ("banc", [])])
def test_a_debate_about_a_hoarding_is_of_works(project: str, expected: list[str], tmp_path: Path) -> None:
    debate = ("cards/debates/cle.yaml", "about: completed", "about: hoarding")
    folder = written(tmp_path, SITES, debate)
    text = (folder / debate[0]).read_text("utf-8").replace("project: cle", f"project: {project}")
    (folder / debate[0]).write_text(text, "utf-8")
    assert [code for code, _ in codes(folder)] == expected


@pytest.mark.parametrize("slug", library.slugs())
def test_shipped_works_have_nothing_wrong(slug: str) -> None:
    ours = ("works", "softens", "sites", "ground", "hoarding", "phase-")
    assert [one for one in status(slug) if one.code.startswith(ours)] == []


# ---- Balance --------------------------------------------------------------------------------------------


def test_balance_tries_what_hoardings_hurt_what_eases_them_and_what_phases_cost() -> None:
    scenario = square.scenario()
    changes = {(one.file, one.field): one for one in every(scenario, "150")}
    garden, bikes = "cards/projects/garden.yaml", "cards/projects/bikes.yaml"
    for file, field in (
        (garden, "works.each.common"), (garden, "works.for.bo"), (garden, "works.then[0].means"),
        (bikes, "softens.each.work"), ("scenario.yaml", "sites.together.common"),
    ):  # fmt: skip
        assert (file, field) in changes
    worse = changes[garden, "works.each.common"].to(scenario, -5)
    board = build(worse, "150")
    assert board.nuisance[0, board.gate] == -5
    dearer = changes[garden, "works.then[0].means"].to(scenario, 3)
    assert build(dearer, "150").phase_costs[0].tolist() == [0, 3, 0]
    said = changes[garden, "works.then[0].means"].words(3)
    assert " ".join(said.split()) == "La tranche 2 de « Chantier garden » coûte 3 moyens"
    by_name = changes[garden, "works.for.bo"].to(scenario, -2)
    assert build(by_name, "150").hurts[1, 0] == -2


def test_scenarios_with_works_play_unlike_those_without() -> None:
    for key in ("works", "softens"):
        assert _DEVICES[key](square.scenario())
        assert not _DEVICES[key](small())


# ---- Debates --------------------------------------------------------------------------------------------

DEBATES = [
    {"id": "up", "about": "hoarding", "question": "{project} ?", "statement": "C'est juste."},
    {"id": "waits", "about": "stalled", "question": "On attend ?", "statement": "C'est juste."},
]


def _debating(*rounds: tuple[str, ...], **narrowed: str) -> Session:
    """Who debates what, once these rounds went by: the acts of the last, each with the cards that fit it."""
    plain = square.scenario().model_dump(by_alias=True, exclude_unset=True)["debates"]
    cards = [{**card, **({"project": narrowed[card["id"]]} if card["id"] in narrowed else {})}
             for card in DEBATES]  # fmt: skip
    whole = square.to("negotiation", ALL_HELD, debates=[*cards, *plain])
    for projects in rounds:
        pay(whole, *projects)
    return go(whole, "debate", "vote", whole.game.playing.number)


def _fit(whole: Session, about: str) -> set[str]:
    """The projects of the acts that a card may be asked of."""
    return {act.project for act in whole.game.playing.acts if about in (act.card, *act.others)}


def test_a_debate_about_a_hoarding_comes_with_an_act_of_works_that_go_up_and_no_other() -> None:
    whole = _debating(UP)
    assert went_up(whole.game, whole.game.names.project("clinic"))
    assert _fit(whole, "up") == {"clinic"}
    assert _fit(whole, "waits") == set()
    assert _fit(_debating(UP, ("clinic",)), "up") == set(), "it went up before"
    assert _fit(_debating(UP, up="garden"), "up") == set()


def test_a_debate_about_works_that_do_not_move_on_comes_with_any_act() -> None:
    whole = _debating(UP, STALLED)
    assert stalled(whole.game) == (whole.game.names.project("clinic"),)
    assert _fit(whole, "waits") == {""}, "nobody gave anything"
    assert _fit(_debating(UP, STALLED, waits="clinic"), "waits") == {""}
    assert _fit(_debating(UP, STALLED, waits="garden"), "waits") == set()
    assert _fit(_debating(UP, ("clinic",)), "waits") == set()


def test_nothing_is_said_of_hoardings_where_there_are_none() -> None:
    game = to("reveal").game
    assert stalled(game) == ()
    assert not went_up(game, 0)
