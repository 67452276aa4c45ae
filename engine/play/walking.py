"""In a town too large to be everywhere: where who goes from place to place goes, and what reach there is."""

from dataclasses import replace
from typing import Final

from engine.content.model import HELPING
from engine.play.actors import Actor
from engine.play.commands import Walk
from engine.play.events import Event
from engine.play.game import Game, within
from engine.play.legal import Code, Legal
from engine.play.rule import HOLDS, Done, Rule, in_round
from engine.play.table import Trio
from engine.rules import state as states
from engine.rules.places import walk, walk_by_oneself


def beyond(game: Game, who: str, project: str, tokens: Trio) -> Code | None:
    """Why so many tokens of somebody may not go to a project, where they are or however many they are."""
    most = game.reach(who, project)
    if within(tokens, most):
        return None
    if project.startswith(HELPING):
        return _not_to_help(tokens, most)
    return "one-each" if any(most) else "elsewhere"


def not_there(game: Game, project: str) -> Code:
    """Why nothing may be given to a project that is not among those that lack something."""
    return "put-off" if project in game.put_off else "unknown-project"


def _not_to_help(tokens: Trio, most: Trio) -> Code:
    """Why these tokens do not go where a group is helped."""
    if tokens[2] > most[2]:
        return "one-each-helps" if most[2] else "asked-by-members"
    return "one-each-helps" if most[0] else "not-from-within"


def _walk(game: Game) -> Legal | Code:
    if not game.walker:
        return "nobody-walks"
    if game.walker not in game.held:
        return "simulated"
    if game.playing.walked:
        return "walked"
    if any(record.who == game.walker for record in game.playing.promises):
        return "walker-promised"
    others = tuple(place.id for place in game.scenario.places if place.id != game.at)
    return Legal("walk", (game.walker,), ids=others)


def _check(game: Game, legal: Legal, command: Walk) -> Code | None:
    if command.place in legal.ids:
        return None
    return "already-there" if command.place == game.at else "not-a-place"


def _perform(game: Game, command: Walk) -> Done:
    state = states.copy(game.state)
    walk(game.board, state, [place.id for place in game.scenario.places].index(command.place))
    return _gone(replace(game, state=state))


def _theirs(game: Game, _command: Walk, actor: Actor) -> bool:
    return actor.who == game.walker


def gone_by_oneself(game: Game) -> Done:
    """A simulated character goes where it can do most, before anybody announces. The same as
    `simulate.policies.negotiate`."""
    if game.walker not in game.simulated:
        return game, ()
    state = states.copy(game.state)
    walk_by_oneself(game.board, state)
    moved = state.at[0] != game.state.at[0]
    return _gone(replace(game, state=state)) if moved else (replace(game, state=state), ())


def _gone(game: Game) -> Done:
    return in_round(game, walked=game.at), (Event("walked", game.at, game.walker),)


RULES: Final = {"walk": Rule(_walk, _perform, _check, HOLDS, theirs=_theirs)}
