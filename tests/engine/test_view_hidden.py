"""Two games that differ only in what is hidden look the same, to the last number."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.content.model import KINDS, Scenario, Tokens
from engine.fixed import ONE
from engine.lazy import Lazy
from engine.play.commands import Advance, Confirm, Place, Promise, Select
from engine.play.game import Game
from engine.play.rule import changed
from engine.play.table import Ballot, Trio
from engine.rules.board import weighed
from engine.session.session import Session
from engine.view import of
from engine.view.types import ROOM, Audience, View
from tests.engine.driving import Ticker, code, go, session
from tests.engine.legal_moves import play_on
from tests.engine.small import STAKES, begin, scenario

pytestmark = pytest.mark.no_cover  # lines that other tests walk

ANA = Audience("holder", "ana")
SPLITS = st.integers(0, 10)


# ---- At one moment: whatever is hidden is put upside down --------------------------------------------------


def upside_down(draw: Any, game: Game, audience: Audience) -> Game:
    """The same game for an audience, everything that it may not know drawn anew."""
    hidden = np.array([who != audience.character for who in game.names.characters])
    over = game.table.phase == "bilan"  # goals and gains are laid open
    noise = np.random.default_rng(draw(st.integers(0, 999)))

    def other(values: Any, low: int, high: int) -> Any:
        rows = hidden.reshape(-1, *([1] * (values.ndim - 1)))
        return np.where(rows, noise.integers(low, high, values.shape, dtype=np.int64), values)

    board = weighed(
        game.board._replace(
            stakes=other(game.board.stakes, 0, 11),
            goal=game.board.goal if over else other(game.board.goal, ONE, 20 * ONE),
            believes=other(game.board.believes, 0, 2),
        )
    )
    state = game.state._replace(
        believes=np.where(_fell(game), 0, other(game.state.believes, 0, 2)),
        total=game.state.total if over else other(game.state.total, -ONE, 20 * ONE),
        gain=other(game.state.gain, -ONE, 9 * ONE),
        bonus=other(game.state.bonus, 0, ONE),
        deck=noise.permutation(game.state.deck),
        situations=noise.permutation(game.state.situations),
    )
    records = tuple(
        r._replace(
            gain=other(r.gain, -ONE, 9 * ONE), bonus=other(r.bonus, 0, ONE), worth=other(r.worth, -ONE, ONE)
        )
        for r in game.records
    )
    return replace(
        _told_otherwise(draw, game, audience),
        seed=draw(st.integers(0, 99)),
        board=board,
        state=state,
        records=records,
        scenario=_with_what_fell(_meant_otherwise(draw, game.scenario, audience), game),
    )


def _fell(game: Game) -> Any:
    """[n, n] whose presupposition about whom a reveal has told of, so that it is no secret any more."""
    told = [record.lifted for record in game.records]
    return (
        (np.sum(told, axis=0) > 0) & (game.state.believes == 0)
        if told
        else np.zeros_like(game.state.believes) > 0
    )


def _with_what_fell(other: Scenario, game: Game) -> Scenario:
    """The same scenario, where what fell was believed all the same."""
    names, fell, cast = game.names.characters, _fell(game), []
    for member, was in zip(other.cast, game.scenario.cast, strict=True):
        who = names.index(member.character) if member.character in names else -1
        told = [b for b in was.believes if who >= 0 and b.about in names and fell[who, names.index(b.about)]]
        others = [b for b in member.believes if b.about not in {one.about for one in told}]
        cast.append(member.model_copy(update={"believes": (*told, *others)}))
    return other.model_copy(update={"cast": tuple(cast)})


def _told_otherwise(draw: Any, game: Game, audience: Audience) -> Game:
    """Other tokens under every hand but one's own, other answers behind counts not shown, other words."""
    placing: dict[str, Mapping[str, Trio]] = dict(game.table.placing)
    if game.table.phase == "choice":
        for who in game.held:
            if who != audience.character:
                placing[who] = {
                    project: draw(st.sampled_from(((0, 0, 0), (1, 0, 0)))) for project in game.open
                }
    ballots = {q: _turned(b) if _unseen(game, q) else b for q, b in game.table.ballots.items()}
    notes = tuple(replace(note, text="autre chose") for note in game.table.notes)
    return changed(game, placing=placing, ballots=ballots, notes=notes, draw=game.table.draw + 1)


def _unseen(game: Game, question: str) -> bool:
    """Whether a count is not to be seen yet: a forecast not shown, a vote that people are casting."""
    kind, _, rest = question.partition(":")
    if kind == "forecast":
        return not any(record.shown for record in game.table.rounds if rest in record.selected)
    ballot, (number, *again) = game.table.ballots[question], rest.split(":")
    steps = ("vote",) if again == ["1"] else ("vote", "talk", "revote")
    casting = int(number) == len(game.table.rounds) and game.table.step in steps
    return casting and not ballot.tallies and ballot.received() < game.begin.participants


def _turned(ballot: Ballot) -> Ballot:
    turn = {"yes": "no", "no": "unsure", "unsure": "yes"}
    return Ballot(
        tuple((voter, table, turn[answer]) for voter, table, answer in ballot.votes),  # type: ignore[misc]
        tuple((table, unsure, yes, no) for table, yes, no, unsure in ballot.tallies),
    )


def _meant_otherwise(draw: Any, scenario: Scenario, audience: Audience) -> Scenario:
    cast = []
    for member in scenario.cast:
        if member.character != audience.character:
            health, about = draw(SPLITS), draw(st.sampled_from([w for w in STAKES if w != member.character]))
            believes = ({"about": about, "that": "AUTRE"},) if draw(st.booleans()) else ()
            other = {**member.model_dump(by_alias=True), "secret": "AUTRE", "goal": draw(st.integers(1, 20)),
                     "stakes": {"health": health, "work": 10 - health}, "believes": believes}  # fmt: skip
            member = type(member).model_validate(other)
        cast.append(member)
    return scenario.model_copy(update={"cast": tuple(cast)})


def apart(one: Any, other: Any, path: str = "view") -> list[str]:
    """Where two views differ, and in what."""
    if one == other:
        return []
    if is_dataclass(one) and type(one) is type(other):
        pairs = [(f.name, getattr(one, f.name), getattr(other, f.name)) for f in fields(one)]
    elif isinstance(one, tuple | Lazy) and isinstance(other, tuple | Lazy) and len(one) == len(other):
        pairs = [(str(n), a, b) for n, (a, b) in enumerate(zip(one, other, strict=True))]
    else:
        return [f"{path}: {one!r} / {other!r}"]
    return [line for name, a, b in pairs for line in apart(a, b, f"{path}.{name}")]


def _but_the_mean(view: View, whole: Session, audience: Audience) -> View:
    """Mutual trust is told to all: one mean over all pairs, presuppositions counted."""
    mean = of(whole.game, audience).map
    return (
        view
        if view.map is None or mean is None
        else replace(view, map=replace(view.map, mutual_trust=mean.mutual_trust))
    )


def _but_what_is_wanted(view: View) -> View:
    """Whether who refused would still agree for what it wants is told to all: it says so itself."""
    return replace(view, legal=tuple(option for option in view.legal if option.kind != "take"))


STARTS = {
    "facilitated": (("welcome",), ("forecast",), ("debate", "vote"), ("debate", "revote"), ("debate", "map")),
    "training": (("welcome",), ("choice",), ("debate", "map")),
}
"""From where play goes on at random, so that every count is cast and every map seen often."""


@pytest.mark.parametrize("audience", [ROOM, ANA], ids=["room", "holder"])
@settings(max_examples=30, deadline=None)
@given(st.data(), st.integers(0, 99))
def test_whatever_is_hidden_could_be_anything_for_all_that_is_seen(
    audience: Audience, data: Any, seed: int
) -> None:
    shown = data.draw(st.sampled_from(("before", "after")))
    mode = data.draw(st.sampled_from(("facilitated", "training")))
    whole = session(begin(mode, forecasts_shown=shown), seed)
    go(whole, *data.draw(st.sampled_from(STARTS[mode])))
    for step in range(24):
        play_on(data.draw, whole)
        if step % 3 == 0:
            other = upside_down(data.draw, whole.game, audience)
            seen, same = of(whole.game, audience), _but_the_mean(of(other, audience), whole, audience)
            assert apart(_but_what_is_wanted(seen), _but_what_is_wanted(same)) == []


# ---- Over a whole round: other people, other stakes, the same words ----------------------------------------


@settings(max_examples=12, deadline=None)
@given(st.data(), st.integers(0, 99))
def test_people_who_want_other_things_and_give_other_tokens_are_not_told_apart_before_the_reveal(
    data: Any, seed: int
) -> None:
    """Everybody is held: what is promised aloud is the same, what is meant and placed is not."""
    seats = dict.fromkeys(STAKES, "held")
    told: list[list[View]] = []
    for one in (scenario(), _meant_otherwise(data.draw, scenario(), ROOM)):
        whole = Session.create(one, begin(seats=seats), seed, now=Ticker())
        views = [go(whole, "negotiation").view(ROOM)]
        for who in STAKES:
            said = _said(whole, who)
            if said is not None:
                whole.do(said)
        whole.do(Advance())
        whole.do(Select(promises=tuple(p.id for p in whole.game.playing.promises)[:3]))  # from the console
        views.append(whole.view(ROOM))
        whole.do(Advance())
        for who in STAKES:
            _place_in_secret(data.draw, whole, who)
            views.append(whole.view(ROOM))
            whole.do(Confirm(who=who))
            views.append(whole.view(ROOM))
        told.append(views)
    assert [apart(one, other) for one, other in zip(*told, strict=True) if one != other] == []


def _said(whole: Session, who: str) -> Promise | None:
    """A promise that follows from what everybody knows: a token of the first kind that a project needs."""
    for project in whole.game.open:
        for k, kind in enumerate(KINDS):
            if whole.game.tokens(who)[k] and whole.game.lack(project)[k]:
                return Promise(who=who, project=project, tokens=Tokens.model_validate({kind: 1}))
    return None


def _place_in_secret(draw: Any, whole: Session, who: str) -> None:
    for project in whole.game.open:
        for token in KINDS:
            if draw(st.booleans()):
                code(whole, Place(who=who, project=project, token=token, by=1))
