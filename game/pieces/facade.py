"""A week of rooms as the front of a building at dusk: a storey for each room, a bay for each time; in each
window, who has that hour.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from engine.look.palette import mix
from game.kit import Card, Element, Fit, Label, Node, Rect, Size, place
from game.kit.nodes import OutlineArt, Rgb
from game.pieces.signs import hexed

State = Literal["free", "lit", "kept", "out"]
"""Nobody's, a project's, nobody's to take, or dark since a project was put out of it."""

HALO = 16.0
"""How far the light of a window reaches, in logical pixels."""
_FRAME = 4.0
_AWNING_SHARE, AWNING = 0.17, 34.0
"""Height of an awning: a share of its window's, and the most."""
_WIDEST = 2.9
"""How many times as wide as high a window may be: more of it is wall."""
_FLAT = 96.0
"""Logical height below which a window is parted upright, and not across."""
_ROUND = 20.0
_SKY = 430.0
"""Logical height from which there is room for a sky."""


def _box(rect: Rect, fill: str, radius: float = 0.0, more: str = "") -> str:
    x, y, w, h = rect
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{radius}" fill="{fill}" {more}/>'
    )


@dataclass(frozen=True)
class Inks:
    """The colours of a front in a theme."""

    wall: Rgb
    stone: Rgb
    dim: Rgb
    dark: Rgb
    gold: Rgb
    white: Rgb

    @staticmethod
    def of(fit: Fit) -> "Inks":
        wall, white, gold = fit.colour("night"), fit.colour("on_night"), fit.colour("night_gold")
        dim = mix(wall, (126, 146, 214), 0.1 if fit.theme.high_contrast else 0.2)
        return Inks(wall, mix(wall, white, 0.34), dim, mix(wall, (0, 0, 0), 0.5), gold, white)


@dataclass(frozen=True)
class Window(Element):
    """One window. What stands `inside` is on its glass; `beside` on a dark light of its own, where somebody
    else wants the hour. `family` is the role of the colour of who lit it; `wanted`: how many open projects
    want it.
    """

    state: State
    inside: Element
    family: str = ""
    beside: Element | None = None
    wanted: int = 0
    bars: bool = True
    """Whether its glass is divided: where nothing stands on it."""

    def glass(self, fit: Fit) -> Rgb:
        """The colour of what its words stand on."""
        inks = Inks.of(fit)
        if self.state == "lit":
            return mix(fit.colour(self.family), (255, 250, 236), 0.74)
        return {"free": inks.dim, "kept": mix(inks.wall, (70, 92, 150), 0.22), "out": inks.dark}[self.state]

    def _parts(self, rect: Rect) -> tuple[Rect, Rect, Rect]:
        """Its glass; of that, where `inside` and `beside` stand."""
        glass = rect.inset(_FRAME)
        awning = self._awning(glass) if self.state == "lit" else 0.0
        inner = Rect(glass.x, glass.y + awning, glass.w, glass.h - awning)
        if self.beside is None:
            return glass, inner.inset(6.0, 2.0), Rect(0, 0, 0, 0)
        if rect.h < _FLAT:
            half = glass.w / 2
            left, right = Rect(inner.x, inner.y, half, inner.h), Rect(glass.x + half, glass.y, half, glass.h)
            return glass, left.inset(4.0, 2.0), right
        high = min(max(inner.h * 0.47, 40.0), inner.h)
        upper = Rect(inner.x, inner.y, inner.w, inner.h - high)
        return glass, upper.inset(6.0, 2.0), Rect(glass.x, glass.bottom - high, glass.w, high)

    def _awning(self, glass: Rect) -> float:
        return min(glass.h * _AWNING_SHARE, AWNING)

    def measure(self, fit: Fit, width: float) -> Size:
        room = max(width - 2 * (_FRAME + 6.0), 0.0)
        inside = fit.measure(self.inside, room)
        beside = fit.measure(self.beside, room) if self.beside is not None else Size(0.0, 0.0)
        high = max(inside.h, beside.h) + 4.0
        high = high / (1 - _AWNING_SHARE) if self.state == "lit" else high
        return Size(min(max(inside.w, beside.w) + 12.0, width), high + 2 * _FRAME)

    def least(self, fit: Fit) -> float:
        return 40.0

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        wide = min(rect.w, rect.h * _WIDEST)
        rect = Rect(rect.x + (rect.w - wide) / 2, rect.y, wide, rect.h)
        glass, inside, beside = self._parts(rect)
        around = rect.inset(-HALO)
        nodes: list[Node] = [
            OutlineArt(
                rect=around,
                markup=self._drawn(fit, *(one.moved(-around.x, -around.y) for one in (rect, glass, beside))),
                units=(around.w, around.h),
                layer=fit.layer,
            )
        ]
        nodes += place(fit.over(self.glass(fit)), self.inside, inside)
        if self.beside is not None:
            nodes += place(fit.over(Inks.of(fit).wall), self.beside, beside.inset(11.0, 3.0))
        return nodes

    def _drawn(self, fit: Fit, rect: Rect, glass: Rect, beside: Rect) -> str:
        inks, pane = Inks.of(fit), hexed(self.glass(fit))
        out = ""
        if self.state == "lit" and not fit.theme.high_contrast:
            light = hexed(mix(fit.colour(self.family), (255, 236, 190), 0.6))
            for far, much in ((HALO, 0.05), (HALO * 0.66, 0.08), (HALO * 0.33, 0.14)):
                out += _box(rect.inset(-far), light, 6.0 + far, f'fill-opacity="{much}"')
        out += _box(rect, hexed(inks.stone), 7.0)
        out += _box(Rect(rect.x - 6, rect.bottom - 2, rect.w + 12, 6.0), hexed(inks.stone), 2.0)
        out += _box(glass, pane, 4.0)
        if self.state == "lit":
            out += self._lit(fit, glass)
        elif self.state == "kept":
            out += _louvres(inks, glass)
        elif self.bars:
            out += _bars(inks, glass, self.state == "free")
        if self.beside is not None:
            out += _box(beside, hexed(inks.wall), 3.0)
        if self.wanted:
            out += _dashes(rect.inset(1.0), hexed(inks.gold), 5.0 if self.wanted == 1 else 8.0)
        return out

    def _lit(self, fit: Fit, glass: Rect) -> str:
        """Its awning, in the colour of who lit it."""
        family = fit.colour(self.family)
        high, count = self._awning(glass), max(round(glass.w / 30), 3) | 1
        step, out = glass.w / count, ""
        for i in range(count):
            x, y = glass.x + i * step, glass.y
            colour = family if i % 2 == 0 else mix(family, (255, 250, 236), 0.45)
            out += (
                f'<path d="M{x:.1f} {y:.1f} H{x + step:.1f} V{y + high * 0.66:.1f} '
                f"A{step / 2:.1f} {high * 0.34:.1f} 0 0 1 {x:.1f} {y + high * 0.66:.1f} Z"
                f'" fill="{hexed(colour)}"/>'
            )
        return out


def _dashes(rect: Rect, colour: str, thick: float) -> str:
    """A dashed outline, as round what is promised and not yet given."""
    out = ""
    across, down = (max(round(length / 20), 2) for length in (rect.w, rect.h))
    for count, length, upright in ((across, rect.w, False), (down, rect.h, True)):
        step = length / (count - 0.4)
        for i in range(count):
            at, long = i * step, step * 0.6
            for far in (False, True):
                if upright:
                    x = rect.right - thick if far else rect.x
                    spot = Rect(x, rect.y + at, thick, long)
                else:
                    y = rect.bottom - thick if far else rect.y
                    spot = Rect(rect.x + at, y, long, thick)
                out += _box(spot, colour, 2.0)
    return out


def _louvres(inks: Inks, glass: Rect) -> str:
    """Closed shutters."""
    count = max(int(glass.h // 13), 3)
    step, line, out = glass.h / count, hexed(mix(inks.wall, inks.white, 0.13)), ""
    for i in range(1, count):
        out += _box(Rect(glass.x + 3, glass.y + i * step - 1, glass.w - 6, 2.0), line)
    return out


def _bars(inks: Inks, glass: Rect, inviting: bool) -> str:
    """The bars of a dark window; a free one has its curtains open, and somebody left a lamp on."""
    out, bar = "", hexed(inks.stone)
    if inviting:
        r = min(glass.h * 0.7, glass.w * 0.45)
        x, y = glass.centre[0], glass.bottom
        stops = f'<stop offset="0" stop-color="{hexed(inks.gold)}" stop-opacity="0.55"/>'
        stops += f'<stop offset="1" stop-color="{hexed(inks.gold)}" stop-opacity="0"/>'
        box = f'cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" gradientUnits="userSpaceOnUse"'
        out += f'<defs><radialGradient id="lamp" {box}>{stops}</radialGradient></defs>'
        out += (
            f'<path d="M{x - r:.1f} {y:.1f} A{r:.1f} {r:.1f} 0 0 1 {x + r:.1f} {y:.1f} Z" fill="url(#lamp)"/>'
        )
    out += _box(Rect(glass.centre[0] - 1.5, glass.y, 3.0, glass.h), bar)
    return out + _box(Rect(glass.x, glass.y + glass.h * 0.4 - 1.5, glass.w, 3.0), bar)


@dataclass(frozen=True)
class Facade(Element):
    """The whole front: `rooms` and `times` in words, `windows` room by room."""

    rooms: tuple[str, ...]
    times: tuple[str, ...]
    windows: tuple[Window, ...]
    height: float = 190.0
    bare: bool = False
    """Without the names of rooms and times."""

    def _row(self, i: int) -> Sequence[Window]:
        return self.windows[i * len(self.times) : (i + 1) * len(self.times)]

    def _plates(self) -> list[Card]:
        return [
            Card(Label(room, "label", "on_colour", "center"), "s", 2.0, "gift", "on_colour", edge=False,
                 radius="s", fill_child=False)
            for room in self.rooms
            if not self.bare
        ]  # fmt: skip

    def _gap(self, fit: Fit) -> float:
        return max(fit.gap("s"), 6.0)

    def _columns(self, fit: Fit, width: float) -> tuple[float, float]:
        """Widths of the plates and of a bay."""
        gap, n = self._gap(fit), len(self.times)
        if self.bare:
            return -gap, max((width - (n + 1) * gap) / n, 0.0)
        wanted = max(fit.measure(plate, width * 0.16).w for plate in self._plates())
        plates = min(max(wanted, width * 0.1), width * 0.17)
        plates = max(plates, *(fit.least(plate) for plate in self._plates()))
        return plates, max((width - plates - (n + 2) * gap) / n, 0.0)

    def _heads(self) -> list[Label]:
        if self.bare:
            return []
        return [Label(time, "label", "night_gold", "center") for time in self.times]

    def _head(self, fit: Fit, bay: float) -> float:
        return max((fit.measure(label, bay).h for label in self._heads()), default=0.0)

    def measure(self, fit: Fit, width: float) -> Size:
        gap = self._gap(fit)
        plates, bay = self._columns(fit, width)
        head = self._head(fit, bay)
        row = max(
            0.0,
            *(fit.measure(plate, plates).h for plate in self._plates()),
            *(fit.measure(one, bay).h for one in self.windows),
        )
        high = head + len(self.rooms) * row + (len(self.rooms) + 2.2) * gap + 1.0
        return Size(width, max(high, fit.scaled(self.height)))

    def least(self, fit: Fit) -> float:
        n = len(self.times)
        bays = max((48.0, *(fit.least(label) for label in self._heads())))
        plates = max((fit.least(plate) for plate in self._plates()), default=0.0)
        return plates + n * bays + (n + 2) * self._gap(fit)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        fit = fit.ease(self, rect)
        gap, count = self._gap(fit), len(self.rooms)
        plates, bay = self._columns(fit, rect.w)
        sky = rect.h * 0.085 if rect.h > _SKY else 0.0
        head = self._head(fit, bay)
        top = rect.y + sky + gap * 0.6
        first = top + head + gap
        high = (rect.bottom - gap * 1.6 - first - (count - 1) * gap) / count
        storeys = [first + i * (high + gap) for i in range(count)]
        wall = fit.over(Inks.of(fit).wall)
        nodes: list[Node] = [self._wall(fit, rect, sky, first - gap * 0.5, [y + high for y in storeys])]
        for j, label in enumerate(self._heads()):
            nodes += place(wall, label, Rect(rect.x + plates + 2 * gap + j * (bay + gap), top, bay, head))
        for plate, y in zip(self._plates(), storeys, strict=False):
            tall = min(fit.measure(plate, plates).h + gap, high)
            nodes += place(wall, plate, Rect(rect.x + gap, y + (high - tall) / 2, plates, tall))
        for i, y in enumerate(storeys):
            for j, window in enumerate(self._row(i)):
                spot = Rect(rect.x + plates + 2 * gap + j * (bay + gap), y, bay, high)
                nodes += place(wall, window, spot)
        return nodes

    def _wall(self, fit: Fit, rect: Rect, sky: float, cornice: float, feet: Sequence[float]) -> OutlineArt:
        inks, (w, h) = Inks.of(fit), (rect.w, rect.h)
        wall, course = hexed(inks.wall), hexed(mix(inks.wall, inks.white, 0.16))
        out = _box(Rect(0, 0, w, h), wall, _ROUND)
        if sky:
            out = _sky(fit, w, h, sky) + _roof(w, sky, hexed(mix(inks.wall, inks.white, 0.06)))
            r, low = _ROUND, h - _ROUND
            foot = f"V{low:.1f} Q{w:.1f} {h:.1f} {w - r:.1f} {h:.1f} H{r} Q0 {h:.1f} 0 {low:.1f} Z"
            out += f'<path d="M0 {sky:.1f} H{w:.1f} {foot}" fill="{wall}"/>'
            out += _box(Rect(0, sky - 7, w, 10.0), course)
        y = cornice - rect.y
        if not self.bare:
            out += _box(Rect(0, y - 2, w, 3.0), course)
        teeth = max(int(w // 26), 1)
        for i in range(0 if self.bare else teeth):
            out += _box(Rect((i + 0.25) * w / teeth, y + 1, w / teeth / 2, 5.0), course)
        for sill in feet[:-1]:
            out += _box(Rect(0, sill - rect.y + self._gap(fit) * 0.62, w, 2.0), course)
        return OutlineArt(rect=rect, markup=out, units=(w, h), layer=fit.layer)


def _sky(fit: Fit, w: float, h: float, sky: float) -> str:
    """Dusk over the roof."""
    if fit.theme.high_contrast:
        return _box(Rect(0, 0, w, h), hexed(fit.colour("night_track")), _ROUND)
    fades = ((0, "#34406A"), (0.55, "#8A6A86"), (1, "#F0B48E"))
    stops = "".join(f'<stop offset="{at}" stop-color="{colour}"/>' for at, colour in fades)
    ends = f'x1="0" y1="0" x2="0" y2="{sky:.1f}" gradientUnits="userSpaceOnUse"'
    out = f'<defs><linearGradient id="dusk" {ends}>{stops}</linearGradient></defs>'
    out += _box(Rect(0, 0, w, sky + 60), "url(#dusk)", _ROUND)
    for i in range(14):  # a few stars, high up
        x, y = (i * 0.618 % 1) * w, (0.12 + i * 0.37 % 0.4) * sky
        r = 1.4 + i % 3 * 0.5
        out += f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="#FFF3D0" fill-opacity="0.8"/>'
    return out


def _roof(w: float, sky: float, wall: str) -> str:
    """What stands on it: chimneys, an aerial, the lift’s housing."""
    out, colour = "", wall
    for at, wide, high in ((0.08, 44, 0.34), (0.3, 30, 0.3), (0.62, 110, 0.26), (0.88, 36, 0.4)):
        out += _box(Rect(w * at, sky - 6 - sky * high, wide, sky * high + 6), colour, 2.0)
        out += _box(Rect(w * at - 4, sky - 8 - sky * high, wide + 8, 6.0), colour, 2.0)
    x, y = w * 0.655, sky * 0.72
    out += _box(Rect(x, y - sky * 0.5, 3.0, sky * 0.55), colour)
    for i, long in enumerate((46, 34, 22)):
        out += _box(Rect(x + 1.5 - long / 2, y - sky * 0.5 + 4 + i * 8, long, 3.0), colour)
    return out


@dataclass(frozen=True)
class Glance(Element):
    """The same windows without a word or a sign, small: which are lit, by whom, and which are wanted."""

    across: int
    windows: tuple[Window, ...]
    width: float = 38.0
    height: float = 24.0

    _GAP = 7.0

    def measure(self, fit: Fit, width: float) -> Size:
        down = len(self.windows) // self.across
        wide, high = (n * (side + self._GAP) for n, side in ((self.across, self.width), (down, self.height)))
        return Size(fit.scaled(wide, 0.6 * wide), fit.scaled(high, 0.6 * high))

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        inks, out = Inks.of(fit), ""
        down = len(self.windows) // self.across
        for i, window in enumerate(self.windows):
            x, y = i % self.across * (self.width + self._GAP), i // self.across * (self.height + self._GAP)
            spot = Rect(x + self._GAP / 2, y + self._GAP / 2, self.width, self.height)
            border = inks.gold if window.wanted else inks.stone
            out += _box(spot.inset(-2.5), hexed(border), 4.0) + _box(spot, hexed(window.glass(fit)), 2.0)
            if window.state == "lit":
                out += _box(Rect(spot.x, spot.y, spot.w, 8.0), hexed(fit.colour(window.family)), 1.0)
        units = (self.across * (self.width + self._GAP), down * (self.height + self._GAP))
        return [OutlineArt(rect=rect, markup=out, units=units, layer=fit.layer)]
