"""The time of day for timers and files, counted so that no change of the computer's clock disturbs it."""

import time
from collections.abc import Callable

Now = Callable[[], float]
"""Gives the time of day, in seconds (unix time)."""


def passed() -> float:
    """Seconds since some moment, those asleep included where the system counts them."""
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        if hasattr(time, name):
            return time.clock_gettime(getattr(time, name))
    return time.monotonic()


class Steady:
    """The computer's time of day as it was when this was made, and the seconds that passed since."""

    def __init__(self, wall: Now = time.time, passed: Now = passed) -> None:
        self._passed = passed
        self._start = wall() - passed()

    def __call__(self) -> float:
        return self._start + self._passed()


def not_before(now: Now, moment: float) -> Now:
    """The same clock; one that is behind a moment (set back since) goes on from there."""
    behind = moment - now()
    return now if behind <= 0 else lambda: now() + behind


STEADY = Steady()
"""This process's own."""
