"""The ballot: once the choices of the last round are made the catalogue closes, and each marks a ballot.

Ballots are secret until the reveal, which counts them.
"""

from collections.abc import Iterator
from typing import Any, Final

from engine.content.model import FAIR, GRADES
from engine.language import tr
from engine.play.commands import Mark
from engine.play.events import Event
from engine.play.game import Game
from engine.play.legal import Code, Legal
from engine.play.phase import Phase
from engine.play.phases.reveal import given_now
from engine.play.rule import HOLDS, Done, Rule, changed, in_round
from engine.rules.ballot import is_eligible
from engine.rules.revealing import foresee


def _enter(game: Game) -> Done:
    """The catalogue closes: what is eligible, with what tonight's tokens complete. That tells something of
    the choices: who goes back before it meets others, and these stay whatever becomes of the ballots."""
    record = foresee(game.board, game.state, given_now(game))
    ideas = [project.id for project in game.scenario.projects if project.price is not None]
    places = {id_: game.names.project(id_) for id_ in ideas}
    there = tuple(
        id_ for id_, p in places.items() if is_eligible(game.board, game.state, p) or record.completed[p]
    )
    game = changed(game, reveals=game.table.reveals + 1)
    game = in_round(game, catalogue=there, closed=game.table.draw)
    return game, (Event("catalogue", number=len(there)),)


def _mark(game: Game) -> Legal | Code:
    if not game.held:
        return "simulated"
    return Legal("mark", who=game.held, projects=game.playing.catalogue, most=len(GRADES) - 1)


def _check(game: Game, legal: Legal, command: Mark) -> Code | None:
    if command.who not in legal.who:
        return "simulated" if command.who in game.names.characters else "unknown-character"
    return None if set(command.grades) <= set(legal.projects) else "not-eligible"


def _perform(game: Game, command: Mark) -> Done:
    """A ballot says something of each idea; handed in, it gives the computer back."""
    paper = {id_: command.grades.get(id_, FAIR) for id_ in game.playing.catalogue}
    passed = game.table.passed_to
    game = in_round(game, papers={**game.playing.papers, command.who: paper})
    game = changed(game, passed_to=None if passed == command.who else passed)
    return game, (Event("marked", who=command.who),)


def _told(view: Any) -> Iterator[str]:
    """What may be voted on, and for how much."""
    for project in view.ballot.eligible:
        idea = view.ballot.idea(project)
        yield f"- {idea.title} : {idea.price_told}"


KIND: Final = "ballot"
RULES: Final = {"mark": Rule(_mark, _perform, _check, HOLDS, secret=True)}

PHASE = Phase(
    KIND,
    title=lambda _step: tr("Vote"),
    opens=lambda _game: tr("Fermer le catalogue et voter"),
    commands=frozenset({"mark", "pass-to"}),
    skips=lambda game: not len(game.board.methods),
    enter=_enter,
    told=_told,
)
