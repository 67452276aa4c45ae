"""In one window the room sees the panel too: nothing is read there before its time, at any moment.

What is hidden is told otherwise (other sheets, other answers, other moves): a room that could read any of it
in the panel would see another picture.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from engine.content import library
from engine.play.commands import KeepWord
from engine.view.types import CONSOLE, ROOM, CharacterView, Counts, MapView, View
from game import console
from game.console.seen import Projector
from game.console.task import tabs
from game.front.drafts import holding
from game.front.intents import Do, Start
from game.front.state import Ui
from game.kit import Scene, Spacer
from game.kit.nodes import Panel, Text
from game.kit.textfield import TextField
from game.kit.theme import Theme
from game.paint import canvas
from game.pieces.panel import PanelTab, TaskTab, step_of
from game.screens import show
from game.windows.picture import beside
from tests.game import samples
from tests.game.console_samples import view as console_view
from tests.game.driving import SCENARIO, Driver, beginning, go_to
from tests.moments import Moment, moments

WINDOW = canvas((1920, 1080), Theme("console"))
PROJECTED = replace(CONSOLE, mirrored=True)


pytestmark = pytest.mark.usefixtures("french")


def counting(view: View) -> View:
    """The same moment while one answer is still missing: the room is shown none yet."""
    legal = view.allows("tally")
    return (
        view if legal is None else _counts(view, lambda c: _unfinished(c) if c.question in legal.ids else c)
    )


def otherwise(view: View) -> View:
    """The same moment, with all that nobody may read yet told otherwise."""
    cast = tuple(_another_sheet(who) for who in view.characters)
    seen = _counts(replace(view, characters=cast), _swapped)
    pacts = tuple(replace(p, terms=("Marc donne tout.",), toward="ailleurs") for p in seen.pacts)
    seen = replace(seen, pacts=pacts, pacts_refused=("Marc refuse.",) if seen.pacts_refused else ())
    if seen.console is not None:
        seen = replace(seen, console=replace(seen.console, hidden=("Marc croit le contraire.",)))
    if seen.map is not None:
        seen = replace(seen, map=_nobody_moved(seen.map))
    if seen.reveal is not None:
        facts = tuple(replace(fact, word="tout le contraire") for fact in seen.reveal.facts)
        seen = replace(seen, reveal=replace(seen.reveal, facts=facts))
    return seen


def _counts(view: View, of: Callable[[Counts], Counts]) -> View:
    """Every count of the room's answers, made into another."""
    view = replace(view, forecasts=tuple(replace(e, counts=of(e.counts)) for e in view.forecasts))
    now = view.debate
    if now is None:
        return view
    first, second, said = (c and of(c) for c in (now.first, now.second, now.statement))
    return replace(view, debate=replace(now, first=first, second=second, statement=said))


def _unfinished(counts: Counts) -> Counts:
    return replace(counts, yes=None, no=None, unsure=None, received=max(counts.received - 1, 0))


def _another_sheet(who: CharacterView) -> CharacterView:
    if who.secret is None:
        return who
    return replace(
        who, secret=replace(who.secret, wants="Tout autre chose.", goal=99.0, gain=77.0, beliefs=())
    )


def _swapped(counts: Counts) -> Counts:
    """Yes for no, as long as the room is not shown the answers."""
    if counts.yes is not None:
        return counts
    return replace(
        counts, by_table=tuple((table, no, yes, unsure) for table, yes, no, unsure in counts.by_table)
    )


def _nobody_moved(now: MapView) -> MapView:
    return replace(now, moves=tuple(replace(move, after=move.before) for move in now.moves))


def panels(view: View, ui: Ui) -> Iterator[tuple[str, Scene]]:
    """The panel on each of its tabs."""
    for name, _, _ in tabs(view, ui):
        there = replace(ui, drafts=ui.drafts.kept(PanelTab(), TaskTab(step_of(view), name)))
        yield name, WINDOW.compose(console.panel(view, there))
    for tab in ("hidden", "journal"):
        there = replace(ui, drafts=ui.drafts.kept(PanelTab(name=tab)))
        yield tab, WINDOW.compose(console.panel(view, there))


def drawn(scene: Scene) -> list[object]:
    """All that an eye finds: words, and what can be pressed."""
    return [*scene.texts(), *((control.id, control.label) for control in scene.controls())]


def typed(view: View, number: str) -> Ui:
    """Somebody is typing the same number everywhere it may be typed."""
    asked = [entry.counts for entry in view.forecasts]
    if view.debate is not None:
        asked += [c for c in (view.debate.first, view.debate.second, view.debate.statement) if c is not None]
    hidden = [counts for counts in asked if counts.yes is None]
    fields = {f"tally.{c.question}..{i}": TextField(number) for c in hidden for i in range(3)}
    return Ui(panel="console", fields=fields)


def walked(slug: str) -> list[Moment]:
    return list(moments(slug, "facilitated"))


@pytest.mark.parametrize(
    ("slug", "numbers"),
    [*((slug, ("3", "2")) for slug in library.slugs()), ("le-rez-de-chaussee", ("9", "8"))],
)
def test_the_panel_of_one_window_holds_nothing_that_the_room_may_not_read_yet(
    slug: str, numbers: tuple[str, str]
) -> None:
    read = []
    for moment in walked(slug):
        view = counting(moment.view(PROJECTED))
        one, other = typed(view, numbers[0]), typed(view, numbers[1])
        pairs = zip(panels(view, one), panels(otherwise(view), other), strict=True)
        read += [f"{moment}, {name}" for (name, a), (_, b) in pairs if drawn(a) != drawn(b)]
    assert read == []


def test_once_the_picture_is_said_to_be_off_the_panel_shows_all_of_it() -> None:
    """Otherwise the test above would hold of a panel that shows nothing to anybody."""
    differ = set()
    for moment in walked("le-rez-de-chaussee"):
        if len(moment.game.table.rounds) != 1:
            continue
        view = counting(moment.view(PROJECTED))
        off = holding(Projector(off=True))
        one, other = replace(typed(view, "4"), drafts=off), replace(typed(view, "3"), drafts=off)
        pairs = zip(panels(view, one), panels(otherwise(view), other), strict=True)
        differ |= {name for (name, a), (_, b) in pairs if drawn(a) != drawn(b)}
    assert {"hidden", "forecasts", "verdict", "postures"} <= differ


def test_whose_word_is_kept_is_pressed_on_no_button_that_the_room_sees() -> None:
    choosing = [m for m in walked("le-rez-de-chaussee") if m.game.table.phase == "choice"]
    offered = False
    for moment in choosing:
        view = moment.view(PROJECTED)
        for off in (False, True):
            scenes = dict(panels(view, Ui(panel="console", drafts=holding(Projector(off=off)))))
            keeps = [
                control.id
                for scene in scenes.values()
                for control in scene.controls()
                if isinstance(control.intent, Do) and isinstance(control.intent.command, KeepWord)
            ]
            offered |= bool(keeps)
            assert off or not keeps, moment
    assert offered, "and once it is off, it is one press"


# ---- By hand ------------------------------------------------------------------------------------------


@pytest.fixture
def driver(home: Path) -> Iterator[Driver]:
    made = Driver(windows=1)
    made.director.carry(Start(SCENARIO, beginning()))
    made.stage.turn()
    yield made
    made.close()


def test_a_number_that_nobody_can_read_is_typed_over_and_never_added_to(driver: Driver) -> None:
    go_to(driver, "forecast")
    driver.click("console")
    first = driver.director.look(ROOM).forecasts[0].counts.question  # type: ignore[union-attr]
    boxes = [f"tally.{first}..{i}" for i in range(3)]
    driver.click(boxes[0])
    for number in ("4", "9", "1"):  # typed wrong
        driver.type(number, "room")
        driver.key("enter")
    driver.click(boxes[0])
    driver.type("5", "room")
    driver.key("enter")
    driver.type("3", "room")
    driver.key("tab")
    driver.type("1", "room")
    driver.key("enter")
    driver.key("enter")
    ballot = driver.session.game.table.ballots[first]
    assert ballot.received() == 9


def test_a_number_of_two_digits_is_shown_whole(driver: Driver) -> None:
    go_to(driver, "forecast")
    driver.click("console")
    first = driver.director.look(ROOM).forecasts[0].counts.question  # type: ignore[union-attr]
    driver.click("picture-off")
    driver.click(f"tally.{first}..0")
    driver.type("28", "room")
    assert "28" in [text.strip() for text in driver.stage.scenes["room"].texts()]


def test_a_second_click_where_a_sheet_is_opened_keeps_no_promise(driver: Driver) -> None:
    go_to(driver, "choice")
    driver.click("console")
    sheet = next(name for name in driver.ids() if name.startswith("paper."))
    spot = driver.stage.scenes["room"].control(sheet)
    assert spot is not None
    driver.click(sheet)
    driver.key("enter")
    driver.key("escape")
    assert any(name.startswith("keep.") for name in driver.ids()), "the picture is off: it may be pressed"
    there = driver.stage.scenes["room"].control_at(*spot.rect.centre)
    assert there is not None
    assert there.id == sheet


def test_answers_are_typed_before_the_room_and_read_by_nobody_until_they_are_shown(driver: Driver) -> None:
    go_to(driver, "forecast")
    driver.click("console")
    first, *others = (entry.counts.question for entry in driver.director.look(ROOM).forecasts)  # type: ignore[union-attr]
    driver.click(f"tally.{first}..0")
    for number in ("5", "3", "1"):
        before = driver.stage.scenes["room"].texts()
        driver.type(number, "room")
        after = driver.stage.scenes["room"].texts()
        assert "•" in after
        assert sum(text.strip() == number for text in after) == sum(text.strip() == number for text in before)
        driver.key("enter")
    driver.key("enter")
    ballot = driver.session.game.table.ballots[first]
    assert ballot.received() == 9
    assert not any(name.endswith(".more") for name in driver.ids()), "a hand on a +1 tells the answer"
    if others:
        assert driver.director.front.pane("room").focus == f"tally.{others[0]}..0", (
            "the next one is typed at once"
        )


def test_the_panel_closed_asks_again_whether_the_picture_is_off(driver: Driver) -> None:
    go_to(driver, "forecast")
    driver.click("console")
    driver.click("picture-off")
    assert any(name.endswith(".more") for name in driver.ids())
    driver.click("panel-close")
    driver.key("f2")
    assert not any(name.endswith(".more") for name in driver.ids())


@pytest.mark.parametrize(
    ("phase", "finds"), [("negotiation", "promise.who="), ("forecast", "tally."), ("debate", "tally.")]
)
def test_what_opens_the_panel_opens_it_where_its_words_say(driver: Driver, phase: str, finds: str) -> None:
    driver.key("f2")
    driver.click("panel.hidden")
    driver.click("panel-close")
    go_to(driver, phase)
    driver.click("console")
    assert any(name.startswith(finds) for name in driver.ids())


def test_the_sheet_of_somebody_who_keeps_their_word_is_one_press_behind_the_guard(driver: Driver) -> None:
    go_to(driver, "negotiation")
    driver.click("console")
    who = driver.session.game.held[0]
    more = next(name for name in driver.ids() if name.startswith("promise.tokens") and name.endswith(".more"))
    driver.click(more)
    driver.click("promise-say")
    driver.key("f2")
    go_on_to_choice(driver)
    driver.click("console")
    driver.click(f"paper.{who}")
    assert "paper-word" not in driver.ids()
    driver.click("picture-off")
    driver.click("paper-word")
    assert who in driver.session.game.table.confirmed
    assert who in driver.session.game.table.keeping


def go_on_to_choice(driver: Driver) -> None:
    for _ in range(5):
        if driver.phase == "choice":
            return
        driver.key("space")
    raise AssertionError("the choices never come")


@pytest.mark.parametrize("text", [1.0, 1.3])
@pytest.mark.parametrize("size", [(1280, 720), (1280, 1024), (1920, 1080)])
def test_the_panel_covers_no_promise_while_they_are_written_down(size: tuple[int, int], text: float) -> None:
    room = canvas(size, Theme("room", text))
    for case in ("usual", "worst"):
        seen = samples.view("negotiation", "", case)  # type: ignore[arg-type]
        root = room.compose(*show(seen, Ui(panel="console")))
        inside = console_view("negotiation", "", case)  # type: ignore[arg-type]
        covered = beside(
            room.compose(Spacer()), console.panel(inside, Ui()), room, left=console.on_the_left(inside)
        )
        edge = max(node.rect.right for node in covered.nodes if isinstance(node, Panel))
        told = ["Engagements annoncés", *(who.short for who in seen.characters)]
        listed = [node for node in root.nodes if isinstance(node, Text) and node.text in told]
        assert len(listed) >= len(seen.characters)
        assert all(node.rect.x > edge for node in listed)


def test_nothing_moves_in_the_panel_while_answers_are_typed(driver: Driver) -> None:
    go_to(driver, "forecast")
    driver.click("console")
    fields = [name for name in driver.ids() if name.startswith("tally.")]
    driver.click(fields[0])
    stood = {control.id: control.rect for control in driver.stage.scenes["room"].controls()}
    for number in ("5", "3", "9"):  # the last is too many
        driver.type(number, "room")
        driver.key("enter")
        for control in driver.stage.scenes["room"].controls():
            before = stood.setdefault(control.id, control.rect)
            assert all(abs(a - b) < 1.0 for a, b in zip(before, control.rect, strict=True)), control.id
