"""What who trains alone, or a few around one computer, can do on their screens, and what these never say."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.play.commands import Finish, ShowForecasts, Tally
from tests.game.driving import Driver, past_moments
from tests.game.test_stage_session import go_on_until
from tests.game.test_training import train


@pytest.fixture
def driver(home: Path) -> Iterator[Driver]:
    made = Driver(windows=1)
    yield made
    made.close()


def last_page(driver: Driver) -> None:
    driver.do(Finish())
    driver.stage.turn()
    while "home" not in driver.ids():
        driver.key("space")


def words(driver: Driver) -> list[tuple[str, str]]:
    return [(note.tag, note.text) for note in driver.session.game.table.notes if not note.withdrawn]


def test_the_last_page_of_the_bilan_is_written_in_corrected_and_withdrawn_from(driver: Driver) -> None:
    train(driver)
    last_page(driver)
    for column, text in (("missing", "Le gardien."), ("takeaway", "Demander."), ("commitment", "Rappeler.")):
        driver.click(f"said.{column}.text")
        driver.type(text, "room")
        driver.key("enter")
    assert words(driver) == [
        ("missing", "Le gardien."), ("takeaway", "Demander."), ("commitment", "Rappeler."),
    ]  # fmt: skip
    lines = [id for id in driver.ids() if id.startswith("said-")]
    driver.click(lines[1])
    driver.type(" Plus tôt.", "room")
    driver.key("enter")
    assert ("takeaway", "Demander. Plus tôt.") in words(driver)
    driver.click(next(id for id in driver.ids() if id.startswith("said-")))
    driver.click("said-withdraw")
    driver.click("said-withdraw-yes")
    assert [tag for tag, _ in words(driver)] == ["takeaway", "commitment"]


def test_alone_one_passes_or_speaks_before_the_negotiation_can_be_closed(driver: Driver) -> None:
    train(driver)
    assert "next" not in driver.ids()
    driver.key("space")
    assert driver.director.front.pane("room").panel, "Space opens what one came for"
    driver.key("escape")
    driver.key("p")
    assert "next" in driver.ids()


def test_alone_no_number_of_spaces_skips_a_negotiation_and_to_pass_is_said(driver: Driver) -> None:
    train(driver)
    for _ in range(6):
        driver.key("space")
    assert driver.phase == "negotiation"
    assert "dites que vous passez" in driver.text()
    driver.key("p")
    assert "dites que vous passez" not in driver.text(), "what was asked for has been done"
    driver.key("space")
    assert driver.phase != "negotiation"


def test_a_few_around_one_computer_are_asked_one_by_one_before_a_negotiation_closes(driver: Driver) -> None:
    train(driver, 3)
    names = [driver.session.game.names.character(who) for who in driver.session.game.held]
    assert len(names) == 3
    for _ in range(3):
        assert "next" not in driver.ids()
        driver.key("space")
        plus = next(id for id in driver.ids() if id.startswith("promise.tokens") and id.endswith("more"))
        driver.click(plus)
        driver.click("promise-say")
        driver.key("escape")
    promised = {promise.who for promise in driver.session.game.playing.promises}
    assert promised >= set(driver.session.game.held)
    assert "next" in driver.ids()


def test_a_few_around_one_computer_may_pass_together(driver: Driver) -> None:
    train(driver, 3)
    for _ in range(6):
        driver.key("space")
    assert driver.phase == "negotiation"
    assert "Nous passons" in driver.text()
    driver.key("p")
    driver.key("escape")
    driver.key("space")
    assert driver.phase != "negotiation"


def test_alone_a_forecast_can_be_changed_until_it_is_shown(driver: Driver) -> None:
    train(driver, phase="forecast")
    yes = next(id for id in driver.ids() if id.endswith(".yes"))
    driver.click(yes)
    assert "Votre pronostic : tiendra." in driver.text().replace("\u202f", " ").replace("\u00a0", " ")
    driver.click(yes.removesuffix("yes") + "no")
    said = driver.text().replace("\u202f", " ").replace("\u00a0", " ")
    assert "Votre pronostic : ne tiendra pas." in said
    ballot = driver.session.game.table.ballots[yes.removesuffix(".yes")]
    assert [answer for _, _, answer in ballot.votes] == ["no"]


def test_alone_no_screen_of_a_round_speaks_to_a_room(driver: Driver) -> None:
    train(driver)
    for_a_room = ("console", "réserve", "choix confirmé", "réponse par promesse", "à voix haute", "la salle")
    for phase in ("forecast", "choice", "reveal", "debate", "situation"):
        go_on_until(driver, phase)
        said = driver.text().replace("\u00a0", " ").lower()
        assert not [words for words in for_a_room if words in said], phase
        driver.key("o") if "settings" in driver.ids() else None


def test_tokens_in_hand_stand_in_the_panel_and_it_closes_with_the_phase(driver: Driver) -> None:
    train(driver)
    driver.key("f2")
    assert "Jetons en main" in driver.text()
    driver.key("escape")
    driver.key("p")
    driver.key("f2")
    assert driver.director.front.pane("room").panel
    driver.key("space")
    driver.key("space")
    assert driver.phase != "negotiation"
    assert not driver.director.front.pane("room").panel


def test_a_few_around_one_computer_are_told_once_who_has_not_read(driver: Driver) -> None:
    train(driver, 3, phase="welcome")
    driver.key("space")
    assert "3 personnes n’ont pas lu" in driver.text().replace("\u00a0", " ")
    first = driver.session.game.held[0]
    driver.click(f"read-{first}")
    driver.click("unveil")
    driver.click("read")
    assert "a lu sa fiche" in driver.text().replace("\u00a0", " ")
    assert "2 personnes n’ont pas lu" in driver.text().replace("\u00a0", " ")
    driver.key("space")
    assert driver.phase == "welcome"
    driver.key("space")
    assert driver.phase != "welcome"


def test_all_is_revealed_at_once_only_when_it_was_asked_twice(driver: Driver) -> None:
    train(driver)
    go_on_until(driver, "reveal")
    driver.key("t")
    told = driver.text().replace("\u00a0", " ")
    assert "Oui, tout révéler" in told
    assert "un par un" in told
    assert "Ce que ça change" not in told
    driver.key("space")
    assert "Tout révéler…" in driver.text().replace("\u00a0", " "), "the question is over"
    assert "Ce que ça change" not in driver.text()
    driver.key("t")
    driver.key("t")
    past_moments(driver)
    assert "Ce que ça change" in driver.text()


def test_on_the_last_page_space_says_so_and_refuses_nothing(driver: Driver) -> None:
    train(driver)
    last_page(driver)
    before = len(driver.session.commands)
    driver.key("space")
    ui = driver.director.ui
    assert (ui.toast, ui.toast_is_error) == ("C’est la dernière page.", False)
    assert len(driver.session.commands) == before
    driver.click("tab-0")
    assert "dernière page" not in driver.text(), "it is not, any more"


def test_nothing_in_the_bilan_of_a_few_is_said_of_a_room(driver: Driver) -> None:
    train(driver, 3, phase="forecast")
    question = next(iter(driver.director.view("room").forecasts)).counts.question  # type: ignore[union-attr]
    assert driver.do(Tally(question=question, table="", yes=2, no=1, unsure=0))
    assert driver.do(ShowForecasts())
    go_on_until(driver, "debate")
    driver.do(Finish())
    driver.stage.turn()
    said = ""
    while True:
        said += driver.text().replace("\u00a0", " ") + "\n"
        if "home" in driver.ids():
            break
        driver.key("space")
    assert "moins de 5" not in said
    assert "la salle" not in said
    assert "Les autres réponses" in said
