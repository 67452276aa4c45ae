"""Large and very large text: nothing gets smaller, nothing is cut; a screen shows less at once instead."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

import pytest

from engine import language
from engine.language import use
from game.kit import Scene
from game.kit.nodes import StampMark, Text
from game.kit.theme import TEXT_SIZES, Theme
from game.paint import canvas
from tests.game.console_samples import gallery as consoles
from tests.game.gallery import Compose, gallery
from tests.game.samples import Case

pytestmark = pytest.mark.no_cover  # the same lines at every size
Sizes = dict[tuple[int, str, str], float]


@pytest.fixture(autouse=True)
def catalogue() -> Iterator[None]:
    language.add_catalogue("game")
    yield
    use("fr")


def sizes(scene: Scene) -> Sizes:
    """The least size of each role of text, and of each line in that role."""
    found: Sizes = {}
    for node in scene.nodes:
        if isinstance(node, Text | StampMark):
            role = node.role if isinstance(node, Text) else "stamp"
            for words in ("", node.text):
                key = (node.layer, role, words)
                found[key] = min(node.size, found.get(key, node.size))
    return found


def shown(window: str, case: Case) -> Mapping[str, Callable[[tuple[int, int], Theme], Scene]]:
    """Every picture of a window."""
    if window == "console":
        return consoles(case)
    return {name: partial(_composed, compose) for name, compose in gallery(case).items()}


def _composed(compose: Compose, pixels: tuple[int, int], theme: Theme) -> Scene:
    return compose(canvas(pixels, theme))


def shrunk(before: Sizes, after: Sizes) -> list[str]:
    return [
        f"{role} « {words} » {before[layer, role, words]:.1f} → {size:.1f}"
        for (layer, role, words), size in after.items()
        if size < before.get((layer, role, words), 0.0) - 0.01
    ]


@pytest.mark.parametrize(
    ("window", "pixels", "case"),
    [
        ("room", (1920, 1080), "usual"),
        ("room", (1280, 720), "worst"),
        ("console", (1280, 720), "usual"),
    ],
)
def test_larger_text_never_makes_any_text_smaller(window: str, pixels: tuple[int, int], case: Case) -> None:
    faults = []
    for name, compose in shown(window, case).items():
        before: Sizes = {}
        for text in TEXT_SIZES:
            scene = compose(pixels, Theme(window, text))
            now = sizes(scene)
            faults += [f"{name} at {text}: {fault}" for fault in shrunk(before, now)]
            faults += [f"{name} at {text}: {defect.code} {defect.message}" for defect in scene.check()]
            before = now
    assert faults == []


def test_very_large_text_is_larger_where_one_decides() -> None:
    """By showing less at once: forecasts, secret choices, the situation."""
    deciding = {
        "situation": ("lead", "subheading"),
        "forecast-alone": ("heading", "body"),
        "choice-private": ("name",),
    }
    for name, roles in deciding.items():
        ordinary, large = (
            sizes(gallery("usual")[name](canvas((1366, 768), Theme("room", text)))) for text in (1.0, 1.3)
        )
        for role in roles:
            assert large[0, role, ""] > 1.15 * ordinary[0, role, ""], (name, role)
