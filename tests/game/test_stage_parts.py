"""Settings, drafts, sounds, errors, and-if, demonstrations: what surrounds the stage."""

import json
import queue
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine import demo as demos
from engine import library
from engine.commands import Begin, PassTo
from engine.debrief.types import WhatIfResult
from engine.view.types import ROOM
from game import settings, sounds
from game.intents import Draft, Go, Press, Set, Start, WhatIf, Window
from game.problem import Problem
from game.stage import catalogue, demo, picture, sessions, sound, trouble, whatif, window
from game.stage.director import Director
from game.ui import Settings
from tests.game.driving import Driver

SCENARIO = "au-lendemain-de-la-crue"


@pytest.fixture(autouse=True)
def _home(home: Path) -> None:
    """Each test starts from an empty home."""


@pytest.fixture
def driver() -> Iterator[Driver]:
    made = Driver()
    yield made
    made.close()


def begin(mode: str = "facilitated", held: int = 3) -> Begin:
    loaded = catalogue.scenario(SCENARIO)
    seats = {m.character: "held" if i < held else "simulated" for i, m in enumerate(loaded.cast)}
    return Begin(duration="45", mode=mode, seats=seats, participants=9)  # type: ignore[arg-type]


def go_to(driver: Driver, phase: str) -> None:
    for _ in range(40):
        if driver.phase == phase:
            return
        view = driver.director.view("room")
        if view and view.choice:
            from engine.commands import KeepWord

            for who in view.choice.waiting:
                driver.director.do(KeepWord(who=who))
        driver.key("space")
    raise AssertionError(f"{phase} never comes")


# ---- Settings ------------------------------------------------------------------------------------------


def test_settings_last_from_one_start_to_the_next() -> None:
    wanted = Settings(language="en", plain=True, text_size=1.3, windows=1)
    assert settings.save(wanted)
    assert settings.load() == wanted


@pytest.mark.parametrize(
    "written", ["", "[]", '{"language": "klingon", "windows": 7, "text_size": "big", "plain": 1}', "\x00"]
)
def test_a_settings_file_that_makes_no_sense_is_as_good_as_none(written: str) -> None:
    settings.path().parent.mkdir(parents=True)
    settings.path().write_text(written, "utf-8")
    assert settings.load() == settings.first_settings()


def test_a_setting_takes_only_what_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Settings()
    assert settings.changed(before, "language", "de") == before
    assert settings.changed(before, "nothing", True) == before
    assert settings.changed(before, "plain", 1) == before
    assert settings.changed(before, "text_size", 2) == before
    assert settings.changed(before, "text_size", 1) == before
    assert settings.changed(before, "room_display", -1) == before
    assert settings.changed(before, "sound", False).sound is False
    monkeypatch.setenv("LANG", "en_GB")
    assert settings.first_settings().language == "en"


def test_a_disk_that_refuses_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not settings.write_safely(tmp_path / "file" / "below.json", "{}")


# ---- What the room may not see ---------------------------------------------------------------------------


def secrets(driver: Driver) -> set[str]:
    """Texts that only the holders and the console may read."""
    scenario = driver.session.game.scenario
    return {m.secret.fr for m in scenario.cast} | {b.that.fr for m in scenario.cast for b in m.believes}


def shows_secret(driver: Driver, which: str = "room") -> bool:
    shown = " ".join(driver.stage.scenes[which].texts())  # type: ignore[index]
    words = [secret[:18] for secret in secrets(driver)]
    return any(word.replace("'", "’") in shown for word in words)


def test_in_one_window_secrets_wait_until_somebody_asks(driver: Driver) -> None:
    driver.director.carry(Start(SCENARIO, begin()))
    go_to(driver, "negotiation")
    driver.key("f2")
    for tab in ("task", "words", "notes", "time", "journal", "hidden"):
        driver.click(f"panel.{tab}")
        assert not shows_secret(driver), tab
    driver.click("secrets-show")
    assert shows_secret(driver)
    driver.click("secrets-hide")
    assert not shows_secret(driver)


def test_in_one_projected_window_passing_is_refused_and_paper_proposed(driver: Driver) -> None:
    driver.director.ui = settings_one(driver)
    driver.director.carry(Start(SCENARIO, begin()))
    go_to(driver, "choice")
    held = driver.session.game.held[0]
    assert not driver.director.do(PassTo(who=held))
    assert "papier" in driver.director.ui.toast
    driver.director.carry(Go("paper", held))
    driver.stage.turn()
    assert not any(name.startswith("more.") for name in driver.ids())
    driver.click("paper-dark")
    assert any(name.startswith("more.") for name in driver.ids())


def settings_one(driver: Driver) -> Any:
    from dataclasses import replace

    return replace(driver.director.ui, settings=replace(driver.director.ui.settings, windows=1))


def test_with_two_windows_the_room_never_shows_what_the_console_does() -> None:
    driver = Driver(windows=2)
    driver.director.carry(Start(SCENARIO, begin()))
    driver.stage.turn()
    go_to(driver, "choice")
    driver.click("guide-hidden", "console")
    assert shows_secret(driver, "console")
    assert not shows_secret(driver)
    held = driver.session.game.held[0]
    driver.director.do(PassTo(who=held))
    driver.stage.turn()
    driver.key("space", "console")
    assert shows_secret(driver, "console")
    assert not shows_secret(driver)
    driver.close()


# ---- Windows -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "drawn"),
    [((1920, 1080), (1920, 1080)), ((640, 360), (1280, 720)), ((800, 800), (1280, 1280)),
     ((3840, 2160), (3840, 2160)), ((2000, 400), (3600, 720))],
)  # fmt: skip
def test_a_small_window_shows_a_larger_picture_scaled_down(
    size: tuple[int, int], drawn: tuple[int, int]
) -> None:
    assert window.drawn_size(size) == drawn


def test_windows_come_and_go_with_the_setting() -> None:
    driver = Driver(windows=1)
    driver.director.carry(Start(SCENARIO, begin()))
    driver.stage.turn()
    assert list(driver.stage.frames) == ["room"]
    driver.director.carry(Set("windows", 2))
    driver.stage.turn()
    assert list(driver.stage.frames) == ["room", "console"]
    driver.director.carry(Window("console", "fullscreen"))
    driver.director.carry(Window("console", "move", 3))
    driver.stage.turn()
    assert driver.stage.frames["console"].display == window.clamped(3)
    driver.director.carry(Go("accueil"))
    driver.stage.turn()
    assert list(driver.stage.frames) == ["room"]
    driver.close()


def test_a_second_changes_the_digits_and_composes_nothing(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.director.carry(Start(SCENARIO, begin()))
    driver.stage.turn()
    start = driver.director.ui.now - driver.director.ui.now % 60 + 60  # well inside a minute
    driver.director.clock = lambda: start + 10
    driver.stage.turn()
    before = driver.stage.scenes["room"]
    monkeypatch.setattr(picture, "compose", lambda *_: pytest.fail("composed again"))
    driver.director.clock = lambda: start + 11
    driver.stage.turn()
    after = driver.stage.scenes["room"]
    assert after is not before
    changed = [(a, b) for a, b in zip(before.texts(), after.texts(), strict=True) if a != b]
    assert len(changed) == 1


def test_standing_still_paints_nothing(driver: Driver) -> None:
    for _ in range(5):
        driver.stage.turn()
    frame = driver.stage.frames["room"]
    assert not frame.moving
    assert not frame.paint(1e9)


# ---- Errors --------------------------------------------------------------------------------------------


def test_an_error_is_a_sentence_on_screen_and_a_traceback_in_the_log(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.director.carry(Start(SCENARIO, begin()))
    driver.stage.turn()
    count = len(driver.session.history)
    with monkeypatch.context() as patched:
        patched.setattr(driver.director, "tick", lambda: 1 // 0)
        driver.stage.turn()
    driver.stage.turn()
    assert driver.director.ui.toast_is_error
    assert "coop.log" in driver.director.ui.toast
    assert "ZeroDivisionError" in (settings.log_folder() / "coop.log").read_text("utf-8")
    assert len(driver.session.history) == count
    driver.key("space")
    assert not driver.stage.leaving


def test_a_screen_that_cannot_be_drawn_is_a_page_that_says_so(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.director.carry(Start(SCENARIO, begin()))
    driver.stage.turn()
    with monkeypatch.context() as patched:
        patched.setattr(picture, "compose", lambda *_: 1 // 0)
        driver.director.changed()
        driver.stage.turn()
        assert "coop.log" in driver.text()
        assert driver.stage.scenes["room"].check() == []
    driver.key("ctrl+z")
    assert driver.director.ui.toast
    driver.key("ctrl+q")
    assert driver.stage.leaving


def test_without_a_place_for_the_log_the_sentence_still_comes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(settings, "log_folder", lambda: tmp_path / "file")
    assert "ValueError" in trouble.report(ValueError("x"))


def test_a_damaged_file_opens_to_be_read_with_a_sentence(tmp_path: Path, driver: Driver) -> None:
    file = tmp_path / "x.coop"
    session = demos.session(catalogue.scenario(SCENARIO), 3, "45", file)
    moves = demos.moves(session)
    for _ in range(60):
        next(moves)
    session.close()
    content = bytearray(file.read_bytes())
    at = content.rfind(b'"kind":"advance"')
    content[at + 8 : at + 15] = b"xdvance"
    file.write_bytes(bytes(content))
    driver.director.open(sessions.resume(file))
    driver.stage.turn()
    assert driver.director.session is not None
    assert driver.director.session.damage
    assert driver.director.panes["room"].argument == driver.director.session.damage
    assert not driver.stage.scenes["room"].check()
    before = file.read_bytes()
    driver.key("space")
    assert file.read_bytes() == before


def test_a_file_that_is_no_session_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "x.coop").write_text("bonjour")
    with pytest.raises(Problem):
        sessions.resume(tmp_path / "x.coop")


# ---- What the first screens list -------------------------------------------------------------------------


def test_scenarios_are_listed_at_once_the_second_time(monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue.cards.cache_clear()
    once = catalogue.cards("fr", False)
    assert SCENARIO in [card.slug for card in once]
    catalogue.cards.cache_clear()
    monkeypatch.setattr(library, "load", lambda *_: pytest.fail("read again"))
    assert catalogue.cards("fr", False) == once
    catalogue.cards.cache_clear()


def test_a_broken_memory_of_scenarios_is_made_again() -> None:
    catalogue.cards.cache_clear()
    once = catalogue.cards("fr", False)
    file = settings.cache_folder() / "scenarios.json"
    data = json.loads(file.read_text("utf-8"))
    data["fr-False"][0].pop("title")
    file.write_text(json.dumps(data), "utf-8")
    catalogue.cards.cache_clear()
    assert catalogue.cards("fr", False) == once
    catalogue.cards.cache_clear()


def test_an_unfinished_session_is_offered_on_the_first_screen(driver: Driver) -> None:
    driver.director.carry(Start(SCENARIO, begin()))
    driver.stage.turn()
    go_to(driver, "situation")
    driver.director.carry(Go("accueil"))
    driver.stage.turn()
    assert driver.director.session is None
    assert "resume" in driver.ids()
    driver.click("resume")
    assert driver.phase == "situation"


# ---- Sounds --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["bell", "tick"])
def test_a_sound_is_soft_and_ends_in_silence(name: str) -> None:
    from array import array

    wave = array("h", sounds.samples(name))
    assert 500 < max(wave) < 24_000
    assert abs(wave[-1]) < 200


def test_the_bell_rings_once_when_time_is_up_and_not_when_muted(driver: Driver) -> None:
    played: list[str] = []
    driver.stage.sound.play = played.append  # type: ignore[method-assign]
    driver.director.carry(Start(SCENARIO, begin()))
    driver.stage.turn()
    view = driver.director.look(ROOM)
    assert view is not None
    ends = view.clock.ends
    assert ends is not None
    for moment in (ends - 1, ends, ends + 1):
        driver.director.clock = lambda moment=moment: moment
        driver.stage.turn()
    assert played.count("bell") == 1
    driver.director.carry(Set("sound", False))
    driver.director.sounds.append("bell")
    driver.stage.turn()
    assert played.count("bell") == 1


def test_without_a_sound_card_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    import pygame

    def none(*_: object) -> None:
        raise pygame.error("no card")

    monkeypatch.setattr(pygame.mixer, "get_init", lambda: False)
    monkeypatch.setattr(pygame.mixer, "init", none)
    player = sound.Sound()
    player.play("bell")
    player.play("bell")


# ---- And if… -------------------------------------------------------------------------------------------


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
    bilan = driver.director.ui_for("room").bilan
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


# ---- A session that plays itself -------------------------------------------------------------------------


def test_a_demonstration_plays_to_its_bilan_and_space_hurries_it(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(demo.time, "monotonic", lambda: now[0])
    director = Director(Settings())
    show = demo.Show(director, catalogue.scenario(SCENARIO), 4, "45", 10.0, None)
    assert not director.do(director.session.session.commands[0])  # type: ignore[union-attr]
    assert director.ui.toast
    for _ in range(3000):
        now[0] += 0.5
        show.turn()
        if show.over:
            break
    view = director.view("room")
    assert view is not None
    assert view.phase.kind == "bilan"
    assert not director.locked
    director.requests.clear()
    now[0] += 60
    show.turn()
    assert director.requests == [Press("next")]


def test_the_console_goes_on_by_the_rooms_own_pages() -> None:
    driver = Driver(windows=2)
    driver.director.carry(Start(SCENARIO, begin()))
    driver.stage.turn()
    driver.click("console-next", "console")
    assert driver.phase == "welcome"  # a page of the welcome, not the next phase
    assert driver.director.ui.draft("welcome.page", 0) == 1
    driver.director.carry(Draft("welcome.page", 2))
    driver.stage.turn()
    driver.click("console-next", "console")
    assert driver.phase != "welcome"
    driver.close()
