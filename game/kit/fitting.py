"""Boxes whose content suits their room: its own tightness or largeness, or the fullest form that fits."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.kit import Element, Fit, Node, Rect, Size, place
from game.kit.theme import STEPS

_REASON = 7
"""The tightest step at which a form is still preferred to a barer one."""
_TRIED = 4
"""Sizes tried between as designed and as large as may be."""


@dataclass(frozen=True)
class Own(Element):
    """A child that finds its own tightness: it asks for the least height it can do with, and takes more.

    Without it, one crowded panel would tighten the whole page. Put it in a Grow, or in a stretched Row.
    `most` above 1 lets type, faces and gaps grow up to so many times, as far as the room allows.
    """

    child: Element
    most: float = 1.0

    @property
    def name(self) -> str:
        return self.child.name

    def measure(self, fit: Fit, width: float) -> Size:
        fit = fit.swollen(1.0)
        tight = fit.tighter(STEPS).measure(self.child, width)
        return Size(min(fit.measure(self.child, width).w, max(width, tight.w)), tight.h)

    def least(self, fit: Fit) -> float:
        return fit.swollen(1.0).tighter(STEPS).least(self.child)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        return place(self._largest(fit, rect), self.child, rect)

    def _largest(self, fit: Fit, rect: Rect) -> Fit:
        """As large as there is room for; as designed, or tighter, where there is none to spare."""
        low, high = 0, _TRIED if self.most > 1.0 and fit.step == 0 else 0
        while low < high:
            middle = (low + high + 1) // 2
            if fit.swollen(self._swell(middle)).holds(self.child, rect):
                low = middle
            else:
                high = middle - 1
        return fit.swollen(self._swell(low))

    def _swell(self, i: int) -> float:
        return 1.0 + (self.most - 1.0) * i / _TRIED


@dataclass(frozen=True)
class Fullest(Element):
    """The first of several forms, from the fullest to the barest, that there is room for as things are set.

    It asks for the room of the last, and never tightens what stands around it. Put it in a Grow.
    `when_large`: at the ordinary text size the fullest form is the only one, tightened where it must be;
    larger text shows less at once rather than being set smaller.
    """

    forms: Sequence[Element]
    when_large: bool = False

    @property
    def name(self) -> str:
        return self.forms[-1].name

    def _barest(self, fit: Fit) -> Element:
        return self.forms[0] if self.when_large and fit.theme.smaller is None else self.forms[-1]

    def measure(self, fit: Fit, width: float) -> Size:
        return fit.measure(self._barest(fit), width)

    def least(self, fit: Fit) -> float:
        return fit.least(self._barest(fit))

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        last = self._barest(fit)
        form = next((form for form in self.forms if form is last or fit.holds(form, rect)), last)
        return place(fit, form, rect)


@dataclass(frozen=True)
class Rather(Element):
    """A form that what stands around it is tightened for, within reason; then another."""

    form: Element
    otherwise: Element

    def _one(self, fit: Fit) -> Element:
        return self.form if fit.step <= _REASON else self.otherwise

    @property
    def name(self) -> str:
        return self.form.name

    def measure(self, fit: Fit, width: float) -> Size:
        return fit.measure(self._one(fit), width)

    def least(self, fit: Fit) -> float:
        return fit.least(self._one(fit))

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        form = self.form if fit.holds(self.form, rect) else self.otherwise
        return place(fit, form, rect)


@dataclass(frozen=True)
class Barer(Element):
    """One form at the ordinary text size, a barer one where people have asked for larger text."""

    ordinary: Element
    large: Element

    def _form(self, fit: Fit) -> Element:
        return self.ordinary if fit.theme.smaller is None else self.large

    @property
    def name(self) -> str:
        return self.ordinary.name

    def measure(self, fit: Fit, width: float) -> Size:
        return fit.measure(self._form(fit), width)

    def least(self, fit: Fit) -> float:
        return fit.least(self._form(fit))

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        return place(fit, self._form(fit), rect)


@dataclass(frozen=True)
class Steady(Element):
    """Words that come, change and go in a place of their own, `lines` high: nothing moves around them."""

    child: Element
    style: str
    lines: int = 1

    @property
    def name(self) -> str:
        return self.child.name

    def measure(self, fit: Fit, width: float) -> Size:
        style = fit.theme.style(self.style)
        return Size(fit.measure(self.child, width).w, fit.size(style) * style.leading * self.lines)

    def least(self, fit: Fit) -> float:
        return fit.least(self.child)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        return place(fit, self.child, rect)
