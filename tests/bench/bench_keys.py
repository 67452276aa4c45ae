"""From a key to the changed picture: every command of a recorded session, in one window and in two.

    python -m tests.bench.bench_keys [WxH WINDOWS]

Each command is given by a key that is posted to the system's queue, in a session that is kept in a file;
what is timed ends when the window where the key was pressed has been painted and flipped, and when all have,
the console's picture of the room included. The reference is what people do not notice: 33 ms at 1920 × 1080,
twice that at 3840 × 2160. With a size, the slowest keys are named, and what they led to. Without a display a
virtual one is started.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tests.bench.bench_start import virtual_display

ROOT = Path(__file__).parents[2]
SLUG = "au-lendemain-de-la-crue"
SIZES = (((1920, 1080), 33.0), ((3840, 2160), 66.0))
Timed = tuple[str, float, float]
"""(what a key led to, milliseconds until its own window has changed, until all have)."""


def measure() -> list[tuple[str, str, str, float]]:
    """Rows of (what, ours, reference, ratio): the median, the slowest of twenty, the slowest."""
    rows = []
    with virtual_display() as display:
        for pixels, bearable in SIZES:
            for windows in (1, 2):
                found = _elsewhere(pixels, windows, display)
                where = f"a key to the changed picture, {pixels[0]} × {pixels[1]}, "
                if windows == 1:
                    rows += _rows(where + "one window", [every for *_, every in found], bearable)
                else:
                    rows += _rows(where + "two windows, its own", [own for _, own, _ in found], bearable)
                    rows += _rows(where + "two windows, both", [every for *_, every in found], bearable)
    return rows


def _rows(what: str, took: list[float], bearable: float) -> list[tuple[str, str, str, float]]:
    figures = {"median": statistics.median(took), "p95": _p95(took), "slowest": max(took)}
    return [
        (f"{what}, {name}", f"{ms:.1f} ms", f"{bearable:.0f} ms", ms / bearable)
        for name, ms in figures.items()
    ]


def _p95(took: list[float]) -> float:
    return statistics.quantiles(took, n=20)[18]


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
    return [(what, own, every) for what, own, every in json.loads(done.stdout.splitlines()[-1])]


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
            own, every = _pressed(stage, command)
            view = stage.director.look(_room())
            assert view is not None
            said = f"{command.kind} → {view.phase.round} {view.phase.kind} {view.phase.step}".rstrip()
            found.append((said + (f" {view.passed_to}" if view.passed_to else ""), own, every))
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


def _pressed(stage: Any, command: Any) -> tuple[float, float]:
    """Milliseconds from a key that gives the command until its own window is painted, and until all are."""
    import pygame

    from game.front.news import Followed

    def press(*_: object) -> bool:
        stage.director.session.do(command)
        stage.director.changed()
        stage.director.carry(Followed(command))
        return True

    def paint(now: float) -> bool:
        painted = bool(usual_paint(now))
        seen.append(time.perf_counter())
        return painted

    seen: list[float] = []
    frame = stage.frames["console" if "console" in stage.frames else "room"]
    stage.keyboard.press, usual_press = press, stage.keyboard.press
    frame.paint, usual_paint = paint, frame.paint
    key = {"key": pygame.K_F9, "mod": 0, "unicode": "", "scancode": pygame.KSCAN_F9}
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, window=frame.window, **key))
    began = time.perf_counter()
    stage.turn()
    every = time.perf_counter()
    stage.keyboard.press, frame.paint = usual_press, usual_paint
    pygame.event.post(pygame.event.Event(pygame.KEYUP, window=frame.window, **key))
    stage.turn()
    return 1000 * (seen[0] - began), 1000 * (every - began)


def main(size: str, windows: str, *quiet: str) -> None:
    """Print every key's time as JSON, or the slowest ones to be read."""
    w, h = (int(part) for part in size.split("x"))
    found = play((w, h), int(windows))
    if quiet:
        print(json.dumps(found))
        return
    for name, took in (("its own", [own for _, own, _ in found]), ("all", [every for *_, every in found])):
        print(f"{name}: median {statistics.median(took):.1f}, p95 {_p95(took):.1f} ms")
    for what, own, every in sorted(found, key=lambda one: -one[2])[:25]:
        print(f"{own:8.1f} {every:8.1f} ms  {what}")


if __name__ == "__main__":
    main(*sys.argv[1:])
