"""What things are worth to a character, and what it makes of the others. All results are fixed point."""

from engine import numbers
from engine.fixed import ONE, div, mul
from engine.rules.board import Board
from engine.rules.board.codes import LISTENED_FOR
from engine.rules.mandates import giving_value, mandated_keeping, seeing_value
from engine.rules.state import ROUND, State


def own_value(board: Board, state: State, who: int, project: int) -> int:
    """What completing a project brings a character (`board.weighed`), without what it puts out of its hours
    had brought, with what groups that wake bring, and what may come of works."""
    if state.takes.shape[0] == 0:
        return int(board.worth[who, project])
    value = board.worth[who, project] - state.takes[who, project]
    if state.ahead.shape[0] > 0:
        value += state.ahead_each[who, project]
    return int(value)


def own_points(board: Board, state: State, who: int, project: int) -> int:
    """What giving all that a project asks for brings a character at this very reveal (fixed): of works, their
    hoarding goes up."""
    value = own_value(board, state, who, project)
    return int(value - state.ahead_each[who, project]) if state.ahead.shape[0] > 0 else value


def sure_loss(board: Board, who: int, project: int) -> int:
    """What completing a project costs a character whether the common good rises or not, 0 or less."""
    return min(0, int(board.personal[who, project])) * ONE


def sure_points(board: Board, state: State, who: int, project: int) -> int:
    """What giving all that a project asks for costs a character at this very reveal whether the common good
    rises or not, 0 or less (fixed): of works that are not over yet, all of what it does."""
    if state.phase.shape[0] > 0 and state.phase[project] < board.phases[project] - 1:
        return min(0, own_points(board, state, who, project))
    return sure_loss(board, who, project)


def commons_points(board: Board, state: State, project: int) -> int:
    """Points that completing a project adds to the common good, without those of what it puts out, with what
    groups do of it."""
    if state.takes_commons.shape[0] == 0:
        return int(board.change[project, board.gate])
    return int(board.change[project, board.gate] - state.takes_commons[project])


def commons_value(board: Board, state: State, project: int) -> int:
    """That (fixed)."""
    return commons_points(board, state, project) * ONE


def cares(board: Board, state: State, who: int, project: int) -> int:
    """What a character says that a project is worth: to itself, to the common good as far as its heart is in
    it, and to who asked it for something in secret."""
    heart = mul(board.beta, sigma(state, who) + numbers.HEART_ALOUD)
    asked = seeing_value(board, state, who, project) + giving_value(board, state, who, project)
    return own_value(board, state, who, project) + mul(heart, hoped_value(board, state, project)) + asked


def hoped_value(board: Board, state: State, project: int) -> int:
    """What completing a project adds to the common good, or what may come of listening: nothing, in the last
    round."""
    if board.closed[project] == LISTENED_FOR and state.clock[ROUND] >= board.rounds:
        return 0
    if state.takes_commons.shape[0] == 0:
        return int(board.hoped[project])
    value = board.hoped[project] - state.takes_commons[project] * ONE
    if state.ahead.shape[0] > 0:
        value += state.ahead[project]
    return int(value)


def wear(board: Board, state: State) -> int:
    """Points that a round takes from the common good by itself, 0 or less."""
    if state.wear.shape[0] == 0:
        return int(board.decay[board.gate])
    return int(board.decay[board.gate] + state.wear[0])


def sigma(state: State, who: int) -> int:
    """Synergy on [0, 1]."""
    return int((state.s[who] - numbers.LOWEST_POSTURE) // numbers.SPAN)


def alpha(state: State, who: int) -> int:
    """Antagonism on [0, 1]."""
    return int((state.a[who] - numbers.LOWEST_POSTURE) // numbers.SPAN)


def trust_in(state: State, who: int, other: int) -> int:
    """How far `who` counts on `other`: trust, less while a presupposition stands."""
    if state.believes[who, other] == 1:
        return int(state.trust[who, other] // numbers.PRESUPPOSED)
    return int(state.trust[who, other])


def lacking(state: State, project: int, kind: int) -> int:
    """Tokens of a kind that a project still needs."""
    lack = state.cost[project, kind] - state.placed[project, kind]
    if lack > 0:
        return int(lack)
    return 0


def lacking_all(state: State, project: int) -> int:
    """Tokens of all kinds that a project still needs."""
    return lacking(state, project, 0) + lacking(state, project, 1) + lacking(state, project, 2)


def reach(state: State, who: int, project: int) -> int:
    """Tokens of a kind that a character may put on a project at most, wherever it is."""
    if state.reach.shape[0] == 0:
        return numbers.MOST_TOKENS
    return int(state.reach[who, project])


def within(state: State, who: int, project: int, kind: int) -> int:
    """Tokens of one kind that a character may put on a project at most: within its reach, and of use from it
    where a group is helped."""
    if state.allowed.shape[0] == 0:
        return reach(state, who, project)
    return min(reach(state, who, project), int(state.allowed[who, project, kind]))


def hand(state: State, who: int, project: int, kind: int) -> int:
    """Tokens of a kind that a character has for a project: those in its hand, within its reach."""
    return min(int(state.tokens[who, kind]), within(state, who, project, kind))


def placeable(state: State, who: int, project: int) -> int:
    """Tokens of this round that a character could usefully put on a project."""
    useful = 0
    for kind in range(3):
        useful += min(hand(state, who, project, kind), lacking(state, project, kind))
    return useful


def unsaid(state: State, who: int, kind: int) -> int:
    """Tokens of a kind in a character's hand that it has promised aloud to nothing."""
    left = state.tokens[who, kind]
    for place in range(state.open.shape[0]):
        if state.open[place] >= 0:
            left -= state.promised[who, state.open[place], kind]
    return max(0, int(left))


def free(state: State, who: int, kind: int) -> int:
    """Tokens of a kind in a character's hand that it has promised to nothing, aloud or in a pact."""
    left = unsaid(state, who, kind)
    if state.pact_with.shape[0] > 0 and state.pact_with[who] >= 0:
        left -= max(0, int(state.pact[who, kind] - state.promised[who, state.pact_project[who], kind]))
    return max(0, int(left))


def unpromised(state: State, who: int, project: int, kind: int) -> int:
    """Tokens of a kind that a project needs and that nobody but `who` has promised to it."""
    return unpromised_each(state, who, project)[kind]


def unpromised_each(state: State, who: int, project: int) -> tuple[int, int, int]:
    """`unpromised`, of each kind."""
    said, own = state.said, state.promised
    return (
        max(0, lacking(state, project, 0) - int(said[project, 0] - own[who, project, 0])),
        max(0, lacking(state, project, 1) - int(said[project, 1] - own[who, project, 1])),
        max(0, lacking(state, project, 2) - int(said[project, 2] - own[who, project, 2])),
    )


def fit(state: State, who: int, project: int) -> int:
    """Share of what nobody has promised to a project that a character could promise alone; 0 where it could
    promise nothing of use, and nowhere else."""
    missing, useful = 0, 0
    rest = unpromised_each(state, who, project)
    for kind in range(3):
        missing += rest[kind]
        useful += min(hand(state, who, project, kind), rest[kind])
    if useful == 0:
        return 0
    return div(useful * ONE, missing * ONE)


def wanted(state: State, who: int, project: int) -> tuple[int, int, int]:
    """Tokens of each kind that a project would still use from `who`: what nobody else has promised, and never
    less than it promised itself, as long as they are lacking."""
    rest, own = unpromised_each(state, who, project), state.promised[who, project]
    return (
        _wants(state, who, project, 0, max(rest[0], int(own[0]))),
        _wants(state, who, project, 1, max(rest[1], int(own[1]))),
        _wants(state, who, project, 2, max(rest[2], int(own[2]))),
    )


def _wants(state: State, who: int, project: int, kind: int, rest: int) -> int:
    """Tokens of a kind that a project would still use from `who`, `rest` being left to it, or promised."""
    most = min(within(state, who, project, kind), lacking(state, project, kind))
    return min(most, max(rest, pledged(state, who, project, kind)))


def promised_any(state: State, who: int, project: int) -> int:
    """Tokens of all kinds that a character promised to a project this round."""
    promised = state.promised
    return int(promised[who, project, 0] + promised[who, project, 1] + promised[who, project, 2])


def pledged(state: State, who: int, project: int, kind: int) -> int:
    """Tokens of a kind that a character pledged to a project in a pact."""
    if state.pact_with.shape[0] == 0 or state.pact_project[who] != project:
        return 0
    return int(state.pact[who, kind])


def pledged_any(state: State, who: int, project: int) -> int:
    """Tokens of all kinds that a character pledged to a project in a pact."""
    return pledged(state, who, project, 0) + pledged(state, who, project, 1) + pledged(state, who, project, 2)


def looks_met(state: State, who: int, project: int) -> bool:
    """Whether the condition of a promise seems met, by what its other party has promised."""
    other = state.cond_who[who, project]
    if other < 0:
        return True
    return bool(state.promised[other, project, state.cond_kind[who, project]] > 0)


def promisers(state: State, project: int) -> int:
    """Who promised anything to a project, as bits: 1 for the first character, 2 for the second, 4, …"""
    by = 0
    for who in range(state.s.shape[0]):
        if promised_any(state, who, project) > 0:
            by |= 1 << who
    return by


def expected(state: State, who: int, project: int, by: int) -> tuple[int, int, int]:
    """Tokens of each kind (fixed) that `who` counts on from all others: their promises as far as they are
    trusted, part of that while a promise's condition does not seem met; `by` is `promisers`."""
    promised = state.promised
    time, means, backing = 0, 0, 0
    for other in range(state.s.shape[0]):
        if (by >> other) & 1 and other != who:
            trust = trust_in(state, who, other)
            if not looks_met(state, other, project):
                trust = trust // numbers.UNMET
            time += promised[other, project, 0] * trust
            means += promised[other, project, 1] * trust
            backing += promised[other, project, 2] * trust
    if state.pact_with.shape[0] == 0 or state.pact_with[who] < 0:
        return time, means, backing
    return (
        time + _expected_in_secret(state, who, project, 0),
        means + _expected_in_secret(state, who, project, 1),
        backing + _expected_in_secret(state, who, project, 2),
    )


def _expected_in_secret(state: State, who: int, project: int, kind: int) -> int:
    """What `who` counts on besides because of its pact: what the other pledged and did not promise aloud."""
    other = state.pact_with[who]
    more = pledged(state, other, project, kind) - state.promised[other, project, kind]
    return int(max(0, more) * trust_in(state, who, other))


def loyalty(state: State, who: int) -> int:
    """What one's own word weighs: LOYALTY (sigma - alpha) + LOYALTY_ALL."""
    return (sigma(state, who) - alpha(state, who)) * numbers.LOYALTY // ONE + numbers.LOYALTY_ALL


def keeping_value(board: Board, state: State, who: int) -> int:
    """What keeping all one's tokens is worth, chance apart."""
    asked = mandated_keeping(board, state, who)
    return numbers.KEEPING * alpha(state, who) + numbers.KEEPING_LEAST + asked


def prospect(state: State, who: int, project: int, by: int) -> tuple[int, int]:
    """How complete a project will be at the reveal, as `who` sees it: without it, and with its tokens; `by`
    is `promisers`."""
    lack = lacking_all(state, project) * ONE
    if lack == 0:
        return ONE, ONE
    missing = 0
    mine = 0
    counted_on = expected(state, who, project, by)
    for kind in range(3):
        rest = lacking(state, project, kind) * ONE - counted_on[kind]
        if rest > 0:
            missing += rest
            mine += min(hand(state, who, project, kind) * ONE, rest)
    without = ONE - div(missing, lack)
    return without, min(ONE, div(lack - missing + mine, lack))
