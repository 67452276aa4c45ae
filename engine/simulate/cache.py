"""Where compiled rules are kept between runs, without importing what compiles them."""

import hashlib
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from engine.effects import files
from engine.places import user_folder

ENGINE = Path(__file__).parent.parent


def sources() -> str:
    """A fingerprint of every source that the compiled code comes from, and of what compiles it."""
    text = hashlib.sha256(f"{_version('numba')} {_version('numpy')} {sys.version}".encode())
    ours = ("fixed.py", "dice.py", "numbers/*.py", "effects/*.py", "rules/**/*.py", "simulate/*.py")
    for file in (*(file for pattern in ours for file in sorted(ENGINE.glob(pattern))), *map(Path, files())):
        text.update(file.read_bytes())
    return text.hexdigest()[:16]


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:  # numba is not needed to play
        return ""


def cache_folder() -> Path:
    """One folder for each version of the rules: numba's cache does not see edits in other files. NoHomeError
    (an OSError) where there is none."""
    return user_folder("cache") / "rules" / sources()


def is_warm() -> bool:
    """Whether these rules were compiled on this machine before (about a second to load, not a minute)."""
    try:
        return any(cache_folder().rglob("*.nbc"))
    except OSError:
        return False
