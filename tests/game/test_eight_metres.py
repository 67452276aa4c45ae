"""The room's window is read from eight metres: capitals are as high as that asks, on every screen."""

from collections.abc import Iterator
from functools import cache

import pygame
import pytest

from engine import language
from engine.debrief.build import bilan
from engine.language import use, using
from engine.view.types import View
from game.front.state import Ui
from game.kit import Scene
from game.kit.nodes import StampMark, Text
from game.kit.theme import Theme
from game.paint import canvas
from game.paint.metrics import font, pixel_size
from game.screens import show
from tests.game.gallery import gallery, near
from tests.game.leafing import leaves
from tests.game.samples import Case
from tests.moments import ALL, Moment, moments

pytestmark = pytest.mark.no_cover  # lines that other tests walk
FULL, HALF = (1920, 1080), (1280, 720)
CAPITAL, SIZE = 16, 22
"""At 1920 × 1080, in real pixels: how high a capital is drawn at least, and how large type is set."""


@pytest.fixture(autouse=True)
def catalogue() -> Iterator[None]:
    language.add_catalogue("game")
    yield
    use("fr")


@cache
def capital(name: str, pixels: int) -> int:
    """How high a capital is painted, in real pixels."""
    letter: pygame.Surface = font(name, pixels).render("H", False, (0, 0, 0))
    return pygame.mask.from_surface(letter).get_bounding_rects()[0].height


def small(scene: Scene, pixels: tuple[int, int]) -> list[str]:
    """What is written too small to be read from the back of a room."""
    share = pixels[1] / FULL[1]
    found = []
    for node in scene.nodes:
        if not isinstance(node, Text | StampMark) or not node.text.strip():
            continue
        fonts = {run.font for run in node.runs} if isinstance(node, Text) else {node.font}
        real = pixel_size(node.size, pixels[1] / scene.size[1])
        high = min(capital(name, real) for name in fonts)
        if node.size < SIZE or high < int(CAPITAL * share):
            found.append(f"« {node.text} » in {node.size:.1f}, capitals {high} pixels high")
    return found


@pytest.mark.parametrize(("pixels", "text"), [(FULL, 1.0), (FULL, 1.3), (HALF, 1.0)])
@pytest.mark.parametrize("case", ["usual", "worst"])
def test_every_screen_of_the_room_can_be_read_from_the_back(
    case: Case, pixels: tuple[int, int], text: float
) -> None:
    window = canvas(pixels, Theme("room", text))
    faults = []
    for spoken in ("fr", "en"):
        with using(spoken):
            for name, compose in gallery(case).items():
                scene = compose(window)
                if not near(name):
                    faults += [f"{spoken}, {name}: {fault}" for fault in small(scene, pixels)]
                faults += [f"{spoken}, {name}: {defect.code}: {defect.message}" for defect in scene.check()]
    assert faults == []


def pages(moment: Moment, view: View) -> list[Ui]:
    """Every page of the room's screen; of a reveal, which opens row by row, the first and those from the last
    row on."""
    data = bilan(moment.game) if view.phase.kind == "bilan" else None
    found = list(leaves(view, Ui(bilan=data)))
    rows = len(view.reveal.facts) if view.phase.kind == "reveal" and view.reveal else 0
    return [found[0], *found[rows:]] if rows else found


@pytest.mark.parametrize(("slug", "kind"), [pair for pair in ALL if pair[1] != "training"])
def test_every_screen_of_a_real_session_can_be_read_from_the_back(slug: str, kind: str) -> None:
    window = canvas(FULL, Theme("room"))
    faults = []
    for moment in moments(slug, kind):
        view = moment.room()
        if view.passed_to is None:
            for number, ui in enumerate(pages(moment, view), 1):
                scene = window.compose(*show(view, ui))
                faults += [f"{moment}, page {number}: {fault}" for fault in small(scene, FULL)]
                faults += [f"{moment}, page {number}: {found.message}" for found in scene.check()]
    assert faults == []


def test_who_sits_before_the_screen_keeps_the_type_that_is_read_from_near() -> None:
    """Those who train, and the facilitator, read from a chair: more stands on a screen at once."""
    assert Theme("near").floor == SIZE < Theme("room").floor
    assert Theme("console").floor < Theme("near").floor
