"""Requests to simulated characters, what is offered in return, and what they want instead."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from engine import numbers
from engine.content.model import KINDS, Tokens
from engine.fixed import ONE
from engine.play import reasons
from engine.play.actors import Actor
from engine.play.commands import Ask, Offer, Take
from engine.play.events import Event
from engine.play.game import Game, count, plus, within
from engine.play.legal import Code, Legal
from engine.play.phases.negotiation import first_word, free, recorded
from engine.play.rule import HOLDS, Done, Rule, in_round
from engine.play.table import NOTHING, AnswerRecord, Bid, PromiseRecord, ThanksTo, Trio
from engine.play.walking import beyond, not_there
from engine.rules import bargaining as rules
from engine.rules import state as states
from engine.rules.reasons import Why, why_answered
from engine.rules.values import commons_value, own_value

# ---- Asking ---------------------------------------------------------------------------------------------


def _ask(game: Game) -> Legal | Code:
    if not game.simulated:
        return "not-simulated"
    askers, needing = game.held or game.simulated, game.needing
    barred = [f"{a.asker}/{a.asked}/{a.project}" for a in game.playing.answers]
    barred += [f"{asker}/{r.who}/{r.project}" for r in game.playing.promises for asker in askers]
    barred += [f"{who}/{who}/{project}" for who in game.simulated for project in needing]
    promises = [r for r in game.playing.promises if r.who in askers]
    return Legal(
        "ask",
        askers,
        needing,
        ids=game.simulated,
        limits=tuple((who, count(free(game, who))) for who in askers),
        needs=game.needs,
        holds=tuple((f"{r.who}/{r.project}", count(r.tokens)) for r in promises),
        barred=tuple(dict.fromkeys(barred)),
        most=_to_come(game),
        reach=game.within_reach(askers, needing),
    )


def _to_come(game: Game) -> int:
    """How many rounds are still to come."""
    return game.schedule.rounds - len(game.table.rounds)


def _check_ask(game: Game, legal: Legal, command: Ask) -> Code | None:
    if not {command.asker, command.asked} <= set(game.names.characters):
        return "unknown-character"
    if command.asker not in legal.who:
        return "simulated"
    if command.asked == command.asker:
        return "asks-itself"
    if command.asked not in legal.ids:
        return "not-simulated"
    if command.project not in legal.projects:
        return not_there(game, command.project)
    if any((p.who, p.project) == (command.asked, command.project) for p in game.playing.promises):
        return "already-promised"
    if _key(command) in {_key(answer) for answer in game.playing.answers}:
        return "already-asked"
    if command.next_round and command.offer is not None:
        return "two-offers"
    if command.next_round and not legal.most:
        return "no-next-round"
    return _why_not_offered(game, legal, command.asker, command.offer) if command.offer else None


def _why_not_offered(game: Game, legal: Legal, asker: str, offer: Offer) -> Code | None:
    if offer.project not in legal.projects:
        return not_there(game, offer.project)
    some: Trio = (offer.tokens.time, offer.tokens.means, offer.tokens.backing)
    if some == NOTHING:
        return "empty-promise"
    if not within(some, dict(legal.limits)[asker]):
        return "no-tokens"
    there = dict(legal.holds).get(f"{asker}/{offer.project}", NOTHING)
    if not within(plus(some, there), dict(legal.needs)[offer.project]):
        return "not-needed"
    return beyond(game, asker, offer.project, plus(some, there))


def _key(request: Ask | Take | AnswerRecord) -> tuple[str, str, str]:
    return request.asker, request.asked, request.project


def _perform_ask(game: Game, command: Ask) -> Done:
    """Answered; then, where people train, the others have announced, and who refused says what it wants."""
    game, events = first_word(_answered)(game, command)
    answer = game.playing.answers[-1]
    if any(answer.accepted) or any((p.who, p.project) == _key(answer)[1:] for p in game.playing.promises):
        return game, events
    who, bid = _in_rules(game, command)
    wanted = rules.counter(game.board, game.state, game.opening, who, bid, _to_come(game) > 0)
    if wanted is None:
        return game, events
    project = game.names.projects[wanted.project] if wanted.project >= 0 else ""
    answer = replace(answer, counter=Bid(project, wanted.tokens, wanted.next_round))
    return in_round(game, answers=(*game.playing.answers[:-1], answer)), events


def _answered(game: Game, command: Ask) -> Done:
    state, (who, bid) = states.copy(game.state), _in_rules(game, command)
    thanks_to = rules.respond(game.board, state, game.opening, who, bid)
    asked, p = who.asked, who.project
    time, means, backing = state.promised[asked, p].tolist()
    accepted: Trio = (time, means, backing) if thanks_to else NOTHING
    conditional = bool(thanks_to) and int(state.cond_who[asked, p]) >= 0
    event = Event("answered", command.asker, command.asked, command.project, accepted)
    before, why = game.playing.promises, _why(game, command, who, thanks_to)
    reason = reasons.given(game, command.asked, why, command.project)
    game, events = recorded(replace(game, state=state))
    record = AnswerRecord(
        *_key(command),
        accepted,
        _dropped(before, game.playing.promises, command),
        reason,
        bid=_bid(command),
        said=command.why,
        true=bid.true,
        thanks_to=_THANKS_TO[thanks_to],
        if_kind=KINDS[state.cond_kind[asked, p]] if conditional else None,
    )
    return in_round(game, answers=(*game.playing.answers, record)), (event, *events)


_THANKS_TO: Final[dict[int, ThanksTo]] = {
    rules.REFUSED: "", rules.PLAINLY: "", rules.REASON: "reason", rules.OFFER: "offer",
}  # fmt: skip


def _in_rules(game: Game, command: Ask) -> tuple[rules.Request, rules.Bid]:
    """A request and what stands behind it, as indices."""
    character, project = game.names.character, game.names.project
    who = rules.Request(character(command.asker), character(command.asked), project(command.project))
    true = command.why is not None and _is_true(game, command)
    if command.offer is None:
        return who, rules.Bid(next_round=command.next_round, true=true)
    some = command.offer.tokens
    return who, rules.Bid(project(command.offer.project), (some.time, some.means, some.backing), true=true)


def _bid(command: Ask) -> Bid | None:
    if command.offer is not None:
        some = command.offer.tokens
        return Bid(command.offer.project, (some.time, some.means, some.backing))
    return Bid(next_round=True) if command.next_round else None


def _why(game: Game, command: Ask, who: rules.Request, thanks_to: int) -> Why:
    """The reason of an answer: what made the difference, else what weighed most."""
    asker, asked, p = who
    if thanks_to == rules.OFFER:
        if command.offer is None:
            return Why("next", other=asker)
        return Why("offered", game.names.project(command.offer.project), asker)
    if thanks_to == rules.REASON and command.why is not None:
        return Why(_HEARD[command.why], p, asker)
    return why_answered(game.board, game.state, game.opening, asker, asked, p, bool(thanks_to))


_HEARD: Final = {
    "serves-you": "interest", "serves-all": "commons", "helped": "helped", "owed": "owed",
    "nobody-else": "needed",
}  # fmt: skip
"""The reason for a yes by what was said for the request."""


def _dropped(
    before: Sequence[PromiseRecord], after: Sequence[PromiseRecord], command: Ask
) -> tuple[str, ...]:
    """The projects, other than the one asked for, that the character asked has gone back on a promise to."""
    gone = (p for p in before if p.who == command.asked and p not in after)
    return tuple(p.project for p in gone if p.project != command.project)


# ---- What is said for a request ---------------------------------------------------------------------------


def _is_true(game: Game, command: Ask) -> bool:
    """Whether what is said for a request is so."""
    asked, project = game.names.character(command.asked), game.names.project(command.project)
    match command.why:
        case "serves-you":
            return own_value(game.board, game.state, asked, project) >= numbers.INTEREST
        case "serves-all":
            return commons_value(game.board, game.state, project) >= numbers.RAISES * ONE
        case "helped":
            return _helped(game, command.asker, asked)
        case "owed":
            return bool(reasons.let_down(game, command.asker, command.asked))
    return _alone_able(game, command)


def _helped(game: Game, asker: str, asked: int) -> bool:
    """Whether the asker gave, in the round before, to what serves who is asked."""
    gave = game.table.rounds[-2].given.get(asker, {}) if len(game.table.rounds) > 1 else {}
    return any(own_value(game.board, game.state, asked, game.names.project(project)) > 0 for project in gave)


def _alone_able(game: Game, command: Ask) -> bool:
    """Whether something is wanted that, of all others, only who is asked has and has not promised."""
    project = game.names.project(command.project)
    others = [free(game, who) for who in game.names.characters if who not in (command.asker, command.asked)]
    mine = game.tokens(command.asked)
    return any(
        mine[kind] > 0
        and rules.unspoken(game.state, project, kind) > 0
        and not any(left[kind] > 0 for left in others)
        for kind in range(len(KINDS))
    )


# ---- Taking what is wanted --------------------------------------------------------------------------------


def standing(game: Game) -> tuple[AnswerRecord, ...]:
    """The refusals whose author would still agree to what it wanted in return, by the same rule."""
    last = {_key(answer): answer for answer in game.playing.answers}
    return tuple(answer for answer in last.values() if answer.counter is not None and _still(game, answer))


def _still(game: Game, answer: AnswerRecord) -> bool:
    if any((p.who, p.project) == _key(answer)[1:] for p in game.playing.promises):
        return False
    command, option = _taking(answer), _ask(game)
    if not isinstance(option, Legal) or answer.asker not in option.who or answer.asked not in option.ids:
        return False
    if answer.project not in option.projects:
        return False
    if command.offer and _why_not_offered(game, option, command.asker, command.offer):
        return False
    who, bid = _in_rules(game, command)
    return rules.respond(game.board, states.copy(game.state), game.opening, who, bid) != rules.REFUSED


def _taking(answer: AnswerRecord) -> Ask:
    """The request again, with what was wanted in return."""
    assert answer.counter is not None
    wanted, offer = answer.counter, None
    if wanted.project:
        time, means, backing = wanted.tokens
        offer = Offer(project=wanted.project, tokens=Tokens(time=time, means=means, backing=backing))
    asker, asked, project = _key(answer)
    return Ask(
        asker=asker, asked=asked, project=project, offer=offer,
        next_round=wanted.next_round, why=answer.said,
    )  # fmt: skip


def _take(game: Game) -> Legal | Code:
    found = standing(game)
    askers = tuple(dict.fromkeys(answer.asker for answer in found))
    ids = tuple("/".join(_key(answer)) for answer in found)
    return Legal("take", askers, ids=ids) if found else "nothing-to-take"


def _check_take(_game: Game, legal: Legal, command: Take) -> Code | None:
    return None if "/".join(_key(command)) in legal.ids else "nothing-to-take"


def _perform_take(game: Game, command: Take) -> Done:
    answer = next(one for one in standing(game) if _key(one) == _key(command))
    return first_word(_answered)(game, _taking(answer))


def _own_offers(_game: Game, legal: Legal, actor: Actor) -> Legal | None:
    ids = tuple(id_ for id_ in legal.ids if id_.partition("/")[0] == actor.who)
    return replace(legal, who=(actor.who,), ids=ids) if ids else None


RULES: Final[dict[str, Rule]] = {
    "ask": Rule(_ask, _perform_ask, _check_ask, HOLDS),
    "take": Rule(_take, _perform_take, _check_take, HOLDS, _own_offers),
}
