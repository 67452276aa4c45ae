"""Agreement and disagreement of a room, from published measures.

Polis: Small, Bjorkegren, Erkkilä, Shaw & Megill 2021. Agreement of ordered answers: van der Eijk,
"Measuring agreement in ordered rating scales", Quality & Quantity 35, 2001.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import prod, sqrt
from typing import Literal

Word = Literal["agree", "disagree", "rather", "rather-not", "divided", "unsure", "few"]
"""Agreement with, agreement against; one side at least twice the other without agreement; two sides; most do
not know; or too few voters to say any of these."""
FEWEST_VOTERS = 5
SIGNIFICANT = 1.2816  # one-sided 90 %, as in Polis


def weight(na: int, ns: int) -> tuple[float, float]:
    """Polis's smoothed share and its z score for `na` such answers among `ns` given."""
    share = (na + 1) / (ns + 2)
    z = 2 * sqrt(ns + 1) * ((na + 1) / (ns + 1) - 0.5)
    return share, z


def leans(na: int, ns: int) -> bool:
    """Whether `na` of `ns` answers make an agreement that is more than chance."""
    share, z = weight(na, ns)
    return share > 0.5 and z > SIGNIFICANT


def word(yes: int, no: int, unsure: int) -> Word:
    """The one word that the counts allow, for a vote while it is held and for the Bilan alike. "Don't know"
    counts among the answers given."""
    given = yes + no + unsure
    if given < FEWEST_VOTERS:
        return "few"
    if leans(yes, given):
        return "agree"
    if leans(no, given):
        return "disagree"
    if unsure > yes + no:
        return "unsure"
    if yes >= 2 * no:
        return "rather"
    return "rather-not" if no >= 2 * yes else "divided"


def moved(first: Sequence[int], second: Sequence[int]) -> int:
    """How many people, at least, changed their answer between two counts of the same question: those who
    left an answer and those who joined one, whichever is fewer, as people also come and go."""
    steps = [now - then for then, now in zip(first, second, strict=True)]
    return min(sum(step for step in steps if step > 0), -sum(step for step in steps if step < 0))


def shift(
    first: Sequence[int],
    second: Sequence[int],
    was: Mapping[int, str] | None = None,
    now: Mapping[int, str] | None = None,
) -> tuple[int, bool]:
    """How many people changed their answer from a vote to its repeat, and whether that is exact.

    `first` and `second` are the counts, `was` and `now` the answers of single voters. Exact where every
    answer is a single voter's; otherwise at least so many (see `moved`).
    """
    was, now = was or {}, now or {}
    if was and now and (len(was), len(now)) == (sum(first), sum(second)):
        return sum(now.get(voter, answer) != answer for voter, answer in was.items()), True
    return moved(first, second), False


def consensus(groups: Iterable[tuple[int, int]]) -> float:
    """Group-aware consensus Π (A+1)/(S+2) over (agreeing, answering) of each group, in (0, 1)."""
    return prod((agree + 1) / (seen + 2) for agree, seen in groups)


def eijk(counts: Sequence[int]) -> float | None:
    """Van der Eijk's agreement A of answers on an ordered scale: 1 all alike, 0 spread, −1 two poles.

    `counts` has one number per step of the scale (3 steps or more); None when nobody answered.
    """
    total = sum(counts)
    if total == 0:
        return None
    left, agreement = list(counts), 0.0
    while any(left):
        pattern = [count > 0 for count in left]
        layer = min(count for count in left if count > 0)
        agreement += _pattern(pattern) * layer * sum(pattern) / total
        left = [count - layer if count > 0 else 0 for count in left]
    return agreement


def _pattern(used: Sequence[bool]) -> float:
    """Agreement of one layer: unimodality of its triples, weighted by how few steps it covers."""
    steps, filled = len(used), sum(used)
    if filled == steps:
        return 0.0
    one_sided = two_sided = 0
    for first, middle, last in combinations(used, 3):
        one_sided += (first, middle, last) in ((True, True, False), (False, True, True))
        two_sided += (first, middle, last) == (True, False, True)
    if one_sided + two_sided == 0:
        unimodal = 1.0
    else:
        unimodal = ((steps - 2) * one_sided - (steps - 1) * two_sided) / (
            (steps - 2) * (one_sided + two_sided)
        )
    return unimodal * (1 - (filled - 1) / (steps - 1))


def polarisation(counts: Sequence[int]) -> int | None:
    """(1 − A)/2 as a whole percentage: 0 all together, 100 two opposite poles; None without answers."""
    agreement = eijk(counts)
    return None if agreement is None else round(50 * (1 - agreement))
