"""The bad content of `bad_content/`: a good scenario, and one folder per code that spoils it.

`<code>/example.txt` says what to change in the good scenario: a line naming a file, then lines to take out
(`-`) and lines to put in their place (`+`; at the end of the file if none was taken out). A file may be
"(whole)", made of the `+` lines, or "(removed)". `#!` ends the line where the diagnostic must stand. Files
that no text can show stand beside it as they are.
"""

import shutil
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "bad_content"
BASE = FOLDER / "base"
CODES = sorted(path.name for path in FOLDER.iterdir() if path.name != "base")
HERE = "#!"


class Place(NamedTuple):
    """Where the diagnostic must stand; line 0 where only the file matters."""

    file: str
    line: int


def good(to: Path) -> Path:
    """A copy of the good scenario, free to be spoilt."""
    return Path(shutil.copytree(BASE, to / "base"))


Change = tuple[str, str, str]
"""A file, what stands in it, and what stands there instead."""


def grown(to: Path, more: str, *changed: Change) -> Path:
    """A copy of the good scenario with `more` at its end, then `changed`."""
    folder = good(to)
    with (folder / "scenario.yaml").open("a", encoding="utf-8") as file:
        file.write(more.lstrip("\n"))
    for name, old, new in changed:
        path = folder / name
        text = path.read_text("utf-8")
        assert old in text, (name, old)
        path.write_text(text.replace(old, new, 1), "utf-8")
    return folder


def place_of(folder: Path, name: str, sign: str) -> tuple[str, int, int]:
    """File, line and column (from 1) of the first place where some text stands."""
    text = (folder / name).read_text("utf-8")
    assert sign in text, sign
    before = text[: text.index(sign)]
    return Path(name).name, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1


def spoilt(code: str, to: Path) -> tuple[Path, Place]:
    """The good scenario with a code's example in it, and where it must be told."""
    folder, place = good(to), Place("", 0)
    for extra in (FOLDER / code).rglob("*"):
        if extra.is_file() and extra.name != "example.txt":
            name = extra.relative_to(FOLDER / code).as_posix()
            shutil.copy(extra, folder / name)
            place = Place(name, 0)
    example = FOLDER / code / "example.txt"
    if example.exists():
        for name, changes in _sections(example.read_text("utf-8")):
            place = _change(folder, name, changes, place)
    return folder, place


def _sections(text: str) -> list[tuple[str, list[str]]]:
    sections: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line[:1] in "+-" and line:
            sections[-1][1].append(line)
        else:
            sections.append((line, []))
    return sections


def _change(folder: Path, header: str, changes: list[str], place: Place) -> Place:
    name, _, how = header.partition(" (")
    file = folder / name
    if how == "removed)":
        file.unlink()
        return place if place.line else Place(name, 0)
    text = "" if how == "whole)" else file.read_text("utf-8")
    while changes:
        old = _taken(changes, "-")
        new = _taken(changes, "+")
        if old:
            assert text.count(old) == 1, f"{name}: {old!r} stands {text.count(old)} times"
        text = text.replace(old, new) if old else text + new
    file.write_text(text, "utf-8")
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.endswith(HERE)]
    if lines:
        return Place(name, lines[0])
    return place if place.line else Place(name, 0)


def _taken(changes: list[str], sign: str) -> str:
    """The next lines that start with a sign, as text."""
    taken = ""
    while changes and changes[0][0] == sign:
        taken += changes.pop(0)[1:] + "\n"
    return taken
