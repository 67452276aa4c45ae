"""Of whom a debate is asked: of those who had to do with what happened, not of whoever played that round."""

from typing import Any

import pytest

from engine.content.model import Tokens
from engine.play.commands import Advance, Confirm, Place, Promise
from engine.session.session import Session
from tests.engine import square, week
from tests.engine.driving import Ticker, go
from tests.engine.small import begin, scenario

EVERYBODY = {"ana": "held", "bo": "held", "cy": "held", "di": "held"}


def _about(what: str) -> dict[str, Any]:
    return {"id": "asked", "about": what, "question": "Et cela ?", "statement": "C'est juste."}


def _asked_of(whole: Session) -> set[str]:
    """Those of whose acts the card may be asked."""
    return {act.who for act in whole.game.playing.acts if "asked" in (act.card, *act.others)}


def _give(whole: Session, *gifts: tuple[str, str, tuple[int, int, int]], promised: bool) -> Session:
    """A round in which these give so many times, means and backings, and the others nothing."""
    for who, project, (time, means, backing) in gifts if promised else ():
        tokens = Tokens(time=time, means=means, backing=backing)
        whole.do(Promise(who=who, project=project, tokens=tokens))
    go(whole, "choice", "", whole.game.playing.number)
    for who, project, numbers in gifts:
        for token, number in zip(("time", "means", "backing"), numbers, strict=True):
            for _ in range(number):
                whole.do(Place.model_validate({"who": who, "project": project, "token": token, "by": 1}))
    for who in whole.game.held:
        whole.do(Confirm(who=who))
    whole.do(Advance())
    return whole


@pytest.mark.parametrize(
    ("lifts", "promised", "asked"),
    [
        ((), True, {"ana", "bo"}),
        ((("cy", "di"),), True, {"ana", "bo", "cy", "di"}),
        ((("di", "ana"),), False, {"ana", "bo", "di"}),
    ],
)
def test_a_presupposition_that_fell_is_asked_of_the_two_it_stood_between_and_of_who_built_what_lifted_it(
    lifts: tuple[tuple[str, str], ...], promised: bool, asked: set[str]
) -> None:
    """Ana and Bo build the bikes; Cy and Di keep everything."""
    data = scenario().model_dump(by_alias=True)
    believes = [
        {**member, "believes": ({"about": "di", "that": "Cela."}, {"about": "ana", "that": "Ceci."})}
        if member["character"] == "cy"
        else member
        for member in data["cast"]
    ]
    projects = [{**p, "lifts": lifts if p["id"] == "bikes" else ()} for p in data["projects"]]
    fields = {"cast": believes, "projects": projects, "debates": [_about("lifted"), *data["debates"]]}
    how = begin(duration="150", seats=EVERYBODY)
    whole = Session.create(scenario().model_validate({**data, **fields}), how, 7, now=Ticker())
    go(whole, "negotiation")
    _give(whole, ("ana", "bikes", (2, 0, 0)), ("bo", "bikes", (0, 1, 0)), promised=promised)
    assert {act.who for act in whole.game.playing.acts} == set(EVERYBODY)
    assert _asked_of(whole) == asked


@pytest.mark.parametrize(
    ("giver", "asked"), [("ana", {"ana", "bo", "cy"}), ("di", {"ana", "bo", "cy", "di"})]
)
def test_an_hour_that_was_taken_is_asked_of_who_built_one_or_the_other_and_of_who_had_the_key(
    giver: str, asked: set[str]
) -> None:
    """The market and the garden want the same hour, and Ana has the key, whether she builds or not."""
    plain = week.scenario().model_dump(by_alias=True, exclude_unset=True)["debates"]
    for seed in range(60):
        how = begin(duration="150", seats=EVERYBODY)
        whole = week.to("negotiation", how, seed, debates=[_about("dislodged"), *plain])
        if {"garden", "market"} <= set(whole.game.open):
            break
    _give(
        whole,
        (giver, "garden", (2, 0, 0)), ("cy", "garden", (0, 1, 0)),
        ("cy", "market", (1, 0, 0)), ("bo", "market", (0, 3, 0)),
        promised=False,
    )  # fmt: skip
    assert whole.game.records[-1].put_out.any()
    assert _asked_of(whole) == asked


@pytest.mark.parametrize(("of", "asked"), [("kept-tokens", {"bo", "cy", "di"}), ("built", {"ana", "bo"})])
def test_a_card_says_itself_whom_it_is_asked_of(of: str, asked: set[str]) -> None:
    """Ana gives all she has, to the bikes too, and Bo what those lack; Cy and Di keep everything."""
    data = scenario().model_dump(by_alias=True)
    debates = [_about("any") | {"of": of}, *data["debates"]]
    how = begin(duration="150", seats=EVERYBODY)
    whole = Session.create(scenario().model_validate({**data, "debates": debates}), how, 7, now=Ticker())
    go(whole, "negotiation")
    wants_backing = next(p for p in whole.game.needing if whole.game.lack(p)[2])
    gifts = ("ana", "bikes", (2, 0, 0)), ("ana", wants_backing, (0, 0, 1)), ("bo", "bikes", (0, 1, 0))
    _give(whole, *gifts, promised=False)
    assert _asked_of(whole) == asked


def test_an_act_whose_question_the_room_has_heard_comes_behind_one_with_a_fresh_question() -> None:
    """The room has two questions: of who gives nothing, and of who gives without a word."""
    data = scenario().model_dump(by_alias=True)
    debates = [{**_about(about), "id": about} for about in ("silent", "gift")]
    whole = Session.create(
        scenario().model_validate({**data, "debates": debates}),
        begin(duration="150", seats=EVERYBODY),
        7,
        now=Ticker(),
    )
    heard = []
    for number in (1, 2):
        go(whole, "negotiation", "", number)
        wants_time = next(p for p in whole.game.needing if whole.game.lack(p)[0])
        _give(whole, ("ana", wants_time, (1, 0, 0)), promised=False)
        heard.append(whole.game.playing.acts[0].card)
        go(whole, "debate", "", number)
    assert set(heard) == {"silent", "gift"}


def test_works_that_do_not_move_on_are_asked_of_who_paid_for_them() -> None:
    plain = square.scenario().model_dump(by_alias=True, exclude_unset=True)["debates"]
    how = begin(duration="150", seats=EVERYBODY)
    whole = square.to("negotiation", how, debates=[_about("stalled"), *plain])
    _give(whole, ("ana", "clinic", (1, 0, 1)), ("bo", "clinic", (0, 2, 0)), promised=False)
    assert _asked_of(whole) == set()
    _give(go(whole, "negotiation", "", 2), promised=False)
    assert _asked_of(whole) == {"ana", "bo"}, (
        "Cy and Di have kept everything, and no hoarding of theirs waits"
    )
