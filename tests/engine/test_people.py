"""People come late and leave: the counts follow, a character changes hands, and nothing else moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.play.commands import Advance, Command, LeaveSeat, People, TakeSeat, Undo, Withdraw
from engine.play.votes import expected, questions
from engine.session.session import Session
from engine.view.types import CONSOLE, ROOM
from tests.engine.driving import Ticker, code, go, promise, session, to
from tests.engine.small import begin, scenario


def simulated(whole: Session) -> str:
    return whole.game.simulated[0]


def test_who_came_late_is_counted_from_now_on():
    whole = to("debate")
    whole.do(People(participants=11))
    assert whole.view(ROOM).participants == 11
    whole.do(People(participants=9))
    assert whole.view(CONSOLE).participants == 9
    assert "9 personnes dans la salle" in whole.view(CONSOLE, "fr").console.journal[-1].sentence


def test_a_latecomer_takes_a_character_that_the_program_played_and_may_take_back_what_it_announced():
    whole = to("negotiation", how=begin(seats={"ana": "held"}, tables=()))
    who = next(p.who for p in whole.game.playing.promises)
    announced = next(p.id for p in whole.game.playing.promises if p.who == who)
    assert code(whole, Withdraw(promise=announced)) != ""
    whole.do(TakeSeat(who=who))
    assert who in whole.game.held
    assert code(whole, Withdraw(promise=announced)) == ""
    go(whole, "choice")
    assert who in whole.view(ROOM).choice.waiting


def test_a_latecomer_who_holds_a_character_alone_sits_at_no_table_and_leaves_the_tables_as_full():
    at_tables = begin(seats={"ana": "held", "bo": "held"}, tables=("A", "B"), participants=6)
    whole = to("negotiation", how=at_tables)
    late = simulated(whole)
    promise(whole, "ana", whole.game.playing.open[0], 1, 0, 0)
    whole.do(People(participants=7))
    whole.do(TakeSeat(who=late))
    assert whole.game.on_their_own == (late,)
    assert [whole.game.size_of(table) for table in ("A", "B")] == [3, 3]
    go(whole, "forecast")
    by_ana = next(q for q in questions(whole.game) if author(whole, q) == "ana")
    assert expected(whole.game, by_ana) == 4, "the other table, and who came late"
    whole.do(LeaveSeat(who=late))
    assert [whole.game.size_of(table) for table in ("A", "B")] == [4, 3]


def author(whole: Session, question: str) -> str:
    return next(p.who for p in whole.game.playing.promises if question == f"forecast:{p.id}")


def test_who_leaves_gives_their_character_back_and_the_program_decides():
    whole = to("negotiation")
    who = whole.game.held[0]
    others = {other: whole.game.table_of(other) for other in whole.game.held[1:]}
    whole.do(LeaveSeat(who=who))
    assert who in whole.game.simulated
    assert {other: whole.game.table_of(other) for other in whole.game.held} == others
    go(whole, "choice")
    assert who not in whole.view(ROOM).choice.waiting


def test_going_back_brings_back_who_was_there():
    whole = to("negotiation")
    before, number = whole.game.held, whole.game.table.number
    whole.do(LeaveSeat(who=before[0]))
    whole.do(Undo(to=number))
    assert whole.game.held == before


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (TakeSeat(who="zoe"), "unknown-character"),
        (LeaveSeat(who="zoe"), "unknown-character"),
        (TakeSeat(who="ana"), "taken"),
        (TakeSeat(who="di", table="Z"), "unknown-table"),
    ],
    ids=str,
)
def test_who_is_not_there_takes_nothing(command, why):
    whole = to("negotiation")
    if command.who == "di" and "di" in whole.game.held:
        whole.do(LeaveSeat(who="di"))
    assert code(whole, command) == why


def test_nobody_changes_places_while_choices_are_made_nor_in_a_demonstration():
    whole = to("choice")
    assert code(whole, LeaveSeat(who=whole.game.held[0])) == "wrong-phase"
    show = session(begin(mode="demo", seats={}, tables=()))
    assert code(show, TakeSeat(who=simulated(show))) == "demo-held"


def test_who_trains_keeps_one_character_at_least():
    whole = session(
        begin(mode="training", duration="training", seats={"ana": "held"}, tables=(), participants=1)
    )
    assert code(whole, LeaveSeat(who="ana")) == "training-held"


def test_a_file_opens_with_the_people_who_were_there(tmp_path):
    path = tmp_path / "a.coop"
    whole = go(Session.create(scenario(), begin(), 7, path, Ticker()), "negotiation")
    gone = whole.game.held[0]
    whole.do(LeaveSeat(who=gone))
    whole.do(People(participants=7))
    whole.do(Advance())
    digest = whole.game.digest()
    whole.close()
    again = Session.open(path)
    again.close()
    assert (again.game.digest(), again.changed_rules) == (digest, False)
    assert gone in again.game.simulated
    assert again.game.begin.participants == 7


def test_a_session_in_which_nobody_came_or_left_is_written_as_before():
    assert "seating" not in to("negotiation").game.to_data()["table"]


def test_a_latecomer_joins_a_table_which_grows_and_everybody_is_counted_table_by_table():
    at_tables = begin(seats={"ana": "held", "bo": "held"}, tables=("A", "B"), participants=6)
    whole = to("negotiation", how=at_tables)
    late = simulated(whole)
    whole.do(People(participants=7, table="B"))
    assert [whole.game.size_of(table) for table in ("A", "B")] == [3, 4]
    assert whole.view(CONSOLE).allows("people").sizes == (3, 4)
    assert "4 personnes, sur 7" in whole.view(CONSOLE, "fr").console.journal[-1].sentence
    whole.do(TakeSeat(who=late, table="B"))
    assert whole.game.table_of(late) == "B"
    assert [whole.game.size_of(table) for table in ("A", "B")] == [3, 4]
    whole.do(People(participants=5, table="A"))
    assert [whole.game.size_of(table) for table in ("A", "B")] == [1, 4]
    assert code(whole, People(participants=6, table="Z")) == "unknown-table"


def test_who_joined_a_table_still_sits_there_once_the_file_is_opened_again(tmp_path):
    path = tmp_path / "a.coop"
    at_tables = begin(seats={"ana": "held", "bo": "held"}, tables=("A", "B"), participants=6)
    whole = go(Session.create(scenario(), at_tables, 7, path, Ticker()), "negotiation")
    whole.do(People(participants=8, table="B"))
    whole.close()
    again = Session.open(path)
    again.close()
    assert [again.game.size_of(table) for table in ("A", "B")] == [3, 5]


def test_who_takes_a_character_alone_once_a_table_is_empty_leaves_another():
    at_tables = begin(seats={"ana": "held", "bo": "held"}, tables=("A", "B"), participants=6)
    whole = to("negotiation", how=at_tables)
    late = simulated(whole)
    whole.do(People(participants=3, table="B"))
    assert [whole.game.size_of(table) for table in ("A", "B")] == [3, 0]
    whole.do(TakeSeat(who=late))
    assert [whole.game.size_of(table) for table in ("A", "B")] == [2, 0]
    whole.do(People(participants=2, table="A"))
    assert [whole.game.size_of(table) for table in ("A", "B")] == [1, 0]
    whole.do(LeaveSeat(who=late))
    assert sum(whole.game.size_of(table) for table in ("A", "B")) == 2


def coming_and_going(data: st.DataObject, whole: Session) -> Command | None:
    """Somebody who comes or goes, at a table or at none; somebody who takes a character or gives it back."""
    game = whole.game
    kind = data.draw(st.sampled_from(("people", "people", "take-seat", "leave-seat")))
    table = data.draw(st.sampled_from(("", *game.begin.tables)))
    if kind == "people":
        now = game.begin.participants
        fewest = max(0, now - game.size_of(table)) if table else 0
        return People(participants=data.draw(st.integers(fewest, now + 6)), table=table)
    who = game.simulated if kind == "take-seat" else game.held
    if not who:
        return None
    name = data.draw(st.sampled_from(who))
    return TakeSeat(who=name, table=table) if kind == "take-seat" else LeaveSeat(who=name)


@given(st.data(), st.integers(0, 14), st.integers(1, 4))
def test_the_tables_add_up_to_the_people_whoever_comes_and_goes(data, people, tables):
    names = tuple("ABCD"[:tables])
    whole = session(begin(tables=names, participants=people))
    for _ in range(8):
        before, alone = whole.game, len(whole.game.on_their_own)
        command = coming_and_going(data, whole)
        if command is None:
            continue
        whole.do(command)
        game = whole.game
        sitting = max(0, game.begin.participants - len(game.on_their_own))
        assert sum(game.sizes.values()) == sitting
        assert all(size >= 0 for size in game.sizes.values())
        fewest = min(before.begin.participants, game.begin.participants)
        if isinstance(command, People) and command.table and fewest >= alone:
            others = [table for table in names if table != command.table]
            assert [game.size_of(table) for table in others] == [before.size_of(table) for table in others]
