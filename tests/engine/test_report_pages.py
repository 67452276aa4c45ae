"""The record on paper: two to six pages and a poster, with every word there once and nothing that runs."""

import io
import re
from functools import cache

import pytest
from pypdf import PdfReader

from engine import language
from engine.paper import press
from engine.play.commands import Note, WithdrawNote
from engine.report import build, formats, pages
from engine.report.parts import PARTS
from engine.report.record import Drawing, FollowUp, Place, Promise, Record, Said, WhatIf, without
from tests.engine.driving import go, promise, session
from tests.engine.small import begin

pytestmark = pytest.mark.no_cover  # lines that other tests walk

MEANS_SOMETHING = '#panic("no") $x$ \\ @ref = head *b* _i_ <l> `raw` // c [d] "e"'


def flat(text: str) -> str:
    """Words as they stand in a text, whatever its lines, its hyphens and its spaces."""
    return re.sub(r"[\s\u00ad\u200b\u2010-]+", "", text)


def _played(how: str = "bilan") -> Record:
    whole = session(begin())
    go(whole, "negotiation")
    promise(whole, "bo", "clinic", 0, 2, 0)
    for text, tag, speaker in (
        ("Je viens samedi", "commitment", "Zoé"), ("Et les jeunes", "missing", ""),
        ("On s’écoute", "takeaway", ""), ("C’est trop", "word", "Jo"), ("Retirée depuis", "word", "Aliénor"),
    ):  # fmt: skip
        whole.do(Note(text=text, tag=tag, speaker=speaker, due="le 3 juin" if tag == "commitment" else ""))
    whole.do(WithdrawNote(note=5))
    return build.record(go(whole, how, rounds=2))


@pytest.fixture(scope="module")
def record() -> Record:
    return _played()


def _said(text: str, speaker: str = "") -> Said:
    return Said(text=text, speaker=speaker, tag="parole", round=1, date="2026-05-12")


def _crowd(record: Record) -> Record:
    """Forty people's words, four evenings' promises by long names, and words that have no end."""
    long = "On n’a jamais été aussi nombreux autour de la table, et il manquait encore le bout de la rue."
    rounds = tuple(
        Promise(
            round=n // 12 + 1, who="Marie-Antoinet", tokens="2 temps, 1 moyen et 1 appui", to=("Ana", "Cy"),
            toward="à la régie de quartier d’insertion, si Marie-Antoinet y donne un appui", fact="part",
            word="EN PARTIE",
        )
        for n in range(48)
    )  # fmt: skip
    return record.model_copy(
        update={
            "title": "Régie intercommunale d’insertion",
            "promises": rounds,
            "words": tuple(_said(f"Mot{n}. {long}", f"Marie-Antoinette {n}") for n in range(40)),
            "takeaways": tuple(_said(f"Retenu{n}. {long}") for n in range(40)),
            "commitments": tuple(_said(f"Promis{n}. {'x' * 300}") for n in range(40)),
        }
    )


def _read(record: Record, end: str = ".pdf") -> PdfReader:
    return _printed(record.model_dump_json())[end]


@cache
def _printed(written: str) -> dict[str, PdfReader]:
    """Both files of a record, printed once for all that is looked at in them."""
    record = Record.model_validate_json(written)
    with language.using(record.language):
        return {end: PdfReader(io.BytesIO(data)) for end, data in pages.files(record).items()}


@cache
def _text(pdf: PdfReader) -> str:
    return flat("".join(page.extract_text() for page in pdf.pages))


def test_an_evening_takes_two_to_six_pages_and_one_poster(record: Record) -> None:
    for one in (record, _crowd(record)):
        assert 2 <= len(_read(one).pages) <= 6
        [wall] = _read(one, "-affiche.pdf").pages
        assert (float(wall.mediabox.width), float(wall.mediabox.height)) == pytest.approx((841.89, 1190.55))


def test_every_promise_and_every_word_is_there_once(record: Record) -> None:
    crowd = _crowd(record)
    text = _text(_read(crowd))
    for one in (*crowd.words, *crowd.takeaways, *crowd.commitments, *crowd.missing):
        assert text.count(flat(one.text)) == 1, one.text
    assert text.count(flat(crowd.promises[0].toward)) == len(crowd.promises)
    told = _text(_read(record))
    for promised in record.promises:
        assert flat(promised.tokens) in told
        assert flat(promised.word) in told


def test_what_was_withdrawn_is_on_no_page(record: Record) -> None:
    for end in (".pdf", "-affiche.pdf"):
        text = _text(_read(record, end))
        assert "Zoé" in text
        assert "Retirée" not in text
        assert "Aliénor" not in text


def test_the_pages_are_read_in_the_order_of_the_evening(record: Record) -> None:
    text = _text(_read(record))
    order = [
        record.title, record.story[0], "Tour par tour", "Du « je » au « nous »", "Qui manquait",
        "Je viens samedi", "Qui a promis quoi", "Les postures", "Les personnages",
    ]  # fmt: skip
    found = [text.index(flat(one)) for one in order]
    assert found == sorted(found)


def test_a_commitment_has_its_name_its_day_and_its_when(record: Record) -> None:
    day = pages.day(record.commitments[0].date)
    for end in (".pdf", "-affiche.pdf"):
        assert flat(f"Je viens samedi— Zoé · {day} · pour quand : le 3 juin") in _text(_read(record, end))


def test_a_day_is_said_as_people_say_it() -> None:
    assert pages.day("2026-05-01") == "1er mai 2026"
    assert pages.day("2026-12-31") == "31 décembre 2026"
    with language.using("en"):
        assert pages.day("2026-05-01") == "1 May 2026"


def test_nothing_is_too_long_for_the_poster_and_it_says_what_it_left(record: Record) -> None:
    for one in (record, _crowd(record), without(record, frozenset({"words", "takeaways", "commitments"}))):
        assert press.marked("poster", pages.poster(one), "overflow") == []
    told = pages.poster(_crowd(record))
    kept = sum(len(part["lines"]) for part in told["said"].values())
    assert f"{121 - kept} autres paroles" in told["more"]
    assert all(part["lines"] for part in told["said"].values())
    assert pages.poster(record)["more"] == ""


def test_a_change_computed_before_the_room_is_told_and_none_is_where_none_was(record: Record) -> None:
    asked = WhatIf(text="Et si Bo avait tenu parole ?", better=61, same=30, worse=9, played=2000)
    told = _text(_read(record.model_copy(update={"what_if": (asked,)})))
    assert told.count(flat(asked.text)) == 1
    assert flat("61 mieux · 9 moins bien · 30 pareil") in told
    assert flat("laisse la suite se jouer") not in _text(_read(record))


def test_the_map_lies_as_on_the_screen(record: Record) -> None:
    for_it = Place(round=0, who="Ana", synergy=3.9, antagonism=1.1, word="Engagés")
    against = Place(round=0, who="Bo", synergy=1.2, antagonism=3.8, word="Irréductibles")
    told = pages.paged(record.model_copy(update={"maps": (for_it, against)}))
    cells = told["maps"]["maps"][0]["cells"]
    assert (cells[3][3]["who"], cells[0][0]["who"]) == (["Ana"], ["Bo"])


@pytest.mark.parametrize("part", PARTS)
def test_a_part_left_out_leaves_pages_that_hold(record: Record, part: str) -> None:
    if part in ("names", "words", "commitments", "story"):
        gone = {
            "names": "Zoé",
            "words": "C’est trop",
            "commitments": "Je viens samedi",
            "story": record.story[0],
        }
        less = without(record, frozenset({part}))
        for end in (".pdf", "-affiche.pdf"):
            assert flat(gone[part]) in _text(_read(record, end))
            assert flat(gone[part]) not in _text(_read(less, end))
    told = pages._told(without(record, frozenset({part})))
    assert told["title"] == record.title


def test_with_every_part_left_out_there_is_still_a_page(record: Record) -> None:
    least = without(record, frozenset(PARTS))
    for end in (".pdf", "-affiche.pdf"):
        assert flat(record.title) in _text(_read(least, end))


def test_what_was_typed_is_text_and_never_typst(record: Record) -> None:
    said = (_said(MEANS_SOMETHING, MEANS_SOMETHING),)
    odd = record.model_copy(
        update={
            "title": MEANS_SOMETHING, "story": (MEANS_SOMETHING,), "words": said, "missing": said,
            "takeaways": said, "commitments": said,
        }
    )  # fmt: skip
    for end in (".pdf", "-affiche.pdf"):
        # the title, the story, and four words with their names
        assert _text(_read(odd, end)).count(flat(MEANS_SOMETHING)) >= 10


def test_a_word_without_an_end_goes_on_on_the_next_line(record: Record) -> None:
    odd = record.model_copy(update={"commitments": (_said("y" * 500, "z" * 60),)})
    for end in (".pdf", "-affiche.pdf"):
        pdf = _read(odd, end)
        assert "y" * 500 in _text(pdf)
        assert "z" * 60 in _text(pdf)
        lines = [line for page in pdf.pages for line in page.extract_text().splitlines()]
        assert max(line.count("y") for line in lines) < 100


def test_the_drawing_is_that_of_the_start_and_that_of_the_end(record: Record) -> None:
    start, end = record.drawings
    assert (start.when, end.when) == ("start", "end")
    assert len(pages._told(record)["drawings"]) == 2
    done = [one.shows for one in end.things if one.shows.startswith("project") and one.state == "standing"]
    assert not [one for one in start.things if one.shows in done and one.state == "standing"]
    both = {pages._drawing(one)["svg"] for one in (start, _brighter(end))}
    assert len(both) == 2


def _brighter(one: Drawing) -> Drawing:
    return one.model_copy(update={"light": 4})


def test_promises_taken_up_again_are_told(record: Record) -> None:
    later = record.model_copy(update={"followups": (
        FollowUp(text="Je viens samedi", speaker="Zoé", date="2026-05-12", due="", became="kept", word="tenu",
                 happened="Nous étions six.", checked="2026-06-12"),
    )})  # fmt: skip
    text = _text(_read(later))
    assert flat("tenu · le 12 juin 2026 Nous étions six.") in text


def test_the_document_says_its_title_and_language_is_tagged_and_embeds_its_fonts(record: Record) -> None:
    english = record.model_copy(update={"language": "en"})
    for one, end in ((record, "-affiche.pdf"), (english, "-poster.pdf"), (record, ".pdf"), (english, ".pdf")):
        pdf = _read(one, end)
        assert pdf.root_object["/Lang"] == one.language
        assert "/StructTreeRoot" in pdf.root_object
        assert pdf.metadata is not None
        assert record.title in str(pdf.metadata.title)
        for page in pdf.pages:
            for font in page["/Resources"].get("/Font", {}).values():
                below = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
                assert "/FontFile2" in below or "/FontFile3" in below


def test_in_english_no_word_of_french_is_left() -> None:
    language.use("en")
    try:
        told = _played()
    finally:
        language.use("fr")
    for end in (".pdf", "-poster.pdf"):
        text = _text(_read(told, end))
        for french in (
            "Tour",
            "rassemble",
            "divise",
            "Confiance",
            "nesaitpas",
            "partie",
            "toutelasalle",
        ):
            assert french not in text, french


def test_both_files_come_with_the_format(record: Record) -> None:
    assert list(formats.written(record, ("pdf",), "soir")) == ["soir.pdf", "soir-affiche.pdf"]
