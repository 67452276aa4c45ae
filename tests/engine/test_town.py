"""A town too large to be everywhere: needs that lie face down, and somebody who walks from place to place."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.content.model import Tokens
from engine.play.actors import Actor
from engine.play.commands import Ask, Confirm, Offer, Pact, Place, Promise, Undo, Walk
from engine.play.game import Game
from engine.play.legal import Refused
from engine.play.procedure import legal as legal_for
from engine.rules import state as states
from engine.rules.board import build, names
from engine.rules.opening import begin_round
from engine.rules.revealing import reveal
from engine.rules.state import ROUND
from engine.rules.values import hoped_value
from engine.session.session import Session
from engine.simulate.policies import ROOM, negotiate
from engine.transcript import story
from engine.view import of
from engine.view.types import CONSOLE, Audience
from engine.view.types import ROOM as SEEN_BY_ALL
from tests.engine import driving, town
from tests.engine.driving import code, go, promise
from tests.engine.legal_moves import any_hands
from tests.engine.simulated import game_nought
from tests.engine.small import begin
from tests.engine.speeds import assert_both_speeds_agree

EVERYBODY = {"ana": "held", "bo": "held", "cy": "held", "di": "held"}
ALL_HELD = begin(duration="150", seats=EVERYBODY)
HOWS = (ALL_HELD, begin(duration="150"), begin("training", "training", participants=1))


def played(**given: dict[str, int]) -> Session:
    """All four hold somebody; each of `given` says by project how much time they put there in the first
    round. Then the reveal."""
    whole = town.to("choice", ALL_HELD)
    for who, where in given.items():
        for project, time in where.items():
            for _ in range(time):
                whole.do(Place(who=who, project=project, token="time", by=1))
    for who in whole.game.held:
        whole.do(Confirm(who=who))
    return go(whole, "reveal")


def lying(game: Game) -> set[str]:
    return {id_ for id_ in game.open if id_.startswith("listening-")}


# ---- Needs lie face down ----------------------------------------------------------------------------------


def test_a_need_lies_face_down_in_each_place_and_only_a_sentence_of_it_is_read() -> None:
    view = town.to("negotiation").view(SEEN_BY_ALL)
    assert view.town is not None
    assert {place.overheard for place in view.town.places} == {
        "On entend bench.", "On entend lamp.", "On entend peace.",
    }  # fmt: skip
    assert [p.title for p in view.projects if p.listening] == [f"Aller écouter au {p}" for p in town.PLACES]


@pytest.mark.parametrize("phase", ["situation", "negotiation", "choice", "reveal", "debate"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_nobody_sees_what_a_need_is_before_it_was_heard(phase: str, language: str) -> None:
    whole = town.to(phase)
    for audience in (SEEN_BY_ALL, CONSOLE, Audience("holder", "ana"), Audience("holder", "bo")):
        seen = repr(whole.view(audience, language))
        heard = {p for p, when in zip(whole.game.names.projects, whole.game.state.heard, strict=True) if when}
        for need in town.NEEDS.keys() - heard:
            assert f"Besoin {need}" not in seen, audience
            assert f"Texte de {need}" not in seen, audience


@pytest.mark.parametrize(("many", "duration"), [(1, "45"), (2, "90"), (0, "150"), (3, "training")])
def test_as_many_lie_there_at_once_as_the_duration_says(many: int, duration: str) -> None:
    numbers = {"45": 1, "90": 2, "150": 0, "training": 3}
    mode = "training" if duration == "training" else "facilitated"
    whole = town.to("negotiation", begin(mode, duration), face_down=numbers)
    assert len(lying(whole.game)) == many


def test_a_need_never_comes_to_the_table_by_itself() -> None:
    board, index = build(town.scenario(), "training"), names(town.scenario())
    needs = {index.project(need) for need in town.NEEDS}
    for seed in range(20):
        state, dice = states.initial(board, seed), states.dice(board, seed)
        for round_ in range(1, board.rounds + 1):
            begin_round(board, state, dice.block(0, round_))
            unheard = {p for p in needs if not state.heard[p]}
            assert not unheard & set(state.open.tolist())
            reveal(board, state, np.zeros_like(state.given))
            assert not state.heard.any()  # nobody went


# ---- Going to listen --------------------------------------------------------------------------------------


def test_two_people_of_two_families_turn_it_over_and_it_keeps_their_names() -> None:
    whole = played(di={"listening-dock": 1}, cy={"listening-dock": 1}, ana={"listening-mill": 1})
    now = whole.view(SEEN_BY_ALL).reveal
    assert now is not None
    (heard,) = now.heard
    assert (heard.project, set(heard.by), heard.at) == ("peace", {"di", "cy"}, "au dock")
    assert heard.overheard == "On entend peace."
    assert heard.said == "Entendu au dock par Cy et Di."


def test_in_the_last_round_nothing_can_come_of_going_to_listen() -> None:
    board = build(town.scenario(), "90")
    state = states.initial(board, 3)
    begin_round(board, state, states.dice(board, 3).block(0, 1))
    hoped = []
    for round_ in (1, board.rounds):
        state.clock[ROUND] = round_
        hoped.append([hoped_value(board, state, p) for p in board.listening.tolist()])
    assert max(hoped[0]) > 0
    assert set(hoped[1]) == {0}


def test_a_heard_need_lies_open_where_it_lay_for_three_rounds_more() -> None:
    whole = played(ana={"listening-mill": 1}, cy={"listening-mill": 1})
    assert not [o for o in whole.view(SEEN_BY_ALL).reveal.outcomes if o.project.listening]
    go(whole, "negotiation", rounds=2)
    (bench,) = [p for p in whole.view(SEEN_BY_ALL).projects if p.id == "bench"]
    assert (bench.heard_by, bench.where, bench.rounds_left) == (("Ana", "Cy"), "au mill", 3)
    assert "listening-mill" not in whole.game.open


def test_one_alone_hears_nothing_and_the_time_is_spent() -> None:
    whole = played(cy={"listening-dock": 1})
    now = whole.view(SEEN_BY_ALL).reveal
    assert not now.heard
    (alone,) = [o for o in now.outcomes if o.project.listening]
    assert alone.sentence == "Une seule personne est venue écouter\u00a0: Cy. Il en faut deux."
    go(whole, "choice", rounds=2)
    assert whole.game.lack("listening-dock") == (2, 0, 0)


def test_two_of_one_family_hear_nothing() -> None:
    whole = played(ana={"listening-mill": 1}, di={"listening-mill": 1})
    now = whole.view(SEEN_BY_ALL).reveal
    assert not now.heard
    (alone,) = [o for o in now.outcomes if o.project.listening]
    assert alone.sentence == "Ils sont venus d’une seule famille\u00a0: Ana et Di. Il en faut deux."


def test_who_needs_nothing_is_answered_at_once_with_trust_and_nothing_to_build() -> None:
    before = town.to("choice", ALL_HELD).game
    whole = played(di={"listening-dock": 1}, cy={"listening-dock": 1})
    (heard,) = whole.view(SEEN_BY_ALL).reveal.heard
    assert heard.nothing
    assert heard.effects
    di, cy = map(before.names.character, ("di", "cy"))
    assert whole.game.records[-1].trust_cards[di, cy] > 0
    go(whole, "negotiation", rounds=2)
    assert not {"peace", "listening-dock"} & set(whole.game.open)


def test_each_gives_one_time_to_listen_and_nothing_else() -> None:
    whole = town.to("negotiation", ALL_HELD)
    assert code(whole, Promise(who="ana", project="listening-mill", tokens=Tokens(time=2))) == "one-each"
    assert code(whole, Promise(who="ana", project="listening-mill", tokens=Tokens(backing=1))) == "not-needed"
    promise(whole, "ana", "listening-mill", 1, 0, 0)
    go(whole, "choice")
    whole.do(Place(who="ana", project="listening-mill", token="time", by=1))
    assert code(whole, Place(who="ana", project="listening-mill", token="time", by=1)) == "one-each"


def test_what_makes_projects_dearer_leaves_listening_as_it_is() -> None:
    dear = {"effect": "cost", "kind": "time", "by": 1}
    rain = town.scenario().situations[0].model_dump(by_alias=True, exclude_unset=True)
    scenario = town.scenario().model_copy(
        update={
            "situations": (type(town.scenario().situations[0]).model_validate({**rain, "effects": (dear,)}),)
        }
    )
    board = build(scenario, "45")
    state = states.initial(board, 3)
    begin_round(board, state, states.dice(board, 3).block(0, 1))
    assert [state.cost[p].tolist() for p in board.listening] == [[2, 0, 0]] * 3
    assert (state.cost.sum(axis=1) > board.cost.sum(axis=1)).any()


def test_nothing_lies_face_down_where_two_families_cannot_come() -> None:
    seats = {"ana": "held", "bo": "held", "cy": "out", "di": "held"}
    whole = town.to("negotiation", begin(duration="150", seats=seats))
    assert not lying(whole.game)


def test_a_condition_counts_the_needs_heard() -> None:
    ending = {"id": "ears", "at": "end", "when": {"heard": 1}, "success": True, "title": "Oui", "text": "Oui"}
    last = {"id": "none", "at": "end", "success": False, "title": "Non", "text": "Non"}
    for listen, found in ((True, "ears"), (False, "none")):
        whole = town.to("choice", begin(duration="45", seats=EVERYBODY), endings=(ending, last))
        for who in ("ana", "cy") if listen else ():
            whole.do(Place(who=who, project="listening-mill", token="time", by=1))
            whole.do(Confirm(who=who))
        go(whole, "bilan")
        assert whole.game.table.outcome.ending == found


def test_what_was_heard_is_debated_by_the_card_written_for_that_need() -> None:
    debates = [card.model_dump(exclude_unset=True) for card in town.scenario().debates]
    own = {
        "id": "no-need",
        "about": "completed",
        "project": "peace",
        "question": "Rien ?",
        "statement": "Rien.",
    }
    whole = town.to("choice", ALL_HELD, debates=(*debates, own))
    for who in ("di", "cy"):
        whole.do(Place(who=who, project="listening-dock", token="time", by=1))
    for who in whole.game.held:
        whole.do(Confirm(who=who))
    go(whole, "debate")
    cards = {act.id: (act.card, *act.others) for act in whole.game.playing.acts}
    assert {id_ for id_, several in cards.items() if several[0] == "no-need"} == {
        "1.cy.listening-dock", "1.di.listening-dock",
    }  # fmt: skip


# ---- Who walks --------------------------------------------------------------------------------------------


def test_tokens_of_who_walks_count_only_where_they_are() -> None:
    whole = town.to("negotiation", ALL_HELD)
    assert whole.view(SEEN_BY_ALL).town.at == "mill"
    far = Promise(who="ana", project="listening-hill", tokens=Tokens(time=1))
    with pytest.raises(Refused) as refused:
        whole.do(far)
    assert (
        refused.value.sentence == "Ana est ailleurs dans la ville\u00a0: ses jetons ne comptent pas là-bas."
    )
    whole.do(Walk(place="hill"))
    whole.do(far)
    go(whole, "choice")
    assert code(whole, Place(who="ana", project="listening-mill", token="time", by=1)) == "elsewhere"
    assert code(whole, Place(who="ana", project="listening-hill", token="time", by=1)) == ""


def test_who_walks_goes_once_a_round_and_before_promising() -> None:
    whole = town.to("negotiation", ALL_HELD)
    assert code(whole, Walk(place="moon")) == "not-a-place"
    assert code(whole, Walk(place="mill")) == "already-there"
    promise(whole, "ana", "listening-mill", 1, 0, 0)
    assert code(whole, Walk(place="hill")) == "walker-promised"
    whole = town.to("negotiation", ALL_HELD)
    whole.do(Walk(place="hill"))
    assert code(whole, Walk(place="dock")) == "walked"
    whole.do(Undo(to=whole.game.table.number - 1))
    whole.do(Walk(place="dock"))
    go(whole, "negotiation", rounds=2)
    assert whole.view(SEEN_BY_ALL).town.at == "dock"  # there they stay
    assert whole.view(SEEN_BY_ALL).town.moved is False
    assert code(whole, Walk(place="mill")) == ""


def test_only_who_holds_them_and_who_leads_say_where_they_go() -> None:
    game = town.to("negotiation", ALL_HELD).game
    may = {
        who: "walk" in {one.kind for one in legal_for(game, Actor("holder", who=who))} for who in EVERYBODY
    }
    assert may == {"ana": True, "bo": False, "cy": False, "di": False}
    nobody = town.to("negotiation", begin(duration="150", seats={"bo": "held"}))
    assert code(nobody, Walk(place="hill")) == "simulated"


def test_where_nobody_walks_there_is_nothing_to_say() -> None:
    whole = town.to("negotiation", ALL_HELD, walker=None)
    assert code(whole, Walk(place="hill")) == "nobody-walks"
    assert whole.view(SEEN_BY_ALL).town.walker == ""
    promise(whole, "ana", "listening-hill", 1, 0, 0)  # nobody is anywhere in particular


def test_an_offer_and_a_pact_keep_within_reach_too() -> None:
    whole = town.to("negotiation", begin(duration="150", seats={"ana": "held", "bo": "held"}), pacts=True)
    offer = Offer(project="listening-hill", tokens=Tokens(time=1))
    project = next(p for p in whole.game.needing if not p.startswith("listening"))
    assert code(whole, Ask(asker="ana", asked="cy", project=project, offer=offer)) == "elsewhere"
    pact = Pact(
        who="ana", project="listening-hill", gives=Tokens(time=1), other="bo", other_project=project,
        other_gives=Tokens(means=1),
    )  # fmt: skip
    assert code(whole, pact) in ("elsewhere", "not-needed")


def test_a_simulated_walker_goes_where_its_tokens_do_most_and_all_are_told() -> None:
    demo = begin("demo", "150")
    told = set()
    for seed in range(12):
        whole = go(town.session(demo, seed), "negotiation")
        view = whole.view(SEEN_BY_ALL)
        assert view.town.sentence in (
            f"Ana va au {view.town.at}.",
            f"Ce tour-ci, Ana travaille au {view.town.at}.",
        )
        told.add(view.town.at)
        for made in view.promises:
            place = next(p.place for p in view.projects if p.id == made.project)
            assert made.who != "ana" or place in ("", view.town.at)
    assert len(told) > 1


def test_the_transcript_and_the_journal_tell_the_walk_and_what_was_heard() -> None:
    whole = town.to("negotiation", ALL_HELD)
    whole.do(Walk(place="hill"))
    assert whole.view(CONSOLE).console.journal[-1].sentence == "Ana va au hill."
    whole = played(ana={"listening-mill": 1}, cy={"listening-mill": 1})
    steps = ((done, of(whole.history[n], SEEN_BY_ALL, "fr")) for n, done in enumerate(whole.commands))
    text = [" ".join(line.split()) for line in story.lines(steps, "fr")]
    assert "- Aller écouter au mill (demande 2 temps) : « On entend bench. »" in text
    assert "Entendu au mill par Ana et Cy. « Besoin bench ». Texte de bench" in text


# ---- Both speeds, any hands -------------------------------------------------------------------------------


@pytest.mark.no_cover  # lines that other tests walk
@pytest.mark.parametrize("how", ["written", "room", "selfish", "random", "loyal", "keep", "shrewd"])
def test_compiled_games_are_the_plain_ones(how: str) -> None:
    board = build(town.scenario(pacts=True), "training")
    assert_both_speeds_agree(board, how)


def test_a_session_that_plays_itself_is_game_nought_of_a_batch() -> None:
    demo = go(town.session(begin("demo", "150"), 4), "bilan").game
    state = game_nought(build(town.scenario(), "150"), 4)
    for field in ("ind", "heard", "ears", "at", "total", "done"):
        assert np.array_equal(getattr(demo.state, field), getattr(state, field)), field


def test_a_room_that_talks_listens_in_two_families() -> None:
    board = build(town.scenario(), "150")
    heard = 0
    for seed in range(10):
        state, dice = states.initial(board, seed), states.dice(board, seed)
        chance, given = dice.block(0, 1), np.zeros_like(state.given)
        begin_round(board, state, chance)
        negotiate(board, state, chance, np.full(board.n, ROOM), given)
        for listening in board.listening:
            families = [board.family[who] for who in np.flatnonzero(given[:, listening, 0])]
            assert len(families) == len(set(families))
        heard += int(reveal(board, state, given).heard.sum())
    assert heard >= 3


@pytest.mark.no_cover
@settings(max_examples=25, deadline=None)
@given(st.data(), st.sampled_from(HOWS), st.integers(0, 99))
def test_whatever_people_do_by_the_bounds_is_accepted_and_comes_back_from_its_data(data, how, seed):
    game = any_hands(data.draw, town.session(how, seed, pacts=True))
    given = game.state.given[:, game.board.listening]
    assert (given <= 1).all()


def test_a_session_without_places_writes_nothing_of_them() -> None:
    data = driving.to("debate").game.to_data()
    assert not {"at", "under", "heard", "ears", "reach"} & data["state"].keys()
    assert "heard" not in data["records"][0]
    assert "walked" not in data["table"]["rounds"][0]
