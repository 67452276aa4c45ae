"""What the front-end itself remembers: settings, the screen shown, text being typed, drafts.

None of it is the session's: losing it loses nothing that anyone confirmed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from engine.content.model import Briefing, FaceCard
from engine.look.things import PLAIN, Neighbourhood
from engine.view.types import Expression
from game.front.drafts import Drafts, F, Turned
from game.front.intents import Intent
from game.front.making import Making
from game.kit.textfield import TextField

SENTENCE = "sentence"
"""The field of the one written sentence of someone who trains alone: it waits for the first letter."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Kept between sessions. `text_size` multiplies the type; `windows` is 1 or 2. A projector is mostly the
    second display, number 1. `room_on` is the display that people chose for the room, `room_full` and
    `console_full` the one that the window filled ("": none).
    """

    language: Literal["fr", "en"] = "fr"
    plain: bool = False
    text_size: float = 1.0
    high_contrast: bool = False
    reduced_motion: bool = False
    sound: bool = True
    windows: int = 2
    room_display: int = 1
    console_display: int = 0
    room_on: str = ""
    room_full: str = ""
    console_full: str = ""


@dataclass(frozen=True, slots=True)
class ScenarioCard:
    """One scenario as the first screens show it."""

    slug: str
    title: str
    summary: str
    pitch: str
    level: str
    people: tuple[int, int]
    durations: tuple[str, ...]
    minutes: tuple[int, ...]
    skills: tuple[str, ...]
    cast: tuple[tuple[str, str, str, bool, FaceCard, Expression, str], ...]
    """(id, name, role, core, face, expression, family) of each character."""
    defect: str = ""
    """The first thing wrong with it, in a sentence: it is shown, and cannot be played."""
    place: Neighbourhood = PLAIN
    """How its place looks before anything is played."""
    forecasts: bool = True
    """Whether the room forecasts which promises will be kept."""


@dataclass(frozen=True, slots=True)
class Resumable:
    """A session found on disk; `over` once it has come to its Bilan, `damage` a sentence when it can only be
    read.
    """

    path: Path
    title: str
    round: int
    rounds: int
    when: float
    damage: str = ""
    over: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """The way on from a screen: what it is called and what it does. One that is not `enabled` is shown and
    does nothing yet.
    """

    label: str
    intent: Intent
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Shown:
    """What the room's window shows beside the session's own screen: how many screens back it looks, whether
    it is dark, and the page to be read that is open over it (its screen, what it is about).
    """

    looking: int = 0
    dark: bool = False
    reading: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One line of the help: keys, what they do, whether they do it on this screen only."""

    keys: str
    does: str
    own: bool


@dataclass(frozen=True, slots=True)
class Stands:
    """Which window is on which display, by numbers from 0; for a console that is not open, where it would
    open. `copied`: displays show the same picture. `seen`: the room may see all that the computer shows;
    `together`: and so no second window opens. `away`: the room's display is gone, and its window waits on
    another.
    """

    room: int = 0
    console: int = 0
    copied: bool = False
    seen: bool = False
    together: bool = False
    away: bool = False


@dataclass(frozen=True, slots=True)
class Ui:
    """The whole local state, replaced and never changed in place. `now` is in seconds (unix time).

    `damage` is the sentence why the session can only be read; "" mostly. `elsewhere`: where it could be saved
    instead, as far as it must be; the best place first. `way` is
    the room's way on; `keys`, for the help, are those of what it lies over.
    """

    settings: Settings = Settings()
    screen: str = ""
    argument: str = ""
    focus: str = ""
    panel: str = ""
    beneath: tuple[str, str] = ("", "")
    """The screen that `screen` lies over, and its argument; empty over the session's own."""
    fields: Mapping[str, TextField] = field(default_factory=dict)
    drafts: Drafts = field(default_factory=Drafts)
    room: Shown = Shown()
    scenarios: tuple[ScenarioCard, ...] = ()
    resumable: tuple[Resumable, ...] = ()
    displays: tuple[str, ...] = ()
    stands: Stands = Stands()
    now: float = 0.0
    saved: bool = True
    file: str = ""
    taken_up: float = 0.0
    """When the session that is shown was begun or taken up again; 0 where none is."""
    damage: str = ""
    elsewhere: tuple[Path, ...] = ()
    toast: str = ""
    toast_is_error: bool = False
    briefing: Briefing | None = None
    """The sheet that unfolds, once somebody has asked for it."""
    bilan: object | None = None
    what_if: object | None = None
    making: Making | None = None
    way: Way | None = None
    keys: tuple[KeyLine, ...] = ()

    def form(self, kind: type[F], about: str = "") -> F:
        """A form as it stands; as new where nobody has touched it."""
        return self.drafts.of(kind, about)

    def page(self, name: str) -> int:
        """The page at which a list or a screen is open, from 0."""
        return self.drafts.of(Turned, name).page

    @property
    def two_windows(self) -> bool:
        """Whether a room that is led gets a window to itself."""
        return self.settings.windows == 2 and not self.stands.together

    def text(self, name: str) -> str:
        """What has been typed in a field so far."""
        typed = self.fields.get(name)
        return typed.text if typed else ""
