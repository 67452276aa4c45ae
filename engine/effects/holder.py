"""Whoever has the baton gains or loses by it."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from engine.effects.base import Columns, EffectKind, EffectModel, Quarter, Words
from engine.fixed import ONE, Ints
from engine.language import signed, tr


class HolderEffect(EffectModel):
    """Brings whoever has the baton so many points, or takes them: who has the key pays for the damage."""

    effect: Literal["holder"] = Field(
        default="holder",
        description="Rapporte ou coûte des points à qui a l’objet qui passe de main en main.",
    )
    by: Annotated[int, Field(ge=-6, le=6)] = Field(description="Combien de points, de -6 à 6.")


def _rows(effect: HolderEffect, quarter: Quarter) -> Iterable[Columns]:
    """x = points."""
    return [(0, 0, effect.by, 0)]


def pay(board: Any, state: Any, row: Ints) -> None:
    """Who has it now gains or loses, counted at this round's reveal."""
    if state.baton.shape[0] > 0:
        state.paid[state.baton[0]] += row[3] * ONE


def pay_at_reveal(board: Any, state: Any, record: Any, row: Ints) -> None:
    """The same, at a reveal."""
    pay(board, state, row)


def _words(effect: HolderEffect, say: Words) -> str:
    return tr("{who} : {by}", who=say.holder(), by=signed(effect.by))


KIND = EffectKind(
    number=6,
    model=HolderEffect,
    names={},
    words=_words,
    rows=_rows,
    in_situation=pay,
    at_completion=pay_at_reveal,
)
