"""Some have more or fewer tokens."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from engine.effects.base import Columns, EffectKind, EffectModel, Quarter, Words
from engine.fixed import Ints
from engine.language import tr
from engine.vocabulary import KINDS, Kind


class TokensEffect(EffectModel):
    """Gives or takes tokens of one kind this round: `who` is a character, a family, or "all"."""

    effect: Literal["tokens"] = Field(default="tokens", description="Donne ou retire des jetons, ce tour-ci.")
    who: str = Field(description="Un personnage de la distribution, une famille, ou all.")
    kind: Kind = Field(description="La sorte de jeton : time, means ou backing.")
    by: Annotated[int, Field(ge=-3, le=3)] = Field(description="De combien : un nombre entier, de -3 à 3.")


def _rows(effect: TokensEffect, quarter: Quarter) -> Iterable[Columns]:
    """a = character, b = kind of token, x = tokens."""
    kind = KINDS.index(effect.kind)
    return [(i, kind, effect.by, 0) for i in quarter.whom(effect.who)]


def give(board: Any, state: Any, row: Ints) -> None:
    """This round's tokens of one character; nobody has less than none."""
    state.tokens[row[1], row[2]] = max(0, state.tokens[row[1], row[2]] + row[3])


def _words(effect: TokensEffect, say: Words) -> str:
    some, who = say.tokens(effect.kind, abs(effect.by)), say.whom(effect.who)
    if effect.by > 0:
        return tr("{who} : {tokens} de plus", who=who, tokens=some)
    return tr("{who} : {tokens} de moins", who=who, tokens=some)


KIND = EffectKind(
    number=3,
    model=TokensEffect,
    names={"who": "group"},
    words=_words,
    rows=_rows,
    in_situation=give,
    next_round=give,
)
