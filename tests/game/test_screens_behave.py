"""What screens do: which one is shown, what their controls ask for, what they keep to themselves."""

from dataclasses import replace

import pytest

from engine.play.commands import Advance, Confirm, PassTo, Place
from engine.play.legal import TokenCount
from engine.view.types import Audience, View
from game.front.drafts import holding
from game.front.intents import Back, Do, Draft, LookBack, Resume, Set
from game.front.state import Settings, Ui
from game.kit import Scene
from game.kit.nodes import Token
from game.screens import for_view
from game.screens.round.choice import KeepsAll, Unveiled
from tests.game import samples
from tests.game.gallery import sample_ui
from tests.game.keyed import does
from tests.game.showing import intent, said, scene

pytestmark = pytest.mark.usefixtures("french")


@pytest.mark.parametrize(
    "kind", ["welcome", "briefing", "situation", "negotiation", "forecast", "choice", "reveal"]
)
def test_the_room_shows_the_phase_the_session_is_in(kind: str) -> None:
    assert for_view(samples.view(kind), Ui()) == kind  # type: ignore[arg-type]


def test_the_map_is_the_last_step_of_the_debate() -> None:
    assert for_view(samples.posture_map(), Ui()) == "map"
    assert for_view(samples.debate("talk"), Ui()) == "debate"


def test_without_a_session_the_first_screen_is_shown() -> None:
    picture = scene(None, sample_ui("usual"))
    assert "Scénarios" in picture.texts()
    assert isinstance(intent(picture, "resume"), Resume)
    assert intent(picture, "plain") == Set("plain", True)


def test_an_overlay_keeps_what_is_below_out_of_reach() -> None:
    picture = scene(samples.view("negotiation"), Ui(screen="help"))
    assert [c.id for c in picture.controls()] == ["close"]


def test_the_button_goes_on_everywhere_in_a_round() -> None:
    for kind in ("situation", "negotiation", "forecast"):
        picture = scene(samples.view(kind), Ui())  # type: ignore[arg-type]
        assert intent(picture, "next") == Do(Advance())


def test_looking_back_shows_a_past_moment_and_lets_nothing_be_done() -> None:
    picture = scene(samples.view("negotiation"), Ui(screen="look-back"))
    assert [c.intent for c in picture.controls()] == [Back(), LookBack()]


def passed(case: samples.Case = "usual") -> tuple[View, str]:
    holder = samples.characters(case)[0].id
    view = samples.view("choice", "", case, Audience("holder", holder))
    assert view.choice is not None
    return replace(view, choice=replace(view.choice, passed_to=holder)), holder


def test_the_cover_says_whose_turn_it_is_and_nothing_else() -> None:
    view, holder = passed()
    picture = scene(view, Ui())
    who = view.character(holder)
    assert who.secret is not None
    assert who.secret.wants[:20] not in said(picture)
    assert not [node for node in picture.nodes if isinstance(node, Token)]
    assert intent(picture, "unveil") == Draft(Unveiled(who=holder))
    assert intent(picture, "give-back") == Do(PassTo(who=None), then=(Unveiled(),))


def test_the_private_screen_belongs_to_the_holder_who_lifted_the_cover() -> None:
    view, holder = passed()
    assert for_view(view, Ui(drafts=holding(Unveiled(who=holder)))) == "private"
    assert for_view(view, Ui(drafts=holding(Unveiled(who="services-techniques")))) == "cover"
    room = replace(view, audience=samples.ROOM)
    assert for_view(room, Ui(drafts=holding(Unveiled(who=holder)))) == "cover"


@pytest.mark.parametrize("people", [0, 1, 2])
def test_where_several_are_held_around_one_computer_each_is_covered_and_can_be_given_back(
    people: int,
) -> None:
    view, holder = passed()
    around = replace(view, mode="training", participants=people)
    assert for_view(around, Ui()) == "cover"
    picture = scene(around, Ui(drafts=holding(Unveiled(who=holder))))
    assert intent(picture, "give-back") == Do(PassTo(who=None), then=(Unveiled(),))
    assert view.choice is not None
    decided = replace(view.choice, waiting=(), passed_to=None)
    assert "Vous avez décidé" not in said(scene(replace(around, audience=samples.ROOM, choice=decided), Ui()))


def test_tokens_are_placed_one_by_one_then_confirmed() -> None:
    view, holder = passed()
    picture = scene(view, Ui(drafts=holding(Unveiled(who=holder))))
    asked = intent(picture, "more.permanence-droits.time")
    assert asked == Do(Place(who=holder, project="permanence-droits", token="time", by=1))
    back = intent(picture, "less.permanence-droits.time")
    assert back == Do(Place(who=holder, project="permanence-droits", token="time", by=-1))
    assert intent(picture, "confirm") == Do(Confirm(who=holder), then=(Unveiled(), KeepsAll()))


def test_keeping_every_token_is_asked_about_and_no_key_pressed_again_and_again_answers() -> None:
    view, holder = passed()
    assert view.choice is not None
    view = replace(view, choice=replace(view.choice, mine=()))
    picture = scene(view, Ui(drafts=holding(Unveiled(who=holder))))
    assert picture.control("confirm") is None
    assert intent(picture, "keep-all") == Draft(KeepsAll(who=holder))
    asked = scene(view, Ui(drafts=holding(Unveiled(who=holder), KeepsAll(who=holder))))
    assert intent(asked, "confirm") == Do(Confirm(who=holder), then=(Unveiled(), KeepsAll()))
    confirm = asked.control("confirm")
    assert confirm is not None
    assert does(asked, "space", view) != intent(asked, "confirm")
    assert "Garder tous vos jetons, sans rien poser" in said(asked)
    safe = intent(asked, "keep-all")  # under the focus, where the question was asked
    assert safe == Draft(KeepsAll())
    placed = scene(passed()[0], Ui(drafts=holding(Unveiled(who=holder), KeepsAll(who=holder))))
    assert "Garder tous vos jetons" not in said(placed)


def test_a_token_that_a_project_does_not_need_cannot_be_placed_there() -> None:
    view, holder = passed()
    picture = scene(view, Ui(drafts=holding(Unveiled(who=holder))))
    full = {(p.id, kind) for p in view.projects for kind in p.cost._fields if not getattr(p.cost, kind)}
    assert full
    assert not any(picture.control(f"more.{project}.{kind}") for project, kind in full)


def test_a_token_put_down_keeps_its_key_so_that_it_travels() -> None:
    view, holder = passed()
    assert view.choice is not None
    before = scene(view, Ui(drafts=holding(Unveiled(who=holder))))
    mine = tuple((p, t._replace(time=t.time + (p == "permanence-droits"))) for p, t in view.choice.mine or ())
    after_view = replace(view, choice=replace(view.choice, mine=mine, left=TokenCount()))
    after = scene(after_view, Ui(drafts=holding(Unveiled(who=holder))))

    def keys(picture: Scene) -> set[str]:
        return {node.key for node in picture.nodes if isinstance(node, Token) and node.key}

    assert keys(before) == keys(after) != set()


def test_the_room_never_reads_what_a_character_wants() -> None:
    view, _ = passed()
    wants = view.characters[0].secret
    assert wants is not None
    for kind in ("welcome", "negotiation", "choice"):
        assert wants.wants[:20] not in said(scene(samples.view(kind), Ui()))  # type: ignore[arg-type]


def test_a_room_with_a_window_of_its_own_sees_no_button_of_who_leads_and_keys_act_there_still() -> None:
    view = samples.view("negotiation", round=1)
    ones, twos = (Ui(Settings(windows=windows)) for windows in (1, 2))
    for_all, for_the_room = scene(view, ones), scene(view, twos)
    leading = ("Clore la négociation", "+1\u00a0min", "Carte blanche")
    assert all(words in said(for_all) for words in leading)
    assert not any(words in said(for_the_room) for words in leading)
    assert intent(for_the_room, "next") == intent(for_all, "next")
    assert for_the_room.tab().focus != "next"
