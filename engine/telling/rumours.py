"""Rumours in words: who goes and checks, what it was worth, what came of it."""

from engine.language import tr
from engine.play import rumours
from engine.play.game import Game
from engine.play.table import RoundRecord
from engine.rules.board.codes import FROM_BELIEVED, FROM_FALSE, FROM_TRUE
from engine.telling.people import named
from engine.telling.reader import Reader


def verified(game: Game, reader: Reader, record: RoundRecord) -> str:
    """Who goes and checks the rumour of a round; "" where nobody does."""
    if not record.verified:
        return ""
    asker, other = (named(game, reader, who) for who in record.verified)
    if reader.you in record.verified:
        company = other if record.verified[0] == reader.you else asker
        return tr("Vous allez vérifier avec {name}. On saura à la révélation.", name=company)
    return tr("{asker} et {other} vont vérifier. On saura à la révélation.", asker=asker, other=other)


def verdict(game: Game, record: RoundRecord) -> str:
    """What it was worth, once that is known; "" before."""
    if not rumours.known(game, record):
        return ""
    return word(rumours.is_true(game, record))


def word(true: bool) -> str:
    """What a rumour was worth, in the words of the room."""
    return tr("C’était vrai") if true else tr("C’était faux")


def came_back(source: int) -> str:
    """The head of what a rumour (FROM_...) brings back; "" of anything else."""
    if source == FROM_BELIEVED:
        return tr("On y avait cru")
    return word(source == FROM_TRUE) if source in (FROM_TRUE, FROM_FALSE) else ""


def outcome(game: Game, reader: Reader, record: RoundRecord) -> str:
    """What the room learns with the truth; "" before it is known."""
    rumour = rumours.of_round(game, record)
    if rumour is None or not rumours.known(game, record):
        return ""
    return reader.read((rumour.when_true if rumours.is_true(game, record) else rumour.when_false).says)
