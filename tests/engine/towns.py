"""A town that votes, its rules moved by hand."""

import numpy as np

from engine.content.model import COUNTED_BY
from engine.fixed import Ints
from engine.rules import state as states
from engine.rules.board import Board, build, names
from engine.rules.opening import begin_round
from engine.rules.record import Record
from engine.rules.revealing import reveal
from engine.rules.state import State
from engine.rules.takings import set_takes
from tests.engine import urn

NAMES = names(urn.scenario())
ANA, BO, CY, DI = (NAMES.character(who) for who in ("ana", "bo", "cy", "di"))
GARDEN, CLINIC, MARKET, DESK, BIKES, FEAST, PARENTS, NIGHT = (
    NAMES.project(p)
    for p in (
        "garden", "clinic", "market", "desk", "bikes", "feast", "fetching-parents", "fetching-night",
    )
)  # fmt: skip
COMMON, WORK, HEALTH = (NAMES.indicator(key) for key in ("common", "work", "health"))


class Town:
    """The rules by hand: a round, after a situation that does nothing; votes counted one way."""

    def __init__(
        self, method: str = "approval", duration: str = "45", begun: bool = False, **fields: object
    ) -> None:
        self.board: Board = build((urn.begun if begun else urn.scenario)(**fields), duration)
        self.state: State = states.initial(self.board, 7)
        self.state.method[0] = COUNTED_BY.index(method)
        self.begin()

    def begin(self) -> None:
        """A round begins, and its situation did nothing."""
        begin_round(self.board, self.state, states.dice(self.board, 7).block(0, self.state.round + 1))
        self.state.ind[:] = self.state.ind_before
        self.state.ind_ref[:] = self.state.ind
        self.state.voices[:] = self.board.publics
        set_takes(self.board, self.state)

    def eligible(self, *ideas: int) -> None:
        """These were completed in an earlier round."""
        for idea in ideas:
            self.state.done[idea] = 1
            self.state.open[self.state.open == idea] = -1
        set_takes(self.board, self.state)

    def last(self) -> None:
        """The last round begins."""
        while self.state.round < self.board.rounds:
            self.reveal()
            self.begin()

    def mark(self, who: int, **grades: int) -> None:
        """A ballot; what it leaves out is fair."""
        self.state.paper[who, self.board.price > 0] = 3
        for idea, grade in grades.items():
            self.state.paper[who, NAMES.project(idea)] = 1 + grade

    def reveal(self, *builds: int, by: int = BO) -> Record:
        """What comes of all that these projects ask for."""
        given: Ints = np.zeros_like(self.state.given)
        for project in builds:
            given[by, project] = self.state.cost[project] - self.state.placed[project]
        return reveal(self.board, self.state, given)

    def voted(self, *eligible: int, method: str = "approval") -> list[str]:
        """What publics alone fund of these, in order."""
        self.state.method[0] = COUNTED_BY.index(method)
        self.eligible(*eligible)
        self.last()
        funded = self.reveal().funded
        return [NAMES.projects[p] for p in sorted(np.flatnonzero(funded), key=lambda p: funded[p])]
