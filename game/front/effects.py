"""What an update asks to be done outside the front-end, as data: the session's, the disk's, the windows'.

What comes of it is told to the front-end as news (see news.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from engine.play.commands import Begin
from game.front.intents import Do, Intent, Window
from game.front.making import Job
from game.front.pane import Which
from game.front.state import Settings


@dataclass(frozen=True, slots=True)
class Give:
    """Give the session the command of an intent: Accepted or Refusal comes of it."""

    asked: Do
    which: Which


@dataclass(frozen=True, slots=True)
class Carry:
    """Carry out another intent, for one of the windows."""

    intent: Intent
    which: Which


@dataclass(frozen=True, slots=True)
class Create:
    """Begin a session of a scenario (its id or folder): Opened comes of it, or Problem."""

    target: str
    begin: Begin
    seed: int | None


@dataclass(frozen=True, slots=True)
class Open:
    """Open the session of a file: Opened comes of it, or Problem."""

    path: Path


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Write the whole session to a new file: Rewritten comes of it, or Problem."""

    path: Path


@dataclass(frozen=True, slots=True)
class LetGo:
    """Close the session, which is on disk already; what is half done goes there too."""

    unsent: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Find:
    """Find what a screen about to be shown lists: Found comes of it."""

    screen: str


@dataclass(frozen=True, slots=True)
class Keep:
    """Write settings to the disk, and speak their language from now on."""

    settings: Settings
    language: str


@dataclass(frozen=True, slots=True)
class Hurry:
    """Let a demonstration go on at once."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A sound."""

    sound: Literal["tick", "bell"]


@dataclass(frozen=True, slots=True)
class Fit:
    """Bring the windows to what is wanted of them now: how many, what they are called. `fresh`: another
    session is shown, for which nothing pressed before was meant.
    """

    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Do to a window what is asked of it."""

    asked: Window


@dataclass(frozen=True, slots=True)
class Compute:
    """Compute continuations with one choice changed: Computed comes of it, again and again."""

    alternative: str


@dataclass(frozen=True, slots=True)
class Produce:
    """Make it in the background: Made comes of it, again and again. `target`: the scenario's id or folder."""

    job: Job
    target: str = ""


@dataclass(frozen=True, slots=True)
class Unfold:
    """Show a folder on the computer's own desk: Told comes of it where nothing here can."""

    folder: Path


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave the program."""


Effect = (
    Give | Carry | Create | Open | Rewrite | LetGo | Find | Keep | Hurry | Ring
    | Fit | Place | Compute | Produce | Unfold | Leave
)  # fmt: skip
