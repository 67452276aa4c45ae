"""Negotiation: promises made and taken back, the others who announce; while the room's own project waits, a
step in which it is amended. Requests are in `engine.play.requests`."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from engine.content.model import KINDS, Kind
from engine.language import tr
from engine.play import given_words, own_card
from engine.play.actors import Actor
from engine.play.commands import Announce, Promise, Withdraw
from engine.play.events import Event
from engine.play.game import Game, count, minus, plus, trio, within
from engine.play.legal import Code, Legal
from engine.play.pacts import sealed_among
from engine.play.phase import Phase
from engine.play.rule import HOLDS, Done, Rule, in_round
from engine.play.seating import invited_by_themselves
from engine.play.table import PromiseRecord, Trio
from engine.play.walking import beyond, gone_by_oneself, not_there
from engine.rules import state as states
from engine.rules.promising import announce, say
from engine.rules.promising import withdraw as take_back
from engine.rules.state import State


def free(game: Game, who: str, project: str | None = None) -> Trio:
    """Tokens that a character has not promised; a promise to `project` is about to be replaced."""
    tokens = minus(game.tokens(who), game.promised(who))
    if project is not None:
        i, p = game.names.character(who), game.names.project(project)
        tokens = plus(tokens, tuple(game.state.promised[i, p].tolist()))
    return tokens


def _promise(game: Game) -> Legal | Code:
    if not game.held:
        return "simulated"
    limits = tuple((who, count(free(game, who))) for who in game.held)
    others = game.names.characters
    gives = tuple((who, _gives(game, who)) for who in others)
    promised = tuple(
        (f"{r.who}/{r.project}", count(r.tokens)) for r in game.playing.promises if r.who in game.held
    )
    return Legal(
        "promise", game.held, game.needing, KINDS, others, limits, gives, needs=game.needs, holds=promised,
        reach=game.within_reach(game.held, game.needing),
    )  # fmt: skip


def _gives(game: Game, who: str) -> tuple[Kind, ...]:
    """The kinds of token that a character holds this round."""
    return tuple(kind for kind, number in zip(KINDS, game.tokens(who), strict=True) if number)


def _check_promise(game: Game, legal: Legal, command: Promise) -> Code | None:
    if command.who not in game.names.characters:
        return "unknown-character"
    if command.who not in legal.who:
        return "simulated"
    if command.project not in legal.projects:
        return not_there(game, command.project)
    tokens = command.tokens.total()
    if tokens == 0:
        return "empty-promise"
    asked: Trio = (command.tokens.time, command.tokens.means, command.tokens.backing)
    if not within(asked, free(game, command.who, command.project)):
        return "no-tokens"
    if not within(asked, game.lack(command.project)):
        return "not-needed"
    too_far = beyond(game, command.who, command.project, asked)
    if too_far:
        return too_far
    return _why_not_if(game, legal, command)


def _why_not_if(game: Game, legal: Legal, command: Promise) -> Code | None:
    if (command.if_who is None) != (command.if_kind is None):
        return "half-condition"
    if command.if_who is not None and command.if_who not in game.names.characters:
        return "unknown-character"
    if command.if_who == command.who:
        return "own-condition"
    possible = command.if_who is None or command.if_kind in dict(legal.gives)[command.if_who]
    return None if possible else "cannot-give"


def _perform_promise(game: Game, command: Promise) -> Done:
    state = states.copy(game.state)
    i, p = game.names.character(command.who), game.names.project(command.project)
    tokens: Trio = (command.tokens.time, command.tokens.means, command.tokens.backing)
    say(state, i, p, tokens)
    state.cond_who[i, p] = -1 if command.if_who is None else game.names.character(command.if_who)
    state.cond_kind[i, p] = -1 if command.if_kind is None else KINDS.index(command.if_kind)
    _without_return(game, state)
    return recorded(replace(game, state=state))


def recorded(game: Game) -> Done:
    """The game with the round's promises read again from the rules' state: those that changed are new, with
    ids of their own; the others keep theirs."""
    standing = {(r.who, r.project): r for r in game.playing.promises}
    kept: list[PromiseRecord] = []
    events: list[Event] = []
    made = game.playing.made
    for fresh in _promises_in(game, game.state):
        old = standing.pop((fresh.who, fresh.project), None)
        if old is not None and replace(old, id="") == fresh:
            kept.append(old)
            continue
        made += 1
        fresh = replace(fresh, id=f"{game.playing.number}.{made}")
        kept.append(fresh)
        events.append(Event("promised", fresh.id, fresh.who, fresh.project, fresh.tokens))
    gone = [Event("withdrawn", r.id, r.who, r.project) for r in standing.values()]
    kept.sort(key=lambda r: int(r.id.split(".")[1]))
    return in_round(game, promises=tuple(kept), made=made), (*gone, *events)


def _promises_in(game: Game, state: State) -> list[PromiseRecord]:
    found = []
    for i, p in zip(*state.promised.sum(axis=2).nonzero(), strict=True):
        time, means, backing = state.promised[i, p].tolist()
        conditional = int(state.cond_who[i, p]) >= 0
        found.append(
            PromiseRecord(
                "",
                game.names.characters[i],
                game.names.projects[p],
                (time, means, backing),
                game.names.characters[state.cond_who[i, p]] if conditional else None,
                KINDS[state.cond_kind[i, p]] if conditional else None,
            )
        )
    return found


def opened(game: Game) -> Done:
    """Those who announce at once do; the others let people speak first, and do not finish the table's
    negotiation before it has begun: all of them where a room plays, every second one, in turn from round to
    round, where people train. Where nobody is held, nobody waits."""
    waiting: tuple[str, ...] = ()
    if game.held:
        waiting = game.simulated[game.playing.number % 2 :: 2] if game.alone else game.simulated
    if any(corner.member in game.held for corner in game.corners):  # who may still be invited
        waiting = tuple(who for who in game.simulated if who in waiting or who in game.guests)
    first = tuple(who for who in game.simulated if who not in waiting)
    game, gone = gone_by_oneself(game)
    game, _ = invited_by_themselves(game)
    game, said = _announced(in_round(game, waiting=waiting, words=given_words.of_round(game)), first)
    return game, (*gone, *said)


def unheard(game: Game) -> tuple[str, ...]:
    """Who has still to announce: of those who let people speak first, whoever nobody has moved to promise
    since, nor taken a seat for."""
    spoken = {record.who for record in game.playing.promises}
    return tuple(who for who in game.playing.waiting if who in game.simulated and who not in spoken)


def _announced(game: Game, who: Sequence[str]) -> Done:
    """Simulated characters announce in the order of the cast, each having heard those before, so that nobody
    promises what a project has been promised already; what makes a promise conditional is what others have
    promised. Once nobody waits any more, two of them may seal a pact. The same as
    `simulate.policies.negotiate`."""
    state = states.copy(game.state)
    chance = game.opening
    for one in who:
        announce(game.board, state, chance, game.names.character(one))
    game, said = recorded(replace(game, state=state))
    if unheard(game):
        return game, said
    game, sealed = sealed_among(game)
    return game, (*said, *sealed)


def _the_others(game: Game, _command: Announce | None = None) -> Done:
    """Those who waited announce; nothing happens where nobody does."""
    others = unheard(game)
    if not others:
        return game, ()
    return _announced(in_round(game, waiting=()), others)


def first_word(perform: Callable[[Game, Any], Done]) -> Callable[[Game, Any], Done]:
    """What people say; where they train, no bell nor facilitator: the others answer to the first word."""

    def said(game: Game, command: Any) -> Done:
        game, events = perform(game, command)
        game, more = _the_others(game) if game.alone else (game, ())
        return game, (*events, *more)

    return said


def _announce(game: Game) -> Legal | Code:
    return Legal("announce", ids=unheard(game)) if unheard(game) else "all-announced"


def _withdraw(game: Game) -> Legal | Code:
    mine = tuple(r.id for r in game.playing.promises if r.who in game.held)
    return Legal("withdraw", ids=mine) if mine else "unknown-promise"


def _check_withdraw(game: Game, legal: Legal, command: Withdraw) -> Code | None:
    if command.promise in legal.ids:
        return None
    known = any(r.id == command.promise for r in game.playing.promises)
    return "simulated" if known else "unknown-promise"


def _own_promises(game: Game, legal: Legal, actor: Actor) -> Legal | None:
    mine = {r.id for r in game.playing.promises if r.who == actor.who}
    ids = tuple(id_ for id_ in legal.ids if id_ in mine)
    return replace(legal, ids=ids) if ids else None


def _made(game: Game, command: Withdraw, actor: Actor) -> bool:
    """Whether a promise that somebody takes back is their own."""
    return any(r.id == command.promise and r.who == actor.who for r in game.playing.promises)


def _perform_withdraw(game: Game, command: Withdraw) -> Done:
    record = next(r for r in game.playing.promises if r.id == command.promise)
    state = states.copy(game.state)
    i, p = game.names.character(record.who), game.names.project(record.project)
    take_back(state, i, p)
    _without_return(game, state)
    return recorded(replace(game, state=state))


def _without_return(game: Game, state: State) -> None:
    """Who had agreed for what was offered in return takes its word back once that is taken back, unless it
    has agreed to the same for somebody else since."""
    granted = {(a.asked, a.project): a for a in game.playing.answers if any(a.accepted)}
    for answer in granted.values():
        if answer.thanks_to == "offer" and answer.bid is not None and answer.bid.project:
            asker, there = game.names.character(answer.asker), game.names.project(answer.bid.project)
            if _stands(game.state, asker, there, answer.bid.tokens) and not _stands(
                state, asker, there, answer.bid.tokens
            ):
                take_back(state, game.names.character(answer.asked), game.names.project(answer.project))


def _stands(state: State, who: int, project: int, tokens: Trio) -> bool:
    """Whether so much is promised there, without condition."""
    return within(tokens, trio(state.promised[who, project])) and int(state.cond_who[who, project]) < 0


RULES = {
    "promise": Rule(_promise, first_word(_perform_promise), _check_promise, HOLDS),
    "withdraw": Rule(_withdraw, _perform_withdraw, _check_withdraw, HOLDS, _own_promises, _made),
    "announce": Rule(_announce, _the_others),
}

PHASE = Phase(
    "negotiation",
    title=lambda _step: tr("Négociation"),
    opens=lambda _game: tr("Ouvrir la négociation"),
    commands=frozenset(
        {
            "pass-to",
            "walk",
            "invite",
            "sit",
            "entrust",
            "prefer",
            "promise",
            "withdraw",
            "ask",
            "take",
            "announce",
            "pact",
            "hear",
            "carte-blanche",
            "amend",
        }
    ),
    enter=opened,
    steps=own_card.steps,
    turn=own_card.turn,
    leaves=_the_others,
    way_on=lambda game: own_card.way_on(game) or tr("Clore la négociation"),
)
