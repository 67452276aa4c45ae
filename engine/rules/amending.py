"""Which simulated character amends the room's own project: whoever gains most by it, found by trying.

Only sessions ask, once each; batches of games do not.
"""

from collections.abc import Iterable, Sequence

from engine.own_project import Move, moved, moves
from engine.rules.board import Board, with_project
from engine.rules.state import State
from engine.rules.values import cares


def amendment(
    board: Board, state: State, cost: Sequence[int], changes: Sequence[int], who: Iterable[int]
) -> tuple[int, Move] | None:
    """Of the characters `who`, the one that sees most gained by a move of a project of this cost (tokens by
    kind) and these changes (points by indicator), and that move; None where nobody would gain anything. They
    judge it as any project. Of equals the first, by the smaller move."""
    purse, asked = state.tokens.sum(axis=0).tolist(), list(who)

    def seen(cost: Sequence[int], changes: Sequence[int]) -> list[int]:
        as_written = with_project(board, cost, changes)
        return [cares(as_written, state, i, board.spare) for i in asked]

    now, best, found = seen(cost, changes), 0, None
    for move in moves(cost, changes, int(board.gate), purse):
        for i, then, before in zip(asked, seen(*moved(cost, changes, move)), now, strict=True):
            if then - before > best:
                best, found = then - before, (i, move)
    return found
