"""The evening as data: its phases in order, and how long each lasts.

What a phase does is written in `engine/play/phases/<kind>.py`; what content, screens and rules of procedure
must know of it before it is played stands here. `register` adds one that is written elsewhere.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from engine import numbers

Place = Literal["before", "round", "break", "after"]
"""Where in the evening a phase stands: before the rounds, in each of them, at the break, after the last."""


@dataclass(frozen=True)
class Outline:
    """One phase as a plan of the evening knows it."""

    kind: str
    """The word for it in scenarios, sessions and code."""
    place: Place
    minutes: Mapping[str, int] | None = field(default_factory=dict)
    """By duration: nothing for an untimed one, None for one that goes on in the time of the phase before."""
    usual: bool = True
    """Whether the rounds of a scenario that does not list its phases have it."""
    needed: bool = False
    """Whether there is no round without it."""
    follows: tuple[str, ...] = ()
    """The phases that stand before it in a round that has them."""
    instead: str = ""
    """The phase whose place and time it takes in the last round; it is in no other."""
    out_of: str = ""
    """The phase whose time its minutes are taken from, in a round that has it."""


BREAK_AFTER: Final[Mapping[str, int]] = {"150": 2}
"""The round after which there is a break, by duration; there is none in the others."""

_ALL: Final = (
    Outline("welcome", "before", {"45": 5, "90": 10, "150": 15}),
    Outline("briefing", "before", None),
    Outline("method", "before", None),
    Outline("situation", "round", {"45": 1, "90": 2, "150": 2}, needed=True),
    Outline("choose", "round", None, follows=("situation",)),
    Outline(
        "agenda", "round", {"45": 1, "90": 1, "150": 1}, usual=False, follows=("situation", "choose"),
        out_of="negotiation",
    ),
    Outline(
        "negotiation", "round", {"45": 4, "90": 5, "150": 6}, needed=True,
        follows=("situation", "choose", "agenda"),
    ),
    Outline("hearing", "round", None, follows=("negotiation",)),
    Outline("forecast", "round", {"45": 2, "90": 2, "150": 2}, follows=("negotiation",)),
    Outline(
        "strips", "round", {"45": 2, "90": 2, "150": 2}, usual=False, follows=("negotiation", "forecast")
    ),
    Outline(
        "choice", "round", {"45": 2, "90": 2, "150": 3}, needed=True,
        follows=("negotiation", "forecast", "strips"),
    ),
    Outline(
        "ballot", "round", {"45": 2, "90": 2, "150": 2}, usual=False, follows=("choice",), instead="forecast"
    ),
    Outline("reveal", "round", {"45": 1, "90": 2, "150": 3}, needed=True, follows=("choice", "ballot")),
    Outline("debate", "round", {"45": 3, "90": 5, "150": 6}, follows=("reveal",)),
    Outline("break", "break", {"150": 10}),
    Outline("bilan", "after", {"45": 14, "90": 26, "150": 37}),
)  # fmt: skip
_outlines: dict[str, Outline] = {outline.kind: outline for outline in _ALL}
OUTLINES: Final[Mapping[str, Outline]] = MappingProxyType(_outlines)
"""Kind -> outline, in the order of the evening, those registered from elsewhere last."""


def register(outline: Outline) -> None:
    """Let scenarios have a phase; ValueError where there is one of that kind."""
    if outline.kind in _outlines:
        raise ValueError(f"there is a phase {outline.kind!r} already")
    _outlines[outline.kind] = outline


def forget(kind: str) -> None:
    """Take a registered phase out again; KeyError where there is none of that kind."""
    del _outlines[kind]


def at(place: Place) -> tuple[str, ...]:
    """The phases that stand at a place of the evening, in order."""
    return tuple(outline.kind for outline in _outlines.values() if outline.place == place)


def usual() -> tuple[str, ...]:
    """The phases of a round where a scenario does not say otherwise."""
    return tuple(kind for kind in at("round") if _outlines[kind].usual)


class Flaw(NamedTuple):
    """Why a list of phases is no round: a phase is there `twice`, is `missing`, or comes `before` one that it
    follows."""

    why: Literal["twice", "missing", "before"]
    kind: str
    other: str = ""


def flaws(phases: Sequence[str]) -> Iterator[Flaw]:
    """Everything for which these phases of rounds, in this order, are no round."""
    known = [kind for kind in dict.fromkeys(phases) if kind in _outlines]
    yield from (Flaw("twice", kind) for kind in known if phases.count(kind) > 1)
    yield from (Flaw("missing", kind) for kind in at("round") if _outlines[kind].needed and kind not in known)
    for place, kind in enumerate(known):
        yield from (Flaw("before", kind, late) for late in _outlines[kind].follows if late in known[place:])


class Schedule(NamedTuple):
    """One duration of one scenario: how many rounds, of which phases; how many minutes each phase of the
    evening lasts (0: untimed); after which round the break comes (0: none)."""

    rounds: int
    phases: tuple[str, ...]
    minutes: Mapping[str, int]
    break_after: int

    def of(self, phase: str) -> int:
        """Minutes of a phase; 0 where it is untimed or goes on in the time of the one before."""
        return self.minutes.get(phase, 0)

    def of_round(self, last: bool) -> tuple[str, ...]:
        """The phases of a round: of the last one, or of any other."""
        late = {kind: _outlines[kind].instead for kind in self.phases if _outlines[kind].instead}
        return tuple(kind for kind in self.phases if kind not in (late.values() if last else late))

    @property
    def total(self) -> int:
        """Minutes from the welcome to the end of the Bilan; 0 means untimed."""
        rounds = (self.rounds - 1) * self.round + self._sum(self.of_round(last=True))
        return self._all("before") + rounds + self._all("break") + self._all("after")

    @property
    def round(self) -> int:
        """Minutes of one round, the last one apart."""
        return self._sum(self.of_round(last=False))

    def until(self, phase: str, round_: int) -> int:
        """Minutes from the start of the evening to the planned end of a phase, in the round of that number or
        after it."""
        place = _outlines[phase].place
        if place == "before":
            return sum(map(self.of, at("before")[: at("before").index(phase) + 1]))
        if place == "after":
            return self.total
        past = 0 < self.break_after < round_ or place == "break"
        before = self._all("before") + (self._all("break") if past else 0)
        if place == "break":
            return before + round_ * self.round
        played = self.of_round(last=round_ == self.rounds)
        done = played[: played.index(phase) + 1] if phase in played else played
        return before + (round_ - 1) * self.round + self._sum(done)

    def _sum(self, phases: Sequence[str]) -> int:
        return sum(map(self.of, phases))

    def _all(self, place: Place) -> int:
        return sum(map(self.of, at(place)))


def schedule(duration: str, phases: tuple[str, ...] = ()) -> Schedule:
    """The plan of an evening; the usual phases where none are listed. KeyError for an unknown duration."""
    minutes = {kind: (outline.minutes or {}).get(duration, 0) for kind, outline in _outlines.items()}
    for kind in phases:
        outline = _outlines[kind]
        if outline.out_of:
            minutes[outline.out_of] -= minutes[kind]
    return Schedule(numbers.ROUNDS[duration], phases or usual(), minutes, BREAK_AFTER.get(duration, 0))
