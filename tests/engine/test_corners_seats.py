"""Who sits where in a room in corners, and what is told of how strips are read."""

import pytest

from engine.content.model import KINDS, Tokens
from engine.play.commands import Carry, Invite, Promise
from engine.play.legal import Refused
from engine.view.types import CONSOLE, ROOM
from tests.engine.corner import to
from tests.engine.small import begin


def held(*who: str):
    seats = {name: "held" if name in who else "simulated" for name in ("ana", "bo", "cy", "di")}
    return begin(duration="150", seats=seats, participants=len(who))


def test_a_guest_who_has_promised_where_they_sit_is_not_sent_away():
    whole = to("negotiation", held("ana", "cy", "di"))
    whole.do(Invite(corner="hill", guest="cy"))
    project = whole.view(ROOM).corners.corner("hill").project
    wanted = zip(KINDS, whole.game.tokens("cy"), whole.game.lack(project), strict=True)
    kind = next(kind for kind, has, lacks in wanted if has and lacks)
    whole.do(Promise(who="cy", project=project, tokens=Tokens.model_validate({kind: 1})))
    barred = whole.view(CONSOLE).allows("invite").barred
    assert {"hill/cy", "hill/", "dale/cy"} <= set(barred)
    for command in (Invite(corner="hill", guest=None), Invite(corner="dale", guest="cy")):
        with pytest.raises(Refused, match="Cy a déjà promis") as refused:
            whole.do(command)
        assert refused.value.code == "guest-promised"


def test_what_somebody_changed_and_nobody_typed_is_not_told_in_the_words_of_a_card():
    whole = to("strips", held("bo"), step="read")
    whole.do(Carry(corner="hill", to="dale", arranged=True))
    strip = whole.view(ROOM).corners.corner("hill").strip
    assert strip.arranged
    assert strip.read == strip.text
    assert strip.said == "La Butte, à lire au Vallon\u00a0: avec d’autres mots."


def test_a_simulated_scribe_who_arranges_reads_what_its_card_says():
    whole = to("strips", held("ana"), step="read")
    for corner in whole.view(ROOM).corners.corners:
        assert corner.strip.to
        assert (corner.strip.read != corner.strip.text) is corner.strip.arranged


def test_hands_for_a_strip_are_expected_from_its_own_corner_alone():
    whole = to("strips", held("ana", "bo"), step="read")
    whole.do(Carry(corner="hill", to="dale"))
    corners = whole.view(CONSOLE).corners
    assert corners.corner("hill").strip.asked.expected == 1
    assert corners.corner("dale").strip.asked is None
