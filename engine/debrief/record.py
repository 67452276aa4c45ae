"""What the measures need of each round played, read off the session's own record of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from engine import numbers
from engine.fixed import ONE
from engine.play.game import Game
from engine.play.table import RoundRecord
from engine.rules.board import Board
from engine.rules.groups import ASKED
from engine.rules.places import is_built
from engine.rules.record import Record
from engine.rules.state import BROKEN, GIFT, KEPT, PART, VOID

Kept = Literal["kept", "part", "broken", "void"]
Trust = NDArray[np.float64]
"""Each one's working trust in each other, 0 to 100, [n, n]: a standing presupposition halves it."""

_WORDS: Final[dict[int, Kept]] = {KEPT: "kept", PART: "part", BROKEN: "broken", VOID: "void"}


@dataclass(frozen=True, slots=True)
class PromiseKept:
    """One promise and what became of it; `who` and `project` are indices of the board."""

    who: int
    project: int
    fact: Kept


@dataclass(frozen=True, slots=True)
class Played:
    """One round after its reveal. `gifts` are tokens that each gave beyond what it had promised; `completed`
    are projects that were built: neither going to listen or to help, nor a need that asks for nothing.
    `to_commons` are tokens given to what raises the common good, through groups too."""

    number: int
    promises: tuple[PromiseKept, ...]
    gifts: tuple[int, ...]
    in_hand: int
    to_commons: int
    completed: tuple[int, ...]
    lifted: int
    trust: Trust


def mutual(trust: Trust) -> int:
    """Mean trust between different people, as a whole percentage."""
    others = ~np.eye(trust.shape[0], dtype=bool)
    return round(float(trust[others].mean()))


def start(board: Board) -> Trust:
    """Trust before the first round."""
    return _percent(board.trust0, board.believes)


def rounds(game: Game) -> tuple[Played, ...]:
    """Every round whose reveal has taken place, in order."""
    standing = game.board.believes.copy()
    played = []
    for round_, record in zip(game.table.rounds, game.records, strict=False):
        standing = np.where(record.lifted > 0, 0, standing)
        played.append(_played(game, round_, record, _percent(np.array(round_.trust), standing)))
    return tuple(played)


def _percent(trust: NDArray[Any], believes: NDArray[Any]) -> Trust:
    whole: Trust = 100.0 * trust / ONE * np.where(believes > 0, 1 / numbers.PRESUPPOSED, 1.0)
    return whole


def _played(game: Game, round_: RoundRecord, record: Record, trust: Trust) -> Played:
    given = _given(game, round_)
    raises = game.board.change[:, game.board.gate] + game.board.stated > 0
    raises[game.board.helping] = record.helped == ASKED
    if len(game.board.phases):  # what softens works raises it for as long as they last
        eases = game.board.nuisance[:, game.board.gate] > 0
        raises |= eases & game.board.softens.any(axis=1)
    return Played(
        number=round_.number,
        promises=tuple(_promises(record.fact)),
        gifts=tuple(int(g) for g in _beyond(game, round_, record, given).sum(axis=1)),
        in_hand=sum(sum(tokens) for tokens in round_.tokens),
        to_commons=int(given[:, raises].sum()),
        completed=tuple(int(p) for p in np.flatnonzero(record.completed) if is_built(game.board, int(p))),
        lifted=int(record.lifted.sum()),
        trust=trust,
    )


def _beyond(game: Game, round_: RoundRecord, record: Record, given: NDArray[np.int64]) -> NDArray[np.int64]:
    """Tokens given where nothing was promised, or more of them than were, [n, P]."""
    promised = np.zeros_like(given)
    for promise in round_.promises:
        at = game.names.character(promise.who), game.names.project(promise.project)
        promised[at] += sum(promise.tokens)
    beyond: NDArray[np.int64] = np.where(record.fact == GIFT, given, np.maximum(given - promised, 0))
    return beyond


def _given(game: Game, round_: RoundRecord) -> NDArray[np.int64]:
    """Tokens given, all kinds together, [n, P]."""
    given = np.zeros((game.board.n, len(game.names.projects)), dtype=np.int64)
    for who, gifts in round_.given.items():
        for project, tokens in gifts.items():
            given[game.names.character(who), game.names.project(project)] = sum(tokens)
    return given


def _promises(facts: NDArray[np.int64]) -> Sequence[PromiseKept]:
    return [
        PromiseKept(int(who), int(project), _WORDS[int(facts[who, project])])
        for who, project in zip(*np.nonzero(facts), strict=True)
        if int(facts[who, project]) in _WORDS
    ]
