"""A session that plays itself: legal from end to end, the same for the same seed, voters and all."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

import pytest

from engine import demo
from engine.content import library
from engine.content.model import DURATIONS
from engine.play.commands import Advance, Ask, Command, Hear, OwnPlacing, Tick, Vote
from engine.session.session import Session
from engine.view.types import CONSOLE, View
from tests.engine.driving import Ticker
from tests.engine.small import begin, scenario

pytestmark = pytest.mark.no_cover  # lines that other tests walk


@cache
def played(duration: str) -> Sequence[tuple[Command, View]]:
    """One demonstration, watched to its end, for all that only look at it."""
    return tuple(demo.play(scenario(), 3, duration))


@pytest.mark.parametrize("duration", DURATIONS)
def test_a_demonstration_reaches_its_bilan_at_every_duration(duration):
    last = played(duration)[-1][1]
    assert last.phase.kind == "bilan"
    assert last.ending is not None
    assert last.phase.round == last.phase.rounds == {"45": 2, "90": 3, "150": 4, "training": 6}[duration]
    assert last.results is not None


def test_the_same_seed_gives_the_same_session_and_another_seed_another():
    one, same, other = (demo.session(scenario(), seed) for seed in (3, 3, 4))
    for session in (one, same, other):
        list(demo.moves(session))
    assert one.game.to_data() == same.game.to_data()
    assert one.game.digest() != other.game.digest()


def test_everybody_votes_on_everything_that_is_asked():
    commands = [command for command, _ in played("45")]
    votes = Counter(c.question for c in commands if isinstance(c, Vote))
    assert set(votes.values()) == {demo.PEOPLE}
    assert {"verdict:1:1", "verdict:1:2", "statement:1", "verdict:2:2"} <= set(votes)
    assert sum(question.startswith("forecast:1.") for question in votes) in (1, 2, 3)
    assert sum(isinstance(c, OwnPlacing) for c in commands) == 2
    assert sum(isinstance(c, Tick) for c in commands) == 8
    assert any(isinstance(c, Ask) for c in commands)


def test_it_begins_with_begin_and_can_be_watched_from_the_console_in_english():
    steps = list(demo.play(scenario(), 3, language="en", audience=CONSOLE))
    assert steps[0][0].kind == "begin"
    assert steps[1][1].console is not None
    assert steps[0][1].phase.title == "Welcome"


def test_simulated_people_can_hold_characters_too_and_never_judge_their_own_promise():
    session = Session.create(scenario(), begin(participants=6), 5, now=Ticker())
    commands = list(demo.moves(session))
    assert session.game.table.phase == "bilan"
    assert any(c.kind == "promise" for c in commands)
    assert any(c.kind == "keep-word" for c in commands)
    kept = [r.given for r in session.game.table.rounds]
    assert all("ana" in given for given in kept)


@pytest.mark.parametrize("seed", [13, 22, 26, 33])
def test_somebody_is_heard_for_a_token_that_no_request_has_taken(seed):
    """Whoever would have asked to hear somebody may have promised their last token of backing meanwhile."""
    shipped = library.load("le-rez-de-chaussee").scenario
    whole = demo.session(shipped, seed, "45")
    assert sum(isinstance(command, Hear) for command in demo.moves(whole, voters=False)) <= 1
    assert whole.game.table.phase == "bilan"


@pytest.mark.parametrize("slug", ["le-rez-de-chaussee", "quatre-tables", "place-en-chantier"])
def test_people_ask_for_what_is_still_wanted_of_somebody_who_could_give_it(slug):
    answers = [
        answer for whole in ended(slug) for record in whole.game.table.rounds for answer in record.answers
    ]
    refused = {answer.why.reason for answer in answers if not any(answer.accepted)}
    assert len(answers) >= 10
    assert not refused & {"full", "unfit", "elsewhere"}


def test_those_who_are_heard_are_not_always_the_same():
    heard = [
        record.hearing.heard
        for whole in ended("jardins-et-boites-a-livres")
        for record in whole.game.table.rounds
        if record.hearing
    ]
    assert len(heard) >= 5
    assert len(set(heard)) >= 3


@pytest.mark.parametrize("slug", ["de-quatre-a-neuf", "place-en-chantier"])
def test_nobody_pays_to_hear_somebody_with_a_token_that_a_pact_asks_for(slug):
    for whole in ended(slug):
        for record in whole.game.table.rounds:
            payer = record.hearing.asker if record.hearing else ""
            owed = next((p for p in record.pacts if payer in (p.who, p.other)), None)
            if owed:
                project, tokens = (
                    (owed.project, owed.tokens)
                    if owed.who == payer
                    else (owed.other_project, owed.other_tokens)
                )
                aloud = sum(p.tokens[2] for p in record.promises if p.who == payer)
                same = sum(p.tokens[2] for p in record.promises if (p.who, p.project) == (payer, project))
                left = record.tokens[whole.game.names.character(payer)][2]
                assert left >= aloud + max(0, tokens[2] - same)


@cache
def ended(slug: str) -> tuple[Session, ...]:
    """Some demonstrations of a shipped scenario, played to their end."""
    whole = [demo.session(library.load(slug).scenario, seed, "45") for seed in range(40, 48)]
    for one in whole:
        list(demo.moves(one, voters=False))
    return tuple(whole)


def test_it_goes_on_from_wherever_a_session_stands():
    session = demo.session(scenario(), 3)
    for _ in range(3):
        session.do(Advance())
    list(demo.moves(session))
    assert session.game.table.phase == "bilan"
    assert next(demo.moves(session)).kind == "own-placing", "at the Bilan only words and placings are left"


def test_a_demonstration_can_be_kept(tmp_path):
    last = list(demo.play(scenario(), 3, path=tmp_path / "demo.coop"))[-1][1]
    again = Session.open(tmp_path / "demo.coop")
    assert again.view(last.audience) == last
    again.close()


def test_its_clock_follows_the_plan():
    last = played("90")[-1][1]
    assert abs(last.clock.late) < 60
    assert last.clock.session_started == demo.START
