"""What the room may answer to a situation, and what it has chosen."""

from dataclasses import dataclass

from engine.content.model import Method


@dataclass(frozen=True, slots=True)
class OptionView:
    """One answer. `counts` are the hands counted for it (five grades in a majority judgement), () before;
    `favoured` the simulated characters who would vote for it."""

    id: str
    title: str
    text: str
    effects: tuple[str, ...]
    counts: tuple[int, ...]
    favoured: tuple[str, ...]
    chosen: bool
    tied: bool


@dataclass(frozen=True, slots=True)
class RoomChoice:
    """`methods` are the ways in which this may be chosen, with their names; `method` the one that was taken
    (None before), `said` its name; `grades` those of a majority judgement, the best first."""

    question: str
    options: tuple[OptionView, ...]
    methods: tuple[tuple[Method, str], ...]
    method: Method | None
    said: str
    grades: tuple[str, ...]
