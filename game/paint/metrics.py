"""Type measured by the very fonts that paint it, at the real pixel size."""

import io
from functools import lru_cache

import pygame

from engine.look.fonts import content, spans
from game.kit.layout import Canvas
from game.kit.theme import Theme


@lru_cache(maxsize=256)
def font(name: str, pixels: int) -> pygame.font.Font:
    """The font of game/fonts in `pixels` per em. Needs no window."""
    if not pygame.font.get_init():
        pygame.font.init()
    return pygame.font.Font(io.BytesIO(content(name)), pixels)


def letters_width(text: str, name: str, pixels: int) -> int:
    """Advance of letters in real pixels, each set in the font that has it."""
    return sum(font(face, pixels).size(part)[0] for part, face in spans(text, name))


def pixel_size(size: float, scale: float) -> int:
    """Whole pixels per em of a logical size: never smaller than asked, but for a rounding."""
    return max(round(size * scale), 1)


def finer(pixels: int) -> int:
    """How many times larger type is set before it is reduced: whole-pixel advances show in small type."""
    return 2 if pixels < 44 else 1


REMEMBERED = 50_000
"""Widths kept: several sessions' words."""


class FontMetrics:
    """Metrics at `scale` real pixels for a logical one."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self._widths: dict[tuple[str, str, int], float] = {}

    def width(self, text: str, font_name: str, size: float) -> float:
        asked = (text, font_name, pixel_size(size, self.scale))
        known = self._widths.get(asked)
        if known is None:
            fine = finer(asked[2])
            known = letters_width(text, font_name, asked[2] * fine) / fine / self.scale
            if len(self._widths) >= REMEMBERED:
                self._widths.clear()
            self._widths[asked] = known
        return known

    def ascent(self, font_name: str, size: float) -> float:
        pixels = pixel_size(size, self.scale)
        return font(font_name, pixels * finer(pixels)).get_ascent() / finer(pixels) / self.scale

    def height(self, font_name: str, size: float) -> float:
        pixels = pixel_size(size, self.scale)
        return font(font_name, pixels * finer(pixels)).get_height() / finer(pixels) / self.scale


@lru_cache(maxsize=8)
def _metrics(scale: float) -> FontMetrics:
    return FontMetrics(scale)


def canvas(pixels: tuple[int, int], theme: Theme | None = None) -> Canvas:
    """A canvas for a window (or a picture) of so many real pixels."""
    made = Canvas(pixels, theme or Theme(), _metrics(0.0))
    return Canvas(pixels, made.theme, _metrics(made.scale))
