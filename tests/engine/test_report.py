"""The record of a session: what it tells, what it keeps to itself, and that nothing typed in it runs."""

import csv
import errno
import io
import json
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from engine import language
from engine.content import library
from engine.content.model import Text
from engine.play.commands import Ask, EditNote, Finish, Note, Tag, Tally, WithdrawNote
from engine.report import build, formats, keeping
from engine.report.cleaned import clean
from engine.report.json_ import SCHEMA, schema
from engine.report.parts import FORMATS, PARTS
from engine.report.record import Record, Said, without
from engine.report.tables import tables
from engine.session.session import Session
from engine.view.types import ROOM
from tests.engine.driving import Ticker, go, promise, session
from tests.engine.small import begin, scenario
from tests.playthroughs.golden import told

_PIECES = (
    "<script>alert(1)</script>", "<img src=x onerror=y>", "'\"><b>", "</td>", "&lt;", "<!--", "=1+1",
    "@SUM(A1)", "-2+3", "[a](javascript:b)", "![a](b)", "`c`", "**d**", "| e |", "# f", "1. g", "- h", "https://i.j",
    "www.k.l", "m@n.o", "\n", "\t", ";", ",", '"', "'", " ", "\u202e", "\ufffe", "\x00",
)  # fmt: skip
typed = st.text(st.characters(codec="utf-8"), max_size=80) | st.lists(
    st.sampled_from(_PIECES) | st.text(max_size=3), max_size=6
).map("".join)
"""Whatever somebody may type, and above all what means something to a program."""


def _played(*notes: tuple[str, Tag, str], phase: str = "bilan") -> Session:
    whole = session(begin())
    go(whole, "negotiation")
    promise(whole, "bo", "clinic", 0, 2, 0)
    whole.do(Ask(asker="ana", asked="cy", project="bikes"))
    go(whole, "debate", "vote")
    whole.do(Tally(question="verdict:1:1", yes=2, no=1, unsure=1))
    for text, tag, speaker in notes:
        whole.do(Note(text=text, tag=tag, speaker=speaker))
    return go(whole, phase, rounds=2)


def _record(*notes: tuple[str, Tag, str], phase: str = "bilan") -> Record:
    return build.record(_played(*notes, phase=phase))


@pytest.fixture(scope="module")
def record() -> Record:
    return _record(
        ("Je viens samedi", "commitment", "Zoé"), ("Et les jeunes ?", "missing", ""),
        ("On s’écoute", "takeaway", "Ali"), ("C’est trop", "word", "Jo"),
    )  # fmt: skip


def test_a_record_tells_who_promised_what_and_what_became_of_it(record: Record) -> None:
    bo = next(p for p in record.promises if (p.who, p.round) == ("Bo", 1))
    assert (bo.tokens, bo.fact, bo.word, bo.to) == ("2 moyens", "kept", "TENU", ())
    assert record.rounds[0].kept <= record.rounds[0].held == sum(p.round == 1 for p in record.promises)
    assert len(record.rounds) == 2
    assert {p.name for p in record.people} == {f"{name} Dupont" for name in ("Ana", "Bo", "Cy", "Di")}
    assert record.story[-1].startswith(record.ending)


def test_what_was_given_up_or_begun_and_not_finished_is_told() -> None:
    given_up = set()
    for slug in library.slugs():
        session = told(slug, "facilitated").session
        record = build.record(session)
        lapsed = [name for one in record.rounds for name in one.given_up]
        assert len(lapsed) == sum(int(one.lapsed.sum()) for one in session.game.records)
        story = " ".join(record.story)
        assert all(name in story for name in lapsed)
        begun = [
            p.title
            for p in session.view(ROOM, "fr").projects
            if any(p.placed) and not p.group  # help is spent at once
        ]
        assert all(title in story.partition("pas fini")[2] for title in begun)
        given_up.update(lapsed)
    assert given_up, "the playthroughs let something lapse"


def test_a_promise_that_was_asked_for_says_by_whom() -> None:
    whole = _played()
    asked = whole.game.table.rounds[0].answers[0]
    told = [p for p in build.record(whole).promises if (p.round, p.who) == (1, "Cy") and "Ana" in p.to]
    assert bool(told) == any(asked.accepted)


def test_words_are_told_as_they_stand_with_their_day(record: Record) -> None:
    assert [(s.text, s.speaker) for s in record.commitments] == [("Je viens samedi", "Zoé")]
    assert len(record.commitments[0].date) == len("2026-05-12")
    assert [s.text for s in record.missing] == ["Et les jeunes\u202f?"]
    assert [s.speaker for s in record.takeaways] == ["Ali"]


def test_words_withdrawn_or_corrected_are_in_no_file() -> None:
    whole = _played(("premier mot", "word", "Zoé"), ("retiré", "word", "Aliénor"))
    whole.do(EditNote(note=1, text="second mot", speaker="", tag="word"))
    whole.do(WithdrawNote(note=2))
    for name, data in formats.written(build.record(whole), FORMATS, "a").items():
        shown = _unzipped(data) if name.endswith("xlsx") else data
        for gone in ("premier", "retiré", "Zoé", "Aliénor"):
            assert gone.encode() not in shown, (name, gone)


def _unzipped(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return b"".join(book.read(name) for name in book.namelist())


def test_a_session_that_is_not_over_tells_neither_words_nor_secrets() -> None:
    told = _record(("à relire", "word", "Zoé"), phase="debate")
    assert not told.over
    assert told.words == ()
    assert {(p.wanted, p.reached) for p in told.people} == {("", None)}
    assert "à relire" not in told.model_dump_json()
    assert "SECRET-" not in told.model_dump_json()


@pytest.mark.parametrize("part", PARTS)
def test_a_part_left_out_is_in_no_format(record: Record, part: str) -> None:
    less = without(record, frozenset([part]))
    assert less.left_out == (part,)
    if part == "names":
        assert {s.speaker for s in (*less.words, *less.commitments, *less.takeaways)} == {""}
        assert less.words[0].text == record.words[0].text
    else:
        assert getattr(less, part) == ()
        assert part not in {table.id for table in tables(less)}


def test_a_part_that_there_is_not_is_refused(record: Record) -> None:
    with pytest.raises(KeyError):
        without(record, frozenset(["everything"]))


def test_the_schema_is_the_committed_one_and_every_record_fits_it(record: Record) -> None:
    assert SCHEMA.read_text("utf-8") == schema(), "python -m engine.report"
    rules = json.loads(schema())
    jsonschema.Draft202012Validator.check_schema(rules)
    for one in (record, without(record, frozenset(PARTS)), _record(phase="debate")):
        data = json.loads(formats.written(one, ("json",), "a")["a.json"])
        jsonschema.validate(data, rules)
        assert Record.model_validate_json(json.dumps(data)) == one


def test_every_column_is_explained_on_the_first_sheet(record: Record) -> None:
    sheets = _sheets(formats.written(record, ("xlsx",), "a")["a.xlsx"])
    explained = {(row[0], row[1]) for row in next(iter(sheets.values())) if len(row) > 1}
    found = tables(record)
    assert list(sheets)[1:] == [table.title for table in found]
    assert explained >= {(table.title, column.title) for table in found for column in table.columns}
    assert all(len(name) <= 31 for name in sheets)


def test_a_record_speaks_english_without_a_word_of_french(record: Record) -> None:
    language.use("en")
    try:
        told = _record(("word", "word", ""), ("word", "commitment", ""))
    finally:
        language.use("fr")
    assert told.language == "en"
    page = formats.written(told, ("md",), "a")["a.md"].decode()
    assert "Promises kept" in page
    for french in ("Tour", "Promesses", "Confiance", "tenue", "TENU", "moyens", "chantier"):
        assert french not in page, french
    assert "Promesses" in formats.written(record, ("md",), "a")["a.md"].decode()


def test_the_page_for_all_has_a_language_headings_and_no_script(record: Record) -> None:
    page = formats.written(record, ("html",), "a")["a.html"].decode()
    reader = _Page(page)
    assert '<html lang="fr">' in page
    assert reader.tags.count("h1") == 1
    assert reader.tags.count("caption") == reader.tags.count("table") == len(tables(record))
    assert not {"script", "img", "link", "iframe", "form"} & set(reader.tags)
    assert "http:" not in page
    assert "https:" not in page


def test_a_session_stopped_early_says_so_and_one_without_a_round_has_a_record() -> None:
    whole = session(begin())
    whole.do(Finish())
    told = build.record(whole)
    assert told.over
    assert told.rounds == ()
    assert "s’est arrêtée avant le dernier tour" in told.story[-1]
    assert set(formats.written(told, FORMATS, "a")) >= {"a.json", "a.md", "a.html", "a.xlsx"}


def test_easy_text_is_told_where_a_card_has_it() -> None:
    endings = tuple(
        ending.model_copy(update={"text": Text(fr="Un texte ordinaire.", plain="Un texte facile.")})
        for ending in scenario().endings
    )
    whole = Session.create(scenario().model_copy(update={"endings": endings}), begin(), 7, now=Ticker())
    go(whole, "bilan")
    for easy, said, other in ((True, "facile", "ordinaire"), (False, "ordinaire", "facile")):
        page = formats.written(build.record(whole, easy), ("html",), "a")["a.html"].decode()
        assert f"Un texte {said}." in page
        assert f"Un texte {other}." not in page


# ---- Nothing that was typed runs ------------------------------------------------------------------------


def _saying(text: str, speaker: str = "") -> Record:
    said = Said(text=text, speaker=speaker, tag="parole", round=1, date="2026-05-12")
    return Record(
        language="fr", title=text, date="2026-05-12", duration="45", participants=4, over=True, story=(text,),
        words=(said,),
    )  # fmt: skip


@given(typed, typed)
def test_in_a_page_what_was_typed_is_text(text: str, speaker: str) -> None:
    said = _saying(text, speaker)
    page, plain = (
        _Page(formats.written(one, ("html",), "a")["a.html"].decode()) for one in (said, _saying("x"))
    )
    assert [tag for tag in page.tags if tag != "br"] == plain.tags
    assert page.attributes == plain.attributes
    assert " ".join(clean(text).split()) in " ".join(" ".join(page.text).split())


class _Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[object] = []
        self.text: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag != "br":
            self.attributes.append(attrs)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@given(typed, st.sampled_from(",;\t|"))
def test_in_a_table_no_cell_begins_a_formula_wherever_it_is_cut(text: str, cut: str) -> None:
    data = formats.written(_saying(text, text), ("csv",), "a")["a-words.csv"].decode("utf-8-sig")
    for row in csv.reader(io.StringIO(data), delimiter=cut):
        for cell in row:
            assert not cell.lstrip(' "\t\r\n').startswith(("=", "+", "-", "@")), cell


@given(typed)
def test_in_a_table_a_text_is_read_again_as_it_was_but_for_apostrophes(text: str) -> None:
    data = formats.written(_saying(text), ("csv",), "a")["a-words.csv"].decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(data, newline="")))
    assert rows[1][1].replace("'", "") == clean(text).replace("'", "")
    assert len(rows) == 2


@settings(max_examples=25)
@given(typed)
def test_in_a_workbook_every_text_is_a_text(text: str) -> None:
    data = formats.written(_saying(text), ("xlsx",), "a")["a.xlsx"]
    book = _unzipped(data)
    assert b"<f>" not in book
    assert b"hyperlink" not in book
    assert any(text_of == clean(text) for rows in _sheets(data).values() for row in rows for text_of in row)


_NAME = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def _sheets(data: bytes) -> dict[str, list[list[str]]]:
    """The texts of a workbook: sheet, rows, cells."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        shared = [
            "".join(one.itertext()) for one in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        ]
        names = [
            s.get("name", "")
            for s in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(_NAME + "sheet")
        ]
        return {
            name: [[_cell(c, shared) for c in row] for row in
                   ElementTree.fromstring(book.read(f"xl/worksheets/sheet{n}.xml")).iter(_NAME + "row")]
            for n, name in enumerate(names, 1)
        }  # fmt: skip


def _cell(cell: ElementTree.Element, shared: list[str]) -> str:
    value = cell.findtext(_NAME + "v") or ""
    return shared[int(value)] if cell.get("t") == "s" else value


@given(typed)
def test_in_markdown_what_was_typed_is_text(text: str) -> None:
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    found, plain = (
        reader.parse(formats.written(_saying(one), ("md",), "a")["a.md"].decode()) for one in (text, "x")
    )
    kinds = [token.type for token in found]
    if clean(text).strip():
        assert kinds == [token.type for token in plain]
    inline = [part for token in found for part in token.children or ()]
    assert {part.type for part in inline} <= {"text", "text_special", "softbreak"}


# ---- Files ----------------------------------------------------------------------------------------------


def test_files_replace_those_before_them_and_leave_nothing_beside(tmp_path: Path) -> None:
    keeping.keep({"a.md": b"one"}, tmp_path / "new")
    assert keeping.keep({"a.md": b"two", "b.md": b"three"}, tmp_path / "new") == [
        tmp_path / "new" / "a.md", tmp_path / "new" / "b.md",
    ]  # fmt: skip
    assert {p.name: p.read_bytes() for p in (tmp_path / "new").iterdir()} == {
        "a.md": b"two",
        "b.md": b"three",
    }


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left"), "Le disque est plein"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
        (PermissionError(errno.EACCES, "Permission denied"), "Rien ne peut être écrit"),
    ],
)
def test_where_nothing_can_be_written_what_was_there_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, said: str
) -> None:
    keeping.keep({"a.md": b"one"}, tmp_path)

    def refuses(_: int) -> None:
        raise error

    monkeypatch.setattr(keeping.os, "fsync", refuses)
    with pytest.raises(keeping.KeepError) as refused:
        keeping.keep({"a.md": b"two"}, tmp_path)
    assert said in refused.value.sentence
    assert [p.read_bytes() for p in tmp_path.iterdir()] == [b"one"]


def test_a_file_that_another_program_holds_is_told_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object) -> Iterator[None]:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(keeping.KeepError) as refused:
        keeping.keep({"a.xlsx": b"one"}, tmp_path)
    assert "a.xlsx est ouvert dans un autre programme" in refused.value.sentence
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_a_file_or_a_file_in_that_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    (tmp_path / "file").write_text("x")
    with pytest.raises(keeping.KeepError, match="Un dossier porte déjà le nom"):
        keeping.keep({"a.md": b"one"}, tmp_path)
    with pytest.raises(keeping.KeepError, match="Ce n’est pas un dossier"):
        keeping.keep({"a.md": b"one"}, tmp_path / "file")
