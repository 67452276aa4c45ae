"""Postures move."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from engine.effects.base import Columns, EffectKind, EffectModel, Quarter, Words
from engine.fixed import Ints, from_float
from engine.language import tr

_PLAIN = 0.25
"""A move under this, of the four levels of the map, is "a little"."""


class PostureEffect(EffectModel):
    """Moves a posture: `who` is a character of the cast, a family, or "all"."""

    effect: Literal["posture"] = Field(default="posture", description="Bouge une posture.")
    who: str = Field(description="Un personnage de la distribution, une famille, ou all.")
    synergy: Annotated[float, Field(ge=-1, le=1)] = Field(
        default=0, description="De combien change l’énergie pour, de -1 à 1."
    )
    antagonism: Annotated[float, Field(ge=-1, le=1)] = Field(
        default=0, description="De combien change l’énergie contre, de -1 à 1."
    )


def _rows(effect: PostureEffect, quarter: Quarter) -> Iterable[Columns]:
    """a = character, x = synergy, y = antagonism (fixed)."""
    by = from_float(effect.synergy), from_float(effect.antagonism)
    return [(i, 0, *by) for i in quarter.whom(effect.who)]


def wait(board: Any, state: Any, row: Ints) -> None:
    """A situation's waits for the reveal, so that the map moves once a round and says why."""
    state.s_cards[row[1]] += row[3]
    state.a_cards[row[1]] += row[4]


def move(board: Any, state: Any, record: Any, row: Ints) -> None:
    """A project's is one of the terms of this reveal."""
    record.s_cards[row[1]] += row[3]
    record.a_cards[row[1]] += row[4]


def _for(by: float) -> str:
    if abs(by) < _PLAIN:
        return tr("un peu plus pour") if by > 0 else tr("un peu moins pour")
    return tr("plus pour") if by > 0 else tr("moins pour")


def _against(by: float) -> str:
    if abs(by) < _PLAIN:
        return tr("un peu plus contre") if by > 0 else tr("un peu moins contre")
    return tr("plus contre") if by > 0 else tr("moins contre")


def _words(effect: PostureEffect, say: Words) -> str:
    """In the words of the map's moves, without figures: a tenth of a point means nothing to a room."""
    moves = []
    if effect.synergy:
        moves.append(_for(effect.synergy))
    if effect.antagonism:
        moves.append(_against(effect.antagonism))
    return tr("{who} : {what}", who=say.whom(effect.who), what=say.listed(moves))


KIND = EffectKind(
    number=1,
    model=PostureEffect,
    names={"who": "group"},
    words=_words,
    rows=_rows,
    in_situation=wait,
    at_completion=move,
    moves_posture=True,
)
