"""What the room answers: forecasts, counts, observers, and each one's own placing."""

from engine.debrief.build import bilan
from engine.play.commands import (
    Advance,
    OwnPlacing,
    Select,
    ShowForecasts,
    Tally,
    Tick,
    Vote,
)
from engine.view.types import CONSOLE, ROOM
from tests.engine.driving import go, promise, session, to
from tests.engine.small import begin


def test_at_most_three_promises_are_forecast_the_most_doubtful_first():
    whole = to("negotiation")
    promise(whole, "ana", "bikes", 1, 0, 0)
    promise(whole, "bo", "bikes", 0, 1, 0)
    whole.do(Advance())
    assert len(whole.game.playing.selected) == 3
    ids = tuple(p.id for p in whole.game.playing.promises)
    whole.do(Select(promises=ids[:2]))
    assert whole.game.playing.selected == ids[:2]


def test_where_nobody_promised_there_is_nothing_to_forecast():
    whole = to("negotiation", how=begin(seats=dict.fromkeys(("ana", "bo", "cy", "di"), "held")))
    whole.do(Advance())
    assert whole.game.table.phase == "choice"


def test_forecasts_shown_before_the_choice_are_a_step_of_their_own():
    whole = to("forecast", how=begin(forecasts_shown="before"))
    whole.do(Advance())
    assert (whole.game.table.phase, whole.game.table.step) == ("forecast", "shown")
    whole.do(Advance())
    assert whole.game.table.phase == "choice"
    sooner = to("forecast")
    sooner.do(ShowForecasts())
    assert sooner.game.table.step == "shown"


def test_answers_are_replaced_by_voter_and_by_table():
    whole = to("forecast", how=begin(tables=("A", "B")))
    question = f"forecast:{whole.game.playing.selected[0]}"
    ballot = lambda: whole.game.table.ballots[question]  # noqa: E731
    whole.do(Vote(question=question, voter=1, table="A", answer="yes"))
    whole.do(Vote(question=question, voter=1, table="A", answer="no"))
    whole.do(Vote(question=question, voter=9, table="B", answer="unsure"))
    assert ballot().counts() == (0, 1, 1)
    assert ballot().by_table() == {"A": (0, 1, 0), "B": (0, 0, 1)}
    whole.do(Tally(question=question, table="A", yes=4, no=2))
    assert ballot().counts() == (4, 2, 1)
    whole.do(Tally(question=question, table="A", yes=5, no=1))
    assert ballot().counts() == (5, 1, 1)
    whole.do(Tally(question=question, yes=3, no=3, unsure=3))
    assert ballot().counts() == (3, 3, 3)
    whole.do(Tally(question=question, table="B", yes=1, no=0))
    assert ballot().by_table() == {"B": (1, 0, 0)}


def test_what_observers_ticked_and_own_placings_are_kept():
    whole = session()
    whole.do(OwnPlacing(when="before", counts=(1, 2, 0, 0, 0, 0, 1)))
    whole.do(OwnPlacing(when="before", counts=(0, 2, 0, 0, 0, 0, 1)))
    assert [p.counts for p in whole.game.table.own_placings] == [(0, 2, 0, 0, 0, 0, 1)]
    go(whole, "debate")
    whole.do(Tick(who="ana", told=2, asked=1, heard=1, decided=0))
    assert whole.game.playing.ticks == {"ana": (2, 1, 1, 0)}


def test_a_count_of_the_whole_room_replaces_the_tables_and_a_tables_replaces_it():
    whole = session(begin(tables=("A", "B")))
    one, two, three = (1, 0, 0, 0, 0, 0, 0), (0, 2, 0, 0, 0, 0, 0), (0, 0, 3, 0, 0, 0, 0)
    for table, counts, left in (
        ("A", one, {"A": one}), ("B", two, {"A": one, "B": two}), ("", three, {"": three}),
        ("A", one, {"A": one}),
    ):  # fmt: skip
        whole.do(OwnPlacing(when="before", table=table, counts=counts))
        assert {p.table: p.counts for p in whole.game.table.own_placings} == left


def test_the_share_of_observers_counts_those_who_ticked_nothing():
    whole = to("debate")
    whole.do(Tick(who="ana", told=1, asked=0, heard=0, decided=0, observers=2))
    whole.do(Tick(who="bo", told=0, asked=0, heard=0, decided=0, observers=2))
    assert bilan(whole.game).participation[0].shares == (25, 0, 0, 0)
    assert dict(whole.view(CONSOLE).console.observers) == {"ana": 2, "bo": 2}


def test_around_one_computer_the_next_to_answer_is_told_never_about_their_own_promise():
    seats = {"ana": "held", "bo": "held"}
    whole = to("negotiation", how=begin("training", "training", seats=seats, participants=2))
    promise(whole, "ana", "bikes", 1, 0, 0)
    whole.do(Advance())
    mine = next(p.id for p in whole.game.playing.promises if p.who == "ana")
    another = next(p.id for p in whole.game.playing.promises if p.who == "cy" or p.who == "di")
    whole.do(Select(promises=(mine, another)))
    told = [forecast.counts.next_voter for forecast in whole.view(ROOM).forecasts]
    assert told == [2, 1]
    whole.do(Vote(question=f"forecast:{mine}", voter=2, answer="yes"))
    whole.do(Vote(question=f"forecast:{another}", voter=1, answer="no"))
    assert [forecast.counts.next_voter for forecast in whole.view(ROOM).forecasts] == [None, 2]


def test_more_answers_than_people_are_taken_and_said_to_be_too_many():
    whole = to("negotiation", how=begin(participants=12))
    promise(whole, "bo", "bikes", 0, 1, 0)
    whole.do(Advance())
    mine = next(p.id for p in whole.game.playing.promises if p.who == "bo")
    whole.do(Select(promises=(mine,)))
    whole.do(Tally(question=f"forecast:{mine}", yes=9, no=2))
    assert whole.view(CONSOLE).forecasts[0].counts.excess == 0
    whole.do(Tally(question=f"forecast:{mine}", yes=19, no=2))
    assert whole.view(CONSOLE).forecasts[0].counts.excess == 10, "its author does not answer"
