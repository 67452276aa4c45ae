"""What a person may want, as data: screens put these on their controls, the stage carries them out.

`Do` is the only one that reaches the session; all others move things of the front-end itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from engine.play.commands import Begin, Command
from game.front.drafts import Form
from game.front.making import Job
from game.kit.textfield import TextField


@dataclass(frozen=True, slots=True)
class Do:
    """Give the session a command; once it is accepted, empty the text fields that `clear` names, keep the
    forms of `then`, carry out `after`, and bring the focus to the field `focus` if it was in one.
    """

    command: Command
    clear: tuple[str, ...] = ()
    then: tuple[Form, ...] = ()
    after: "Go | Back | GoOn | None" = None
    focus: str = ""


@dataclass(frozen=True, slots=True)
class Go:
    """Show another screen of the front-end, over the present one (`Back` returns), keeping the forms of
    `then`.
    """

    screen: str
    argument: str = ""
    then: tuple[Form, ...] = ()


@dataclass(frozen=True, slots=True)
class Back:
    """Close the topmost screen or panel; with nothing there, end the room's look back."""


@dataclass(frozen=True, slots=True)
class Home:
    """Leave the session where it stands, on disk, for the first screen."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Open or close the console's panel in the window that everybody sees, keeping the forms of `then`.
    Opened, it has the `focus` on that control.
    """

    then: tuple[Form, ...] = ()
    focus: str = ""


@dataclass(frozen=True, slots=True)
class LookBack:
    """Look at one screen earlier (1) or later (-1) in the room's window; nothing is undone."""

    by: int = 1


@dataclass(frozen=True, slots=True)
class Dark:
    """The room's window black, as presenters do, or lit again; None: the other way."""

    on: bool | None = None


@dataclass(frozen=True, slots=True)
class AskUndo:
    """Ask before taking back the last command."""


@dataclass(frozen=True, slots=True)
class Focus:
    """Bring the focus to a control of a window ("": to none), by the keyboard or (not `keyed`) the mouse."""

    control: str
    keyed: bool = True


@dataclass(frozen=True, slots=True)
class Type:
    """Keep what is being typed in a field."""

    name: str
    field: TextField


@dataclass(frozen=True, slots=True)
class Draft:
    """Keep a form as it stands now (a promise half made, a counter, the page that is open)."""

    form: Form


@dataclass(frozen=True, slots=True)
class Fill:
    """Put texts in fields (name, text), keep forms, and bring the focus to a field, at once."""

    fields: tuple[tuple[str, str], ...] = ()
    forms: tuple[Form, ...] = ()
    focus: str = ""


@dataclass(frozen=True, slots=True)
class GoOn:
    """Go on as the room's own button does; out of the dark first."""


@dataclass(frozen=True, slots=True)
class InRoom:
    """Do something in the room's window, from whichever window it is asked."""

    intent: "Intent"


@dataclass(frozen=True, slots=True)
class Set:
    """Change a setting, at once and for later sessions."""

    setting: str
    value: object


@dataclass(frozen=True, slots=True)
class Start:
    """Begin a session of a scenario (slug or folder), with a seed or a fresh one."""

    scenario: str
    begin: Begin
    seed: int | None = None


@dataclass(frozen=True, slots=True)
class Resume:
    """Open a session's file and go on where it stopped."""

    path: Path


@dataclass(frozen=True, slots=True)
class SaveElsewhere:
    """Write the whole session to a new file, and go on in it."""

    path: Path


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Compute paired continuations from a moment of the session with one choice changed."""

    alternative: str


@dataclass(frozen=True, slots=True)
class Make:
    """Make something to be printed or taken home, in the background."""

    job: Job


@dataclass(frozen=True, slots=True)
class ShowFolder:
    """Open a folder in the program that the system has for them."""

    folder: Path


@dataclass(frozen=True, slots=True)
class Window:
    """Move, fill or leave the screen, or come to the front: `display` is a number for "move". "swap": both
    windows change places. "ours", "seen": the room does not see the only display, or it does.
    """

    which: Literal["room", "console"]
    action: Literal["fullscreen", "move", "raise", "swap", "ours", "seen"]
    display: int = 0


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave the program; the session is already on disk."""


@dataclass(frozen=True, slots=True)
class Drag:
    """A control that is dragged over the picture, or moved by the arrow keys while it has the focus.

    `to(x, y)` gives the intent of having it at a point, in logical pixels of the canvas (a `Draft`);
    `nudge(dx, dy)` that of one step of an arrow key, each -1, 0 or 1; `drop` that of letting go or Enter.
    """

    to: "Callable[[float, float], Intent]"
    nudge: "Callable[[int, int], Intent]"
    drop: "Intent | None" = None


Intent = (
    Do | Go | Back | Home | Panel | LookBack | Dark | AskUndo | Draft | Fill | Focus | Type | GoOn | InRoom
    | Set | Start | Resume | SaveElsewhere | WhatIf | Make | ShowFolder | Window | Quit | Drag
)  # fmt: skip
