"""The room's own project in words, while it waits: what it is, who amends it, how and why."""

from engine.language import ntr, signed, tr
from engine.play.game import Game, kind_trio
from engine.play.table import Amendment
from engine.telling.gauges import indicator_title
from engine.telling.people import short
from engine.telling.reader import Reader
from engine.telling.vocabulary import tokens


def amended(game: Game, reader: Reader, said: Amendment) -> str:
    """Who amends it, and what changes: "Rémi amende la carte blanche : Santé −2, Travail +2."."""
    return tr(
        "{name} amende la carte blanche : {move}.", name=short(game, said.who), move=move(game, reader, said)
    )


def move(game: Game, reader: Reader, said: Amendment) -> str:
    """What an amendment moves: points of two gauges, or one token for another."""
    if said.part == "cost":
        instead = {
            "given": tokens(kind_trio(said.given, said.by)),
            "taken": tokens(kind_trio(said.taken, said.by)),
        }
        return tr("{given} au lieu de {taken}", **instead)
    less, more = (indicator_title(game, reader, key) for key in (said.taken, said.given))
    return f"{less}\u00a0{signed(-said.by)}, {more}\u00a0{signed(said.by)}"


def why(game: Game, reader: Reader, said: Amendment) -> str:
    """What a simulated character says of its amendment, which is of points; "" where people say it
    themselves, or left the seat since they moved a token."""
    if said.who in game.held or said.part == "cost":
        return ""
    fields = {"n": said.by, "gauge": indicator_title(game, reader, said.given)}
    if game.scenario.indicators[said.given].gate:
        return ntr(
            "Je mets {n} point sur {gauge} : tout le monde en profite.",
            "Je mets {n} points sur {gauge} : tout le monde en profite.", said.by, **fields,
        )  # fmt: skip
    return ntr(
        "Je mets {n} point sur {gauge} : c’est ce qui compte pour moi.",
        "Je mets {n} points sur {gauge} : c’est ce qui compte pour moi.", said.by, **fields,
    )  # fmt: skip
