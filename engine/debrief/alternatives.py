"""Et si…: the choices of a session that could have been different, one at a time.

A broken promise could have been kept; a kept one, broken; who kept everything could have given to the
common good. The other choices of that round and all dice stay as they were.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from engine.debrief.types import Alternative
from engine.fixed import Ints
from engine.language import tr
from engine.play.game import Game
from engine.play.phases.reveal import put_in_the_urn
from engine.rules.board import Board
from engine.rules.record import Record
from engine.rules.state import BROKEN, KEPT, NONE, PART, State, copy
from engine.telling.people import short

MOST: Final = 12
"""Alternatives offered: more would be a list to read, not a question to choose."""


class Branch(NamedTuple):
    """A moment before a reveal with the choices that were made and those of the alternative, [n, P, 3]."""

    board: Board
    state: State
    seed: int
    chosen: Ints
    instead: Ints


def alternatives(game: Game) -> tuple[Alternative, ...]:
    """What could have been different: words not kept first, then gifts, then words kept; no kind takes more
    places than leaves some to the others. Of each kind the latest rounds first, but the very last one, which
    nothing follows, comes at the end."""
    found: dict[str, list[Alternative]] = {kind: [] for kind in _PLACES}
    rounds = list(enumerate(game.records, 1))
    for number, record in (*reversed(rounds[:-1]), *rounds[-1:]):
        for i, who in enumerate(game.names.characters):
            kind = _kind(game, record, i)
            if kind:
                text = _question(kind, number, "" if who == game.one else short(game, who))
                found[kind].append(Alternative(f"{kind}:{number}:{who}", number, who, text))
    offered = {kind: several[: _PLACES[kind]] for kind, several in found.items()}
    for kind, several in found.items():
        room = MOST - sum(map(len, offered.values()))
        more = several[len(offered[kind]) :]
        offered[kind] += more[:room]
    return tuple(alternative for several in offered.values() for alternative in several)


_PLACES: Final = {"keep": 6, "give": 3, "break": 3}


def _kind(game: Game, record: Record, who: int) -> str:
    """What could have been different for one character in one round; "" where nothing tells much."""
    facts = set(record.fact[who].tolist())
    if facts & {BROKEN, PART}:
        return "keep"
    if KEPT in facts:
        return "break"
    return "give" if facts == {NONE} and game.board.tokens[who].sum() > 0 else ""


def _question(kind: str, number: int, name: str) -> str:
    """`name` is "" for who reads."""
    if not name:
        return {
            "keep": tr("Et si, au tour {n}, vous aviez tenu parole ?", n=number),
            "break": tr("Et si, au tour {n}, vous aviez tout gardé ?", n=number),
            "give": tr("Et si, au tour {n}, vous aviez donné au bien commun ?", n=number),
        }[kind]
    return {
        "keep": tr("Et si, au tour {n}, {name} avait tenu parole ?", n=number, name=name),
        "break": tr("Et si, au tour {n}, {name} avait tout gardé ?", n=number, name=name),
        "give": tr("Et si, au tour {n}, {name} avait donné au bien commun ?", n=number, name=name),
    }[kind]


def branch(history: Sequence[Game], alternative: str) -> Branch:
    """The moment that an alternative goes back to; LookupError where the session has no such moment.

    `history` holds the games on the way to the present, in order (`Session.way`): those gone back on never
    were.
    """
    kind, round_, who = alternative.split(":", 2)
    number = int(round_)
    revealed = [g for g in range(1, len(history)) if _reveals(history[g - 1], history[g], number)]
    if kind not in _PLACES or not revealed:
        raise LookupError(alternative)
    before, after = history[revealed[-1] - 1], history[revealed[-1]]
    i = after.names.character(who)
    chosen = after.state.given.copy()
    instead = chosen.copy()
    instead[i] = _instead(kind, after.board, before.state, i)
    state = copy(before.state)
    put_in_the_urn(before, state)
    return Branch(after.board, state, after.seed, chosen, instead)


def _reveals(before: Game, after: Game, number: int) -> bool:
    """Whether a command revealed this round's choices."""
    return (
        len(before.records) == number - 1 and len(after.records) == number and after.table.phase == "reveal"
    )


def _instead(kind: str, board: Board, state: State, who: int) -> Ints:
    """The tokens of the alternative, by project and kind."""
    if kind == "keep":
        kept: Ints = np.minimum(state.promised[who], _lack(state))
        return kept
    given: Ints = np.zeros_like(state.promised[who])
    if kind == "give":
        of_use = np.minimum(state.tokens[who], _lack(state))
        if len(state.reach):  # nothing is given where somebody is not
            of_use[state.reach[who] == 0] = 0
        able = [int(p) for p in np.flatnonzero(of_use.sum(axis=1))]
        if able:
            best = max(able, key=lambda p: (int(board.change[p, board.gate]), int(of_use[p].sum()), -p))
            given[best] = of_use[best]
    return given


def _lack(state: State) -> Ints:
    """What each project still needs, by kind; 0 for those that are not on the table."""
    lack: Ints = np.maximum(state.cost - state.placed, 0)
    lack[~np.isin(np.arange(lack.shape[0]), state.open)] = 0
    return lack
