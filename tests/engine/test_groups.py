"""Groups that live, fall asleep, and learn to do without help."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import numbers
from engine.content.model import HELPING, Tokens
from engine.effects.group import autonomy_in
from engine.fixed import ONE, Ints
from engine.play.commands import Place, Promise
from engine.rules import own_value
from engine.rules import state as states
from engine.rules.board import Board, build, names
from engine.rules.groups import ASKED, CAME, IN_VAIN, awake_in, do_to_groups, is_helping, needs_help
from engine.rules.opening import begin_round
from engine.rules.record import Record
from engine.rules.revealing import foresee, reveal
from engine.rules.state import State, put_on_table
from engine.rules.takings import set_takes
from engine.rules.values import commons_points, wear
from engine.view.types import ROOM as SEEN_BY_ALL
from tests.engine import councils, driving
from tests.engine.driving import code, go
from tests.engine.legal_moves import any_hands
from tests.engine.simulated import game_nought, play
from tests.engine.small import begin
from tests.engine.speeds import assert_both_speeds_agree

EVERYBODY = {"ana": "held", "bo": "held", "cy": "held", "di": "held"}
ALL_HELD = begin(duration="150", seats=EVERYBODY)
HOWS = (ALL_HELD, begin(duration="150"), begin("training", "training", participants=1))
NAMES = names(councils.scenario())
ANA, BO, CY, DI = (NAMES.character(who) for who in ("ana", "bo", "cy", "di"))
GARDEN, CLINIC, MARKET, DESK = (NAMES.project(p) for p in ("garden", "clinic", "market", "desk"))
HALL, QUAY, MILL, LOCK, MEADOW = range(5)
TIME, BACKING = 0, 2


def helping(group: int) -> int:
    """Going to help a group, as a project."""
    return NAMES.project(
        ("helping-hall", "helping-quay", "helping-mill", "helping-lock", "helping-meadow")[group]
    )


class Table:
    """The rules by hand: a round whose table is what one puts there, after a situation that does nothing."""

    def __init__(self, *open_: int, **fields: object) -> None:
        self.board: Board = build(councils.scenario(**fields), "150")
        self.state: State = states.initial(self.board, 7)
        begin_round(self.board, self.state, states.dice(self.board, 7).block(0, 1))
        self.state.life[:], self.state.autonomy[:] = self.board.life, self.board.autonomy
        self.state.ind[:], self.state.ind_ref[:] = self.board.start, self.board.start
        self.lay(*open_)

    def lay(self, *open_: int) -> None:
        self.state.open[:] = -1
        for place, project in enumerate(open_):
            put_on_table(self.state, place, project)
        set_takes(self.board, self.state)

    def reveal(self, *gifts: tuple[int, int, int], builds: int | None = None) -> Record:
        """What comes of (who, project, kind) of one token each, and of a project that has all it needs."""
        given: Ints = np.zeros_like(self.state.given)
        for who, project, kind in gifts:
            given[who, project, kind] += 1
        if builds is not None:
            given[BO, builds] = self.state.cost[builds]
        return reveal(self.board, self.state, given)

    @property
    def common(self) -> int:
        return int(self.state.ind[self.board.gate])


# ---- Help -------------------------------------------------------------------------------------------------


def test_help_that_nobody_asked_for_keeps_a_group_alive_and_takes_from_what_it_does_alone() -> None:
    table = Table(helping(HALL))
    record = table.reveal((ANA, helping(HALL), TIME))
    assert record.helped[HALL] == CAME
    assert record.life_moved[HALL].tolist() == [1, 2]  # two more by the help, one less by itself
    assert record.autonomy_moved[HALL].tolist() == [2, 1]


def test_help_that_was_asked_for_takes_nothing() -> None:
    table = Table(helping(HALL))
    record = table.reveal((ANA, helping(HALL), TIME), (DI, helping(HALL), BACKING))
    assert record.helped[HALL] == ASKED
    assert record.life_moved[HALL].tolist() == [1, 2]
    assert record.autonomy_moved[HALL].tolist() == [2, 2]


def test_where_help_was_asked_for_and_nobody_came_the_word_is_spent_and_the_group_sleeps() -> None:
    table = Table(helping(HALL))
    record = table.reveal((DI, helping(HALL), BACKING))
    assert record.helped[HALL] == IN_VAIN
    assert record.life_moved[HALL].tolist() == [1, 0]
    assert record.lost[helping(HALL), BACKING] == 1
    assert not record.completed[helping(HALL)]


def test_nobody_helps_their_own_group_and_only_its_member_asks() -> None:
    state = Table(helping(HALL)).state
    assert state.allowed[DI, helping(HALL)].tolist() == [0, 0, 1]
    assert state.allowed[CY, helping(HALL)].tolist() == [1, 0, 0]
    assert state.allowed[DI, helping(QUAY)].tolist() == [1, 0, 0]


def test_a_group_without_a_member_in_play_cannot_ask() -> None:
    board = build(councils.scenario(), "150", {"di": "out"})
    index = names(councils.scenario(), {"di": "out"})
    assert board.cost[index.project("helping-hall")].tolist() == [1, 0, 0]


def test_those_that_stand_out_to_be_helped_have_least_life_left_and_one_of_them_sleeps() -> None:
    table = Table()
    for life, autonomy, expected in (
        ([1, 3, 2, 0, 0], [2, 1, 3, 1, 0], {HALL, QUAY}),  # the Mill does without help
        ([4, 4, 1, 0, 0], [0, 1, 0, 1, 0], {MILL}),
        ([4, 4, 4, 0, 0], [3, 3, 3, 1, 0], {LOCK, MEADOW}),
    ):
        table.state.life[:], table.state.autonomy[:] = life, autonomy
        begin_round(table.board, table.state, states.dice(table.board, 7).block(0, 2))
        open_ = [int(p) for p in table.state.open if p >= 0 and is_helping(table.board, int(p))]
        groups = {int(table.board.where[p]) for p in open_}
        assert expected <= groups
        assert len(groups) == min(3, sum(needs_help(table.state, g) for g in range(5)))
        assert any(table.state.life[g] == 0 for g in groups)


# ---- Life and autonomy ------------------------------------------------------------------------------------


def test_a_group_that_needs_help_loses_some_life_each_round_and_one_that_does_without_keeps_it() -> None:
    record = Table().reveal()
    assert record.life_moved.tolist() == [[1, 0], [3, 2], [2, 2], [0, 0], [0, 0]]


def test_what_a_group_did_alone_is_not_lost_while_it_sleeps_but_counts_no_more() -> None:
    table = Table()
    before = table.common
    table.reveal()
    assert table.state.autonomy[HALL] == 2
    assert table.common == before - 2 * 3


def test_the_common_good_is_what_those_awake_do_alone() -> None:
    table = Table(GARDEN)
    record = table.reveal(builds=GARDEN)
    assert table.common == 3 * autonomy_in(table.state.life, table.state.autonomy)
    assert record.ind_built[table.board.gate] == 6
    assert record.ind_groups.tolist() == [0, -6]  # the Hall fell asleep


def test_a_project_wakes_a_group_and_what_it_learned_counts_again() -> None:
    table = Table(CLINIC)
    record = table.reveal(builds=CLINIC)
    assert record.life_moved[LOCK].tolist() == [0, 1]
    assert record.ind_built[table.board.gate] == 6


def test_a_group_may_be_closed_on_purpose() -> None:
    table = Table(MARKET)
    record = table.reveal(builds=MARKET)
    assert record.life_moved[MILL].tolist() == [2, 0]
    assert record.ind_built[table.board.gate] == -9


def test_whoever_comes_to_help_a_group_that_closes_finds_the_door_shut() -> None:
    table = Table(MARKET, helping(MILL))
    given = np.zeros_like(table.state.given)
    given[BO, MARKET] = table.state.cost[MARKET]
    given[ANA, helping(MILL), TIME] = 1
    record = reveal(table.board, table.state, given)
    assert record.helped[MILL] == CAME
    assert record.life_moved[MILL].tolist() == [2, 0]
    assert record.autonomy_moved[MILL, 0] == record.autonomy_moved[MILL, 1]


def test_nobody_counts_on_help_for_a_group_that_closes_in_the_same_breath() -> None:
    table = Table(MARKET, helping(MILL))
    life, autonomy = table.state.life.copy(), table.state.autonomy.copy()
    for project in (MARKET, helping(MILL)):
        do_to_groups(table.board, table.state.life, life, autonomy, project, False)
    assert life[MILL] == 0


def test_a_situation_weakens_but_puts_nobody_to_sleep() -> None:
    whole = councils.to("negotiation", ALL_HELD)
    lives = whole.game.state.life.tolist()
    assert min(lives[:3]) >= 1
    assert whole.game.playing.situation in {"rain", "visit", "gift"}


def test_whoever_looks_to_the_number_gains_by_what_wakes_and_loses_by_what_falls_asleep() -> None:
    asleep = Table().reveal()
    assert asleep.counted.tolist() == [0, -2 * ONE, 0, 0]
    assert asleep.gain[BO] == -2 * ONE  # counts although the common good fell
    woken = Table(CLINIC, GARDEN, helping(HALL))
    record = woken.reveal((ANA, helping(HALL), TIME), builds=CLINIC)
    assert record.counted[BO] == 2 * ONE


def test_trust_in_institutions_falls_when_a_group_falls_asleep() -> None:
    record = Table().reveal()
    assert (record.trust_cards[[ANA, BO, DI], CY] < 0).all()
    assert not record.trust_cards[:, [ANA, BO, DI]].any()


# ---- What is foreseen -------------------------------------------------------------------------------------


def test_what_a_project_would_bring_is_what_it_brings() -> None:
    for project in (GARDEN, CLINIC, MARKET, DESK):
        table = Table(project)
        expected = commons_points(table.board, table.state, project) + wear(table.board, table.state)
        given = np.zeros_like(table.state.given)
        given[BO, project] = table.state.cost[project]
        ahead = foresee(table.board, table.state, given)
        table.reveal(builds=project)
        assert table.common - int(table.board.start[table.board.gate]) == expected
        assert int(ahead.ind_after[table.board.gate]) == table.common


def test_who_looks_to_the_number_sees_what_help_is_worth_to_them() -> None:
    table = Table(helping(HALL), helping(QUAY))
    assert own_value(table.board, table.state, BO, helping(HALL)) == 2 * ONE
    assert own_value(table.board, table.state, BO, helping(QUAY)) == 0  # it would not fall asleep yet
    assert own_value(table.board, table.state, ANA, helping(HALL)) == 0


# ---- What people may do -----------------------------------------------------------------------------------


def test_help_is_promised_and_given_like_anything_else_within_its_bounds() -> None:
    whole = councils.to("negotiation", ALL_HELD)
    card = next(p for p in whole.game.open if p == "helping-hall")
    assert code(whole, Promise(who="di", project=card, tokens=Tokens(time=1))) == "not-from-within"
    assert code(whole, Promise(who="cy", project=card, tokens=Tokens(backing=1))) == "asked-by-members"
    whole.do(Promise(who="di", project=card, tokens=Tokens(backing=1)))
    whole.do(Promise(who="ana", project=card, tokens=Tokens(time=1)))
    go(whole, "choice")
    assert code(whole, Place(by=1, who="di", project=card, token="time")) == "not-from-within"
    assert code(whole, Place(by=1, who="cy", project=card, token="backing")) == "asked-by-members"
    assert code(whole, Place(by=1, who="cy", project=card, token="means")) == "not-needed"


def test_everybody_sees_how_the_groups_are_and_what_the_round_takes() -> None:
    whole = councils.to("negotiation", ALL_HELD)
    seen = whole.view(SEEN_BY_ALL).groups
    assert seen is not None
    assert (seen.awake, seen.count_said) == (3, "3 ateliers sur 5")
    assert seen.worth_said == f"Bien-être social\N{NO-BREAK SPACE}: {seen.autonomy} × 3 = {3 * seen.autonomy}"
    assert seen.wear < 0
    cards = {one.card for one in seen.groups if one.card}
    assert cards == {p for p in whole.game.open if p.startswith(HELPING)}


def test_where_few_play_there_are_fewer_groups() -> None:
    scenario = councils.scenario()
    few = names(scenario, {"cy": "out"})
    assert "helping-meadow" in NAMES.projects
    assert "helping-meadow" not in few.projects
    whole = councils.to("negotiation", begin(duration="150", seats={**EVERYBODY, "cy": "out"}))
    seen = whole.view(SEEN_BY_ALL).groups
    assert seen is not None
    assert len(seen.groups) == 4


# ---- Both speeds, any hands -------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["written", "room", "selfish", "random", "loyal", "keep", "shrewd"])
def test_compiled_games_are_the_plain_ones(how: str) -> None:
    board = build(councils.scenario(pacts=True), "training")
    assert_both_speeds_agree(board, how)


def test_a_session_that_plays_itself_is_game_nought_of_a_batch() -> None:
    demo = go(councils.session(begin("demo", "150"), 4), "bilan").game
    state = game_nought(build(councils.scenario(), "150"), 4)
    for field in ("ind", "life", "autonomy", "total", "done", "trust"):
        assert np.array_equal(getattr(demo.state, field), getattr(state, field)), field


@pytest.mark.parametrize("how", ["written", "random", "keep"])
def test_whatever_happens_levels_stay_in_their_bounds_and_the_common_good_is_what_they_say(how: str) -> None:
    board = build(councils.scenario(), "training")
    woke = slept = 0
    for seed in range(15):
        state, dice = states.initial(board, seed), states.dice(board, seed)
        for round_ in range(1, board.rounds + 1):
            record = play(board, state, dice.block(0, round_), how)
            for levels in (state.life, state.autonomy):
                assert levels.min() >= 0
                assert levels.max() <= numbers.MOST_LEVEL
            assert state.ind[board.gate] == board.group_points * autonomy_in(state.life, state.autonomy)
            moved = awake_in(record.life_moved[:, 1]) - awake_in(record.life_moved[:, 0])
            woke, slept = woke + max(0, moved), slept + max(0, -moved)
    assert slept > 0
    assert woke > 0 or how == "keep"


@pytest.mark.no_cover  # lines that other tests walk
def test_a_room_that_talks_asks_before_it_helps() -> None:
    board = build(councils.scenario(), "training")
    helped: set[int] = set()
    for seed in range(20):
        state, dice = states.initial(board, seed), states.dice(board, seed)
        for round_ in range(1, board.rounds + 1):
            helped.add(int(play(board, state, dice.block(0, round_), "room").helped[HALL]))
    assert ASKED in helped
    assert CAME not in helped


@pytest.mark.no_cover
@settings(max_examples=25, deadline=None)
@given(st.data(), st.sampled_from(HOWS), st.integers(0, 99))
def test_whatever_people_do_by_the_bounds_is_accepted_and_comes_back_from_its_data(data, how, seed):
    any_hands(data.draw, councils.session(how, seed, pacts=True))


def test_a_session_without_groups_writes_nothing_of_them() -> None:
    data = driving.to("debate").game.to_data()
    assert not {"life", "autonomy", "allowed", "wear", "takes"} & data["state"].keys()
    assert not {"life_moved", "autonomy_moved", "helped", "counted", "ind_groups"} & data["records"][0].keys()
