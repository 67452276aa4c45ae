"""The rumour around a situation: the room says whether it believes it, two may go and check, time tells.

Its truth is in the state from the deal on; nothing here tells it before the reveal of a round in which it was
checked, else before the round in which it comes back, else before the Bilan.
"""

from dataclasses import replace

from engine.content.model import KINDS, Rumour
from engine.play.commands import Verify
from engine.play.events import Event
from engine.play.game import Game, trio
from engine.play.legal import Code, Legal
from engine.play.rule import HOLDS, Done, Rule, in_round
from engine.play.table import Ballot, RoundRecord
from engine.rules import rumours as rules
from engine.rules import state as states
from engine.rules.hearing import is_frank

RUMOUR = "rumour"
"""The step of the situation in which it goes round, and the word of its question."""


def of_round(game: Game, record: RoundRecord) -> Rumour | None:
    """What went round in a round; None in most."""
    return next(card.rumour for card in game.scenario.situations if card.id == record.situation)


def question(record: RoundRecord) -> str:
    """What the room is asked of the rumour of a round."""
    return f"{RUMOUR}:{record.number}"


def is_true(game: Game, record: RoundRecord) -> bool:
    """Whether what went round in a round is true: to be told to nobody before `known`."""
    around = [card.id for card in game.scenario.situations if card.rumour is not None]
    return bool(game.state.truth[around.index(record.situation)])


def known(game: Game, record: RoundRecord) -> bool:
    """Whether its truth has come out."""
    rumour = of_round(game, record)
    if rumour is None:
        return False
    checked = bool(record.verified) and bool(record.given)
    return checked or game.over or len(game.table.rounds) >= record.number + rumour.after


def believed(game: Game, record: RoundRecord) -> bool:
    """Whether more people said that it is true than that it is false."""
    yes, no, _ = game.table.ballots.get(question(record), Ballot()).counts()
    return yes > no


def settle(game: Game) -> Game:
    """At the reveal: a false rumour that was believed, and that nobody checked, will cost something."""
    record = game.playing
    if of_round(game, record) is None or record.verified or not believed(game, record):
        return game
    state = states.copy(game.state)
    rules.believe(game.board, state, game.names.situations.index(record.situation))
    return replace(game, state=state)


def _verify(game: Game) -> Legal | Code:
    rumour = of_round(game, game.playing)
    if game.table.step != RUMOUR or rumour is None or rumour.check is None:
        return "wrong-phase"
    if game.playing.verified:
        return "already-verified"
    everybody = game.names.characters
    having = [who for who in everybody if game.tokens(who)[KINDS.index(rumour.check)] > 0]
    askers = [who for who in having if who in (game.held or game.simulated)]
    barred = [f"{one}/{who}" for one in askers for who in having if not _would(game, one, who)]
    askers = [one for one in askers if any(f"{one}/{who}" not in barred for who in having)]
    if not askers:
        return "nobody-to-verify"
    return Legal("verify", tuple(askers), ids=tuple(having), kinds=(rumour.check,), barred=tuple(barred))


def _would(game: Game, asker: str, other: str) -> bool:
    """Whether two may go together: of two families, and who is simulated trusts who asks."""
    i, j = map(game.names.character, (asker, other))
    if game.board.family[i] == game.board.family[j]:
        return False
    return other in game.held or not game.held or is_frank(game.state, j, i)


def _check(game: Game, legal: Legal, command: Verify) -> Code | None:
    if not {command.asker, command.other} <= set(game.names.characters):
        return "unknown-character"
    if command.asker not in (game.held or game.simulated):
        return "simulated"
    pair = f"{command.asker}/{command.other}"
    fits = command.asker in legal.who and command.other in legal.ids and pair not in legal.barred
    return None if fits else "nobody-to-verify"


def _perform(game: Game, command: Verify) -> Done:
    rumour = of_round(game, game.playing)
    assert rumour is not None  # nobody comes here before
    assert rumour.check is not None
    state = states.copy(game.state)
    for who in (command.asker, command.other):
        rules.pay(state, game.names.character(who), KINDS.index(rumour.check))
    game = replace(game, state=state)
    tokens = tuple(trio(row) for row in state.tokens)
    game = in_round(game, verified=(command.asker, command.other), tokens=tokens)
    return game, (Event("verified", command.asker),)


RULES = {"verify": Rule(_verify, _perform, _check, HOLDS)}
