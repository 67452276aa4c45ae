"""What a record tells of an agenda: who took the chair of each round, and what waited."""

from typing import Literal

from engine.report.cleaned import Frozen, Words


class Chaired(Frozen):
    """A round that had no time for all that lay on the table."""

    round: int
    volunteers: tuple[Words, ...]
    """Who stood for the chair; none: it was drawn by lot among all."""
    chair: Words
    """Who was drawn."""
    played_by: Literal["people", "game"]
    treated: tuple[Words, ...]
    """What there was time for."""
    put_off: tuple[Words, ...]
    """What whoever chaired put off, in the order in which they said so."""
    given_up: tuple[Words, ...]
    """Of that, what was given up at the end of the round: its time had run out."""
    said: Words
    """The same in words."""
