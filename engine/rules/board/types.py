"""The shape of a board, and what its tables' columns mean."""

from typing import Final, Literal, NamedTuple

from engine.fixed import Ints

Seat = Literal["held", "simulated", "out"]

CARTE_BLANCHE: Final = "carte-blanche"
"""The id of the room's own project, always the last of the board's projects."""

# Conditions of endings, in postfix order. Columns: operation, argument, bound.
ROSE_BY: Final = 0  # argument = indicator, bound = points since the start
AT_LEAST: Final = 1  # argument = indicator
BELOW: Final = 2  # argument = indicator
MUTUAL_TRUST: Final = 3  # bound = percent
PROMISES_KEPT: Final = 4  # bound = percent
EVERY: Final = 5  # argument = how many of the results before it
ANY: Final = 6  # argument = how many of the results before it


class Board(NamedTuple):
    """The content of one game. n characters, M indicators, P projects (the last is the carte blanche),
    S situations, E endings."""

    n: int
    held: Ints  # [n] 1 where a person or a table plays, 0 where the model does
    stakes: Ints  # [n, M] whole points that sum to 10; 0 on the gate
    goal: Ints  # [n] fixed, in personal gain
    influence: Ints  # [n] 0 to 4
    family: Ints  # [n] index in model.FAMILIES
    tokens: Ints  # [n, 3] per round
    lam: Ints  # [n] fixed: susceptibility
    eps: Ints  # [n] fixed: tolerance
    s0: Ints  # [n] fixed: synergy at the start, and first anchor
    a0: Ints  # [n] fixed: antagonism
    trust0: Ints  # [n, n] fixed; ONE on the diagonal
    believes: Ints  # [n, n] 1 where i holds a presupposition about j
    start: Ints  # [M]
    decay: Ints  # [M] 0 or less
    gate: int  # index of the common good
    cost: Ints  # [P, 3]
    change: Ints  # [P, M]
    project_effects: Ints  # [R, 5] rows of kind, a, b, x, y (see engine.effects)
    project_rows: Ints  # [P + 1] project p has the rows project_rows[p] to project_rows[p + 1]
    situation_effects: Ints  # [R, 5]
    situation_rows: Ints  # [S + 1]
    lifts: Ints  # [L, 3] project, who believes, about whom
    conditions: Ints  # [C, 3] operation, argument, bound; postfix
    condition_rows: Ints  # [E + 1]; an ending without rows always holds
    ending_at_end: Ints  # [E] 1 = after the last round only, 0 = after any
    success: Ints  # [E]
    rounds: int
    slots: int  # projects open at once, the carte blanche not counted
    open_rounds: int
    kappa: int  # fixed: how far satisfaction moves a posture
    rho: int  # fixed: how fast the anchor learns
    beta: int  # fixed: weight of the common good

    @property
    def spare(self) -> int:
        """The index of the carte blanche."""
        return int(self.cost.shape[0]) - 1


class Names(NamedTuple):
    """Ids in the order of the board's indices."""

    characters: tuple[str, ...]
    indicators: tuple[str, ...]
    projects: tuple[str, ...]
    situations: tuple[str, ...]
    endings: tuple[str, ...]

    def character(self, id_: str) -> int:
        return self.characters.index(id_)

    def indicator(self, id_: str) -> int:
        return self.indicators.index(id_)

    def project(self, id_: str) -> int:
        return self.projects.index(id_)

    def situation(self, id_: str) -> int:
        return self.situations.index(id_)

    def ending(self, id_: str) -> int:
        return self.endings.index(id_)
