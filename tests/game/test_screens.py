"""Every screen holds its room: nothing cut or covered, type above the floor, contrast, a way by keys."""

from collections.abc import Iterator

import pytest

from engine import language
from engine.language import use
from game.kit import Scene
from game.kit.theme import Theme
from game.paint import canvas
from tests.game.gallery import gallery
from tests.game.samples import Case

pytestmark = pytest.mark.no_cover  # the same lines at every size
SIZES = ((1280, 720), (1280, 1024), (1920, 1080), (1920, 1200), (3840, 2160))
ORDINARY, LARGE, STRONG = Theme("room"), Theme("room", 1.15), Theme("room", 1.3, high_contrast=True)
Run = tuple[tuple[int, int], str, Case, Theme, bool]
RUNS: list[Run] = [
    *((size, "fr", "worst", ORDINARY, False) for size in SIZES),
    *((size, "en", "worst", ORDINARY, False) for size in SIZES[:3]),
    ((1280, 720), "fr", "worst", STRONG, True),
    ((1280, 1024), "en", "worst", STRONG, False),
    ((1280, 720), "fr", "usual", LARGE, False),
    ((1920, 1200), "en", "usual", STRONG, True),
    ((1920, 1080), "fr", "usual", ORDINARY, False),
    ((1280, 1024), "fr", "few", ORDINARY, True),
    ((3840, 2160), "en", "few", STRONG, False),
]
"""Every size, language, case and theme, the worst together; every combination would take minutes."""


@pytest.fixture(autouse=True)
def catalogue() -> Iterator[None]:
    language.add_catalogue("game")
    yield
    use("fr")


def named(run: Run) -> str:
    (w, h), language, case, theme, plain = run
    extras = ["strong"] * theme.high_contrast + ["plain"] * plain
    return "-".join([f"{w}x{h}", language, case, str(theme.text), *extras])


@pytest.mark.parametrize("run", RUNS, ids=named)
def test_nothing_is_cut_or_covered_on_any_screen(run: Run) -> None:
    size, language, case, theme, plain = run
    use(language)
    window = canvas(size, theme)
    faults = [
        f"{name}: {defect.code}: {defect.message}"
        for name, compose in gallery(case, plain).items()
        for defect in compose(window).check()
    ]
    assert faults == []


def reached(scene: Scene) -> set[str]:
    """The controls that Tab comes to, once round."""
    found: set[str] = set()
    scene = scene.tab()
    while scene.focus and scene.focus not in found:
        found.add(scene.focus)
        scene = scene.tab()
    return found


def test_tab_comes_to_every_control_of_every_screen() -> None:
    window = canvas((1920, 1080))
    for name, compose in gallery("worst").items():
        scene = compose(window)
        assert reached(scene) == {c.id for c in scene.controls() if not c.unseen}, name


def test_every_control_says_what_it_does() -> None:
    window = canvas((1920, 1080))
    for name, compose in gallery("usual").items():
        for control in compose(window).controls():
            assert control.label.strip(), (name, control.id)
