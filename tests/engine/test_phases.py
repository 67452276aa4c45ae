"""Phases: one object each, listed by scenarios; a made-up one registered from outside goes where they go."""

from collections.abc import Iterator
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from engine import demo, outline
from engine.check import status
from engine.content.model import Scenario
from engine.outline import OUTLINES, schedule, usual
from engine.play import phases, procedure
from engine.play.commands import Advance, Begin, KeepWord, TakeSeat, Tally, Undo, Vote, from_json, to_json
from engine.play.game import Game
from engine.play.phases import PHASES
from engine.session.session import Session
from engine.telling.phases import next_label
from engine.transcript import story
from engine.view import of
from engine.view.types import CONSOLE, ROOM
from tests.engine import examples, made_up_phase, small
from tests.engine.driving import Ticker, code, go

SIX = ("situation", "negotiation", "forecast", "choice", "reveal", "debate")
WITH = ("situation", "negotiation", "forecast", "choice", "reveal", "circle", "debate")


@pytest.fixture
def circle() -> Iterator[None]:
    """The made-up phase, for a while."""
    phases.register(made_up_phase.OUTLINE, made_up_phase.PHASE)
    yield
    phases.forget("circle")


def session(*listed: str, how: Begin | None = None) -> Session:
    """A small session, in memory, whose rounds have these phases."""
    scenario = small.scenario().model_copy(update={"phases": listed})
    return Session.create(scenario, how or small.begin(), 7, now=Ticker())


def walked(whole: Session) -> list[tuple[str, str]]:
    """Every phase and step of a session played to its Bilan, in order."""
    seen = [(whole.game.table.phase, whole.game.table.step)]
    while whole.game.table.phase != "bilan":
        for who in whole.game.held if whole.game.table.phase == "choice" else ():
            whole.do(KeepWord(who=who))
        whole.do(Advance())
        seen.append((whole.game.table.phase, whole.game.table.step))
    return seen


# ---- The registry -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", OUTLINES)
def test_every_phase_has_its_words_in_both_languages(kind: str) -> None:
    from engine.language import using

    game = session().game
    for language in ("fr", "en"):
        with using(language):  # type: ignore[arg-type]
            assert PHASES[kind].title("")
            assert PHASES[kind].opens(game)
    assert PHASES[kind].kind == kind


def test_every_kind_of_command_can_be_given_in_some_phase_and_no_phase_lists_another() -> None:
    listed = {kind for kind, rule in procedure.RULES.items() if rule.when == "listed"}
    assert set().union(*(phase.commands for phase in PHASES.values())) == listed


ROUND = (
    ("Commencer le premier tour", "Situation : Situation rain"),
    ("Ouvrir la négociation", "Étape : Négociation"),
    ("Clore la négociation", "Étape : Pronostic"),
    ("Montrer les pronostics", "Pronostics montrés"),
    ("Passer aux choix secrets", "Étape : Choix secrets"),
    ("Révéler les choix", "Étape : Révélation"),
    ("Ouvrir le débat", "Étape : Débat"),
    ("Ouvrir la discussion", "Débat : discussion"),
    ("Revoter", "Débat : second vote"),
    ("Qui est où, maintenant ?", "Débat : carte des postures"),
)
"""A first round, forecasts shown early: what going on is called, and what the journal says of it."""


def test_a_round_is_told_step_by_step_as_it_is_gone_through() -> None:
    whole, told = session(how=small.begin(forecasts_shown="before")), []
    for _ in ROUND:
        for who in whole.game.held if whole.game.table.phase == "choice" else ():
            whole.do(KeepWord(who=who))
        said = next_label(whole.game)
        whole.do(Advance())
        told.append((said, whole.log("fr")[-1].sentence))
    assert tuple((_plain(said), _plain(sentence)) for said, sentence in told) == ROUND
    assert whole.game.table.step == "map"


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_every_step_of_a_session_says_where_it_is_and_what_going_on_would_do() -> None:
    whole = session(how=small.begin(forecasts_shown="before"))
    while whole.game.table.phase != "bilan":
        for who in whole.game.held if whole.game.table.phase == "choice" else ():
            whole.do(KeepWord(who=who))
        said, before = next_label(whole.game), len(whole.log("fr"))
        whole.do(Advance())
        assert said
        assert whole.log("fr")[before].sentence


def test_a_phase_that_is_there_already_is_refused(circle: None) -> None:
    with pytest.raises(ValueError, match="already"):
        phases.register(made_up_phase.OUTLINE, made_up_phase.PHASE)
    with pytest.raises(ValueError, match="planned as"):
        phases.register(outline.Outline("square", "round"), made_up_phase.PHASE)
    assert "square" not in OUTLINES


# ---- A scenario lists its phases --------------------------------------------------------------------------


def test_a_scenario_that_lists_nothing_is_played_as_always() -> None:
    assert small.scenario().phases == ()
    passed_over = {"choose", "hearing"}  # where nothing is to be chosen, and nobody is heard
    assert usual() == (SIX[0], "choose", SIX[1], "hearing", *SIX[2:])
    assert tuple(kind for kind in usual() if kind not in passed_over) == SIX
    assert [kind for kind, step in walked(session()) if step in ("", "ask", "vote")][1:7] == list(SIX)


def test_a_scenario_may_leave_out_the_forecasts_and_the_debate() -> None:
    whole = session("situation", "negotiation", "choice", "reveal")
    kinds = [kind for kind, _ in walked(whole)]
    assert {"forecast", "debate"} & set(kinds) == set()
    assert len(whole.game.records) == schedule("45").rounds
    assert whole.game.table.outcome is not None


def test_where_there_is_no_debate_the_map_is_shown_with_the_reveal() -> None:
    whole = go(session("situation", "negotiation", "choice", "reveal"), "reveal")
    assert of(whole.game, ROOM).map is not None


def test_an_evening_lasts_as_long_as_its_phases() -> None:
    assert schedule("90").total == 90
    assert schedule("90", ("situation", "negotiation", "choice", "reveal", "debate")).total == 90 - 3 * 2
    assert schedule("training").total == 0


def test_who_chairs_takes_a_minute_of_the_negotiation_and_none_of_the_evening():
    with_a_chair = ("situation", "agenda", "negotiation", "forecast", "choice", "reveal", "debate")
    for duration in ("45", "90", "150"):
        plan, without = schedule(duration, with_a_chair), schedule(duration)
        assert plan.total == without.total == int(duration)
        assert plan.of("agenda") == 1
        assert plan.of("negotiation") == without.of("negotiation") - 1


@given(st.permutations(SIX), st.integers(0, 6), st.integers(0, 6))
@settings(max_examples=60)
def test_a_list_is_a_round_only_in_an_order_that_can_be_played(
    order: list[str], first: int, several: int
) -> None:
    listed = tuple(order[first : first + several])
    given_ = {**small.scenario().model_dump(by_alias=True), "phases": listed}
    if any(outline.flaws(listed)) and listed:
        with pytest.raises(ValidationError):
            Scenario.model_validate(given_)
        return
    whole = session(*Scenario.model_validate(given_).phases)
    walked(whole)
    assert len(whole.game.records) == 2, "every round was decided and revealed"


def test_only_the_orders_that_keep_cause_before_effect_are_rounds() -> None:
    needed = ("situation", "negotiation", "choice", "reveal")
    assert [order for order in permutations(needed) if not any(outline.flaws(order))] == [needed]
    assert [flaw.why for flaw in outline.flaws(("situation", "situation"))] == ["twice"] + ["missing"] * 3


def test_the_checker_knows_which_phases_want_notes(tmp_path) -> None:
    folder = examples.good(tmp_path)
    card = folder / "scenario.yaml"
    listed = "phases: [situation, negotiation, choice, reveal, debate]\n"
    card.write_text(listed + card.read_text("utf-8"), "utf-8")
    told = [d for d in status(folder) if d.code == "notes-missing"]
    assert not any("forecast" in d.expected for d in told)


# ---- A made-up phase --------------------------------------------------------------------------------------


def test_a_made_up_phase_is_played_in_every_round_where_a_scenario_lists_it(circle: None) -> None:
    kinds = [at for at in walked(session(*WITH)) if at[0] in ("reveal", "circle", "debate")]
    one = [("reveal", ""), ("circle", "ask"), ("circle", "heard")]
    one += [("debate", step) for step in ("vote", "talk", "revote", "map")]
    assert kinds == one * 2
    assert "circle" not in {kind for kind, _ in walked(session())}, "nobody else has it"


def test_the_room_answers_a_made_up_phase_and_its_counts_wait_until_it_is_over(circle: None) -> None:
    whole = go(session(*WITH), "circle")
    assert code(whole, Vote(question="heard:2", voter=1, answer="yes")) == "unknown-question"
    whole.do(Vote(question="heard:1", voter=1, answer="yes"))
    assert of(whole.game, ROOM).own == (1, None)
    assert whole.log("fr")[-1].sentence == "Tour de parole\u00a0: 1 réponse reçue"
    whole.do(Advance())
    assert of(whole.game, ROOM).own == (1, 1)
    assert code(whole, Tally(question="heard:1", yes=1, no=0, unsure=0)) == "wrong-phase"
    assert whole.log("fr")[-1].sentence == "Tour de parole : ce qu’on a entendu"


def test_a_made_up_phase_has_its_place_its_minutes_and_its_words(circle: None) -> None:
    whole = go(session(*WITH), "reveal")
    assert of(whole.game, ROOM).phase.next_label == "Faire le tour"
    whole.do(Advance())
    view = of(whole.game, CONSOLE)
    assert [kind for kind, _ in view.phase.steps] == list(WITH)
    assert (view.phase.title, view.phase.minutes, view.phase.next_label) == (
        "Tour de parole", 2, "Lire les réponses",
    )  # fmt: skip
    assert view.reveal is not None, "what was revealed stays to be read"
    assert schedule("45", WITH).total == 45 + 2 * 2
    assert view.clock.planned_end == view.clock.session_started + 60.0 * 49


def test_before_the_reveal_a_made_up_phase_tells_nothing_of_it(circle: None) -> None:
    whole = go(session("situation", "circle", "negotiation", "choice", "reveal", "debate"), "circle")
    assert of(whole.game, ROOM).reveal is None
    assert code(whole, TakeSeat(who=whole.game.simulated[0])) == ""
    assert of(go(whole, "negotiation").game, ROOM).phase.kind == "negotiation"


def test_a_demonstration_answers_a_made_up_phase_too_and_the_transcript_tells_it(circle: None) -> None:
    scenario = small.scenario().model_copy(update={"phases": WITH})
    steps = list(demo.play(scenario, 3))
    told = list(story.lines(steps))
    assert "## Tour 1 sur 2 · Tour de parole" in told
    assert "Tour de parole : 0 réponses." in told
    votes = {c.question for c, _ in steps if isinstance(c, Vote)}
    assert {"heard:1", "heard:2"} <= votes


def test_a_session_with_a_made_up_phase_is_kept_and_comes_back(circle: None, tmp_path) -> None:
    scenario = small.scenario().model_copy(update={"phases": WITH})
    path = tmp_path / "seance.coop"
    whole = Session.create(scenario, small.begin(), 7, path, now=Ticker())
    go(whole, "circle")
    whole.do(Vote(question="heard:1", voter=2, answer="no"))
    before = whole.game.digest()
    whole.close()
    again = Session.open(path, now=Ticker())
    assert again.game.digest() == before
    assert again.game.scenario.phases == WITH
    again.close()


def test_what_came_before_the_circle_can_be_gone_back_to(circle: None) -> None:
    whole = go(session(*WITH), "circle")
    number = whole.game.table.number
    whole.do(Vote(question="heard:1", voter=1, answer="yes"))
    whole.do(Undo(to=number))
    assert whole.game.table.ballots == {}


@pytest.mark.no_cover  # lines that other tests walk
@given(place=st.integers(1, 6))
@settings(max_examples=6)
def test_wherever_it_stands_in_the_round_the_session_is_played_to_its_end(place: int) -> None:
    phases.register(made_up_phase.OUTLINE, made_up_phase.PHASE)
    try:
        whole = session(*SIX[:place], "circle", *SIX[place:])
        assert ("circle", "ask") in walked(whole)
        for game in whole.history:
            assert _whole(game)
    finally:
        phases.forget("circle")


def _whole(game: Game) -> bool:
    """Whether everybody has a view of a game in both languages."""
    return all(of(game, audience, language) for audience in (ROOM, CONSOLE) for language in ("fr", "en"))


def test_a_question_of_a_phase_goes_through_the_journal() -> None:
    command = Vote(question="heard:12", voter=3, answer="unsure")
    assert from_json(to_json(command)) == command
