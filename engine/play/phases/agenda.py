"""The agenda: who volunteers for the chair, who is drawn by lot, and what they put off."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import numpy as np

from engine.language import tr
from engine.play.commands import PutOff, Volunteer
from engine.play.events import Event
from engine.play.game import Game
from engine.play.legal import Code, Legal
from engine.play.phase import Phase, to_step
from engine.play.rule import HOLDS, Done, Rule, in_round
from engine.rules import state as states
from engine.rules.agenda import (
    chair_by_oneself,
    draw_chair,
    put_off,
    take_up,
    too_many,
    would_volunteer,
)
from engine.rules.seats import is_here

KIND: Final = "agenda"
CHAIR: Final = "chair"
LIST: Final = "list"


def one_too_many(game: Game) -> int:
    """How many projects whoever chairs has still to put off."""
    return too_many(game.board, game.state) - len(game.put_off)


def _enter(game: Game) -> Done:
    """Simulated characters say at once whether they volunteer."""
    standing = tuple(
        who for who in game.simulated if would_volunteer(game.board, game.state, game.names.character(who))
    )
    return in_round(game, volunteers=standing), ()


def _volunteer(game: Game) -> Legal | Code:
    if not game.board.treats:
        return "no-agenda"
    if game.table.step != CHAIR:
        return "wrong-phase"
    here = tuple(who for who in game.held if is_here(game.board, game.state, game.names.character(who)))
    return Legal("volunteer", who=here) if here else "simulated"


def _check_volunteer(game: Game, legal: Legal, command: Volunteer) -> Code | None:
    if command.who in legal.who:
        return None
    if command.who in game.held:
        return "not-here"
    return "simulated" if command.who in game.names.characters else "unknown-character"


def _perform_volunteer(game: Game, command: Volunteer) -> Done:
    others = set(game.playing.volunteers) - {command.who}
    standing = others | {command.who} if command.stands else others
    game = in_round(game, volunteers=tuple(who for who in game.names.characters if who in standing))
    return game, (Event("volunteered", who=command.who, number=int(command.stands)),)


def _turn(game: Game, step: str) -> Done:
    """The lot falls; a simulated character in the chair says at once what waits. The same as
    `simulate.policies.take_the_chair`."""
    standing = np.array([who in game.playing.volunteers for who in game.names.characters], dtype=np.int64)
    chair = game.names.characters[draw_chair(game.board, game.state, game.opening, standing)]
    game, moved = to_step(in_round(game, chaired=chair), step)
    game, said = _by_itself(game)
    return game, (*moved, Event("chaired", who=chair), *said)


def _by_itself(game: Game) -> Done:
    """What a simulated character in the chair puts off, where nobody has."""
    chair = game.playing.chaired
    if chair not in game.simulated or not one_too_many(game):
        return game, ()
    state = states.copy(game.state)
    chair_by_oneself(game.board, state, game.names.character(chair))
    game = replace(game, state=state)
    return _written(game, game.put_off)


def _put_off(game: Game) -> Legal | Code:
    if not game.board.treats:
        return "no-agenda"
    if game.table.step != LIST:
        return "nobody-chairs"
    chair = game.playing.chaired
    return Legal("put-off", (chair,), game.on_agenda) if chair in game.held else "simulated"


def _check_put_off(_game: Game, legal: Legal, command: PutOff) -> Code | None:
    return None if command.project in legal.projects else "unknown-project"


def _perform_put_off(game: Game, command: PutOff) -> Done:
    order = tuple(p for p in game.playing.put_off if p != command.project)
    order = (*order, command.project) if command.off else order
    kept = order[-too_many(game.board, game.state) :] if order else ()
    state = states.copy(game.state)
    for project in game.on_agenda:
        place = put_off if project in kept else take_up
        place(game.board, state, game.names.project(project))
    return _written(replace(game, state=state), kept)


def _written(game: Game, order: tuple[str, ...]) -> Done:
    game = in_round(game, put_off=order)
    return game, tuple(Event("put-off", project=project) for project in order)


def _stays(game: Game) -> Code | None:
    long = game.table.step == LIST and game.playing.chaired in game.held and one_too_many(game)
    return "agenda-too-long" if long else None


def _title(step: str) -> str:
    return tr("Ce qui attend") if step == LIST else tr("Qui préside ?")


def _told(view: Any) -> Iterator[str]:
    """What lies on the table, and how much of it there is time for."""
    yield view.agenda.told
    titles = {project.id: project.title for project in view.projects}
    for project in view.agenda.projects:
        yield f"- {titles[project]}"


RULES: Final = {
    "volunteer": Rule(_volunteer, _perform_volunteer, _check_volunteer, HOLDS),
    "put-off": Rule(_put_off, _perform_put_off, _check_put_off, HOLDS),
}

PHASE = Phase(
    KIND,
    title=_title,
    opens=lambda _game: tr("Chercher qui préside"),
    commands=frozenset({"volunteer", "put-off", "pass-to"}),
    steps=lambda _game: (CHAIR, LIST),
    skips=lambda game: not (game.playing.chaired or too_many(game.board, game.state)),
    enter=_enter,
    leaves=_by_itself,
    turn=_turn,
    stays=_stays,
    way_on=lambda game: tr("Tirer au sort qui préside") if game.table.step == CHAIR else "",
    told=_told,
)
