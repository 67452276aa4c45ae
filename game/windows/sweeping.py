"""Memory is swept while nobody waits: looking through all that lives takes longer than a picture may."""

import contextlib
import gc
from collections.abc import Iterator

QUIET = 0.7
"""Seconds without anything to do after which people are talking."""


@contextlib.contextmanager
def unswept() -> Iterator[None]:
    """No round at all while things are read that stay: whoever starts the program waits for a picture."""
    usual = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if usual:
            gc.enable()


class Sweeper:
    """Keeps Python's collector from its long rounds, and does them in a pause. What has been swept once is
    set aside, so that a round looks through what is new only.
    """

    def __init__(self) -> None:
        self._usual: tuple[int, int, int] | None = None
        self._busy: float | None = None

    def open(self) -> None:
        """From now on only short rounds come by themselves."""
        if self._usual is None:
            self._usual = gc.get_threshold()
            gc.freeze()
            gc.set_threshold(*self._usual[:2], 1_000_000)

    def turn(self, busy: bool, now: float) -> None:
        """A turn of the loop, at `now` seconds; `busy` when something happened or moves."""
        if busy:
            self._busy = now
        elif self._busy is not None and now - self._busy > QUIET:
            self._busy = None
            gc.collect()
            gc.freeze()

    def anew(self) -> None:
        """Much is gone for good, as when another session opens: at the next pause look through everything."""
        gc.unfreeze()

    def shut(self) -> None:
        """As it was."""
        if self._usual is not None:
            gc.set_threshold(*self._usual)
            gc.unfreeze()
            self._usual = None
