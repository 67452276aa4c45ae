"""A sequence whose items are made when they are looked at: a long list costs what is read of it."""

from collections.abc import Callable, Sequence
from typing import TypeVar, overload

T = TypeVar("T")


class Lazy(Sequence[T]):
    """`count` items; `make(i)` gives item i the first time it is asked for, and must give it for ever.

    Equal to any sequence of the same items, and a slice of it is one of its kind.

    >>> squares = Lazy(10_000, lambda i: i * i)
    >>> squares[-1], squares[3:6] == (9, 16, 25)
    (99980001, True)
    """

    def __init__(self, count: int, make: Callable[[int], T]) -> None:
        self._places = range(count)
        self._make = make
        self._made: dict[int, T] = {}

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> "Lazy[T]": ...
    def __getitem__(self, at: int | slice) -> "T | Lazy[T]":
        here = self._places[at]
        if isinstance(here, range):
            return Lazy(len(here), lambda i: self[here[i]])
        if here not in self._made:
            self._made[here] = self._make(here)
        return self._made[here]

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __repr__(self) -> str:
        return f"Lazy({tuple(self)!r})"
