"""The hearing: once a session, somebody stands and answers one question; the room says whether it did."""

from typing import Any

import pytest

from engine import numbers
from engine.content.model import Scenario, Tokens
from engine.fixed import ONE
from engine.play.commands import Advance, Begin, Hear, Promise, Tally, Undo, Vote
from engine.session.session import Session
from engine.view.types import CONSOLE, ROOM, Audience
from tests.engine import biting, small
from tests.engine.driving import Ticker, code, go
from tests.engine.test_view_secrets import text


def heard_in(how: Begin | None = None, scenario: Scenario | None = None, rounds: int = 0) -> Session:
    """A session that has come to a negotiation."""
    whole = Session.create(scenario or biting.scenario(), how or small.begin(), 7, now=Ticker())
    return go(whole, "negotiation", rounds=rounds)


def trusting(whole: Session, who: str, other: str, share: float) -> None:
    names = whole.game.names
    whole.game.state.trust[names.character(who), names.character(other)] = int(share * ONE)


def trust_in(whole: Session, who: str) -> list[int]:
    names = whole.game.names
    heard = names.character(who)
    return [t for i, t in enumerate(whole.game.state.trust[:, heard].tolist()) if i != heard]


def test_who_asks_spends_a_token_of_backing_and_somebody_stands() -> None:
    whole = heard_in()
    before = whole.game.tokens("ana")
    whole.do(Hear(asker="ana", heard="cy"))
    assert whole.game.table.phase == "hearing"
    assert whole.game.tokens("ana") == (before[0], before[1], before[2] - 1)
    view = whole.view(ROOM)
    assert view.hearing is not None
    assert view.hearing.question == "ASK-cy"
    assert "Cy" in view.hearing.asked
    assert dict(view.phase.steps).get("hearing") == "Audition"


@pytest.mark.parametrize(("share", "said"), [(0.4, "OPEN-cy"), (0.39, "SHUT-cy"), (1.0, "OPEN-cy")])
def test_a_simulated_character_answers_whom_it_trusts_enough_and_nobody_else(share: float, said: str) -> None:
    whole = heard_in()
    trusting(whole, "cy", "ana", share)
    whole.game.state.believes[...] = 0
    whole.do(Hear(asker="ana", heard="cy"))
    view = whole.view(ROOM)
    assert view.hearing is not None
    assert view.hearing.answer == said
    assert view.hearing.guideline == ""
    other = "SHUT-cy" if said == "OPEN-cy" else "OPEN-cy"
    for audience in (ROOM, CONSOLE, Audience("holder", "ana")):
        assert other not in text(whole.view(audience)), "what it did not say stays unsaid"


def test_a_presupposition_makes_it_dodge() -> None:
    whole = heard_in()
    trusting(whole, "cy", "ana", 0.7)
    names = whole.game.names
    whole.game.state.believes[names.character("cy"), names.character("ana")] = 1
    whole.do(Hear(asker="ana", heard="cy"))
    assert whole.view(ROOM).hearing.answer == "SHUT-cy"  # type: ignore[union-attr]


def test_whoever_holds_a_character_speaks_and_is_told_that_the_secret_may_come_out() -> None:
    whole = heard_in()
    whole.do(Hear(asker="ana", heard="bo"))
    view = whole.view(ROOM)
    assert view.hearing is not None
    assert view.hearing.answer == ""
    assert view.hearing.guideline == "Dites ce que vous voulez."
    assert "OPEN-bo" not in text(view)
    assert "SHUT-bo" not in text(view)


def test_no_answer_is_anywhere_before_somebody_is_heard() -> None:
    whole = heard_in()
    for audience in (ROOM, CONSOLE, Audience("holder", "ana")):
        seen = text(whole.view(audience))
        assert "OPEN-" not in seen
        assert "SHUT-" not in seen
    assert dict(whole.view(CONSOLE).may_hear)["cy"] == "ASK-cy", "what may be asked is no secret"


@pytest.mark.parametrize(
    ("yes", "no", "way"),
    [(9, 2, 1), (2, 9, -1), (6, 4, 0), (4, 4, 0), (0, 0, 0), (1, 0, 1), (0, 1, -1)],
    ids=["yes", "no", "divided", "level", "nobody", "one voice", "one voice against"],
)
def test_a_room_that_leans_moves_everybodys_trust_in_who_was_heard(yes: int, no: int, way: int) -> None:
    whole = heard_in()
    whole.do(Hear(asker="ana", heard="cy"))
    before = trust_in(whole, "cy")
    others = [trust_in(whole, who) for who in ("ana", "bo", "di")]
    whole.do(Tally(question="hearing:1", yes=yes, no=no))
    assert trust_in(whole, "cy") == before, "counted, not judged"
    whole.do(Advance())
    moves = [after - was for was, after in zip(before, trust_in(whole, "cy"), strict=True)]
    gained = [numbers.ANSWERED_GAIN * (ONE - was) // ONE for was in before]
    lost = [numbers.DODGED_LOSS * was // ONE for was in before]
    wanted = gained if way > 0 else [-n for n in lost] if way < 0 else [0] * len(before)
    assert all(abs(move - want) <= 1 for move, want in zip(moves, wanted, strict=True)), (moves, wanted)
    assert [trust_in(whole, who) for who in ("ana", "bo", "di")] == others
    said = whole.view(ROOM).hearing.said  # type: ignore[union-attr]
    assert (
        said
        == {
            1: "Cy a répondu, dit la salle. La confiance monte.",
            -1: "Cy n’a pas répondu, dit la salle. La confiance baisse.",
            0: "La salle ne tranche pas. La confiance ne bouge pas.",
        }[way]
    )


def test_the_negotiation_goes_on_where_it_was_in_the_time_that_is_left() -> None:
    whole = heard_in()
    clock = whole.clock
    assert isinstance(clock, Ticker)
    ends = whole.game.table.clock.ends
    promises, late = whole.game.playing.promises, whole.view(CONSOLE).clock.late
    assert ends is not None
    clock.now += 30
    whole.do(Hear(asker="ana", heard="cy"))
    assert whole.game.table.clock.ends == clock.now + numbers.HEARING
    assert whole.view(CONSOLE).clock.late == late, "the evening is as late as it was"
    clock.now += 80
    whole.do(Advance())
    whole.do(Advance())
    table = whole.game.table
    assert (table.phase, table.step) == ("negotiation", "")
    assert table.clock.ends == ends
    assert whole.game.playing.promises == promises, "nobody announces twice"
    promised = Promise(who="bo", project=whole.game.open[0], tokens=Tokens(means=1))
    assert code(whole, promised) in ("", "not-needed")


def test_a_paused_negotiation_has_as_much_time_left_after_it() -> None:
    from engine.play.commands import Clock

    whole = heard_in()
    clock = whole.clock
    assert isinstance(clock, Ticker)
    whole.do(Clock(action="pause"))
    left = whole.game.table.clock.left
    assert left is not None
    clock.now += 500
    whole.do(Hear(asker="ana", heard="cy"))
    asked = clock.now
    whole.do(Advance())
    whole.do(Advance())
    assert whole.game.table.clock.ends == asked + left


def test_it_is_once_a_session() -> None:
    whole = heard_in()
    whole.do(Hear(asker="ana", heard="cy"))
    assert code(whole, Hear(asker="ana", heard="di")) == "wrong-phase", "one question at a time"
    go(whole, "negotiation", rounds=2)
    assert code(whole, Hear(asker="ana", heard="di")) == "hearing-used"
    assert whole.view(CONSOLE).allows("hear") is None


@pytest.mark.parametrize(
    ("asker", "heard", "why"),
    [("ana", "ana", "hears-itself"), ("ana", "zoe", "unknown-character"), ("cy", "ana", "simulated"),
     ("bo", "cy", "no-backing")],
)  # fmt: skip
def test_what_is_no_hearing_is_refused(asker: str, heard: str, why: str) -> None:
    assert code(heard_in(), Hear(asker=asker, heard=heard)) == why


def test_backing_that_is_promised_cannot_be_spent() -> None:
    whole = heard_in()
    desk = next((p for p in whole.game.open if whole.game.lack(p)[2]), None)
    assert desk is not None
    whole.do(Promise(who="ana", project=desk, tokens=Tokens(backing=1)))
    assert code(whole, Hear(asker="ana", heard="cy")) == "no-backing"


def test_who_is_heard_does_not_judge_the_answer() -> None:
    whole = heard_in(small.begin(participants=6))
    whole.do(Hear(asker="ana", heard="bo"))
    voter = whole.game.held.index("bo") + 1
    assert code(whole, Vote(question="hearing:1", voter=voter, answer="yes")) == "own-promise"
    assert whole.view(CONSOLE).hearing.counts.expected == 5  # type: ignore[union-attr]


def test_a_scenario_without_one_offers_none_and_has_no_such_step() -> None:
    whole = heard_in(scenario=small.scenario())
    assert code(whole, Hear(asker="ana", heard="cy")) == "wrong-phase"
    assert "hearing" not in dict(whole.view(CONSOLE).phase.steps)
    phases = ("situation", "negotiation", "choice", "reveal")
    listed = heard_in(scenario=biting.scenario(phases=phases))
    assert code(listed, Hear(asker="ana", heard="cy")) == "wrong-phase"


def test_whom_nothing_is_written_for_is_heard_only_where_somebody_holds_them() -> None:
    hearing = biting.scenario().hearing
    assert hearing is not None
    written = {who: hearing.heard[who] for who in ("ana", "di")}
    scenario = biting.scenario().model_copy(update={"hearing": hearing.model_copy(update={"heard": written})})
    whole = heard_in(scenario=scenario)
    assert code(whole, Hear(asker="ana", heard="cy")) == "not-heard"
    assert code(whole, Hear(asker="ana", heard="bo")) == ""
    assert whole.view(ROOM).hearing.question == ""  # type: ignore[union-attr]


def test_it_can_be_gone_back_on_and_asked_again() -> None:
    whole = heard_in()
    number, trust, tokens = whole.game.table.number, trust_in(whole, "cy"), whole.game.tokens("ana")
    whole.do(Hear(asker="ana", heard="cy"))
    whole.do(Tally(question="hearing:1", yes=9, no=1))
    whole.do(Advance())
    whole.do(Undo(to=number))
    assert (trust_in(whole, "cy"), whole.game.tokens("ana")) == (trust, tokens)
    assert code(whole, Hear(asker="ana", heard="di")) == ""


def test_who_is_alone_hears_somebody_and_is_told_why_it_answered() -> None:
    how = Begin.model_validate(
        {"duration": "training", "mode": "training", "seats": {"ana": "held"}, "participants": 1}
    )
    whole = heard_in(how)
    trusting(whole, "cy", "ana", 0.1)
    whole.do(Hear(asker="ana", heard="cy"))
    view = whole.view(ROOM)
    assert view.hearing is not None
    assert view.hearing.asked == "Vous demandez à entendre Cy, pour un jeton d’appui."
    assert (view.hearing.answer, view.hearing.why) == ("SHUT-cy", "")
    whole.do(Vote(question="hearing:1", voter=1, answer="no"))
    whole.do(Advance())
    why = whole.view(ROOM).hearing.why  # type: ignore[union-attr]
    assert why == "Cy ne vous fait pas assez confiance pour dire ce qui compte."
    whole.do(Advance())
    assert whole.game.table.phase == "negotiation"


def test_the_journal_and_the_transcript_tell_it() -> None:
    from engine.transcript.story import lines

    whole = heard_in()
    start = whole.game.table.number
    steps: list[Any] = [(Advance(), whole.view(ROOM))]
    for command in (
        Hear(asker="ana", heard="cy"),
        Tally(question="hearing:1", yes=7, no=1),
        Advance(),
        Advance(),
    ):
        whole.do(command)
        steps.append((command, whole.view(ROOM)))
    said = [line.sentence for line in whole.log("fr")[start:]]
    assert said[0] == "Ana demande à entendre Cy, pour un jeton d’appui."
    assert said[2] == "Cy a répondu, dit la salle. La confiance monte."
    story = "\n".join(list(lines(steps, "fr"))[5:])
    for part in ("Audition", "ASK-cy", "7 oui, 1 non", "Cy a répondu, dit la salle."):
        assert part in story, part
    assert story.count("demande") == 1, "the projects are not told twice"
