"""Alone, a debate is an exercise: COOP or pas COOP, three sentences to tell apart, readings, own words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.content.model import KINDS, Tokens
from engine.play.commands import Finish, Promise
from engine.view.types import DebateView, ExerciseView
from tests.game.driving import Driver, past_moments
from tests.game.test_stage_session import go_on_until
from tests.game.test_training import train


@pytest.fixture
def driver(home: Path) -> Iterator[Driver]:
    made = Driver(windows=1, size=(1280, 720))
    yield made
    made.close()


def _debate(driver: Driver) -> DebateView:
    view = driver.director.view("room")
    assert view is not None
    assert view.debate is not None
    return view.debate


def _asked(driver: Driver) -> ExerciseView:
    asked = _debate(driver).exercise
    assert asked is not None
    return asked


def _text(driver: Driver) -> str:
    return driver.text().replace("\u00a0", " ").replace("\u202f", " ")


def test_a_debate_alone_is_voted_sorted_and_written_with_the_keys(driver: Driver) -> None:
    train(driver)
    go_on_until(driver, "debate", "sentence")
    assert {"coop-0", "coop-1"} <= set(driver.ids())
    driver.key("2")
    first = _debate(driver).first
    assert first is not None
    assert (first.yes, first.no) == (0, 1)
    for key in ("3", "1", "2"):
        driver.key(key)
    driver.key("space")
    assert [said.sorted for said in _asked(driver).sentences] == ["presupposition", "fact", "judgement"]
    for said in _asked(driver).sentences:
        assert f"C’est {said.word}." in _text(driver)
        assert said.why in driver.text()
    driver.key("space")
    for who, text in _asked(driver).readings:
        assert text.replace("«", "“").replace("»", "”").split()[-1] in driver.text(), who
    driver.type("Je l'aurais dit avant.", "room")
    driver.key("enter")
    assert "Gardé : « Je l’aurais dit avant. »" in _text(driver)
    driver.key("space")
    assert _phase(driver) == "map"


def _phase(driver: Driver) -> str:
    view = driver.director.view("room")
    assert view is not None
    return view.phase.step


def test_nothing_that_is_shown_before_the_answer_gives_it_away(driver: Driver) -> None:
    train(driver)
    go_on_until(driver, "debate", "sentence")
    driver.key("1")
    assert "C’est un" not in _text(driver)
    assert _asked(driver).journal[-1] in driver.text()
    assert not any(text in driver.text() for _, text in _asked(driver).readings)


def test_an_answer_to_a_sentence_can_be_changed_before_one_sees(driver: Driver) -> None:
    train(driver)
    go_on_until(driver, "debate", "sentence")
    driver.key("1")
    for key in ("1", "2", "3"):
        driver.key(key)
    driver.click("claim.0.judgement")
    driver.key("space")
    assert [said.sorted for said in _asked(driver).sentences] == ["judgement", "judgement", "presupposition"]


def test_several_at_one_computer_count_thumbs(driver: Driver) -> None:
    train(driver, 3)
    go_on_until(driver, "debate", "sentence")
    assert [name for name in driver.ids() if name.startswith("thumbs-")] == [f"thumbs-{n}" for n in range(4)]
    driver.key("2")
    first = _debate(driver).first
    assert first is not None
    assert (first.yes, first.no) == (2, 1)


def test_the_bilan_gives_back_the_acts_debated_and_says_nobody_was_right(driver: Driver) -> None:
    train(driver)
    go_on_until(driver, "debate", "sentence")
    act = _debate(driver).picked
    assert act is not None
    driver.key("1")
    for key in ("1", "2", "3"):
        driver.key(key)
    driver.key("space")
    go_on_until(driver, "situation")
    driver.do(Finish())
    while "Vous avez dit" not in _text(driver):
        driver.key("space")
        assert driver.phase == "bilan"
    assert act.sentence in driver.text()
    assert "Vous avez dit : COOP" in _text(driver)
    assert "COOP ou pas COOP, cela se discute." in _text(driver)


def test_who_breaks_their_word_alone_sees_who_counts_on_them_less(driver: Driver) -> None:
    who = train(driver)
    game = driver.session.game
    project, kind = next(
        (id_, kind)
        for id_ in game.open
        for kind, lack, hand in zip(KINDS, game.lack(id_), game.tokens(who), strict=True)
        if lack and hand
    )
    driver.do(Promise(who=who, project=project, tokens=Tokens(**{kind: 1})))
    go_on_until(driver, "reveal")
    driver.key("t")
    driver.key("t")
    past_moments(driver)
    view = driver.director.view("room")
    assert view is not None
    assert view.reveal is not None
    _, before, after = min(view.reveal.in_you, key=lambda row: row[2] - row[1])
    assert after < before
    told = _text(driver)
    assert f"{before} → {after}" in told[told.index("Leur confiance en vous") :]
