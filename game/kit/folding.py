"""A sheet of paper with folds, as data: how far it is open, what is written on it, from where it is seen."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from game.kit.geometry import Rect
from game.kit.nodes import Node, Rgb

ACROSS, DOWN = 4, 2
PANELS = ACROSS * DOWN
"""Panels of one side, numbered along the rows from 0."""
COVER = -1
"""What is seen of a sheet that is folded, among what is written."""

Seen = Literal["panel", "whole", "folded"]
"""One panel as large as may be, all of the sheet, or the sheet folded on itself."""

_MARGIN = 34.0


class Look(NamedTuple):
    """From where a sheet is seen: its point in the middle (logical pixels at full size), and how large."""

    x: float
    y: float
    zoom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperArt(Node):
    """A sheet that lies on a table, of which `rect` is what is seen.

    `panel` is the size of one at full size; `side` 0 or 1, with so many `panels`, of which the first `open`
    are unfolded; `at` is the one looked at. `written` is what stands on some of them, from (0, 0) on; what is
    on `at` stands in the scene itself, for it is read. `shift`: how far to the left of the middle of rect it
    lies. `small` is where the whole is shown once more, small, with the panels that were `read`. `strong`:
    high contrast.
    """

    panel: tuple[float, float]
    side: int
    panels: int
    open: int
    at: int
    seen: Seen
    written: tuple[tuple[int, tuple[Node, ...]], ...]
    table: Rgb
    paper: Rgb
    line: Rgb
    mark: Rgb
    shift: float = 0.0
    small: Rect | None = None
    read: tuple[int, ...] = ()
    strong: bool = False

    def writing(self, cell: int) -> tuple[Node, ...]:
        """What stands on a panel."""
        return next((nodes for where, nodes in self.written if where == cell), ())

    def corner(self, cell: int) -> tuple[float, float]:
        """The upper left corner of a panel on the sheet."""
        return cell % ACROSS * self.panel[0], cell // ACROSS * self.panel[1]

    @property
    def look(self) -> Look:
        """From where it is seen at rest."""
        if self.seen == "folded":
            return Look(self.panel[0] / 2, self.panel[1] / 2, 1.0)
        if self.seen == "whole":
            return self.overview
        x, y = self.corner(self.at)
        return Look(x + self.panel[0] / 2, y + self.panel[1] / 2, 1.0)

    @property
    def overview(self) -> Look:
        """All of it."""
        w, h = self.panel[0] * ACROSS, self.panel[1] * DOWN
        zoom = min((self.rect.w - 2 * _MARGIN) / w, (self.rect.h - 2 * _MARGIN) / h)
        return Look(w / 2, h / 2, zoom)

    def place(self, cell: int, look: Look | None = None) -> Rect:
        """Where a panel is seen, at rest or from elsewhere."""
        seen = look or self.look
        x, y = self.corner(cell)
        middle = self.rect.centre
        left = middle[0] - self.shift + (x - seen.x) * seen.zoom
        return Rect(
            left, middle[1] + (y - seen.y) * seen.zoom, self.panel[0] * seen.zoom, self.panel[1] * seen.zoom
        )


def small_place(small: Rect, cell: int) -> Rect:
    """Where a panel stands in the small picture of the whole."""
    w, h = small.w / ACROSS, small.h / DOWN
    return Rect(small.x + cell % ACROSS * w, small.y + cell // ACROSS * h, w, h)


def seconds(old: PaperArt, new: PaperArt) -> float:
    """How long the paper takes from one state to the other."""
    if old.side != new.side:
        return 1.5
    if "folded" in (old.seen, new.seen) and old.seen != new.seen:
        return 1.4
    if new.open > old.open:
        return 1.0 + 0.25 * (new.open - old.open - 1)
    if old.look != new.look or old.shift != new.shift:
        near = old.seen == new.seen and old.at // ACROSS == new.at // ACROSS and abs(old.at - new.at) < 2
        return 0.5 if near else 0.8
    return 0.3
