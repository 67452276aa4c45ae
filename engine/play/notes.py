"""The words that a facilitator collects, what became of commitments, and the clock."""

from dataclasses import replace

from engine.play.commands import Clock as ClockCommand
from engine.play.commands import EditNote, FollowUp, Note, WithdrawNote
from engine.play.events import Event
from engine.play.game import Game
from engine.play.legal import Code, Legal
from engine.play.rule import ANYONE, Done, Rule, changed
from engine.play.table import Followed, NoteRecord


def _note(_game: Game) -> Legal | Code:
    return Legal("note")


def _perform_note(game: Game, command: Note) -> Done:
    number = 1 + max((game.table.noted, *(note.id for note in game.table.notes)))
    record = NoteRecord(
        number, command.text, command.tag, command.speaker, len(game.table.rounds), game.table.phase,
        game.table.at, due=command.due,
    )  # fmt: skip
    notes = (*game.table.notes, record)
    return changed(game, notes=notes, noted=number), (Event("noted", number=number),)


def _standing(game: Game) -> tuple[str, ...]:
    return tuple(str(note.id) for note in game.table.notes if not note.withdrawn)


def _edit(game: Game) -> Legal | Code:
    return Legal("edit-note", ids=_standing(game)) if _standing(game) else "unknown-note"


def _withdraw(game: Game) -> Legal | Code:
    return Legal("withdraw-note", ids=_standing(game)) if _standing(game) else "unknown-note"


def _check_note(_game: Game, legal: Legal, command: EditNote | WithdrawNote | FollowUp) -> Code | None:
    return None if str(command.note) in legal.ids else "unknown-note"


def _replaced(game: Game, number: int, **fields: object) -> Done:
    notes = tuple(
        replace(note, **fields) if note.id == number else note  # type: ignore[arg-type]
        for note in game.table.notes
    )
    return changed(game, notes=notes), (Event("noted", number=number),)


def _perform_edit(game: Game, command: EditNote) -> Done:
    return _replaced(
        game, command.note, text=command.text, tag=command.tag, speaker=command.speaker, due=command.due
    )


def _perform_withdraw(game: Game, command: WithdrawNote) -> Done:
    return _replaced(game, command.note, text="", speaker="", due="", followed=None, unsaid=0, withdrawn=True)


def _follow(game: Game) -> Legal | Code:
    ids = tuple(str(n.id) for n in game.table.notes if n.tag == "commitment" and not n.withdrawn)
    return Legal("follow-up", ids=ids) if ids else "unknown-note"


def _perform_follow(game: Game, command: FollowUp) -> Done:
    note = next(note for note in game.table.notes if note.id == command.note)
    followed = command.became and Followed(command.became, command.happened, game.table.at)
    before = note.followed.happened if note.followed else ""
    gone = before and not (followed and followed.happened)
    return _replaced(game, command.note, followed=followed, unsaid=game.table.number if gone else note.unsaid)


def _clock(game: Game) -> Legal | Code:
    clock = game.table.clock
    if clock.left is not None:
        return Legal("clock", ids=("resume", "add"))
    return "untimed" if clock.ends is None else Legal("clock", ids=("pause", "add"))


def _check_clock(_game: Game, legal: Legal, command: ClockCommand) -> Code | None:
    if command.action in legal.ids:
        return None
    return "paused" if command.action == "pause" else "running"


def _perform_clock(game: Game, command: ClockCommand) -> Done:
    clock, now = game.table.clock, game.table.at
    if command.action == "pause" and clock.ends is not None:
        clock = replace(clock, ends=None, left=max(0.0, clock.ends - now))
    elif command.action == "resume" and clock.left is not None:
        clock = replace(clock, ends=now + clock.left, left=None)
    elif clock.left is not None:
        clock = replace(clock, left=max(0.0, clock.left + command.seconds))
    elif clock.ends is not None:
        clock = replace(clock, ends=max(now, clock.ends) + command.seconds)
    return changed(game, clock=clock), (Event("clock", command.action, number=command.seconds),)


RULES = {
    "note": Rule(_note, _perform_note, who=ANYONE, timely=False, when="ever"),
    "edit-note": Rule(_edit, _perform_edit, _check_note, timely=False, when="ever"),
    "withdraw-note": Rule(_withdraw, _perform_withdraw, _check_note, timely=False, when="ever"),
    "follow-up": Rule(_follow, _perform_follow, _check_note, timely=False),
    "clock": Rule(_clock, _perform_clock, _check_clock, when="ever"),
}
