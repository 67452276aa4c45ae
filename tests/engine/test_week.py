"""A week of rooms to share, and a key that passes from hand to hand."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.content.model import Scenario
from engine.fixed import ONE, Ints
from engine.play.actors import Actor
from engine.play.commands import Confirm, Entrust, Place, Prefer
from engine.play.procedure import legal as legal_for
from engine.rules import own_value
from engine.rules import state as states
from engine.rules.board import Board, build, names
from engine.rules.opening import begin_round, reshuffle
from engine.rules.record import Record
from engine.rules.revealing import foresee, reveal
from engine.rules.state import HOLDER, State, put_on_table
from engine.rules.takings import set_takes
from engine.rules.timetable import want_same_hour
from engine.rules.values import commons_points
from engine.session.session import Session
from engine.view.types import CONSOLE, Audience
from engine.view.types import ROOM as SEEN_BY_ALL
from tests.engine import driving, week
from tests.engine.driving import code, go
from tests.engine.legal_moves import any_hands
from tests.engine.simulated import game_nought, play
from tests.engine.small import begin
from tests.engine.speeds import assert_both_speeds_agree

EVERYBODY = {"ana": "held", "bo": "held", "cy": "held", "di": "held"}
ALL_HELD = begin(duration="150", seats=EVERYBODY)
HOWS = (ALL_HELD, begin(duration="150"), begin("training", "training", participants=1))
NAMES = names(week.scenario())
ANA, BO, CY, DI = (NAMES.character(who) for who in ("ana", "bo", "cy", "di"))
GARDEN, MARKET, FEAST, DESK = (NAMES.project(p) for p in ("garden", "market", "feast", "desk"))


class Table:
    """The rules by hand: a round whose table is what one puts there."""

    def __init__(self, *open_: int, **fields: object) -> None:
        self.board: Board = build(week.scenario(**fields), "150")
        self.state: State = states.initial(self.board, 7)
        begin_round(self.board, self.state, states.dice(self.board, 7).block(0, 1))
        self.lay(*open_)

    def lay(self, *open_: int) -> None:
        self.state.open[:] = -1
        for place, project in enumerate(open_):
            put_on_table(self.state, place, project)
        set_takes(self.board, self.state)

    def build(self, *projects: int, by: int = BO) -> Record:
        """A round in which these projects get all they need, from one person; the next one begins."""
        given: Ints = np.zeros_like(self.state.given)
        for project in projects:
            given[by, project] = self.state.cost[project]
        record = reveal(self.board, self.state, given)
        block = states.dice(self.board, 7).block(0, self.state.round + 1)
        begin_round(self.board, self.state, block)
        return record

    @property
    def holder(self) -> int:
        return int(self.state.baton[HOLDER])


# ---- Hours ------------------------------------------------------------------------------------------------


def test_what_takes_an_hour_puts_out_what_had_it_and_all_that_it_had_brought() -> None:
    table = Table(GARDEN)
    table.build(GARDEN)
    table.lay(MARKET)
    record = table.build(MARKET)
    assert record.put_out[GARDEN] == 1 + MARKET
    assert (record.ind_gone == -table.board.change[GARDEN]).all()
    assert (record.ind_after == record.ind_ref + record.ind_built + record.ind_gone + table.board.decay).all()
    assert (table.state.done[GARDEN], table.state.done[MARKET]) == (0, 2)
    assert table.state.put_out[GARDEN] == 2


def test_it_takes_from_each_what_it_had_brought_them() -> None:
    table = Table(MARKET)
    table.build(MARKET)
    table.lay(GARDEN)  # it raises the common good, so that gains count
    record = table.build(GARDEN)
    assert record.rose[0] == 1
    for who in range(table.board.n):
        assert record.gain[who] == table.board.worth[who, GARDEN] - table.board.worth[who, MARKET]


def test_what_was_put_out_may_come_to_the_table_again_and_what_stands_may_not() -> None:
    table = Table(GARDEN)
    table.build(GARDEN)
    chance = states.dice(table.board, 7).block(0, 3)
    reshuffle(table.board, table.state, chance)
    assert GARDEN not in table.state.deck.tolist()
    table.lay(MARKET)
    table.build(MARKET)
    reshuffle(table.board, table.state, chance)
    assert GARDEN in table.state.deck.tolist()


def test_a_letter_that_was_to_come_of_it_does_not_come() -> None:
    plain = week.scenario().model_dump(by_alias=True, exclude_unset=True)
    later = {"in": 1, "says": "Merci.", "effects": ({"effect": "indicator", "indicator": "work", "by": 1},)}
    projects = [{**p, "later": later} if p["id"] == "garden" else p for p in plain["projects"]]
    table = Table(GARDEN, projects=projects)
    given = np.zeros_like(table.state.given)
    given[BO, GARDEN] = table.state.cost[GARDEN]
    reveal(table.board, table.state, given)
    assert table.state.waiting.any()
    table.lay(MARKET)
    given[:] = 0
    given[BO, MARKET] = table.state.cost[MARKET]
    reveal(table.board, table.state, given)
    assert not table.state.waiting.any()


def test_people_see_what_a_project_would_put_out_and_count_with_it() -> None:
    table = Table(GARDEN, FEAST)
    table.build(GARDEN, FEAST)
    table.lay(MARKET)
    board, state = table.board, table.state
    for who in range(board.n):
        alone = board.worth[who, MARKET] - board.worth[who, GARDEN] - board.worth[who, FEAST]
        assert own_value(board, state, who, MARKET) == alone
    gate = board.gate
    assert commons_points(board, state, MARKET) == -1 - board.change[GARDEN, gate] - board.change[FEAST, gate]
    given = np.zeros_like(state.given)
    given[BO, MARKET] = state.cost[MARKET]
    ahead = foresee(board, state, given)
    assert ahead.put_out[GARDEN] == ahead.put_out[FEAST] == 1 + MARKET
    assert state.done[GARDEN] > 0  # only foreseen


# ---- Who has the key decides -------------------------------------------------------------------------------


@pytest.mark.parametrize("first", [GARDEN, MARKET])
def test_of_two_that_want_an_hour_at_once_the_one_that_comes_first_stays(first: int) -> None:
    table = Table(GARDEN, MARKET)
    table.state.baton[states.FIRST] = first
    record = table.build(GARDEN, MARKET)
    other = GARDEN if first == MARKET else MARKET
    assert record.completed[first] == record.completed[other] == 1
    assert record.put_out[other] == 1 + first
    assert (table.state.done[first] > 0, table.state.done[other]) == (True, 0)
    assert (record.ind_built + record.ind_gone == table.board.change[first]).all()


@pytest.mark.parametrize(("holder", "stays"), [(BO, MARKET), (DI, GARDEN)])
def test_where_nothing_was_said_it_is_what_is_worth_most_to_who_has_the_key(holder: int, stays: int) -> None:
    table = Table(GARDEN, MARKET)
    table.state.baton[HOLDER] = holder
    table.build(GARDEN, MARKET, by=CY)
    assert table.state.done[stays] > 0
    assert not table.state.done[GARDEN if stays == MARKET else MARKET]


def test_what_was_built_for_nothing_does_nothing_else() -> None:
    plain = week.scenario().model_dump(by_alias=True, exclude_unset=True)
    effects = ({"effect": "trust", "of": "all", "in": "all", "by": 0.1},)
    projects = [{**p, "effects": effects} if p["id"] == "garden" else p for p in plain["projects"]]
    for first, moves in ((GARDEN, True), (MARKET, False)):
        table = Table(GARDEN, MARKET, projects=projects)
        table.state.baton[states.FIRST] = first
        assert table.build(GARDEN, MARKET).trust_cards.any() == moves


def test_what_was_built_for_nothing_puts_nothing_out_and_costs_nobody_anything() -> None:
    plain = week.scenario().model_dump(by_alias=True, exclude_unset=True)
    projects = [{**p, "for": {"cy": -2}} if p["id"] == "market" else p for p in plain["projects"]]
    table = Table(FEAST, projects=projects)
    table.build(FEAST)
    table.lay(GARDEN, MARKET)  # the market alone wants the night, which the feast has
    table.state.baton[states.FIRST] = GARDEN
    table.state.ind[table.board.gate] = table.state.ind_ref[table.board.gate] = 0  # nothing counts
    record = table.build(GARDEN, MARKET)
    assert record.put_out[MARKET] == 1 + GARDEN
    assert record.put_out[FEAST] == 0
    assert table.state.done[FEAST] > 0
    assert record.loss[CY] == 0


# ---- The key ----------------------------------------------------------------------------------------------


def test_the_key_goes_to_whoever_gave_most_to_what_is_completed() -> None:
    table = Table(GARDEN, DESK)
    assert table.holder == ANA
    given = np.zeros_like(table.state.given)
    given[DI, GARDEN] = (2, 1, 0)
    given[CY, DESK] = (1, 0, 0)  # more is lacking: nobody has built it yet
    record = reveal(table.board, table.state, given)
    assert record.baton.tolist() == [ANA, DI]
    assert table.holder == DI


def test_it_stays_where_nothing_was_completed_or_others_gave_no_more() -> None:
    table = Table(GARDEN)
    table.build()
    assert table.holder == ANA
    table.lay(DESK)
    given = np.zeros_like(table.state.given)
    given[ANA, DESK], given[DI, DESK] = (1, 0, 1), (1, 0, 1)
    assert reveal(table.board, table.state, given).completed[DESK] == 1
    assert table.holder == ANA


def test_it_brings_whoever_had_it_its_worth_each_round_whether_gains_count_or_not() -> None:
    table = Table(GARDEN)
    record = table.build()
    assert record.rose[0] == 0
    assert record.paid.tolist() == [ONE, 0, 0, 0]
    assert table.state.total[ANA] - record.bonus[ANA] == ONE


def test_who_has_it_pays_for_the_damage() -> None:
    plain = week.scenario().model_dump(by_alias=True, exclude_unset=True)
    flood = {**plain["situations"][0], "effects": ({"effect": "holder", "by": -2},)}
    whole = week.to("reveal", ALL_HELD, situations=(flood,))
    assert "Qui a la clé : −2" in [" ".join(e.split()) for e in whole.view(SEEN_BY_ALL).situation.effects]
    told = whole.view(SEEN_BY_ALL).reveal.baton
    assert [(who, points, " ".join(said.split())) for who, points, said in told.points] == [
        ("ana", -1.0, "Ana : −1")  # it brings one, all the same
    ]
    assert whole.view(Audience("holder", "ana")).character("ana").secret.round.paid == -1.0


def test_who_is_named_first_has_it_unless_they_are_out() -> None:
    here = build(week.scenario(), "150", {"ana": "out"})
    assert here.baton.tolist() == [0]
    assert week.to("negotiation", begin(seats={**EVERYBODY, "ana": "out"})).game.holder == "bo"


# ---- What people say of it ---------------------------------------------------------------------------------


def held() -> Session:
    """A negotiation of four people in which the market and the garden both want the day, and Ana has the
    key."""
    for seed in range(60):
        whole = week.to("negotiation", ALL_HELD, seed)
        if {"garden", "market"} <= set(whole.game.open):
            return whole
    raise AssertionError("the two never came together")


def complete(whole: Session, *projects: str) -> Session:
    """Everybody gives what these projects need; then the reveal."""
    go(whole, "choice")
    for project in projects:
        for kind, lack in zip(("time", "means", "backing"), whole.game.lack(project), strict=True):
            for _ in range(lack):
                who = next(
                    w for w in whole.game.held
                    if whole.game.left(w)[("time", "means", "backing").index(kind)]
                )  # fmt: skip
                whole.do(Place(who=who, project=project, token=kind, by=1))
    for who in whole.game.held:
        whole.do(Confirm(who=who))
    return go(whole, "reveal")


def test_who_has_the_key_says_which_comes_first_and_all_hear_it() -> None:
    whole = held()
    whole.do(Prefer(project="market"))
    view = whole.view(SEEN_BY_ALL)
    assert view.baton.first == "market"
    assert view.baton.said == "Ana a la clé. «\u202fChantier market\u202f» passe d’abord."
    assert code(whole, Prefer(project="market")) == "already-first"
    whole.do(Prefer(project="garden"))
    assert whole.view(SEEN_BY_ALL).baton.first == "garden"
    (market,) = [p for p in view.projects if p.id == "market"]
    assert (market.clashes, market.hours_said) == (("garden",), "La salle\u00a0: le jour, le soir")
    assert whole.view(CONSOLE).console.journal[-1].sentence.endswith("passe d’abord.")


def test_what_comes_first_is_what_was_wanted_twice() -> None:
    whole = held()
    lonely = next(p for p in whole.game.open if not whole.game.clashes(p))
    assert code(whole, Prefer(project=lonely)) == "not-wanted-twice"
    for seed in range(60):
        other = week.to("negotiation", ALL_HELD, seed)
        if not any(other.game.clashes(p) for p in other.game.open):
            assert code(other, Prefer(project=other.game.open[0])) == "no-clash"
            return
    raise AssertionError("there was always a clash")


def test_the_key_is_entrusted_aloud_and_goes_there() -> None:
    whole = held()
    assert code(whole, Entrust(to="ana")) == "has-it-already"
    assert code(whole, Entrust(to="nobody")) == "unknown-character"
    whole.do(Entrust(to="cy"))
    assert whole.view(SEEN_BY_ALL).baton.said == "Ana a la clé. Au prochain tour, la clé est à Cy."
    assert code(whole, Entrust(to="cy")) == "already-entrusted"
    go(whole, "reveal")
    told = whole.view(SEEN_BY_ALL).reveal.baton
    assert (told.who, told.to, told.said) == ("ana", "cy", "Ana confie la clé à Cy.")
    go(whole, "negotiation", rounds=2)
    view = whole.view(SEEN_BY_ALL)
    assert (view.baton.holder, view.baton.entrusted, view.baton.history) == ("cy", "", ("ana", "cy"))


def test_only_who_has_it_and_who_leads_say_anything_of_it() -> None:
    game = held().game
    may = {
        who: {"entrust", "prefer"} & {one.kind for one in legal_for(game, Actor("holder", who=who))}
        for who in EVERYBODY
    }
    assert may == {"ana": {"entrust", "prefer"}, "bo": set(), "cy": set(), "di": set()}
    simulated = week.to("negotiation", begin(duration="150", seats={"bo": "held"}))
    assert code(simulated, Entrust(to="bo")) == "simulated"
    assert code(driving.to("negotiation"), Entrust(to="bo")) == "no-baton"


def test_the_reveal_tells_what_was_put_out_and_why() -> None:
    whole = held()
    whole.do(Prefer(project="garden"))
    complete(whole, "market", "garden")
    view = whole.view(SEEN_BY_ALL)
    (gone,) = view.reveal.dislodged
    assert (gone.project, gone.by, gone.round) == ("market", "Chantier garden", 1)
    assert gone.said == (
        "«\u202fChantier market\u202f» et «\u202fChantier garden\u202f» voulaient la même heure"
        "\u00a0: «\u202fChantier garden\u202f» la garde."
    )
    lost = [(one.title, one.by) for one in gone.lost]
    assert lost == [("Travail", -7), ("Bien-être social", 1)]  # the market had cost a point
    assert view.timetable.hour("hall", "day").project == "garden"
    assert view.timetable.hour("hall", "night").left == "Chantier market"
    assert "de ce qui est délogé" in view.reveal.commons.why
    brought = dict(whole.view(Audience("holder", "bo")).character("bo").secret.round.projects)
    assert brought["Chantier market"] == -brought["Chantier market, délogé"] > 0


def test_a_debate_takes_up_what_was_put_out() -> None:
    plain = week.scenario().model_dump(by_alias=True, exclude_unset=True)
    card = {**plain["debates"][0], "id": "dehors", "about": "dislodged", "project": "market"}
    found = set()
    for seed in range(60):
        whole = week.to("negotiation", ALL_HELD, seed, debates=(card, *plain["debates"]))
        if {"garden", "market"} <= set(whole.game.open):
            whole.do(Prefer(project="garden"))
            complete(whole, "market", "garden")
            found |= {act.card for act in whole.game.playing.acts}
    assert "dehors" in found


# ---- Both speeds, any hands -------------------------------------------------------------------------------


@pytest.mark.no_cover  # lines that other tests walk
@pytest.mark.parametrize("how", ["written", "room", "selfish", "random", "loyal", "keep", "shrewd"])
def test_compiled_games_are_the_plain_ones(how: str) -> None:
    board = build(week.scenario(pacts=True), "training")
    assert_both_speeds_agree(board, how)


def test_a_session_that_plays_itself_is_game_nought_of_a_batch() -> None:
    demo = go(week.session(begin("demo", "150"), 4), "bilan").game
    state = game_nought(build(week.scenario(), "150"), 4)
    for field in ("ind", "put_out", "baton", "total", "done"):
        assert np.array_equal(getattr(demo.state, field), getattr(state, field)), field


@pytest.mark.parametrize("how", ["written", "random"])
def test_no_two_that_stand_ever_have_the_same_hour(how: str) -> None:
    board = build(week.scenario(), "training")
    out = 0
    for seed in range(20):
        state, dice = states.initial(board, seed), states.dice(board, seed)
        for round_ in range(1, board.rounds + 1):
            record = play(board, state, dice.block(0, round_), how)
            stand = np.flatnonzero(state.done).tolist()
            assert not any(want_same_hour(board, p, q) for p in stand for q in stand)
            out += int((record.put_out > 0).sum())
    assert out > 0


def test_a_room_that_talks_never_builds_two_that_want_the_same_hour() -> None:
    board = build(week.scenario(), "training")
    for seed in range(20):
        state, dice = states.initial(board, seed), states.dice(board, seed)
        for round_ in range(1, board.rounds + 1):
            record = play(board, state, dice.block(0, round_), "room")
            assert not ((record.put_out > 0) & (record.completed > 0)).any()


@pytest.mark.no_cover
@settings(max_examples=25, deadline=None)
@given(st.data(), st.sampled_from(HOWS), st.integers(0, 99))
def test_whatever_people_do_by_the_bounds_is_accepted_and_comes_back_from_its_data(data, how, seed):
    any_hands(data.draw, week.session(how, seed, pacts=True))


def test_a_session_without_a_week_writes_nothing_of_it() -> None:
    data = driving.to("debate").game.to_data()
    assert not {"put_out", "takes", "takes_commons", "baton", "paid"} & data["state"].keys()
    assert not {"put_out", "ind_gone", "paid", "baton"} & data["records"][0].keys()
    assert not {"entrusted", "preferred"} & data["table"]["rounds"][0].keys()


def test_a_scenario_may_have_one_without_the_other() -> None:
    for fields in ({"baton": None}, {"timetable": None, "projects": _roomless()}):
        whole = go(week.session(begin("demo", "150"), 4, **fields), "bilan")
        assert whole.view(SEEN_BY_ALL).outcome is not None
        assert (whole.view(SEEN_BY_ALL).baton is None) == ("baton" in fields)


def _roomless() -> list[dict[str, object]]:
    plain: Scenario = week.scenario()
    return [{**p, "occupies": []} for p in plain.model_dump(by_alias=True, exclude_unset=True)["projects"]]
