"""From a key to the changed picture: every command of a recorded session, in one window and in two.

    python -m tests.bench.bench_keys [WxH WINDOWS]

Each command is given by a key that is posted to the system's queue, in a session that is kept in a file;
what is timed ends when every window that changed has been painted and flipped, the console's picture of the
room included. The reference is what people do not notice: 33 ms at 1920 × 1080, twice that at 3840 × 2160.
With a size, the slowest keys are named, and what they led to. Without a display a virtual one is started.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tests.bench.bench_start import virtual_display

ROOT = Path(__file__).parents[2]
SLUG = "au-lendemain-de-la-crue"
SIZES = (((1920, 1080), 33.0), ((3840, 2160), 66.0))
Timed = tuple[str, float]
"""(what a key led to, milliseconds)."""


def measure() -> list[tuple[str, str, str, float]]:
    """Rows of (what, ours, reference, ratio): the median, the slowest of twenty, the slowest."""
    rows = []
    with virtual_display() as display:
        for pixels, bearable in SIZES:
            for windows in (1, 2):
                took = sorted(ms for _, ms in _elsewhere(pixels, windows, display))
                figures = {
                    "median": statistics.median(took),
                    "p95": statistics.quantiles(took, n=20)[18],
                    "slowest": took[-1],
                }
                where = f"{pixels[0]} × {pixels[1]}, " + ("one window" if windows == 1 else "two windows")
                rows += [
                    (f"a key to the changed picture, {where}, {name}", f"{ms:.1f} ms", f"{bearable:.0f} ms",
                     ms / bearable)
                    for name, ms in figures.items()
                ]  # fmt: skip
    return rows


def _elsewhere(pixels: tuple[int, int], windows: int, display: dict[str, str]) -> list[Timed]:
    """The session in a process of its own, on that display."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("SDL_")}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        environment = {
            **inherited, **display, "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1",
            "HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "XDG_CACHE_HOME": f"{home}/cache",
        }  # fmt: skip
        command = [sys.executable, "-m", "tests.bench.bench_keys", "{}x{}".format(*pixels), str(windows), "-"]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return [(what, ms) for what, ms in json.loads(done.stdout.splitlines()[-1])]


def play(pixels: tuple[int, int], windows: int) -> list[Timed]:
    """Play the recorded session by keys in this process."""
    from game.windows.app import Stage

    commands = _recorded()
    with tempfile.TemporaryDirectory(dir=Path.home(), ignore_cleanup_errors=True) as folder:
        stage = Stage("fr", windows, pixels, seed=7, warm=False, clock=lambda: 0.0)
        stage.open()
        hurried = _hurried(stage)
        _begin(stage, commands[0], Path(folder) / "keys.coop")
        _rest(stage, hurried)
        found = []
        for command in commands[1:]:
            ms = _pressed(stage, command)
            view = stage.director.look(_room())
            assert view is not None
            said = f"{command.kind} → {view.phase.round} {view.phase.kind} {view.phase.step}".rstrip()
            found.append((said + (f" {view.passed_to}" if view.passed_to else ""), ms))
            _rest(stage, hurried)
        stage.shut()
    return found


def _room() -> Any:
    from engine.view.types import ROOM

    return ROOM


def _recorded() -> list[Any]:
    from engine.content import library
    from tests.playthroughs import golden

    scenario = library.load(SLUG).scenario
    assert scenario is not None
    return list(golden.played(scenario, "facilitated").session.commands)


def _begin(stage: Any, begin: Any, file: Path) -> None:
    from engine.content import library
    from engine.session.session import Session
    from game.windows.sessions import Live
    from tests.playthroughs import script

    scenario = library.load(SLUG).scenario
    assert scenario is not None
    stage.director.open(Live(Session.create(scenario, begin, script.SEED, file)))


def _hurried(stage: Any) -> list[float]:
    """Let the stage's pictures go by a clock that can be put forward: what moves comes to its end."""
    from game.windows import pictures

    ahead = [0.0]
    pictures.time = SimpleNamespace(monotonic=lambda: time.monotonic() + ahead[0])  # type: ignore[assignment]
    return ahead


def _rest(stage: Any, ahead: list[float]) -> None:
    """Until nothing moves and every face is drawn, as when somebody has looked at the picture."""
    ahead[0] += 10.0
    stage.turn()
    stage.faces.finish()
    stage.turn()
    ahead[0] += 10.0
    stage.turn()


def _pressed(stage: Any, command: Any) -> float:
    """Milliseconds from a key that gives the command until all windows are painted."""
    import pygame

    def press(*_: object) -> bool:
        stage.director.session.do(command)
        stage.director.followed(command)
        return True

    stage.keyboard.press, usual = press, stage.keyboard.press
    key = {"key": pygame.K_F9, "mod": 0, "unicode": "", "scancode": pygame.KSCAN_F9}
    window = stage.frames["console" if "console" in stage.frames else "room"].window
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, window=window, **key))
    began = time.perf_counter()
    stage.turn()
    took = time.perf_counter() - began
    stage.keyboard.press = usual
    pygame.event.post(pygame.event.Event(pygame.KEYUP, window=window, **key))
    stage.turn()
    return 1000 * took


def main(size: str, windows: str, *quiet: str) -> None:
    """Print every key's time as JSON, or the slowest ones to be read."""
    w, h = (int(part) for part in size.split("x"))
    found = play((w, h), int(windows))
    if quiet:
        print(json.dumps(found))
        return
    by_place: dict[str, list[float]] = defaultdict(list)
    for what, ms in found:
        by_place[what.partition(" → ")[2]].append(ms)
    took = [ms for _, ms in found]
    print(f"median {statistics.median(took):.1f}, p95 {statistics.quantiles(took, n=20)[18]:.1f} ms")
    for what, ms in sorted(found, key=lambda one: -one[1])[:25]:
        print(f"{ms:8.1f} ms  {what}")


if __name__ == "__main__":
    main(*sys.argv[1:])
