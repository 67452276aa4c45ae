"""Files that hold no session of this version."""

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.session.file import form, making


def wrong_files(
    folder: Path, monkeypatch: pytest.MonkeyPatch, play: Callable[[Path, str], Path]
) -> tuple[Path, ...]:
    """No file at all, one that is no session, and one that a newer version wrote by `play`."""
    (folder / "other.coop").write_text("not a session")
    with monkeypatch.context() as later:
        later.setattr(making, "FORMAT", form.FORMAT + 1)
        later.setattr(form, "FORMAT", form.FORMAT + 1)
        newer = play(folder / "newer.coop", "welcome")
    return folder / "none.coop", folder / "other.coop", newer
