"""Tests need neither a display nor a sound card, and say the same each time.

Examples are drawn afresh with `pytest --hypothesis-profile=hunt`, to look for what nobody thought of.
"""

import gc
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest
from hypothesis import settings

from tests.counting import uncounted

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

gc.set_threshold(50_000)
"""Tests keep much that they read and measured: to look through it as often as Python does is a third of their
time."""

COUNTED = {"au-lendemain-de-la-crue", "place-en-chantier"}
SCENARIOS = Path(__file__).parent.parent / "scenarios"
OTHERS = {file.parent.name for file in SCENARIOS.glob("*/scenario.yaml")} - COUNTED
"""Scenarios for which a test that is there for each of them is run, and not counted. (Their names are read
off the folder: what the engine does while it is imported is counted later.)"""

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("hunt", deadline=None, print_blob=True)
settings.load_profile("steady")


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """Neither what a test that is marked so walks is counted, nor what its fixtures do."""
    with _counting(item):
        yield


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    with _counting(item):
        yield


def _counting(item: pytest.Item) -> AbstractContextManager[None]:
    return uncounted() if item.get_closest_marker("no_cover") or _again(item) else nullcontext()


def _again(item: pytest.Item) -> bool:
    """Whether a test walks the lines of another: with a hundred examples that are drawn, or the same for one
    more of the shipped scenarios."""
    case = getattr(item, "callspec", None)
    others = case is not None and any(isinstance(of, str) and of in OTHERS for of in case.params.values())
    return others or getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
