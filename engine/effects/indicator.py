"""An indicator of the neighbourhood moves."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from engine import numbers
from engine.effects.base import Columns, EffectKind, EffectModel, Quarter, Words
from engine.fixed import Ints, clip
from engine.language import signed


class IndicatorEffect(EffectModel):
    """Moves an indicator of the neighbourhood by whole points."""

    effect: Literal["indicator"] = Field(default="indicator", description="Bouge une jauge.")
    indicator: str = Field(description="La jauge.")
    by: Annotated[int, Field(ge=-numbers.MOST_POINTS, le=numbers.MOST_POINTS)] = Field(
        description="De combien : un nombre entier, de -12 à 12."
    )


def _rows(effect: IndicatorEffect, quarter: Quarter) -> Iterable[Columns]:
    """a = indicator, x = points."""
    return [(quarter.indicator(effect.indicator), 0, effect.by, 0)]


def _changes(effect: IndicatorEffect) -> Mapping[str, int]:
    return {effect.indicator: effect.by}


def move(board: Any, state: Any, row: Ints) -> None:
    """The indicator moves at once, within its bounds."""
    state.ind[row[1]] = clip(state.ind[row[1]] + row[3], numbers.LOWEST_INDICATOR, numbers.HIGHEST_INDICATOR)


def _words(effect: IndicatorEffect, say: Words) -> str:
    return f"{say.indicator(effect.indicator)} {signed(effect.by)}"


KIND = EffectKind(
    number=0,
    model=IndicatorEffect,
    names={"indicator": "indicator"},
    words=_words,
    rows=_rows,
    changes=_changes,
    in_situation=move,
)
