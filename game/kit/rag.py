"""Lines that are pleasant to read: no word left alone on the last line, titles of even lines."""

from game.kit.setting import SetLine, Setting

SCRAP = 0.24
"""A last line shorter than this share of its column is a scrap."""


def lines(text: Setting, width: float, even: bool) -> tuple[SetLine, ...]:
    """As many lines as `wrap` gives, broken better. `even` makes them as alike as they can be (titles)."""
    known = text.rags.get((width, even))
    if known is None:
        known = text.rags[width, even] = tuple(_lines(text, width, even))
    return known


def _lines(text: Setting, width: float, even: bool) -> list[SetLine]:
    plain = text.wrap(width)
    if not 2 <= len(plain) <= 6 or text.several or text.longest > width:
        return plain
    if even:
        return _even(text, width, plain)
    better = _without_scrap(text, width, len(plain)) if _scrap(plain, width) else None
    return better or plain


def _scrap(found: list[SetLine], width: float) -> bool:
    return found[-1].width < SCRAP * width


def _even(text: Setting, width: float, widest: list[SetLine]) -> list[SetLine]:
    """The narrowest setting with no more lines than the widest has."""
    narrow, best = text.longest, widest
    for _ in range(6):
        middle = (narrow + width) / 2
        found = text.wrap(middle)
        if len(found) > len(widest):
            narrow = middle
        else:
            best, width = found, middle
    return best


def _without_scrap(text: Setting, width: float, count: int) -> list[SetLine] | None:
    """A slightly narrower setting of as many lines whose last is no scrap, if there is one."""
    for share in (0.95, 0.9, 0.85, 0.8, 0.74):
        if width * share < text.longest:
            return None
        found = text.wrap(width * share)
        if len(found) > count:
            return None
        if not _scrap(found, width):
            return found
    return None
