"""The loop: events in, pictures out, and the one place where errors end."""

import signal
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pygame

from engine.content.model import Scenario
from engine.language import tr
from engine.look.expressions import BY_ZONE
from engine.session.clock import STEADY
from engine.view.types import ROOM
from game.front import settings as kept
from game.front.effects import Compute, Effect, Fit, Leave, Place, Produce, Unfold
from game.front.intents import Go, Home
from game.front.news import Chosen, Computed, ConsoleClosed, Fitted, Made, RoomClosed, Told
from game.front.pane import Which
from game.kit import Scene
from game.paint import FaceStore
from game.pieces.parts import spec
from game.windows import catalogue, desk, seen, sessions, trouble, window
from game.windows.director import Director
from game.windows.display import open_display
from game.windows.displays import Display
from game.windows.events import Events
from game.windows.keyboard import Keyboard
from game.windows.making import Maker
from game.windows.pictures import Pictures
from game.windows.pointing import Pointer
from game.windows.sound import Sound
from game.windows.standing import Standing
from game.windows.sweeping import Sweeper
from game.windows.whatif import Futures

REST = 0.016
"""Seconds between two looks at the events: cheaper than any waiting that the drawing library offers."""
UNSENT = 0.5
"""Seconds after which what is being typed is on disk."""
SLOW = 0.05
"""Seconds that writing it takes on a disk which is written more rarely."""


class Stage:
    """The windows and all that happens in them. `run` returns the exit code.

    `clock` gives the time of day, in seconds, to timers and to the session's file; `displays` what is plugged
    in; `desk` shows a folder, or says that nothing here can.
    """

    def __init__(
        self,
        language: str | None = None,
        windows: int | None = None,
        size: tuple[int, int] | None = None,
        seed: int | None = None,
        faces: FaceStore | None = None,
        warm: bool = True,
        clock: Callable[[], float] = STEADY,
        displays: Callable[[], tuple[Display, ...]] = seen.displays,
        desk: Callable[[Path], bool] = desk.show,
    ) -> None:
        settings = kept.load()
        if language:
            settings = kept.changed(settings, "language", language)
        if windows:
            settings = kept.changed(settings, "windows", windows)
        self.director = Director(settings, clock)
        self.director.front = replace(self.director.front, seed=seed)
        self.size = size
        self.frames: dict[Which, window.Frame] = {}
        self.scenes: dict[Which, Scene] = {}
        self.keyboard = Keyboard(self.director, self.scenes)
        self.pointer = Pointer(self.director, self.scenes)
        self.standing = Standing(self.director, self.frames, windows == 2, displays)
        self.pictures = Pictures(self.director, self.frames, self.scenes, self.keyboard, self.pointer)
        self.events = Events(
            self.keyboard,
            self.pointer,
            self.frames,
            self.scenes,
            self.pictures.compose,
            self._closed,
            self.pictures.forget,
        )
        self.sound = Sound()
        self.sweeper = Sweeper()
        self.futures = Futures()
        self.maker = Maker()
        self._desk = desk
        self.show: Any = None
        self.leaving = False
        self.faces = faces if faces is not None else FaceStore()
        self.faces.hold()  # until the first picture is there
        self._warm = warm
        self._troubles = 0
        self._kept: object = (self.director.ui.fields, self.director.ui.drafts)
        self._keep_from = 0.0
        sessions.tidy()
        self.director.carry(Home())

    # ---- How it begins --------------------------------------------------------------------------------

    def choose(self, scenario: str) -> None:
        """Open a scenario's own screen first; one from a folder joins those listed."""
        slug = catalogue.card(scenario, self.director.ui.settings.language, False).slug
        self.director.carry(Chosen(slug, scenario))
        self.director.carry(Go("setup", slug))

    def resume(self, file: Path) -> None:
        """Go on with a session's file."""
        self.director.open(sessions.resume(file, self.director.own_clock))

    def demonstrate(
        self, scenario: Scenario, seed: int, duration: Any, speed: float, save: Path | None
    ) -> None:
        """Let a session play by itself."""
        from game.windows.demo import Show

        self.show = Show(self.director, scenario, seed, duration, speed, save)

    def run(self) -> int:
        """Until somebody leaves, or the terminal that it runs in is closed; 0."""
        self.open()
        if hasattr(signal, "SIGHUP"):
            signal.signal(signal.SIGHUP, self._leave)
        try:
            while not self.leaving:
                began = time.monotonic()
                self.turn()
                time.sleep(max(REST - (time.monotonic() - began), 0.0) if self._moving() else REST)
        finally:
            self.shut()
        return 0

    def _moving(self) -> bool:
        return any(frame.moving for frame in self.frames.values())

    def _leave(self, *_: object) -> None:
        self.leaving = True

    def open(self) -> None:
        """Open the windows that there should be."""
        self._window("room")
        self.sweeper.open()
        pygame.key.set_repeat(400, 35)
        pygame.key.start_text_input()  # without it a key says what it types without Shift: ";" for "."
        self._fit_windows()

    def shut(self) -> None:
        """Close everything; what was confirmed is on disk already."""
        sessions.keep_unsent(self.director.session, self.director.ui)
        self.futures.stop()
        self.maker.stop()
        self.faces.close()
        self.director.close()
        for frame in self.frames.values():
            frame.close()
        self.frames.clear()
        self.sweeper.shut()

    # ---- One turn of the loop -------------------------------------------------------------------------

    def turn(self) -> None:
        """Take what happened, carry it out, and bring the windows up to date."""
        before = self.director.version
        try:
            events = pygame.event.get()
            for event in events:
                self.events.handle(event)
            self.director.tick()
            if self.show is not None:
                self.show.turn()
            self._futures()
            self._made()
            self._effects()
            self._play()
            self.pictures.paint(self.events.acting)
            self.faces.release()
            self._unsent()
            busy = bool(events) or self._moving() or self.director.version != before
            self.sweeper.turn(busy, time.monotonic())
        except Exception as error:
            self._trouble(error)

    def _trouble(self, error: Exception) -> None:
        """The one error handler: details to the log, a sentence to people, and on with the session."""
        self._troubles += 1
        sentence = trouble.report(error, self.director.ui.file)
        if self._troubles > 20:
            raise error
        self.director.carry(Told(sentence, error=True, home=True))

    def _closed(self, which: Which) -> None:
        """The room's window closed: leave, but ask first where a session is played. The console's: go on with
        one window.
        """
        if which == "room":
            self.leaving = self.show is not None
            self.director.carry(RoomClosed())
        else:
            self.director.carry(ConsoleClosed())

    # ---- Windows --------------------------------------------------------------------------------------

    def _window(self, which: Which) -> None:
        open_display()
        at, room = self.standing.place(which), self.frames.get("room")
        shifted = room is not None and room.display == at[0]
        self.frames[which] = window.Frame(_title(which), self.size, at, self.faces, shifted)
        self.frames[which].window.set_icon(window.icon())

    def _fit_windows(self) -> None:
        """Two windows for a facilitated session that asks for them, one otherwise."""
        wanted = self.director.sight.wants_two()
        if wanted and "console" not in self.frames:
            self._window("console")
            self.pictures.forget("console")
        elif not wanted and "console" in self.frames:
            self.frames.pop("console").close()
            self.pictures.forget("console")
        self.director.carry(Fitted(wanted))
        self.standing.opened()
        for which, frame in self.frames.items():
            frame.window.title = _title(which)

    def _effects(self) -> None:
        waiting, self.director.waiting = self.director.waiting, []
        for effect in waiting:
            self._run(effect)
        if self.standing.look(time.monotonic()):
            self._fit_windows()

    def _run(self, effect: Effect) -> None:
        """Carry out what only windows can do."""
        if isinstance(effect, Leave):
            self.leaving = True
        elif isinstance(effect, Place):
            self.standing.carry(effect.asked)
            self._fit_windows()
        elif isinstance(effect, Compute) and self.director.session is not None:
            branch = self.director.session.branch(effect.alternative)
            self.director.carry(Computed(self.futures.start(effect.alternative, branch)))
        elif isinstance(effect, Produce):
            self.maker.start(effect.job, effect.target, self.director.session)
        elif isinstance(effect, Unfold):
            self._unfold(effect.folder)
        elif isinstance(effect, Fit):
            if effect.fresh:  # what was pressed while a session opened was not meant for it
                pygame.event.clear((pygame.KEYDOWN, pygame.TEXTINPUT, pygame.MOUSEBUTTONDOWN))
                self.sweeper.anew()
                self._foresee()
            self._fit_windows()

    def _foresee(self) -> None:
        """Every face that this cast may come to make, drawn ahead: the map shows new ones all at once."""
        view = self.director.look(ROOM)
        cast = [tuple(sorted(spec(who.face).items())) for who in view.characters] if view else []
        self.faces.foresee((face, expression) for expression in BY_ZONE.values() for face in cast)

    def _futures(self) -> None:
        self._warm_up()
        news = self.futures.news()
        if news is not None:
            self.director.carry(Computed(news))

    def _made(self) -> None:
        news = self.maker.news()
        if news is not None:
            self.director.carry(Made(news))

    def _unfold(self, folder: Path) -> None:
        if not self._desk(folder):
            words = tr("Aucun programme n’ouvre les dossiers ici : ouvrez {folder} vous-même.", folder=folder)
            self.director.carry(Told(words))

    def _warm_up(self) -> None:
        """At the Bilan, get the rules compiled in the background while people talk."""
        session = self.director.session
        if not self._warm or session is None:
            return
        bilan = session.bilan()
        if bilan is not None and bilan.alternatives:
            self._warm = False
            self.futures.warm(session.branch(bilan.alternatives[0].id))

    def _unsent(self) -> None:
        """Words typed and not yet recorded go to the disk too, a little after each letter; on a slow disk
        more rarely, so that typing does not wait for it."""
        ui, now = self.director.ui, time.monotonic()
        if (ui.fields, ui.drafts) != self._kept and now >= self._keep_from:
            if sessions.keep_unsent(self.director.session, ui):
                self._kept = (ui.fields, ui.drafts)
            took = time.monotonic() - now
            self._keep_from = now + took + UNSENT * max(1.0, took / SLOW)

    def _play(self) -> None:
        wanted, self.director.sounds = self.director.sounds, []
        if self.director.ui.settings.sound:
            for name in dict.fromkeys(wanted):
                self.sound.play(name)


def _title(which: Which) -> str:
    """What the system writes above a window."""
    return "COOP ou pas COOP" if which == "room" else tr("COOP ou pas COOP : console")
