"""The town as an audience sees it: its parts, what lies there face down, and who walks among them."""

from dataclasses import dataclass
from typing import Literal, NamedTuple


class PlaceView(NamedTuple):
    """A part of the town. `at` is where it is, as said in a sentence ("aux Hauts"); `card` the id of the
    project of going there to listen, `overheard` the only sentence that is read of the need that lies there
    face down, both "" where nothing does. `listeners` are the ids of those who promised to come this round.
    """

    id: str
    title: str
    at: str
    card: str = ""
    overheard: str = ""
    listeners: tuple[str, ...] = ()


class NeedView(NamedTuple):
    """A need of the town and what became of it: heard in a `round` `by` whom (ids), where (`at`: "aux
    Hauts"). `said` tells who listened, or who came in vain; `word` what became of it. One that was never
    heard has round 0.
    """

    project: str
    title: str
    text: str
    pictogram: str
    at: str
    overheard: str
    round: int
    by: tuple[str, ...]
    said: str
    became: Literal["built", "lapsed", "open", "nothing", "unheard"]
    word: str


@dataclass(frozen=True, slots=True)
class TownView:
    """`walker` is the character who is in one place a round, `at` where they are now; "" without. `moved`:
    whether they have gone there this round; `sentence`: that in words. `needs`: those that were heard, in the
    order in which they were; after them, at the Bilan alone, those that lay face down to the end."""

    places: tuple[PlaceView, ...]
    walker: str = ""
    at: str = ""
    moved: bool = False
    sentence: str = ""
    needs: tuple[NeedView, ...] = ()

    def place(self, id: str) -> PlaceView | None:
        """The place with this id; None for a project that is in none of them."""
        return next((place for place in self.places if place.id == id), None)


@dataclass(frozen=True, slots=True)
class HeardNeed:
    """A need that this reveal turned over: what had been `overheard`, what it is (`title`, `text`), where
    (`at`: "aux Hauts"), by whom it was heard (`by`: ids; `said`: in a sentence). `nothing`: people said that
    they need nothing; `effects`, in words, are what came of that at once."""

    project: str
    title: str
    text: str
    pictogram: str
    at: str
    by: tuple[str, ...]
    said: str
    nothing: bool = False
    effects: tuple[str, ...] = ()
    overheard: str = ""
