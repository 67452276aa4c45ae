"""What the measures need of each round played, read off the states that the rules left."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from engine.board import Board
from engine.fixed import ONE, Ints
from engine.state import State

Kept = Literal["kept", "part", "broken", "void"]


@dataclass(frozen=True, slots=True)
class PromiseRecord:
    """One promise of one round and what became of it; `asked` and `given` are tokens, all kinds together."""

    who: int
    project: int
    asked: int
    given: int
    fact: Kept


@dataclass(frozen=True, slots=True)
class RoundRecord:
    """One round after its reveal. Trust is in 0 to 100, presuppositions counted, [n, n] as floats."""

    number: int
    promises: tuple[PromiseRecord, ...]
    gifts: tuple[int, ...]
    in_hand: int
    to_commons: int
    completed: tuple[int, ...]
    lifted: int
    commons_rose: bool
    trust: np.ndarray


def trust_percent(state: State) -> np.ndarray:
    """Each one's working trust in each other, 0 to 100: a standing presupposition halves it. [n, n]."""
    halved = np.where(state.believes > 0, 0.5, 1.0)
    whole: np.ndarray = 100.0 * state.trust / ONE * halved
    return whole


def mutual(trust: np.ndarray) -> int:
    """Mean trust between different people, as a whole percentage."""
    n = trust.shape[0]
    others = ~np.eye(n, dtype=bool)
    return round(float(trust[others].mean()))


def of_states(board: Board, before: Sequence[State], after: Sequence[State]) -> tuple[RoundRecord, ...]:
    """The record of each round from its state before and after the reveal (same length, in order)."""
    return tuple(_round(board, b, a) for b, a in zip(before, after, strict=True))


def _round(board: Board, before: State, after: State) -> RoundRecord:
    given, promised = after.given, after.promised
    raises = board.change[:, board.gate] > 0
    return RoundRecord(
        number=after.round,
        promises=tuple(_promises(after)),
        gifts=tuple(int(g) for g in np.where(promised.sum(axis=2) == 0, given.sum(axis=2), 0).sum(axis=1)),
        in_hand=int(before.tokens.sum()),
        to_commons=int(given[:, raises].sum()),
        completed=tuple(int(p) for p in np.flatnonzero(after.done == after.round)),
        lifted=int((before.believes > after.believes).sum()),
        commons_rose=bool(after.ind[board.gate] > after.ind_ref[board.gate]),
        trust=trust_percent(after),
    )


def _promises(state: State) -> list[PromiseRecord]:
    found = []
    for who, project in zip(*np.nonzero(state.promised.sum(axis=2)), strict=True):
        asked, given = state.promised[who, project], state.given[who, project]
        kept = int(np.minimum(asked, given).sum())
        found.append(
            PromiseRecord(int(who), int(project), int(asked.sum()), kept, _fact(state, who, project, kept))
        )
    return found


def _fact(state: State, who: int, project: int, kept: int) -> Kept:
    on, kind = state.cond_who[who, project], state.cond_kind[who, project]
    if on >= 0 and not _gave(state.given[on, project], int(kind)):
        return "void"
    if kept == int(state.promised[who, project].sum()):
        return "kept"
    return "part" if kept else "broken"


def _gave(tokens: Ints, kind: int) -> bool:
    return bool(tokens[kind] > 0) if kind >= 0 else bool(tokens.sum() > 0)
