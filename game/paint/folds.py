"""A sheet of paper on its table, at rest and while it unfolds, turns over and folds back."""

import math
from collections.abc import Callable
from dataclasses import replace

import pygame

from game.kit.folding import ACROSS, COVER, DOWN, PANELS, Look, PaperArt, small_place
from game.kit.geometry import Rect
from game.kit.nodes import FaceDisc
from game.paint import paper
from game.paint.hinge import Hinge, Way, swing
from game.paint.paper import Draw

_STACK = 3
"""How many edges of what is still folded are seen beyond the last open panel."""


def _ease(share: float) -> float:
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)


def _between(a: float, b: float, share: float) -> float:
    return a + (b - a) * share


class Sheet:
    """Paints a sheet at `scale` real pixels for a logical one; `draw` paints what is written. `version` is
    another number once a face has arrived."""

    def __init__(self, scale: float, draw: Draw, version: Callable[[], int]) -> None:
        self.scale = scale
        self.draw = draw
        self.version = version

    # ---- At rest ---------------------------------------------------------------------------------------

    def rest(self, target: pygame.Surface, art: PaperArt) -> None:
        """As it lies. What is written on the panel looked at is the scene's to draw."""
        with _Clip(target, self._pixels(art.rect)):
            self._table(target, art)
            self._open(target, art, art.look, art.shift, bare=art.at if art.seen == "panel" else -1)
            self._small(target, art)

    def _table(self, target: pygame.Surface, art: PaperArt) -> None:
        target.fill(art.table, self._pixels(art.rect))

    def _open(
        self,
        target: pygame.Surface,
        art: PaperArt,
        look: Look,
        shift: float,
        bare: int = -1,
        upto: int | None = None,
    ) -> None:
        """All open panels, their shadow first; `bare` has nothing written on it."""
        art = art if shift == art.shift else replace(art, shift=shift)
        if art.seen == "folded" and upto is None:
            self._packet(target, art, look)
            return
        count = art.open if upto is None else upto
        self._shadows(target, art, look, count)
        self._folded_rest(target, art, look, count)
        seen = self._pixels(art.rect)
        for cell in range(count):
            room = self._pixels(art.place(cell, look))
            if room.colliderect(seen):
                target.blit(self._sized(art, cell, room.size, cell != bare), room)

    def _sized(self, art: PaperArt, cell: int, size: tuple[int, int], written: bool = True) -> pygame.Surface:
        """A panel's picture in so many pixels."""
        nodes = art.writing(cell) if written else ()
        version = self.version() if any(isinstance(node, FaceDisc) for node in nodes) else 0
        whole = paper.page(art, cell, self.scale, self.draw, written, version)
        if size == whole.get_size():
            return whole
        if size[0] < 0.85 * whole.get_width():
            half = (whole.get_width() // 2, whole.get_height() // 2)
            key = (art.side, cell, art.strong, nodes, version)
            whole = paper.reduced(whole, half, key)
        if size == whole.get_size():
            return whole
        return pygame.transform.smoothscale(whole, size)

    def _shadows(self, target: pygame.Surface, art: PaperArt, look: Look, count: int) -> None:
        for row in range(DOWN):
            cells = [cell for cell in range(count) if cell // ACROSS == row]
            if cells and not art.strong:
                room = self._pixels(art.place(cells[0], look)).union(self._pixels(art.place(cells[-1], look)))
                self._cast(target, room, 1.0)

    def _cast(self, target: pygame.Surface, room: pygame.Rect, height: float) -> None:
        """The shadow of paper that lies `height` above the table: 1 is its own thickness."""
        soft = round((10 + 9 * height) * self.scale)
        away = round((4 + 7 * height) * self.scale)
        paper.shadow(target, room.move(away // 2, away), soft, min(0.26, 0.2 + 0.02 * height))

    def _folded_rest(self, target: pygame.Surface, art: PaperArt, look: Look, count: int) -> None:
        """What is still folded shows its edges beyond the last open panel."""
        if count >= art.panels or not count:
            return
        last = self._pixels(art.place(count - 1, look))
        sideways = count % ACROSS != 0
        room = last if sideways else self._pixels(art.place(count - ACROSS, look))
        step = max(round(3 * look.zoom * self.scale), 1)
        for i in range(min(_STACK, art.panels - count), 0, -1):
            moved = room.move(step * i, step * i // 3) if sideways else room.move(step * i // 3, step * i)
            tone = tuple(round(part * (1 - 0.05 * i)) for part in art.paper)
            target.fill(tone, moved)
            pygame.draw.rect(target, art.line, moved, 1)

    def _packet(self, target: pygame.Surface, art: PaperArt, look: Look) -> None:
        """The whole sheet folded to one panel: its cover, and the edges of all the rest."""
        room = self._pixels(art.place(0, look))
        if not art.strong:
            self._cast(target, room, 2.2)
        step = max(round(4 * self.scale), 1)
        for i in range(_STACK + 1, 0, -1):
            moved = room.move(step * i, step * i)
            tone = tuple(round(part * (1 - 0.035 * i)) for part in art.paper)
            target.fill(tone, moved)
            pygame.draw.rect(target, art.line, moved, 1)
        target.blit(paper.back(art, self.scale), room)

    def _small(self, target: pygame.Surface, art: PaperArt) -> None:
        """The whole sheet once more, small: open panels, those read, the one looked at."""
        if art.small is None:
            return
        ground = self._pixels(art.small.inset(-14.0))
        if not art.strong:
            paper.shadow(target, ground.move(0, 4), round(12 * self.scale), 0.16)
        target.fill(art.table, ground)
        pygame.draw.rect(target, art.line, ground, max(round(2 * self.scale), 1))
        for cell in range(PANELS):
            room = self._pixels(small_place(art.small, cell)).inflate(-2, -2)
            if cell < art.open:
                target.fill(art.paper, room)
            pygame.draw.rect(target, art.line, room, max(round(1.5 * self.scale), 1))
            if cell in art.read and cell < art.open:
                self._lines_of(target, art, room)
            if cell == art.at:
                pygame.draw.rect(target, art.mark, room.inflate(4, 4), max(round(5 * self.scale), 2))

    def _lines_of(self, target: pygame.Surface, art: PaperArt, room: pygame.Rect) -> None:
        """What stands for the words of a panel that was read."""
        thick, x = max(round(5 * self.scale), 1), room.x + room.w // 5
        for n, share in enumerate((0.6, 0.45, 0.52)):
            y = room.y + round(room.h * (0.27 + 0.2 * n))
            target.fill(art.mark, (x, y, round(room.w * share), thick))

    def _pixels(self, rect: Rect) -> pygame.Rect:
        x, y = round(rect.x * self.scale), round(rect.y * self.scale)
        return pygame.Rect(x, y, round(rect.w * self.scale), round(rect.h * self.scale))

    # ---- On its way ------------------------------------------------------------------------------------

    def between(self, target: pygame.Surface, old: PaperArt, new: PaperArt, share: float) -> None:
        """Somewhere on the way from one state to another; `share` of the time is gone."""
        with _Clip(target, self._pixels(new.rect)):
            self._table(target, new)
            self._ways(old, new)(target, old, new, share)
            self._small(target, new)

    def _ways(
        self, old: PaperArt, new: PaperArt
    ) -> Callable[[pygame.Surface, PaperArt, PaperArt, float], None]:
        if old.seen == "folded" != new.seen:
            return self._opening
        if new.seen == "folded" != old.seen:
            return self._folding
        if old.side != new.side:
            return self._turning
        if new.open > old.open:
            return self._unfolding
        if old.look != new.look or old.shift != new.shift:
            return self._gliding
        return self._rewriting

    def _travel(self, old: PaperArt, new: PaperArt, share: float) -> tuple[Look, float]:
        """From where it is seen on the way: from higher up the farther it goes."""
        a, b, e = old.look, new.look, _ease(share)
        far = math.hypot((b.x - a.x) / old.panel[0], (b.y - a.y) / old.panel[1])
        up = 0.0 if far < 1.1 else min(0.18 * far, 0.42)
        zoom = _between(a.zoom, b.zoom, e) * (1 - up * math.sin(math.pi * e))
        return Look(_between(a.x, b.x, e), _between(a.y, b.y, e), zoom), _between(old.shift, new.shift, e)

    def _gliding(self, target: pygame.Surface, old: PaperArt, new: PaperArt, share: float) -> None:
        look, shift = self._travel(old, new, share)
        self._open(target, replace(new, seen="panel"), look, shift)

    def _rewriting(self, target: pygame.Surface, old: PaperArt, new: PaperArt, share: float) -> None:
        """The same panel, with more on it."""
        self._open(target, old, old.look, old.shift)
        room = self._pixels(new.place(new.at))
        if new.seen == "panel" and new.writing(new.at) != old.writing(new.at):
            fresh = self._sized(new, new.at, room.size).copy()
            fresh.set_alpha(round(255 * _ease(share)))
            target.blit(fresh, room)

    def _unfolding(self, target: pygame.Surface, old: PaperArt, new: PaperArt, share: float) -> None:
        """One panel after another swings out from behind the last, while one goes along."""
        many = new.open - old.open
        at = min(int(share * many), many - 1)
        cell, part = old.open + at, share * many - at
        look, shift = self._travel(old, new, share * 1.15)
        lying = replace(new, seen="panel", shift=shift)
        self._hanging(target, lying, cell, look, _angle(part))

    def _hanging(self, target: pygame.Surface, art: PaperArt, cell: int, look: Look, angle: float) -> None:
        """The panels before one, and that one on its fold, `angle` away from flat: above 0 behind the sheet,
        below 0 towards us."""
        room = self._pixels(art.place(cell, look))
        down = cell % ACROSS == 0
        if not art.strong:
            lift, flat = abs(math.sin(angle)), max(math.cos(angle), 0.02)
            reach = room.copy()
            reach.size = (room.w, round(room.h * flat)) if down else (round(room.w * flat), room.h)
            self._cast(target, reach.inflate(round(10 * lift), round(10 * lift)), 1.0 + 5.0 * lift)
        self._open(target, art, look, art.shift, upto=cell)
        hinge = Hinge("down" if down else "right", room.topleft, self._eye(art), self._far(art))
        swing(target, self._sized(art, cell, room.size), hinge, angle)

    def _eye(self, art: PaperArt) -> tuple[float, float]:
        x, y = art.rect.centre
        return x * self.scale, y * self.scale

    def _far(self, art: PaperArt) -> float:
        """From how far it is seen, in real pixels."""
        return 2.4 * art.panel[0] * self.scale

    def _turning(self, target: pygame.Surface, old: PaperArt, new: PaperArt, share: float) -> None:
        """Seen whole, the sheet turns about its middle, and one comes down on the other side."""
        if share < 0.25:
            self._gliding(target, old, replace(old, seen="whole"), share / 0.25)
            return
        if share > 0.75:
            self._gliding(target, replace(new, seen="whole"), new, (share - 0.75) / 0.25)
            return
        turned = _ease((share - 0.25) / 0.5)
        art = old if turned < 0.5 else new
        self._about(target, replace(art, seen="whole", shift=0.0), turned)

    def _about(self, target: pygame.Surface, art: PaperArt, turned: float) -> None:
        """All that is open turned about its upright middle, in the middle of the table while it stands on
        edge: half a turn is 1."""
        picture, room = self._whole(art)
        middle, on_edge = self._pixels(art.rect).center, math.sin(math.pi * turned)
        room.move_ip(round((middle[0] - room.centerx) * on_edge), round((middle[1] - room.centery) * on_edge))
        self._spin(target, art, picture, room, turned)

    def _spin(
        self, target: pygame.Surface, art: PaperArt, picture: pygame.Surface, room: pygame.Rect, turned: float
    ) -> None:
        """A picture turned about its upright middle, seen from its other side from the quarter on."""
        angle = math.pi * turned if turned < 0.5 else math.pi * (turned - 1)
        if not art.strong:
            flat = room.copy()
            flat.w, flat.h = max(round(room.w * abs(math.cos(angle))), 8), self._upper(art, room)
            flat.centerx = room.centerx
            self._cast(target, flat, 1.0 + 7.0 * math.sin(math.pi * turned))
        half = room.w // 2
        left = pygame.transform.flip(picture.subsurface((0, 0, half, room.h)), True, False)
        right = picture.subsurface((half, 0, room.w - half, room.h))
        middle, eye, far = (room.x + half, room.y), self._eye(art), 1.7 * max(room.size)
        sides: list[tuple[pygame.Surface, Way, float]] = [(left, "left", -angle), (right, "right", angle)]
        for half_of_it, way, at in sorted(sides, key=lambda one: -one[2]):
            swing(target, half_of_it, Hinge(way, middle, eye, far), at)

    def _upper(self, art: PaperArt, room: pygame.Rect) -> int:
        """How high the rows that are open from end to end are, of all that is open in a room."""
        odd = art.seen == "whole" and art.open > ACROSS and art.open % ACROSS
        return room.h // DOWN if odd else room.h

    def _whole(self, art: PaperArt) -> tuple[pygame.Surface, pygame.Rect]:
        """The picture of all that is open, on table where nothing is, and where it stands when seen whole."""
        look = art.overview
        places = [self._pixels(art.place(cell, look)) for cell in range(art.open)]
        room = places[0].unionall(places[1:])
        made = pygame.Surface(room.size, pygame.SRCALPHA)
        for cell, spot in enumerate(places):
            spot.move_ip(-room.x, -room.y)
            made.blit(self._sized(art, cell, spot.size), spot)
        return made, room

    def _opening(self, target: pygame.Surface, old: PaperArt, new: PaperArt, share: float) -> None:
        """The folded sheet turns over in one's hand: its first panel; then farther ones unfold."""
        first = replace(new, at=0, seen="panel", open=1)
        if share < 0.6:
            self._handled(target, old, first, _ease(share / 0.6))
        else:
            self._ways(first, new)(target, first, new, (share - 0.6) / 0.4)

    def _handled(self, target: pygame.Surface, front: PaperArt, first: PaperArt, turned: float) -> None:
        """The sheet folded to one panel turns from its cover to its first panel."""
        cover = paper.page(front, COVER, self.scale, self.draw)
        page = paper.page(first, 0, self.scale, self.draw)
        room = self._pixels(front.place(0, front.look))
        self._spin(target, front, cover if turned < 0.5 else page, room, turned)

    def _folding(self, target: pygame.Surface, old: PaperArt, new: PaperArt, share: float) -> None:
        """The right half over the left, again, then the lower row under: until one panel is left."""
        if share < 0.2:
            self._gliding(target, old, replace(old, seen="whole"), share / 0.2)
            return
        steps = list(range(old.open - 1, 0, -1))
        at = replace(old, seen="whole", shift=0.0)
        gone = (share - 0.2) / 0.8 * (len(steps) + 1)
        i = int(gone)
        if i >= len(steps):
            self._closing(target, old, new, min(gone - i, 1.0))
            return
        cell = steps[i]
        self._hanging(target, at, cell, at.look, _ease(gone - i) * math.pi / 2)

    def _closing(self, target: pygame.Surface, old: PaperArt, new: PaperArt, share: float) -> None:
        """The last panel comes nearer, and turns to the cover."""
        near = replace(old, seen="panel", at=0, open=1)
        if share < 0.3:
            self._gliding(target, replace(near, seen="whole"), near, share / 0.3)
        else:
            self._handled(target, new, near, 1 - _ease((share - 0.3) / 0.7))


def _angle(share: float) -> float:
    """How a panel swings out: from behind the sheet to flat, a little beyond towards us, and down."""
    if share < 0.55:
        return math.pi / 2 * (1 - _ease(share / 0.55)) if share > 0 else math.pi / 2
    rest = (share - 0.55) / 0.45
    return -0.34 * math.sin(math.pi * rest) * (1 - rest) * 1.4


class _Clip:
    """Nothing is painted outside a room."""

    def __init__(self, target: pygame.Surface, room: pygame.Rect) -> None:
        self.target = target
        self.before = target.get_clip()
        target.set_clip(self.before.clip(room))

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        self.target.set_clip(self.before)
