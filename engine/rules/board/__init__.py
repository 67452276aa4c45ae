"""A scenario as the rules see it: arrays and indices, nothing to read, nothing that changes in play.

Fixed-point fields are marked "fixed" (x * ONE); everything else is a whole number. All arrays are int64 and
C-contiguous, so that compiled and plain code see one type. What numbers in its tables stand for: `codes`.
"""

from engine.rules.board.build import build, names, weighed, with_project
from engine.rules.board.corners import corners_there
from engine.rules.board.types import CARTE_BLANCHE, Board, Names, Seat

__all__ = [
    "CARTE_BLANCHE",
    "Board",
    "Names",
    "Seat",
    "build",
    "corners_there",
    "names",
    "weighed",
    "with_project",
]
