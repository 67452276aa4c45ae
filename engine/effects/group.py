"""Groups live more or less, and do more or less without help."""

from collections.abc import Iterable
from typing import Annotated, Any, Final, Literal

from pydantic import Field

from engine import numbers
from engine.effects.base import Columns, EffectKind, EffectModel, Quarter, Words
from engine.fixed import Ints, clip
from engine.language import signed, tr

NUMBER: Final = 7
"""Its number: at a completion rules take its rows themselves, before the common good is counted."""
_Move = Annotated[int, Field(ge=-numbers.MOST_LEVEL, le=numbers.MOST_LEVEL)]


class GroupEffect(EffectModel):
    """Moves the life and the autonomy of one group, of those that are awake, or of all."""

    effect: Literal["group"] = Field(
        default="group", description="Bouge la vie d’un groupe, et ce qu’il fait sans aide."
    )
    group: str = Field(description="Un groupe du scénario, awake (ceux qui sont éveillés), ou all.")
    life: _Move = Field(default=0, description="De combien change sa vie, de -4 à 4.")
    autonomy: _Move = Field(default=0, description="De combien change son autonomie, de -4 à 4.")


def _rows(effect: GroupEffect, quarter: Quarter) -> Iterable[Columns]:
    """a = group (-1: those awake), x = life, y = autonomy; nothing of a group that is not there."""
    return [(group, 0, effect.life, effect.autonomy) for group in quarter.which(effect.group)]


def touch(life: Ints, autonomy: Ints, row: Ints, least: int) -> None:
    """What a row does to groups of so much life and autonomy; `least` is the life that one that is awake
    keeps at least."""
    for group in range(life.shape[0]):
        if row[1] == group or (row[1] < 0 and life[group] > 0):
            life[group] = clip(life[group] + row[3], min(least, life[group]), numbers.MOST_LEVEL)
            autonomy[group] = clip(autonomy[group] + row[4], 0, numbers.MOST_LEVEL)


def autonomy_in(life: Ints, autonomy: Ints) -> int:
    """The autonomy of those that are awake, together."""
    sum_ = 0
    for group in range(life.shape[0]):
        if life[group] > 0:
            sum_ += autonomy[group]
    return int(sum_)


def touch_now(board: Any, state: Any, row: Ints) -> None:
    """In a round that is open: the common good follows at once. It puts nobody to sleep: that is for the
    reveal."""
    before = autonomy_in(state.life, state.autonomy)
    touch(state.life, state.autonomy, row, 1)
    moved = (autonomy_in(state.life, state.autonomy) - before) * board.group_points
    state.ind[board.gate] = clip(
        state.ind[board.gate] + moved, numbers.LOWEST_INDICATOR, numbers.HIGHEST_INDICATOR
    )


def _words(effect: GroupEffect, say: Words) -> str:
    moves = []
    if effect.life:
        moves.append(tr("vie {by}", by=signed(effect.life)))
    if effect.autonomy:
        moves.append(tr("autonomie {by}", by=signed(effect.autonomy)))
    return tr("{who} : {what}", who=say.group(effect.group), what=say.listed(moves))


KIND = EffectKind(
    number=NUMBER,
    model=GroupEffect,
    names={"group": "gathering"},
    words=_words,
    rows=_rows,
    in_situation=touch_now,
)
