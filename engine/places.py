"""The folders of whoever uses this computer, as far as the system can name them."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

APP = "coop-ou-pas-coop"


class NoHomeError(OSError):
    """The system does not say where this user's folders are: nothing can be read or written there, which is
    no reason to stop where it is only a matter of remembering."""


def documents() -> Path:
    """Where the system keeps the documents of one user; NoHomeError where it names no such folder."""
    import platformdirs

    return _found(platformdirs.user_documents_dir)


def user_folder(kind: Literal["data", "config", "cache", "log"]) -> Path:
    """Where this program keeps something of one user; NoHomeError where no such folder can be named."""
    import platformdirs

    asked = {
        "data": platformdirs.user_data_dir, "config": platformdirs.user_config_dir,
        "cache": platformdirs.user_cache_dir, "log": platformdirs.user_log_dir,
    }  # fmt: skip
    return _found(lambda: asked[kind](APP, appauthor=False))


def _found(ask: Callable[[], str]) -> Path:
    try:
        found = Path(ask())
    except (RuntimeError, KeyError) as error:
        raise NoHomeError(2, "no home folder") from error
    if not found.is_absolute():  # HOME is relative: it would be another folder each time
        raise NoHomeError(2, "no home folder", str(found))
    return found
