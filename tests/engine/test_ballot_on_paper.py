"""A vote on paper: ways of counting, publics, ballots, the sheets it is counted on, how to play it."""

import re
from typing import Any

import pytest

from engine import paper
from engine.content.model import COUNTED_BY, Ballot, Scenario, Text, Tokens, Voted
from engine.fixed import to_float
from engine.paper import press, voting
from engine.rules.board import build
from engine.telling import ballot as telling
from engine.telling import people
from tests.engine.printed import flat, part, printed, wanted
from tests.shipped import shipped

PHASES = (
    "situation", "choose", "negotiation", "hearing", "forecast", "choice", "ballot", "reveal", "debate",
)  # fmt: skip
PUBLICS = ("parents", "commerces", "jeunes", "nuit", "quai", "haut")
GOES = {
    "fetch": "Attendre la sortie de 5 h", "short": "pour ceux de 5 h",
    "text": "À 5 h, au dépôt. Personne ne paie ces heures-là.",
}  # fmt: skip


def room(publics: int = 3, ideas: int = 6, **fields: Any) -> Scenario:
    """A shipped scenario with a vote: its first projects are ideas, the second public may be fetched."""
    plain = shipped("au-lendemain-de-la-crue")
    several = [
        {"id": id_, "title": id_.capitalize(), "voices": 10 * (k + 1)}
        | ({"others": 14, "fetched": 6, "brings": 2, **GOES} if k == 1 else {})
        for k, id_ in enumerate(PUBLICS[:publics])
    ]
    who = [member.character for member in plain.cast]
    voted = Voted.model_validate({"changes": {"health": 4, "economy": -2}, "for": {who[0]: -3}})
    opinions = {"parents": "very-good", "commerces": "reject"}
    cards = tuple(
        card.model_copy(
            update={"price": 10 + 5 * k, "opinions": opinions, "voted": voted} if k < ideas else {}
        )
        for k, card in enumerate(plain.projects)
    )
    written = {"title": "Le budget de la rive", "money": 100, "people": 4, "publics": several} | fields
    return plain.model_copy(
        update={"ballot": Ballot.model_validate(written), "projects": cards, "phases": PHASES}
    )


def spaced(said: object) -> str:
    """A text with plain spaces."""
    return re.sub(r"\\xa0|\\u202f|[\u00a0\u202f]", " ", str(said))


def board_of(content: Scenario, **more: Any) -> Any:
    [board] = part(wanted(content, **more), "ballot")["boards"]
    return board


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_way_of_counting_has_a_page_with_its_steps_and_a_small_vote(language: str) -> None:
    asked = wanted(room(), language=language)
    text = printed(asked)
    methods = board_of(room(), language=language)["methods"]
    assert [one["id"] for one in methods] == list(COUNTED_BY)
    for one in methods:
        for said in (one["title"], one["told"], *one["steps"], *one["lines"]):
            assert flat(said) in text
        assert sum(block["price"] for block in one["blocks"]) <= one["money"]


def test_only_the_ways_of_counting_that_are_offered_are_printed() -> None:
    content = room(methods=["approval", "majority-judgement"])
    assert [one["id"] for one in board_of(content)["methods"]] == ["approval", "majority-judgement"]
    assert part(wanted(content), "ballot")["purses"] is None
    assert part(wanted(room()), "ballot")["purses"] is not None


def test_the_table_of_publics_has_their_voices_and_a_circle_for_each_time_that_more_come() -> None:
    parents, shops, _ = board_of(room())["publics"]
    assert (parents["voices"], parents["steps"]) == (10, [])
    assert (shops["voices"], shops["steps"]) == (20, ["+6", "+6", "+2"])
    assert "+2" in shops["brings"]
    many = room()
    assert many.ballot is not None
    publics = [one.model_copy(update={"others": 60, "fetched": 1}) for one in many.ballot.publics]
    asked = many.model_copy(update={"ballot": many.ballot.model_copy(update={"publics": tuple(publics)})})
    rounds = wanted(asked).schedule.rounds
    assert [len(one["steps"]) for one in board_of(asked)["publics"]] == [rounds] * 3


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_character_has_a_ballot_with_every_idea_and_every_grade(language: str) -> None:
    content = room()
    asked, told = wanted(content, language=language), part(wanted(content, language=language), "ballot")
    text = printed(asked)
    [board] = told["boards"]
    names = [people.name(content, member.character) for member in content.cast]
    assert [one["name"] for one in board["papers"]] == names
    assert len(told["grades"]) == len(told["signs"]) == 5
    for said in (*names, *told["grades"], told["paper"]["secret"]):
        assert flat(said) in text
    for idea in told["ideas"]:
        assert text.count(flat(idea["title"] + idea["money"])) >= len(names)


def test_the_sheet_of_votes_has_what_each_public_thinks_and_room_for_each_ballot() -> None:
    content = room()
    told = part(wanted(content), "ballot")
    assert [idea["signs"] for idea in told["ideas"]] == [["++", "×", "="]] * 6
    assert told["boards"][0]["voters"] == [people.short(content, m.character) for m in content.cast]
    assert told["people"] == 4


def test_the_ruler_is_as_long_as_the_money_and_strips_as_what_they_cost() -> None:
    told = part(wanted(room(money=60)), "ballot")
    assert [mark["says"] for mark in told["ruler"]["marks"]][::5] == ["0", "30", "60"]
    assert [idea["price"] for idea in told["ideas"]] == [10, 15, 20, 25, 30, 35]
    odd = part(wanted(room(money=37)), "ballot")["ruler"]["marks"]  # marks stand where they say
    assert all(abs(mark["at"] * 37 - int(mark["says"])) < 0.001 for mark in odd)


def test_the_card_of_an_idea_says_its_price_who_thinks_what_and_both_things_it_does() -> None:
    content = room()
    cards = {card["id"]: card for card in part(wanted(content, "deck"), "deck")["cards"]}
    first = cards[content.projects[0].id]
    assert spaced(first["idea"]["price"]) == "10 000 €"
    assert [spaced(one["says"]) for one in first["idea"]["opinions"]] == [
        "très bien : Parents", "à rejeter : Commerces",
    ]  # fmt: skip
    does = [spaced(line) for line in first["does"]]
    assert does[0].startswith("Recevable : ")
    [funded] = [line for line in does if line.startswith("Financée : ")]
    name = people.short(content, content.cast[0].character)
    assert "+4" in funded
    assert f"{name} y perd 3" in funded
    other = cards[content.projects[6].id]
    assert other["idea"] == {}
    assert not [line for line in other["does"] if "Recevable" in line or "Financée" in line]


def test_each_public_that_may_be_fetched_has_a_card() -> None:
    content = room()
    cards = [card for card in part(wanted(content, "deck"), "deck")["cards"] if card["card"] == "fetching"]
    assert [(card["id"], spaced(card["title"])) for card in cards] == [
        ("fetching-commerces", "Attendre la sortie de 5 h")
    ]
    gate = content.indicators[content.gate].title.fr
    assert spaced(cards[0]["does"]) == f"+6 voix · {gate} +2"
    assert cards[0]["tokens"] == {"time": 1, "means": 0, "backing": 0}


WORDS = ("Financée", "recevable", "façon", "bulletin", "Aller chercher un public")


def test_the_rules_tell_the_vote_in_its_place_and_only_where_there_is_one() -> None:
    rules = spaced(part(wanted(room(), "rules"), "rules"))
    assert [said for said in WORDS if said not in rules] == []
    steps = next(one for one in part(wanted(room(), "rules"), "rules")["pages"][0] if one.get("numbered"))
    titles = [line["title"] for line in steps["lines"]]
    assert titles.index("Vote") == titles.index("Choix secrets") + 1
    assert "Sauf au dernier tour" in spaced(steps["lines"][titles.index("Pronostic")]["says"])
    bare = shipped("au-lendemain-de-la-crue")
    there = spaced(part(wanted(bare, "rules"), "rules"))
    assert [said for said in WORDS if said in there] == []
    assert "ballot" not in wanted(bare).parts


def test_the_rules_say_nothing_of_fetching_where_nobody_more_would_come() -> None:
    content = room(publics=2)
    assert content.ballot is not None
    publics = tuple(one.model_copy(update={"others": 0}) for one in content.ballot.publics)
    content = content.model_copy(update={"ballot": content.ballot.model_copy(update={"publics": publics})})
    assert "ller chercher" not in spaced(part(wanted(content, "rules"), "rules"))
    assert "chercher" not in " ".join(board_of(content)["how"])


def test_the_count_sheet_has_ideas_and_voices() -> None:
    rows = part(wanted(room(), "rules"), "count")["rows"]
    assert [(spaced(row["title"]), row["start"]) for row in rows] == [
        ("Idées recevables, en tout", "0"), ("Voix des publics, en tout", "60"),
    ]  # fmt: skip


def test_whoever_leads_reads_how_to_lead_the_vote_and_what_each_idea_brings_each() -> None:
    content = room()
    booklet = part(wanted(content, "rules"), "keeper")["sections"]
    sections = {spaced(one["title"]): one["lines"] for one in booklet}
    assert len(sections["Le vote : comment le mener"]) == 3
    lines = sections["Ce que chaque idée financée fait à chacun, si le bien commun monte"]
    assert [line["about"] for line in lines] == [
        wanted(content).reader.read(card.title) for card in voting.ideas(wanted(content))
    ]
    board = build(content, "150", dict.fromkeys((m.character for m in content.cast), "held"))
    for member, felt in zip(content.cast, board.felt_voted[:, 0].tolist(), strict=True):
        points = round(to_float(felt), 1)
        said = f"{people.short(content, member.character)} {points:+g}".replace(".", ",").replace("-", "−")
        assert (said in spaced(lines[0]["says"])) == (points != 0), said


def test_the_guide_and_each_table_of_players_have_the_vote() -> None:
    asked = wanted(room(), "kit", tables=2)
    assert [board["table"] for board in part(asked, "ballot")["boards"]] == ["Table 1", "Table 2"]
    assert [line for line in part(asked, "guide")["before"] if "Le budget de la rive" in line]
    assert paper.overflowing(asked) == []


def test_signs_stand_for_grades_and_the_first_two_are_votes() -> None:
    assert len(set(voting.SIGNS)) == 5
    with wanted(room()).reader.speaking():
        assert spaced(voting.legend()).startswith("++ très bien · + bien · = passable")
        assert telling.grade(1) == "bien"


@pytest.mark.no_cover  # lines that other tests walk
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", ["A4", "A3"])
@pytest.mark.parametrize(("publics", "ideas", "money"), [(2, 3, 20), (6, 24, 100), (6, 12, 500)])
def test_few_publics_and_many_find_their_place(
    publics: int, ideas: int, money: int, size: Any, large: bool
) -> None:
    """Names as long as a designer may write, ideas as dear as all the money, or nearly for nothing."""
    content = room(publics, ideas)
    assert content.ballot is not None
    long = Text(fr="Le réaménagement des abords intercommunaux"[:42])
    people_ = tuple(
        one.model_copy(update={"title": Text(fr="Ceux des Lavandières"[:20]), "others": 30, "fetch": long})
        for one in content.ballot.publics
    )
    prices = [max(1, money // 25), money // 4, money, money // 10]
    projects = tuple(
        card.model_copy(update={"title": long, "price": prices[k % 4]} if card.price else {})
        for k, card in enumerate(content.projects)
    )
    written = content.ballot.model_copy(
        update={"publics": people_, "money": money, "title": Text(fr="Le budget de tout le monde, ici"[:32])}
    )
    content = content.model_copy(update={"ballot": written, "projects": projects})
    assert paper.overflowing(wanted(content, size=size, large=large)) == []
    told = paper.data(wanted(content, "deck", size=size, large=large))
    told["parts"] = [one for one in told["parts"] if one["part"] in ("deck", "rules")]
    cards = [card for card in told["parts"][0]["cards"] if card.get("idea") or card["card"] == "fetching"]
    told["parts"][0]["cards"] = cards
    assert press.marked("main", told, "overflow") == []


def begun(**fields: Any) -> Scenario:
    """The vote of a room whose last two ideas others have submitted."""
    content = room(**fields)
    assert content.ballot is not None
    there = tuple(card.id for card in content.projects[4:6])
    cards = tuple(
        card.model_copy(update={"cost": Tokens(), "changes": {}}) if card.id in there else card
        for card in content.projects
    )
    return content.model_copy(
        update={"ballot": content.ballot.model_copy(update={"submitted": there}), "projects": cards}
    )


def test_what_others_have_submitted_is_an_idea_without_a_cost_and_of_no_deck() -> None:
    content = begun()
    told = part(wanted(content, "deck"), "deck")
    cards = {card["id"]: card for card in told["cards"] if card["card"] in ("project", "submitted")}
    theirs = [id_ for id_, card in cards.items() if card["card"] == "submitted"]
    assert theirs == list(content.submitted)
    assert spaced(told["backs"]["submitted"]) == "Déjà au catalogue"
    for id_ in theirs:
        assert sum(cards[id_]["tokens"].values()) == 0
        assert spaced(cards[id_]["needs"]) == "Déjà au catalogue"
        assert [spaced(line)[:10] for line in cards[id_]["does"] if line] == ["Financée :"]
        assert cards[id_]["idea"]["opinions"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_others_have_submitted_stands_beside_the_publics_and_is_ticked_where_votes_are_counted(
    language: str,
) -> None:
    content = begun()
    asked = wanted(content, language=language)
    told, text = part(asked, "ballot"), printed(asked)
    assert [idea["submitted"] for idea in told["ideas"]] == [False] * 4 + [True] * 2
    titles = [asked.reader.read(card.title) for card in content.projects[4:6]]
    assert [title for title in titles if title not in told["already"]] == []
    assert flat(told["already"]) in text
    assert flat(told["count"]["already"]) in text
    bare = part(wanted(room(), language=language), "ballot")
    assert (bare["already"], bare["count"]["already"]) == ("", "")


def test_the_rules_say_what_others_have_submitted_only_where_they_have() -> None:
    pages = part(wanted(begun(), "rules"), "rules")
    assert spaced(pages).count("Déjà au catalogue") == 2  # to set up, and to vote
    assert part(wanted(begun(), "rules"), "count")["rows"][0]["start"] == "2"
    assert "Déjà au catalogue" not in spaced(part(wanted(room(), "rules"), "rules"))
