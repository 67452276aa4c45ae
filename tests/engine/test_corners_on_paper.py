"""A room in corners on paper: cards to stand there, bridges and seals, strips to write, how to play them."""

import re
from typing import Any

import numpy as np
import pytest

from engine import paper
from engine.content.model import Corners, Scenario, Text
from engine.fixed import ONE, to_float
from engine.paper import press
from engine.rules import state as states
from engine.rules.board import build, names
from engine.rules.corners import DISOWNED, RECOGNISED, TO, VERDICT, WAY, WORD_FOR_WORD, learn_from_strips
from engine.rules.record import blank
from engine.telling import people
from tests.engine.printed import flat, part, printed, wanted
from tests.shipped import shipped

PHASES = ("situation", "choose", "negotiation", "hearing", "strips", "choice", "reveal", "debate")
SAYS = [{"text": "L’eau est montée jusqu’à la troisième marche.", "arranged": "Les caves sont inondées."}]
NAMES = {
    "haut": ("Le Haut", "au Haut"), "quai": ("Le Quai", "au Quai"), "place": ("La Place", "à la Place"),
    "tours": ("Les Tours", "aux Tours"), "pont": ("Le Pont", "au Pont"), "port": ("Le Port", "au Port"),
}  # fmt: skip


def room(many: int = 4, bridges: int = 3, **fields: Any) -> Scenario:
    """A shipped scenario whose room sits in corners: each has a project of its own; the next projects join
    the first corner to the others, in turn."""
    plain = shipped("au-lendemain-de-la-crue")
    cast, ids = [member.character for member in plain.cast], list(NAMES)[:many]
    written = {
        "title": "Les coins de la rive",
        "noun": "coins",
        "scribe": cast[many],
        "guests": cast[many + 1 :],
        "strips": {"faithful": 3, "disowned": -4, "arranged": {"health": 2}},
        "these": [
            {"id": id_, "title": NAMES[id_][0], "at": NAMES[id_][1], "member": who, "says": SAYS}
            for id_, who in zip(ids, cast, strict=False)
        ],
    } | fields
    joined = [(ids[0], ids[1 + k % (many - 1)]) for k in range(bridges)]
    where: list[tuple[str, ...]] = [*((id_,) for id_ in ids), *joined]
    projects = tuple(
        card.model_copy(update={"corners": where[k] if k < len(where) else (), "needs": (), "opens": ()})
        for k, card in enumerate(plain.projects)
    )
    return plain.model_copy(
        update={"corners": Corners.model_validate(written), "projects": projects, "phases": PHASES}
    )


def spaced(said: str) -> str:
    """A text with plain spaces."""
    return re.sub(r"[\u00a0\u202f]", " ", said)


def corners_of(content: Scenario) -> Corners:
    assert content.corners is not None
    return content.corners


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_corner_has_a_card_with_its_name_who_is_at_home_there_and_what_lies_there(language: str) -> None:
    content = room()
    asked = wanted(content, language=language)
    text = printed(asked)
    [board] = part(asked, "corners")["boards"]
    for place, one in zip(board["places"], corners_of(content).these, strict=True):
        assert place["member"] == content.characters[one.member].name
        there = [card for card in content.projects if one.id in card.corners]
        assert sum(len(some["cards"]) for some in place["lists"]) == len(there)
        assert people.short(content, one.member) in place["gives"]
        assert people.short(content, corners_of(content).scribe) in place["gives"]
        for said in (place["title"], place["member"], place["gives"]):
            assert flat(said) in text
        for card in (card for some in place["lists"] for card in some["cards"]):
            assert flat(card["title"]) in text


def test_every_two_corners_have_a_place_for_two_seals_and_the_bridges_that_wait_for_both() -> None:
    content = room(bridges=4)
    [board] = part(wanted(content), "corners")["boards"]
    assert len(board["pairs"]) == 6
    first = board["pairs"][0]
    assert [(end["number"], end["title"], end["at"]) for end in first["ends"]] == [
        (1, "Le Haut", "bande lue au Quai"), (2, "Le Quai", "bande lue au Haut"),
    ]  # fmt: skip
    assert [len(pair["bridges"]) for pair in board["pairs"]] == [2, 1, 1, 0, 0, 0]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_corner_has_a_strip_in_each_round_that_says_where_it_was_read_and_what_became_of_it(
    language: str,
) -> None:
    content = room()
    asked = wanted(content, language=language)
    told, text = part(asked, "corners"), printed(asked)
    [board] = told["boards"]
    assert len(board["strips"]) == 4 * asked.schedule.rounds
    first = board["strips"][0]
    assert (first["title"], first["places"]) == ("Le Haut", ["au Quai", "à la Place", "aux Tours"])
    for said in (told["most"], told["asks"], *told["ways"], *told["answers"], told["seal"]):
        assert flat(said) in text
    assert "25" in told["most"]


def test_a_card_says_its_corner_or_the_two_that_it_joins() -> None:
    content = room()
    cards = {card["id"]: card for card in part(wanted(content, "deck"), "deck")["cards"]}
    lies = [spaced(cards[card.id]["lies"]) for card in content.projects[:8]]
    assert lies[:4] == [
        "Seulement au Haut",
        "Seulement au Quai",
        "Seulement à la Place",
        "Seulement aux Tours",
    ]
    assert lies[4:] == [
        "Pont : Le Haut et Le Quai",
        "Pont : Le Haut et La Place",
        "Pont : Le Haut et Les Tours",
        "",
    ]
    assert [cards[card.id]["comes"] for card in content.projects[4:7]] == [
        "Vient quand ses deux sceaux sont posés."
    ] * 3
    assert cards[content.projects[7].id]["comes"] == ""


def test_the_guide_and_each_table_of_players_have_corners() -> None:
    asked = wanted(room(), "kit", tables=2)
    assert [board["table"] for board in part(asked, "corners")["boards"]] == ["Table 1", "Table 2"]
    assert [line for line in part(asked, "guide")["before"] if "Les coins de la rive" in line]
    assert paper.overflowing(asked) == []


WORDS = ("bande", "sceau", "Seulement", "pont", "invit", "RECONNUE")


def rules_of(content: Scenario) -> str:
    told = str(part(wanted(content, "rules"), "rules")).replace("«\\u202f", "« ")
    return re.sub(r"\\xa0|\\u202f|[\u00a0\u202f]", " ", told)


def test_the_rules_tell_strips_in_their_place_and_only_where_there_are_some() -> None:
    content = room()
    rules = rules_of(content)
    assert [said for said in WORDS if said not in rules] == []
    steps = next(one for one in part(wanted(content, "rules"), "rules")["pages"][0] if one.get("numbered"))
    titles = [line["title"] for line in steps["lines"]]
    assert titles.index("Bandes") == titles.index("Négociation") + 1
    assert "Pronostic" not in titles
    gate = content.indicators[content.gate].title.fr
    health = content.indicators["health"].title.fr
    for said in (
        f"Puis les bandes : {gate} +3 par oui, −4 par non.",
        f"Par bande aux mots changés, sans non : {health} +2.",
        "Plus de oui que du reste : oui ; plus de non que du reste : non ; sinon, en partie",
        "Un pont mis de côté a ses deux sceaux ? Il va sur la pioche",
    ):
        assert said in rules
    bare = shipped("au-lendemain-de-la-crue")
    assert [said for said in ("bande", "sceau", "RECONNUE") if said in rules_of(bare)] == []
    assert "corners" not in wanted(bare).parts
    assert part(wanted(bare, "rules"), "count")["rows"] == []


def test_the_rules_say_nothing_of_guests_of_bridges_or_of_changed_words_where_there_is_nothing_to_say() -> (
    None
):
    strips = {"faithful": 3, "disowned": -4}
    rules = rules_of(room(bridges=0, guests=(), strips=strips))
    assert [said for said in ("invit", "que si ses deux sceaux", "a ses deux sceaux ?", "aux mots changés")
            if said in rules] == []  # fmt: skip
    assert "siègent nulle part" in rules  # nobody is a guest: all others give anywhere


def test_the_sheet_that_is_filled_in_has_strips_and_seals() -> None:
    rows = part(wanted(room(), "rules"), "count")["rows"]
    assert [(spaced(row["title"]), row["start"]) for row in rows] == [
        ("Bandes : oui / en partie / non", ""), ("Dont mots changés, sans non", ""),
        ("Sceaux posés, en tout", "0"),
    ]  # fmt: skip


def test_whoever_leads_reads_what_strips_bring_and_who_may_give_where() -> None:
    content = room()
    sections = {one["title"]: one["lines"] for one in part(wanted(content, "rules"), "keeper")["sections"]}
    worth = {spaced(line["about"]): spaced(line["says"]) for line in sections["Ce que rapportent les bandes"]}
    assert "+3" in worth["Oui : reconnue"]
    assert "−4" in worth["Non : désavouée"]
    for member in content.cast:
        points = 2 * member.stakes.get("health", 0) / 10
        said = f"{people.short(content, member.character)} +{points:g}".replace(".", ",")
        assert (said in worth["Mots changés, sans non"]) == (points > 0)
    where = {spaced(line["about"]): spaced(line["says"]) for line in sections["Qui donne où"]}
    assert len(where) == 4 + 1 + 3
    bridge = content.projects[4].title.fr
    assert where[f"« {bridge} »"] == "Attend deux sceaux : Le Haut au Quai, Le Quai au Haut."


@pytest.mark.parametrize(("verdict", "row"), [(RECOGNISED, "RECONNUE"), (DISOWNED, "DÉSAVOUÉE")])
def test_what_one_corner_says_moves_the_trust_in_who_reads_by_what_the_table_has(
    verdict: int, row: str
) -> None:
    content = room()
    table = part(wanted(content, "rules"), "rules")["trust"]["rows"]
    written = next(cells[1:] for cells in table if cells[0] == row)
    board = build(content, "150", dict.fromkeys((member.character for member in content.cast), "held"))
    scribe = names(content).character(corners_of(content).scribe)
    for tenth, cell in enumerate(written, 1):
        state = states.initial(board, 1)
        state.trust[:] = tenth * ONE // 10
        np.fill_diagonal(state.trust, ONE)
        state.strip[0, TO], state.strip[0, WAY], state.strip[0, VERDICT] = 1, WORD_FOR_WORD, verdict
        record = blank(board)
        learn_from_strips(board, state, record)
        moved = 100 * to_float(int(record.trust_acts[:, scribe].sum())) / (board.n - 1)
        assert float(cell.replace("−", "-").replace(",", ".")) == pytest.approx(moved, abs=0.051)


@pytest.mark.no_cover  # lines that other tests walk
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", ["A4", "A3"])
@pytest.mark.parametrize("many", [2, 4, 6])
def test_few_corners_and_many_find_their_place(many: int, size: Any, large: bool) -> None:
    """Names as long as a designer may write, three bridges between the same two corners."""
    content = room(many, bridges=0)
    these = [
        {**one.model_dump(), "title": "Les Lavandières"[:16], "at": "aux Lavandières-Basse"[:20]}
        for one in corners_of(content).these
    ]
    written = {
        **corners_of(content).model_dump(),
        "title": "Les coins et les bouts du monde"[:32],
        "these": these,
    }
    long = Text(fr="Le réaménagement des abords intercommunaux"[:42])
    ends = tuple(one.id for one in corners_of(content).these[:2])
    projects = tuple(
        card.model_copy(update={"title": long, "corners": ends if 6 <= k < 9 else card.corners})
        for k, card in enumerate(content.projects)
    )
    content = content.model_copy(update={"corners": Corners.model_validate(written), "projects": projects})
    assert paper.overflowing(wanted(content, size=size, large=large)) == []
    told = paper.data(wanted(content, "deck", size=size, large=large))
    told["parts"] = [one for one in told["parts"] if one["part"] in ("deck", "rules")]
    told["parts"][0]["cards"] = [card for card in told["parts"][0]["cards"] if card.get("lies")]
    assert press.marked("main", told, "overflow") == []
