"""Rectangles in logical pixels, and the canvas that a window's size gives."""

from typing import NamedTuple

BASE = (1920.0, 1080.0)
"""Every canvas is at least this large, in logical pixels."""


class Rect(NamedTuple):
    """x, y of the upper left corner, width and height, in logical pixels."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.w / 2, self.y + self.h / 2

    def inset(self, dx: float, dy: float | None = None) -> "Rect":
        """The rectangle without a border of dx at left and right, dy (or dx) above and below."""
        dy = dx if dy is None else dy
        return Rect(self.x + dx, self.y + dy, max(self.w - 2 * dx, 0.0), max(self.h - 2 * dy, 0.0))

    def moved(self, dx: float, dy: float) -> "Rect":
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def contains(self, x: float, y: float) -> bool:
        return self.x <= x < self.right and self.y <= y < self.bottom

    def overlap(self, other: "Rect") -> tuple[float, float]:
        """Width and height common to both; 0 or less where they are apart."""
        return (
            min(self.right, other.right) - max(self.x, other.x),
            min(self.bottom, other.bottom) - max(self.y, other.y),
        )

    def within(self, other: "Rect", slack: float = 0.0) -> bool:
        """Whether the other rectangle holds this one, give or take `slack`."""
        return (
            self.x >= other.x - slack
            and self.y >= other.y - slack
            and self.right <= other.right + slack
            and self.bottom <= other.bottom + slack
        )


def scale_of(pixels: tuple[int, int]) -> float:
    """Real pixels in one logical pixel, so that BASE just fits in a window of `pixels`."""
    return min(pixels[0] / BASE[0], pixels[1] / BASE[1])


def logical_size(pixels: tuple[int, int]) -> tuple[float, float]:
    """The canvas of a window: BASE, longer on one side when the window is not 16:9."""
    scale = scale_of(pixels)
    return pixels[0] / scale, pixels[1] / scale
