"""Somebody who looks can be made up outside the packages: what they see and do are flags; secrets hold."""

import pytest

from engine.play.actors import Actor
from engine.play.commands import Place, Vote
from engine.play.legal import Refused
from engine.telling.reader import Reader
from engine.view.types import CONSOLE, ROOM, Audience
from engine.view.veil import veil
from tests.engine.driving import to

TELEPHONE = Audience("telephone", acts_as=Actor("voter", voter=3))
"""What a participant has in hand: the room's picture, and an answer of their own."""
WALL = Audience("wall")
"""A second screen at the back: it looks, and does nothing."""
OBSERVER = Audience("observer", every_sheet=True)
"""Somebody who is training to lead: all sheets, and no hand on anything."""


def offered(whole, audience):
    return {option.kind for option in whole.view(audience).legal}


@pytest.mark.parametrize("audience", [TELEPHONE, WALL], ids=lambda audience: audience.kind)
@pytest.mark.parametrize("phase", ["welcome", "negotiation", "choice", "reveal", "debate"])
def test_who_looks_on_sees_what_the_room_sees_and_no_secret(phase, audience):
    whole = to(phase)
    seen = whole.view(audience)
    assert "SECRET-" not in repr(seen)
    assert "BELIEF-" not in repr(seen)
    assert seen.console is None
    room = whole.view(ROOM)
    assert (seen.phase.kind, seen.characters, seen.projects) == (
        room.phase.kind,
        room.characters,
        room.projects,
    )


def test_a_telephone_answers_for_its_own_number_and_does_nothing_else():
    whole = to("debate")
    assert offered(whole, TELEPHONE) == {"vote", "note"}
    vote = next(option for option in whole.view(TELEPHONE).legal if option.kind == "vote")
    assert (vote.least, vote.most) == (3, 3)
    whole.do(Vote(question=vote.ids[0], voter=3, answer="yes"), TELEPHONE.actor)
    with pytest.raises(Refused):
        whole.do(Vote(question=vote.ids[0], voter=4, answer="yes"), TELEPHONE.actor)


def test_who_only_looks_may_do_nothing():
    assert offered(to("negotiation"), WALL) == set()
    assert offered(to("negotiation"), OBSERVER) == set()


def test_who_may_read_all_sheets_reads_no_choice_before_the_reveal():
    whole = to("choice")
    whole.do(Place(who="bo", project="clinic", token="means", by=1))
    seen = whole.view(OBSERVER)
    assert "SECRET-ana" in repr(seen)
    assert "bo/clinic" not in repr(seen)
    assert seen.console is None
    assert whole.view(CONSOLE).console is not None


@pytest.mark.parametrize(
    "audience", [ROOM, CONSOLE, TELEPHONE, WALL, OBSERVER], ids=lambda audience: audience.kind
)
def test_what_is_placed_in_secret_is_gone_from_what_views_are_made_of(audience):
    """Even where no view reads it: whoever adds one to a view must not find it there."""
    whole = to("choice")
    whole.do(Place(who="bo", project="clinic", token="means", by=1))
    assert whole.game.table.placing["bo"]
    assert veil(whole.game, audience, Reader("fr")).game.table.placing == {}
