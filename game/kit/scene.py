"""A whole picture as data, and what may be wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from engine.look.palette import contrast
from game.kit.geometry import Rect
from game.kit.nodes import Control, Node, Rgb, StampMark, Text, Veil

_TOUCH = 2.0
"""Logical pixels by which two rows may run into one another and still be two."""


@dataclass(frozen=True, slots=True)
class Defect:
    """What is wrong and where: `code` is cut, overlap, small, contrast, outside, duplicate or overflow."""

    code: str
    message: str
    rect: Rect


@dataclass(frozen=True)
class Scene:
    """Nodes in painting order on a canvas of `size` logical pixels.

    `focus` and `hover` are ids of controls; `overflow` names the elements that had too little room.
    """

    nodes: tuple[Node, ...]
    size: tuple[float, float]
    background: Rgb
    floor: float = 22.0
    least_contrast: float = 4.5
    overflow: tuple[str, ...] = ()
    focus: str = ""
    hover: str = ""
    focus_colour: Rgb = (27, 99, 200)
    _order: dict[str, tuple[Control, ...]] = field(default_factory=dict, compare=False, repr=False)

    def controls(self) -> tuple[Control, ...]:
        """Enabled controls of the uppermost layer that is not veiled, in reading order: the order of Tab."""
        if "controls" not in self._order:
            veil = max((node.layer for node in self.nodes if isinstance(node, Veil)), default=0)
            found = [n for n in self.nodes if isinstance(n, Control) and n.enabled and n.layer >= veil]
            self._order["controls"] = tuple(_reading_order(found))
        return self._order["controls"]

    def control(self, control_id: str) -> Control | None:
        """The reachable control of that id, or None."""
        return next((c for c in self.controls() if c.id == control_id), None)

    def quiet(self, control_id: str) -> Control | None:
        """The control of that id that is there and cannot be used now, or None."""
        found = (n for n in self.nodes if isinstance(n, Control) and not n.enabled and n.id == control_id)
        return next(found, None)

    def control_at(self, x: float, y: float) -> Control | None:
        """The uppermost reachable control under a point of the canvas."""
        found = [c for c in self.controls() if c.rect.contains(x, y)]
        return max(found, key=lambda c: (c.layer, -c.rect.w * c.rect.h)) if found else None

    def tab(self, backwards: bool = False) -> "Scene":
        """The same scene with the focus on the next control of what lies uppermost (round the end to the
        first)."""
        here = self.quiet(self.focus)  # a control that went quiet under one's hand keeps its place
        ids = [c.id for c in self._stops([*self.controls(), here] if here else self.controls())]
        if not ids:
            return self
        if self.focus not in ids:
            return self.focused(ids[-1 if backwards else 0])
        step = -1 if backwards else 1
        return self.focused(ids[(ids.index(self.focus) + step) % len(ids)])

    def towards(self, control: Control, way: tuple[int, int]) -> str:
        """The id of the nearest control in a direction, or of this one when there is none."""
        x, y = control.rect.centre
        best, found = float("inf"), control.id
        for other in self._stops(self.controls()):
            dx, dy = other.rect.centre[0] - x, other.rect.centre[1] - y
            along = dx * way[0] + dy * way[1]
            across = abs(dx * way[1]) + abs(dy * way[0])
            if other.id != control.id and along > across / 2 and along + 2.5 * across < best:
                best, found = along + 2.5 * across, other.id
        return found

    @staticmethod
    def _stops(controls: Sequence[Control]) -> list[Control]:
        """Those that the keyboard goes to: what lies over the rest, if something does."""
        seen = [control for control in controls if not control.unseen]
        top = max((control.layer for control in seen), default=0)
        return _reading_order([control for control in seen if control.layer == top])

    def focused(self, control_id: str) -> "Scene":
        return replace(self, focus=control_id)

    def hovered(self, control_id: str) -> "Scene":
        return replace(self, hover=control_id)

    def texts(self) -> tuple[str, ...]:
        """Every line of text on the picture, stamps included, in painting order."""
        return tuple(node.text for node in self.nodes if isinstance(node, Text | StampMark))

    def check(self) -> list[Defect]:
        """Every defect at once; an empty list for a sound picture."""
        found = [Defect("overflow", what, self._frame) for what in self.overflow]
        for node in self.nodes:
            found += self._outside(node)
            if isinstance(node, Text):
                found += self._legible(node)
            elif isinstance(node, StampMark):
                found += self._readable(node.text, node.size, node.colour, node.on, node.rect)
        found += self._overlaps()
        found += self._duplicates()
        return found

    @property
    def _frame(self) -> Rect:
        return Rect(0, 0, *self.size)

    def _outside(self, node: Node) -> list[Defect]:
        if not isinstance(node, Text | Control | StampMark) or node.rect.within(self._frame, 1.0):
            return []
        kind = "outside" if isinstance(node, Control) else "cut"
        return [Defect(kind, f"{_name(node)} leaves the window", node.rect)]

    def _legible(self, text: Text) -> list[Defect]:
        found: list[Defect] = []
        for run in text.runs:
            if run.text.strip():
                found += self._readable(run.text, text.size, run.colour, text.on, text.rect)
        return found

    def _readable(self, what: str, size: float, colour: Rgb, on: Rgb, rect: Rect) -> list[Defect]:
        found = []
        if size < self.floor - 0.01:
            found.append(Defect("small", f"« {what} » is set in {size:.1f}, floor {self.floor:.0f}", rect))
        ratio = contrast(colour, on)
        if ratio < self.least_contrast - 0.005:
            found.append(Defect("contrast", f"« {what} » {ratio:.2f} < {self.least_contrast}", rect))
        return found

    def _overlaps(self) -> list[Defect]:
        """Texts over texts, controls partly over controls, texts that cross the edge of a control."""
        shown = [n for n in self.nodes if isinstance(n, Text | Control | StampMark)]
        shown.sort(key=lambda node: node.rect.y)
        found = []
        for i, one in enumerate(shown):
            for other in shown[i + 1 :]:
                if other.rect.y >= one.rect.bottom:
                    break
                if other.layer == one.layer and _collide(one, other):
                    message = f"{_name(one)} and {_name(other)} overlap"
                    found.append(Defect("overlap", message, other.rect))
        return found

    def _duplicates(self) -> list[Defect]:
        found = []
        seen: set[str] = set()
        for node in self.nodes:
            for name in _names(node):
                if name in seen:
                    found.append(Defect("duplicate", f"two of {name}", node.rect))
                seen.add(name)
        return found


def _names(node: Node) -> list[str]:
    names = [f"key {node.key}"] if node.key else []
    if isinstance(node, Control):
        names.append(f"control {node.id}")
    return names


def _reading_order(controls: Sequence[Control]) -> list[Control]:
    """From top to bottom, and from left to right: bands that nothing crosses, one after another; a band cut
    where its widest gap is, the left of it read to its end. Where nothing can be cut, by the upper edges.
    """
    if len(controls) < 2:
        return list(controls)
    bands = _parted(controls, "y", "bottom")
    if len(bands) > 1:
        return [control for band in bands for control in _reading_order(band)]
    columns = _parted(controls, "x", "right")
    if len(columns) < 2:
        return sorted(controls, key=lambda c: (c.rect.y, c.rect.x))
    gaps = [_left(right) - max(c.rect.right for c in left) for left, right in pairwise(columns)]
    at = gaps.index(max(gaps)) + 1
    sides = (columns[:at], columns[at:])
    return [one for side in sides for one in _reading_order([c for column in side for c in column])]


def _left(controls: Sequence[Control]) -> float:
    return min(control.rect.x for control in controls)


def _parted(controls: Sequence[Control], start: str, end: str) -> list[list[Control]]:
    """Groups of controls with a line between them that none crosses, in their order."""
    parts: list[list[Control]] = []
    reached = float("-inf")
    for control in sorted(controls, key=lambda c: (getattr(c.rect, start), c.rect.y, c.rect.x)):
        if getattr(control.rect, start) > reached - _TOUCH:
            parts.append([])
        parts[-1].append(control)
        reached = max(reached, getattr(control.rect, end))
    return parts


def _collide(one: Node, other: Node) -> bool:
    if one.key and one.key == other.key:
        return False
    w, h = _core(one).overlap(_core(other))
    if w <= 1.0 or h <= 1.0:
        return False
    if isinstance(one, Control) or isinstance(
        other, Control
    ):  # a control holds its words, or a smaller control
        return not (one.rect.within(other.rect, 1.0) or other.rect.within(one.rect, 1.0))
    return True


def _core(node: Node) -> Rect:
    """Where the ink of a text may be: lines set close share their empty tops and bottoms."""
    if isinstance(node, Text) and not node.turned:
        top = node.rect.y + max(node.baseline - node.size * 0.78, 0)
        return Rect(node.rect.x, top, node.rect.w, min(node.size * 1.0, node.rect.bottom - top))
    return node.rect


def _name(node: Node) -> str:
    if isinstance(node, Text | StampMark):
        return f"« {node.text} »"
    return f"control {node.id}" if isinstance(node, Control) else type(node).__name__
