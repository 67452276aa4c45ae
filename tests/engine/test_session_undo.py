"""Going back: what is undone, what was said and stays, what is drawn anew, what the journal tells."""

from pathlib import Path

from engine import language
from engine.play.commands import (
    Advance,
    Ask,
    Clock,
    Confirm,
    EditNote,
    Finish,
    Note,
    Place,
    Tick,
    Undo,
    WithdrawNote,
)
from engine.view.types import CONSOLE
from tests.engine.driving import go, promise, session, to

FIXTURES = Path(__file__).parent / "fixtures"


def test_going_back_past_a_reveal_draws_the_simulated_choices_anew():
    seen = set()
    for seed in range(6):
        whole = to("choice", seed=seed)
        number = len(whole.history)
        go(whole, "reveal")
        first = whole.game.playing.given
        whole.do(Undo(to=number))
        assert whole.game.table.draw == 1
        go(whole, "reveal")
        again = whole.game.playing.given
        seen.add(first == again)
        whole.do(Undo(to=number))
        assert whole.game.table.draw == 2
    assert False in seen


def test_going_back_within_a_phase_draws_nothing_anew():
    whole = to("negotiation")
    promise(whole, "bo", "bikes", 0, 1, 0)
    whole.do(Undo(to=len(whole.history) - 1))
    assert whole.game.table.draw == 0
    assert "bo" not in {p.who for p in whole.game.playing.promises}


def test_words_noted_stay_when_one_goes_back_further_than_this_step():
    whole = to("situation")
    number = len(whole.history)
    whole.do(Note(text="d’abord"))
    whole.do(Undo(to=number))
    assert whole.game.table.notes == ()
    whole.do(Note(text="à garder"))
    assert [note.id for note in whole.game.table.notes] == [2], "no number is given twice"
    whole.do(Advance())
    whole.do(Note(text="aussi"))
    whole.do(Undo(to=number - 1))
    assert [note.text for note in whole.game.table.notes] == ["à garder", "aussi"]


def test_going_back_on_something_else_takes_no_word_along():
    whole = to("negotiation")
    number = len(whole.history)
    promise(whole, "bo", "bikes", 0, 1, 0)
    whole.do(Note(text="dit pendant ce temps"))
    whole.do(Undo(to=number))
    assert "bo" not in {p.who for p in whole.game.playing.promises}
    assert [note.text for note in whole.game.table.notes] == ["dit pendant ce temps"]


def test_words_alone_are_gone_back_on_and_taken_up_again():
    whole = to("situation")
    number = len(whole.history)
    whole.do(Note(text="une erreur"))
    whole.do(Undo(to=number))
    assert whole.game.table.notes == ()
    whole.do(Note(text="autre chose"))
    assert [note.id for note in whole.game.table.notes] == [2], "a number is never used twice"
    whole.do(Advance())
    whole.do(Undo(to=number + 1))
    assert [note.text for note in whole.game.table.notes] == ["une erreur", "autre chose"]


def test_words_taken_back_never_return_whatever_one_goes_back_to():
    whole = to("situation")
    number = len(whole.history)
    whole.do(Note(text="je regrette"))
    whole.do(WithdrawNote(note=1))
    for back in (number + 1, number, number + 1):
        whole.do(Undo(to=back))
        assert all(note.withdrawn and not note.text for note in whole.game.table.notes)
    whole.do(Advance())
    whole.do(Undo(to=number + 1))
    assert "je regrette" not in str(whole.game.to_data())


def test_a_corrected_word_keeps_its_correction_when_one_goes_back_on_something_else():
    whole = to("negotiation")
    whole.do(Note(text="un"))
    number = len(whole.history)
    promise(whole, "bo", "bikes", 0, 1, 0)
    whole.do(EditNote(note=1, text="un, enfin"))
    whole.do(Undo(to=number))
    assert [note.text for note in whole.game.table.notes] == ["un, enfin"]


def test_what_was_asked_again_after_going_back_is_answered_as_before():
    """Only the choices are drawn anew: who was ready to promise still is."""
    for seed in range(8):
        whole = to("negotiation", seed=seed)
        number = len(whole.history)
        mine = {p.project for p in whole.game.playing.promises if p.who == "cy"}
        asked = Ask(asker="ana", asked="cy", project=next(p for p in whole.game.open if p not in mine))
        whole.do(asked)
        first = whole.game.playing.promises, whole.game.playing.answers
        go(whole, "reveal")
        whole.do(Undo(to=number))
        assert whole.game.table.draw == 1
        whole.do(asked)
        assert (whole.game.playing.promises, whole.game.playing.answers) == first
        whole.do(Undo(to=number - 1))
        whole.do(Advance())
        assert whole.game.playing.promises == whole.history[number - 1].playing.promises


def test_a_minute_more_can_be_taken_back():
    whole = to("negotiation")
    number, clock = len(whole.history), whole.game.table.clock
    whole.do(Clock(action="add", seconds=60))
    whole.clock.now += 20
    whole.do(Undo(to=number))
    assert whole.game.table.clock == clock


def test_going_back_on_a_pause_goes_on_from_where_the_timer_stopped():
    whole = to("negotiation")
    number, ends = len(whole.history), whole.game.table.clock.ends
    whole.do(Clock(action="pause"))
    whole.clock.now += 100
    whole.do(Clock(action="add", seconds=60))
    whole.do(Undo(to=number))
    assert (whole.game.table.clock.ends, whole.game.table.clock.left) == (ends + 100, None)
    whole.do(Clock(action="pause"))
    paused, left = len(whole.history), whole.game.table.clock.left
    whole.do(Clock(action="resume"))
    whole.do(Undo(to=paused))
    assert whole.game.table.clock.left == left


def test_the_timer_goes_on_from_what_it_showed_there():
    whole = to("negotiation")
    number = len(whole.history)
    ends = whole.game.table.clock.ends
    whole.clock.now += 500
    whole.do(Advance())
    whole.clock.now += 60
    whole.do(Undo(to=number))
    assert whole.game.table.clock.ends == ends + 560
    whole.do(Tick(who="ana", told=1, asked=0, heard=0, decided=0))
    whole.clock.now += 10
    whole.do(Undo(to=len(whole.history) - 1))
    assert whole.game.table.clock.ends == ends + 560, "within a step the clock just goes on"


def test_the_journal_marks_what_was_gone_back_on():
    whole = to("negotiation")
    promise(whole, "bo", "bikes", 0, 1, 0)
    whole.do(Undo(to=4))
    whole.do(Advance())
    lines = whole.view(CONSOLE).console.journal
    assert [line.undone for line in lines] == [False, False, False, False, True, False, False]
    assert [line.number for line in lines] == [1, 2, 3, 4, 5, 6, 7]
    assert "Bo promet 1 moyen" in lines[4].sentence
    english = whole.view(CONSOLE, "en").console.journal
    assert english[4].sentence.startswith("Bo promises 1 means")
    assert language.current() == "fr", "looking in English does not change the language in use"


def test_the_journal_tells_what_was_gone_back_to():
    whole = to("negotiation")
    promise(whole, "bo", "bikes", 0, 1, 0)
    number = len(whole.history)
    whole.do(Advance())
    whole.do(Undo(to=number))
    whole.do(Note(text="dit"))
    whole.do(Undo(to=number + 2))
    whole.do(Undo(to=2))
    lines = whole.view(CONSOLE).console.journal[-4:]
    said = [line.sentence for line in lines if "Noté" not in line.sentence]
    assert said[0] == said[1] == "Retour à\u00a0: Bo promet 1 moyen le bikes"
    assert said[2].startswith("Retour à\u00a0: Situation")
    assert whole.view(CONSOLE, "en").console.journal[-1].sentence.startswith("Back to: Situation")


def test_going_back_into_a_choice_does_not_tell_which_action_of_it():
    whole = to("choice")
    whole.do(Place(who="bo", project=whole.game.open[0], token="means", by=1))
    placed = len(whole.history)
    whole.do(Confirm(who="bo"))
    whole.do(Undo(to=placed))
    go(whole, "bilan")
    back = next(line for line in whole.view(CONSOLE).console.journal if line.number == placed + 2)
    assert back.sentence in ("Retour à\u00a0: Bo déplace un jeton en secret", "Retour à\u00a0: Choix secrets")
    given_up = to("choice")
    for by in (1, -1):
        given_up.do(Place(who="bo", project=given_up.game.open[0], token="means", by=by))
    given_up.do(Undo(to=len(given_up.history) - 1))
    given_up.do(Finish())
    journal = given_up.view(CONSOLE).console.journal
    assert not any("jeton" in line.sentence for line in journal)


def test_a_session_at_its_bilan_takes_words_and_placings_only():
    whole = session()
    whole.do(Finish())
    assert {legal.kind for legal in whole.legal()} == {"own-placing", "note", "clock", "undo"}
