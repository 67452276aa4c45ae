"""Who sees what: the session as each window's audience may see it, and the way on from there."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from engine.view.types import CONSOLE, ROOM, Audience, View
from game.front.alone import me
from game.front.foldout import SCREEN
from game.front.front import Front
from game.front.pages import read
from game.front.pane import Which
from game.front.state import Shown, Ui, Way


class Playing(Protocol):
    """A session, as far as the front-end asks it something; nothing here changes it."""

    @property
    def mode(self) -> str: ...

    @property
    def path(self) -> Path | None: ...

    @property
    def damage(self) -> str: ...

    def view(
        self, audience: Audience, lang: str, plain: bool, number: int | None = None, still: bool = True
    ) -> View:
        """What an audience sees now, or saw right after command `number` (`still`: with nothing to do)."""

    def moments(self) -> tuple[int, ...]:
        """Numbers of the last command of each screen on the way to now, the present last."""

    def undoable(self) -> int | None:
        """The command to go back to so that the last one is undone; None when there is nothing to undo."""

    def bilan(self, plain: bool = False) -> object | None:
        """The measures of the debrief, once the session has come to it."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the front-end stands in and does not change: the session, the time of day in seconds, what leads
    on from a screen.
    """

    session: Playing | None
    now: float
    way_on: Callable[[View | None, Ui], Way | None]


@dataclass(frozen=True, slots=True)
class Sight:
    """What there is to be seen of a session with a front-end as it stands."""

    front: Front
    around: Around

    def private_pane(self) -> Which:
        """The window on the computer itself, where someone may look without the room seeing."""
        return "console" if self.front.windows.two else "room"

    def passed_to(self) -> str | None:
        """Who the computer is passed to now."""
        view = self.look(ROOM)
        return view.passed_to if view else None

    def private(self, which: Which) -> bool:
        """Whether who has the computer looks at this window."""
        return self.passed_to() is not None and which == self.private_pane()

    def audience(self, which: Which) -> Audience:
        """For whom a window is drawn now."""
        passed = self.passed_to()
        if passed and which == self.private_pane():
            return Audience("holder", passed)
        if which == "console":
            return CONSOLE
        view = self.look(ROOM)
        who = me(view) if view is not None else None  # who trains alone is the whole room
        return Audience("holder", who.id) if who is not None else ROOM

    def view(self, which: Which) -> View | None:
        """What a window's audience may see: of the present, or of the moment looked back at."""
        back = self.front.pane(which).looking
        if back and self.around.session:
            moments = self.around.session.moments()
            if back < len(moments):
                return self.look(ROOM, moments[-1 - back])
        elsewhere = which == "room" and self.front.windows.two
        return self.look(replace(self.audience(which), mirrored=self.mirrored(), elsewhere=elsewhere))

    def inside(self) -> View | None:
        """What the facilitator may see and do, in whichever window."""
        return self.look(replace(CONSOLE, mirrored=self.mirrored()))

    def holder(self, who: str) -> View | None:
        """What a holder may see and do, for whoever types it in, in whichever window."""
        return self.look(Audience("holder", who, mirrored=self.mirrored()))

    def look(self, audience: Audience, number: int | None = None) -> View | None:
        """The session as an audience may see it, now or right after command `number`; None without one."""
        if self.around.session is None:
            return None
        settings = self.front.ui.settings
        past = number if number is not None else self.front.behind
        return self.around.session.view(
            audience, settings.language, settings.plain, past, still=number is not None
        )

    def mirrored(self) -> bool:
        """Whether the room may see every window: the only one, or both on a display that it sees."""
        return (not self.front.windows.two or self.front.ui.stands.seen) and self.leads_a_room()

    def leads_a_room(self) -> bool:
        """Whether the session is one that somebody leads for a room."""
        view = self.look(ROOM)
        return view is not None and view.mode == "facilitated"

    def wants_two(self) -> bool:
        """Whether there should be two windows: for a session led for a room, where they can be had."""
        return self.front.ui.two_windows and self.leads_a_room()

    def leading(self) -> Which:
        """The window of the facilitator, as the windows are about to be."""
        return "console" if self.wants_two() else "room"

    def place(self) -> tuple[object, ...]:
        """Where the session stands."""
        view = self.look(ROOM)
        if view is None:
            return ()
        return (view.phase.round, view.phase.kind, view.phase.step, view.passed_to)

    def running(self) -> bool:
        """Whether a timer is going, or the sheet that unfolds counts its minutes, so that pictures change."""
        view = self.look(ROOM)
        counted = self.front.windows.room.screen == SCREEN
        return counted or bool(view and view.clock.ends is not None)

    # ---- The local state as one window sees it ----------------------------------------------------------

    def ui_for(self, which: Which) -> Ui:
        """What the front-end remembers, as one window sees it."""
        return replace(self._local(which), way=self.way("room"))

    def way(self, which: Which) -> Way | None:
        """The way on from what a window shows."""
        return self.around.way_on(self.view(which), self._local(which))

    def leads(self, which: Which) -> Which:
        """The window whose way on is meant by a key in this one: its own where a page is open over it or a
        private screen is in it, else the room's.
        """
        return which if self.front.pane(which).stack or self.private(which) else "room"

    def _local(self, which: Which) -> Ui:
        ui, pane, session = self.front.ui, self.front.pane(which), self.around.session
        return replace(
            ui, screen=pane.screen or ("look-back" if pane.looking else ""), argument=pane.argument,
            focus=pane.focus, panel=pane.panel, room=self._shown(),
            beneath=pane.stack[-2] if len(pane.stack) > 1 else ("", ""),
            bilan=session.bilan(ui.settings.plain) if session else None,
        )  # fmt: skip

    def _shown(self) -> Shown:
        room = self.front.windows.room
        reading = read(room.screen) and not room.looking
        together = (room.screen, room.argument) if reading else ("", "")
        return Shown(room.looking, self.front.windows.dark, together)
