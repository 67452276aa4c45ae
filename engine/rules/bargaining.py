"""Requests with something in return: what an offer is worth, whether it is taken, and what would be.

Only sessions ask; batches of games do not. A bid adds to what `promising.answer` weighs, nothing else: a
request without one is answered as it always was.
"""

from typing import NamedTuple

from engine import numbers
from engine.fixed import ONE, Ints, div, mul
from engine.rules.board import Board
from engine.rules.promising import answer, say
from engine.rules.record import Record
from engine.rules.state import BROKEN, State, copy
from engine.rules.trusting import trust_after
from engine.rules.values import cares, lacking, lacking_all, trust_in, within

REFUSED = 0
PLAINLY = 1  # a bare request would have been granted too
REASON = 2  # the reason given with it made the difference
OFFER = 3  # what is offered in return did


class Bid(NamedTuple):
    """What stands behind a request: `tokens` (time, means, backing) that the asker would promise to a
    `project` besides what it has promised there (-1: to none), or a word for the next round; and whether the
    reason given is `true`."""

    project: int = -1
    tokens: tuple[int, int, int] = (0, 0, 0)
    next_round: bool = False
    true: bool = False


class Request(NamedTuple):
    """Who asks whom to give to what, as indices."""

    asker: int
    asked: int
    project: int


def unspoken(state: State, project: int, kind: int) -> int:
    """Tokens of a kind that a project needs and nobody has promised."""
    return max(0, lacking(state, project, kind) - int(state.promised[:, project, kind].sum()))


def worth(board: Board, state: State, request: Request, bid: Bid) -> int:
    """What a bid brings who is asked (fixed): its part of what is still wanted where it goes, as far as the
    asker is trusted. Tokens that go where who is asked gives too are made a condition: they need no trust."""
    trust = trust_in(state, request.asked, request.asker)
    if bid.next_round:
        return mul(numbers.NEXT_ROUND, trust)
    if bid.project < 0 or lacking_all(state, bid.project) == 0:
        return 0
    useful = sum(min(n, unspoken(state, bid.project, kind)) for kind, n in enumerate(bid.tokens))
    share = div(useful * ONE, lacking_all(state, bid.project) * ONE)
    value = numbers.OFFERED * mul(max(0, cares(board, state, request.asked, bid.project)), share)
    return value if bid.project == request.project else mul(value, trust)


def respond(board: Board, state: State, chance: Ints, request: Request, bid: Bid) -> int:
    """The answer to a request: REFUSED, or what it owes to the bid. A yes writes in `state` both promises,
    that of who is asked under the condition of the other where only what is offered there made it agree."""
    said = copy(state)
    _offer(said, request.asker, bid)
    reason = numbers.TRUE_REASON if bid.true else 0
    more = reason + worth(board, state, request, bid)
    if answer(board, said, chance, *request, more, bid.project == request.project) == 0:
        return REFUSED
    owed = OFFER
    if answer(board, copy(state), chance, *request) > 0:
        owed = PLAINLY
    elif reason and answer(board, copy(state), chance, *request, reason) > 0:
        owed = REASON
    if owed == OFFER and bid.project == request.project:
        said.cond_who[request.asked, request.project] = request.asker
        said.cond_kind[request.asked, request.project] = next(k for k in range(3) if bid.tokens[k])
    for field, now in zip(state, said, strict=True):
        field[...] = now
    return owed


def _offer(state: State, asker: int, bid: Bid) -> None:
    """Promise what a bid offers, without condition, besides what stands there."""
    if bid.project >= 0:
        say(state, asker, bid.project, state.promised[asker, bid.project] + bid.tokens)
        state.cond_who[asker, bid.project] = state.cond_kind[asker, bid.project] = -1


def counter(board: Board, state: State, chance: Ints, request: Request, bid: Bid, coming: bool) -> Bid | None:
    """The smallest thing that would make who refused agree: one token that the asker has left, where it is
    worth most to them; else a word for the next round, where one is `coming`. None: nothing would."""
    left = state.tokens[request.asker] - state.promised[request.asker].sum(axis=0)
    single = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
    tokens = [
        Bid(int(project), single[kind], true=bid.true)
        for project in state.open
        for kind in range(3)
        if project >= 0
        and min(left[kind], _within(state, request.asker, int(project), kind)) > 0
        and unspoken(state, int(project), kind) > 0
    ]
    tokens.sort(key=lambda one: -worth(board, state, request, one))
    found = [one for one in tokens if worth(board, state, request, one) > 0]
    if coming:
        found.append(Bid(next_round=True, true=bid.true))
    return next((one for one in found if respond(board, copy(state), chance, request, one)), None)


def _within(state: State, who: int, project: int, kind: int) -> int:
    """Tokens of a kind that somebody may still promise to a project, for all that keeps them from it."""
    return within(state, who, project, kind) - int(state.promised[who, project, kind])


def break_word(state: State, record: Record, who: int, to: int) -> None:
    """What it costs `who` not to have kept a word given to `to`: its trust, as a promise not kept would."""
    before = state.trust[to, who]
    state.trust[to, who] = trust_after(int(before), BROKEN, ONE)
    record.trust_acts[to, who] += state.trust[to, who] - before
