"""What the painter adds to a scene by itself: the focus, what the pointer is over, carets and selections."""

from dataclasses import dataclass

from game.kit.geometry import Rect
from game.kit.nodes import Control, FieldControl, Node, Rgb
from game.kit.scene import Scene

AWAY = 5.0
"""Logical pixels between a control and the ring round it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring(Node):
    """A frame: the focus, or what the pointer is over."""

    colour: Rgb
    width: float
    radius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark(Node):
    """A tint over what is below: a selection, or (dark) a caret."""

    colour: Rgb


def extras(scene: Scene) -> list[Node]:
    """Nodes to paint above the scene's own."""
    out: list[Node] = []
    for control in scene.controls():
        if control.id == scene.focus:
            out.append(_ring(control, scene.focus_colour, 4.0, AWAY))
            if isinstance(control, FieldControl):
                out += _marks(control)
        elif control.id == scene.hover and not isinstance(
            control, FieldControl
        ):  # a field would seem typed in
            out.append(_ring(control, scene.focus_colour, 2.0, 2.0))
    return out


def _ring(control: Control, colour: Rgb, width: float, away: float) -> Ring:
    return Ring(rect=control.rect.inset(-away), colour=colour, width=width, radius=control.radius + away)


def _marks(field: FieldControl) -> list[Node]:
    """The selection line by line, and the caret where there is none."""
    out: list[Node] = []
    start, end = sorted(field.selection or (field.caret, field.caret))
    for i, line in enumerate(field.lines):
        last = line.start + len(line.stops) - 1
        if start < end and start <= last and end > line.start:
            left = line.stops[max(start - line.start, 0)]
            right = line.stops[min(end, last) - line.start]
            rect = Rect(left, line.y, max(right - left, 3.0), line.height)
            out.append(Mark(rect=rect, colour=field.selection_colour))
        after = field.lines[i + 1].start if i + 1 < len(field.lines) else last + 1
        if start == end and line.start <= field.caret <= last and field.caret < max(after, last + 1):
            if field.caret == after and i + 1 < len(field.lines):
                continue  # the caret at a soft break belongs to the next line
            x = line.stops[field.caret - line.start]
            caret = Rect(x - 1.0, line.y + line.height * 0.1, 3.0, line.height * 0.8)
            out.append(Mark(rect=caret, colour=field.caret_colour))
    return out
