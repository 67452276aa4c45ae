"""The great moments of an evening: each fills the room's screen in its place, once, and bars no way."""

from dataclasses import replace

import pytest

from engine.content.model import Tokens
from engine.play.commands import Advance, CarteBlanche, Undo
from engine.view.types import View
from game import console
from game.front.drafts import Drafts, holding
from game.front.intents import Do, Draft, Start
from game.front.state import Settings, Ui
from game.front.told import Revealed, Told, still
from game.kit.nodes import FaceDisc, Path, Text, ThingArt
from game.kit.theme import Theme
from game.paint import canvas
from game.screens import for_view, way_on
from game.screens.round import moments
from tests.game import samples
from tests.game.driving import SCENARIO, Driver, beginning, facilitating, go_to
from tests.game.keyed import does
from tests.game.leafing import leaves
from tests.game.showing import intent, said, scene
from tests.game.staged import built, by_oneself, fallen, lasting, risen

OPEN = Ui(drafts=holding(Revealed("2", 99)))
"""Every row of the reveal looked at is open."""


pytestmark = pytest.mark.usefixtures("french")


def eventful() -> View:
    """A reveal of everything: two projects complete, one given up, two presuppositions fallen, no rise."""
    return risen(fallen(built(samples.reveal(), 2), 2), False)


def at(steps: int) -> Ui:
    return Ui(drafts=holding(Revealed("2", 99), Told("2.reveal", steps)))


def _even(words: str) -> str:
    return " ".join(words.split())


def test_a_reveal_goes_from_the_facts_to_its_moments_and_then_to_what_follows() -> None:
    view = eventful()
    shown = [moments.standing(view, ui) for ui in leaves(view, OPEN)]
    ids = [moment.id.split(".")[0] if moment else "" for moment in shown]
    assert ids == ["", "complete", "complete", "fell", "fell", "gate", "", ""]
    facts, *_, after, place = (scene(view, ui) for ui in leaves(view, OPEN))
    assert "Ce que ça change" not in facts.texts(), "nothing of what follows is told with the last row"
    assert "TENU" in facts.texts()
    assert {"Ce que ça change", "TENU"} <= set(after.texts())
    assert intent(place, "next") == Do(Advance())


def test_no_moment_comes_before_the_last_row_is_open() -> None:
    view = eventful()
    closed = Ui(drafts=holding(Revealed("2", 3), Told("2.reveal", 1)))
    assert moments.standing(view, closed) is None
    assert intent(scene(view, closed), "next") == Draft(Revealed("2", 4))


def test_a_project_that_is_complete_is_drawn_large_with_who_made_it_and_who_gains_or_loses() -> None:
    view = risen(eventful(), True)
    picture = scene(view, at(1))
    assert view.reveal is not None
    done = view.reveal.outcomes[0]
    told = _even(said(picture))
    assert all(
        _even(words) in told for words in (done.project.title, done.built, *dict(done.benefits).values())
    )
    (drawn,) = (node for node in picture.nodes if isinstance(node, ThingArt))
    assert drawn.rect.w > 400
    early = _even(said(scene(risen(view, False), at(1))))
    for points, words in done.benefits:
        assert (_even(words) in early) == (points < 0), "it would tell of the gate, still to come"
    title = max(node.size for node in picture.nodes if isinstance(node, Text))
    assert title > 90


def test_a_presupposition_that_falls_is_crossed_out_between_two_faces_with_a_sentence_to_read() -> None:
    view = eventful()
    fell = view.reveal.fallen[1] if view.reveal else None
    assert fell is not None
    picture = scene(view, at(4))
    told = _even(said(picture))
    assert _even(fell.said) in told
    assert len([node for node in picture.nodes if isinstance(node, FaceDisc)]) == 2
    strokes = [node.rect for node in picture.nodes if isinstance(node, Path)]
    for who, _, what in fell.believed:
        assert view.character(who).short in told
        assert _even(what) in told
    lines = [node for node in picture.nodes if isinstance(node, Text) and _of(node, fell.believed)]
    assert len(lines) == len(strokes) > 2
    for line, stroke in zip(lines, strokes, strict=True):
        assert line.rect.y < stroke.y < line.rect.bottom
        assert stroke.x < line.rect.x < line.rect.right < stroke.right


def _of(node: Text, believed: tuple[tuple[str, str, str], ...]) -> bool:
    words = _even(node.text).strip("«» ")
    return node.size > 40 and any(words in _even(what) for *_, what in believed)


def test_who_trains_alone_is_told_what_they_believed_as_theirs() -> None:
    view = by_oneself(eventful())
    told = _even(said(scene(view, at(4))))
    other = view.reveal.fallen[1].other if view.reveal else ""
    assert f"Vous croyiez de {view.character(other).short}" in told
    assert f"{view.character(other).short} croyait de vous" in told


@pytest.mark.parametrize(("rose", "sign"), [(True, "▲"), (False, "▼")])
def test_the_gate_says_from_what_to_what_and_whether_gains_count(rose: bool, sign: str) -> None:
    view = risen(built(samples.reveal(), 0), rose)
    told = _even(said(scene(view, at(1))))
    assert view.reveal is not None
    commons = view.reveal.commons
    assert f"{commons.before} → {commons.after} {sign}" in told
    assert _even(commons.sentence) in told


def test_the_last_round_is_announced_before_its_situation_and_no_other() -> None:
    view = samples.view("situation")
    assert for_view(view, Ui()) == "situation"
    last = lasting(view)
    picture = scene(last, Ui())
    assert "Dernier tour" in picture.texts()
    assert all(project.title in said(picture) for project in last.projects)
    goes = intent(picture, "next")
    assert isinstance(goes, Draft)
    after = Ui(drafts=holding(goes.form))
    assert for_view(last, after) == "situation"


def test_the_rooms_own_project_is_announced_with_its_name_in_the_round_that_wrote_it() -> None:
    view = samples.view("negotiation")
    (own,) = (project for project in view.projects if project.carte_blanche)
    assert for_view(view, Ui()) == "negotiation"
    new = replace(view, carte_blanche_new=True)
    picture = scene(new, Ui())
    assert own.title in picture.texts()
    goes = intent(picture, "next")
    assert isinstance(goes, Draft)
    assert for_view(new, Ui(drafts=holding(goes.form))) == "negotiation"


def test_escape_goes_past_all_that_come_together_and_space_past_one() -> None:
    view = eventful()
    picture = scene(view, at(1))
    end = does(picture, "escape", view)
    assert isinstance(end, Draft)
    assert moments.standing(view, Ui(drafts=holding(Revealed("2", 99), end.form))) is None
    assert "Ce que ça change" in scene(view, Ui(drafts=holding(Revealed("2", 99), end.form))).texts()
    way = way_on(view, at(1))
    assert way is not None
    assert way.intent == Draft(Told("2.reveal", 2))


@pytest.mark.usefixtures("home")
def test_escape_in_the_console_leaves_a_field_and_passes_nothing_and_a_button_there_passes_all() -> None:
    driver = facilitating("reveal")
    driver.key("t")
    driver.key("t")
    driver.key("space")
    shown = _shown(driver)
    assert shown
    driver.click("words", "console")
    driver.key("escape", "console")
    assert _shown(driver) == shown
    driver.click("console-moments-skip", "console")
    assert not _shown(driver)
    assert driver.phase == "reveal"
    assert "Ce que ça change" in driver.text()
    driver.close()


def _shown(driver: Driver) -> str:
    """The great moment that the room sees."""
    view = driver.director.view("room")
    found = moments.standing(view, driver.director.ui) if view else None
    return found.id if found else ""


def test_nothing_stands_before_the_past_nor_before_a_session_that_can_only_be_read() -> None:
    view = eventful()
    for ui in (replace(at(1), screen="look-back"), replace(at(1), damage="Le fichier est abîmé.")):
        assert moments.standing(view, ui) is None
        assert for_view(view, ui) == "reveal"
    assert "Ce que ça change" in scene(view, replace(at(1), screen="look-back")).texts()


def _notes(view: View, ui: Ui) -> str:
    return _even(said(canvas((1920, 1080), Theme("console")).compose(console.console(view, ui))))


def test_the_console_has_the_sentence_to_say_and_the_question_to_ask_while_a_moment_stands() -> None:
    view = eventful()
    backstage = replace(view, console=samples.view("reveal", audience=samples.CONSOLE).console)
    for steps in range(1, 6):
        moment = moments.standing(view, at(steps))
        assert moment is not None
        told = _notes(backstage, at(steps))
        inside = (
            _even(moment.read).replace("« ", "“").replace(" »", "”")
        )  # what is read aloud stands in quotes
        assert inside in told, moment.id
        assert _even(moment.ask) in told, moment.id
    assert "Laissez un silence" not in _notes(backstage, at(6))


def test_so_has_the_panel_where_one_leads_the_reveal() -> None:
    view = eventful()
    backstage = replace(view, console=samples.view("reveal", audience=samples.CONSOLE).console)
    for steps in range(1, 6):
        ui = replace(at(steps), settings=Settings(windows=1), panel="console")
        moment = moments.standing(view, ui)
        assert moment is not None
        told = _even(said(canvas((1280, 720), Theme("console")).compose(console.panel(backstage, ui))))
        assert _even(moment.read) in told, moment.id
        assert _even(moment.ask) in told, moment.id


def test_what_was_undone_is_told_anew_when_it_happens_again() -> None:
    told = holding(
        Revealed("1", 8, place=True), Told("1.reveal", 9), Revealed("2", 8), Told("2.reveal", 4),
        Told("2.negotiation", 1), Told("2.situation", 1), Told("3.situation", 1),
    )  # fmt: skip
    assert still(told, samples.reveal()) == _without(told, Told("2.negotiation"), Told("3.situation"))
    choosing = samples.view("choice")
    gone = Revealed("2"), Told("2.reveal"), Told("2.negotiation"), Told("3.situation")
    assert still(told, choosing) == _without(told, *gone)
    assert still(told, replace(choosing, carte_blanche_new=True)) == _without(told, gone[0], gone[1], gone[3])


def _without(told: Drafts, *forms: Revealed | Told) -> Drafts:
    return told.kept(*forms)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("windows", [1, 2])
def test_a_room_sees_its_own_project_come_and_again_once_it_is_undone_and_rewritten(windows: int) -> None:
    driver = Driver(windows=windows)
    driver.director.carry(Start(SCENARIO, beginning(held=1)))
    driver.stage.turn()
    go_to(driver, "negotiation")
    view = driver.director.view("room")
    assert view is not None
    gate = next(gauge.id for gauge in view.indicators if gauge.gate)
    for name in ("Un banc", "Une table"):
        before = len(driver.session.history)
        assert driver.do(CarteBlanche(name=name, cost=Tokens(time=2, means=2), changes={gate: 2}))
        driver.stage.turn()
        assert name in driver.stage.scenes["room"].texts()
        if windows == 2:
            assert "Laissez un silence" in _even(driver.text("console"))
        driver.key("space" if windows == 1 else "page down")
        assert "Qui s’engage, et sur quoi ?" in _even(driver.text())
        assert driver.phase == "negotiation"
        driver.do(Undo(to=before))
        driver.stage.turn()
    driver.close()
