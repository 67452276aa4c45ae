"""The rules of another commit, played by a process of its own: how fast they were."""

import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Protocol

ROOT = Path(__file__).parents[2]

# Answers each line "slug duration games" by how many games it played in a second of processor.
_PLAYER = """
import sys, time
from engine import simulate
from engine.content import library
from engine.rules.board import build
from engine.simulate.worker import fastest
fastest()
for line in sys.stdin:
    slug, duration, games = line.split()
    board = build(library.load(slug).scenario, duration)
    simulate.run(board, "written", 64, 1)
    began = time.process_time()
    simulate.run(board, "written", int(games), 1)
    print(int(games) / (time.process_time() - began), flush=True)
"""


class Player(Protocol):
    """Plays games of a scenario, and returns how many in a second of processor."""

    def __call__(self, slug: str, duration: str, games: int) -> float: ...


@contextmanager
def player(commit: str) -> Iterator[Player | None]:
    """The rules and scenarios of a commit, until the block ends; None where git or that commit is missing."""
    git = shutil.which("git")
    taken = git and subprocess.run(
        [git, "archive", commit, "engine", "cards", "scenarios"], cwd=ROOT, capture_output=True, check=False
    )
    if not taken or taken.returncode != 0:
        yield None
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        with tarfile.open(fileobj=BytesIO(taken.stdout)) as archive:
            archive.extractall(folder, filter="data")
        command = [sys.executable, "-c", _PLAYER]
        with subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            yield lambda slug, duration, games: _ask(process, f"{slug} {duration} {games}")
            if process.stdin is not None:
                process.stdin.close()


def _ask(process: subprocess.Popen[str], line: str) -> float:
    if process.stdin is None or process.stdout is None:
        raise OSError("nobody to ask")
    process.stdin.write(line + "\n")
    process.stdin.flush()
    return float(process.stdout.readline())
