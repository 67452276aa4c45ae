"""The round as people live it: phases in order, promises, choices, reveal, debate, clock, endings."""

import pytest

from engine.content.model import DURATIONS, Tokens
from engine.debrief.build import bilan
from engine.outline import schedule as planned
from engine.outline import usual
from engine.play import procedure
from engine.play.commands import (
    Advance,
    Ask,
    CarteBlanche,
    Clock,
    Confirm,
    EditNote,
    Finish,
    KeepWord,
    Note,
    PickAct,
    PlacePosture,
    Promise,
    Undo,
    Withdraw,
    WithdrawNote,
)
from engine.play.table import Outcome
from engine.session.session import Session
from engine.view.types import ROOM
from tests.engine.driving import go, promise, session, to
from tests.engine.small import begin, scenario


def _walk(whole: Session) -> list[str]:
    """The phases and steps of a whole session, in order."""
    seen = []
    while whole.game.table.phase != "bilan":
        table = whole.game.table
        seen.append(f"{table.phase}:{table.step}" if table.step else table.phase)
        go_on(whole)
    return seen


def go_on(whole: Session) -> None:
    for who in whole.game.held if whole.game.table.phase == "choice" else ():
        whole.do(KeepWord(who=who))
    whole.do(Advance())


@pytest.mark.parametrize(
    ("duration", "rounds", "minutes", "total"),
    [
        ("45", 2, (1, 0, 4, 0, 2, 2, 1, 3), 45),
        ("90", 3, (2, 0, 5, 0, 2, 2, 2, 5), 90),
        ("150", 4, (2, 0, 6, 0, 2, 3, 3, 6), 150),
    ],
)
def test_the_minutes_are_those_of_the_plan_and_add_up(duration, rounds, minutes, total):
    schedule = planned(duration)
    assert schedule.rounds == rounds
    assert tuple(schedule.minutes[kind] for kind in usual()) == minutes
    assert schedule.total == total


def test_a_round_goes_through_its_phases_in_order():
    seen = _walk(session())
    one = ["situation", "negotiation", "forecast:ask", "choice", "reveal"]
    one += ["debate:vote", "debate:talk", "debate:revote", "debate:map"]
    assert seen == ["welcome", *one, *one]


def test_training_is_untimed_and_debates_on_one_page():
    whole = session(begin("training", "training", participants=1))
    assert whole.game.table.clock.ends is None
    seen = _walk(whole)
    assert "debate:sentence" in seen
    assert "debate:vote" not in seen
    assert seen.count("reveal") == 6


def test_the_break_comes_only_in_the_longest_session_after_the_second_round():
    seen = _walk(session(begin(duration="150")))
    assert seen.count("break") == 1
    assert seen[: seen.index("break")].count("reveal") == 2
    for duration in ("45", "90"):
        assert "break" not in _walk(session(begin(duration=duration)))


def test_finishing_goes_to_the_bilan_at_any_moment():
    for phase in ("welcome", "situation", "negotiation", "forecast", "choice", "reveal", "debate"):
        whole = to(phase)
        whole.do(Finish())
        assert whole.game.table.phase == "bilan"
        assert whole.game.table.outcome == Outcome("stopped")
        assert (whole.view(ROOM).outcome, whole.view(ROOM).ending) == ("stopped", None)
        assert bilan(whole.game).success is None, "of a session cut short nothing is said to be lost or saved"


@pytest.mark.parametrize("step", ["reveal", "vote", "talk", "map"])
def test_after_the_last_reveal_the_session_is_whole_debated_or_not(step):
    phase = "reveal" if step == "reveal" else "debate"
    whole = to(phase, "" if step == "reveal" else step, rounds=2)
    played = to("bilan")
    whole.do(Finish())
    assert whole.game.table.outcome == played.game.table.outcome
    assert whole.view(ROOM).outcome == "ending"
    assert bilan(whole.game).success is not None


def test_a_postures_place_counts_in_a_last_round_that_is_not_debated_to_its_end():
    whole = to("debate", "map", rounds=2)
    whole.do(PlacePosture(who="ana", synergy=4.0, antagonism=1.0))
    whole.do(Finish())
    assert whole.game.playing.postures[0] == (4 * 65536, 65536)


def test_the_simulated_announce_when_the_negotiation_opens_and_the_held_do_not():
    whole = to("negotiation")
    assert {p.who for p in whole.game.playing.promises} == {"cy", "di"}


def test_a_promise_replaces_the_one_to_the_same_project_and_has_an_id_of_its_own():
    whole = to("negotiation")
    promise(whole, "bo", "clinic", 0, 1, 0)
    first = whole.game.playing.promises[-1]
    promise(whole, "bo", "clinic", 0, 2, 0)
    second = whole.game.playing.promises[-1]
    assert second.tokens == (0, 2, 0)
    assert first.id != second.id
    promise(whole, "bo", "bikes", 0, 1, 0)
    mine = [p for p in whole.game.playing.promises if p.who == "bo"]
    assert {p.project: p.tokens for p in mine} == {"clinic": (0, 2, 0), "bikes": (0, 1, 0)}
    whole.do(Withdraw(promise=second.id))
    assert [p.project for p in whole.game.playing.promises if p.who == "bo"] == ["bikes"]


def test_saying_the_same_thing_again_changes_nothing():
    whole = to("negotiation")
    promise(whole, "bo", "clinic", 0, 1, 0)
    before = whole.game.playing.promises
    promise(whole, "bo", "clinic", 0, 1, 0)
    assert whole.game.playing.promises == before


def test_a_conditional_promise_whose_condition_is_not_met_binds_nobody():
    whole = to("negotiation")
    some = Tokens(means=2)
    whole.do(Promise(who="bo", project="clinic", tokens=some, if_who="ana", if_kind="time"))
    go(whole, "choice")
    whole.do(Confirm(who="ana"))
    whole.do(Confirm(who="bo"))
    whole.do(Advance())
    i, p = whole.game.names.character("bo"), whole.game.names.project("clinic")
    assert procedure.Game is type(whole.game)
    assert whole.game.records[-1].fact[i, p] == 5  # void


def test_a_simulated_character_answers_a_request_by_promising_or_not():
    accepted = refused = 0
    for seed in range(12):
        whole = to("negotiation", seed=seed)
        for project in whole.game.open:
            for asked in ("cy", "di"):
                before = {p.project for p in whole.game.playing.promises if p.who == asked}
                if project in before:
                    continue
                whole.do(Ask(asker="ana", asked=asked, project=project))
                answer = whole.game.playing.answers[-1]
                after = {p.project for p in whole.game.playing.promises if p.who == asked}
                if any(answer.accepted):
                    accepted += 1
                    assert project in after
                else:
                    refused += 1
                    assert after == before
    assert accepted
    assert refused


def test_the_room_writes_one_project_of_its_own_played_like_any_other():
    whole = to("negotiation")
    whole.do(CarteBlanche(name="Un banc", cost=Tokens(time=1, means=1), changes={"common": 3}))
    assert "carte-blanche" in whole.game.open
    promise(whole, "ana", "carte-blanche", 1, 0, 0)
    promise(whole, "bo", "carte-blanche", 0, 1, 0)
    go(whole, "reveal")
    p = whole.game.names.project("carte-blanche")
    assert whole.game.records[-1].completed[p] == 1
    data = whole.game.to_data()
    again = procedure.begin(scenario(), begin(), 7).restored(data)
    assert again.board.change[p].tolist() == whole.game.board.change[p].tolist()


def test_the_reveal_tells_facts_projects_and_the_gate_as_ids_and_numbers():
    whole = to("choice")
    whole.do(KeepWord(who="bo"))
    whole.do(KeepWord(who="ana"))
    events = whole.do(Advance())
    kinds = [event.kind for event in events]
    assert kinds[0] == "phase"
    assert "fact" in kinds
    assert kinds.count("indicator") == 3
    assert kinds.count("gate") == 1
    for event in events:
        assert isinstance(event.number, int)
        assert " " not in event.id + event.who + event.project, "ids, never prose"


def test_the_room_debates_the_most_ambiguous_act_or_the_one_it_picks():
    whole = to("debate")
    acts = whole.game.playing.acts
    assert whole.game.playing.picked == acts[0].id
    assert {act.who for act in acts} == set(whole.game.names.characters), "every character did something"
    whole.do(PickAct(act=acts[-1].id))
    assert whole.game.playing.picked == acts[-1].id


def test_a_holder_places_the_character_elsewhere_and_the_round_ends_there():
    whole = to("debate", "map")
    whole.do(PlacePosture(who="bo", antagonism=3.5))
    placing = whole.game.playing.placings["bo"]
    assert placing.placed[1] == round(3.5 * 65536)
    assert placing.placed[0] == placing.proposed[0]
    whole.do(Advance())
    first = whole.game.table.rounds[0]
    assert first.postures[1] == placing.placed


def test_words_are_noted_corrected_and_taken_back():
    whole = to("situation")
    whole.do(Note(text="un", speaker="table 1"))
    whole.do(Note(text="deux", tag="idea"))
    whole.do(EditNote(note=1, text="un, enfin", tag="question"))
    whole.do(WithdrawNote(note=2))
    one, two = whole.game.table.notes
    assert (one.text, one.tag, one.speaker, one.round, one.phase) == (
        "un, enfin",
        "question",
        "",
        1,
        "situation",
    )
    assert (two.text, two.withdrawn) == ("", True), "words taken back are gone, not hidden"


def test_when_a_word_was_noted_does_not_make_another_game():
    early, late = to("situation"), to("situation")
    late.clock.now += 60
    for whole in (early, late):
        whole.do(Note(text="un"))
    assert early.game.table.notes[0].at != late.game.table.notes[0].at
    assert early.game.digest() == late.game.digest()


def test_the_timer_pauses_goes_on_and_takes_a_minute_more():
    whole = to("negotiation")
    clock = whole.clock
    assert whole.game.table.clock.ends == clock.now + 4 * 60
    clock.now += 30
    whole.do(Clock(action="add", seconds=60))
    assert whole.game.table.clock.ends == clock.now + 4 * 60 + 30
    whole.do(Clock(action="pause"))
    assert (whole.game.table.clock.ends, whole.game.table.clock.left) == (None, 4 * 60 + 30)
    clock.now += 1000
    whole.do(Clock(action="add", seconds=-60))
    whole.do(Clock(action="resume"))
    assert whole.game.table.clock.ends == clock.now + 3 * 60 + 30
    clock.now += 9999
    whole.do(Clock(action="add", seconds=60))
    assert whole.game.table.clock.ends == clock.now + 60, "a minute more is a minute from now"


@pytest.mark.parametrize("duration", DURATIONS)
def test_the_ending_is_the_scenarios(duration):
    mode = "training" if duration == "training" else "facilitated"
    whole = to("bilan", how=begin(mode, duration))
    rose = int(whole.game.state.ind[2]) - 40
    assert whole.game.table.outcome == Outcome("ending", "spring" if rose >= 3 else "winter")


def test_an_ending_after_any_round_stops_the_session_there():
    data = scenario().model_dump(by_alias=True)
    soon = {"id": "soon", "at": "round", "success": True, "title": "Tôt", "text": "Fin", "when": None}
    early = scenario().model_validate({**data, "endings": (soon, *data["endings"])})
    whole = Session.create(early, begin(), 1, now=lambda: 0.0)
    go(whole, "bilan")
    assert (whole.game.table.outcome, len(whole.game.table.rounds)) == (Outcome("ending", "soon"), 1)
    by_hand = go(Session.create(early, begin(), 1, now=lambda: 0.0), "reveal")
    by_hand.do(Finish())
    assert by_hand.game.table.outcome == Outcome("ending", "soon"), "it was reached: nobody cut it short"


def test_a_scenario_without_an_ending_that_fits_ends_all_the_same():
    only = scenario().model_copy(update={"endings": (scenario().endings[0],)})
    ends = set()
    for seed in range(8):
        whole = Session.create(only, begin(), seed, now=lambda: 0.0)
        go(whole, "bilan")
        ends.add(whole.game.table.outcome)
        assert bilan(whole.game).success is (True if whole.view(ROOM).ending else None)
    assert Outcome("open") in ends, "played to its last round: nobody stopped it"


def test_tables_hold_the_characters_they_are_given_or_one_each_in_order():
    tables = session(begin(tables=("A", "B", "C"), participants=11)).game
    assert [tables.table_of(who) for who in ("ana", "bo", "cy")] == ["A", "B", ""]
    assert [tables.size_of(table) for table in ("A", "B", "C", "Z")] == [4, 4, 3, 0]
    chosen = session(begin(tables=("A", "B"), held_by={"ana": "B", "bo": "A"})).game
    assert [chosen.table_of(who) for who in ("ana", "bo")] == ["B", "A"]
    assert session(begin(tables=("A",))).game.table_of("bo") == ""
    alone = session(begin(tables=("A",), held_by={"ana": "A", "bo": ""})).game
    assert [alone.table_of(who) for who in ("ana", "bo")] == ["A", ""], "one person holds Bo"


def test_going_back_can_itself_be_gone_back_on():
    whole = to("negotiation")
    promise(whole, "bo", "clinic", 0, 2, 0)
    number = len(whole.history)
    whole.do(Undo(to=2))
    assert whole.game.table.phase == "situation"
    whole.do(Undo(to=number))
    assert [p.who for p in whole.game.playing.promises if p.who == "bo"] == ["bo"]
