"""People come late and leave: how many there are, and who holds which character."""

from collections.abc import Mapping

from engine.play.commands import LeaveSeat, People, Seat, TakeSeat
from engine.play.events import Event
from engine.play.game import Game, seated
from engine.play.legal import Code, Legal
from engine.play.rule import Done, Rule, changed
from engine.play.table import Seating


def _people(game: Game) -> Legal | Code:
    if game.over:
        return "over"
    tables = game.begin.tables
    return Legal("people", most=200, tables=tables, sizes=tuple(game.size_of(table) for table in tables))


def _check_people(_game: Game, legal: Legal, command: People) -> Code | None:
    return "unknown-table" if command.table and command.table not in legal.tables else None


def _perform_people(game: Game, command: People) -> Done:
    more = command.participants - game.begin.participants
    joined = dict(game.settled) if command.table else dict(game.joined) if more > 0 else {}
    if command.table:
        more = max(more, -game.size_of(command.table))
        joined[command.table] = joined.get(command.table, 0) + more
    seats, held_by = game.begin.seats, game.begin.held_by
    game = seated(game, Seating(command.participants, dict(seats), dict(held_by), joined))
    return game, (Event("people", number=command.participants),)


def _when(game: Game) -> Code | None:
    """Seats do not change while choices wait for their reveal: a token placed would be nobody's."""
    if game.begin.mode == "demo":
        return "demo-held"
    if game.over:
        return "over"
    return "wrong-phase" if game.in_secret else None


def _take(game: Game) -> Legal | Code:
    return _when(game) or Legal("take-seat", who=game.simulated, tables=game.begin.tables)


def _check_take(game: Game, legal: Legal, command: TakeSeat) -> Code | None:
    if command.who not in legal.who:
        return "taken" if command.who in game.held else "unknown-character"
    return "unknown-table" if command.table and command.table not in legal.tables else None


def _perform_take(game: Game, command: TakeSeat) -> Done:
    """What the program had announced for the character stands: whoever takes it may take it back."""
    seats: dict[str, Seat] = {**game.begin.seats, command.who: "held"}
    game = _reseated(game, game.begin.participants, seats, {**_tables(game), command.who: command.table})
    return game, (Event("seat-taken", who=command.who),)


def _leave(game: Game) -> Legal | Code:
    not_now = _when(game)
    if not_now is None and game.alone and len(game.held) == 1:
        return "training-held"
    return not_now or (Legal("leave-seat", who=game.held) if game.held else "simulated")


def _check_leave(game: Game, legal: Legal, command: LeaveSeat) -> Code | None:
    if command.who in legal.who:
        return None
    return "simulated" if command.who in game.names.characters else "unknown-character"


def _perform_leave(game: Game, command: LeaveSeat) -> Done:
    seats: dict[str, Seat] = {**game.begin.seats, command.who: "simulated"}
    tables = {who: table for who, table in _tables(game).items() if who != command.who}
    game = _reseated(game, game.begin.participants, seats, tables)
    passed = game.table.passed_to
    game = changed(game, passed_to=None if passed == command.who else passed)
    return game, (Event("seat-left", who=command.who),)


def _tables(game: Game) -> dict[str, str]:
    """Which table holds whom, said for everybody: who comes or goes moves nobody else."""
    return {who: game.table_of(who) for who in game.held}


def _reseated(game: Game, people: int, seats: Mapping[str, Seat], held_by: Mapping[str, str]) -> Game:
    return seated(game, Seating(people, dict(seats), dict(held_by), game.joined))


RULES = {
    "people": Rule(_people, _perform_people, _check_people, timely=False, when="ever"),
    "take-seat": Rule(_take, _perform_take, _check_take, timely=False, when="ever"),
    "leave-seat": Rule(_leave, _perform_leave, _check_leave, timely=False, when="ever"),
}
