"""The room's own project: once a session, written, amended by one other character, opened.

It waits in a step of the negotiation. There one held character may move a point or two of it, or a token;
where people train, or hold nobody, a simulated one has done so at once. Going on opens it as it stands then.
Proposed before, it waits for the negotiation.
"""

from dataclasses import replace
from typing import Final

from engine import own_project
from engine.content.model import KINDS
from engine.language import tr
from engine.own_project import Move
from engine.play import given_words
from engine.play.commands import Amend, CarteBlanche
from engine.play.events import Event
from engine.play.game import Game, count
from engine.play.legal import Code, Legal
from engine.play.phase import to_step
from engine.play.rule import HOLDS, Done, Rule, changed, in_round
from engine.play.table import Amendment, RoomProject, Trio
from engine.rules import board as boards
from engine.rules import state as states
from engine.rules.amending import amendment
from engine.rules.opening import open_carte_blanche

STEP: Final = "own-card"
"""The step of the negotiation in which it waits."""
WHERE: Final = "negotiation"


def waiting(game: Game) -> RoomProject | None:
    """The room's own project, while it waits to be opened."""
    card = game.table.room_project
    return card if card is not None and card.waits else None


def as_proposed(game: Game, card: RoomProject) -> tuple[Trio, dict[str, int]]:
    """Its cost and its changes, before anybody amended it."""
    if card.amended is None:
        return card.cost, dict(card.changes)
    move = _move(game, card.amended)
    return _moved(game, card, move._replace(by=-move.by))


def _rows(game: Game) -> dict[str, tuple[str, ...]]:
    return {"changes": game.names.indicators, "cost": KINDS}


def _move(game: Game, said: Amendment | Amend) -> Move:
    """A move by its indices; ValueError where the project has no such gauge, or token."""
    row = _rows(game)[said.part]
    return Move(said.part, row.index(said.taken), row.index(said.given), said.by)


def _points(game: Game, card: RoomProject) -> list[int]:
    return [card.changes.get(key, 0) for key in game.names.indicators]


def _moved(game: Game, card: RoomProject, move: Move) -> tuple[Trio, dict[str, int]]:
    cost, points = own_project.moved(card.cost, _points(game, card), move)
    return (cost[0], cost[1], cost[2]), dict(zip(game.names.indicators, points, strict=True))


# ---- Proposed ------------------------------------------------------------------------------------------


def _carte_blanche(game: Game) -> Legal | Code:
    if game.table.room_project is not None:
        return "carte-blanche-used"
    return Legal("carte-blanche", kinds=KINDS, ids=game.names.indicators, limits=(("", count(_purse(game))),))


def _purse(game: Game) -> Trio:
    """What everybody has in hand together."""
    time, means, backing = game.state.tokens.sum(axis=0).tolist()
    return (time, means, backing)


def _check_carte_blanche(game: Game, legal: Legal, command: CarteBlanche) -> Code | None:
    if any(key not in legal.ids for key in command.changes):
        return "unknown-indicator"
    cost: Trio = (command.cost.time, command.cost.means, command.cost.backing)
    changes = [command.changes.get(key, 0) for key in game.names.indicators]
    return own_project.why_not(cost, changes, int(game.board.gate), legal.limits[0][1])


def _perform_carte_blanche(game: Game, command: CarteBlanche) -> Done:
    cost: Trio = (command.cost.time, command.cost.means, command.cost.backing)
    changes = {key: command.changes.get(key, 0) for key in game.names.indicators}
    card = RoomProject(command.name, cost, changes, game.playing.number, command.waits)
    game = changed(game, room_project=card)
    if not command.waits:
        return _opened(game)
    game, amended = _by_the_game(game) if _the_game_amends(game) else (game, ())
    game, events = to_step(game, STEP) if game.table.phase == WHERE else (game, ())
    return game, (Event("proposed", tokens=cost), *amended, *events)


# ---- Amended -------------------------------------------------------------------------------------------


def _the_game_amends(game: Game) -> bool:
    """Whether nobody else who could amend it is held by people: those who train wrote it together."""
    return bool(game.simulated) and (game.alone or not game.held)


def _by_the_game(game: Game) -> Done:
    card = game.table.room_project
    assert card is not None  # it has just been written
    others = [game.names.character(who) for who in game.simulated]
    found = amendment(game.board, game.state, card.cost, _points(game, card), others)
    if found is None:
        return game, ()
    who, move = found
    row = _rows(game)[move.part]
    said = Amendment(game.names.characters[who], move.part, row[move.taken], row[move.given], move.by)
    return _amended(game, said)


def _amended(game: Game, said: Amendment) -> Done:
    card = game.table.room_project
    assert card is not None  # nobody amends before
    cost, changes = _moved(game, card, _move(game, said))
    game = changed(game, room_project=replace(card, cost=cost, changes=changes, amended=said))
    return game, (Event("amended", who=said.who),)


def _amend(game: Game) -> Legal | Code:
    card = waiting(game)
    if card is None:
        return "no-card-waiting"
    if _the_game_amends(game):
        return "amended-by-the-game"
    if card.amended is not None:
        return "amended"
    rows = _rows(game)
    possible = own_project.moves(card.cost, _points(game, card), int(game.board.gate), _purse(game))
    ids = tuple(f"{m.part}/{rows[m.part][m.taken]}/{rows[m.part][m.given]}/{m.by}" for m in possible)
    return Legal("amend", game.held, ids=ids) if ids else "amend-nothing"


def _check_amend(game: Game, legal: Legal, command: Amend) -> Code | None:
    if command.who not in game.names.characters:
        return "unknown-character"
    if command.who not in legal.who:
        return "simulated"
    if f"{command.part}/{command.taken}/{command.given}/{command.by}" in legal.ids:
        return None
    card = waiting(game)
    assert card is not None  # the option says so
    try:
        move = _move(game, command)
    except ValueError:
        return "unknown-indicator" if command.part == "changes" else "amend-nothing"
    cost, points = own_project.moved(card.cost, _points(game, card), move)
    return own_project.why_not(cost, points, int(game.board.gate), _purse(game)) or "amend-nothing"


def _perform_amend(game: Game, command: Amend) -> Done:
    said = Amendment(command.who, command.part, command.taken, command.given, command.by)
    return _amended(game, said)


# ---- Opened --------------------------------------------------------------------------------------------


def steps(game: Game) -> tuple[str, ...]:
    """The steps of a negotiation: first the project that waits, if there is one."""
    return (STEP, "") if waiting(game) else ()


def turn(game: Game, step: str) -> Done:
    """Going on from there: the project is open, and people negotiate."""
    game, events = _opened(game)
    game, more = to_step(game, step)
    return game, (*events, *more)


def _opened(game: Game) -> Done:
    card = game.table.room_project
    assert card is not None  # it has been written
    board = boards.with_project(game.board, card.cost, _points(game, card))
    state = states.copy(game.state)
    open_carte_blanche(board, state)
    game = changed(replace(game, board=board, state=state), room_project=replace(card, waits=False))
    game = in_round(game, open=game.open)
    if game.table.phase == WHERE:  # it may serve who was given a word for this round
        game = in_round(game, words=given_words.of_round(game))
    return game, (Event("carte-blanche", project=boards.CARTE_BLANCHE, tokens=card.cost),)


def way_on(game: Game) -> str:
    """What going on is called while it waits; "" otherwise."""
    return tr("Ouvrir ce chantier") if waiting(game) else ""


RULES = {
    "carte-blanche": Rule(_carte_blanche, _perform_carte_blanche, _check_carte_blanche),
    "amend": Rule(_amend, _perform_amend, _check_amend, HOLDS),
}
