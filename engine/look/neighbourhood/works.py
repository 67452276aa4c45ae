"""What is not finished: scaffolding, fences, string on stakes; and the tarpaulin over what was given up."""

import math

from engine.look.neighbourhood.pen import Pen


def scaffold(pen: Pen, w: float, h: float, level: int) -> str:
    """Poles and planks before a house, as high as it is built; somebody works up there."""
    top = h * (0.62 - 0.13 * level)
    poles = [6 + (w - 12) * i / 3 for i in range(4)]
    floors = [h - 34 * i for i in range(1, 8) if h - 34 * i > top - 4]
    out = pen.lines(*([(x, h - 1), (x, top - 8)] for x in poles), width=pen.width * 1.7, ink="brown")
    for i, y in enumerate(floors):
        a, b = poles[i % 3], poles[i % 3 + 1]
        out += pen.lines([(a, y + 34), (b, y)], width=pen.width, ink="brown")
        out += pen.rect(2, y, w - 4, 5, "gold", 1, pen.width * 0.8)
    if floors and level:
        out += _worker(pen, w * 0.64, floors[-1], level)
    return out


def _worker(pen: Pen, x: float, y: float, n: int) -> str:
    helmet = pen.path(
        f"M{x - 6} {y - 33.5} A6 6 0 0 1 {x + 6} {y - 33.5} H{x + 8} Z", "gold", pen.width * 0.8
    )
    return pen.person(x, y, n, 40, "up") + helmet


def fence(pen: Pen, w: float, h: float, level: int) -> str:
    """A striped barrier before what is being made on the ground."""
    out = ""
    y = h - 26
    count = max(round(w / 56), 1)
    wide = (w - 8) / count
    for i in range(count):
        x = 4 + i * wide
        out += pen.lines([(x + 8, y), (x + 4, h - 2)], [(x + wide - 8, y), (x + wide - 4, h - 2)])
        out += pen.rect(x + 1, y, wide - 3, 11, "white", 2)
        step = (wide - 3) / 4
        for j in range(0, 4, 2):
            a = x + 1 + j * step
            out += pen.poly(
                [(a + 3, y + 11), (a + step, y), (a + step * 1.7, y), (a + step * 0.9, y + 11)],
                "red",
                pen.width * 0.5,
            )
    if level:
        out += _worker(pen, w * 0.8, h - 8, level)
    return out


def stakes(pen: Pen, w: float, h: float) -> str:
    """Four stakes and a string: here something may come."""
    y = h - 20
    xs = [10 + (w - 20) * i / 3 for i in range(4)]
    out = "".join(pen.rect(x - 2.5, y - 4, 5, 22, "wood", 1, pen.width * 0.8) for x in xs)
    out += pen.lines([(x, y) for x in xs], width=pen.width, ink="red")
    at = w / 2
    out += pen.lines([(at, h - 3), (at, h - 40)], width=pen.width * 1.4)
    return (
        out
        + pen.rect(at - 15, h - 60, 30, 22, "white", 2)
        + pen.path(f"M{at - 8} {h - 45} L{at} {h - 55} L{at + 8} {h - 45} Z", "gold", pen.width * 0.8)
    )


def tarpaulin(pen: Pen, w: float, h: float, top: float) -> str:
    """A blue sheet thrown over what is left, roped, with weeds at its foot."""
    low = h - 12
    way = (
        f"M4 {low} L{w * 0.1:.1f} {top + 12:.1f} Q{w * 0.3:.1f} {top - 8:.1f} {w * 0.46:.1f} {top + 4:.1f} "
        f"Q{w * 0.7:.1f} {top - 6:.1f} {w * 0.88:.1f} {top + 14:.1f} L{w - 4:.1f} {low - 6} "
        f"Q{w * 0.86:.1f} {low + 6} {w * 0.72:.1f} {low - 4} "
        f"Q{w * 0.56:.1f} {low + 7} {w * 0.4:.1f} {low - 2} "
        f"Q{w * 0.22:.1f} {low + 8} 4 {low} Z"
    )
    out = pen.path(way, "tarp")
    folds = (
        f"M{w * 0.3:.1f} {top + 6:.1f} L{w * 0.22:.1f} {low - 8} "
        f"M{w * 0.52:.1f} {top + 10:.1f} L{w * 0.57:.1f} {low - 8} "
        f"M{w * 0.78:.1f} {top + 16:.1f} L{w * 0.8:.1f} {low - 12}"
    )
    out += pen.path(folds, "", pen.width, "fold" if not pen.strong else "ink")
    y = top + (low - top) * 0.45
    rope = f"M{w * 0.07:.1f} {y:.1f} Q{w * 0.5:.1f} {y + 14:.1f} {w * 0.93:.1f} {y:.1f}"
    out += pen.path(rope, "", pen.width * 1.1, "white" if not pen.strong else "ink")
    for x in (w * 0.12, w * 0.5, w * 0.9):
        out += pen.path(
            f"M{x:.1f} {h - 2} q-5 -8 -8 -11 M{x:.1f} {h - 2} q0 -10 2 -15 M{x:.1f} {h - 2} q5 -7 9 -9",
            "",
            pen.width,
            "deep",
        )
    return out + pen.circle(w * 0.3, h - 7, 6, "stone") + pen.circle(w * 0.7, h - 6, 5, "stone")


def rays(pen: Pen, w: float, h: float) -> str:
    """Light behind something that has just been finished, and rays over it."""
    x, y = w / 2, h * 0.64
    out = pen.glow(x, y, min(w / 2, h * 0.36), "rays", "#FFE08A", 1.0)
    for i in range(9):
        turn = math.pi * (1 + (i + 0.5) / 9)
        near, far = (w * 0.41, h * 0.46), (w * 0.47, h * (0.6 if i % 2 else 0.55))
        a, b = math.cos(turn), math.sin(turn)
        out += pen.lines(
            [(x + a * near[0], y + b * near[1]), (x + a * far[0], y + b * far[1])], width=2.6, ink="gold"
        )
    return out


def mark(pen: Pen, w: float, h: float) -> str:
    """A small arrow over something that has just changed."""
    x = w / 2
    return pen.poly([(x - 8, 3), (x + 8, 3), (x, 15)], "gold", pen.width * 0.8)
