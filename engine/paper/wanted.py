"""What somebody wants on paper: for whom, for how long, and how large."""

from dataclasses import dataclass
from typing import Final, Literal

from engine.content.model import CastMember, Duration, Scenario
from engine.outline import Schedule, schedule
from engine.rules.board import build
from engine.telling.reader import Reader

Part = Literal[
    "guide", "roles", "choices", "votes", "tokens", "observers", "signs", "glossary", "terms", "briefing",
    "deck", "board", "week", "groups", "sites", "corners", "agenda", "ballot", "rules", "count", "keeper",
]  # fmt: skip
Kind = Literal[
    "kit", "deck", "board", "rules", "sheets", "cards", "tokens", "briefing", "guide", "terms", "all",
]  # fmt: skip
Size = Literal["A4", "A3"]

_KIT: Final[tuple[Part, ...]] = (
    "guide", "roles", "choices", "votes", "tokens", "observers", "signs", "week", "groups", "sites",
    "corners", "agenda", "ballot", "glossary", "terms",
)  # fmt: skip
_TABLE: Final[tuple[Part, ...]] = ("rules", "count", "keeper")
"""What playing without a computer needs beside the cards and the board."""
KINDS: Final[dict[Kind, tuple[Part, ...]]] = {
    "kit": _KIT,
    "deck": ("deck", *_TABLE),
    "board": ("board", "week", "groups", "sites", "corners", "agenda", "ballot"),
    "rules": _TABLE,
    "sheets": ("roles", "choices", "observers"),
    "cards": ("votes",),
    "tokens": ("tokens",),
    "briefing": ("briefing",),
    "guide": ("guide", "glossary"),
    "terms": ("terms",),
    "all": (*_KIT, "briefing", "deck", *_TABLE, "board"),
}
"""What each word of --kind prints, in the order of the pages."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """`held` are the characters that somebody holds, in the order of the cast; `people` are in the room, the
    facilitator left out; `large` is type of 18 points. Each of the `tables` plays a game of its own."""

    scenario: Scenario
    reader: Reader
    duration: Duration
    held: tuple[str, ...]
    people: int
    kind: Kind = "kit"
    size: Size = "A4"
    large: bool = False
    tables: int = 1

    @property
    def members(self) -> tuple[CastMember, ...]:
        """The members of the cast that are held."""
        return tuple(member for member in self.scenario.cast if member.character in self.held)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What its kind prints, in the order of the pages; a week only where the scenario has one, or
        something that passes from hand to hand, groups only where it has some, a plan of the ground only
        where it has one, corners only where the room sits in some, the chair of an agenda and what a vote
        needs only where there is one."""
        shared = self.scenario.timetable is not None or self.scenario.baton is not None
        there = {
            "week": shared,
            "groups": self.scenario.groups is not None,
            "sites": self.scenario.sites is not None,
            "corners": self.scenario.corners is not None,
            "agenda": self.scenario.agenda is not None,
            "ballot": self.scenario.ballot is not None,
        }
        return tuple(part for part in KINDS[self.kind] if there.get(part, True))

    @property
    def face_down(self) -> int:
        """How many needs lie face down at once."""
        return build(self.scenario, self.duration).needs_shown if self.scenario.places else 0

    @property
    def schedule(self) -> Schedule:
        """The plan of the session."""
        return schedule(self.duration, self.scenario.phases)

    @property
    def observers(self) -> int:
        """How many hold nobody."""
        return max(self.people - len(self.held) * self.tables, 0)


def held_by_default(scenario: Scenario, people: int) -> tuple[str, ...]:
    """Who is held when so many people come: the core of the cast first, everybody where there are enough."""
    first = sorted(scenario.cast, key=lambda member: not member.core)[: max(people, 1)]
    return tuple(member.character for member in scenario.cast if member in first)
