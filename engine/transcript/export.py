"""A session's file as data, for a spreadsheet or a program."""

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any, Final

from engine import words
from engine.commands import EditNote, Note, Tally, Vote, to_json
from engine.session import Session
from engine.view.types import ROOM
from engine.view.veil import veil


def replay_json(path: Path) -> dict[str, Any]:
    """A session's file as plain data: what it was begun with, each command with its time and whether it still
    counts; and the damage, if any.

    It tells what the journal may tell: no choice before its reveal, no answer before the count is shown, and
    of a note its last wording only. The seed and the digests of states, from which a program could work out
    the rest, are None until the session has ended.
    """
    session = Session.open(path)
    session.close()
    standing, over = session.standing(), session.game.table.phase == "bilan"
    told = {line.number - 1 for line in session.log(words.language())}
    return {
        "scenario": session.game.scenario.id,
        "seed": session.history[0].seed if over else None,
        "rules_changed": session.changed_rules,
        "damage": session.damage,
        "commands": [
            {
                "number": n + 1,
                "at": game.table.at,
                "command": _public(session, n),
                "stands": n in standing,
                "digest": game.digest() if over else None,
            }
            for n, game in enumerate(session.history)
            if n in told
        ],
    }


_ANSWERS: Final = frozenset(("answer", "yes", "no", "unsure"))


def _public(session: Session, n: int) -> dict[str, Any]:
    """A command as data, without the answers of a count that is not shown, nor the words of notes where they
    are not the note's last."""
    command = session.commands[n]
    data: dict[str, Any] = json.loads(to_json(command))
    if isinstance(command, Vote | Tally) and command.question not in _counted(session):
        return {key: value for key, value in data.items() if key not in _ANSWERS}
    if isinstance(command, Note | EditNote):
        number = command.note if isinstance(command, EditNote) else session.history[n].table.notes[-1].id
        last = {note.id: note.text for note in session.game.table.notes if not note.withdrawn}
        if last.get(number) != command.text:
            data |= {"text": "", "speaker": ""}
    return data


def _counted(session: Session) -> Collection[str]:
    """The questions whose answers the room may see now."""
    return veil(session.game, ROOM, words.language(), False).game.table.ballots
