"""The game on paper: every page whole, every card once, in both languages, easy or not, large or not.

The longest scenario is laid out in every way, and the others each in some: every text of theirs in one. What
is printed is read once for all tests.
"""

import io
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Any

import pytest
from pypdf import PageObject, PdfReader

from engine import numbers, paper
from engine.content import library
from engine.paper import Wanted, held_by_default
from engine.rules.board import build
from engine.telling.phases import phase_word
from engine.telling.postures import zone
from engine.telling.reader import Reader
from tests.counting import reading
from tests.moments import LONGEST
from tests.shipped import shipped

SLUGS = library.slugs()
SMALLEST = 7.0


def wanted(slug: str, language: str = "fr", **more: Any) -> Wanted:
    content = shipped(slug)
    people = more.pop("people", 12)
    reader = Reader(language, more.pop("easy", False))
    held = more.pop("held", held_by_default(content, people))
    return Wanted(content, reader, content.durations[-1], held, people, **more)


@reading
def read(printed: paper.Printed) -> PdfReader:
    return PdfReader(io.BytesIO(printed.content))


@cache
def printed(slug: str, language: str, kind: str) -> PdfReader:
    """The pages of a kind as they come by default."""
    return read(paper.pdf(wanted(slug, language, kind=kind)))


def flat(text: str) -> str:
    """Words as they stand in a text, whatever its lines, its hyphens and its spaces."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)


@reading
def told(pdf: PdfReader) -> list[str]:
    """The words of each page."""
    return [flat(page.extract_text()) for page in pdf.pages]


def words_of(pdf: PdfReader) -> str:
    return "".join(told(pdf))


@cache
def words(slug: str, language: str = "fr", kind: str = "deck") -> str:
    """All words of what is printed by default."""
    return words_of(printed(slug, language, kind))


SET = re.compile(rb"/\S+ ([\d.]+) Tf (-?[\d.]+) (-?[\d.]+) \S+ \S+ \S+ \S+ Tm\b")
"""How a page sets type: the size of a font, and the matrix that it is drawn with."""


@reading
def text_sizes(pdf: PdfReader) -> set[float]:
    """Points of every text that is drawn."""
    found: set[float] = set()
    for page in pdf.pages:
        content = page.get_contents()
        drawn = b"" if content is None else content.get_data()
        here = [tuple(map(float, one)) for one in SET.findall(drawn)]
        assert len(here) == len(re.findall(rb" Tf\b", drawn)), "type is set in another way"
        found |= {size * max(abs(across), abs(down)) for size, across, down in here}
    return found


WAYS = tuple(product(("fr", "en"), (False, True), (False, True)))
"""A language, an easy text or not, large type or not."""
WHERE = [(LONGEST, *way) for way in WAYS] + [
    (slug, language, easy, large)
    for slug in SLUGS
    for language, easy, large in WAYS
    if slug != LONGEST and (language == "fr") == (easy == large)
]
"""Of every scenario each text; large type where the other language has it small."""


@pytest.mark.no_cover  # lines that other tests walk
@pytest.mark.parametrize(("slug", "language", "easy", "large"), WHERE)
def test_nothing_is_too_long_for_its_place_and_no_text_is_smaller_than_seven_points(
    slug: str, language: str, easy: bool, large: bool
) -> None:
    """For as many people as there may be in a room; in the other texts, for those who hold somebody."""
    people = 12 if easy or language != "fr" else 40
    asked = wanted(slug, language, easy=easy, large=large, kind="all", people=people)
    assert paper.overflowing(asked) == []
    assert min(text_sizes(read(paper.pdf(asked)))) >= SMALLEST  # laid out already


@pytest.mark.no_cover  # lines that other tests walk
@pytest.mark.parametrize("slug", SLUGS)
def test_large_type_is_of_eighteen_points_at_least(slug: str) -> None:
    for kind in ("kit", "rules"):
        assert min(text_sizes(read(paper.pdf(wanted(slug, large=True, kind=kind))))) >= 18


def test_the_board_has_a_place_for_each_open_project_and_a_track_for_each_gauge() -> None:
    for slug in SLUGS:
        asked = wanted(slug, kind="board")
        page, *rest = printed(slug, "fr", "board").pages
        assert bool(rest) == bool({"week", "groups", "sites", "corners", "ballot"} & set(asked.parts))
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx((1190.55, 841.89))
        text = words(slug, kind="board")
        says = paper.data(asked)["parts"][0]["slot_says"]
        assert text.count(flat(says)) == asked.scenario.parameters.slots
        for gauge in asked.scenario.indicators.values():
            assert flat(asked.reader.read(gauge.title)) in text


def test_the_map_of_the_board_lies_as_on_the_screen() -> None:
    content = shipped(SLUGS[0])
    board, *_ = paper.data(wanted(SLUGS[0], kind="board"))["parts"]
    least = content.map[0]  # the least antagonism, from the least synergy to the most
    assert [zone(content, Reader("fr"), label)[0] for label in least] == board["map"][-1]


def test_the_fold_out_has_every_panel_and_says_where_its_facts_come_from() -> None:
    there = [slug for slug in SLUGS if shipped(slug).briefing]
    assert there
    for slug in there:
        asked, text = wanted(slug, kind="briefing"), words(slug, kind="briefing")
        for panel in asked.scenario.briefing:
            for said in filter(None, (panel.title, panel.text, panel.source)):
                assert flat(asked.reader.read(said)) in text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_words_of_the_trade_that_the_cards_use_are_on_one_page_and_a_card_each(language: str) -> None:
    asked = wanted("le-rez-de-chaussee", language, kind="terms")
    [terms] = paper.data(asked)["parts"]
    here = {word["id"] for word in terms["words"]}
    assert {"bailleur", "amicale", "charges", "qpv"} <= here, "the cards say them"
    assert "batardeau" not in here, "only another scenario does"
    first, *cut = told(read(paper.pdf(asked)))
    apart = "".join(cut)
    for word in terms["words"]:
        for text in (word["simple"], word["exact"], word["source"]):
            assert flat(text) in first
            assert flat(text) in apart
    assert "terms" in paper.KINDS["kit"]


@pytest.mark.parametrize("slots", [2, 6])
def test_the_board_holds_few_projects_or_many(slots: int) -> None:
    asked = wanted(SLUGS[0], kind="board")
    parameters = asked.scenario.parameters.model_copy(update={"slots": slots})
    odd = replace(asked, scenario=asked.scenario.model_copy(update={"parameters": parameters}))
    assert paper.overflowing(odd) == []
    assert len(paper.pictures(odd)) == 1


@pytest.mark.no_cover  # lines that other tests walk
@pytest.mark.parametrize(("slug", "language"), [*((slug, "fr") for slug in SLUGS), (LONGEST, "en")])
def test_every_card_is_in_the_deck_once(slug: str, language: str) -> None:
    asked = wanted(slug, language, kind="deck")
    content, reader = asked.scenario, asked.reader
    deck = paper.data(asked)["parts"][0]["cards"]
    there = Counter((card["card"], card["id"]) for card in deck)
    assert set(there.values()) == {1}
    assert {id_ for kind, id_ in there if kind in ("project", "need", "submitted")} == {
        card.id for card in content.projects
    }
    assert {id_ for kind, id_ in there if kind == "situation"} == {card.id for card in content.situations}
    text = words(slug, language)
    for said in [card.text for card in (*content.projects, *content.situations)]:
        assert text.count(flat(reader.read(said))) == 1
    for card in content.debates:
        assert flat(reader.read(card.statement)) in text


@reading
def lines(page: PageObject) -> list[str]:
    return page.extract_text().splitlines()


@pytest.mark.parametrize("slug", SLUGS)
def test_a_card_has_its_back_behind_it(slug: str) -> None:
    """Nine to a page; flipped on its long edge, what was on the left comes to the right."""
    deck = paper.data(wanted(slug, kind="deck"))["parts"][0]
    names = {deck["backs"][kind] for kind in deck["backs"]}
    pages = 2 * -(-len(deck["cards"]) // 9)
    backs = [lines(page) for page in printed(slug, "fr", "deck").pages[1:pages:2]]
    for at, found in enumerate(backs):
        there = [line for line in found if line in names]
        nine = [deck["backs"][card["card"]] for card in deck["cards"][9 * at : 9 * at + 9]]
        rows = [nine[row : row + 3] for row in (0, 3, 6)]
        assert there in ([name for row in rows for name in row], [name for row in rows for name in row[::-1]])
        assert Counter(there) == Counter(nine)


@pytest.mark.no_cover  # lines that other tests walk
@pytest.mark.parametrize("slug", SLUGS)
def test_fonts_are_embedded_and_the_document_says_its_title_and_language(slug: str) -> None:
    """In the kit of one scenario, which has every font, and in the rules of the others."""
    for language in ("fr", "en"):
        pdf = printed(slug, language, "kit" if slug == LONGEST else "rules")
        assert pdf.root_object["/Lang"] == language
        assert pdf.metadata is not None
        assert Reader(language).read(shipped(slug).title) in str(pdf.metadata.title)
        fonts = {
            font.get_object()["/BaseFont"]: font.get_object()
            for page in pdf.pages
            for font in page["/Resources"].get("/Font", {}).values()
        }
        assert fonts
        for font in fonts.values():
            below = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            assert "/FontFile2" in below or "/FontFile3" in below


@pytest.mark.no_cover  # lines that other tests walk
def test_a_secret_is_on_its_own_sheet_and_nowhere_else() -> None:
    asked = wanted(SLUGS[0], people=40)
    pages = told(read(paper.pdf(asked)))
    for member in asked.members:
        secret = flat(asked.reader.read(member.secret))
        assert sum(secret in page for page in pages) == 1


def test_who_is_not_held_gets_no_sheet_and_whoever_holds_nobody_observes() -> None:
    asked = wanted(SLUGS[0], people=6)
    assert len(asked.held) == 6
    assert {member.character for member in asked.scenario.cast if member.core} <= set(asked.held) or len(
        [member for member in asked.scenario.cast if member.core]
    ) > 6
    parts = {part["part"]: part for part in paper.data(asked)["parts"]}
    assert len(parts["roles"]["sheets"]) == len(parts["signs"]["people"]) == 6
    assert parts["observers"]["number"] == 1
    more = replace(asked, people=30)
    assert {part["part"]: part for part in paper.data(more)["parts"]}["observers"]["number"] == 25


def test_each_choice_slip_has_a_number_of_its_own() -> None:
    for slug in SLUGS:
        asked = wanted(slug)
        slips = next(part for part in paper.data(asked)["parts"] if part["part"] == "choices")["slips"]
        assert [slip["number"] for slip in slips] == list(range(1, len(slips) + 1))
        assert len(slips) == len(asked.held) * asked.schedule.rounds


def test_what_a_designer_writes_is_text_and_never_typst() -> None:
    odd = '#panic("no") *bold* $x$ \\ @ref <label> "quoted"'
    asked = wanted(SLUGS[0], kind="deck")
    card = asked.scenario.debates[0]
    odd_card = card.model_copy(update={"statement": card.statement.model_copy(update={"fr": odd})})
    content = asked.scenario.model_copy(update={"debates": (odd_card,)})
    assert flat("*bold* $x$ \\ @ref <label>") in words_of(read(paper.pdf(replace(asked, scenario=content))))


@pytest.mark.no_cover  # lines that other tests walk
def test_long_names_twelve_characters_and_forty_people_find_their_place() -> None:
    """Names of 24 letters, as long as a card may have, and the longest secret."""
    content = shipped(SLUGS[0])
    first, card = content.cast[0], content.characters[content.cast[0].character]
    secret = max((member.secret for member in content.cast), key=lambda text: len(text.fr))
    names = [f"personne-{n}" for n in range(12)]
    long = card.model_copy(update={"name": "Marie-Antoinette Vasseurs", "short": "Marie-Antoinet"})
    beliefs = tuple(
        belief.model_copy(update={"about": names[0]}) for member in content.cast for belief in member.believes
    )
    cast = tuple(
        first.model_copy(update={"character": name, "secret": secret, "believes": beliefs[:4]})
        for name in names
    )
    characters = {**content.characters, **{name: long.model_copy(update={"id": name}) for name in names}}
    crowded = content.model_copy(update={"cast": cast, "characters": characters})
    for large in (False, True):
        asked = replace(
            wanted(SLUGS[0], kind="all", people=40, large=large), scenario=crowded, held=tuple(names)
        )
        assert paper.overflowing(asked) == []
        roles = next(part for part in paper.data(asked)["parts"] if part["part"] == "roles")
        assert len(roles["sheets"]) == 12


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_rules_are_two_pages_and_tell_every_phase_that_the_round_has(slug: str, language: str) -> None:
    asked = wanted(slug, language, kind="rules")
    first, second, *_ = told(printed(slug, language, "rules"))
    with asked.reader.speaking():
        played = [
            phase_word(kind)
            for kind in asked.schedule.phases
            if kind not in asked.scenario.idle and kind != "hearing"
        ]
    assert [word for word in played if flat(word) not in first] == []
    rules = paper.data(asked)["parts"][0]
    assert all(flat("".join(row)) in second for row in rules["trust"]["rows"])
    assert len(rules["pages"]) == 2
    assert flat(asked.reader.read(asked.scenario.indicators[asked.scenario.gate].title)) in second


def test_the_table_of_trust_is_what_the_game_does() -> None:
    rows = {
        row[0]: row[1:] for row in paper.data(wanted(SLUGS[0], kind="rules"))["parts"][0]["trust"]["rows"]
    }
    assert rows["TENU"][4] == f"+{round(50 * numbers.written(numbers.KEPT_GAIN))}"
    assert rows["NON TENU"][5] == f"\u2212{round(60 * numbers.written(numbers.BROKEN_LOSS))}"


@pytest.mark.parametrize("slug", SLUGS)
def test_the_booklet_tells_all_that_comes_back_and_every_ending(slug: str) -> None:
    asked, text = wanted(slug, kind="rules"), words(slug, kind="rules")
    content, read_ = asked.scenario, asked.reader.read
    answers = [option for card in content.situations if card.choose for option in card.choose.options]
    sent = [card.later for card in (*content.projects, *content.situations, *answers)]
    sent += [card.lapses for card in content.projects]
    says = [later.says for later in sent if later] + [ending.text for ending in content.endings]
    says += [clock.title for clock in content.clocks]
    says += [
        outcome.says for card in content.situations if card.rumour for _, outcome in card.rumour.outcomes()
    ]
    assert [said.fr for said in says if flat(read_(said)) not in text] == []


@pytest.mark.no_cover  # lines that other tests walk
@pytest.mark.parametrize("slug", SLUGS)
def test_a_card_says_what_it_waits_for_and_what_the_room_may_answer(slug: str) -> None:
    asked = wanted(slug, kind="deck")
    content, read_, text = asked.scenario, asked.reader.read, words(slug)
    for card in content.situations:
        for option in card.choose.options if card.choose else ():
            assert flat(read_(option.title)) in text
    deck = {(card["card"], card["id"]): card for card in paper.data(asked)["parts"][0]["cards"]}
    opened = {other for card in content.projects for other in card.opens}
    for project in content.projects:
        waits = bool(project.needs) or project.id in opened or len(project.corners) > 1
        kind = "project" if project.overheard is None else "need"
        if project.id in content.submitted:  # it comes to no table
            assert ("submitted", project.id) in deck
            continue
        assert bool(deck[kind, project.id]["comes"]) == waits
    assert all(
        deck["situation", card.id]["comes"] for card in content.situations if card.id in content.led_to
    )


def test_each_of_several_tables_gets_its_own_sheets_and_signs() -> None:
    asked = wanted(SLUGS[0], people=6)
    asked = replace(asked, people=26, tables=3)
    parts = {part["part"]: part for part in paper.data(asked)["parts"]}
    assert Counter(sign["table"] for sign in parts["signs"]["people"]) == dict.fromkeys(
        ("Table 1", "Table 2", "Table 3"), 6
    )
    slips = [slip["number"] for slip in parts["choices"]["slips"]]
    assert len(set(slips)) == len(slips) == 3 * 6 * asked.schedule.rounds
    assert parts["observers"]["number"] == 26 - 3 * 6 + 1
    assert paper.overflowing(asked) == []


def test_the_rules_say_of_which_act_each_round_is() -> None:
    for duration, said in (("45", "Tour 1 : acte 1 ; tour 2 : acte 3."), ("150", "tour 3 : acte 2 ; ")):
        asked = replace(wanted("au-lendemain-de-la-crue", kind="rules"), duration=duration)
        text = str(paper.data(asked)).replace("\\xa0", " ").replace("\\u202f", " ")
        assert said in text


@pytest.mark.parametrize("slug", SLUGS)
def test_the_rules_say_the_wear_that_the_game_takes(slug: str) -> None:
    asked = wanted(slug, kind="rules")
    content = asked.scenario
    worn = build(content, asked.duration, {member.character: "held" for member in content.cast}).decay
    common = asked.reader.read(content.indicators[content.gate].title)
    by = int(worn[list(content.indicators).index(content.gate)])
    said, told_ = flat(f"L’usure de « {common} » : "), words(slug, kind="rules")
    assert flat(f"{said}\u2212{-by}.") in told_ if by else said not in told_
