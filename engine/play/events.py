"""What happened, as ids and numbers only: words and colours are put on by those who show it."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "begun", "phase", "situation", "promised", "withdrawn", "answered", "carte-blanche", "selected",
    "received", "shown", "passed", "placed", "confirmed", "reopened", "fact", "completed", "lapsed",
    "indicator", "gate", "lifted", "picked", "ticked", "moved", "own-placing", "noted", "clock",
    "people", "seat-taken", "seat-left", "chosen", "sorted", "ended", "pact-sealed", "pact-refused",
    "verified", "proposed", "amended", "walked", "heard", "entrusted", "preferred", "dislodged", "passed-on",
    "undone", "invited", "sat", "written", "carried", "adopted", "catalogue", "marked", "funded",
    "volunteered", "chaired", "put-off",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened; fields without meaning for a kind keep their default.

    `id` is a promise, a question, a phase, a situation, an act, an ending or an indicator; `tokens` counts
    time, means and backing; `number` is a round, a change, a note's number or a command's number.
    A token placed in secret tells its holder only: the event has neither project nor tokens.
    """

    kind: Kind
    id: str = ""
    who: str = ""
    project: str = ""
    tokens: tuple[int, int, int] = (0, 0, 0)
    number: int = 0
