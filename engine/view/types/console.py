"""What the facilitator alone sees."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.play.commands import Tag


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
    due: str = ""


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
    """What only the facilitator sees. Words and journal are put together as they are read."""

    say: tuple[str, ...]
    do: tuple[str, ...]
    hidden: tuple[str, ...]
    notes: Sequence[NoteView]
    journal: Sequence[JournalLine]
    doubtful: tuple[str, ...]
    ticks: tuple[tuple[str, tuple[int, int, int, int]], ...]
    observers: tuple[tuple[str, int], ...] = ()
