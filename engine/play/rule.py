"""One kind of command: when it is allowed, with which parameters, and what it does."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from engine.play.commands import Legal
from engine.play.events import Event
from engine.play.game import Game
from engine.play.table import RoundRecord

Done = tuple[Game, tuple[Event, ...]]


def anything(_game: Game, _legal: Legal, _command: Any) -> str | None:
    """The check of a command whose option says everything."""
    return None


class Rule(NamedTuple):
    """`option` gives the `Legal` of this kind, or the code why not now; `check` the code why these parameters
    are not allowed, or None; `perform` the next game. `perform` is only called where the other two agree."""

    option: Callable[[Game], Legal | str]
    perform: Callable[[Game, Any], Done]
    check: Callable[[Game, Legal, Any], str | None] = anything


def changed(game: Game, **fields: Any) -> Game:
    """The game with fields of its table replaced."""
    return replace(game, table=replace(game.table, **fields))


def in_round(game: Game, **fields: Any) -> Game:
    """The game with fields of the present round's record replaced."""
    record: RoundRecord = replace(game.playing, **fields)
    return changed(game, rounds=(*game.table.rounds[:-1], record))
