"""Tests need neither a display nor a sound card, and say the same each time.

Examples are drawn afresh with `pytest --hypothesis-profile=hunt`, to look for what nobody thought of.
"""

import gc
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext

import pytest
from hypothesis import settings

from tests.counting import uncounted

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

gc.set_threshold(50_000)
"""Tests keep much that they read and measured: to look through it as often as Python does is a third of their
time."""

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
    return uncounted() if item.get_closest_marker("no_cover") else nullcontext()
