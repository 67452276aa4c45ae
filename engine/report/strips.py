"""What a record tells of a room in corners: who sat where, what was read, what was recognised and joined."""

from typing import Literal

from engine.report.cleaned import Frozen, Words


class Seated(Frozen):
    """Who sat in a corner in a round."""

    round: int
    corner: Words
    member: Words
    """Who is at home there."""
    guests: tuple[Words, ...]
    """Those who sat there because it had invited them."""
    said: Words
    """The same in words."""


class Strip(Frozen):
    """What a corner wrote in a round, and what became of it."""

    round: int
    corner: Words
    to: Words
    """The corner where it was read; "" nowhere."""
    written: Words
    """"" where it was on paper only, or nothing was written."""
    read: Words
    """As it was read, "" where nobody typed that."""
    arranged: bool
    """Whether it was read with other words."""
    changed: int
    """How many words were not as written."""
    verdict: Literal["", "yes", "partly", "no"]
    """Whether its corner recognised it; "" where nothing was read."""
    said: Words
    """How it was read, and what its corner said, in words."""


class Seal(Frozen):
    """That what a corner said was recognised as read in another."""

    of: Words
    at: Words
    """The other corner."""
    rounds: tuple[int, ...]
    """The rounds at whose end it stood."""
    stands: bool
    """Whether it still does."""
    said: Words
    """The same in words."""


class Bridge(Frozen):
    """A project that joins two corners, and how far it came."""

    title: Words
    one: Words
    other: Words
    state: Literal["none", "half", "open", "built"]
    """Neither of the two was recognised at the other; one was; both were, and it could come; it is built."""
    built: int
    """The round in which it was; 0 for never."""
    by: tuple[Words, ...]
    """Who gave to it."""
    said: Words
    """How far it came, in words."""
