"""The front-end as one value: all that it remembers, replaced and never changed in place (see update.py)."""

from dataclasses import dataclass, field, replace

from game.front.drafts import Form
from game.front.pane import Pane, Which
from game.front.state import Settings, Ui

TOAST_SECONDS = 6.0


@dataclass(frozen=True, slots=True)
class Windows:
    """What each window has open. `two`: the console has a window of its own; `dark`: the room's is black."""

    room: Pane = field(default_factory=Pane)
    console: Pane = field(default_factory=Pane)
    two: bool = False
    dark: bool = False

    def pane(self, which: Which) -> Pane:
        return self.room if which == "room" else self.console

    def having(self, which: Which, pane: Pane) -> "Windows":
        """With another pane in one window."""
        return replace(self, room=pane) if which == "room" else replace(self, console=pane)

    def home(self) -> "Windows":
        """Every window back at the session's own screen."""
        return replace(self, room=self.room.home(), console=self.console.home())


@dataclass(frozen=True, slots=True)
class Front:
    """All that the front-end remembers.

    `ui` is what every window shows alike. `on_disk` are the settings kept between sessions, which the
    command line does not change; `seed` what a new session is begun with, None a fresh one; `also` a scenario
    (its id, its folder) to be listed and started too. `place` is where the session stood when it was last
    shown; `told_until` when a message has been read, in seconds. While a demonstration plays, `locked` says
    so; `touched`: a hand has been laid on keys or mouse. `behind` shows the session as it was right after
    that command.
    """

    ui: Ui
    on_disk: Settings
    windows: Windows = field(default_factory=Windows)
    seed: int | None = None
    also: tuple[str, str] = ("", "")
    place: tuple[object, ...] = ()
    told_until: float = 0.0
    locked: str = ""
    touched: bool = False
    behind: int | None = None

    def pane(self, which: Which) -> Pane:
        """What one window has open."""
        return self.windows.pane(which)

    def having(self, which: Which, pane: Pane) -> "Front":
        """With another pane in one window."""
        return replace(self, windows=self.windows.having(which, pane))

    def focused(self, which: Which, control: str, keyed: bool = False) -> "Front":
        """With the focus of a window on a control ("": on none)."""
        return self.having(which, self.pane(which).focused(control, keyed))

    def keeping(self, *forms: Form) -> "Front":
        """With these forms as they are now."""
        return replace(self, ui=replace(self.ui, drafts=self.ui.drafts.kept(*forms)))

    def lasting(self) -> "Front":
        """Without what somebody was only asked on what is closed now."""
        return replace(self, ui=replace(self.ui, drafts=self.ui.drafts.lasting()))

    def told(self, sentence: str, now: float, error: bool = False) -> "Front":
        """With something said to people for a few seconds from `now` on."""
        ui = replace(self.ui, toast=sentence, toast_is_error=error)
        return replace(self, ui=ui, told_until=now + TOAST_SECONDS + len(sentence) / 25)
