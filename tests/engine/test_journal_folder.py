"""Where sessions are kept, how they are called, which can be taken up again."""

from pathlib import Path

import pytest

from engine.play.commands import Advance, Finish
from engine.session import file
from engine.session.file import Header, Journal, JournalError
from engine.session.session import Session
from tests.engine.driving import Ticker
from tests.engine.small import begin, scenario


def _session(path: Path, now: float = 1000.0) -> Session:
    return Session.create(scenario(), begin(), 7, path, Ticker(now))


def test_the_folder_is_the_users_own_or_the_one_they_name(monkeypatch, tmp_path):
    monkeypatch.setenv("COOP_SESSIONS", str(tmp_path))
    assert file.folder() == tmp_path
    monkeypatch.delenv("COOP_SESSIONS")
    assert file.folder().name == "sessions"
    assert "coop-ou-pas-coop" in str(file.folder())


def test_a_file_is_called_by_its_date_and_scenario(tmp_path):
    first = file.fresh("small", 1_767_621_600.0, tmp_path)
    assert first.name.endswith("-small.coop")
    assert first.name.startswith("2026-01-0")
    first.write_text("")
    assert file.fresh("small", 1_767_621_600.0, tmp_path).name == first.name.replace(".coop", "-2.coop")


def test_sessions_are_offered_the_latest_first_their_bilan_too(tmp_path):
    early, late, over = (
        _session(tmp_path / f"{n}.coop", t) for n, t in (("a", 10.0), ("b", 20.0), ("c", 30.0))
    )
    late.do(Advance())
    over.do(Finish())
    for session in (early, late, over):
        session.close()
    found = file.resumables(tmp_path)
    assert [one.path.name for one in found] == ["c.coop", "b.coop", "a.coop"]
    assert found.pop(0).phase == "bilan"
    assert (found[0].scenario, found[0].phase, found[0].round) == ("small", "situation", 1)
    assert (found[1].phase, found[1].round, found[1].duration, found[1].mode) == (
        "welcome",
        0,
        "45",
        "facilitated",
    )
    assert found[0].title.read("fr") == "Petit quartier"


def test_a_session_open_elsewhere_is_left_out_and_a_broken_one_says_why(tmp_path):
    open_ = _session(tmp_path / "open.coop")
    (tmp_path / "broken.coop").write_text("non" * 2000)
    found = file.resumables(tmp_path)
    assert [one.path.name for one in found] == ["broken.coop"]
    assert "broken.coop" in found[0].damage
    open_.close()


def test_an_empty_or_missing_folder_offers_nothing(tmp_path):
    assert file.resumables(tmp_path / "none") == []


def test_a_folder_that_cannot_be_written_is_named_with_the_way_to_choose_another(tmp_path):
    (tmp_path / "taken").write_text("a file where a folder should be")
    with pytest.raises(JournalError) as failed:
        Journal.create(tmp_path / "taken" / "a.coop", Header("{}", 1, "0", 0.0))
    assert str(tmp_path / "taken") in failed.value.sentence
    assert "COOP_SESSIONS" in failed.value.sentence
