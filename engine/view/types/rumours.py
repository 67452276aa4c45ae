"""A rumour, as an audience sees it."""

from dataclasses import dataclass

from engine.view.types.votes import Counts


@dataclass(frozen=True, slots=True)
class RumourView:
    """What is said around the round's situation. `checking` says who went to check ("" while nobody did),
    `verdict` whether it was true and `outcome` what that means: "" before it is known. `price` is what
    checking it takes, "" where that cannot be."""

    says: str
    counts: Counts
    price: str
    checking: str
    verdict: str
    outcome: str
