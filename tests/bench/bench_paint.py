"""How long a frame takes: every room screen while something moves, flip included, in software, on a display
where a flip costs what it costs (a virtual one where there is none).

    python -m tests.bench.bench_paint [WxH]

The reference of a frame is its budget (8 ms for the median, 16 ms for the slowest in a hundred at 1920 ×
1080, twice that at 3840 × 2160); the reference of a first painting is what pygame needs to copy one whole
picture and flip.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace

os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "0"

import pygame

from engine import language
from game.kit import Rect, Scene
from game.kit.nodes import Token
from game.kit.theme import Theme
from game.paint import Painter, canvas
from tests.bench.bench_start import virtual_display
from tests.game.gallery import gallery

Figure = tuple[str, float, float, float]
"""(name, ours in ms, reference in ms, ours / reference)."""

SIZES = (((1920, 1080), 8.0, 16.0), ((3840, 2160), 16.0, 32.0))
FRAME = 1 / 60


def measure() -> list[tuple[str, str, str, float]]:
    """The figures of each size, found by a process of its own on that display."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("SDL_VIDEO")}
    with virtual_display() as display:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.bench_paint", "-"],
            env={**inherited, **display, "SDL_AUDIODRIVER": "dummy"},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    found = json.loads(done.stdout.splitlines()[-1])
    return [(name, f"{ours:.3f} ms", f"{reference:.3f} ms", ratio) for name, ours, reference, ratio in found]


def figures(sizes: tuple[tuple[tuple[int, int], float, float], ...] = SIZES) -> list[Figure]:
    """Of each size: median and p99 of a moving frame, first painting of a screen, a still frame."""
    pygame.init()
    language.add_catalogue("game")
    language.use("fr")
    found: list[Figure] = []
    for pixels, median, slowest in sizes:
        found += _measure_size(pixels, median, slowest)
    return found


def _measure_size(pixels: tuple[int, int], median: float, slowest: float) -> list[Figure]:
    window = pygame.Window("bench", pixels)
    surface = window.get_surface()
    theme = Theme()
    painter = Painter(pixels, theme)
    moving: list[float] = []
    first: list[float] = []
    still: list[float] = []
    for compose in gallery("usual").values():
        scene = compose(canvas(pixels, theme))
        first.append(_timed(lambda scene=scene: _frame(window, surface, painter, scene)))
        painter.faces.finish()
        painter.paint(surface, scene)
        still += [_timed(lambda scene=scene: painter.paint(surface, scene)) for _ in range(20)]
        moving += _moving(window, surface, painter, scene)
    whole = pygame.Surface(pixels, 0, surface)
    copy = statistics.median(_timed(lambda: (surface.blit(whole, (0, 0)), window.flip())) for _ in range(30))
    window.destroy()
    name = f"{pixels[0]} × {pixels[1]}"
    return [
        _figure(f"moving frame, median, {name}", statistics.median(moving), median),
        _figure(f"moving frame, p99, {name}", statistics.quantiles(moving, n=100)[98], slowest),
        _figure(f"first painting of a screen, median, {name}", statistics.median(first), copy),
        _figure(f"still frame, median, {name}", statistics.median(still), median),
    ]


def _moving(
    window: pygame.Window, surface: pygame.Surface, painter: Painter, scene: Scene
) -> Iterator[float]:
    """Frame by frame, six tokens cross the screen, and all that can travel goes a little way."""
    before = replace(scene, nodes=(*scene.nodes, *_tokens(40.0)), _order={})
    after = replace(scene, nodes=(*map(_aside, scene.nodes), *_tokens(1700.0)), _order={})
    painter.paint(surface, before)
    t = 0.0
    while True:
        yield _timed(lambda t=t: _frame(window, surface, painter, after, before, t))
        t += FRAME
        if not painter.moving(after, before, t):
            return


def _tokens(x: float) -> list[Token]:
    return [
        Token(
            rect=Rect(x + 34 * i, 500.0 + 60 * i, 32, 32),
            kind=i % 3,
            state="given",
            colour=(46, 94, 170),
            key=f"bench.{i}",
            travels=True,
        )
        for i in range(6)
    ]


def _aside(node):  # type: ignore[no-untyped-def]
    return replace(node, rect=node.rect.moved(30.0, 12.0)) if node.travels else node


def _frame(window: pygame.Window, surface: pygame.Surface, painter: Painter, *scene: object) -> None:
    painter.paint(surface, *scene)  # type: ignore[arg-type]
    window.flip()


def _timed(work) -> float:  # type: ignore[no-untyped-def]
    """Milliseconds that `work()` takes."""
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def _figure(name: str, ours: float, reference: float) -> Figure:
    return name, ours, reference, ours / reference


def main() -> None:
    if sys.argv[1:] == ["-"]:
        print(json.dumps(figures()))
        return
    sizes = SIZES
    if len(sys.argv) > 1:
        w, h = (int(part) for part in sys.argv[1].split("x"))
        sizes = (((w, h), 8.0 * w * h / 2_073_600, 16.0 * w * h / 2_073_600),)
    for name, ours, reference, ratio in figures(sizes):
        print(f"{name:55} {ours:9.3f} ms   reference {reference:8.3f} ms   ratio {ratio:.3f}")


if __name__ == "__main__":
    main()
