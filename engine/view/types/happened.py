"""What happened in a round: its situation, the reveal in facts, the moves on the map with their reasons."""

from dataclasses import dataclass
from typing import Literal

from engine.content.model import FaceCard
from engine.play.commands import TokenCount
from engine.view.types.people import Change, Expression, PostureView
from engine.view.types.talk import ProjectView

NO_TOKENS = TokenCount()
Fact = Literal["kept", "part", "broken", "gift", "void", "none"]


@dataclass(frozen=True, slots=True)
class FactView:
    """One character's promised beside given. `projects` lists (short project words, promised, given).

    `given` is what came to the projects promised to, or all of it where nothing was promised; `elsewhere`
    what went to other projects instead, so that a word not kept never looks like one. Of `promised`, `unmet`
    bound nobody: its condition was not met. Of what was given, `returned` came back, for want of use, and
    counts as kept.
    """

    who: str
    promised: TokenCount
    given: TokenCount
    fact: Fact
    word: str
    projects: tuple[tuple[str, TokenCount, TokenCount], ...]
    elsewhere: TokenCount = NO_TOKENS
    returned: TokenCount = NO_TOKENS
    unmet: TokenCount = NO_TOKENS


@dataclass(frozen=True, slots=True)
class ProjectOutcome:
    """What became of one project: complete, lacking (still open) or lapsed."""

    project: ProjectView
    state: Literal["complete", "lacking", "lapsed"]
    lacking: TokenCount
    sentence: str


@dataclass(frozen=True, slots=True)
class CommonsView:
    """The common good's move at a reveal, situation apart: `why` is what projects brought and wear took, in
    words; `sentence` whether gains count."""

    title: str
    before: int
    after: int
    rose: bool
    why: str
    sentence: str


@dataclass(frozen=True, slots=True)
class RevealView:
    """`others` are the moves of the other indicators."""

    facts: tuple[FactView, ...]
    outcomes: tuple[ProjectOutcome, ...]
    trust: tuple[tuple[str, int], ...]
    lifted: tuple[str, ...]
    commons: CommonsView
    others: tuple[Change, ...]


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
class ZoneView:
    """A zone of the posture map: the label of its cells, what it is called, what that means."""

    label: str
    title: str
    explained: str


@dataclass(frozen=True, slots=True)
class MapView:
    moves: tuple[MoveView, ...]
    grid: tuple[tuple[str, str, str, str], ...]
    zones: tuple[ZoneView, ...]
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
