"""What a drawing of the briefing is made of: flat shapes and words on a canvas, in colours named by role.

Lengths are units of the canvas; colours are names of `engine.look.palette`. Window and paper draw the same
shapes: `svg` makes the outlines, and the words too where nothing else sets them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
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


Shape = Rect | Circle | Polygon | Line | Words

_FAMILIES = {
    "head": "Bricolage Grotesque",
    "digits": "Bricolage Grotesque",
    "text": "Atkinson Hyperlegible Next",
}


def svg(shapes: Iterable[Shape], colours: Mapping[str, str], words: bool = True) -> str:
    """The shapes as pieces of SVG, for a document of the canvas's size; without the words where somebody else
    sets them. KeyError for a colour that the palette lacks."""
    drawn = (_words(one, colours) if isinstance(one, Words) else _outline(one, colours) for one in shapes
             if words or not isinstance(one, Words))  # fmt: skip
    return "".join(drawn)


def _outline(shape: Rect | Circle | Polygon | Line, colours: Mapping[str, str]) -> str:
    paint = _paint(shape, colours)
    if isinstance(shape, Rect):
        box = f'x="{shape.x:.1f}" y="{shape.y:.1f}" width="{shape.w:.1f}" height="{shape.h:.1f}"'
        return f'<rect {box} rx="{shape.round:.1f}" {paint}/>'
    if isinstance(shape, Circle):
        return f'<circle cx="{shape.x:.1f}" cy="{shape.y:.1f}" r="{shape.r:.1f}" {paint}/>'
    way = "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in shape.points)
    return f'<path d="{way}{" Z" if isinstance(shape, Polygon) else ""}" {paint}/>'


def _paint(shape: Rect | Circle | Polygon | Line, colours: Mapping[str, str]) -> str:
    fill = "" if isinstance(shape, Line) else shape.fill
    paint = f'fill="{colours[fill]}"' if fill else 'fill="none"'
    if not shape.line:
        return paint
    line = f'stroke="{colours[shape.line]}" stroke-width="{shape.width:.1f}"'
    dashes = f' stroke-dasharray="{shape.width * 3:.1f} {shape.width * 2.5:.1f}"' if shape.dashed else ""
    return f'{paint} {line}{dashes} stroke-linejoin="round" stroke-linecap="round"'


def _words(shape: Words, colours: Mapping[str, str]) -> str:
    family, weight = shape.face.split("-")
    return (
        f'<text x="{shape.x:.1f}" y="{shape.y:.1f}" font-family="{_FAMILIES[family]}" font-weight="{weight}" '
        f'font-size="{shape.size:.1f}" text-anchor="{shape.anchor}" fill="{colours[shape.colour]}">'
        f"{escape(shape.text)}</text>"
    )
