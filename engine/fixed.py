"""Fixed-point numbers: everything that decides is made of these integers.

A number x is written as the integer x * ONE, in int64. The functions below work on Python's and NumPy's
integers and, compiled, on machine integers; all three give the same result. Chance is in `engine.dice`:
numbers alone need no NumPy, which a first screen has no time for.
"""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
else:
    Ints = object

SHIFT: Final = 16
ONE: Final = 1 << SHIFT


def mul(x: int, y: int) -> int:
    """The product of two fixed-point numbers, rounded half up."""
    return (x * y + 32768) >> 16


def div(x: int, y: int) -> int:
    """The quotient of two fixed-point numbers, rounded half up; `y` above 0."""
    return ((x << 17) + y) // (2 * y)


def clip(x: int, low: int, high: int) -> int:
    """`x` brought within [low, high]."""
    if x < low:
        return low
    if x > high:
        return high
    return x


def from_float(x: float) -> int:
    """A number as a designer writes it, as fixed point (rounded to the nearest)."""
    return round(x * ONE)


def to_float(x: int) -> float:
    """For people's eyes and for tests; never for a decision."""
    return float(x) / ONE


def tenths(x: int, goal: int | None = None) -> float:
    """For people's eyes: to the nearest tenth, and never as reaching a goal (fixed) that it misses."""
    shown = round(to_float(x), 1)
    return shown if goal is None or x >= goal else min(shown, round(to_float(goal) - 0.1, 1))
