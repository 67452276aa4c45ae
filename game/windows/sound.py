"""The soft bell and the small tick. Without a sound card, or muted, nothing happens and nothing is said."""

import contextlib
import os
import sys
from collections.abc import Iterator

from game.sounds import RATE, samples


class Sound:
    """Plays sounds by name. The sound card is opened at the first one, and given up if it refuses."""

    def __init__(self) -> None:
        self._made: dict[str, object] = {}
        self._silent = False

    def play(self, name: str) -> None:
        """Play "bell" or "tick" once."""
        if self._silent:
            return
        import pygame

        try:
            if not pygame.mixer.get_init():
                with _quiet_libraries():
                    pygame.mixer.init(RATE, -16, 1, 512)
            if name not in self._made:
                self._made[name] = pygame.mixer.Sound(buffer=samples(name))
            made = self._made[name]
            assert isinstance(made, pygame.mixer.Sound)
            made.play()
        except (pygame.error, NotImplementedError):
            self._silent = True


@contextlib.contextmanager
def _quiet_libraries() -> Iterator[None]:
    """Sound libraries write to the error stream when no card is found; nobody needs to read it."""
    try:
        number = sys.__stderr__.fileno() if sys.__stderr__ else -1
        kept = os.dup(number)
    except (OSError, ValueError):
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, number)
        yield
    finally:
        os.dup2(kept, number)
        os.close(kept)
        os.close(nowhere)
