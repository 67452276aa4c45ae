"""What one audience may see, as frozen data with words already put on: all that a screen ever gets.

Ids are for intents, strings for eyes. A field that this audience may not see is None; it is never present
and hidden by the screen.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from engine.commands import Legal as Legal
from engine.commands import Tag
from engine.commands import TokenCount as TokenCount
from engine.model import Duration, FaceCard, Family, PhaseKind

NO_TOKENS = TokenCount()
AudienceKind = Literal["room", "console", "holder"]
Fact = Literal["kept", "part", "broken", "gift", "void", "none"]
Expression = Literal["smile", "explaining", "concerned", "calm", "solemn", "suspicious", "serious", "tired"]


@dataclass(frozen=True, slots=True)
class Audience:
    """Who looks: the room, the facilitator's console, or the holder of one character."""

    kind: AudienceKind
    character: str | None = None


ROOM = Audience("room")
CONSOLE = Audience("console")


@dataclass(frozen=True, slots=True)
class Change:
    """An indicator's move: "Santé +8"."""

    indicator: str
    title: str
    by: int


@dataclass(frozen=True, slots=True)
class IndicatorView:
    id: str
    title: str
    pictogram: str
    colour: str
    value: int
    start: int
    since_round: int
    gate: bool
    must_exceed: int | None
    explained: str


@dataclass(frozen=True, slots=True)
class BeliefView:
    about: str
    about_name: str
    text: str
    lifted: bool


@dataclass(frozen=True, slots=True)
class Secret:
    """For the holder and the console only. `gain` and `goal` are in points of personal gain."""

    wants: str
    stakes: tuple[Change, ...]
    goal: float
    gain: float
    beliefs: tuple[BeliefView, ...]


@dataclass(frozen=True, slots=True)
class PostureView:
    """Synergy and antagonism in [1, 4]; label is an id of the map ("golden"), word what people read."""

    synergy: float
    antagonism: float
    label: str
    word: str
    expression: Expression


@dataclass(frozen=True, slots=True)
class CharacterView:
    id: str
    name: str
    short: str
    role: str
    description: str
    voice: str
    family: Family
    face: FaceCard
    influence: int
    held: bool
    table: str
    tokens: TokenCount
    posture: PostureView
    secret: Secret | None


@dataclass(frozen=True, slots=True)
class ProjectView:
    id: str
    title: str
    short: str
    text: str
    pictogram: str
    cost: TokenCount
    placed: TokenCount
    promised: TokenCount
    changes: tuple[Change, ...]
    rounds_left: int
    raises_commons: bool
    carte_blanche: bool
    rung: str


@dataclass(frozen=True, slots=True)
class PromiseView:
    """`sentence` is the whole promise in words: "aux droits, si Youssef donne du temps"."""

    id: str
    who: str
    project: str
    tokens: TokenCount
    sentence: str
    conditional: bool


@dataclass(frozen=True, slots=True)
class AnswerView:
    """A simulated character's answer to a request: what it adds (nothing = no), and why in words."""

    asker: str
    asked: str
    project: str
    accepted: TokenCount
    sentence: str


@dataclass(frozen=True, slots=True)
class Counts:
    """Answers to one question. Before they are shown the room and the console know `received` only.

    `next_voter` is the first participant who may answer and has not; None where there is none.
    """

    question: str
    received: int
    expected: int
    yes: int | None = None
    no: int | None = None
    unsure: int | None = None
    word: str = ""
    by_table: tuple[tuple[str, int, int, int], ...] = ()
    next_voter: int | None = None


@dataclass(frozen=True, slots=True)
class ForecastView:
    promise: PromiseView
    counts: Counts


@dataclass(frozen=True, slots=True)
class FactView:
    """One character's promised beside given. `projects` lists (short project words, promised, given).

    `given` is what came as promised, or all of it where nothing was promised; `elsewhere` what went to other
    projects instead, so that a word not kept never looks like one.
    """

    who: str
    promised: TokenCount
    given: TokenCount
    fact: Fact
    word: str
    sentence: str
    projects: tuple[tuple[str, TokenCount, TokenCount], ...]
    elsewhere: TokenCount = NO_TOKENS


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one project: complete, lacking (still open) or lapsed."""

    project: ProjectView
    state: Literal["complete", "lacking", "lapsed"]
    lacking: TokenCount
    sentence: str


@dataclass(frozen=True, slots=True)
class RevealView:
    facts: tuple[FactView, ...]
    outcomes: tuple[Outcome, ...]
    trust: tuple[tuple[str, int], ...]
    lifted: tuple[str, ...]
    commons_title: str
    commons_before: int
    commons_after: int
    commons_rose: bool
    gate_sentence: str


@dataclass(frozen=True, slots=True)
class ActView:
    id: str
    who: str
    sentence: str
    question: str
    statement: str


@dataclass(frozen=True, slots=True)
class DebateView:
    acts: tuple[ActView, ...]
    picked: ActView | None
    first: Counts | None
    second: Counts | None
    statement: Counts | None
    changed: int | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One term of a move, in words: (+0.3, "la maison de santé a rouvert")."""

    by: float
    text: str
    of: Literal["synergy", "antagonism"]


@dataclass(frozen=True, slots=True)
class MoveView:
    """A character's way on the map this round. `proposed` waits for its holder's word."""

    who: str
    before: PostureView
    after: PostureView
    reasons: tuple[Reason, ...]
    proposed: bool
    headline: str


@dataclass(frozen=True, slots=True)
class MapView:
    moves: tuple[MoveView, ...]
    grid: tuple[tuple[str, str, str, str], ...]
    words: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, str, float], ...]
    mutual_trust: int


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
    """One command in words; `number` is what undo takes. Undone ones stay, marked."""

    number: int
    at: float
    round: int
    sentence: str
    undone: bool


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


@dataclass(frozen=True, slots=True)
class View:
    """Everything that one audience may see at one moment."""

    audience: Audience
    scenario_id: str
    title: str
    pitch: str
    mode: Literal["facilitated", "training", "demo"]
    duration: Duration
    participants: int
    tables: tuple[str, ...]
    phase: PhaseView
    clock: ClockView
    indicators: tuple[IndicatorView, ...]
    characters: tuple[CharacterView, ...]
    projects: tuple[ProjectView, ...]
    promises: tuple[PromiseView, ...]
    answers: tuple[AnswerView, ...]
    situation: SituationView | None
    forecasts: tuple[ForecastView, ...]
    forecasts_shown: bool
    choice: ChoiceView | None
    reveal: RevealView | None
    debate: DebateView | None
    map: MapView | None
    briefing: tuple[BriefingPage, ...]
    carte_blanche_used: bool
    own_placing: tuple[tuple[int, ...], tuple[int, ...]]
    ending: EndingView | None
    results: tuple[tuple[str, bool, float, float], ...] | None
    """At the Bilan: (character, reached its goal, gain, goal) for every character."""
    legal: tuple[Legal, ...]
    console: ConsoleView | None
    passed_to: str | None = None
    """Who has the computer: to read their sheet before or while people negotiate, or to choose."""

    def character(self, id: str) -> CharacterView:
        """The character with this id; KeyError if it is not in play."""
        for character in self.characters:
            if character.id == id:
                return character
        raise KeyError(id)

    def allows(self, kind: str) -> Legal | None:
        """The legal entry of that kind of command, or None when it is not allowed now."""
        return next((legal for legal in self.legal if legal.kind == kind), None)
