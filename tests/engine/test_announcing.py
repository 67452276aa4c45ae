"""When the simulated characters announce: after the room has begun to speak; at once where nobody plays."""

import pytest

from engine import demo
from engine.play.commands import Advance, Announce, Ask, Begin, TakeSeat, Undo
from engine.session.session import Session
from engine.view.types import CONSOLE, ROOM
from tests.engine.driving import Ticker, code, go, on, promise
from tests.engine.small import begin, scenario


def negotiating(how: Begin | None = None, path=None) -> Session:
    """A small session whose negotiation has just begun."""
    whole = go(Session.create(scenario(), how or begin(), 7, now=Ticker(), path=path), "situation")
    on(whole)
    assert whole.game.table.phase == "negotiation"
    return whole


def trained() -> Session:
    return negotiating(begin("training", "training", seats={"ana": "held"}, participants=1))


def spoken(whole: Session) -> set[str]:
    return {record.who for record in whole.game.playing.promises}


def test_in_a_room_nobody_but_the_room_speaks_before_it_is_the_others_turn():
    whole = negotiating()
    assert spoken(whole) == set()
    assert whole.view(ROOM).unheard == whole.game.simulated
    promise(whole, "bo", "bikes", 0, 1, 0)
    assert spoken(whole) == {"bo"}, "a word of the room is not the others' turn"
    whole.do(Announce())
    assert spoken(whole) > {"bo"}
    assert whole.view(ROOM).unheard == ()
    assert code(whole, Announce()) == "all-announced"


def test_the_journal_tells_who_announced():
    whole = negotiating()
    whole.do(Announce())
    said = whole.view(CONSOLE, "fr").console.journal[-1].sentence
    assert said.startswith("Les autres annoncent")
    shorts = {who: whole.view(ROOM).character(who).short for who in whole.game.simulated}
    assert all((short in said) is (who in spoken(whole)) for who, short in shorts.items())


def test_closing_the_negotiation_makes_the_others_announce_first():
    whole, other = negotiating(), negotiating()
    other.do(Announce())
    whole.do(Advance())
    assert whole.game.playing.promises == other.game.playing.promises != ()
    assert whole.game.table.phase != "negotiation"


def test_the_others_see_what_the_room_has_promised_and_pile_onto_no_full_project():
    alone, after = negotiating(), negotiating()
    alone.do(Announce())
    chosen = alone.game.playing.promises[0].project
    lack = after.game.lack(chosen)
    for who in after.game.held:
        give = tuple(min(a, b) for a, b in zip(after.game.tokens(who), lack, strict=True))
        if sum(give):
            promise(after, who, chosen, *give)
            lack = tuple(a - b for a, b in zip(lack, give, strict=True))
    after.do(Announce())
    for project in after.game.open:
        promised = [r.tokens for r in after.game.playing.promises if r.project == project]
        for kind, needed in enumerate(after.game.lack(project)):
            assert sum(tokens[kind] for tokens in promised) <= needed, project


def test_who_was_asked_and_said_yes_has_spoken_and_keeps_to_it():
    for asked, project in ((a, p) for a in negotiating().game.simulated for p in negotiating().game.needing):
        whole = negotiating()
        whole.do(Ask(asker="ana", asked=asked, project=project))
        if asked in spoken(whole):
            before = [r for r in whole.game.playing.promises if r.who == asked]
            assert asked not in whole.view(ROOM).unheard
            whole.do(Announce())
            assert [r for r in whole.game.playing.promises if r.who == asked] == before
            return
    pytest.fail("somebody says yes to something")


def test_who_takes_a_seat_speaks_for_it():
    whole = negotiating()
    taken = whole.game.simulated[0]
    whole.do(TakeSeat(who=taken))
    whole.do(Announce())
    assert taken not in spoken(whole)


def test_going_back_on_it_gives_the_room_the_first_word_again():
    whole = negotiating()
    number = len(whole.history)
    whole.do(Announce())
    announced = whole.game.playing.promises
    whole.do(Undo(to=number))
    assert (spoken(whole), whole.view(ROOM).unheard) == (set(), whole.game.simulated)
    whole.do(Announce())
    assert [(r.who, r.project) for r in whole.game.playing.promises] == [
        (r.who, r.project) for r in announced
    ]


@pytest.mark.parametrize("announced", [False, True])
def test_a_session_is_taken_up_again_where_it_was(tmp_path, announced):
    whole = negotiating(path=tmp_path / "a.coop")
    if announced:
        whole.do(Announce())
    digest, unheard = whole.game.digest(), whole.view(ROOM).unheard
    whole.close()
    again = Session.open(tmp_path / "a.coop", now=Ticker())
    assert again.game.digest() == digest
    assert again.view(ROOM).unheard == unheard
    again.close()


def test_where_nobody_is_held_nobody_waits():
    whole = demo.session(scenario(), 7)
    go(whole, "situation")
    on(whole)
    assert whole.view(ROOM).unheard == ()
    assert spoken(whole)


def test_alone_some_announce_at_once_and_the_others_answer_to_the_first_word():
    whole = trained()
    waiting = set(whole.view(ROOM).unheard)
    assert 0 < len(waiting) < len(whole.game.simulated)
    project, needs = _needs(whole)[0]
    promise(whole, "ana", project, *needs)
    assert whole.view(ROOM).unheard == ()
    assert "Vous promettez" in whole.view(CONSOLE, "fr").console.journal[-1].sentence


def test_alone_it_is_not_always_the_same_who_wait():
    whole = trained()
    first = whole.view(ROOM).unheard
    whole.do(Advance())
    go(whole, "situation", rounds=2)
    on(whole)
    assert set(whole.view(ROOM).unheard).isdisjoint(first)


def _needs(whole: Session) -> list[tuple[str, tuple[int, int, int]]]:
    """What ana can promise somewhere."""
    free = whole.game.tokens("ana")
    found = [
        (p, tuple(min(a, b) for a, b in zip(free, whole.game.lack(p), strict=True)))
        for p in whole.game.needing
    ]
    return [(p, n) for p, n in found if sum(n)]
