"""Who is looked at, the gauges, and what only a holder and the console may know."""

from dataclasses import dataclass

from engine import numbers
from engine.content.model import FaceCard, Family
from engine.look.expressions import Expression
from engine.play.legal import TokenCount
from engine.telling.vocabulary import Change
from engine.view.types.secrets import MandateView


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """A gauge. `wear` is what it loses at this reveal, as things stand; `needed` what completed projects have
    to bring the common good, wear included, for gains to count: None for the others, once it is decided, and
    where it is full, for then nothing makes it rise. `if_kept` is where it would stand after the reveal if
    each kept what they promised aloud, nothing more: None once the choices are revealed."""

    id: str
    title: str
    pictogram: str
    colour: str
    value: int
    start: int
    since_round: int
    gate: bool
    needed: int | None
    explained: str
    wear: int = 0
    if_kept: int | None = None


@dataclass(frozen=True, slots=True)
class PostureView:
    """Synergy and antagonism in [1, 4]; label is an id of the map ("golden"), word what people read."""

    synergy: float
    antagonism: float
    label: str
    word: str
    expression: Expression


@dataclass(frozen=True, slots=True)
class BeliefView:
    about: str
    about_name: str
    text: str
    lifted: bool


@dataclass(frozen=True, slots=True)
class RoundGain:
    """What the reveal just past brought one character, in points of personal gain.

    `projects` lists (title, what completing it is worth); they are in `total` only if `counted`, that is if
    the common good rose. `kept` is what tokens kept or returned bring, always counted; so is `mandate`, what
    a mandate that was decided now brings or costs, and `paid`, what having what passes from hand to hand
    does.
    """

    total: float
    kept: float
    projects: tuple[tuple[str, float], ...]
    counted: bool
    mandate: float = 0.0
    paid: float = 0.0


@dataclass(frozen=True, slots=True)
class Secret:
    """For the holder and the console only. A point of an indicator brings a tenth of its stake; `gain` and
    `goal` are in points of personal gain, and so is what each token kept brings. `round` is what the last
    reveal brought, from that reveal to the end of its debate."""

    wants: str
    stakes: tuple[Change, ...]
    goal: float
    gain: float
    beliefs: tuple[BeliefView, ...]
    round: RoundGain | None = None
    mandate: MandateView | None = None
    token_kept: float = numbers.written(numbers.KEPT_TOKEN)
    interest: str = ""
    """What the number of groups awake brings and costs them, in words."""


@dataclass(frozen=True, slots=True)
class CharacterView:
    id: str
    name: str
    short: str
    role: str
    description: str
    voice: str
    family: Family
    family_word: str
    face: FaceCard
    influence: int
    held: bool
    table: str
    tokens: TokenCount
    posture: PostureView
    secret: Secret | None
