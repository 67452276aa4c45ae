"""A carte blanche that waits: both versions on the room's screen, the console that writes an amendment."""

from dataclasses import replace

import pytest

from engine.language import typo
from engine.play.commands import Amend
from engine.view.types import CONSOLE, ROOM, TokenCount, View
from game import console
from game.console.own_card import Amending
from game.front.drafts import Form, holding
from game.front.intents import Do
from game.front.state import Ui
from game.kit import Scene
from game.pieces.panel import TaskTab, step_of
from tests.game import samples
from tests.game.showing import WINDOW, intent, said, scene
from tests.game.staged import by_oneself, training

pytestmark = pytest.mark.usefixtures("french")


def waiting(amended: str = "", why: str = "") -> View:
    return samples.proposed(samples.view("negotiation", "", "usual", ROOM), amended, why)  # type: ignore[arg-type]


def written(*forms: Form) -> Scene:
    """The console at its tab of amendments."""
    view = samples.proposed(samples.view("negotiation", "", "usual", CONSOLE))
    ui = Ui(drafts=holding(TaskTab(step_of(view), "amend"), *forms))
    return WINDOW.compose(console.panel(view, ui))


def test_the_room_reads_the_card_large_and_how_it_may_be_amended() -> None:
    picture = scene(waiting(), Ui())
    assert {"+6", "+4"} <= set(picture.texts())
    assert "Une seule personne, une seule fois" in said(picture)
    assert "Une cuisine d’été" in said(picture)


def test_an_amended_card_shows_what_was_written_and_what_stands() -> None:
    picture = scene(waiting("changes"), Ui())
    texts = picture.texts()
    assert texts.index("+6") < texts.index("+4") < texts.index("+2"), "before, then now"
    assert "0" in texts, "what it did not bring before"
    assert typo("Hugo amende la carte blanche : Santé\u00a0−2, Économie\u00a0+2.") in said(picture)
    assert "Une seule personne" not in said(picture), "it is done"


def test_alone_whoever_amends_it_says_why_and_it_opens_with_the_next_key() -> None:
    picture = scene(by_oneself(training(waiting("changes", "Pour mes clients."))), Ui())
    assert "Pour mes clients." in said(picture)
    assert "Ouvrir ce chantier" in picture.texts()
    alone = by_oneself(training(waiting()))
    alone = replace(alone, legal=tuple(option for option in alone.legal if option.kind != "amend"))
    untouched = said(scene(alone, Ui()))
    assert "Personne n’y change rien." in untouched
    assert "salle" not in untouched


def test_where_people_train_and_hold_everybody_one_of_them_amends_it() -> None:
    told = said(scene(training(waiting()), Ui()))
    assert "Une seule personne, une seule fois" in told
    assert "Personne n’y change rien." not in told


def test_the_console_writes_down_who_moves_what() -> None:
    first, second = samples.view("negotiation").indicators[:2]
    people = samples.view("negotiation").characters
    done = intent(written(), "amend-say")
    assert isinstance(done, Do)
    assert done.command == Amend(who=people[0].id, taken=first.id, given=second.id, by=1)
    form = Amending(who=people[2].id, taken=f"changes/{first.id}", given=second.id, by="2")
    done = intent(written(form), "amend-say")
    assert isinstance(done, Do)
    assert done.command == Amend(who=people[2].id, taken=first.id, given=second.id, by=2)


def test_one_token_of_a_kind_is_one() -> None:
    view = samples.proposed(samples.view("negotiation", "", "usual", CONSOLE))
    assert view.own_card is not None
    view = replace(view, own_card=replace(view.own_card, cost=TokenCount(2, 1, 1)))
    ui = Ui(drafts=holding(TaskTab(step_of(view), "amend")))
    assert "1 moyen" in WINDOW.compose(console.panel(view, ui)).texts()


def test_a_token_is_moved_one_at_a_time() -> None:
    people = samples.view("negotiation").characters
    picture = written(Amending(taken="cost/time", given="means", by="2"))
    assert "3 moyens" in picture.texts()
    done = intent(picture, "amend-say")
    assert isinstance(done, Do)
    assert done.command == Amend(who=people[0].id, part="cost", taken="time", given="means", by=1)
    assert not any(control.startswith("amend.by") for control in (c.id for c in picture.controls()))


def test_once_amended_the_console_says_by_whom_and_that_it_is_to_be_opened() -> None:
    view = samples.proposed(samples.view("negotiation", "", "usual", CONSOLE), "changes")
    ui = Ui(drafts=holding(TaskTab(step_of(view), "amend")))
    told = said(WINDOW.compose(console.panel(view, ui)))
    assert typo("Hugo amende la carte blanche : Santé\u00a0−2") in told
    assert "Ouvrez-le" in told
    again = said(WINDOW.compose(console.panel(replace(view, own_card=None), ui)))
    assert "Ouvrez-le" not in again
