"""What designers write, as frozen types.

The reader builds these from YAML and merges the other languages; nothing here reads a file. Checks that
one field can make alone stand here; checks across fields and files are in `engine.check`.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from engine.effects.reading import Effect
from engine.vocabulary import FAMILIES as FAMILIES
from engine.vocabulary import KINDS as KINDS
from engine.vocabulary import Family as Family
from engine.vocabulary import Kind as Kind

Duration = Literal["45", "90", "150", "training"]
DURATIONS: tuple[Duration, ...] = ("45", "90", "150", "training")
Rung = Literal["decided", "inform", "consult", "concert", "coproduce", "delegate", "initiative"]
RUNGS: tuple[Rung, ...] = (
    "decided", "inform", "consult", "concert", "coproduce", "delegate", "initiative",
)  # fmt: skip
PhaseKind = Literal[
    "welcome", "briefing", "situation", "negotiation", "forecast", "choice", "reveal", "debate", "break",
    "bilan",
]  # fmt: skip
EndReason = Literal["ending", "stopped", "open"]
"""Why a session is over: an ending reached, stopped before one, played out without any that fits."""
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Whole = Annotated[int, Field(ge=0, le=100)]


class Frozen(BaseModel):
    """Immutable, and closed: an unknown key is a mistake, never ignored.

    Validators are built when first used: a first screen needs hardly any of them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


def _one_of(keys: str) -> PydanticCustomError:
    return PydanticCustomError("one_of", "expected exactly one of: {keys}", {"keys": keys})


class Text(Frozen):
    """One thing a person reads, in the languages and registers it was written in.

    `plain` is the easy-to-read version (FALC). A missing version falls back to the next best: easy
    English → English → French.
    """

    fr: Annotated[str, Field(min_length=1)]
    en: str | None = None
    plain: str | None = None
    plain_en: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_plain_string(cls, value: Any) -> Any:
        return {"fr": value} if isinstance(value, str) else value

    def read(self, language: str = "fr", plain: bool = False) -> str:
        """The words for a language ("fr" or "en"), easy to read where asked and written."""
        if language == "en":
            return (self.plain_en if plain else None) or self.en or (self.plain if plain else None) or self.fr
        return (self.plain if plain else None) or self.fr


class Tokens(Frozen):
    """A number of tokens of each kind, each 0 or more."""

    time: Annotated[int, Field(ge=0, le=12)] = 0
    means: Annotated[int, Field(ge=0, le=12)] = 0
    backing: Annotated[int, Field(ge=0, le=12)] = 0

    def __iter__(self) -> Any:
        return iter((self.time, self.means, self.backing))

    def total(self) -> int:
        return self.time + self.means + self.backing


class Indicator(Frozen):
    """A gauge of the neighbourhood, 0 to 100. One, and only one, is the gate: the common good."""

    title: Text
    start: Whole = 40
    gate: bool = False
    pictogram: str
    colour: Literal["clay", "amber", "violet", "blue", "green", "teal"]
    explained: Text


class Decay(Frozen):
    """What each round takes from the indicators by itself (0 or less)."""

    each: Annotated[int, Field(ge=-10, le=0)] = 0
    commons: Annotated[int, Field(ge=-10, le=0)] = 0


class FaceCard(Frozen):
    """The looks of a character; the expression is not written, it follows the posture."""

    head: str
    skin: str
    clothing: str
    hair: str | None = None
    glasses: str | None = None
    beard: str | None = None


class Posture(Frozen):
    synergy: Annotated[float, Field(ge=1, le=4)]
    antagonism: Annotated[float, Field(ge=1, le=4)]


class Belief(Frozen):
    """A presupposition: what one character believes of another before having worked with them."""

    about: Slug
    that: Text


class CharacterCard(Frozen):
    """A stakeholder, shared by scenarios. `role` is on the room's screen beside the name."""

    id: Slug
    name: str
    short: str
    role: Text
    family: Family
    face: FaceCard
    description: Text
    voice: Text
    influence: Annotated[int, Field(ge=0, le=4)]
    susceptibility: Annotated[float, Field(ge=0, le=1)] | None = None
    tolerance: Annotated[float, Field(ge=0.05, le=1)] | None = None


class CastMember(Frozen):
    """A character card as this scenario casts it; fields named in `override` replace the card's."""

    character: Slug
    core: bool = False
    stakes: Mapping[str, Annotated[int, Field(ge=0, le=10)]]
    secret: Text
    goal: Annotated[float, Field(gt=0, le=60)] | Mapping[Duration, Annotated[float, Field(gt=0, le=60)]]
    posture: Posture
    tokens: Tokens
    believes: tuple[Belief, ...] = ()
    trusts: Mapping[Slug, Annotated[float, Field(ge=0.05, le=1)]] = {}
    override: Mapping[str, Any] = {}


class ProjectCard(Frozen):
    """Something to build together: a cost in tokens, effects when complete. `rung` is the announced one."""

    id: Slug
    title: Text
    short: Text
    text: Text
    pictogram: str
    cost: Tokens
    changes: Mapping[str, Annotated[int, Field(ge=-12, le=12)]]
    effects: tuple[Effect, ...] = ()
    rung: Rung
    lifts: tuple[tuple[Slug, Slug], ...] = ()


class Voice(Frozen):
    """Somebody heard in a situation: a member of the cast, or a passer-by with a name."""

    character: Slug | None = None
    name: str | None = None
    says: Text

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if (self.character is None) == (self.name is None):
            raise _one_of("character, name")
        return self


class SituationCard(Frozen):
    """The event of a round; it moves something and asks the room a question."""

    id: Slug
    title: Text
    text: Text
    pictogram: str
    voice: Voice
    question: Text
    effects: Annotated[tuple[Effect, ...], Field(min_length=1)]


class DebateCard(Frozen):
    """A prompt for the debate, tied to what happened; `statement` can be voted on by agreement."""

    id: Slug
    about: Literal[
        "broken", "part", "kept", "gift", "void", "void-gift", "silent", "gate-closed", "gate-open",
        "completed", "lapsed", "lifted", "situation", "any",
    ]  # fmt: skip
    project: Slug | None = None
    situation: Slug | None = None
    question: Text
    statement: Text


class NoteCard(Frozen):
    """The facilitator's help for one phase: what to say, what to do."""

    say: Annotated[tuple[Text, ...], Field(min_length=1)]
    do: Annotated[tuple[Text, ...], Field(min_length=1)]


# ---- Conditions of endings: a fixed list, each exactly one of these. ----------------------------------


class Condition(Frozen):
    """True or false of a state. Exactly one of: an `indicator` with one bound, `mutual_trust`,
    `promises_kept`, `every` or `any` of several.

    `rose_by` counts from the scenario's start; numbers may differ by duration. `mutual_trust` and
    `promises_kept` are percentages (at least).
    """

    indicator: str | None = None
    rose_by: int | Mapping[Duration, int] | None = None
    at_least: int | Mapping[Duration, int] | None = None
    below: int | Mapping[Duration, int] | None = None
    mutual_trust: Whole | None = None
    promises_kept: Whole | None = None
    every: tuple["Condition", ...] | None = None
    any: tuple["Condition", ...] | None = None

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        things = [self.indicator, self.mutual_trust, self.promises_kept, self.every, self.any]
        if sum(thing is not None for thing in things) != 1:
            raise _one_of("indicator, mutual_trust, promises_kept, every, any")
        bounds = sum(bound is not None for bound in (self.rose_by, self.at_least, self.below))
        if bounds != (1 if self.indicator is not None else 0):
            raise _one_of("rose_by, at_least, below" if self.indicator is not None else "indicator")
        return self


class Ending(Frozen):
    """A way to end, tried in order: "end" after the last round, "round" after any. `when` absent: always."""

    id: Slug
    at: Literal["end", "round"]
    when: Condition | None = None
    success: bool
    title: Text
    text: Text


class Parameters(Frozen):
    """The model's numbers (game.md, State and model); a scenario may change each."""

    susceptibility: Annotated[float, Field(ge=0, le=1)] = 0.4
    tolerance: Annotated[float, Field(ge=0.05, le=1)] = 0.4
    satisfaction: Annotated[float, Field(ge=0, le=1)] = 0.4
    learning: Annotated[float, Field(ge=0, le=1)] = 0.15
    commons_weight: Annotated[float, Field(ge=0, le=3)] = 0.9
    trust_within: Annotated[float, Field(ge=0.05, le=1)] = 0.6
    trust_across: Annotated[float, Field(ge=0.05, le=1)] = 0.35
    slots: Annotated[int, Field(ge=2, le=6)] = 4
    open_rounds: Annotated[int, Field(ge=1, le=6)] = 3


class Panel(Frozen):
    """One panel of the briefing."""

    id: Slug
    title: Text
    text: Text
    note: Text
    source: Text | None = None
    dated: Text | None = None


class MapLabel(Frozen):
    """A name on the posture map: it says a situation, never a person."""

    title: Text
    explained: Text


class Scenario(Frozen):
    """A whole scenario, its cards resolved. Frozen and shared: nothing in a session changes it."""

    id: Slug
    title: Text
    summary: Text
    pitch: Text
    level: Literal["discovery", "confirmed"] = "discovery"
    people: tuple[int, int]
    durations: Annotated[tuple[Duration, ...], Field(min_length=1)]
    skills: Annotated[tuple[Text, ...], Field(min_length=1)]
    indicators: Mapping[str, Indicator]
    decay: Decay = Decay()
    parameters: Parameters = Parameters()
    cast: Annotated[tuple[CastMember, ...], Field(min_length=2, max_length=12)]
    characters: Mapping[Slug, CharacterCard]
    projects: Annotated[tuple[ProjectCard, ...], Field(min_length=4)]
    situations: Annotated[tuple[SituationCard, ...], Field(min_length=1)]
    debates: Annotated[tuple[DebateCard, ...], Field(min_length=1)]
    notes: Mapping[PhaseKind, NoteCard]
    endings: Annotated[tuple[Ending, ...], Field(min_length=1)]
    briefing: tuple[Panel, ...] = ()
    map: Annotated[tuple[tuple[str, str, str, str], ...], Field(min_length=4, max_length=4)]
    labels: Mapping[str, MapLabel] = {}

    @property
    def gate(self) -> str:
        """The key of the common good."""
        return next(key for key, indicator in self.indicators.items() if indicator.gate)

    def card(self, member: CastMember) -> CharacterCard:
        """The card of a cast member, the scenario's overrides applied by the reader."""
        return self.characters[member.character]
