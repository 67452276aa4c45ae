"""The kinds of drawing: each one object in one file, which makes shapes of a panel's data, step by step.

To add a kind: its file, after the nearest one there; its line below; its English in `locale/en/briefing.po`,
its line in `briefing/README.md`; and a panel that uses it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from engine.briefing.diagrams import (
    bars,
    cut_street,
    durations,
    flow,
    fold,
    ladder,
    nested_circles,
    owners,
    pages,
    see_saw,
    squares,
    strips,
    table,
    timeline,
    two_crowds,
    two_scales,
)
from engine.briefing.diagrams.base import HEIGHT, SMALLEST, WIDTH, DiagramKind, Say, Tray
from engine.briefing.diagrams.pen import extent
from engine.content.model import Diagram, Text
from engine.diagnostics import Code, named
from engine.language import tr
from engine.look.shapes import Shape, Words

KINDS: Final[Mapping[str, DiagramKind]] = MappingProxyType({
    "bars": bars.KIND,
    "timeline": timeline.KIND,
    "cut-street": cut_street.KIND,
    "two-crowds": two_crowds.KIND,
    "nested-circles": nested_circles.KIND,
    "pages": pages.KIND,
    "squares": squares.KIND,
    "strips": strips.KIND,
    "see-saw": see_saw.KIND,
    "table": table.KIND,
    "ladder": ladder.KIND,
    "flow": flow.KIND,
    "two-scales": two_scales.KIND,
    "owners": owners.KIND,
    "durations": durations.KIND,
    "fold": fold.KIND,
})  # fmt: skip
"""By the word that designers write."""


def steps(diagram: Diagram) -> int:
    """In how many steps a drawing builds up. KeyError for an unknown kind."""
    return KINDS[diagram.kind].steps


def trays(diagram: Diagram, step: int) -> tuple[Tray, ...]:
    """Where the room tips a drawing, at a step; nowhere, for most kinds. KeyError for an unknown kind."""
    found = KINDS[diagram.kind].trays
    return found(step) if found is not None else ()


def drawn(diagram: Diagram, step: int, say: Say) -> tuple[Shape, ...]:
    """The shapes of a step, 1 to `steps`, in the order in which they are laid on, words last, in units of a
    canvas of WIDTH by HEIGHT. What a step adds are the shapes that the one before did not have. KeyError for
    an unknown kind; data with `flaws` is drawn as far as it goes, or not at all."""
    return KINDS[diagram.kind].draw(diagram.data, step, say)


class Flaw(NamedTuple):
    """Something in the data that a kind cannot draw: its path from "data"."""

    path: tuple[str | int, ...]
    code: Code
    message: str
    expected: str = ""


def flaws(diagram: Diagram) -> list[Flaw]:
    """What a known kind cannot draw of its data; where all of it can be drawn, words that find no room."""
    return [*_lacks(diagram)] or [*_crowded(diagram)]


def _lacks(diagram: Diagram) -> Iterator[Flaw]:
    kind, many = KINDS[diagram.kind], len(diagram.data)
    least, most = kind.parts
    if not least <= many <= most:
        message = tr("« {kind} » ne se dessine pas avec {n} parties", kind=diagram.kind, n=many)
        yield Flaw((), "out-of-bounds", message, _bounds(least, most))
        return
    valued = set(range(many)[kind.valued])
    for n, part in enumerate(diagram.data):
        wanted = (*kind.needs, *(("value",) if n in valued else ()))
        for key in wanted:
            if getattr(part, key) is None:
                message = tr("« {kind} » a besoin de « {key} » ici", kind=diagram.kind, key=key)
                yield Flaw((n,), "missing-key", message, f"{key}: …")
        known = ("id", *wanted, *kind.takes, *(("cells",) if kind.cells[1] else ()))
        for key in part.model_fields_set - set(known):
            if getattr(part, key) not in (None, ()):
                message = tr("« {kind} » ne dessine pas « {key} » ici", kind=diagram.kind, key=key)
                yield Flaw((n, key), "unknown-key", message, named(known))
        if not kind.cells[0] <= len(part.cells) <= kind.cells[1]:
            message = tr("« {kind} » ne se dessine pas avec {n} cases", kind=diagram.kind, n=len(part.cells))
            yield Flaw((n, "cells"), "list-length", message, _bounds(*kind.cells))


def _bounds(least: int, most: int) -> str:
    return str(least) if least == most else tr("de {least} à {most}", least=least, most=most)


def _crowded(diagram: Diagram) -> Iterator[Flaw]:
    """The first words that leave the canvas, lie over others or get too small, in any language and
    register."""
    for language, plain, register in _READERS:

        def say(text: Text, language: str = language, plain: bool = plain) -> str:
            return text.read(language, plain)

        for step in range(1, steps(diagram) + 1):
            for words in misplaced(drawn(diagram, step, say)):
                message = tr("ces mots ne tiennent pas dans le dessin : « {words} »", words=words.text)
                yield Flaw(
                    _written(diagram, words.text, say, register), "too-long", message, tr("moins de mots")
                )
                return


_READERS = (("fr", False, "fr"), ("fr", True, "plain"), ("en", False, "en"), ("en", True, "plain_en"))
"""Language, whether easy, and the name of what is read then."""


def _written(diagram: Diagram, line: str, say: Say, register: str) -> tuple[str | int, ...]:
    """Where a line of the drawing is written in its data; () where no part has it."""
    for n, part in enumerate(diagram.data):
        texts: list[tuple[tuple[str | int, ...], Text | None]] = [
            (("label",), part.label),
            (("note",), part.note),
        ]
        texts += [(("cells", at), cell) for at, cell in enumerate(part.cells)]
        for path, text in texts:
            if text is not None and f" {line} " in f" {say(text)} ":
                return n, *path, register
    return ()


def misplaced(shapes: tuple[Shape, ...]) -> Iterator[Words]:
    placed: list[tuple[float, float, float, float]] = []
    for words in shapes:
        if isinstance(words, Words):
            x, y, w, h = box = extent(words)
            out = x < 0 or y < 0 or x + w > WIDTH or y + h > HEIGHT
            if words.size < SMALLEST or out or any(_over(box, other) for other in placed):
                yield words
            placed.append(box)


def _over(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return (
        one[0] < other[0] + other[2] - 0.5
        and other[0] < one[0] + one[2] - 0.5
        and one[1] < other[1] + other[3] - 1
        and other[1] < one[1] + one[3] - 1
    )


__all__ = [
    "HEIGHT", "KINDS", "SMALLEST", "WIDTH", "DiagramKind", "Flaw", "Say", "Tray", "drawn", "extent",
    "flaws", "misplaced", "steps", "trays",
]  # fmt: skip
