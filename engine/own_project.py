"""What the room's own project may be: the same bounds for its form, its command and the board."""

from collections.abc import Iterable, Sequence
from typing import Literal

from engine import numbers
from engine.fixed import ONE

WhyNot = Literal[
    "carte-blanche-kinds", "carte-blanche-cost", "carte-blanche-nothing", "carte-blanche-points",
    "carte-blanche-gauge", "carte-blanche-common",
]  # fmt: skip


def raised(changes: Iterable[int]) -> int:
    """The points that count against the bound: what it lowers buys nothing."""
    return sum(by for by in changes if by > 0)


def most(cost: Sequence[int]) -> float:
    """How many points a project of this cost (tokens by kind) may raise."""
    return sum(cost) * numbers.OWN_POINTS / ONE


def most_on(common: bool) -> int:
    """How many points it may raise one indicator, or the common good."""
    return numbers.OWN_COMMON if common else numbers.OWN_GAUGE


def why_not(
    cost: Sequence[int], changes: Sequence[int], gate: int, purse: Sequence[int] | None = None
) -> WhyNot | None:
    """The refusal of a project with this cost (tokens by kind) and these changes (points by indicator, the
    common good at `gate`); None where it may be opened. `purse` is what everybody has in hand, by kind, where
    it is asked."""
    if sum(tokens > 0 for tokens in cost) < numbers.KINDS_NEEDED:
        return "carte-blanche-kinds"
    if purse is not None and any(asked > held for asked, held in zip(cost, purse, strict=True)):
        return "carte-blanche-cost"
    if raised(changes) == 0:
        return "carte-blanche-nothing"
    if changes[gate] > most_on(common=True):
        return "carte-blanche-common"
    if max(changes) > most_on(common=False):
        return "carte-blanche-gauge"
    return "carte-blanche-points" if raised(changes) > most(cost) else None
