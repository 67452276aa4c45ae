"""An agenda in a session: who volunteers and is refused, what the chair puts off and takes up again, what the
others cannot do to it, and what the room debates of it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import demo
from engine.content.model import Tokens
from engine.play.actors import FACILITATOR, Actor
from engine.play.commands import (
    Advance,
    Ask,
    Command,
    LeaveSeat,
    Offer,
    Pact,
    PickAct,
    Place,
    Promise,
    PutOff,
    TakeSeat,
    Undo,
    Volunteer,
)
from engine.play.exercise import _moved
from engine.play.game import Game
from engine.play.legal import Refused
from engine.play.phases.agenda import RULES, one_too_many
from engine.play.table import Act
from engine.rules import state as states
from engine.rules.agenda import (
    heart_in_chair,
    set_agenda,
    too_many,
)
from engine.session.session import Session
from tests.engine import chairs
from tests.engine.driving import Ticker, code, go
from tests.engine.legal_moves import any_hands, play_on
from tests.engine.small import begin
from tests.engine.small import scenario as small

# ---- In a session ---------------------------------------------------------------------------------------


def _option(whole: Session, kind: str, by: Actor = FACILITATOR):  # type: ignore[no-untyped-def]
    return next((one for one in whole.legal(by) if one.kind == kind), None)


def test_whoever_holds_somebody_who_has_not_come_cannot_volunteer_for_them() -> None:
    whole = chairs.to("agenda", chairs.EVERYBODY, "chair", **chairs.late("di"))
    assert _option(whole, "volunteer").who == ("ana", "bo", "cy")
    assert code(whole, Volunteer(who="di")) == "not-here"
    go(whole, "agenda", "chair", 2)
    assert code(whole, Volunteer(who="di")) == ""


def test_one_may_volunteer_and_think_better_of_it() -> None:
    whole = chairs.to("agenda", chairs.EVERYBODY, "chair")
    for command in (Volunteer(who="di"), Volunteer(who="bo"), Volunteer(who="bo")):
        whole.do(command)
    assert whole.game.playing.volunteers == ("bo", "di")
    whole.do(Volunteer(who="bo", stands=False))
    assert whole.game.playing.volunteers == ("di",)
    whole.do(Advance())
    assert whole.game.playing.chaired == "di"


def test_going_on_draws_the_chair_and_waits_until_enough_is_put_off() -> None:
    whole = chairs.in_the_chair("ana")
    first, second, third, *_ = whole.game.on_agenda
    assert one_too_many(whole.game) == 2
    assert _option(whole, "advance") is None
    whole.do(PutOff(project=second))
    with pytest.raises(Refused) as refused:
        whole.do(Advance())
    assert refused.value.code == "agenda-too-long"
    assert "Ana, qui préside" in refused.value.sentence
    whole.do(PutOff(project=first))
    assert whole.game.playing.put_off == (second, first)
    whole.do(PutOff(project=third))  # one too many: the one put off first comes back
    assert whole.game.playing.put_off == (first, third)
    assert set(whole.game.put_off) == {first, third}
    whole.do(PutOff(project=first, off=False))
    assert whole.game.put_off == (third,)
    assert code(whole, Advance()) == "agenda-too-long"
    whole.do(PutOff(project=third))  # said again
    assert whole.game.playing.put_off == (third,)
    whole.do(PutOff(project=second))
    whole.do(Advance())
    assert whole.game.table.phase == "negotiation"
    assert whole.game.playing.put_off == (third, second)


def test_a_simulated_chair_says_what_waits_as_soon_as_it_is_drawn() -> None:
    whole = chairs.to("agenda", step="chair")
    assert set(whole.game.playing.volunteers) <= {"cy", "di"}
    assert whole.game.playing.volunteers
    assert whole.game.playing.chaired == ""
    whole.do(Advance())
    assert whole.game.playing.chaired in whole.game.playing.volunteers
    assert len(whole.game.put_off) == 2
    state = states.copy(whole.game.state)
    chair = whole.game.names.character(whole.game.playing.chaired)
    set_agenda(whole.game.board, state, chair, heart_in_chair(whole.game.board, state, chair))
    assert (state.put_off == whole.game.state.put_off).all()


def test_nobody_volunteers_and_the_lot_falls_among_all() -> None:
    seen = set()
    for seed in range(30):
        whole = chairs.to("agenda", chairs.EVERYBODY, "chair", seed=seed)
        assert whole.game.playing.volunteers == ()
        whole.do(Advance())
        seen.add(whole.game.playing.chaired)
    assert seen == {"ana", "bo", "cy", "di"}


@pytest.mark.parametrize("already", [0, 1, 2])
def test_a_chair_whose_holder_leaves_the_seat_sets_the_agenda_by_itself(already: int) -> None:
    whole = chairs.in_the_chair("ana")
    said = whole.game.on_agenda[:already]
    for project in said:
        whole.do(PutOff(project=project))
    whole.do(LeaveSeat(who="ana"))
    assert code(whole, PutOff(project=whole.game.on_agenda[0])) == "simulated"
    whole.do(Advance())
    assert whole.game.table.phase == "negotiation"
    assert len(whole.game.put_off) == 2
    if already == 2:  # what was said stands
        assert whole.game.playing.put_off == said


def test_whoever_takes_the_seat_of_the_chair_may_say_otherwise() -> None:
    whole = chairs.to("agenda", step="list")
    chair = whole.game.playing.chaired
    assert chair in whole.game.simulated
    with pytest.raises(Refused) as refused:
        whole.do(PutOff(project=whole.game.on_agenda[0]))
    assert refused.value.code == "simulated"
    assert chair.title() in refused.value.sentence
    whole.do(TakeSeat(who=chair))
    kept = next(p for p in whole.game.on_agenda if p not in whole.game.put_off)
    whole.do(PutOff(project=kept))
    assert kept in whole.game.put_off
    assert len(whole.game.put_off) == 2


def test_each_volunteers_for_themselves_and_whoever_chairs_alone_puts_off() -> None:
    whole = chairs.to("agenda", chairs.EVERYBODY, "chair")
    ana, bo, voter = Actor("holder", who="ana"), Actor("holder", who="bo"), Actor("voter", voter=3)
    assert _option(whole, "volunteer", ana).who == ("ana",)
    assert _option(whole, "volunteer").who == ("ana", "bo", "cy", "di")
    assert _option(whole, "volunteer", voter) is None
    assert _code(whole, Volunteer(who="bo"), ana) == "not-yours"
    assert _code(whole, Volunteer(who="ana"), voter) == "not-yours"
    assert _code(whole, Volunteer(who="ana"), ana) == ""
    whole.do(Advance())
    project = whole.game.on_agenda[0]
    assert [_option(whole, "put-off", by) is not None for by in (ana, bo, voter)] == [True, False, False]
    for by in (bo, voter):
        assert _code(whole, PutOff(project=project), by) == "not-yours"
    assert _code(whole, PutOff(project=project), ana) == ""
    assert _code(whole, PutOff(project=project, off=False), FACILITATOR) == ""


def _code(whole: Session, command: Command, by: Actor) -> str:
    try:
        whole.do(command, by)
    except Refused as refused:
        return refused.code
    return ""


def test_what_comes_at_the_wrong_moment_is_refused_by_its_reason() -> None:
    none = Session.create(small(), begin(), 7, now=Ticker())
    for command in (Volunteer(who="ana"), PutOff(project="bikes")):
        assert code(none, command) == "wrong-phase"
    whole = chairs.to("agenda", step="chair")
    assert code(whole, PutOff(project="bikes")) == "nobody-chairs"
    assert code(whole, Volunteer(who="cy")) == "simulated"
    assert code(whole, Volunteer(who="zoe")) == "unknown-character"
    whole = chairs.in_the_chair("bo")
    assert code(whole, Volunteer(who="ana")) == "wrong-phase"
    missing = next(p.id for p in whole.game.scenario.projects if p.id not in whole.game.open)
    for project in (missing, "carte-blanche", "zoo"):
        assert code(whole, PutOff(project=project)) == "unknown-project"
    assert code(chairs.to("agenda", begin("demo", "150"), "chair"), Volunteer(who="ana")) == "simulated"


def test_where_there_is_no_agenda_nobody_volunteers_nor_puts_off() -> None:
    """A scenario with defects may be played all the same: its phase is passed over."""
    whole = chairs.session(agenda=None)
    for rule in RULES.values():
        assert rule.option(whole.game) == "no-agenda"
    go(whole, "negotiation")
    assert whole.game.playing.chaired == ""
    assert whole.game.put_off == ()


def _waits(phase: str, **fields: object) -> tuple[Session, str]:
    """Ana has chaired; a project that waits."""
    whole = chairs.in_the_chair("ana", phase, "", **fields)
    return whole, whole.game.put_off[0]


def test_what_is_put_off_is_neither_promised_asked_pledged_nor_given_to() -> None:
    whole, off = _waits("negotiation", pacts=True)
    assert off not in whole.game.needing
    one = Tokens(time=1)
    assert code(whole, Promise(who="ana", project=off, tokens=one)) == "put-off"
    treated = whole.game.needing[0]
    pact = Pact(
        who="ana", project=off, gives=one, other="bo", other_project=treated, other_gives=Tokens(means=1)
    )
    assert code(whole, pact) == "put-off"
    for kind in ("promise", "pact"):
        assert off not in _option(whole, kind).projects
    go(whole, "choice")
    assert code(whole, Place(who="ana", project=off, token="time", by=1)) == "put-off"
    assert off not in _option(whole, "place").projects


def test_nobody_is_asked_nor_offered_anything_for_what_is_put_off() -> None:
    whole = chairs.to("negotiation")
    off, treated = whole.game.put_off[0], whole.game.needing
    assert code(whole, Ask(asker="ana", asked="cy", project=off)) == "put-off"
    offer = Offer(project=off, tokens=Tokens(time=1))
    found = {code(whole, Ask(asker="ana", asked="cy", project=p, offer=offer)) for p in treated}
    assert found <= {"put-off", "already-promised"}
    assert "put-off" in found
    assert off not in _option(whole, "ask").projects


def test_another_round_another_chair_and_everything_lies_there_again() -> None:
    whole, off = _waits("debate")
    go(whole, "agenda", "chair", 2)
    assert whole.game.put_off == ()
    assert off in whole.game.on_agenda
    assert whole.game.playing.chaired == ""
    assert whole.game.table.rounds[0].chaired == "ana"


def _sound(game: Game) -> None:
    """What holds at every moment, whatever anybody does."""
    record = game.round
    if record is None or not game.deciding:
        return
    assert set(record.put_off) == set(game.put_off)
    assert len(record.put_off) <= too_many(game.board, game.state)
    if game.table.phase in ("negotiation", "forecast", "choice"):
        assert len(game.on_agenda) - len(game.put_off) <= game.board.treats
    if record.chaired and record.volunteers:
        assert record.chaired in record.volunteers
    waits = [game.names.project(p) for p in record.put_off]
    state = game.state
    assert not state.promised[:, waits].any()
    assert not state.pact[:, waits].any() if state.pact.ndim == 3 else True
    named = {p.project for p in record.promises} | {a.project for a in record.answers}
    named |= {p for pact in record.pacts for p in (pact.project, pact.other_project)}
    named |= {p for mine in game.table.placing.values() for p in mine}
    assert not named & set(record.put_off)


@pytest.mark.no_cover  # lines that other tests walk
@settings(max_examples=20, deadline=None)
@given(st.data(), st.integers(0, 99))
def test_whatever_people_do_no_more_is_treated_and_nothing_goes_to_what_waits(
    data: st.DataObject, seed: int
) -> None:
    how = data.draw(st.sampled_from((begin(duration="150"), chairs.EVERYBODY, begin("training", "training"))))
    whole = chairs.session(how, seed, pacts=True)
    for _ in range(45):
        play_on(data.draw, whole)
        _sound(whole.game)
    for record in whole.game.table.rounds:
        for mine in record.given.values():
            assert not {p for p, some in mine.items() if any(some)} & set(record.put_off)


@pytest.mark.no_cover  # lines that other tests walk
@settings(max_examples=10, deadline=None)
@given(st.data(), st.integers(0, 99))
def test_whatever_people_do_the_session_comes_back_from_its_data(data: st.DataObject, seed: int) -> None:
    _sound(any_hands(data.draw, chairs.session(chairs.EVERYBODY, seed), 30))


def test_going_back_takes_the_chair_s_words_back_and_the_same_chair_is_drawn() -> None:
    whole = chairs.in_the_chair("bo")
    before = whole.game
    number = before.table.number
    for project in before.on_agenda[:2]:
        whole.do(PutOff(project=project))
    after = whole.game.to_data()["state"]
    whole.do(Undo(to=number))
    assert whole.game.put_off == whole.game.playing.put_off == ()
    assert (whole.game.state.reach == before.state.reach).all()
    assert whole.game.playing.chaired == "bo"
    for project in before.on_agenda[:2]:
        whole.do(PutOff(project=project))
    assert whole.game.to_data()["state"] == after
    chair = chairs.to("agenda", chairs.EVERYBODY, "list")
    drawn = chair.game.playing.chaired
    chair.do(Undo(to=chair.game.table.number - 1))
    assert (chair.game.table.step, chair.game.playing.chaired) == ("chair", "")
    chair.do(Advance())
    assert chair.game.playing.chaired == drawn


@pytest.mark.parametrize(("phase", "step"), [("agenda", "chair"), ("agenda", "list"), ("negotiation", "")])
def test_a_resumed_session_knows_who_chairs_and_what_waits(phase: str, step: str) -> None:
    whole = chairs.to(phase, step=step)
    game = whole.game
    again = game.restored(json.loads(json.dumps(game.to_data())))
    assert again.digest() == game.digest()
    assert again.playing == game.playing
    assert again.put_off == game.put_off
    assert (again.needing, again.on_agenda) == (game.needing, game.on_agenda)


# ---- The debate -----------------------------------------------------------------------------------------


def _picked(whole: Session) -> str:
    """What the room debates, of the acts of the round."""
    return next(act.fact for act in whole.game.playing.acts if act.id == whole.game.playing.picked)


def test_what_was_put_off_is_debated_first_once_where_the_chair_is_held_then_behind() -> None:
    whole = chairs.in_the_chair("ana", "debate", "")
    first, second = whole.game.playing.put_off
    acts = whole.game.playing.acts
    assert [(act.who, act.project, act.fact) for act in acts[:2]] == [
        ("ana", first, "put-off"),
        ("ana", second, "put-off"),
    ]
    assert acts[0].card == "on-put-off"
    assert _picked(whole) == "put-off"
    go(whole, "agenda", "chair", 2)
    whole.do(Volunteer(who="ana"))
    go(whole, "debate", "", 2)
    facts = [act.fact for act in whole.game.playing.acts]
    assert facts[-2:] == ["put-off", "put-off"]
    assert "put-off" not in facts[:-2]
    assert _picked(whole) != "put-off"


def test_what_the_room_did_not_debate_comes_first_again() -> None:
    whole = chairs.in_the_chair("ana", "debate", "")
    other = next(act for act in whole.game.playing.acts if act.fact != "put-off")
    whole.do(PickAct(act=other.id))
    go(whole, "debate", "", 2)
    assert whole.game.playing.acts[0].fact == "put-off"


def test_what_a_simulated_chair_put_off_comes_behind_what_people_did() -> None:
    whole = chairs.to("debate")
    assert whole.game.playing.chaired in whole.game.simulated
    facts = [act.fact for act in whole.game.playing.acts]
    assert facts[-2:] == ["put-off", "put-off"]
    assert facts[0] != "put-off"


def test_where_nobody_plays_what_was_given_up_for_being_put_off_may_be_debated_once() -> None:
    first = []
    for seed in range(8):
        whole = demo.session(chairs.scenario(), seed, "training")
        for _ in demo.moves(whole, voters=False):
            pass
        told = 0
        for record, now in zip(whole.game.table.rounds, whole.game.records, strict=True):
            given_up = [p for p in record.put_off if now.lapsed[whole.game.names.project(p)]]
            begins = record.acts[0].fact == "put-off"
            assert not begins or (given_up and record.acts[0].project == given_up[0])
            told += begins
            first += [begins] if given_up else []
        assert told <= 1
    assert 0 < sum(first) < len(first)


def test_without_a_card_about_it_it_is_no_act_to_debate() -> None:
    plain = [d for d in chairs.scenario().model_dump(by_alias=True)["debates"] if d["about"] != "put-off"]
    whole = chairs.in_the_chair("ana", "debate", "", debates=plain)
    assert whole.game.playing.put_off
    assert "put-off" not in [act.fact for act in whole.game.playing.acts]


def test_who_gave_nothing_is_not_told_of_what_nobody_could_give_to() -> None:
    game = chairs.in_the_chair("ana", "debate", "").game
    silent = Act("1.bo", "bo", "", "silent", "on-silent")
    told = {project for project, tokens in _moved(game, silent) if tokens}
    assert told
    assert not told & set(game.playing.put_off)
    waits = Act("1.ana.put-off", "ana", game.playing.put_off[0], "put-off", "on-put-off")
    assert [project for project, tokens in _moved(game, waits) if tokens < 0] == [waits.project]
