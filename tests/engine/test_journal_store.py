"""The session file: nothing confirmed is lost, damage is seen, and nobody writes over anything."""

import random
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from engine.play.commands import Advance, Note
from engine.play.legal import Refused
from engine.session.file import FORMAT, Header, Journal, JournalError, form, making
from engine.session.session import Session
from tests.engine.driving import Ticker, code, go
from tests.engine.small import begin, scenario

HEADER = Header("{}", 7, "0", 12.5)


def _journal(path: Path, rows: int = 5, closed: bool = True) -> Journal:
    journal = Journal.create(path, HEADER)
    for n in range(rows):
        journal.append(float(n), f'{{"kind":"note","text":"été {n}"}}', "d" if n == 2 else "", {"n": n})
    if closed:
        journal.close()
    return journal


def test_what_was_added_is_read_again(tmp_path):
    journal = _journal(tmp_path / "a.coop")
    again = Journal.open(tmp_path / "a.coop")
    assert again.header == journal.header
    assert again.header[:4] == HEADER[:4]
    assert list(again) == journal.entries
    assert again.snapshot(3) == {"n": 2}
    assert again.snapshot(9) is None
    assert again.damage == ""
    again.append(9.0, '{"kind":"advance"}')
    again.close()
    assert len(Journal.open(tmp_path / "a.coop").entries) == 6


def test_a_file_is_never_made_over_another(tmp_path):
    _journal(tmp_path / "a.coop")
    with pytest.raises(JournalError) as error:
        Journal.create(tmp_path / "a.coop", HEADER)
    assert error.value.code == "exists"


def _rewrite(path: Path, sql: str, *values: object) -> None:
    database = sqlite3.connect(path)
    database.execute(sql, values)
    database.commit()
    database.close()


@pytest.mark.parametrize(
    ("sql", "lost"),
    [
        ("UPDATE command SET command = '{}' WHERE number = 3", {3}),
        ("UPDATE command SET at = 77 WHERE number = 4", {4}),
        ("UPDATE command SET digest = 'x' WHERE number = 1", {1}),
        ("UPDATE command SET hash = 'x' WHERE number = 5", {5}),
        ("UPDATE command SET hash = 'x' || substr(hash, 2) WHERE number = 5", set()),
        ("UPDATE command SET command = replace(command, 'note', 'oote') WHERE number = 3", set()),
        ("UPDATE command SET command = x'ff' WHERE number = 2", {2}),
        ("UPDATE command SET at = 'midi', digest = 7 WHERE number = 2", {2}),
        ("DELETE FROM command WHERE number = 2", {2}),
        ("DELETE FROM command WHERE number > 3", {4, 5}),
        ("DELETE FROM command", {1, 2, 3, 4, 5}),
    ],
)
def test_only_rows_that_are_gone_or_changed_are_lost_and_the_file_is_never_written(tmp_path, sql, lost):
    path = tmp_path / "a.coop"
    whole = _journal(path).entries
    _rewrite(path, sql)
    before, written = path.read_bytes(), path.stat().st_mtime_ns
    journal = Journal.open(path)
    assert journal.lost == lost
    assert [e for e in journal.entries if e.number not in lost] == [e for e in whole if e.number not in lost]
    assert f"{len(lost)} action" in journal.damage or (not lost and "abîmé" in journal.damage)
    with pytest.raises(JournalError) as error:
        journal.append(1.0, "{}")
    assert error.value.code == "not-saved"
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, written)


def test_a_damaged_beginning_cannot_be_opened(tmp_path):
    path = tmp_path / "a.coop"
    _journal(path)
    _rewrite(path, "UPDATE header SET value = '8' WHERE key = 'seed'")
    _rewrite(path, "UPDATE spare SET data = x'00'")
    before = path.read_bytes()
    with pytest.raises(JournalError) as error:
        Journal.open(path)
    assert error.value.code == "damaged-start"
    assert "a.coop" in error.value.sentence
    assert path.read_bytes() == before


def test_a_beginning_damaged_in_one_of_its_two_copies_still_opens_to_be_read(tmp_path):
    path = tmp_path / "a.coop"
    _journal(path, 3)
    _rewrite(path, "UPDATE header SET value = '8' WHERE key = 'seed'")
    before = path.read_bytes()
    journal = Journal.open(path)
    assert journal.header[:4] == HEADER[:4]
    assert len(journal.entries) == 3
    assert journal.damage
    assert path.read_bytes() == before


def _opened(path: Path) -> tuple[Session | None, JournalError | None]:
    try:
        return Session.open(path), None
    except JournalError as error:
        return None, error


def test_every_page_may_be_torn_and_nothing_but_a_sentence_comes_of_it(tmp_path):
    whole = Session.create(scenario(), begin(), 7, tmp_path / "a.coop", Ticker())
    go(whole, "reveal")
    number = len(whole.history)
    whole.close()
    good = (tmp_path / "a.coop").read_bytes()
    for place in range(0, len(good), 1531):
        path = tmp_path / f"torn-{place}.coop"
        torn = bytearray(good)
        torn[place : place + 97] = random.Random(place).randbytes(len(torn[place : place + 97]))
        path.write_bytes(torn)
        session, error = _opened(path)
        if session is None:
            assert error.sentence
            assert error.code in ("damaged-start", "not-a-session", "newer")
        else:
            assert len(session.history) <= number
            if session.damage:
                with pytest.raises(Refused):
                    session.do(Note(text="non"))
            session.close()
        if not path.with_name(path.name + "-journal").exists():
            assert path.read_bytes() == bytes(torn), place


@pytest.mark.parametrize("size", [0, 10, 4096, 9000])
def test_a_file_cut_short_is_never_taken_for_whole(tmp_path, size):
    path = tmp_path / "a.coop"
    _journal(path, 60)
    path.write_bytes(path.read_bytes()[:size])
    session, error = _opened(path)
    assert session is None
    assert error.code in ("not-a-session", "damaged-start")


@pytest.mark.no_cover  # lines that other tests walk
def test_a_file_cut_short_loses_only_what_was_cut_and_is_left_as_it_is(tmp_path):
    path = tmp_path / "a.coop"
    whole = Session.create(scenario(), begin(), 7, path, Ticker())
    go(whole, "negotiation")
    for n in range(400):
        whole.do(Note(text=f"une parole assez longue pour remplir des pages, la {n}e de toutes"))
    states = [game.digest() for game in whole.history]
    entries = list(whole._journal)
    whole.close()
    good = path.read_bytes()
    for share in (0.95, 0.8, 0.6):
        cut = good[: int(len(good) * share)]
        path.write_bytes(cut)
        session, error = _opened(path)
        assert error is None, share
        assert "abîmé" in session.damage
        there = [n for n in range(len(session.history)) if n not in session.lost]
        whole_rows = {e.number for e in entries if (e.command + e.digest + e.hash).encode() in cut}
        assert {n + 1 for n in there} == whole_rows
        first_lost = min(session.lost, default=len(session.history))
        assert [game.digest() for game in session.history[:first_lost]] == states[:first_lost]
        with pytest.raises(Refused):
            session.do(Note(text="non"))
        session.close()
        assert path.read_bytes() == cut


def test_anything_else_is_not_a_session(tmp_path):
    text = tmp_path / "text.coop"
    text.write_text("bonjour" * 1000)
    other = tmp_path / "other.coop"
    _rewrite(other, "CREATE TABLE t (x)")
    for path, why in ((text, "not-a-session"), (other, "not-a-session"), (tmp_path / "no.coop", "missing")):
        with pytest.raises(JournalError) as error:
            Journal.open(path)
        assert error.value.code == why


def test_a_file_of_a_newer_version_says_so(tmp_path, monkeypatch):
    path = tmp_path / "a.coop"
    _journal(path)
    _rewrite(path, f"PRAGMA user_version = {FORMAT + 1}")
    assert Journal.open(path).damage, "one number alone is damage"
    monkeypatch.setattr(making, "FORMAT", FORMAT + 1)
    monkeypatch.setattr(form, "FORMAT", FORMAT + 1)
    newer = tmp_path / "newer.coop"
    Journal.create(newer, HEADER).close()
    monkeypatch.undo()
    with pytest.raises(JournalError) as error:
        Journal.open(newer)
    assert error.value.code == "newer"


def test_two_processes_do_not_write_the_same_file(tmp_path):
    path = tmp_path / "a.coop"
    journal = _journal(path, closed=False)
    with pytest.raises(JournalError) as error:
        Journal.open(path)
    assert error.value.code == "in-use"
    journal.append(3.0, "{}")
    journal.close()
    Journal.open(path).close()


def test_a_full_disk_is_said_and_nothing_has_changed(tmp_path):
    whole = Session.create(scenario(), begin(), 7, tmp_path / "a.coop", Ticker())
    database = whole._journal._database
    (pages,) = database.execute("PRAGMA page_count").fetchone()
    database.execute(f"PRAGMA max_page_count = {pages}")
    game, number = whole.game, len(whole.history)
    refused = ""
    while not refused:
        game, number = whole.game, len(whole.history)
        refused = code(whole, Note(text="plein" * 300))
    assert refused == "not-saved"
    assert whole.game is game
    assert len(whole.history) == number
    database.execute("PRAGMA max_page_count = 100000")
    whole.do(Note(text="de nouveau"))
    whole.close()
    again = Session.open(tmp_path / "a.coop")
    assert len(again.history) == number + 1
    assert again.game.digest() == whole.game.digest()


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(JournalError) as error:
        Journal.create(tmp_path / "file" / "a.coop", HEADER)
    assert error.value.code == "not-saved"


def test_a_process_killed_at_any_moment_has_lost_nothing_that_it_was_told_is_kept(tmp_path):
    path = tmp_path / "a.coop"
    script = f"""
        from pathlib import Path
        from engine.play.commands import Note
        from engine.session.session import Session
        from tests.engine.small import begin, scenario
        session = Session.create(scenario(), begin(), 7, Path({str(path)!r}), lambda: 5.0)
        print(0, flush=True)
        for n in range(1, 10000):
            session.do(Note(text=str(n)))
            print(n, flush=True)
    """
    run = subprocess.Popen([sys.executable, "-c", textwrap.dedent(script)], stdout=subprocess.PIPE, text=True)
    for _ in range(9):
        run.stdout.readline()
    with pytest.raises(JournalError) as error:
        Session.open(path)
    assert error.value.code == "in-use"
    run.kill()
    confirmed = 8 + len([line for line in run.stdout.read().splitlines(keepends=True) if line.endswith("\n")])
    run.wait()
    run.stdout.close()
    session = Session.open(path)
    notes = [int(note.text) for note in session.game.table.notes]
    assert notes == list(range(1, len(notes) + 1))
    assert len(notes) >= confirmed
    assert session.damage == ""
    session.do(Note(text="après"))
    session.close()


def test_a_killed_process_loses_nothing_that_was_confirmed(tmp_path):
    path = tmp_path / "a.coop"
    script = f"""
        import os
        from engine.play.commands import Advance, Note
        from engine.session.session import Session
        from tests.engine.small import begin, scenario
        from pathlib import Path
        session = Session.create(scenario(), begin(), 7, Path({str(path)!r}), lambda: 5.0)
        session.do(Advance())
        session.do(Note(text="dit"))
        print(session.game.digest(), flush=True)
        os._exit(9)
    """
    run = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 9, run.stderr
    session = Session.open(path)
    assert session.game.digest() == run.stdout.strip()
    assert session.game.table.notes[0].text == "dit"
    session.do(Advance())
    session.close()
