"""From the drawing library's events to keys, letters and pointers, each for its own window."""

import time
from collections.abc import Callable, Iterable, Mapping

import pygame

from game.front.intents import Quit
from game.front.pane import Which
from game.kit import FieldControl, Scene
from game.windows import keys
from game.windows.keyboard import Keyboard
from game.windows.pointing import Pointer
from game.windows.window import Frame

_HELD = frozenset({"left", "right", "up", "down", "backspace", "delete"})
"""Keys that go on acting while they are held down; in a field, all that writes does."""


class Events:
    """Hands what happens over to the keyboard and the pointer, and says `closed` and `resized`.

    `refresh` composes pictures anew, so that what comes next meets the controls that it should. `acting` is
    the window that somebody used last.
    """

    def __init__(
        self,
        keyboard: Keyboard,
        pointer: Pointer,
        frames: Mapping[Which, Frame],
        scenes: Mapping[Which, Scene],
        refresh: Callable[[Iterable[Which]], None],
        closed: Callable[[Which], None],
        resized: Callable[[Which], None],
    ) -> None:
        self.keyboard = keyboard
        self.pointer = pointer
        self.frames = frames
        self.scenes = scenes
        self.acting: Which = "room"
        self._refresh = refresh
        self._closed = closed
        self._resized = resized
        self._pointed: dict[Which, tuple[int, int]] = {}
        self._swallow = False
        self._down: set[int] = set()

    def handle(self, event: pygame.event.Event) -> None:
        """One event of the drawing library."""
        kind = event.type
        if kind == pygame.QUIT:  # the system wants the program to end, and it does
            self.keyboard.director.carry(Quit())
            return
        if kind == pygame.KEYUP:
            self._down.discard(event.key)
            self._swallow = False
            return
        which = self._which(event)
        if which is None:
            return
        if kind == pygame.KEYDOWN:
            self._key(event, which)
        elif kind == pygame.TEXTINPUT:
            if not self._swallow:
                self._refresh((which,))
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
        self.acting = which
        self._refresh(self.frames)  # what was typed a moment ago belongs to what Enter records
        key = keys.from_event(event)
        in_field = isinstance(self.keyboard.focused(which), FieldControl)
        types = len(key.name) == 1 or key.name == "space"
        again = event.key in self._down
        self._down.add(event.key)
        if again and key.name not in _HELD and not (in_field and types):
            self._swallow = not in_field and types
            return  # one press, one step: an elbow on Space must not play half a round
        handled = self.keyboard.press(key, which)
        # the letter of a shortcut that opens a field must not also be typed in it
        self._swallow = handled and not in_field and types

    def _mouse(self, event: pygame.event.Event, which: Which) -> None:
        if which not in self.scenes:
            return
        self._refresh((which,))
        frame = self.frames[which]
        if hasattr(event, "pos"):
            self._pointed[which] = event.pos
        x, y = frame.at(self._pointed.get(which, (0, 0)))
        if event.type == pygame.MOUSEMOTION:
            self.pointer.move(which, x, y)
        elif event.type == pygame.MOUSEWHEEL:
            self.pointer.wheel(which, x, y, event.y)
        elif event.button == 1 and event.type == pygame.MOUSEBUTTONDOWN:
            self.acting = which
            self.pointer.press(which, x, y, time.monotonic())
        elif event.button == 1:
            self.pointer.release(which, x, y)

    def _window_event(self, kind: int, which: Which) -> None:
        frame = self.frames[which]
        if kind == pygame.WINDOWCLOSE:
            self._closed(which)
        elif kind in (pygame.WINDOWRESIZED, pygame.WINDOWSIZECHANGED):
            self._resized(which)
            frame.touch()
        elif kind in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED, pygame.WINDOWSHOWN):
            frame.touch()
        elif kind == pygame.WINDOWFOCUSLOST:
            self._down.clear()
        elif kind == pygame.WINDOWLEAVE:
            self.pointer.leave(which)
