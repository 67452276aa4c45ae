"""Lines that are pleasant to read: no word left alone on the last line, titles of even lines."""

from functools import lru_cache

from game.kit.words import Line, Metrics, Piece, advance, longest_word, wrap

SCRAP = 0.24
"""A last line shorter than this share of its column is a scrap."""


@lru_cache(maxsize=4096)
def lines(
    metrics: Metrics, pieces: tuple[Piece, ...], size: float, width: float, even: bool
) -> tuple[Line, ...]:
    """As many lines as `wrap` gives, broken better. `even` makes them as alike as they can be (titles)."""
    plain = wrap(metrics, pieces, size, width)
    if not 2 <= len(plain) <= 6 or any("\n" in piece.text for piece in pieces):
        return tuple(plain)
    longest = longest_word(metrics, pieces, size)
    if longest > width:
        return tuple(plain)
    better = _even(metrics, pieces, size, (longest, width)) if even else None
    if better is None and _scrap(metrics, plain, size, width):
        better = _without_scrap(metrics, pieces, size, (longest, width), len(plain))
    return tuple(better or plain)


def length(metrics: Metrics, line: Line, size: float) -> float:
    """Logical width of a line."""
    return sum(advance(metrics, run.text, run.font, size) for run in line)


def _scrap(metrics: Metrics, found: list[Line], size: float, width: float) -> bool:
    return length(metrics, found[-1], size) < SCRAP * width


def _even(
    metrics: Metrics, pieces: tuple[Piece, ...], size: float, bounds: tuple[float, float]
) -> list[Line] | None:
    """The narrowest setting with no more lines than the widest has."""
    narrow, wide = bounds
    best = wrap(metrics, pieces, size, wide)
    count = len(best)
    for _ in range(6):
        middle = (narrow + wide) / 2
        found = wrap(metrics, pieces, size, middle)
        if len(found) > count:
            narrow = middle
        else:
            best, wide = found, middle
    return best


def _without_scrap(
    metrics: Metrics, pieces: tuple[Piece, ...], size: float, bounds: tuple[float, float], count: int
) -> list[Line] | None:
    """A slightly narrower setting of as many lines whose last is no scrap, if there is one."""
    longest, width = bounds
    for share in (0.95, 0.9, 0.85, 0.8, 0.74):
        if width * share < longest:
            return None
        found = wrap(metrics, pieces, size, width * share)
        if len(found) > count:
            return None
        if not _scrap(metrics, found, size, width):
            return found
    return None
