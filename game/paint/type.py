"""Lines of text: letters by the fonts, symbols by shapes, each line made once."""

import pygame

from engine.look.fonts import spans
from game.kit.nodes import Rgb, Run, StampMark, Text
from game.kit.words import SYMBOLS, parts
from game.paint import shapes
from game.paint.cache import Cache
from game.paint.metrics import finer, font, letters_width, pixel_size

_cache = Cache(56_000_000)


def line(runs: tuple[Run, ...], pixels: int) -> tuple[pygame.Surface, int]:
    """The picture of a line on a transparent ground, and the height of its baseline in it."""
    fine = finer(pixels)
    ascent = max(font(run.font, pixels * fine).get_ascent() for run in runs)
    return _cache.get((runs, pixels), lambda: _make(runs, pixels, ascent)), -(-ascent // fine)


def _make(runs: tuple[Run, ...], pixels: int, ascent: int) -> pygame.Surface:
    """Set large, then reduced; the ground is padded so that the baseline falls between two pixels."""
    fine = finer(pixels)
    large = pixels * fine
    pieces = [(piece, run) for run in runs for piece in parts(run.text)]
    widths = [_width(piece, run.font, large) for piece, run in pieces]
    top = -ascent % fine
    height = top + max(font(run.font, large).get_height() for run in runs)
    size = (-(-max(sum(widths), 1) // fine), -(-height // fine))
    surface = pygame.Surface((size[0] * fine, size[1] * fine), pygame.SRCALPHA)
    surface.fill((*runs[0].colour, 0))
    x = 0
    for (piece, run), width in zip(pieces, widths, strict=True):
        if piece in SYMBOLS:
            sign = shapes.symbol(piece, SYMBOLS[piece], large, run.colour, not run.font.endswith("400"))
            surface.blit(sign, (x, top + ascent - round(large * 0.84)))
        else:
            _set(surface, piece, run, large, (x, top + ascent))
        x += width
    return pygame.transform.smoothscale(surface, size) if fine > 1 else surface


def _width(piece: str, name: str, pixels: int) -> int:
    return round(SYMBOLS[piece] * pixels) if piece in SYMBOLS else letters_width(piece, name, pixels)


def _set(surface: pygame.Surface, piece: str, run: Run, pixels: int, corner: tuple[int, int]) -> None:
    """Letters from a point of the baseline on, each in the font that has it."""
    x, baseline = corner
    for part, face in spans(piece, run.font):
        letters = font(face, pixels)
        surface.blit(letters.render(part, True, run.colour), (x, baseline - letters.get_ascent()))
        x += letters.size(part)[0]


def paint_text(target: pygame.Surface, text: Text, scale: float, x: float, y: float) -> None:
    """Draw a line whose rect's corner is at (x, y) in real pixels."""
    pixels = pixel_size(text.size, scale)
    picture, ascent = line(text.runs, pixels)
    if text.turned:
        left = round(x + text.baseline * scale) - ascent
        target.blit(_turned(text.runs, pixels), (left, round(y)))
        return
    top = round(y + text.baseline * scale) - ascent
    if text.halo is not None:
        rim = max(round(pixels * 0.14), 2)
        target.blit(_haloed(text.runs, pixels, text.halo, rim), (round(x) - rim, top - rim))
        return
    target.blit(picture, (round(x), top))


def _turned(runs: tuple[Run, ...], pixels: int) -> pygame.Surface:
    return _cache.get((runs, pixels, "turned"), lambda: pygame.transform.rotate(line(runs, pixels)[0], 90))


def _haloed(runs: tuple[Run, ...], pixels: int, halo: Rgb, rim: int) -> pygame.Surface:
    """Letters with a rim, so that they can be read over lines that cross them."""

    def make() -> pygame.Surface:
        plain, _ = line(runs, pixels)
        pale = line(tuple(Run(run.text, run.font, halo) for run in runs), pixels)[0]
        surface = pygame.Surface((plain.get_width() + 2 * rim, plain.get_height() + 2 * rim), pygame.SRCALPHA)
        surface.fill((*halo, 0))
        for dx in range(-rim, rim + 1):
            for dy in range(-rim, rim + 1):
                if dx * dx + dy * dy <= rim * rim:
                    surface.blit(pale, (rim + dx, rim + dy))
        surface.blit(plain, (rim, rim))
        return surface

    return _cache.get((runs, pixels, halo), make)


def stamp(mark: StampMark, scale: float) -> pygame.Surface:
    """A word in a frame, both tilted; drawn large and turned, so that its edges are smooth."""
    pixels = pixel_size(mark.size, scale)
    return _cache.get((mark.text, mark.font, pixels, mark.colour, mark.tilt), lambda: _stamp(mark, pixels))


def _stamp(mark: StampMark, pixels: int) -> pygame.Surface:
    large = pixels * 3
    word = font(mark.font, large).render(mark.text, True, mark.colour)
    frame = shapes.rounded(
        word.get_width() + round(large * 1.3),
        round(large * 1.62),
        large * 0.42,
        None,
        mark.colour,
        large * 0.155,
    )
    room = pygame.Surface((frame.get_width() + large, frame.get_height() + large), pygame.SRCALPHA)
    room.fill((*mark.colour, 0))
    room.blit(frame, (large // 2, large // 2))
    x, y = (room.get_width() - word.get_width()) // 2, (room.get_height() - word.get_height()) // 2
    room.blit(word, (x, y))
    turned = pygame.transform.rotozoom(room, mark.tilt, 1.0)
    ground = pygame.Surface(turned.get_size(), pygame.SRCALPHA)
    ground.fill((*mark.colour, 0))
    ground.blit(turned, (0, 0))
    return pygame.transform.smoothscale(ground, (ground.get_width() // 3, ground.get_height() // 3))
