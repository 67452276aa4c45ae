"""The situation of the round: what happens to the place, whatever anybody does. Before it, where somebody has
left their seat, a minute of handing over; after it, where something is said around it,
whether the room believes it.
"""

from dataclasses import replace
from typing import Final

from engine.language import tr
from engine.play.events import Event
from engine.play.game import Game
from engine.play.phase import Phase, to_step
from engine.play.rule import Done, changed
from engine.play.rumours import RUMOUR, of_round, question

HANDOVER: Final = "handover"
"""The step in which who leaves hands over to who comes."""
_MINUTE: Final = 60.0


def _steps(game: Game) -> tuple[str, ...]:
    before = (HANDOVER,) if leavers(game) else ()
    after = (RUMOUR,) if game.round and of_round(game, game.playing) else ()
    return (*before, "event", *after) if before or after else ()


def leavers(game: Game) -> tuple[str, ...]:
    """The seats that changed hands as this round began."""
    if game.round is None:
        return ()
    here = zip(game.names.characters, game.state.heir.tolist(), strict=True)
    return tuple(who for who, since in here if since == game.playing.number)


def _enter(game: Game) -> Done:
    """A minute to hand over, if somebody does; then the situation, in its own time."""
    if leavers(game):
        return _timed(game, _MINUTE), ()
    return game, (_event(game),)


def _turn(game: Game, step: str) -> Done:
    game, events = to_step(game, step)
    if step == RUMOUR:
        return game, events
    return _timed(game, game.schedule.of("situation") * _MINUTE), (*events, _event(game))


def _event(game: Game) -> Event:
    return Event("situation", game.playing.situation, number=game.playing.number)


def _timed(game: Game, seconds: float) -> Game:
    """The timer started anew, where the session has one."""
    if not game.schedule.total:
        return game
    clock = replace(game.table.clock, started=game.table.at, ends=game.table.at + seconds, left=None)
    return changed(game, clock=clock)


def _way_on(game: Game) -> str:
    """What the next step is called."""
    steps = _steps(game)
    later = steps[steps.index(game.table.step) + 1 :] if game.table.step in steps else ()
    words = {"event": tr("Découvrir la situation"), RUMOUR: tr("Entendre ce qu’on dit")}
    return words[later[0]] if later else ""


PHASE = Phase(
    "situation",
    title=lambda step: {HANDOVER: tr("Passation"), RUMOUR: tr("Rumeur")}.get(step, tr("Situation")),
    opens=lambda _game: tr("Découvrir la situation"),
    commands=frozenset({"pass-to", "carte-blanche", "vote", "tally", "verify"}),
    steps=_steps,
    enter=_enter,
    turn=_turn,
    way_on=_way_on,
    questions=lambda game: (question(game.playing),) if game.table.step == RUMOUR else (),
)
