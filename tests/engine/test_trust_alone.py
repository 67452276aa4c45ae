"""Alone, trust is shown from person to person: who counts on you, from what to what, and nobody else's."""

from engine.content.model import Tokens
from engine.play.commands import Confirm, Promise
from engine.session.session import Session
from engine.view.types import ROOM, Audience
from tests.engine.driving import go, to
from tests.engine.small import begin


def _broken(people: int = 1) -> Session:
    """Ana has promised a token, and kept it."""
    seats = dict.fromkeys(("ana", "bo")[:people], "held")
    whole = to("negotiation", how=begin("training", "training", participants=people, seats=seats))
    whole.do(Promise(who="ana", project="bikes", tokens=Tokens(time=1)))
    go(whole, "choice")
    for who in whole.game.held:
        whole.do(Confirm(who=who))
    return go(whole, "reveal")


def test_who_broke_their_word_alone_reads_whose_trust_fell_and_how_far():
    whole = _broken()
    reveal = whole.view(Audience("holder", "ana")).reveal
    assert reveal is not None
    assert {who for who, *_ in reveal.in_you} <= {"bo", "cy", "di"}
    assert reveal.in_you
    for who, before, after in reveal.in_you:
        assert after < before
        names = whole.game.names
        held = whole.game.state.trust[names.character(who), names.character("ana")]
        assert after == round(100 * int(held) / 65536)


def test_in_company_nobody_reads_whose_trust_in_somebody_moved():
    whole = _broken(2)
    for audience in (ROOM, Audience("holder", "ana")):
        reveal = whole.view(audience).reveal
        assert reveal is not None
        assert reveal.in_you == ()
