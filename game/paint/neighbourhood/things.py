"""One thing in one state, as a small picture: made once for each size, and kept."""

import pygame

from engine.look.neighbourhood import works
from engine.look.neighbourhood.pen import PALE, PAPER, Pen
from engine.look.neighbourhood.whole import box, standing
from engine.look.things import LEVELS, THINGS, Standing
from game.paint import shapes
from game.paint.cache import Cache

Size = tuple[int, int]
_kept = Cache(48_000_000)


def picture(kind: str, state: Standing, level: int, strong: bool, size: Size) -> pygame.Surface:
    """A thing of the vocabulary in size[0] × size[1] pixels, with an alpha channel; nothing where it is
    absent. Anything the same gives the same picture."""
    key = (kind, state, level, strong, size)
    return _kept.get(key, lambda: _made(kind, state, level, Pen(strong), size))


def fresh(done: bool, strong: bool, size: Size) -> pygame.Surface:
    """What draws the eye to a thing that has just changed, in size[0] × size[1] pixels."""
    units = (100.0 * size[0] / size[1], 100.0)
    draw = works.rays if done else works.mark
    return _svg(draw(Pen(strong), *units), size, units)


def _made(kind: str, state: Standing, level: int, pen: Pen, size: Size) -> pygame.Surface:
    if state == "absent":
        return pygame.Surface(size, pygame.SRCALPHA)
    w, h = box(kind, size)
    if state == "standing":
        return _svg(standing(kind, pen, w, level), size, (w, h))
    whole = _svg(standing(kind, pen, w, LEVELS), size, (w, h))
    if state == "lapsed":
        return _given_up(kind, pen, whole, (w, h))
    return _under_way(kind, pen, whole, (w, h), level)


def _svg(markup: str, size: Size, units: tuple[float, float]) -> pygame.Surface:
    return shapes.svg(markup, *size, units)


def _under_way(
    kind: str, pen: Pen, whole: pygame.Surface, units: tuple[float, float], level: int
) -> pygame.Surface:
    """What is built of it, the rest as a ghost, and the works before it."""
    w, h = whole.get_size()
    out = pygame.Surface((w, h), pygame.SRCALPHA)
    out.blit(_pale(whole, pen), (0, 0))
    upright = THINGS[kind].row == "house"
    if level:
        done = round((h if upright else w) * (0.2 + 0.2 * level))
        part = pygame.Rect(0, h - done, w, done) if upright else pygame.Rect(0, 0, done, h)
        out.fill((0, 0, 0, 0), part)
        out.blit(whole, part, part)
    if not level:
        markup = works.stakes(pen, *units) if THINGS[kind].w else works.fence(pen, *units, 0)
    elif upright:
        markup = works.scaffold(pen, *units, level)
    else:
        markup = works.fence(pen, *units, level)
    out.blit(_svg(markup, (w, h), units), (0, 0))
    return out


def _pale(whole: pygame.Surface, pen: Pen) -> pygame.Surface:
    """The same as a sketch on paper."""
    made = whole.copy()
    share = round(255 * PALE)
    made.fill((share, share, share, 255), special_flags=pygame.BLEND_RGBA_MULT)
    paper = (round(value * (1 - PALE)) for value in PAPER[pen.strong])
    made.fill((*paper, 0), special_flags=pygame.BLEND_RGBA_ADD)
    return made


def _given_up(kind: str, pen: Pen, whole: pygame.Surface, units: tuple[float, float]) -> pygame.Surface:
    """A grey sketch of it under a sheet."""
    out = _pale(pygame.transform.grayscale(whole), pen)
    top = units[1] * (0.4 if THINGS[kind].row == "house" else 0.34)
    out.blit(_svg(works.tarpaulin(pen, *units, top), whole.get_size(), units), (0, 0))
    return out
