"""Elements made of words: Label, Struck, Pill, Stamp."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from game.kit.geometry import Rect
from game.kit.layout import Element, Fit, Size
from game.kit.links import Link, linked
from game.kit.nodes import Node, Panel, Path, Run, StampMark, Text
from game.kit.rag import lines
from game.kit.setting import SetLine, setting
from game.kit.theme import TextStyle, Theme
from game.kit.words import Line, Piece, Span, advance

_HEAVIER = {"text-400": "text-700", "head-700": "head-800"}
_LIGHTER = {"text-700": "text-400"}
_STROKE = 0.09
"""Width of a stroke that crosses words out, to the size of their type."""


@dataclass(frozen=True)
class Label(Element):
    """Text in a style of the theme, wrapped. `colour` overrides the style's.

    `text` may be spans (see words.rich). `max_lines` is a wish: the type shrinks to meet it, and if the floor
    does not allow that, more lines are used: nothing is ever cut. `one_line` never wraps and wants its
    whole width. `links` are underlined with dots, which moves no letter; Tab passes over them.
    """

    text: str | Sequence[Span]
    style: str = "body"
    colour: str | None = None
    align: Literal["left", "center", "right"] = "left"
    max_lines: int = 0
    one_line: bool = False
    halo: str | None = None
    turned: bool = False  # read from bottom to top
    links: tuple[Link, ...] = ()

    @property
    def name(self) -> str:
        return f"« {self.words[:40]} »"

    @cached_property
    def words(self) -> str:
        """All that it says."""
        return self.text if isinstance(self.text, str) else "".join(span.text for span in self.text)

    def _style(self, fit: Fit) -> TextStyle:
        return fit.theme.style(self.style)

    def _pieces(self, fit: Fit) -> tuple[Piece, ...]:
        text = self.text if isinstance(self.text, str) else tuple(self.text)
        return _pieces(fit.theme, text, self.style, self.colour)

    def _even(self, fit: Fit) -> bool:
        """Titles and centred words are set in lines of even length."""
        return self.align == "center" or self._style(fit).font.startswith("head")

    def _whole(self, fit: Fit, size: float) -> SetLine:
        """All on one line."""
        pieces = self._pieces(fit)
        wide = sum(advance(fit.metrics, p.text, p.font, size) for p in pieces)
        return SetLine(tuple(Run(*piece) for piece in pieces), wide)

    def _lines(self, fit: Fit, width: float) -> tuple[Sequence[SetLine], float]:
        """The lines and the type size: smaller than the style's where a word or the number of lines asks
        for it.
        """
        size, floor = fit.sizes(self._style(fit), self.words)
        if self.one_line:
            return [self._whole(fit, size)], size
        pieces, even = self._pieces(fit), self._even(fit)
        while True:
            text = setting(fit.metrics, pieces, size)
            found = lines(text, round(width, 2) + 0.01, even)
            long = 0 < self.max_lines < len(found)
            if size <= floor or not (text.longest > width or long):
                return found, size
            size = max(size * 0.94, floor)

    def measure(self, fit: Fit, width: float) -> Size:
        if self.turned:
            width = 100_000.0
        found, size = self._lines(fit, width)
        widest = max(line.width for line in found)
        high = len(found) * size * self._style(fit).leading
        return Size(high, widest) if self.turned else Size(widest, high)

    def least(self, fit: Fit) -> float:
        if self.turned:
            return self.measure(fit, 0.0).w
        size, floor = fit.sizes(self._style(fit), self.words)
        if self.one_line:
            return self._whole(fit, size).width
        # a long word may be set smaller before the column gets wider
        return setting(fit.metrics, self._pieces(fit), max(floor, size * 0.8)).longest

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        fit = fit.ease(self, rect)
        style = self._style(fit)
        found, size = self._lines(fit, 100_000.0 if self.turned else rect.w)
        fit.drawn.add(fit.layer, self.style, self.words, size)
        if self.turned:
            return [_turned(fit, found[0], style, size, rect)]
        leading = size * style.leading
        y = rect.y + max(rect.h - leading * len(found), 0.0) / 2 if len(found) == 1 else rect.y
        share = {"left": 0.0, "center": 0.5, "right": 1.0}[self.align]
        halo = fit.colour(self.halo) if self.halo else None
        nodes: list[Text] = []
        for i, (line, width) in enumerate(found):
            if width:
                spot = Rect(rect.x + share * (rect.w - width), y + i * leading, width, leading)
                nodes.append(text_node(fit, line, style, size, spot, halo))
        return [*nodes, *linked(fit, self.words, self.links, nodes)] if self.links else nodes


@lru_cache(maxsize=8192)
def _pieces(
    theme: Theme, text: str | tuple[Span, ...], style_name: str, colour: str | None
) -> tuple[Piece, ...]:
    """The letters of a label, each in its font and colour."""
    style = theme.style(style_name)
    base = colour or style.colour
    spans = (Span(text),) if isinstance(text, str) else text
    return tuple(Piece(s.text, _font(style.font, s.bold), theme.colour(s.colour or base)) for s in spans)


def text_node(
    fit: Fit, runs: Line, style: TextStyle, size: float, rect: Rect, halo: tuple[int, int, int] | None = None
) -> Text:
    """One line, its letters in the middle of the height of `rect`."""
    height = fit.metrics.height(style.font, size)
    baseline = (rect.h - height) / 2 + fit.metrics.ascent(style.font, size)
    return Text(
        rect=rect,
        runs=runs,
        size=size,
        baseline=baseline,
        on=fit.on,
        role=style.role,
        halo=halo,
        layer=fit.layer,
    )


def _turned(fit: Fit, found: SetLine, style: TextStyle, size: float, rect: Rect) -> Text:
    line, width = found
    spot = Rect(rect.x, rect.y + (rect.h - width) / 2, rect.w, width)
    high = fit.metrics.height(style.font, size)
    baseline = (rect.w - high) / 2 + fit.metrics.ascent(style.font, size)
    return Text(
        rect=spot, runs=line, size=size, baseline=baseline, on=fit.on, role=style.role, turned=True,
        layer=fit.layer,
    )  # fmt: skip


def _font(font: str, bold: bool | None) -> str:
    if bold is None:
        return font
    return _HEAVIER.get(font, font) if bold else _LIGHTER.get(font, font)


PILLS: dict[str, tuple[str, str]] = {
    "kept": ("kept_ink", "kept_soft"),
    "part": ("part", "part_soft"),
    "broken": ("broken_ink", "broken_soft"),
    "gift": ("gift", "gift_soft"),
    "idea": ("idea", "idea_soft"),
    "dark": ("on_night", "night"),
    "plain": ("ink", "chip"),
    "quiet": ("quiet", "panel"),
}
"""Tone of a pill -> (text, ground)."""


@dataclass(frozen=True)
class Pill(Element):
    """A few words on a rounded ground. `tone` is one of PILLS."""

    text: str
    tone: str = "plain"
    style: str = "pill"

    def _label(self) -> Label:
        return Label(self.text, self.style, PILLS[self.tone][0], "center")

    def _pads(self, fit: Fit) -> tuple[float, float]:
        size = fit.size(fit.theme.style(self.style), self.text)
        return size * 0.62, size * 0.24

    def measure(self, fit: Fit, width: float) -> Size:
        x, y = self._pads(fit)
        inner = self._label().measure(fit, max(width - 2 * x, 0.0))
        return Size(inner.w + 2 * x, inner.h + 2 * y)

    def least(self, fit: Fit) -> float:
        return self._label().least(fit) + 2 * self._pads(fit)[0]

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        ground = fit.colour(PILLS[self.tone][1])
        x, y = self._pads(fit)
        radius = min(rect.h / 2, fit.size(fit.theme.style(self.style)) * 0.85)
        panel = Panel(rect=rect, fill=ground, radius=radius, layer=fit.layer)
        return [panel, *self._label().place(fit.over(ground), rect.inset(x, y))]


@dataclass(frozen=True)
class Stamp(Element):
    """A fact stamped a little askew: TENU, EN PARTIE, NON TENU, DON. Never wraps."""

    text: str
    colour: str
    style: str = "stamp"
    tilt: float = 3.0  # degrees, turning left

    def measure(self, fit: Fit, width: float) -> Size:
        size = fit.size(fit.theme.style(self.style), self.text)
        w = advance(fit.metrics, self.text, fit.theme.style(self.style).font, size) + size * 1.5
        h = size * 1.75
        return Size(w + h * 0.06, h + w * 0.055)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        fit = fit.ease(self, rect)
        style = fit.theme.style(self.style)
        wanted = self.measure(fit, rect.w)
        spot = Rect(rect.x, rect.y + (rect.h - wanted.h) / 2, wanted.w, wanted.h)
        size = fit.size(style, self.text)
        fit.drawn.add(fit.layer, self.style, self.text, size)
        return [
            StampMark(
                rect=spot,
                text=self.text,
                font=style.font,
                size=size,
                colour=fit.colour(self.colour),
                tilt=self.tilt,
                on=fit.on,
                layer=fit.layer,
            )
        ]


@dataclass(frozen=True)
class Struck(Element):
    """A label whose every line is crossed out: said once, and no longer true. `key` lets the strokes appear
    after the words stand there already.
    """

    label: Label
    colour: str
    key: str = ""

    @property
    def name(self) -> str:
        return self.label.name

    def measure(self, fit: Fit, width: float) -> Size:
        return self.label.measure(fit, width)

    def least(self, fit: Fit) -> float:
        return self.label.least(fit)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        words = self.label.place(fit, rect)
        return [*words, *self._strokes(fit, words)]

    def _strokes(self, fit: Fit, words: Sequence[Node]) -> Iterator[Node]:
        """Through the middle of the small letters, a little beyond both ends."""
        for i, line in enumerate(words):
            if not isinstance(line, Text):
                continue
            thick, beyond = max(line.size * _STROKE, 3.0), line.size * 0.12
            y = line.rect.y + line.baseline - line.size * 0.25
            ends = (line.rect.x - beyond, y), (line.rect.right + beyond, y)
            yield Path(
                rect=Rect(ends[0][0], y - thick / 2, ends[1][0] - ends[0][0], thick),
                points=ends,
                colour=fit.colour(self.colour),
                width=thick,
                key=f"{self.key}.{i}" if self.key else "",
                appears="fade" if self.key else "",
                layer=fit.layer,
            )
