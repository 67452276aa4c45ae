"""A command journalled (rules left out) against a bare insert, in a file opened and locked as ours is."""

import sqlite3
import tempfile
import time
from pathlib import Path
from statistics import median

from engine.play.commands import Tally, to_json
from engine.session.file import Header, Journal

ROUNDS = 12
EACH = 25


def measure() -> list[tuple[str, float, float, float]]:
    """Rows of (what, ours, reference, ratio), times in seconds: medians over interleaved runs."""
    ours: list[float] = []
    bare: list[float] = []
    with tempfile.TemporaryDirectory(dir=Path.home()) as folder:
        journal = Journal.create(Path(folder) / "ours.coop", Header("{}", 7, "bench", 0.0))
        database = _bare(Path(folder) / "bare.sqlite")
        command = Tally(question="verdict:1:1", table="Table 2", yes=4, no=3, unsure=1)
        for _ in range(ROUNDS):
            for _ in range(EACH):
                started = time.perf_counter()
                journal.append(12.5, to_json(command))
                ours.append(time.perf_counter() - started)
            text = to_json(command)
            for _ in range(EACH):
                started = time.perf_counter()
                database.execute("BEGIN IMMEDIATE")
                database.execute("INSERT INTO row (text) VALUES (?)", (text,))
                database.execute("COMMIT")
                bare.append(time.perf_counter() - started)
        journal.close()
        database.close()
    one, other = median(ours), median(bare)
    return [("a command journalled / a bare synced and locked SQLite insert", one, other, one / other)]


def _bare(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA locking_mode=EXCLUSIVE").fetchall()
    database.execute("PRAGMA journal_mode=DELETE").fetchall()
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT)")
    return database


if __name__ == "__main__":
    for name, mine, reference, ratio in measure():
        print(f"{name}: {mine * 1000:.2f} ms / {reference * 1000:.2f} ms = {ratio:.2f}")
