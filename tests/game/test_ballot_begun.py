"""On screen, a catalogue that others have begun: the table sees what is in it, and can read it."""

from dataclasses import replace

import pytest

from engine.view.types import View
from game.front.intents import Go
from game.front.state import Ui
from game.kit import Scene
from tests.game import ballots, samples, showing

pytestmark = pytest.mark.usefixtures("french")


def scene(view: View, ui: Ui | None = None) -> Scene:
    return showing.scene(view, ui or Ui())


def read(picture: Scene) -> str:
    """All that is read, with ordinary spaces."""
    return " ".join(showing.said(picture).split())


def negotiation(eligible: int | None = None) -> View:
    return ballots.voted(replace(samples.view("negotiation"), answers=()), eligible=eligible)


def test_before_the_table_makes_any_eligible_it_sees_what_is_in_the_catalogue_already() -> None:
    view = ballots.begun(negotiation())
    picture = scene(view)
    assert f"{ballots.THEIRS} idées déjà au catalogue" in read(picture)
    assert picture.check() == []


def test_of_all_that_is_eligible_one_reads_how_many_others_had_submitted() -> None:
    assert "dont 6 déjà au catalogue, déposées par d’autres" in read(scene(negotiation()))
    bare = negotiation(eligible=2)  # both are the table's
    assert "déjà au catalogue" not in read(scene(bare))


def test_the_publics_open_large_with_the_names_of_what_others_had_submitted_each_of_which_opens() -> None:
    view = negotiation()
    assert view.ballot is not None
    picture = scene(view, Ui(screen="publics"))
    words = read(picture)
    assert "Déjà au catalogue, déposées par d’autres :" in words
    for id_, idea in view.ballot.ideas:
        assert " ".join(idea.title.split()) in words
        assert showing.intent(picture, f"card.{id_}") == Go("card", id_)


def test_the_card_of_an_idea_that_is_not_on_the_table_can_be_read() -> None:
    view = negotiation()
    assert view.ballot is not None
    for id_, idea in view.ballot.ideas:
        picture = scene(view, Ui(screen="card", argument=id_))
        words = read(picture)
        assert picture.check() == []
        for told in (idea.title, idea.text, idea.price_told, "Une fois financée"):
            assert " ".join(told.split()) in words
        assert ("d’autres l’ont déposée" in words) == idea.submitted


def test_the_catalogue_opens_the_card_of_each_idea_as_one_votes() -> None:
    view = ballots.ballot()
    assert view.ballot is not None
    picture = scene(view)
    for id_, _ in view.ballot.ideas:
        assert showing.intent(picture, f"card.{id_}") == Go("card", id_)
