"""What open projects cost changes."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from engine.effects.base import Columns, EffectKind, EffectModel, Quarter, Words
from engine.fixed import Ints
from engine.language import tr
from engine.vocabulary import KINDS, Kind


class CostEffect(EffectModel):
    """Changes what each open project costs this round, in one kind of token (never under what is placed)."""

    effect: Literal["cost"] = Field(
        default="cost", description="Change ce que coûte chaque chantier ouvert, ce tour-ci."
    )
    kind: Kind = Field(description="La sorte de jeton : time, means ou backing.")
    by: Annotated[int, Field(ge=-3, le=3)] = Field(description="De combien : un nombre entier, de -3 à 3.")


def _rows(effect: CostEffect, quarter: Quarter) -> Iterable[Columns]:
    """a = kind of token, x = tokens."""
    return [(KINDS.index(effect.kind), 0, effect.by, 0)]


def change(board: Any, state: Any, row: Ints) -> None:
    """Every open project that needs this kind of token needs more or less of it this round; going to listen
    or to help is no work, and always takes as many."""
    for place in range(state.open.shape[0]):
        project = state.open[place]
        if project >= 0 and not _is_visit(board, project):
            change_one(state, project, row[1], row[3])


def _is_visit(board: Any, project: int) -> bool:
    found = False
    for place in range(board.listening.shape[0]):
        if board.listening[place] == project:
            found = True
    for group in range(board.helping.shape[0]):
        if board.helping[group] == project:
            found = True
    return found


def change_one(state: Any, project: int, kind: int, by: int) -> None:
    """A project that needs a kind of token needs more or less of it, never less than is placed, and never
    so little that it would be complete without anybody's doing."""
    before = state.cost[project, kind]
    if before == 0:
        return
    state.cost[project, kind] = max(before + by, state.placed[project, kind])
    for other in range(3):
        if state.cost[project, other] > state.placed[project, other]:
            return
    state.cost[project, kind] = before


def _words(effect: CostEffect, say: Words) -> str:
    some = say.tokens(effect.kind, abs(effect.by))
    if effect.by > 0:
        return tr("Ce tour, chaque chantier ouvert demande {tokens} de plus", tokens=some)
    return tr(
        "Ce tour, chaque chantier ouvert demande {tokens} de moins (sauf si cela le termine)", tokens=some
    )


KIND = EffectKind(
    number=2,
    model=CostEffect,
    names={},
    words=_words,
    rows=_rows,
    in_situation=change,
    next_round=change,
)
