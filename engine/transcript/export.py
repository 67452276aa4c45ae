"""A session's file as data, for a spreadsheet or a program."""

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any, Final

from engine import language
from engine.play.commands import EditNote, FollowUp, Note, Pact, Tally, Vote, to_json
from engine.session.session import Session
from engine.telling.reader import Reader
from engine.view.types import ROOM
from engine.view.veil import veil


def replay_json(path: Path) -> dict[str, Any]:
    """A session's file as plain data: what it was begun with, each command with its time and whether it still
    counts; and the damage, if any.

    It tells what the journal may tell: no choice before its reveal, and of a note its last wording only.
    `counts` has the answers that the room may see, question by question; a single vote says that it came,
    never whose it was nor what it said. The seed and the digests of states, from which a program could work
    out the rest, are None until the session has ended.
    """
    session = Session.read(path)
    standing, over = session.standing() - session.refused - session.lost, session.game.table.phase == "bilan"
    counts = _counts(session)
    told = {line.number - 1 for line in session.log(language.current())}
    return {
        "scenario": session.game.scenario.id,
        "seed": session.history[0].seed if over else None,
        "rules_changed": session.changed_rules,
        "damage": session.damage,
        "counts": counts,
        "commands": [
            {
                "number": n + 1,
                "at": game.table.at,
                "command": _public(session, n, counts if n in standing else ()),
                "stands": n in standing,
                "digest": game.digest() if over else None,
            }
            for n, game in enumerate(session.history)
            if n in told
        ],
    }


def _counts(session: Session) -> dict[str, dict[str, int]]:
    """The answers to each question that the room may see now."""
    ballots = veil(session.game, ROOM, Reader(language.current())).game.table.ballots
    return {
        question: dict(zip(_ANSWERS, ballot.counts(), strict=True)) for question, ballot in ballots.items()
    }


_ANSWERS: Final = ("yes", "no", "unsure")


def _public(session: Session, n: int, told: Collection[str]) -> dict[str, Any]:
    """A command as data: a count by hand only of a question that is `told`, words only where they are their
    note's last."""
    command = session.commands[n]
    data: dict[str, Any] = json.loads(to_json(command))
    if isinstance(command, Vote):
        return {"kind": command.kind, "question": command.question, "table": command.table}
    if isinstance(command, Tally) and command.question not in told:
        return {key: value for key, value in data.items() if key not in _ANSWERS}
    if isinstance(command, Pact) and not session.game.over:
        return {"kind": command.kind, "who": command.who, "other": command.other}
    if isinstance(command, Note | EditNote) and not _last_words(session, n, command):
        return data | {"text": "", "speaker": "", "due": ""}
    if isinstance(command, FollowUp) and not _last_line(session, n, command):
        return data | {"happened": ""}
    return data


def _last_words(session: Session, n: int, command: Note | EditNote) -> bool:
    """Whether a note says now what a command wrote."""
    if n in session.refused:
        return False
    number = command.note if isinstance(command, EditNote) else session.history[n].table.notes[-1].id
    return any(
        (note.id, note.text, note.speaker, note.due) == (number, command.text, command.speaker, command.due)
        for note in session.game.table.notes
        if not note.withdrawn
    )


def _last_line(session: Session, n: int, command: FollowUp) -> bool:
    """Whether a commitment has now the line of what happened that a command wrote."""
    return n not in session.refused and any(
        note.id == command.note and note.followed is not None and note.followed.happened == command.happened
        for note in session.game.table.notes
    )
