"""Who sits where in a room in corners, and what is told of how strips are read."""

import pytest

from engine.content.model import KINDS, Tokens
from engine.play.commands import Begin, Carry, Invite, Promise
from engine.play.legal import Refused
from engine.session.session import Session
from engine.view.types import CONSOLE, ROOM, CornerView, StripView
from tests.engine.corner import to
from tests.engine.small import begin


def held(*who: str) -> Begin:
    seats = {name: "held" if name in who else "simulated" for name in ("ana", "bo", "cy", "di")}
    return begin(duration="150", seats=seats, participants=len(who))


def at(whole: Session, corner: str) -> CornerView:
    """A corner as the room sees it."""
    room = whole.view(ROOM).corners
    assert room is not None
    found = room.corner(corner)
    assert found is not None
    return found


def strip(whole: Session, corner: str) -> StripView:
    """A corner's strip of this round."""
    found = at(whole, corner).strip
    assert found is not None
    return found


def test_a_guest_who_has_promised_where_they_sit_is_not_sent_away() -> None:
    whole = to("negotiation", held("ana", "cy", "di"))
    whole.do(Invite(corner="hill", guest="cy"))
    project = at(whole, "hill").project
    wanted = zip(KINDS, whole.game.tokens("cy"), whole.game.lack(project), strict=True)
    kind = next(kind for kind, has, lacks in wanted if has and lacks)
    whole.do(Promise(who="cy", project=project, tokens=Tokens.model_validate({kind: 1})))
    may = whole.view(CONSOLE).allows("invite")
    assert may is not None
    assert {"hill/cy", "hill/", "dale/cy"} <= set(may.barred)
    for command in (Invite(corner="hill", guest=None), Invite(corner="dale", guest="cy")):
        with pytest.raises(Refused, match="Cy a déjà promis") as refused:
            whole.do(command)
        assert refused.value.code == "guest-promised"


def test_what_somebody_changed_and_nobody_typed_is_not_told_in_the_words_of_a_card() -> None:
    whole = to("strips", held("bo"), step="read")
    whole.do(Carry(corner="hill", to="dale", arranged=True))
    read = strip(whole, "hill")
    assert read.arranged
    assert read.read == read.text
    assert read.said == "La Butte\u00a0: bande lue au Vallon, avec d’autres mots."


def test_a_simulated_scribe_who_arranges_reads_what_its_card_says() -> None:
    whole = to("strips", held("ana"), step="read")
    for corner in ("hill", "dale"):
        read = strip(whole, corner)
        assert read.to
        assert (read.read != read.text) is read.arranged


def test_hands_for_a_strip_are_expected_from_its_own_corner_alone() -> None:
    whole = to("strips", held("ana", "bo"), step="read")
    whole.do(Carry(corner="hill", to="dale"))
    asked = strip(whole, "hill").asked
    assert asked is not None
    assert asked.expected == 1
    assert strip(whole, "dale").asked is None
