"""What a corner said is recognised where it was read, or is so no more."""

from collections.abc import Iterable
from typing import Any, Literal

from pydantic import Field

from engine.effects.base import ALL, Columns, EffectKind, EffectModel, Quarter, Words
from engine.fixed import Ints
from engine.language import tr


class SealEffect(EffectModel):
    """Sets or breaks seals: of one corner or all, where it was read in one corner or in all the others."""

    effect: Literal["seal"] = Field(
        default="seal", description="Reconnaît ce qu’un coin a dit, ou fait qu’il ne le reconnaît plus."
    )
    of: str = Field(description="Le coin qui a parlé, ou all : tous.")
    at: str = Field(default=ALL, description="Le coin où il a été lu ; tous, si vous ne dites rien.")
    by: Literal[1, -1] = Field(
        default=-1, description="1 : reconnu ; -1 (sans rien dire) : il ne l’est plus."
    )


def _rows(effect: SealEffect, quarter: Quarter) -> Iterable[Columns]:
    """a = of, b = at, x = 1 or -1."""
    pairs = ((one, other) for one in quarter.where(effect.of) for other in quarter.where(effect.at))
    return [(one, other, effect.by, 0) for one, other in pairs if one != other]


def press(board: Any, state: Any, row: Ints) -> None:
    """A seal stands from this round on, or no more."""
    state.sealed[row[1], row[2]] = max(1, state.clock[0]) if row[3] > 0 else 0


def press_at_reveal(board: Any, state: Any, record: Any, row: Ints) -> None:
    """The same, when a project is complete."""
    press(board, state, row)


def _words(effect: SealEffect, say: Words) -> str:
    of, at = say.corner(effect.of), say.corner(effect.at)
    if effect.at == ALL:
        return (
            tr("{corner} : bande reconnue partout", corner=of)
            if effect.by > 0
            else tr("{corner} : tout est à relire", corner=of)
        )
    if effect.by > 0:
        return tr("{corner} : bande reconnue ({at})", corner=of, at=at)
    return tr("{corner} : à relire ({at})", corner=of, at=at)


KIND = EffectKind(
    number=9,
    model=SealEffect,
    names={"of": "corner", "at": "corner"},
    words=_words,
    rows=_rows,
    in_situation=press,
    at_completion=press_at_reveal,
)
