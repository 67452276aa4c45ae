"""Groups that live, sleep, and learn to do without help: all of it is public."""

from dataclasses import dataclass
from typing import NamedTuple


class GroupTouch(NamedTuple):
    """What a project does to a group (its id and title; "" and "all those awake" in words): as written, and
    `said` in a few words."""

    group: str
    title: str
    life: int
    autonomy: int
    said: str = ""


class GroupView(NamedTuple):
    """One group. Its `life` is how many come (0: it sleeps), its `autonomy` what they do without help; it
    `holds` where it loses no life by itself. `member`: who in play belongs to it (id), "" for nobody; `card`:
    going to help it, while that is on the table (a project's id). `said` in a sentence."""

    id: str
    title: str
    at: str
    life: int
    autonomy: int
    awake: bool
    holds: bool
    member: str
    card: str
    said: str

    @property
    def falls_asleep(self) -> bool:
        """Whether it sleeps after this round, if nobody does anything."""
        return self.awake and not self.holds and self.life == 1


class GroupMove(NamedTuple):
    """What a reveal did to a group: whether somebody went to `help` ("" for nobody, "helped", "asked": it had
    asked for it, "vain": it had asked, and nobody came); its life and autonomy (before, after), whether it
    `woke` or fell asleep (`slept`), in a sentence."""

    group: str
    title: str
    help: str
    life: tuple[int, int]
    autonomy: tuple[int, int]
    woke: bool
    slept: bool
    said: str


@dataclass(frozen=True, slots=True)
class GroupsView:
    """All of them. `awake` are so many of them, in words ("4 conseils sur 9": `count_said`); `autonomy` is
    theirs together, and `worth_said` what that counts; `wear`: points that this round takes from the common
    good if nothing is done, 0 or less. `history`: how many were awake, and their autonomy, at the start and
    after each round. `laid_out`: how each of them stands, in a line."""

    title: str
    noun: str
    groups: tuple[GroupView, ...]
    awake: int
    autonomy: int
    count_said: str
    worth_said: str
    wear: int
    history: tuple[tuple[int, int], ...]
    laid_out: str = ""

    def group(self, id: str) -> GroupView:
        """A group by its id; StopIteration where there is none."""
        return next(group for group in self.groups if group.id == id)
