"""Everything that was written can be read: cards opened large, gauges and names of the map explained.

Cards of the longest scenario are read in every language and register, the others in one, turn by turn.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from engine import language
from engine.content import library
from engine.content.model import Scenario
from engine.play.commands import Advance, Begin, PassTo
from engine.session.session import Session
from engine.telling import projects
from engine.telling.reader import Reader
from engine.view.projects import project as project_view
from engine.view.types import ROOM, View
from engine.view.veil import veil
from game.front.drafts import Turned, holding
from game.front.intents import Start
from game.front.state import Settings, Ui
from game.kit import Scene
from game.kit.theme import Theme
from game.paint import canvas
from game.screens import show
from tests.engine.driving import go
from tests.game.driving import SCENARIO, Driver, beginning, go_to
from tests.moments import LONGEST
from tests.shipped import shipped

REGISTERS = [("fr", False), ("fr", True), ("en", False), ("en", True)]
SMALL = canvas((1280, 720), Theme(text=1.3))


@pytest.fixture
def driver(home: Path, request: pytest.FixtureRequest) -> Iterator[Driver]:
    made = Driver(windows=getattr(request, "param", 1))
    yield made
    made.close()


@pytest.fixture(params=REGISTERS, ids=lambda register: "-".join(map(str, register)))
def register(request: pytest.FixtureRequest) -> Iterator[tuple[str, bool]]:
    language.add_catalogue("game")
    language.use(request.param[0])
    yield request.param
    language.use("fr")


def flat(text: str) -> str:
    """The letters alone, whatever typesetting does to spaces, apostrophes, quotes and lines."""
    return "".join(letter for letter in text if letter not in "’'‘“”\"«»" and not letter.isspace())


def said(scene: Scene) -> str:
    return flat(" ".join(scene.texts()))


def session(slug: str) -> tuple[Scenario, Session]:
    scenario = shipped(slug)
    seats = {member.character: "held" for member in scenario.cast}
    how = Begin(duration="45", mode="facilitated", seats=seats, participants=9)  # type: ignore[arg-type]
    return scenario, Session.create(scenario, how, 5)


@pytest.mark.parametrize("slug", library.slugs())
def test_the_whole_text_of_every_card_can_be_read_in_both_languages_and_registers(
    slug: str, register: tuple[str, bool]
) -> None:
    language, plain = register
    reader = Reader(language, plain)
    scenario, live = session(slug)
    go(live, "negotiation")
    view = live.view(ROOM, language, plain)
    cards = scenario.projects
    if slug != LONGEST:
        cards = cards[REGISTERS.index(register) :: len(REGISTERS)]
    for card in cards:
        here = replace(view, projects=(project_view(veil(live.game, ROOM, reader), card.id),))
        opened = projects.words(scenario, reader, card.id)
        ui = Ui(Settings(plain=plain), screen="card", argument=card.id)
        scene = SMALL.compose(*show(here, ui))
        assert scene.check() == [], card.id
        assert flat(card.text.read(language, plain)) in said(scene), card.id
        drawn = {touch.title for touch in here.projects[0].touches}
        written = [what for what in opened.effects if not what.startswith(tuple(drawn))]
        for piece in (opened.title, opened.rung, opened.rung_means, *written, *drawn):
            assert flat(piece) in said(scene), card.id
        assert all(flat(change.title) in said(scene) for change in opened.changes)


@pytest.mark.parametrize("slug", library.slugs())
def test_every_gauge_is_explained_in_both_languages_and_registers(
    slug: str, register: tuple[str, bool]
) -> None:
    language, plain = register
    scenario, live = session(slug)
    scene = SMALL.compose(*show(live.view(ROOM, language, plain), Ui(screen="gauges")))
    assert scene.check() == []
    for indicator in scenario.indicators.values():
        assert flat(indicator.explained.read(language, plain)) in said(scene)


def test_every_name_of_the_map_is_explained(register: tuple[str, bool]) -> None:
    language, plain = register
    _, live = session(SCENARIO)
    view = on_the_map(live, language, plain)
    scene = SMALL.compose(*show(view, Ui(screen="zones")))
    assert scene.check() == []
    for label in library.glossary().labels.values():
        assert flat(label.title.read(language, plain)) in said(scene)
        assert flat(label.explained.read(language, plain)) in said(scene)


def on_the_map(live: Session, language: str, plain: bool) -> View:
    from engine.play.commands import KeepWord

    while live.view(ROOM).phase.step != "map":
        for who in live.game.held if live.view(ROOM).phase.kind == "choice" else ():
            live.do(KeepWord(who=who))
        live.do(Advance())
    return live.view(ROOM, language, plain)


def negotiating(driver: Driver, mode: str = "facilitated") -> str:
    """A session where people negotiate; the first project on the table."""
    driver.director.carry(Start(SCENARIO, beginning(mode)))
    driver.stage.turn()
    go_to(driver, "negotiation")
    view = driver.director.view("room")
    assert view is not None
    return view.projects[0].id


def text_of(driver: Driver, project: str) -> str:
    card = next(card for card in driver.session.game.scenario.projects if card.id == project)
    return flat(card.text.fr)


@pytest.mark.parametrize("how", ["click", "choose", "digit"])
@pytest.mark.parametrize("key", ["space", "escape", "page down"])
def test_the_room_opens_a_card_and_closes_it_without_going_on(driver: Driver, how: str, key: str) -> None:
    project = negotiating(driver)
    if how == "digit":
        driver.key("1")
    else:
        getattr(driver, how)(f"card.{project}")
    assert text_of(driver, project) in flat(driver.text())
    driver.key(key)
    assert text_of(driver, project) not in flat(driver.text()) or "close" not in driver.ids()
    assert driver.phase == "negotiation"


def test_from_one_card_to_the_next(driver: Driver) -> None:
    negotiating(driver)
    view = driver.director.view("room")
    assert view is not None
    driver.key("1")
    for number, project in enumerate(view.projects[1:], start=2):
        driver.key(str(number))
        assert text_of(driver, project.id) in flat(driver.text())
    driver.key("space")
    assert "close" not in driver.ids()


@pytest.mark.parametrize("driver", [2], indirect=True)
def test_the_console_opens_a_card_in_the_room_reads_it_too_and_closes_it(driver: Driver) -> None:
    negotiating(driver)
    driver.click("read-card", "console")
    assert "close" in driver.ids("room")
    opened = driver.director.front.pane("room").argument
    assert text_of(driver, opened) in flat(driver.text("room"))
    assert text_of(driver, opened) in flat(driver.text("console"))
    driver.key("space", "console")
    assert "close" not in driver.ids("room")
    assert driver.phase == "negotiation", "Space closes what is read, and no more"
    assert "read-card" in driver.ids("console")


def test_in_one_window_a_card_opens_over_the_console(driver: Driver) -> None:
    negotiating(driver)
    driver.key("f2")
    driver.click("read-card")
    assert text_of(driver, driver.director.front.pane("room").argument) in flat(driver.text())
    driver.key("space")
    assert "read-card" in driver.ids()


@pytest.mark.parametrize("driver", [2], indirect=True)
def test_who_chooses_in_secret_can_read_the_cards_and_the_room_sees_nothing_of_it(driver: Driver) -> None:
    project = negotiating(driver)
    go_to(driver, "choice")
    driver.do(PassTo(who=driver.session.game.held[0]))
    driver.stage.turn()
    driver.click("unveil", "console")
    driver.click(f"card.{project}", "console")
    assert text_of(driver, project) in flat(driver.text("console"))
    assert text_of(driver, project) not in flat(driver.text("room"))
    driver.key("space", "console")
    assert "give-back" in driver.ids("console")
    assert driver.director.sight.passed_to()


def test_gauges_and_names_of_the_map_open_and_close_with_keys(driver: Driver) -> None:
    negotiating(driver)
    driver.key("q")
    indicators = driver.session.game.scenario.indicators.values()
    assert all(flat(indicator.explained.fr) in flat(driver.text()) for indicator in indicators)
    driver.key("q")
    driver.key("escape")
    assert driver.phase == "negotiation"
    assert "close" not in driver.ids()


def test_the_past_is_looked_at_without_opening_anything(driver: Driver) -> None:
    negotiating(driver)
    go_to(driver, "forecast")
    driver.key("left")
    assert not [name for name in driver.ids() if name.startswith("card.") or name == "gauges"]


def test_a_card_on_the_table_says_what_is_to_be_done_as_far_as_there_is_room() -> None:
    _, live = session(SCENARIO)
    while live.view(ROOM).phase.kind != "negotiation":
        live.do(Advance())
    view = live.view(ROOM)
    shown = said(canvas((1920, 1080)).compose(*show(view, Ui())))
    told = [flat(project.text).split(".")[0] in shown for project in view.projects]
    assert any(told), "where there is room, what is to be done"
    assert all(told) or flat("… lire la carte") in shown, "and where there is none, that the card says more"


def test_the_room_sees_who_holds_which_tokens_and_each_family_by_its_name() -> None:
    from game.kit.nodes import Token

    _, live = session(SCENARIO)
    welcome = SMALL.compose(*show(live.view(ROOM), Ui(drafts=holding(Turned("welcome", 1)))))
    assert all(who.family_word in welcome.texts() for who in live.view(ROOM).characters)
    while live.view(ROOM).phase.kind != "negotiation":
        live.do(Advance())
    view = live.view(ROOM)
    scene = canvas((1920, 1080)).compose(*show(view, Ui()))
    full = [node for node in scene.nodes if isinstance(node, Token) and node.state == "given"]
    in_hand = sum(sum(who.tokens) for who in view.characters)
    assert len(full) == in_hand + sum(sum(p.placed) for p in view.projects) + 3, "and three in the legend"
