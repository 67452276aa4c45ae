"""An agenda on paper: a card before whoever chairs, marks to lay on what waits, how to play it by hand."""

import re
from typing import Any

import pytest

from engine import paper
from engine.content.model import Agenda, Scenario, Text
from tests.engine.chairs import PHASES
from tests.engine.printed import flat, part, printed, wanted
from tests.shipped import shipped


def room(slots: int = 5, treats: int = 3, title: str = "L’ordre du jour", **fields: Any) -> Scenario:
    """A shipped scenario with more on the table than a round has time for."""
    plain = shipped("au-lendemain-de-la-crue")
    parameters = plain.parameters.model_copy(update={"slots": slots})
    agenda = Agenda(title=Text(fr=title), treats=treats)
    return plain.model_copy(update={"agenda": agenda, "phases": PHASES, "parameters": parameters, **fields})


def spaced(said: object) -> str:
    """A text with plain spaces."""
    return re.sub(r"\\xa0|\\u202f|[\u00a0\u202f]", " ", str(said))


def steps(content: Scenario) -> dict[str, str]:
    """What is done by hand in each phase of a round."""
    page = part(wanted(content, "rules"), "rules")["pages"][0]
    lines = next(one for one in page if one.get("numbered"))["lines"]
    return {spaced(line["title"]): spaced(line["says"]) for line in lines}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_card_stands_before_whoever_chairs_and_tells_them_what_to_do(language: str) -> None:
    asked = wanted(room(), language=language)
    told, text = part(asked, "agenda"), printed(asked)
    [board] = told["boards"]
    for said in (told["chair"], told["you"], told["fold"], board["title"], board["told"], *board["how"]):
        assert flat(said) in text
    assert tuple(re.findall(r"\d", board["told"])) == ("5", "3")


@pytest.mark.parametrize(("slots", "treats", "marks"), [(5, 3, 2), (5, 4, 1), (6, 1, 5), (3, 3, 0)])
def test_there_are_as_many_marks_as_can_be_put_off_in_a_round(slots: int, treats: int, marks: int) -> None:
    asked = wanted(room(slots, treats))
    [board] = part(asked, "agenda")["boards"]
    assert board["marks"] == marks
    assert printed(asked).count(flat("Il vieillit quand même.")) == marks


def test_each_table_of_players_has_its_own_and_the_guide_says_to_cut_them_out() -> None:
    asked = wanted(room(), "kit", tables=2)
    assert [board["table"] for board in part(asked, "agenda")["boards"]] == ["Table 1", "Table 2"]
    [line] = [line for line in part(asked, "guide")["before"] if "L’ordre du jour" in line]
    assert "Présidence" in line
    assert "Reporté" in line
    assert paper.overflowing(asked) == []


def test_the_rules_tell_before_the_negotiation_how_one_volunteers_draws_and_puts_off() -> None:
    told = steps(room())
    titles = list(told)
    assert titles.index("Qui préside ?") == titles.index("Négociation") - 1
    for said in ("Plus de 3 chantiers ouverts", "carte de personnage", "en tire une", "celles de tous",
                 "chevalet « Présidence »", "une marque « Reporté »"):  # fmt: skip
        assert said in told["Qui préside ?"]


def test_the_rules_say_that_what_is_put_off_is_given_nothing_and_ages() -> None:
    content = room()
    sections = {spaced(one["title"]): spaced(one["lines"]) for one in part(wanted(content, "rules"),
                "rules")["pages"][0]}  # fmt: skip
    rules = sections["L’ordre du jour"]
    assert "ne reçoit ni promesse ni jeton" in rules
    assert f"après {content.parameters.open_rounds} tours ouvert, il est abandonné" in rules
    assert "carte blanche, ne se reporte pas" in rules
    told = steps(content)
    assert "Rien à ce qui est reporté." in told["Choix secrets"]
    assert "Ôtez les marques." in told["Révélation"]


def test_a_sheet_of_choice_has_lines_for_what_is_treated_only() -> None:
    lines = [part(wanted(room(slots, 3), "kit"), "choices")["lines"] for slots in (3, 4, 5)]
    assert lines == [4, 4, 4]  # and one for the carte blanche
    bare = shipped("au-lendemain-de-la-crue")
    assert part(wanted(bare, "kit"), "choices")["lines"] == bare.parameters.slots + 1


def test_whoever_leads_writes_down_who_chaired_and_what_was_put_off() -> None:
    rows = part(wanted(room(), "rules"), "count")["rows"]
    assert [(spaced(row["title"]), row["start"]) for row in rows] == [("Qui préside", ""), ("Reporté", "")]


def test_whoever_leads_reads_how_to_find_a_chair_and_to_let_it_decide() -> None:
    sections = {one["title"]: one["lines"] for one in part(wanted(room(), "rules"), "keeper")["sections"]}
    lines = sections[next(title for title in sections if "présidence" in title)]
    about = {spaced(line["about"]): spaced(line["says"]) for line in lines}
    assert list(about) == ["Chercher qui préside", "Laisser décider", "Au bilan"]
    assert "Ne poussez personne" in about["Chercher qui préside"]


def test_nothing_is_said_of_a_chair_where_there_is_no_agenda() -> None:
    bare = shipped("au-lendemain-de-la-crue")
    assert "agenda" not in wanted(bare).parts
    assert "agenda" not in wanted(bare, "all").parts
    for name in ("rules", "count", "keeper"):
        said = spaced(part(wanted(bare, "rules"), name))
        assert [word for word in ("préside", "Reporté", "reporté") if word in said] == []


@pytest.mark.no_cover  # lines that other tests walk
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", ["A4", "A3"])
def test_a_long_name_and_many_marks_find_their_place(size: Any, large: bool, language: str) -> None:
    """A name as long as a designer may write, all that can be put off but one."""
    content = room(6, 1, title="Les sujets de la réunion de tous"[:32])
    assert paper.overflowing(wanted(content, size=size, large=large, language=language)) == []
    assert paper.overflowing(wanted(content, "rules", size=size, large=large, language=language)) == []
