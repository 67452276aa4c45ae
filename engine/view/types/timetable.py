"""The week of the rooms and what passes from hand to hand, as an audience sees them: both are public."""

from dataclasses import dataclass
from typing import NamedTuple

from engine.telling.vocabulary import Change


class HourView(NamedTuple):
    """One hour of one room (both ids), in `words`: "La grande salle : samedi soir".

    `kept` is why no project may take it, "" where any may. `project` is what has it (id, `title`,
    `pictogram`), "" where it is free; `family` that of who gave most to build it. `left` is the title of what
    was last put out of it, "" for nothing; `wanted` are the ids of the open projects that want it.
    """

    room: str
    time: str
    words: str
    kept: str = ""
    project: str = ""
    title: str = ""
    pictogram: str = ""
    family: str = ""
    left: str = ""
    wanted: tuple[str, ...] = ()


class GoneView(NamedTuple):
    """A project that was put out of its hours in a `round`, `by` the one (its title) that took them; `said`
    in a sentence; `lost`: what went with it, as changes."""

    project: str
    title: str
    pictogram: str
    round: int
    by: str
    said: str
    lost: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class TimetableView:
    """`rooms` and `times` are (id, title); `hours` stand room by room; `gone` in the order in which they
    went."""

    title: str
    rooms: tuple[tuple[str, str], ...]
    times: tuple[tuple[str, str], ...]
    hours: tuple[HourView, ...]
    gone: tuple[GoneView, ...] = ()

    def hour(self, room: str, time: str) -> HourView:
        """The hour of a room at a time, by their ids; StopIteration where there is none."""
        return next(hour for hour in self.hours if (hour.room, hour.time) == (room, time))


@dataclass(frozen=True, slots=True)
class BatonView:
    """What passes from hand to hand: its name alone (`title`) and in a sentence (`the`), who has it (id),
    `said` in a sentence. `entrusted`: to whom it will go, said aloud (id), `first`: which project they say
    comes first (id); "" where nothing was said. `worth`: what it brings them, each round. `history`: who had
    it in each round so far, ids."""

    title: str
    the: str
    pictogram: str
    holder: str
    said: str
    entrusted: str = ""
    first: str = ""
    worth: int = 0
    history: tuple[str, ...] = ()


class BatonPass(NamedTuple):
    """What became of it at a reveal: it goes from `who` `to` whom (the same: it stays), `said` in a sentence;
    `points`: what it brought or cost whom this round, (id, points, in words)."""

    who: str
    to: str
    said: str
    points: tuple[tuple[str, float, str], ...] = ()
