"""Which answer a room has chosen, by each way of choosing.

    >>> leading("show-of-hands", {"open": (9,), "close": (4,)})
    ('open',)
    >>> leading("majority-judgement", {"open": (3, 1, 0, 0, 3), "close": (0, 4, 3, 0, 0)})
    ('close',)

Majority judgement is Balinski and Laraki's (*Majority Judgment*, 2011): the better median wins; between equal
medians one ballot of that grade is taken from each, again and again, until they differ.
"""

from collections.abc import Mapping, Sequence
from typing import Final

GRADES: Final = 5
"""Grades of a majority judgement, the best first."""


def ballots(method: str) -> int:
    """How many numbers are counted for each answer."""
    return {"majority-judgement": GRADES, "draw": 0}.get(method, 1)


def leading(method: str, counts: Mapping[str, Sequence[int]]) -> tuple[str, ...]:
    """The answers that lead, several where they are level; none where nobody has voted."""
    voted = {option: tuple(numbers) for option, numbers in counts.items() if any(numbers)}
    if not voted:
        return ()
    if method == "majority-judgement":
        rank = {option: _medians(numbers) for option, numbers in voted.items()}
        best = min(rank.values())
        return tuple(option for option in counts if option in voted and rank[option] == best)
    most = max(numbers[0] for numbers in voted.values())
    return tuple(option for option in counts if option in voted and voted[option][0] == most)


def _medians(numbers: Sequence[int]) -> tuple[int, ...]:
    """The median grade (0 the best), then the median of what is left without it, and so on."""
    left, found = list(numbers), []
    while sum(left):
        grade = median(left)
        found.append(grade)
        left[grade] -= 1
    return tuple(found)


def median(numbers: Sequence[int]) -> int:
    """The median grade of so many ballots; of the two in the middle, the worse."""
    half, seen = (sum(numbers) + 1) // 2, 0
    for grade in range(len(numbers)):
        seen += numbers[grade]
        if seen > sum(numbers) - half:
            return grade
    return len(numbers) - 1
