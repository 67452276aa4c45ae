"""More people come to vote, or fewer."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from engine.effects.base import Columns, EffectKind, EffectModel, Quarter, Words
from engine.fixed import Ints
from engine.language import signed, tr


class VoicesEffect(EffectModel):
    """Changes how many of a public vote."""

    effect: Literal["voices"] = Field(default="voices", description="Change combien d’un public votent.")
    public: str = Field(description="Le public, ou all : tous.")
    by: Annotated[int, Field(ge=-30, le=30)] = Field(
        description="Combien de voix en plus, ou en moins, de -30 à 30."
    )


def _rows(effect: VoicesEffect, quarter: Quarter) -> Iterable[Columns]:
    """a = public, x = how many."""
    return [(public, 0, effect.by, 0) for public in quarter.voting(effect.public)]


def come(board: Any, state: Any, row: Ints) -> None:
    """So many more vote from now on; never fewer than nobody."""
    state.voices[row[1]] = max(0, state.voices[row[1]] + row[3])


def come_at_reveal(board: Any, state: Any, record: Any, row: Ints) -> None:
    """The same, when a project is complete."""
    come(board, state, row)


def _words(effect: VoicesEffect, say: Words) -> str:
    return tr("{public} : {by} voix", public=say.public(effect.public), by=signed(effect.by))


KIND = EffectKind(
    number=10,
    model=VoicesEffect,
    names={"public": "public"},
    words=_words,
    rows=_rows,
    in_situation=come,
    at_completion=come_at_reveal,
)
