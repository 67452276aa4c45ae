"""A vote counted by hand, as its printed pages say, and last rounds to count."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

import numpy as np

from engine.content.model import COUNTED_BY, GRADES, Ballot, ProjectCard, Scenario
from engine.fixed import Ints
from engine.paper.voting import NEAR
from engine.rules import begin_round
from engine.rules import state as states
from engine.rules.board import Board, build, names
from engine.rules.state import ROUND, State
from engine.rules.takings import set_takes
from tests.shipped import shipped

SLUG = "le-budget-de-tous"
ROUNDS = 120
METHODS = COUNTED_BY
CENTS = 100_000
"""In a thousand euros."""


class Voter(NamedTuple):
    """A ballot in the urn: how many voices it weighs, its grade for each idea that is voted (0 the best)."""

    voices: int
    grades: tuple[int, ...]


class Vote(NamedTuple):
    """What is voted on: the money, the price of each idea, in thousands of euros, and all ballots."""

    money: int
    prices: tuple[int, ...]
    voters: tuple[Voter, ...]

    def votes(self, idea: int) -> int:
        """The voices that find an idea good or very good."""
        return sum(one.voices for one in self.voters if one.grades[idea] <= 1)

    @property
    def all_voices(self) -> int:
        return sum(one.voices for one in self.voters)


# ---- By hand --------------------------------------------------------------------------------------------


def funded(method: str, vote: Vote) -> list[int]:
    """The ideas that a way of counting funds, in order."""
    return {"approval": most_votes, "majority-judgement": judged, "equal-shares": shared}[method](vote)


def most_votes(vote: Vote) -> list[int]:
    """As the page of most votes says."""
    return _by_votes(vote, [], vote.money)


def _by_votes(vote: Vote, already: list[int], money: int) -> list[int]:
    there = [idea for idea in range(len(vote.prices)) if idea not in already and vote.votes(idea)]
    order = sorted(there, key=lambda idea: (-vote.votes(idea), vote.prices[idea], idea))
    return _within(vote, order, money)


def _within(vote: Vote, order: Sequence[int], money: int) -> list[int]:
    """In this order, each that still fits."""
    found = []
    for idea in order:
        if vote.prices[idea] <= money:
            found.append(idea)
            money -= vote.prices[idea]
    return found


def judged(vote: Vote) -> list[int]:
    """As the page of majority judgement says."""
    left = list(range(len(vote.prices)))
    order: list[int] = []
    while left:
        best = left[0]
        for idea in left[1:]:
            best = idea if _better(vote, idea, best) else best
        order.append(best)
        left.remove(best)
    may = [idea for idea in order if vote.votes(idea) and _middle(_tally(vote, idea)) != len(GRADES) - 1]
    return _within(vote, may, vote.money)


def _tally(vote: Vote, idea: int) -> list[int]:
    """1. The voices of each grade, the best first."""
    return [sum(v.voices for v in vote.voters if v.grades[idea] == grade) for grade in range(len(GRADES))]


def _middle(tally: list[int]) -> int:
    """2. Half of all the voices, rounded down, plus one: the grade that one comes to."""
    middle, seen = sum(tally) // 2 + 1, 0
    for grade, voices in enumerate(tally):
        seen += voices
        if seen >= middle:
            return grade
    raise AssertionError("no voice is in the middle")


def _better(vote: Vote, one: int, other: int) -> bool:
    """3. and 4. Whether an idea comes before another that stands before it on the sheet."""
    mine, theirs = _tally(vote, one), _tally(vote, other)
    while sum(mine):
        grade = _middle(mine)
        if grade != _middle(theirs):
            return grade < _middle(theirs)
        if _signed(mine, grade) != _signed(theirs, grade):
            return _signed(mine, grade) > _signed(theirs, grade)
        mine[grade] -= 1
        theirs[grade] -= 1
    return vote.prices[one] < vote.prices[other]


def _signed(tally: list[int], grade: int) -> tuple[int, int]:
    """+ and the number of the better voices, or − and the number of the worse; the first wins."""
    better, worse = sum(tally[:grade]), sum(tally[grade + 1 :])
    return (1, better) if better > worse else (0, -worse)


def shared(vote: Vote) -> list[int]:
    """As the page of equal shares says."""
    found = [idea for idea, _ in _bought(vote)]
    money = vote.money - sum(vote.prices[idea] for idea in found)
    return found + _by_votes(vote, found, money)


class Purses(NamedTuple):
    """What each voice of each ballot has left, in cents: as one writes it, and without rounding."""

    written: list[Fraction]
    exact: list[Fraction]


def _bought(vote: Vote) -> Iterator[tuple[int, list[Fraction]]]:
    """5. Each idea that purses pay for, in order, with what a voice of each ballot pays."""
    share = Fraction(vote.money * CENTS, vote.all_voices)
    purses = Purses([Fraction(int(share))] * len(vote.voters), [share] * len(vote.voters))
    found: list[int] = []
    while (idea := _heaviest(vote, purses, found)) is not None:
        found.append(idea)
        pays = _paid(vote, purses.written, idea)
        yield idea, pays
        exact = _paid(vote, purses.exact, idea)
        purses = Purses(
            [max(Fraction(0), has - int(paid)) for has, paid in zip(purses.written, pays, strict=True)],
            [has - paid for has, paid in zip(purses.exact, exact, strict=True)],
        )


def _heaviest(vote: Vote, purses: Purses, already: list[int]) -> int | None:
    """4. Looked for by number of voices, until the next has fewer than the best weight found."""
    there = [idea for idea in range(len(vote.prices)) if idea not in already and vote.votes(idea)]
    best: int | None = None
    for idea in sorted(there, key=lambda idea: -vote.votes(idea)):
        if best is not None and vote.votes(idea) < _weight(vote, purses.written, best):
            break
        if _affordable(vote, purses, idea):
            best = idea if best is None or _heavier(vote, purses, idea, best) else best
    return best


def _affordable(vote: Vote, purses: Purses, idea: int) -> bool:
    """2. Whether purses are enough; without rounding where little is missing."""
    price = vote.prices[idea] * CENTS
    pay = [k for k, voter in enumerate(vote.voters) if voter.grades[idea] <= 1]
    missing = price - sum(vote.voters[k].voices * purses.written[k] for k in pay)
    if 0 < missing < 100 * NEAR:
        missing = price - sum(vote.voters[k].voices * purses.exact[k] for k in pay)
    return missing <= 0


def _heavier(vote: Vote, purses: Purses, one: int, other: int) -> bool:
    """Whether an idea is paid for before another: by weight, written to the hundredth; without rounding
    where they are as near as that."""
    mine, theirs = (_weight(vote, purses.written, idea) for idea in (one, other))
    if abs(mine - theirs) > Fraction(1, 100):
        return mine > theirs
    mine, theirs = (_weight(vote, purses.exact, idea) for idea in (one, other))
    return (mine, -vote.prices[one], vote.votes(one), -one) > (
        theirs, -vote.prices[other], vote.votes(other), -other,
    )  # fmt: skip


def _weight(vote: Vote, purse: list[Fraction], idea: int) -> Fraction:
    """3. The price over the most that a voice pays; where all pay the same, the number of its voices."""
    return vote.prices[idea] * CENTS / max(_paid(vote, purse, idea))


def _paid(vote: Vote, purse: list[Fraction], idea: int) -> list[Fraction]:
    """2. What a voice of each ballot pays; nothing where they cannot."""
    pay = [k for k, voter in enumerate(vote.voters) if voter.grades[idea] <= 1 and voter.voices]
    price = vote.prices[idea] * CENTS
    found = [Fraction(0) for _ in vote.voters]
    if sum(vote.voters[k].voices * purse[k] for k in pay) < price - 100 * NEAR:
        return found
    missing, rest = Fraction(price), list(pay)
    while rest:
        each = missing / sum(vote.voters[k].voices for k in rest)
        short = [k for k in rest if purse[k] < each]
        for k in short or rest:
            found[k] = min(purse[k], each)
            missing -= vote.voters[k].voices * found[k]
        rest = [k for k in rest if k not in short] if short else []
    return found


def met(vote: Vote) -> set[str]:
    """Which turns of the printed pages a vote takes."""
    seen = set()
    for one in range(len(vote.prices)):
        for other in range(one):
            mine, theirs = _tally(vote, one), _tally(vote, other)
            if (grade := _middle(mine)) == _middle(theirs):
                sign = "+" if max(_signed(mine, grade), _signed(theirs, grade))[0] else "\u2212"
                seen.add(f"same grade, {sign}")
    bought = list(_bought(vote))
    for idea, pays in bought:
        some = {pays[k] for k, voter in enumerate(vote.voters) if voter.grades[idea] <= 1 and voter.voices}
        seen |= {"short purse"} if len(some) > 1 else set()
    return seen | ({"money left over"} if len(shared(vote)) > len(bought) else set())


# ---- Last rounds ----------------------------------------------------------------------------------------


def evening(slug: str, seed: int) -> tuple[Board, State, Ints]:
    """A last round of a scenario with a ballot: some ideas are eligible besides those that others submitted,
    some are completed now, some publics were fetched, everybody or most people have marked ballots."""
    scenario, luck = shipped(slug), np.random.default_rng(seed)
    seats = {member.character: "held" for member in scenario.cast}
    board = build(scenario, "90", seats)  # type: ignore[arg-type]
    state = states.initial(board, seed)
    state.clock[ROUND] = board.rounds - 1
    state.method[0] = seed % 3
    for project, card in enumerate(scenario.projects):
        if card.price and card.id not in scenario.submitted and luck.random() < 0.45:
            state.done[project] = 1
    for public in range(len(board.publics)):
        state.voices[public] = max(0, int(state.voices[public]) + int(luck.integers(-4, 12)))
    begin_round(board, state, states.dice(board, seed).block(0, 1))
    state.ind[:] = luck.integers(25, 75, len(state.ind))
    state.ind_ref[:] = state.ind + int(luck.integers(-8, 9))
    like = 0.15 + 0.7 * luck.random(len(board.price))  # some ideas please more than others
    for who in range(board.n):
        if luck.random() < 0.9:
            for project in np.flatnonzero(board.price).tolist():
                good = luck.random() < like[project]
                state.paper[who, project] = 1 + int(luck.integers(2) if good else luck.integers(2, 5))
    set_takes(board, state)
    given = np.zeros_like(state.given)
    for project in (int(p) for p in state.open if p >= 0):
        if luck.random() < 0.6:
            for kind in range(3):
                for _ in range(int(state.cost[project, kind])):
                    given[int(luck.integers(board.n)), project, kind] += 1
    state.tokens[:] = given.sum(axis=1) + 1
    return board, state, given


def others() -> tuple[str, ...]:
    """The ideas that others had submitted before."""
    return shipped(SLUG).submitted


def _of(scenario: Scenario) -> Ballot:
    assert scenario.ballot is not None
    return scenario.ballot


def in_the_urn(slug: str, board: Board, state: State, built: Sequence[int]) -> tuple[list[int], Vote]:
    """Which projects are voted on, in the order of the sheet, and the vote: what others had submitted, what
    was eligible, with what is completed now; each public, with those who have just come; each ballot that
    somebody marked."""
    scenario = shipped(slug)
    written, index = _of(scenario), names(scenario)
    there = [
        p
        for p, card in enumerate(scenario.projects)
        if card.id in scenario.submitted or (card.price and (state.done[p] or p in built))
    ]
    cards = [scenario.projects[p] for p in there]
    voters = []
    for k, public in enumerate(written.publics):
        voices = int(state.voices[k])
        if public.others and index.project(public.fetching) in built:
            voices += min(public.fetched, int(state.still[k]))
        voters.append(Voter(voices, tuple(_thinks(card, public.id) for card in cards)))
    voters.extend(
        Voter(written.people, tuple(int(state.paper[who, p]) - 1 for p in there))
        for who in range(board.n)
        if state.paper[who].any()
    )
    return there, Vote(written.money, tuple(card.price or 0 for card in cards), tuple(voters))


def _thinks(card: ProjectCard, public: str) -> int:
    return GRADES.index(card.opinions.get(public, "fair"))


class Polled(NamedTuple):
    """What a vote counted by hand funds, and does: to each gauge, to each if it rose, or not."""

    funded: list[int]
    moves: Ints
    gains: list[float]
    losses: list[float]


def polled(slug: str, board: Board, state: State, built: list[int]) -> Polled:
    """What the printed rules make of the ballots of the last round, and of no other."""
    scenario = shipped(slug)
    moves = np.zeros(len(board.start), dtype=np.int64)
    gains, losses = [0.0] * board.n, [0.0] * board.n
    if scenario.ballot is None or state.clock[ROUND] < board.rounds:
        return Polled([], moves, gains, losses)
    there, vote = in_the_urn(slug, board, state, built)
    method = ("approval", "majority-judgement", "equal-shares")[int(state.method[0])]
    chosen = [there[idea] for idea in funded(method, vote)]
    index = names(scenario)
    for card in (scenario.projects[p] for p in chosen):
        assert card.voted is not None
        for key, by in card.voted.changes.items():
            moves[index.indicator(key)] += by
            for who, member in enumerate(scenario.cast):
                gains[who] += member.stakes.get(key, 0) * by / 10
        for who_, by in card.voted.personal.items():
            gains[index.character(who_)] += by
            losses[index.character(who_)] += min(0, by)
    return Polled(chosen, moves, gains, losses)
