"""What a person can act on: Button, Tap (any element made active), Field."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from game.kit.geometry import Rect
from game.kit.labels import Label, text_node
from game.kit.layout import Element, Fit, Size, place
from game.kit.nodes import Control, FieldControl, FieldLine, Node, Panel, Run
from game.kit.theme import TextStyle
from game.kit.words import Span, advance

_LOOKS: dict[str, tuple[str, str, str | None, str, float, float]] = {
    # kind: style, letters, ground, border, room at the sides and above in ems
    "primary": ("button", "on_night", "night", "", 1.15, 0.62),
    "quiet": ("quiet_button", "ink", None, "ink", 1.05, 0.66),
    "chip": ("chip", "ink", "chip", "", 0.75, 0.36),
    "chosen": ("chip", "on_night", "night", "", 0.75, 0.36),
    "resume": ("quiet_button", "ink", "resume", "", 1.05, 0.66),
    "kept": ("button", "on_colour", "kept", "", 1.15, 0.62),
    "broken": ("button", "on_colour", "broken", "", 1.15, 0.62),
    "link": ("small", "quiet", None, "", 0.3, 0.2),
}


@dataclass(frozen=True)
class Button(Element):
    """A control with its words. `intent` is given back when it is activated; `hint` (a key's
    name) is written beside the words. A disabled button is shown quiet and
    cannot be reached.
    """

    text: str
    id: str
    intent: object = None
    kind: Literal["primary", "quiet", "chip", "chosen", "resume", "kept", "broken", "link"] = "quiet"
    hint: str = ""
    enabled: bool = True
    style: str | None = None
    reserve: Sequence[str] = ()
    """What else it may say in its place: it keeps the size of the longest, and nothing moves beside it."""

    @property
    def name(self) -> str:
        return f"Button({self.text})"

    @cached_property
    def _labels(self) -> tuple[Label, ...]:
        """What it says, then what else it may say: made once, asked for at every size that is tried."""
        return tuple(self._label(text) for text in (self.text, *self.reserve))

    def _label(self, text: str) -> Label:
        style, letters, _, _, _, _ = _LOOKS[self.kind]
        spans = [Span(text)]
        if self.hint:
            spans.append(Span(" " + self.hint.replace(" ", "\u00a0"), bold=False))
        return Label(tuple(spans), self.style or style, letters if self.enabled else "quiet", "center")

    def _pads(self, fit: Fit) -> tuple[float, float]:
        look = _LOOKS[self.kind]
        style = fit.theme.style(self.style or look[0])
        size = max(fit.size(style, label.words) for label in self._labels)
        return size * look[4] * max(fit.tightness, 0.6), size * look[5] * max(fit.tightness, 0.6)

    def measure(self, fit: Fit, width: float) -> Size:
        x, y = self._pads(fit)
        inner = [label.measure(fit, max(width - 2 * x, 0.0)) for label in self._labels]
        return Size(max(size.w for size in inner) + 2 * x, max(size.h for size in inner) + 2 * y)

    def least(self, fit: Fit) -> float:
        return max(label.least(fit) for label in self._labels) + 2 * self._pads(fit)[0]

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        fit = fit.ease(self, rect)
        _, _, ground, border, _, _ = _LOOKS[self.kind]
        x, _ = self._pads(fit)
        round_ = self.kind in ("chip", "chosen")
        radius = min(24.0 if round_ else fit.theme.radius("m"), rect.h / 2)
        nodes: list[Node] = []
        on = fit.on
        if self.enabled and ground:
            on = fit.colour(ground)
        if (self.enabled and (ground or border)) or not self.enabled:
            rim = fit.colour("line") if not self.enabled else fit.colour(border) if border else None
            nodes.append(Panel(rect=rect, fill=on, radius=radius, border=rim, layer=fit.layer))
        label = self._labels[0]
        height = label.measure(fit, rect.w - 2 * x).h
        inner = Rect(rect.x + x, rect.y + (rect.h - height) / 2, rect.w - 2 * x, height)
        nodes += label.place(fit.over(on), inner)
        nodes.append(
            Control(
                rect=rect,
                id=self.id,
                intent=self.intent,
                label=self.text,
                enabled=self.enabled,
                radius=radius,
                layer=fit.layer,
            )
        )
        return nodes


@dataclass(frozen=True)
class Tap(Element):
    """Makes any element a control: a card to open, a token to place, a face to choose."""

    child: Element
    id: str
    intent: object
    label: str
    enabled: bool = True
    role: Literal["button", "card", "field", "token", "link"] = "card"
    radius: float = 24.0

    @property
    def name(self) -> str:
        return self.child.name

    def measure(self, fit: Fit, width: float) -> Size:
        return fit.measure(self.child, width)

    def least(self, fit: Fit) -> float:
        return fit.least(self.child)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        control = Control(
            rect=rect,
            id=self.id,
            intent=self.intent,
            label=self.label,
            enabled=self.enabled,
            role=self.role,
            radius=self.radius,
            layer=fit.layer,
        )
        return [*place(fit, self.child, rect), control]


@dataclass(frozen=True)
class Unseen(Element):
    """Buttons that are not drawn, and act by their keys: for whoever sees them in another window."""

    buttons: Sequence[Button]

    def measure(self, fit: Fit, width: float) -> Size:
        return Size(0.0, 0.0)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        spot = Rect(rect.x, rect.y, 1.0, 1.0)
        return [
            Control(
                rect=spot,
                id=button.id,
                intent=button.intent,
                label=button.text,
                enabled=button.enabled,
                unseen=True,
                layer=fit.layer,
            )
            for button in self.buttons
        ]


@dataclass(frozen=True)
class Field(Element):
    """A text field. Its value, caret (a place between letters) and selection (start, end) come from outside.

    `lines` is its height; a longer text shows the lines around the caret. The control is a FieldControl,
    which tells which letter a click falls on.
    """

    id: str
    value: str
    caret: int = 0
    selection: tuple[int, int] | None = None
    placeholder: str = ""
    lines: int = 1
    intent: object = None
    label: str = ""
    style: str = "field"
    enabled: bool = True
    letters: int = 12
    """How many ems of letters it wants room for."""
    over: bool = False
    """Typed over: what stands in it is replaced as a whole, as a number is, and never added to."""

    _PAD = 0.6
    _PAD_SHORT = 0.3
    """Beside a number of two digits: both have room in the box."""

    def measure(self, fit: Fit, width: float) -> Size:
        size, style = self._type(fit)
        high = size * style.leading * self.lines + size * self._PAD * 1.6
        return Size(min(width, size * self.letters), high)

    def _type(self, fit: Fit) -> tuple[float, TextStyle]:
        """The size and style of what is typed: one for the field, whatever stands in it."""
        style = fit.theme.style(self.style)
        return fit.size(style, self.id), style

    def least(self, fit: Fit) -> float:
        return self._type(fit)[0] * min(self.letters, 6)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        size, _ = self._type(fit)
        fit.drawn.add(fit.layer, self.style, self.id, size)
        ground = fit.colour("panel")
        inside = fit.over(ground)
        side = size * (self._PAD if self.letters > 3 else self._PAD_SHORT)
        above = size * self._PAD * 0.8
        text = Rect(rect.x + side, rect.y + above, rect.w - 2 * side, rect.h - 2 * above)
        nodes: list[Node] = [
            Panel(rect=rect, fill=ground, radius=14.0, border=fit.colour("field_line"), layer=fit.layer)
        ]
        lines, written = self._written(inside, text)
        nodes += written
        if not self.value and self.placeholder:
            hint = Label(self.placeholder, self.style, "quiet", max_lines=self.lines)
            nodes += hint.place(inside, Rect(text.x, text.y, text.w, hint.measure(inside, text.w).h))
        return [*nodes, self._control(fit, rect, lines)]

    def _written(self, fit: Fit, rect: Rect) -> tuple[tuple[FieldLine, ...], list[Node]]:
        """The lines around the caret, from the top of `rect`: where each letter stands, and the letters."""
        size, style = self._type(fit)
        leading = size * style.leading
        cut = _field_lines(fit, self.value, style.font, size, rect.w)
        first = _first_line(cut, self.caret, self.lines)
        lines: list[FieldLine] = []
        nodes: list[Node] = []
        for i, (start, text) in enumerate(cut[first : first + self.lines]):
            x, y = rect.x, rect.y + i * leading
            stops = tuple(x + advance(fit.metrics, text[:n], style.font, size) for n in range(len(text) + 1))
            lines.append(FieldLine(start, y, leading, stops))
            if text.strip():
                run = (Run(text, style.font, fit.colour("ink")),)
                spot = Rect(x, y, max(stops[-1] - x, 1.0), leading)
                nodes.append(text_node(fit, run, style, size, spot))
        return tuple(lines), nodes

    def _control(self, fit: Fit, rect: Rect, lines: tuple[FieldLine, ...]) -> FieldControl:
        return FieldControl(
            rect=rect,
            id=self.id,
            intent=self.intent,
            label=self.label or self.placeholder,
            role="field",
            enabled=self.enabled,
            radius=14.0,
            over=self.over,
            lines=lines,
            caret=self.caret,
            selection=self.selection,
            caret_colour=fit.colour("ink"),
            selection_colour=fit.colour("gift_soft"),
            layer=fit.layer,
        )


def _field_lines(fit: Fit, value: str, font: str, size: float, room: float) -> list[tuple[int, str]]:
    """(index of the first letter, letters) of each line; every letter of the value has a place."""
    lines: list[tuple[int, str]] = []
    start = 0
    for paragraph in value.split("\n"):
        rest, at = paragraph, start
        while advance(fit.metrics, rest, font, size) > room and len(rest) > 1:
            end = _fitting(fit, rest, font, size, room)
            lines.append((at, rest[:end]))
            rest, at = rest[end:], at + end
        lines.append((at, rest))
        start += len(paragraph) + 1
    return lines


def _fitting(fit: Fit, text: str, font: str, size: float, room: float) -> int:
    """How many letters fit, ending after a space if there is one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if advance(fit.metrics, text[:middle].rstrip(" "), font, size) <= room:
            low = middle
        else:
            high = middle - 1
    space = text.rfind(" ", 0, low)
    return space + 1 if space > 0 and low < len(text) else low


def _first_line(lines: list[tuple[int, str]], caret: int, shown: int) -> int:
    """The first visible line, so that the caret's is among those shown."""
    row = max((i for i, (start, _) in enumerate(lines) if start <= caret), default=0)
    return min(max(row - shown + 1, 0), max(len(lines) - shown, 0))
