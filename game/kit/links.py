"""Letters of a label that lead somewhere: dots beneath them, and places to touch."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.kit.geometry import Rect
from game.kit.layout import Fit
from game.kit.nodes import Control, Node, Path, Text
from game.kit.words import advance

_DOT = 0.075
"""Width of a dot, to the size of the type."""
_BELOW = 0.17
"""From the baseline to the middle of the dots, to the size of the type: clear of most letters' tails."""


@dataclass(frozen=True)
class Link:
    """Some letters of a label, from `start` to `end`, that lead somewhere when they are touched: `intent` is
    given back as it is, `label` says where."""

    start: int
    end: int
    id: str
    intent: object
    label: str


def linked(fit: Fit, words: str, links: Sequence[Link], lines: Sequence[Text]) -> Iterator[Node]:
    """The dots and the places to touch of the links of a text that was set in lines."""
    places = _places(words, lines)
    for link in links:
        for part, line in enumerate(lines):
            on = [at for at, (row, _) in places.items() if row == part and link.start <= at < link.end]
            if on:
                first, last = places[on[0]][1], places[on[-1]][1] + 1
                yield from _underlined(fit, link, line, (first, last), part_of=on[0] > link.start)


def _places(words: str, lines: Sequence[Text]) -> dict[int, tuple[int, int]]:
    """Letter of the whole text -> its line, and its place there. Spaces where a line ends are in none, and
    hyphens that were put in belong to no letter."""
    found: dict[int, tuple[int, int]] = {}
    at = 0
    for row, line in enumerate(lines):
        for place, letter in enumerate(line.text):
            while at < len(words) and words[at].isspace() and words[at] != letter:
                at += 1
            if at < len(words) and words[at] == letter:
                found[at] = (row, place)
                at += 1
    return found


def _underlined(fit: Fit, link: Link, line: Text, span: tuple[int, int], part_of: bool) -> Iterator[Node]:
    left, right = (line.rect.x + _reach(fit, line, letters) for letters in span)
    y, dot = line.rect.y + line.baseline + line.size * _BELOW, max(line.size * _DOT, 2.4)
    yield Path(
        rect=Rect(left, y - dot / 2, right - left, dot),
        points=((left + dot, y), (right - dot / 2, y)),
        colour=_colour(line, span[0]),
        width=dot,
        dotted=True,
        layer=line.layer,
    )
    yield Control(
        rect=Rect(left, line.rect.y, right - left, line.rect.h),
        id=f"{link.id}~" if part_of else link.id,
        intent=link.intent,
        label=link.label,
        role="link",
        radius=8.0,
        unseen=True,
        layer=line.layer,
    )


def _reach(fit: Fit, line: Text, letters: int) -> float:
    """How far so many letters of a line go."""
    reached = 0.0
    for run in line.runs:
        if letters <= 0:
            break
        reached += advance(fit.metrics, run.text[:letters], run.font, line.size)
        letters -= len(run.text)
    return reached


def _colour(line: Text, letter: int) -> tuple[int, int, int]:
    for run in line.runs:
        if letter < len(run.text):
            return run.colour
        letter -= len(run.text)
    return line.runs[-1].colour
