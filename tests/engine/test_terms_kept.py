"""The words of the trade are read once, and again when their file has changed or what was kept is spoilt."""

from pathlib import Path

import pytest

from engine.content import library, shared


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(shared, "user_folder", lambda kind: tmp_path)
    return tmp_path / "terms.json"


def asked() -> int:
    """How many terms a program that has just started has."""
    shared.terms.cache_clear()
    return len(shared.terms())


def test_the_files_are_not_read_again_while_they_are_the_same(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = asked()
    monkeypatch.setattr(library, "terms", lambda: ((), ()))
    assert asked() == before > 0
    monkeypatch.setattr(shared, "_stamp", lambda: [[1, 2]])
    assert asked() == 0, "another file"
    shared.terms.cache_clear()


@pytest.mark.parametrize("spoilt", ["", "{", "[]", '{"stamp": 1}'])
def test_what_was_spoilt_is_read_from_the_files(kept: Path, spoilt: str) -> None:
    before = asked()
    kept.write_text(spoilt, "utf-8")
    assert asked() == before
    shared.terms.cache_clear()


def test_where_nothing_can_be_kept_they_are_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(kind: str) -> Path:
        raise OSError

    monkeypatch.setattr(shared, "user_folder", nowhere)
    assert asked() > 0
    shared.terms.cache_clear()
