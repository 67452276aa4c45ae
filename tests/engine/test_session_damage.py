"""Whatever happens to a session's file: nothing is raised but a sentence, nothing is written to it, and every
command whose row is whole is shown."""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from engine.play.commands import Note
from engine.session import file as journals
from engine.session.file import Entry, Header, Journal, JournalError, Row, form, making
from engine.session.session import Session
from engine.view.types import CONSOLE, ROOM
from tests.engine.driving import Ticker, go
from tests.engine.small import begin, scenario

FIRST_FORMAT = Path(__file__).parent / "fixtures" / "format-1.coop"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session of two rounds with words enough for several pages of rows."""
    path = tmp_path_factory.mktemp("whole") / "whole.coop"
    session = Session.create(scenario(), begin(), 7, path, Ticker())
    go(session, "negotiation")
    for n in range(60):
        session.do(Note(text=f"une parole assez longue pour que les pages se remplissent, la {n}e"))
    go(session, "choice", rounds=2)
    session.close()
    return path


def _bit(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _eight_bits_in_a_page(data: bytearray, chance: random.Random) -> None:
    page = chance.randrange(len(data) // 4096) * 4096
    for _ in range(8):
        data[page + chance.randrange(4096)] ^= 1 << chance.randrange(8)


def _blank_sector(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) // 512) * 512
    data[at : at + 512] = bytes(512)


def _blank_page(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) // 4096) * 4096
    data[at : at + 4096] = bytes(4096)


def _noise(data: bytearray, chance: random.Random) -> None:
    at, size = chance.randrange(len(data)), chance.randrange(1, 3000)
    data[at : at + size] = chance.randbytes(len(data[at : at + size]))


def _first_pages(data: bytearray, chance: random.Random) -> None:
    size = chance.randrange(1, 3 * 4096)
    data[:size] = bytes(size)


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


ACCIDENTS = (_bit, _eight_bits_in_a_page, _blank_sector, _blank_page, _noise, _first_pages, _cut)


def _looked_at(path: Path) -> Session | None:
    """The session as listing, replaying and opening show it; JournalError is all that may be raised."""
    before = path.read_bytes(), path.stat().st_mtime_ns, sorted(path.parent.iterdir())
    journals.resumables(path.parent)
    session, codes = None, [""]
    try:
        session = Session.read(path)
        session.log("fr")
        session.view(ROOM)
        session.view(CONSOLE)
        Session.open(path).close()
    except JournalError as refusal:
        codes.append(refusal.code)
    assert "in-use" not in codes
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(path.parent.iterdir())) == before
    return session


def _row(good: bytes, entry: Entry) -> bytes:
    """The bytes of a command's row: its length, number and kinds stand before its words."""
    text = (entry.command + entry.digest + entry.hash).encode()
    at = good.index(text)
    return good[at - 14 : at + len(text)]


@pytest.mark.no_cover  # lines that other tests walk
@pytest.mark.parametrize("accident", ACCIDENTS, ids=lambda f: f.__name__.strip("_"))
def test_after_an_accident_every_command_whose_row_is_whole_is_shown(whole, tmp_path, accident):
    rows = Journal.read(whole).entries
    good = whole.read_bytes()
    for n in range(9):
        data = bytearray(good)
        accident(data, random.Random(f"{accident.__name__}-{n}"))
        path = tmp_path / f"{n}.coop"
        path.write_bytes(data)
        session = _looked_at(path)
        try:
            shown = [e for e in Journal.read(path) if e.command]
        except JournalError:
            assert accident is _cut, "only what both copies of the beginning are cut from cannot be read"
            continue
        finally:
            path.unlink()
        left = [e for e in rows if _row(good, e) in data]
        assert [e for e in left if e not in shown] == [], "whole, and not shown"
        behind_a_lost_one = [e for e in shown if e.command != rows[e.number - 1].command]
        assert len(behind_a_lost_one) <= 1, "shown, and never written"
        assert session is not None
        assert len(session.history) <= len(rows)
        assert accident is not _bit or len(session.lost) <= 1


@pytest.mark.no_cover  # lines that other tests walk
def test_a_wrong_bit_in_a_command_or_its_hash_is_mended(whole, tmp_path):
    rows = Journal.read(whole).entries
    good = whole.read_bytes()
    for n, entry in enumerate(rows):
        data = bytearray(good)
        at = good.index((entry.command + entry.digest + entry.hash).encode())
        column = at if n % 2 else at + len((entry.command + entry.digest).encode())
        data[column + n % 30] ^= 1 << n % 8
        path = tmp_path / "a.coop"
        path.write_bytes(data)
        journal = Journal.open(path)
        assert [e.command for e in journal] == [e.command for e in rows], entry.number
        assert journal.damage


EDITS = (
    "UPDATE command SET at = 'soir'",
    "UPDATE command SET at = 9e999 WHERE number = 3",
    "UPDATE command SET command = CAST(x'c3280a' AS TEXT) WHERE number = 4",
    "UPDATE command SET command = 12",
    "UPDATE command SET hash = NULL",
    "UPDATE command SET number = 9000000000000 WHERE number = 5",
    "UPDATE command SET number = -number",
    "INSERT INTO command VALUES (9000000000000, 1.0, '{}', '', 'x')",
    "INSERT INTO command VALUES (0, 1.0, '{}', '', 'x')",
    "INSERT INTO command VALUES (5000, 'soir', 4, 5, x'00')",
    "ALTER TABLE command ADD COLUMN more TEXT DEFAULT 'x'",
    "ALTER TABLE command DROP COLUMN digest",
    "ALTER TABLE command RENAME TO commands",
    "DROP TABLE command",
    "DROP TABLE snapshot",
    "DROP TABLE last",
    "DELETE FROM last",
    "UPDATE last SET number = 'trois'",
    "UPDATE last SET number = 123456789012",
    "UPDATE last SET hash = 5, phase = 9",
    "UPDATE snapshot SET data = 'texte'",
    "UPDATE snapshot SET data = x'789c'",
    "UPDATE snapshot SET number = number + 1000000000",
    "DELETE FROM snapshot",
    "UPDATE unsent SET data = 4",
    "INSERT INTO unsent VALUES (1, x'00')",
    "DELETE FROM header",
    "UPDATE header SET value = CAST(x'ff' AS TEXT)",
    "UPDATE header SET key = CAST(x'ff' AS TEXT) WHERE key = 'seal'",
    "DELETE FROM spare",
    "UPDATE spare SET data = 'x'",
    "CREATE TABLE other (x)",
    "CREATE TRIGGER t AFTER INSERT ON command BEGIN DELETE FROM command; END",
    "CREATE VIEW v AS WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i FROM n) SELECT i FROM n",
    "CREATE INDEX i ON command (at)",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = CAST(x'43524541544520c220' AS TEXT)",
    "PRAGMA user_version = 0",
    "PRAGMA user_version = 77",
    "PRAGMA application_id = 3",
    "PRAGMA journal_mode = WAL",
    "PRAGMA auto_vacuum = FULL; VACUUM",
    "PRAGMA page_size = 1024; VACUUM",
    "PRAGMA encoding = 'UTF-16'",
)


@pytest.mark.no_cover  # lines that other tests walk
@pytest.mark.parametrize("start", ["new", "0.1.0"])
def test_no_edit_of_the_tables_leads_to_more_than_a_sentence(whole, tmp_path, start):
    source = whole if start == "new" else FIRST_FORMAT
    for n, edit in enumerate(EDITS):
        path = tmp_path / f"{n}.coop"
        shutil.copyfile(source, path)
        database = sqlite3.connect(path, isolation_level=None)
        try:
            for one in edit.split("; ") if edit.startswith("PRAGMA") else [edit]:
                database.execute(one)
        except sqlite3.OperationalError:
            assert start == "0.1.0", edit  # it has neither `last` nor `unsent`
        except sqlite3.IntegrityError:
            continue
        finally:
            database.close()
        _looked_at(path)
        path.unlink()


HEADERS = (
    Header("", 7, "0", 1.0), Header("[]", 7, "0", 1.0), Header("[" * 9000, 7, "0", 1.0),
    Header("{}", 7, "0", 1.0), Header('{"id": 3, "title": []}', 7, "0", 1.0),
)  # fmt: skip
BEGINNINGS = (
    "", "[]", "{}", "null", '{"kind":"advance"}', '{"kind":"begin"}', '{"kind":["begin"]}', "[" * 9000,
    '{"kind":"begin","duration":45,"mode":{},"seats":[]}',
)  # fmt: skip
STATES = (
    {},
    {"table": []},
    {"table": {"phase": 3}},
    {"state": {}, "table": {"phase": "bilan"}, "records": 1},
)


def test_content_that_answers_for_itself_and_means_nothing_is_a_sentence(tmp_path):
    mine = scenario().model_dump_json(by_alias=True, exclude_none=True)
    started = begin().model_dump_json()
    for header in HEADERS:
        _made(tmp_path, header, Row(1.0, started, "d", {}))
    for beginning in BEGINNINGS:
        _made(tmp_path, Header(mine, 7, "0", 1.0), Row(1.0, beginning, "d", {"table": {}}))
    for state in STATES:
        for after in ('{"kind":"advance"}', '{"kind":"undo","to":99}', '{"kind":"dance"}', "nul"):
            row = Row(2.0, after, "d", state)
            _made(tmp_path, Header(mine, 7, "0", 1.0), Row(1.0, started, "d", state), row)


def _made(folder: Path, header: Header, *rows: Row) -> None:
    path = folder / "made.coop"
    Journal.create(path, header, *rows).close()
    _looked_at(path)
    path.unlink()


def test_a_seed_or_a_date_that_cannot_be_is_a_sentence(tmp_path, monkeypatch):
    mine = scenario().model_dump_json(by_alias=True, exclude_none=True)
    for seed, created in ((-1, 1.0), (1 << 70, 1.0), (7, float("nan")), (7, float("inf")), (7, 1e300)):
        header = Header(mine, seed, "0", created)
        _made(tmp_path, header, Row(1.0, begin().model_dump_json(), "d", {}))
    monkeypatch.setattr(making, "lines_of", lambda header: form.lines_of(header) | {"seed": "sept"})
    _made(tmp_path, Header(mine, 7, "0", 1.0), Row(1.0, begin().model_dump_json()))


def test_rows_taken_from_the_end_are_noticed_in_a_list_too(whole, tmp_path):
    path = tmp_path / "a.coop"
    shutil.copyfile(whole, path)
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("DELETE FROM command WHERE number > 40")
    database.execute("DELETE FROM snapshot WHERE number > 40")
    database.close()
    session = Session.open(path)
    assert len(session.lost) == len(session.history) - 40
    assert journals.look(path).damage


# ---- Interrupted ----------------------------------------------------------------------------------------


def _interrupted(whole: Path, place: Path) -> Path:
    """A copy of a session whose last writing was cut off: part of it is in the file, its undoing beside."""
    work = place / "work.coop"
    shutil.copyfile(whole, work)
    database = sqlite3.connect(work, isolation_level=None)
    database.execute("PRAGMA cache_size = 1")
    database.execute("BEGIN IMMEDIATE")
    for n in range(2000):
        database.execute("INSERT INTO snapshot VALUES (?, ?)", (5000 + n, bytes(900)))
    hot = place / "hot" / "hot.coop"
    hot.parent.mkdir()
    shutil.copyfile(work, hot)
    shutil.copyfile(f"{work}-journal", f"{hot}-journal")
    database.close()
    assert hot.read_bytes() != whole.read_bytes()
    return hot


def test_what_was_interrupted_is_undone_on_a_copy_to_be_looked_at_and_in_place_to_be_played(whole, tmp_path):
    hot = _interrupted(whole, tmp_path)
    session = _looked_at_hot(hot)
    assert session.damage == ""
    assert session.game.digest() == Session.read(whole).game.digest()
    assert journals.look(hot).damage == ""
    played = Session.open(hot)
    assert played.damage == ""
    played.close()
    assert not hot.with_name("hot.coop-journal").exists()


def _looked_at_hot(hot: Path) -> Session:
    before = hot.read_bytes(), Path(f"{hot}-journal").read_bytes()
    session = Session.read(hot)
    journals.resumables(hot.parent)
    assert (hot.read_bytes(), Path(f"{hot}-journal").read_bytes()) == before
    return session


def test_in_a_folder_that_cannot_be_written_it_is_told_as_what_it_is(whole, tmp_path, monkeypatch):
    hot = _interrupted(whole, tmp_path)
    monkeypatch.setattr(os, "access", lambda path, mode: mode == os.R_OK or Path(path) == hot)
    session = Session.open(hot)
    assert str(hot.parent) in session.damage
    assert "abîmé" not in session.damage
    assert session.lost == set()
    assert session.game.digest() == Session.read(whole).game.digest()


@pytest.mark.parametrize("moment", ["fsync", "link"])
def test_killed_while_a_session_is_made_nothing_half_made_is_left_to_be_seen(tmp_path, moment):
    script = f"""
        import os
        from pathlib import Path
        from engine.session.session import Session
        from tests.engine.small import begin, scenario
        os.{moment} = lambda *_: os._exit(9)
        Session.create(scenario(), begin(), 7, Path({str(tmp_path / "a.coop")!r}))
    """
    run = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], check=False)
    assert run.returncode == 9
    assert journals.resumables(tmp_path) == []
    left = list(tmp_path.iterdir())
    assert [file.suffix for file in left] == [".coop-new"]
    os.utime(left[0], (1.0, 1.0))
    journals.tidy(tmp_path)
    assert list(tmp_path.iterdir()) == []
    Session.create(scenario(), begin(), 7, tmp_path / "a.coop").close()
    assert len(journals.resumables(tmp_path)) == 1


def test_a_new_file_takes_nothing_from_what_one_of_its_name_left_behind(whole, tmp_path):
    hot = _interrupted(whole, tmp_path)
    hot.unlink()
    session = Session.create(scenario(), begin(), 8, hot, Ticker())
    digest = session.game.digest()
    session.close()
    assert Session.read(hot).game.digest() == digest
    assert [file.name for file in hot.parent.iterdir()] == ["hot.coop"]


def test_a_file_of_0_1_0_goes_on_and_keeps_its_end_from_then_on(tmp_path):
    path = tmp_path / "old.coop"
    shutil.copyfile(FIRST_FORMAT, path)
    session = Session.open(path, Ticker(1e9))
    identity = session.identity
    session.do(Note(text="encore"))
    session.close()
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("DELETE FROM command WHERE number = (SELECT max(number) FROM command)")
    database.close()
    again = Session.open(path)
    assert len(again.lost) == 1
    assert again.identity == identity != ""
    assert json.loads(Journal.read(path).header.content)["id"]
