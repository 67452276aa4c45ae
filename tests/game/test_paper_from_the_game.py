"""What a facilitator prints from the game before a session, and takes home after it."""

import errno
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Lock

import pypdf
import pytest

from engine import paper
from engine.debrief.build import bilan
from engine.debrief.types import WhatIfResult
from engine.paper import press
from engine.play.commands import FollowUp, Note
from engine.report import build, keeping
from engine.report.parts import FORMATS
from engine.session.session import Session
from game.front.drafts import Turned
from game.front.intents import Draft, Go, Set
from game.front.making import Account, Job, Kit, Making
from game.front.problem import Problem
from game.windows import catalogue, desk, making, sessions
from tests.engine.driving import Ticker, go
from tests.engine.small import begin, scenario
from tests.game.driving import SCENARIO, Driver

WORD = "Je viens samedi"


@pytest.fixture
def drive(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Driver]]:
    """Windows to be driven, from an empty home."""
    monkeypatch.setenv("HOME", str(home))
    driven: list[Driver] = []

    def drive(windows: int = 1) -> Driver:
        driven.append(Driver(windows))
        return driven[-1]

    yield drive
    for driver in driven:
        driver.close()


def played(phase: str, name: str = "soir.coop") -> Path:
    """A small session in the user's folder, which has come so far, with a word said in it."""
    folder = Path(os.environ["COOP_SESSIONS"])
    folder.mkdir(parents=True, exist_ok=True)
    whole = Session.create(scenario(), begin(), 7, folder / name, Ticker())
    go(whole, phase)
    whole.do(Note(text=WORD, tag="commitment", speaker="Zoé"))
    whole.close()
    return folder / name


def last_page(driver: Driver, file: Path) -> None:
    """The session taken up at the last page of its Bilan."""
    driver.director.open(sessions.resume(file))
    driver.director.carry(Draft(Turned("bilan", 99)))
    driver.stage.turn()


def at_once(job: Job, target: str = "", image: bytes | None = None) -> Making:
    """What becomes of a job, made here."""
    *_, last = making.steps(job, target, image, Lock())
    assert last.over
    return last


def text(pdf: Path) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)


def bare(words: str) -> str:
    """Letters alone: lines are broken elsewhere on paper."""
    return "".join(filter(str.isalpha, words))


# ---- Before --------------------------------------------------------------------------------------------


def test_the_preparation_screen_prints_just_what_that_session_needs(drive: Callable[..., Driver]) -> None:
    driver = drive()
    driver.director.carry(Go("setup", SCENARIO))
    driver.stage.turn()
    driver.click("people-plus")
    driver.click("duration-45")
    driver.key("i")
    assert "45 min, 13 personnes" in driver.text().replace("\u00a0", " ")
    driver.click("make")
    driver.key("escape")
    assert driver.director.front.pane("room").screen == "setup", "one goes on while pages are set"
    made = driver.made()
    assert made.folder is not None, made.said
    found = made.folder / f"{SCENARIO}-kit.pdf"
    pages = len(pypdf.PdfReader(found).pages)
    assert f"{pages} pages" in made.said
    assert "feuilles de papier" in made.said
    assert made.said in driver.text(), "whoever went on is told"
    assert driver.shown == [], "and no window comes in between"


def test_who_waits_sees_the_folder_and_can_open_it_again(drive: Callable[..., Driver]) -> None:
    driver = drive()
    last_page(driver, played("bilan"))
    driver.key("e")
    driver.click("make")
    folder = driver.made().folder
    assert driver.shown == [folder]
    driver.stage.turn()
    assert str(folder) in driver.text().replace(" ", ""), "however long its line is"
    driver.click("folder")
    assert driver.shown == [folder, folder]


def test_each_choice_of_the_sheet_changes_what_is_asked_for(drive: Callable[..., Driver]) -> None:
    driver = drive()
    driver.director.carry(Set("language", "en"))
    driver.director.carry(Set("plain", True))
    driver.director.carry(Go("setup", SCENARIO))
    driver.stage.turn()
    driver.click("people-minus-5")
    driver.click("print")
    for choice in ("kind-all", "size-A3", "large-True"):
        driver.click(choice)
    intent = driver.control("make").intent
    job = intent.job  # type: ignore[attr-defined]
    assert (job.kind, job.size, job.large, job.people) == ("all", "A3", True, 7)
    assert (job.language, job.easy) == ("en", True)
    assert len(job.held) == 7
    driver.key("escape")
    driver.click(f"seat-{job.held[0]}")
    driver.click("print")
    assert job.held[0] not in driver.control("make").intent.job.held  # type: ignore[attr-defined]


def test_the_sheet_and_what_is_said_of_the_kit_tell_no_secret(drive: Callable[..., Driver]) -> None:
    driver = drive()
    driver.director.carry(Go("setup", SCENARIO))
    driver.stage.turn()
    driver.click("print")
    kit = driver.control("make").intent.job  # type: ignore[attr-defined]
    made = at_once(kit, SCENARIO)
    assert made.folder is not None
    printed = text(made.folder / f"{SCENARIO}-kit.pdf")
    told = f"{driver.text()} {made.said} {[path.name for path in made.folder.iterdir()]}"
    cast = catalogue.scenario(SCENARIO).cast
    words = [bare(member.secret.read("fr", False))[:20] for member in cast]
    assert any(word in bare(printed) for word in words), "they are on paper"
    assert not [word for word in words if word in bare(told)]


def test_a_demonstration_and_a_training_have_nothing_to_print(drive: Callable[..., Driver]) -> None:
    driver = drive()
    driver.director.carry(Go("setup", f"{SCENARIO}:training"))
    driver.stage.turn()
    assert "print" not in driver.ids()


# ---- After ---------------------------------------------------------------------------------------------


def test_the_record_is_offered_on_the_page_where_words_are_read_through_and_nowhere_before(
    drive: Callable[..., Driver],
) -> None:
    driver = drive(2)
    file = played("bilan")
    driver.director.open(sessions.resume(file))
    driver.stage.turn()
    driver.key("e", "console")
    assert "make" not in driver.ids("console")
    driver.director.carry(Draft(Turned("bilan", 99)))
    driver.stage.turn()
    assert "record" not in driver.ids("room"), "the room has a window to itself"
    driver.key("e", "console")
    assert "Relisez d’abord" in driver.text("console")
    assert "make" not in driver.ids("room")
    driver.click("make", "console")
    made = driver.made()
    assert made.folder is not None, made.said
    ends = {path.suffix.removeprefix(".") for path in made.folder.iterdir()}
    assert ends == set(FORMATS)


def test_what_was_computed_at_the_bilan_goes_home_and_what_is_still_computed_does_not(home: Path) -> None:
    file = played("bilan")
    choice = bilan(Session.read(file).game).alternatives[0]

    def told(result: WhatIfResult) -> object:
        folder = at_once(Account(file, what_if=result)).folder
        assert folder is not None
        return json.loads((folder / "soir.json").read_text("utf-8"))["what_if"]

    whole = WhatIfResult(choice.id, 200, 200, 120, 50, 30)
    expected = {"text": choice.text, "better": 60, "same": 25, "worse": 15, "played": 200}
    assert told(whole) == [expected]
    assert told(replace(whole, done=100)) == []
    assert told(replace(whole, alternative="nowhere")) == []


def test_words_are_written_as_they_stand_once_corrected_or_not_at_all(home: Path) -> None:
    file = played("bilan")

    def told(*left_out: str) -> str:
        folder = at_once(Account(file, left_out)).folder
        assert folder is not None
        return (folder / "soir.json").read_text("utf-8")

    assert WORD in told()
    assert "Zoé" not in told("names")
    assert WORD in told("names")
    assert WORD not in told("commitments")


def test_leaving_words_aside_leaves_aside_every_word(drive: Callable[..., Driver]) -> None:
    driver = drive()
    last_page(driver, played("bilan"))
    driver.key("e")
    driver.click("words-none")
    job = driver.control("make").intent.job  # type: ignore[attr-defined]
    folder = at_once(job, image=driver.session.image()).folder
    assert folder is not None
    assert WORD not in "".join(path.read_text("utf-8", "replace") for path in folder.iterdir())


def test_a_saved_session_has_its_record_in_the_list_and_one_not_over_no_words(
    drive: Callable[..., Driver],
) -> None:
    played("negotiation")
    driver = drive()
    driver.director.carry(Go("sessions"))
    driver.stage.turn()
    driver.click("record-0")
    assert "ses paroles n’y seront pas" in driver.text()
    driver.click("make")
    made = driver.made()
    assert made.folder is not None, made.said
    assert "ses paroles n’y sont pas" in made.said
    assert WORD not in json.dumps(
        json.loads((made.folder / "soir.json").read_text("utf-8")), ensure_ascii=False
    )


def test_one_at_its_bilan_can_be_taken_up_from_there_to_be_read_through(drive: Callable[..., Driver]) -> None:
    file = played("bilan")
    driver = drive()
    driver.director.carry(Go("sessions"))
    driver.stage.turn()
    driver.click("record-0")
    driver.click("record-resume")
    assert driver.session.path == file
    assert driver.phase == "bilan"


# ---- What goes wrong -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "cause"),
    [
        (errno.ENOSPC, "Le disque est plein"),
        (errno.EACCES, "Rien ne peut être écrit dans le dossier"),
        (errno.EIO, "L’ordinateur a refusé"),
    ],
)
def test_a_disk_that_takes_nothing_is_told_and_leaves_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch, number: int, cause: str
) -> None:
    file = played("bilan")

    def refused(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(keeping.os, "fsync", refused)
    made = at_once(Account(file))
    assert made.failed
    assert cause in made.said
    assert "--" not in made.said, "nobody types options here"
    assert [path for path in (home / "documents").rglob("*") if path.is_file()] == []


def test_a_file_open_in_another_program_keeps_what_it_had(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = played("bilan")
    folder = at_once(Account(file)).folder
    assert folder is not None
    before = {path: path.read_bytes() for path in folder.iterdir()}
    replacing = Path.replace

    def held(self: Path, target: Path) -> Path:
        if target.suffix == ".xlsx":
            raise PermissionError(errno.EACCES, "held")
        return replacing(self, target)

    monkeypatch.setattr(Path, "replace", held)
    made = at_once(Account(file))
    assert "ouvert dans un autre programme" in made.said
    assert set(folder.iterdir()) == set(before)


def test_without_typst_a_sentence_says_what_to_do(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> object:
        raise press.NoPressError

    monkeypatch.setattr(paper, "pdf", none)
    made = at_once(Kit(SCENARIO, "45", 12, ()), SCENARIO)
    assert made.failed
    assert "Typst" in made.said


def test_without_typst_a_record_has_every_other_format(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> object:
        raise press.NoPressError

    monkeypatch.setattr(press, "_compiler", none)
    made = at_once(Account(played("bilan")))
    assert made.folder is not None, made.said
    assert "Typst" in made.said
    ends = {path.suffix.removeprefix(".") for path in made.folder.iterdir()}
    assert ends == set(FORMATS) - {"pdf"}


def test_a_damaged_or_missing_session_is_told(home: Path) -> None:
    file = played("bilan")
    file.write_bytes(b"rien" * 40)
    assert at_once(Account(file)).failed
    file.unlink()
    assert at_once(Account(file)).failed


def test_what_nobody_foresaw_is_told_too_and_the_session_goes_on(
    drive: Callable[..., Driver], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> object:
        raise RuntimeError("?")

    monkeypatch.setattr(build, "record", broken)
    made = at_once(Account(played("bilan")))
    assert made.failed
    driver = drive()
    last_page(driver, played("bilan", "autre.coop"))
    driver.key("e")
    driver.click("make")
    maker = driver.stage.maker
    maker._process.terminate()
    assert driver.made().failed
    driver.stage.turn()
    assert "Recommencer" in driver.text()
    driver.key("escape")
    assert driver.phase == "bilan"


def test_a_session_whose_file_can_no_longer_be_had_is_told(
    drive: Callable[..., Driver], monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise Problem("Le fichier n’est plus là.")

    driver = drive()
    last_page(driver, played("bilan"))
    monkeypatch.setattr(sessions.Live, "image", gone)
    driver.key("e")
    driver.click("make")
    assert driver.made().failed
    driver.stage.turn()
    assert "Le fichier n’est plus là." in driver.text()


def test_a_second_record_with_promises_taken_up_again_leaves_the_first(home: Path) -> None:
    file = played("bilan")
    first = at_once(Account(file)).folder
    whole = Session.open(file)
    note = whole.game.table.notes[-1].id
    whole.do(FollowUp(note=note, became="going"))
    whole.close()
    second = at_once(Account(file)).folder
    assert first is not None
    assert second is not None
    assert first != second
    assert list(first.iterdir())


def test_a_record_speaks_the_language_that_the_game_speaks(home: Path) -> None:
    folder = at_once(Account(played("bilan"), language="en")).folder
    assert folder is not None
    assert json.loads((folder / "soir.json").read_text("utf-8"))["language"] == "en"


def test_where_documents_cannot_be_written_another_folder_takes_them(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = home / "documents"
    taken.write_text("a file")
    made = at_once(Account(played("bilan")))
    assert made.folder is not None, made.said
    assert taken not in made.folder.parents


def test_a_desk_with_no_program_for_folders_says_where_they_are(
    drive: Callable[..., Driver], monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = drive()
    driver.stage._desk = lambda _: False
    last_page(driver, played("bilan"))
    driver.key("e")
    driver.click("make")
    folder = driver.made().folder
    driver.stage.turn()
    assert str(folder) in driver.text().replace(" ", ""), "however long its line is"
    monkeypatch.setattr(desk.shutil, "which", lambda _: None)
    monkeypatch.setattr(desk.sys, "platform", "linux")
    assert not desk.show(Path("nowhere"))


def test_a_program_that_ends_meanwhile_leaves_nothing_half_written(drive: Callable[..., Driver]) -> None:
    driver = drive()
    last_page(driver, played("bilan"))
    driver.key("e")
    driver.click("make")
    driver.stage.maker.stop()
    documents = Path(os.environ["XDG_DOCUMENTS_DIR"])
    found = [path for path in documents.rglob("*") if path.is_file()]
    assert not [path for path in found if path.suffix == ".new"]
    assert driver.stage.maker.news() is None
    assert replace(driver.director.ui, making=None).file


@pytest.mark.parametrize("opened", ["i", "print"])
def test_enter_makes_what_the_sheet_asks_for(opened: str, drive: Callable[..., Driver]) -> None:
    driver = drive()
    driver.director.carry(Go("setup", SCENARIO))
    driver.stage.turn()
    driver.key(opened) if opened == "i" else driver.click(opened)
    driver.key("enter")
    assert driver.director.ui.making is not None
    driver.made()
