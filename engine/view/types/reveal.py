"""What a reveal laid open, in facts."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from engine.play.legal import TokenCount
from engine.telling.vocabulary import Change, Fact
from engine.view.types.corners import StripView
from engine.view.types.groups import GroupMove
from engine.view.types.places import HeardNeed
from engine.view.types.projects import ProjectView
from engine.view.types.sites import SiteMove
from engine.view.types.timetable import BatonPass, GoneView

NO_TOKENS = TokenCount()


@dataclass(frozen=True, slots=True)
class FactView:
    """One character's promised beside given. `projects` lists (short project words, promised, given).

    `given` is what came to the projects promised to, or all of it where nothing was promised; `elsewhere`
    what went to other projects instead, so that a word not kept never looks like one. Of `promised`, `unmet`
    bound nobody: its condition was not met. Of what was given, `returned` came back, for want of use, and
    counts as kept. `asked_by` says who had asked for what was given, in words; `says` why a simulated
    character did so, in its own, and `decided` what weighed most: "" of whom people hold.
    """

    who: str
    promised: TokenCount
    given: TokenCount
    fact: Fact
    word: str
    projects: tuple[tuple[str, TokenCount, TokenCount], ...]
    elsewhere: TokenCount = NO_TOKENS
    returned: TokenCount = NO_TOKENS
    came_back: tuple[str, ...] = ()
    unmet: TokenCount = NO_TOKENS
    asked_by: str = ""
    says: str = ""
    decided: str = ""


@dataclass(frozen=True, slots=True)
class ProjectOutcome:
    """What became of one project: complete, lacking (still open, but after the last round) or lapsed.
    `unkept` says who promised it what it still lacks: "" for nobody. Of one that is complete, `built` says
    thanks to whom; of one that is not lacking, `benefits` are who gains or loses by it alone, or would have,
    as (points, in words). Complete `in_vain`, another kept its hour."""

    project: ProjectView
    state: Literal["complete", "lacking", "lapsed"]
    lacking: TokenCount
    sentence: str
    unkept: str = ""
    built: str = ""
    benefits: tuple[tuple[int, str], ...] = ()
    in_vain: bool = False


class Fallen(NamedTuple):
    """Presuppositions that fell between two: how, in words, and what was `believed`, as (who, of whom, what):
    of a pair that built, what each did of the other."""

    who: str
    other: str
    said: str
    believed: tuple[tuple[str, str, str], ...] = ()


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
    """`others` are the moves of the other indicators, and `wear` what of them each owes to wear; `opened` the
    projects that may come now, and `ticked` how the clocks moved, in words. `fallen` are the presuppositions
    that fell, `heard` the needs that were heard. `in_you`: for who plays alone, whose trust in them moved,
    from what to what, of 100."""

    facts: tuple[FactView, ...]
    outcomes: tuple[ProjectOutcome, ...]
    trust: tuple[tuple[str, int], ...]
    commons: CommonsView
    others: tuple[Change, ...]
    wear: int
    opened: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()
    in_you: tuple[tuple[str, int, int], ...] = ()
    fallen: tuple[Fallen, ...] = ()
    heard: tuple[HeardNeed, ...] = ()
    dislodged: tuple[GoneView, ...] = ()
    """What was put out of its hours, and what became of what passes from hand to hand."""
    baton: BatonPass | None = None
    groups: tuple[GroupMove, ...] = ()
    """What it did to groups, and what the number of those awake brought or cost whoever it matters to: who,
    points, in words."""
    counted: tuple[tuple[str, float, str], ...] = ()
    sites: tuple[SiteMove, ...] = ()
    """What it did to works, and what the hoardings brought or cost by name: who, points, in words."""
    borne: tuple[tuple[str, float, str], ...] = ()
    strips: tuple[StripView, ...] = ()
    """What corners wrote in its round, as it counted."""

    @property
    def lifted(self) -> tuple[str, ...]:
        """How presuppositions fell, in words."""
        return tuple(one.said for one in self.fallen)
