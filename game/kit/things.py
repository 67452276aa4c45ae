"""Elements of the game: Tokens, Face, Picture, Preview, Drawn."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from engine.look.palette import KINDS
from game.kit.geometry import Rect
from game.kit.layout import Element, Fit, Size
from game.kit.nodes import (
    FaceDisc,
    Mirror,
    Node,
    Pictogram,
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
    def filled(
        given: Sequence[int],
        cost: Sequence[int],
        size: float = 32.0,
        key: str = "",
        promised: Sequence[int] = (0, 0, 0),
    ) -> "Tokens":
        """What a project has, what it has been promised and what it still lacks, kind by kind."""
        listed: list[tuple[int, TokenState]] = []
        for kind, (have, need, said) in enumerate(zip(given, cost, promised, strict=True)):
            coming = min(said, max(need - have, 0))
            listed.extend((kind, "given") for _ in range(have))
            listed.extend((kind, "promised") for _ in range(coming))
            listed.extend((kind, "missing") for _ in range(need - have - coming))
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

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
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
    (engine.look.faces).

    `ring` is a role (a family's colour); `bust` shows head and shoulders without a disc; `grey` is somebody
    who has left.
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
    grey: bool = False

    def measure(self, fit: Fit, width: float) -> Size:
        side = fit.scaled(self.size, 40.0)
        if self.bust:
            side = min(side, max(width, self.least(fit)))
        return Size(side, side)

    def least(self, fit: Fit) -> float:
        """Discs keep their size; busts, which only decorate, make room."""
        return fit.scaled(self.size, 40.0) * (0.55 if self.bust else 1.0)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
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
                grey=self.grey,
                key=self.key,
                travels=bool(self.key),
                trail=self.trail,
                layer=fit.layer,
            )
        ]


@dataclass(frozen=True)
class Picture(Element):
    """A pictogram by name (see engine.look.pictograms), in one colour."""

    pictogram: str
    size: float = 44.0
    colour: str = "ink"

    def measure(self, fit: Fit, width: float) -> Size:
        side = fit.scaled(self.size, 24.0)
        return Size(side, side)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        side = min(rect.w, rect.h, fit.scaled(self.size, 24.0))
        x, y = rect.centre
        spot = Rect(x - side / 2, y - side / 2, side, side)
        return [Pictogram(rect=spot, name=self.pictogram, colour=fit.colour(self.colour), layer=fit.layer)]


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

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
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

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        return list(self.draw(fit, rect))
