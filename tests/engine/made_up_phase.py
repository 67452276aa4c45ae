"""A phase that the game does not have, registered from outside its packages: a circle in which, before what
was revealed is debated, everybody says whether they were heard. One vote, then what it gave is read out.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from engine.outline import Outline
from engine.play.game import Game
from engine.play.phase import Phase
from engine.view.votes import counts


class Circle(NamedTuple):
    """What the circle's screen shows: how many answered, and once it is over how many were heard."""

    received: int
    heard: int | None


def _questions(game: Game) -> tuple[str, ...]:
    return (f"heard:{game.playing.number}",) if game.table.step == "ask" else ()


def _shows(seen: Any) -> Circle:
    found = counts(seen, f"heard:{seen.game.playing.number}")
    return Circle(found.received, found.yes)


def _told(view: Any) -> Iterator[str]:
    yield f"Tour de parole : {view.own.received} réponses."


OUTLINE = Outline("circle", "round", {"45": 2, "90": 3, "150": 4}, usual=False, follows=("situation",))
PHASE = Phase(
    "circle",
    title=lambda step: "Tour de parole : ce qu’on a entendu" if step == "heard" else "Tour de parole",
    opens=lambda _game: "Faire le tour",
    commands=frozenset({"vote", "tally"}),
    steps=lambda _game: ("ask", "heard"),
    questions=_questions,
    way_on=lambda game: "Lire les réponses" if game.table.step == "ask" else "",
    shows=_shows,
    told=_told,
)
