"""« Si chacun tient parole »: what the words said aloud would bring, as everybody may know it."""

import pytest

from engine.content.model import Tokens
from engine.play.commands import Place, Promise
from engine.session.session import Session
from engine.view.types import CONSOLE, ROOM, Audience, View
from tests.engine.driving import go, promise, to
from tests.engine.small import begin

ALL = dict.fromkeys(("ana", "bo", "cy", "di"), "held")


def _negotiation() -> Session:
    return to("negotiation", how=begin(seats=ALL))


def _ahead(view: View) -> dict[str, int]:
    """By how much each gauge would move."""
    return {gauge.id: gauge.if_kept - gauge.value for gauge in view.indicators}


def _complete(view: View, project: str) -> bool:
    return next(p.if_kept for p in view.projects if p.id == project)


def test_what_would_come_changes_as_promises_are_made():
    """Bikes ask two of time and one of means, and bring work 3 and the common good 2; wear takes 1 and 2."""
    table = _negotiation()
    worn = {"health": -1, "work": -1, "common": -2}
    assert _ahead(table.view(ROOM)) == worn
    promise(table, "ana", "bikes", 2, 0, 0)
    assert _ahead(table.view(ROOM)) == worn
    promise(table, "bo", "bikes", 0, 1, 0)
    assert _ahead(table.view(ROOM)) == {**worn, "work": 2, "common": 0}
    assert _complete(table.view(ROOM), "bikes")


def test_a_promise_counts_only_where_somebody_promises_what_it_waits_for():
    table = _negotiation()
    promise(table, "ana", "bikes", 2, 0, 0)
    waits = Promise(who="bo", project="bikes", tokens=Tokens(means=1), if_who="di", if_kind="time")
    table.do(waits)
    assert not _complete(table.view(ROOM), "bikes"), "Di has promised nothing"
    promise(table, "ana", "bikes", 1, 0, 0)
    promise(table, "di", "bikes", 1, 0, 0)
    assert _complete(table.view(ROOM), "bikes")


def test_two_who_wait_for_each_other_both_keep_their_word():
    table = _negotiation()
    table.do(Promise(who="ana", project="bikes", tokens=Tokens(time=2), if_who="bo", if_kind="means"))
    table.do(Promise(who="bo", project="bikes", tokens=Tokens(means=1), if_who="ana", if_kind="time"))
    assert _complete(table.view(ROOM), "bikes")


@pytest.mark.parametrize("audience", [ROOM, CONSOLE, Audience("holder", character="di")])
def test_it_tells_nothing_of_what_was_placed_in_secret(audience):
    """The same gauges, whether somebody is about to keep their word or not."""
    table = _negotiation()
    promise(table, "ana", "bikes", 2, 0, 0)
    promise(table, "bo", "bikes", 0, 1, 0)
    go(table, "choice")
    before = _ahead(table.view(audience))
    table.do(Place(who="cy", project="bikes", token="time", by=1))
    assert _ahead(table.view(audience)) == before == {"health": -1, "work": 2, "common": 0}


def test_words_kept_bring_what_was_foreseen_and_nothing_is_foreseen_after():
    table = _negotiation()
    promise(table, "ana", "bikes", 2, 0, 0)
    promise(table, "bo", "bikes", 0, 1, 0)
    ahead = {gauge.id: gauge.if_kept for gauge in table.view(ROOM).indicators}
    go(table, "reveal")
    after = table.view(ROOM).indicators
    assert {gauge.id: gauge.value for gauge in after} == ahead
    assert all(gauge.if_kept is None for gauge in after)
