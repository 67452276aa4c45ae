"""`coop play` to its first frame, beside a bare pygame program that opens the same window.

Both run as new processes, alternately; the medians are compared. Without a display a virtual one is started
(Xvfb), so that opening a window costs what it costs; where there is none either, the dummy driver opens
windows that cost nothing, and the ratio says more about imports than about waiting.
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

ROOT = Path(__file__).parents[2]
RUNS = 7

BARE = """
import pygame
pygame.init()
window = pygame.Window("bare", (1280, 720), resizable=True)
surface = window.get_surface()
surface.fill((251, 246, 236))
window.flip()
print("first frame", flush=True)
"""

OURS = """
import sys
sys.argv = ["coop", "play", "--size", "1280x720", "--lang", "fr"]
from game import cli
from game.windows import app, display
display.require_display = lambda *_: display.open_display()
app.Stage.run = lambda self: (self.open(), self.turn(), print("first frame", flush=True)) and 0
cli.main()
"""


@contextlib.contextmanager
def _display() -> Iterator[dict[str, str]]:
    """The environment of a display: the one there is, a virtual one, or none at all."""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.name == "nt":
        yield {}
        return
    if shutil.which("Xvfb") is None:
        yield {"SDL_VIDEODRIVER": "dummy"}
        return
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24"]
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
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("SDL_")}
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
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, _display() as display:
        _seconds(OURS, home, display)
        time.sleep(8)  # the first run leaves faces to be made in the background
        pairs = [(_seconds(OURS, home, display), _seconds(BARE, home, display)) for _ in range(RUNS)]
    ours = statistics.median(pair[0] for pair in pairs)
    bare = statistics.median(pair[1] for pair in pairs)
    return [
        ("coop play to its first frame (≤ 3)", f"{ours * 1000:.0f} ms", f"{bare * 1000:.0f} ms", ours / bare)
    ]
