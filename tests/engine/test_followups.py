"""« Promis, tenu ? »: what became of commitments, in the session's file, its record and its story."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.language import using
from engine.play.commands import BECAME, EditNote, FollowUp, Note, Undo, WithdrawNote
from engine.report import build, formats
from engine.report.parts import FORMATS
from engine.report.record import without
from engine.report.tables import tables
from engine.session.session import Session
from engine.transcript.export import replay_json
from engine.transcript.story import replay
from tests.engine.driving import Ticker, code, go, to
from tests.engine.small import begin, scenario

WEEK = 7 * 86400.0


def _over(path: Path | None = None) -> Session:
    """A session at its Bilan, with two commitments and a word."""
    whole = go(Session.create(scenario(), begin(), 7, path, Ticker(1_700_000_000.0)), "bilan")
    whole.do(Note(text="Je viens samedi", tag="commitment", speaker="Zoé", due="avant l’été"))
    whole.do(Note(text="J’appelle le bailleur", tag="commitment"))
    whole.do(Note(text="C’est trop", tag="word", speaker="Jo"))
    return whole


def _later(path: Path) -> Session:
    """The session of a file, taken up again a week later."""
    return Session.open(path, Ticker(1_700_000_000.0 + WEEK))


def test_what_became_of_a_commitment_stands_when_the_session_is_taken_up_again(tmp_path: Path) -> None:
    path = tmp_path / "soir.coop"
    _over(path).close()
    whole = _later(path)
    whole.do(FollowUp(note=1, became="not-kept", happened="Le bus ne passait pas"))
    before = whole.game.table.notes
    whole.close()
    again = _later(path)
    assert again.game.table.notes == before
    assert not again.changed_rules
    followed = again.game.table.notes[0].followed
    assert followed is not None
    assert (followed.became, followed.at) == ("not-kept", 1_700_000_000.0 + WEEK)


def test_only_commitments_are_taken_up_again_and_only_once_the_session_is_over() -> None:
    assert code(_over(), FollowUp(note=3, became="kept")) == "unknown-note"
    running = to("debate")
    running.do(Note(text="Je viens", tag="commitment"))
    assert code(running, FollowUp(note=1, became="kept")) == "wrong-phase"


def test_a_tick_is_undone_and_done_again() -> None:
    whole = _over()
    number = len(whole.history)
    whole.do(FollowUp(note=2, became="going", happened="En avril"))
    whole.do(Undo(to=number))
    assert whole.game.table.notes[1].followed is None
    whole.do(Undo(to=number + 1))
    followed = whole.game.table.notes[1].followed
    assert followed is not None
    assert (followed.became, followed.happened) == ("going", "En avril")


def test_a_line_taken_back_is_brought_back_by_nothing() -> None:
    whole = _over()
    whole.do(FollowUp(note=1, became="kept", happened="SECRET"))
    told = len(whole.history)
    whole.do(FollowUp(note=1, became="kept"))
    whole.do(Undo(to=told))
    followed = whole.game.table.notes[0].followed
    assert followed is not None
    assert (followed.became, followed.happened) == ("kept", "")


def test_a_commitment_withdrawn_takes_what_became_of_it_along() -> None:
    whole = _over()
    whole.do(FollowUp(note=1, became="kept", happened="SECRET"))
    told = len(whole.history)
    whole.do(WithdrawNote(note=1))
    whole.do(Undo(to=told))
    assert "SECRET" not in json.dumps(whole.game.to_data())
    assert "avant" not in json.dumps(whole.game.to_data())
    assert code(whole, FollowUp(note=1, became="kept")) == "unknown-note"


def test_the_record_tells_both_dates_and_every_commitment_once_one_was_taken_up(tmp_path: Path) -> None:
    path = tmp_path / "soir.coop"
    _over(path).close()
    whole = _later(path)
    assert build.record(whole).followups == ()
    whole.do(FollowUp(note=1, became="kept", happened="Nous étions six"))
    told = build.record(whole)
    one, other = told.followups
    assert (one.text, one.speaker, one.due) == ("Je viens samedi", "Zoé", "avant l’été")
    assert one.date == told.commitments[0].date
    assert one.checked > one.date
    assert (one.word, one.happened) == ("c’est tenu", "Nous étions six")
    assert (other.became, other.word, other.checked) == (None, "à demander", "")
    shown = formats.written(told, set(FORMATS) - {"xlsx"}, "soir")
    for name in ("soir.md", "soir.html", "soir-followups.csv"):
        page = shown[name].decode()
        assert one.checked in page, name
        assert "Nous étions six" in page, name


def test_what_is_left_out_of_a_record_is_left_out_of_what_became_of_it_too() -> None:
    whole = _over()
    whole.do(FollowUp(note=1, became="kept", happened="Nous étions six"))
    told = build.record(whole)
    assert without(told, frozenset(["commitments"])).followups == ()
    unsigned = without(told, frozenset(["names"]))
    assert [(f.speaker, f.happened) for f in unsigned.followups] == [("", "Nous étions six"), ("", "")]
    nothing = without(told, frozenset(["commitments", "names"]))
    assert not {"commitments", "followups"} & {table.id for table in tables(nothing)}


def test_the_story_tells_what_became_of_a_commitment_in_both_languages(tmp_path: Path) -> None:
    path = tmp_path / "soir.coop"
    _over(path).close()
    whole = _later(path)
    whole.do(FollowUp(note=2, became="not-kept", happened="Personne au bout du fil"))
    whole.close()
    told = "\n".join(replay(path))
    assert "pour quand : avant l’été" in told.replace("\u202f", " ").replace("\u00a0", " ")
    assert "pas cette fois. « Personne au bout du fil »" in told.replace("\u202f", " ").replace("\u00a0", " ")
    with using("en"):
        assert "not this time" in "\n".join(replay(path))


def test_the_journal_as_data_has_the_last_line_only(tmp_path: Path) -> None:
    path = tmp_path / "soir.coop"
    whole = _over(path)
    whole.do(FollowUp(note=1, became="going", happened="FIRST"))
    whole.do(FollowUp(note=1, became="kept", happened="LAST"))
    whole.do(EditNote(note=2, text="J’appelle", tag="commitment", due="lundi"))
    whole.close()
    told = json.dumps(replay_json(path), ensure_ascii=False)
    assert "FIRST" not in told
    assert "LAST" in told
    assert "lundi" in told


def test_a_session_from_before_has_the_same_fingerprint() -> None:
    """Notes without a date of their own are written as they always were."""
    whole = to("situation")
    whole.do(Note(text="Je viens", tag="commitment", speaker="Zoé"))
    assert set(whole.game.to_data()["table"]["notes"][0]) == {
        "id", "text", "tag", "speaker", "round", "phase", "at", "withdrawn",
    }  # fmt: skip


def _anything(draw: Any, whole: Session) -> None:
    """Somebody tells, corrects, takes back, or goes back."""
    act = draw(st.sampled_from(("tell", "tell", "line", "silence", "withdraw", "undo")))
    note = draw(st.sampled_from((1, 2)))
    if act == "undo":
        refused = code(whole, Undo(to=draw(st.integers(len(whole.history) // 2, len(whole.history) - 1))))
    elif act == "withdraw":
        refused = code(whole, WithdrawNote(note=note))
    else:
        became = draw(st.sampled_from(BECAME if act != "silence" else (None, *BECAME)))
        line = f"LINE{len(whole.history)}." if act == "line" else ""
        refused = code(whole, FollowUp(note=note, became=became, happened=line))
    assert refused in ("", "unknown-note", "wrong-phase")


@pytest.mark.no_cover  # lines that other tests walk
@settings(max_examples=40, deadline=None)
@given(st.data())
def test_whatever_is_told_and_taken_back_the_file_says_the_same_and_no_line_returns(data: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.coop"
        whole = _over(path)
        gone: set[str] = set()
        lines: dict[int, str] = {}
        for _ in range(data.draw(st.integers(1, 8))):
            _anything(data.draw, whole)
            undone = isinstance(whole.commands[-1], Undo)
            for note in whole.game.table.notes:
                now = note.followed.happened if note.followed else ""
                before = lines.get(note.id, "")
                if before and not now and not undone:
                    gone.add(before)
                lines[note.id] = now
            standing = json.dumps(whole.game.to_data())
            assert not [line for line in gone if line in standing]
        digest = whole.game.digest()
        whole.close()
        again = _later(path)
        assert again.game.digest() == digest
        assert not again.changed_rules
        again.close()
