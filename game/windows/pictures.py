"""What the windows show: composed when something has changed, painted when something moves."""

import time
from collections.abc import Iterable
from dataclasses import replace

import pygame

from game.front.pane import Which
from game.kit import FieldControl, Scene
from game.kit.theme import Theme
from game.paint import canvas
from game.windows import picture, trouble
from game.windows.director import Director
from game.windows.keyboard import Keyboard
from game.windows.pointing import Pointer
from game.windows.window import Frame

MIRROR = 0.2
"""Seconds between two pictures of the room in the console while something moves."""
_Asked = tuple[int, tuple[int, int], float, str]
"""What a picture was composed for: version, pixels, time shown, control under the mouse."""


class Pictures:
    """The scenes of all windows; `frames` and `scenes` are shared with the loop and the keyboard."""

    def __init__(
        self,
        director: Director,
        frames: dict[Which, Frame],
        scenes: dict[Which, Scene],
        keyboard: Keyboard,
        pointer: Pointer,
    ) -> None:
        self.director = director
        self.frames = frames
        self.scenes = scenes
        self.keyboard = keyboard
        self.pointer = pointer
        self._composed: dict[Which, _Asked] = {}
        self._drawn_before: dict[Which, tuple[object, Scene]] = {}
        self._mirrored = 0.0
        self._mirror_late = True

    def compose(self, windows: Iterable[Which]) -> None:
        """Bring what these windows should show up to date, if anything has changed; paint nothing yet."""
        for which in windows:
            self._compose(which, time.monotonic())

    def forget(self, which: Which) -> None:
        """The window has another size, or is gone: what it showed has to be composed anew."""
        self._composed.pop(which, None)
        self._drawn_before.pop(which, None)
        if which not in self.frames:
            self.scenes.pop(which, None)
        self._mirror_late = True

    def paint(self, first: Which = "room") -> None:
        """Bring the windows up to date, one after the other, `first` before the others: what a hand waits for
        is one picture. The console's mirror of the room follows at its own pace.
        """
        for which in sorted(self.frames, key=lambda each: each != first):
            self._compose(which, time.monotonic())
            self._paint(which)
        self._mirror()

    def _paint(self, which: Which) -> None:
        if self.frames[which].paint(time.monotonic()) and which == "room":
            self._mirror_late = True

    def _mirror(self) -> None:
        """Show the console what the room shows."""
        now, room, console = time.monotonic(), self.frames.get("room"), self.frames.get("console")
        if room is None or console is None:
            return
        if self._mirror_late and (not room.moving or now - self._mirrored > MIRROR):
            console.mirror("room", room.surface())
            self._mirrored, self._mirror_late = now, False
            console.paint(now)

    def _compose(self, which: Which, now: float) -> None:
        """A new picture if anything that it shows has changed."""
        director, frame = self.director, self.frames[which]
        now_shown = director.ui.now if director.sight.running() else 0.0
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
        self._place_composing()

    def _drawn(self, which: Which, theme: Theme) -> Scene:
        """The picture, the one before where it says the same; where it cannot be drawn, a page that says so
        and leaves the session as it is.
        """
        made = canvas(self.frames[which].pixels, theme)
        told = (made, picture.made_of(self.director, which))
        before, scene = self._drawn_before.get(which, (None, None))
        if scene is not None and told == before:
            return replace(scene, focus=self.director.front.pane(which).focus)
        try:
            scene = picture.compose(self.director, which, made)
            self._drawn_before[which] = (told, scene)
            return scene
        except Exception as error:
            return picture.sorry(self.director, made, trouble.report(error, self.director.ui.file))

    def _place_composing(self) -> None:
        """Dead keys and input methods show what they compose beside the caret of the field typed in."""
        fields = [(which, self.keyboard.focused(which)) for which in self.scenes]
        typed = next(((which, field) for which, field in fields if isinstance(field, FieldControl)), None)
        if typed is not None:
            frame, scene = self.frames[typed[0]], self.scenes[typed[0]]
            scale = frame.window.size[0] / scene.size[0]
            x, y, w, h = (round(length * scale) for length in typed[1].rect)
            pygame.key.set_text_input_rect(pygame.Rect(x, y, w, h))
