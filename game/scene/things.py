"""Elements of the game: Tokens, Face, Bar, StackedBar, Picture, Skyline, Preview, Drawn."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from engine.palette import KINDS
from game.scene.geometry import Rect
from game.scene.labels import Label
from game.scene.layout import Element, Fit, Size
from game.scene.nodes import (
    FaceDisc,
    Mirror,
    Node,
    Pictogram,
    Segments,
    SkylineArt,
    Token,
    TokenState,
)


@dataclass(frozen=True)
class Tokens(Element):
    """Tokens side by side: (kind, state) each. With `key`, each can travel (`key.0`, `key.1`...); `keys`
    names them.

    They go on to another line when the width asks for it.
    """

    tokens: Sequence[tuple[int, TokenState]]
    size: float = 32.0
    gap: float = 0.22
    key: str = ""
    keys: Sequence[str] = ()

    @staticmethod
    def of(counts: Sequence[int], state: TokenState = "given", size: float = 32.0, key: str = "") -> "Tokens":
        """So many of each kind (time, means, backing)."""
        listed = [(kind, state) for kind, count in enumerate(counts) for _ in range(count)]
        return Tokens(tuple(listed), size, key=key)

    @staticmethod
    def filled(given: Sequence[int], cost: Sequence[int], size: float = 32.0, key: str = "") -> "Tokens":
        """What a project has, full, and what it lacks, dashed, kind by kind."""
        listed: list[tuple[int, TokenState]] = []
        for kind, (have, need) in enumerate(zip(given, cost, strict=True)):
            listed.extend((kind, "given") for _ in range(have))
            listed.extend((kind, "missing") for _ in range(max(need - have, 0)))
        return Tokens(tuple(listed), size, key=key)

    def _grid(self, fit: Fit, width: float) -> tuple[float, float, int]:
        """Side, distance from one to the next, tokens in a line."""
        side = fit.scaled(self.size, 20.0)
        step = side * (1 + self.gap)
        return side, step, max(int((width + side * self.gap + 0.01) // step), 1)

    def measure(self, fit: Fit, width: float) -> Size:
        if not self.tokens:
            return Size(0.0, 0.0)
        side, step, across = self._grid(fit, width)
        lines = -(-len(self.tokens) // across)
        return Size(min(len(self.tokens), across) * step - side * self.gap, lines * step - side * self.gap)

    def least(self, fit: Fit) -> float:
        return fit.scaled(self.size, 20.0) * 2.5 if len(self.tokens) > 2 else self.measure(fit, 9999.0).w

    def place(self, fit: Fit, rect: Rect) -> list[Node]:
        fit = fit.ease(self, rect)
        side, step, across = self._grid(fit, rect.w)
        nodes: list[Node] = []
        for i, (kind, state) in enumerate(self.tokens):
            spot = Rect(rect.x + i % across * step, rect.y + i // across * step, side, side)
            key = self.keys[i] if i < len(self.keys) else f"{self.key}.{i}" if self.key else ""
            colour = fit.colour(f"token.{KINDS[kind]}")
            travels = bool(key)
            nodes.append(
                Token(
                    rect=spot,
                    kind=kind,
                    state=state,
                    colour=colour,
                    key=key,
                    travels=travels,
                    layer=fit.layer,
                )
            )
        return nodes


@dataclass(frozen=True)
class Face(Element):
    """A portrait: `spec` is the character's face (head, skin...), `expression` follows posture
    (engine.faces).

    `ring` is a role (a family's colour); `bust` shows head and shoulders without a disc.
    """

    spec: Mapping[str, str]
    expression: str
    initials: str
    size: float = 80.0
    ring: str | None = None
    disc: str = "sand"
    bust: bool = False
    key: str = ""
    trail: bool = False

    def measure(self, fit: Fit, width: float) -> Size:
        side = fit.scaled(self.size, 40.0)
        if self.bust:
            side = min(side, max(width, self.least(fit)))
        return Size(side, side)

    def least(self, fit: Fit) -> float:
        """Discs keep their size; busts, which only decorate, make room."""
        return fit.scaled(self.size, 40.0) * (0.55 if self.bust else 1.0)

    def place(self, fit: Fit, rect: Rect) -> list[Node]:
        side = min(rect.w, rect.h, fit.scaled(self.size, 40.0))
        x, y = rect.centre
        return [
            FaceDisc(
                rect=Rect(x - side / 2, y - side / 2, side, side),
                spec=tuple(sorted(self.spec.items())),
                expression=self.expression,
                initials=self.initials,
                disc=fit.colour(self.disc),
                ring=fit.colour(self.ring) if self.ring else None,
                ring_width=max(side * 0.045, 3.0) if self.ring else 0.0,
                bust=self.bust,
                key=self.key,
                travels=bool(self.key),
                trail=self.trail,
                layer=fit.layer,
            )
        ]


@dataclass(frozen=True)
class Bar(Element):
    """How full something is: `share` from 0 to 1, `mark` an upright line where it started."""

    share: float
    colour: str
    mark: float | None = None
    height: float = 18.0
    track: str = "track"

    def measure(self, fit: Fit, width: float) -> Size:
        high = self.height * fit.swell
        return Size(min(width, 80.0), high + (10.0 if self.mark is not None else 0.0))

    def place(self, fit: Fit, rect: Rect) -> list[Node]:
        high = self.height * fit.swell
        y = rect.y + (rect.h - high) / 2
        return [
            Segments(
                rect=Rect(rect.x, y, rect.w, high),
                shares=((min(max(self.share, 0.0), 1.0), fit.colour(self.colour)),),
                track=fit.colour(self.track),
                radius=high / 2,
                mark=self.mark,
                mark_colour=fit.colour("ink"),
                layer=fit.layer,
            )
        ]


@dataclass(frozen=True)
class Part(Element):
    """A part of a StackedBar: `amount`, ground colour, words inside (written below the bar where they do
    not fit).
    """

    amount: float
    colour: str
    text: str = ""
    letters: str = "on_colour"


@dataclass(frozen=True)
class StackedBar(Element):
    """A bar in parts proportional to their amounts, words or numbers inside, or below if a part is too
    narrow.
    """

    parts: Sequence[Part]
    height: float = 46.0
    style: str = "label"

    def _shares(self, fit: Fit, width: float) -> list[float]:
        """Of the width. A part that is only a number is given room for it, taken from the largest."""
        total = sum(part.amount for part in self.parts)
        shares = [part.amount / total if total else 0.0 for part in self.parts]
        for i, part in enumerate(self.parts):
            if 0 < len(part.text) <= 3 and part.amount and width:
                wanted = min((self._words(fit, part).w + 17.0) / width, 1 / len(shares))
                if shares[i] < wanted:
                    shares[shares.index(max(shares))] -= wanted - shares[i]
                    shares[i] = wanted
        return shares

    def _inside(self, fit: Fit, part: Part, width: float) -> bool:
        return self._words(fit, part).w + 16.0 <= width

    def _label(self, part: Part) -> Label:
        return Label(part.text, self.style, part.letters, "center", one_line=True)

    def _words(self, fit: Fit, part: Part) -> Size:
        return self._label(part).measure(fit, 9999.0)

    def _left_out(self, fit: Fit, width: float) -> list[Part]:
        return [
            part
            for part, share in zip(self.parts, self._shares(fit, width), strict=True)
            if part.text and part.amount and not self._inside(fit, part, share * width)
        ]

    def _below(self, fit: Fit, width: float) -> Label | None:
        out = self._left_out(fit, width)
        return Label(" · ".join(part.text for part in out), self.style, "quiet", "right") if out else None

    def _bar_height(self, fit: Fit) -> float:
        return max(fit.scaled(self.height, 20.0), fit.size(fit.theme.style(self.style)) * 1.3)

    def measure(self, fit: Fit, width: float) -> Size:
        below = self._below(fit, width)
        under = below.measure(fit, width).h + 4.0 if below else 0.0
        return Size(min(width, 200.0), self._bar_height(fit) + under)

    def least(self, fit: Fit) -> float:
        return max((self._words(fit, part).w for part in self.parts if part.text), default=80.0)

    def place(self, fit: Fit, rect: Rect) -> list[Node]:
        fit = fit.ease(self, rect)
        height = self._bar_height(fit)
        bar = Rect(rect.x, rect.y, rect.w, height)
        shares = self._shares(fit, rect.w)
        cut = tuple((share, fit.colour(part.colour)) for part, share in zip(self.parts, shares, strict=True))
        nodes: list[Node] = [
            Segments(
                rect=bar,
                shares=cut,
                track=fit.colour("track"),
                radius=min(12.0, height / 2),
                layer=fit.layer,
            )
        ]
        x = rect.x
        for part, share in zip(self.parts, shares, strict=True):
            width = share * rect.w
            if part.text and part.amount and self._inside(fit, part, width):
                ground = fit.over(fit.colour(part.colour))
                nodes += self._label(part).place(ground, Rect(x, rect.y, width, height))
            x += width
        below = self._below(fit, rect.w)
        if below:
            nodes += below.place(fit, Rect(rect.x, bar.bottom + 4.0, rect.w, rect.bottom - bar.bottom - 4.0))
        return nodes


@dataclass(frozen=True)
class Picture(Element):
    """A pictogram by name (see engine.pictograms), in one colour."""

    pictogram: str
    size: float = 44.0
    colour: str = "ink"

    def measure(self, fit: Fit, width: float) -> Size:
        side = fit.scaled(self.size, 24.0)
        return Size(side, side)

    def place(self, fit: Fit, rect: Rect) -> list[Node]:
        side = min(rect.w, rect.h, fit.scaled(self.size, 24.0))
        x, y = rect.centre
        spot = Rect(x - side / 2, y - side / 2, side, side)
        return [Pictogram(rect=spot, name=self.pictogram, colour=fit.colour(self.colour), layer=fit.layer)]


@dataclass(frozen=True)
class Skyline(Element):
    """Decorative houses that take the room they are given; wants `height`. The same for the same seed."""

    seed: int
    style: Literal["street", "bars"] = "street"
    colour: str = "family.inhabitants"
    height: float = 150.0
    radius: float = 0.0

    def measure(self, fit: Fit, width: float) -> Size:
        return Size(0.0, fit.scaled(self.height, 60.0))

    def place(self, fit: Fit, rect: Rect) -> list[Node]:
        return [
            SkylineArt(
                rect=rect,
                seed=self.seed,
                style=self.style,
                colour=fit.colour(self.colour),
                radius=self.radius,
                layer=fit.layer,
            )
        ]


@dataclass(frozen=True)
class Preview(Element):
    """What another window shows, by the id that the stage knows it by; as wide as it may be, in its
    proportions.
    """

    source: str
    proportions: float = 16 / 9
    least_width: float = 240.0

    def measure(self, fit: Fit, width: float) -> Size:
        return Size(width, width / self.proportions * fit.tightness)

    def least(self, fit: Fit) -> float:
        return self.least_width

    def place(self, fit: Fit, rect: Rect) -> list[Node]:
        width = min(rect.w, rect.h * self.proportions)
        height = width / self.proportions
        spot = Rect(rect.x + (rect.w - width) / 2, rect.y, width, height)
        return [Mirror(rect=spot, source=self.source, layer=fit.layer)]


@dataclass(frozen=True)
class Drawn(Element):
    """A picture of one's own: `draw(fit, rect)` gives its nodes (the posture map). Wants `w` × `h`."""

    draw: Callable[[Fit, Rect], Sequence[Node]]
    w: float = 0.0
    h: float = 0.0

    def measure(self, fit: Fit, width: float) -> Size:
        return Size(min(self.w, width) if self.w else 0.0, fit.scaled(self.h))

    def least(self, fit: Fit) -> float:
        return 0.0

    def place(self, fit: Fit, rect: Rect) -> list[Node]:
        return list(self.draw(fit, rect))
