"""What the things stand in, as SVG: the evening sky, far roofs, the street's old houses, the ground."""

from typing import NamedTuple

from engine.look.neighbourhood.pen import Pen
from engine.look.things import Setting

_FAR = ("#E6D9DC", "#DDD5E0", "#D9DCE6")
_NEAR = ("#E9CDBB", "#D9C9D6", "#CFD6E2", "#E6D9B9", "#D3DBC6", "#E3C4B8")
"""Walls of houses far away and nearer, paler than anything that the game builds."""


class Look(NamedTuple):
    """A scenery: its size in units, how many of its windows are lit, and how far above its foot, in units,
    the street, the yard and the water's edge are."""

    setting: Setting
    light: int
    strong: bool
    units: tuple[int, int]
    ground: tuple[int, int, int]


def drawn(look: Look) -> str:
    """Its shapes, in its units."""
    pen, light, (w, h) = Pen(look.strong), look.light, look.units
    street, yard, edge = (h - up for up in look.ground)
    out = _sky(pen, w, h, street)
    out += _hills(pen, w, street, max(h - 280, 0))
    out += _row(pen, w, street - 6, 13, light, far=True)
    if look.setting == "residence":
        out += _slab(pen, w, street, light)
    else:
        out += _row(pen, w, street + 2, 29, light, far=False)
    return out + _ground(pen, look.setting, w, h, (street, yard, edge))


def _sky(pen: Pen, w: int, h: int, street: int) -> str:
    """Paper above, warmer towards the roofs, and a low sun."""
    if pen.strong:
        return f'<rect width="{w}" height="{h}" fill="#FFFFFF"/>'
    fades = ((0, "#FBF6EC"), (0.45, "#FCEBD0"), (0.8, "#F8D3B0"), (1, "#F2BFA6"))
    stops = "".join(f'<stop offset="{at}" stop-color="{colour}"/>' for at, colour in fades)
    ends = f'x1="0" y1="0" x2="0" y2="{street}" gradientUnits="userSpaceOnUse"'
    sky = f'<defs><linearGradient id="sky" {ends}>{stops}</linearGradient></defs>'
    sky += f'<rect width="{w}" height="{h}" fill="url(#sky)"/>'
    x, y, r = w * 0.7, street - 118 - max(h - 280, 0) * 0.18, 62
    return sky + pen.glow(x, y, min(r * 2.4, y), "sun", "#FFE7A8", 0.9) + pen.circle(x, y, r, "#FBD58A", 0)


def _hills(pen: Pen, w: int, street: int, extra: int) -> str:
    """Two lines of hills; the higher the picture, the higher they are."""
    high = 90 + extra * 0.3
    near, far = ("#F2F2F2", "#FFFFFF") if pen.strong else ("#DCCBD0", "#E7D3CD")
    line = pen.width * 0.6 if pen.strong else 0
    out = ""
    for fill, heights, steps in (
        (far, (0.7, 1.5, 0.9, 1.0, 0.8), (0.2, 0.42, 0.8)),
        (near, (0.3, 0.5, 0.62, 0.5, 0.75), (0.16, 0.36, 0.7)),
    ):
        first, bend, *tops = (street - high * share for share in heights)
        a, b, c = (w * step for step in steps)
        way = f"M0 {street} V{first:.0f} Q{a:.0f} {bend:.0f} {b:.0f} {tops[0]:.0f} "
        way += f"T{c:.0f} {tops[1]:.0f} T{w} {tops[2]:.0f} V{street} Z"
        out += pen.path(way, fill, line)
    return out


def _row(pen: Pen, w: int, foot: int, seed: int, light: int, far: bool) -> str:
    """Old houses side by side; `light` of four parts of the windows of the nearer ones are lit."""
    out, x, i = "", -20.0, 0
    while x < w:
        n = (i * 37 + seed) % 11
        wide = (54, 66, 78, 60, 92, 70)[n % 6] * (0.8 if far else 1.0)
        high = (62, 84, 104, 74, 120, 92, 66)[(n + i) % 7] * (1.25 if far else 1.0)
        out += _house(pen, (x, foot - high, wide, high), n + i, light, far)
        x += wide + (0, 0, 5, 0, 16)[n % 5]
        i += 1
    return out


def _house(pen: Pen, at: tuple[float, float, float, float], n: int, light: int, far: bool) -> str:
    x, y, w, h = at
    line = pen.width * 0.5 if pen.strong else 0
    wall = "#FFFFFF" if pen.strong else (_FAR if far else _NEAR)[n % (3 if far else 6)]
    out = pen.rect(x, y, w, h, wall, 0, line)
    if n % 3:
        roof = "#E4E4E4" if pen.strong else ("#D3C5CF" if far else ("#B98F86", "#9C9AAE")[n % 2])
        up = 14 if far else 20
        out += pen.poly([(x - 2, y), (x + w * 0.5, y - up), (x + w + 2, y)], roof, line)
    if far:
        return out
    columns = max(int(w // 24), 1)
    gap = (w - columns * 11) / (columns + 1)
    for row in range(int((h - 16) // 26)):
        for column in range(columns):
            on = (n * 5 + row * 3 + column * 7) % 9 < light * 2
            glass = "lit" if on else ("#B9BDCB" if not pen.strong else "#8A8A8A")
            out += pen.rect(x + gap + column * (11 + gap), y + 10 + row * 26, 11, 15, glass, 1, line)
    return out


def _slab(pen: Pen, w: int, street: int, light: int) -> str:
    """One long block of flats, its ground floor behind shutters until a room opens there."""
    top = street - 204
    line = pen.width * 0.6
    out = pen.rect(-6, top, w + 12, 204, "#F3E0C6" if not pen.strong else "white", 0, line)
    out += pen.rect(-6, top - 8, w + 12, 11, "#A9A3B5" if not pen.strong else "roof", 0, line)
    for i, x in enumerate(range(14, w, 58)):
        stair = i % 5 == 4
        for row in range(3):
            on = (i * 5 + row * 7) % 9 < light * 2
            glass = "lit" if on else ("#A9AFC2" if not pen.strong else "#6A6A6A")
            y = top + 14 + row * 32
            if stair:
                out += pen.rect(x + 12, y - 4, 16, 28, glass, 1, line)
            else:
                out += pen.rect(x, y, 16, 20, glass, 1, line) + pen.rect(x + 22, y, 16, 20, glass, 1, line)
                if row and (i + row) % 2:
                    out += pen.rect(x - 4, y + 15, 46, 8, "#E6CDB0" if not pen.strong else "white", 1, line)
    out += pen.rect(-6, street - 96, w + 12, 96, "#D9C6B4" if not pen.strong else "stone", 0, line)
    for x in range(10, w, 132):
        out += pen.rect(x, street - 80, 112, 80, "#BDB5BC" if not pen.strong else "#C9C9C9", 2, line)
        out += pen.lines(
            *([(x, y), (x + 112, y)] for y in range(street - 72, street, 9)),
            width=pen.width * 0.4,
            ink="steel",
        )
    return out


def _ground(pen: Pen, setting: Setting, w: int, h: int, levels: tuple[int, int, int]) -> str:
    street, _, edge = levels
    line = pen.width * 0.8
    pavement = "#EBD7B8" if not pen.strong else "white"
    out = pen.rect(-6, street, w + 12, h - street + 6, pavement, 0, line)
    if setting == "river":
        out += pen.rect(-6, edge, w + 12, h - edge + 6, "water", 0, line)
        out += pen.rect(-6, edge - 5, w + 12, 7, "stone", 0, line)
    elif setting == "residence":
        out += pen.path(
            f"M-6 {edge} Q{w * 0.25:.0f} {edge - 8} {w * 0.5:.0f} {edge} T{w + 6} {edge} V{h + 6} H-6 Z",
            "leaf",
            line,
        )
    else:
        out += pen.rect(-6, edge, w + 12, h - edge + 6, "slate", 0, line)
        out += pen.lines(
            *([(x, (edge + h) / 2), (x + 40, (edge + h) / 2)] for x in range(20, w, 90)),
            width=pen.width * 1.4,
            ink="cream",
        )
    return out
