"""Whatever people do: the legal is accepted, the illegal refused and changes nothing, no token is lost."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.play import procedure
from engine.play.commands import Command, Undo
from engine.play.game import Game
from engine.play.legal import Refused
from engine.session.session import Session
from tests.engine.legal_moves import any_command, legal_command
from tests.engine.small import begin, scenario

pytestmark = pytest.mark.no_cover  # lines that other tests walk

TABLES = ("A", "B", "C")
BEGINS = st.sampled_from(
    (
        begin(),
        begin(tables=TABLES),
        begin(forecasts_shown="before", private_screen=False),
        begin("training", "training", participants=1),
        begin("demo"),
        begin(duration="150", seats={"ana": "held", "bo": "out", "cy": "held"}),
    )
)


def _refusal(session: Session, command: Command) -> Refused | None:
    try:
        session.do(command)
    except Refused as refusal:
        return refusal
    return None


def _forward(data: st.DataObject, session: Session) -> None:
    """One legal command at random; going on is tried as often as all else together."""
    legal = session.legal()
    onward = [entry for entry in legal if entry.kind in ("advance", "confirm")]
    others = [entry for entry in legal if entry.kind != "finish"]
    choices = onward if onward and data.draw(st.booleans()) else others
    entry = data.draw(st.sampled_from(choices))
    command = legal_command(data.draw, session.game, entry)
    if command is not None:
        number = len(session.history)
        session.do(command)
        assert len(session.history) == number + 1


@settings(max_examples=40, deadline=None)
@given(st.data(), BEGINS, st.integers(0, 999))
def test_any_sequence_of_legal_commands_is_accepted(data, how, seed):
    session = Session.create(scenario(), how, seed, now=lambda: 0.0)
    for _ in range(40):
        _forward(data, session)
        assert _in_bounds(session.game)


@settings(max_examples=40, deadline=None)
@given(st.data(), BEGINS, st.lists(any_command(), min_size=5, max_size=25))
def test_a_command_is_either_legal_or_refused_by_a_known_code_without_changing_anything(data, how, commands):
    session = Session.create(scenario(), how, 3, now=lambda: 0.0)
    for command in commands:
        before = session.game
        data_before = json.dumps(before.to_data())
        kinds = {entry.kind for entry in session.legal()}
        refusal = _refusal(session, command)
        assert json.dumps(before.to_data()) == data_before, "the game before is never written in"
        if refusal is None:
            assert command.kind in kinds
        else:
            assert session.game is before
            assert refusal.code in procedure.REFUSALS
            assert refusal.sentence
        _forward(data, session)


@settings(max_examples=25, deadline=None)
@given(st.data(), BEGINS, st.integers(0, 99))
def test_save_load_and_continue_equals_continue(data, how, seed):
    session = Session.create(scenario(), how, seed, now=lambda: 0.0)
    for _ in range(data.draw(st.integers(0, 25))):
        _forward(data, session)
    saved = json.loads(json.dumps(session.game.to_data()))
    loaded = procedure.begin(scenario(), how, seed).restored(saved)
    assert loaded.digest() == session.game.digest()
    one, other = session.game, loaded
    for _ in range(10):
        entry = data.draw(st.sampled_from([e for e in procedure.legal(one) if e.kind != "undo"]))
        command = legal_command(data.draw, one, entry)
        if command is not None:
            one, said = procedure.apply(one, command)
            other, also = procedure.apply(other, command)
            assert said == also
    assert one.digest() == other.digest()


@settings(max_examples=25, deadline=None)
@given(st.data(), st.integers(0, 99))
def test_no_token_is_made_or_lost_from_one_end_of_a_session_to_the_other(data, seed):
    session = Session.create(scenario(), begin(duration="90"), seed, now=lambda: 0.0)
    for _ in range(80):
        _forward(data, session)
    for game in session.history:
        if game.table.phase == "reveal":
            record = game.records[-1]
            given_, tokens = game.state.given, game.state.tokens
            assert (given_.sum(axis=1) <= tokens).all(), "nobody gives more than they have"
            kept = tokens.sum() - given_.sum() + record.returned.sum()
            assert kept * 13107 == record.bonus.sum(), "what is kept, and only that, brings a little"


def _in_bounds(game: Game) -> bool:
    state, one = game.state, 65536
    assert ((state.s >= one) & (state.s <= 4 * one) & (state.a >= one) & (state.a <= 4 * one)).all()
    assert ((state.trust >= 3276) & (state.trust <= one)).all()
    assert ((state.ind >= 0) & (state.ind <= 100)).all()
    assert (state.promised.sum(axis=1) <= state.tokens).all()
    assert (state.said == state.promised.sum(axis=0)).all(), "what is said of a project is what each promised"
    placed = {who: sum(np.array(t).sum() for t in mine.values()) for who, mine in game.table.placing.items()}
    return all(total <= sum(game.tokens(who)) for who, total in placed.items())


@settings(max_examples=25, deadline=None)
@given(st.data(), BEGINS)
def test_going_back_gives_the_game_of_that_moment_again(data, how):
    session = Session.create(scenario(), how, 5, now=lambda: 0.0)
    for _ in range(data.draw(st.integers(2, 25))):
        _forward(data, session)
    to = data.draw(st.integers(1, len(session.history) - 1)) if len(session.history) > 1 else 0
    if to:
        session.do(Undo(to=to))
        now, then = session.game.to_data(), session.history[to - 1].to_data()
        assert now["state"] == then["state"]
        free = ("number", "at", "draw", "notes", "noted", "clock")
        assert {k: v for k, v in now["table"].items() if k not in free} == {
            k: v for k, v in then["table"].items() if k not in free
        }
