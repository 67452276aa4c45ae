"""Scene -> surface: what stands still is painted once, what moves costs its own rectangles only."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pygame

from game.kit.folding import PaperArt
from game.kit.geometry import Rect, scale_of
from game.kit.motion import Motion, motions
from game.kit.nodes import Control, FaceDisc, Mirror, Node
from game.kit.scene import Scene
from game.kit.theme import Theme
from game.paint.draw import Brush
from game.paint.extras import extras
from game.paint.faces import FaceStore

STILL = math.inf
"""Seconds after which nothing moves any more: paints a scene as it ends up."""

_MANY = 14


class Painter:
    """Paints scenes on surfaces of `pixels` real pixels. One painter for each window.

    `faces` may be shared by the windows. Call `paint` when the scene, or the time while `moving`, has
    changed, or when `stale()` says that a face or a mirror has; otherwise there is nothing to draw.
    """

    def __init__(self, pixels: tuple[int, int], theme: Theme, faces: FaceStore | None = None) -> None:
        self.pixels = pixels
        self.theme = theme
        self.faces = faces if faces is not None else FaceStore()
        self._brush = Brush(scale_of(pixels), theme.colour("paper"), self.faces)
        self._layer: pygame.Surface | None = None
        self._baked: tuple[Node, ...] = ()
        self._ground: tuple[int, int, int] | None = None
        self._pair: tuple[Scene | None, Scene | None] = (None, None)
        self._nodes: tuple[Node, ...] = ()
        self._motions: tuple[Motion, ...] = ()
        self._wet: list[pygame.Rect] = []
        self._faces_version = self.faces.version
        self._fresh_mirrors: set[str] = set()
        self._target: pygame.Surface | None = None

    def moving(self, scene: Scene, previous: Scene | None, t: float) -> bool:
        """Whether something still moves `t` seconds after `scene` took the place of `previous`."""
        self._meet(scene, previous)
        return any(t < motion.seconds for motion in self._motions)

    def stale(self) -> bool:
        """Whether a face or a mirror changed since the last painting."""
        return self.faces.poll() != self._faces_version or bool(self._fresh_mirrors)

    def show(self, source: str, picture: pygame.Surface) -> None:
        """Give the mirrors of `source` a new picture."""
        self._brush.show(source, picture)
        self._fresh_mirrors.add(source)

    def invalidate(self) -> None:
        """The surface lost its pixels (a window uncovered): the next painting covers it all."""
        self._target = None

    def paint(
        self, surface: pygame.Surface, scene: Scene, previous: Scene | None = None, t: float = STILL
    ) -> list[pygame.Rect]:
        """Bring `surface` to what `scene` looks like `t` seconds after `previous`; the rectangles that
        changed.
        """
        self._meet(scene, previous)
        active = tuple(motion for motion in self._motions if t < motion.seconds)
        away = {id(motion.node) for motion in active}
        changed = self._bake(tuple(n for n in self._nodes if id(n) not in away), scene, surface)
        assert self._layer is not None
        if self._target is not surface:
            self._target, changed, self._wet = surface, [surface.get_rect()], []
        for rect in _merged([*changed, *self._wet]):
            surface.blit(self._layer, rect, rect)
        wet = self._move(surface, active, t) if active else []
        touched = _merged([*changed, *self._wet, *wet])
        self._wet = wet
        return [rect.clip(surface.get_rect()) for rect in touched]

    def _meet(self, scene: Scene, previous: Scene | None) -> None:
        """Work out once what a change of scene makes move."""
        if self._pair[0] is scene and self._pair[1] is previous:
            return
        if self._pair[0] is not scene:
            self._nodes = (*(n for n in scene.nodes if not isinstance(n, Control)), *extras(scene))
        self._pair = (scene, previous)
        self._motions = () if self.theme.reduced_motion else motions(previous, scene)

    def _bake(self, nodes: tuple[Node, ...], scene: Scene, like: pygame.Surface) -> list[pygame.Rect]:
        """Bring the layer of what stands still to `nodes`, touching only what differs."""
        whole = pygame.Rect(0, 0, *self.pixels)
        stale = self._outdated()
        if self._layer is None or self._ground != scene.background:
            self._layer = pygame.Surface(self.pixels, 0, like)
            self._ground = scene.background
            dirty = [whole]
        else:
            dirty = self._differences(nodes) + [self._brush.bounds(node) for node in stale]
        self._baked = nodes
        if not dirty:
            return []
        dirty = [rect for rect in (r.clip(whole) for r in _merged(dirty)) if rect.w and rect.h]
        if sum(rect.w * rect.h for rect in dirty) > 0.7 * whole.w * whole.h:
            dirty = [whole]
        bounds = [self._brush.bounds(node) for node in nodes]
        for rect in dirty:
            self._layer.set_clip(rect)
            self._layer.fill(scene.background, rect)
            for node, room in zip(nodes, bounds, strict=True):
                if room.colliderect(rect):
                    self._brush.draw(self._layer, node)
        self._layer.set_clip(None)
        return dirty

    def _outdated(self) -> list[Node]:
        """Nodes on the layer whose picture comes from outside the scene and has changed."""
        version = self.faces.poll()
        late = version != self._faces_version
        self._faces_version = version
        fresh, self._fresh_mirrors = self._fresh_mirrors, set()
        if not (late or fresh):
            return []
        return [
            node
            for node in self._baked
            if (late and isinstance(node, FaceDisc)) or (isinstance(node, Mirror) and node.source in fresh)
        ]

    def _differences(self, nodes: tuple[Node, ...]) -> list[pygame.Rect]:
        """Bounds of the nodes that went, came, or changed their order."""
        if len(nodes) == len(self._baked) and all(a is b for a, b in zip(nodes, self._baked, strict=True)):
            return []
        same = {id(n) for n in self._baked} & {id(n) for n in nodes}  # most: they need no closer look
        old, new = ([n if id(n) in same else _look(n) for n in some] for some in (self._baked, nodes))
        before, after = (Counter(n for n in looks if id(n) not in same) for looks in (old, new))
        gone, come = before - after, after - before
        bounds = [self._brush.bounds(node) for node in (*gone, *come)]
        kept_old = [n for n in old if id(n) in same or n not in gone]
        kept_new = [n for n in new if id(n) in same or n not in come]
        if kept_old != kept_new:
            bounds += [self._brush.bounds(a) for a, b in zip(kept_old, kept_new, strict=False) if a != b] + [
                self._brush.bounds(b) for a, b in zip(kept_old, kept_new, strict=False) if a != b
            ]
        return bounds

    def _move(self, surface: pygame.Surface, active: Sequence[Motion], t: float) -> list[pygame.Rect]:
        """Draw what moves over the layer; the pixels it touched."""
        wet: list[pygame.Rect] = []
        for motion in active:
            if motion.kind == "travel":
                wet += self._travel(surface, motion, t)
            elif motion.kind == "fade":
                wet.append(self._fade(surface, motion, t))
            elif motion.kind == "fold":
                wet.append(self._fold(surface, motion, t))
            elif motion.kind == "leave":
                wet.append(self._leave(surface, motion, t))
        late = [motion for motion in active if motion.kind == "late"]
        if late:
            wet.append(self._late(surface, late, t))
        for group in _unfolding(active):
            wet.append(self._unfold(surface, group, t))
        return wet

    def _travel(self, surface: pygame.Surface, motion: Motion, t: float) -> list[pygame.Rect]:
        rect = motion.rect(t)
        wet = []
        if motion.node.trail:
            wet.append(self._trail(surface, motion, rect))
        self._brush.draw(surface, motion.node, rect)
        wet.append(self._brush.bounds(motion.node, rect) if not _has_points(motion.node) else self._whole())
        return wet

    def _trail(self, surface: pygame.Surface, motion: Motion, rect: Rect) -> pygame.Rect:
        scale = self._brush.scale
        start, end = motion.start.centre, rect.centre
        points = [(start[0] * scale, start[1] * scale), (end[0] * scale, end[1] * scale)]
        width = 6.0 * scale
        colour = getattr(motion.node, "ring", None) or getattr(motion.node, "colour", None)
        self._brush.dots(surface, points, colour or self.theme.colour("neutral"), width)
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        room = pygame.Rect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)
        return room.inflate(2 * width + 4, 2 * width + 4)

    def _fade(self, surface: pygame.Surface, motion: Motion, t: float) -> pygame.Rect:
        """The node, then what was there before over it, more and more transparent."""
        assert self._layer is not None
        room = self._brush.bounds(motion.node).clip(surface.get_rect())
        self._brush.draw(surface, motion.node)
        self._layer.set_alpha(round(255 * (1.0 - motion.progress(t))))
        surface.blit(self._layer, room, room)
        self._layer.set_alpha(None)
        return room

    def _late(self, surface: pygame.Surface, group: Sequence[Motion], t: float) -> pygame.Rect:
        """All that comes in late, as one, under what it covers, which goes more and more."""
        assert self._layer is not None
        bounds = [self._brush.bounds(motion.node) for motion in group]
        room = bounds[0].unionall(bounds[1:]).clip(surface.get_rect())
        for motion in group:
            self._brush.draw(surface, motion.node)
        self._layer.set_alpha(round(255 * (1.0 - group[0].progress(t))))
        surface.blit(self._layer, room, room)
        self._layer.set_alpha(None)
        return room

    def _fold(self, surface: pygame.Surface, motion: Motion, t: float) -> pygame.Rect:
        """Paper on its way, over all that is written on it at rest."""
        assert isinstance(motion.old, PaperArt)
        assert isinstance(motion.node, PaperArt)
        self._brush.sheet.between(surface, motion.old, motion.node, t / motion.seconds)
        return self._brush.pixels(motion.node.rect)

    def _leave(self, surface: pygame.Surface, motion: Motion, t: float) -> pygame.Rect:
        """Paper that folds up, while what takes its place shows through more and more."""
        assert self._layer is not None
        assert isinstance(motion.node, PaperArt)
        share, old = t / motion.seconds, motion.node
        self._brush.sheet.between(surface, old, replace(old, seen="folded"), share)
        room = self._brush.pixels(old.rect).clip(surface.get_rect())
        self._layer.set_alpha(round(255 * min(max((share - 0.4) / 0.6, 0.0), 1.0)))
        surface.blit(self._layer, room, room)
        self._layer.set_alpha(None)
        return room

    def _unfold(self, surface: pygame.Surface, group: Sequence[Motion], t: float) -> pygame.Rect:
        """Several nodes of one key uncovered together, from top to bottom."""
        room = self._brush.bounds(group[0].node).unionall([self._brush.bounds(m.node) for m in group[1:]])
        room.h = round(room.h * group[0].progress(t))
        surface.set_clip(room)
        for motion in group:
            self._brush.draw(surface, motion.node)
        surface.set_clip(None)
        return room

    def _whole(self) -> pygame.Rect:
        return pygame.Rect(0, 0, *self.pixels)


def _look(node: Node) -> Node:
    """The node without what does not show, so that a mere change of key repaints nothing."""
    if node.key or node.travels or node.trail or node.appears or node.origin:
        return replace(node, key="", travels=False, trail=False, appears="", origin=None)
    return node


def _has_points(node: Node) -> bool:
    return hasattr(node, "points")


def _unfolding(active: Iterable[Motion]) -> list[list[Motion]]:
    """Unfolding motions grouped by what they belong to."""
    groups: dict[str, list[Motion]] = {}
    for motion in active:
        if motion.kind == "unfold":
            groups.setdefault(motion.node.key.partition("#")[0], []).append(motion)
    return list(groups.values())


def _merged(rects: Iterable[pygame.Rect]) -> list[pygame.Rect]:
    """Rectangles that touch made one; all made one when there are too many to be worth their while."""
    out: list[pygame.Rect] = []
    for rect in rects:
        room = rect.copy()
        while (hit := room.collidelist(out)) >= 0:
            room.union_ip(out.pop(hit))
        out.append(room)
    return [out[0].unionall(out[1:])] if len(out) > _MANY else out
