"""Postures after a reveal: Hegselmann and Krause's bounded confidence, weighted by trust and influence, with
Friedkin and Johnsen's anchors, moved by satisfaction; then the anchors learn."""

from engine import numbers
from engine.fixed import ONE, clip, div, mul
from engine.rules.board import Board
from engine.rules.record import Record
from engine.rules.state import BROKEN, State
from engine.rules.values import own_value, trust_in


def move_postures(board: Board, state: State, record: Record) -> None:
    """Move everybody at once from the postures before; every term goes into the record."""
    for who in range(board.n):
        record.s_before[who] = state.s[who]
        record.a_before[who] = state.a[who]
        record.s_cards[who] += state.s_cards[who]
        record.a_cards[who] += state.a_cards[who]
        _near_terms(board, state, record, who)
        rest = ONE - board.lam[who]
        record.s_anchor[who] = mul(rest, state.s_anchor[who] - state.s[who])
        record.a_anchor[who] = mul(rest, state.a_anchor[who] - state.a[who])
        pleased = record.gain[who] // numbers.SATISFYING
        if record.rose[0] == 0:
            pleased += numbers.GATE_SHUT
        pleased = clip(pleased, -ONE, ONE)
        record.s_satisfaction[who] = mul(board.kappa, pleased)
        record.a_satisfaction[who] = -mul(board.kappa, pleased)
    for who in range(board.n):
        _settle(board, state, record, who)


def _near_terms(board: Board, state: State, record: Record, who: int) -> None:
    """The pull of each other within tolerance: lambda times their share of the weights times the gap."""
    reach = numbers.SPAN * board.eps[who]
    total = 0
    for other in range(board.n):
        record.s_near[who, other] = _weight(board, state, who, other, reach)
        total += record.s_near[who, other]
    for other in range(board.n):
        weight = record.s_near[who, other]
        record.s_near[who, other] = 0
        record.a_near[who, other] = 0
        if weight > 0 and other != who:
            pull_s = div(weight * (state.s[other] - state.s[who]), total * ONE)
            pull_a = div(weight * (state.a[other] - state.a[who]), total * ONE)
            record.s_near[who, other] = mul(board.lam[who], pull_s)
            record.a_near[who, other] = mul(board.lam[who], pull_a)


def _weight(board: Board, state: State, who: int, other: int, reach: int) -> int:
    """Weight of `other` for `who` (fixed), 0 out of reach."""
    if abs(state.s[other] - state.s[who]) > reach or abs(state.a[other] - state.a[who]) > reach:
        return 0
    return int(trust_in(state, who, other) * max(1, board.influence[other]))


def resent_broken_words(board: Board, state: State, record: Record) -> None:
    """Every promise that others broke to a project that one cares for, of those still on the table."""
    for place in range(state.open.shape[0]):
        project = state.open[place]
        broken = 0
        if project >= 0:
            for other in range(board.n):
                if record.fact[other, project] == BROKEN:
                    broken += 1
        if broken > 0:
            for who in range(board.n):
                if own_value(board, state, who, project) >= numbers.INTEREST:
                    own = 1 if record.fact[who, project] == BROKEN else 0
                    record.a_broken[who] += numbers.BROKEN_WORD * (broken - own)


def _settle(board: Board, state: State, record: Record, who: int) -> None:
    """Add the terms up within the bounds; the anchor then learns from where one stands."""
    s = record.s_before[who] + record.s_anchor[who] + record.s_satisfaction[who] + record.s_cards[who]
    a = record.a_before[who] + record.a_anchor[who] + record.a_satisfaction[who] + record.a_cards[who]
    a += record.a_broken[who]
    for other in range(board.n):
        s += record.s_near[who, other]
        a += record.a_near[who, other]
    state.s[who] = within_map(s)
    state.a[who] = within_map(a)
    record.s_edge[who] = state.s[who] - s
    record.a_edge[who] = state.a[who] - a
    record.s_after[who] = state.s[who]
    record.a_after[who] = state.a[who]
    state.s_anchor[who] += mul(board.rho, state.s[who] - state.s_anchor[who])
    state.a_anchor[who] += mul(board.rho, state.a[who] - state.a_anchor[who])


def accept_posture(state: State, who: int, s: int, a: int) -> tuple[int, int]:
    """A held character's holder puts it at (s, a) (fixed, 1 to 4), the model's proposal or elsewhere.

    From there the model goes on, with nothing behind to pull them back. Returns how far the holder went from
    the proposal, for synergy and antagonism.
    """
    by_s = within_map(s) - state.s[who]
    by_a = within_map(a) - state.a[who]
    state.s[who] += by_s
    state.a[who] += by_a
    stand_here(state, who)
    return by_s, by_a


def stand_here(state: State, who: int) -> None:
    """Where somebody stands becomes what holds them."""
    state.s_anchor[who] = state.s[who]
    state.a_anchor[who] = state.a[who]


def level(x: int) -> int:
    """The row or column of the map for a posture in fixed point: 1 to 4, rounded half up."""
    return within_map(x + ONE // 2) // ONE


def within_map(x: int) -> int:
    """A posture (fixed) brought within the map."""
    return clip(x, numbers.LOWEST_POSTURE, numbers.HIGHEST_POSTURE)
