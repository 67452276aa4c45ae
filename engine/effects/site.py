"""Works go faster or slower than was said."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from engine.effects.base import Columns, EffectKind, EffectModel, Quarter, Words
from engine.fixed import Ints, clip
from engine.language import ntr


class SiteEffect(EffectModel):
    """Moves the works whose hoarding stands: one of them, or all; no phase too many is ever won."""

    effect: Literal["site"] = Field(
        default="site", description="Fait gagner ou perdre des tranches aux travaux en cours."
    )
    which: str = Field(description="Un chantier à tranches du scénario, ou all : tous ceux en cours.")
    by: Annotated[int, Field(ge=-2, le=2)] = Field(
        description="De combien de tranches, de -2 (à refaire) à 2 (gagnées) ; la dernière reste à faire."
    )


def _rows(effect: SiteEffect, quarter: Quarter) -> Iterable[Columns]:
    """a = project (-1: all), x = phases."""
    return [(project, 0, effect.by, 0) for project in quarter.built_in_phases(effect.which)]


def move(board: Any, state: Any, row: Ints) -> None:
    """So many phases are won, or to be done again, of works that are under way; what lies there stays."""
    for project in range(state.site.shape[0]):
        if state.site[project] > 0 and (row[1] < 0 or row[1] == project):
            was, now = state.phase[project], clip(state.phase[project] + row[3], 0, board.phases[project] - 1)
            state.phase[project] = now
            for kind in range(3):  # what else changed its cost this round still does
                more = phase_cost(board, project, now, kind) - phase_cost(board, project, int(was), kind)
                state.cost[project, kind] = max(state.cost[project, kind] + more, state.placed[project, kind])


def phase_cost(board: Any, project: int, phase: int, kind: int) -> int:
    """Tokens of a kind that works ask for once so many phases are paid."""
    if phase == 0:
        return int(board.cost[project, kind])
    return int(board.phase_costs[board.phase_rows[project] + phase - 1, kind])


def _words(effect: SiteEffect, say: Words) -> str:
    which, n = say.works(effect.which), abs(effect.by)
    if effect.by > 0:
        return ntr("{works} : {n} tranche gagnée", "{works} : {n} tranches gagnées", n, works=which)
    return ntr("{works} : {n} tranche à refaire", "{works} : {n} tranches à refaire", n, works=which)


KIND = EffectKind(
    number=8,
    model=SiteEffect,
    names={"which": "works"},
    words=_words,
    rows=_rows,
    in_situation=move,
    next_round=move,
)
