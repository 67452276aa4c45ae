"""The bell, and-if, and the session that plays itself."""

import queue
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine import demo as demos
from engine.debrief.types import WhatIfResult
from engine.play.commands import Advance, Clock, Undo
from engine.view.types import ROOM
from game import sounds
from game.front.drafts import Turned
from game.front.intents import Do, Draft, Set, Start, WhatIf
from game.front.state import Settings
from game.screens.round import moments
from game.windows import catalogue, demo, sessions, sound, whatif
from game.windows.director import Director
from tests.game.driving import SCENARIO, Driver, beginning


@pytest.fixture(autouse=True)
def _home(home: Path) -> None:
    """Each test starts from an empty home."""


@pytest.fixture
def driver() -> Iterator[Driver]:
    made = Driver()
    yield made
    made.close()


# ---- Sounds -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["bell", "tick"])
def test_a_sound_is_soft_and_ends_in_silence(name: str) -> None:
    from array import array

    wave = array("h", sounds.samples(name))
    assert 500 < max(wave) < 24_000
    assert abs(wave[-1]) < 200


def test_the_bell_rings_once_when_time_is_up_and_not_when_muted(driver: Driver) -> None:
    played: list[str] = []
    driver.stage.sound.play = played.append  # type: ignore[method-assign]
    driver.director.carry(Start(SCENARIO, beginning()))
    driver.stage.turn()
    view = driver.director.look(ROOM)
    assert view is not None
    ends = view.clock.ends
    assert ends is not None
    driver.wait(ends - driver.now - 1)
    assert "bell" not in played
    driver.wait(1)
    driver.wait(1)
    assert played.count("bell") == 1
    driver.director.carry(Set("sound", False))
    driver.director.sounds.append("bell")
    driver.stage.turn()
    assert played.count("bell") == 1


def _negotiating(driver: Driver) -> tuple[float, float]:
    """A room at its first negotiation; when that began, and when it ends."""
    driver.director.carry(Start(SCENARIO, beginning()))
    assert driver.director.session is not None
    session = driver.director.session.session
    while session.game.table.phase != "negotiation":
        session.do(Advance())
    driver.stage.turn()
    clock = session.game.table.clock
    assert clock.ends is not None
    return clock.started, clock.ends


def _unheard(driver: Driver) -> tuple[str, ...]:
    view = driver.director.look(ROOM)
    assert view is not None
    return view.unheard


def test_the_others_announce_by_themselves_in_the_last_half_of_the_time(driver: Driver) -> None:
    started, ends = _negotiating(driver)
    driver.wait(started + (ends - started) / 2 - driver.now - 2)
    assert _unheard(driver)
    driver.wait(3)
    assert _unheard(driver) == ()


def test_whoever_takes_that_back_says_when_they_announce(driver: Driver) -> None:
    started, ends = _negotiating(driver)
    driver.wait(started + (ends - started) / 2 - driver.now + 2)
    assert driver.director.session is not None
    assert _unheard(driver) == ()
    driver.director.carry(Do(Undo(to=len(driver.director.session.session.history) - 1)))
    driver.wait(5)
    assert _unheard(driver)


def test_while_the_timer_is_paused_the_others_wait(driver: Driver) -> None:
    started, ends = _negotiating(driver)
    driver.director.carry(Do(Clock(action="pause")))
    driver.wait(ends - started)
    assert _unheard(driver)


def test_without_a_sound_card_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    import pygame

    def none(*_: object) -> None:
        raise pygame.error("no card")

    monkeypatch.setattr(pygame.mixer, "get_init", lambda: False)
    monkeypatch.setattr(pygame.mixer, "init", none)
    player = sound.Sound()
    player.play("bell")
    player.play("bell")


# ---- And if… ------------------------------------------------------------------------------------------


def test_and_if_is_asked_in_the_bilan_and_its_news_are_shown(driver: Driver) -> None:
    class Answers:
        def __init__(self) -> None:
            self.waiting = [WhatIfResult("", 100, 40, 10, 20, 10), None]

        def start(self, alternative: str, _branch: object) -> WhatIfResult:
            return WhatIfResult(alternative, 100, 0, 0, 0, 0)

        def news(self) -> WhatIfResult | None:
            return self.waiting.pop(0) if self.waiting else None

        def stop(self) -> None:
            """Nothing runs."""

    session = demos.session(catalogue.scenario(SCENARIO), 3, "45")
    for _ in demos.moves(session):
        pass
    driver.director.open(sessions.Live(session))
    driver.stage.futures = Answers()  # type: ignore[assignment]
    bilan = driver.director.sight.ui_for("room").bilan
    driver.director.carry(WhatIf(bilan.alternatives[0].id))  # type: ignore[union-attr]
    driver.stage.turn()
    assert driver.director.ui.what_if is not None
    driver.stage.turn()
    assert driver.director.ui.what_if.done in (0, 40)  # type: ignore[attr-defined]


def test_the_worker_counts_pairs_in_plain_python_too(monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.simulate import futures

    run = futures.run
    monkeypatch.setattr(futures, "run", lambda branch: run(branch, pairs=5, plain=True))
    monkeypatch.setattr(whatif, "_stand_back", lambda: None)
    session = demos.session(catalogue.scenario(SCENARIO), 3, "45")
    for _ in demos.moves(session):
        pass
    live = sessions.Live(session)
    bilan = live.bilan()
    results: queue.Queue[WhatIfResult] = queue.Queue()
    alternative = bilan.alternatives[0].id  # type: ignore[union-attr]
    whatif.work(alternative, live.branch(alternative), results)
    last = list(results.queue)[-1]
    assert last.done == last.total == last.better + last.same + last.worse == 5


# ---- A session that plays itself ----------------------------------------------------------------------


def test_a_demonstration_plays_to_its_bilan_and_space_hurries_it(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(demo.time, "monotonic", lambda: now[0])
    director = Director(Settings())
    show = demo.Show(director, catalogue.scenario(SCENARIO), 4, "45", 10.0, None)
    assert director.session is not None
    given = director.session.session.commands
    count = len(given)
    director.carry(Do(given[0]))
    assert len(given) == count
    assert director.ui.toast
    now[0] += 0.01
    show.turn()
    waits = len(given)
    show.hurry()
    show.turn()
    assert len(given) == waits + 1, "it does not wait for the rest of the screen"
    seen = set()
    for _ in range(3000):
        now[0] += 0.5
        show.turn()
        if (moment := moments.standing(director.view("room"), director.ui)) is not None:
            seen.add(moment.id.split(".")[0])
        if show.over:
            break
    assert {"last", "gate"} <= seen, "great moments are shown, and passed"
    view = director.view("room")
    assert view is not None
    assert view.phase.kind == "bilan"
    assert not director.front.locked
    now[0] += 60
    show.turn()
    assert director.ui.page("bilan") == 1


def test_the_console_goes_on_by_the_rooms_own_pages() -> None:
    driver = Driver(windows=2)
    driver.director.carry(Start(SCENARIO, beginning()))
    driver.stage.turn()
    assert driver.control("console-next", "console").label == driver.control("next").label
    driver.click("console-next", "console")
    assert driver.control("console-next", "console").label == driver.control("next").label
    assert driver.phase == "welcome"  # a page of the welcome, not the next phase
    assert driver.director.ui.page("welcome") == 1
    driver.director.carry(Draft(Turned("welcome", 2)))
    driver.stage.turn()
    driver.click("console-next", "console")
    assert driver.phase == "briefing"
    driver.click("skip-briefing", "console")
    assert driver.phase == "situation"
    driver.close()
