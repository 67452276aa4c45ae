"""The way to a command: those before it that still count."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from itertools import chain


class Way(Set[int]):
    """Indices of commands, ascending, kept as runs: as quick after ten thousand commands as after ten."""

    def __init__(self, runs: Sequence[tuple[int, int]]) -> None:
        """`runs` of (first, last), ascending."""
        self._runs = [range(first, last + 1) for first, last in runs]
        self._firsts = [run.start for run in self._runs]

    @classmethod
    def _from_iterable(cls, it: object) -> frozenset[int]:  # type: ignore[override]
        return frozenset(it)  # type: ignore[call-overload,no-any-return]

    def __contains__(self, index: object) -> bool:
        if not isinstance(index, int):
            return False
        at = bisect_right(self._firsts, index) - 1
        return at >= 0 and index in self._runs[at]

    def __iter__(self) -> Iterator[int]:
        return chain.from_iterable(self._runs)

    def __reversed__(self) -> Iterator[int]:
        return chain.from_iterable(reversed(run) for run in reversed(self._runs))

    def __len__(self) -> int:
        return sum(len(run) for run in self._runs)


class Tree:
    """What each command came after: the one before it, or another where it goes back."""

    def __init__(self) -> None:
        """With the first command in it, of index 0."""
        self._parents = [0]
        self._starts = [0]

    def add(self, parent: int) -> None:
        """One command more, after `parent`."""
        index = len(self._parents)
        self._parents.append(parent)
        self._starts.append(self._starts[parent] if parent == index - 1 else index)

    def before(self, index: int) -> int:
        """What a command came after."""
        return self._parents[index]

    def to(self, index: int) -> Way:
        """The way to a command, itself included."""
        runs = []
        while True:
            runs.append((self._starts[index], index))
            if self._starts[index] == 0:
                return Way(runs[::-1])
            index = self._parents[self._starts[index]]
