"""Where the session stands: phase, clock, briefing, situation, ending."""

from dataclasses import dataclass
from typing import NamedTuple

from engine.content.model import FaceCard, PhaseKind
from engine.look.expressions import Expression


@dataclass(frozen=True, slots=True)
class PhaseView:
    """Where the session stands. `steps` are the phases of a round in order; `minutes` 0 means untimed;
    `act` is the title of the part of the evening, if it has parts."""

    kind: PhaseKind
    step: str
    round: int
    rounds: int
    title: str
    minutes: int
    steps: tuple[tuple[PhaseKind, str], ...]
    next_label: str
    act: str = ""


@dataclass(frozen=True, slots=True)
class ClockView:
    """Times in seconds on the session's clock; `due` is when the plan wanted this phase to end."""

    started: float | None
    ends: float | None
    paused_left: float | None
    session_started: float | None
    planned_end: float | None
    late: float


class BriefingPage(NamedTuple):
    """One panel of the briefing; the note (what to say beside it) is the console's, "" elsewhere."""

    title: str
    text: str
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class SituationView:
    id: str
    title: str
    text: str
    pictogram: str
    voice_face: FaceCard | None
    voice_expression: Expression
    voice_name: str
    voice_says: str
    question: str
    effects: tuple[str, ...]
    because: str = ""


class LetterView(NamedTuple):
    """What was done comes back with a round: what it says and does. Sealed, it says nothing yet. `verdict` is
    what a rumour was worth, `clock` the title of the full clock that sent it; "" of anything else."""

    round: int
    says: str
    effects: tuple[str, ...]
    verdict: str = ""
    clock: str = ""


@dataclass(frozen=True, slots=True)
class Handover:
    """Who left a seat as this round began, and who has it. `why` is the card's reason, `said` the whole."""

    who: str
    before: str
    before_role: str
    before_face: FaceCard
    after: str
    after_role: str
    after_face: FaceCard
    why: str
    said: str


@dataclass(frozen=True, slots=True)
class Countdown:
    """Something that comes nearer: `filled` of `size` segments, `moved` of them at the last reveal."""

    id: str
    title: str
    size: int
    filled: int
    moved: int


@dataclass(frozen=True, slots=True)
class EndingView:
    id: str
    title: str
    text: str
    success: bool
