"""What stands where on every screen with sample data, as lines to compare: no picture, and read in a review.

A line is what is painted, in order: where (x, y, width, height, of 1920 × 1080), then what it is:
words with their size and colour, panels, bars, tokens, faces, and what can be pressed with what it does. Only
what the screen before did not have, and of what lies under a sheet nothing. To take them anew, after a change
that is meant: `python -m tests.game.placed`, and read the difference.
"""

import math
import re
import time
from collections.abc import Iterator
from dataclasses import MISSING, fields
from typing import Any
from unittest.mock import patch

from engine import language
from engine.language import using
from game.kit import Scene
from game.kit.nodes import Node, Run, Veil
from game.paint import canvas
from tests.game import composed
from tests.game.gallery import gallery
from tests.game.samples import Case
from tests.playthroughs.showing import FOLDER

SCREENS = FOLDER.parent / "composed" / "screens.txt"
SIZE = (1920, 1080)
CASES: tuple[tuple[Case, bool], ...] = (("usual", False), ("few", True))
"""With much in the usual words; then with little, in easy words: only what the first has not."""
NEAR = 3
"""How far a place may be from the one written down: letters are not as wide everywhere."""
_UNTOLD = {"rect", "points", "baseline", "spec", "on", "layer", "written", "markup"}
"""Fields that are where a thing is, how a face or a drawing is drawn, or what lies beneath or around."""
_PLACE = re.compile(r"^(-?\d+(?: -?\d+)*) \| (.*)$")


def write() -> None:
    """All of them anew."""
    SCREENS.write_text("\n".join(written()) + "\n", "utf-8")


def written() -> list[str]:
    """Every screen, in French."""
    language.add_catalogue("game")
    window = canvas(SIZE)
    lines: list[str] = []
    before: set[str] = set()
    told: dict[str, set[str]] = {}
    with using("fr"), patch("time.localtime", time.gmtime):  # the same hour everywhere
        for case, plain in CASES:
            for name, compose in gallery(case, plain).items():
                found = placed(compose(window))
                new = [
                    line for line in found if line not in before and _thing(line) not in told.get(name, ())
                ]
                lines += ["", f"# {case}: {name}", *new]
                before = set(found)
                told.setdefault(name, {_thing(line) for line in found})
    return lines


def placed(scene: Scene) -> list[str]:
    """The lines of one screen: of the sheet alone where one lies over it."""
    top = max((node.layer for node in scene.nodes if isinstance(node, Veil)), default=0)
    shown = [node for node in scene.nodes if node.layer >= top]
    return [f"{_where(node)} | {type(node).__name__} {_what(node)}".rstrip() for node in shown]


def _thing(line: str) -> str:
    """What a line tells, wherever it is."""
    return line.partition(" | ")[2]


def alike(one: str, other: str) -> bool:
    """Whether two lines tell the same thing at about the same place."""
    here, there = _PLACE.match(one), _PLACE.match(other)
    if here is None or there is None:
        return one == other
    at, to = ([int(number) for number in found[1].split()] for found in (here, there))
    near = len(at) == len(to) and all(abs(x - y) <= NEAR for x, y in zip(at, to, strict=True))
    return near and here[2] == there[2]


def _where(node: Node) -> str:
    r = node.rect
    points = [number for point in getattr(node, "points", ()) for number in point]
    return " ".join(str(math.floor(number + 0.5)) for number in (r.x, r.y, r.w, r.h, *points))


def _what(node: Node) -> str:
    """What is not as it always is, field by field."""
    return " ".join(_facts(node))


def _facts(node: Node) -> Iterator[str]:
    for field in fields(node):
        value = getattr(node, field.name)
        usual = field.default if field.default is not MISSING else None
        if field.name not in _UNTOLD and value != usual:
            yield f"{field.name}={_told(value)}"


def _told(value: Any) -> str:
    match value:
        case Run():
            return f"{_told(value.colour)} “{value.text}”"
        case (int(), int(), int()):
            return "#{:02x}{:02x}{:02x}".format(*value)
        case tuple():
            return ", ".join(_told(part) for part in value)
        case str() | int() | bool():
            return str(value)
    return composed.told(value)


if __name__ == "__main__":
    write()
