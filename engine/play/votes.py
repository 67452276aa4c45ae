"""What the room answers: the questions of a phase, what observers tick, where each one places themself."""

from dataclasses import replace

from engine.play.actors import Actor
from engine.play.commands import OwnPlacing, Tally, Tick, Vote
from engine.play.events import Event
from engine.play.game import Game
from engine.play.legal import Code, Legal
from engine.play.phases import PHASES
from engine.play.rule import VOTES, Done, Rule, changed, in_round
from engine.play.table import Ballot, OwnPlacingRecord


def questions(game: Game) -> tuple[str, ...]:
    """The questions that may be answered now."""
    return PHASES[game.table.phase].questions(game)


def expected(game: Game, question: str) -> int:
    """How many answers to expect: everybody, but nobody of those whom it is about: who hold the author of a
    promise, or somebody heard."""
    people = game.begin.participants
    speaker = corner_asked(game, question)
    if speaker:
        table = game.table_of(speaker)
        return game.size_of(table) if table else 1
    owner = _owner(game, question)
    if owner not in game.held:
        return people
    table = game.table_of(owner)
    return max(0, people - (game.size_of(table) if table else 1))


def corner_asked(game: Game, question: str) -> str:
    """Whose corner a question is for alone: the character at home there; "" for the whole room."""
    word, _, rest = question.partition(":")
    place = int(rest.partition(".")[2] or 0) if word == "fidelity" else 0
    return game.corners[place - 1].member if 0 < place <= len(game.corners) else ""


def _owner(game: Game, question: str) -> str:
    """The author of the promise that a forecast is about, who is heard; "" for other questions."""
    word, _, wanted = question.partition(":")
    for record in game.table.rounds:
        if word == "hearing" and record.hearing is not None and wanted == str(record.number):
            return record.hearing.heard
        if word != "forecast":
            continue
        for promise in record.promises:
            if promise.id == wanted:
                return promise.who
    return ""


def _answering(kind: str, game: Game) -> Legal | Code:
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
    own += [
        f"{q}/{table}"
        for q in legal.ids
        if (speaker := corner_asked(game, q))
        for table in game.begin.tables
        if table != game.table_of(speaker)
    ]
    return replace(legal, tables=game.begin.tables, barred=tuple(one for one in own if not one.endswith("/")))


def _check_answer(game: Game, legal: Legal, command: Vote | Tally) -> Code | None:
    if command.question not in legal.ids:
        return "unknown-question"
    if command.table and command.table not in game.begin.tables:
        return "unknown-table"
    theirs = game.table_of(_owner(game, command.question))
    speaker = corner_asked(game, command.question)
    if command.table and speaker:
        return None if command.table == game.table_of(speaker) else "not-your-corner"
    return "own-promise" if command.table and command.table == theirs else None


def _check_vote(game: Game, legal: Legal, command: Vote) -> Code | None:
    if game.begin.participants and command.voter > game.begin.participants:
        return "unknown-voter"
    found = _check_answer(game, legal, command)
    if found is None and _owns(game, command):
        return "not-your-corner" if corner_asked(game, command.question) else "own-promise"
    return found


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
    """Whether a question is not for a voter: they hold the character whose promise it is about, alone or with
    their table, or sit in another corner than the one that is asked."""
    speaker = corner_asked(game, command.question)
    if speaker:
        return not _holds(game, command, speaker)
    return _holds(game, command, _owner(game, command.question))


def _holds(game: Game, command: Vote, owner: str) -> bool:
    """Whether a voter holds a character, alone or with their table. At a table that nobody has told, the
    participants sit in order."""
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


def _tick(game: Game) -> Legal | Code:
    return Legal("tick", game.names.characters)


def _check_tick(_game: Game, legal: Legal, command: Tick) -> Code | None:
    return None if command.who in legal.who else "unknown-character"


def _perform_tick(game: Game, command: Tick) -> Done:
    ticks = (command.told, command.asked, command.heard, command.decided)
    observers = {**game.playing.observers, command.who: command.observers}
    game = in_round(game, ticks={**game.playing.ticks, command.who: ticks}, observers=observers)
    return game, (Event("ticked", who=command.who),)


def _own(game: Game) -> Legal | Code:
    when = "after" if game.over else "before"
    return Legal("own-placing", ids=(when,), tables=game.begin.tables)


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
    "vote": Rule(_vote, _perform_vote, _check_vote, VOTES, _still_theirs, _own_number),
    "tally": Rule(_tally, _perform_tally, _check_answer),
    "tick": Rule(_tick, _perform_tick, _check_tick, when="round"),
    "own-placing": Rule(_own, _perform_own, _check_own),
}
