"""A room in corners, which hear each other only by strips that somebody reads: all of it is public."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from engine.view.types.votes import Counts

Verdict = Literal["", "yes", "partly", "no"]
"""What a corner says of its strip as it was read; "" before."""


@dataclass(frozen=True, slots=True)
class StripView:
    """What a corner wrote this round (`text`, "" where it is on paper only or nothing), where it is read
    (`to`, "" nowhere), the words `read`, whether they are `arranged` and how many are not as written
    (`changed`), and what the corner says of it. `said`: what became of it, in a sentence; `told`: that with
    the words; `question`: what its corner is asked now ("" nothing), and `asked`: what was answered to
    that so far. `number`: of the corner, from 1."""

    corner: str
    title: str
    number: int
    text: str
    to: str
    to_title: str
    read: str
    arranged: bool
    changed: int
    verdict: Verdict
    said: str
    told: str
    verdict_said: str
    question: str = ""
    counts: tuple[int, int, int] | None = None
    """Hands counted: yes, in part, no; None before."""
    asked: Counts | None = None
    why: str = ""
    """Why a simulated corner finds it its own in part alone; "" where nothing tells."""


@dataclass(frozen=True, slots=True)
class CornerView:
    """A corner: who belongs to it, which `guests` sit there now, whom it `invited` ("" nobody), its own
    `project` on the table ("" none), its strip of this round. `said`: who is there, in a sentence."""

    id: str
    title: str
    at: str
    member: str
    guests: tuple[str, ...]
    invited: str
    project: str
    strip: StripView | None
    said: str


class GuestView(NamedTuple):
    """A guest: where they sit (`at`, "" nowhere), the corners that invite them, in a sentence."""

    who: str
    at: str
    asked_by: tuple[str, ...]
    said: str


class SealView(NamedTuple):
    """What a corner said is recognised as read in another, since a round; in a sentence."""

    of: str
    at: str
    round: int
    said: str


@dataclass(frozen=True, slots=True)
class BridgeView:
    """A bridge between two corners, and whether each was recognised as read at the other. `state`: neither
    was, one of the two, both (it may come, or is on the table), or it is built."""

    project: str
    title: str
    pictogram: str
    one: str
    other: str
    one_said: bool
    other_said: bool
    state: Literal["none", "half", "open", "built"]
    said: str


@dataclass(frozen=True, slots=True)
class CornersView:
    """The whole room. `words`: how many a strip may have; `faithful`: how many seals stand; what strips are
    worth, in words, recognised or not (`worth_said`) and arranged (`arranged_said`, "" where that changes
    nothing). At the Bilan, `strips`: those of every round."""

    title: str
    noun: str
    scribe: str
    words: int
    corners: tuple[CornerView, ...]
    guests: tuple[GuestView, ...]
    bridges: tuple[BridgeView, ...]
    seals: tuple[SealView, ...]
    faithful: int
    faithful_said: str
    worth_said: str
    arranged_said: str
    strips: tuple[tuple[StripView, ...], ...] = ()

    def corner(self, id: str) -> CornerView | None:
        """The corner with this id; None where it is not there."""
        return next((corner for corner in self.corners if corner.id == id), None)
