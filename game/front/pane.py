"""What one window remembers by itself: the screens opened over the session's own, and the focus."""

from dataclasses import dataclass, replace
from typing import Literal

Which = Literal["room", "console"]
"""The two windows there may be."""


@dataclass(frozen=True, slots=True)
class Pane:
    """`stack` holds (screen, argument), the topmost last; empty: the session's screen, or the first one.

    `focus` is a control's id; `keyed` tells that the keyboard brought it there, so that Space and Enter
    activate it. `looking` counts screens looked back at (0: the present). `panel` is open beside.
    """

    stack: tuple[tuple[str, str], ...] = ()
    focus: str = ""
    keyed: bool = False
    looking: int = 0
    panel: str = ""

    @property
    def screen(self) -> str:
        return self.stack[-1][0] if self.stack else ""

    @property
    def argument(self) -> str:
        return self.stack[-1][1] if self.stack else ""

    def pushed(self, screen: str, argument: str = "") -> "Pane":
        """That screen on top; a screen already open is brought back rather than opened twice."""
        names = [name for name, _ in self.stack]
        below = self.stack[: names.index(screen)] if screen in names else self.stack
        return replace(self, stack=(*below, (screen, argument)), focus="", keyed=False)

    def popped(self) -> "Pane":
        """The topmost thing closed: a screen, a look back, a panel."""
        if self.stack:
            return replace(self, stack=self.stack[:-1], focus="", keyed=False)
        if self.looking:
            return replace(self, looking=0, focus="")
        return replace(self, panel="", focus="", keyed=False)

    def home(self) -> "Pane":
        """Back to the session's own screen; an open panel stays."""
        return replace(self, stack=(), focus="", keyed=False, looking=0)

    def focused(self, control: str, keyed: bool = False) -> "Pane":
        return replace(self, focus=control, keyed=keyed and bool(control))
