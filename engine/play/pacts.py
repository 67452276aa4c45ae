"""Pacts: two characters promise each other something that the room does not hear."""

from dataclasses import replace
from typing import Final

from engine.content.model import Tokens
from engine.play.actors import Actor
from engine.play.commands import Pact
from engine.play.events import Event
from engine.play.game import Game, count, trio, within
from engine.play.legal import Code, Legal
from engine.play.rule import HOLDS, Done, Rule, in_round
from engine.play.table import PactRecord, PactRefusal, WhyNot
from engine.play.walking import beyond, not_there
from engine.rules import pacts as rules
from engine.rules import state as states
from engine.rules.board.tables import ints

_WHY_NOT: Final[dict[int, WhyNot]] = {rules.NO_TOKENS: "tokens", rules.NO_TRUST: "trust", rules.NO_USE: "use"}


def free(game: Game) -> tuple[str, ...]:
    """Who has no pact this round yet."""
    taken = {who for pact in game.playing.pacts for who in (pact.who, pact.other)}
    return tuple(who for who in game.names.characters if who not in taken and any(game.tokens(who)))


def _pact(game: Game) -> Legal | Code:
    if not game.board.pacts:
        return "wrong-phase"
    may, projects = free(game), game.needing
    who = tuple(one for one in may if one in game.held)
    if not who or len(may) == len(who) == 1 or not projects:
        return "pact-sealed"
    limits = tuple((one, count(game.tokens(one))) for one in may)
    reach = game.within_reach(may, projects)
    return Legal("pact", who, projects, ids=may, limits=limits, needs=game.needs, reach=reach)


def _check(game: Game, legal: Legal, command: Pact) -> Code | None:
    if not {command.who, command.other} <= set(game.names.characters):
        return "unknown-character"
    if command.who not in game.held:
        return "simulated"
    if command.who == command.other:
        return "pact-alone"
    if command.who not in legal.who or command.other not in legal.ids:
        return "pact-sealed"
    limits, lacking = dict(legal.limits), dict(legal.needs)
    for who, project, tokens in _parts(command):
        if project not in legal.projects:
            return not_there(game, project)
        if tokens.total() == 0:
            return "pact-empty"
        some = (tokens.time, tokens.means, tokens.backing)
        if not within(some, limits[who]):
            return "pact-tokens"
        if not within(some, lacking[project]):
            return "not-needed"
        too_far = beyond(game, who, project, some)
        if too_far:
            return too_far
    return None


def _parts(command: Pact) -> tuple[tuple[str, str, Tokens], ...]:
    """Who gives what to which project, for each of the two."""
    return (
        (command.who, command.project, command.gives),
        (command.other, command.other_project, command.other_gives),
    )


def _own(game: Game, legal: Legal, actor: Actor) -> Legal | None:
    """Somebody seals a pact of their own with a character that the program plays: it answers. With another
    person, whoever leads writes it down for both."""
    others = tuple(who for who in legal.ids if who in game.simulated)
    if actor.who not in legal.who or not others:
        return None
    return replace(legal, who=(actor.who,), ids=(actor.who, *others))


def _theirs(game: Game, command: Pact, actor: Actor) -> bool:
    return command.who == actor.who and command.other in game.simulated


def _perform(game: Game, command: Pact) -> Done:
    """Sealed, or refused by a character that the program plays."""
    state = states.copy(game.state)
    who, other = map(game.names.character, (command.who, command.other))
    for one, _, tokens in _parts(command):
        state.pact[game.names.character(one)] = (tokens.time, tokens.means, tokens.backing)
    mine, theirs = map(game.names.project, (command.project, command.other_project))
    rules.write_down(state, who, mine, other, theirs)
    if command.other in game.simulated:
        answer = rules.refusal(game.board, state, other)
        if answer != rules.ACCEPTED:
            refused = PactRefusal(command.who, command.other, _WHY_NOT[answer])
            event = Event("pact-refused", command.other, command.who)
            return in_round(game, pacts_refused=(*game.playing.pacts_refused, refused)), (event,)
    return _sealed(replace(game, state=state), who)


def _sealed(game: Game, i: int) -> Done:
    """The game with the pact of a character, which stands in its state, in the round's record."""
    state, names = game.state, game.names
    j = int(state.pact_with[i])
    who, other = names.characters[i], names.characters[j]
    record = PactRecord(
        who,
        names.projects[state.pact_project[i]],
        trio(state.pact[i]),
        other,
        names.projects[state.pact_project[j]],
        trio(state.pact[j]),
    )
    return in_round(game, pacts=(*game.playing.pacts, record)), (Event("pact-sealed", other, who),)


def sealed_among(game: Game) -> Done:
    """The simulated characters seal one among themselves, where it serves two of them."""
    if not game.board.pacts:
        return game, ()
    state = states.copy(game.state)
    may = ints([who in game.simulated for who in game.names.characters])
    first = rules.seal_one(game.board, state, may)
    return _sealed(replace(game, state=state), first) if first >= 0 else (game, ())


RULES = {"pact": Rule(_pact, _perform, _check, HOLDS, _own, _theirs)}
