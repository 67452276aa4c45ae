"""A scenario as the rules see it: arrays and indices, nothing to read, nothing that changes in play.

Fixed-point fields are marked "fixed" (x * ONE); everything else is a whole number. All arrays are int64 and
C-contiguous, so that compiled and plain code see one type.
"""

from engine.rules.board.build import build, names, with_project
from engine.rules.board.types import (
    ANY,
    AT_LEAST,
    BELOW,
    CARTE_BLANCHE,
    EVERY,
    MUTUAL_TRUST,
    PROMISES_KEPT,
    ROSE_BY,
    Board,
    Names,
    Seat,
)

__all__ = [
    "ANY",
    "AT_LEAST",
    "BELOW",
    "CARTE_BLANCHE",
    "EVERY",
    "MUTUAL_TRUST",
    "PROMISES_KEPT",
    "ROSE_BY",
    "Board",
    "Names",
    "Seat",
    "build",
    "names",
    "with_project",
]
