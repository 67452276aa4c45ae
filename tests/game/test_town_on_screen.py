"""The town on screen: needs that lie face down, where the walker goes, and the moment of a need heard."""

from dataclasses import replace

import pytest

from engine.play.commands import Walk
from engine.view.types import CONSOLE, Audience, TokenCount, View
from game import console
from game.console.task import tabs
from game.front.drafts import Turned, holding
from game.front.intents import Do
from game.front.state import Settings, Ui
from game.front.told import Revealed, Told
from game.kit import Canvas, Scene, motions
from game.kit.nodes import FaceDisc, Pictogram, Token
from game.kit.theme import Theme
from game.paint import canvas
from game.pieces.places import most_here
from game.screens.bilan.pages import leaves
from game.screens.round import moments
from tests.game import sample_bilan, samples, showing, town
from tests.game.showing import intent
from tests.game.staged import built, by_oneself

WINDOW: Canvas = canvas((1920, 1080), Theme("console"))


pytestmark = pytest.mark.usefixtures("french")


def negotiation(choosing: bool = False) -> View:
    return town.in_town(replace(samples.view("negotiation"), answers=()), choosing=choosing)


def scene(view: View, ui: Ui | None = None) -> Scene:
    return showing.scene(view, ui or Ui())


def said(picture: Scene) -> str:
    """All that is read, with ordinary spaces."""
    return " ".join(showing.said(picture).split())


def at(steps: int) -> Ui:
    return Ui(drafts=holding(Revealed("2", 99), Told("2.reveal", steps)))


def console_of(view: View) -> Scene:
    return WINDOW.compose(console.console(view, Ui()))


# ---- Face down -----------------------------------------------------------------------------------------


def test_a_card_face_down_says_where_it_lies_and_one_sentence_and_never_a_title() -> None:
    view = negotiation()
    picture = said(scene(view))
    hidden = [project for project in view.projects if project.listening]
    assert len(hidden) == 3
    for project in hidden:
        assert project.overheard in picture
        assert project.where[1:] in picture
        assert project.title not in picture
    assert scene(view).control("card.listening-les-hauts") is not None


def test_its_places_are_filled_by_the_faces_of_those_who_said_that_they_come() -> None:
    view = negotiation()
    empty = scene(town.quiet(view))
    come = scene(view)
    seats = [node for node in come.nodes if isinstance(node, Token) and node.state == "missing"]
    before = [node for node in empty.nodes if isinstance(node, Token) and node.state == "missing"]
    assert len(seats) - len(before) == 3 - 2 * 2, (
        "three of six places are taken; without the first card, four"
    )
    assert "viennent" in said(come)
    assert "il manque une autre famille" in said(come)


def test_a_place_where_nothing_waits_says_so() -> None:
    assert "rien n’attend d’être entendu" in said(scene(town.quiet(negotiation())))


def test_the_whole_card_keeps_its_secret_and_says_what_turns_it_over() -> None:
    view = negotiation()
    project = view.projects[-1]
    text = said(scene(view, Ui(screen="card", argument=project.id)))
    assert project.overheard in text
    assert "deux familles" in text
    assert "dépensé" in text


def test_a_choice_shows_the_sentence_and_takes_one_token_where_one_is_there() -> None:
    seen = samples.view("choice", "", audience=Audience("holder", samples.characters()[0].id))
    assert seen.choice is not None
    view = town.in_town(replace(seen, choice=replace(seen.choice, passed_to=None)))
    from game.screens.round.choice import placing

    who = view.characters[0]
    picture = WINDOW.compose(placing(view, Ui(), who, True))
    here, elsewhere = "listening-la-gare", "listening-les-hauts"
    assert picture.control(f"more.{here}.time") is not None
    assert picture.control(f"more.{elsewhere}.time") is None, "the walker is not there"
    text = said(picture)
    assert "vous n’y êtes pas" in text
    assert "Aller écouter" not in text


def test_one_gives_one_token_to_listen_and_the_walker_none_elsewhere() -> None:
    view = negotiation()
    away, heard, free, *_ = view.projects
    listening = view.projects[-1]
    walker, other = view.characters[0].id, view.characters[1].id
    assert most_here(view, walker, away) == TokenCount()
    assert most_here(view, walker, heard) is None
    assert most_here(view, walker, free) is None
    assert most_here(view, walker, listening) == TokenCount()
    assert most_here(view, other, listening) == TokenCount(1)
    assert most_here(view, other, None) is None


# ---- Where the walker goes -----------------------------------------------------------------------------


def test_touching_a_place_sends_the_walker_there() -> None:
    picture = scene(negotiation(choosing=True))
    for place in town.PLACES:
        assert intent(picture, f"walk.{place}") == Do(Walk(place=place))
    assert "Où va" in said(picture)


def test_a_place_is_not_touched_once_the_walker_has_gone_nor_in_the_past() -> None:
    assert scene(negotiation()).control("walk.les-hauts") is None
    assert scene(negotiation(choosing=True), Ui(screen="look-back")).control("walk.les-hauts") is None


def test_the_face_of_the_walker_goes_from_where_it_was_to_the_place() -> None:
    before, after = scene(negotiation(choosing=True)), scene(negotiation())
    moved = [
        one for one in motions(before, after) if isinstance(one.node, FaceDisc) and one.node.key == "walker"
    ]
    assert [one.kind for one in moved] == ["travel"]


def test_cards_of_another_place_say_that_the_walker_is_not_there() -> None:
    view = negotiation()
    walker = view.characters[0].short
    assert said(scene(view)).count(f"{walker} n’y est pas") == 1
    assert "n’y est pas" not in said(scene(negotiation(choosing=True))), "nowhere yet"


def test_the_console_asks_first_where_the_walker_goes() -> None:
    view = town.in_town(samples.view("negotiation", audience=CONSOLE), choosing=True)
    assert tabs(view, Ui())[0][0] == "walk"
    assert intent(console_of(view), "walk-to.la-plaine") == Do(Walk(place="la-plaine"))


def test_its_tab_keeps_its_place_when_the_walker_has_gone() -> None:
    seen = samples.view("negotiation", audience=CONSOLE)
    orders = []
    for choosing in (True, False):
        nodes = console_of(town.in_town(seen, choosing=choosing)).nodes
        orders.append([node.id for node in nodes if getattr(node, "id", "").startswith("task.")])
    assert orders[0] == orders[1]
    assert orders[0][0] == "task.walk"


def test_a_scenario_without_places_has_no_town() -> None:
    view = samples.view("negotiation")
    assert view.town is None
    picture = scene(view)
    assert not [node for node in picture.nodes if isinstance(node, Pictogram) and node.name == "ear"]
    assert not [node for node in picture.nodes if node.key == "walker"]


# ---- What was heard ------------------------------------------------------------------------------------


def test_a_need_keeps_the_names_of_those_who_heard_it() -> None:
    view = negotiation()
    assert "Entendu par Rosa et Denis" in said(scene(view))
    whole = scene(view, Ui(screen="card", argument=view.projects[1].id))
    assert "Entendu par Rosa et Denis" in said(whole)


def test_two_needs_heard_are_great_moments_and_others_are_counted() -> None:
    view = town.heard(built(samples.reveal(), 0), 3)
    first, second, after = (moments.standing(view, at(steps)) for steps in (1, 2, 3))
    assert first is not None
    assert second is not None
    assert after is not None
    assert [one.id.split(".")[0] for one in (first, second, after)] == ["heard", "heard", "gate"]
    text = said(scene(view, at(1)))
    assert view.reveal is not None
    need = view.reveal.heard[0]
    assert all(words in text for words in (need.overheard, need.text.split(".")[0], need.said))
    assert "et 1 autre besoin entendu" in said(scene(view, at(2)))
    assert moments.notes(first)[0] == (need.said,)


def test_to_need_nothing_is_an_answer_in_its_own_words() -> None:
    view = town.heard(built(samples.reveal(), 0), 2)
    text = said(scene(view, at(2)))
    assert "On vous a répondu" in text
    assert "une réponse" in text
    assert "Un besoin entendu" not in text


@pytest.mark.parametrize(("last", "nothing", "asked"), [(True, 1, True), (False, 1, False), (True, 0, False)])
def test_a_need_heard_in_the_last_round_asks_who_is_to_be_told(last: bool, nothing: int, asked: bool) -> None:
    view = town.heard(built(samples.reveal(), 0), 1, nothing=nothing)
    phase = replace(view.phase, rounds=view.phase.round if last else view.phase.round + 1)
    text = said(scene(replace(view, phase=phase), at(1)))
    assert ("C’était le dernier tour : à qui le transmettre ?" in text) is asked


def test_what_follows_a_reveal_lists_what_was_heard() -> None:
    view = town.heard(built(samples.reveal(), 0), 3)
    text = said(scene(view, at(99)))
    assert "Entendu" in text
    assert "On n’a besoin de rien." in text


def test_a_place_where_too_few_came_is_told_and_no_project_is_said_to_be_complete() -> None:
    view = town.heard(built(samples.reveal(), 0), 1)
    assert view.reveal is not None
    some = view.reveal.outcomes[0]
    open_, full = view.projects[-1], view.projects[-2]
    outcomes = (
        *view.reveal.outcomes,
        replace(some, project=open_, state="lacking", lacking=TokenCount(1)),
        replace(some, project=full, state="complete"),
    )
    view = replace(view, reveal=replace(view.reveal, outcomes=outcomes))
    text = said(scene(view, at(99)))
    assert "Personne n’a encore entendu" in text
    assert open_.title not in text
    assert full.title not in text
    assert moments.standing(view, at(1)) == moments.standing(town.heard(built(samples.reveal(), 0), 1), at(1))


def test_who_trains_alone_chooses_on_the_screen_and_in_the_panel() -> None:
    view = by_oneself(negotiation(choosing=True))
    assert intent(scene(view, Ui(Settings(windows=1))), "walk.la-gare") == Do(Walk(place="la-gare"))


def test_the_bilan_has_a_page_of_what_was_heard_and_not_only_in_a_town() -> None:
    view, data = sample_bilan.bilan_view(), sample_bilan.bilan()
    assert "Besoins" not in [leaf.name for leaf in leaves(view, data)]
    there = town.over(view)
    at_ = [leaf.name for leaf in leaves(there, data)].index("Besoins")
    text = said(scene(there, Ui(bilan=data, drafts=holding(Turned("bilan", at_)))))
    assert "Ce qui n’a pas été entendu" in text
    assert "terminé au tour 2" in text
    assert "Une seule personne est venue écouter" in text


def test_where_everything_was_heard_it_takes_the_room_of_both_columns() -> None:
    data, there = sample_bilan.bilan(), town.over(sample_bilan.bilan_view())
    assert there.town is not None
    heard_ = tuple(need for need in there.town.needs if need.round)
    view = replace(there, town=replace(there.town, needs=(*heard_, heard_[0])[:4]))
    at_ = [leaf.name for leaf in leaves(view, data)].index("Besoins")
    picture = showing.scene(view, Ui(bilan=data, drafts=holding(Turned("bilan", at_))))
    assert "Tout a été entendu." in picture.texts()
    assert "Ce qui n’a pas été entendu" not in picture.texts()
    assert picture.control("needs-heard.on") is None
