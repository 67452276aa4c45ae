"""Decorative houses, drawn by code from a seed: a street behind a situation, bars on a scenario's card."""

import random

import pygame

from engine.look.palette import mix
from game.paint import shapes

Rgb = tuple[int, int, int]

_WALLS: tuple[Rgb, ...] = (
    (214, 177, 174),
    (227, 185, 157),
    (184, 198, 214),
    (217, 200, 163),
    (203, 189, 219),
    (190, 205, 180),
)
_WINDOW: Rgb = (246, 241, 233)
_LAMP: Rgb = (247, 224, 166)
_LEAF: Rgb = (127, 163, 110)
_TRUNK: Rgb = (112, 78, 48)


def street(seed: int, w: int, h: int, paper: Rgb, scale: float) -> pygame.Surface:
    """Three rows of houses, the farther the paler, and trees in front; on `paper`, w × h pixels."""
    dice = random.Random(seed)
    surface = pygame.Surface((w, h))
    surface.fill(paper)
    for tallest, shortest, fade in ((1.0, 0.62, 0.62), (0.75, 0.42, 0.32), (0.6, 0.3, 0.0)):
        _houses(surface, dice, (tallest, shortest, fade), paper, scale)
    _trees(surface, dice, scale)
    return surface


def _houses(
    surface: pygame.Surface, dice: random.Random, row: tuple[float, float, float], paper: Rgb, scale: float
) -> None:
    tallest, shortest, fade = row
    w, h = surface.get_size()
    x = -dice.uniform(20, 90) * scale
    while x < w:
        width = round(dice.choice((108, 130, 160, 196, 210)) * scale)
        height = round(h * dice.uniform(shortest, tallest))
        wall = mix(dice.choice(_WALLS), paper, fade)
        rect = pygame.Rect(round(x), h - height, width, height)
        surface.fill(wall, rect)
        _windows(surface, dice, rect, (paper, fade), scale)
        x += width + dice.choice((-30, 0, 12, 46, 90 if fade else 30)) * scale


def _windows(
    surface: pygame.Surface, dice: random.Random, wall: pygame.Rect, depth: tuple[Rgb, float], scale: float
) -> None:
    paper, fade = depth
    size = (round(22 * scale), round(28 * scale))
    pitch_x, pitch_y = 48 * scale, 52 * scale
    columns = max(int((wall.w - 14 * scale) // pitch_x), 1)
    margin = (wall.w - columns * pitch_x + pitch_x - size[0]) / 2
    for row in range(int((wall.h - 20 * scale) // pitch_y)):
        for column in range(columns):
            glass = mix(_LAMP if dice.random() < 0.28 else _WINDOW, paper, fade * 0.7)
            spot = pygame.Rect(
                round(wall.x + margin + column * pitch_x), round(wall.y + (20 + row * 52) * scale), *size
            )
            pygame.draw.rect(surface, glass, spot, border_radius=max(round(3 * scale), 1))


def _trees(surface: pygame.Surface, dice: random.Random, scale: float) -> None:
    w, h = surface.get_size()
    x = dice.uniform(30, 90) * scale
    while x < w:
        crown = round(dice.uniform(50, 86) * scale)
        middle = h - round(dice.uniform(34, 44) * scale)
        leaf = mix(_LEAF, (92, 130, 84), dice.random() * 0.35)
        surface.blit(shapes.disc(crown, leaf), (round(x) - crown // 2, middle - crown // 2))
        trunk = max(round(8 * scale), 2)
        surface.fill(_TRUNK, (round(x) - trunk // 2, middle + crown // 6, trunk, h - middle))
        x += dice.choice((60, 76, 120, 150, 190, 260)) * scale


def bars(seed: int, w: int, h: int, colour: Rgb, scale: float) -> pygame.Surface:
    """Blocks of one colour, lighter and darker, on that colour; w × h pixels."""
    dice = random.Random(seed)
    surface = pygame.Surface((w, h))
    surface.fill(colour)
    pitch, gap = 48 * scale, max(round(4 * scale), 1)
    x = -dice.uniform(0, 30) * scale
    while x < w:
        height = round(h * dice.choice((0.28, 0.32, 0.42, 0.48, 0.6, 0.62, 0.72, 0.8)))
        shade = dice.choice(((255, 255, 255), (255, 255, 255), (0, 0, 0)))
        block = mix(colour, shade, dice.choice((0.28, 0.55) if shade[0] else (0.14,)))
        surface.fill(block, (round(x), h - height, round(pitch) - gap, height))
        x += pitch
    return surface


def rounded_top(surface: pygame.Surface, radius: int) -> pygame.Surface:
    """The picture with its two upper corners rounded off."""
    if radius <= 0:
        return surface
    w = surface.get_width()
    out = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
    out.blit(surface, (0, 0))
    side = 2 * radius
    disc = shapes.disc(side, (255, 255, 255)).copy()
    disc.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_MAX)
    for x, corner in ((0, 0), (w - radius, radius)):
        out.blit(disc, (x, 0), (corner, 0, radius, radius), special_flags=pygame.BLEND_RGBA_MULT)
    return out
