"""What whoever chaired put off, as acts that a room may talk about."""

from collections.abc import Sequence
from typing import Final

from engine.play.game import Game
from engine.play.table import Act

FACT: Final = "put-off"
"""What such an act is, beside the facts about promises, and what the debate cards for it are about."""


def acts(game: Game, cards: Sequence[tuple[str, tuple[str, ...]]]) -> tuple[Act, ...]:
    """What was put off in the round just revealed; `cards`: each project with the debate cards for it, the
    best first."""
    who = game.playing.chaired
    return tuple(
        Act(f"{game.playing.number}.{who}.{FACT}.{project}", who, project, FACT, fitting[0], fitting[1:])
        for project, fitting in cards
    )
