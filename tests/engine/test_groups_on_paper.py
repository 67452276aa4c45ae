"""Groups that live and sleep, on paper: their board, slips for going to help them, how they are played."""

from typing import Any

import pytest

from engine import numbers, paper
from engine.content.model import Condition, Groups, Scenario, Text
from engine.telling import conditions, projects
from engine.telling.reader import Reader
from tests.engine.printed import flat, part, printed, wanted
from tests.shipped import shipped

SLUG = "de-quatre-a-neuf"


def groups_of(content: Scenario) -> Groups:
    assert content.groups is not None
    return content.groups


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_board_has_the_table_of_every_group_and_where_its_pawns_start(language: str) -> None:
    content = shipped(SLUG)
    asked, written = wanted(content, language=language), groups_of(content).these
    text = printed(asked)
    [board] = part(asked, "groups")["boards"]
    for at, (group, told) in enumerate(zip(written, board["groups"], strict=True), 1):
        assert told["number"] == at
        assert flat(asked.reader.read(group.title)) in text
        assert (told["life"], told["autonomy"]) == (group.life, group.autonomy)
        assert bool(told["few"]) == (group.people > 0)
        assert flat(told["member"]) in text
        if group.member:
            assert content.characters[group.member].name in told["member"]
    [awake, together] = part(wanted(content, "rules"), "count")["rows"]
    assert (awake["start"], together["start"]) == ("4", "8")
    assert awake["title"] == "Conseils éveillés, sur 9"


@pytest.mark.parametrize("easy", [False, True])
def test_each_group_has_a_slip_that_says_what_help_does_and_who_asks(easy: bool) -> None:
    content = shipped(SLUG)
    asked = wanted(content, easy=easy)
    [board] = part(asked, "groups")["boards"]
    text = printed(asked)
    for group, slip in zip(groups_of(content).these, board["slips"], strict=True):
        assert slip["title"] == projects.title(content, asked.reader, group.helping)
        assert flat(slip["title"]) in text
        assert flat(slip["comes"]) in text
        assert bool(slip["asks"]) == bool(group.member) == (not slip["nobody"])
        if group.member:
            assert content.characters[group.member].short in slip["asks"]


def test_a_card_says_what_its_project_does_to_groups_and_shows_their_tables_in_small() -> None:
    content = shipped(SLUG)
    asked = wanted(content, "deck")
    text, there = printed(asked), [group.id for group in groups_of(content).these]
    for card in (c for c in part(asked, "deck")["cards"] if c["card"] == "project"):
        project = next(p for p in content.projects if p.id == card["id"])
        moved = [getattr(one, "group", "") for one in project.effects if one.effect == "group"]
        assert bool(card["groups"]) == bool(moved)
        assert not [line for line in card["does"] if line in card["groups"].get("lines", ())]
        if moved:
            assert all(flat(line) in text for line in card["groups"]["lines"])
            small = dict(zip(there, (cell for row in card["groups"]["board"] for cell in row), strict=True))
            assert {group for group, what in small.items() if what == "one"} == set(moved) - {"awake"}
            assert ("awake" in small.values()) == ("awake" in moved)


def test_the_guide_and_each_table_have_the_groups() -> None:
    asked = wanted(shipped(SLUG), "kit", tables=2)
    assert [board["table"] for board in part(asked, "groups")["boards"]] == ["Table 1", "Table 2"]
    assert [line for line in part(asked, "guide")["before"] if "deux pions par table" in line]
    assert paper.overflowing(asked) == []


def rules_of(content: Scenario) -> str:
    return str(part(wanted(content, "rules"), "rules")).replace("\\xa0", " ").replace("\u00a0", " ")


def test_the_rules_tell_groups_only_where_there_are_some() -> None:
    content, words = shipped(SLUG), ("aller aider", "s’est endormi", "groupes éveillés", "d’autonomie")
    rules = rules_of(content)
    assert [said for said in words if said not in rules] == []
    for said in (
        "partant de la table 4 au tour 1",
        "donner tout de suite 2 d’autonomie ou plus aux groupes éveillés",
        "À moins de 6 personnages en jeu, ôtez La Sablière, Le Haut-Pré et Les Écluses",
        "Manon, Olivier et Paula : +1 pour chaque groupe éveillé de plus",
        "−5 de confiance sur la ligne de Catherine et Olivier",
    ):
        assert said in rules
    several = tuple(
        card.model_copy(update={"effects": tuple(e for e in card.effects if e.effect != "group")})
        for card in content.projects
    )
    without = content.model_copy(update={"groups": None, "projects": several})
    assert [said for said in words if said in rules_of(without)] == []
    assert "groups" not in wanted(without).parts
    assert part(wanted(without, "rules"), "count")["rows"] == []


def test_the_rules_say_only_what_a_scenarios_groups_do() -> None:
    content = shipped(SLUG)
    alike = tuple(group.model_copy(update={"people": 0}) for group in groups_of(content).these)
    bare = groups_of(content).model_copy(update={"counts": {}, "asleep": None, "these": alike})
    rules = rules_of(content.model_copy(update={"groups": bare}))
    assert [said for said in ("À moins de", "de plus qu’avant la", "de confiance sur") if said in rules] == []
    sides = groups_of(content).asleep
    assert sides is not None
    some = groups_of(content).model_copy(
        update={"asleep": sides.model_copy(update={"of": "inhabitants", "toward": "deleguee-du-prefet"})}
    )
    assert "−2,5 de confiance sur la ligne de Catherine." in rules_of(
        content.model_copy(update={"groups": some})
    )


@pytest.mark.no_cover  # lines that other tests walk
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", ["A4", "A3"])
@pytest.mark.parametrize("many", [2, 4, 5, 9])
def test_few_groups_and_many_find_their_place(many: int, size: Any, large: bool) -> None:
    """Names as long as a designer may write, members too."""
    content = shipped(SLUG)
    first = content.cast[0].character
    card = content.characters[first].model_copy(
        update={"name": "Marie-Antoinette Vasseurs", "short": "Marie-Antoinet"}
    )
    these = [
        {
            "id": f"g{n}", "title": "Les Quatre-Vents-s", "at": "aux Quatre-Vents-d’en-",
            "life": n % 5, "autonomy": 4 - n % 5, "member": first, "people": 12,
        }
        for n in range(many)
    ]  # fmt: skip
    title = Text(fr="L’ensemble des conseils citoyens")
    written = groups_of(content).model_dump(by_alias=True) | {"these": these, "title": title}
    content = content.model_copy(
        update={"groups": Groups.model_validate(written), "characters": {**content.characters, first: card}}
    )
    asked = wanted(content, size=size, large=large)
    assert paper.overflowing(asked) == []
    assert len(paper.pictures(asked)) == 3  # the board of the game, that of the groups, their slips


def test_the_words_of_help_are_the_numbers_of_the_game() -> None:
    [board] = part(wanted(shipped(SLUG)), "groups")["boards"]
    assert board["slips"][0]["comes"] == f"Vie +{numbers.HELP_LIFE}, autonomie −{numbers.HELP_AUTONOMY}"


def test_what_groups_must_be_is_said_where_nothing_counts_for_the_table() -> None:
    content, reader = shipped(SLUG), Reader()
    said = [
        conditions.words(content, reader, Condition.model_validate(one), "150")
        for one in ({"awake": {"150": 7}}, {"awake": 1}, {"autonomous": 2}, {"autonomous": 1})
    ]
    assert said == [
        "7 groupes au moins sont éveillés", "1 groupe au moins est éveillé",
        "2 groupes éveillés au moins ont 3 d’autonomie ou plus",
        "1 groupe éveillé au moins a 3 d’autonomie ou plus",
    ]  # fmt: skip


def test_the_common_good_begins_at_what_those_awake_do_whatever_its_gauge_says() -> None:
    content = shipped(SLUG)
    gate = content.indicators[content.gate].model_copy(update={"start": 40})
    content = content.model_copy(update={"indicators": {**content.indicators, content.gate: gate}})
    starts = [
        next(gauge["start"] for gauge in part(wanted(content, kind), name)["gauges"] if gauge["gate"])
        for kind, name in (("board", "board"), ("rules", "count"))
    ]
    assert starts == [24, 24]
    rose = Condition.model_validate({"indicator": content.gate, "rose_by": 6})
    assert "30 ou plus" in conditions.words(content, Reader(), rose, "150")
