"""Work without end, for the test that it ends with the game."""

import os
import threading
from typing import Any

from engine.simulate import worker


def stay() -> None:
    """As a portrait that takes for ever."""
    os.write(1, b"working\n")  # in one piece: the other process writes to the same place
    threading.Event().wait()


class _Pipe:
    def recv(self) -> Any:
        os.write(1, b"simulating\n")
        threading.Event().wait()


def stay_behind() -> None:
    """As a simulation that takes for ever."""
    worker.serve(_Pipe())
