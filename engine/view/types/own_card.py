"""The room's own project while it waits, as every audience sees it."""

from dataclasses import dataclass

from engine.play.legal import TokenCount
from engine.telling.vocabulary import Change


@dataclass(frozen=True, slots=True)
class OwnCard:
    """`cost` and `changes` as the project stands; `first_cost` and `first_changes` as it was proposed. `by`
    is who amended it, `amended` that in a sentence, `why` what a simulated character says of it; "" before.
    """

    name: str
    cost: TokenCount
    changes: tuple[Change, ...]
    first_cost: TokenCount
    first_changes: tuple[Change, ...]
    by: str = ""
    amended: str = ""
    why: str = ""
