"""What is not counted while coverage is: lines of others, which tests walk by the million."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


@contextmanager
def uncounted() -> Iterator[None]:
    """In a process among several pytest-cov counts twice: a mark to count nothing pauses only one of them."""
    counting = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(counting)


def reading(function: Callable[P, T]) -> Callable[P, T]:
    """A function that reads what the engine wrote, with a library that counting makes very slow."""

    @wraps(function)
    def read(*args: P.args, **how: P.kwargs) -> T:
        with uncounted():
            return function(*args, **how)

    return read
