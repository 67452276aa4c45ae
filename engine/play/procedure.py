"""A session's rules of procedure: what is allowed now, and what a command leads to.

    >>> from engine.content import library
    >>> from engine.play.commands import Advance
    >>> scenario = library.load("le-rez-de-chaussee").scenario
    >>> game = begin(scenario, Begin(duration="45", mode="demo", seats={}, participants=0), seed=7)
    >>> game.table.phase, [option.kind for option in legal(game)][0]  # what may be done, with bounds
    ('welcome', 'advance')
    >>> game, events = apply(game, Advance(), at=60.0)  # or Refused, and nothing has changed
    >>> game.table.phase, events[-1].kind
    ('situation', 'situation')

`at` is the time of day in seconds; nothing but the clock depends on it. Going back (`Undo`) needs the games
that came before: `procedure.rewind` makes the game to go on with, `engine.session.session` keeps them.
"""

from dataclasses import replace
from typing import Final

from engine import numbers
from engine.content.model import Scenario
from engine.play import (
    baton,
    notes,
    own_card,
    pacts,
    people,
    requests,
    rumours,
    seating,
    turns,
    votes,
    walking,
)
from engine.play.actors import FACILITATOR, Actor
from engine.play.commands import COMMANDS, Begin, Command, Undo
from engine.play.events import Event
from engine.play.game import Game, digest, start
from engine.play.legal import Code, Legal, Refused
from engine.play.phases import (
    PHASES,
    agenda,
    ballot,
    choice,
    choose,
    debate,
    forecast,
    hearing,
    method,
    negotiation,
    strips,
)
from engine.play.refusals import REFUSALS, refuse
from engine.play.rewinding import rewind
from engine.play.rule import Done, Rule, changed

__all__ = [
    "REFUSALS", "Event", "Game", "Refused", "apply", "begin", "check", "digest", "late", "leads", "legal",
    "refuse", "rewind",
]  # fmt: skip


def _undo(game: Game) -> Legal | Code:
    return Legal("undo", least=1, most=game.table.number - 1) if game.table.number > 1 else "unknown-command"


def _check_undo(_game: Game, legal: Legal, command: Undo) -> Code | None:
    return None if legal.least <= command.to <= legal.most else "unknown-command"


def _perform_undo(game: Game, _command: Undo) -> Done:
    raise LookupError("going back needs the games before: see rewind")


def _already(_game: Game) -> Legal | Code:
    return "already-begun"


_RULES: Final[dict[str, Rule]] = {
    "begin": Rule(_already, lambda game, _command: (game, ()), when="ever"),
    **turns.RULES,
    **method.RULES,
    **choose.RULES,
    **agenda.RULES,
    **votes.RULES,
    **negotiation.RULES,
    **own_card.RULES,
    **requests.RULES,
    **pacts.RULES,
    **hearing.RULES,
    **rumours.RULES,
    **walking.RULES,
    **seating.RULES,
    **strips.RULES,
    **baton.RULES,
    **forecast.RULES,
    **choice.RULES,
    **ballot.RULES,
    **debate.RULES,
    **notes.RULES,
    **people.RULES,
    "undo": Rule(_undo, _perform_undo, _check_undo, timely=False, when="ever"),
}
RULES: Final[dict[str, Rule]] = {kind: _RULES[kind] for kind in COMMANDS}
"""The rule of every kind of command, in the order in which they are listed."""


def begin(scenario: Scenario, command: Begin, seed: int, at: float = 0.0) -> Game:
    """The game right after its first command; raises Refused where the session cannot begin so."""
    code = _why_not(scenario, command)
    if code:
        raise refuse(code)
    game = start(scenario, command, seed)
    clock = replace(game.table.clock, session_started=at)
    game, _ = turns.enter(changed(game, at=at, clock=clock), "welcome")
    return game


def _why_not(scenario: Scenario, command: Begin) -> Code | None:
    cast = {member.character for member in scenario.cast}
    seats = {who: command.seats.get(who, "simulated") for who in cast}
    if not set(command.seats) <= cast or not set(command.held_by) <= cast:
        return "unknown-character"
    if command.duration not in scenario.durations:
        return "unknown-duration"
    if sum(seat != "out" for seat in seats.values()) < numbers.LEAST_IN_PLAY:
        return "too-few-characters"
    if len(set(command.tables)) < len(command.tables):
        return "same-tables"
    if not set(command.held_by.values()) <= {"", *command.tables}:
        return "unknown-table"
    held = "held" in seats.values()
    if command.mode == "demo" and held:
        return "demo-held"
    return "training-held" if command.mode == "training" and not held else None


def legal(game: Game, by: Actor = FACILITATOR) -> tuple[Legal, ...]:
    """Every kind of command that an author may give now, with the bounds of its parameters."""
    options = (_option(game, kind, by) for kind in RULES)
    return tuple(option for option in options if isinstance(option, Legal))


def _option(game: Game, kind: str, by: Actor) -> Legal | Code:
    rule = RULES[kind]
    option = rule.option(game) if _in_time(game, kind, rule) else "over" if game.over else "wrong-phase"
    if not isinstance(option, Legal) or leads(game, by):
        return option
    return ((by.role in rule.who) and rule.own(game, option, by)) or "not-yours"


def _in_time(game: Game, kind: str, rule: Rule) -> bool:
    """Whether the phase allows a kind of command at all."""
    if rule.when == "listed":
        return kind in PHASES[game.table.phase].commands
    return rule.when == "ever" or game.in_round


def leads(game: Game, by: Actor) -> bool:
    """Whether an author may give every command: who trains alone leads their own session."""
    return by.role == "facilitator" or game.alone


def check(game: Game, command: Command, by: Actor = FACILITATOR) -> None:
    """Raise Refused where the command is not allowed now, or not to its author."""
    rule = RULES[command.kind]
    option = _option(game, command.kind, by)
    if isinstance(option, Legal):
        theirs = leads(game, by) or rule.theirs(game, command, by)
        code = rule.check(game, option, command) if theirs else "not-yours"
    else:
        code = option
    if code:
        raise refuse(code, game, command)


def late(then: Game, now: Game, command: Command) -> bool:
    """Whether a command that answers to an earlier state comes after what it answers to is over."""
    return RULES[command.kind].timely and _place(then) != _place(now)


def _place(game: Game) -> tuple[object, ...]:
    """What people had before their eyes: which round, phase and step, and what was being asked."""
    table = game.table
    return len(table.rounds), table.phase, table.step, votes.questions(game), table.reveals


def apply(
    game: Game, command: Command, at: float | None = None, by: Actor = FACILITATOR
) -> tuple[Game, tuple[Event, ...]]:
    """The game after a command, and what happened; raises Refused, having changed nothing."""
    check(game, command, by)
    now = game.table.at if at is None else max(at, game.table.at)
    number = game.table.number + 1
    return RULES[command.kind].perform(changed(game, number=number, at=now), command)
