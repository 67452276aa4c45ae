"""The round as data: which phases, in which order, for how many minutes (game.md, Durations)."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from engine import numbers
from engine.content.model import Duration, PhaseKind

ROUND: Final[tuple[PhaseKind, ...]] = (
    "situation", "negotiation", "forecast", "choice", "reveal", "debate",
)  # fmt: skip
"""The phases of a round, in the default order."""

DEBATE: Final = ("vote", "talk", "revote", "map")
"""The steps of a debate in a room."""
ALONE: Final = ("sentence", "map")
"""The steps of a debate for one person: one written sentence, then the map."""


class Schedule(NamedTuple):
    """One duration: minutes of each phase (0 = untimed), and after which round the break comes (0 = none)."""

    rounds: int
    welcome: int
    minutes: Mapping[PhaseKind, int]
    break_after: int
    pause: int
    bilan: int

    def of(self, phase: PhaseKind) -> int:
        """Minutes of a phase. The briefing is read within the welcome's time and has none of its own."""
        around: dict[PhaseKind, int] = {"welcome": self.welcome, "break": self.pause, "bilan": self.bilan}
        return around.get(phase, self.minutes.get(phase, 0))

    @property
    def total(self) -> int:
        """Minutes from the welcome to the end of the Bilan; 0 means untimed."""
        return self.welcome + self.rounds * sum(self.minutes.values()) + self.pause + self.bilan


def _schedule(
    duration: Duration, welcome: int, each: tuple[int, ...], pause: tuple[int, int], bilan: int
) -> Schedule:
    return Schedule(numbers.ROUNDS[duration], welcome, dict(zip(ROUND, each, strict=True)), *pause, bilan)


SCHEDULES: Final[Mapping[Duration, Schedule]] = {
    "45": _schedule("45", 5, (1, 4, 2, 2, 1, 3), (0, 0), 14),
    "90": _schedule("90", 10, (2, 5, 2, 2, 2, 5), (0, 0), 26),
    "150": _schedule("150", 15, (2, 6, 2, 3, 3, 6), (2, 10), 37),
    "training": _schedule("training", 0, (0, 0, 0, 0, 0, 0), (0, 0), 0),
}
