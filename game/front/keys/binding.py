"""A row of the table of keys, and where a key is pressed."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from engine.view.types import View
from game.front.intents import Focus, Intent
from game.front.pane import Pane, Which
from game.front.state import Way
from game.kit import Control, Scene


@dataclass(frozen=True)
class Here:
    """Where a key is pressed. `view` is what the window shows; `alone`: somebody trains alone; `private`: the
    one who has the computer sits at this window; `passed`: somebody has it; `scenes` are the pictures of all
    windows; `way` is the way on that Space means here.
    """

    which: Which
    two: bool
    view: View | None
    alone: bool
    passed: bool
    private: bool
    panes: Mapping[Which, Pane]
    scenes: Mapping[Which, Scene]
    way: Way | None

    @property
    def pane(self) -> Pane:
        return self.panes[self.which]

    @property
    def scene(self) -> Scene:
        """The window's picture, with its focus."""
        return self.scenes[self.which].focused(self.pane.focus)

    @property
    def trains(self) -> bool:
        """Whether people play around this one computer."""
        return self.view is not None and self.view.mode == "training"

    @property
    def on(self) -> Control | None:
        """The control that the keyboard brought the focus to."""
        return self.scene.control(self.pane.focus) if self.pane.keyed else None


class Press(NamedTuple):
    """What a key does: an intent, and the window that it is carried out for."""

    intent: Intent
    which: Which


Does = Callable[[Here, str], Intent | None]
"""What a key does here; None where it does nothing."""


@dataclass(frozen=True)
class Binding:
    """One row of the table: keys, and what they do, in words.

    Either they press controls: `control` is a pattern of ids; where it catches something, several controls
    have a key each, and `nth` says which one a control has, from 0. `beside` and `without` are ids of other
    controls that must be there, or not be; a row that `focuses` only brings the keyboard there. Or `intent`
    says what they do.

    `place` names for the guides where that is, and `table` in which of their tables it stands.
    """

    keys: tuple[str, ...]
    does: Callable[[], str]
    place: Callable[[], str] | None = None
    table: Literal["everywhere", "room", "console"] = "everywhere"
    control: str = ""
    nth: Callable[[str, Here], int] | None = None
    beside: str = ""
    without: str = ""
    focuses: bool = False
    intent: Does | None = None

    def presses(self, here: Here, which: Which) -> Iterator[tuple[str, Press]]:
        """The keys that press a control of a window, and what each does."""
        scene = here.scenes.get(which)
        if not self.control or scene is None:
            return
        ids = {control.id for control in scene.controls()}
        if (self.beside and self.beside not in ids) or self.without in ids:
            return
        for control in scene.controls():
            found = re.fullmatch(self.control, control.id)
            if found is None or control.intent is None:
                continue
            intent: Intent = control.intent  # type: ignore[assignment]
            at = self._at(found, here)
            for key in self.keys if at is None else self.keys[at : at + 1]:
                yield key, Press(Focus(control.id) if self.focuses else intent, which)

    def _at(self, found: re.Match[str], here: Here) -> int | None:
        """Which of the keys is the control's; None: all of them."""
        if not found.groups():
            return None
        return self.nth(found[1], here) if self.nth is not None else int(found[1])
