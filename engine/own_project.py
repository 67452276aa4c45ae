"""What the room's own project may be: the same bounds for its form, its command and the board; and what one
other character may move in it before it opens.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations
from typing import Literal, NamedTuple

from engine import numbers
from engine.fixed import ONE

WhyNot = Literal[
    "carte-blanche-kinds", "carte-blanche-cost", "carte-blanche-nothing", "carte-blanche-points",
    "carte-blanche-gauge", "carte-blanche-common",
]  # fmt: skip
Part = Literal["changes", "cost"]
"""What may be moved in it: points of its changes, or tokens of its cost."""


class Move(NamedTuple):
    """`by` points from the indicator `taken` to the indicator `given`, or tokens of a kind to another."""

    part: Part
    taken: int
    given: int
    by: int


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


def moved(cost: Sequence[int], changes: Sequence[int], move: Move) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The cost and the changes after a move; before it, where `by` is negative."""
    row = list(changes if move.part == "changes" else cost)
    row[move.taken] -= move.by
    row[move.given] += move.by
    return (tuple(cost), tuple(row)) if move.part == "changes" else (tuple(row), tuple(changes))


def moves(cost: Sequence[int], changes: Sequence[int], gate: int, purse: Sequence[int]) -> Iterator[Move]:
    """Every move by which such a project stays within its bounds: a point or two of what it raises, or a
    token of what it costs."""
    rows: tuple[tuple[Part, Sequence[int], int], ...] = (
        ("changes", changes, numbers.AMENDED),
        ("cost", cost, 1),
    )
    for part, row, most in rows:
        for taken, given in permutations(range(len(row)), 2):
            for by in range(1, min(most, row[taken]) + 1):
                move = Move(part, taken, given, by)
                if why_not(*moved(cost, changes, move), gate, purse) is None:
                    yield move
