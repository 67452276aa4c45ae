"""The shipped scenarios, read once for all tests of a process: nothing ever changes one."""

from functools import cache

from engine.content import library
from engine.content.model import Scenario


@cache
def shipped(slug: str) -> Scenario:
    scenario = library.load(slug).scenario
    assert scenario is not None
    return scenario
