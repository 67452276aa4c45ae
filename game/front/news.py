"""What happens to the front-end without anybody wanting it: what came of an effect, time, windows."""

from dataclasses import dataclass
from pathlib import Path

from engine.content.model import Briefing
from engine.play.commands import Command
from game.front.drafts import Form
from game.front.intents import Do
from game.front.making import Making
from game.front.state import Resumable, ScenarioCard, Stands


@dataclass(frozen=True, slots=True)
class Accepted:
    """The session has carried out the command of an intent."""

    asked: Do


@dataclass(frozen=True, slots=True)
class Refusal:
    """The session refuses a command, in a sentence; or cannot write it (`unsaved`): then it could be saved in
    one of `places`.
    """

    sentence: str
    unsaved: bool = False
    places: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Followed:
    """A command was carried out that no hand gave: a demonstration's."""

    command: Command


@dataclass(frozen=True, slots=True)
class Opened:
    """Another session is to be shown, and what was half done in it comes back. `damage` says why it can only
    be read; `places` are where it could be saved instead.
    """

    file: str
    damage: str = ""
    words: tuple[tuple[str, str], ...] = ()
    counts: tuple[Form, ...] = ()
    places: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The session is in another file now, and can be played on."""

    path: Path


@dataclass(frozen=True, slots=True)
class Found:
    """What the first screens list; `resumable` is None where nobody looked."""

    scenarios: tuple[ScenarioCard, ...]
    resumable: tuple[Resumable, ...] | None = None


@dataclass(frozen=True, slots=True)
class Unrolled:
    """The sheet that unfolds is at hand; who asked for one of its panels is brought there."""

    briefing: Briefing


@dataclass(frozen=True, slots=True)
class Told:
    """Something to be said to people; `home`: nothing stays open over the session's screen."""

    sentence: str
    error: bool = False
    home: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """Time goes by."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A hand is laid on keys or mouse (or, not `on`, nobody's has been since now)."""

    on: bool = True


@dataclass(frozen=True, slots=True)
class Locked:
    """A demonstration plays, or (no sentence) plays no longer."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Fitted:
    """There are two windows now, or one."""

    two: bool


@dataclass(frozen=True, slots=True)
class ConsoleClosed:
    """Somebody has closed the console's window."""


@dataclass(frozen=True, slots=True)
class Displays:
    """The displays there are, in words, and which window is on which."""

    found: tuple[str, ...]
    stands: Stands


@dataclass(frozen=True, slots=True)
class RoomClosed:
    """Somebody has closed the room's window."""


@dataclass(frozen=True, slots=True)
class Computed:
    """How far the continuations of a choice have come."""

    result: object


@dataclass(frozen=True, slots=True)
class Made:
    """How far what is made in the background has come."""

    making: Making


@dataclass(frozen=True, slots=True)
class Chosen:
    """The command line's scenario (its id, its folder), to be listed and started too."""

    slug: str
    folder: str


News = (
    Accepted | Refusal | Followed | Opened | Rewritten | Found | Told | Tick | Touched | Locked | Fitted
    | ConsoleClosed | RoomClosed | Displays | Computed | Made | Chosen | Unrolled
)  # fmt: skip
