"""`coop play` and `coop resume` to their first frame, beside a bare pygame program with the same windows.

The bare program does the least that shows such a window: no mixer, no renderer, no font. Both run as new
processes, alternately; the medians are compared. Each finds its byte code, as an installed program does, even
where Python is told to write none. Cold: with an empty home, so that nothing of the content is remembered.
Without a display a virtual one is started (Xvfb), so that opening a window costs what it costs; where there
is none either, the dummy driver opens windows that cost nothing, and the ratio says more about imports than
about waiting.
"""

import contextlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from engine.session.session import Session

ROOT = Path(__file__).parents[2]
RUNS, COLD = 7, 3
SETTLED = 6.0
"""Seconds in which a first run makes faces in the background."""

BARE = """
import pygame
pygame.display.init()
for n in range({windows}):
    window = pygame.Window("bare", (1280, 720), resizable=True)
    surface = window.get_surface()
    surface.fill((251, 246, 236))
    window.flip()
print("first frame", flush=True)
"""

OURS = """
import sys
sys.argv = ["coop", *{words}, "--size", "1280x720", "--lang", "fr"]
from game import cli
from game.windows import app, display
display.require_display = lambda *_: display.open_display()
app.Stage.run = lambda self: (self.open(), self.turn(), print("first frame", flush=True)) and 0
cli.main()
"""

PLAY = OURS.format(words=["play"])


@contextlib.contextmanager
def virtual_display() -> Iterator[dict[str, str]]:
    """The environment of a display: the one there is, a virtual one, or none at all."""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.name == "nt":
        yield {}
        return
    if shutil.which("Xvfb") is None:
        yield {"SDL_VIDEODRIVER": "dummy"}
        return
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "3840x2160x24"]
    with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as said:
            number = said.readline().strip()
        try:
            yield {"DISPLAY": f":{number}"} if number else {"SDL_VIDEODRIVER": "dummy"}
        finally:
            server.terminate()


def _seconds(code: str, home: str, display: dict[str, str]) -> float:
    """From the start of a new process to its first frame."""
    # What another measure chose for itself is not a bare program's.
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("SDL_", "PYTHON"))}
    environment = {
        **inherited,
        **display,
        "SDL_AUDIODRIVER": "dummy",
        "PYGAME_HIDE_SUPPORT_PROMPT": "1",
        "HOME": home,
        "XDG_CONFIG_HOME": home,
        "XDG_DATA_HOME": home,
        "XDG_CACHE_HOME": f"{home}/cache",
    }
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=ROOT, env=environment, text=True
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        took = time.perf_counter() - began
        process.terminate()
    if not line.startswith("first frame"):
        raise RuntimeError("the program did not draw a frame")
    return took


def measure() -> list[tuple[str, str, str, float]]:
    """(what, ours, reference, ratio): medians of several runs after one that fills the caches."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, virtual_display() as display:
        file = _begun(Path(home))
        display["PYTHONPYCACHEPREFIX"] = f"{home}/code"
        resume = OURS.format(words=["resume", str(file), "--windows", "2"])
        for code in (PLAY, resume):
            _seconds(code, home, display)
            time.sleep(SETTLED)
        rows = [
            _row("coop play to its first frame (≤ 3)", RUNS, home, display, PLAY, 1),
            _row("coop resume in two windows (≤ 5)", RUNS, home, display, resume, 2),
        ]
        cold = [_cold(display) for _ in range(COLD)]
        bare = [_seconds(BARE.format(windows=1), home, display) for _ in range(RUNS)]
        return [*rows, _told("coop play, nothing remembered (≤ 6)", cold, bare)]


def _row(
    what: str, runs: int, home: str, display: dict[str, str], code: str, windows: int
) -> tuple[str, str, str, float]:
    bare = BARE.format(windows=windows)
    pairs = [(_seconds(code, home, display), _seconds(bare, home, display)) for _ in range(runs)]
    return _told(what, [pair[0] for pair in pairs], [pair[1] for pair in pairs])


def _told(what: str, ours: list[float], bare: list[float]) -> tuple[str, str, str, float]:
    one, other = statistics.median(ours), statistics.median(bare)
    return what, f"{one * 1000:.0f} ms", f"{other * 1000:.0f} ms", one / other


def _cold(display: dict[str, str]) -> float:
    """A start in an empty home; what goes on behind is waited for, so that it disturbs nothing else."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        took = _seconds(PLAY, home, display)
        time.sleep(SETTLED)
        return took


def _begun(folder: Path) -> Path:
    """The file of a session that has come to its first negotiation."""
    from engine.content import library
    from engine.play.commands import Advance
    from tests.playthroughs import script

    scenario = library.load("au-lendemain-de-la-crue").scenario
    assert scenario is not None
    begin = script.facilitated(scenario).commands[0]
    file = folder / "bench.coop"
    session = Session.create(scenario, begin, 7, path=file)  # type: ignore[arg-type]
    while session.game.table.phase != "negotiation":
        session.do(Advance())
    session.close()
    return file
