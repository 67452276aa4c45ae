"""Processes that work for this one, and end with it."""

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from multiprocessing import connection


def end_with_parent() -> None:
    """To be called in a process started by another: it ends when that one does, however it ends."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_wait, args=(parent.sentinel,), daemon=True).start()


@contextlib.contextmanager
def uninterrupted() -> Iterator[None]:
    """A process started in here does not hear Ctrl-C, which the system sends to all of a terminal's: who
    asked for its work ends it. (Windows hands this on to no process; nor does a thread of this one.)
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _wait(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
