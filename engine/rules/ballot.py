"""A ballot: ideas become eligible round after round, and those who vote fund some of them at the last reveal.

An idea is a project with a price. Publics vote as its card says, and more of them come where somebody goes to
fetch them; each character in play marks a ballot of its own. How votes are counted (`engine.rules.counting`)
was chosen before anybody knew what would be voted on.
"""

import numpy as np

from engine import numbers
from engine.content.model import FAIR
from engine.fixed import ONE, Ints, mul
from engine.rules.board import Board
from engine.rules.board.codes import FETCHED, SUBMITTED
from engine.rules.corners import bridge_spot
from engine.rules.counting import APPROVED, GRADES, count
from engine.rules.record import Record
from engine.rules.state import OPEN, ROUND, STAGE, State, put_on_table, take_off_table
from engine.rules.values import sigma


def has_ballot(board: Board) -> bool:
    """Whether anything is voted."""
    return bool(board.methods.shape[0] > 0)


def is_idea(board: Board, project: int) -> bool:
    """Whether a project is an idea that has to be voted."""
    return has_ballot(board) and bool(board.price[project] > 0)


def is_fetching(board: Board, project: int) -> bool:
    """Whether a project is going to fetch a public."""
    return bool(board.closed[project] == FETCHED)


def is_eligible(board: Board, state: State, project: int) -> bool:
    """Whether an idea may be voted on: it was completed, or others had submitted it before."""
    there = board.closed[project] == SUBMITTED or state.done[project] > 0
    return is_idea(board, project) and bool(there)


def funded_in(state: State) -> int:
    """How many ideas are funded."""
    several = 0
    for project in range(state.funded.shape[0]):
        if state.funded[project] > 0:
            several += 1
    return several


def served_in(board: Board, state: State) -> int:
    """How many publics approve of an idea that is funded."""
    return served_by(board, state.funded)


def served_by(board: Board, place: Ints) -> int:
    """How many publics approve of an idea that a count funds."""
    several = 0
    for public in range(board.publics.shape[0]):
        served = False
        for project in range(place.shape[0]):
            if place[project] > 0 and board.opinion[public, project] <= APPROVED:
                served = True
        if served:
            several += 1
    return several


# ---- Publics ----------------------------------------------------------------------------------------------


def lay_publics(board: Board, state: State) -> None:
    """A new round: one may go and fetch each public of whom more would come."""
    if not has_ballot(board):
        return
    spot = bridge_spot(board) + board.bridge_spots
    for public in range(board.publics.shape[0]):
        if board.fetching[public] >= 0:
            if state.open[spot] >= 0:
                take_off_table(state, spot)
            if state.still[public] > 0:
                put_on_table(state, spot, board.fetching[public])
            spot += 1


def would_come(board: Board, state: State, public: int) -> int:
    """How many of a public would come if somebody went to fetch them now."""
    return min(int(board.fetched[public]), int(state.still[public]))


def fetch(board: Board, state: State, project: int) -> None:
    """Somebody went to fetch a public: so many more vote."""
    for public in range(board.publics.shape[0]):
        if board.fetching[public] == project:
            more = would_come(board, state, public)
            state.voices[public] += more
            state.still[public] -= more


# ---- Ballots ----------------------------------------------------------------------------------------------


def mark_by_itself(board: Board, state: State, who: int, heart: int) -> None:
    """A simulated character grades every idea by what it would bring: to itself, and to the common good as
    far as its `heart` (fixed) is in it."""
    if not has_ballot(board):
        return
    for project in range(board.price.shape[0]):
        if board.price[project] > 0:
            worth = board.felt_voted[who, project] + heart * board.voted[project, board.gate]
            state.paper[who, project] = 1 + _graded(worth)


def mark_as_written(board: Board, state: State, who: int) -> None:
    """The same, as the model has it: its heart is in the common good as far as its posture is."""
    mark_by_itself(board, state, who, mul(board.beta, sigma(state, who)))


def _graded(worth: int) -> int:
    """The grade of what would bring so much (fixed)."""
    if worth >= numbers.VERY_GOOD:
        return 0
    if worth >= numbers.GOOD:
        return 1
    if worth > -numbers.GOOD:
        return 2
    return 3 if worth > -numbers.VERY_GOOD else GRADES - 1


def marked(state: State, who: int) -> bool:
    """Whether somebody has a ballot in the urn."""
    some = False
    for project in range(state.paper.shape[1]):
        some = some or state.paper[who, project] > 0
    return bool(some)


def weigh_ballots(board: Board, state: State, people: bool, weights: Ints, grades: Ints) -> None:
    """Write how many voices each ballot weighs and what it says of each idea: publics first, then, where
    `people` vote too, each character that has marked one."""
    publics = board.publics.shape[0]
    for public in range(publics):
        weights[public] = state.voices[public]
        for project in range(board.price.shape[0]):
            grades[public, project] = board.opinion[public, project]
    for who in range(board.n):
        weights[publics + who] = board.ballot_people if people and marked(state, who) else 0
        for project in range(board.price.shape[0]):
            written = state.paper[who, project]
            grades[publics + who, project] = written - 1 if written > 0 else FAIR


def count_ballot(board: Board, state: State, method: int, place: Ints) -> int:
    """Count all ballots by one method; write in which order ideas are funded, return the thousands left."""
    ballots = board.publics.shape[0] + board.n
    weights = np.zeros(ballots, dtype=np.int64)
    grades = np.zeros((ballots, board.price.shape[0]), dtype=np.int64)
    weigh_ballots(board, state, True, weights, grades)
    return count(method, board.money, weights, grades, eligible_prices(board, state), place)


def eligible_prices(board: Board, state: State) -> Ints:
    """[P] the price of each idea that may be voted on, 0 of all else."""
    prices = board.price.copy()
    for project in range(prices.shape[0]):
        if not is_eligible(board, state, project):
            prices[project] = 0
    return prices


# ---- As things stand --------------------------------------------------------------------------------------


def weigh_votes(board: Board, state: State) -> None:
    """What may come of each open project by the vote: the difference that it would make to what is funded,
    if publics alone voted as they now stand (what characters want is nobody's to know). It may come later
    (`ahead`); in the last round it comes at this reveal, with what is funded anyway (`wear`)."""
    if not has_ballot(board):
        return
    last = state.clock[ROUND] >= board.rounds
    for project in range(board.price.shape[0]):
        state.ahead[project] = 0
        for who in range(board.n):
            state.ahead_each[who, project] = 0
    if last and state.clock[STAGE] != OPEN:
        return
    many = board.price.shape[0]
    weights = np.zeros(board.publics.shape[0] + board.n, dtype=np.int64)
    grades = np.zeros((weights.shape[0], many), dtype=np.int64)
    weigh_ballots(board, state, False, weights, grades)
    prices, now, then = (
        eligible_prices(board, state), np.zeros(many, dtype=np.int64), np.zeros(many, dtype=np.int64),
    )  # fmt: skip
    count(state.method[0], board.money, weights, grades, prices, now)
    if last:
        for project in range(many):
            if now[project] > 0:
                state.wear[0] += board.voted[project, board.gate]
    for spot in range(state.open.shape[0]):
        project = state.open[spot]
        if project < 0 or not (is_idea(board, project) or is_fetching(board, project)):
            continue
        public = _fetched_by(board, project)
        if public >= 0:
            weights[public] += would_come(board, state, public)
        else:
            prices[project] = board.price[project]
        count(state.method[0], board.money, weights, grades, prices, then)
        if public >= 0:
            weights[public] -= would_come(board, state, public)
        else:
            prices[project] = 0
        _weigh_difference(board, state, project, now, then, last)


def _fetched_by(board: Board, project: int) -> int:
    """The public that a project goes to fetch, -1 for none."""
    for public in range(board.fetching.shape[0]):
        if board.fetching[public] == project:
            return public
    return -1


def _weigh_difference(board: Board, state: State, project: int, now: Ints, then: Ints, last: bool) -> None:
    for idea in range(now.shape[0]):
        more = (1 if then[idea] > 0 else 0) - (1 if now[idea] > 0 else 0)
        if more == 0:
            continue
        if last:
            state.takes_commons[project] -= more * board.voted[idea, board.gate]
        else:
            state.ahead[project] += mul(numbers.MAY_BE_FUNDED, more * board.voted[idea, board.gate] * ONE)
        for who in range(board.n):
            if last:
                state.takes[who, project] -= more * board.felt_voted[who, idea]
            else:
                felt = more * board.felt_voted[who, idea]
                state.ahead_each[who, project] += mul(numbers.MAY_BE_FUNDED, felt)


# ---- The last reveal --------------------------------------------------------------------------------------


def vote(board: Board, state: State, record: Record) -> None:
    """The last round: ballots are counted, and what is funded is built: what that does to the gauges and to
    each."""
    if not has_ballot(board) or state.clock[ROUND] < board.rounds:
        return
    count_ballot(board, state, state.method[0], state.funded)
    for public in range(board.publics.shape[0]):
        record.voices[public] = state.voices[public]
    for who in range(board.n):
        for project in range(board.price.shape[0]):
            record.paper[who, project] = state.paper[who, project]
    for project in range(board.price.shape[0]):
        record.funded[project] = state.funded[project]
        if state.funded[project] > 0:
            for m in range(board.start.shape[0]):
                record.ind_voted[m] += board.voted[project, m]
            for who in range(board.n):
                record.elected[who] += board.felt_voted[who, project]
                record.loss[who] += min(0, board.voted_each[who, project]) * ONE
    for who in range(board.n):
        record.gain[who] += record.elected[who]
