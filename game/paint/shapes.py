"""Smooth shapes: small pictures made once from vector outlines, in real pixels, and kept."""

import io
import math

import pygame

from game.paint.cache import Cache

Rgb = tuple[int, int, int]
_cache = Cache(48_000_000)


def hexed(colour: Rgb) -> str:
    return "#{:02X}{:02X}{:02X}".format(*colour)


def svg(markup: str, w: int, h: int, box: tuple[float, float]) -> pygame.Surface:
    """The picture of an outline whose own units are `box`, in w × h pixels, kept for next time."""

    def make() -> pygame.Surface:
        whole = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{box[0]}" height="{box[1]}" '
            f'viewBox="0 0 {box[0]} {box[1]}">{markup}</svg>'
        )
        return pygame.image.load_sized_svg(io.BytesIO(whole.encode()), (w, h))

    return _cache.get((markup, w, h, box), make)


def disc(d: int, fill: Rgb | None, border: Rgb | None = None, width: float = 0.0) -> pygame.Surface:
    """A circle of `d` pixels across, its border inside."""
    r = d / 2
    paint = f'fill="{hexed(fill)}"' if fill else 'fill="none"'
    if border and width:
        paint += f' stroke="{hexed(border)}" stroke-width="{width}"'
        r -= width / 2
    return svg(f'<circle cx="{d / 2}" cy="{d / 2}" r="{r}" {paint}/>', d, d, (d, d))


def rounded(
    w: int, h: int, radius: float, fill: Rgb | None, border: Rgb | None, width: float
) -> pygame.Surface:
    """A rounded rectangle, its border inside."""
    paint = f'fill="{hexed(fill)}"' if fill else 'fill="none"'
    inset = 0.0
    if border and width:
        paint += f' stroke="{hexed(border)}" stroke-width="{width}"'
        inset = width / 2
    shape = (
        f'<rect x="{inset}" y="{inset}" width="{w - 2 * inset}" height="{h - 2 * inset}" '
        f'rx="{max(radius - inset, 0)}" {paint}/>'
    )
    return svg(shape, w, h, (w, h))


def panel(
    target: pygame.Surface,
    rect: pygame.Rect,
    radius: float,
    fill: Rgb | None,
    border: Rgb | None = None,
    width: float = 0.0,
) -> None:
    """A rounded rectangle of any size: four corners from a small picture, the rest filled."""
    radius = min(radius, rect.w / 2, rect.h / 2)
    corner = math.ceil(max(radius, width)) + 1
    if rect.w <= 2 * corner + 2 or rect.h <= 2 * corner + 2:
        target.blit(rounded(rect.w, rect.h, radius, fill, border, width), rect)
        return
    side = 2 * corner
    tile = rounded(side, side, radius, fill, border, width)
    right, bottom = rect.right - corner, rect.bottom - corner
    for x, tx in ((rect.x, 0), (right, corner)):
        for y, ty in ((rect.y, 0), (bottom, corner)):
            target.blit(tile, (x, y), (tx, ty, corner, corner))
    across, down = rect.w - side, rect.h - side
    if fill:
        target.fill(fill, (rect.x + corner, rect.y, across, rect.h))
        target.fill(fill, (rect.x, rect.y + corner, corner, down))
        target.fill(fill, (right, rect.y + corner, corner, down))
    if border and width:
        _straights(target, rect, corner, border, max(round(width), 1))


def _straights(target: pygame.Surface, rect: pygame.Rect, corner: int, colour: Rgb, width: int) -> None:
    across, down = rect.w - 2 * corner, rect.h - 2 * corner
    target.fill(colour, (rect.x + corner, rect.y, across, width))
    target.fill(colour, (rect.x + corner, rect.bottom - width, across, width))
    target.fill(colour, (rect.x, rect.y + corner, width, down))
    target.fill(colour, (rect.right - width, rect.y + corner, width, down))


def band_end(corner: int, band: int, edge: float, colour: Rgb) -> pygame.Surface:
    """The left end of a band along the top of a rounded panel, in the panel's corner: it follows the corner
    outside, and inside runs out to nothing at the panel's side.
    """
    start = corner - math.sqrt(max(corner**2 - (corner - edge) ** 2, 0.0))
    way = (
        f"M{edge} {start:.2f} A{corner} {corner} 0 0 1 {corner} 0 V{band} "
        f"A{corner - edge} {corner - band} 0 0 0 {edge} {corner} Z"
    )
    return svg(f'<path d="{way}" fill="{hexed(colour)}"/>', corner, corner, (corner, corner))


def corner(side: int, colour: Rgb, line: Rgb | None = None, width: int = 0) -> pygame.Surface:
    """What lies outside a rounded upper left corner, and the line along it."""
    way = f"M0 0 H{side} A{side} {side} 0 0 0 0 {side} Z"
    out = f'<path d="{way}" fill="{hexed(colour)}"/>'
    if line:
        r = side - width / 2
        way = f"M{side} {width / 2} A{r} {r} 0 0 0 {width / 2} {side}"
        out += f'<path d="{way}" fill="none" stroke="{hexed(line)}" stroke-width="{width}"/>'
    return svg(out, side, side, (side, side))


def token(kind: int, state: str, side: int, colour: Rgb) -> pygame.Surface:
    """A token in a square: time is a circle, means a rounded square, backing a triangle. Full once given,
    dashed while promised, an empty outline where it is missing.
    """
    paint = _PAINTS[state].format(ink=hexed(colour))
    shape = (_circle, _square, _triangle)[kind](state, paint)
    return svg(shape, side, side, (100, 100))


_PAINTS = {
    "given": 'fill="{ink}" stroke="{ink}" stroke-width="6" stroke-linejoin="round"',
    "promised": 'fill="{ink}" fill-opacity="0.18" stroke="{ink}" stroke-width="9" stroke-linejoin="round"',
    "missing": 'fill="none" stroke="{ink}" stroke-width="6" stroke-linejoin="round"',
}


def _dashes(length: float, count: int) -> str:
    """Dashes that close evenly round an outline."""
    part = length / count
    return f'stroke-dasharray="{part * 0.58} {part * 0.42}"'


def _circle(state: str, paint: str) -> str:
    r = 44.0 if state == "given" else 42.0
    dash = _dashes(2 * math.pi * r, 10) if state == "promised" else ""
    return f'<circle cx="50" cy="50" r="{r}" {paint} {dash}/>'


def _square(state: str, paint: str) -> str:
    at, side, turn = (9.0, 82.0, 12.0) if state == "given" else (10.5, 79.0, 14.0)
    dash = _dashes(4 * side - (8 - 2 * math.pi) * turn, 12) if state == "promised" else ""
    return f'<rect x="{at}" y="{at}" width="{side}" height="{side}" rx="{turn}" {paint} {dash}/>'


def _triangle(state: str, paint: str) -> str:
    full = state == "given"
    points = [(50.0, 9.0), (95.0, 90.0), (5.0, 90.0)] if full else [(50.0, 11.0), (93.0, 89.0), (7.0, 89.0)]
    outline = "M" + " L".join(f"{x} {y}" for x, y in points) + " Z"
    if state != "promised":
        return f'<path d="{outline}" {paint}/>'
    lengths = [math.dist(points[i], points[(i + 1) % 3]) for i in range(3)]
    return f'<path d="{outline}" {paint} {_dashes(sum(lengths), 12)}/>'


_STROKE = 'fill="none" stroke="{ink}" stroke-width="{w}" stroke-linecap="round" stroke-linejoin="round"'
_SYMBOLS: dict[str, str] = {
    # in a box 100 high whose bottom is a fifth of an em below the baseline; {s} is a stroke, {f} a filled
    # shape
    "→": '<path d="M10 52 H88 M64 30 L88 52 L64 74" {s}/>',
    "←": '<path d="M90 52 H12 M36 30 L12 52 L36 74" {s}/>',
    "↑": '<path d="M40 86 V22 M18 44 L40 20 L62 44" {s}/>',
    "↓": '<path d="M40 20 V84 M18 62 L40 86 L62 62" {s}/>',
    "✓": '<path d="M10 54 L30 76 L68 26" {b}/>',
    "✗": '<path d="M16 28 L62 78 M62 28 L16 78" {b}/>',
    "▲": '<path d="M36 24 L66 78 L6 78 Z" {f}/>',
    "▼": '<path d="M36 80 L66 26 L6 26 Z" {f}/>',
    "▶": '<path d="M12 22 L64 52 L12 82 Z" {f}/>',
    "⏸": '<path d="M12 24 H30 V80 H12 Z M46 24 H64 V80 H46 Z" {f}/>',
    "↻": '<path d="M78 38 A34 34 0 1 0 81 62 M82 16 V42 H56" {s}/>',
    "↶": '<path d="M14 42 H58 A22 22 0 0 1 58 86 H34 M34 20 L12 42 L34 64" {s}/>',
    "↷": '<path d="M81 42 H37 A22 22 0 0 0 37 86 H61 M61 20 L83 42 L61 64" {s}/>',
    "●": '<circle cx="30" cy="54" r="22" {f}/>',
    "■": '<rect x="10" y="34" width="40" height="40" {f}/>',
    "◆": '<path d="M30 26 L54 54 L30 82 L6 54 Z" {f}/>',
    "⏎": '<path d="M88 28 V56 H16 M38 34 L14 56 L38 78" {s}/>',
}


def symbol(sign: str, advance: float, em: int, colour: Rgb, heavy: bool) -> pygame.Surface:
    """A drawn sign, one em high, `advance` ems wide."""
    ink = hexed(colour)
    stroke = _STROKE.format(ink=ink, w=11 if heavy else 8)
    bold = _STROKE.format(ink=ink, w=15 if heavy else 10)
    markup = _SYMBOLS[sign].format(s=stroke, b=bold, f=f'fill="{ink}"')
    return svg(markup, max(math.ceil(em * advance), 1), em, (advance * 100, 100.0))


def polyline(points: list[tuple[float, float]], w: int, h: int, colour: Rgb, width: float) -> pygame.Surface:
    """A smooth line through points, round at its joints and ends."""
    way = "M" + " L".join(f"{x:.2f} {y:.2f}" for x, y in points)
    return svg(f'<path d="{way}" {_STROKE.format(ink=hexed(colour), w=width)}/>', w, h, (w, h))


def polygon(points: list[tuple[float, float]], w: int, h: int, fill: Rgb) -> pygame.Surface:
    """A smooth filled shape."""
    way = "M" + " L".join(f"{x:.2f} {y:.2f}" for x, y in points)
    return svg(f'<path d="{way} Z" fill="{hexed(fill)}"/>', w, h, (w, h))
