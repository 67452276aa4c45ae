"""Processes that work for this one, and end with it."""

import multiprocessing
import os
import threading
from multiprocessing import connection


def end_with_parent() -> None:
    """To be called in a process started by another: it ends when that one does, however it ends."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_wait, args=(parent.sentinel,), daemon=True).start()


def _wait(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
