"""Hands that know nothing, on every screen: whatever they press, nothing breaks, nothing recorded is lost,
and the keyboard alone still finds the way on.
"""

import random
from collections.abc import Callable, Iterator

import pytest

from engine.debrief.types import WhatIfResult
from engine.play.commands import Undo
from engine.session.session import Session
from game.front.alone import undecided
from game.front.intents import Start
from game.front.keys import meanings
from game.front.pane import Which
from game.windows import catalogue, sessions, trouble
from game.windows.keyboard import here
from tests.game.driving import SCENARIO, Driver, beginning, choose_if_asked, next_on_paper
from tests.moments import moments
from tests.playthroughs import golden

KEYS = (
    "space", "enter", "tab", "shift+tab", "escape", "left", "right", "up", "down", "page up", "page down",
    "home", "end", "backspace", "delete", "f1", "f2", "f3", "f11", "ctrl+z", "ctrl+enter", "ctrl+q", "ctrl+a",
    "ctrl+1", "ctrl+9", *"abcdefghijklmnopqrstuvwxyz0123456789+-.,?",
)  # fmt: skip
PRESSES = 60
"""How often the keys that lead on are pressed at most before the next screen comes: a reveal opens row by
row, people decide one after another, a briefing has pages.
"""


class Monkey:
    """Hands drawn by lot, and what must be true after each of their moves."""

    def __init__(self, driver: Driver, seed: int) -> None:
        self.driver = driver
        self.chance = random.Random(seed)
        self.done: list[str] = []
        self._recorded: dict[str, int] = {}

    def move(self) -> None:
        which = self.chance.choice(list(self.driver.stage.frames))
        hand = self.chance.choices(
            (self._key, self._shortcut, self._control, self._anywhere, self._drag, self._words, self._time),
            (6, 3, 6, 1, 1, 1, 1),
        )[0]
        hand(which)
        self.hold()

    def hold(self) -> None:
        """Nothing recorded is gone, each window shows something, and somebody is still there."""
        driver = self.driver
        driver.stage.leaving = False  # who leaves comes back
        session = driver.director.session
        if session is not None:
            name, number = str(session.path or id(session.session)), len(session.session.commands)
            assert number >= self._recorded.get(name, 0), self.done
            self._recorded[name] = number
        for which, scene in driver.stage.scenes.items():
            faults = [f"{which}: {defect.code}: {defect.message}" for defect in scene.check()]
            assert not faults, (faults, self.done)
            assert scene.texts() or driver.director.front.windows.dark, self.done

    def seen(self) -> str:
        return self.driver.text(self.driver.director.sight.private_pane())

    def press(self, key: str, which: Which) -> None:
        self.done.append(f"{which}: {key}")
        self.driver.key(key, which)

    # ---- Hands ------------------------------------------------------------------------------------------

    def _key(self, which: Which) -> None:
        self.press(self.chance.choice(KEYS), which)

    def _shortcut(self, which: Which) -> None:
        place = here(self.driver.director, which, self.driver.stage.scenes)
        keys = [key for key, binding, _ in meanings(place) if binding.control]
        self.press(self.chance.choice(keys or KEYS), which)

    def _control(self, which: Which) -> None:
        found = self.driver.ids(which)
        if found:
            control = self.chance.choice(found)
            self.done.append(f"{which}: click on {control}")
            self.driver.click(control, which)

    def _point(self, which: Which) -> tuple[float, float]:
        w, h = self.driver.stage.scenes[which].size
        return self.chance.random() * w, self.chance.random() * h

    def _anywhere(self, which: Which) -> None:
        at = self._point(which)
        self.done.append(f"{which}: click at {at}")
        self.driver.drag(at, at, which)

    def _drag(self, which: Which) -> None:
        found = self.driver.stage.scenes[which].controls()
        if found:
            control, to = self.chance.choice(found), self._point(which)
            self.done.append(f"{which}: drag {control.id} to {to}")
            self.driver.drag(control.rect.centre, to, which)

    def _words(self, which: Which) -> None:
        self.done.append(f"{which}: words")
        self.driver.type(self.chance.choice(("Et si ?", "12", " ", "été")), which)

    def _time(self, which: Which) -> None:
        self.done.append("time goes by")
        self.driver.wait(self.chance.choice((1.0, 30.0, 600.0)))


class NoFutures:
    """« Et si » is asked, and nothing is computed."""

    def start(self, alternative: str, _branch: object) -> WhatIfResult:
        return WhatIfResult(alternative, 100, 0, 0, 0, 0)

    def news(self) -> None:
        return None

    def stop(self) -> None:
        """Nothing runs."""


class NoMaker:
    """Paper is asked for, and none is made."""

    def start(self, job: object, target: str = "", live: object = None) -> None:
        """Nothing begins."""

    def news(self) -> None:
        return None

    def stop(self) -> None:
        """Nothing runs."""


@pytest.fixture
def opened(home: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], Driver]]:
    """Stages in which nothing may go wrong in silence."""

    def told(error: BaseException, _session: str = "") -> str:
        raise error

    monkeypatch.setattr(trouble, "report", told)
    made: list[Driver] = []

    def open_(windows: int) -> Driver:
        driver = Driver(windows)
        driver.stage.futures = NoFutures()  # type: ignore[assignment]
        driver.stage.maker = NoMaker()  # type: ignore[assignment]
        made.append(driver)
        return driver

    yield open_
    for driver in made:
        driver.close()


def where(driver: Driver) -> tuple[object, ...]:
    table = driver.session.game.table
    return len(table.rounds), table.phase, table.step


def goes_on(monkey: Monkey) -> None:
    """By the keys that lead on, to another phase or step, or the Bilan's last page."""
    driver = monkey.driver
    if driver.director.session is None:
        for key in ("escape", "escape", "r"):
            monkey.press(key, "room")
    before = where(driver)
    for _ in range(PRESSES):
        driver.wait(2.0)  # a letter typed beside a field makes Space wait
        for key in _way_on(driver):
            monkey.press(key, driver.director.sight.private_pane())
            if where(driver) != before or over(driver):
                return
    raise AssertionError(f"no way on from {before}, on {monkey.seen()}, after {monkey.done}")


def _way_on(driver: Driver) -> tuple[str, ...]:
    """Light the room, close what is open; then Space, or what the computer asks of who has it before them;
    or, where nobody may have it since all see its only window, the sheets of those who have not decided.
    """
    pane, ids = (
        driver.director.front.pane(driver.director.sight.private_pane()),
        driver.ids(driver.director.sight.private_pane()),
    )
    view = driver.director.view("room")
    assert view is not None
    if driver.director.front.windows.dark:
        return (".",)
    if pane.screen == "paper" and view.choice and view.choice.waiting:
        reads = driver.director.sight.private_pane()
        driver.reach(next_on_paper(driver, reads), reads)
        return ("enter",)
    if pane.stack or pane.looking or pane.focus:
        return ("escape",)
    if "unveil" in ids:
        return ("enter",)
    choose_if_asked(driver)
    if "pass" in ids:  # who trains closes no negotiation before having spoken, or said that they pass
        return ("p",)
    if undecided(view) or (driver.director.sight.passed_to() and view.phase.kind == "choice"):
        return ("ctrl+enter", "y")
    if (
        view.choice
        and view.choice.waiting
        and view.mode == "facilitated"
        and not driver.director.front.windows.two
    ):
        if not pane.panel:
            return ("f2",)
        waits = tuple(f"paper.{who}" for who in view.choice.waiting)
        decides = [name for name in ids if name in waits] or [n for n in ids if n == "choices.on"]
        driver.reach(decides[0] if decides else "panel.task")
        return ("enter",)
    return ("space",)


def over(driver: Driver) -> bool:
    return driver.session.game.table.phase == "bilan" and driver.director.way("room") is None


BEGINS = {
    "two windows": beginning(held=2),
    "one window": beginning(held=2),
    "one computer": beginning("training", held=2),
    "alone": beginning("training", held=1).model_copy(update={"participants": 1}),
}


@pytest.mark.parametrize(
    ("how", "seed"),
    [("two windows", 4), ("one window", 0), ("one computer", 2), ("alone", 4)],
)
def test_hands_that_know_nothing_come_to_the_end_too(
    how: str, seed: int, opened: Callable[[int], Driver]
) -> None:
    driver = opened(2 if how == "two windows" else 1)
    monkey = Monkey(driver, seed)
    begin = BEGINS[how]
    driver.director.carry(Start(SCENARIO, begin))
    driver.stage.turn()
    while not over(driver):
        for _ in range(3):
            monkey.move()
        goes_on(monkey)
    path, commands, state = driver.session.path, driver.session.commands, driver.session.game.digest()
    driver.director.close()
    again = Session.open(path)
    assert (again.commands, again.game.digest(), again.damage) == (commands, state, "")
    again.close()


@pytest.mark.parametrize("kind", ["facilitated", "training"])
def test_every_screen_of_a_recorded_session_takes_any_hand_and_leads_on(
    kind: str, opened: Callable[[int], Driver]
) -> None:
    """One moment of each step, gone back to: with the promises, the counts and the words that were there."""
    slug = "le-rez-de-chaussee"
    steps = {
        (m.game.table.phase, m.game.table.step, bool(m.game.table.passed_to)): m.number
        for m in moments(slug, kind)
    }
    session = golden.played(catalogue.scenario(slug), kind).session
    driver = opened(1)
    session.clock = lambda: driver.now  # later than what was recorded
    monkey = Monkey(driver, seed=7)
    for number in steps.values():
        if driver.director.session is None or driver.session is not session:
            driver.director.open(sessions.Live(session))
        assert driver.do(Undo(to=number))
        driver.stage.turn()
        for _ in range(3):
            monkey.move()
        if driver.director.session is not None and driver.session is session and not over(driver):
            goes_on(monkey)
