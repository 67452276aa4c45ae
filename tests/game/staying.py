"""Work without end, for the test that it ends with the game."""

import threading
from typing import Any

from engine.simulate import worker


def stay() -> None:
    """As a portrait that takes for ever."""
    print("working", flush=True)
    threading.Event().wait()


class _Pipe:
    def recv(self) -> Any:
        print("simulating", flush=True)
        threading.Event().wait()


def stay_behind() -> None:
    """As a simulation that takes for ever."""
    worker.serve(_Pipe())
