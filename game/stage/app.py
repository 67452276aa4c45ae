"""The loop: events in, pictures out, and the one place where errors end."""

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pygame

from engine.debrief.types import Bilan
from engine.model import Scenario
from engine.view.types import ROOM
from engine.words import tr
from game import settings as kept
from game.intents import Go, Intent, Press, Quit, Set, WhatIf, Window
from game.paint import FaceStore, canvas
from game.scene import FieldControl, Scene
from game.stage import catalogue, keys, picture, sessions, trouble, window
from game.stage.director import Director, Which
from game.stage.keyboard import Keyboard
from game.stage.pointing import Pointer
from game.stage.sound import Sound
from game.stage.whatif import Futures
from game.theme import Theme

REST = 0.016
"""Seconds between two looks at the events: cheaper than any waiting that the drawing library offers."""
UNSENT = 0.5
"""Seconds after which what is being typed is on disk."""
MIRROR = 0.2
"""Seconds between two pictures of the room in the console while something moves."""


_Asked = tuple[int, tuple[int, int], float, str]
"""What a picture was composed for: version, pixels, time shown, control under the mouse."""


class Stage:
    """The windows and all that happens in them. `run` returns the exit code."""

    def __init__(
        self,
        language: str | None = None,
        windows: int | None = None,
        size: tuple[int, int] | None = None,
        seed: int | None = None,
        faces: FaceStore | None = None,
        warm: bool = True,
    ) -> None:
        settings = kept.load()
        if language:
            settings = kept.changed(settings, "language", language)
        if windows:
            settings = kept.changed(settings, "windows", windows)
        self.director = Director(settings)
        self.director.seed = seed
        self.size = size
        self.frames: dict[Which, window.Frame] = {}
        self.scenes: dict[Which, Scene] = {}
        self.keyboard = Keyboard(self.director, self.scenes)
        self.pointer = Pointer(self.director, self.scenes)
        self.sound = Sound()
        self.futures = Futures()
        self.show: Any = None
        self.leaving = False
        self._composed: dict[Which, _Asked] = {}
        self._pointed: dict[Which, tuple[int, int]] = {}
        self._swallow = False
        self._typing = False
        self._mirrored = 0.0
        self._mirror_late = True
        self.faces = faces if faces is not None else FaceStore()
        self._looked_at_displays = 0.0
        self._warm = warm
        self._troubles = 0
        self._kept_fields: object = self.director.ui.fields
        self._kept_at = 0.0
        sessions.prepare(self.director, "")

    # ---- How it begins --------------------------------------------------------------------------------

    def choose(self, scenario: str) -> None:
        """Open a scenario's own screen first; one from a folder joins those listed."""
        slug = catalogue.card(scenario, self.director.ui.settings.language, False).slug
        self.director.also = (slug, scenario)
        sessions.prepare(self.director, "")
        self.director.carry(Go("setup", slug))

    def resume(self, file: Path) -> None:
        """Go on with a session's file."""
        self.director.open(sessions.resume(file))

    def demonstrate(
        self, scenario: Scenario, seed: int, duration: Any, speed: float, save: Path | None
    ) -> None:
        """Let a session play by itself."""
        from game.stage.demo import Show

        self.show = Show(self.director, scenario, seed, duration, speed, save)

    def run(self) -> int:
        """Until somebody leaves; 0."""
        self.open()
        try:
            while not self.leaving:
                began = time.monotonic()
                self.turn()
                moving = any(frame.moving for frame in self.frames.values())
                time.sleep(max(REST - (time.monotonic() - began), 0.0) if moving else REST)
        finally:
            self.shut()
        return 0

    def open(self) -> None:
        """Open the windows that there should be."""
        self._window("room")
        pygame.key.set_repeat(400, 35)
        pygame.key.stop_text_input()
        self._fit_windows()

    def shut(self) -> None:
        """Close everything; what was confirmed is on disk already."""
        sessions.keep_unsent(self.director)
        self.futures.stop()
        self.faces.close()
        self.director.close()
        for frame in self.frames.values():
            frame.close()
        self.frames.clear()

    # ---- One turn of the loop -------------------------------------------------------------------------

    def turn(self) -> None:
        """Take what happened, carry it out, and bring the windows up to date."""
        try:
            self._events()
            self.director.tick()
            if self.show is not None:
                self.show.turn()
            self._futures()
            self._requests()
            self._play()
            self._pictures()
            self._unsent()
        except Exception as error:
            self._trouble(error)

    def _trouble(self, error: Exception) -> None:
        """The one error handler: details to the log, a sentence to people, and on with the session."""
        self._troubles += 1
        sentence = trouble.report(error, self.director.ui.file)
        if self._troubles > 20:
            raise error
        for name, pane in self.director.panes.items():
            self.director.panes[name] = pane.home()
        self.director.toast(sentence, error=True)

    def _events(self) -> None:
        for event in pygame.event.get():
            self.handle(event)

    def handle(self, event: pygame.event.Event) -> None:
        """One event of the drawing library."""
        kind = event.type
        if kind == pygame.QUIT:
            self.leaving = True
            return
        which = self._which(event)
        if which is None:
            return
        if kind == pygame.KEYDOWN:
            self._key(event, which)
        elif kind == pygame.TEXTINPUT:
            if not self._swallow:
                self.keyboard.text(event.text, which)
            self._swallow = False
        elif kind == pygame.TEXTEDITING:
            self.keyboard.composing(event.text, which)
        elif kind in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEWHEEL):
            self._mouse(event, which)
        else:
            self._window_event(kind, which)

    def _which(self, event: pygame.event.Event) -> Which | None:
        """The window that an event is about; events without one are the room's."""
        about = getattr(event, "window", None)
        if about is None:
            return "room" if "room" in self.frames and event.type != pygame.TEXTEDITING else None
        return next((name for name, frame in self.frames.items() if frame.window == about), None)

    def _key(self, event: pygame.event.Event, which: Which) -> None:
        if which not in self.scenes:
            return
        key = keys.from_event(event)
        in_field = isinstance(self.keyboard.focused(which), FieldControl)
        handled = self.keyboard.press(key, which)
        # the letter of a shortcut that opens a field must not also be typed in it
        self._swallow = handled and not in_field and len(key.name) == 1
        self._pictures_if_changed()

    def _mouse(self, event: pygame.event.Event, which: Which) -> None:
        if which not in self.scenes:
            return
        frame = self.frames[which]
        if hasattr(event, "pos"):
            self._pointed[which] = event.pos
        x, y = frame.at(self._pointed.get(which, (0, 0)))
        if event.type == pygame.MOUSEMOTION:
            self.pointer.move(which, x, y)
        elif event.type == pygame.MOUSEWHEEL:
            self.pointer.wheel(which, x, y, event.y)
        elif event.button == 1 and event.type == pygame.MOUSEBUTTONDOWN:
            self.pointer.press(which, x, y, time.monotonic())
        elif event.button == 1:
            self.pointer.release(which, x, y)
        self._pictures_if_changed()

    def _window_event(self, kind: int, which: Which) -> None:
        frame = self.frames[which]
        if kind == pygame.WINDOWCLOSE:
            self._closed(which)
        elif kind in (pygame.WINDOWRESIZED, pygame.WINDOWSIZECHANGED):
            self._composed.pop(which, None)
            frame.touch()
        elif kind in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED, pygame.WINDOWSHOWN):
            frame.touch()
        elif kind == pygame.WINDOWLEAVE:
            self.pointer.leave(which)

    def _closed(self, which: Which) -> None:
        """The room's window closed: leave. The console's: go on with one window."""
        if which == "room":
            self.leaving = True
        else:
            self.director.ui = replace(
                self.director.ui, settings=kept.changed(self.director.ui.settings, "windows", 1)
            )
            self._fit_windows()
            self.director.toast(tr("Console fermée : F2 l'ouvre ici."))

    # ---- Windows --------------------------------------------------------------------------------------

    def _window(self, which: Which) -> None:
        settings = self.director.ui.settings
        display = settings.room_display if which == "room" else settings.console_display
        room = self.frames.get("room")
        shifted = room is not None and room.display == window.clamped(display)
        self.frames[which] = window.Frame(_title(which), self.size, display, self.faces, shifted)
        self.frames[which].window.set_icon(window.icon())

    def _fit_windows(self) -> None:
        """Two windows for a facilitated session that asks for them, one otherwise."""
        view = self.director.look(ROOM)
        wanted = self.director.ui.settings.windows == 2 and view is not None and view.mode == "facilitated"
        if wanted and "console" not in self.frames:
            self._window("console")
            self._mirror_late = True
        elif not wanted and "console" in self.frames:
            self.frames.pop("console").close()
            self.scenes.pop("console", None)
            self._composed.pop("console", None)
        self.director.two = wanted
        self.director.changed()

    def _requests(self) -> None:
        waiting, self.director.requests = self.director.requests, []
        for intent in waiting:
            self._request(intent)
        now = time.monotonic()
        if now - self._looked_at_displays > 2.0:
            self._looked_at_displays = now
            found = tuple(f"{i + 1} · {w} × {h}" for i, (w, h) in enumerate(window.displays()))
            if found != self.director.ui.displays:
                self.director.ui = replace(self.director.ui, displays=found)
                self.director.changed()

    def _request(self, intent: Intent) -> None:
        if isinstance(intent, Quit):
            self.leaving = True
        elif isinstance(intent, Window):
            frame = self.frames.get(intent.which)
            if frame and intent.action == "fullscreen":
                frame.fullscreen()
            elif frame:
                frame.move(intent.display)
                self.director.carry(Set(f"{intent.which}_display", frame.display), intent.which)
        elif isinstance(intent, WhatIf) and self.director.session is not None:
            branch = self.director.session.branch(intent.alternative)
            first = self.futures.start(intent.alternative, branch)
            self.director.ui = replace(self.director.ui, what_if=first)
            self.director.version += 1
        elif isinstance(intent, Press):
            self._press(intent)
        elif isinstance(intent, Set | Go):
            self._fit_windows()
            for which, frame in self.frames.items():
                frame.window.title = _title(which)

    def _press(self, intent: Press) -> None:
        """The console's way on is the room's: a page there before the next step."""
        control = self.scenes["room"].control(intent.control) if "room" in self.scenes else None
        if control is not None:
            self.director.carry(control.intent, "room")
        elif intent.instead is not None:
            self.director.carry(intent.instead, "room")

    def _futures(self) -> None:
        self._warm_up()
        news = self.futures.news()
        if news is not None:
            self.director.ui = replace(self.director.ui, what_if=news)
            self.director.version += 1

    def _warm_up(self) -> None:
        """At the Bilan, get the rules compiled in the background while people talk."""
        session = self.director.session
        if not self._warm or session is None:
            return
        bilan = session.bilan()
        if isinstance(bilan, Bilan) and bilan.alternatives:
            self._warm = False
            self.futures.warm(session.branch(bilan.alternatives[0].id))

    def _unsent(self) -> None:
        """Words typed and not yet recorded go to the disk too, a little after each letter."""
        fields, now = self.director.ui.fields, time.monotonic()
        if fields is not self._kept_fields and now - self._kept_at >= UNSENT:
            self._kept_fields, self._kept_at = fields, now
            sessions.keep_unsent(self.director)

    def _play(self) -> None:
        wanted, self.director.sounds = self.director.sounds, []
        if self.director.ui.settings.sound:
            for name in dict.fromkeys(wanted):
                self.sound.play(name)

    # ---- Pictures -------------------------------------------------------------------------------------

    def _pictures_if_changed(self) -> None:
        """Compose after each event, so that the next key meets the controls that it should."""
        for which in self.frames:
            self._compose(which, time.monotonic())

    def _pictures(self) -> None:
        now = time.monotonic()
        for which in self.frames:
            self._compose(which, now)
        room, console = self.frames.get("room"), self.frames.get("console")
        if room is not None and room.paint(now):
            self._mirror_late = True
        if console is None or room is None:
            return
        if self._mirror_late and (not room.moving or now - self._mirrored > MIRROR):
            console.mirror("room", room.surface())
            self._mirrored, self._mirror_late = now, False
        console.paint(now)

    def _compose(self, which: Which, now: float) -> None:
        """A new picture if anything that it shows has changed."""
        director, frame = self.director, self.frames[which]
        now_shown = director.ui.now if director.running() else 0.0
        asked = (director.version, frame.pixels, now_shown, self.pointer.hover.get(which, ""))
        before = self._composed.get(which)
        if before == asked:
            return
        theme = picture.theme_of(director, which)
        scene: Scene | None = None
        if before is not None and before[:2] == asked[:2]:
            scene = picture.retimed(director, which, self.scenes[which], before[2], now_shown)
        if scene is None:
            scene = self._drawn(which, theme)
        scene = scene.hovered(asked[3])
        self._composed[which] = asked
        self.scenes[which] = scene
        frame.show(scene, theme, now)
        self._text_input()

    def _drawn(self, which: Which, theme: Theme) -> Scene:
        """The picture; where it cannot be drawn, a page that says so and leaves the session as it is."""
        made = canvas(self.frames[which].pixels, theme)
        try:
            return picture.compose(self.director, which, made)
        except Exception as error:
            return picture.sorry(self.director, made, trouble.report(error, self.director.ui.file))

    def _text_input(self) -> None:
        """Dead keys and input methods work only while a field is being typed in, beside its caret."""
        fields = [(which, self.keyboard.focused(which)) for which in self.scenes]
        typed = next(((which, field) for which, field in fields if isinstance(field, FieldControl)), None)
        if (typed is not None) != self._typing:
            (pygame.key.stop_text_input if typed is None else pygame.key.start_text_input)()
            self._typing = typed is not None
        if typed is not None:
            frame, scene = self.frames[typed[0]], self.scenes[typed[0]]
            scale = frame.window.size[0] / scene.size[0]
            x, y, w, h = (round(length * scale) for length in typed[1].rect)
            pygame.key.set_text_input_rect(pygame.Rect(x, y, w, h))


def _title(which: Which) -> str:
    """What the system writes above a window."""
    return "COOP ou pas COOP" if which == "room" else tr("COOP ou pas COOP : console")
