"""Counting a ballot: who is funded within the money, by three published ways of counting.

Everything is whole numbers, so that a count is the same on any machine. A ballot is a grade for each idea, 0
the best; some ballots weigh several voices. An idea has the votes of those who grade it good or better.

- Most votes (approval voting, filled greedily as most towns do): ideas by votes, each that still fits.
- Majority judgement (Balinski and Laraki, *Majority Judgment*, 2011), each that still fits.
- Equal shares (Peters and Skowron 2020; Peters, Pierczyński and Skowron 2021, approval votes, an idea worth
  what it costs): as equalshares.net has it, ties by cost, then by votes. What money is left over goes by most
  votes (its "utilitarian completion").
"""

from typing import Final

import numpy as np

from engine.fixed import Ints

APPROVAL: Final = 0
JUDGEMENT: Final = 1
SHARES: Final = 2
"""Places in `content.model.COUNTED_BY`."""
APPROVED: Final = 1
"""The worst grade that is a vote for an idea."""
GRADES: Final = 5
UNIT: Final = 1_000_000_000
"""Parts of a thousand in which each voice's money is kept: shares are rounded, what they decide is not."""
_SLACK: Final = 16
"""Parts by which two sums of such shares may differ and be the same."""


def count(method: int, money: int, weights: Ints, grades: Ints, price: Ints, place: Ints) -> int:
    """Write in place[P] in which order ideas are funded (1, 2, …; 0: not), and return what money is left.

    `weights[B]` are the voices of each ballot, `grades[B, P]` what it says of each idea, `price[P]` what each
    costs (0: it is not voted on).
    """
    votes = np.zeros(price.shape[0], dtype=np.int64)
    tallies = np.zeros((price.shape[0], GRADES), dtype=np.int64)
    for project in range(price.shape[0]):
        place[project] = 0
        for ballot in range(weights.shape[0]):
            if price[project] > 0:
                tallies[project, grades[ballot, project]] += weights[ballot]
                if grades[ballot, project] <= APPROVED:
                    votes[project] += weights[ballot]
    if method == SHARES:
        money = share_out(money, weights, grades, price, votes, place)
    funded = 0
    for project in range(price.shape[0]):
        funded = max(funded, place[project])
    while True:
        best = -1
        for project in range(price.shape[0]):
            if 0 < price[project] <= money and place[project] == 0 and votes[project] > 0:
                if method == JUDGEMENT and median(tallies[project]) == GRADES - 1:
                    continue
                if best < 0 or _comes_before(method, project, best, votes, tallies, price):
                    best = project
        if best < 0:
            return int(money)
        funded += 1
        place[best] = funded
        money -= price[best]


def _comes_before(method: int, one: int, other: int, votes: Ints, tallies: Ints, price: Ints) -> bool:
    """Whether an idea is served before another that stands before it in the list."""
    if method == JUDGEMENT:
        judged = better(tallies[one], tallies[other])
        if judged != 0:
            return judged > 0
    elif votes[one] != votes[other]:
        return bool(votes[one] > votes[other])
    return bool(price[one] < price[other])


# ---- Majority judgement -----------------------------------------------------------------------------------


def median(tally: Ints) -> int:
    """The median grade of so many voices for each grade; of the two in the middle, the worse."""
    voices = 0
    for grade in range(GRADES):
        voices += tally[grade]
    seen = 0
    for grade in range(GRADES):
        seen += tally[grade]
        if seen > voices // 2:
            return grade
    return GRADES - 1


def better(one: Ints, other: Ints) -> int:
    """1 where a tally is judged better than another of as many voices, -1 where worse, 0 where they are
    level: the better median wins; between equal ones, voices of that grade are taken away from both until
    their medians differ."""
    left, right = one.copy(), other.copy()
    while True:
        grade, against = median(left), median(right)
        if grade != against:
            return 1 if grade < against else -1
        steps = min(_stays(left, grade), _stays(right, grade))
        left[grade] -= steps
        right[grade] -= steps
        empty = True
        for k in range(GRADES):
            empty = empty and left[k] == 0
        if empty:
            return 0


def _stays(tally: Ints, grade: int) -> int:
    """How many voices of its median grade can be taken away before the median may change: one at least."""
    above, below = 0, 0
    for k in range(GRADES):
        if k < grade:
            above += tally[k]
        if k > grade:
            below += tally[k]
    at = tally[grade]
    return int(max(1, min(at, at + below - above + 1, at + above - below)))


# ---- Equal shares -----------------------------------------------------------------------------------------


def share_out(money: int, weights: Ints, grades: Ints, price: Ints, votes: Ints, place: Ints) -> int:
    """Give each voice the same money, and fund what those who vote for it can pay, the most effective votes
    first; returns what money is left."""
    voices = 0
    for ballot in range(weights.shape[0]):
        voices += weights[ballot]
    if voices == 0:
        return money
    purse = np.full(weights.shape[0], money * UNIT // voices, dtype=np.int64)
    funded = 0
    while True:
        best, pays = -1, 0
        for project in range(price.shape[0]):
            if price[project] > 0 and place[project] == 0 and votes[project] > 0:
                most = _most_paid(weights, grades, purse, project, price[project])
                if most > 0 and (best < 0 or _has_more(project, most, best, pays, price, votes)):
                    best, pays = project, most
        if best < 0:
            return money
        for ballot in range(weights.shape[0]):
            if grades[ballot, best] <= APPROVED:
                purse[ballot] -= min(purse[ballot], pays)
        funded += 1
        place[best] = funded
        money -= price[best]


def _most_paid(weights: Ints, grades: Ints, purse: Ints, project: int, price: int) -> int:
    """What a voice pays at most where an idea's price is split as equally as possible among those who vote
    for it (in parts of UNIT); 0 where they cannot pay it."""
    rest, paying, most = price * UNIT, 0, 0
    for ballot in range(weights.shape[0]):
        if grades[ballot, project] <= APPROVED and weights[ballot] > 0:
            rest -= weights[ballot] * purse[ballot]
            paying += weights[ballot]
            most = max(most, purse[ballot])
    if rest > _SLACK * paying:
        return 0
    rest, below = price * UNIT, 0  # those who have less than `below` pay all they have
    while paying > 0:
        share = (rest + paying - 1) // paying
        poorer = -1
        for ballot in range(weights.shape[0]):
            pays = grades[ballot, project] <= APPROVED and weights[ballot] > 0
            if pays and below <= purse[ballot] < share:
                poorer = ballot if poorer < 0 or purse[ballot] < purse[poorer] else poorer
        if poorer < 0:
            return int(share)
        least = purse[poorer]
        for ballot in range(weights.shape[0]):
            if grades[ballot, project] <= APPROVED and purse[ballot] == least:
                rest -= weights[ballot] * least
                paying -= weights[ballot]
        below = least + 1
    return int(most)


def _has_more(one: int, pays: int, other: int, others_pay: int, price: Ints, votes: Ints) -> bool:
    """Whether an idea has more effective votes (its price over what a voice pays at most) than another that
    stands before it in the list; if as many, whether it is cheaper, then whether it has more votes."""
    ours, theirs = price[one] * others_pay, price[other] * pays
    if abs(ours - theirs) > _SLACK * (price[one] + price[other]):
        return bool(ours > theirs)
    if price[one] != price[other]:
        return bool(price[one] < price[other])
    return bool(votes[one] > votes[other])
