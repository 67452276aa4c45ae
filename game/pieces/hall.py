"""A room in corners, from above: its corners round whoever goes between them, bridges and strips as lines
from one to the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import atan2, cos, sin
from typing import Literal, NamedTuple

from engine.look.palette import mix
from game.kit import Element, Fit, Node, Rect, Size, place
from game.kit.fitting import Own
from game.kit.nodes import OutlineArt, Point, Rgb
from game.kit.theme import STEPS
from game.pieces.bands import Verdict, torn, wax
from game.pieces.signs import hexed

_TIGHTER = 3
"""Steps by which a form may be tightened before a barer one is taken."""

Curve = tuple[Point, Point, Point, Point]
Built = Literal["none", "half", "open", "built"]


class Deck(NamedTuple):
    """A bridge between two corners, by their places; which of its ends are said."""

    one: int
    other: int
    state: Built
    said: tuple[bool, bool]


class Flight(NamedTuple):
    """A strip on its way: of which corner, read in which (-1: it has not left), how, and with which seal."""

    of: int
    to: int
    arranged: bool
    verdict: Verdict
    key: str = ""


def sides(n: int) -> tuple[list[int], list[int]]:
    """The places of corners at the left, and at the right, from top to bottom."""
    return list(range(0, n, 2)), list(range(1, n, 2))


@dataclass(frozen=True)
class Hall(Element):
    """Corners at both sides, `middle` between them. Each has several forms, from the fullest to the barest:
    all take the first for which there is room, and are set alike."""

    cells: tuple[tuple[Element, ...], ...]
    middle: Element
    decks: tuple[Deck, ...] = ()
    flights: tuple[Flight, ...] = ()
    between: float = 330.0
    """Logical width of what is between both sides."""
    gap: float = 22.0
    most: float = 1.25
    height: float = 0.0

    # ---- Where it all stands ----

    def _between(self, fit: Fit) -> float:
        return self.between

    def _wide(self, fit: Fit, width: float) -> float:
        return max((width - self._between(fit)) / (2.0 if len(self.cells) > 1 else 1.0), 0.0)

    def _spots(self, fit: Fit, rect: Rect) -> list[Rect]:
        """Where each corner stands."""
        wide, gap = self._wide(fit, rect.w), self.gap
        found: dict[int, Rect] = {}
        for x, places in zip((rect.x, rect.right - wide), sides(len(self.cells)), strict=True):
            high = (rect.h - gap * (len(places) - 1)) / max(len(places), 1)
            for row, i in enumerate(places):
                found[i] = Rect(x, rect.y + row * (high + gap), wide, high)
        return [found[i] for i in range(len(self.cells))]

    def measure(self, fit: Fit, width: float) -> Size:
        wide, tight = self._wide(fit, width), fit.swollen(1.0).tighter(STEPS)
        rows = max(len(places) for places in sides(len(self.cells)))
        high = max((tight.measure(forms[-1], wide).h for forms in self.cells), default=0.0)
        cells = rows * high + self.gap * max(rows - 1, 0)
        return Size(
            width, max(cells, tight.measure(self.middle, self._between(fit)).h, fit.scaled(self.height))
        )

    def least(self, fit: Fit) -> float:
        tight = fit.swollen(1.0).tighter(STEPS)
        wide = max((tight.least(forms[-1]) for forms in self.cells), default=0.0)
        return wide * min(len(self.cells), 2) + self._between(fit)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        spots = self._spots(fit, rect)
        wide = self._between(fit)
        left = rect.x + self._wide(fit, rect.w)
        inner = Rect(left, rect.y, wide, rect.h)
        nodes: list[Node] = [*self._lines(fit, inner, spots)]
        form, alike = self._alike(fit.swollen(1.0), spots)
        for forms, spot in zip(self.cells, spots, strict=True):
            nodes += place(alike, forms[form], spot)
        nodes += self._carried(fit, inner, spots)
        held = Own(self.middle, self.most)
        wanted = fit.swollen(1.0).measure(self.middle, wide)
        w, h = min(wanted.w, wide), min(wanted.h, rect.h)
        nodes += place(fit, held, Rect(inner.x + (wide - w) / 2, inner.y + (inner.h - h) / 2, w, h))
        return nodes

    def _alike(self, fit: Fit, spots: Sequence[Rect]) -> tuple[int, Fit]:
        """The fullest form that all corners have room for, and how it is set."""
        if not self.cells:
            return 0, fit
        levels = min(len(forms) for forms in self.cells)
        fits = [fit.swollen(1 + (self.most - 1) * i / 4) for i in range(4, -1, -1)]
        fits += [fit.tighter(step) for step in range(fit.step + 1, STEPS + 1)]
        for form in range(levels):
            tried = fits if form + 1 == levels else fits[: 5 + _TIGHTER]
            found = next((one for one in tried if self._hold(one, form, spots)), None)
            if found is not None:
                return form, found
        return levels - 1, fit

    def _hold(self, fit: Fit, form: int, spots: Sequence[Rect]) -> bool:
        return all(
            fit.holds(forms[form], spot) and fit.least(forms[form]) <= spot.w + 0.75
            for forms, spot in zip(self.cells, spots, strict=True)
        )

    # ---- Lines ----

    def _lines(self, fit: Fit, inner: Rect, spots: Sequence[Rect]) -> Iterator[Node]:
        """Bridges, and the ways of strips, in what is between both sides."""
        out = "".join(_bridge(fit, self._span(inner, spots, deck), deck) for deck in self.decks)
        out += "".join(
            _way(fit, self._flown(inner, spots, flight), flight.arranged)
            for flight in self.flights
            if flight.to >= 0
        )
        if out:
            yield OutlineArt(rect=inner, markup=out, units=(inner.w, inner.h), layer=fit.layer)

    def _edge(self, inner: Rect, spots: Sequence[Rect], i: int, share: float) -> Point:
        """A point on the inner edge of a corner, so far down, from the top left of what is between."""
        spot = spots[i]
        return (0.0 if i % 2 == 0 else inner.w), spot.y - inner.y + spot.h * share

    def _span(self, inner: Rect, spots: Sequence[Rect], deck: Deck) -> Curve:
        a, b = (self._edge(inner, spots, i, 0.5) for i in (deck.one, deck.other))
        if deck.one % 2 == deck.other % 2:
            return _bow(a, b, inner)
        return a, _along(a, b, 1 / 3), _along(a, b, 2 / 3), b

    def _flown(self, inner: Rect, spots: Sequence[Rect], flight: Flight) -> Curve:
        here = [one for one in self.flights if one.to == flight.to]
        down = 0.66 + 0.2 * here.index(flight) / max(len(here) - 1, 1) if len(here) > 1 else 0.72
        a, b = self._edge(inner, spots, flight.of, 0.28), self._edge(inner, spots, flight.to, down)
        b = (b[0] + (10.0 if b[0] == 0.0 else -10.0), b[1])
        if flight.of % 2 == flight.to % 2:
            return _bow(a, b, inner)
        return a, ((a[0] + b[0]) / 2, a[1]), ((a[0] + b[0]) / 2, b[1]), b

    def _carried(self, fit: Fit, inner: Rect, spots: Sequence[Rect]) -> Iterator[Node]:
        """The strips themselves: where they were written, then where they are read; each with its seal."""
        w, h = min(58.0, inner.w * 0.17), min(40.0, inner.w * 0.12)
        for flight in self.flights:
            if flight.to < 0:
                x, y = self._edge(inner, spots, flight.of, 0.28)
                x += w * 0.8 if x == 0.0 else -w * 0.8
            else:
                x, y = _at(self._flown(inner, spots, flight), 0.8)
            spot = Rect(inner.x + x - w / 2, inner.y + y - h / 2, w, h)
            yield OutlineArt(
                rect=spot, markup=_small(fit, flight.verdict), units=(58.0, 40.0), key=flight.key,
                travels=bool(flight.key), layer=fit.layer,
            )  # fmt: skip


def _small(fit: Fit, verdict: Verdict) -> str:
    """A strip, small: two lines of writing, or its seal."""
    ink = fit.colour("ink")
    out = torn(58.0, 40.0, fit.colour("panel"), fit.colour("track"), ink)
    if verdict:
        return out + wax(fit, verdict, 29.0, 18.0, 15.0)
    quiet = hexed(fit.colour("neutral"))
    return out + "".join(
        f'<path d="M14 {y} H{x}" stroke="{quiet}" stroke-width="3.4" stroke-linecap="round"/>'
        for y, x in ((12.0, 44.0), (20.0, 44.0), (28.0, 34.0))
    )


@dataclass(frozen=True)
class Suited(Element):
    """The fullest of several forms that there is room for without setting it much tighter, as large as its
    room allows; in the middle of its height."""

    forms: tuple[Element, ...]
    most: float = 1.3
    full: int = 1
    """How many forms say all: the last of these is set as tight as may be before a barer one is taken."""

    @property
    def name(self) -> str:
        return self.forms[-1].name

    def measure(self, fit: Fit, width: float) -> Size:
        tight = fit.swollen(1.0).tighter(STEPS)
        return Size(min(fit.measure(self.forms[-1], width).w, width), tight.measure(self.forms[-1], width).h)

    def least(self, fit: Fit) -> float:
        return fit.swollen(1.0).tighter(STEPS).least(self.forms[-1])

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        form, suited = self._chosen(fit.swollen(1.0).tighter(0), rect)
        high = min(suited.measure(form, rect.w).h, rect.h)
        return place(suited, form, Rect(rect.x, rect.y + (rect.h - high) / 2, rect.w, high))

    def _chosen(self, fit: Fit, rect: Rect) -> tuple[Element, Fit]:
        fits = [fit.swollen(1 + (self.most - 1) * i / 4) for i in range(4, -1, -1)]
        fits += [fit.tighter(step) for step in range(1, STEPS + 1)]
        for i, form in enumerate(self.forms, 1):
            tried = fits if i in (self.full, len(self.forms)) else fits[: 5 + _TIGHTER]
            for one in tried:
                if one.holds(form, rect) and one.least(form) <= rect.w + 0.75:
                    return form, one
        return self.forms[-1], fits[-1]


# ---- Curves ---------------------------------------------------------------------------------------------


def _along(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _bow(a: Point, b: Point, inner: Rect) -> Curve:
    """From one corner to another at the same side; the further apart, the further in."""
    out = inner.w * (0.02 + 0.68 * abs(b[1] - a[1]) / inner.h)
    inward = out if a[0] < inner.w / 2 else -out
    return a, (a[0] + inward, a[1]), (b[0] + inward, b[1]), b


def _at(curve: Curve, t: float) -> Point:
    a, b, c, d = curve
    ab, bc, cd = _along(a, b, t), _along(b, c, t), _along(c, d, t)
    return _along(_along(ab, bc, t), _along(bc, cd, t), t)


def _cut(curve: Curve, t: float) -> tuple[Curve, Curve]:
    """Before and after a point of it."""
    a, b, c, d = curve
    ab, bc, cd = _along(a, b, t), _along(b, c, t), _along(c, d, t)
    abc, bcd = _along(ab, bc, t), _along(bc, cd, t)
    here = _along(abc, bcd, t)
    return (a, ab, abc, here), (here, bcd, cd, d)


def _path(curve: Curve) -> str:
    (ax, ay), *rest = curve
    return f"M{ax:.1f} {ay:.1f} C" + " ".join(f"{x:.1f} {y:.1f}" for x, y in rest)


def _stroke(curve: Curve, colour: Rgb, width: float, more: str = "") -> str:
    return f'<path d="{_path(curve)}" fill="none" stroke="{hexed(colour)}" stroke-width="{width}" {more}/>'


# ---- Bridges --------------------------------------------------------------------------------------------

_DOTS = 'stroke-dasharray="1 13" stroke-linecap="round"'


def _bridge(fit: Fit, curve: Curve, deck: Deck) -> str:
    """A bridge: dots where nothing is said yet, planks from each end that is, all of it once both are; firm
    where it is built."""
    thin = fit.colour("neutral")
    if deck.state == "none":
        return _stroke(curve, thin, 5.0, _DOTS)
    if deck.state != "half":
        return _planks(fit, curve, deck.state == "built")
    first, last = _cut(curve, 0.5)
    done, left = (first, last) if deck.said[0] else (last, first)
    return _stroke(left, thin, 5.0, _DOTS) + _planks(fit, done, False)


def deck(fit: Fit, units: tuple[float, float], state: Built) -> str:
    """A bridge in a box of its own, as SVG."""
    w, y = units[0], units[1] / 2
    line = (2.0, y), (w / 3, y), (2 * w / 3, y), (w - 2.0, y)
    return _bridge(fit, line, Deck(0, 1, state, (True, False)))


def _planks(fit: Fit, curve: Curve, built: bool) -> str:
    """A deck of planks between two beams."""
    ink = fit.colour("kept" if built else "ink")
    wood = fit.colour("kept_soft") if built else mix(fit.colour("gold"), fit.colour("panel"), 0.55)
    return (
        _stroke(curve, ink, 25.0 if built else 23.0)
        + _stroke(curve, wood, 17.0)
        + _stroke(curve, ink, 17.0, 'stroke-dasharray="2.6 11"')
    )


# ---- Ways of strips -------------------------------------------------------------------------------------


def _way(fit: Fit, curve: Curve, arranged: bool) -> str:
    """Where a strip goes: a whole line where it is read word for word, dashes where words are changed."""
    colour, under = fit.colour("part" if arranged else "ink"), fit.colour("paper")
    end, before = curve[3], _at(curve, 0.96)
    angle = atan2(end[1] - before[1], end[0] - before[0])
    dashes = 'stroke-dasharray="15 9"' if arranged else ""
    tip = [(14.0, 0.0), (-12.0, 13.0), (-12.0, -13.0)]
    points = " ".join(
        f"{end[0] - 4 * cos(angle) + x * cos(angle) - y * sin(angle):.1f},"
        f"{end[1] - 4 * sin(angle) + x * sin(angle) + y * cos(angle):.1f}"
        for x, y in tip
    )
    shortened = _cut(curve, 0.96)[0]
    return (
        _stroke(shortened, under, 12.0)
        + _stroke(shortened, colour, 6.0, dashes)
        + f'<polygon points="{points}" fill="{hexed(colour)}"/>'
    )
