"""Colours that screens, pages and print share, named by what they mean.

A palette maps a role ("ink", "kept", "family.inhabitants", "token.time"...) to "#RRGGBB". Two palettes have
the same roles: `PAPER`, the ordinary one, and `STRONG`, where every pair of text and ground has a contrast of
7:1. `TEXT_PAIRS` lists the pairs that texts are set in. Contrast is WCAG 2's ratio.
"""

from collections.abc import Mapping
from types import MappingProxyType

from engine.look.expressions import BY_ZONE

Rgb = tuple[int, int, int]

KINDS = ("time", "means", "backing")
FAMILIES = ("inhabitants", "associations", "institutions", "landlords", "shops")
ZONES = tuple(BY_ZONE)

_PAPER = {
    "paper": "#FBF6EC",
    "panel": "#FFFFFF",
    "edge": "#F0E7D6",
    "line": "#E6DDCB",
    "ink": "#1D2433",
    "quiet": "#596273",
    "field_line": "#B9A88A",
    "sand": "#F4E9D8",
    "track": "#EFE6D5",
    "chip": "#EFE6D5",
    "focus": "#1B63C8",
    "kept": "#0B6E5B",
    "kept_soft": "#D8EFE8",
    "kept_ink": "#075446",
    "part": "#7A4300",
    "part_soft": "#FBE3C8",
    "broken": "#B93A22",
    "broken_soft": "#FADFD8",
    "broken_ink": "#8E2A17",
    "gift": "#2E5EAA",
    "gift_soft": "#DEE8F6",
    "idea": "#4C2F85",
    "idea_soft": "#E7DFF5",
    "neutral": "#667084",
    "on_colour": "#FFFFFF",
    "note": "#FFF7E6",
    "note_line": "#F3DDA6",
    "note_ink": "#7A4300",
    "resume": "#FFF1D2",
    "night": "#1D2433",
    "on_night": "#FFFFFF",
    "night_quiet": "#C9D2E3",
    "night_gold": "#FAD78C",
    "night_track": "#3A4358",
    "gold": "#ECA820",
    "trust": "#A9B6B4",
    "family.inhabitants": "#C98A12",
    "family.associations": "#6B4FA0",
    "family.institutions": "#2E5EAA",
    "family.landlords": "#A4502F",
    "family.shops": "#4D7C3A",
    "token.time": "#2E5EAA",
    "token.means": "#C98A12",
    "token.backing": "#6B4FA0",
    "indicator.0": "#A4502F",
    "indicator.1": "#C98A12",
    "indicator.2": "#6B4FA0",
    "indicator.3": "#2E5EAA",
    "indicator.4": "#4D7C3A",
    "indicator.5": "#B0447A",
    "indicator.gate": "#0B6E5B",
    "zone.passive": "#EEE9DD",
    "zone.committed": "#DDF0E5",
    "zone.grumbler": "#F1E9DE",
    "zone.hesitant": "#F5EBD3",
    "zone.golden": "#E5F2D6",
    "zone.opponent": "#EDE3D9",
    "zone.diehard": "#E8DCD2",
    "zone.torn": "#E6DEF0",
}

_STRONG = {
    **_PAPER,
    "paper": "#FFFFFF",
    "edge": "#C9C9C9",
    "line": "#5A5A5A",
    "ink": "#000000",
    "quiet": "#2B2F36",
    "field_line": "#000000",
    "sand": "#FFFFFF",
    "track": "#DADADA",
    "chip": "#E6E6E6",
    "focus": "#0A36B0",
    "kept": "#00513F",
    "kept_soft": "#E2F5EF",
    "kept_ink": "#003D30",
    "part": "#5A3000",
    "part_soft": "#FFEFD9",
    "broken": "#8A1C08",
    "broken_soft": "#FFE9E4",
    "broken_ink": "#6E1405",
    "gift": "#173F85",
    "gift_soft": "#E8F0FC",
    "idea": "#35186E",
    "idea_soft": "#F1EAFC",
    "neutral": "#474E5C",
    "note": "#FFFBEF",
    "note_line": "#7A4300",
    "note_ink": "#5A3000",
    "resume": "#FFF3CF",
    "night": "#000000",
    "night_quiet": "#E6ECF7",
    "night_gold": "#FFE08A",
    "night_track": "#555B66",
    "gold": "#F5B100",
    "trust": "#5E6A68",
    "family.inhabitants": "#7A4F00",
    "family.associations": "#4B2E86",
    "family.institutions": "#173F85",
    "family.landlords": "#7A3115",
    "family.shops": "#2F5420",
    "token.time": "#173F85",
    "token.means": "#7A4F00",
    "token.backing": "#4B2E86",
    "indicator.0": "#7A3115",
    "indicator.1": "#7A4F00",
    "indicator.2": "#4B2E86",
    "indicator.3": "#173F85",
    "indicator.4": "#2F5420",
    "indicator.5": "#7C1F50",
    "indicator.gate": "#00513F",
    **{f"zone.{zone}": "#F4F4F4" for zone in ZONES},
}

PAPER: Mapping[str, str] = MappingProxyType(_PAPER)
STRONG: Mapping[str, str] = MappingProxyType(_STRONG)

_LIGHT = ("paper", "panel", "note")
_COLOURED = ("kept", "broken", "gift", "part", "idea", "neutral", "night")
_WORDS = ("ink", "quiet", "kept", "kept_ink", "broken", "broken_ink", "part", "gift", "idea", "note_ink")
_SOFT = (("kept_ink", "kept_soft"), ("part", "part_soft"), ("broken_ink", "broken_soft"))
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((word, ground) for word in _WORDS for ground in _LIGHT),
    *(("on_colour", ground) for ground in _COLOURED),
    *_SOFT,
    ("gift", "gift_soft"),
    ("idea", "idea_soft"),
    ("ink", "chip"),
    ("ink", "resume"),
    ("ink", "sand"),
    ("ink", "track"),
    ("on_night", "night"),
    ("night_quiet", "night"),
    ("night_gold", "night"),
    *((word, f"zone.{zone}") for word in ("ink", "quiet") for zone in ZONES),
)
"""(text, ground): the pairs a text may be set in, checked to 4.5:1 on PAPER and 7:1 on STRONG."""


def rgb(colour: str) -> Rgb:
    """Red, green and blue, 0 to 255 each, of "#RRGGBB"; ValueError for anything else."""
    if len(colour) != 7 or colour[0] != "#":
        raise ValueError(f"colour {colour!r}: expected #RRGGBB")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: Rgb) -> float:
    """WCAG's relative luminance, from 0 (black) to 1 (white)."""
    r, g, b = (v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in (c / 255 for c in colour))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: Rgb, other: Rgb) -> float:
    """WCAG's contrast ratio between two colours, from 1 to 21, whichever is the lighter."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mix(one: Rgb, other: Rgb, share: float) -> Rgb:
    """`share` (0 to 1) of the other colour in the first."""
    r, g, b = (round(a + (z - a) * share) for a, z in zip(one, other, strict=True))
    return r, g, b
