"""Going on: from step to step, phase to phase, round to round, and to the Bilan."""

from dataclasses import replace
from typing import Final

import numpy as np

from engine import numbers
from engine.content.model import PhaseKind
from engine.fixed import Ints
from engine.play.commands import Advance, Code, Finish, Legal
from engine.play.events import Event
from engine.play.game import Game, trio
from engine.play.phases import debates
from engine.play.phases.promises import announced
from engine.play.phases.votes import shown
from engine.play.rule import Done, Rule, changed, in_round
from engine.play.schedule import ALONE, DEBATE
from engine.play.table import Outcome, RoundRecord, Trio
from engine.rules import state as states
from engine.rules.acts import doubtful
from engine.rules.choosing import choose
from engine.rules.endings import ending
from engine.rules.opening import begin_round
from engine.rules.record import Record
from engine.rules.revealing import reveal
from engine.rules.state import FACT_NAMES

MINUTE: Final = 60.0


def _advance(game: Game) -> Legal | Code:
    if game.table.phase == "bilan":
        return "over"
    if game.table.phase == "choice" and any(who not in game.table.confirmed for who in game.held):
        return "choices-missing"
    return Legal("advance")


def _finish(game: Game) -> Legal | Code:
    return "over" if game.table.phase == "bilan" else Legal("finish")


def _perform_finish(game: Game, _command: Finish) -> Done:
    """After the last reveal nothing is left to play: what has been reached is the ending, debated or not."""
    if game.table.phase in ("reveal", "debate"):
        game = in_round(game, **_as_it_ended(game))
        found = ending(game.board, game.state)
        if found >= 0 or len(game.table.rounds) >= game.schedule.rounds:
            return _over(game, _ended(game, found))
    return _over(game, Outcome("stopped"))


def _ended(game: Game, found: int) -> Outcome:
    """How a session that was played out ends; -1 where none of the scenario's endings fits."""
    return Outcome("ending", game.names.endings[found]) if found >= 0 else Outcome("open")


def _perform_advance(game: Game, _command: Advance) -> Done:
    return _NEXT[game.table.phase](game)


def enter(game: Game, phase: PhaseKind, step: str = "") -> Done:
    """The game in another phase, its clock started; the briefing goes on with the welcome's."""
    clock = game.table.clock
    if phase != "briefing":
        minutes = game.schedule.of(phase)
        ends = game.table.at + minutes * MINUTE if minutes else None
        clock = replace(clock, started=game.table.at, ends=ends, left=None)
    game = changed(game, phase=phase, step=step, since=game.table.number, clock=clock, passed_to=None)
    return game, (Event("phase", phase, number=len(game.table.rounds)),)


def _after_welcome(game: Game) -> Done:
    if game.table.phase == "welcome" and game.scenario.briefing:
        return enter(game, "briefing")
    return _open_round(game)


def _open_round(game: Game) -> Done:
    state = states.copy(game.state)
    begin_round(game.board, state, game.chance(state.round + 1))
    game = replace(game, state=state)
    situation = game.names.situations[state.situation]
    values = (tuple(state.ind_before.tolist()), tuple(state.ind_ref.tolist()))
    tokens = tuple(trio(row) for row in state.tokens)
    record = RoundRecord(
        state.round, situation, open=game.open, tokens=tokens, indicators=values, draw=game.table.draw
    )
    game = changed(game, rounds=(*game.table.rounds, record), placing={}, confirmed=(), unseen=(), keeping=())
    game, events = enter(game, "situation")
    return game, (*events, Event("situation", situation, number=state.round))


def _negotiate(game: Game) -> Done:
    game, events = enter(game, "negotiation")
    game, more = announced(game)
    return game, (*events, *more)


def _forecast(game: Game) -> Done:
    """Where nobody promised anything there is nothing to forecast: straight to the choices."""
    if not game.playing.promises:
        return enter(game, "choice")
    ids = {(r.who, r.project): r.id for r in game.playing.promises}
    ranked = [
        ids[game.names.characters[d.who], game.names.projects[d.project]]
        for d in doubtful(game.board, game.state)
    ]
    return enter(in_round(game, selected=tuple(ranked[: numbers.FORECASTS])), "forecast", "ask")


def _choose(game: Game) -> Done:
    """Forecasts that are shown before the choice are shown first."""
    before = game.begin.forecasts_shown == "before" and bool(game.playing.selected)
    return shown(game) if before and not game.playing.shown else enter(game, "choice")


def _reveal(game: Game) -> Done:
    """The simulated choose, everything is laid open, and the rules do the rest."""
    given = _given(game)
    state = states.copy(game.state)
    record = reveal(game.board, state, given)
    game, showing = shown(replace(game, state=state, records=(*game.records, record)))
    game = changed(game, reveals=game.table.reveals + 1)
    game = in_round(game, given=_by_name(game, given), **_as_it_ended(game))
    game = in_round(game, acts=debates.acts(game))
    game, events = enter(game, "reveal")
    return game, (*events, *showing, *_told(game, record))


def _given(game: Game) -> Ints:
    given = np.zeros_like(game.state.given)
    chance = game.chance(game.state.round)
    for who in game.simulated:
        i = game.names.character(who)
        given[i] = choose(game.board, game.state, chance, i)
    for who in game.held:
        for project, tokens in game.table.placing.get(who, {}).items():
            given[game.names.character(who), game.names.project(project)] = tokens
    _drop_unmet(game, given)
    return given


def _drop_unmet(game: Game, given: Ints) -> None:
    """Take back, from those for whom the bell decided, what they give under a condition that fails; one
    failing may make another fail."""
    state, keeping = game.state, [game.names.character(who) for who in game.table.keeping]
    while True:
        unmet = [
            (i, p)
            for i in keeping
            for p in given[i].sum(axis=1).nonzero()[0].tolist()
            if (other := int(state.cond_who[i, p])) >= 0 and not given[other, p, state.cond_kind[i, p]]
        ]
        if not unmet:
            return
        for i, p in unmet:
            given[i, p] = 0


def _by_name(game: Game, given: Ints) -> dict[str, dict[str, Trio]]:
    projects = game.names.projects
    return {
        who: {projects[p]: trio(given[i, p]) for p in given[i].sum(axis=1).nonzero()[0]}
        for i, who in enumerate(game.names.characters)
    }


def _as_it_ended(game: Game) -> dict[str, object]:
    """What the round's record keeps of the state after the reveal."""
    state = game.state
    return {
        "trust": tuple(tuple(row) for row in state.trust.tolist()),
        "postures": tuple(zip(state.s.tolist(), state.a.tolist(), strict=True)),
        "indicators": (*game.playing.indicators[:2], tuple(state.ind.tolist())),
        "totals": tuple(state.total.tolist()),
    }


def _told(game: Game, record: Record) -> tuple[Event, ...]:
    """The reveal as events: facts, projects, indicators, the gate, presuppositions lifted."""
    who, what = game.names.characters, game.names.projects
    events = [
        Event("fact", FACT_NAMES[record.fact[i, p]], who[i], what[p], trio(game.state.given[i, p]))
        for i, p in zip(*record.fact.nonzero(), strict=True)
    ]
    events += [Event("completed", project=what[p]) for p in record.completed.nonzero()[0]]
    events += [
        Event("lapsed", project=what[p], tokens=trio(record.lost[p])) for p in record.lapsed.nonzero()[0]
    ]
    moves = (record.ind_after - record.ind_ref).tolist()
    events += [
        Event("indicator", key, number=by) for key, by in zip(game.names.indicators, moves, strict=True)
    ]
    events.append(Event("gate", number=int(record.rose[0])))
    lifted = zip(*record.lifted.nonzero(), strict=True)
    events += [Event("lifted", who[j], who[i]) for i, j in lifted]
    return tuple(events)


def _debate(game: Game) -> Done:
    game = in_round(game, picked=game.playing.acts[0].id)
    return enter(game, "debate", ALONE[0] if game.alone else DEBATE[0])


def _step(game: Game) -> Done:
    """The next step of the debate; after the map, the next round, the break or the end."""
    steps = ALONE if game.alone else DEBATE
    place = steps.index(game.table.step) + 1
    if place < len(steps):
        step = steps[place]
        return changed(game, step=step), (Event("phase", f"debate:{step}", number=len(game.table.rounds)),)
    # The holders' own placings are part of how the round ended.
    game = in_round(game, **_as_it_ended(game))
    found = ending(game.board, game.state)
    if found >= 0 or len(game.table.rounds) >= game.schedule.rounds:
        return _over(game, _ended(game, found))
    if len(game.table.rounds) == game.schedule.break_after:
        return enter(game, "break")
    return _open_round(game)


def _over(game: Game, outcome: Outcome) -> Done:
    game, events = enter(changed(game, outcome=outcome), "bilan")
    return game, (*events, Event("ended", outcome.ending))


_NEXT: Final = {
    "welcome": _after_welcome,
    "briefing": _after_welcome,
    "situation": _negotiate,
    "negotiation": _forecast,
    "forecast": _choose,
    "choice": _reveal,
    "reveal": _debate,
    "debate": _step,
    "break": _open_round,
}

RULES = {"advance": Rule(_advance, _perform_advance), "finish": Rule(_finish, _perform_finish)}
