"""The table on which the sheet lies: the panel that is read, what lies around it, the whole in small."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.look.palette import mix
from game.kit import Control, Element, Fit, Label, Node, Rect, Size, place
from game.kit.folding import COVER, PaperArt, Seen, small_place
from game.kit.nodes import Path

_AIR = 26.0
"""Table above and below a panel, in logical pixels."""
_BESIDE = 284.0
"""The least that is seen of what lies on each side of it."""
_WIDE = 1.55
"""How much wider than high a panel may be."""
_SMALL = (204.0, 78.0)
_PAD = 40.0
KEY = "foldout"
"""The key of the sheet, by which it moves from one picture to the next."""


@dataclass(frozen=True)
class Stage(Element):
    """The sheet on its table. `written` is what stands on each open panel, by its place; `named` how the
    panels of this side are called, and `jumps` what touching each does; `front` is what stands on the folded
    sheet, `onward` what touching the paper does, in words and as an intent, `aside` a note beside the panel.
    """

    side: int
    open: int
    at: int
    seen: Seen
    read: tuple[int, ...]
    named: tuple[str, ...]
    jumps: tuple[object, ...]
    written: tuple[tuple[int, Element], ...]
    front: Element
    onward: tuple[str, object]
    aside: Element | None = None

    def measure(self, fit: Fit, width: float) -> Size:
        return Size(0.0, 0.0)

    def least(self, fit: Fit) -> float:
        return 0.0

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        high = rect.h - 2 * _AIR
        size = (min(_WIDE * high, rect.w - 2 * _BESIDE), high)
        art = self._art(fit, rect, size)
        on_paper = fit.over(art.paper)
        nodes: list[Node] = [art]
        if self.seen != "whole":
            nodes.append(self._touch(art.place(art.at if self.seen == "panel" else 0)))
        if self.seen == "folded":
            nodes += place(on_paper, self.front, _inner(art.place(0)))
            return nodes
        if self.seen == "whole":
            return [*nodes, *self._whole(fit, art)]
        for cell, words in self.written:
            if cell == self.at:
                nodes += place(on_paper, words, _inner(art.place(cell)))
        nodes += [self._tap(art.small, cell) for cell in range(len(self.named)) if art.small]
        if self.aside is not None:
            nodes += place(fit, self.aside, self._beside(rect, art))
        return nodes

    def _art(self, fit: Fit, rect: Rect, size: tuple[float, float]) -> PaperArt:
        w, h = _SMALL
        small = Rect(rect.right - w - 38, rect.bottom - h - 40, w, h)
        paper = mix(fit.colour("panel"), fit.colour("paper"), 0.3)
        leaf = _inner(Rect(0.0, 0.0, *size))
        fit_there = fit.over(paper).apart()
        leaves = [(cell, tuple(place(fit_there, words, leaf))) for cell, words in self.written]
        leaves.append((COVER, tuple(place(fit_there, self.front, leaf))))
        return PaperArt(
            rect=rect,
            key=KEY,
            panel=size,
            side=self.side,
            panels=len(self.named),
            open=self.open,
            at=self.at,
            seen=self.seen,
            written=tuple(leaves),
            table=fit.colour("sand"),
            paper=paper,
            line=fit.colour("field_line"),
            mark=fit.colour("kept"),
            shift=self._shift(rect, size),
            small=small if self.seen == "panel" and self.aside is None else None,
            read=self.read,
            strong=fit.theme.high_contrast,
            layer=fit.layer,
        )

    def _shift(self, rect: Rect, size: tuple[float, float]) -> float:
        """The panel makes room for a note."""
        return (rect.w - size[0]) / 2 - 30.0 if self.aside is not None else 0.0

    def _beside(self, rect: Rect, art: PaperArt) -> Rect:
        left = art.place(art.at).right + 24.0
        return Rect(left, rect.y + _AIR, rect.right - left - 24.0, rect.h - 2 * _AIR)

    def _touch(self, room: Rect) -> Control:
        """The paper itself, under the mouse: the keyboard has a button for it."""
        label, intent = self.onward
        return Control(rect=room, id="paper", intent=intent, label=label, radius=2.0, unseen=True)

    def _tap(self, small: Rect, cell: int) -> Control:
        return self._control(small_place(small, cell).inset(2.0), cell)

    def _control(self, rect: Rect, cell: int) -> Control:
        return Control(
            rect=rect, id=f"panel-{cell + 1}", intent=self.jumps[cell], label=self.named[cell], radius=6.0
        )

    def _whole(self, fit: Fit, art: PaperArt) -> list[Node]:
        """Every panel can be gone to; one that is still folded says its name where it will lie."""
        nodes: list[Node] = []
        for cell, name in enumerate(self.named):
            room = art.place(cell)
            if cell >= self.open:
                nodes += place(fit.over(art.table), Label(name, "subheading", "ink", "center"), _middle(room))
                nodes.append(_dashed(fit, room.inset(3.0)))
            nodes.append(self._control(room.inset(4.0), cell))
        return nodes


def _inner(room: Rect) -> Rect:
    return room.inset(_PAD, _PAD * 0.8)


def _dashed(fit: Fit, room: Rect) -> Node:
    """Where a panel will lie."""
    x, y, right, low = room.x, room.y, room.right, room.bottom
    corners = ((x, y), (right, y), (right, low), (x, low), (x, y))
    return Path(rect=room, points=corners, colour=fit.colour("field_line"), width=3.0, dotted=True)


def _middle(room: Rect) -> Rect:
    return Rect(room.x + 16, room.y + room.h / 2 - 60, room.w - 32, 120.0)
