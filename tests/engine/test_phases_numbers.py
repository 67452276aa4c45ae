"""What a correction takes back, which card comes, and two numbers that people read."""

import pytest

from engine.content.model import Tokens
from engine.fixed import to_float
from engine.play.commands import Advance, Confirm, KeepWord, Place, Promise, Reopen
from engine.session.session import Session
from engine.view.types import CONSOLE, ROOM
from tests.engine.driving import Ticker, go, promise, session, to
from tests.engine.small import begin, scenario


def test_who_takes_a_choice_up_again_has_no_more_been_decided_for_by_the_bell():
    """What they then place stays theirs, though the condition of their promise fails."""
    whole = to("negotiation", how=begin(seats=dict.fromkeys(("ana", "bo", "cy", "di"), "held")))
    whole.do(Promise(who="ana", project="clinic", tokens=Tokens(time=1), if_who="bo", if_kind="means"))
    go(whole, "choice")
    whole.do(KeepWord(who="ana"))
    whole.do(Reopen(who="ana"))
    assert whole.game.table.keeping == ()
    whole.do(Place(who="ana", project="clinic", token="time", by=1))
    for who in ("ana", "bo", "cy", "di"):
        whole.do(Confirm(who=who))
    whole.do(Advance())
    assert whole.game.playing.given["ana"] == {"clinic": (1, 0, 0)}


def test_a_card_that_was_debated_leaves_its_place_to_another_that_fits_as_well():
    small = scenario()
    any_act = next(card for card in small.debates if card.about == "any")
    again = [any_act.model_copy(update={"id": f"any-{n}"}) for n in range(1, 9)]
    whole = Session.create(small.model_copy(update={"debates": tuple(again)}), begin(), 7, now=Ticker())
    cards = []
    for number in range(1, whole.game.schedule.rounds + 1):
        go(whole, "debate", rounds=number)
        record = whole.game.playing
        cards.append(next(act.card for act in record.acts if act.id == record.picked))
    assert len(cards) > 1
    assert len(set(cards)) == len(cards)


def test_a_card_of_what_the_round_was_like_comes_before_one_that_fits_any_act():
    small = scenario()
    any_act = next(card for card in small.debates if card.about == "any")
    of_the_round = any_act.model_copy(update={"id": "of-the-round", "about": "situation"})
    both = {"debates": (any_act, of_the_round)}
    whole = Session.create(small.model_copy(update=both), begin(), 7, now=Ticker())
    go(whole, "debate")
    record = whole.game.playing
    assert next(act.card for act in record.acts if act.id == record.picked) == of_the_round.id


@pytest.mark.parametrize("about", ["completed", "lapsed", "lifted", "gate-open", "gate-closed"])
def test_a_card_of_what_came_about_is_debated_where_it_did_and_only_there(about):
    small = scenario()
    any_act = next(card for card in small.debates if card.about == "any")
    of_this = any_act.model_copy(update={"id": "of-this", "about": about})
    debated = set()
    for seed in range(6):
        board = small.model_copy(update={"debates": (any_act, of_this)})
        whole = Session.create(board, begin(), seed, now=Ticker())
        for number in range(1, 3):
            go(whole, "debate", rounds=number)
            act = next(act for act in whole.game.playing.acts if act.id == whole.game.playing.picked)
            reveal = whole.view(ROOM).reveal
            became = {one.project.id: one.state for one in reveal.outcomes}.get(act.project)
            came_about = {
                "completed": became == "complete",
                "lapsed": became == "lapsed",
                "lifted": bool(reveal.lifted),
                "gate-open": reveal.commons.rose,
                "gate-closed": not reveal.commons.rose,
            }[about]
            before = [one.card for record in whole.game.table.rounds[:-1] for one in record.acts
                      if one.id == record.picked]  # fmt: skip
            assert (act.card == "of-this") == (came_about and "of-this" not in before), "and never twice"
            debated.add(came_about)
    assert False in debated


def test_trust_moves_by_the_mean_over_the_others_and_not_over_everybody():
    whole = to("negotiation")
    promise(whole, "bo", "clinic", 0, 2, 0)
    reveal = go(whole, "reveal").view(ROOM).reveal
    record, names = whole.game.records[-1], whole.game.names.characters
    moved = record.trust_acts + record.trust_cards
    told = dict(reveal.trust)
    assert told
    for j, who in enumerate(names):
        others = [to_float(int(moved[i, j])) for i in range(len(names)) if i != j]
        assert told.get(who, 0) == round(100 * sum(others) / len(others)), who


@pytest.mark.parametrize("duration", ["45", "90", "150"])
def test_a_session_that_keeps_to_its_times_is_never_late_nor_early_the_break_counted_where_it_comes(duration):
    whole = session(begin(duration=duration))
    clock, lateness, seen = whole.clock, [], []
    while True:
        table = whole.game.table
        if (len(table.rounds), table.phase) not in seen:
            seen.append((len(table.rounds), table.phase))
            lateness.append(whole.view(CONSOLE).clock.late)
            if table.phase == "bilan":
                break
            clock.now += 60.0 * whole.game.schedule.of(table.phase)
        if table.phase == "choice":
            for who in whole.game.held:
                whole.do(KeepWord(who=who))
        whole.do(Advance())
    assert dict(zip(seen, lateness, strict=True)) == dict.fromkeys(seen, 0.0)
