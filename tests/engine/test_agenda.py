"""An agenda: more lies on the table than a round has time for. One of those who volunteer is drawn by
lot to chair it, and says what waits."""

import json
from collections.abc import Sequence
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import demo, numbers
from engine.alone import Found, _play, is_open
from engine.content.model import Scenario, Tokens
from engine.fixed import ONE, mul
from engine.play.actors import FACILITATOR, Actor
from engine.play.commands import (
    Advance,
    Ask,
    CarteBlanche,
    Command,
    LeaveSeat,
    Offer,
    Pact,
    PickAct,
    Place,
    Promise,
    PutOff,
    TakeSeat,
    Undo,
    Volunteer,
)
from engine.play.exercise import _moved
from engine.play.game import Game
from engine.play.legal import Refused
from engine.play.phases.agenda import RULES, one_too_many
from engine.play.table import Act
from engine.rules import state as states
from engine.rules.agenda import (
    draw_chair,
    heart_in_chair,
    put_off,
    set_agenda,
    take_up,
    too_many,
    would_volunteer,
)
from engine.rules.board import Board, build, names
from engine.rules.chance import chair_word
from engine.rules.opening import begin_round
from engine.rules.revealing import reveal
from engine.rules.state import State
from engine.rules.values import hoped_value, own_value
from engine.session.session import Session
from engine.simulate.policies import (
    KEEP,
    LOYAL,
    ROOM,
    SELFISH,
    WRITTEN,
    decide,
    negotiate,
    policy,
    take_the_chair,
)
from tests.engine import chairs, urn
from tests.engine.driving import Ticker, code, go, on
from tests.engine.legal_moves import any_hands, play_on
from tests.engine.simulated import game_nought
from tests.engine.small import begin
from tests.engine.small import scenario as small
from tests.engine.speeds import assert_both_speeds_agree
from tests.shipped import shipped

NAMES = names(chairs.scenario())
ANA, BO, CY, DI = (NAMES.character(who) for who in ("ana", "bo", "cy", "di"))
GARDEN, CLINIC, MARKET, DESK, BIKES, FEAST = (
    NAMES.project(p) for p in ("garden", "clinic", "market", "desk", "bikes", "feast")
)
EVERYBODY = begin(duration="150", seats=dict.fromkeys(("ana", "bo", "cy", "di"), "held"))
POLICIES = ("written", "room", "selfish", "random", "loyal", "keep", "shrewd")


class Table:
    """The rules by hand: five projects on the table, three of which a round has time for."""

    def __init__(self, seed: int = 7, **fields: object) -> None:
        self.board: Board = build(chairs.scenario(**fields), "training")
        self.state: State = states.initial(self.board, seed)
        self.seed = seed
        self.begin()

    def begin(self) -> None:
        begin_round(self.board, self.state, self.chance)

    @property
    def chance(self) -> np.ndarray:
        return states.dice(self.board, self.seed).block(0, max(1, self.state.round))

    def lay(self, *projects: int) -> None:
        """These lie on the table, and no others."""
        self.state.open[:] = -1
        self.state.open[: len(projects)] = projects

    @property
    def off(self) -> list[int]:
        return [int(p) for p in np.flatnonzero(self.state.put_off)]

    @property
    def there(self) -> list[int]:
        return [int(p) for p in self.state.open[: self.board.slots] if p >= 0]

    def drawn(self, volunteers: Sequence[int], word: int) -> int:
        """Whom the lot falls on, where chance says `word`."""
        chance = np.full(states.words(self.board), word, dtype=np.int64)
        return int(draw_chair(self.board, self.state, chance, np.array(volunteers, dtype=np.int64)))


# ---- Who chairs -----------------------------------------------------------------------------------------


def test_a_simulated_character_volunteers_where_something_there_would_cost_it() -> None:
    table = Table()
    table.lay(GARDEN, CLINIC, MARKET, DESK, BIKES)
    assert not any(would_volunteer(table.board, table.state, who) for who in (ANA, BO, CY, DI))
    table.lay(GARDEN, CLINIC, MARKET, DESK, FEAST)
    for who in (ANA, BO, CY, DI):
        costs = own_value(table.board, table.state, who, FEAST) < 0
        assert would_volunteer(table.board, table.state, who) == costs
    assert would_volunteer(table.board, table.state, DI)


def test_what_brings_one_nothing_costs_one_nothing() -> None:
    """The desk is good for all, and moves no gauge of anybody's."""
    projects = chairs.scenario().model_dump(by_alias=True, exclude_unset=True)["projects"]
    idle = [{**p, "changes": {"common": 4}} if p["id"] == "desk" else p for p in projects]
    table = Table(projects=idle)
    table.lay(DESK)
    assert own_value(table.board, table.state, ANA, DESK) == 0
    assert not would_volunteer(table.board, table.state, ANA)


@cache
def all_here() -> Table:
    """A table of which nothing is changed."""
    return Table()


@given(st.lists(st.integers(0, 1), min_size=4, max_size=4), st.integers(0, ONE - 1))
def test_the_lot_falls_among_those_who_volunteer_and_among_all_where_nobody_does(
    volunteers: list[int], word: int
) -> None:
    chair = all_here().drawn(volunteers, word)
    assert volunteers[chair] or not any(volunteers)


@given(st.lists(st.integers(0, 1), min_size=4, max_size=4))
def test_whoever_volunteers_has_as_much_luck_as_the_others(volunteers: list[int]) -> None:
    table, among = all_here(), sum(volunteers) or 4
    drawn = [table.drawn(volunteers, (2 * k + 1) * ONE // (2 * among)) for k in range(among)]
    assert sorted(drawn) == [who for who in range(4) if volunteers[who] or not any(volunteers)]


def _late(who: str) -> dict[str, object]:
    """One of the cast comes in the second round."""
    cast = chairs.scenario().model_dump(by_alias=True, exclude_unset=True)["cast"]
    return {"cast": [{**one, "from": 2} if one["character"] == who else one for one in cast]}


def test_nobody_chairs_before_they_have_come() -> None:
    table = Table(**_late("di"))
    table.lay(GARDEN, CLINIC, MARKET, DESK, FEAST)
    assert not would_volunteer(table.board, table.state, DI)
    assert table.drawn([0, 0, 0, 0], ONE - 1) == CY
    thirds = [table.drawn([0, 0, 0, 0], (2 * k + 1) * ONE // 6) for k in range(3)]
    assert thirds == [ANA, BO, CY]


def test_whoever_holds_somebody_who_has_not_come_cannot_volunteer_for_them() -> None:
    whole = chairs.to("agenda", EVERYBODY, "chair", **_late("di"))
    assert _option(whole, "volunteer").who == ("ana", "bo", "cy")
    assert code(whole, Volunteer(who="di")) == "not-here"
    go(whole, "agenda", "chair", 2)
    assert code(whole, Volunteer(who="di")) == ""


def test_one_may_volunteer_and_think_better_of_it() -> None:
    whole = chairs.to("agenda", EVERYBODY, "chair")
    for command in (Volunteer(who="di"), Volunteer(who="bo"), Volunteer(who="bo")):
        whole.do(command)
    assert whole.game.playing.volunteers == ("bo", "di")
    whole.do(Volunteer(who="bo", stands=False))
    assert whole.game.playing.volunteers == ("di",)
    whole.do(Advance())
    assert whole.game.playing.chaired == "di"


def test_simulated_the_lot_falls_among_those_whom_something_would_cost() -> None:
    projects = chairs.scenario().model_dump(by_alias=True, exclude_unset=True)["projects"]
    costly = [{**p, "for": {"di": -6}} if p["id"] == "desk" else p for p in projects]
    for seed in range(8):
        table = Table(seed, projects=costly)
        table.lay(GARDEN, CLINIC, MARKET, DESK, BIKES)
        assert [would_volunteer(table.board, table.state, who) for who in range(4)] == [False] * 3 + [True]
        take_the_chair(table.board, table.state, table.chance, policy(table.board, "written"))
        assert DESK in table.off


@pytest.mark.parametrize("whole", [chairs.scenario(), urn.scenario(agenda=chairs.AGENDA)])
def test_the_lot_has_a_word_of_chance_that_decides_nothing_else(whole: Scenario) -> None:
    board = build(whole, "150")
    assert states.words(board) == states.words(build(whole.model_copy(update={"agenda": None}), "150")) + 1
    chance = np.zeros(states.words(board), dtype=np.int64)
    chance[-1] = ONE - 1
    assert chair_word(board, chance) == ONE - 1


# ---- What waits -----------------------------------------------------------------------------------------


def test_more_than_a_round_has_time_for_is_what_the_table_holds_beyond_it() -> None:
    table = Table()
    for several in range(6):
        table.lay(*range(several))
        assert too_many(table.board, table.state) == max(0, several - 3)


def test_what_has_a_place_of_its_own_needs_no_agenda() -> None:
    whole = chairs.to("situation", EVERYBODY)
    own = {"name": "Banc", "cost": {"time": 1, "means": 1}, "changes": {"health": 1}}
    whole.do(CarteBlanche.model_validate(own))
    go(whole, "agenda", "list")
    assert "carte-blanche" in whole.game.open
    assert len(whole.game.on_agenda) == 5
    assert one_too_many(whole.game) == 2
    assert code(whole, PutOff(project="carte-blanche")) == "unknown-project"
    go(whole, "negotiation")
    assert "carte-blanche" in whole.game.needing


def test_a_simulated_chair_puts_off_what_is_worth_least_to_it_and_of_equals_what_came_last() -> None:
    table = Table()
    board, state = table.board, table.state
    for who in (ANA, BO, CY, DI):
        heart = heart_in_chair(board, state, who)
        set_agenda(board, state, who, heart)
        worth = {
            p: own_value(board, state, who, p) + mul(heart, hoped_value(board, state, p)) for p in table.there
        }
        assert len(table.off) == 2
        assert max(worth[p] for p in table.off) <= min(worth[p] for p in table.there if p not in table.off)
    twins = chairs.scenario().model_dump(by_alias=True, exclude_unset=True)["projects"]
    table = Table(projects=[{**p, "changes": {"common": 2}, "cost": twins[0]["cost"]} for p in twins])
    set_agenda(table.board, table.state, ANA, 0)
    assert table.off == sorted(table.there[-2:])


def test_in_the_chair_the_common_good_weighs_more_the_more_one_trusts_the_change() -> None:
    table = Table()
    hearts = []
    for synergy in (numbers.LOWEST_POSTURE, 2 * numbers.LOWEST_POSTURE, numbers.HIGHEST_POSTURE):
        table.state.s[ANA] = synergy
        hearts.append(heart_in_chair(table.board, table.state, ANA))
    assert hearts == sorted(set(hearts))
    assert hearts[0] == 0
    assert hearts[-1] == table.board.beta // numbers.CHAIRING


def test_in_the_shipped_evening_who_chairs_decides_what_waits() -> None:
    """A lot that changed nothing would not be worth a minute of the evening."""
    board = build(shipped("le-budget-de-tous"), "90")
    alike = []
    for seed in range(20):
        state, dice = states.initial(board, seed), states.dice(board, seed)
        begin_round(board, state, dice.block(0, 1))
        agendas = []
        for who in range(board.n):
            set_agenda(board, state, who, heart_in_chair(board, state, who))
            agendas.append(tuple(np.flatnonzero(state.put_off)))
        alike.append(max(agendas.count(one) for one in agendas) / board.n)
    assert sum(alike) / len(alike) < 0.6


def test_a_whole_heart_keeps_what_is_good_for_all_and_none_what_is_good_for_oneself() -> None:
    table = Table()
    table.lay(GARDEN, MARKET, DESK, FEAST, CLINIC)
    set_agenda(table.board, table.state, DI, ONE)
    assert table.off == [MARKET, DESK]  # the market takes from the common good
    set_agenda(table.board, table.state, DI, 0)
    assert table.off == [DESK, FEAST]  # the feast costs Di, and the market does not


@pytest.mark.parametrize(("how", "heart"), [(ROOM, ONE), (SELFISH, 0), (WRITTEN, None), (LOYAL, None)])
def test_simulated_the_chair_has_the_heart_of_how_it_plays(how: int, heart: int | None) -> None:
    seen = set()
    for seed in range(12):
        table = Table(seed)
        volunteers = [would_volunteer(table.board, table.state, who) for who in range(4)]
        chair = draw_chair(table.board, table.state, table.chance, np.array(volunteers, dtype=np.int64))
        own = heart_in_chair(table.board, table.state, chair)
        set_agenda(table.board, table.state, chair, own if heart is None else heart)
        wanted = table.off
        plays = np.full(4, KEEP, dtype=np.int64)
        plays[chair] = how
        take_the_chair(table.board, table.state, table.chance, plays)
        assert table.off == wanted
        seen.add((chair, tuple(wanted)))
    assert len(seen) > 1


def test_what_is_put_off_is_out_of_everybody_s_reach_until_it_is_taken_up() -> None:
    table = Table()
    put_off(table.board, table.state, FEAST)
    assert not table.state.reach[:, FEAST].any()
    assert table.state.reach[:, GARDEN].all()
    take_up(table.board, table.state, FEAST)
    assert table.state.reach[:, FEAST].all()


def test_it_is_put_off_for_one_round_ages_all_the_same_and_lapses() -> None:
    table = Table(seed=3)
    waits, stays = table.there[-1], table.board.open_rounds
    for round_ in range(stays):
        assert waits in table.there
        assert table.state.age[waits] == round_
        assert not table.off
        put_off(table.board, table.state, waits)
        reveal(table.board, table.state, np.zeros_like(table.state.given))
        table.begin()
    assert waits not in table.there


def test_nothing_waits_where_the_table_is_short() -> None:
    whole = chairs.session(parameters={"slots": 3})
    seen = set()
    while not whole.game.over:
        on(whole) if whole.game.table.phase != "choice" else go(whole, "reveal")
        seen.add(whole.game.table.phase)
        assert whole.game.put_off == ()
    assert "agenda" not in seen
    assert all((r.volunteers, r.chaired, r.put_off) == ((), "", ()) for r in whole.game.table.rounds)


def test_without_an_agenda_a_game_has_nothing_of_one() -> None:
    board = build(small(), "90")
    state = states.initial(board, 1)
    assert (board.treats, state.put_off.size) == (0, 0)
    assert "put_off" not in json.loads(json.dumps(states.to_data(state)))
    whole = Session.create(small(), begin(), 7, now=Ticker())
    assert "agenda" not in whole.game.schedule.phases
    assert (whole.game.on_agenda, whole.game.put_off) == ((), ())


# ---- In a session ---------------------------------------------------------------------------------------


def _option(whole: Session, kind: str, by: Actor = FACILITATOR):  # type: ignore[no-untyped-def]
    return next((one for one in whole.legal(by) if one.kind == kind), None)


def test_going_on_draws_the_chair_and_waits_until_enough_is_put_off() -> None:
    whole = chairs.in_the_chair("ana")
    first, second, third, *_ = whole.game.on_agenda
    assert one_too_many(whole.game) == 2
    assert _option(whole, "advance") is None
    whole.do(PutOff(project=second))
    with pytest.raises(Refused) as refused:
        whole.do(Advance())
    assert refused.value.code == "agenda-too-long"
    assert "Ana, qui préside" in refused.value.sentence
    whole.do(PutOff(project=first))
    assert whole.game.playing.put_off == (second, first)
    whole.do(PutOff(project=third))  # one too many: the one put off first comes back
    assert whole.game.playing.put_off == (first, third)
    assert set(whole.game.put_off) == {first, third}
    whole.do(PutOff(project=first, off=False))
    assert whole.game.put_off == (third,)
    assert code(whole, Advance()) == "agenda-too-long"
    whole.do(PutOff(project=third))  # said again
    assert whole.game.playing.put_off == (third,)
    whole.do(PutOff(project=second))
    whole.do(Advance())
    assert whole.game.table.phase == "negotiation"
    assert whole.game.playing.put_off == (third, second)


def test_a_simulated_chair_says_what_waits_as_soon_as_it_is_drawn() -> None:
    whole = chairs.to("agenda", step="chair")
    assert set(whole.game.playing.volunteers) <= {"cy", "di"}
    assert whole.game.playing.volunteers
    assert whole.game.playing.chaired == ""
    whole.do(Advance())
    assert whole.game.playing.chaired in whole.game.playing.volunteers
    assert len(whole.game.put_off) == 2
    state = states.copy(whole.game.state)
    chair = NAMES.character(whole.game.playing.chaired)
    set_agenda(whole.game.board, state, chair, heart_in_chair(whole.game.board, state, chair))
    assert (state.put_off == whole.game.state.put_off).all()


def test_nobody_volunteers_and_the_lot_falls_among_all() -> None:
    seen = set()
    for seed in range(30):
        whole = chairs.to("agenda", EVERYBODY, "chair", seed=seed)
        assert whole.game.playing.volunteers == ()
        whole.do(Advance())
        seen.add(whole.game.playing.chaired)
    assert seen == {"ana", "bo", "cy", "di"}


@pytest.mark.parametrize("already", [0, 1, 2])
def test_a_chair_whose_holder_leaves_the_seat_sets_the_agenda_by_itself(already: int) -> None:
    whole = chairs.in_the_chair("ana")
    said = whole.game.on_agenda[:already]
    for project in said:
        whole.do(PutOff(project=project))
    whole.do(LeaveSeat(who="ana"))
    assert code(whole, PutOff(project=whole.game.on_agenda[0])) == "simulated"
    whole.do(Advance())
    assert whole.game.table.phase == "negotiation"
    assert len(whole.game.put_off) == 2
    if already == 2:  # what was said stands
        assert whole.game.playing.put_off == said


def test_whoever_takes_the_seat_of_the_chair_may_say_otherwise() -> None:
    whole = chairs.to("agenda", step="list")
    chair = whole.game.playing.chaired
    assert chair in whole.game.simulated
    with pytest.raises(Refused) as refused:
        whole.do(PutOff(project=whole.game.on_agenda[0]))
    assert refused.value.code == "simulated"
    assert chair.title() in refused.value.sentence
    whole.do(TakeSeat(who=chair))
    kept = next(p for p in whole.game.on_agenda if p not in whole.game.put_off)
    whole.do(PutOff(project=kept))
    assert kept in whole.game.put_off
    assert len(whole.game.put_off) == 2


def test_each_volunteers_for_themselves_and_whoever_chairs_alone_puts_off() -> None:
    whole = chairs.to("agenda", EVERYBODY, "chair")
    ana, bo, voter = Actor("holder", who="ana"), Actor("holder", who="bo"), Actor("voter", voter=3)
    assert _option(whole, "volunteer", ana).who == ("ana",)
    assert _option(whole, "volunteer").who == ("ana", "bo", "cy", "di")
    assert _option(whole, "volunteer", voter) is None
    assert _code(whole, Volunteer(who="bo"), ana) == "not-yours"
    assert _code(whole, Volunteer(who="ana"), voter) == "not-yours"
    assert _code(whole, Volunteer(who="ana"), ana) == ""
    whole.do(Advance())
    project = whole.game.on_agenda[0]
    assert [_option(whole, "put-off", by) is not None for by in (ana, bo, voter)] == [True, False, False]
    for by in (bo, voter):
        assert _code(whole, PutOff(project=project), by) == "not-yours"
    assert _code(whole, PutOff(project=project), ana) == ""
    assert _code(whole, PutOff(project=project, off=False), FACILITATOR) == ""


def _code(whole: Session, command: Command, by: Actor) -> str:
    try:
        whole.do(command, by)
    except Refused as refused:
        return refused.code
    return ""


def test_what_comes_at_the_wrong_moment_is_refused_by_its_reason() -> None:
    none = Session.create(small(), begin(), 7, now=Ticker())
    for command in (Volunteer(who="ana"), PutOff(project="bikes")):
        assert code(none, command) == "wrong-phase"
    whole = chairs.to("agenda", step="chair")
    assert code(whole, PutOff(project="bikes")) == "nobody-chairs"
    assert code(whole, Volunteer(who="cy")) == "simulated"
    assert code(whole, Volunteer(who="zoe")) == "unknown-character"
    whole = chairs.in_the_chair("bo")
    assert code(whole, Volunteer(who="ana")) == "wrong-phase"
    missing = next(p.id for p in whole.game.scenario.projects if p.id not in whole.game.open)
    for project in (missing, "carte-blanche", "zoo"):
        assert code(whole, PutOff(project=project)) == "unknown-project"
    assert code(chairs.to("agenda", begin("demo", "150"), "chair"), Volunteer(who="ana")) == "simulated"


def test_where_there_is_no_agenda_nobody_volunteers_nor_puts_off() -> None:
    """A scenario with defects may be played all the same: its phase is passed over."""
    whole = chairs.session(agenda=None)
    for rule in RULES.values():
        assert rule.option(whole.game) == "no-agenda"
    go(whole, "negotiation")
    assert whole.game.playing.chaired == ""
    assert whole.game.put_off == ()


def _waits(phase: str, **fields: object) -> tuple[Session, str]:
    """Ana has chaired; a project that waits."""
    whole = chairs.in_the_chair("ana", phase, "", **fields)
    return whole, whole.game.put_off[0]


def test_what_is_put_off_is_neither_promised_asked_pledged_nor_given_to() -> None:
    whole, off = _waits("negotiation", pacts=True)
    assert off not in whole.game.needing
    one = Tokens(time=1)
    assert code(whole, Promise(who="ana", project=off, tokens=one)) == "put-off"
    treated = whole.game.needing[0]
    pact = Pact(
        who="ana", project=off, gives=one, other="bo", other_project=treated, other_gives=Tokens(means=1)
    )
    assert code(whole, pact) == "put-off"
    for kind in ("promise", "pact"):
        assert off not in _option(whole, kind).projects
    go(whole, "choice")
    assert code(whole, Place(who="ana", project=off, token="time", by=1)) == "put-off"
    assert off not in _option(whole, "place").projects


def test_nobody_is_asked_nor_offered_anything_for_what_is_put_off() -> None:
    whole = chairs.to("negotiation")
    off, treated = whole.game.put_off[0], whole.game.needing
    assert code(whole, Ask(asker="ana", asked="cy", project=off)) == "put-off"
    offer = Offer(project=off, tokens=Tokens(time=1))
    found = {code(whole, Ask(asker="ana", asked="cy", project=p, offer=offer)) for p in treated}
    assert found <= {"put-off", "already-promised"}
    assert "put-off" in found
    assert off not in _option(whole, "ask").projects


def test_another_round_another_chair_and_everything_lies_there_again() -> None:
    whole, off = _waits("debate")
    go(whole, "agenda", "chair", 2)
    assert whole.game.put_off == ()
    assert off in whole.game.on_agenda
    assert whole.game.playing.chaired == ""
    assert whole.game.table.rounds[0].chaired == "ana"


def _sound(game: Game) -> None:
    """What holds at every moment, whatever anybody does."""
    record = game.round
    if record is None or not game.deciding:
        return
    assert set(record.put_off) == set(game.put_off)
    assert len(record.put_off) <= too_many(game.board, game.state)
    if game.table.phase in ("negotiation", "forecast", "choice"):
        assert len(game.on_agenda) - len(game.put_off) <= game.board.treats
    if record.chaired and record.volunteers:
        assert record.chaired in record.volunteers
    waits = [game.names.project(p) for p in record.put_off]
    state = game.state
    assert not state.promised[:, waits].any()
    assert not state.pact[:, waits].any() if state.pact.ndim == 3 else True
    named = {p.project for p in record.promises} | {a.project for a in record.answers}
    named |= {p for pact in record.pacts for p in (pact.project, pact.other_project)}
    named |= {p for mine in game.table.placing.values() for p in mine}
    assert not named & set(record.put_off)


@pytest.mark.no_cover  # lines that other tests walk
@settings(max_examples=20, deadline=None)
@given(st.data(), st.integers(0, 99))
def test_whatever_people_do_no_more_is_treated_and_nothing_goes_to_what_waits(
    data: st.DataObject, seed: int
) -> None:
    how = data.draw(st.sampled_from((begin(duration="150"), EVERYBODY, begin("training", "training"))))
    whole = chairs.session(how, seed, pacts=True)
    for _ in range(45):
        play_on(data.draw, whole)
        _sound(whole.game)
    for record in whole.game.table.rounds:
        for mine in record.given.values():
            assert not {p for p, some in mine.items() if any(some)} & set(record.put_off)


@pytest.mark.no_cover  # lines that other tests walk
@settings(max_examples=10, deadline=None)
@given(st.data(), st.integers(0, 99))
def test_whatever_people_do_the_session_comes_back_from_its_data(data: st.DataObject, seed: int) -> None:
    _sound(any_hands(data.draw, chairs.session(EVERYBODY, seed), 30))


def test_going_back_takes_the_chair_s_words_back_and_the_same_chair_is_drawn() -> None:
    whole = chairs.in_the_chair("bo")
    before = whole.game
    number = before.table.number
    for project in before.on_agenda[:2]:
        whole.do(PutOff(project=project))
    after = whole.game.to_data()["state"]
    whole.do(Undo(to=number))
    assert whole.game.put_off == whole.game.playing.put_off == ()
    assert (whole.game.state.reach == before.state.reach).all()
    assert whole.game.playing.chaired == "bo"
    for project in before.on_agenda[:2]:
        whole.do(PutOff(project=project))
    assert whole.game.to_data()["state"] == after
    chair = chairs.to("agenda", EVERYBODY, "list")
    drawn = chair.game.playing.chaired
    chair.do(Undo(to=chair.game.table.number - 1))
    assert (chair.game.table.step, chair.game.playing.chaired) == ("chair", "")
    chair.do(Advance())
    assert chair.game.playing.chaired == drawn


@pytest.mark.parametrize(("phase", "step"), [("agenda", "chair"), ("agenda", "list"), ("negotiation", "")])
def test_a_resumed_session_knows_who_chairs_and_what_waits(phase: str, step: str) -> None:
    whole = chairs.to(phase, step=step)
    game = whole.game
    again = game.restored(json.loads(json.dumps(game.to_data())))
    assert again.digest() == game.digest()
    assert again.playing == game.playing
    assert again.put_off == game.put_off
    assert (again.needing, again.on_agenda) == (game.needing, game.on_agenda)


# ---- The debate -----------------------------------------------------------------------------------------


def _picked(whole: Session) -> str:
    """What the room debates, of the acts of the round."""
    return next(act.fact for act in whole.game.playing.acts if act.id == whole.game.playing.picked)


def test_what_was_put_off_is_debated_first_once_where_the_chair_is_held_then_behind() -> None:
    whole = chairs.in_the_chair("ana", "debate", "")
    first, second = whole.game.playing.put_off
    acts = whole.game.playing.acts
    assert [(act.who, act.project, act.fact) for act in acts[:2]] == [
        ("ana", first, "put-off"),
        ("ana", second, "put-off"),
    ]
    assert acts[0].card == "on-put-off"
    assert _picked(whole) == "put-off"
    go(whole, "agenda", "chair", 2)
    whole.do(Volunteer(who="ana"))
    go(whole, "debate", "", 2)
    facts = [act.fact for act in whole.game.playing.acts]
    assert facts[-2:] == ["put-off", "put-off"]
    assert "put-off" not in facts[:-2]
    assert _picked(whole) != "put-off"


def test_what_the_room_did_not_debate_comes_first_again() -> None:
    whole = chairs.in_the_chair("ana", "debate", "")
    other = next(act for act in whole.game.playing.acts if act.fact != "put-off")
    whole.do(PickAct(act=other.id))
    go(whole, "debate", "", 2)
    assert whole.game.playing.acts[0].fact == "put-off"


def test_what_a_simulated_chair_put_off_comes_behind_what_people_did() -> None:
    whole = chairs.to("debate")
    assert whole.game.playing.chaired in whole.game.simulated
    facts = [act.fact for act in whole.game.playing.acts]
    assert facts[-2:] == ["put-off", "put-off"]
    assert facts[0] != "put-off"


def test_where_nobody_plays_what_was_given_up_for_being_put_off_is_debated_first_once() -> None:
    told, rounds = 0, 0
    for seed in range(4):
        whole = demo.session(chairs.scenario(), seed, "training")
        lost_before = False
        for _ in demo.moves(whole, voters=False):
            pass
        for record, number in zip(whole.game.table.rounds, whole.game.records, strict=True):
            given_up = [p for p in record.put_off if number.lapsed[whole.game.names.project(p)]]
            rounds += 1
            if given_up and not lost_before:
                assert (record.acts[0].fact, record.acts[0].project) == ("put-off", given_up[0])
                told += 1
            lost_before = lost_before or any(
                a.id == record.picked and a.fact == "put-off" for a in record.acts
            )
    assert 0 < told < rounds


def test_without_a_card_about_it_it_is_no_act_to_debate() -> None:
    plain = [d for d in chairs.scenario().model_dump(by_alias=True)["debates"] if d["about"] != "put-off"]
    whole = chairs.in_the_chair("ana", "debate", "", debates=plain)
    assert whole.game.playing.put_off
    assert "put-off" not in [act.fact for act in whole.game.playing.acts]


def test_who_gave_nothing_is_not_told_of_what_nobody_could_give_to() -> None:
    game = chairs.in_the_chair("ana", "debate", "").game
    silent = Act("1.bo", "bo", "", "silent", "on-silent")
    told = {project for project, tokens in _moved(game, silent) if tokens}
    assert told
    assert not told & set(game.playing.put_off)
    waits = Act("1.ana.put-off", "ana", game.playing.put_off[0], "put-off", "on-put-off")
    assert [project for project, tokens in _moved(game, waits) if tokens < 0] == [waits.project]


# ---- Simulated ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", POLICIES)
def test_however_it_is_played_no_more_is_treated_and_nothing_goes_to_what_waits(how: str) -> None:
    board = build(chairs.scenario(pacts=True), "training")
    waited = 0
    for seed in range(12):
        state, dice = states.initial(board, seed), states.dice(board, seed)
        for round_ in range(1, board.rounds + 1):
            chance, given_ = dice.block(0, round_), np.zeros_like(state.given)
            begin_round(board, state, chance)
            assert not state.put_off.any()
            short = too_many(board, state)
            take_the_chair(board, state, chance, policy(board, how))
            off = np.flatnonzero(state.put_off)
            assert len(off) == short
            assert set(off) <= set(state.open[: board.slots].tolist())
            negotiate(board, state, chance, policy(board, how), given_)
            decide(board, state, chance, policy(board, how), given_)
            assert not state.promised[:, off].any()
            assert not np.isin(state.pact_project, off).any()
            assert not given_[:, off].any()
            assert not reveal(board, state, given_).completed[off].any()
            waited += len(off)
    assert waited


def test_whoever_plays_alone_among_simulated_others_gives_to_nothing_that_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = []

    def revealed(board: Board, state: State, given_: np.ndarray) -> object:
        seen.append(len(np.flatnonzero(state.put_off)) == too_many(board, state))
        assert not given_[:, np.flatnonzero(state.put_off)].any()
        return reveal(board, state, given_)

    monkeypatch.setattr("engine.alone.reveal", revealed)
    board = build(chairs.scenario(), "training")
    for seed in range(4):
        chance = states.dice(board, seed).games(0, 1)[0].astype(np.int64)
        for way in ("selfish", "lies", "gives", "keeps", "asks"):
            _play(board, chance, way, ANA, Found())
    assert seen
    assert all(seen)


def test_a_round_that_only_what_waits_could_decide_decides_nothing() -> None:
    table = Table()
    table.lay(CLINIC, GARDEN)
    table.board.goal[ANA] = 4 * ONE
    assert is_open(table.board, table.state, ANA)
    put_off(table.board, table.state, CLINIC)
    assert not is_open(table.board, table.state, ANA)


@pytest.mark.parametrize("seed", [3, 11])
def test_a_session_that_plays_itself_is_game_nought_of_a_batch(seed: int) -> None:
    whole = chairs.session(begin("demo", "150"), seed)
    while not whole.game.over:
        whole.do(Advance())  # nobody asks anybody
    assert all(len(record.put_off) == 2 for record in whole.game.table.rounds)
    state = game_nought(whole.game.board, seed)
    assert (whole.game.state.ind == state.ind).all()
    assert (whole.game.state.total == state.total).all()
    assert (whole.game.state.put_off == state.put_off).all()


def test_people_who_play_themselves_chair_as_the_game_would() -> None:
    whole = chairs.session(EVERYBODY, 5)
    for _ in demo.moves(whole):
        pass
    for record in whole.game.table.rounds:
        assert record.volunteers == ("ana", "bo", "cy", "di")
        assert len(record.put_off) == 2


@pytest.mark.parametrize("how", POLICIES)
def test_compiled_games_are_the_plain_ones(how: str) -> None:
    assert_both_speeds_agree(build(chairs.scenario(), "150"), how, weighs=how == "written")
