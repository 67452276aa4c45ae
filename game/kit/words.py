"""Text cut into words, and words into parts: French rules, hyphens only for a word wider than its column."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from game.kit.nodes import Rgb, Run

SYMBOLS: dict[str, float] = {
    "→": 1.0,
    "←": 1.0,
    "↑": 0.8,
    "↓": 0.8,
    "✓": 0.8,
    "✗": 0.8,
    "▲": 0.72,
    "▼": 0.72,
    "↻": 0.95,
    "↶": 0.95,
    "↷": 0.95,
    "●": 0.6,
    "■": 0.6,
    "◆": 0.6,
    "⏎": 1.0,
    "▶": 0.72,
    "⏸": 0.8,
}
"""Signs drawn as shapes, since the fonts lack them, and how far each advances, in ems."""

_SYMBOL = re.compile("([" + "".join(SYMBOLS) + "])")


class Metrics(Protocol):
    """Measures type at the real pixel size; lengths in logical pixels. Hashable: settings are remembered by
    it.
    """

    def __hash__(self) -> int: ...

    def width(self, text: str, font: str, size: float) -> float:
        """Advance of letters without symbols."""

    def ascent(self, font: str, size: float) -> float:
        """From the top of a line to its baseline."""

    def height(self, font: str, size: float) -> float:
        """From the top of the tallest letters to the bottom of the lowest."""


class Span(NamedTuple):
    """A piece of rich text. None takes the label's own: `colour` is a role, `bold` chooses the heavier
    font.
    """

    text: str
    colour: str | None = None
    bold: bool | None = None


def rich(marked: str, colour: str | None = None) -> tuple[Span, ...]:
    """Spans of text with **bold parts**; `colour` goes to the bold parts."""
    parts = marked.split("**")
    return tuple(
        Span(part, colour if i % 2 else None, True if i % 2 else None) for i, part in enumerate(parts) if part
    )


class Piece(NamedTuple):
    """Letters of one look inside a word."""

    text: str
    font: str
    colour: Rgb


Word = tuple[Piece, ...]
Line = tuple[Run, ...]


@lru_cache(maxsize=16384)
def parts(text: str) -> tuple[str, ...]:
    """The text cut around its drawn symbols."""
    return tuple(part for part in _SYMBOL.split(text) if part)


def advance(metrics: Metrics, text: str, font: str, size: float) -> float:
    """Logical width of letters and symbols."""
    cut = parts(text)
    if len(cut) == 1 and cut[0] not in SYMBOLS:  # most are
        return metrics.width(text, font, size)
    return sum(SYMBOLS[part] * size if part in SYMBOLS else metrics.width(part, font, size) for part in cut)


def word_width(metrics: Metrics, word: Word, size: float) -> float:
    if len(word) == 1:
        return advance(metrics, *word[0][:2], size)
    return sum(advance(metrics, piece.text, piece.font, size) for piece in word)


_JOINT = re.compile(r"(?<=[^\W\d][-/])(?=[^\W\d])")


_ENCLITIC = re.compile(
    r"(?:t-)?(?:je|tu|ils?|elles?|on|nous|vous|ce|les?|la|lui|leur|moi|toi|y|en|là|ci)(?:-(?:les?|la|lui|leur|moi|toi|y|en))?"
    r"[.,;:!?…»)\u00a0\u202f]*"
)
"""What leans on the word before its hyphen: « arrive-t-il », « donnez-leur », « celui-là »."""


def joints(word: str) -> list[str]:
    """A compound in the parts between which a line may end: never so that a scrap is left on either side, nor
    what leans on the word before."""
    out = [""]
    parts = _JOINT.split(word)
    for i, part in enumerate(parts):
        rest = "".join(parts[i:])
        if len(out[-1]) >= 6 and len(rest.rstrip(".,;:!?»)")) >= 4 and not _ENCLITIC.fullmatch(rest):
            out.append("")
        out[-1] += part
    return out


def words_of(pieces: Sequence[Piece]) -> Sequence[Sequence[tuple[Word, bool]]]:
    """Paragraphs of words; the flag tells whether a space comes before. Spans may meet inside a word."""
    return _words_of(tuple(pieces))


@lru_cache(maxsize=4096)
def _words_of(pieces: tuple[Piece, ...]) -> Sequence[Sequence[tuple[Word, bool]]]:
    paragraphs: list[list[tuple[Word, bool]]] = [[]]
    current: list[Piece] = []
    spaced = False

    def close() -> None:
        nonlocal current
        if current:
            paragraphs[-1].append((tuple(current), spaced))
            current = []

    for piece in pieces:
        for part in re.split(r"([ \n])", piece.text):
            if part in (" ", "\n"):
                close()
                spaced = part == " " and bool(paragraphs[-1])
                if part == "\n":
                    paragraphs.append([])
                continue
            for i, bit in enumerate(joints(part)):
                if i:
                    close()
                    spaced = False
                if bit:
                    current.append(Piece(bit, piece.font, piece.colour))
    close()
    return paragraphs


_VOWELS = set("aeiouyàâäéèêëîïôöùûüœæAEIOUYÀÂÉÈÊËÎÏÔÖÙÛÜ")


def _may_break(word: str, at: int) -> bool:
    """Whether a hyphen before letter `at` parts a vowel's syllable from the next consonant's."""
    if not (2 <= at <= len(word) - 3 and word[at - 1].isalpha() and word[at].isalpha()):
        return False
    after = word[at + 1] in _VOWELS or word[at : at + 2].lower() in (
        "ch",
        "ph",
        "th",
        "tr",
        "pr",
        "br",
        "cr",
        "pl",
    )
    return word[at] not in _VOWELS and after and any(c in _VOWELS for c in word[:at])


def hyphenate(metrics: Metrics, word: Word, size: float, width: float) -> list[Word]:
    """A word wider than `width`, in parts that fit, hyphens between; at any letter if no syllable fits.

    A column too narrow for two letters gets the whole word, and reports that it is too wide.
    """
    if width < 1.6 * size:
        return [word]
    out: list[Word] = []
    rest = list(word)
    while rest and word_width(metrics, tuple(rest), size) > width:
        head, rest = _break_once(metrics, rest, size, width)
        out.append(tuple(head))
    if rest:
        out.append(tuple(rest))
    return out


def _break_once(
    metrics: Metrics, pieces: list[Piece], size: float, width: float
) -> tuple[list[Piece], list[Piece]]:
    """The longest beginning that fits with a hyphen, and what remains (at least one letter each way)."""
    whole = "".join(piece.text for piece in pieces)
    fitting = [at for at in range(1, len(whole)) if _head_width(metrics, pieces, at, size) <= width]
    good = [at for at in fitting if _may_break(whole, at)]
    at = (good or fitting or [1])[-1]
    head, tail = _split(pieces, at)
    if head[-1].text[-1].isalpha():
        last = head[-1]
        head[-1] = Piece(last.text + "-", last.font, last.colour)
    return head, tail


def _split(pieces: list[Piece], at: int) -> tuple[list[Piece], list[Piece]]:
    head: list[Piece] = []
    tail: list[Piece] = []
    for piece in pieces:
        if at > 0 and piece.text[:at]:
            head.append(Piece(piece.text[:at], piece.font, piece.colour))
        if piece.text[max(at, 0) :]:
            tail.append(Piece(piece.text[max(at, 0) :], piece.font, piece.colour))
        at -= len(piece.text)
    return head, tail


def _head_width(metrics: Metrics, pieces: list[Piece], at: int, size: float) -> float:
    head, _ = _split(pieces, at)
    return word_width(metrics, tuple(head), size) + advance(metrics, "-", head[-1].font, size)
