"""What paper looks like: its fibres, the light on its creases, the shadow it casts. In real pixels."""

import math
import random
from collections.abc import Callable
from functools import lru_cache

import pygame

from game.kit.folding import ACROSS, COVER, DOWN, PaperArt
from game.kit.nodes import Node
from game.paint.cache import Cache

_pages = Cache(160_000_000)
_shadows = Cache(24_000_000)
_GRAIN = 192
"""Pixels of the side of the grain, which is laid edge to edge."""
_CREASE = 46.0
"""Logical pixels on each side of a fold that do not lie quite flat."""

Draw = Callable[[pygame.Surface, Node], None]


@lru_cache(maxsize=1)
def _grain() -> pygame.Surface:
    """Fibres to multiply paper with: fine ones, and clouds that repeat without a seam."""
    dice = random.Random(20)
    fine = bytes(
        value for _ in range(_GRAIN * _GRAIN) for value in [dice.choice((251, 253, 255, 255, 255))] * 3
    )
    grain = pygame.image.frombytes(fine, (_GRAIN, _GRAIN), "RGB")
    coarse = bytes(value for _ in range(12 * 12) for value in [dice.randrange(253, 256)] * 3)
    cloud = pygame.image.frombytes(coarse, (12, 12), "RGB")
    tiled = pygame.Surface((36, 36), 0, 24)
    for x in (0, 12, 24):
        for y in (0, 12, 24):
            tiled.blit(cloud, (x, y))
    large = pygame.transform.smoothscale(tiled, (3 * _GRAIN, 3 * _GRAIN))
    grain.blit(large, (0, 0), (_GRAIN, _GRAIN, _GRAIN, _GRAIN), special_flags=pygame.BLEND_MULT)
    return grain


def page(
    art: PaperArt, cell: int, scale: float, draw: Draw, written: bool = True, version: int = 0
) -> pygame.Surface:
    """A panel of the sheet at full size: its paper, and what is written on it; drawn anew where `version` is
    another one."""
    nodes = art.writing(cell) if written else ()
    size = (round(art.panel[0] * scale), round(art.panel[1] * scale))
    asked = (size, cell, art.side, art.paper, art.line, art.strong, nodes, version)
    return _pages.get(asked, lambda: _page(art, cell, scale, draw, nodes, size))


def reduced(picture: pygame.Surface, size: tuple[int, int], key: object) -> pygame.Surface:
    """A page smaller than it is, kept."""
    return _pages.get(("reduced", key, size), lambda: pygame.transform.smoothscale(picture, size))


def _page(
    art: PaperArt, cell: int, scale: float, draw: Draw, nodes: tuple[Node, ...], size: tuple[int, int]
) -> pygame.Surface:
    made = blank(art, cell, scale, size)
    for node in nodes:
        draw(made, node)
    return made


def blank(art: PaperArt, cell: int, scale: float, size: tuple[int, int]) -> pygame.Surface:
    """Paper with nothing on it. The light comes from the upper left: what a fold turns away is darker."""
    made = pygame.Surface(size, 0, 32)
    made.fill(art.paper)
    column, row = cell % ACROSS, cell // ACROSS
    if art.strong:
        _lines(made, art, scale)
        return made
    for x in range(0, size[0], _GRAIN):
        for y in range(0, size[1], _GRAIN):
            made.blit(_grain(), (x, y), special_flags=pygame.BLEND_MULT)
    if cell == COVER:
        return made
    wide, high = round(_CREASE * scale), round(_CREASE * scale)
    _shade(made, _slope(column, ACROSS, size[0], wide), upright=True)
    _shade(made, _slope(row, DOWN, size[1], high), upright=False)
    return made


def _slope(i: int, of: int, length: int, soft: int) -> list[float]:
    """The light along a panel between two folds: a slight tilt, darker towards the fold after it, a hair-line
    in the fold itself."""
    tilted = i % 2 == 1
    light = []
    for x in range(length):
        level = 1.0 - (0.022 * (1 - x / length) if tilted else 0.014 * x / length)
        if i < of - 1:
            level -= 0.085 * math.exp(-(length - 1 - x) / (0.3 * soft))
        if i:
            level -= 0.05 * math.exp(-x / (0.12 * soft))
        light.append(level)
    return light


def _shade(made: pygame.Surface, light: list[float], upright: bool) -> None:
    levels = bytes(value for level in light for value in [max(min(round(255 * level), 255), 0)] * 3)
    line = pygame.image.frombytes(levels, (len(light), 1) if upright else (1, len(light)), "RGB")
    made.blit(pygame.transform.scale(line, made.get_size()), (0, 0), special_flags=pygame.BLEND_MULT)


def _lines(made: pygame.Surface, art: PaperArt, scale: float) -> None:
    """In high contrast, folds and edges are lines."""
    w, h = made.get_size()
    thick = max(round(2 * scale), 1)
    pygame.draw.rect(made, art.line, (0, 0, w, h), thick)


def back(art: PaperArt, scale: float) -> pygame.Surface:
    """The other side of a panel while it is turned: paper, nothing on it yet."""
    size = (round(art.panel[0] * scale), round(art.panel[1] * scale))
    return _pages.get((size, "back", art.paper, art.strong), lambda: blank(art, COVER, scale, size))


def shadow(target: pygame.Surface, room: pygame.Rect, soft: int, strength: float) -> None:
    """A soft shadow of a rectangle, its edges `soft` pixels wide, 0 to 1 dark."""
    if strength <= 0.01 or room.w < 2 or room.h < 2:
        return
    whole = room.inflate(2 * soft, 2 * soft)
    small = (max(min(whole.w // 4, 480), 8), max(min(whole.h // 4, 300), 8))
    step = 24
    asked = (small, soft * small[0] // whole.w, soft * small[1] // whole.h, round(strength * step))
    cast = _shadows.get(asked, lambda: _soft(*asked[:3], strength))
    target.blit(pygame.transform.smoothscale(cast, whole.size), whole)


def _soft(size: tuple[int, int], dx: int, dy: int, strength: float) -> pygame.Surface:
    """Black whose transparency rises smoothly from the edges."""
    made = pygame.Surface(size, pygame.SRCALPHA)
    across, down = _rise(size[0], 2 * max(dx, 1)), _rise(size[1], 2 * max(dy, 1))
    rows = (
        bytes(part for level in across for part in (24, 18, 8, round(255 * strength * level * height)))
        for height in down
    )
    made.blit(pygame.image.frombytes(b"".join(rows), size, "RGBA"), (0, 0))
    return made


def _rise(length: int, edge: int) -> list[float]:
    out = []
    for i in range(length):
        share = min(min(i, length - 1 - i) / edge, 1.0)
        out.append(share * share * (3 - 2 * share))
    return out
