"""The computer's own desk: a folder shown by the program that the system has for folders."""

import contextlib
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path


def show(folder: Path) -> bool:
    """Ask for it, and wait for nothing; False where nothing here shows folders."""
    if sys.platform == "win32":
        with contextlib.suppress(OSError):
            os.startfile(folder)
            return True
        return False
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    seen = sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if opener is None or not seen:
        return False
    threading.Thread(target=_ask, args=(opener, folder), daemon=True).start()
    return True


def _ask(opener: str, folder: Path) -> None:
    """In a thread: some of these programs end only when the folder is closed."""
    quiet = subprocess.DEVNULL
    with contextlib.suppress(OSError):
        subprocess.run([opener, str(folder)], stdin=quiet, stdout=quiet, stderr=quiet, check=False)
