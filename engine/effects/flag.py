"""A fact of the scenario becomes true or false."""

from collections.abc import Iterable
from typing import Any, Literal

from pydantic import Field

from engine.effects.base import Columns, EffectKind, EffectModel, Quarter, Words
from engine.fixed import Ints


class FlagEffect(EffectModel):
    """Makes a fact true (or false) that conditions may ask for; nobody sees it but by what it leads to."""

    effect: Literal["flag"] = Field(default="flag", description="Rend un fait vrai ou faux.")
    flag: str = Field(description="Le fait : un nom de la liste flags.")
    to: bool = Field(default=True, description="true ou false ; true si vous ne dites rien.")


def _rows(effect: FlagEffect, quarter: Quarter) -> Iterable[Columns]:
    """a = flag, x = 1 or 0."""
    return [(quarter.flag(effect.flag), 0, int(effect.to), 0)]


def put(board: Any, state: Any, row: Ints) -> None:
    """The fact is so from now on."""
    state.flags[row[1]] = row[3]


def put_at_reveal(board: Any, state: Any, record: Any, row: Ints) -> None:
    """The same, at a reveal."""
    put(board, state, row)


def _words(effect: FlagEffect, say: Words) -> str:
    return ""


KIND = EffectKind(
    number=5,
    model=FlagEffect,
    names={"flag": "flag"},
    words=_words,
    rows=_rows,
    in_situation=put,
    at_completion=put_at_reveal,
)
