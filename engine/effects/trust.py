"""Trust of some in others moves."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from engine import numbers
from engine.effects.base import ALL, Columns, EffectKind, EffectModel, Quarter, Words
from engine.fixed import ONE, Ints, clip, from_float
from engine.language import signed, tr


class TrustEffect(EffectModel):
    """Moves the trust of some (`of`: a character, a family, or "all") in others (`in`, the same)."""

    effect: Literal["trust"] = Field(
        default="trust", description="Bouge la confiance de certains envers d’autres."
    )
    of: str = Field(description="Qui fait confiance : un personnage, une famille, ou all.")
    toward: Annotated[str, Field(alias="in")] = Field(
        description="À qui : un personnage, une famille, ou all."
    )
    by: Annotated[float, Field(ge=-0.5, le=0.5)] = Field(description="De combien, de -0,5 à 0,5.")


def _rows(effect: TrustEffect, quarter: Quarter) -> Iterable[Columns]:
    """a = who trusts, b = whom, x = change (fixed)."""
    by, others = from_float(effect.by), quarter.whom(effect.toward)
    return [(i, j, by, 0) for i in quarter.whom(effect.of) for j in others if i != j]


def move(board: Any, state: Any, row: Ints) -> None:
    """Trust of one in another, within its bounds."""
    state.trust[row[1], row[2]] = clip(state.trust[row[1], row[2]] + row[3], numbers.LEAST_TRUST, ONE)


def move_and_say(board: Any, state: Any, record: Any, row: Ints) -> None:
    """The same, with what it really moved in the record."""
    before = state.trust[row[1], row[2]]
    move(board, state, row)
    record.trust_cards[row[1], row[2]] += state.trust[row[1], row[2]] - before


def _words(effect: TrustEffect, say: Words) -> str:
    by = signed(100 * effect.by)
    if effect.of == effect.toward == ALL:
        return tr("Confiance entre tous : {by}", by=by)
    return tr(
        "{who} → {other} : confiance {by}", who=say.whom(effect.of), other=say.whom(effect.toward), by=by
    )


KIND = EffectKind(
    number=4,
    model=TrustEffect,
    names={"of": "group", "toward": "group"},
    words=_words,
    rows=_rows,
    in_situation=move,
    at_completion=move_and_say,
)
