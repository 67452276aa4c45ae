"""A rectangle of paper that hangs on a fold, seen in perspective: strips, each with its own light."""

import math
from dataclasses import dataclass
from typing import Literal

import pygame

Way = Literal["right", "left", "down"]
_STRIP = 14
"""Pixels of the paper that are taken as flat."""
_FLAT = 0.004
"""The angle under which it lies flat."""
_BEND = 0.3
"""How much more than its outer edge paper turns at the fold, as a share: it is stiff, and not rigid."""


@dataclass(frozen=True, slots=True)
class Hinge:
    """A fold through `at` (the corner of the paper there, in pixels), from which the paper goes `way`; seen
    by an eye above `eye`, `far` away."""

    way: Way
    at: tuple[int, int]
    eye: tuple[float, float]
    far: float


def swing(
    target: pygame.Surface,
    picture: pygame.Surface,
    hinge: Hinge,
    angle: float,
) -> None:
    """Paint `picture`, which begins at the fold, `angle` away from flat: above 0 behind, below 0 to us."""
    if abs(angle) < _FLAT:
        left = hinge.way == "left"
        flat = pygame.transform.flip(picture, True, False) if left else picture
        target.blit(flat, (hinge.at[0] - (flat.get_width() if left else 0), hinge.at[1]))
        return
    w, h = picture.get_size()
    long = h if hinge.way == "down" else w
    count = max(long // _STRIP, 8)
    spots = _profile(long, count, angle)
    for i in range(count):
        _strip(target, picture, hinge, (i * long // count, (i + 1) * long // count), spots[i : i + 2])


def _profile(long: int, count: int, angle: float) -> list[tuple[float, float]]:
    """How far from the fold, and how far from the table, the paper is after each strip."""
    spots, x, z = [(0.0, 0.0)], 0.0, 0.0
    step = long / count
    bend = _BEND * math.sin(2 * angle) / 2
    for i in range(count):
        here = angle + bend * (1 - 2 * (i + 0.5) / count)
        x, z = x + step * math.cos(here), z + step * math.sin(here)
        spots.append((x, z))
    return spots


def _strip(
    target: pygame.Surface,
    picture: pygame.Surface,
    hinge: Hinge,
    cut: tuple[int, int],
    spots: list[tuple[float, float]],
) -> None:
    (x0, z0), (x1, z1) = spots
    near, away = hinge.far / (hinge.far + z0), hinge.far / (hinge.far + z1)
    down = hinge.way == "down"
    sign = -1 if hinge.way == "left" else 1
    eye_x, eye_y = hinge.eye
    w, h = picture.get_size()
    if down:
        a, b = hinge.at[1] + x0, hinge.at[1] + x1
        p, q = eye_y + (a - eye_y) * near, eye_y + (b - eye_y) * away
        mid = (near + away) / 2
        left, right = eye_x + (hinge.at[0] - eye_x) * mid, eye_x + (hinge.at[0] + w - eye_x) * mid
        room = _room(left, min(p, q), right, max(p, q))
        part = picture.subsurface((0, cut[0], w, cut[1] - cut[0]))
    else:
        a, b = hinge.at[0] + sign * x0, hinge.at[0] + sign * x1
        p, q = eye_x + (a - eye_x) * near, eye_x + (b - eye_x) * away
        mid = (near + away) / 2
        top, low = eye_y + (hinge.at[1] - eye_y) * mid, eye_y + (hinge.at[1] + h - eye_y) * mid
        room = _room(min(p, q), top, max(p, q), low)
        part = picture.subsurface((cut[0], 0, cut[1] - cut[0], h))
        if sign < 0:
            part = pygame.transform.flip(part, True, False)
    if (q - p) * sign < 0:
        return  # its other side
    if room.w < 1 or room.h < 1 or not room.colliderect(target.get_clip()):
        return
    made = pygame.transform.smoothscale(part, room.size)
    level = _light(x1 - x0, z1 - z0)
    if level < 255:
        warm = (level, max(level - 3, 0), max(level - 10, 0))  # a shade of paper, not of grey
        made.fill(warm, special_flags=pygame.BLEND_RGB_MULT)
    target.blit(made, room)


def _room(x0: float, y0: float, x1: float, y1: float) -> pygame.Rect:
    left, top = math.floor(x0), round(y0)
    return pygame.Rect(left, top, math.ceil(x1) - left, round(y1) - top)


def _light(dx: float, dz: float) -> int:
    """The light on a strip: full where it lies flat, least where it stands on edge."""
    flat = abs(dx) / max(math.hypot(dx, dz), 1e-6)
    level = 0.62 + 0.38 * flat if dz > 0 else 0.84 + 0.16 * flat
    return round(255 * level)
