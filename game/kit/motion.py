"""What moves between two scenes, as data: the painter only asks where things are at a moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from game.kit.folding import PaperArt, seconds
from game.kit.geometry import Rect
from game.kit.nodes import Node
from game.kit.scene import Scene

TRAVEL = 0.42
APPEAR = 0.28
LATE = 0.9
PASS = 0.8
LEAVE = 0.8
"""Seconds."""
_SEEN = 0.4
"""The share of its time that what comes in late leaves to what it covers."""


@dataclass(frozen=True, slots=True)
class Motion:
    """`node` (of the new scene) goes from `start` to its own place, or appears there, in `seconds`. Paper
    folds from what it was, `old`, on.
    """

    node: Node
    start: Rect
    kind: Literal["travel", "fade", "unfold", "late", "fold", "leave"]
    seconds: float
    old: Node | None = None

    def progress(self, t: float) -> float:
        """Eased share of the way at `t` seconds, 0 to 1: quick start, soft arrival."""
        share = min(max(t / self.seconds, 0.0), 1.0) if self.seconds else 1.0
        if self.kind == "late":
            share = max(share - _SEEN, 0.0) / (1.0 - _SEEN)
        return 1.0 - (1.0 - share) ** 3

    def rect(self, t: float) -> Rect:
        """Where the node is at `t` seconds."""
        share = self.progress(t)
        end = self.node.rect
        return Rect(*(a + (b - a) * share for a, b in zip(self.start, end, strict=True)))


def motions(previous: Scene | None, scene: Scene) -> tuple[Motion, ...]:
    """Movements from one scene to the next. Nothing moves at first, or when the canvas changes size."""
    if previous is None or previous.size != scene.size or previous is scene:
        return ()
    before = {node.key: node for node in previous.nodes if node.key}
    return (*_moving(before, scene.nodes), *_leaving(before, scene.nodes))


def _leaving(before: dict[str, Node], nodes: Iterable[Node]) -> Iterable[Motion]:
    """Paper that is put away folds up over what takes its place; a dark picture is dark at once."""
    here = {node.key for node in nodes}
    if not here:
        return
    for old in before.values():
        if isinstance(old, PaperArt) and old.key not in here:
            yield Motion(old, old.rect, "leave", LEAVE, old)


def _moving(before: dict[str, Node], nodes: Iterable[Node]) -> Iterable[Motion]:
    for node in nodes:
        if not node.key:
            continue
        old = before.get(node.key)
        if isinstance(node, PaperArt):
            if isinstance(old, PaperArt) and node != old:
                yield Motion(node, old.rect, "fold", seconds(old, node), old)
        elif old is not None:
            if node.travels and old.rect != node.rect:
                yield Motion(node, old.rect, "travel", TRAVEL)
        elif node.origin is not None:
            yield Motion(node, node.origin, "travel", PASS)
        elif node.appears == "late":
            yield Motion(node, node.rect, "late", LATE)
        elif node.appears == "fade":
            yield Motion(node, node.rect, "fade", APPEAR)
        elif node.appears == "unfold":
            yield Motion(node, Rect(node.rect.x, node.rect.y, node.rect.w, 0.0), "unfold", APPEAR)
