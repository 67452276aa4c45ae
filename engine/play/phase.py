"""One phase of the evening, whole: its steps, what may be done in it, what coming to it does, its words.

A phase is one object in `engine/play/phases/<kind>.py`, above its line in `engine/outline.py`. Functions that
give words give them in the language in use.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from engine.play.events import Event
from engine.play.game import Game
from engine.play.legal import Code
from engine.play.rule import Done, changed


def _no_steps(_game: Game) -> tuple[str, ...]:
    return ()


def _never(_game: Game) -> bool:
    return False


def _nothing_missing(_game: Game) -> None:
    return None


def _as_it_is(game: Game) -> Done:
    return game, ()


def _by_what_comes(_game: Game) -> str:
    return ""


def to_step(game: Game, step: str) -> Done:
    """The game in another step of its phase."""
    event = Event("phase", f"{game.table.phase}:{step}", number=len(game.table.rounds))
    return changed(game, step=step), (event,)


@dataclass(frozen=True, eq=False)
class Phase:
    """What the evening does in one phase."""

    kind: str
    """The same as in its outline."""
    title: Callable[[str], str]
    """The name of the phase (""), or of having come to one of its steps."""
    opens: Callable[[Game], str]
    """What going on to it is called, on the button of the phase before."""
    commands: frozenset[str] = frozenset()
    """Kinds of command that people may give in it, where their rules agree; some may be given ever, or in
    every phase of a round (see `engine.play.rule`)."""
    steps: Callable[[Game], tuple[str, ...]] = _no_steps
    """Its steps in order; it begins at the first."""
    skips: Callable[[Game], bool] = _never
    """Whether there is nothing to do in it: it is passed over."""
    enter: Callable[[Game], Done] = _as_it_is
    """What coming to it does; the clock runs already."""
    leaves: Callable[[Game], Done] = _as_it_is
    """What going on past its last step does first."""
    turn: Callable[[Game, str], Done] = to_step
    """What going on to one of its later steps does."""
    stays: Callable[[Game], Code | None] = _nothing_missing
    """Why it cannot be left yet, or None."""
    way_on: Callable[[Game], str] = _by_what_comes
    """What going on from its present step is called; "" where what comes next says it."""
    questions: Callable[[Game], tuple[str, ...]] = _no_steps
    """The questions that the room may answer now: "<word>:<number>" or "<word>:<number>:<number>"."""
    shows: Callable[[Any], Any] | None = None
    """What its screen shows beyond what every screen may: out of what an audience may know of the game
    (`engine.view.veil.Seen`), frozen. It stands in a view's `own`."""
    told: Callable[[Any], Iterable[str]] | None = None
    """Its lines in the transcript, out of what the room sees."""
