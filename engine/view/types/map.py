"""The posture map: its zones, and who moved."""

from dataclasses import dataclass

from engine.telling.vocabulary import Reason
from engine.view.types.people import PostureView


@dataclass(frozen=True, slots=True)
class MoveView:
    """A character's way on the map this round. `proposed` waits for its holder's word. Of its `reasons`,
    those that go the way of the move (`toward`) and those against it (`despite`), the largest first."""

    who: str
    before: PostureView
    after: PostureView
    reasons: tuple[Reason, ...]
    proposed: bool
    headline: str
    toward: tuple[Reason, ...] = ()
    despite: tuple[Reason, ...] = ()

    @property
    def moved(self) -> bool:
        """Whether it shows."""
        return (self.before.synergy, self.before.antagonism) != (self.after.synergy, self.after.antagonism)


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
