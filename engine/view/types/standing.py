"""Where the session stands, and what the facilitator alone sees."""

from dataclasses import dataclass
from typing import NamedTuple

from engine.content.model import PhaseKind
from engine.play.commands import Tag, TokenCount


@dataclass(frozen=True, slots=True)
class PhaseView:
    """Where the session stands. `steps` are the phases of a round in order; `minutes` 0 means untimed."""

    kind: PhaseKind
    step: str
    round: int
    rounds: int
    title: str
    minutes: int
    steps: tuple[tuple[PhaseKind, str], ...]
    next_label: str


@dataclass(frozen=True, slots=True)
class ClockView:
    """Times in seconds on the session's clock; `due` is when the plan wanted this phase to end."""

    started: float | None
    ends: float | None
    paused_left: float | None
    session_started: float | None
    planned_end: float | None
    late: float


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """The secret choices: who has confirmed; one holder's own tokens only when this audience may see."""

    confirmed: tuple[str, ...]
    waiting: tuple[str, ...]
    passed_to: str | None
    private_screen: bool
    mine: tuple[tuple[str, TokenCount], ...] | None
    left: TokenCount | None


@dataclass(frozen=True, slots=True)
class NoteView:
    id: int
    text: str
    tag: Tag
    tag_word: str
    speaker: str
    round: int
    phase: str
    at: float


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One command in words; `number` is what undo takes; `kind`, the command's. Undone ones stay, marked."""

    number: int
    at: float
    round: int
    sentence: str
    undone: bool
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ConsoleView:
    """What only the facilitator sees."""

    say: tuple[str, ...]
    do: tuple[str, ...]
    hidden: tuple[str, ...]
    notes: tuple[NoteView, ...]
    journal: tuple[JournalLine, ...]
    doubtful: tuple[str, ...]
    ticks: tuple[tuple[str, tuple[int, int, int, int]], ...]
    observers: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class EndingView:
    id: str
    title: str
    text: str
    success: bool


class BriefingPage(NamedTuple):
    """One panel of the briefing; the note (what to say beside it) is the console's, "" elsewhere."""

    title: str
    text: str
    note: str = ""
    source: str = ""
