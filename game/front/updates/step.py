"""The shape of an update: the front-end after it, and what is to be done outside."""

from collections.abc import Callable
from typing import Any

from game.front.effects import Effect
from game.front.front import Front

Step = tuple[Front, tuple[Effect, ...]]
Update = Callable[..., Any]
"""(front, what, which, around) -> Step; `what` is of the kind that it stands for in the table."""


def still(front: Front) -> Step:
    """Only the front-end changes."""
    return front, ()
