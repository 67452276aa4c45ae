"""The Bilan of real sessions of the shipped scenario."""

from functools import cache

import numpy as np
import pytest

from engine import language
from engine.debrief.alternatives import branch
from engine.debrief.build import bilan
from engine.debrief.types import Bilan
from engine.play.commands import (
    Advance,
    Answer,
    Begin,
    Confirm,
    Finish,
    Note,
    OwnPlacing,
    PlacePosture,
    Tally,
    Tick,
    Undo,
    Vote,
    WithdrawNote,
)
from engine.session.session import Session
from tests.engine.driving import on
from tests.shipped import shipped

FATOU, MARC = "habitante-conseil-citoyen", "bailleur-charge-de-secteur"


@pytest.fixture(autouse=True)
def _french() -> None:
    language.use("fr")


def begun(seed: int = 7, **more: object) -> Session:
    options = {"duration": "90", "mode": "demo", "seats": {}, "participants": 12, **more}
    return Session.create(shipped("au-lendemain-de-la-crue"), Begin.model_validate(options), seed)


def until(session: Session, phase: str, step: str = "") -> None:
    """Go on until the session stands there."""
    while (session.game.table.phase, session.game.table.step) != (phase, step):
        on(session)


@cache
def finished() -> tuple[Session, Bilan]:
    """A whole session in which the room answered everything that it was asked in the first round."""
    session = begun()
    language.use("fr")
    session.do(OwnPlacing(when="before", counts=(4, 4, 4, 0, 0, 0, 0)))
    until(session, "forecast", "ask")
    for promise in session.game.playing.selected:
        session.do(Tally(question=f"forecast:{promise}", yes=11, no=1))
    until(session, "debate", "vote")
    session.do(Tick(who=FATOU, told=3, asked=3, heard=2, decided=0))
    session.do(Tally(question="verdict:1:1", yes=2, no=10))
    session.do(Note(text="Ils n’ont rien demandé à personne."))
    session.do(Note(text="Le facteur.", tag="missing"))
    session.do(Note(text="À retirer."))
    session.do(WithdrawNote(note=session.game.table.notes[-1].id))
    until(session, "debate", "revote")
    session.do(Tally(question="verdict:1:2", yes=7, no=5))
    session.do(Tally(question="statement:1", yes=3, no=1))
    until(session, "bilan")
    session.do(OwnPlacing(when="after", counts=(0, 0, 0, 4, 4, 4, 0)))
    return session, bilan(session.game)


def test_each_measure_has_one_entry_for_each_round_played() -> None:
    session, result = finished()
    assert result.rounds == 3
    assert len(result.je_nous.commons_share) == len(result.je_nous.promises_kept) == 3
    assert len(result.je_nous.trust) == 4
    assert len(result.participation) == 3
    assert {line.who for line in result.words_kept} == set(session.game.names.characters)


def test_own_placings_are_shown_before_and_after() -> None:
    _, result = finished()
    assert result.je_nous.before.mean == pytest.approx(2)
    assert result.je_nous.after.mean == pytest.approx(5)


def test_what_unites_and_what_divides_come_from_the_answers() -> None:
    session, result = finished()
    assert result.opinions.unites == (), "to have been wrong, or right, together unites nobody"
    assert {line.question for line in result.opinions.foresaw} == {
        f"forecast:{p}" for p in session.game.table.rounds[0].selected
    }
    divided = {line.question: line for line in result.opinions.divides}
    assert divided["verdict:1:2"].moved == 5
    assert [line.question for line in result.opinions.few] == ["statement:1"]
    assert all(line.text for line in (*result.opinions.foresaw, *result.opinions.divides))


def test_the_second_vote_stands_for_the_verdict_and_the_first_is_not_counted_twice() -> None:
    _, result = finished()
    questions = [line.question for line in (*result.opinions.unites, *result.opinions.divides)]
    assert "verdict:1:1" not in questions


def test_ticks_give_the_practised_rung_of_their_round_only() -> None:
    _, result = finished()
    first, second, _ = result.participation
    assert first.practised == "concerter"
    assert first.shares == (100, 100, 67, 0)
    assert second.practised is None


def test_words_are_sorted_by_what_they_are_for_and_those_withdrawn_are_gone() -> None:
    _, result = finished()
    assert [line.text for line in result.said.words] == ["Ils n’ont rien demandé à personne."]
    assert [line.text for line in result.said.missing] == ["Le facteur."]


def test_promises_counted_by_character_are_those_counted_by_round() -> None:
    _, result = finished()
    kept = sum(line.kept for line in result.words_kept)
    binding = sum(line.kept + line.part + line.broken for line in result.words_kept)
    assert (kept, binding) == tuple(map(sum, zip(*result.je_nous.promises_kept, strict=True)))


def test_goals_stay_secret_until_the_bilan() -> None:
    session = begun()
    until(session, "reveal")
    running = bilan(session.game)
    assert running.results == ()
    assert running.rounds == 1
    _, result = finished()
    assert len(result.results) == 8
    assert all(line.reached == (line.gain >= line.goal) for line in result.results)


def test_a_session_stopped_before_its_first_reveal_has_an_empty_bilan() -> None:
    session = begun()
    session.do(Finish())
    result = bilan(session.game)
    assert result.rounds == 0
    assert result.je_nous.trust == (result.je_nous.trust[0],)
    assert result.alternatives == ()


def test_forecasts_that_were_not_shown_yet_are_not_in_a_running_bilan() -> None:
    session = begun()
    until(session, "forecast", "ask")
    session.do(Tally(question=f"forecast:{session.game.playing.selected[0]}", yes=11, no=1))
    assert bilan(session.game).opinions.unites == ()


def test_a_holder_who_went_elsewhere_leaves_a_gap_and_one_who_accepted_does_not() -> None:
    session = begun(seats={FATOU: "held", MARC: "held"}, mode="facilitated")
    until(session, "choice")
    for who in (FATOU, MARC):
        session.do(Confirm(who=who))
    until(session, "debate", "map")
    s, a = (float(x) for x in (session.game.state.s[0] / 65536, session.game.state.a[0] / 65536))
    session.do(PlacePosture(who=FATOU, synergy=max(1.0, round(s - 0.5, 2)), antagonism=round(a, 2)))
    session.do(PlacePosture(who=MARC))
    gaps = bilan(session.game).gaps
    assert [gap.who for gap in gaps] == [FATOU]
    assert gaps[0].synergy == pytest.approx(-0.5, abs=0.1)


def test_single_voters_can_be_grouped_by_opinion_once_there_are_fifteen() -> None:
    session = begun(participants=20)
    for _ in range(3):
        until(session, "debate", "vote")
        for voter in range(1, 21):
            answer: Answer = "yes" if voter <= 10 else "no"
            number = session.game.playing.number
            session.do(Vote(question=f"verdict:{number}:1", voter=voter, answer=answer))
            session.do(Vote(question=f"statement:{number}", voter=voter, answer=answer))
        session.do(Advance())
    until(session, "bilan")
    result = bilan(session.game)
    assert result.opinions.groups_are == "found"
    assert [group.size for group in result.opinions.groups] == [10, 10]


# ---- Et si… -----------------------------------------------------------------------------------------------


def test_every_alternative_goes_back_to_a_moment_and_changes_one_choice() -> None:
    session, result = finished()
    assert result.alternatives
    for alternative in result.alternatives:
        then = branch(session.way(), alternative.id)
        who = session.game.names.character(alternative.who)
        changed = [i for i in range(then.board.n) if not np.array_equal(then.chosen[i], then.instead[i])]
        assert changed == [who], alternative.text
        assert then.state.round == alternative.round


def test_a_round_played_again_is_the_one_that_counts() -> None:
    session = begun()
    until(session, "choice")
    back_to = len(session.history)
    session.do(Advance())
    first = session.game
    session.do(Undo(to=back_to))
    session.do(Advance())
    alternative = bilan(session.game).alternatives[0]
    then = branch(session.way(), alternative.id)
    assert np.array_equal(then.chosen, session.game.state.given)
    session.do(Undo(to=back_to + 1))
    assert np.array_equal(session.game.state.given, first.state.given)
    again = bilan(session.game).alternatives[0]
    assert np.array_equal(branch(session.way(), again.id).chosen, first.state.given)


@pytest.mark.no_cover  # lines that other tests walk
def test_every_alternative_is_another_choice_than_the_one_made() -> None:
    for seed in range(6):
        session = begun(seed)
        until(session, "bilan")
        for alternative in bilan(session.game).alternatives:
            then = branch(session.way(), alternative.id)
            assert not np.array_equal(then.chosen, then.instead), (seed, alternative.text)


def test_keeping_a_word_gives_what_was_promised() -> None:
    session, result = finished()
    alternative = next(a for a in result.alternatives if a.id.startswith("keep"))
    then = branch(session.way(), alternative.id)
    who = session.game.names.character(alternative.who)
    assert then.instead[who].sum() > 0
    assert (then.instead[who] <= then.state.promised[who]).all()
    assert (then.instead[who].sum(axis=0) <= then.state.tokens[who]).all()


def test_a_moment_that_never_was_is_an_error() -> None:
    session, _ = finished()
    with pytest.raises(LookupError):
        branch(session.way(), f"keep:9:{FATOU}")
    with pytest.raises(LookupError):
        branch(session.way(), f"praise:1:{FATOU}")


def test_the_bilan_speaks_english_too() -> None:
    session, _ = finished()
    language.use("en")
    result = bilan(session.game)
    language.use("fr")
    assert result.title != bilan(session.game).title
    assert all("Et si" not in a.text for a in result.alternatives)


def test_a_forecast_is_told_with_what_came_of_it() -> None:
    """Beside what the room expected stands the fact, in the word of the reveal."""
    session, found = finished()
    record, names = session.game.records[0], session.game.names
    lines = [*found.opinions.foresaw, *found.opinions.divides, *found.opinions.few]
    told = {line.question: line.text for line in lines if line.kind == "forecast"}
    assert told
    stamps = {1: "TENU", 2: "EN PARTIE", 3: "NON TENU", 4: "DON", 5: "SANS OBJET"}
    for made in session.game.table.rounds[0].promises:
        fact = int(record.fact[names.character(made.who), names.project(made.project)])
        assert told.get(f"forecast:{made.id}", f". {stamps[fact]}").endswith(f". {stamps[fact]}")


def test_what_each_wanted_to_save_is_told_at_the_bilan_and_not_before() -> None:
    session, told = finished()
    cast = {member.character: member for member in session.game.scenario.cast}
    assert [line.who for line in told.secrets] == list(session.game.names.characters)
    assert all(line.text == language.typo(cast[line.who].secret.fr) for line in told.secrets)
    assert not bilan(begun().game).secrets


def test_the_film_goes_from_where_all_began_to_where_they_ended_without_a_jump() -> None:
    session, told = finished()
    assert len(told.film) == told.rounds + 1
    first, last = told.film[0], told.film[-1]
    assert all(move.before == move.after for move in first.moves)
    for before, after in zip(told.film, told.film[1:], strict=False):
        assert [move.after for move in before.moves] == [move.before for move in after.moves]
    ends = session.game.state.s, session.game.state.a
    for i, move in enumerate(last.moves):
        assert abs(move.after.synergy - int(ends[0][i]) / 65536) < 0.06
        assert abs(move.after.antagonism - int(ends[1][i]) / 65536) < 0.06
    assert [there.mutual_trust for there in told.film] == list(told.je_nous.trust)


def test_what_residents_lived_is_told_apart_from_what_those_who_decide_lived() -> None:
    """The ladder is about those who do not have power: a councillor who decided raises nothing."""
    session = begun()
    until(session, "debate", "vote")
    session.do(Tick(who=FATOU, told=4, asked=3, heard=0, decided=0, observers=4))
    session.do(Tick(who=MARC, told=4, asked=4, heard=4, decided=4, observers=4))
    line = bilan(session.game).participation[0]
    assert line.residents is not None
    assert line.others is not None
    assert (line.residents.observers, line.others.observers) == (4, 4)
    assert line.practised == line.residents.rung != line.others.rung
