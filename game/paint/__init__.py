"""Scene -> surface. The only place that draws.

`canvas(pixels, theme)` makes the canvas that screens compose for; `Painter` paints what they composed.
"""

from game.paint.metrics import canvas

__all__ = ["canvas"]
