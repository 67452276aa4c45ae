"""A ballot led from the console and trained for: ways of counting, ballots of paper, a holder's own, publics
to be fetched; by clicks, and by keys."""

from pathlib import Path
from typing import Any

import pytest

from engine.play.commands import Adopt, Mark, PassTo, Promise
from engine.session.session import Session
from game.front.intents import Resume
from game.front.pane import Which
from game.windows.sessions import Live, keep_unsent
from tests.engine import urn
from tests.engine.driving import go
from tests.engine.small import begin
from tests.game.driving import Driver
from tests.game.test_console_stays import work

pytestmark = pytest.mark.usefixtures("home")
GARDEN_AND_CLINIC = ("garden", "clinic")
"""What is eligible in the sessions below."""


def room(
    phase: str, *held: str, windows: int = 2, file: Path | None = None, language: str = "fr", **fields: Any
) -> Driver:
    """The small scenario with a ballot, come to a phase; Ana and Bo are held unless others are named."""
    driver = Driver(windows=windows, size=(1632, 918), language=language)
    seats = dict.fromkeys(held or ("ana", "bo"), "held")
    how: dict[str, Any] = {"duration": "150", "seats": seats, "participants": 9}
    session = Session.create(urn.scenario(), begin(**how | fields), 7, file, lambda: driver.now)
    driver.director.open(Live(go(session, phase)))
    driver.stage.turn()
    return driver


def alone(phase: str, who: str = "ana", **fields: Any) -> Driver:
    """Somebody trains alone."""
    how: dict[str, Any] = {"mode": "training", "duration": "training", "participants": 1}
    return room(phase, who, windows=1, **how | fields)


def done(driver: Driver, kind: type) -> list[Any]:
    """The commands of a kind that the session took."""
    return [command for command in driver.session.commands if isinstance(command, kind)]


def papers(driver: Driver) -> dict[str, tuple[int, ...]]:
    """The ballots in the box: the grades of the garden and of the clinic."""
    made = driver.session.game.playing.papers
    assert driver.session.game.playing.catalogue == GARDEN_AND_CLINIC
    return {who: tuple(paper[idea] for idea in GARDEN_AND_CLINIC) for who, paper in made.items()}


def said(driver: Driver, which: Which = "console") -> str:
    """All the words of a window, whatever space is between them."""
    return driver.text(which).replace("\u00a0", " ").replace("\u202f", " ")


def ticked(driver: Driver, box: str) -> bool:
    return driver.control(box, "console").label.startswith("✓")


def on(driver: Driver) -> None:
    """Go on from the ballots, whoever has none: Space would give somebody the computer first."""
    if "console-count" in driver.ids("console"):
        driver.click("console-count", "console")
    else:
        driver.key("space")


def keys(driver: Driver, *pressed: str) -> None:
    for key in pressed:
        driver.key(key, "console")


# ---- How votes will be counted -----------------------------------------------------------------------------


def test_hands_for_each_way_of_counting_by_keys() -> None:
    driver = room("method")
    assert "Chaque voix a la même part de l’argent" in said(driver)
    keys(driver, "1", "3", "3", "3", "6", "enter")
    assert [one.counts for one in done(driver, Adopt)] == [
        {"approval": 1, "majority-judgement": 0, "equal-shares": 2}
    ]
    assert "La salle a choisi : Parts égales." in said(driver)
    driver.key("space")
    assert driver.phase != "method"
    driver.close()


def test_hands_are_typed_and_counted_again() -> None:
    driver = room("method")
    for hands in ("4", "7"):
        driver.click("adopt.hands.1", "console")
        driver.type(hands)
        keys(driver, "enter", "enter", "enter")
    assert [one.counts["majority-judgement"] for one in done(driver, Adopt)] == [4, 7]
    assert driver.session.game.table.adopted.method == "majority-judgement"  # type: ignore[union-attr]
    driver.close()


def test_ways_that_are_level_are_drawn_among_themselves() -> None:
    driver = room("method")
    keys(driver, "1", "2", "enter")
    assert "Égalité : Le plus de voix · Jugement majoritaire." in said(driver)
    assert "Départager au sort" in said(driver)
    driver.click("method-draw", "console")
    made = driver.session.game.table.adopted
    assert made is not None
    assert made.drawn
    assert made.method in ("approval", "majority-judgement")
    assert "Tiré au sort" in said(driver)
    driver.close()


def test_nobody_goes_on_before_a_way_of_counting_is_chosen_and_that_is_said() -> None:
    driver = room("method")
    assert "On continue quand la salle a choisi comment on comptera." in said(driver)
    driver.key("space")
    assert "choisissez une règle, ou tirez au sort" in said(driver)
    assert driver.phase == "method"
    driver.click("method-draw", "console")
    driver.key("space")
    assert driver.phase != "method"
    driver.close()


def test_going_on_says_once_that_hands_counted_anew_are_not_recorded() -> None:
    driver = room("method")
    keys(driver, "1", "enter", "3", "3")
    driver.key("space")
    assert "Un compte n’est pas enregistré" in said(driver)
    driver.key("space")
    assert driver.phase != "method"
    driver.close()


# ---- Ballots of paper --------------------------------------------------------------------------------------


def test_ballots_of_paper_are_typed_in_by_keys_alone_one_after_the_other() -> None:
    driver = room("ballot")
    keys(driver, "enter", "1", "5", "enter", "3", "2", "enter")
    assert papers(driver) == {"ana": (0, 4), "bo": (2, 1)}
    assert driver.director.front.pane("console").stack == ()
    assert "2 bulletins sur 2" in said(driver)
    on(driver)
    assert driver.phase == "reveal"
    driver.close()


def test_where_no_idea_is_eligible_nobody_is_held_up() -> None:
    driver = room("ballot", "ana", "bo", "cy")
    assert "Aucune idée n’est recevable" in said(driver)
    on(driver)
    assert driver.phase == "reveal"
    driver.close()


def test_ballots_of_paper_are_typed_in_by_clicks() -> None:
    driver = room("ballot")
    for press in (
        "ballot.bo",
        "mark.clinic.1",
        "mark.garden.5",
        "mark-say",
        "mark.garden.2",
        "mark.clinic.4",
    ):
        driver.click(press, "console")
    driver.click("mark-say", "console")
    assert papers(driver) == {"bo": (4, 0), "ana": (1, 3)}
    driver.close()


def test_another_line_is_gone_to_by_arrows_and_its_grade_replaced() -> None:
    driver = room("ballot")
    keys(driver, "enter", "1", "1", "up", "4", "up", "up", "5", "enter")
    assert papers(driver)["ana"] == (4, 3)
    driver.close()


def test_ideas_without_a_grade_are_asked_about_once_and_count_as_fair() -> None:
    driver = room("ballot")
    keys(driver, "enter", "1", "enter")
    assert papers(driver) == {}
    assert "Sans mention : Chantier clinic. Cela comptera « Passable »." in said(driver)
    keys(driver, "enter")
    assert papers(driver) == {"ana": (0, 2)}
    driver.close()


def test_one_ballot_is_put_right_and_shows_what_it_said() -> None:
    driver = room("ballot")
    keys(driver, "enter", "1", "5", "enter", "escape")
    driver.click("ballot.ana", "console")
    assert ticked(driver, "mark.garden.1")
    assert "mark-say" not in driver.ids("console"), "it says so already"
    driver.click("mark.garden.2", "console")
    keys(driver, "enter")
    assert papers(driver) == {"ana": (1, 4)}
    assert driver.director.front.pane("console").argument == "bo"
    driver.close()


def test_going_on_says_once_who_has_no_ballot_and_they_abstain() -> None:
    driver = room("ballot")
    keys(driver, "enter", "1", "5", "enter", "escape")
    on(driver)
    assert "Sans bulletin : Bo." in said(driver)
    assert driver.phase == "ballot"
    on(driver)
    assert driver.phase == "reveal"
    assert done(driver, Mark)[0].who == "ana"
    driver.close()


def test_going_on_says_once_what_is_typed_and_not_handed_in() -> None:
    driver = room("ballot")
    keys(driver, "enter", "1", "5", "enter", "2", "2", "enter")
    driver.click("ballot.bo", "console")
    keys(driver, "down", "5", "escape")
    assert "… commencé, pas remis" in said(driver)
    on(driver)
    told = said(driver)
    assert "Saisi, pas remis : Bo. Continuer garde le bulletin d’avant." in told
    on(driver)
    assert driver.phase == "reveal"
    driver.close()


def test_what_is_typed_stays_where_one_leaves_and_comes_back() -> None:
    driver = room("ballot")
    keys(driver, "enter", "4")
    driver.click("ballot-next", "console")
    keys(driver, "1", "escape")
    driver.click("task.sheets", "console")
    driver.click("task.ballots", "console")
    driver.click("ballot.ana", "console")
    assert ticked(driver, "mark.garden.4")
    keys(driver, "2", "enter")
    assert papers(driver) == {"ana": (3, 1)}
    assert ticked(driver, "mark.garden.1"), "Bo’s, begun before"
    driver.close()


def test_a_session_that_is_killed_keeps_ballots_and_what_was_being_typed(tmp_path: Path) -> None:
    file = tmp_path / "urne.coop"
    driver = room("ballot", file=file)
    keys(driver, "enter", "1", "5", "enter", "3")
    keep_unsent(driver.director.session, driver.director.ui)  # as the stage does soon after each letter
    driver.session._journal.close()  # type: ignore[union-attr]  # nothing says goodbye
    again = Driver(windows=2, size=(1632, 918))
    again.director.carry(Resume(file))
    again.stage.turn()
    assert papers(again) == {"ana": (0, 4)}
    assert "… commencé, pas remis" in said(again)
    keys(again, "enter", "2", "enter")
    assert papers(again) == {"ana": (0, 4), "bo": (2, 1)}
    again.close()


def test_nothing_of_a_ballot_is_in_the_rooms_window() -> None:
    driver = room("ballot")
    before = set(driver.ids())
    keys(driver, "enter", "1", "5")
    assert [id for id in driver.ids() if id.startswith("mark")] == []
    assert not [word for word in ("à rejeter", "5 à rejeter") if word in said(driver, "room")]
    assert set(driver.ids()) == before
    driver.close()


def test_where_the_room_sees_the_console_a_ballot_waits_for_the_picture_to_be_off() -> None:
    driver = room("ballot", windows=1)
    driver.key("f2")
    driver.click("ballot.ana")
    assert [id for id in driver.ids() if id.startswith("mark")] == []
    assert "La salle verrait ce bulletin" in said(driver, "room")
    driver.key("enter")
    for key in ("1", "5", "enter"):
        driver.key(key)
    assert papers(driver) == {"ana": (0, 4)}
    driver.close()


def test_nothing_moves_under_the_hand_while_ballots_are_typed_in() -> None:
    driver = room("method")
    work(driver, "adopt.hands.0.more", "adopt.hands.1.more", "count-save", "method-draw")
    driver.close()
    driver = room("ballot")
    driver.click("ballot.ana", "console")
    work(driver, "mark.garden.1", "mark.garden.2", "mark-to.garden", "mark-say", "mark.clinic.3")
    driver.key("escape", "console")
    work(driver, "task.sheets", "task.ballots")
    driver.close()


# ---- On the computer, under the cover ----------------------------------------------------------------------


def test_a_holder_marks_their_own_ballot_and_gives_the_computer_back() -> None:
    driver = room("ballot")
    driver.click("pass.ana", "console")
    assert [id for id in driver.ids("console") if id.startswith("mark")] == []
    keys(driver, "enter", "2", "5")
    assert "Votre bulletin pèse 2 voix." in said(driver)
    keys(driver, "enter", "space")
    assert papers(driver) == {}, "neither Enter nor a remote control hands it in"
    keys(driver, "ctrl+enter")
    assert papers(driver) == {"ana": (1, 4)}
    assert driver.session.game.table.passed_to is None
    assert "✓ a voté" in said(driver)
    driver.close()


def test_a_holder_who_gives_the_computer_back_keeps_what_they_marked_under_the_cover() -> None:
    driver = room("ballot")
    driver.click("pass.ana", "console")
    keys(driver, "enter", "2", "escape")
    assert driver.session.game.table.passed_to is None
    driver.click("pass.bo", "console")
    keys(driver, "enter")
    assert not ticked(driver, "mark.garden.2")
    keys(driver, "escape")
    driver.click("pass.ana", "console")
    keys(driver, "enter")
    assert ticked(driver, "mark.garden.2")
    assert [one.who for one in done(driver, PassTo)] == ["ana", None, "bo", None, "ana"]
    driver.close()


# ---- Publics to be fetched ---------------------------------------------------------------------------------


def test_a_public_is_fetched_from_a_row_of_its_own() -> None:
    driver = room("negotiation")
    told = said(driver)
    assert "Ou chercher" in told
    assert "Les parents · 20" in told
    driver.click("promise.project=fetching-night", "console")
    assert "Un temps : 6 voix de plus. 4 voix aujourd’hui ; 12 au plus viendraient encore." in said(driver)
    driver.click("promise.tokens.0.more", "console")
    driver.click("promise-say", "console")
    made = done(driver, Promise)[-1]
    assert (made.project, made.tokens.time) == ("fetching-night", 1)
    driver.close()


def test_whoever_promises_to_an_idea_reads_its_price_and_who_finds_it_good() -> None:
    driver = room("negotiation")
    driver.click("promise.project=bikes", "console")
    assert "Idée à voter : 25 000 €. Bonne pour 20 voix aujourd’hui." in said(driver)
    driver.click("read-card", "console")
    told = said(driver)
    assert "Financée (25 000 €) :" in told
    assert "Très bien : les parents · Passable : les habitués et ceux de nuit" in told
    driver.close()


# ---- Alone, and in English ---------------------------------------------------------------------------------


def test_who_trains_alone_adopts_a_way_of_counting_and_marks_a_ballot() -> None:
    driver = alone("method")
    driver.key("space")
    assert driver.phase == "method"
    driver.key("f2")
    driver.key("3")
    driver.key("enter")
    assert driver.session.game.table.adopted.method == "equal-shares"  # type: ignore[union-attr]
    driver.close()
    driver = alone("ballot")
    there = driver.session.game.playing.catalogue
    assert there
    driver.key("space")
    assert driver.phase == "ballot"
    assert "puis remettez votre bulletin" in said(driver, "room")
    for _ in there:
        driver.key("1")
    driver.key("ctrl+enter")
    assert driver.phase == "reveal"
    assert done(driver, Mark)[0].grades == dict.fromkeys(there, 0)
    driver.close()


def test_it_is_all_said_in_english() -> None:
    driver = room("method", language="en")
    assert "Record the count" in said(driver)
    driver.close()
    driver = room("ballot", language="en")
    keys(driver, "enter", "1", "enter")
    told = said(driver)
    assert "Type in Ana Dupont’s ballot" in told
    assert "It will count as “Fair”" in told
    keys(driver, "enter", "escape")
    on(driver)
    assert "No ballot yet: Bo." in said(driver)
    driver.close()


def test_the_help_tells_the_keys_of_a_ballot() -> None:
    driver = room("ballot")
    keys(driver, "enter", "f1")
    told = said(driver)
    assert "la mention de l’idée" in told
    assert "remettre le bulletin, et passer au suivant" in told
    driver.close()
