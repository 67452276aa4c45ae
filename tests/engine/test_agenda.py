"""An agenda: more lies on the table than a round has time for. One of those who volunteer is drawn by
lot to chair it, and says what waits."""

import json
from collections.abc import Sequence
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import demo, numbers
from engine.alone import Found, _play, is_open
from engine.content.model import Scenario
from engine.fixed import ONE, mul
from engine.play.commands import (
    Advance,
    CarteBlanche,
    PutOff,
)
from engine.play.phases.agenda import one_too_many
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


def test_nobody_chairs_before_they_have_come() -> None:
    table = Table(**chairs.late("di"))
    table.lay(GARDEN, CLINIC, MARKET, DESK, FEAST)
    assert not would_volunteer(table.board, table.state, DI)
    assert table.drawn([0, 0, 0, 0], ONE - 1) == CY
    thirds = [table.drawn([0, 0, 0, 0], (2 * k + 1) * ONE // 6) for k in range(3)]
    assert thirds == [ANA, BO, CY]


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
    whole = chairs.to("situation", chairs.EVERYBODY)
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
    whole = chairs.session(chairs.EVERYBODY, 5)
    for _ in demo.moves(whole):
        pass
    for record in whole.game.table.rounds:
        assert record.volunteers == ("ana", "bo", "cy", "di")
        assert len(record.put_off) == 2


@pytest.mark.parametrize("how", POLICIES)
def test_compiled_games_are_the_plain_ones(how: str) -> None:
    assert_both_speeds_agree(build(chairs.scenario(), "150"), how, weighs=how == "written")
