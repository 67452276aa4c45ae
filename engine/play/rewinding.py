"""Going back: the game to go on with, and what does not go back with it.

Words that people said were said: they stay, unless words alone are gone back on. Words taken back never
return. Time goes on.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from engine.play.commands import Clock as ClockCommand
from engine.play.commands import Command
from engine.play.events import Event
from engine.play.game import Game
from engine.play.rule import Done, changed
from engine.play.table import Clock, NoteRecord, Table

_NOTES: Final = frozenset(("note", "edit-note", "withdraw-note", "follow-up"))


def rewind(game: Game, target: Game, at: float | None = None, between: Sequence[Command] = ()) -> Done:
    """The game to go on with after `Undo`, from the game it goes back to.

    `between` holds the commands that are gone back on, and those taken up again where one returns to what had
    been gone back on. Where a reveal lies between, the simulated choices will be drawn anew.
    """
    table, old = game.table, target.table
    now = table.at if at is None else max(at, table.at)
    kinds = {command.kind for command in between}
    back = changed(
        target,
        number=table.number + 1,
        at=now,
        draw=table.draw + (table.reveals > old.reveals),
        noted=max(table.noted, old.noted),
        notes=_notes(table, old, words_alone=bool(kinds) and kinds <= _NOTES),
        clock=_clock(table, old, now, [c for c in between if isinstance(c, ClockCommand)], len(between)),
    )
    return back, (Event("undone", number=old.number),)


def _notes(table: Table, old: Table, words_alone: bool) -> tuple[NoteRecord, ...]:
    """The words that stand: those of then where words alone are gone back on, else all that was written."""
    kept = {note.id: note for note in table.notes}
    then = {note.id: _said_still(note, kept.get(note.id, note), old.number) for note in old.notes}
    withdrawn = {note.id: note for note in table.notes if note.withdrawn}
    found = {**then, **withdrawn} if words_alone else {**then, **kept}
    return tuple(found[id_] for id_ in sorted(found))


def _said_still(then: NoteRecord, now: NoteRecord, number: int) -> NoteRecord:
    """A note as it stood after command `number`, but for a line that its author has taken back since."""
    if now.unsaid <= number:
        return then
    followed = then.followed and replace(then.followed, happened="")
    return replace(then, followed=followed, unsaid=now.unsaid)


def _clock(table: Table, old: Table, now: float, moved: Sequence[ClockCommand], several: int) -> Clock:
    """The timer: in another step it goes on from what it showed there; in this one it just goes on, unless
    the timer alone is gone back on."""
    if (len(table.rounds), table.phase, table.step) != (len(old.rounds), old.phase, old.step):
        away = now - old.at
        ends = None if old.clock.ends is None else old.clock.ends + away
        after = None if old.clock.after is None else old.clock.after + away
        return replace(old.clock, started=old.clock.started + away, ends=ends, after=after)
    if not moved or len(moved) < several:
        return table.clock
    if all(command.action == "add" for command in moved):
        return old.clock
    left = table.clock.left if table.clock.left is not None else (table.clock.ends or now) - now
    left -= sum(command.seconds for command in moved)
    running = old.clock.left is None
    return replace(old.clock, ends=now + left if running else None, left=None if running else max(0.0, left))
