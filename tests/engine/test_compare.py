"""Sessions side by side: equal columns for equal sessions, the order given, and what does not compare."""

import io
import json
import zipfile
from collections.abc import Sequence
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from engine import language
from engine.paper import press
from engine.play.commands import FollowUp, Note, OwnPlacing, Tally, WithdrawNote
from engine.report import build, compare_files
from engine.report.compare import Comparison, compared
from engine.report.parts import COMPARED
from engine.report.record import Record, Said
from engine.session.session import Session
from tests.engine.driving import go, promise, session
from tests.engine.small import begin

MARK = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def _played(phase: str = "bilan", more: str = "") -> Session:
    whole = session(begin())
    go(whole, "negotiation")
    promise(whole, "bo", "clinic", 0, 2, 0)
    go(whole, "debate", "vote")
    whole.do(Tally(question="verdict:1:1", yes=9, no=0))
    go(whole, phase, rounds=1)
    if phase == "bilan":
        whole.do(OwnPlacing(when="after", counts=(0, 0, 0, 0, 1, 0, 1)))
        whole.do(Note(text=f"Les jeunes {more}", tag="missing", speaker="Aliénor"))
        whole.do(Note(text="MES MOTS", tag="commitment", speaker="Zoé"))
        whole.do(Note(text="retirés", tag="missing"))
        whole.do(WithdrawNote(note=whole.game.table.notes[-1].id))
    return whole


@pytest.fixture(scope="module")
def record() -> Record:
    return build.record(_played())


def _rows(told: Comparison, table: str) -> dict[object, tuple[object, ...]]:
    """What a table has for each measure, session by session."""
    found = next(one for one in told.tables if one.id == table)
    return {row[0]: row[1:-1] for row in found.rows}


def test_a_session_beside_itself_has_two_equal_columns(record: Record) -> None:
    told = compared([("soir", record), ("soir", record)])
    assert told.names == ("1. soir", "2. soir")
    for table in told.tables:
        assert table.rows
        assert all(row[1] == row[2] for row in table.rows), table.id


def test_the_measures_are_the_records(record: Record) -> None:
    told = compared([("a", record)])
    assert _rows(told, "we")["Confiance à la fin"] == (record.rounds[-1].trust,)
    assert _rows(told, "we")["Se placer, à la fin"] == (6.0,)
    assert _rows(told, "we")["Se placer, au début"] == ("–",)
    promises = _rows(told, "promises")
    assert promises["Promesses faites"] == (len(record.promises),)
    parts = ("Tenues", "En partie", "Non tenues", "Sans objet")
    assert sum(int(str(promises[name][0])) for name in parts) == len(record.promises)
    assert _rows(told, "opinions")["Ce qui rassemble, combien"] == (1,)
    gauge = record.gauges[0]
    assert _rows(told, "gauges")[f"{gauge.title}, à la fin"] == (gauge.end,)


@settings(max_examples=25, deadline=None)
@given(order=st.permutations(range(4)))
def test_the_columns_stand_in_the_order_given(order: Sequence[int]) -> None:
    records = [_made(people=10 + n) for n in range(4)]
    told = compared([(f"s{n}", records[n]) for n in order])
    assert _rows(told, "sessions")["Personnes"] == tuple(10 + n for n in order)
    assert told.names == tuple(f"{place}. s{n}" for place, n in enumerate(order, 1))


def _made(people: int = 3, **fields: object) -> Record:
    base = {"language": "fr", "title": "Le quartier", "date": "2026-05-12", "duration": "45", "over": True}
    return Record.model_validate({**base, "participants": people, **fields})


def test_words_are_unsigned_and_commitments_only_counted(record: Record) -> None:
    told = compared([("a", record), ("b", record)])
    shown = json.dumps([table.rows for table in told.tables], ensure_ascii=False)
    assert "Les jeunes" in shown
    for gone in ("Aliénor", "Zoé", "MES MOTS", "retirés"):
        assert gone not in shown
    assert _rows(told, "commitments")["à demander"] == (1, 1)


def test_what_became_of_commitments_is_counted() -> None:
    whole = _played()
    note = next(n.id for n in whole.game.table.notes if n.tag == "commitment")
    whole.do(FollowUp(note=note, became="kept"))
    told = compared([("a", build.record(whole))])
    assert _rows(told, "commitments")["c’est tenu"] == (1,)
    assert _rows(told, "commitments")["à demander"] == (0,)


def test_what_does_not_compare_is_said_and_kept_apart() -> None:
    here = [{"title": "Santé", "start": 40, "end": 50, "common_good": True}]
    there = [{"title": "Santé", "start": 10, "end": 20, "common_good": False}]
    one, other = _made(gauges=here), _made(gauges=there, title="Ailleurs", duration="90")
    told = compared([("a", one), ("b", other)])
    assert any("scénarios" in note for note in told.notes)
    assert any("durées" in note for note in told.notes)
    gauges = _rows(told, "gauges")
    assert gauges["Le quartier\u00a0: Santé, à la fin"] == (50, "–")
    assert gauges["Ailleurs\u00a0: Santé, à la fin"] == ("–", 20)
    assert len(compared([("a", one), ("b", one)]).notes) == 1


def test_a_session_that_is_not_finished_is_said_to_be_so_and_its_words_wait() -> None:
    running = _played("debate")
    running.do(Note(text="À RELIRE", tag="missing"))
    told = compared([("a", build.record(running)), ("b", build.record(_played()))])
    assert [note for note in told.notes if note.startswith("1. a")]
    assert not [note for note in told.notes if note.startswith("2. b")]
    assert _rows(told, "sessions")["Finie"] == ("non", "oui")
    assert "À RELIRE" not in str(told)


_RUNS = st.sampled_from("=+-@\t").flatmap(
    lambda sign: st.text("abc()1#[*$_`\"'", max_size=20).map(sign.__add__)
)


@settings(max_examples=15, deadline=None)
@given(typed=_RUNS)
def test_a_text_that_would_run_is_text_in_the_workbook_and_on_the_page(typed: str) -> None:
    said = Said(text=typed, speaker="", tag="", round=1, date="2026-05-12")
    told = compared([(typed, _made(missing=(said,))), ("b", _made())])
    files = compare_files.written(told, COMPARED, "x")
    with zipfile.ZipFile(io.BytesIO(files["x.xlsx"])) as book:
        texts = set()
        for name in book.namelist():
            tree = ElementTree.fromstring(book.read(name))
            assert not list(tree.iter(f"{MARK}f")), "a formula"
            assert not list(tree.iter(f"{MARK}hyperlink")), "a link"
            texts |= {text.text for text in tree.iter(f"{MARK}t")}
    assert said.text in texts
    assert files["x.pdf"].startswith(b"%PDF-")


@pytest.mark.parametrize("spoken", ["fr", "en"])
def test_twelve_sessions_fit_on_pages_in_both_languages(spoken: str) -> None:
    language.use(spoken)
    try:
        several = [(f"table-{n}", build.record(_played(more="du collège " * 20))) for n in range(12)]
        told = compared(several)
        pages = PdfReader(io.BytesIO(compare_files.written(told, ["pdf"], "x")["x.pdf"])).pages
    finally:
        language.use("fr")
    text = "".join(page.extract_text() for page in pages)
    for n in range(12):
        assert f"{n + 1}. table-{n}" in text
    assert ("Trust at the end" in text) is (spoken == "en")
    assert len(pages) < 20


def test_the_pages_are_tagged_with_their_language_and_title(record: Record) -> None:
    told = compared([("a", record), ("b", record)])
    [pdf] = press.pages("compare", compare_files.data(told))
    read = PdfReader(io.BytesIO(pdf))
    assert read.metadata is not None
    assert read.metadata.title == "Séances côte à côte"
    assert "/StructTreeRoot" in read.trailer["/Root"]
    assert str(read.trailer["/Root"]["/Lang"]).startswith("fr")
