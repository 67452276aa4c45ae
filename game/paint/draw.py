"""One node at a time: each kind of node has its way on to a surface, at any place."""

import io
from collections.abc import Callable
from importlib import resources
from itertools import pairwise

import pygame

from engine.look.neighbourhood.scenery import Look
from game.kit import nodes as n
from game.kit.folding import PaperArt
from game.kit.geometry import Rect
from game.paint import shapes
from game.paint.cache import Cache
from game.paint.extras import Mark, Ring
from game.paint.faces import FaceStore
from game.paint.folds import Sheet
from game.paint.neighbourhood import scenery, things
from game.paint.type import paint_text, stamp

_pictures = Cache(64_000_000)


class Brush:
    """Draws nodes at `scale` real pixels for a logical one; `mirrors` holds what other windows show."""

    def __init__(self, scale: float, paper: n.Rgb, faces: FaceStore) -> None:
        self.scale = scale
        self.paper = paper
        self.faces = faces
        self.sheet = Sheet(scale, self.draw, lambda: self.faces.version)
        self.mirrors: dict[str, pygame.Surface] = {}
        self._small: dict[str, tuple[pygame.Surface, tuple[int, int], int]] = {}
        self._ways: dict[type[n.Node], Callable[[pygame.Surface, n.Node, Rect], None]] = {
            n.Text: self._text,
            n.Panel: self._panel,
            n.Veil: self._veil,
            n.Path: self._path,
            n.Polygon: self._polygon,
            n.Circle: self._circle,
            n.Token: self._token,
            n.Segments: self._segments,
            n.FaceDisc: self._face,
            n.Pictogram: self._pictogram,
            n.StampMark: self._stamp,
            n.Mirror: self._mirror,
            n.SceneryArt: self._scenery,
            n.ThingArt: self._thing,
            n.FreshArt: self._fresh,
            n.Corners: self._corners,
            n.OutlineArt: self._outline,
            PaperArt: self._paper,
            Ring: self._ring,
            Mark: self._mark,
        }

    def draw(self, target: pygame.Surface, node: n.Node, rect: Rect | None = None) -> None:
        """Draw a node, in another place than its own if `rect` says so. Controls are not seen by
        themselves.
        """
        way = self._ways.get(type(node))
        if way:
            way(target, node, node.rect if rect is None else rect)

    def pixels(self, rect: Rect) -> pygame.Rect:
        """The real pixels of a logical rectangle; neighbours share an edge."""
        x, y = round(rect.x * self.scale), round(rect.y * self.scale)
        return pygame.Rect(x, y, round(rect.right * self.scale) - x, round(rect.bottom * self.scale) - y)

    def bounds(self, node: n.Node, rect: Rect | None = None) -> pygame.Rect:
        """All pixels that drawing the node may touch."""
        room = self.pixels(node.rect if rect is None else rect)
        if isinstance(node, n.Path):
            xs, ys = [p[0] for p in node.points], [p[1] for p in node.points]
            extent = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
            return self.pixels(extent).inflate(*(2 * round(node.width * self.scale) + 6,) * 2)
        if isinstance(node, n.Panel):
            room.h += round(node.depth * self.scale) if node.edge else 0
            return room.inflate(2, 2)
        extra = {n.Text: 0.28, n.StampMark: 0.1, n.Segments: 0.6}.get(type(node))
        if extra is not None:
            grow = 2 * round(min(room.w, room.h) * extra) + 4
            return room.inflate(grow, grow)
        return room.inflate(4, 4)

    def _text(self, target: pygame.Surface, node: n.Node, rect: Rect) -> None:
        assert isinstance(node, n.Text)
        paint_text(target, node, self.scale, rect.x * self.scale, rect.y * self.scale)

    def _panel(self, target: pygame.Surface, node: n.Node, rect: Rect) -> None:
        assert isinstance(node, n.Panel)
        room = self.pixels(rect)
        radius, width = node.radius * self.scale, max(node.border_width * self.scale, 1.0)
        if node.edge:
            shapes.panel(target, room.move(0, round(node.depth * self.scale)), radius, node.edge)
        if not node.band:
            shapes.panel(target, room, radius, node.fill, node.border, width if node.border else 0.0)
            return
        self._banded(target, node, room)

    def _banded(self, target: pygame.Surface, node: n.Panel, room: pygame.Rect) -> None:
        """The panel, then the band along its top, which thins out in the rounded corners."""
        assert node.band
        width = max(node.border_width * self.scale, 1.0)
        shapes.panel(
            target, room, node.radius * self.scale, node.fill, node.border, width if node.border else 0.0
        )
        corner = min(round(node.radius * self.scale), room.w // 2, room.h)
        band = min(round(node.band_height * self.scale), corner)
        left = shapes.band_end(corner, band, width, node.band)
        target.blit(left, room)
        target.blit(pygame.transform.flip(left, True, False), (room.right - corner, room.y))
        target.fill(node.band, (room.x + corner, room.y, room.w - 2 * corner, band))

    def _veil(self, target: pygame.Surface, node: n.Node, rect: Rect) -> None:
        assert isinstance(node, n.Veil)
        room = self.pixels(rect).clip(target.get_clip())
        veil = pygame.Surface(room.size)
        veil.fill(node.colour)
        veil.set_alpha(round(255 * node.opacity))
        target.blit(veil, room)

    def _path(self, target: pygame.Surface, node: n.Node, rect: Rect) -> None:
        assert isinstance(node, n.Path)
        moved = (rect.x - node.rect.x, rect.y - node.rect.y)
        points = [((x + moved[0]) * self.scale, (y + moved[1]) * self.scale) for x, y in node.points]
        width = max(node.width * self.scale, 1.0)
        if node.dotted:
            self.dots(target, points, node.colour, width)
        elif len(points) == 2 and (points[0][1] == points[1][1] or points[0][0] == points[1][0]):
            thick = max(round(width), 1)
            (ax, ay), (bx, by) = sorted(points)
            w, h = max(round(bx - ax), thick), max(round(by - ay), thick)
            target.fill(node.colour, (round(ax), round(ay - (thick / 2 if ay == by else 0)), w, h))
        else:
            corner = (min(x for x, _ in points) - width, min(y for _, y in points) - width)
            w = round(max(x for x, _ in points) + width - corner[0]) + 1
            h = round(max(y for _, y in points) + width - corner[1]) + 1
            local = [(x - int(corner[0]), y - int(corner[1])) for x, y in points]
            target.blit(shapes.polyline(local, w, h, node.colour, width), (int(corner[0]), int(corner[1])))

    def dots(
        self, target: pygame.Surface, points: list[tuple[float, float]], colour: n.Rgb, width: float
    ) -> None:
        """Round dots along a way, in real pixels."""
        size = max(round(width), 2)
        dot = shapes.disc(size, colour)
        left = 0.0
        for (ax, ay), (bx, by) in pairwise(points):
            length = pygame.Vector2(bx - ax, by - ay).length()
            while left <= length and length:
                share = left / length
                spot = (ax + (bx - ax) * share - size / 2, ay + (by - ay) * share - size / 2)
                target.blit(dot, (round(spot[0]), round(spot[1])))
                left += size * 2.1
            left -= length

    def _polygon(self, target: pygame.Surface, node: n.Node, rect: Rect) -> None:
        assert isinstance(node, n.Polygon)
        room = self.bounds(node, rect)
        dx = (rect.x - node.rect.x) * self.scale - room.x
        dy = (rect.y - node.rect.y) * self.scale - room.y
        local = [(x * self.scale + dx, y * self.scale + dy) for x, y in node.points]
        target.blit(shapes.polygon(local, room.w, room.h, node.fill), room)

    def _circle(self, target: pygame.Surface, node: n.Node, rect: Rect) -> None:
        assert isinstance(node, n.Circle)
        room = self.pixels(rect)
        target.blit(shapes.disc(room.w, node.fill, node.border, node.border_width * self.scale), room)

    def _token(self, target: pygame.Surface, node: n.Node, rect: Rect) -> None:
        assert isinstance(node, n.Token)
        room = self.pixels(rect)
        side = round(rect.w * self.scale)
        target.blit(shapes.token(node.kind, node.state, side, node.colour), room)

    def _segments(self, target: pygame.Surface, node: n.Node, rect: Rect) -> None:
        assert isinstance(node, n.Segments)
        room = self.pixels(rect)
        radius = node.radius * self.scale
        shapes.panel(target, room, radius, node.track)
        ends, total = [], 0.0
        for share, colour in node.shares:
            total += share
            ends.append((room.x + round(room.w * min(total, 1.0)), colour))
        clip = target.get_clip()
        lone = len(ends) == 1
        start = room.x
        for end, colour in ends:
            if end > start:
                # one part alone is round at its own end; several are cut straight inside the bar's outline
                shape = pygame.Rect(start, room.y, max(end - start, room.h), room.h) if lone else room
                target.set_clip(clip.clip(pygame.Rect(start, room.y, end - start, room.h)))
                shapes.panel(target, shape, radius, colour)
            start = end
        target.set_clip(clip)
        if node.mark is not None:
            wide, over = max(round(4 * self.scale), 2), round(5 * self.scale)
            x = room.x + round(room.w * node.mark) - wide // 2
            shapes.panel(
                target, pygame.Rect(x, room.y - over, wide, room.h + 2 * over), wide / 2, node.mark_colour
            )

    def _face(self, target: pygame.Surface, node: n.Node, rect: Rect) -> None:
        assert isinstance(node, n.FaceDisc)
        room = self.pixels(rect)
        side = round(rect.w * self.scale)
        picture, blend = self.faces.picture(node, side, round(node.ring_width * self.scale))
        target.blit(picture, room, special_flags=blend)

    def _pictogram(self, target: pygame.Surface, node: n.Node, rect: Rect) -> None:
        assert isinstance(node, n.Pictogram)
        side = round(rect.w * self.scale)
        key = (node.name, node.colour, side)
        target.blit(_pictures.get(key, lambda: _pictogram(node.name, node.colour, side)), self.pixels(rect))

    def _stamp(self, target: pygame.Surface, node: n.Node, rect: Rect) -> None:
        assert isinstance(node, n.StampMark)
        picture = stamp(node, self.scale)
        target.blit(picture, picture.get_rect(center=self.pixels(rect).center))

    def _mirror(self, target: pygame.Surface, node: n.Node, rect: Rect) -> None:
        assert isinstance(node, n.Mirror)
        room = self.pixels(rect)
        source = self.mirrors.get(node.source)
        shapes.panel(target, room.inflate(4, 4), node.radius * self.scale, (230, 221, 203))
        if source is not None:
            target.blit(self._reduced(node.source, source, room.size), room)

    def _reduced(self, name: str, source: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
        kept = self._small.get(name)
        if kept is None or kept[1] != size:
            kept = (pygame.transform.smoothscale(source, size), size, 0)
            self._small[name] = kept
        return kept[0]

    def show(self, name: str, picture: pygame.Surface) -> None:
        """Give a mirror its new picture."""
        self.mirrors[name] = picture
        self._small.pop(name, None)

    def _scenery(self, target: pygame.Surface, node: n.Node, rect: Rect) -> None:
        assert isinstance(node, n.SceneryArt)
        room = self.pixels(rect)
        look = Look(node.setting, node.light, node.strong, node.units, node.ground)
        target.blit(scenery.picture(look, room.size), room)

    def _thing(self, target: pygame.Surface, node: n.Node, rect: Rect) -> None:
        assert isinstance(node, n.ThingArt)
        room = self.pixels(rect)
        target.blit(things.picture(node.kind, node.state, node.level, node.strong, room.size), room)

    def _fresh(self, target: pygame.Surface, node: n.Node, rect: Rect) -> None:
        assert isinstance(node, n.FreshArt)
        room = self.pixels(rect)
        target.blit(things.fresh(node.done, node.strong, room.size), room)

    def _corners(self, target: pygame.Surface, node: n.Node, rect: Rect) -> None:
        assert isinstance(node, n.Corners)
        room, side = self.pixels(rect), max(round(node.radius * self.scale), 2)
        width = max(round(2 * self.scale), 1)
        corner = shapes.corner(side, node.colour, node.line, width)
        if node.line:
            target.fill(node.line, (room.x + side, room.y, room.w - 2 * side, width))
            for x in (room.x, room.right - width):
                target.fill(node.line, (x, room.y + side, width, room.h - side))
        for low in (False,) if node.line else (False, True):
            for right in (False, True):
                at = (room.right - side if right else room.x, room.bottom - side if low else room.y)
                target.blit(pygame.transform.flip(corner, right, low), at)

    def _outline(self, target: pygame.Surface, node: n.Node, rect: Rect) -> None:
        assert isinstance(node, n.OutlineArt)
        room = self.pixels(rect)
        target.blit(shapes.svg(node.markup, room.w, room.h, node.units), room)

    def _paper(self, target: pygame.Surface, node: n.Node, rect: Rect) -> None:
        assert isinstance(node, PaperArt)
        self.sheet.rest(target, node)

    def _ring(self, target: pygame.Surface, node: n.Node, rect: Rect) -> None:
        assert isinstance(node, Ring)
        width = max(node.width * self.scale, 2.0)
        shapes.panel(target, self.pixels(rect), node.radius * self.scale, None, node.colour, width)

    def _mark(self, target: pygame.Surface, node: n.Node, rect: Rect) -> None:
        assert isinstance(node, Mark)
        target.fill(node.colour, self.pixels(rect), special_flags=pygame.BLEND_MULT)


def _pictogram(name: str, colour: n.Rgb, side: int) -> pygame.Surface:
    """Its outlines are written in `currentColor`, which becomes the colour asked for."""
    file = resources.files("engine.look.pictograms").joinpath(f"{name}.svg")
    markup = file.read_text("utf-8").replace("currentColor", shapes.hexed(colour))
    return pygame.image.load_sized_svg(io.BytesIO(markup.encode()), (side, side))
