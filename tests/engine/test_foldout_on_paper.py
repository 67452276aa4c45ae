"""The briefing on paper: every panel whole, and the back of each behind its front."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from engine.briefing import reading
from engine.paper import foldout, notes, press
from engine.telling.reader import Reader

BRIEFING = reading.shipped()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("easy", [False, True])
def test_no_panel_is_too_long_for_its_place(language: str, easy: bool) -> None:
    assert foldout.overflowing(BRIEFING, Reader(language, easy), "A3") == []


@pytest.mark.parametrize("sheet", ["A2", "A3", "A4"])
def test_a_panel_of_the_verso_lies_behind_the_same_of_the_recto(sheet: foldout.Sheet) -> None:
    """Turned about its horizontal middle, the upper row of a page comes behind the lower one."""
    told = foldout.data(BRIEFING, Reader(), sheet)
    across = told["across"]
    recto, verso = BRIEFING.on("recto"), BRIEFING.on("verso")
    behind = {front.id: back.id for front, back in zip(recto, verso, strict=True)}
    for front, back in zip(told["pages"][::2], told["pages"][1::2], strict=True):
        for n, panel in enumerate(front):
            row, column = divmod(n, across)
            assert back[(1 - row) * across + column]["id"] == behind[panel["id"]]


def test_a_page_has_the_size_of_its_paper_and_its_fonts_in_it() -> None:
    content, pages = foldout.pdf(BRIEFING, Reader("en"), "A2")
    read = PdfReader(io.BytesIO(content))
    assert pages == len(read.pages) == 2
    box = read.pages[0].mediabox
    assert [round(float(side) / 72 * 25.4) for side in (box.width, box.height)] == [594, 420]
    assert "Who does what?" in read.pages[0].extract_text()
    fonts = [font.get_object() for page in read.pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    assert all("/DescendantFonts" in font for font in fonts)
    placed = press.marked("foldout", foldout.data(BRIEFING, Reader(), "A2"), "panel")
    assert len(placed) == 16


@pytest.mark.parametrize("easy", [False, True])
def test_a_panel_that_is_past_says_so_and_still_finds_its_room(easy: bool) -> None:
    told = foldout.data(BRIEFING, Reader("fr", easy), "A3", date(2040, 1, 1))
    past = {panel["id"] for page in told["pages"] for panel in page if panel["past"]}
    assert past == {panel.id for panel in BRIEFING.panels if panel.valid_until}
    assert press.marked("foldout", told, "overflow") == []


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("easy", [False, True])
def test_the_notes_have_what_to_say_and_to_ask_of_every_panel(language: str, easy: bool) -> None:
    reader = Reader(language, easy)
    content, pages = notes.pdf(BRIEFING, reader)
    read = PdfReader(io.BytesIO(content))
    assert pages == len(read.pages) == 4
    assert [round(float(side) / 72 * 25.4) for side in read.pages[0].mediabox[2:]] == [210, 297]
    assert notes.overflowing(BRIEFING, reader) == []
    words = [" ".join(page.extract_text().split()) for page in read.pages]
    for n, panel in enumerate(BRIEFING.panels):
        for text in (panel.title, panel.say, panel.ask, *([panel.source] if panel.source else [])):
            assert all(word in words[n // 4] for word in reader.read(text).split()[:4])


def test_in_large_type_notes_take_the_pages_they_need() -> None:
    assert notes.pdf(BRIEFING, Reader(), large=True)[1] > 4
    assert len(notes.pictures(BRIEFING, Reader(), large=True)) > 4


def test_the_notes_mark_the_short_path_and_a_panel_that_is_past() -> None:
    told = notes.data(BRIEFING, Reader(), today=date(2040, 1, 1))
    panels = [panel for side in told["sides"] for panel in side["panels"]]
    assert [n for n, panel in enumerate(panels) if panel["short"]] == [
        n for n, panel in enumerate(BRIEFING.panels) if panel in BRIEFING.way(short=True)
    ]
    assert [bool(panel["past"]) for panel in panels] == [bool(one.valid_until) for one in BRIEFING.panels]
    assert notes.data(BRIEFING.model_copy(update={"short": ()}), Reader())["short"] == ""
