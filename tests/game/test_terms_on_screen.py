"""Words of the trade are underlined where people read, and one touch says what they mean."""

import pytest

from engine.content import library
from engine.language import typo
from engine.telling import terms
from engine.telling.terms import TermWords
from game.front.intents import Go, Start
from game.front.pane import Which
from game.kit import Control, Label, Link, Pad, Span
from game.kit.nodes import Path, Text
from game.paint import canvas
from game.pieces.terms import explained
from tests.game.driving import Driver, beginning, go_to

CRUE = "au-lendemain-de-la-crue"
WORDS = "Le conseil citoyen, réuni à la maison du projet, attend que le conseil citoyen d’en face réponde."
TERMS = (
    TermWords("conseil", "conseil citoyen", ("conseil citoyen",), "Simple.", "Exact.", "2014"),
    TermWords("maison", "maison du projet", ("maison du projet",), "Un lieu.", "Exact.", "2014"),
)


def touchable(driver: Driver, which: Which = "room") -> list[Control]:
    controls = driver.stage.scenes[which].controls()
    return [control for control in controls if control.id.startswith("term.")]


def at_a_card(windows: int) -> Driver:
    """In the negotiation, the card of a project whose text has a word of the trade."""
    driver = Driver(windows=windows)
    driver.director.carry(Start(CRUE, beginning()))
    go_to(driver, "negotiation")
    view = driver.director.view("room")
    assert view is not None
    for project in view.projects:
        driver.director.carry(Go("card", project.id))
        driver.stage.turn()
        if touchable(driver):
            return driver
        driver.key("escape")
    raise AssertionError("no card of this table has a word of the trade")


@pytest.mark.usefixtures("home")
def test_a_word_that_is_touched_says_what_it_means_and_escape_goes_back_to_the_card() -> None:
    driver = at_a_card(windows=1)
    before, word = driver.text(), touchable(driver)[0]
    term = next(one for one in driver.director.view("room").terms if word.id.endswith(f".{one.id}"))
    driver.click(word.id)
    words = " ".join(driver.text().split())
    assert term.simple.split()[0] in words
    assert words.index(term.simple.split()[0]) < words.index(term.exact.split()[-1])
    assert term.sourced.split()[-1] in words
    assert driver.stage.scenes["room"].check() == []
    driver.key("escape")
    assert driver.text() == before


@pytest.mark.usefixtures("home")
def test_who_leads_opens_it_for_the_room_from_the_console_and_closes_it_with_the_way_on() -> None:
    driver = at_a_card(windows=2)
    console = driver.text("console")
    driver.key("g", "console")
    assert not touchable(driver)
    assert driver.director.front.windows.room.screen == "term"
    first = driver.director.front.windows.room.argument
    driver.key("g", "console")
    assert driver.director.front.windows.room.argument != first, "the next word"
    driver.key("space", "console")
    assert driver.director.front.windows.room.screen == "card"
    assert driver.text("console") == console


@pytest.mark.parametrize("width", [420.0, 700.0, 1500.0])
@pytest.mark.parametrize("style", ["lead", "title"])
def test_underlining_moves_no_letter(width: float, style: str) -> None:
    sheet = canvas((1920, 1080))
    side = (1920.0 - width) / 2
    label = explained(TERMS, WORDS, style, "here")
    plain, linked = (sheet.compose(Pad(one, side, 40.0)) for one in (Label(WORDS, style), label))
    lines = [node for node in linked.nodes if isinstance(node, Text)]
    assert lines == [node for node in plain.nodes if isinstance(node, Text)]
    dots = [node for node in linked.nodes if isinstance(node, Path)]
    assert len(dots) == len(linked.controls()) >= 2
    assert {control.id.rstrip("~") for control in linked.controls()} == {
        "term.here.conseil",
        "term.here.maison",
    }
    assert linked.check() == []
    assert all(any(dot.rect.x >= line.rect.x - 1 for line in lines) for dot in dots)


def test_a_title_underlines_only_what_the_text_beside_it_does_not() -> None:
    sheet = canvas((1920, 1080))
    title = explained(
        TERMS, "Un conseil citoyen, une maison du projet", "display", "title", beside=WORDS[:30]
    )
    assert [link.id for link in title.links] == ["term.title.maison"]
    plain = Label("Un conseil citoyen, une maison du projet", "display")
    lines = [
        [node for node in sheet.compose(Pad(one, 40, 40)).nodes if isinstance(node, Text)]
        for one in (title, plain)
    ]
    assert lines[0] == lines[1]


def test_a_text_in_spans_is_underlined_where_the_word_is() -> None:
    spans = [Span("Vu : ", None, True), Span("la maison du projet")]
    [link] = explained(TERMS, spans, "small", "here").links
    assert "Vu : la maison du projet"[link.start : link.end] == "maison du projet"


@pytest.mark.parametrize("project", ["relogement", "table-de-quartier", "maison-de-sante"])
def test_a_word_that_is_in_a_cards_title_alone_can_be_touched_there(project: str) -> None:
    scenario = library.load(CRUE).scenario
    assert scenario is not None
    known = terms.told(scenario, "fr")
    titled = [
        typo(card.title.fr, "fr")
        for card in scenario.projects
        if project in [use.id for use in terms.uses(typo(card.title.fr, "fr"), known)]
        and project not in [use.id for use in terms.uses(typo(card.text.fr, "fr"), known)]
    ]
    assert titled
    links = explained(known, titled[0], "title", "title").links
    assert project in [link.id.rpartition(".")[2] for link in links]


def test_what_is_touched_is_where_the_word_is() -> None:
    sheet = canvas((1920, 1080))
    words = "un deux trois"
    at = words.index("deux")
    scene = sheet.compose(
        Pad(Label(words, "lead", links=(Link(at, at + 4, "deux", "said", "deux"),)), 40, 40)
    )
    [line] = [node for node in scene.nodes if isinstance(node, Text)]
    [spot] = scene.controls()
    assert line.rect.x < spot.rect.x < spot.rect.right < line.rect.right
    middle = spot.rect.centre
    assert scene.control_at(*middle) == spot
    assert abs(middle[0] - (line.rect.x + line.rect.w / 2)) < line.rect.w * 0.12
