"""An agenda on screen: who would take the chair, who was drawn, what they put off, and the table after that;
led from the console, from the only window, and trained for."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engine.language import signed
from engine.play.commands import PutOff, Volunteer
from engine.session.session import Session
from engine.view.types import ROOM, Audience, View
from game.front.intents import Go
from game.front.pane import Which
from game.front.phases import FRONTS
from game.front.state import Ui
from game.kit import Scene
from game.kit.nodes import OutlineArt
from game.windows.sessions import Live
from tests.engine import chairs as engine_chairs
from tests.engine.driving import go
from tests.engine.small import begin
from tests.engine.small import scenario as small
from tests.game import chairs, samples, showing
from tests.game.driving import Driver

pytestmark = pytest.mark.usefixtures("home")


def scene(view: View, ui: Ui | None = None) -> Scene:
    return showing.scene(view, ui or Ui())


def said(picture: Scene) -> str:
    """All that is read, with ordinary spaces."""
    return " ".join(showing.said(picture).split())


def topics(view: View) -> list[str]:
    assert view.agenda is not None
    return [project.title for project in view.projects if project.id in view.agenda.projects]


def slips(picture: Scene) -> int:
    """Folded papers that stand out of the bowl."""
    return sum(node.markup.count("<g transform") for node in picture.nodes if isinstance(node, OutlineArt))


# ---- What the room sees ---------------------------------------------------------------------------------


def test_the_phase_has_its_screen_and_its_console() -> None:
    assert FRONTS["agenda"].screen == "screens.round.agenda:agenda"
    assert FRONTS["agenda"].tabs


@pytest.mark.parametrize("step", ["chair", "list"])
def test_a_real_session_is_shown_in_each_of_its_steps(step: str) -> None:
    view = engine_chairs.to("agenda", step=step).view(ROOM)
    assert view.phase.step == step
    assert scene(view).check() == []


def test_before_the_lot_the_room_reads_what_lies_there_and_who_volunteers() -> None:
    view = chairs.chairing("chair")
    picture = scene(view)
    words = said(picture)
    assert "Qui veut présider ?" in words
    assert "4 sujets sur la table, le temps d’en traiter 2." in words
    assert all(title in words for title in topics(view))
    assert "Se proposent : Fatou, Marc, Inès." in words


@pytest.mark.parametrize("volunteers", [0, 1, 3])
def test_the_bowl_holds_a_slip_for_each_who_volunteers(volunteers: int) -> None:
    assert slips(scene(chairs.chairing("chair", volunteers=volunteers))) == volunteers


def test_nobody_volunteering_is_told_before_the_lot_falls_among_all() -> None:
    assert "le sort désignera parmi tous" in said(scene(chairs.chairing("chair", volunteers=0)))


def test_after_the_lot_the_room_reads_who_chairs_and_how_many_are_still_to_be_put_off() -> None:
    view = chairs.chairing("list", off=1)
    words = said(scene(view))
    assert "Le sort désigne Inès." in words
    assert "Il en reste 1 à reporter." in words
    assert words.count("REPORTÉ") == 1


def test_what_waits_is_stamped_and_what_is_treated_is_not() -> None:
    assert "REPORTÉ" not in said(scene(chairs.chairing("list", off=0)))
    done = said(scene(chairs.chairing("list", off=2)))
    assert done.count("REPORTÉ") == 2
    assert "à reporter" not in done


def test_the_table_of_the_negotiation_shows_what_is_treated_and_names_what_waits() -> None:
    view = chairs.negotiating()
    picture = scene(view)
    assert view.agenda is not None
    ids = {control.id for control in picture.controls()}
    waiting = {f"card.{id_}" for id_ in view.agenda.put_off}
    assert not waiting & ids
    assert {f"card.{id_}" for id_ in view.agenda.projects} - waiting <= ids
    assert view.agenda.waits in said(picture)


def test_a_scenario_without_an_agenda_names_nothing_that_waits() -> None:
    view = samples.view("negotiation")
    assert view.agenda is None
    assert "report" not in said(scene(view)).lower()


# ---- What the facilitator does --------------------------------------------------------------------------


def room(step: str, *held: str, windows: int = 2, file: Path | None = None, **fields: Any) -> Driver:
    """The small scenario with an agenda, come to a step; everybody is held unless some are named."""
    driver = Driver(windows=windows, size=(1632, 918))
    seats = dict.fromkeys(held or tuple(small().characters), "held")
    how: dict[str, Any] = {"duration": "150", "seats": seats, "participants": 9}
    session = Session.create(engine_chairs.scenario(), begin(**how | fields), 7, file, lambda: driver.now)
    driver.director.open(Live(go(session, "agenda", step)))
    driver.stage.turn()
    return driver


def done(driver: Driver, kind: type) -> list[Any]:
    """The commands of a kind that the session took."""
    return [command for command in driver.session.commands if isinstance(command, kind)]


def read(driver: Driver, which: Which = "room") -> str:
    return " ".join(driver.text(which).replace("\u00a0", " ").replace("\u202f", " ").split())


def test_two_windows_volunteers_are_ticked_on_the_console_and_what_waits_too() -> None:
    driver = room("chair")
    assert not [id_ for id_ in driver.ids("room") if id_.startswith("volunteer-")]
    driver.click("volunteer=bo", "console")
    assert "Se propose : Bo." in read(driver)
    driver.key("space")
    assert "Le sort désigne Bo." in read(driver)
    table = driver.session.game.on_agenda
    for project in table[:2]:
        driver.click(f"put-off={project}", "console")
    assert driver.session.game.put_off == table[:2]
    driver.key("space")
    assert driver.phase == "negotiation"
    driver.close()


def test_one_window_does_all_by_numbers() -> None:
    driver = room("chair", windows=1)
    driver.key("2")
    driver.key("3")
    driver.key("3")
    assert [(one.who, one.stands) for one in done(driver, Volunteer)] == [
        (driver.session.game.held[1], True), (driver.session.game.held[2], True),
        (driver.session.game.held[2], False),
    ]  # fmt: skip
    driver.key("space")
    driver.key("1")
    driver.key("4")
    table = driver.session.game.on_agenda
    assert driver.session.game.put_off == (table[0], table[3])
    driver.key("4")
    assert driver.session.game.put_off == (table[0],)
    driver.close()


def test_space_waits_until_enough_is_put_off_and_one_too_many_brings_the_first_back() -> None:
    driver = room("chair", windows=1)
    driver.key("1")
    driver.key("space")
    driver.key("space")
    assert driver.session.game.table.step == "list"
    for key in ("1", "2", "3"):
        driver.key(key)
    assert driver.session.game.playing.put_off == driver.session.game.on_agenda[1:3]
    assert [command.off for command in done(driver, PutOff)] == [True, True, True]
    driver.key("space")
    assert driver.phase == "negotiation"
    driver.close()


def test_a_simulated_chair_says_at_once_what_waits_and_leaves_the_facilitator_nothing_to_press() -> None:
    driver = room("chair", "ana")
    driver.key("space")
    assert driver.session.game.playing.chaired in driver.session.game.simulated
    assert len(driver.session.game.put_off) == 2
    assert not [id_ for id_ in driver.ids("console") if id_.startswith("put-off")]
    driver.key("space")
    assert driver.phase == "negotiation"
    driver.close()


def test_who_trains_alone_is_asked_whether_they_would_chair() -> None:
    driver = room("chair", "ana", windows=1, mode="training", duration="training", participants=1)
    assert "Voulez-vous présider ?" in read(driver)
    place = driver.session.game.names.characters.index("ana") + 1
    driver.key(str(place))
    assert done(driver, Volunteer) == [Volunteer(who="ana")]
    assert "Je retire" in read(driver)
    driver.close()


def test_before_the_lot_the_room_reads_what_each_topic_brings_and_opens_its_card() -> None:
    view = chairs.chairing("chair")
    picture = scene(view)
    first = next(project for project in view.projects if project.title in topics(view))
    assert f"{first.changes[0].title} {signed(first.changes[0].by)}" in said(picture)
    assert showing.intent(picture, f"topic.{first.id}") == Go("card", first.id)


def test_what_would_be_given_up_by_being_put_off_is_said_to_be_on_its_last_round() -> None:
    view = chairs.chairing("list")
    assert "dernier tour" not in said(scene(view))
    one, *others = view.projects
    view = replace(view, projects=(replace(one, rounds_left=1), *others))
    assert said(scene(view)).count("dernier tour") == 1


def test_the_console_names_what_may_be_put_off_by_its_title() -> None:
    driver = room("chair")
    driver.click("volunteer=bo", "console")
    driver.key("space")
    titles = {project.id: project.title for project in driver.session.view(ROOM).projects}
    assert [driver.control(f"put-off={id_}", "console").label for id_ in driver.session.game.on_agenda] == [
        titles[id_] for id_ in driver.session.game.on_agenda
    ]
    driver.close()


def test_digits_open_the_cards_in_the_order_in_which_the_table_shows_them() -> None:
    driver = room("chair", windows=1)
    driver.key("1")
    driver.key("space")
    driver.key("1")
    driver.key("2")
    driver.key("space")
    third = driver.session.game.on_agenda[2]
    driver.key("1")
    assert driver.director.front.pane("room").argument == third
    driver.close()


@pytest.mark.parametrize("phase", ["negotiation", "choice", "reveal"])
def test_the_phase_stays_among_those_of_the_round_once_somebody_has_chaired(phase: str) -> None:
    assert "agenda" in dict(engine_chairs.to(phase).view(ROOM).phase.steps)


def test_a_choice_has_no_line_for_what_waits_and_names_it() -> None:
    how = begin(mode="training", duration="training", seats={"ana": "held"}, participants=1)
    view = engine_chairs.to("choice", how).view(Audience("holder", character="ana"))
    picture = scene(view)
    assert view.agenda is not None
    put = {control.id.split(".")[1] for control in picture.controls() if control.id.startswith("more.")}
    assert put
    assert view.agenda.put_off
    assert not put & set(view.agenda.put_off)
    assert " ".join(view.agenda.waits.split()) in said(picture)


def test_what_is_put_off_is_nowhere_to_be_promised_to_nor_chosen() -> None:
    session = engine_chairs.in_the_chair("ana", "negotiation", "")
    waiting = set(session.game.put_off)
    assert waiting
    offered = {legal.kind: set(legal.projects) for legal in session.legal() if legal.projects}
    assert not waiting & offered["promise"]
    go(session, "choice")
    offered = {legal.kind: set(legal.projects) for legal in session.legal() if legal.projects}
    assert not waiting & offered["place"]


def test_the_button_that_draws_says_what_it_does() -> None:
    driver = room("chair", windows=1)
    assert driver.control("next", "room").label == "Tirer au sort qui préside"
    driver.close()
