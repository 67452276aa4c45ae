"""Sizes and type on the shared palette: what a screen calls "title", "gap m" or "kept".

Lengths are logical pixels: 1080 of them make the height of a 16:9 window, whatever its real size.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from engine.look import palette

TEXT_SIZES = (1.0, 1.15, 1.3)
"""The text-size setting: ordinary, large, very large."""

STEPS = 10
"""How many times a layout may tighten its type and gaps before it gives up."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """One line of the type scale. `font` names a file of game/fonts; `size` and `leading` (a factor) its
    lines.
    """

    font: str
    size: float
    leading: float = 1.25
    colour: str = "ink"
    role: str = ""


_NEAR = {
    "poster": TextStyle("head-800", 128, 1.0),  # the first screen's name of the game
    "display": TextStyle("head-800", 108, 1.06),  # a situation's title
    "title": TextStyle("head-800", 58, 1.08),  # the question of a screen
    "heading": TextStyle("head-700", 34, 1.1),  # the name of a card
    "subheading": TextStyle("head-700", 32, 1.12),
    "lead": TextStyle("text-400", 42, 1.34),  # the text of a situation
    "body": TextStyle("text-400", 30, 1.28),
    "strong": TextStyle("text-700", 30, 1.28),
    "name": TextStyle("text-700", 28, 1.2),  # who, in a list
    "small": TextStyle("text-400", 28, 1.25, "quiet"),
    "label": TextStyle("text-700", 26, 1.25, "quiet"),  # a heading of a list, the effects of a project
    "tiny": TextStyle("text-400", 22, 1.2, "quiet"),
    "pill": TextStyle("text-700", 22, 1.2),
    "button": TextStyle("head-700", 31, 1.1),
    "quiet_button": TextStyle("text-700", 29, 1.1),
    "chip": TextStyle("text-700", 24, 1.1),
    "stamp": TextStyle("text-700", 29, 1.1),
    "timer": TextStyle("digits-800", 40, 1.0),
    "number": TextStyle("head-800", 54, 1.05),  # a result: 46 → 44
    "count": TextStyle("head-800", 130, 1.0),  # votes counted
    "field": TextStyle("text-400", 30, 1.3),
}

_ROOM = {
    **_NEAR,
    "tiny": replace(_NEAR["tiny"], size=24),
    "pill": replace(_NEAR["pill"], size=24),
}

_CONSOLE = {
    "poster": TextStyle("head-800", 64, 1.0),
    "display": TextStyle("head-800", 54, 1.06),
    "title": TextStyle("head-800", 32, 1.1),
    "heading": TextStyle("head-700", 27, 1.12),
    "subheading": TextStyle("head-700", 24, 1.15),
    "lead": TextStyle("text-400", 26, 1.32),
    "body": TextStyle("text-400", 22, 1.32),
    "strong": TextStyle("text-700", 22, 1.32),
    "name": TextStyle("text-700", 21, 1.2),
    "small": TextStyle("text-400", 20, 1.28, "quiet"),
    "label": TextStyle("text-700", 21, 1.25, "quiet"),
    "tiny": TextStyle("text-400", 17, 1.2, "quiet"),
    "pill": TextStyle("text-700", 19, 1.2),
    "button": TextStyle("text-700", 22, 1.1),
    "quiet_button": TextStyle("text-400", 21, 1.1),
    "chip": TextStyle("text-700", 19, 1.1),
    "stamp": TextStyle("text-700", 20, 1.1),
    "timer": TextStyle("digits-800", 92, 1.0),
    "number": TextStyle("head-800", 40, 1.05),
    "count": TextStyle("head-800", 72, 1.0),
    "field": TextStyle("text-400", 22, 1.3),
}

STYLES: Mapping[str, Mapping[str, TextStyle]] = MappingProxyType(
    {"room": _ROOM, "near": _NEAR, "console": _CONSOLE}
)
FLOORS: Mapping[str, float] = MappingProxyType({"room": 24.0, "near": 22.0, "console": 16.0})
"""The smallest type of each window: a room is read from eight metres, where a capital must be 16 high (the
capitals of both families are two thirds of their size); its screens from near, and a console, from a chair.
"""

_GAPS = MappingProxyType({"none": 0.0, "xs": 6.0, "s": 12.0, "m": 20.0, "l": 28.0, "xl": 44.0})
_RADII = MappingProxyType({"none": 0.0, "s": 10.0, "m": 18.0, "l": 24.0, "round": 999.0})


@dataclass(frozen=True)
class Theme:
    """What a window looks like. `window`: "room", "near" (the room's screens for those who sit before
    them) or "console"; `text`: one of TEXT_SIZES.
    """

    window: str = "room"
    text: float = 1.0
    high_contrast: bool = False
    reduced_motion: bool = False

    @cached_property
    def colours(self) -> Mapping[str, palette.Rgb]:
        """Role -> (r, g, b)."""
        roles = palette.STRONG if self.high_contrast else palette.PAPER
        return {role: palette.rgb(colour) for role, colour in roles.items()}

    def colour(self, role: str) -> palette.Rgb:
        """(r, g, b) of a role of engine.look.palette, or of "#RRGGBB". KeyError for an unknown role."""
        return palette.rgb(role) if role.startswith("#") else self.colours[role]

    @cached_property
    def styles(self) -> Mapping[str, TextStyle]:
        """The type scale of this window at the chosen text size."""
        return {n: replace(s, size=s.size * self.text, role=n) for n, s in STYLES[self.window].items()}

    @cached_property
    def smaller(self) -> "Theme | None":
        """The same window at the next smaller text size; None at the ordinary one."""
        below = [size for size in TEXT_SIZES if size < self.text]
        return replace(self, text=max(below)) if below else None

    def style(self, name: str) -> TextStyle:
        """A line of the type scale. KeyError for an unknown name."""
        return self.styles[name]

    def gap(self, name: str) -> float:
        """ "none", "xs", "s", "m", "l" or "xl" in logical pixels; tighter in the console."""
        return _GAPS[name] * (0.8 if self.window == "console" else 1.0)

    def radius(self, name: str) -> float:
        """ "none", "s", "m", "l" or "round" in logical pixels."""
        return _RADII[name]

    @cached_property
    def floor(self) -> float:
        """The smallest type that this window may use, in logical pixels."""
        return FLOORS[self.window]

    @property
    def least_contrast(self) -> float:
        """The contrast that every text keeps: 4.5, or 7 in high contrast."""
        return 7.0 if self.high_contrast else 4.5
