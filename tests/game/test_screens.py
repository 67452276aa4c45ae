"""Every screen holds its room: nothing cut or covered, type above the floor and large enough to be read from
eight metres, contrast, a way by keys; and larger text makes nothing smaller.

A picture takes long to compose: each is asked everything at once. A run goes through all text sizes up to its
own. Every screen is composed in a few ways, the worst together; at other sizes, languages, cases and themes
screens take turns, neighbours in different ways: every combination of all would take minutes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from engine.language import use
from game.kit import Canvas, Scene
from game.kit.theme import TEXT_SIZES, Theme
from game.paint import canvas
from tests.game.gallery import gallery, near
from tests.game.looks import Sizes, missed, shrunk, sizes, small
from tests.game.samples import Case

pytestmark = [pytest.mark.no_cover, pytest.mark.usefixtures("french")]  # the same lines at every size
HALF, FULL, WIDE = (1280, 720), (1920, 1080), (3840, 2160)
SQUARE, HIGH = (1280, 1024), (1920, 1200)
ORDINARY, LARGE, LARGEST = (Theme("room", text) for text in TEXT_SIZES)
STRONG = Theme("room", 1.3, high_contrast=True)
Run = tuple[tuple[int, int], str, Case, Theme, bool]
EVERY: list[Run] = [
    (HALF, "fr", "worst", STRONG, False),
    (FULL, "en", "worst", LARGEST, False),
    (HALF, "en", "usual", ORDINARY, False),
    (FULL, "fr", "few", ORDINARY, True),
]
"""How every screen is composed: the longest words at all text sizes in both languages, and what is usual."""
TURNS: dict[str, list[Run]] = {
    "16:9": [
        (HALF, "fr", "worst", STRONG, True),
        (FULL, "fr", "worst", ORDINARY, False),
        (HALF, "fr", "usual", LARGE, False),
        (FULL, "fr", "usual", LARGEST, False),
        (HALF, "en", "worst", ORDINARY, False),
        (FULL, "en", "usual", ORDINARY, False),
    ],
    "5:4": [
        (SQUARE, "fr", "worst", ORDINARY, False),
        (SQUARE, "en", "worst", STRONG, False),
        (SQUARE, "fr", "few", ORDINARY, True),
    ],
    "16:10": [(HIGH, "fr", "worst", ORDINARY, False), (HIGH, "en", "usual", STRONG, True)],
    "four times the pixels": [(WIDE, "fr", "worst", ORDINARY, False), (WIDE, "en", "few", STRONG, False)],
}
"""How screens take turns: each is composed in one way at each, so that it is met at every size."""


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


def wrong(run: Run, turn: int = 0, turns: int = 1) -> list[str]:
    """What is wrong with every screen in a way, or with those whose turn it is."""
    pixels, language, case, largest, plain = run
    use(language)
    found = []
    window = Growing(pixels, largest, canvas(pixels, largest).metrics)
    for name, compose in list(gallery(case, plain).items())[turn::turns]:
        before: Sizes = {}
        compose(window)
        for text, scene in zip(TEXT_SIZES, window.scenes, strict=False):
            now = sizes(scene)
            where = f"{named(run)}, {name} at {text}"
            found += [f"{where}: {one}" for one in faults(scene, pixels, near(name))]
            found += [f"{where}, smaller: {one}" for one in shrunk(before, now)]
            before = now
    return found


@pytest.mark.parametrize("run", EVERY, ids=named)
def test_every_screen_holds_its_room(run: Run) -> None:
    assert wrong(run) == []


@pytest.mark.parametrize("size", TURNS)
def test_screens_hold_their_room_in_other_ways_by_turns(size: str) -> None:
    runs = TURNS[size]
    assert [fault for turn, run in enumerate(runs) for fault in wrong(run, turn, len(runs))] == []
