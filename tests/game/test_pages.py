"""A page made up outside the packages is opened, shown and closed in a session like any other."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from engine.view.types import View
from game.front import pages
from game.front.drafts import Form
from game.front.intents import Back, Draft, Go, Start
from game.front.pages import Page
from game.front.state import Ui
from game.kit import Button, Card, Column, Element, Label, Pad, centred
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


def test_a_page_has_a_name_of_its_own() -> None:
    with pytest.raises(ValueError, match="help"):
        pages.register(Page("help", dream))
