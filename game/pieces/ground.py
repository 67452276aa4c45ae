"""A square seen from above: parts of its ground that are worn, behind a hoarding, or new; each as a drawing
in logical pixels that words and signs stand on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, sin, tau
from typing import Literal

from engine.look.palette import mix
from game.kit import Fit, Rect
from game.kit.nodes import Rgb
from game.pieces.signs import hexed

State = Literal["old", "site", "new"]

BAND = 17.0
"""Logical width of a hoarding's boards."""
_STRIPE = 30.0
"""Logical length of a red board and a white one."""
_POST = 240.0
_SLAB = 46.0
_ROUND = 6.0

Spot = tuple[float, float]


@dataclass(frozen=True)
class Soils:
    """The colours of a ground in a theme."""

    slab: Rgb
    joint: Rgb
    hole: Rgb
    weed: Rgb
    earth: Rgb
    track: Rgb
    heap: Rgb
    fresh: Rgb
    seam: Rgb
    lawn: Rgb
    leaf: Rgb
    wood: Rgb
    board: Rgb
    white: Rgb
    ink: Rgb
    firm: Rgb
    machine: Rgb

    @staticmethod
    def of(fit: Fit) -> "Soils":
        strong, ink = fit.theme.high_contrast, fit.colour("ink")
        if strong:
            white, grey, line = fit.colour("panel"), fit.colour("track"), fit.colour("line")
            soft, kept = fit.colour("kept_soft"), fit.colour("kept")
            return Soils(
                grey, line, line, line, white, grey, grey, soft, kept, white, kept, ink, fit.colour("broken"),
                white, ink, kept, fit.colour("gold"),
            )  # fmt: skip
        return Soils(
            (221, 213, 200), (193, 183, 167), (176, 158, 134), (139, 156, 104), (222, 190, 150),
            (199, 163, 120), (238, 214, 180), (240, 246, 236), (205, 224, 210), (190, 219, 171),
            (92, 147, 86), (186, 141, 88), fit.colour("broken"), (255, 252, 246), ink, fit.colour("kept"),
            fit.colour("gold"),
        )  # fmt: skip


def under(fit: Fit, state: State) -> Rgb:
    """The colour that words on such a ground stand on."""
    soils = Soils.of(fit)
    return {"old": soils.slab, "site": soils.earth, "new": soils.fresh}[state]


def drawn(fit: Fit, state: State, w: float, h: float, seed: int, open_: Rect) -> str:
    """A part of the ground of w × h, as SVG. Nothing that is not flat is drawn in the room `open_`."""
    soils = Soils.of(fit)
    if state == "site":
        return _site(fit, soils, w, h, seed, open_)
    if state == "new":
        return _new(fit, soils, w, h, seed, open_)
    return _old(fit, soils, w, h, seed)


def _chance(*numbers: int) -> float:
    """From 0 to 1, always the same for the same numbers."""
    mixed = 2166136261
    for n in numbers:
        mixed = (mixed ^ (n + 97)) * 16777619 % 4294967296
        mixed ^= mixed >> 13
    return (mixed * 2654435761 % 4294967296) / 4294967296


def _box(rect: Rect, fill: Rgb, radius: float = 0.0, more: str = "") -> str:
    x, y, w, h = rect
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{radius:.1f}" '
        f'fill="{hexed(fill)}" {more}/>'
    )


def _disc(x: float, y: float, r: float, fill: Rgb, more: str = "") -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{hexed(fill)}" {more}/>'


def _shape(points: Sequence[Spot], fill: Rgb) -> str:
    ends = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polygon points="{ends}" fill="{hexed(fill)}"/>'


def _line(points: Sequence[Spot], colour: Rgb, width: float, more: str = "") -> str:
    ends = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    round_ = 'stroke-linecap="round" stroke-linejoin="round"'
    return (
        f'<polyline points="{ends}" fill="none" stroke="{hexed(colour)}" stroke-width="{width}" '
        f"{round_} {more}/>"
    )


def _slabs(w: float, h: float, side: float) -> Iterator[tuple[int, int, Rect]]:
    """Slabs in rows, every second one shifted by half: row, place, where."""
    down = max(round(h / side), 1)
    high = h / down
    for i in range(down):
        x, j = (-side / 2 if i % 2 else 0.0), 0
        while x < w - 1:
            left, right = max(x, 0.0), min(x + side, w)
            if right - left > 1:
                yield i, j, Rect(left, i * high, right - left, high)
            x, j = x + side, j + 1


# ---- As it was ------------------------------------------------------------------------------------------


def _old(fit: Fit, soils: Soils, w: float, h: float, seed: int) -> str:
    """Worn paving: slabs of several greys, some gone, weeds in the joints, a crack."""
    out = _box(Rect(0, 0, w, h), soils.joint, _ROUND)
    strong = fit.theme.high_contrast
    for i, j, slab in _slabs(w, h, _SLAB):
        luck = _chance(seed, i, j)
        shade = soils.slab if strong else mix(soils.slab, soils.joint, (luck - 0.5) * 0.5 + 0.1)
        if luck > 0.955 and not strong:
            shade = soils.hole
        out += _box(slab.inset(1.2), shade, 2.5)
        if 0.07 < luck < 0.12 and not strong:
            out += _weed(slab.right, slab.bottom, soils.weed)
    return out if strong else out + _crack(w, h, seed, mix(soils.hole, soils.ink, 0.25))


def _weed(x: float, y: float, green: Rgb) -> str:
    out = ""
    for dx, dy in ((-7, -8), (-1, -11), (6, -8)):
        out += _line([(x, y), (x + dx, y + dy)], green, 2.6)
    return out


def _crack(w: float, h: float, seed: int, colour: Rgb) -> str:
    """A crack that goes down across the slabs."""
    x, y, out = w * (0.62 + 0.25 * _chance(seed, 5)), 2.0, []
    n = 0
    while y < h * 0.62:
        out.append((x, y))
        x += (_chance(seed, 6, n) - 0.4) * 30
        y += 9 + _chance(seed, 7, n) * 14
        n += 1
    return _line(out, colour, 2.2) if len(out) > 1 else ""


# ---- Behind a hoarding ----------------------------------------------------------------------------------


def _site(fit: Fit, soils: Soils, w: float, h: float, seed: int, open_: Rect) -> str:
    """Dug earth with the tracks of a machine, and what lies there; red and white boards round it all."""
    out = _box(Rect(0, 0, w, h), soils.earth, _ROUND)
    if not fit.theme.high_contrast:
        out += _tracks(soils, w, h, seed) + _lying(soils, w, h, seed, open_)
    return out + hoarding(soils, Rect(0, 0, w, h))


def _tracks(soils: Soils, w: float, h: float, seed: int) -> str:
    """Two bands of treads, and clods."""
    out, at = "", h * (0.3 + 0.4 * _chance(seed, 2))
    for side in (0.0, 26.0):
        x = BAND + 8
        while x < w - BAND - 12:
            y = at + side + sin(x / 90 + seed) * h * 0.14
            if BAND < y < h - BAND - 12:
                out += _box(Rect(x, y, 6.0, 13.0), soils.track, 2.0)
            x += 13
    for n in range(int(w * h / 5200)):
        x, y = _chance(seed, n, 31) * (w - 60) + 30, _chance(seed, n, 32) * (h - 60) + 30
        out += _disc(x, y, 2.2 + 3 * _chance(seed, n, 33), soils.track if n % 2 else soils.heap)
    return out


def _lying(soils: Soils, w: float, h: float, seed: int, open_: Rect) -> str:
    """A machine, a heap, new slabs in piles: round what must stay open, where there is room."""
    below, right, left = h - BAND - open_.bottom, w - BAND - open_.right, open_.x - BAND
    out, high = "", h - 2 * BAND
    if below > 84 and below > right:
        size, y = min(below / 122, w / 380, 1.7), open_.bottom + below / 2 + 2
        out += digger(soils, w - BAND - 92 * size, y, size)
        out += _heap(soils, BAND + 52 * size, y, 36 * size)
        return out + _pile(soils, BAND + 104 * size, y - 10 * size, size)
    if right > 92:
        size = min(right / 156, high / 118, 1.7)
        out += digger(soils, w - BAND - right / 2 - 6 * size, h / 2, size)
    if left > 64:
        size, x = min(left / 92, high / 132, 1.6), BAND + left / 2
        out += _heap(soils, x, h / 2 - 26 * size, 32 * size)
        out += _pile(soils, x - 24 * size, h / 2 + 24 * size, size)
    return out


def _heap(soils: Soils, x: float, y: float, r: float) -> str:
    """Sand, from above."""
    out = _disc(x + 2, y + 4, r, soils.track)
    for share in (1.0, 0.72, 0.42):
        out += _disc(x, y, r * share, mix(soils.heap, soils.white, 0.5 * (1 - share)))
    return out


def _pile(soils: Soils, x: float, y: float, size: float) -> str:
    """Slabs that wait to be laid."""
    out, side = "", 21 * size
    for i in range(2):
        spot = Rect(x + i * (side + 4), y, side, side)
        out += _box(spot.moved(3, 4), soils.track, 2.0) + _box(spot, soils.white, 2.0)
        out += _box(Rect(spot.x, spot.y + side / 2 - 1, side, 2.0), soils.joint)
        out += _box(Rect(spot.x + side / 2 - 1, spot.y, 2.0, side), soils.joint)
    return out


def digger(soils: Soils, x: float, y: float, size: float) -> str:
    """An excavator from above, its bucket to the upper right; 150 × 118 across at size 1."""
    dark = mix(soils.machine, soils.ink, 0.28)
    parts = [
        _box(Rect(-58, -40, 92, 20), soils.ink, 6.0),
        _box(Rect(-58, 20, 92, 20), soils.ink, 6.0),
        *(
            _box(Rect(-54 + i * 12, y0, 4, 20), mix(soils.ink, soils.white, 0.3))
            for i in range(8)
            for y0 in (-40, 20)
        ),
        _box(Rect(-48, -29, 74, 58), soils.machine, 9.0),
        _box(Rect(-48, -29, 20, 58), dark, 8.0),
        _box(
            Rect(-14, 0, 32, 24),
            mix(soils.white, (130, 170, 200), 0.45),
            5.0,
            f'stroke="{hexed(dark)}" stroke-width="3"',
        ),
        _line([(6, -12), (44, -26), (58, -40)], dark, 13),
        _line([(6, -12), (44, -26), (58, -40)], soils.machine, 8),
        _shape([(50, -52), (74, -40), (68, -24), (48, -34)], soils.ink),
    ]
    return f'<g transform="translate({x:.1f} {y:.1f}) scale({size:.2f})">{"".join(parts)}</g>'


def hoarding(soils: Soils, rect: Rect, band: float = BAND) -> str:
    """Boards round a rectangle, red and white by turns, on posts."""
    x, y, w, h = rect
    out = ""
    for side in (Rect(x, y, w, band), Rect(x, y + h - band, w, band)):
        out += boards(soils, side)
    for side in (Rect(x, y, band, h), Rect(x + w - band, y, band, h)):
        out += boards(soils, side, True)
    edge = f'fill="none" stroke="{hexed(soils.ink)}" stroke-width="2.4"'
    for side in (rect.inset(1.2), rect.inset(band)):
        out += f'<rect x="{side.x:.1f}" y="{side.y:.1f}" width="{side.w:.1f}" height="{side.h:.1f}" {edge}/>'
    return out + "".join(_box(post, soils.ink, 3.0) for post in _posts(rect, band))


def _posts(rect: Rect, band: float) -> Iterator[Rect]:
    """The feet of a hoarding: at its corners, and between them."""
    side = band + 3
    across, down = (max(round(length / _POST), 1) for length in (rect.w, rect.h))
    for i in range(across + 1):
        for j in range(down + 1):
            if i in (0, across) or j in (0, down):
                x = rect.x + (rect.w - band) * i / across - 1.5
                y = rect.y + (rect.h - band) * j / down - 1.5
                x, y = min(max(x, rect.x), rect.right - side), min(max(y, rect.y), rect.bottom - side)
                yield Rect(x, y, side, side)


def boards(soils: Soils, rect: Rect, upright: bool = False) -> str:
    """Slanting stripes, red and white by turns, within a band."""
    x, y, w, h = rect
    long, thick = (h, w) if upright else (w, h)
    out = _box(rect, soils.white)
    count = max(round(long / _STRIPE), 1)
    step = long / count
    for k in range(-1, count + 1):
        stripe = [
            (k * step, thick),
            (k * step + step / 2, thick),
            (k * step + step / 2 + thick, 0.0),
            (k * step + thick, 0.0),
        ]
        cut = _between(stripe, 0.0, long)
        if len(cut) > 2:
            placed = [(x + b, y + a) if upright else (x + a, y + b) for a, b in cut]
            out += _shape(placed, soils.board)
    return out


def _between(points: Sequence[Spot], low: float, high: float) -> list[Spot]:
    """What of a shape lies between two upright lines."""
    for limit, sign in ((low, 1.0), (high, -1.0)):
        kept: list[Spot] = []
        for (ax, ay), (bx, by) in zip(points, [*points[1:], *points[:1]], strict=True):
            a, b = sign * (ax - limit), sign * (bx - limit)
            if a >= 0:
                kept.append((ax, ay))
            if (a >= 0) != (b >= 0):
                kept.append((limit, ay + (by - ay) * a / (a - b)))
        points = kept
        if not points:
            return []
    return list(points)


# ---- New ------------------------------------------------------------------------------------------------


def _new(fit: Fit, soils: Soils, w: float, h: float, seed: int, open_: Rect) -> str:
    """Fresh paving, with trees, lawn and benches at either side of what must stay open."""
    strong = fit.theme.high_contrast
    out = _box(Rect(0, 0, w, h), soils.seam)  # square, as the hoarding that it comes after
    for _, _, slab in _slabs(w, h, _SLAB * 1.3):
        out += _box(slab.inset(0.0 if strong else 1.0), soils.fresh, 2.5)
    beneath = h - open_.bottom
    if beneath > 80 and beneath > open_.x:
        out += _garden(soils, Rect(0, open_.bottom, w, beneath).inset(10.0), seed, strong)
    for n, (x, wide) in enumerate(((0.0, open_.x), (open_.right, w - open_.right))):
        if wide > 54 and not (beneath > 80 and beneath > open_.x):
            out += _garden(soils, Rect(x, 0, wide, h).inset(10.0), seed + n, strong)
    rim = f'fill="none" stroke="{hexed(soils.firm)}" stroke-width="5"'
    return out + f'<rect x="2.5" y="2.5" width="{w - 5:.1f}" height="{h - 5:.1f}" {rim}/>'


def _garden(soils: Soils, spot: Rect, seed: int, strong: bool) -> str:
    """A lawn with trees along it, and a bench between two where there is room."""
    out = _box(spot, soils.lawn, 16.0)
    long, thick = max(spot.w, spot.h), min(spot.w, spot.h)
    r = min(thick * 0.36, 40.0)
    count = max(int(long // (r * 2.5)), 1)
    for i in range(count):
        along = long * (i + 0.5) / count
        across = thick / 2 + (_chance(seed, i, 3) - 0.5) * (thick - 2.3 * r)
        x, y = (along, across) if spot.w > spot.h else (across, along)
        if count > 3 and i % 3 == 1:
            out += _bench(soils, spot.x + x, spot.y + y, r, spot.w > spot.h)
        else:
            out += tree(soils, spot.x + x, spot.y + y, r * (0.86 + 0.2 * _chance(seed, i, 4)), strong)
    return out


def _bench(soils: Soils, x: float, y: float, r: float, across: bool) -> str:
    """A bench from above: three boards."""
    out = ""
    for k in (-1, 0, 1):
        board = Rect(-r * 0.8, k * r * 0.3 - r * 0.11, r * 1.6, r * 0.22)
        if not across:
            board = Rect(board.y, board.x, board.h, board.w)
        out += _box(board.moved(x, y), soils.wood, 2.0)
    return out


def tree(soils: Soils, x: float, y: float, r: float, strong: bool = False) -> str:
    """A tree from above: leaves, and light on them."""
    light = mix(soils.leaf, (255, 246, 200), 0.34)
    out = "" if strong else _disc(x + r * 0.12, y + r * 0.16, r, mix(soils.lawn, soils.ink, 0.2))
    for i in range(7):
        a = tau * i / 7
        out += _disc(x + cos(a) * r * 0.5, y + sin(a) * r * 0.5, r * 0.5, soils.leaf)
    return out + _disc(x, y, r * 0.55, soils.leaf) + _disc(x - r * 0.22, y - r * 0.25, r * 0.4, light)


# ---- Round it -------------------------------------------------------------------------------------------


def town(fit: Fit, w: float, h: float, side: float, top: float) -> str:
    """What stands round a square of w × h: streets, roofs `side` deep at both ends, and `top` along it."""
    soils, strong = Soils.of(fit), fit.theme.high_contrast
    street = fit.colour("panel") if strong else mix(fit.colour("line"), fit.colour("quiet"), 0.12)
    out = _box(Rect(0, 0, w, h), street, 20.0)
    if strong:
        edge = f'fill="none" stroke="{hexed(soils.ink)}" stroke-width="3"'
        return out + f'<rect x="1.5" y="1.5" width="{w - 3:.1f}" height="{h - 3:.1f}" rx="19" {edge}/>'
    for n, x in enumerate((0.0, w - side)):
        out += _roofs(fit, Rect(x, 0, side, h), n * 7, True)
    if top:
        for n, y in enumerate((0.0, h - top)):
            out += _roofs(fit, Rect(side + 14, y, w - 2 * side - 28, top), 20 + n * 9, False)
    return out


_ROOFS = ((178, 98, 66), (205, 146, 84), (150, 132, 120), (166, 84, 58), (122, 132, 148), (190, 116, 74))


def _roofs(fit: Fit, rect: Rect, seed: int, upright: bool) -> str:
    """Houses side by side, each a roof of two slopes with a chimney."""
    out = ""
    long = rect.h if upright else rect.w
    count = max(round(long / 104), 1)
    edges = [
        long * (i + (0 if i in (0, count) else (_chance(seed, i) - 0.5) * 0.3)) / count
        for i in range(count + 1)
    ]
    for i, (a, b) in enumerate(pairwise(edges)):
        colour = mix(_ROOFS[int(_chance(seed, i, 9) * 6) % 6], fit.colour("sand"), 0.22)
        dark = mix(colour, fit.colour("ink"), 0.16)
        if upright:
            roof = Rect(rect.x, rect.y + a + 2, rect.w, b - a - 4)
            half = Rect(roof.x, roof.y, roof.w / 2, roof.h)
        else:
            roof = Rect(rect.x + a + 2, rect.y, b - a - 4, rect.h)
            half = Rect(roof.x, roof.y, roof.w, roof.h / 2)
        radius = 14.0 if min(i, count - 1 - i) == 0 and upright else 4.0
        out += _box(roof, colour, radius) + _box(half, dark, radius)
        cx, cy = roof.x + roof.w * 0.62, roof.y + roof.h * (0.3 + 0.4 * _chance(seed, i, 8))
        out += _box(Rect(cx, cy, 9, 9), mix(colour, (255, 255, 255), 0.4), 2.0)
    return out
