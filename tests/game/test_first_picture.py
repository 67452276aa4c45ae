"""What the first picture waits for: nothing that it does not show."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine.content import library, shared
from engine.play.commands import Begin
from engine.session.session import Session
from game.windows import catalogue
from tests.playthroughs import script

NEVER = (
    "dicebear",
    "jsonschema",
    "resvg_py",
    "numba",
    "yaml",
    "engine.content.reader",
    "engine.simulate",
)
"""Not for any first picture: what makes faces, reads cards, or counts futures."""
NO_SESSION = (
    "numpy",
    "engine.rules",
    "engine.play.game",
    "engine.telling.journal",
    "engine.debrief",
    "game.console",
)
"""Not before a session is opened."""

FIRST = """
import sys
from game import cli
from game.windows import app, display
display.require_display = lambda *_: display.open_display()  # the driver without a screen will do
app.Stage.run = lambda self: (self.open(), self.pictures.paint()) and 0
sys.exit(cli.main(sys.argv[1:]) or print(*sys.modules))
"""


def ran(code: str, *words: str) -> set[str]:
    """The modules that a new process says it has."""
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, env=dict(os.environ)
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def loaded(*words: str) -> set[str]:
    """The modules that are there when `coop` with these words shows its first picture, without those that
    the drawing library brings: some of its versions want numpy.
    """
    return ran(FIRST, *words) - ran("import sys, pygame; print(*sys.modules)")


@pytest.fixture(autouse=True)
def remembered(home: Path) -> None:
    """A home where the program ran before: it knows its scenarios, and the words of the trade."""
    catalogue.cards.cache_clear()
    catalogue.cards("fr", False)
    shared.terms.cache_clear()
    shared.terms()


def test_the_first_screen_comes_before_what_plays_a_session() -> None:
    found = loaded("play")
    assert "game.screens.home.accueil" in found, "the first screen was drawn"
    assert found.isdisjoint(NEVER + NO_SESSION), found & {*NEVER, *NO_SESSION}


def test_a_session_comes_back_before_what_it_does_not_show_yet(home: Path) -> None:
    scenario = library.load("au-lendemain-de-la-crue").scenario
    assert scenario is not None
    begin = script.facilitated(scenario).commands[0]
    assert isinstance(begin, Begin)
    Session.create(scenario, begin, 7, path=home / "hier.coop").close()
    found = loaded("resume", str(home / "hier.coop"), "--windows", "2")
    assert {"game.console", "game.screens.round"} < found, "the room's picture and the console were drawn"
    assert found.isdisjoint(NEVER), found & {*NEVER}
