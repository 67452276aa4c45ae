"""Going on: from step to step, phase to phase, round to round, and to the Bilan."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from engine import outline
from engine.outline import OUTLINES
from engine.play.commands import Advance, Finish
from engine.play.events import Event
from engine.play.game import Game, trio
from engine.play.legal import Code, Legal
from engine.play.phases import PHASES
from engine.play.phases.reveal import as_it_ended
from engine.play.rule import Done, Rule, changed, in_round
from engine.play.table import Outcome, RoundRecord
from engine.rules import state as states
from engine.rules.endings import ending
from engine.rules.opening import begin_round

MINUTE: Final = 60.0


def _advance(game: Game) -> Legal | Code:
    if game.over:
        return "over"
    return PHASES[game.table.phase].stays(game) or Legal("advance")


def _perform_advance(game: Game, _command: Advance) -> Done:
    """The next step of this phase; after the last one, the next phase."""
    phase = PHASES[game.table.phase]
    steps = phase.steps(game)
    later = steps[steps.index(game.table.step) + 1 :] if game.table.step in steps else ()
    return phase.turn(game, later[0]) if later else _leave(game)


def _finish(game: Game) -> Legal | Code:
    return "over" if game.over else Legal("finish")


def _perform_finish(game: Game, _command: Finish) -> Done:
    """After the last reveal nothing is left to play: what has been reached is the ending, debated or not."""
    if game.laid_open:
        game = in_round(game, **as_it_ended(game))
        found = ending(game.board, game.state)
        if found >= 0 or len(game.table.rounds) >= game.schedule.rounds:
            return _over(game, _ended(game, found))
    return _over(game, Outcome("stopped"))


def following(game: Game) -> str:
    """The phase that comes after this one in the same part of the evening; "" after the last."""
    phase = game.table.phase
    round_ = game.schedule.of_round(game.in_last_round)
    part: Sequence[str] = round_ if game.in_round else outline.at(OUTLINES[phase].place)
    return next((kind for kind in part[part.index(phase) + 1 :] if not PHASES[kind].skips(game)), "")


def _leave(game: Game) -> Done:
    game, events = PHASES[game.table.phase].leaves(game)
    kind = following(game)
    if kind:
        game, more = enter(game, kind)
    else:
        game, more = _close_round(game) if game.in_round else _open_round(game)
    return game, (*events, *more)


def enter(game: Game, kind: str) -> Done:
    """The game in another phase, at its first step, its clock started unless it goes on in the time of the
    phase before."""
    clock = game.table.clock
    if OUTLINES[kind].minutes is not None:
        minutes = game.schedule.of(kind)
        ends = game.table.at + minutes * MINUTE if minutes else None
        clock = replace(clock, started=game.table.at, ends=ends, left=None)
    secret = game.in_secret
    game = changed(game, phase=kind, step="", clock=clock, passed_to=None)
    if not (secret and game.in_secret):  # from ballots one goes back to before the choices
        game = changed(game, since=game.table.number)
    event = Event("phase", kind, number=len(game.table.rounds))
    game, more = PHASES[kind].enter(game)
    return changed(game, step=next(iter(PHASES[kind].steps(game)), "")), (event, *more)


def _open_round(game: Game) -> Done:
    state = states.copy(game.state)
    begin_round(game.board, state, game.chance(state.round + 1))
    game = replace(game, state=state)
    values = (tuple(state.ind_before.tolist()), tuple(state.ind_ref.tolist()))
    tokens = tuple(trio(row) for row in state.tokens)
    record = RoundRecord(
        state.round,
        game.names.situations[state.situation],
        open=game.open,
        tokens=tokens,
        indicators=values,
        draw=game.table.draw,
    )
    game = changed(game, rounds=(*game.table.rounds, record), placing={}, confirmed=(), unseen=(), keeping=())
    return enter(game, game.schedule.phases[0])


def _close_round(game: Game) -> Done:
    """After the last phase of a round: the next round, the break or the end."""
    game = in_round(game, **as_it_ended(game))  # the holders' own placings are part of how the round ended
    found = ending(game.board, game.state)
    if found >= 0 or len(game.table.rounds) >= game.schedule.rounds:
        return _over(game, _ended(game, found))
    pause = outline.at("break") if len(game.table.rounds) == game.schedule.break_after else ()
    return enter(game, pause[0]) if pause else _open_round(game)


def _ended(game: Game, found: int) -> Outcome:
    """How a session that was played out ends; -1 where none of the scenario's endings fits."""
    return Outcome("ending", game.names.endings[found]) if found >= 0 else Outcome("open")


def _over(game: Game, outcome: Outcome) -> Done:
    game, events = enter(changed(game, outcome=outcome), outline.at("after")[0])
    return game, (*events, Event("ended", outcome.ending))


RULES = {
    "advance": Rule(_advance, _perform_advance, when="ever"),
    "finish": Rule(_finish, _perform_finish, when="ever"),
}
