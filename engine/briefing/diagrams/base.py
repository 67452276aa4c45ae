"""What a kind of drawing is: what it takes, and how it makes shapes of it."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from engine.content.model import DiagramPart, Text
from engine.look.shapes import Shape

WIDTH: Final = 400.0
HEIGHT: Final = 300.0
"""The canvas of every drawing, in units."""
SMALLEST: Final = 13.0
"""The smallest words: at least 4 % of the height, so that they are read from far."""

Say = Callable[[Text], str]
"""The words of a text, for who reads."""
Data = Sequence[DiagramPart]
Draw = Callable[[Data, int, Say], tuple[Shape, ...]]


class Tray(NamedTuple):
    """A place of a drawing that the room moves: its box (x, y, width, height) on the canvas, the step at
    which it is down, and which part of the data says so in words."""

    box: tuple[float, float, float, float]
    step: int
    part: int


class DiagramKind(NamedTuple):
    """A kind of drawing. `parts` are the fewest and the most it draws; each must have `needs`, and may have
    `takes` besides; those in `valued` must have a value, the others none; `cells` is how many cells each has.
    `draw(data, step, say)` makes the shapes of a step, from 1 to `steps`: all of them, in the order in which
    they are laid on, the words last. `said` tells designers what it shows, in French. `trays(step)`: where
    the room tips it, from left to right."""

    steps: int
    parts: tuple[int, int]
    needs: tuple[str, ...]
    said: str
    draw: Draw
    takes: tuple[str, ...] = ()
    valued: slice = slice(0)
    cells: tuple[int, int] = (0, 0)
    trays: Callable[[int], tuple[Tray, ...]] | None = None
