"""Works that hurt before they help, on paper: a plan of the ground, hoardings to fold, how to play them."""

import re
from typing import Any

import pytest

from engine import paper
from engine.content.model import Scenario, Sites, Text, Works
from engine.paper import press
from engine.telling import projects
from tests.engine.printed import flat, part, printed, wanted
from tests.shipped import shipped

SLUG = "place-en-chantier"


def sites_of(content: Scenario) -> Sites:
    assert content.sites is not None
    return content.sites


def works_of(content: Scenario) -> dict[str, Works]:
    return {card.id: card.works for card in content.projects if card.works is not None}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_plan_has_every_part_of_the_ground_and_what_several_hoardings_do(language: str) -> None:
    content = shipped(SLUG)
    asked, written = wanted(content, language=language), sites_of(content)
    text = printed(asked)
    [board] = part(asked, "sites")["boards"]
    assert board["grounds"] == [asked.reader.read(one.title) for one in written.grounds]
    assert all(flat(name) in text for name in board["grounds"])
    assert all(flat(line) in text for line in board["how"])
    assert [line for line in board["how"] if "−2" in line]


@pytest.mark.parametrize("easy", [False, True])
def test_works_have_a_slip_for_each_part_of_the_ground_that_they_take(easy: bool) -> None:
    content = shipped(SLUG)
    asked, titles = wanted(content, easy=easy), {one.id: one.title for one in sites_of(content).grounds}
    [board] = part(asked, "sites")["boards"]
    text = printed(asked)
    taken = [
        (projects.title(content, asked.reader, id_), asked.reader.read(titles[ground]), 1 + len(works.then))
        for id_, works in works_of(content).items()
        for ground in titles
        if ground in works.ground
    ]
    assert [(slip["title"], slip["part"], slip["phases"]) for slip in board["slips"]] == taken
    for slip in board["slips"]:
        for said in (slip["title"], slip["part"], slip["each"], slip["felt"]):
            assert flat(said) in text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_card_of_works_says_their_phases_what_a_round_costs_and_what_comes_of_them(language: str) -> None:
    content = shipped(SLUG)
    asked, works = wanted(content, "deck", language), works_of(content)
    text, grounds = printed(asked), [one.id for one in sites_of(content).grounds]
    for card in (c for c in part(asked, "deck")["cards"] if c["card"] == "project"):
        assert bool(card["site"]) == (card["id"] in works)
        if not card["site"]:
            continue
        mine = works[card["id"]]
        assert len(card["site"]["phases"]) == 1 + len(mine.then)
        assert card["site"]["phases"][0]["tokens"] == card["tokens"]
        for phase, cost in zip(card["site"]["phases"][1:], mine.then, strict=True):
            assert tuple(phase["tokens"].values()) == tuple(cost)
        small = dict(zip(grounds, (cell for row in card["site"]["plan"] for cell in row), strict=True))
        assert {ground for ground, what in small.items() if what} == set(mine.ground)
        down = {"fr": "Palissade tombée", "en": "Hoarding down"}[language]
        assert card["does"][0].startswith(down)
        assert all(flat(line) in text for line in (*card["site"]["lines"], card["does"][0]))


def test_what_a_card_costs_by_name_while_its_hoarding_stands_is_apart_from_what_it_costs_in_the_end() -> None:
    cards = {card["id"]: card for card in part(wanted(shipped(SLUG), "deck"), "deck")["cards"]}
    school = cards["le-parvis-de-l-ecole"]
    assert "Mireille y perd 1" in school["site"]["lines"]
    assert "Mireille y perd 5" in school["does"][0]


def test_the_card_of_what_softens_says_what_and_how_much() -> None:
    content = shipped(SLUG)
    cards = {card["id"]: card for card in part(wanted(content, "deck"), "deck")["cards"]}
    for project in content.projects:
        said = [line for line in cards[project.id].get("does", ()) if line.startswith("Adoucit")]
        assert len(said) == (1 if project.softens else 0)
        for other in project.softens.works if project.softens else ():
            assert projects.title(content, wanted(content).reader, other) in said[0]


def test_the_guide_and_each_table_have_a_plan() -> None:
    asked = wanted(shipped(SLUG), "kit", tables=2)
    assert [board["table"] for board in part(asked, "sites")["boards"]] == ["Table 1", "Table 2"]
    assert [line for line in part(asked, "guide")["before"] if "étiquettes des palissades" in line]
    assert paper.overflowing(asked) == []


WORDS = ("tranche", "palissade", "adoucit", "en plus de la première", "La gêne de ce tour")


def rules_of(content: Scenario) -> str:
    return re.sub(r"\\xa0|\\u202f|[\u00a0\u202f]", " ", str(part(wanted(content, "rules"), "rules")))


def without(content: Scenario) -> Scenario:
    """The same, where no project is built in phases."""
    plain = tuple(card.model_copy(update={"works": None, "softens": None}) for card in content.projects)
    return content.model_copy(update={"projects": plain, "sites": None, "clocks": ()})


def test_the_rules_tell_works_only_where_there_are_some() -> None:
    content = shipped(SLUG)
    rules = rules_of(content)
    assert [said for said in WORDS if said not in rules] == []
    for said in (
        "n’y compte que s’il ne lui en reste qu’une",
        "chacune en plus de la première ajoute Passage −2",
        "Un total sous 0 compte toujours ; au-dessus, seulement si « Passage » a monté",
    ):
        assert said in rules
    bare = without(content)
    assert [said for said in WORDS if said in rules_of(bare)] == []
    assert "sites" not in wanted(bare).parts
    assert part(wanted(bare, "rules"), "count")["rows"] == []


def test_the_rules_say_nothing_of_softening_or_of_several_where_there_is_nothing_to_say() -> None:
    content = shipped(SLUG)
    alone = sites_of(content).model_copy(update={"together": {}})
    hard = tuple(card.model_copy(update={"softens": None}) for card in content.projects)
    bare = content.model_copy(update={"sites": alone, "projects": hard})
    lines = next(
        one for one in part(wanted(bare, "rules"), "rules")["pages"][0] if "plan" in str(one["lines"])
    )
    assert not [line for line in lines["lines"] if "adoucit" in line or "ajoute" in line]
    [board] = part(wanted(bare), "sites")["boards"]
    assert len(board["how"]) == 1


def test_the_sheet_that_is_filled_in_has_the_hoardings_and_what_they_do() -> None:
    rows = part(wanted(shipped(SLUG), "rules"), "count")["rows"]
    assert [(row["title"], row["start"]) for row in rows] == [
        ("Palissades debout", "0"),
        ("Leur gêne, en tout", ""),
    ]


def test_whoever_leads_reads_what_a_round_of_each_hoarding_costs_each() -> None:
    content = shipped(SLUG)
    [section] = [
        one for one in part(wanted(content, "rules"), "keeper")["sections"] if "palissade" in one["title"]
    ]
    lines = section["lines"]
    north = next(line["says"] for line in lines if "La moitié nord" in line["about"])
    trade = next(one.stakes["trade"] for one in content.cast if one.character == "restauratrice")
    [works] = [card.works for card in content.projects if card.id == "la-moitie-nord"]
    assert works is not None
    costs = -(works.each["trade"] * trade / 10 + works.personal["restauratrice"])
    assert f"Corinne\u00a0−{costs:.1f}".replace(".", ",") in north
    softens = [line for line in lines if line["says"].startswith("adoucit")]
    assert len(softens) == sum(card.softens is not None for card in content.projects)


@pytest.mark.no_cover  # lines that other tests walk
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", ["A4", "A3"])
@pytest.mark.parametrize("many", [2, 3, 4, 5, 6])
def test_few_parts_of_the_ground_and_many_find_their_place(many: int, size: Any, large: bool) -> None:
    """Names as long as a designer may write, four phases, every gauge hurt, everybody by name."""
    content = shipped(SLUG)
    ids = [f"g{n}" for n in range(many)]
    written = {
        "title": "La place et ses abords, vus du ci",
        "grounds": [{"id": id_, "title": "La moitié nord-est"} for id_ in ids],
        "together": dict.fromkeys(content.indicators, -2),
    }
    works = Works.model_validate(
        {
            "ground": ids,
            "then": [{"time": 2, "means": 3, "backing": 2}] * 3,
            "each": dict.fromkeys(content.indicators, -12),
            "for": {member.character: -3 for member in content.cast},
        }
    )
    title = Text(fr="Le réaménagement des abords intercommunaux"[:42])
    plain = tuple(
        card.model_copy(update={"works": None, "softens": None}) if n else card
        for n, card in enumerate(content.projects)
    )
    first = content.projects[0].model_copy(
        update={"title": title, "works": works, "softens": None, "lifts": ()}
    )
    content = content.model_copy(update={
        "sites": Sites.model_validate(written), "projects": (first, *plain[1:]),
    })  # fmt: skip
    assert paper.overflowing(wanted(content, size=size, large=large)) == []
    told = paper.data(wanted(content, "deck", size=size, large=large))
    deck = next(one for one in told["parts"] if one["part"] == "deck")
    deck["cards"] = [card for card in deck["cards"] if card["id"] == first.id]
    assert len(deck["cards"]) == 1
    assert press.marked("main", told, "overflow") == []
