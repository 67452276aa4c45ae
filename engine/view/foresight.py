"""« Si chacun tient parole »: what the words said aloud would bring, if they were kept."""

from engine.play.game import Game
from engine.rules.promising import words_kept
from engine.rules.record import Record
from engine.rules.revealing import foresee


def foresight(game: Game) -> Record | None:
    """What would become of projects and gauges if each gave what they promised, and nothing more; None once
    choices are revealed. Only what everybody heard counts: no pact, nothing that was placed in secret, no
    token that waits in a hand.
    """
    return foresee(game.board, game.state, words_kept(game.state)) if game.deciding else None
