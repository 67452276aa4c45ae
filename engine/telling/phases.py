"""A phase, and what going on would do, in words."""

from engine.language import tr
from engine.play.game import Game
from engine.play.phases import PHASES
from engine.play.turns import following


def phase_word(phase: str) -> str:
    """The name of a phase."""
    return PHASES[phase].title("")


def next_label(game: Game) -> str:
    """What the button that goes on says: what this step is left for, or what comes next."""
    said = PHASES[game.table.phase].way_on(game)
    if said:
        return said
    comes = following(game)
    if comes:
        return PHASES[comes].opens(game)
    if not game.in_round:
        return tr("Commencer le premier tour")
    if game.in_last_round:
        return PHASES["bilan"].opens(game)
    if len(game.table.rounds) == game.schedule.break_after:
        return PHASES["break"].opens(game)
    return tr("Tour suivant")
