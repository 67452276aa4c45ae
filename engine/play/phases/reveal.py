"""The reveal: the simulated choose, everything is laid open, and the rules do the rest."""

from dataclasses import replace

import numpy as np

from engine.fixed import Ints
from engine.language import tr
from engine.play import given_words, reasons
from engine.play.events import Event
from engine.play.game import Game, trio
from engine.play.phase import Phase
from engine.play.phases import debate
from engine.play.phases.forecast import shown
from engine.play.rule import Done, changed, in_round
from engine.play.rumours import settle
from engine.play.table import Trio
from engine.rules import state as states
from engine.rules.ballot import mark_as_written
from engine.rules.choosing import choose
from engine.rules.postures import stand_here
from engine.rules.record import Record
from engine.rules.revealing import reveal
from engine.rules.state import FACT_NAMES, State


def _reveal(game: Game) -> Done:
    given = given_now(game)
    game = settle(game)
    state = states.copy(game.state)
    put_in_the_urn(game, state)
    for who in game.held:  # a person who let the model's place stand has taken it: it is theirs
        stand_here(state, game.names.character(who))
    words = given_words.of_round(game)
    record = reveal(game.board, state, given)
    why = reasons.at_reveal(game, record, given)
    game, showing = shown(replace(game, state=state, records=(*game.records, record)))
    given_words.settle(game, words, record)
    game = changed(game, reveals=game.table.reveals + 1)
    game = in_round(game, given=_by_name(game, given), reasons=why, words=words, **as_it_ended(game))
    game = in_round(game, acts=debate.acts(game))
    return game, (*showing, *_told(game, record))


def put_in_the_urn(game: Game, state: State) -> None:
    """The ballots of the last round: those marked, and those of simulated characters, who mark theirs now."""
    if not len(game.board.methods) or not game.in_last_round:
        return
    for who in game.names.characters:
        i = game.names.character(who)
        if who in game.simulated:
            mark_as_written(game.board, state, i)
        for project, grade in game.playing.papers.get(who, {}).items():
            state.paper[i, game.names.project(project)] = 1 + grade


def given_now(game: Game) -> Ints:
    """What a reveal would find now: the choices of holders, and what the simulated choose."""
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


def as_it_ended(game: Game) -> dict[str, object]:
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
    events += [
        Event("dislodged", what[record.put_out[p] - 1], project=what[p]) for p in record.put_out.nonzero()[0]
    ]
    order = sorted((int(place), what[p]) for p, place in enumerate(record.funded) if place)
    events += [Event("funded", project=project, number=place) for place, project in order]
    moves = (record.ind_after - record.ind_ref).tolist()
    events += [
        Event("indicator", key, number=by) for key, by in zip(game.names.indicators, moves, strict=True)
    ]
    events.append(Event("gate", number=int(record.rose[0])))
    lifted = zip(*record.lifted.nonzero(), strict=True)
    events += [Event("lifted", who[j], who[i]) for i, j in lifted]
    if len(record.baton):
        events.append(Event("passed-on", who[record.baton[1]], who[record.baton[0]]))
    return tuple(events)


PHASE = Phase(
    "reveal",
    title=lambda _step: tr("Révélation"),
    opens=lambda _game: tr("Révéler les choix"),
    commands=frozenset({"pass-to"}),
    enter=_reveal,
)
