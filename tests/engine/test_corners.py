"""A room in corners: who sits where, what is read and recognised, which bridges come of it."""

import numpy as np
import pytest

from engine import numbers
from engine.effects.seal import press
from engine.fixed import ONE, Ints, to_float
from engine.play.commands import Advance, Carry, Invite, Sit, Tally, Vote, Write
from engine.rules import state as states
from engine.rules.board import Board, build, names
from engine.rules.conditions import holds
from engine.rules.corners import (
    ARRANGED,
    DISOWNED,
    IN_PART,
    RECOGNISED,
    TO,
    VERDICT,
    WAY,
    WORD_FOR_WORD,
    best_reader,
    bridge_spot,
    bridged,
    corner_spot,
    may_bridge,
    sealed,
    seat,
    verdict_of,
    way_of,
)
from engine.rules.opening import begin_round
from engine.rules.record import Record
from engine.rules.revealing import foresee, reveal
from engine.rules.state import State
from engine.rules.takings import set_takes
from engine.rules.values import reach, wear
from engine.view.types import ROOM as SEEN_BY_ALL
from tests.engine import corner
from tests.engine.driving import code, go, promise
from tests.engine.simulated import game_nought, play
from tests.engine.small import begin
from tests.engine.small import scenario as small
from tests.engine.speeds import assert_both_speeds_agree

NAMES = names(corner.scenario())
ANA, BO, CY, DI = (NAMES.character(who) for who in ("ana", "bo", "cy", "di"))
GARDEN, CLINIC, MARKET, DESK, BIKES, FEAST = (
    NAMES.project(p) for p in ("garden", "clinic", "market", "desk", "bikes", "feast")
)
COMMON, WORK, HEALTH = (NAMES.indicator(key) for key in ("common", "work", "health"))
HILL, DALE = 0, 1
HELD = begin(duration="150", seats={"ana": "held", "bo": "held", "cy": "held", "di": "held"}, participants=4)


class Table:
    """The rules by hand: a round, after a situation that does nothing."""

    def __init__(self, duration: str = "150", **fields: object) -> None:
        self.board: Board = build(corner.scenario(**fields), duration)  # type: ignore[arg-type]
        self.state: State = states.initial(self.board, 7)
        self.begin()

    def begin(self) -> None:
        """A round begins, and its situation did nothing."""
        begin_round(self.board, self.state, states.dice(self.board, 7).block(0, self.state.round + 1))
        self.state.ind[:] = self.state.ind_before
        self.state.ind_ref[:] = self.state.ind

    def read(self, way: int, verdict: int, one: int = HILL, other: int = DALE) -> None:
        """A corner's strip is read in the other, and the corner says so of it."""
        self.state.strip[one] = (other, way, verdict)
        set_takes(self.board, self.state)

    def reveal(self, *builds: int, by: int = BO) -> Record:
        """What comes of all that these projects ask for."""
        given: Ints = np.zeros_like(self.state.given)
        for project in builds:
            given[by, project] = self.state.cost[project] - self.state.placed[project]
        return reveal(self.board, self.state, given)


# ---- Who sits where -------------------------------------------------------------------------------------


def test_each_corner_has_a_project_of_its_own_on_the_table_and_no_other_place_has_one() -> None:
    table = Table()
    own = [int(table.state.open[corner_spot(table.board, k)]) for k in (HILL, DALE)]
    assert own[0] in (GARDEN, BIKES)
    assert own[1] == CLINIC
    elsewhere = set(table.state.open[: table.board.slots].tolist())
    assert elsewhere == {MARKET, DESK}


def test_a_corner_s_next_project_comes_once_its_own_is_complete() -> None:
    table = Table()
    first = int(table.state.open[corner_spot(table.board, HILL)])
    table.reveal(first)
    table.begin()
    assert {first, int(table.state.open[corner_spot(table.board, HILL)])} == {GARDEN, BIKES}
    table.reveal(GARDEN, BIKES)
    table.begin()
    assert table.state.open[corner_spot(table.board, HILL)] == -1


def test_only_those_who_sit_there_and_whoever_sits_nowhere_give_to_a_corner() -> None:
    table = Table()
    assert [reach(table.state, who, CLINIC) > 0 for who in (ANA, BO, CY, DI)] == [False, True, False, True]
    assert [reach(table.state, who, GARDEN) > 0 for who in (ANA, BO, CY, DI)] == [True, True, False, False]
    assert [reach(table.state, who, FEAST) > 0 for who in (ANA, BO, CY, DI)] == [True, True, False, True]
    assert all(reach(table.state, who, MARKET) > 0 for who in (ANA, BO, CY, DI))
    seat(table.board, table.state, CY, DALE)
    assert reach(table.state, CY, CLINIC) > 0
    assert reach(table.state, CY, FEAST) > 0
    assert reach(table.state, CY, GARDEN) == 0


def test_nobody_is_invited_as_a_round_begins() -> None:
    table = Table()
    seat(table.board, table.state, CY, DALE)
    table.state.asked_by[DALE] = CY
    table.reveal()
    table.begin()
    assert table.state.sits.tolist() == [HILL, -1, -1, DALE]
    assert table.state.asked_by.tolist() == [-1, -1]


def test_where_a_member_is_out_their_corner_is_not_there() -> None:
    board = build(corner.scenario(), "90", {"di": "out"})
    assert board.seat.shape == (0,)
    state = states.initial(board, 1)
    begin_round(board, state, states.dice(board, 1).block(0, 1))
    assert set(state.open.tolist()) <= {-1, MARKET, DESK}


# ---- What is read ---------------------------------------------------------------------------------------


def test_what_a_corner_recognises_raises_the_common_good_and_seals_it() -> None:
    table = Table()
    table.read(WORD_FOR_WORD, RECOGNISED)
    assert wear(table.board, table.state) == -2 + 2
    record = table.reveal()
    assert wear(table.board, table.state) == -2  # counted: no strip is worth points to come
    assert record.ind_strips.tolist() == [0, 0, 2]
    assert table.state.sealed.tolist() == [[0, 1], [0, 0]]
    assert sealed(table.state) == 1
    assert record.trust_acts[ANA, BO] > 0


def test_what_it_disowns_costs_the_common_good_and_trust_in_who_read_it() -> None:
    table = Table()
    table.read(ARRANGED, DISOWNED)
    before = int(table.state.trust[ANA, BO])
    record = table.reveal()
    assert record.ind_strips.tolist() == [0, 0, -3]
    assert sealed(table.state) == 0
    assert table.state.trust[ANA, BO] < before
    assert table.state.trust[DI, BO] == int(table.board.trust0[DI, BO])


def test_changed_words_that_pass_bring_what_they_are_meant_for_to_whom_it_matters() -> None:
    table = Table()
    table.read(ARRANGED, IN_PART)
    record = table.reveal(MARKET, DESK)
    assert record.ind_strips.tolist() == [0, 2, 0]
    assert record.rose[0] == 1
    assert to_float(int(record.swayed[BO])) == pytest.approx(1.8, abs=0.01)  # of two points, nine in ten
    assert sealed(table.state) == 0


def test_in_a_round_whose_common_good_does_not_rise_changed_words_bring_nobody_anything() -> None:
    table = Table()
    table.read(ARRANGED, IN_PART)
    record = table.reveal()
    assert record.rose[0] == 0
    assert record.gain.tolist() == [0, 0, 0, 0]


def test_the_forecast_counts_strips_as_the_reveal_does() -> None:
    table = Table()
    table.read(WORD_FOR_WORD, RECOGNISED)
    given: Ints = np.zeros_like(table.state.given)
    ahead = foresee(table.board, table.state, given)
    assert sealed(table.state) == 0
    assert ahead.ind_after.tolist() == reveal(table.board, table.state, given).ind_after.tolist()


def test_a_bridge_comes_once_each_end_was_recognised_at_the_other() -> None:
    table = Table()
    table.read(WORD_FOR_WORD, RECOGNISED)
    assert table.reveal().opened.sum() == 0
    assert not may_bridge(table.board, table.state, FEAST)
    table.begin()
    table.read(WORD_FOR_WORD, RECOGNISED, DALE, HILL)
    record = table.reveal(MARKET)
    assert record.opened[FEAST] == 1
    table.begin()
    assert table.state.open[bridge_spot(table.board)] == FEAST
    table.reveal(FEAST)
    assert bridged(table.board, table.state) == 1


def test_a_situation_undoes_what_a_corner_was_recognised_for() -> None:
    table = Table()
    table.state.sealed[:] = [[0, 1], [1, 0]]
    press(table.board, table.state, np.array([9, HILL, DALE, -1, 0]))
    assert table.state.sealed.tolist() == [[0, 0], [1, 0]]
    press(table.board, table.state, np.array([9, HILL, DALE, 1, 0]))
    assert sealed(table.state) == 2


def test_conditions_count_seals_and_bridges() -> None:
    plain = corner.scenario().model_dump(by_alias=True, exclude_unset=True)["endings"]
    ends = [
        {"id": key, "at": "end", "when": {key: 1}, "success": False, "title": "B", "text": "b"}
        for key in ("faithful", "bridges")
    ]
    table = Table(endings=[*ends, *plain])
    rows = table.board.condition_rows.tolist()
    assert [holds(table.board, table.state, rows[k], rows[k + 1]) for k in (0, 1)] == [False, False]
    table.state.sealed[HILL, DALE] = 1
    table.state.done[FEAST] = 1
    assert [holds(table.board, table.state, rows[k], rows[k + 1]) for k in (0, 1)] == [True, True]


# ---- Simulated people -----------------------------------------------------------------------------------


def test_a_simulated_scribe_reads_where_the_other_way_is_sealed_already() -> None:
    whole = corner.CORNERS["these"]
    more = {"id": "quay", "title": "Le Quai", "at": "au Quai", "member": "cy", "says": corner.SAYS}
    table = Table(corners={**corner.CORNERS, "guests": [], "these": [*whole, more]})  # type: ignore[misc]
    quay = 2
    table.state.sealed[quay, DALE] = 1
    assert best_reader(table.board, table.state, DALE) in (HILL, quay)
    table.state.sealed[DALE, HILL] = 1
    assert best_reader(table.board, table.state, DALE) == quay


def test_a_simulated_scribe_reads_a_strip_even_where_every_corner_has_its_seal_and_hears_another() -> None:
    whole = corner.CORNERS["these"]
    more = {"id": "quay", "title": "Le Quai", "at": "au Quai", "member": "cy", "says": corner.SAYS}
    table = Table(corners={**corner.CORNERS, "guests": [], "these": [*whole, more]})  # type: ignore[misc]
    quay = 2
    table.state.sealed[HILL, DALE] = table.state.sealed[HILL, quay] = 1
    table.state.strip[DALE] = (quay, WORD_FOR_WORD, 0)
    table.state.strip[quay] = (DALE, WORD_FOR_WORD, 0)
    assert best_reader(table.board, table.state, HILL) in (DALE, quay)


def test_a_simulated_scribe_arranges_only_what_would_pass_and_serves_it() -> None:
    table = Table()
    even = mood(table, 0.4)
    assert (
        way_of(table.board, table.state, even, HILL) == WORD_FOR_WORD
    )  # hardly trusted: it would be disowned
    table.state.trust[ANA, BO] = ONE
    table.state.believes[:] = 0
    assert way_of(table.board, table.state, even, HILL) == ARRANGED
    table.board.felt_arranged[BO] = 0
    assert way_of(table.board, table.state, even, HILL) == WORD_FOR_WORD


def test_in_some_moods_a_scribe_betters_what_another_would_read_word_for_word() -> None:
    table = Table()
    table.state.trust[ANA, BO] = ONE
    table.state.believes[:] = 0
    table.board.felt_arranged[BO] = 0
    table.state.s[BO] = numbers.LOWEST_POSTURE
    read = [way_of(table.board, table.state, mood(table, word / 20), HILL) for word in range(20)]
    assert read == sorted(read, key=lambda way: way == ARRANGED)
    assert 5 < read.count(WORD_FOR_WORD) < 15


def mood(table: Table, word: float) -> Ints:
    """Chance of a round in which every word is so high in its range."""
    return np.full(states.words(table.board), int(word * ONE), dtype=np.int64)


@pytest.mark.parametrize(
    ("way", "trust", "says"),
    [(WORD_FOR_WORD, ONE, RECOGNISED), (WORD_FOR_WORD, ONE // 8, IN_PART),
     (ARRANGED, ONE, IN_PART), (ARRANGED, ONE // 8, DISOWNED)],
)  # fmt: skip
def test_a_simulated_member_says_what_it_makes_of_who_read_its_words(way: int, trust: int, says: int) -> None:
    table = Table()
    table.state.believes[:] = 0
    table.state.trust[ANA, BO] = trust
    table.state.strip[HILL] = (DALE, way, 0)
    assert verdict_of(table.board, table.state, HILL) == says


# ---- A session ------------------------------------------------------------------------------------------


def test_a_held_corner_invites_its_guest_who_may_then_give_there() -> None:
    whole = corner.to("negotiation", HELD)
    assert code(whole, Invite(corner="hill", guest="bo")) == "not-a-guest"
    whole.do(Invite(corner="hill", guest="cy"))
    assert code(whole, Invite(corner="hill", guest="cy")) == "already-invited"
    assert whole.game.sits("cy") == "hill"
    assert code(whole, Sit(who="cy", corner="dale")) == "invited-once"
    whole.do(Invite(corner="dale", guest="cy"))
    assert whole.game.sits("cy") == "hill"  # who sits stays, until they choose
    whole.do(Sit(who="cy", corner="dale"))
    promise(whole, "cy", "clinic", 0, 1, 0)
    assert code(whole, Invite(corner="dale", guest=None)) == "guest-promised"
    assert code(whole, Invite(corner="hill", guest=None)) == ""  # they sit elsewhere
    assert whole.game.sits("cy") == "dale"


def test_a_guest_who_has_promised_is_not_invited_elsewhere() -> None:
    whole = corner.to("negotiation", HELD)
    promise(whole, "cy", "market", 0, 1, 0)
    assert code(whole, Invite(corner="dale", guest="cy")) == "guest-promised"


def test_a_corner_writes_so_many_words_and_the_scribe_reads_them_in_another() -> None:
    whole = corner.to("strips", HELD, "write")
    assert code(whole, Write(corner="hill", text=" ".join(["mot"] * 26))) == "too-many-words"
    whole.do(Write(corner="hill", text="  On veut   un banc. "))
    assert whole.game.playing.strips[0].text == "On veut un banc."
    whole.do(Advance())
    assert code(whole, Carry(corner="hill", to="hill")) == "own-corner"
    whole.do(Carry(corner="hill", to="dale", text="on veut un banc"))
    strip = whole.view(SEEN_BY_ALL).corners.corner("hill").strip  # type: ignore[union-attr]
    assert strip is not None
    assert (strip.arranged, strip.changed, strip.to_title) == (False, 0, "Le Vallon")
    whole.do(Carry(corner="hill", to="dale", text="Les habitants veulent un banc."))
    strip = whole.view(SEEN_BY_ALL).corners.corner("hill").strip  # type: ignore[union-attr]
    assert strip is not None
    assert (strip.arranged, strip.changed) == (True, 3)


def test_the_corner_that_wrote_says_whether_it_said_so_and_nobody_else_does() -> None:
    whole = corner.to("strips", HELD, "write")
    whole.do(Write(corner="hill", text="On veut un banc."))
    whole.do(Advance())
    whole.do(Carry(corner="hill", to="dale"))
    number = whole.game.playing.number
    asked = f"fidelity:{number}.1"
    assert code(whole, Vote(question=asked, voter=2, answer="no")) == "not-your-corner"
    whole.do(Vote(question=asked, voter=1, answer="yes"))
    whole.do(Advance())
    view = whole.view(SEEN_BY_ALL).corners
    assert view is not None
    assert [c.strip.verdict for c in view.corners if c.strip] == ["yes", ""]
    go(whole, "reveal")
    assert whole.game.state.sealed.tolist() == [[0, number], [0, 0]]
    revealed = whole.view(SEEN_BY_ALL).reveal
    assert revealed is not None
    assert "+2 des bandes" in revealed.commons.why


@pytest.mark.parametrize(
    ("hands", "verdict"),
    [((3, 1, 1), "yes"), ((1, 3, 1), "no"), ((2, 2, 0), "partly"), ((0, 0, 4), "partly")],
)
def test_hands_are_counted_and_more_than_half_decide(hands: tuple[int, int, int], verdict: str) -> None:
    whole = corner.to("strips", HELD, "read")
    whole.do(Carry(corner="hill", to="dale"))
    yes, no, unsure = hands
    whole.do(Tally(question=f"fidelity:{whole.game.playing.number}.1", yes=yes, no=no, unsure=unsure))
    whole.do(Advance())
    assert whole.game.playing.strips[0].verdict == verdict


def test_what_was_said_of_other_words_counts_no_more() -> None:
    whole = corner.to("strips", HELD, "read")
    asked = f"fidelity:{whole.game.playing.number}.1"
    whole.do(Carry(corner="hill", to="dale"))
    whole.do(Tally(question=asked, yes=4, no=0))
    whole.do(Carry(corner="hill", to="dale", arranged=True))
    assert asked not in whole.game.table.ballots


def test_what_nobody_reads_is_passed_over() -> None:
    whole = corner.to("choice", HELD)
    assert [s.to for s in whole.game.playing.strips] == ["", ""]
    go(whole, "reveal")
    assert sealed(whole.game.state) == 0


# ---- Both speeds, any hands -----------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["written", "room", "selfish", "random", "loyal", "keep", "shrewd"])
def test_compiled_games_are_the_plain_ones(how: str) -> None:
    board = build(corner.scenario(pacts=True), "training")
    assert_both_speeds_agree(board, how, weighs=True)


def test_a_session_that_plays_itself_is_game_nought_of_a_batch() -> None:
    demo = go(corner.session(begin("demo", "150"), 4), "bilan").game
    state = game_nought(build(corner.scenario(), "150"), 4)
    for field in ("ind", "sealed", "strip", "sits", "total", "done", "trust"):
        assert np.array_equal(getattr(demo.state, field), getattr(state, field)), field


@pytest.mark.parametrize("how", ["written", "random", "room", "selfish"])
def test_whatever_is_played_a_bridge_stands_only_between_those_who_heard_each_other(how: str) -> None:
    board = build(corner.scenario(), "training")
    built = 0
    for seed in range(12):
        state, dice = states.initial(board, seed), states.dice(board, seed)
        heard = np.zeros((2, 2), dtype=bool)
        for round_ in range(1, board.rounds + 1):
            record = play(board, state, dice.block(0, round_), how)
            if record.completed[FEAST]:
                assert heard[HILL, DALE]
                assert heard[DALE, HILL]
                built += 1
            for one in (HILL, DALE):
                if record.strip[one, VERDICT] == RECOGNISED:
                    heard[one, record.strip[one, TO]] = True
            assert record.strip[:, WAY].all()
            assert (record.strip[:, TO] != np.arange(2)).all()
    assert built > 0 or how in ("selfish", "random")


def test_a_resumed_session_knows_what_was_written_and_read() -> None:
    whole = corner.to("strips", HELD, "write")
    whole.do(Write(corner="hill", text="On veut un banc."))
    whole.do(Advance())
    whole.do(Carry(corner="hill", to="dale", text="Un banc."))
    again = whole.game.restored(whole.game.to_data())
    assert again.digest() == whole.game.digest()
    assert again.playing.strips == whole.game.playing.strips


def test_without_corners_a_game_has_nothing_of_them() -> None:
    board = build(small(), "90")
    state = states.initial(board, 1)
    assert board.seat.shape == state.sits.shape == (0,)
    assert "sealed" not in states.to_data(state)
