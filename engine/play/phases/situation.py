"""The situation of the round: what happens to the place, whatever anybody does."""

from engine.language import tr
from engine.play.events import Event
from engine.play.game import Game
from engine.play.phase import Phase
from engine.play.rule import Done


def _enter(game: Game) -> Done:
    return game, (Event("situation", game.playing.situation, number=game.playing.number),)


PHASE = Phase(
    "situation",
    title=lambda _step: tr("Situation"),
    opens=lambda _game: tr("Découvrir la situation"),
    commands=frozenset({"pass-to", "carte-blanche"}),
    enter=_enter,
)
