"""A session: one door, one file, going back, and taking up again exactly where it stopped."""

import errno
import json
import sqlite3
from pathlib import Path

import pytest

from engine.play.commands import Advance, Confirm, Finish, Note, Place, PlacePosture
from engine.play.legal import Refused
from engine.play.table import Outcome
from engine.session.file import FORMAT, JournalError, making, store
from engine.session.session import Session, replayed
from engine.view.types import CONSOLE, ROOM
from tests.engine.driving import Ticker, go, promise, session, to
from tests.engine.small import begin, scenario

FIXTURES = Path(__file__).parent / "fixtures"


def _kept(path: Path, how=None) -> Session:
    return Session.create(scenario(), how or begin(), 7, path, Ticker())


def test_a_session_is_taken_up_exactly_where_it_stopped(tmp_path):
    whole = _kept(tmp_path / "a.coop")
    go(whole, "negotiation")
    promise(whole, "bo", "bikes", 0, 1, 0)
    go(whole, "choice")
    whole.do(Place(who="bo", project="bikes", token="means", by=1))
    whole.close()
    again = Session.open(tmp_path / "a.coop", Ticker(5000.0))
    assert again.game.to_data() == whole.game.to_data()
    assert [g.digest() for g in again.history] == [g.digest() for g in whole.history]
    assert not again.changed_rules
    assert again.path == tmp_path / "a.coop"
    again.do(Confirm(who="bo"))
    again.do(Confirm(who="ana"))
    whole.clock.now = 5000.0
    memory = replayed(
        scenario(), 7, [*whole.commands, Confirm(who="bo"), Confirm(who="ana")],
        [g.table.at for g in again.history],
    )  # fmt: skip
    assert memory.game.digest() == again.game.digest()
    again.close()


def test_the_file_plays_with_the_content_it_was_begun_with(tmp_path):
    whole = _kept(tmp_path / "a.coop")
    whole.close()
    assert Session.open(tmp_path / "a.coop").game.scenario == scenario()


def test_time_never_goes_back_even_if_the_computers_clock_does():
    whole = session()
    whole.do(Advance())
    whole.clock.now = 3.0
    whole.do(Note(text="dit"))
    assert whole.game.table.at == 1000.0


def test_a_damaged_session_can_be_looked_at_and_not_played(tmp_path):
    whole = _kept(tmp_path / "a.coop")
    go(whole, "choice")
    whole.close()
    database = sqlite3.connect(tmp_path / "a.coop")
    database.execute("UPDATE command SET command = '{}' WHERE number = 4")
    database.commit()
    database.close()
    again = Session.open(tmp_path / "a.coop")
    assert again.lost == {3}
    assert "abîmé" in again.damage
    assert again.view(ROOM).phase.kind == "choice", "what follows a lost action is played again"
    assert again.game.digest() == whole.game.digest()
    assert "Une action perdue" in again.view(CONSOLE).console.journal[3].sentence
    assert again.view(CONSOLE).legal == ()
    with pytest.raises(Refused) as refused:
        again.do(Advance())
    assert refused.value.code == "read-only"


def _rewritten(path: Path, change) -> None:
    """The same file with its rows made anew by `change`, its chain right: as another engine would write."""
    journal = store.Journal.open(path)
    rows = [change(entry) for entry in journal]
    snapshots = {entry.number: journal.snapshot(entry.number) for entry in journal}
    header = journal.header
    journal.close()
    path.unlink()
    new = store.Journal.create(path, header)
    for (at, command, digest, snapshot), n in zip(rows, range(1, 999), strict=False):
        new.append(at, command, digest, snapshot if snapshot is not None else snapshots[n])
    new.close()


def test_where_this_version_would_decide_otherwise_the_recorded_states_are_shown(tmp_path):
    path = tmp_path / "a.coop"
    whole = _kept(path)
    go(whole, "negotiation")
    recorded = json.loads(json.dumps(whole.game.to_data()))
    recorded["state"]["ind"][0] = 77
    whole.do(Advance())
    whole.close()
    from engine.play.procedure import digest

    def change(entry):
        moved = entry.number == 3
        return (
            entry.at,
            entry.command,
            digest(recorded) if moved else entry.digest,
            recorded if moved else None,
        )

    _rewritten(path, change)
    again = Session.open(path)
    assert again.changed_rules
    assert again.history[2].state.ind[0] == 77
    assert again.game.table.phase == "forecast"
    again.close()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"ending": "winter", "finished_early": False}, Outcome("ending", "winter")),
        ({"ending": None, "finished_early": True}, Outcome("stopped")),
        ({"ending": None, "finished_early": False}, Outcome("open")),
    ],
)
def test_how_a_session_ended_is_read_as_it_was_written_before(old, new):
    whole = session()
    whole.do(Finish())
    data = json.loads(json.dumps(whole.game.to_data()))
    del data["table"]["outcome"]
    assert whole.game.restored({**data, "table": {**data["table"], **old}}).table.outcome == new


def test_a_command_that_this_version_refuses_does_not_stop_the_reading(tmp_path):
    path = tmp_path / "a.coop"
    whole = _kept(path)
    go(whole, "negotiation")
    whole.do(Advance())
    whole.close()
    _rewritten(
        path,
        lambda e: (
            e.at,
            '{"kind":"withdraw","promise":"1.1"}' if e.number == 2 else e.command,
            e.digest,
            None,
        ),
    )
    again = Session.open(path)
    assert again.changed_rules
    assert again.game.table.phase == "forecast"
    said = [line.sentence for line in again.view(CONSOLE).console.journal]
    assert "Une action que cette version ne connaît plus" in said
    again.close()


def test_a_command_that_this_version_does_not_know_ends_the_reading_with_a_sentence(tmp_path):
    path = tmp_path / "a.coop"
    whole = _kept(path)
    go(whole, "negotiation")
    whole.close()
    _rewritten(path, lambda e: (e.at, '{"kind":"dance"}' if e.number == 3 else e.command, "", None))
    again = Session.open(path)
    assert len(again.history) == 2
    assert again.damage.startswith("L’action 3 du fichier a.coop")
    assert again.legal() == ()
    again.close()


def test_a_session_that_cannot_be_kept_from_the_start_leaves_no_half_file(tmp_path, monkeypatch):
    def full(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(making.os, "fsync", full)
    with pytest.raises(JournalError) as refused:
        _kept(tmp_path / "a.coop")
    assert refused.value.code == "not-saved"
    assert "plein" in refused.value.sentence
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_does_not_start_with_begin_cannot_be_played(tmp_path):
    path = tmp_path / "a.coop"
    _kept(path).close()
    _rewritten(path, lambda e: (e.at, '{"kind":"advance"}', "", None))
    with pytest.raises(JournalError) as error:
        Session.open(path)
    assert error.value.code == "damaged-start"


@pytest.mark.parametrize("file", sorted(FIXTURES.glob("format-*.coop")), ids=lambda p: p.name)
def test_files_of_every_format_open_and_end_as_they_did(file, tmp_path):
    """One file per format version: (format-N.coop, format-N.txt: the digest that it ended with)."""
    copy = tmp_path / file.name
    copy.write_bytes(file.read_bytes())
    again = Session.open(copy, Ticker(1e10))
    phase, number, title = file.with_suffix(".txt").read_text("utf-8").split("|")
    assert (again.game.table.phase, str(len(again.history))) == (phase, number)
    assert again.game.scenario.title.fr == title.strip()
    assert again.damage == ""
    again.do(Note(text="encore"))
    again.close()


def test_there_is_a_file_of_this_format():
    assert (FIXTURES / f"format-{FORMAT}.coop").is_file()


def test_replaying_starts_with_begin():
    with pytest.raises(Refused):
        replayed(scenario(), 1, [Advance()], [0.0])


def test_a_holder_who_accepts_the_models_move_leaves_it_where_it_is():
    whole = to("debate", "map")
    state = whole.game.state
    whole.do(PlacePosture(who="ana"))
    assert whole.game.state.s.tolist() == state.s.tolist()
    whole.do(PlacePosture(who="ana", synergy=4.0, antagonism=1.0))
    placing = whole.game.playing.placings["ana"]
    assert placing.placed == (4 * 65536, 65536)
    assert placing.proposed == (int(state.s[0]), int(state.a[0]))
    whole.do(PlacePosture(who="ana"))
    assert whole.game.playing.placings["ana"].placed == placing.proposed
