"""Every refusal: its code, its sentence in two languages, and a game left as it was."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from engine import language
from engine.content.model import Tokens
from engine.play import procedure
from engine.play.commands import (
    Advance,
    Amend,
    Announce,
    Ask,
    Begin,
    CarteBlanche,
    Choose,
    Clock,
    Command,
    Confirm,
    EditNote,
    Finish,
    FollowUp,
    KeepWord,
    LeaveSeat,
    Note,
    Offer,
    OwnPlacing,
    Pact,
    PassTo,
    People,
    PickAct,
    Place,
    PlacePosture,
    Promise,
    Reopen,
    Select,
    ShowForecasts,
    Sort,
    Take,
    TakeSeat,
    Tally,
    Tick,
    Undo,
    Vote,
    Withdraw,
    WithdrawNote,
)
from engine.play.legal import Refused
from engine.session.session import Session
from engine.view.types import CONSOLE
from tests.engine import biting, private
from tests.engine.driving import Ticker, code, go, promise, session, to
from tests.engine.small import begin, scenario

COUNTS = (0, 0, 0, 0, 0, 0, 0)


def _bo(project: str = "bikes", **tokens: int) -> Promise:
    return Promise(who="bo", project=project, tokens=Tokens(**tokens))


def _place(who: str, project: str, token: str, by: int = 1) -> Place:
    return Place.model_validate({"who": who, "project": project, "token": token, "by": by})


def _room(**fields: object) -> CarteBlanche:
    whole = {"name": "Banc", "cost": {"time": 1, "means": 1}, "changes": {"health": 1}, **fields}
    return CarteBlanche.model_validate(whole)


def _amend(**fields: object) -> Amend:
    return Amend.model_validate({"who": "ana", "taken": "health", "given": "work", **fields})


def _proposed(**fields: object) -> Session:
    """The room's own project waits to be opened."""
    dear = {"cost": {"time": 2, "means": 2}} if "changes" in fields else {}
    return _after(to("negotiation"), _room(waits=True, **dear, **fields))


def _learning() -> Session:
    return to("negotiation", how=begin("training", "training"))


def _after(whole: Session, *commands: Command) -> Session:
    for command in commands:
        whole.do(command)
    return whole


def _bilan() -> Session:
    return _after(session(), Finish())


def _decided() -> Session:
    return _after(_deciding(), Confirm(who="bo"), Confirm(who="ana"))


def _deciding(**how: object) -> Session:
    return to("choice", how=begin(**how))


def _trained() -> Session:
    """Somebody alone, at the exercise of the debate."""
    return to("debate", "sentence", begin("training", "training", participants=1))


SORTED = Sort(claims=("fact", "judgement", "presupposition"))
_DIS = next(p.project for p in to("negotiation").game.playing.promises if p.who == "di")


def _choosing():
    """The room has an answer to choose."""
    whole = Session.create(biting.scenario(), begin(), 5, now=Ticker())
    return go(whole, "choose")


def _sealing():
    """Two may seal a pact."""
    return go(Session.create(private.scenario(mandates={}), begin(), 7, now=Ticker()), "negotiation")


def _pact(other: str = "bo", time: int = 1, means: int = 1) -> Pact:
    """Ana and another both give to the bikes, which need two time and one means."""
    return Pact(
        who="ana", project="bikes", gives=Tokens(time=time),
        other=other, other_project="bikes", other_gives=Tokens(means=means),
    )  # fmt: skip


def _offering(project: str, next_round: bool = False, **tokens: int) -> Ask:
    """A request for the bikes, with tokens in return."""
    offer = Offer(project=project, tokens=Tokens(**tokens))
    return Ask(asker="ana", asked="cy", project="bikes", offer=offer, next_round=next_round)


CASES: list[tuple[str, Callable[[], Session], Command]] = [
    ("already-begun", session, begin()),
    ("wrong-phase", session, _bo(means=1)),
    ("wrong-phase", session, Withdraw(promise="1.1")),
    ("wrong-phase", session, Ask(asker="ana", asked="cy", project="bikes")),
    ("wrong-phase", session, _room()),
    ("wrong-phase", session, Select(promises=())),
    ("wrong-phase", session, Vote(question="forecast:1.1", voter=1, answer="yes")),
    ("wrong-phase", session, Tally(question="forecast:1.1", yes=1, no=0)),
    ("wrong-phase", session, ShowForecasts()),
    ("wrong-phase", session, PickAct(act="1.ana")),
    ("wrong-phase", lambda: to("debate"), SORTED),
    ("wrong-phase", session, Tick(who="ana", told=0, asked=0, heard=0, decided=0)),
    ("wrong-phase", lambda: to("forecast"), PassTo(who="ana")),
    ("wrong-phase", session, _place("ana", "bikes", "time")),
    ("wrong-phase", session, Confirm(who="ana")),
    ("wrong-phase", session, KeepWord(who="ana")),
    ("wrong-phase", session, Reopen(who="ana")),
    ("wrong-phase", session, PlacePosture(who="ana")),
    ("wrong-phase", session, OwnPlacing(when="after", counts=COUNTS)),
    ("wrong-phase", lambda: to("situation"), OwnPlacing(when="before", counts=COUNTS)),
    ("over", _bilan, Advance()),
    ("over", _bilan, Finish()),
    ("over", _bilan, _bo(means=1)),
    ("over", _bilan, Withdraw(promise="1.1")),
    ("over", _bilan, Ask(asker="ana", asked="cy", project="bikes")),
    ("over", _bilan, _room()),
    ("over", _bilan, Select(promises=())),
    ("over", _bilan, Vote(question="forecast:1.1", voter=1, answer="yes")),
    ("over", _bilan, ShowForecasts()),
    ("over", _bilan, PickAct(act="1.ana")),
    ("over", _bilan, Tick(who="ana", told=0, asked=0, heard=0, decided=0)),
    ("over", _bilan, Confirm(who="ana")),
    ("over", _bilan, PlacePosture(who="ana")),
    ("over", _bilan, Tally(question="forecast:1.1", yes=1, no=0)),
    ("over", _bilan, _place("ana", "bikes", "time")),
    ("over", _bilan, KeepWord(who="ana")),
    ("over", _bilan, Reopen(who="ana")),
    ("over", _bilan, PassTo(who="ana")),
    ("over", _bilan, People(participants=9)),
    ("over", _bilan, TakeSeat(who="cy")),
    ("over", _bilan, LeaveSeat(who="ana")),
    ("wrong-phase", _deciding, TakeSeat(who="cy")),
    ("wrong-phase", _deciding, LeaveSeat(who="ana")),
    ("simulated", session, LeaveSeat(who="cy")),
    ("unknown-character", session, LeaveSeat(who="zoe")),
    ("unknown-character", session, TakeSeat(who="zoe")),
    ("taken", session, TakeSeat(who="ana")),
    (
        "unknown-character",
        lambda: to("negotiation"),
        Promise(who="zoe", project="bikes", tokens=Tokens(time=1)),
    ),
    ("unknown-character", lambda: to("negotiation"), Ask(asker="zoe", asked="cy", project="bikes")),
    (
        "unknown-character",
        lambda: to("negotiation"),
        Promise(who="bo", project="bikes", tokens=Tokens(means=1), if_who="zoe", if_kind="time"),
    ),
    ("unknown-character", _deciding, _place("zoe", "bikes", "time")),
    ("unknown-character", _deciding, Confirm(who="zoe")),
    ("unknown-character", _deciding, PassTo(who="zoe")),
    ("unknown-character", lambda: to("debate", "map"), PlacePosture(who="zoe")),
    ("unknown-character", lambda: to("situation"), Tick(who="zoe", told=0, asked=0, heard=0, decided=0)),
    ("unknown-project", lambda: to("negotiation"), _bo("garden", means=1)),
    ("unknown-project", lambda: to("negotiation"), Ask(asker="ana", asked="cy", project="garden")),
    ("unknown-project", _deciding, _place("bo", "garden", "means")),
    ("unknown-promise", lambda: to("negotiation"), Withdraw(promise="1.9")),
    ("unknown-promise", lambda: _after(to("negotiation"), _bo(means=1)), Withdraw(promise="1.9")),
    ("unknown-promise", lambda: to("forecast"), Select(promises=("1.9",))),
    ("unknown-indicator", lambda: to("situation"), _room(changes={"glory": 1})),
    ("unknown-question", lambda: to("forecast"), Vote(question="verdict:1:1", voter=1, answer="yes")),
    ("unknown-question", lambda: to("debate", "vote"), Tally(question="verdict:1:2", yes=1, no=0)),
    ("unknown-table", lambda: to("forecast"), Tally(question="forecast:1.1", table="Z", yes=1, no=0)),
    ("unknown-table", session, OwnPlacing(when="before", table="Z", counts=COUNTS)),
    ("unknown-voter", lambda: to("forecast"), Vote(question="forecast:1.1", voter=13, answer="no")),
    ("unknown-act", lambda: to("debate"), PickAct(act="1.zoe")),
    ("unknown-note", session, EditNote(note=1, text="x")),
    ("unknown-note", lambda: to("bilan"), FollowUp(note=1, became="kept")),
    (
        "wrong-phase",
        lambda: _after(session(), Note(text="a", tag="commitment")),
        FollowUp(note=1, became="kept"),
    ),
    ("unknown-note", lambda: _after(session(), Note(text="a"), WithdrawNote(note=1)), WithdrawNote(note=1)),
    ("unknown-note", lambda: _after(session(), Note(text="a")), EditNote(note=2, text="x")),
    ("unknown-command", session, Undo(to=1)),
    ("unknown-command", lambda: to("situation"), Undo(to=2)),
    ("simulated", lambda: to("negotiation"), Promise(who="cy", project="bikes", tokens=Tokens(time=1))),
    ("simulated", lambda: _after(to("negotiation"), _bo(means=1)), Withdraw(promise="1.1")),
    ("simulated", lambda: to("negotiation"), Ask(asker="di", asked="cy", project="bikes")),
    ("simulated", lambda: to("negotiation", how=begin("demo")), _bo(means=1)),
    ("simulated", _deciding, Confirm(who="cy")),
    ("simulated", lambda: to("choice", how=begin("demo")), Confirm(who="cy")),
    ("simulated", lambda: to("debate", "map"), PlacePosture(who="cy")),
    ("simulated", lambda: to("debate", "map", begin("demo")), PlacePosture(who="cy")),
    ("not-simulated", lambda: to("negotiation"), Ask(asker="ana", asked="bo", project="bikes")),
    (
        "not-simulated",
        lambda: to("negotiation", how=begin(seats=dict.fromkeys(("ana", "bo", "cy", "di"), "held"))),
        Ask(asker="ana", asked="bo", project="bikes"),
    ),
    ("asks-itself", lambda: to("negotiation"), Ask(asker="ana", asked="ana", project="bikes")),
    (
        "already-asked",
        lambda: _after(to("negotiation"), Ask(asker="ana", asked="cy", project="bikes")),
        Ask(asker="ana", asked="cy", project="bikes"),
    ),
    ("unknown-project", lambda: to("negotiation"), _offering("garden", time=1)),
    ("empty-promise", lambda: to("negotiation"), _offering("bikes")),
    ("no-tokens", lambda: to("negotiation"), _offering("bikes", means=1)),
    ("not-needed", lambda: to("negotiation"), _offering("bikes", backing=1)),
    ("two-offers", lambda: to("negotiation"), _offering("bikes", next_round=True, time=1)),
    (
        "no-next-round",
        lambda: to("negotiation", rounds=2),
        Ask(asker="ana", asked="cy", project="bikes", next_round=True),
    ),
    ("nothing-to-take", lambda: to("negotiation"), Take(asker="ana", asked="cy", project="bikes")),
    ("all-announced", lambda: to("negotiation"), Announce()),
    ("already-promised", lambda: to("negotiation"), Ask(asker="ana", asked="di", project=_DIS)),
    ("no-tokens", lambda: to("negotiation"), _bo(time=1)),
    (
        "no-tokens",
        lambda: _after(to("negotiation"), _bo("clinic", means=2), _bo(means=1)),
        _bo("feast", means=1),
    ),
    ("no-tokens", _deciding, _place("bo", "bikes", "time")),
    ("empty-promise", lambda: to("negotiation"), _bo()),
    (
        "half-condition",
        lambda: to("negotiation"),
        Promise(who="bo", project="bikes", tokens=Tokens(means=1), if_who="ana"),
    ),
    (
        "own-condition",
        lambda: to("negotiation"),
        Promise(who="bo", project="bikes", tokens=Tokens(means=1), if_who="bo", if_kind="time"),
    ),
    (
        "cannot-give",
        lambda: to("negotiation"),
        Promise(who="ana", project="bikes", tokens=Tokens(time=1), if_who="bo", if_kind="time"),
    ),
    ("not-needed", lambda: to("negotiation"), _bo(means=2)),
    (
        "not-needed",
        lambda: _after(_deciding(), _place("bo", "bikes", "means")),
        _place("bo", "bikes", "means"),
    ),
    ("pact-alone", _sealing, _pact(other="ana")),
    ("pact-sealed", lambda: _after(_sealing(), _pact()), _pact()),
    ("pact-empty", _sealing, _pact(time=0)),
    ("pact-tokens", _sealing, _pact(time=3)),
    ("not-needed", _sealing, _pact(means=2)),
    ("wrong-phase", lambda: to("negotiation"), _pact()),
    ("carte-blanche-used", lambda: _after(to("situation"), _room()), _room()),
    ("carte-blanche-kinds", lambda: to("situation"), _room(cost={"time": 2})),
    ("carte-blanche-cost", lambda: to("situation"), _room(cost={"time": 12, "means": 1})),
    ("carte-blanche-nothing", lambda: to("situation"), _room(changes={"health": -1})),
    ("carte-blanche-points", lambda: to("situation"), _room(changes={"health": 4})),
    ("carte-blanche-gauge", lambda: to("situation"), _room(changes={"health": 7})),
    ("carte-blanche-common", lambda: to("situation"), _room(changes={"common": 5})),
    ("no-card-waiting", lambda: _after(to("negotiation"), _room()), _amend()),
    ("amended", lambda: _after(_proposed(), _amend()), _amend(who="bo", taken="work", given="health")),
    ("amended-by-the-game", lambda: _after(_learning(), _room(waits=True)), _amend()),
    ("amend-nothing", lambda: _proposed(), _amend(taken="work")),
    ("amend-nothing", lambda: _proposed(), _amend(given="health")),
    ("amend-nothing", lambda: _proposed(), _amend(part="cost", taken="time", given="gold")),
    ("carte-blanche-kinds", lambda: _proposed(), _amend(part="cost", taken="time", given="means")),
    ("carte-blanche-common", lambda: _proposed(changes={"health": 1, "common": 4}), _amend(given="common")),
    ("unknown-indicator", lambda: _proposed(), _amend(given="gold")),
    ("unknown-character", lambda: _proposed(), _amend(who="zoe")),
    ("simulated", lambda: _proposed(), _amend(who="cy")),
    ("twice-the-same", lambda: to("forecast"), Select(promises=("1.1", "1.1"))),
    (
        "already-voted",
        lambda: _after(to("forecast"), Tally(question="forecast:1.1", yes=1, no=0)),
        Select(promises=()),
    ),
    (
        "already-voted",
        lambda: _after(to("debate"), Tally(question="verdict:1:1", yes=1, no=0)),
        PickAct(act="1.ana"),
    ),
    ("already-sorted", lambda: _after(_trained(), SORTED), SORTED),
    ("already-shown", lambda: _after(to("forecast"), ShowForecasts()), ShowForecasts()),
    ("already-shown", lambda: _after(to("forecast"), ShowForecasts()), Select(promises=())),
    (
        "already-shown",
        lambda: _after(to("forecast"), ShowForecasts()),
        Tally(question="forecast:1.1", yes=1, no=0),
    ),
    ("nothing-to-show", lambda: _after(to("forecast"), Select(promises=())), ShowForecasts()),
    ("mirrored", lambda: _deciding(private_screen=False), PassTo(who="ana")),
    ("confirmed", lambda: _after(_deciding(), Confirm(who="bo")), _place("bo", "bikes", "means")),
    ("confirmed", lambda: _after(_deciding(), Confirm(who="bo")), KeepWord(who="bo")),
    ("confirmed", lambda: _after(_deciding(), Confirm(who="bo")), PassTo(who="bo")),
    ("confirmed", _decided, PassTo(who="bo")),
    ("confirmed", _decided, Confirm(who="bo")),
    ("confirmed", _decided, _place("bo", "bikes", "means")),
    ("not-confirmed", _deciding, Reopen(who="ana")),
    ("not-confirmed", lambda: _after(_deciding(), Confirm(who="bo")), Reopen(who="ana")),
    ("simulated", lambda: _after(_deciding(), Confirm(who="bo")), Reopen(who="cy")),
    ("nothing-placed", _deciding, _place("bo", "bikes", "means", -1)),
    ("choices-missing", _deciding, Advance()),
    ("not-chosen", _choosing, Advance()),
    ("wrong-counts", _choosing, Choose(method="show-of-hands")),
    ("wrong-phase", session, Choose(method="draw")),
    ("already-passed", _deciding, PassTo(who=None)),
    ("wrong-phase", lambda: session(begin("demo")), PassTo(who=None)),
    ("already-passed", lambda: _after(_deciding(), PassTo(who="bo")), PassTo(who="bo")),
    ("untimed", lambda: session(begin("training", "training")), Clock(action="pause")),
    ("paused", lambda: _after(session(), Clock(action="pause")), Clock(action="pause")),
    ("running", session, Clock(action="resume")),
]

BEGINNINGS: list[tuple[str, Begin]] = [
    ("unknown-character", begin(seats={"zoe": "held"})),
    ("unknown-character", begin(held_by={"zoe": ""})),
    ("too-few-characters", begin(seats={"ana": "held", "bo": "out", "cy": "out", "di": "out"})),
    ("same-tables", begin(tables=("A", "A"))),
    ("unknown-table", begin(tables=("A",), held_by={"ana": "Z"})),
    ("demo-held", begin().model_copy(update={"mode": "demo"})),
    ("training-held", begin("training", "training", seats={})),
]


@pytest.mark.parametrize(
    ("expected", "where", "command"), CASES, ids=[f"{c[0]}-{n}" for n, c in enumerate(CASES)]
)
def test_a_command_that_is_not_allowed_is_refused_by_its_reason(expected, where, command):
    whole = where()
    before = whole.game
    with pytest.raises(Refused) as refused:
        whole.do(command)
    assert refused.value.code == expected
    said = language.tr(procedure.REFUSALS[expected])
    wanted = re.sub(r"\\{\w+\\}", ".+", re.escape(said)).replace("de\\ .+", "(de\\ |d’).+")
    assert re.fullmatch(wanted, refused.value.sentence)
    assert whole.game is before


@pytest.mark.parametrize(("expected", "how"), BEGINNINGS)
def test_a_session_that_cannot_begin_says_why(expected, how):
    with pytest.raises(Refused) as refused:
        Session.create(scenario(), how, 1)
    assert refused.value.code == expected


def test_a_duration_that_the_scenario_does_not_offer_is_refused():
    short = scenario().model_copy(update={"durations": ("45",)})
    with pytest.raises(Refused) as refused:
        Session.create(short, begin(duration="90"), 1)
    assert refused.value.code == "unknown-duration"


@pytest.mark.parametrize("tables", [(), ("A", "B", "C")])
def test_nobody_forecasts_about_their_own_promise(tables):
    whole = to("negotiation", how=begin(tables=tables))
    promise(whole, "bo", "bikes", 0, 1, 0)
    whole.do(Advance())
    mine = next(p.id for p in whole.game.playing.promises if p.who == "bo")
    whole.do(Select(promises=(mine,)))
    question = f"forecast:{mine}"
    if tables:
        assert code(whole, Tally(question=question, table="B", yes=1, no=0)) == "own-promise"
        assert code(whole, Vote(question=question, table="B", voter=7, answer="yes")) == "own-promise"
        assert code(whole, Tally(question=question, table="A", yes=1, no=0)) == ""
    else:
        assert code(whole, Vote(question=question, voter=2, answer="yes")) == "own-promise"
        assert code(whole, Vote(question=question, voter=3, answer="yes")) == ""
    assert code(whole, Vote(question="verdict:1:1", voter=2, answer="yes")) == "unknown-question"


def test_refusals_name_the_character_and_say_what_it_can_give():
    with pytest.raises(Refused) as refused:
        to("negotiation").do(
            Promise(who="ana", project="bikes", tokens=Tokens(time=1), if_who="bo", if_kind="backing")
        )
    assert refused.value.sentence == "Bo n’a que ceci à donner\u00a0: des moyens."
    assert dict(to("negotiation").view(CONSOLE).allows("promise").gives)["bo"] == ("means",)
    asked = Ask(asker="ana", asked="cy", project="bikes")
    with pytest.raises(Refused) as refused:
        _after(to("negotiation"), asked).do(asked)
    assert refused.value.sentence.startswith("Cy a déjà répondu")
    with pytest.raises(Refused) as refused:
        _after(_deciding(), Confirm(who="bo")).do(Confirm(who="bo"))
    assert refused.value.sentence.startswith("Le choix de Bo est déjà confirmé")


def test_a_vote_that_tells_no_table_is_not_a_way_round_ones_own_promise():
    whole = to("negotiation", how=begin(tables=("A", "B", "C"), participants=9))
    promise(whole, "bo", "bikes", 0, 1, 0)
    whole.do(Advance())
    mine = next(p.id for p in whole.game.playing.promises if p.who == "bo")
    whole.do(Select(promises=(mine,)))
    question = f"forecast:{mine}"
    assert [code(whole, Vote(question=question, voter=n, answer="yes")) for n in (3, 4, 6, 7)] == [
        "", "own-promise", "own-promise", "",
    ]  # fmt: skip


def test_every_reason_has_a_case_and_its_sentence_in_english():
    elsewhere = {  # tested apart
        "read-only", "not-saved", "unknown-duration", "own-promise", "late", "not-yours", "taken",
        "hearing-used", "hears-itself", "not-heard", "no-backing", "already-verified",
        "nobody-to-verify", "elsewhere", "one-each", "not-a-place", "already-there",
        "walker-promised", "walked", "nobody-walks", "no-baton", "already-entrusted",
        "has-it-already", "no-clash", "already-first", "not-wanted-twice", "one-each-helps",
        "asked-by-members", "not-from-within", "no-corners", "not-a-corner", "not-a-guest",
        "already-invited", "guest-promised", "invited-once", "not-invited", "too-many-words", "own-corner",
        "not-your-corner", "no-ballot", "not-adopted", "not-eligible", "no-agenda", "nobody-chairs",
        "not-here", "agenda-too-long", "put-off",
    }  # fmt: skip
    tested = {c[0] for c in CASES} | {b[0] for b in BEGINNINGS} | elsewhere
    assert tested == set(procedure.REFUSALS)
    language.use("en")
    try:
        for expected, french in procedure.REFUSALS.items():
            assert language.tr(french) != french, expected
    finally:
        language.use("fr")


def test_a_damaged_session_refuses_everything_as_read_only():
    whole = session()
    whole.damage = "abîmé"
    assert whole.legal() == ()
    assert whole.view(CONSOLE).legal == ()
    assert code(whole, Advance()) == "read-only"


def test_a_sentence_is_in_the_language_in_use():
    language.use("en")
    try:
        with pytest.raises(Refused) as refused:
            to("choice").do(Advance())
        assert refused.value.sentence == "Some held characters have not confirmed their choice yet."
    finally:
        language.use("fr")


def test_going_back_is_not_for_a_game_without_its_past():
    game = replace(to("situation").game)
    with pytest.raises(LookupError):
        procedure.apply(game, Undo(to=1))
