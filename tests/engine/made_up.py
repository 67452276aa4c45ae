"""A kind of effect that the game does not have, registered from outside its packages: an amnesty.

Presuppositions about some people fall; a project that has it also brings each of its builders a point of
gain, and leaves everybody a token more at the next round.
"""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from engine import effects
from engine.effects import EffectKind, EffectModel, Quarter, Words
from engine.effects.base import Columns
from engine.fixed import ONE, Ints


class AmnestyEffect(EffectModel):
    """What is believed of `about` is forgotten; `gift` points for the builders, and as many tokens."""

    effect: Literal["amnesty"] = "amnesty"
    about: str
    gift: Annotated[int, Field(ge=0, le=2)] = 1


def _rows(effect: AmnestyEffect, quarter: Quarter) -> Iterable[Columns]:
    return [(i, 0, effect.gift, 0) for i in quarter.whom(effect.about)]


def _forget(board: Any, state: Any, row: Ints) -> None:
    for who in range(board.n):
        _forget_one(state, who, row[1])


def _forget_one(state: Any, who: int, other: int) -> None:
    state.believes[who, other] = 0


def _reward(board: Any, state: Any, record: Any, row: Ints) -> None:
    _forget(board, state, row)
    for project in range(board.cost.shape[0]):
        if record.builders[row[1], project] > 0:
            state.total[row[1]] += row[3] * ONE


def _one_more(board: Any, state: Any, row: Ints) -> None:
    state.tokens[row[1], 0] += row[3]


def _words(effect: AmnestyEffect, say: Words) -> str:
    return f"On oublie ce qui se dit : {say.whom(effect.about)}"


KIND = EffectKind(
    number=90,
    model=AmnestyEffect,
    names={"about": "group"},
    words=_words,
    rows=_rows,
    in_situation=_forget,
    at_completion=_reward,
    next_round=_one_more,
)
if "amnesty" not in effects.EFFECTS:
    effects.register(KIND)
