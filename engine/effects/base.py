"""What a kind of effect is made of: what designers write, what it does, how it is told.

Its functions of a board, a state and a record are rules like any other: integers, scalars and loops, so that
they can be compiled as they stand (see engine/README.md). They are handed one row of the effect's table.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, NamedTuple, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict

from engine.fixed import Ints
from engine.vocabulary import FAMILIES, Family

ALL = "all"
"""A designer's word for everybody in play, or every group."""
AWAKE = "awake"
"""A designer's word for the groups that are awake."""
NUMBER, A, B, X, Y = range(5)
"""The columns of a row: the number of its kind, then what the kind makes of the other four."""

Columns = tuple[int, int, int, int]
"""a, b, x, y."""
AtOpening = Callable[[Any, Any, Ints], None]
"""(board, state, row) -> writes in state."""
AtReveal = Callable[[Any, Any, Any, Ints], None]
"""(board, state, record, row) -> writes in state and record."""
Names = Literal["indicator", "group", "flag", "gathering", "works", "corner", "public"]
"""What a key names: an indicator, a flag, people (one character, a family, ALL), groups that live and sleep
(one, AWAKE, ALL), works under way (one project, ALL), corners of the room, or publics of a ballot (one,
ALL)."""


class EffectModel(BaseModel):
    """One effect as a designer writes it; `effect` is the name of its kind."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True, populate_by_name=True
    )
    effect: str


class Quarter(NamedTuple):
    """Who is in play and what can move, in the order of the board's indices."""

    characters: tuple[str, ...]
    families: tuple[Family, ...]
    indicators: tuple[str, ...]
    flags: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    works: tuple[tuple[str, int], ...] = ()
    """Projects that are built in phases, each with its index."""
    corners: tuple[str, ...] = ()
    publics: tuple[str, ...] = ()

    def whom(self, who: str) -> list[int]:
        """The indices of those whom a designer's "who" stands for: nobody where none of them plays."""
        if who == ALL:
            return list(range(len(self.characters)))
        if who in FAMILIES:
            return [i for i, family in enumerate(self.families) if family == who]
        return [self.characters.index(who)] if who in self.characters else []

    def indicator(self, key: str) -> int:
        return self.indicators.index(key)

    def flag(self, key: str) -> int:
        return self.flags.index(key)

    def built_in_phases(self, which: str) -> list[int]:
        """The indices of the works that a designer's "which" stands for, -1 for all; none where there is no
        such project."""
        if which == ALL:
            return [-1] if self.works else []
        return [index for name, index in self.works if name == which]

    def where(self, corner: str) -> list[int]:
        """The indices of the corners that a designer's word stands for; none where it is not there."""
        if corner == ALL:
            return list(range(len(self.corners)))
        return [self.corners.index(corner)] if corner in self.corners else []

    def voting(self, public: str) -> list[int]:
        """The indices of the publics that a designer's word stands for."""
        if public == ALL:
            return list(range(len(self.publics)))
        return [self.publics.index(public)] if public in self.publics else []

    def which(self, group: str) -> list[int]:
        """The indices of the groups that a designer's "group" stands for, -1 for those awake; none where it
        is not there."""
        if group == AWAKE:
            return [-1] if self.groups else []
        if group == ALL:
            return list(range(len(self.groups)))
        return [self.groups.index(group)] if group in self.groups else []


class Words(Protocol):
    """Who can put what effects speak of in words, in the language in use."""

    def whom(self, who: str) -> str:
        """A designer's "who"."""

    def indicator(self, key: str) -> str:
        """The title of an indicator."""

    def tokens(self, kind: str, number: int) -> str:
        """So many tokens of a kind."""

    def group(self, group: str) -> str:
        """A designer's "group", as the subject of a sentence."""

    def works(self, which: str) -> str:
        """A designer's "which", as the subject of a sentence."""

    def corner(self, corner: str) -> str:
        """A corner, by its title; every one of them."""

    def public(self, public: str) -> str:
        """A public, by its title; every one of them."""

    def holder(self) -> str:
        """Whoever has what passes from hand to hand, as the subject of a sentence."""

    def listed(self, words: Sequence[str]) -> str:
        """A list in a sentence."""


E = TypeVar("E", bound=EffectModel)


@dataclass(frozen=True, eq=False)
class EffectKind(Generic[E]):
    """A kind of effect, whole. Every function that is None does nothing."""

    number: int
    """In the first column of its rows; never changed, for compiled rules and boards know it by that."""
    model: type[E]
    names: Mapping[str, Names]
    """Fields of the model that name somebody or something of the scenario."""
    words: Callable[[E, Words], str]
    """What it does, for people; "" where nobody need be told."""
    rows: Callable[[E, Quarter], Iterable[Columns]]
    """Its rows: one for each character (or pair) that it touches."""
    changes: Callable[[E], Mapping[str, int]] | None = None
    """Points by indicator that a project with it adds to what it changes when complete, instead of rows."""
    in_situation: AtOpening | None = None
    """At the start of the round whose situation has it."""
    at_completion: AtReveal | None = None
    """At the reveal that completes a project with it, before postures move."""
    next_round: AtOpening | None = None
    """At the start of the round after that completion, before its situation."""
    moves_posture: bool = False
    """Whether it moves the posture of the character in column A."""

    @property
    def name(self) -> str:
        """The word that designers write after `effect:`."""
        return str(self.model.model_fields["effect"].default)

    def named(self, effect: E) -> Iterable[tuple[str, str, Names]]:
        """(key as designers write it, name, what it names) of an effect."""
        for field, what in self.names.items():
            yield self.model.model_fields[field].alias or field, getattr(effect, field), what

    def concerns(self, effect: E, quarter: Quarter) -> bool:
        """Whether everybody it speaks of is in play, be it one of a family."""
        found = {
            "group": quarter.whom,
            "gathering": quarter.which,
            "works": quarter.built_in_phases,
            "corner": quarter.where,
            "public": quarter.voting,
        }
        return all(found[what](name) for _, name, what in self.named(effect) if what in found)

    def does_nothing(self, effect: E) -> bool:
        """Whether every number it was given is 0."""
        values = [getattr(effect, field) for field in self.model.model_fields]
        numbers = [v for v in values if isinstance(v, int | float) and not isinstance(v, bool)]
        return bool(numbers) and not any(numbers)
