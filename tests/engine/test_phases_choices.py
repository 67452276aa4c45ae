"""What holders decide in secret: private screens, paper, the bell; and the sheets that they read."""

import pytest

from engine.content.model import Tokens
from engine.play.commands import Advance, Confirm, KeepWord, PassTo, Place, Promise, Reopen, Undo
from engine.play.legal import Refused
from engine.view.types import ROOM, Audience
from tests.engine.driving import go, promise, session, to
from tests.engine.small import begin


def test_tokens_are_placed_one_by_one_taken_back_confirmed_and_taken_up_again():
    whole = to("choice")
    for _ in range(2):
        whole.do(Place(who="bo", project="clinic", token="means", by=1))
    whole.do(Place(who="bo", project="clinic", token="means", by=-1))
    assert whole.game.table.placing["bo"] == {"clinic": (0, 1, 0)}
    assert whole.game.left("bo") == (0, 2, 0)
    whole.do(PassTo(who="bo"))
    whole.do(Confirm(who="bo"))
    assert whole.game.table.passed_to is None, "a confirmed choice gives the computer back"
    whole.do(Reopen(who="bo"))
    assert whole.game.table.placing["bo"] == {}, "nobody reads what had been decided"
    whole.do(PassTo(who="bo"))
    whole.do(PassTo(who=None))
    whole.do(Confirm(who="bo"))
    whole.do(Confirm(who="ana"))
    whole.do(Advance())
    assert whole.game.playing.given["bo"] == {}


def test_who_confirms_gives_back_the_computer_and_takes_it_from_nobody_else():
    whole = to("choice")
    whole.do(PassTo(who="bo"))
    whole.do(KeepWord(who="ana"))
    assert whole.game.table.passed_to == "bo"
    whole.do(Confirm(who="bo"))
    assert whole.game.table.passed_to is None


def test_when_the_bell_rings_the_promise_is_kept():
    whole = to("negotiation")
    promise(whole, "bo", "clinic", 0, 2, 0)
    go(whole, "choice")
    whole.do(Place(who="bo", project="bikes", token="means", by=1))
    whole.do(KeepWord(who="bo"))
    whole.do(KeepWord(who="ana"))
    whole.do(Advance())
    assert whole.game.playing.given["bo"] == {"clinic": (0, 2, 0)}
    assert whole.game.playing.given["ana"] == {}


def test_the_bell_gives_nothing_where_the_promises_condition_fails():
    """Nor where it fails because another's condition failed."""
    whole = to("negotiation", how=begin(seats=dict.fromkeys(("ana", "bo", "cy", "di"), "held")))
    whole.do(Promise(who="ana", project="clinic", tokens=Tokens(time=1), if_who="bo", if_kind="means"))
    whole.do(Promise(who="bo", project="clinic", tokens=Tokens(means=2), if_who="cy", if_kind="backing"))
    whole.do(Promise(who="di", project="bikes", tokens=Tokens(time=1)))
    go(whole, "choice")
    last = len(whole.history)
    go(whole, "reveal")
    assert {who for who, given in whole.game.playing.given.items() if given} == {"di"}
    whole.do(Undo(to=last))
    whole.do(Place(who="cy", project="clinic", token="backing", by=1))
    whole.do(Confirm(who="cy"))
    go(whole, "reveal")
    assert whole.game.playing.given["ana"] == {"clinic": (1, 0, 0)}
    assert whole.game.playing.given["bo"] == {"clinic": (0, 2, 0)}


def test_two_promises_that_wait_for_each_other_are_both_kept_by_the_bell():
    whole = to("negotiation", how=begin(seats=dict.fromkeys(("ana", "bo", "cy", "di"), "held")))
    whole.do(Promise(who="ana", project="clinic", tokens=Tokens(time=1), if_who="bo", if_kind="means"))
    whole.do(Promise(who="bo", project="clinic", tokens=Tokens(means=2), if_who="ana", if_kind="time"))
    go(whole, "reveal")
    assert whole.game.playing.given["ana"] == {"clinic": (1, 0, 0)}
    assert whole.game.playing.given["bo"] == {"clinic": (0, 2, 0)}


def test_a_sheet_of_paper_starts_empty_where_tokens_were_put_on_the_private_screen():
    whole = to("choice")
    bo = Audience("holder", "bo")
    whole.do(PassTo(who="bo"))
    whole.do(Place(who="bo", project="clinic", token="means", by=1))
    whole.do(PassTo(who=None))
    assert not any(sum(tokens) for _, tokens in whole.view(bo).choice.mine)
    assert whole.view(bo).choice.left.means == 3
    whole.do(PassTo(who="bo"))
    assert dict(whole.view(bo).choice.mine)["clinic"].means == 1, "its holder finds it again"
    whole.do(PassTo(who=None))
    whole.do(Place(who="bo", project="bikes", token="means", by=1))
    assert whole.game.table.placing["bo"] == {"bikes": (0, 1, 0)}
    assert dict(whole.view(bo).choice.mine)["bikes"].means == 1, "what is typed in is seen by who types"
    whole.do(Confirm(who="bo"))
    assert whole.game.table.placing["bo"] == {"bikes": (0, 1, 0)}


@pytest.mark.parametrize("phase", ["welcome", "situation", "negotiation"])
def test_holders_read_their_own_sheet_before_they_negotiate(phase):
    whole = to(phase)
    assert set(whole.view(ROOM).allows("pass-to").who) == {"ana", "bo"}
    whole.do(PassTo(who="ana"))
    assert whole.view(ROOM).passed_to == "ana"
    assert whole.view(ROOM).character("ana").secret is None
    assert "SECRET-ana" in whole.view(Audience("holder", "ana")).character("ana").secret.wants
    assert whole.view(ROOM).allows("place") is None
    whole.do(PassTo(who="bo"))
    whole.do(PassTo(who=None))
    assert whole.view(ROOM).passed_to is None
    whole.do(PassTo(who="ana"))
    whole.do(Advance())
    assert whole.view(ROOM).passed_to is None, "going on takes the computer back"


def test_nobody_reads_a_sheet_on_a_projected_screen():
    whole = session(begin(private_screen=False))
    with pytest.raises(Refused) as refused:
        whole.do(PassTo(who="ana"))
    assert refused.value.code == "mirrored"


@pytest.mark.parametrize("phase", ["welcome", "negotiation", "reveal", "debate"])
def test_a_holder_may_take_the_computer_to_read_what_is_theirs(phase):
    whole = to(phase)
    whole.do(PassTo(who="bo"))
    assert whole.game.table.passed_to == "bo"
    whole.do(PassTo(who=None))
    assert whole.game.table.passed_to is None
