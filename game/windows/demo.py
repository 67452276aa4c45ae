"""A session that plays itself in a window, at a pace at which people can read."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from engine import demo
from engine.content.model import Duration, Scenario
from engine.language import tr
from engine.play.commands import Command
from engine.session.file import JournalError
from game.front.intents import GoOn
from game.front.news import Followed, Locked, Touched
from game.front.phases import FRONTS
from game.front.problem import Problem
from game.screens.round import moments
from game.windows.sessions import Live

if TYPE_CHECKING:
    from game.windows.director import Director

LEAST = 3.0
"""Seconds that a page of the Bilan stays at any speed."""
MOMENT = 6.0
"""Seconds that a great moment stands."""
DOING = {"promise": 1.5, "ask": 2.5, "vote": 0.06, "tick": 0.04, "own-placing": 1.5}
"""Seconds after other commands."""


class Show:
    """Plays one command after another; `hurry` goes on at once. At the Bilan it turns the pages until
    somebody takes over.
    """

    def __init__(
        self,
        director: "Director",
        scenario: Scenario,
        seed: int,
        duration: Duration,
        speed: float,
        save: Path | None,
    ) -> None:
        try:
            session = demo.session(scenario, seed, duration, save)
        except JournalError as error:
            raise Problem(error.sentence) from error
        self.director = director
        self.speed = speed
        self.over = False
        self._moves: Iterator[Command] = demo.moves(session)
        self._next: float | None = None
        self._live = Live(session)
        director.open(self._live)
        director.carry(Locked(tr("La démonstration se joue seule ; Espace va plus vite.")))
        director.hurry = self.hurry

    def hurry(self) -> None:
        """Do not wait for what remains of the present screen."""
        self._next = 0.0

    def turn(self) -> None:
        """Go on when it is time."""
        if self.director.session is not self._live:
            return  # somebody went home
        now = time.monotonic()
        if self._next is None:
            self._next = now + self._pause(None)
        if now < self._next or self._tells(now):
            return
        if self.over:
            if not self.director.front.touched:
                self.director.carry(GoOn())
            self._next = now + max(FRONTS["bilan"].reading / self.speed, LEAST)
            return
        command = next(self._moves, None)
        if command is None:
            self.over = True
            self.director.carry(Touched(False))
            self.director.carry(Locked(""))
            self._next = now + max(FRONTS["bilan"].reading / self.speed, LEAST)
            return
        self.director.changed()
        self.director.carry(Followed(command))
        self._next = now + self._pause(command)

    def _tells(self, now: float) -> bool:
        """One great moment further, where one comes or stands: the screen beneath is read after it."""
        view = self.director.view("room")
        if self.over or view is None or not moments.ahead(view, self.director.ui):
            return False
        self.director.carry(GoOn())
        stands = moments.standing(view, self.director.ui) is not None
        self._next = now + (MOMENT if stands else FRONTS[view.phase.kind].reading) / self.speed
        return True

    def _pause(self, command: Command | None) -> float:
        if command is not None and command.kind in DOING:
            return DOING[command.kind] / self.speed
        view = self.director.view("room")
        return FRONTS[view.phase.kind if view else "welcome"].reading / self.speed
