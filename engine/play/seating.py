"""In a room that sits in corners: whom each invites, and where a guest sits who is invited twice."""

from dataclasses import replace
from typing import Final

import numpy as np

from engine.play.actors import Actor
from engine.play.commands import Invite, Sit
from engine.play.events import Event
from engine.play.game import Game
from engine.play.legal import Code, Legal
from engine.play.rule import HOLDS, Done, Rule, in_round
from engine.rules import state as states
from engine.rules.corners import invite_by_themselves, seat, sit_by_oneself
from engine.rules.state import State


def _invite(game: Game) -> Legal | Code:
    if not game.corners:
        return "no-corners"
    mine = tuple(corner.id for corner in game.corners if corner.member in game.held)
    if not (mine and game.guests):
        return "simulated"
    refused = tuple(
        f"{corner}/{guest or ''}"
        for corner in mine
        for guest in (*game.guests, None)
        if _why_not(game, corner, guest) is not None
    )
    return Legal("invite", who=game.guests, ids=mine, barred=refused)


def _check_invite(game: Game, legal: Legal, command: Invite) -> Code | None:
    if command.corner not in legal.ids:
        return "simulated" if command.corner in [c.id for c in game.corners] else "not-a-corner"
    return _why_not(game, command.corner, command.guest)


def _why_not(game: Game, corner: str, guest: str | None) -> Code | None:
    """Why a corner may not invite somebody, or nobody any more; None where it may. Whoever has promised stays
    where they sit."""
    before = _asked_by(game, corner)
    leaves = _bound(game, before) if before and game.sits(before) == corner else None
    if guest is None:
        return leaves if before else "not-a-guest"
    if guest not in game.guests:
        return "not-a-guest"
    if before == guest:
        return "already-invited"
    return leaves or _bound(game, guest)


def _asked_by(game: Game, corner: str) -> str:
    """Whom a corner invites; "" for nobody."""
    asked = int(game.state.asked_by[game.corner(corner)])
    return game.names.characters[asked] if asked >= 0 else ""


def _bound(game: Game, guest: str) -> Code | None:
    """Whether a guest has promised already, where they sit: aloud, or in a pact."""
    promised = any(record.who == guest for record in game.playing.promises)
    sealed = any(guest in (pact.who, pact.other) for pact in game.playing.pacts)
    return "guest-promised" if promised or sealed else None


def _perform_invite(game: Game, command: Invite) -> Done:
    state, corner = states.copy(game.state), game.corner(command.corner)
    before = int(state.asked_by[corner])
    state.asked_by[corner] = -1 if command.guest is None else game.names.character(command.guest)
    for guest in (before, int(state.asked_by[corner])):
        if guest >= 0:
            _settle(game, state, guest)
    return seated(replace(game, state=state), Event("invited", command.corner, command.guest or ""))


def _settle(game: Game, state: State, guest: int) -> None:
    """A guest sits where one corner invites them; of several, where they sat or, simulated, choose."""
    asking = [c for c, asked in enumerate(state.asked_by.tolist()) if asked == guest]
    if len(asking) > 1 and game.names.characters[guest] in game.simulated:
        sit_by_oneself(game.board, state, guest)
    elif int(state.sits[guest]) not in asking:
        seat(game.board, state, guest, asking[0] if asking else -1)


def _sit(game: Game) -> Legal | Code:
    if not game.corners:
        return "no-corners"
    choosing = tuple(who for who in game.guests if who in game.held and len(game.inviting(who)) > 1)
    if not choosing:
        return "invited-once"
    return Legal("sit", choosing, ids=tuple(f"{who}/{c}" for who in choosing for c in game.inviting(who)))


def _check_sit(game: Game, legal: Legal, command: Sit) -> Code | None:
    if command.who not in legal.who:
        return "invited-once" if command.who in game.guests else "not-a-guest"
    if f"{command.who}/{command.corner}" not in legal.ids:
        return "not-invited"
    return "already-there" if game.sits(command.who) == command.corner else _bound(game, command.who)


def _perform_sit(game: Game, command: Sit) -> Done:
    state = states.copy(game.state)
    seat(game.board, state, game.names.character(command.who), game.corner(command.corner))
    return seated(replace(game, state=state), Event("sat", command.corner, command.who))


def seated(game: Game, *events: Event) -> Done:
    """The round remembers where guests sit."""
    return in_round(game, seated={who: game.sits(who) for who in game.guests if game.sits(who)}), events


def invited_by_themselves(game: Game) -> Done:
    """Simulated members invite before anybody announces. The same as `simulate.policies.negotiate`."""
    simulated = np.array([who in game.simulated for who in game.names.characters], dtype=np.int64)
    if not game.corners:
        return game, ()
    state = states.copy(game.state)
    invite_by_themselves(game.board, state, simulated)
    return seated(replace(game, state=state))


def _theirs_to_invite(game: Game, command: Invite, actor: Actor) -> bool:
    return any(c.id == command.corner and c.member == actor.who for c in game.corners)


def _own_corner(game: Game, legal: Legal, actor: Actor) -> Legal | None:
    """Whoever belongs to a corner invites there alone."""
    mine = tuple(c.id for c in game.corners if c.member == actor.who and c.id in legal.ids)
    return replace(legal, ids=mine) if mine else None


def _own_seat(_game: Game, legal: Legal, actor: Actor) -> Legal | None:
    mine = tuple(id_ for id_ in legal.ids if id_.startswith(f"{actor.who}/"))
    return replace(legal, who=(actor.who,), ids=mine) if mine else None


RULES: Final = {
    "invite": Rule(_invite, _perform_invite, _check_invite, HOLDS, _own_corner, _theirs_to_invite),
    "sit": Rule(_sit, _perform_sit, _check_sit, HOLDS, _own_seat),
}
