"""Each test of the front-end has a home of its own: no settings, no sessions, no drafts from elsewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine import language


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty home; the language goes back to French afterwards."""
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.setenv("COOP_SESSIONS", str(tmp_path / "sessions"))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "documents"))
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    language.add_catalogue("game")
    yield tmp_path
    language.use("fr")


@pytest.fixture
def french() -> Iterator[None]:
    """Words in French whatever a test turns them to."""
    language.add_catalogue("game")
    yield
    language.use("fr")
