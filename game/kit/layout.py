"""The layout language's ground: canvas, the fit that an element is laid out in, and the element itself."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from engine.language import current
from game.kit.geometry import Rect, logical_size, scale_of
from game.kit.nodes import Node, Rgb, Veil
from game.kit.scene import Scene
from game.kit.theme import STEPS, TextStyle, Theme
from game.kit.words import Metrics

SLACK = 0.75
"""Logical pixels by which a measure may miss its room without anyone seeing it."""


class Size(NamedTuple):
    w: float
    h: float


@dataclass
class Drawn:
    """How large words were drawn in one composition: the least of each text in a role, and of each role."""

    sizes: dict[tuple[int, str, str], float] = field(default_factory=dict)

    def add(self, layer: int, role: str, words: str, size: float) -> None:
        for key in ((layer, role, words), (layer, role, "")):
            self.sizes[key] = min(size, self.sizes.get(key, size))

    def include(self, other: "Drawn") -> None:
        for key, size in other.sizes.items():
            self.sizes[key] = min(size, self.sizes.get(key, size))

    def least(self, layer: int, role: str, words: str) -> float:
        """How large words of a role have to be not to be smaller than here; 0 where nothing tells."""
        same = self.sizes.get((layer, role, words))
        return self.sizes.get((layer, role, ""), 0.0) if same is None else same


class Placed(NamedTuple):
    """An element's nodes in one place, how large its words are, and what had too little room."""

    nodes: tuple[Node, ...]
    drawn: Drawn
    overflow: tuple[str, ...]


@dataclass(frozen=True)
class Fit:
    """How tightly things are set now. `step` 0 is as designed, theme.STEPS the tightest; `swell` above 1 sets
    all larger, where there is room to spare; `on` is the colour beneath.

    `overflow`, `seen`, `drawn` and `before` (what was drawn at the next smaller text size: larger text is
    never set smaller than that) belong to the whole composition; `sizes` to all compositions of one look.
    """

    theme: Theme
    metrics: Metrics
    scale: float
    on: Rgb
    step: int = 0
    swell: float = 1.0
    layer: int = 0
    drawn: Drawn = field(default_factory=Drawn, compare=False, repr=False)
    before: Drawn = field(default_factory=Drawn, compare=False, repr=False)
    overflow: list[str] = field(default_factory=list, compare=False, repr=False)
    sizes: "Sizes" = field(default_factory=lambda: Sizes(), compare=False, repr=False)
    seen: dict[int, tuple["Element", "Element"]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def tightness(self) -> float:
        """1 as designed, down to 0.5 at the tightest step."""
        return 1.0 - 0.5 * self.step / STEPS

    def size(self, style: TextStyle, words: str = "") -> float:
        """Type size of words in a style at this step, never below their floor."""
        return max(style.size * self.tightness * self.swell, self.floor(style, words))

    def floor(self, style: TextStyle, words: str = "") -> float:
        """The least size of words in a style: the window's, and theirs at the next smaller text size."""
        return max(self.theme.floor, self.sizes.floor(self.before, self.layer, style.role, words))

    def gap(self, name: str | float) -> float:
        """A gap by name or in logical pixels, at this step."""
        whole = self.theme.gap(name) if isinstance(name, str) else name
        return whole * math.pow(self.tightness, 1.5) * self.swell

    def scaled(self, length: float, least: float = 0.0) -> float:
        """A picture's length at this step."""
        return max(length * self.tightness * self.swell, min(least, length))

    def colour(self, role: str) -> Rgb:
        return self.theme.colour(role)

    def tighter(self, step: int) -> "Fit":
        return self if step == self.step else self._having(step=step)

    def swollen(self, swell: float) -> "Fit":
        """All set `swell` times as large as designed."""
        return self if swell == self.swell else self._having(swell=swell)

    def over(self, ground: Rgb) -> "Fit":
        return self if ground == self.on else self._having(on=ground)

    def apart(self) -> "Fit":
        """The same, to place something by itself: what it draws and lacks is not yet the composition's."""
        return self._having(drawn=Drawn(), overflow=[])

    def _having(self, **changes: object) -> "Fit":
        """As `replace` does, many times in every picture."""
        other = object.__new__(Fit)
        other.__dict__.update(self.__dict__)
        other.__dict__.update(changes)
        return other

    def measure(self, element: "Element", width: float) -> Size:
        """`element.measure`, remembered: layouts ask the same thing many times."""
        seen = self.seen.get(id(element))
        same = seen[1] if seen is not None else self.sizes.same(element, self.seen)
        question = (id(same), self.layer, self.step, self.swell, round(width * 4))
        known = self.sizes.wanted.get(question)
        if known is None:
            known = self.sizes.wanted[question] = same.measure(self, width)
        return known

    def least(self, element: "Element") -> float:
        """`element.least`, remembered."""
        seen = self.seen.get(id(element))
        same = seen[1] if seen is not None else self.sizes.same(element, self.seen)
        question = (id(same), self.layer, self.step, self.swell)
        known = self.sizes.narrowest.get(question)
        if known is None:
            known = self.sizes.narrowest[question] = same.least(self)
        return known

    def ease(self, element: "Element", rect: Rect) -> "Fit":
        """The loosest fit, from this one on, in which `element` fits `rect`; the tightest if none does."""
        if self.holds(element, rect) or self.step == STEPS:
            found = self
        else:  # what fits at one step fits at the tighter ones, so halve
            low, high = self.step + 1, STEPS
            while low < high:
                middle = (low + high) // 2
                if self.tighter(middle).holds(element, rect):
                    high = middle
                else:
                    low = middle + 1
            found = self.tighter(high)
        if not found.holds(element, rect):
            wanted = found.measure(element, rect.w)
            sizes = f"wants {wanted.w:.0f} × {wanted.h:.0f}, has {rect.w:.0f} × {rect.h:.0f}"
            self.overflow.append(f"{element.name}: {sizes}")
        return found

    def holds(self, element: "Element", rect: Rect) -> bool:
        """Whether the element fits the rectangle as tightly as things are set now."""
        wanted = self.measure(element, rect.w)
        return wanted.w <= rect.w + SLACK and wanted.h <= rect.h + SLACK


class Element:
    """Something that can be measured and placed. Subclasses are frozen dataclasses."""

    @property
    def name(self) -> str:
        """For messages about a lack of room."""
        return type(self).__name__

    def measure(self, fit: Fit, width: float) -> Size:
        """The room it wants when it may be `width` wide: its natural width (more than `width` if it must)."""
        raise AssertionError(f"{self.name} cannot be measured")

    def least(self, fit: Fit) -> float:
        """The narrowest width in which it is still sound."""
        return self.measure(fit, 0.0).w

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        """Its nodes, inside `rect`."""
        raise AssertionError(f"{self.name} cannot be placed")


class Sizes:
    """What was measured, remembered from one picture to the next: an element that is made anew and says the
    same as one before has the size of that one, and most of a picture says what it said before.

    `wanted`, `narrowest` and `placed` answer questions about the elements that `same` gives.
    """

    def __init__(self) -> None:
        self.wanted: dict[tuple[int, int, int, float, int], Size] = {}
        self.narrowest: dict[tuple[int, int, int, float], float] = {}
        self.placed: dict[tuple[int, int, float, int, Rgb, Rect], Placed] = {}
        self._kept: dict[object, Element] = {}
        self._floors: dict[tuple[int, str, str], float] = {}

    def ready(self, before: Drawn) -> "Sizes":
        """For another composition. What was measured holds while words may be as small as they might; and
        after a long time all begins anew, so that memory does not grow for ever.
        """
        held = all(before.least(*words) == size for words, size in self._floors.items())
        if not held or len(self._kept) > _REMEMBERED:
            self.wanted.clear()
            self.narrowest.clear()
            self.placed.clear()
            self._kept.clear()
            self._floors.clear()
        return self

    def floor(self, before: Drawn, layer: int, role: str, words: str) -> float:
        """How small words may be for the sake of the next smaller text size, remembered for `ready`."""
        if not before.sizes:
            return 0.0
        known = self._floors.get((layer, role, words))
        if known is None:
            known = self._floors[(layer, role, words)] = before.least(layer, role, words)
        return known

    def same(self, element: "Element", seen: dict[int, tuple["Element", "Element"]]) -> "Element":
        """The first element that says what this one does. `seen` has those of this composition, which keeps
        them: the id of one that is gone would be another's."""
        known = seen.get(id(element))
        if known is None:
            kind: Any = type(element)
            key = (kind, *self._keys(_values(kind)(element), seen))
            known = seen[id(element)] = (element, self._kept.setdefault(key, element))
        return known[1]

    def _keys(self, values: Iterable[object], seen: dict[int, tuple["Element", "Element"]]) -> list[object]:
        """What tells fields' values from others."""
        return [value if type(value) in _PLAIN else self._key(value, seen) for value in values]

    def _key(self, value: object, seen: dict[int, tuple["Element", "Element"]]) -> object:
        """What tells a value from another: itself, or which one where it holds elements or can change."""
        if isinstance(value, Element):
            known = seen.get(id(value))
            return (id(known[1] if known is not None else self.same(value, seen)),)
        if isinstance(value, tuple | list):
            return tuple(self._keys(value, seen))
        try:
            hash(value)
        except TypeError:
            return (id(value),)
        return value


_PLAIN = frozenset((str, float, int, bool, type(None)))
_REMEMBERED = 4_000
"""Elements of which sizes are kept."""


@lru_cache(maxsize=12)
def _sizes(theme: Theme, metrics: Metrics, scale: float, language: str) -> Sizes:
    return Sizes()


@lru_cache(maxsize=256)
def _values(kind: Any) -> Callable[[Element], Iterable[object]]:
    """From an element of a kind to the values of its fields."""
    names = tuple(entry.name for entry in fields(kind))
    if len(names) > 1:
        return attrgetter(*names)
    return lambda element: [getattr(element, name) for name in names]


@dataclass(frozen=True)
class Canvas:
    """A window to compose for: its real pixels, its theme, and something to measure type with."""

    pixels: tuple[int, int]
    theme: Theme
    metrics: Metrics

    @property
    def size(self) -> tuple[float, float]:
        """Logical width and height, at least 1920 × 1080."""
        return logical_size(self.pixels)

    @property
    def scale(self) -> float:
        return scale_of(self.pixels)

    @property
    def rect(self) -> Rect:
        return Rect(0.0, 0.0, *self.size)

    def compose(self, root: Element, *overlays: Element, background: str = "paper", focus: str = "") -> Scene:
        """Lay `root` out over the whole canvas; each overlay comes above a veil, on a layer of its own."""
        return self._composed(root, overlays, background, focus)[0]

    def _composed(
        self, root: Element, overlays: Sequence[Element], background: str, focus: str
    ) -> tuple[Scene, Drawn]:
        """The picture, and how large its words are: at least as large as at the next smaller text size."""
        theme, before = self.theme, Drawn()
        if theme.smaller is not None:
            smaller = replace(self, theme=theme.smaller)
            before = smaller._composed(root, overlays, background, focus)[1]
        sizes = _sizes(theme, self.metrics, self.scale, current()).ready(before)
        fit = Fit(theme, self.metrics, self.scale, theme.colour(background), before=before, sizes=sizes)
        nodes = [*place(fit, root, self.rect)]
        for i, overlay in enumerate(overlays, start=1):
            nodes.append(Veil(rect=self.rect, layer=i, colour=theme.colour("night")))
            nodes += place(replace(fit, layer=i), overlay, self.rect)
        scene = Scene(
            nodes=tuple(nodes),
            size=self.size,
            background=theme.colour(background),
            floor=theme.floor,
            least_contrast=theme.least_contrast,
            overflow=tuple(fit.overflow),
            focus=focus,
            focus_colour=theme.colour("focus"),
        )
        return scene, fit.drawn


def place(fit: Fit, element: Element, rect: Rect) -> Sequence[Node]:
    """Place an element as tightly as its room asks; what was placed there before is there again."""
    same = fit.sizes.same(element, fit.seen)
    question = (id(same), fit.step, fit.swell, fit.layer, fit.on, rect)
    known = fit.sizes.placed.get(question)
    if known is None:
        apart = fit.apart()
        nodes = same.place(apart.ease(same, rect), rect)
        known = fit.sizes.placed[question] = Placed(tuple(nodes), apart.drawn, tuple(apart.overflow))
    fit.drawn.include(known.drawn)
    fit.overflow.extend(known.overflow)
    return known.nodes
