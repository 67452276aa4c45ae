"""One kind of command: who may give it and when, with which parameters, and what it does."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final, Literal, NamedTuple

from engine.play.actors import Actor, Role
from engine.play.events import Event
from engine.play.game import Game
from engine.play.legal import Code, Legal
from engine.play.table import RoundRecord

Done = tuple[Game, tuple[Event, ...]]

LEADS: Final[frozenset[Role]] = frozenset()
"""Nobody but whoever leads, who may give every command."""
HOLDS: Final[frozenset[Role]] = frozenset({"holder"})
VOTES: Final[frozenset[Role]] = frozenset({"voter"})
ANYONE: Final = HOLDS | VOTES


def anything(_game: Game, _legal: Legal, _command: Any) -> Code | None:
    """The check of a command whose option says everything."""
    return None


def about(_game: Game, command: Any, actor: Actor) -> bool:
    """Whether a command is about the character that its author holds, or about nobody."""
    who = getattr(command, "asker", getattr(command, "who", None))
    return who is None or who == actor.who


def own(_game: Game, legal: Legal, actor: Actor) -> Legal | None:
    """What is left to an author of a command about somebody: themself; None where that is nothing."""
    if not legal.who:
        return legal
    if actor.who not in legal.who:
        return None
    return replace(
        legal, who=(actor.who,), limits=tuple(limit for limit in legal.limits if limit[0] == actor.who)
    )


class Rule(NamedTuple):
    """`option` gives the `Legal` of this kind, or the code why not now; `check` the code why these parameters
    are not allowed, or None; `perform` the next game. `perform` is only called where the other two agree.

    `who` may give it besides whoever leads: `own` gives what of the option is left to them, `theirs` whether
    a command is theirs to give. `secret`: it tells of a choice, and is told to nobody before the reveal.
    `timely`: it answers to what is on the screen, and comes too late once another step has begun. `when` says
    in which phases `option` is asked at all: those that list it, all those of a round, or ever.
    """

    option: Callable[[Game], Legal | Code]
    perform: Callable[[Game, Any], Done]
    check: Callable[[Game, Legal, Any], Code | None] = anything
    who: frozenset[Role] = LEADS
    own: Callable[[Game, Legal, Actor], Legal | None] = own
    theirs: Callable[[Game, Any, Actor], bool] = about
    secret: bool = False
    timely: bool = True
    when: Literal["listed", "round", "ever"] = "listed"


def changed(game: Game, **fields: Any) -> Game:
    """The game with fields of its table replaced."""
    return replace(game, table=replace(game.table, **fields))


def in_round(game: Game, **fields: Any) -> Game:
    """The game with fields of the present round's record replaced."""
    record: RoundRecord = replace(game.playing, **fields)
    return changed(game, rounds=(*game.table.rounds[:-1], record))
