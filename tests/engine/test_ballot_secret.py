"""What ballots keep secret until the reveal, and what they leave as it was."""

from dataclasses import replace
from typing import Any

import numpy as np

from engine.debrief.alternatives import branch
from engine.play.commands import Adopt, Advance, Finish, KeepWord, LeaveSeat, Mark, Reopen, TakeSeat, Undo
from engine.rules import state as states
from engine.rules.ballot import weigh_ballots
from engine.rules.board import build, names
from engine.session.session import Session
from engine.transcript.ballot import counted
from engine.view.types import CONSOLE, ROOM, Audience
from tests.engine import urn
from tests.engine.driving import code, go
from tests.engine.small import begin
from tests.engine.small import scenario as small

NAMES = names(urn.scenario())
PUBLICS: Any = urn.BALLOT["publics"]
ANA = NAMES.character("ana")
HELD = begin(duration="45", seats={"ana": "held", "bo": "held"}, participants=4)


def test_nobody_takes_or_leaves_a_seat_while_ballots_are_marked() -> None:
    whole = urn.to("ballot", HELD, rounds=2)
    assert code(whole, TakeSeat(who="cy")) == "wrong-phase"
    assert code(whole, LeaveSeat(who="ana")) == "wrong-phase"


def test_until_the_reveal_nothing_tells_how_much_was_done_in_the_choice_before_the_ballots() -> None:
    few, many = (urn.to("choice", HELD, rounds=2) for _ in range(2))
    for _ in range(3):
        many.do(KeepWord(who="ana"))
        many.do(Reopen(who="ana"))
    began = few.game.table.number
    for whole in (few, many):
        go(whole, "ballot", rounds=2)
        whole.do(Mark(who="bo", grades={}))
    told = [[(line.number, line.sentence) for line in whole.log("fr")] for whole in (few, many)]
    assert told[0] == told[1]
    assert told[0][-1][0] == began
    bounds = [next(one for one in whole.view(CONSOLE).legal if one.kind == "undo") for whole in (few, many)]
    assert {bound.most for bound in bounds} == {began}
    many.do(Advance())
    said = [line.sentence for line in many.log("fr")]
    assert len([line for line in many.log("fr") if line.kind == "reopen"]) == 3
    assert any("urne" in sentence for sentence in said)


def test_going_back_from_the_reveal_to_the_ballots_finds_the_choices_that_the_catalogue_was_made_of() -> None:
    for seed in range(6):
        whole = urn.to("ballot", begin(duration="45", seats={"ana": "held"}), seed=seed, rounds=2)
        there, before = whole.game.playing.catalogue, whole.game.table.number
        whole.do(Advance())
        given = whole.game.playing.given
        whole.do(Undo(to=before))
        whole.do(Mark(who="ana", grades=dict.fromkeys(there, 4)))
        whole.do(Advance())
        assert whole.game.playing.given == given
        eligible = [id_ for id_ in urn.IDEAS if whole.game.state.done[NAMES.project(id_)]]
        assert set(eligible) == set(there)


def test_going_back_from_the_catalogue_to_the_choices_meets_others() -> None:
    whole = urn.to("choice", HELD, rounds=2)
    before = whole.game.table.number
    go(whole, "ballot", rounds=2)
    whole.do(Undo(to=before))
    assert whole.game.table.draw == 1
    assert whole.game.playing.catalogue == ()
    go(whole, "reveal", rounds=2)
    assert whole.game.playing.closed == 1


def test_other_scenarios_are_written_as_before_there_were_ballots() -> None:
    whole = Session.create(small(), begin(duration="45"), 3)
    go(whole, "negotiation")
    table = whole.game.to_data()["table"]
    assert "adopted" not in table
    assert not {"catalogue", "papers", "closed"} & set(table["rounds"][0])


def test_what_could_have_been_is_voted_on_with_the_same_ballots() -> None:
    whole = urn.to("ballot", HELD, rounds=2)
    there = whole.game.playing.catalogue
    whole.do(Mark(who="ana", grades=dict.fromkeys(there, 0)))
    whole.do(Advance())
    round_ = len(whole.game.records)
    found = branch(whole.way(), f"keep:{round_}:ana")
    assert (found.state.paper == whole.game.records[-1].paper).all()


def test_an_idea_that_a_ballot_says_nothing_of_is_fair() -> None:
    board = build(urn.scenario(), "150")
    state = states.initial(board, 1)
    garden, market = NAMES.project("garden"), NAMES.project("market")
    state.paper[ANA, garden] = 1
    ballots = board.publics.shape[0] + board.n
    weights = np.zeros(ballots, dtype=np.int64)
    grades = np.zeros((ballots, board.price.shape[0]), dtype=np.int64)
    weigh_ballots(board, state, True, weights, grades)
    assert grades[board.publics.shape[0] + ANA, [garden, market]].tolist() == [0, 2]


def test_a_ballot_that_was_never_counted_stays_its_holder_s() -> None:
    whole = urn.to("ballot", HELD, rounds=2)
    whole.do(Mark(who="ana", grades=dict.fromkeys(whole.game.playing.catalogue, 0)))
    whole.do(Finish())
    for audience in (ROOM, CONSOLE, Audience("sheet", "bo")):
        ballot = whole.view(audience).ballot
        assert ballot is not None
        assert ballot.papers[ANA].marked
        assert ballot.papers[ANA].grades is None


def test_drawn_again_after_a_tie_it_is_still_drawn_among_those_level() -> None:
    for seed in range(8):
        whole = urn.to("method", HELD, seed=seed)
        whole.do(Adopt(counts={"majority-judgement": 2, "equal-shares": 2}))
        found = []
        for _ in range(2):
            whole.do(Adopt(draw=True))
            assert whole.game.table.adopted is not None
            found.append(whole.game.table.adopted.method)
        assert found[0] == found[1] != "approval"


def test_the_last_who_come_are_no_more_than_are_left() -> None:
    publics = [{**one, "others": 8, "fetched": 5} if one["id"] == "parents" else one for one in PUBLICS]
    whole = urn.to("negotiation", HELD, ballot={**urn.BALLOT, "publics": publics})
    card = "fetching-parents"
    said = [" ".join(p.effects) for p in whole.view(ROOM).projects if p.id == card]
    whole.game.state.still[1] = 3
    left = [" ".join(p.effects) for p in whole.view(ROOM).projects if p.id == card]
    assert ("+5" in said[0], "+3" in left[0]) == (True, True)


def test_what_cards_bring_after_the_count_changes_nothing_that_is_told_of_it() -> None:
    whole = urn.to("reveal", HELD, rounds=2)
    before = whole.view(ROOM).ballot
    whole.game.state.voices[:] += 7
    after = whole.view(ROOM).ballot
    assert before is not None
    assert before == after


def test_nobody_is_said_to_have_abstained_where_there_was_nothing_to_vote_on() -> None:
    view = urn.to("reveal", HELD, rounds=2).view(ROOM)
    assert view.ballot is not None
    papers = tuple(paper._replace(marked=False, grades=None) for paper in view.ballot.papers)
    voted = replace(view, ballot=replace(view.ballot, papers=papers))
    assert any("n’a pas voté" in line for line in counted(voted))
    assert view.ballot.count is not None
    count = replace(view.ballot.count, ideas=())
    empty = replace(view, ballot=replace(view.ballot, papers=papers, ideas=(), eligible=(), count=count))
    assert not any("n’a pas voté" in line for line in counted(empty))
