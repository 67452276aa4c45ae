"""What passes from hand to hand: to whom it is entrusted, and which project comes first where two want the
same hour."""

from dataclasses import replace
from typing import Any, Final

from engine.play.actors import Actor
from engine.play.commands import Entrust, Prefer
from engine.play.events import Event
from engine.play.game import Game
from engine.play.legal import Code, Legal
from engine.play.rule import HOLDS, Done, Rule, in_round
from engine.rules import state as states
from engine.rules.seats import is_here
from engine.rules.state import ENTRUSTED, FIRST


def _why_not(game: Game) -> Code | None:
    """Why nobody at the tables may say anything of it now."""
    if not game.holder:
        return "no-baton"
    return None if game.holder in game.held else "simulated"


def _entrust(game: Game) -> Legal | Code:
    here = (w for k, w in enumerate(game.names.characters) if is_here(game.board, game.state, k))
    others = tuple(who for who in here if who not in (game.holder, game.entrusted))
    return _why_not(game) or Legal("entrust", (game.holder,), ids=others)


def _check_entrust(game: Game, legal: Legal, command: Entrust) -> Code | None:
    if command.to in legal.ids:
        return None
    if command.to not in game.names.characters:
        return "unknown-character"
    return "already-entrusted" if command.to == game.entrusted else "has-it-already"


def _perform_entrust(game: Game, command: Entrust) -> Done:
    state = states.copy(game.state)
    state.baton[ENTRUSTED] = game.names.character(command.to)
    game = in_round(replace(game, state=state), entrusted=command.to)
    return game, (Event("entrusted", command.to, game.holder),)


def _prefer(game: Game) -> Legal | Code:
    refused = _why_not(game)
    if refused:
        return refused
    wanted = tuple(project for project in game.open if game.clashes(project) and project != game.first)
    return Legal("prefer", (game.holder,), projects=wanted) if wanted else "no-clash"


def _check_prefer(game: Game, legal: Legal, command: Prefer) -> Code | None:
    if command.project in legal.projects:
        return None
    return "already-first" if command.project == game.first else "not-wanted-twice"


def _perform_prefer(game: Game, command: Prefer) -> Done:
    state = states.copy(game.state)
    state.baton[FIRST] = game.names.project(command.project)
    game = in_round(replace(game, state=state), preferred=command.project)
    return game, (Event("preferred", project=command.project, who=game.holder),)


def _theirs(game: Game, _command: Any, actor: Actor) -> bool:
    return actor.who == game.holder


RULES: Final = {
    "entrust": Rule(_entrust, _perform_entrust, _check_entrust, HOLDS, theirs=_theirs),
    "prefer": Rule(_prefer, _perform_prefer, _check_prefer, HOLDS, theirs=_theirs),
}
