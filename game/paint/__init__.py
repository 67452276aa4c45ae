"""Scene -> surface. The only place that draws.

`canvas(pixels, theme)` makes the canvas that screens compose for; `Painter(pixels, theme)` paints what they
composed:

    >>> from game.kit import Label
    >>> theme, window = Theme("room"), pygame.Surface((1280, 720))
    >>> before, scene = (canvas((1280, 720), theme).compose(Label(text)) for text in ("Temps", "Moyens"))
    >>> painter = Painter((1280, 720), theme)
    >>> dirty = painter.paint(window, before)
    >>> dirty = painter.paint(window, scene, before, 0.1)  # seconds since it took the other's place
    >>> painter.moving(scene, before, 0.1)  # is another frame needed?
    False
    >>> painter.stale()  # has a face arrived, or a mirror changed?
    False
    >>> painter.show("room", window)  # what the console's Preview("room") shows

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
