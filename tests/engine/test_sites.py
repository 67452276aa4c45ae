"""Works that hurt before they help: phases, hoardings, ground, what softens them."""

import numpy as np
import pytest

from engine.effects.site import move
from engine.fixed import ONE, Ints, to_float
from engine.rules import own_value
from engine.rules import state as states
from engine.rules.board import Board, build, names
from engine.rules.conditions import holds
from engine.rules.opening import begin_round
from engine.rules.record import Record
from engine.rules.revealing import foresee, reveal
from engine.rules.sites import hurts_if_built, may_open, standing
from engine.rules.state import State
from engine.rules.takings import set_takes
from engine.rules.values import commons_points, hoped_value, own_points, sure_points, wear
from engine.view.types import ROOM as SEEN_BY_ALL
from tests.engine import square
from tests.engine.driving import go
from tests.engine.simulated import game_nought, play
from tests.engine.small import begin
from tests.engine.small import scenario as small
from tests.engine.speeds import assert_both_speeds_agree

EVERYBODY = {"ana": "held", "bo": "held", "cy": "held", "di": "held"}
ALL_HELD = begin(duration="150", seats=EVERYBODY)
NAMES = names(square.scenario())
ANA, BO, CY, DI = (NAMES.character(who) for who in ("ana", "bo", "cy", "di"))
GARDEN, CLINIC, MARKET, DESK, BIKES, FEAST = (
    NAMES.project(p) for p in ("garden", "clinic", "market", "desk", "bikes", "feast")
)
COMMON, WORK, HEALTH = (NAMES.indicator(key) for key in ("common", "work", "health"))
WEAR = -2


class Table:
    """The rules by hand: a round whose table is what one puts there, after a situation that does nothing."""

    def __init__(self, *open_: int, duration: str = "150", **fields: object) -> None:
        self.board: Board = build(square.scenario(**fields), duration)  # type: ignore[arg-type]
        self.state: State = states.initial(self.board, 7)
        self.begin()
        self.lay(*open_)

    def begin(self) -> None:
        """A round begins, and its situation did nothing."""
        begin_round(self.board, self.state, states.dice(self.board, 7).block(0, self.state.round + 1))
        self.state.ind[:] = self.state.ind_before
        self.state.ind_ref[:] = self.state.ind

    def lay(self, *open_: int) -> None:
        self.state.open[:] = -1
        for place, project in enumerate(open_):
            self.state.open[place] = project
        set_takes(self.board, self.state)

    def reveal(self, *builds: int, by: int = BO) -> Record:
        """What comes of all that these projects ask for."""
        given: Ints = np.zeros_like(self.state.given)
        for project in builds:
            given[by, project] = self.state.cost[project] - self.state.placed[project]
        return reveal(self.board, self.state, given)

    def next(self, *builds: int, by: int = BO) -> Record:
        """The next round, with the same table."""
        there = [int(p) for p in self.state.open if p >= 0]
        self.begin()
        self.lay(*there)
        return self.reveal(*builds, by=by)

    def common(self) -> int:
        return int(self.state.ind[COMMON])


# ---- Phases ---------------------------------------------------------------------------------------------


def test_once_the_first_phase_is_paid_the_hoarding_goes_up_and_hurts_at_once_and_nothing_is_built() -> None:
    table = Table(GARDEN, DESK)
    before = table.common()
    record = table.reveal(GARDEN)
    assert record.paid_phase[GARDEN] == 1
    assert not record.completed[GARDEN]
    assert standing(table.state) == 1
    assert record.ind_works[COMMON] == -3
    assert table.common() == before - 3 + WEAR


def test_the_card_stays_on_the_table_and_asks_for_its_next_phase() -> None:
    table = Table(GARDEN, DESK)
    table.reveal(GARDEN)
    assert GARDEN in table.state.open
    assert table.state.cost[GARDEN].tolist() == [0, 2, 0]
    assert table.state.placed[GARDEN].tolist() == [0, 0, 0]


def test_when_the_last_phase_is_paid_the_hoarding_falls_and_the_project_is_complete() -> None:
    table = Table(GARDEN, DESK)
    table.reveal(GARDEN)
    record = table.next(GARDEN)
    assert record.completed[GARDEN] == 1
    assert standing(table.state) == 0
    assert record.ind_built[COMMON] == 9
    assert record.ind_works[COMMON] == 0
    assert GARDEN not in table.state.open


def test_each_phase_takes_a_reveal_of_its_own() -> None:
    table = Table(CLINIC)
    assert [int(table.reveal(CLINIC).completed[CLINIC])] == [0]
    assert [int(table.next(CLINIC).completed[CLINIC]) for _ in range(2)] == [0, 1]


def test_a_phase_that_is_not_paid_leaves_the_nuisance_and_the_site_never_lapses() -> None:
    table = Table(GARDEN, DESK)
    table.reveal(GARDEN)
    for _ in range(3):
        record = table.next()
        assert record.ind_works[COMMON] == -3
        assert not record.lapsed[GARDEN]
    assert GARDEN in table.state.open


def test_who_gave_to_any_phase_has_built_it() -> None:
    table = Table(GARDEN, DESK)
    table.reveal(GARDEN, by=ANA)
    record = table.next(GARDEN, by=BO)
    assert record.builders[ANA, GARDEN] == 3
    assert record.builders[BO, GARDEN] == 2


def test_tokens_that_lie_on_a_phase_wait_for_the_others() -> None:
    table = Table(GARDEN, DESK)
    table.reveal(GARDEN)
    table.begin()
    table.lay(GARDEN, DESK)
    one: Ints = np.zeros_like(table.state.given)
    one[BO, GARDEN, 1] = 1
    reveal(table.board, table.state, one)
    assert table.state.placed[GARDEN].tolist() == [0, 1, 0]
    assert table.next(GARDEN).completed[GARDEN] == 1


# ---- What it does to people -----------------------------------------------------------------------------


def test_a_hoarding_costs_each_by_their_stakes_and_by_name_whether_the_common_good_rises_or_not() -> None:
    table = Table(GARDEN, DESK)
    record = table.reveal(GARDEN)
    by_stakes = -2 * int(table.board.stakes[BO, WORK]) / 10
    assert not record.rose[0]
    assert to_float(int(record.gain[BO])) == pytest.approx(by_stakes - 1, abs=0.001)
    assert record.gain[DI] == record.borne[DI] <= 0


def test_what_softens_works_counts_at_each_reveal_that_leaves_them_standing_and_no_more_after() -> None:
    table = Table(GARDEN, BIKES)
    record = table.reveal(GARDEN, BIKES)
    assert record.ind_works[COMMON] == -2
    assert record.ind_works[WORK] == -1
    assert table.next().ind_works[COMMON] == -2
    assert table.next(GARDEN).ind_works[COMMON] == 0


def test_however_much_is_softened_nobody_is_better_off_for_a_hoarding() -> None:
    table = Table(GARDEN, BIKES)
    table.board.nuisance[BIKES] = 0
    table.board.nuisance[BIKES, [COMMON, WORK]] = 9
    foreseen = hurts_if_built(table.board, table.state, 0b11)
    record = table.reveal(GARDEN, BIKES)
    assert record.ind_works.tolist() == [0] * len(record.ind_works)
    assert foreseen == 0
    assert record.borne[BO] == table.board.hurts[BO, GARDEN] * ONE, "what it costs by name stays"


def test_it_softens_only_the_works_that_it_names_and_all_where_it_names_none() -> None:
    table = Table(CLINIC, BIKES)
    assert table.reveal(CLINIC, BIKES).ind_works[COMMON] == -2
    table = Table(CLINIC, FEAST)
    assert table.reveal(CLINIC, FEAST).ind_works[COMMON] == -1


def test_two_hoardings_at_once_add_a_third_nuisance() -> None:
    table = Table(GARDEN, CLINIC)
    assert table.reveal(GARDEN, CLINIC).ind_works[COMMON] == -3 - 2 - 2


# ---- Ground ---------------------------------------------------------------------------------------------


def test_works_that_wanted_the_same_ground_leave_the_table_and_their_tokens_are_lost() -> None:
    table = Table(GARDEN, MARKET)
    given: Ints = np.zeros_like(table.state.given)
    given[BO, GARDEN] = table.state.cost[GARDEN]
    given[CY, MARKET, 1] = 1
    record = reveal(table.board, table.state, given)
    assert record.lapsed[MARKET] == 1
    assert record.lost[MARKET].tolist() == [0, 1, 0]
    assert MARKET not in table.state.open


def test_of_two_that_are_paid_at_once_the_first_on_the_table_takes_the_ground() -> None:
    table = Table(MARKET, GARDEN)
    record = table.reveal(MARKET, GARDEN)
    assert record.paid_phase[[MARKET, GARDEN]].tolist() == [1, 0]
    assert record.lapsed[GARDEN] == 1


def test_ground_that_is_taken_or_new_lets_no_other_works_come() -> None:
    table = Table(GARDEN, DESK)
    assert may_open(table.board, table.state, MARKET)
    table.reveal(GARDEN)
    assert not may_open(table.board, table.state, MARKET)
    assert may_open(table.board, table.state, CLINIC)
    table.next(GARDEN)
    assert not may_open(table.board, table.state, MARKET)


def test_what_softens_comes_only_while_works_that_it_softens_are_there() -> None:
    table = Table(DESK)
    assert not may_open(table.board, table.state, BIKES)
    table.lay(GARDEN)
    assert may_open(table.board, table.state, BIKES)
    table.lay(CLINIC)
    assert not may_open(table.board, table.state, BIKES)
    assert may_open(table.board, table.state, FEAST)


# ---- What moves them ------------------------------------------------------------------------------------


def test_a_phase_may_have_to_be_done_again_or_be_won_but_never_the_last() -> None:
    table = Table(CLINIC)
    table.reveal(CLINIC)
    for by, phase, asks in ((1, 2, [0, 1, 0]), (2, 2, [0, 1, 0]), (-1, 1, [1, 0, 1]), (-2, 0, [1, 2, 1])):
        move(table.board, table.state, np.array([8, CLINIC, 0, by, 0]))
        assert table.state.phase[CLINIC] == phase
        assert table.state.cost[CLINIC].tolist() == asks
    assert standing(table.state) == 1


def test_works_that_have_not_begun_neither_win_nor_lose_anything() -> None:
    table = Table(CLINIC)
    move(table.board, table.state, np.array([8, -1, 0, 1, 0]))
    assert table.state.phase[CLINIC] == 0


def test_a_condition_counts_the_hoardings_that_stand() -> None:
    ending = {
        "id": "soon",
        "at": "end",
        "when": {"hoardings": 1},
        "success": False,
        "title": "B",
        "text": "b",
    }
    plain = square.scenario().model_dump(by_alias=True, exclude_unset=True)["endings"]
    table = Table(GARDEN, endings=[ending, *plain])
    first, end = (int(row) for row in table.board.condition_rows[:2])
    assert not holds(table.board, table.state, first, end)
    table.reveal(GARDEN)
    assert holds(table.board, table.state, first, end)


# ---- What it is worth -----------------------------------------------------------------------------------


def test_beginning_works_lowers_the_common_good_now_and_promises_it_for_later() -> None:
    table = Table(GARDEN, DESK)
    assert commons_points(table.board, table.state, GARDEN) == -3
    assert hoped_value(table.board, table.state, GARDEN) == (-3 * ONE) + 9 * ONE // 2


def test_in_the_last_round_beginning_works_promises_nothing() -> None:
    table = Table(GARDEN, DESK)
    table.state.clock[0] = table.board.rounds
    set_takes(table.board, table.state)
    assert hoped_value(table.board, table.state, GARDEN) == -3 * ONE


def test_finishing_works_brings_what_they_change_and_ends_what_they_did() -> None:
    table = Table(GARDEN, DESK)
    table.reveal(GARDEN)
    table.begin()
    table.lay(GARDEN, DESK)
    assert wear(table.board, table.state) == WEAR - 3
    assert commons_points(table.board, table.state, GARDEN) == 9 + 3
    felt = int(table.board.felt[BO, GARDEN])
    assert own_points(table.board, table.state, BO, GARDEN) == table.board.worth[BO, GARDEN] - felt


def test_what_a_phase_brings_now_is_what_its_hoarding_costs_and_part_of_the_rest_is_hoped_for() -> None:
    table = Table(GARDEN, DESK)
    felt = int(table.board.felt[BO, GARDEN])
    assert own_points(table.board, table.state, BO, GARDEN) == felt < 0
    assert sure_points(table.board, table.state, BO, GARDEN) == felt
    worth = int(table.board.worth[BO, GARDEN])
    assert own_value(table.board, table.state, BO, GARDEN) == felt + worth // 2


def test_softening_is_worth_something_while_a_hoarding_stands() -> None:
    table = Table(GARDEN, BIKES)
    plain = int(table.board.change[BIKES, COMMON])
    assert commons_points(table.board, table.state, BIKES) == plain
    table.reveal(GARDEN)
    table.begin()
    table.lay(GARDEN, BIKES)
    assert commons_points(table.board, table.state, BIKES) == plain + 1


@pytest.mark.parametrize("builds", [(), (0,), (1,), (0, 1), (0, 2), (0, 1, 2), (2,)])
def test_what_hoardings_would_do_is_what_they_do(builds: tuple[int, ...]) -> None:
    places = (GARDEN, CLINIC, FEAST)
    table = Table(*places)
    expected = hurts_if_built(table.board, table.state, sum(1 << place for place in builds))
    assert table.reveal(*(places[k] for k in builds)).ind_works[COMMON] == expected
    then = hurts_if_built(table.board, table.state, 0)
    assert table.next().ind_works[COMMON] == then


def test_the_forecast_counts_the_hoardings_as_the_reveal_does() -> None:
    table = Table(GARDEN, CLINIC)
    given: Ints = np.zeros_like(table.state.given)
    given[BO, GARDEN] = table.state.cost[GARDEN]
    ahead = foresee(table.board, table.state, given)
    assert standing(table.state) == 0
    assert ahead.ind_after.tolist() == reveal(table.board, table.state, given).ind_after.tolist()


# ---- Both speeds, any hands -----------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["written", "room", "selfish", "random", "loyal", "keep", "shrewd"])
def test_compiled_games_are_the_plain_ones(how: str) -> None:
    board = build(square.scenario(pacts=True), "training")
    assert_both_speeds_agree(board, how)


def test_a_session_that_plays_itself_is_game_nought_of_a_batch() -> None:
    demo = go(square.session(begin("demo", "150"), 4), "bilan").game
    state = game_nought(build(square.scenario(), "150"), 4)
    for field in ("ind", "phase", "site", "laid", "total", "done", "trust"):
        assert np.array_equal(getattr(demo.state, field), getattr(state, field)), field


@pytest.mark.parametrize("how", ["written", "random", "room"])
def test_whatever_is_played_a_hoarding_is_up_from_its_first_phase_to_its_last(how: str) -> None:
    board = build(square.scenario(), "training")
    fell = stayed = 0
    for seed in range(15):
        state, dice = states.initial(board, seed), states.dice(board, seed)
        up: set[int] = set()
        for round_ in range(1, board.rounds + 1):
            record = play(board, state, dice.block(0, round_), how)
            up |= {int(p) for p in record.paid_phase.nonzero()[0]}
            fallen = {p for p in up if record.completed[p]}
            fell += len(fallen)
            up -= fallen
            assert {int(p) for p in state.site.nonzero()[0]} == up
            assert up <= set(state.open.tolist())
            assert (record.ind_works != 0).any() or not up
        taken = [int(board.ground[p]) for p in range(len(board.phases)) if p in up or state.done[p]]
        assert sum(taken) == int(np.bitwise_or.reduce(taken, initial=0))  # no ground was taken twice
        stayed += len(up)
    assert fell > 0
    assert stayed > 0 or how == "room"


def test_everybody_sees_the_ground_as_it_stands() -> None:
    whole = go(square.session(ALL_HELD), "negotiation")
    view = whole.view(SEEN_BY_ALL)
    assert view.sites is not None
    assert [part.state for part in view.sites.grounds] == ["old", "old", "old"]
    works = [p for p in view.projects if p.works is not None]
    assert all(p.works.left == p.works.phases for p in works)  # type: ignore[union-attr]


def test_without_works_a_game_has_nothing_of_them() -> None:
    board = build(small(), "90")
    state = states.initial(board, 1)
    assert board.phases.shape == state.site.shape == (0,)
    assert "site" not in states.to_data(state)


def test_works_that_could_not_be_finished_do_not_come() -> None:
    table = Table(DESK)
    table.state.clock[0] = table.board.rounds - 1  # two rounds are left, this one included
    assert may_open(table.board, table.state, GARDEN)  # two phases
    assert not may_open(table.board, table.state, CLINIC)  # three


@pytest.mark.parametrize("seed", range(6))
def test_the_first_round_has_what_the_evening_begins_with(seed: int) -> None:
    board = build(square.scenario(first=["market", "garden"]), "150")
    state = states.initial(board, seed)
    begin_round(board, state, states.dice(board, seed).block(0, 1))
    assert state.open[:2].tolist() == [MARKET, GARDEN]
