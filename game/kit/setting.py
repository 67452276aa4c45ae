"""Words set in lines no wider than a column: a text at a size is measured once, and tried in many widths."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from game.kit.nodes import Run
from game.kit.words import Line, Metrics, Piece, Word, advance, hyphenate, word_width, words_of


class SetLine(NamedTuple):
    """A line, and its logical width."""

    runs: Line
    width: float


class Measured(NamedTuple):
    """A word, the space before it where there is one, and how wide both are."""

    word: Word
    space: Word
    needed: float
    gap: float


class Setting:
    """The words of a text at a size. What is asked again is not worked out again, lines neither."""

    def __init__(self, metrics: Metrics, pieces: tuple[Piece, ...], size: float) -> None:
        self._paragraphs = [_Paragraph(metrics, words, size) for words in words_of(pieces)]
        self.longest = max((word.needed for each in self._paragraphs for word in each.words), default=0.0)
        """Width of the widest word, in logical pixels; 0 for no word."""
        self.rags: dict[tuple[float, bool], tuple[SetLine, ...]] = {}
        """Lines by width and evenness: `rag.lines` keeps them here."""

    @property
    def several(self) -> bool:
        """Whether there is more than one paragraph."""
        return len(self._paragraphs) > 1

    def wrap(self, width: float) -> list[SetLine]:
        """Lines no wider than `width`, greedy, paragraphs kept. An empty text gives one empty line."""
        if not self.several:
            return self._paragraphs[0].wrap(width)
        return [line for paragraph in self._paragraphs for line in paragraph.wrap(width)]


@lru_cache(maxsize=4096)
def setting(metrics: Metrics, pieces: tuple[Piece, ...], size: float) -> Setting:
    """The text at that size, remembered."""
    return Setting(metrics, pieces, size)


class _Paragraph:
    def __init__(self, metrics: Metrics, words: Sequence[tuple[Word, bool]], size: float) -> None:
        self._metrics, self._size = metrics, size
        self.words = [_measure(metrics, *word, size) for word in words]
        self._total = sum(word.needed + word.gap for word in self.words)
        self._lines: dict[tuple[int, int], SetLine] = {}

    def wrap(self, width: float) -> list[SetLine]:
        words, count = self.words, len(self.words)
        if count == 0 or self._fits(self._total, width, 0, count):
            return [self._line(0, count)]
        lines: list[SetLine] = []
        start, used, head = 0, 0.0, None
        for i, (word, _, needed, gap) in enumerate(words):
            if i > start:
                if self._fits(used + gap + needed, width, start, i + 1, head):
                    used += gap + needed
                    continue
                lines.append(self._line(start, i, head))
                start, head = i, None
            used = needed
            if needed > width:
                *full, last = hyphenate(self._metrics, word, self._size, width)
                if full:
                    lines.extend(self._made(list(part)) for part in full)
                    head, used = last, word_width(self._metrics, last, self._size)
        return [*lines, self._line(start, count, head)]

    def _fits(self, total: float, width: float, start: int, stop: int, head: Word | None = None) -> bool:
        """Whether words fit a line: their sum tells, but near the edge only the whole line does."""
        if abs(total - width) > 0.03 * width + 4:
            return total <= width
        return self._line(start, stop, head).width <= width + 0.01

    def _line(self, start: int, stop: int, head: Word | None = None) -> SetLine:
        """The words from one to another; `head` is what was left of the first one after a hyphen."""
        if head is not None:
            return self._made(self._pieces(start, stop, head))
        known = self._lines.get((start, stop))
        if known is None:
            first = self.words[start].word if stop > start else ()
            known = self._lines[start, stop] = self._made(self._pieces(start, stop, first))
        return known

    def _pieces(self, start: int, stop: int, first: Word) -> list[Piece]:
        pieces = list(first)
        for word, space, _, _ in self.words[start + 1 : stop]:
            pieces += space
            pieces += word
        return pieces

    def _made(self, pieces: list[Piece]) -> SetLine:
        runs = _runs(pieces)
        return SetLine(runs, sum(advance(self._metrics, run.text, run.font, self._size) for run in runs))


def _measure(metrics: Metrics, word: Word, spaced: bool, size: float) -> Measured:
    space = (Piece(" ", word[0].font, word[0].colour),) if spaced else ()
    return Measured(word, space, word_width(metrics, word, size), word_width(metrics, space, size))


def _runs(pieces: list[Piece]) -> Line:
    """Pieces of one look joined, so that letters are spaced as in a whole text."""
    if not pieces:
        return ()
    runs: list[Run] = []
    text, font, colour = pieces[0]
    for piece in pieces[1:]:
        if piece.font == font and (piece.colour == colour or piece.text == " "):
            text += piece.text
        else:
            runs.append(Run(text, font, colour))
            text, font, colour = piece
    return (*runs, Run(text, font, colour))
