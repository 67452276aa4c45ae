"""What the room answers: forecasts, verdicts, statements, ticks, and each one's own placing."""

from dataclasses import replace

from engine import numbers
from engine.play.actors import Actor
from engine.play.commands import Code, Legal, OwnPlacing, PickAct, Select, ShowForecasts, Tally, Tick, Vote
from engine.play.events import Event
from engine.play.game import Game
from engine.play.rule import VOTES, Done, Rule, changed, in_round
from engine.play.schedule import ROUND
from engine.play.table import Ballot, OwnPlacingRecord


def questions(game: Game) -> tuple[str, ...]:
    """The questions that may be answered now."""
    table = game.table
    if table.phase == "forecast" and not game.playing.shown:
        return tuple(f"forecast:{promise}" for promise in game.playing.selected)
    if table.phase == "debate" and game.playing.picked is not None:
        number = game.playing.number
        verdict = {"vote": (f"verdict:{number}:1",), "revote": (f"verdict:{number}:2",)}.get(table.step, ())
        return (*verdict, f"statement:{number}") if table.step in ("vote", "talk", "revote") else ()
    return ()


def expected(game: Game, question: str) -> int:
    """How many answers to expect: everybody, but about a promise nobody of those who hold its author."""
    people = game.begin.participants
    if not question.startswith("forecast:"):
        return people
    owner = _owner(game, question)
    if owner not in game.held:
        return people
    table = game.table_of(owner)
    return max(0, people - (game.size_of(table) if table else 1))


def _owner(game: Game, question: str) -> str:
    """The author of the promise that a forecast is about; "" for other questions."""
    wanted = question.removeprefix("forecast:")
    for record in game.table.rounds:
        for promise in record.promises:
            if promise.id == wanted:
                return promise.who
    return ""


def _answering(kind: str, game: Game) -> Legal | Code:
    if game.table.phase == "bilan":
        return "over"
    asked = questions(game)
    if asked:
        return Legal(kind, ids=asked)
    return "already-shown" if game.table.phase == "forecast" and game.playing.shown else "wrong-phase"


def _vote(game: Game) -> Legal | Code:
    legal = _answering("vote", game)
    if not isinstance(legal, Legal):
        return legal
    people = game.begin.participants
    own = [
        f"{question}/{voter}/{table}"
        for question in legal.ids
        for voter in range(1, (people or len(game.held)) + 1)
        for table in ("", *game.begin.tables)
        if _owns(game, Vote(question=question, voter=voter, table=table, answer="yes"))
    ]
    return replace(legal, tables=game.begin.tables, least=1, most=people, barred=tuple(own))


def _tally(game: Game) -> Legal | Code:
    legal = _answering("tally", game)
    if not isinstance(legal, Legal):
        return legal
    own = [f"{q}/{game.table_of(owner)}" for q in legal.ids if (owner := _owner(game, q)) in game.held]
    return replace(legal, tables=game.begin.tables, barred=tuple(one for one in own if not one.endswith("/")))


def _check_answer(game: Game, legal: Legal, command: Vote | Tally) -> Code | None:
    if command.question not in legal.ids:
        return "unknown-question"
    if command.table and command.table not in game.begin.tables:
        return "unknown-table"
    owner = _owner(game, command.question)
    owned = bool(owner) and owner in game.held
    return "own-promise" if owned and command.table and command.table == game.table_of(owner) else None


def _check_vote(game: Game, legal: Legal, command: Vote) -> Code | None:
    if game.begin.participants and command.voter > game.begin.participants:
        return "unknown-voter"
    found = _check_answer(game, legal, command)
    return "own-promise" if found is None and _owns(game, command) else found


def _still_theirs(game: Game, legal: Legal, actor: Actor) -> Legal | None:
    """The questions that a participant may answer: not one about their own promise."""
    ids = tuple(
        question
        for question in legal.ids
        if not _owns(game, Vote(question=question, voter=actor.voter, answer="yes"))
    )
    return replace(legal, ids=ids, least=actor.voter, most=actor.voter) if ids else None


def _own_number(_game: Game, command: Vote, actor: Actor) -> bool:
    return command.voter == actor.voter


def _owns(game: Game, command: Vote) -> bool:
    """Whether a voter holds the character whose promise the question is about, alone or with their table. At
    a table that nobody has told, the participants sit in order."""
    owner = _owner(game, command.question)
    if owner not in game.held:
        return False
    if not game.begin.tables:
        return game.held.index(owner) + 1 == command.voter
    table = command.table or game.table_of_voter(command.voter)
    return bool(table) and table == game.table_of(owner)


def next_voter(game: Game, question: str) -> int | None:
    """The first participant who may answer a question and has not; None where there is none, or nobody has
    counted the participants."""
    answered = {voter for voter, _, _ in game.table.ballots.get(question, Ballot()).votes}
    waiting = (n for n in range(1, game.begin.participants + 1) if n not in answered)
    asked = (Vote(question=question, voter=n, answer="yes") for n in waiting)
    return next((vote.voter for vote in asked if not _owns(game, vote)), None)


def _received(game: Game, question: str, ballot: Ballot) -> Done:
    event = Event("received", question, number=ballot.received())
    return changed(game, ballots={**game.table.ballots, question: ballot}), (event,)


def _perform_vote(game: Game, command: Vote) -> Done:
    ballot = game.table.ballots.get(command.question, Ballot())
    others = tuple(v for v in ballot.votes if v[0] != command.voter)
    votes = tuple(sorted((*others, (command.voter, command.table, command.answer))))
    return _received(game, command.question, replace(ballot, votes=votes))


def _perform_tally(game: Game, command: Tally) -> Done:
    """A table's count replaces what that table had answered; the whole room's replaces everything."""
    ballot = game.table.ballots.get(command.question, Ballot())
    line = (command.table, command.yes, command.no, command.unsure)
    votes = tuple(v for v in ballot.votes if command.table and v[1] != command.table)
    tallies = tuple(t for t in ballot.tallies if command.table and t[0] not in (command.table, ""))
    return _received(game, command.question, Ballot(votes, tuple(sorted((*tallies, line)))))


def _select(game: Game) -> Legal | Code:
    if game.table.phase != "forecast":
        return "over" if game.table.phase == "bilan" else "wrong-phase"
    if game.playing.shown:
        return "already-shown"
    if any(game.table.ballots.get(q) for q in questions(game)):
        return "already-voted"
    ids = tuple(r.id for r in game.playing.promises)
    return Legal("select", ids=ids, most=min(numbers.FORECASTS, len(ids)))


def _check_select(_game: Game, legal: Legal, command: Select) -> Code | None:
    if any(promise not in legal.ids for promise in command.promises):
        return "unknown-promise"
    return "twice-the-same" if len(set(command.promises)) < len(command.promises) else None


def _perform_select(game: Game, command: Select) -> Done:
    return in_round(game, selected=command.promises), (Event("selected", number=len(command.promises)),)


def _show(game: Game) -> Legal | Code:
    if game.table.phase not in ("forecast", "choice"):
        return "over" if game.table.phase == "bilan" else "wrong-phase"
    if game.playing.shown:
        return "already-shown"
    return Legal("show-forecasts") if game.playing.selected else "nothing-to-show"


def _perform_show(game: Game, _command: ShowForecasts) -> Done:
    return shown(game)


def shown(game: Game) -> Done:
    """The forecasts are laid open."""
    if game.playing.shown:
        return game, ()
    game = in_round(game, shown=True)
    return changed(game, step="shown" if game.table.phase == "forecast" else game.table.step), (
        Event("shown", number=len(game.playing.selected)),
    )


def _pick(game: Game) -> Legal | Code:
    if game.table.phase != "debate" or game.table.step not in ("vote", "sentence"):
        return "over" if game.table.phase == "bilan" else "wrong-phase"
    if any(game.table.ballots.get(q) for q in questions(game)):
        return "already-voted"
    return Legal("pick-act", ids=tuple(act.id for act in game.playing.acts))


def _check_pick(_game: Game, legal: Legal, command: PickAct) -> Code | None:
    return None if command.act in legal.ids else "unknown-act"


def _perform_pick(game: Game, command: PickAct) -> Done:
    return in_round(game, picked=command.act), (Event("picked", command.act),)


def _tick(game: Game) -> Legal | Code:
    if game.table.phase not in ROUND:
        return "over" if game.table.phase == "bilan" else "wrong-phase"
    return Legal("tick", game.names.characters)


def _check_tick(_game: Game, legal: Legal, command: Tick) -> Code | None:
    return None if command.who in legal.who else "unknown-character"


def _perform_tick(game: Game, command: Tick) -> Done:
    ticks = (command.told, command.asked, command.heard, command.decided)
    observers = {**game.playing.observers, command.who: command.observers}
    game = in_round(game, ticks={**game.playing.ticks, command.who: ticks}, observers=observers)
    return game, (Event("ticked", who=command.who),)


def _own(game: Game) -> Legal | Code:
    when = {"welcome": "before", "briefing": "before", "bilan": "after"}.get(game.table.phase)
    return Legal("own-placing", ids=(when,), tables=game.begin.tables) if when else "wrong-phase"


def _check_own(game: Game, legal: Legal, command: OwnPlacing) -> Code | None:
    if command.when not in legal.ids:
        return "wrong-phase"
    return "unknown-table" if command.table and command.table not in game.begin.tables else None


def _perform_own(game: Game, command: OwnPlacing) -> Done:
    line = OwnPlacingRecord(command.when, command.table, command.counts)
    others = tuple(p for p in game.table.own_placings if not _replaces(command, p))
    return changed(game, own_placings=(*others, line)), (Event("own-placing", command.when),)


def _replaces(command: OwnPlacing, earlier: OwnPlacingRecord) -> bool:
    """A count of the whole room replaces all; a table's, its own and that of the whole room."""
    if earlier.when != command.when:
        return False
    return not command.table or earlier.table in ("", command.table)


RULES = {
    "select": Rule(_select, _perform_select, _check_select),
    "vote": Rule(_vote, _perform_vote, _check_vote, VOTES, _still_theirs, _own_number),
    "tally": Rule(_tally, _perform_tally, _check_answer),
    "show-forecasts": Rule(_show, _perform_show),
    "pick-act": Rule(_pick, _perform_pick, _check_pick),
    "tick": Rule(_tick, _perform_tick, _check_tick),
    "own-placing": Rule(_own, _perform_own, _check_own),
}
