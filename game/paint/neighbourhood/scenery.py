"""The scenery that things stand in, in pixels."""

import pygame

from engine.look.neighbourhood.scenery import Look, drawn
from game.paint import shapes
from game.paint.cache import Cache

_kept = Cache(64_000_000)


def picture(look: Look, size: tuple[int, int]) -> pygame.Surface:
    """The scenery in size[0] × size[1] pixels."""
    return _kept.get((look, size), lambda: _made(look, size))


def _made(look: Look, size: tuple[int, int]) -> pygame.Surface:
    """A little more than is asked for, and cut: an outline keeps its shape, and may be a pixel too small."""
    w, h = size[0] + 2, size[1] + 2
    whole = shapes.svg(drawn(look), w, h, (float(look.units[0]), look.units[0] * h / w)).convert(24)
    return whole.subsurface((0, 0, *size)).copy()
