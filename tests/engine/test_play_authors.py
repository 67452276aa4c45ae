"""Who may do what: whoever leads everything, the others what is theirs, and nobody what is over."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.content.model import Tokens
from engine.play.actors import FACILITATOR, Actor
from engine.play.commands import (
    Advance,
    Command,
    Confirm,
    Finish,
    Note,
    PassTo,
    Place,
    Promise,
    Undo,
    Vote,
    Withdraw,
    author_in,
    from_json,
    to_json,
)
from engine.play.legal import Refused
from engine.play.procedure import RULES
from engine.session.session import Session
from engine.view.types import CONSOLE, ROOM, Audience
from tests.engine.driving import Ticker, go, session, to
from tests.engine.legal_moves import legal_command
from tests.engine.small import begin, scenario

ANA, BO = Actor("holder", who="ana"), Actor("holder", who="bo")


def code(whole: Session, command: Command, by: Actor = FACILITATOR, on: int | None = None) -> str:
    """Why a command is refused; "" where it is not."""
    try:
        whole.do(command, by, on)
    except Refused as refused:
        return refused.code
    return ""


def kinds(whole: Session, by: Actor) -> set[str]:
    return {option.kind for option in whole.legal(by)}


def promising(who: str, whole: Session) -> Promise:
    """One token of what they have, where it is needed."""
    option = next(option for option in whole.legal() if option.kind == "promise")
    free, needs = dict(option.limits)[who], dict(option.needs)
    kinds_of = ("time", "means", "backing")
    choices = [(p, k) for p in option.projects for k in kinds_of if getattr(needs[p], k) and getattr(free, k)]
    project, kind = choices[0]
    return Promise(who=who, project=project, tokens=Tokens(**{kind: 1}))


def test_a_holder_promises_and_takes_back_what_is_theirs_alone():
    whole = to("negotiation")
    made = promising("ana", whole)
    assert code(whole, made, BO) == "not-yours"
    assert code(whole, made, ANA) == ""
    number = next(p.id for p in whole.game.playing.promises if p.who == "ana")
    assert code(whole, Withdraw(promise=number), BO) == "not-yours"
    assert code(whole, Withdraw(promise=number), ANA) == ""


@pytest.mark.parametrize("command", [Advance(), Finish(), Undo(to=1)], ids=lambda c: c.kind)
def test_only_who_leads_goes_on_ends_or_goes_back(command: Command):
    whole = to("negotiation")
    assert code(whole, command, ANA) == "not-yours"
    assert command.kind not in kinds(whole, ANA)
    assert command.kind in kinds(whole, FACILITATOR)


def test_who_trains_alone_leads_their_own_session():
    whole = session(begin(mode="training", duration="training", tables=(), participants=1))
    assert {"advance", "finish"} <= kinds(whole, ANA)
    assert code(whole, Advance(), ANA) == ""


def test_a_holder_places_and_confirms_for_themself_alone():
    whole = to("choice")
    assert code(whole, Place(who="bo", project="clinic", token="means", by=1), ANA) == "not-yours"
    assert code(whole, Place(who="bo", project="clinic", token="means", by=1), BO) == ""
    assert code(whole, Confirm(who="bo"), ANA) == "not-yours"
    place = next(option for option in whole.legal(BO) if option.kind == "place")
    assert place.who == ("bo",)
    assert {who for who, _ in place.limits} == {"bo"}
    assert not any(option.kind == "place" and option.holds for option in whole.legal(ANA))


def test_who_has_the_computer_gives_it_back_and_hands_it_to_nobody():
    whole = to("choice")
    assert not any(option.kind == "pass-to" for option in whole.legal(ANA))
    whole.do(PassTo(who="ana"))
    assert not any(option.kind == "pass-to" for option in whole.legal(BO))
    mine = next(option for option in whole.legal(ANA) if option.kind == "pass-to")
    assert (mine.who, mine.ids) == ((), ("back",))
    assert code(whole, PassTo(who="bo"), ANA) == "not-yours"
    assert code(whole, PassTo(who=None), BO) == "not-yours"
    assert code(whole, PassTo(who=None), ANA) == ""


def test_a_participant_answers_under_their_own_number_and_anybody_may_say_a_word():
    whole = to("debate")
    question = f"verdict:{whole.game.playing.number}:1"
    second = Actor("voter", voter=2)
    assert kinds(whole, second) == {"vote", "note"}
    assert code(whole, Vote(question=question, voter=1, answer="yes"), second) == "not-yours"
    assert code(whole, Vote(question=question, voter=2, answer="yes"), second) == ""
    assert code(whole, Note(text="C’est vrai."), second) == ""


def test_what_answers_to_a_question_that_is_closed_comes_too_late():
    whole = to("debate")
    seen, question = whole.game.table.number, f"verdict:{whole.game.playing.number}:1"
    whole.do(Advance())
    answer = Vote(question=question, voter=2, answer="yes")
    assert code(whole, answer, Actor("voter", voter=2), seen) == "late"
    assert code(whole, Advance(), FACILITATOR, seen) == "late"
    assert code(whole, Note(text="Je voulais le dire avant."), FACILITATOR, seen) == ""
    assert code(whole, Advance(), FACILITATOR, whole.game.table.number) == ""


def test_a_number_that_no_command_has_is_late_too():
    assert code(to("negotiation"), Advance(), FACILITATOR, 4000) == "late"


def test_what_others_did_meanwhile_in_the_same_step_makes_nobody_late():
    whole = to("negotiation")
    seen = whole.game.table.number
    whole.do(promising("ana", whole))
    assert code(whole, promising("bo", whole), BO, seen) == ""


def test_the_file_keeps_who_gave_a_command_and_takes_what_earlier_versions_wrote(tmp_path):
    path = tmp_path / "a.coop"
    whole = go(Session.create(scenario(), begin(), 7, path, Ticker()), "negotiation")
    whole.do(promising("ana", whole), ANA)
    whole.close()
    again = Session.open(path)
    again.close()
    assert again.authors[-1] == ANA
    assert set(again.authors[:-1]) == {FACILITATOR}
    assert author_in('{"kind":"advance"}') == FACILITATOR
    assert "author" not in to_json(Advance())
    assert from_json(to_json(Advance(), Actor("voter", voter=3))) == Advance()
    for author in (FACILITATOR, ANA, Actor("voter", voter=12)):
        assert author_in(to_json(Advance(), author)) == author
    with pytest.raises(ValueError, match="nobody"):
        author_in('{"kind":"advance","author":"nobody:3"}')


@pytest.mark.parametrize("audience", [ROOM, CONSOLE, Audience("holder", "ana")], ids=str)
def test_a_window_offers_to_go_on_only_to_who_leads(audience: Audience):
    offered = {option.kind for option in to("negotiation").view(audience).legal}
    leads = audience.kind != "holder"
    assert ("advance" in offered, "undo" in offered) == (leads, leads)


def test_every_command_says_who_may_give_it_and_the_choices_are_secret():
    assert {kind for kind, rule in RULES.items() if rule.secret} == {
        "place",
        "confirm",
        "keep-word",
        "reopen",
        "mark",
    }
    assert {kind for kind, rule in RULES.items() if "voter" in rule.who} == {"vote", "note"}


@settings(max_examples=30)
@given(st.data())
def test_who_does_only_what_is_legal_is_never_refused(data: st.DataObject):
    """A client that knows nothing but the list: every command within its bounds is accepted."""
    by = data.draw(st.sampled_from((FACILITATOR, FACILITATOR, ANA, BO, Actor("voter", voter=2))))
    whole = to(data.draw(st.sampled_from(("negotiation", "forecast", "choice", "debate"))))
    for _ in range(12):
        options = [option for option in whole.legal(by) if option.kind not in ("finish", "undo", "advance")]
        command = legal_command(data.draw, whole.game, data.draw(st.sampled_from(options)))
        if command is not None:
            whole.do(command, by)
