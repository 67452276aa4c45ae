"""What runs along the whole foreground, and the water: things as wide as the picture."""

from collections.abc import Iterator

from engine.look.neighbourhood.pen import Pen
from engine.look.things import LEVELS

_SPREAD = (0.47, 0.23, 0.71, 0.35, 0.88, 0.12, 0.59, 0.8, 0.29, 0.52, 0.93, 0.05, 0.66, 0.18, 0.41, 0.76)
"""Where people come one after another, as shares of the width."""
_PEOPLE = (1, 4, 7, 11, 16)
"""How many people are there at each level."""
HIGH = 56


def people(pen: Pen, w: float, level: int) -> str:
    """People, alone at first, then in twos and threes."""
    out = ""
    for n in sorted(range(_PEOPLE[level]), key=lambda i: _SPREAD[i]):
        x = 30 + _SPREAD[n] * (w - 60)
        out += pen.person(x, HIGH - 3 - n * 5 % 4, n, 46 - n * 3 % 5, "up" if n % 5 == 3 else "down")
        if n % 3 == 1:
            out += pen.person(x + 19, HIGH - 2, n + 2, 30 if n % 2 else 44)
    return out


def _spread(w: float, step: float, first: float) -> Iterator[tuple[int, float]]:
    count = max(int((w - first) // step), LEVELS)
    yield from ((i, first + (w - 2 * first) * i / max(count - 1, 1)) for i in range(count))


def trees(pen: Pen, w: float, level: int) -> str:
    """Young trees in a row: bare at first, then in leaf."""
    out = ""
    for i, x in _spread(w, 380.0, 90.0):
        leaf = max(level * 2 - i % 2, 0)
        out += pen.lines([(x, 103), (x, 50)], width=pen.width * 2.4, ink="brown")
        out += pen.lines(
            [(x, 70), (x - 12, 52)], [(x, 62), (x + 13, 44)], [(x, 52), (x - 4, 34)], ink="brown"
        )
        if leaf:
            out += pen.crown(x, 42, 12 + 2.8 * leaf, "deep" if i % 2 else "leaf")
        out += pen.rect(x - 15, 96, 30, 7, "soil", 2)
    return out


def lamps(pen: Pen, w: float, level: int) -> str:
    """Street lamps: more are lit with each level, and all in the end."""
    out = ""
    places = list(_spread(w, 230.0, 60.0))
    order = sorted(range(len(places)), key=lambda i: ((i * 7 + 3) % 11, i))
    lit = set(order[: -(-len(places) * level // LEVELS)])
    for i, x in places:
        if i in lit:
            out += pen.glow(x, 22, 21, f"lamp{i}", "lit", 0.9)
        out += pen.lines([(x, 105), (x, 30)], width=pen.width * 1.5) + pen.rect(x - 6, 100, 12, 6, "slate", 1)
        glass = "lit" if i in lit else "dark"
        out += pen.poly([(x - 8, 14), (x + 8, 14), (x + 5, 31), (x - 5, 31)], glass)
        out += pen.poly([(x - 10, 14), (x, 6), (x + 10, 14)], "slate")
    return out


def dyke(pen: Pen, w: float, h: float) -> str:
    """A stone dyke with a promenade and its rail."""
    top = 18.0
    out = pen.lines([(0, top - 12), (w, top - 12)], width=pen.width)
    out += pen.lines(*([(x, top - 14), (x, top)] for x in range(20, int(w), 46)), width=pen.width)
    out += pen.rect(-4, top, w + 8, h - top + 4, "stone")
    for row in range(3):
        y = top + 4 + row * 9
        out += pen.lines([(0, y), (w, y)], width=pen.width * 0.5)
        out += pen.lines(
            *([(x, y), (x, y + 9)] for x in range(18 + row % 2 * 22, int(w), 44)), width=pen.width * 0.5
        )
    return out


def river(pen: Pen, w: float, h: float, level: int) -> str:
    """The river: it takes more of the height as it rises."""
    top = h - h * (0.36 + 0.155 * level)
    out = pen.path(_waves(w, top, h), "water", pen.width if level > 2 or pen.strong else pen.width * 0.7)
    for row in range(1 + level):
        y = top + 9 + row * 10
        out += "".join(
            pen.path(f"M{x} {y:.1f} q9 -5 18 0 t18 0", "", pen.width * 0.9, "ink" if pen.strong else "foam")
            for x in range(30 + row * 47, int(w), 150)
        )
    return out


def _waves(w: float, y: float, h: float) -> str:
    way = f"M-4 {h + 4:.1f} V{y:.1f}"
    x = -4.0
    while x < w + 8:
        way += " q14 -5 28 0 t28 0"
        x += 56
    return way + f" V{h + 4:.1f} Z"
