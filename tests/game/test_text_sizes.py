"""Large and very large text: nothing gets smaller, nothing is cut; a screen shows less at once instead."""

import pytest

from game.kit.theme import TEXT_SIZES, Theme
from game.paint import canvas
from tests.game.console_samples import gallery as consoles
from tests.game.gallery import gallery
from tests.game.looks import Sizes, shrunk, sizes

pytestmark = [pytest.mark.no_cover, pytest.mark.usefixtures("french")]  # the same lines at every size


def test_larger_text_never_makes_any_text_smaller_in_the_console() -> None:
    """Nor on any screen of the room: test_screens."""
    faults = []
    for name, compose in consoles("usual").items():
        before: Sizes = {}
        for text in TEXT_SIZES:
            scene = compose((1280, 720), Theme("console", text))
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
