"""Who leaves, who comes: a minute to hand over, then the round goes on with a new face on the same seat."""

from engine.content.model import Text
from engine.play.commands import Advance
from engine.play.phases.situation import HANDOVER
from engine.session.session import Session
from engine.transcript import replay
from engine.view.types import CONSOLE, ROOM, Audience
from tests.engine import private
from tests.engine.driving import Ticker, go
from tests.engine.small import begin

BO = Audience("holder", "bo")


def second_round(path=None, **leaves) -> Session:
    """The first step of the second round."""
    whole = Session.create(private.leaving(**leaves), begin(duration="150"), 7, now=Ticker(), path=path)
    go(whole, "debate")
    while len(whole.game.table.rounds) == 1:
        whole.do(Advance())
    return whole


def test_a_minute_comes_first_in_which_who_leaves_hands_over():
    whole = second_round()
    view = whole.view(ROOM)
    assert (view.phase.kind, view.phase.step) == ("situation", HANDOVER)
    (one,) = view.handed_over
    assert (one.who, one.before, one.after) == ("bo", "Bo Dupont", "Ed Dupont")
    assert one.said.startswith("Son contrat finit.")
    assert view.clock.ends - whole.game.table.at == 60
    assert "Découvrir la situation" in view.phase.next_label


def test_the_situation_follows_in_its_own_time():
    whole = second_round()
    whole.do(Advance())
    view = whole.view(ROOM)
    assert (view.phase.kind, view.phase.step) == ("situation", "event")
    assert view.situation is not None
    assert view.clock.ends - whole.game.table.at == whole.game.schedule.of("situation") * 60 > 60
    whole.do(Advance())
    assert whole.view(ROOM).phase.kind == "negotiation"


def test_the_goal_stays_with_the_seat_and_the_name_does_not():
    whole = second_round()
    before = whole.history[1]
    i = whole.game.names.character("bo")
    seen = whole.view(BO).character("bo")
    assert seen.name == "Ed Dupont"
    assert seen.secret is not None
    assert whole.game.board.goal[i] == before.board.goal[i]
    assert (whole.game.state.trust[i] == whole.game.board.trust0[i]).all()


def test_whoever_took_a_seat_speaks_in_a_situation_written_for_it():
    small = private.leaving()
    voiced = tuple(
        card.model_copy(update={"voice": card.voice.model_copy(update={"character": "bo"})})
        for card in small.situations
    )
    whole = Session.create(small.model_copy(update={"situations": voiced}), begin(duration="150"), 7)
    first = go(whole, "situation").view(ROOM).situation
    second = go(whole, "situation", "event", rounds=2).view(ROOM).situation
    assert (first.voice_name, second.voice_name) == ("Bo Dupont", "Ed Dupont")


def test_what_a_situation_comes_of_is_told_under_its_title_and_not_under_somebodys_leaving(tmp_path):
    path, small = tmp_path / "a.coop", private.leaving()
    caused = tuple(
        card.model_copy(update={"because": Text(fr="Parce qu’on n’a rien fait.")})
        for card in small.situations
    )
    whole = Session.create(small.model_copy(update={"situations": caused}), begin(duration="150"), 7, path)
    go(whole, "negotiation", rounds=2)
    whole.close()
    (line,) = [text for text in replay(path, "fr") if "Parce qu’on" in text]
    assert line.startswith("Situation ")


def test_nobody_hands_over_where_the_reason_to_stay_holds():
    whole = second_round(unless={"flag": "kept"}, flags={"kept": True})
    assert whole.view(ROOM).phase.step == ""
    assert whole.view(ROOM).handed_over == ()
    assert whole.view(ROOM).character("bo").name == "Bo Dupont"


def test_in_a_duration_without_a_number_nobody_leaves():
    whole = second_round(after={"90": 1})
    assert whole.view(ROOM).handed_over == ()


def test_the_journal_and_the_story_tell_who_came(tmp_path):
    path = tmp_path / "a.coop"
    whole = second_round(path)
    assert "Ed Dupont prend sa place" in whole.view(CONSOLE).console.journal[-1].sentence
    whole.do(Advance())
    whole.close()
    told = list(replay(path, "fr"))
    line = next(n for n, text in enumerate(told) if "Ed Dupont prend sa place" in text)
    assert any(text.startswith("Situation") for text in told[line + 1 :])
