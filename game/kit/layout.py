"""The layout language's ground: canvas, the fit that an element is laid out in, and the element itself."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, lru_cache
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

_TIGHTER = tuple(1.0 - 0.5 * step / STEPS for step in range(STEPS + 1))
_CLOSER = tuple(math.pow(tightness, 1.5) for tightness in _TIGHTER)
"""At each step, what type and what gaps are to those designed."""


class Size(NamedTuple):
    w: float
    h: float


class Drawn:
    """How large words were drawn in one composition: the least of each text in a role, and of each role. What
    parts drew is put together when it is asked for, which few pictures are.
    """

    def __init__(self) -> None:
        self._own: list[tuple[Words, float]] = []
        self._parts: list[Drawn] = []

    def add(self, layer: int, role: str, words: str, size: float) -> None:
        self._own.append(((layer, role, words), size))

    def include(self, other: "Drawn") -> None:
        self._parts.append(other)

    def least(self, layer: int, role: str, words: str) -> float:
        """How large words of a role have to be not to be smaller than here, now that all is drawn; 0 where
        nothing tells."""
        same = self._sizes.get((layer, role, words))
        return self._sizes.get((layer, role, ""), 0.0) if same is None else same

    @cached_property
    def _sizes(self) -> "dict[Words, float]":
        sizes: dict[Words, float] = {}
        for (layer, role, words), size in self._all():
            for key in ((layer, role, words), (layer, role, "")):
                sizes[key] = min(size, sizes.get(key, size))
        return sizes

    def _all(self) -> "Iterator[tuple[Words, float]]":
        yield from self._own
        for part in self._parts:
            yield from part._all()


class Placed(NamedTuple):
    """An element's nodes in one place, how large its words are, and what had too little room."""

    nodes: tuple[Node, ...]
    drawn: Drawn
    overflow: tuple[str, ...]


@dataclass(frozen=True)
class Fit:
    """How tightly things are set now. `step` 0 is as designed, theme.STEPS the tightest; `swell` above 1 sets
    all larger, where there is room to spare; `on` is the colour beneath.

    `overflow`, `drawn` and `whole` belong to one composition.
    """

    theme: Theme
    metrics: Metrics
    scale: float
    on: Rgb
    step: int = 0
    swell: float = 1.0
    layer: int = 0
    drawn: Drawn = field(default_factory=Drawn, compare=False, repr=False)
    overflow: list[str] = field(default_factory=list, compare=False, repr=False)
    whole: "Whole" = field(default_factory=lambda: Whole(), compare=False, repr=False)

    @property
    def tightness(self) -> float:
        """1 as designed, down to 0.5 at the tightest step."""
        return _TIGHTER[self.step]

    def size(self, style: TextStyle, words: str = "") -> float:
        """Type size of words in a style at this step, never below their floor."""
        return self.sizes(style, words)[0]

    def sizes(self, style: TextStyle, words: str) -> tuple[float, float]:
        """Type size of words in a style at this step; their least size: the window's, and theirs at the next
        smaller text size."""
        floor = max(self.theme.floor, self.whole.floor((self.layer, style.role, words)))
        return max(style.size * _TIGHTER[self.step] * self.swell, floor), floor

    def gap(self, name: str | float) -> float:
        """A gap by name or in logical pixels, at this step."""
        whole = self.theme.gap(name) if isinstance(name, str) else name
        return whole * _CLOSER[self.step] * self.swell

    def scaled(self, length: float, least: float = 0.0) -> float:
        """A picture's length at this step."""
        return max(length * _TIGHTER[self.step] * self.swell, min(least, length))

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
        known = self.whole.known(element)
        question = (self.layer, self.step, self.swell, width)
        size = known.wanted.get(question)
        if size is None:
            asking = self.whole.asks(known)
            size = known.wanted[question] = known.element.measure(self, width)
            self.whole.asking = asking
        return size

    def least(self, element: "Element") -> float:
        """`element.least`, remembered."""
        known = self.whole.known(element)
        question = (self.layer, self.step, self.swell)
        width = known.narrowest.get(question)
        if width is None:
            asking = self.whole.asks(known)
            width = known.narrowest[question] = known.element.least(self)
            self.whole.asking = asking
        return width

    def ease(self, element: "Element", rect: Rect) -> "Fit":
        """The loosest fit, from this one on, in which `element` fits `rect`; the tightest if none does."""
        if self.holds(element, rect):
            return self
        low, high = min(self.step + 1, STEPS), STEPS
        while low < high:  # what fits at one step fits at the tighter ones, so halve
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


Words = tuple[int, str, str]
"""A text in a role on a layer; or all of the role, where the text is ""."""


class Known:
    """What is known of an element in one look: its sizes, and what it placed where.

    `floors` and `parts` are what that was worked out from: how small words might be for the sake of the next
    smaller text size, and other elements, each as it was known then.
    """

    __slots__ = ("element", "floors", "narrowest", "parts", "placed", "times", "wanted")

    def __init__(self, element: Element) -> None:
        self.element = element
        self.wanted: dict[tuple[int, int, float, float], Size] = {}
        self.narrowest: dict[tuple[int, int, float], float] = {}
        self.placed: dict[tuple[int, int, float, Rgb, Rect], Placed] = {}
        self.floors: dict[Words, float] = {}
        self.parts: dict[Known, int] = {}
        self.times = 0
        """How many times it was forgotten."""

    def forget(self) -> None:
        for answers in (self.wanted, self.narrowest, self.placed, self.floors, self.parts):
            answers.clear()
        self.times += 1


class Said:
    """Elements by what they say: one that is made anew and says the same as one before is known already, and
    most of a picture says what it said before. After a long time all begins anew, so that memory does not
    grow for ever; `age` counts how many times that was.
    """

    def __init__(self) -> None:
        self.kept: dict[object, Element] = {}
        self.age = 0

    def seen(self) -> "Seen":
        """For another picture: nothing of it was seen yet."""
        if len(self.kept) > _REMEMBERED:
            self.kept.clear()
            self.age += 1
        return {}

    def same(self, element: Element, seen: "Seen") -> Element:
        """The first element that says what this one does. `seen` has those of this picture, which keeps
        them: the id of one that is gone would be another's."""
        met = seen.get(id(element))
        if met is None:
            kind: Any = type(element)
            key = (kind, *self._keys(_values(kind)(element), seen))
            met = seen[id(element)] = (element, self.kept.setdefault(key, element))
        return met[1]

    def _keys(self, values: Iterable[object], seen: "Seen") -> list[object]:
        """What tells fields' values from others."""
        return [value if type(value) in _PLAIN else self._key(value, seen) for value in values]

    def _key(self, value: object, seen: "Seen") -> object:
        """What tells a value from another: itself, or which one where it holds elements or can change."""
        if isinstance(value, Element):
            return (id(self.same(value, seen)),)
        if isinstance(value, tuple | list):
            return tuple(self._keys(value, seen))
        try:
            hash(value)
        except TypeError:
            return (id(value),)
        return value


Seen = dict[int, tuple[Element, Element]]
"""Elements of a picture by their id, each with the first that said the same."""

_PLAIN = frozenset((str, float, int, bool, type(None)))
_REMEMBERED = 8_000
"""Elements of which something is known."""
_said = Said()


class Look:
    """What is known of elements in one window, theme, type size and language, by the id of the first that
    said the same."""

    def __init__(self) -> None:
        self._age = _said.age
        self._known: dict[int, Known] = {}

    def __call__(self, element: Element) -> Known:
        """What is known of an element that `Said.same` gave."""
        known = self._known.get(id(element))
        if known is None:
            known = self._known[id(element)] = Known(element)
        return known

    def ready(self) -> "Look":
        """For another composition: ids mean nothing any more once their elements were let go."""
        if self._age != _said.age:
            self._age = _said.age
            self._known.clear()
        return self

    def __iter__(self) -> Iterator[Known]:
        return iter(self._known.values())


@lru_cache(maxsize=12)
def _look(theme: Theme, metrics: Metrics, scale: float, language: str) -> Look:
    return Look()


class Whole:
    """A picture while it is composed at one text size. `before`: what was drawn at the next smaller one, than
    which larger text is never set smaller; None at the ordinary one.
    """

    def __init__(
        self, look: Look | None = None, seen: Seen | None = None, before: Drawn | None = None
    ) -> None:
        self.asking: Known | None = None
        """What is being worked out."""
        self._look, self._before = look or Look(), before
        self._seen: Seen = {} if seen is None else seen
        self._met: dict[int, Known] = {}
        self._floors: dict[Words, float] = {}
        self._sound: set[Known] = set()

    def known(self, element: Element) -> Known:
        """What is known of an element, and still holds; whatever is being worked out follows from it."""
        known = self._met.get(id(element))
        if known is None:
            known = self._met[id(element)] = self._look(_said.same(element, self._seen))
            if self._before is not None:
                self._check(known)
        if self.asking is not None:
            self.asking.parts[known] = known.times
        return known

    def asks(self, known: Known) -> Known | None:
        """This element is being worked out now; gives which was until here, to go back to."""
        asking = self.asking
        if self._before is not None:
            self.asking = known
        return asking

    def floor(self, words: Words) -> float:
        """How small words may be for the sake of the next smaller text size."""
        if self._before is None:
            return 0.0
        least = self._least(words)
        if self.asking is not None:
            self.asking.floors[words] = least
        return least

    def _least(self, words: Words) -> float:
        if self._before is None:
            return 0.0
        least = self._floors.get(words)
        if least is None:
            least = self._floors[words] = self._before.least(*words)
        return least

    def _check(self, known: Known) -> None:
        """Forget what was worked out from something else than what is now."""
        if known in self._sound:
            return
        self._sound.add(known)
        for part in known.parts:
            self._check(part)
        same = all(part.times == times for part, times in known.parts.items())
        if not (same and all(self._least(words) == least for words, least in known.floors.items())):
            known.forget()


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
        return self.growing(root, *overlays, background=background, focus=focus)[-1]

    def growing(
        self, root: Element, *overlays: Element, background: str = "paper", focus: str = ""
    ) -> Sequence[Scene]:
        """The picture at each text size, from the ordinary one to this canvas's."""
        themes = [self.theme]
        while (smaller := themes[0].smaller) is not None:
            themes.insert(0, smaller)
        scenes, seen, before = [], _said.seen(), None
        for theme in themes:
            look = _look(theme, self.metrics, self.scale, current()).ready()
            whole, ground = Whole(look, seen, before), theme.colour(background)
            fit = Fit(theme, self.metrics, self.scale, ground, whole=whole)
            scenes.append(self._scene(fit, root, overlays, focus))
            before = fit.drawn
        return scenes

    def _scene(self, fit: Fit, root: Element, overlays: Sequence[Element], focus: str) -> Scene:
        nodes = [*place(fit, root, self.rect)]
        for i, overlay in enumerate(overlays, start=1):
            nodes.append(Veil(rect=self.rect, layer=i, colour=fit.colour("night")))
            nodes += place(replace(fit, layer=i), overlay, self.rect)
        return Scene(
            nodes=tuple(nodes),
            size=self.size,
            background=fit.on,
            floor=fit.theme.floor,
            least_contrast=fit.theme.least_contrast,
            overflow=tuple(fit.overflow),
            focus=focus,
            focus_colour=fit.colour("focus"),
        )


def place(fit: Fit, element: Element, rect: Rect) -> Sequence[Node]:
    """Place an element as tightly as its room asks; what was placed there before is there again."""
    known = fit.whole.known(element)
    question = (fit.layer, fit.step, fit.swell, fit.on, rect)
    placed = known.placed.get(question)
    if placed is None:
        apart, same, asking = fit.apart(), known.element, fit.whole.asks(known)
        nodes = same.place(apart.ease(same, rect), rect)
        placed = known.placed[question] = Placed(tuple(nodes), apart.drawn, tuple(apart.overflow))
        fit.whole.asking = asking
    fit.drawn.include(placed.drawn)
    fit.overflow.extend(placed.overflow)
    return placed.nodes
