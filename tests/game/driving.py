"""A stage driven by synthetic events, as people drive it: keys, letters, clicks. No display, no sound."""

import datetime
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pygame

from engine.play.commands import Begin, Choose, Command, KeepWord
from engine.session.session import Session
from game.front.intents import Do, Start
from game.front.making import Making
from game.front.pane import Which
from game.kit import Control
from game.paint import FaceStore
from game.windows import catalogue, seen
from game.windows.app import Stage
from game.windows.displays import Display

_KEYS = {
    "space": pygame.K_SPACE, "enter": pygame.K_RETURN, "tab": pygame.K_TAB, "escape": pygame.K_ESCAPE,
    "left": pygame.K_LEFT, "right": pygame.K_RIGHT, "up": pygame.K_UP, "down": pygame.K_DOWN,
    "backspace": pygame.K_BACKSPACE, "delete": pygame.K_DELETE, "home": pygame.K_HOME, "end": pygame.K_END,
    "page down": pygame.K_PAGEDOWN, "page up": pygame.K_PAGEUP,
    **{f"f{n}": getattr(pygame, f"K_F{n}") for n in range(1, 13)},
}  # fmt: skip


MORNING = datetime.datetime(2026, 5, 4, 10, 0).timestamp()


class Never(Executor):
    """Makes no portrait: initials are enough for tests."""

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        return Future()


class Driver:
    """A stage with its windows open, and hands. Its clock stands still until `wait` moves it on."""

    def __init__(
        self,
        windows: int | None = 1,
        size: tuple[int, int] = (1280, 720),
        language: str = "fr",
        displays: Callable[[], tuple[Display, ...]] = seen.displays,
        clock: Callable[[], float] | None = None,
    ) -> None:
        self.now = MORNING
        self.shown: list[Path] = []
        self.stage = Stage(
            language, windows, size, seed=10, faces=FaceStore(Never), warm=False,
            clock=clock or (lambda: self.now), displays=displays, desk=self._folder,
        )  # fmt: skip
        self.stage.open()
        self.director = self.stage.director
        self.stage.turn()

    # ---- Hands ----------------------------------------------------------------------------------------

    def key(self, name: str, which: Which = "room") -> None:
        """Press and release a key: "space", "ctrl+z", "shift+tab", "m"."""
        *modifiers, name = name.split("+") if len(name) > 1 else [name]
        mod = 0
        for word in modifiers:
            mod |= {"ctrl": pygame.KMOD_LCTRL, "shift": pygame.KMOD_LSHIFT, "alt": pygame.KMOD_LALT}[word]
        code = _KEYS.get(name) or pygame.key.key_code(name)
        typed = name if len(name) == 1 else " " if name == "space" else ""
        self._event(pygame.KEYDOWN, which, key=code, mod=mod, unicode="" if mod & pygame.KMOD_CTRL else typed)
        if typed and not modifiers:
            self._event(pygame.TEXTINPUT, which, text=typed)
        self.release(name, which)

    def hold(self, name: str, times: int, which: Which = "room") -> None:
        """A key held down: the drawing library says again and again that it is pressed."""
        code = _KEYS.get(name) or pygame.key.key_code(name)
        for _ in range(times):
            self._event(pygame.KEYDOWN, which, key=code, mod=0, unicode=name if len(name) == 1 else "")
        self.release(name, which)

    def release(self, name: str, which: Which = "room") -> None:
        """Let go of a key."""
        code = _KEYS.get(name) or pygame.key.key_code(name)
        window = self.stage.frames.get(which) or self.stage.frames.get("room")
        if window is not None:
            event = pygame.event.Event(pygame.KEYUP, window=window.window, key=code, mod=0, unicode="")
            self.stage.events.handle(event)

    def wait(self, seconds: float) -> None:
        """Let time go by."""
        self.now += seconds
        self.stage.turn()

    def type(self, text: str, which: Which = "console") -> None:
        """Letters as an input method gives them."""
        for letter in text:
            self._event(pygame.TEXTINPUT, which, text=letter)

    def type_fast(self, text: str, last: int, which: Which = "console") -> None:
        """Letters and then a key, all in the time that the program takes to draw one picture."""
        window = self.stage.frames[which].window
        typed = [pygame.event.Event(pygame.TEXTINPUT, window=window, text=letter) for letter in text]
        for event in (*typed, pygame.event.Event(pygame.KEYDOWN, window=window, key=last, mod=0, unicode="")):
            self.stage.events.handle(event)
        self.stage.turn()

    def burst(self, digits: str, which: Which = "console") -> None:
        """Keys of the upper row pressed one after another while the program does something else: they all
        wait in the drawing library's own queue.
        """
        window = self.stage.frames[which].window
        for digit in digits:
            key = {"key": pygame.key.key_code(digit), "scancode": getattr(pygame, f"KSCAN_{digit}")}
            for kind, more in (
                (pygame.KEYDOWN, {**key, "mod": 0, "unicode": digit}),
                (pygame.TEXTINPUT, {"text": digit}),
                (pygame.KEYUP, {**key, "mod": 0, "unicode": digit}),
            ):
                pygame.event.post(pygame.event.Event(kind, window=window, **more))
        self.stage.turn()

    def clicks(self, control: str, times: int, which: Which = "console") -> None:
        """The mouse clicked again and again on one place while the program does something else."""
        window, at = (
            self.stage.frames[which].window,
            self._pixels(self.control(control, which).rect.centre, which),
        )
        for _ in range(times):
            for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
                pygame.event.post(pygame.event.Event(kind, window=window, pos=at, button=1))
        self.stage.turn()

    def click(self, control: str, which: Which = "room") -> None:
        """Press and release the mouse on a control."""
        found = self.control(control, which)
        position = self._pixels(found.rect.centre, which)
        self._event(pygame.MOUSEMOTION, which, pos=position, rel=(0, 0), buttons=(0, 0, 0))
        self._event(pygame.MOUSEBUTTONDOWN, which, pos=position, button=1)
        self._event(pygame.MOUSEBUTTONUP, which, pos=position, button=1)

    def drag(self, start: tuple[float, float], end: tuple[float, float], which: Which = "room") -> None:
        """Press at a point of the picture, move, release at another."""
        first, last = self._pixels(start, which), self._pixels(end, which)
        self._event(pygame.MOUSEBUTTONDOWN, which, pos=first, button=1)
        self._event(pygame.MOUSEMOTION, which, pos=last, rel=(1, 1), buttons=(1, 0, 0))
        self._event(pygame.MOUSEBUTTONUP, which, pos=last, button=1)

    def choose(self, control: str, which: Which = "room") -> None:
        """Reach a control by Tab alone and press Enter."""
        self.reach(control, which)
        self.key("enter", which)

    def reach(self, control: str, which: Which = "room") -> None:
        """Press Tab until a control has the focus."""
        for _ in range(200):
            if self.director.front.pane(which).focus == control:
                return
            self.key("tab", which)
        raise AssertionError(f"Tab never reaches {control}: {self.ids(which)}")

    # ---- Eyes -----------------------------------------------------------------------------------------

    def ids(self, which: Which = "room") -> list[str]:
        return [control.id for control in self.stage.scenes[which].controls()]

    def control(self, control: str, which: Which = "room") -> Control:
        found = self.stage.scenes[which].control(control)
        assert found is not None, f"no {control} among {self.ids(which)}"
        return found

    def text(self, which: Which = "room") -> str:
        """All the words of a window."""
        return " ".join(self.stage.scenes[which].texts())

    @property
    def phase(self) -> str:
        view = self.director.view("room")
        return view.phase.kind if view else ""

    @property
    def session(self) -> Session:
        """The engine's session behind the windows."""
        assert self.director.session is not None
        return self.director.session.session

    def do(self, command: Command) -> bool:
        """Give a command as a control of the room's picture would; whether the session took it."""
        before = len(self.session.commands)
        self.director.carry(Do(command))
        return len(self.session.commands) > before

    def made(self, seconds: float = 60.0) -> Making:
        """What is made in the background, once it is there; people wait for no more than that."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.stage.turn()
            making = self.director.ui.making
            if making is not None and making.over:
                return making
            time.sleep(0.02)
        raise AssertionError(f"nothing is made: {self.director.ui.making}")

    # ---- Inside ---------------------------------------------------------------------------------------

    def window_event(self, kind: int, which: Which = "room") -> None:
        self._event(kind, which)

    def _folder(self, folder: Path) -> bool:
        """The desk, on which nothing really opens."""
        self.shown.append(folder)
        return True

    def _pixels(self, point: tuple[float, float], which: Which) -> tuple[int, int]:
        frame, scene = self.stage.frames[which], self.stage.scenes[which]
        width, height = frame.window.size
        return round(point[0] / scene.size[0] * width), round(point[1] / scene.size[1] * height)

    def _event(self, kind: int, which: Which, **fields: Any) -> None:
        window = self.stage.frames[which].window
        self.stage.events.handle(pygame.event.Event(kind, window=window, **fields))
        self.stage.turn()

    def close(self) -> None:
        self.stage.shut()


SCENARIO = "au-lendemain-de-la-crue"


def beginning(mode: str = "facilitated", held: int = 3, tables: tuple[str, ...] = ()) -> Begin:
    loaded = catalogue.scenario(SCENARIO)
    seats = {m.character: "held" if i < held else "simulated" for i, m in enumerate(loaded.cast)}
    return Begin(duration="45", mode=mode, seats=seats, participants=9, tables=tables)  # type: ignore[arg-type]


def next_on_paper(driver: Driver, which: Which = "room") -> str:
    """What to press on a sheet of paper: the picture is off; the word is kept, or all; the next one."""
    wanted = ("picture-off", "paper-word", "paper-confirm", "paper-keep", "paper-next", "back")
    can = {control.id for control in driver.stage.scenes[which].controls() if control.enabled}
    return next(name for name in wanted if name in can)


def choose_if_asked(driver: Driver) -> None:
    """Where the room has to choose and has not, its first answer gets a hand."""
    view = driver.director.view("room")
    legal = view.allows("choose") if view else None
    if view and legal and view.room_choice and not any(option.chosen for option in view.room_choice.options):
        driver.do(Choose(method="show-of-hands", counts={legal.ids[0]: (1,)}))


def go_to(driver: Driver, phase: str) -> None:
    for _ in range(40):
        if driver.phase == phase:
            return
        view = driver.director.view("room")
        if view and view.choice:
            for who in view.choice.waiting:
                driver.do(KeepWord(who=who))
        choose_if_asked(driver)
        driver.key("p" if "pass" in driver.ids() else "space")
    raise AssertionError(f"{phase} never comes")


def past_moments(driver: Driver) -> None:
    """From the facts of a reveal, all open, past its great moments, to what follows."""
    driver.key("space")
    driver.key("escape")


def facilitating(phase: str) -> Driver:
    """Two windows, and a session that has come to a phase."""
    driver = Driver(windows=2)
    driver.director.carry(Start(SCENARIO, beginning()))
    driver.stage.turn()
    go_to(driver, phase)
    return driver
