"""Scene -> surface. The only place that draws.

`canvas(pixels, theme)` makes the canvas that screens compose for; `Painter(pixels, theme)` paints what they
composed:

    painter = Painter(window_pixels, theme)
    dirty = painter.paint(surface, scene, previous, t)   # t: seconds since `scene` took the place of
    `previous` painter.moving(scene, previous, t)                   # is another frame needed?
    painter.stale()                                      # has a face arrived, or a mirror changed?
    painter.show("room", room_surface)                   # what the console's Preview("room") shows

`picture(scene, theme)` gives a whole scene on a surface of its own, faces included: for pictures on disk
and tests.
"""

import pygame

from game.kit.scene import Scene
from game.kit.theme import Theme
from game.paint.faces import FaceStore
from game.paint.metrics import canvas
from game.paint.painter import STILL, Painter

__all__ = ["STILL", "FaceStore", "Painter", "canvas", "picture"]


def picture(
    scene: Scene, pixels: tuple[int, int], theme: Theme, faces: FaceStore | None = None
) -> pygame.Surface:
    """The scene at rest on a new surface of `pixels`, waiting for the portraits that are not made yet."""
    surface = pygame.Surface(pixels)
    painter = Painter(pixels, theme, faces)
    painter.paint(surface, scene)
    painter.faces.finish()
    if painter.stale():
        painter.paint(surface, scene)
    return surface
