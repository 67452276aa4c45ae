"""A page made up outside the packages is opened, shown and closed in a session like any other."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from engine.play.commands import PassTo
from engine.view.types import View
from game.front import pages
from game.front.drafts import Form
from game.front.intents import Back, Do, Draft, Go, Start
from game.front.pages import Page
from game.front.state import Ui
from game.kit import Button, Card, Column, Element, Label, Pad, centred
from game.pieces.parts import field
from game.windows import picture
from tests.game.driving import SCENARIO, Driver, beginning, go_to

pytestmark = pytest.mark.usefixtures("home")


@dataclass(frozen=True, slots=True)
class Dreamt(Form):
    times: int = 0


def dream(view: View | None, ui: Ui) -> Element:
    open_ = Button("Ce qu’on en dit", "wonder", Go("wonder"), "primary")
    return Pad(Column([Label("Un rêve", "title"), open_, Button("Retour", "back", Back())], "m"), 56.0, 44.0)


def wonder(view: View | None, ui: Ui) -> Element:
    form = ui.form(Dreamt)
    again = Button(f"Rêvé {form.times} fois", "again", Draft(Dreamt(times=form.times + 1)))
    journal = view.console.journal if view is not None and view.console is not None else ()
    words = Label(f"Au journal : {len(journal)} lignes", "body")
    return centred(Card(Column([words, again, Button("Fermer", "close", Back())], "m"), "xl", "l"), 900.0)


@pytest.fixture
def made_up() -> Iterator[None]:
    """A screen and a sheet, each registered in one line."""
    pages.register(Page("dream", dream, whole=True))
    pages.register(Page("wonder", wonder, sees="inside"))
    yield
    pages.forget("dream")
    pages.forget("wonder")


@pytest.mark.usefixtures("made_up")
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_a_made_up_screen_and_a_made_up_sheet_open_by_a_button_and_close_by_a_key(
    size: tuple[int, int],
) -> None:
    driver = Driver(windows=1, size=size)
    driver.director.carry(Start(SCENARIO, beginning()))
    go_to(driver, "negotiation")
    driver.director.carry(Go("dream"))
    driver.stage.turn()
    assert "Un rêve" in driver.text()
    driver.click("wonder")
    driver.click("again")
    driver.choose("again")
    assert "Rêvé 2 fois" in driver.text()
    assert "Au journal : 0 lignes" not in driver.text(), "it sees what whoever leads may see"
    assert driver.stage.scenes["room"].check() == []
    driver.key("escape")
    driver.key("escape")
    assert "Rêvé" not in driver.text()
    driver.key("escape")
    assert "Un rêve" not in driver.text()
    assert driver.phase == "negotiation"
    driver.close()


def secret(view: View | None, ui: Ui) -> Element:
    assert view is not None
    words = Label(f"Rien que pour {view.audience.character}", "title")
    back = Button("Rendre", "give-back", Do(PassTo(who=None)))
    return Pad(Column([words, field(ui, "whisper", "Écrire"), back], "m"), 56.0, 44.0)


@pytest.fixture
def made_up_secret() -> Iterator[None]:
    """What who has the computer sees in the welcome, in one line."""
    pages.register(Page("secret", secret, whole=True, private="welcome", field="whisper"))
    yield
    pages.forget("secret")


@pytest.mark.usefixtures("made_up_secret")
def test_a_made_up_private_page_is_for_who_has_the_computer_alone_once_they_uncover_it() -> None:
    driver = Driver(windows=2)
    driver.director.carry(Start(SCENARIO, beginning()))
    driver.stage.turn()
    driver.director.carry(Go("secret"), "room")
    driver.director.carry(Go("secret"), "console")
    driver.stage.turn()
    assert "Rien que pour" not in driver.text("room") + driver.text("console"), "nobody opens it by its name"
    who = driver.session.game.held[0]
    driver.do(PassTo(who=who))
    driver.stage.turn()
    assert "Rien que pour" not in driver.text("console")
    driver.click("unveil", "console")
    assert f"Rien que pour {who}" in driver.text("console")
    assert "Rien que pour" not in driver.text("room")
    driver.click("give-back", "console")
    assert "Rien que pour" not in driver.text("room") + driver.text("console")
    driver.close()


@pytest.fixture
def made_up_form() -> Iterator[None]:
    """A form set in the type of the room's pages, in one line."""

    def draw(view: View | None, ui: Ui) -> Element:
        return Pad(Column([Label("Mon rêve", "title"), field(ui, "dreamt", "Écrire")], "m"), 56.0, 44.0)

    pages.register(Page("form", draw, whole=True, field="dreamt", looks="room", needs="promise"))
    yield
    pages.forget("form")


@pytest.mark.usefixtures("made_up_form")
def test_a_made_up_form_is_ready_to_write_in_and_stands_only_while_its_command_may_be_given() -> None:
    driver = Driver(windows=2)
    driver.director.carry(Start(SCENARIO, beginning()))
    driver.stage.turn()
    driver.director.carry(Go("form"), "console")
    driver.stage.turn()
    assert "Mon rêve" not in driver.text("console"), "nobody promises yet"
    go_to(driver, "negotiation")
    driver.director.carry(Go("form"), "console")
    driver.stage.turn()
    assert "Mon rêve" in driver.text("console")
    driver.type("Un jardin", "console")
    assert driver.director.ui.text("dreamt") == "Un jardin"
    assert picture.theme_of(driver.director, "console").window == "near"
    driver.close()


def test_a_page_has_a_name_of_its_own() -> None:
    with pytest.raises(ValueError, match="help"):
        pages.register(Page("help", dream))
