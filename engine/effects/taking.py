"""What a row of an effect table does, whichever kind it is of: one function for each moment, made of what the
kinds do then. Rules call them through this module, so that a kind registered later is among them.

They are chains of plain functions, each looking at one number, which compiled rules follow as they do any
other function.
"""

from collections.abc import Iterable
from functools import cache
from types import FunctionType
from typing import Any

from engine.effects.base import AtOpening, AtReveal, EffectKind
from engine.fixed import Ints


def nothing_at_opening(board: Any, state: Any, row: Ints) -> None:
    """The end of a chain."""


def nothing_at_reveal(board: Any, state: Any, record: Any, row: Ints) -> None:
    """The end of a chain."""


in_situation: AtOpening = nothing_at_opening
next_round: AtOpening = nothing_at_opening
at_completion: AtReveal = nothing_at_reveal


@cache  # the same kinds give the same functions: those already compiled stay known to the compiler
def _or_opening(number: int, first: AtOpening, rest: AtOpening) -> AtOpening:
    def take(board: Any, state: Any, row: Ints) -> None:
        if row[0] == number:
            first(board, state, row)
        else:
            rest(board, state, row)

    return take


@cache
def _or_reveal(number: int, first: AtReveal, rest: AtReveal) -> AtReveal:
    def take(board: Any, state: Any, record: Any, row: Ints) -> None:
        if row[0] == number:
            first(board, state, record, row)
        else:
            rest(board, state, record, row)

    return take


def rebuild(kinds: Iterable[EffectKind[Any]]) -> None:
    """Make the three functions of these kinds."""
    global in_situation, next_round, at_completion
    in_situation, next_round, at_completion = nothing_at_opening, nothing_at_opening, nothing_at_reveal
    for kind in sorted(kinds, key=lambda kind: -kind.number):
        if kind.in_situation is not None:
            in_situation = _or_opening(kind.number, kind.in_situation, in_situation)
        if kind.next_round is not None:
            next_round = _or_opening(kind.number, kind.next_round, next_round)
        if kind.at_completion is not None:
            at_completion = _or_reveal(kind.number, kind.at_completion, at_completion)


def functions() -> list[FunctionType]:
    """Every function that the three may call: what a compiler has to know."""
    found: list[FunctionType] = []
    ahead: list[Any] = [in_situation, next_round, at_completion]
    while ahead:
        one = ahead.pop()
        if isinstance(one, FunctionType) and one not in found:
            found.append(one)
            ahead += [one.__globals__.get(name) for name in one.__code__.co_names]
            ahead += [cell.cell_contents for cell in one.__closure__ or ()]
    return found
