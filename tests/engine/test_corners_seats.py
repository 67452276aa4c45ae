"""Who sits where in a room in corners, and what is told of how strips are read."""

from dataclasses import replace

import numpy as np
import pytest

from engine.content.model import KINDS, Tokens
from engine.play.commands import (
    Advance,
    Begin,
    Carry,
    Invite,
    LeaveSeat,
    Pact,
    Promise,
    TakeSeat,
    Tally,
    Write,
)
from engine.play.legal import Refused
from engine.play.phases import strips
from engine.rules.corners import ARRANGED
from engine.session.session import Session
from engine.telling import postures
from engine.telling.reader import Reader
from engine.view.types import CONSOLE, ROOM, CornerView, StripView
from tests.engine.corner import scenario, to
from tests.engine.driving import go
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


def test_who_sits_down_while_strips_are_written_writes_instead_of_the_card() -> None:
    whole = to("strips", held("bo"), step="write")
    whole.do(TakeSeat(who="ana"))
    assert strip(whole, "hill").text
    whole.do(Write(corner="hill", text="Nos mots à nous."))
    assert strip(whole, "hill").text == "Nos mots à nous."


def test_the_words_of_a_card_that_somebody_types_as_they_stand_are_not_changed() -> None:
    whole = to("strips", held("bo"), step="read")
    whole.do(Carry(corner="hill", to="dale", text=f"{strip(whole, 'hill').text} !"))
    assert not strip(whole, "hill").arranged


def test_what_was_read_stays_so_whoever_holds_the_one_who_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strips, "way_of", lambda *_: ARRANGED)
    whole = to("strips", held("ana"), step="read")
    read = strip(whole, "dale").told
    assert "à renforcer" in read
    whole.do(TakeSeat(who="bo"))
    assert strip(whole, "dale").told == read
    whole.do(Carry(corner="dale", to="hill", arranged=True))
    read = strip(whole, "dale").told
    assert "à renforcer" not in read
    whole.do(LeaveSeat(who="bo"))
    assert strip(whole, "dale").told == read


def test_a_guest_in_a_pact_is_not_sent_away_from_what_it_is_about() -> None:
    whole = to("negotiation", held("ana", "bo", "cy", "di"), pacts=True)
    whole.do(Invite(corner="hill", guest="cy"))
    parts = []
    for who, corner in (("cy", "hill"), ("di", "dale")):
        project = at(whole, corner).project
        wanted = zip(KINDS, whole.game.tokens(who), whole.game.lack(project), strict=True)
        kind = next(kind for kind, has, lacks in wanted if has and lacks)
        parts.append((project, Tokens.model_validate({kind: 1})))
    (one, gives), (other, other_gives) = parts
    pact = Pact(who="cy", project=one, gives=gives, other="di", other_project=other, other_gives=other_gives)
    whole.do(pact)
    with pytest.raises(Refused, match="Cy a déjà promis"):
        whole.do(Invite(corner="hill", guest=None))


def test_a_refusal_names_whoever_nobody_holds() -> None:
    whole = to("strips", held("ana"), step="write")
    with pytest.raises(Refused, match="Personne ne tient Di"):
        whole.do(Write(corner="dale", text="Un banc."))
    whole.do(Advance())
    with pytest.raises(Refused, match="Personne ne tient Bo"):
        whole.do(Carry(corner="dale", to="hill"))


def heard(whole: Session) -> Session:
    """Both corners have recognised what was read."""
    go(whole, "strips", "read", len(whole.game.table.rounds))
    for one, other in (("hill", "dale"), ("dale", "hill")):
        whole.do(Carry(corner=one, to=other))
        whole.do(Tally(question=strip(whole, one).question, yes=1, no=0, unsure=0))
    whole.do(Advance())
    return whole


def test_a_seal_that_this_very_reveal_breaks_is_not_told_to_stand() -> None:
    projects = [p.model_dump(by_alias=True, exclude_unset=True) for p in scenario().projects]
    broken = [{**p, "effects": [{"effect": "seal", "of": "all"}], "cost": {"time": 1}} for p in projects]
    whole = to("negotiation", held("ana", "bo", "cy", "di"), projects=broken)
    whole.do(Promise(who="ana", project=at(whole, "hill").project, tokens=Tokens(time=1)))
    shown = heard(whole).view(ROOM).corners
    assert shown is not None
    assert shown.faithful == 2
    shown = go(whole, "reveal").view(ROOM).corners
    assert shown is not None
    assert not whole.game.state.sealed.any()
    assert (shown.faithful, shown.bridges[0].state) == (0, "none")


def test_in_the_last_round_no_bridge_is_told_to_come() -> None:
    how = held("ana", "bo", "cy", "di").model_copy(update={"duration": "45"})
    whole = to("strips", how, step="write", rounds=2)
    assert whole.game.in_last_round
    shown = heard(whole).view(ROOM).corners
    assert shown is not None
    assert "ne viendra plus" in shown.bridges[0].said


def test_what_changed_words_bring_is_among_the_reasons_that_everybody_reads() -> None:
    whole = to("strips", held("ana", "bo", "cy", "di"), step="read")
    whole.do(Carry(corner="hill", to="dale", arranged=True))
    game = go(whole, "debate").game
    record = game.records[-1]
    hidden = record._replace(rose=np.ones_like(record.rose), swayed=np.zeros_like(record.swayed))
    assert "les mots changés" in postures._satisfaction(replace(game, records=(hidden,)), Reader())


def test_what_a_corner_says_is_seen_once_its_own_table_has_said_it() -> None:
    names = ("Le quai", "La dalle", "Les tours")
    seats = {"ana": "held", "bo": "held", "di": "held"}
    whole = to("strips", begin(duration="150", seats=seats, participants=9, tables=names), step="read")
    whole.do(Carry(corner="hill", to="dale"))
    assert strip(whole, "hill").counts is None
    table = whole.game.table_of("ana")
    whole.do(Tally(question=strip(whole, "hill").question, table=table, yes=1, no=1, unsure=1))
    assert strip(whole, "hill").counts == (1, 1, 1)
