"""The windows on their displays: opened where they belong, fetched back when a display goes, and sent home
when it returns.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from game.front.intents import Set, Window
from game.front.news import Displays, Told
from game.front.pane import Which
from game.front.state import Stands
from game.pieces.displays import told
from game.windows import displays as where
from game.windows import seen
from game.windows.director import Director
from game.windows.displays import Display, Home
from game.windows.window import Frame

LOOK = 1.0
"""Seconds between two looks at which displays there are."""


class Standing:
    """Where windows are and belong; `frames` is shared with the loop. `ours`: somebody said that the room
    does not see the only display, or asked for two windows on it; this holds for the displays of now.
    """

    def __init__(
        self,
        director: Director,
        frames: Mapping[Which, Frame],
        ours: bool,
        ask: Callable[[], tuple[Display, ...]],
    ) -> None:
        self._director = director
        self._frames = frames
        self._ask = ask
        self.ours = ours
        self.homes: dict[Which, Home] = {}
        self.displays: tuple[Display, ...] = ()
        self._all: tuple[Display, ...] = ()
        self._looked: float | None = None
        self._strays: dict[Which, int] = {}

    # ---- Opening --------------------------------------------------------------------------------------

    def place(self, which: Which) -> tuple[int, Display, bool]:
        """Where a window opens: the display's number, the display, and whether it fills it."""
        if not self._all:
            self._all = self._ask()
            self.displays = where.distinct(self._all)
        settings = self._director.ui.settings
        room, console = where.arranged(settings, self.displays)
        if which == "console":
            console = where.console_beside(self._number("room"), console, self.displays)
        last = max(len(self.displays) - 1, 0)
        number = min(room if which == "room" else console, last)
        full = (
            where.mark(number, self.displays)
            == (settings.room_full if which == "room" else settings.console_full)
            != ""
        )
        self.homes[which] = where.home(number, self.displays, full)
        if which == "console":
            self._uncover(number)
        self._tell()
        return number, self._display(number), full

    def opened(self) -> None:
        """A window has come or gone: what is told of them is brought up to date."""
        for gone in [which for which in self.homes if which not in self._frames]:
            del self.homes[gone]
        self._tell()

    def _uncover(self, console: int) -> None:
        """The room does not fill the display that the console comes to."""
        room = self._frames["room"]
        if room.full and room.display == console:
            room.fullscreen(False)

    def _number(self, which: Which) -> int:
        return where.standing(self.homes[which], self.displays)[0] if which in self.homes else 0

    def _display(self, number: int) -> Display:
        return self.displays[number] if number < len(self.displays) else Display((1920, 1080))

    # ---- Looking --------------------------------------------------------------------------------------

    def look(self, now: float) -> bool:
        """Once in a while (`now` in seconds), see which displays there are; whether others than before."""
        if self._looked is not None and now - self._looked < LOOK:
            return False
        self._looked = now
        found = self._ask()
        if found == self._all and self._director.ui.displays:
            self._follow_hands()
            return False
        before, self._all, self.displays = self.displays, found, where.distinct(found)
        if before and before != self.displays and "room" in self._frames:
            self.ours = False
            self._rearrange(before)
        self._tell()
        if "console" in self._frames and self._director.ui.stands.seen and self.displays != before:
            self._director.carry(Told(told(self._director.ui)))
        return True

    def _rearrange(self, before: tuple[Display, ...]) -> None:
        self._strays.clear()
        waited = where.found(self.homes["room"], before) is None
        for which, (number, full) in where.moves(before, self.displays, self.homes).items():
            self._frames[which].move(number, self._display(number), full)
        for which, frame in self._frames.items():
            frame.display = self._number(which)  # where nothing moved, the system may count otherwise
        led = self._director.ui.settings.windows == 2 and self._director.sight.leads_a_room()
        another = self._away("room") or (len(before) < 2 and not waited)
        if led and another and len(self.displays) > 1:  # a projector that was not there before
            number, display, full = self.place("room")
            self._frames["room"].move(number, display, full)
        console = self._frames.get("console")
        if console is not None and console.display == self._frames["room"].display:
            self._uncover(console.display)
            console.window.focus()  # whoever leads goes on there

    def _follow_hands(self) -> None:
        """A window that somebody dragged to another display, and left there for a while, belongs there."""
        for which, frame in self._frames.items():
            centre = frame.centre() if seen.tells_places() and not frame.full else None
            at = where.under(centre, self.displays) if centre is not None else None
            if at is None or at == frame.display or self._away(which):
                self._strays.pop(which, None)
            elif self._strays.get(which) == at:
                frame.display = at
                self.homes[which] = where.home(at, self.displays)
                self._tell()
            else:
                self._strays[which] = at

    def _away(self, which: Which) -> bool:
        return which in self.homes and where.found(self.homes[which], self.displays) is None

    def _tell(self) -> None:
        """What screens say of displays and windows."""
        room = self._number("room")
        wanted = where.arranged(self._director.ui.settings, self.displays)[1]
        console = (
            self._number("console")
            if "console" in self.homes
            else where.console_beside(room, wanted, self.displays)
        )
        may = where.may_be_seen(self.displays, self.ours)
        copied = len(self.displays) < len(self._all)
        together = may and "console" not in self._frames
        stands = Stands(room, console, copied, may, together, self._away("room"))
        labels = where.labels(self.displays)
        if (labels, stands) != (self._director.ui.displays, self._director.ui.stands):
            self._director.carry(Displays(labels, stands))

    # ---- What people want -----------------------------------------------------------------------------

    def carry(self, intent: Window) -> None:
        """Move, fill, swap, raise; or learn whether the room sees the only display."""
        if intent.action in ("ours", "seen"):
            self.ours = intent.action == "ours"
        elif intent.action == "swap":
            self._swap()
        elif intent.which in self._frames:
            self._one(intent, self._frames[intent.which])
        self._tell()

    def _one(self, intent: Window, frame: Frame) -> None:
        if intent.action == "fullscreen":
            frame.fullscreen()
            self._keep_full(intent.which, frame)
        elif intent.action == "raise":
            frame.window.focus()
        else:
            number = min(max(intent.display, 0), max(len(self.displays) - 1, 0))
            self._go(intent.which, number)
            self._choose(intent.which, number)

    def _swap(self) -> None:
        stands = self._director.ui.stands
        ways: tuple[tuple[Which, int], ...] = (("room", stands.console), ("console", stands.room))
        for which, number in ways:
            if which in self._frames:
                self._go(which, number)
            self._choose(which, number)

    def _go(self, which: Which, number: int) -> None:
        frame = self._frames[which]
        self.homes[which] = where.home(number, self.displays, frame.full)
        frame.move(number, self._display(number), frame.full)
        self._keep_full(which, frame)

    def _choose(self, which: Which, number: int) -> None:
        self._director.carry(Set(f"{which}_display", number), which)
        if which == "room":
            self._director.carry(Set("room_on", where.mark(number, self.displays)), which)

    def _keep_full(self, which: Which, frame: Frame) -> None:
        """Full screen is remembered with the display that it is on, unless the window only waits there."""
        if not self._away(which):
            self.homes[which] = replace(self.homes[which], full=frame.full)
            mark = where.mark(frame.display, self.displays) if frame.full else ""
            self._director.carry(Set(f"{which}_full", mark), which)
