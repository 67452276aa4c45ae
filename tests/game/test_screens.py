"""Every screen holds its room: nothing cut or covered, type above the floor and large enough to be read from
eight metres, contrast, a way by keys; and larger text makes nothing smaller.

A picture takes long to compose: each is asked everything at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from engine import language
from engine.language import use
from game.kit import Canvas, Scene
from game.kit.theme import TEXT_SIZES, Theme
from game.paint import canvas
from tests.game.gallery import gallery, near
from tests.game.looks import Sizes, missed, shrunk, sizes, small
from tests.game.samples import Case

pytestmark = pytest.mark.no_cover  # the same lines at every size
HALF, FULL, WIDE = (1280, 720), (1920, 1080), (3840, 2160)
SQUARE, HIGH = (1280, 1024), (1920, 1200)
ORDINARY, LARGE, LARGEST = (Theme("room", text) for text in TEXT_SIZES)
STRONG = Theme("room", 1.3, high_contrast=True)
Run = tuple[tuple[int, int], str, Case, Theme, bool]
RUNS: list[Run] = [
    (HALF, "fr", "worst", STRONG, True),
    (HALF, "fr", "worst", LARGEST, False),
    (FULL, "fr", "usual", LARGEST, False),
    (FULL, "en", "worst", LARGEST, False),
    (SQUARE, "en", "worst", STRONG, False),
    (HIGH, "en", "usual", STRONG, True),
    (WIDE, "en", "few", STRONG, False),
    (HALF, "fr", "usual", LARGE, False),
    (FULL, "fr", "worst", ORDINARY, False),
    (SQUARE, "fr", "worst", ORDINARY, False),
    (HIGH, "fr", "worst", ORDINARY, False),
    (WIDE, "fr", "worst", ORDINARY, False),
    (HALF, "en", "worst", ORDINARY, False),
    (HALF, "en", "usual", ORDINARY, False),
    (FULL, "en", "usual", ORDINARY, False),
    (SQUARE, "fr", "few", ORDINARY, True),
]
"""Every size, language, case and theme, the worst together, the longest first; every combination would take
minutes. A run goes through all text sizes up to its own."""


@pytest.fixture(autouse=True)
def catalogue() -> Iterator[None]:
    language.add_catalogue("game")
    yield
    use("fr")


def named(run: Run) -> str:
    (w, h), language, case, theme, plain = run
    extras = ["strong"] * theme.high_contrast + ["plain"] * plain
    return "-".join([f"{w}x{h}", language, case, str(theme.text), *extras])


@dataclass(frozen=True)
class Growing(Canvas):
    """A canvas that keeps the pictures at smaller text sizes, which each picture is composed from."""

    scenes: list[Scene] = field(default_factory=list)

    def compose(self, *elements: Any, **how: Any) -> Scene:
        self.scenes[:] = self.growing(*elements, **how)
        return self.scenes[-1]


def faults(scene: Scene, pixels: tuple[int, int], from_near: bool) -> Iterator[str]:
    """What is wrong with a picture by itself."""
    yield from (f"{defect.code}: {defect.message}" for defect in scene.check())
    yield from missed(scene)
    if not from_near:
        yield from small(scene, pixels)


@pytest.mark.parametrize("run", RUNS, ids=named)
def test_every_screen_holds_its_room(run: Run) -> None:
    pixels, language, case, largest, plain = run
    use(language)
    found = []
    window = Growing(pixels, largest, canvas(pixels, largest).metrics)
    for name, compose in gallery(case, plain).items():
        before: Sizes = {}
        compose(window)
        for text, scene in zip(TEXT_SIZES, window.scenes, strict=False):
            now = sizes(scene)
            found += [f"{name} at {text}: {one}" for one in faults(scene, pixels, near(name))]
            found += [f"{name} at {text}, smaller: {one}" for one in shrunk(before, now)]
            before = now
    assert found == []
