"""Where sessions are kept, what they are called, and which of them can be taken up again."""

import datetime
import json
import os
from pathlib import Path
from typing import NamedTuple

from engine.content.model import Text
from engine.session.file.store import Journal, JournalError


class Found(NamedTuple):
    """A session on disk. `phase` is where it stopped; `damage` a sentence when it can only be read, or not at
    all (then the other fields are empty)."""

    path: Path
    scenario: str
    title: Text
    duration: str
    mode: str
    phase: str
    round: int
    when: float
    damage: str


def folder() -> Path:
    """The folder of the user's sessions; the variable COOP_SESSIONS names another."""
    chosen = os.environ.get("COOP_SESSIONS")
    if chosen:
        return Path(chosen)
    import platformdirs

    return platformdirs.user_data_path("coop-ou-pas-coop", appauthor=False) / "sessions"


def fresh(slug: str, when: float, where: Path | None = None) -> Path:
    """A path that is free for a new session: its date and its scenario, numbered from the second on."""
    place = where or folder()
    stem = f"{datetime.datetime.fromtimestamp(when):%Y-%m-%d}-{slug}"
    path, number = place / f"{stem}.coop", 1
    while path.exists():
        number += 1
        path = place / f"{stem}-{number}.coop"
    return path


def resumables(where: Path | None = None) -> list[Found]:
    """The sessions of a folder, the latest first: a Bilan can be taken up again too.

    A session that another window has open is left out.
    """
    found = []
    for path in (where or folder()).glob("*.coop"):
        one = look(path)
        if one is not None:
            found.append(one)
    return sorted(found, key=lambda f: f.when, reverse=True)


def look(path: Path) -> Found | None:
    """What one file holds, without playing it; None where another process has it open."""
    when = path.stat().st_mtime
    try:
        journal = Journal.open(path)
    except JournalError as error:
        if error.code == "in-use":
            return None
        return Found(path, "", Text(fr=path.stem), "", "", "", 0, when, error.sentence)
    try:
        content = json.loads(journal.header.content)
        begin = json.loads(journal.entries[0].command) if journal.entries else {}
        table = journal.latest().get("table", {})
        return Found(
            path,
            content["id"],
            Text.model_validate(content["title"]),
            begin.get("duration", ""),
            begin.get("mode", ""),
            table.get("phase", ""),
            len(table.get("rounds", ())),
            journal.entries[-1].at if journal.entries else when,
            journal.damage,
        )
    finally:
        journal.close()
