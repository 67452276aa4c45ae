"""What others have submitted before: ideas that may be voted on from the start, and that nobody builds."""

from engine.play.commands import Advance
from engine.report.build import record as build_record
from engine.report.tables import tables
from engine.rules import state as states
from engine.rules.ballot import eligible_prices, is_eligible
from engine.rules.board import Board
from engine.rules.conditions import holds
from engine.rules.opening import begin_round
from engine.rules.places import is_built
from engine.rules.state import State
from engine.session.session import Session
from engine.transcript import story
from engine.view import of
from engine.view.types import ROOM as SEEN_BY_ALL
from tests.engine import urn
from tests.engine.driving import go
from tests.engine.small import begin
from tests.engine.towns import ANA, BIKES, BO, CLINIC, GARDEN, MARKET, Town

HELD = begin(duration="45", seats={"ana": "held", "bo": "held"}, participants=4)


def test_what_others_have_submitted_may_be_voted_on_from_the_start_and_comes_to_no_table() -> None:
    town = Town(duration="training", begun=True)
    assert is_eligible(town.board, town.state, BIKES)
    assert not is_eligible(town.board, town.state, GARDEN)
    while town.state.round < town.board.rounds:
        town.reveal()
        town.begin()
        assert BIKES not in town.state.open
    assert town.state.done[BIKES] == 0  # nobody built it
    assert not is_built(town.board, BIKES)
    assert is_built(town.board, GARDEN)
    for seed in range(20):
        assert BIKES not in begun_at(town.board, seed).open


def begun_at(board: Board, seed: int) -> State:
    """Another first round."""
    state = states.initial(board, seed)
    begin_round(board, state, states.dice(board, seed).block(0, 1))
    return state


def test_what_others_have_submitted_is_funded_if_votes_say_so() -> None:
    town = Town(begun=True)
    assert town.voted() == ["bikes"]
    assert town.state.funded[BIKES] == 1
    town = Town(begun=True)
    for who in (ANA, BO):
        town.mark(who, bikes=4, clinic=0)
    assert town.voted(MARKET, GARDEN) == ["garden", "market"]  # no money is left for it


def test_what_others_have_submitted_weighs_in_the_vote_as_things_stand() -> None:
    town = Town(duration="150", begun=True, first=["clinic"])
    alone = Town(duration="150", first=["clinic"])
    assert eligible_prices(town.board, town.state)[BIKES] == 25
    assert eligible_prices(alone.board, alone.state)[BIKES] == 0
    assert town.state.ahead[CLINIC] != alone.state.ahead[CLINIC]  # both do not fit in the money


def test_what_others_have_submitted_is_never_completed() -> None:
    ends = [
        {"id": f"e{k}", "at": "end", "success": True, "title": "x", "text": "y", "when": when}
        for k, when in enumerate([{"completed": "bikes"}, {"elected": "bikes"}])
    ]
    town = Town(begun=True, endings=ends)
    town.voted()
    rows = town.board.condition_rows
    assert [holds(town.board, town.state, rows[k], rows[k + 1]) for k in range(2)] == [False, True]


def test_the_room_finds_what_others_have_submitted_in_the_catalogue_from_the_first_round() -> None:
    whole = Session.create(urn.begun(), HELD, 7)
    go(whole, "negotiation")
    view = whole.view(SEEN_BY_ALL)
    assert view.ballot is not None
    assert view.ballot.eligible == ("bikes",)
    assert view.ballot.submitted == (view.ballot.idea("bikes"),)
    assert "bikes" not in [project.id for project in view.projects]
    go(whole, "ballot")
    assert "bikes" in whole.game.playing.catalogue
    go(whole, "bilan")
    (record,) = [one for one in build_record(whole).catalogue if one.submitted]
    assert (record.round, record.by) == (0, ())


def test_what_others_have_submitted_stands_in_the_town_once_it_is_funded() -> None:
    things = {"projects": {"bikes": "bikes", "garden": "garden"}}
    whole = Session.create(urn.begun(drawing=things), HELD, 7)
    go(whole, "negotiation")
    assert standing(whole) == "absent"
    whole.do(Advance())
    go(whole, "bilan")
    ballot = whole.view(SEEN_BY_ALL).ballot
    assert ballot is not None
    assert ballot.count is not None
    assert "bikes" in [one.id for one in ballot.count.funded]
    assert standing(whole) == "standing"


def standing(whole: Session) -> str:
    """How the bikes stand in the drawing."""
    things = {thing.id: thing.state for thing in whole.view(SEEN_BY_ALL).neighbourhood.things}
    return things["project.bikes"]


def test_the_transcript_and_the_record_say_what_others_have_submitted() -> None:
    whole = Session.create(urn.begun(), HELD, 7)
    go(whole, "bilan")
    steps = ((c, of(whole.history[n], SEEN_BY_ALL, "fr")) for n, c in enumerate(whole.commands))
    told = " ".join("\n".join(story.lines(steps, "fr")).split())
    assert "Déjà au catalogue, déposé par d’autres : « Chantier bikes »." in told
    record = build_record(whole)
    (catalogue,) = [one for one in tables(record) if one.id == "catalogue"]
    theirs = {row[0]: row[3] for row in catalogue.rows}
    assert theirs["Chantier bikes"] == "oui"
    assert {said for title, said in theirs.items() if title != "Chantier bikes"} <= {"non"}
