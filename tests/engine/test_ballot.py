"""A ballot: ideas become eligible, publics are fetched, ballots are marked and counted at the last reveal."""

import json

import numpy as np
import pytest

from engine import demo, numbers
from engine.content.model import COUNTED_BY
from engine.effects.voices import come
from engine.fixed import ONE, mul
from engine.play.commands import Adopt, Advance, Mark, PassTo
from engine.rules import state as states
from engine.rules.ballot import (
    funded_in,
    mark_by_itself,
    served_in,
    would_come,
)
from engine.rules.board import build
from engine.rules.conditions import holds
from engine.rules.places import is_built
from engine.rules.revealing import foresee, reveal
from engine.rules.takings import set_takes
from engine.rules.values import commons_points, own_points, own_value, wear
from engine.session.session import Session
from engine.view.types import CONSOLE, Audience
from engine.view.types import ROOM as SEEN_BY_ALL
from tests.engine import urn
from tests.engine.driving import Ticker, code, go
from tests.engine.simulated import game_nought, play
from tests.engine.small import begin
from tests.engine.small import scenario as small
from tests.engine.speeds import assert_both_speeds_agree
from tests.engine.towns import (
    ANA,
    BIKES,
    BO,
    CLINIC,
    COMMON,
    CY,
    DESK,
    DI,
    FEAST,
    GARDEN,
    HEALTH,
    MARKET,
    NAMES,
    NIGHT,
    PARENTS,
    Town,
)  # fmt: skip

HELD = begin(duration="45", seats={"ana": "held", "bo": "held"}, participants=4)


# ---- Ideas and publics ----------------------------------------------------------------------------------


def test_an_idea_that_is_complete_is_eligible_and_does_not_come_back_to_the_table() -> None:
    town = Town(duration="training", first=["garden"])
    record = town.reveal(GARDEN)
    assert record.completed[GARDEN] == 1
    assert not record.funded.any()
    assert record.ind_built[HEALTH] == 2  # what writing it does; not what it would do once it is funded
    for _ in range(4):
        town.begin()
        assert GARDEN not in town.state.open
        town.reveal()


def test_one_may_fetch_each_public_of_whom_more_would_come_once_a_round() -> None:
    town = Town(duration="150")
    assert {PARENTS, NIGHT} <= set(town.state.open.tolist())
    record = town.reveal(NIGHT, by=ANA)
    assert record.ind_built[COMMON] == 3
    assert town.state.voices.tolist() == [20, 16, 10]
    assert not is_built(town.board, NIGHT)
    town.begin()
    assert {PARENTS, NIGHT} <= set(town.state.open.tolist())
    town.reveal(NIGHT, PARENTS, by=ANA)
    assert town.state.voices.tolist()[1:] == [24, 10]  # as the round began: the test's own hand
    town.begin()
    assert not {PARENTS, NIGHT} & set(town.state.open.tolist())
    assert would_come(town.board, town.state, 2) == 0


def test_a_situation_makes_more_of_a_public_come_and_never_fewer_than_nobody() -> None:
    town = Town()
    come(town.board, town.state, np.array([10, 1, 0, 4, 0]))
    assert town.state.voices.tolist() == [20, 20, 4]
    come(town.board, town.state, np.array([10, 2, 0, -9, 0]))
    assert town.state.voices.tolist() == [20, 20, 0]


# ---- The vote -------------------------------------------------------------------------------------------


THREE_WAYS = {
    "garden": (40, {"regulars": "good", "parents": "good", "night": "reject"}),
    "clinic": (40, {"regulars": "very-good", "parents": "reject", "night": "very-good"}),
    "market": (20, {"regulars": "very-good"}),
    "bikes": (18, {"night": "very-good"}),
}
"""Regulars 20, parents 17, night workers 16: what most find good, what most find very good, what some do."""


@pytest.mark.parametrize(
    ("method", "funded"),
    [
        ("approval", ["garden", "market"]),
        ("majority-judgement", ["clinic", "market"]),
        ("equal-shares", ["garden", "bikes"]),
    ],
)
def test_the_rule_chosen_says_who_wins(method: str, funded: list[str]) -> None:
    projects = [
        {**p, "price": THREE_WAYS[p["id"]][0], "opinions": THREE_WAYS[p["id"]][1], "voted": {}}
        if p["id"] in THREE_WAYS
        else p
        for p in urn.scenario().model_dump(by_alias=True, exclude_unset=True)["projects"]
    ]
    town = Town(projects=projects)
    town.board.publics[:] = [20, 17, 16]
    assert town.voted(GARDEN, CLINIC, MARKET, BIKES, method=method) == funded


def test_only_what_is_eligible_is_voted_on_and_only_in_the_last_round() -> None:
    town = Town()
    town.eligible(CLINIC)
    assert not town.reveal().funded.any()
    town.begin()
    assert town.state.round == town.board.rounds
    record = town.reveal()
    assert np.flatnonzero(record.funded).tolist() == [CLINIC]


def test_what_the_last_tokens_complete_is_voted_on_too() -> None:
    town = Town()
    town.last()
    town.state.open[0] = GARDEN
    record = town.reveal(GARDEN)
    assert record.funded[GARDEN] == 1
    assert record.ind_built[HEALTH] == 2
    assert record.ind_voted[HEALTH] == 4


def test_characters_vote_with_their_voices_and_abstain_without_a_ballot() -> None:
    town = Town(ballot={**urn.BALLOT, "people": 20})
    town.eligible(CLINIC, GARDEN, MARKET)
    town.last()
    for who in (ANA, BO):
        town.mark(who, clinic=0, garden=4)
    record = town.reveal()
    assert np.flatnonzero(record.funded).tolist() == [CLINIC, MARKET]
    assert record.paper[ANA, CLINIC] == 1
    assert record.paper[ANA, MARKET] == 3
    assert not record.paper[CY].any()


def test_what_is_funded_moves_gauges_and_each_as_projects_do() -> None:
    town = Town()
    town.eligible(GARDEN)
    town.last()
    town.state.open[0] = FEAST
    record = town.reveal(FEAST)
    assert record.rose[0] == 1
    assert record.ind_voted[HEALTH] == 4
    moved = town.board.stakes @ town.board.voted[GARDEN] * ONE // 10
    assert record.elected[DI] == moved[DI] - 2 * ONE
    assert record.elected[ANA] == moved[ANA]
    assert record.gain[ANA] == town.board.worth[ANA, FEAST] + moved[ANA]


def test_where_the_common_good_does_not_rise_what_is_funded_costs_by_name_all_the_same() -> None:
    town = Town()
    town.eligible(GARDEN)
    town.last()
    record = town.reveal()
    assert record.rose[0] == 0
    assert record.gain[DI] == -2 * ONE
    assert record.gain[ANA] == 0


def test_the_forecast_counts_the_vote_as_the_reveal_does() -> None:
    town = Town()
    town.eligible(GARDEN, CLINIC)
    town.last()
    given = np.zeros_like(town.state.given)
    seen = foresee(town.board, town.state, given)
    record = reveal(town.board, town.state, given)
    assert (seen.ind_after == record.ind_after).all()
    assert (seen.funded == record.funded).all()


def test_conditions_count_what_is_funded_whom_it_serves_and_how_it_was_counted() -> None:
    wanted = [
        {"funded": 2}, {"funded": 3}, {"served": 3}, {"elected": "garden"}, {"elected": "clinic"},
        {"counted_by": "approval"}, {"counted_by": "equal-shares"},
    ]  # fmt: skip
    ends = [
        {"id": f"e{k}", "at": "end", "success": True, "title": "x", "text": "y", "when": when}
        for k, when in enumerate(wanted)
    ]
    town = Town(endings=ends)
    town.voted(GARDEN, CLINIC, MARKET, BIKES)
    rows = town.board.condition_rows
    found = [holds(town.board, town.state, rows[k], rows[k + 1]) for k in range(len(wanted))]
    assert found == [True, False, True, True, False, True, False]
    assert (funded_in(town.state), served_in(town.board, town.state)) == (2, 3)


# ---- As things stand ------------------------------------------------------------------------------------


def test_an_idea_may_bring_later_what_publics_would_fund_of_it() -> None:
    town = Town(duration="150", first=["clinic"])
    assert town.state.ahead[CLINIC] == 2 * ONE  # half of what it would bring: 4
    assert commons_points(town.board, town.state, CLINIC) == 2  # what writing it brings
    half = mul(numbers.MAY_BE_FUNDED, int(town.board.felt_voted[BO, CLINIC]))
    assert half < 0  # it costs Bo by name
    assert own_value(town.board, town.state, BO, CLINIC) == town.board.worth[BO, CLINIC] + half
    assert own_points(town.board, town.state, BO, CLINIC) == town.board.worth[BO, CLINIC]


def test_an_idea_that_would_drive_out_another_takes_what_that_would_have_brought() -> None:
    town = Town(duration="150")
    town.eligible(CLINIC, MARKET)  # 60 thousand: all the money
    town.state.open[0] = GARDEN
    set_takes(town.board, town.state)
    assert town.state.ahead[GARDEN] == -2 * ONE  # the clinic is funded no more


def test_in_the_last_round_the_vote_comes_at_this_reveal() -> None:
    town = Town()
    town.eligible(CLINIC)
    town.last()
    assert wear(town.board, town.state) == town.board.decay[COMMON] + 4
    town.state.open[0] = BIKES
    town.state.done[CLINIC] = 0
    town.state.open[1] = CLINIC
    set_takes(town.board, town.state)
    assert commons_points(town.board, town.state, CLINIC) == 2 + 4
    assert not town.state.ahead.any()


def test_what_characters_want_is_not_weighed_before_they_vote() -> None:
    town = Town()
    town.eligible(GARDEN, CLINIC)
    town.last()
    before = town.state.takes.copy(), int(town.state.wear[0])
    for who in (ANA, BO, CY, DI):
        town.mark(who, clinic=0, garden=4)
    set_takes(town.board, town.state)
    assert (town.state.takes == before[0]).all()
    assert town.state.wear[0] == before[1]


def test_a_simulated_character_grades_ideas_by_what_they_would_bring() -> None:
    town = Town()
    town.board.felt_voted[ANA, [GARDEN, CLINIC, MARKET, BIKES]] = [3 * ONE, ONE, 0, -4 * ONE]
    mark_by_itself(town.board, town.state, ANA, 0)
    assert town.state.paper[ANA, [GARDEN, CLINIC, MARKET, BIKES, DESK]].tolist() == [1, 2, 3, 5, 0]
    mark_by_itself(town.board, town.state, ANA, ONE)  # the clinic brings the common good 4
    assert town.state.paper[ANA, CLINIC] == 1


# ---- In a session ---------------------------------------------------------------------------------------


def test_the_room_chooses_how_to_count_before_it_sees_any_project() -> None:
    whole = urn.session(HELD)
    while whole.game.table.phase != "method":
        whole.do(Advance())
    assert whole.game.round is None
    assert whole.view(SEEN_BY_ALL).projects == ()
    assert code(whole, Advance()) == "not-adopted"
    assert code(whole, Adopt(counts={"draw": 3})) == "wrong-counts"
    assert code(whole, Adopt()) == "wrong-counts"
    whole.do(Adopt(counts={"approval": 4, "equal-shares": 4, "majority-judgement": 1}))
    assert whole.game.table.adopted is not None
    assert whole.game.table.adopted.tied == ("approval", "equal-shares")
    assert code(whole, Advance()) == "not-adopted"
    whole.do(Adopt(draw=True))
    assert whole.game.table.adopted.method in ("approval", "equal-shares")
    whole.do(Adopt(counts={"approval": 1, "equal-shares": 9}))
    assert COUNTED_BY[int(whole.game.state.method[0])] == "equal-shares"
    whole.do(Advance())
    assert whole.game.table.phase == "situation"
    assert code(whole, Adopt(counts={"approval": 9})) == "wrong-phase"


def test_a_scenario_without_a_ballot_asks_for_no_way_of_counting() -> None:
    assert "method" not in [phase for phase, _ in _phases(HELD, small())]


def _phases(how: object, scenario: object) -> list[tuple[str, int]]:
    whole = Session.create(scenario, how, 3)
    seen = [(whole.game.table.phase, 0)]
    for _ in demo.moves(whole):
        here = (whole.game.table.phase, len(whole.game.table.rounds))
        seen += [here] if here != seen[-1] else []
    return seen


def test_the_last_round_votes_in_the_place_of_its_forecast() -> None:
    seen = _phases(begin(duration="90", participants=4), urn.scenario())
    assert [r for phase, r in seen if phase == "forecast"] == [1, 2]
    assert [r for phase, r in seen if phase == "ballot"] == [3]
    whole = urn.session(begin(duration="90"))
    assert whole.game.schedule.total == 90


def test_the_catalogue_holds_what_was_eligible_and_what_the_choices_complete() -> None:
    whole = urn.to("ballot", HELD, rounds=2)
    record = whole.game.playing
    done = [p for p in ("garden", "clinic", "market", "bikes") if whole.game.state.done[NAMES.project(p)]]
    assert set(done) <= set(record.catalogue)
    whole.do(Advance())
    assert whole.game.table.phase == "reveal"
    now = [p for p in ("garden", "clinic", "market", "bikes") if whole.game.state.done[NAMES.project(p)]]
    assert list(record.catalogue) == now


def test_what_others_have_submitted_comes_first_and_keeps_its_place() -> None:
    whole = Session.create(urn.begun(), begin(duration="90"), 7, now=Ticker())
    for _ in demo.moves(whole):
        ballot = whole.view(SEEN_BY_ALL).ballot
        assert ballot is not None
        assert ballot.eligible[0] == "bikes"
        assert tuple(id_ for id_, _ in ballot.ideas) == ballot.eligible
    assert len(ballot.eligible) > 1


def test_a_ballot_is_its_holder_s_until_the_bilan_and_replaces_the_one_before() -> None:
    whole = urn.to("ballot", HELD, rounds=2)
    idea = whole.game.playing.catalogue[0]
    assert code(whole, Mark(who="ana", grades={"desk": 0})) == "not-eligible"
    assert code(whole, Mark(who="cy", grades={})) == "simulated"
    assert code(whole, Mark(who="zed", grades={})) == "unknown-character"
    whole.do(PassTo(who="ana"))
    whole.do(Mark(who="ana", grades={idea: 4}))
    assert whole.game.table.passed_to is None
    whole.do(Mark(who="ana", grades={idea: 0}))
    for audience in (SEEN_BY_ALL, CONSOLE, Audience("sheet", "bo")):
        ballot = whole.view(audience).ballot
        assert ballot is not None
        papers = {paper.who: paper for paper in ballot.papers}
        assert papers["ana"].marked
        assert papers["ana"].grades is None
        assert not papers["bo"].marked
    own = whole.view(Audience("sheet", "ana")).ballot
    assert own is not None
    assert dict(own.papers[ANA].grades or ())[idea] == 0
    whole.do(Advance())
    for audience in (SEEN_BY_ALL, CONSOLE, Audience("sheet", "bo")):
        counted = whole.view(audience).ballot
        assert counted is not None
        assert counted.count is not None
        assert counted.count.told
        assert [paper.grades for paper in counted.papers] == [None] * 4
        assert counted.papers[CY].marked
        assert not counted.papers[BO].marked
    own = whole.view(Audience("sheet", "ana")).ballot
    assert own is not None
    assert dict(own.papers[ANA].grades or ())[idea] == 0
    open_ = go(whole, "bilan").view(SEEN_BY_ALL).ballot
    assert open_ is not None
    assert dict(open_.papers[ANA].grades or ())[idea] == 0
    assert open_.papers[BO].grades is None  # nobody marked it: an abstention
    assert open_.papers[CY].grades


def test_the_bilan_counts_the_same_ballots_by_the_other_methods() -> None:
    whole = urn.session(HELD)
    for _ in demo.moves(whole):
        pass
    ballot = whole.view(SEEN_BY_ALL).ballot
    assert ballot is not None
    assert ballot.count is not None
    methods = {ballot.count.method, *(other.method for other in ballot.recounts)}
    assert methods == set(COUNTED_BY)
    for count in (ballot.count, *ballot.recounts):
        assert sum(idea.price for idea in count.funded) == count.spent <= ballot.money
        assert {idea.id for idea in count.ideas} == set(ballot.eligible)


def test_how_to_count_is_nobody_s_to_know_before_it_is_chosen() -> None:
    seen = set()
    for seed in range(8):
        whole = urn.session(HELD, seed)
        view = whole.view(SEEN_BY_ALL)
        assert view.ballot is not None
        assert view.ballot.method == ""
        seen.add(int(whole.game.state.method[0]))
    assert len(seen) > 1  # the deal drew them all the same


def test_a_resumed_session_knows_what_was_adopted_and_marked() -> None:
    whole = urn.to("ballot", HELD, rounds=2)
    whole.do(Mark(who="bo", grades={whole.game.playing.catalogue[0]: 1}))
    game = whole.game
    assert game.restored(json.loads(json.dumps(game.to_data()))).digest() == game.digest()
    go(whole, "bilan")
    assert whole.game.over


# ---- Both speeds ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["written", "room", "selfish", "random", "loyal", "keep", "shrewd"])
def test_compiled_games_are_the_plain_ones(how: str) -> None:
    assert_both_speeds_agree(build(urn.scenario(), "150"), how, weighs=how == "written")


def test_a_session_that_plays_itself_is_game_nought_of_a_batch() -> None:
    whole = urn.session(begin("demo", "150"), seed=11)
    for _ in demo.moves(whole, voters=False):
        pass
    state = game_nought(whole.game.board, 11)
    assert (whole.game.state.ind == state.ind).all()
    assert (whole.game.state.total == state.total).all()
    assert (whole.game.state.funded == state.funded).all()


@pytest.mark.parametrize("how", ["written", "room", "selfish"])
def test_whatever_is_played_no_more_is_spent_than_there_is(how: str) -> None:
    board = build(urn.scenario(), "training")
    for seed in range(20):
        state, dice = states.initial(board, seed), states.dice(board, seed)
        for round_ in range(1, board.rounds + 1):
            record = play(board, state, dice.block(0, round_), how)
            assert (record.funded > 0).any() == (state.funded > 0).any()
        funded = state.funded > 0
        assert (state.done[funded] > 0).all()
        assert board.price[funded].sum() <= board.money
        assert (state.voices >= 0).all()


def test_without_a_ballot_a_game_has_nothing_of_one() -> None:
    board = build(small(), "90")
    state = states.initial(board, 1)
    assert (state.method.size, state.voices.size, state.paper.size, state.funded.size) == (0, 0, 0, 0)
    assert "method" not in json.loads(json.dumps(states.to_data(state)))


def test_whoever_looks_reads_what_an_idea_brings_them_written_then_funded() -> None:
    whole = urn.to("choice", HELD)
    own = whole.view(Audience("sheet", "ana"))
    board, idea = whole.game.board, next(one for one in own.projects if one.idea is not None)
    p = NAMES.project(idea.id)
    assert idea.idea is not None
    assert idea.worth == round(board.worth[ANA, p] / ONE, 1)
    assert idea.idea.worth == round(board.felt_voted[ANA, p] / ONE, 1)
    assert idea.idea.worth
    assert all(one.idea is None or one.idea.worth is None for one in whole.view(SEEN_BY_ALL).projects)
