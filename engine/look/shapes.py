"""What a drawing of the briefing is made of: flat shapes and words on a canvas, in colours named by role.

Lengths are units of the canvas; colours are names of `engine.look.palette`. Window and paper draw the same
shapes: `svg` makes the outlines, and the words too where nothing else sets them."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Literal

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its upper left corner; `line` is the colour of its outline, "" for none."""

    x: float
    y: float
    w: float
    h: float
    fill: str = ""
    round: float = 0.0
    line: str = ""
    width: float = 2.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Circle:
    """A disc by its centre."""

    x: float
    y: float
    r: float
    fill: str = ""
    line: str = ""
    width: float = 2.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape; curves are polygons of many sides."""

    points: tuple[Point, ...]
    fill: str = ""
    line: str = ""
    width: float = 2.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """An open line through points."""

    points: tuple[Point, ...]
    line: str = "ink"
    width: float = 2.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """One line of words: `y` is where they stand (their baseline), `x` their start, middle or end; `face` is
    one of `engine.look.fonts.FACES`."""

    x: float
    y: float
    text: str
    size: float
    colour: str = "ink"
    anchor: Anchor = "start"
    face: str = "text-400"


@dataclass(frozen=True, slots=True)
class Portrait:
    """A face in a disc, by its centre; `looks` is the face as sorted pairs (see `engine.look.faces`)."""

    x: float
    y: float
    r: float
    looks: tuple[tuple[str, str], ...]
    expression: str
    name: str


Shape = Rect | Circle | Polygon | Line | Words | Portrait
"""Words and portraits come last: they are laid on the rest."""


def under(shapes: Iterable[Shape], x: float, y: float) -> str:
    """The colour of the uppermost filled shape at a point, by its role; "" where there is none."""
    found = ""
    for shape in shapes:
        if isinstance(shape, Rect | Circle | Polygon) and shape.fill and _holds(shape, x, y):
            found = shape.fill
    return found


def _holds(shape: Rect | Circle | Polygon, x: float, y: float) -> bool:
    if isinstance(shape, Rect):
        return shape.x <= x <= shape.x + shape.w and shape.y <= y <= shape.y + shape.h
    if isinstance(shape, Circle):
        return (shape.x - x) ** 2 + (shape.y - y) ** 2 <= shape.r**2
    inside = False
    for (ax, ay), (bx, by) in zip(shape.points, (*shape.points[1:], shape.points[0]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


_FAMILIES = {
    "head": "Bricolage Grotesque",
    "digits": "Bricolage Grotesque",
    "text": "Atkinson Hyperlegible Next",
}


def svg(shapes: Iterable[Shape], colours: Mapping[str, str], words: bool = True) -> str:
    """The shapes as pieces of SVG, for a document of the canvas's size; without words and portraits where
    somebody else sets them. KeyError for a colour that the palette lacks."""
    drawn = []
    for one in shapes:
        if not isinstance(one, Words | Portrait):
            drawn.append(_outline(one, colours))
        elif words:
            drawn.append(_words(one, colours) if isinstance(one, Words) else _portrait(one))
    return "".join(drawn)


def _portrait(shape: Portrait) -> str:
    """The face, cut out by its disc: a document of its own in the canvas."""
    from engine.look import faces  # takes a while, and most drawings have no face

    side = 2 * shape.r
    box = f'x="{shape.x - shape.r:.1f}" y="{shape.y - shape.r:.1f}" width="{side:.1f}" height="{side:.1f}"'
    face = faces.svg(dict(shape.looks), shape.expression).replace("<svg ", f"<svg {box} ", 1)
    disc = f'<circle cx="{shape.x:.1f}" cy="{shape.y:.1f}" r="{shape.r:.1f}"/>'
    return f'<clipPath id="disc">{disc}</clipPath><g clip-path="url(#disc)">{face}</g>'


def _outline(shape: Rect | Circle | Polygon | Line, colours: Mapping[str, str]) -> str:
    """A dashed outline is laid stroke by stroke: not every renderer of SVG closes a dashed way cleanly."""
    dashes = _dashes(shape, colours) if shape.line and shape.dashed else ""
    if dashes and (isinstance(shape, Line) or not shape.fill):
        return dashes
    paint = _paint(shape, colours)
    if isinstance(shape, Rect):
        box = f'x="{shape.x:.1f}" y="{shape.y:.1f}" width="{shape.w:.1f}" height="{shape.h:.1f}"'
        return f'<rect {box} rx="{shape.round:.1f}" {paint}/>' + dashes
    if isinstance(shape, Circle):
        return f'<circle cx="{shape.x:.1f}" cy="{shape.y:.1f}" r="{shape.r:.1f}" {paint}/>' + dashes
    way = "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in shape.points)
    return f'<path d="{way}{" Z" if isinstance(shape, Polygon) else ""}" {paint}/>' + dashes


def _dashes(shape: Rect | Circle | Polygon | Line, colours: Mapping[str, str]) -> str:
    """The strokes along an outline, as one way."""
    long, gap = shape.width * 3, shape.width * 2.5
    way, at = "", 0.0
    for (ax, ay), (bx, by) in pairwise(_corners(shape)):
        side = math.hypot(bx - ax, by - ay)
        start = -at
        while side and start < side:
            first, last = max(start, 0.0) / side, min(start + long, side) / side
            if last > first:
                ends = ((ax + (bx - ax) * share, ay + (by - ay) * share) for share in (first, last))
                way += "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in ends)
            start += long + gap
        at = (at + side) % (long + gap)
    line = f'stroke="{colours[shape.line]}" stroke-width="{shape.width:.1f}" stroke-linecap="round"'
    return f'<path d="{way}" fill="none" {line}/>'


def _corners(shape: Rect | Circle | Polygon | Line) -> tuple[Point, ...]:
    """The points that an outline runs through."""
    if isinstance(shape, Rect):
        right, low = shape.x + shape.w, shape.y + shape.h
        return (shape.x, shape.y), (right, shape.y), (right, low), (shape.x, low), (shape.x, shape.y)
    if isinstance(shape, Circle):
        turns = (math.tau * n / 60 for n in range(61))
        return tuple((shape.x + shape.r * math.cos(t), shape.y + shape.r * math.sin(t)) for t in turns)
    return (*shape.points, shape.points[0]) if isinstance(shape, Polygon) else shape.points


def _paint(shape: Rect | Circle | Polygon | Line, colours: Mapping[str, str]) -> str:
    fill = "" if isinstance(shape, Line) else shape.fill
    paint = f'fill="{colours[fill]}"' if fill else 'fill="none"'
    if not shape.line or shape.dashed:
        return paint
    line = f'stroke="{colours[shape.line]}" stroke-width="{shape.width:.1f}"'
    return f'{paint} {line} stroke-linejoin="round" stroke-linecap="round"'


def _words(shape: Words, colours: Mapping[str, str]) -> str:
    family, weight = shape.face.split("-")
    return (
        f'<text x="{shape.x:.1f}" y="{shape.y:.1f}" font-family="{_FAMILIES[family]}" font-weight="{weight}" '
        f'font-size="{shape.size:.1f}" text-anchor="{shape.anchor}" fill="{colours[shape.colour]}">'
        f"{escape(shape.text)}</text>"
    )
