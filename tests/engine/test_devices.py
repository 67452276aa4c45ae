"""What makes an evening bite: somebody pays, situations have a cause, what was done comes back."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import demo, rules
from engine.content import library
from engine.content.model import Condition, Scenario
from engine.fixed import ONE
from engine.play.commands import Advance, Begin, Choose, KeepWord
from engine.play.game import Game
from engine.play.legal import Refused
from engine.play.table import RoundRecord
from engine.rules import state as states
from engine.rules.board import Board, build, names, weighed
from engine.rules.conditions import holds
from engine.rules.opening import begin_round
from engine.rules.revealing import reveal
from engine.rules.state import State
from engine.session.session import Session
from engine.telling import devices
from engine.telling.reader import Reader
from engine.view import of
from engine.view.types import CONSOLE, ROOM
from tests.engine import biting, driving, small


class Play:
    """A game of the small scenario, driven by its rules alone: projects are completed as one likes."""

    def __init__(self, scenario: Scenario | None = None, duration: str = "150", seed: int = 1) -> None:
        self.scenario = scenario or biting.scenario()
        self.board: Board = build(self.scenario, duration)  # type: ignore[arg-type]
        self.names = names(self.scenario)
        self.state: State = states.initial(self.board, seed)
        self.dice = states.dice(self.board, seed)

    def begin(self) -> str:
        """The next round; the situation that came."""
        begin_round(self.board, self.state, self.dice.block(0, self.state.round + 1))
        return self.names.situations[self.state.situation]

    def put(self, *projects: str) -> None:
        """These projects, and no others, on the table."""
        self.state.open[:] = -1
        for place, project in enumerate(projects):
            self.state.open[place] = self.names.project(project)

    def end(self, *completed: str, begun: str = "") -> Any:
        """The reveal that completes these projects, and leaves one begun."""
        for project in completed:
            p = self.names.project(project)
            self.state.placed[p] = self.state.cost[p]
        if begun:
            p = self.names.project(begun)
            self.state.placed[p, int(np.argmax(self.state.cost[p]))] = 1
        return reveal(self.board, self.state, np.zeros_like(self.state.given))

    def round(self, *completed: str) -> str:
        came = self.begin()
        self.put(*completed)
        self.end(*completed)
        return came

    def who(self, id_: str) -> int:
        return self.names.character(id_)


# ---- Who pays -------------------------------------------------------------------------------------------


def test_a_loss_counts_even_where_the_common_good_did_not_rise() -> None:
    play = Play()
    play.begin()
    play.put("garden", "market")
    play.state.ind_ref[play.board.gate] = 100  # nothing can make it rise
    record = play.end("garden", "market")
    assert record.rose[0] == 0
    assert record.gain[play.who("bo")] == -4 * ONE
    assert record.gain[play.who("ana")] == 0, "what it would have brought Ana does not count"


def test_what_a_project_brings_somebody_alone_counts_where_it_rose() -> None:
    play, plain = Play(), Play(small.scenario())
    for one in (play, plain):
        one.begin()
        one.put("garden")
    record, without = play.end("garden"), plain.end("garden")
    assert record.rose[0] == 1
    assert record.gain[play.who("ana")] - without.gain[plain.who("ana")] == 2 * ONE
    assert record.gain[play.who("bo")] - without.gain[plain.who("bo")] == -4 * ONE


def test_who_would_pay_values_a_project_less_whatever_its_hope_for_the_rest() -> None:
    from engine.rules.choosing import choice_value

    play = Play()
    play.begin()
    play.put("garden")
    garden, bo = play.names.project("garden"), play.who("bo")
    free = weighed(play.board._replace(personal=np.zeros_like(play.board.personal)))
    for hope in (0, ONE // 2, ONE):
        with_loss = choice_value(play.board, play.state, bo, garden, ONE, hope)
        assert choice_value(free, play.state, bo, garden, ONE, hope) - with_loss == 4 * ONE


# ---- Acts and causes ------------------------------------------------------------------------------------


@pytest.mark.parametrize("duration", ["45", "90", "150", "training"])
@pytest.mark.parametrize("seed", range(6))
def test_situations_come_in_their_act_and_never_against_their_condition(duration: str, seed: int) -> None:
    play = Play(duration=duration, seed=seed)
    rounds, came = play.board.rounds, []
    for number in range(1, rounds + 1):
        situation = play.begin()
        came.append(situation)
        if situation == "rain":
            assert play.state.done[play.names.project("garden")] == 0
        play.put("garden") if number == 2 else play.put("market")
        play.end(*(("garden",) if number == 2 else ()))
    assert came[0] == "visit", "the first act has one situation"
    assert came[-1] in ("fair", "flood"), "the last act has one, unless the clock has filled"
    assert "night" not in came, "nobody chose what leads to it"
    assert set(came[1:-1]) <= {"rain", "gift", "flood", "visit"}, "what is to come waits for its act"


@pytest.mark.parametrize("slug", library.slugs())
def test_a_cause_is_told_once_something_has_been_played(slug: str) -> None:
    """In the first round nobody has had time to do what it speaks of, nor to fail to do it."""
    scenario = library.load(slug).scenario
    assert scenario is not None
    causes = {card.id for card in scenario.situations if card.because is not None}
    game = driving.go(demo.session(scenario, 1, "90"), "situation").game
    first, *_ = game.table.rounds
    for before, expected in (((), set()), ((first,), causes)):
        shown = {id_: of(_with(game, *before, replace(first, situation=id_)), ROOM) for id_ in causes}
        assert {id_ for id_, view in shown.items() if view.situation and view.situation.because} == expected


def _with(game: Game, *rounds: RoundRecord) -> Game:
    return replace(game, table=replace(game.table, rounds=rounds))


def test_a_situation_that_was_named_comes_next_and_only_then() -> None:
    play = Play()
    assert play.begin() == "visit"
    option = play.names.options.index("visit/open")
    before = int(play.state.ind[play.board.gate])
    rules.room_choice.take_option(play.board, play.state, option)
    assert play.state.ind[play.board.gate] == play.state.ind_ref[play.board.gate] == before + 2
    play.put("market")
    play.end()
    assert play.begin() == "night"


def test_without_acts_every_situation_comes_before_any_comes_back() -> None:
    play = Play(small.scenario(), "training", seed=4)
    came = [play.round() for _ in range(6)]
    assert sorted(came[:3]) == sorted(came[3:]) == ["gift", "rain", "visit"]
    assert came[:3] == came[3:]


# ---- What comes back, what comes nearer -----------------------------------------------------------------


@pytest.mark.parametrize("how", ["completed", "lapsed"])
def test_what_was_done_comes_back_at_the_start_of_the_round_it_was_sent_for(how: str) -> None:
    play = Play()
    play.round()
    play.begin()
    play.put("garden")
    if how == "lapsed":
        play.state.age[play.names.project("garden")] = play.board.open_rounds - 1
    play.end(*(("garden",) if how == "completed" else ()))
    key, by = ("work", -3) if how == "completed" else ("health", -2)
    quiet = play.board._replace(later_effects=np.zeros_like(play.board.later_effects))
    loud, still = states.copy(play.state), states.copy(play.state)
    for board, state in ((play.board, loud), (quiet, still)):
        begin_round(board, state, play.dice.block(0, state.round + 1))
    m = play.names.indicator(key)
    assert loud.ind[m] - still.ind[m] == by


def test_a_clock_fills_by_what_is_true_and_brings_its_situation_once() -> None:
    play = Play(duration="training")
    play.begin()
    play.state.flags[play.names.flag("shut")] = 1
    play.put("market")
    assert play.end().ticked.tolist() == [2], "a round, and the flag"
    play.begin()
    play.put("market")
    assert play.end().ticked.tolist() == [1], "a full clock goes no further"
    assert play.begin() == "flood"
    play.put("market")
    assert play.end().ticked.tolist() == [0]
    assert play.begin() != "flood"


@pytest.mark.parametrize(("last", "said"), [(False, ""), (True, " Ce qui vient viendra après ce soir.")])
def test_a_clock_that_fills_with_the_last_reveal_says_that_nothing_more_comes_tonight(
    last: bool, said: str
) -> None:
    game = driving.go(demo.session(biting.scenario(), 3, "45"), "reveal", rounds=2 if last else 1).game
    game.records[-1].ticked[:] = 1
    game.state.segments[:] = 3
    assert devices.ticked(game, Reader()) == (f"La marée\u00a0: le dernier cran est passé.{said}",)


# ---- Links ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(8))
def test_a_project_that_waits_comes_only_after_what_it_waits_for(seed: int) -> None:
    play = Play(duration="training", seed=seed)
    waiting = {play.names.project(id_) for id_ in ("clinic", "feast")}
    for _ in range(3):
        play.begin()
        assert not waiting & set(play.state.open.tolist())
        play.end()
    play.begin()
    play.put("garden")
    record = play.end("garden")
    assert {p for p in waiting if record.opened[p]} == waiting
    play.begin()
    assert waiting <= set(play.state.open.tolist()), "and it comes first"


def test_works_disturb_while_they_last() -> None:
    play = Play()
    play.begin()
    play.put("market")
    assert play.end(begun="market").ind_during[play.board.gate] == -1
    play.begin()
    play.put("market")
    assert play.end("market").ind_during[play.board.gate] == 0, "not once they are done"


# ---- Conditions -----------------------------------------------------------------------------------------

SIMPLE = st.sampled_from(
    [
        {"completed": "garden"},
        {"completed": "market"},
        {"lapsed": "desk"},
        {"flag": "shut"},
        {"clock": "tide"},
        {"goal": "ana"},
        {"goals": 2},
        {"lifted": ("ana", "bo")},
        {"indicator": "work", "below": 35},
        {"indicator": "health", "rose_by": 2},
        {"indicator": "common", "at_least": 41},
    ]
)
KEYS_OF = {"every", "any", "none"}
KEYS = st.sampled_from(sorted(KEYS_OF))


def _several(part: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    parts = st.lists(part, min_size=1, max_size=3).map(tuple)
    return st.builds(lambda key, several: {key: several}, KEYS, parts)


CONDITIONS = st.recursive(SIMPLE, _several, max_leaves=6)


def true(condition: dict[str, Any], play: Play) -> bool:
    """The same, read as a designer would."""
    state, index = play.state, play.names
    ((key, value),) = [(k, v) for k, v in condition.items() if k not in ("below", "rose_by", "at_least")]
    if key in ("every", "any", "none"):
        parts = [true(part, play) for part in value]
        return {"every": all(parts), "any": any(parts), "none": not any(parts)}[key]
    if key == "indicator":
        m = index.indicator(value)
        now = int(state.ind[m])
        if "below" in condition:
            return now < condition["below"]
        if "at_least" in condition:
            return now >= condition["at_least"]
        return now - int(play.board.start[m]) >= condition["rose_by"]
    reached = state.total >= play.board.goal
    return bool(
        {
            "completed": lambda: state.done[index.project(value)] > 0,
            "lapsed": lambda: state.lapsed[index.project(value)] > 0,
            "flag": lambda: state.flags[index.flag(value)] == 1,
            "clock": lambda: state.segments[0] == 3,
            "goal": lambda: reached[index.character(value)],
            "goals": lambda: reached.sum() >= value,
            "lifted": lambda: state.believes[0, 1] == 0,
        }[key]()
    )


@given(CONDITIONS, st.integers(0, 2**32 - 1))
def test_a_condition_is_true_of_what_it_says(condition: dict[str, Any], seed: int) -> None:
    written = Condition.model_validate(condition)
    ending = {"id": "it", "at": "end", "when": condition, "success": True, "title": "Fin", "text": "Fin."}
    play = Play(biting.scenario().model_copy(update={"endings": (_ending(ending),)}))
    chance = np.random.default_rng(seed)
    for field, most in (("done", 2), ("lapsed", 2), ("flags", 2), ("believes", 2)):
        array = getattr(play.state, field)
        array[...] = chance.integers(0, most, array.shape)
    play.state.segments[:] = chance.integers(0, 4, 1)
    play.state.ind[:] = chance.integers(30, 50, 3)
    play.state.total[:] = chance.integers(0, 2, 4) * 60 * ONE
    first, end = play.board.condition_rows[0], play.board.condition_rows[1]
    assert holds(play.board, play.state, first, end) == true(condition, play)
    assert len(written.parts) == len(next(iter(condition.values())) if KEYS_OF & set(condition) else ())


def _ending(data: dict[str, Any]) -> Any:
    from engine.content.model import Ending

    return Ending.model_validate(data)


# ---- Who comes, who leaves ------------------------------------------------------------------------------


def leaving(unless: object = None) -> Scenario:
    whole = biting.scenario().model_dump(by_alias=True)
    for member in whole["cast"]:
        if member["character"] == "ana":
            member |= {"leaves": {"after": 1, "says": "Son contrat finit.", "unless": unless}, "heir": "eve"}
        if member["character"] == "di":
            member["from"] = 2
    whole["characters"]["eve"] = {
        **whole["characters"]["ana"],
        "id": "eve",
        "name": "Eve Roy",
        "short": "Eve",
    }
    return Scenario.model_validate(whole)


def test_who_comes_late_has_nothing_to_give_before() -> None:
    play = Play(leaving())
    play.begin()
    assert play.state.tokens[play.who("di")].sum() == 0
    play.put("market")
    play.end()
    play.begin()
    assert play.state.tokens[play.who("di")].sum() == 3


@pytest.mark.parametrize("kept", [False, True])
def test_an_heir_takes_the_seat_unless_something_was_done(kept: bool) -> None:
    play = Play(leaving({"completed": "garden"}))
    ana, bo = play.who("ana"), play.who("bo")
    play.begin()
    play.put("garden")
    play.end(*(("garden",) if kept else ()))
    play.state.trust[bo, ana] = ONE
    play.state.believes[ana, bo] = 0
    play.state.total[ana] = 3 * ONE
    play.begin()
    assert bool(play.state.heir[ana]) != kept
    assert (play.state.trust[bo, ana] == ONE) == kept
    assert (play.state.believes[ana, bo] == play.board.believes[ana, bo]) != kept
    assert play.state.total[ana] == 3 * ONE, "the goal, and what was gained, stay with the seat"


def test_the_room_sees_the_new_face_and_hears_why() -> None:
    session = Session.create(leaving(), small.begin("demo"), 3)
    while len(session.game.table.rounds) < 2:
        _on(session)
    view = session.view(ROOM)
    assert view.character("ana").name == "Eve Roy"
    assert [(one.who, one.said) for one in view.handed_over] == [
        ("ana", "Son contrat finit. Ana Dupont s’en va. Eve Roy prend sa place.")
    ]


# ---- A choice of the room -------------------------------------------------------------------------------


def _on(session: Session) -> None:
    """Go on, choosing whatever has to be chosen."""
    if any(legal.kind == "choose" for legal in session.legal()) and session.game.playing.choice is None:
        session.do(Choose(method="show-of-hands", counts={"open": (3,), "shut": (1,)}))
    session.do(Advance())


def choosing(mode: str = "facilitated") -> Session:
    begin = small.begin(mode) if mode != "alone" else Begin.model_validate(
        {"duration": "training", "mode": "training", "seats": {"ana": "held"}, "participants": 1}
    )  # fmt: skip
    session = Session.create(biting.scenario(), begin, 5)
    while session.game.table.phase != "choose":
        session.do(Advance())
    return session


def test_nobody_goes_on_before_the_room_has_chosen() -> None:
    session = choosing()
    with pytest.raises(Refused) as refused:
        session.do(Advance())
    assert refused.value.code == "not-chosen"
    session.do(Choose(method="show-of-hands", counts={"open": (4,), "shut": (4,)}))
    assert session.view(ROOM).room_choice.options[0].tied  # type: ignore[union-attr]
    with pytest.raises(Refused):
        session.do(Advance())
    session.do(Choose(method="draw"))
    drawn = session.game.playing.choice
    assert drawn is not None
    assert drawn.option in ("open", "shut")
    assert drawn.counts == {"open": (4,), "shut": (4,)}, "what was counted is still told"
    session.do(Advance())
    assert session.game.table.step == "chosen"


@pytest.mark.parametrize(
    ("method", "counts"),
    [("show-of-hands", {"open": (1, 2)}), ("majority-judgement", {"open": (1,)}), ("approval", {"no": (1,)}),
     ("show-of-hands", {"open": (0,)}), ("show-of-hands", {})],
)  # fmt: skip
def test_counts_that_make_no_choice_are_refused(method: Any, counts: Any) -> None:
    session = choosing()
    with pytest.raises(Refused) as refused:
        session.do(Choose(method=method, counts=counts))
    assert refused.value.code == "wrong-counts"
    assert session.game.playing.choice is None


def test_what_was_chosen_is_done_at_once_and_can_be_gone_back_on() -> None:
    from engine.play.commands import Undo

    session = choosing()
    gate = session.game.board.gate
    before, number = int(session.game.state.ind[gate]), session.game.table.number
    session.do(Choose(method="approval", counts={"open": (9,), "shut": (2,)}))
    assert session.game.state.ind[gate] == before, "counted, not done"
    session.do(Advance())
    assert session.game.state.ind[gate] == before + 2
    assert session.game.playing.indicators[1][gate] == before + 2, "what it must end above"
    session.do(Undo(to=number))
    assert session.game.state.ind[gate] == before


def test_the_simulated_say_what_they_would_choose_and_a_round_without_choice_has_no_such_step() -> None:
    session = choosing()
    choice = session.view(ROOM).room_choice
    assert choice is not None
    favoured = [who for option in choice.options for who in option.favoured]
    assert sorted(favoured) == sorted(session.game.simulated)
    assert "choose" in dict(session.view(CONSOLE).phase.steps)
    while len(session.game.table.rounds) < 2:
        for who in session.game.held if session.game.table.phase == "choice" else ():
            session.do(KeepWord(who=who))
        _on(session)
    assert "choose" not in dict(session.view(CONSOLE).phase.steps)


def test_who_is_alone_chooses_by_one_hand() -> None:
    session = choosing("alone")
    session.do(Choose(method="show-of-hands", counts={"shut": (1,)}))
    session.do(Advance())
    assert session.game.state.flags.tolist() == [1]


def test_a_session_with_everything_resumes_exactly(tmp_path: Any) -> None:
    from engine import demo

    path = tmp_path / "mordante.coop"
    session = demo.session(biting.scenario(), 11, "150", path)
    list(demo.moves(session))
    digest = session.game.digest()
    session.close()
    again = Session.open(path)
    assert (again.game.digest(), again.changed_rules, again.damage) == (digest, False, "")
    again.close()
