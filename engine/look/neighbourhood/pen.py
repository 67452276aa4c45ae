"""The pen that draws the neighbourhood: flat colours of evening with one line of ink, as SVG."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from engine.look.palette import mix, rgb

Point = tuple[float, float]

_EVENING = {
    "ink": "#1D2433", "white": "#FFFDF7", "cream": "#F7E9CD", "clay": "#DB9070", "rose": "#E7B9A8",
    "blue": "#9DB4D1", "sage": "#B3C5A1", "ochre": "#E8BE66", "plum": "#BFABD0", "roof": "#A8573F",
    "slate": "#59627F", "lit": "#FFD86E", "dark": "#66708D", "glass": "#D5E2EC", "leaf": "#7DA56C",
    "deep": "#557F55", "stone": "#CDBFA8", "path": "#EADBBE", "water": "#6F97BC", "foam": "#D3E3EF",
    "tarp": "#2E66B4", "fold": "#214E90", "wood": "#AE7546", "red": "#B93A22", "green": "#0B6E5B",
    "gold": "#ECA820", "skin": "#C98B62", "brown": "#7C5236", "steel": "#8A93A6", "soil": "#8B6848",
}  # fmt: skip
_STRONG = {
    **dict.fromkeys(("cream", "clay", "rose", "blue", "sage", "plum", "white", "glass", "path"), "#FFFFFF"),
    "ink": "#000000", "ochre": "#FFE9A8", "roof": "#C9C9C9", "slate": "#9B9B9B", "lit": "#FFD21F",
    "dark": "#000000", "leaf": "#CDEBC2", "deep": "#A9D69A", "stone": "#E2E2E2", "water": "#CBE1F7",
    "foam": "#FFFFFF", "tarp": "#8DB8F2", "fold": "#FFFFFF", "wood": "#E8CDB0", "red": "#8A1C08",
    "green": "#00513F", "gold": "#F5B100", "skin": "#E8CDB0", "brown": "#8A5A33", "steel": "#D5D5D5",
    "soil": "#C9A98A",
}  # fmt: skip
PEOPLE = ("red", "tarp", "gold", "green", "plum", "clay")
"""What people wear, one after another."""
PALE = 0.3
"""How much of its colours what is not there yet keeps: the rest is paper, behind which nothing shows."""
PAPER = ((246, 235, 218), (255, 255, 255))
"""That paper, ordinary and in high contrast, as red, green, blue."""
SKINS = ("#F0C9A4", "#C98B62", "#8A5A3B", "#E3B48C", "#6B432C")


@dataclass(frozen=True)
class Pen:
    """Draws shapes, each a piece of SVG; `strong` for high contrast: paler fills and a wider line; `sketch`
    for what is not there: pale on paper, or grey as well."""

    strong: bool = False
    sketch: Literal["", "pale", "grey"] = ""

    @property
    def width(self) -> float:
        """The line of ink, in units."""
        return 3.2 if self.strong else 2.2

    def colour(self, name: str) -> str:
        """A colour by its name, or one written "#RRGGBB"."""
        colour = name if name.startswith("#") else _COLOURS[self.strong][name]
        if not self.sketch:
            return colour
        inks = rgb(colour)
        if self.sketch == "grey":
            inks = (round(0.3 * inks[0] + 0.59 * inks[1] + 0.11 * inks[2]),) * 3
        return "#{:02X}{:02X}{:02X}".format(*mix(PAPER[self.strong], inks, PALE))

    def _paint(self, fill: str, line: float | None, ink: str = "ink") -> str:
        shape = f'fill="{self.colour(fill)}"' if fill else 'fill="none"'
        width = self.width if line is None else line
        if not width:
            return shape
        stroke = f'stroke="{self.colour(ink)}" stroke-width="{width:.2f}"'
        return f'{shape} {stroke} stroke-linejoin="round" stroke-linecap="round"'

    def rect(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: str,
        round_: float = 0.0,
        line: float | None = None,
    ) -> str:
        """A rectangle; `line` 0 leaves its outline out."""
        paint = self._paint(fill, line)
        return f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{round_}" {paint}/>'

    def poly(self, points: Sequence[Point], fill: str, line: float | None = None) -> str:
        """A closed shape."""
        way = "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in points) + " Z"
        return f'<path d="{way}" {self._paint(fill, line)}/>'

    def path(self, way: str, fill: str = "", line: float | None = None, ink: str = "ink") -> str:
        """An SVG path, filled or only drawn."""
        return f'<path d="{way}" {self._paint(fill, line, ink)}/>'

    def lines(self, *ways: Sequence[Point], width: float | None = None, ink: str = "ink") -> str:
        """Open lines through points."""
        return "".join(
            self.path("M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in way), "", width, ink) for way in ways
        )

    def circle(self, x: float, y: float, r: float, fill: str, line: float | None = None) -> str:
        """A disc."""
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" {self._paint(fill, line)}/>'

    def glow(self, x: float, y: float, r: float, id_: str, colour: str = "lit", most: float = 0.75) -> str:
        """Light that fades out round a point; nothing in high contrast, where it would only blur."""
        if self.strong:
            return ""
        tint = self.colour(colour)
        stops = f'<stop offset="0" stop-color="{tint}" stop-opacity="{most}"/>'
        stops += f'<stop offset="1" stop-color="{tint}" stop-opacity="0"/>'
        box = f'cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" gradientUnits="userSpaceOnUse"'
        return (
            f'<defs><radialGradient id="{id_}" {box}>{stops}</radialGradient></defs>'
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="url(#{id_})"/>'
        )

    def window(self, x: float, y: float, w: float, h: float, lit: bool, bars: bool = True) -> str:
        """A window: lit, its bars show against the light; dark, its blind is half down."""
        glass = self.rect(x, y, w, h, "lit" if lit else "dark", 1.5, self.width * 0.8)
        if not lit:
            return glass + self.rect(x, y, w, h * 0.36, "stone", 1.0, self.width * 0.6)
        if not bars:
            return glass
        cross = [[(x + w / 2, y), (x + w / 2, y + h)], [(x, y + h * 0.42), (x + w, y + h * 0.42)]]
        return glass + self.lines(*cross, width=self.width * 0.55)

    def windows(self, at: Iterable[Point], size: Point, lit: int, of: int = 4, bars: bool = True) -> str:
        """Windows at these places, `lit` of `of` parts of them lit, here and there."""
        places = list(at)
        order = sorted(range(len(places)), key=lambda i: (i * 7 + 3) * 11 % 23)
        on = set(order[: -(-len(places) * lit // of)]) if lit else set()
        return "".join(self.window(x, y, *size, i in on, bars) for i, (x, y) in enumerate(places))

    def door(self, x: float, y: float, w: float, h: float, fill: str, lit: bool = False) -> str:
        """A door with a pane above, and its handle."""
        pane = "lit" if lit else "dark"
        return (
            self.rect(x, y, w, h, fill, 1.5)
            + self.rect(x + w * 0.2, y + h * 0.12, w * 0.6, h * 0.3, pane, 1.0, self.width * 0.6)
            + self.circle(x + w * 0.78, y + h * 0.6, 1.6, "ink", 0)
        )

    def awning(self, x: float, y: float, w: float, h: float, colour: str, stripes: int = 6) -> str:
        """A striped awning with a scalloped hem."""
        step = w / stripes
        out = ""
        for i in range(stripes):
            left, right = x + i * step, x + (i + 1) * step
            way = (
                f"M{left:.1f} {y:.1f} H{right:.1f} V{y + h * 0.7:.1f} "
                f"A{step / 2:.1f} {h * 0.4:.1f} 0 0 1 {left:.1f} {y + h * 0.7:.1f} Z"
            )
            out += self.path(way, colour if i % 2 == 0 else "white", self.width * 0.7)
        return out

    def person(self, x: float, y: float, n: int, tall: float = 44.0, arms: str = "down") -> str:
        """Somebody standing with their feet at a point; `n` says what they wear."""
        k = tall / 44.0
        shirt, skin = PEOPLE[n % len(PEOPLE)], SKINS[n % len(SKINS)]
        fine = self.width * 0.8
        out = self.lines(
            [(x - 4 * k, y - 16 * k), (x - 4.6 * k, y - 1)],
            [(x + 4 * k, y - 16 * k), (x + 4.6 * k, y - 1)],
            width=4.2 * k,
        )
        body = (
            f"M{x - 8 * k:.1f} {y - 13 * k:.1f} L{x - 8 * k:.1f} {y - 25 * k:.1f} "
            f"Q{x - 8 * k:.1f} {y - 32 * k:.1f} {x:.1f} {y - 32 * k:.1f} "
            f"Q{x + 8 * k:.1f} {y - 32 * k:.1f} {x + 8 * k:.1f} {y - 25 * k:.1f} "
            f"L{x + 8 * k:.1f} {y - 13 * k:.1f} Z"
        )
        if arms == "up":
            out += self.lines([(x + 6 * k, y - 28 * k), (x + 13 * k, y - 40 * k)], width=3.6 * k)
        out += self.path(body, shirt, fine)
        out += self.circle(x, y - 37.5 * k, 5.6 * k, skin, fine)
        hair = (
            f"M{x - 5.8 * k:.1f} {y - 38 * k:.1f} A{5.8 * k:.1f} {5.8 * k:.1f} 0 0 1 "
            f"{x + 5.8 * k:.1f} {y - 38 * k:.1f} "
            f"Q{x:.1f} {y - 42 * k:.1f} {x - 5.8 * k:.1f} {y - 38 * k:.1f} Z"
        )
        return out + self.path(hair, "ink" if n % 4 else "steel", fine * 0.8)

    def bush(self, x: float, y: float, r: float, fill: str = "leaf") -> str:
        """A round bush whose foot is at y."""
        way = (
            f"M{x - r:.1f} {y:.1f} "
            f"Q{x - r * 1.25:.1f} {y - r * 0.9:.1f} {x - r * 0.45:.1f} {y - r * 0.95:.1f} "
            f"Q{x:.1f} {y - r * 1.6:.1f} {x + r * 0.5:.1f} {y - r * 0.95:.1f} "
            f"Q{x + r * 1.25:.1f} {y - r * 0.8:.1f} {x + r:.1f} {y:.1f} Z"
        )
        return self.path(way, fill)

    def crown(self, x: float, y: float, r: float, fill: str = "leaf") -> str:
        """The crown of a tree round a point: a cloud of leaves with a darker side."""
        way = (
            f"M{x - r:.1f} {y + r * 0.3:.1f} "
            f"Q{x - r * 1.28:.1f} {y - r * 0.35:.1f} {x - r * 0.62:.1f} {y - r * 0.55:.1f} "
            f"Q{x - r * 0.4:.1f} {y - r * 1.2:.1f} {x + r * 0.2:.1f} {y - r * 0.95:.1f} "
            f"Q{x + r * 0.95:.1f} {y - r * 1.0:.1f} {x + r * 0.9:.1f} {y - r * 0.3:.1f} "
            f"Q{x + r * 1.3:.1f} {y + r * 0.2:.1f} {x + r * 0.7:.1f} {y + r * 0.6:.1f} "
            f"Q{x + r * 0.2:.1f} {y + r * 1.0:.1f} {x - r * 0.3:.1f} {y + r * 0.7:.1f} "
            f"Q{x - r * 0.8:.1f} {y + r * 0.9:.1f} {x - r:.1f} {y + r * 0.3:.1f} Z"
        )
        shade = (
            f"M{x + r * 0.5:.1f} {y - r * 0.1:.1f} Q{x + r * 0.4:.1f} {y + r * 0.35:.1f} "
            f"{x - r * 0.1:.1f} {y + r * 0.4:.1f}"
        )
        return self.path(way, fill) + self.path(shade, "", self.width * 0.7)


_COLOURS = MappingProxyType({False: {**_EVENING}, True: {**_EVENING, **_STRONG}})
