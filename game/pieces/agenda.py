"""Pieces of an agenda: the bowl that the chair is drawn from."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.kit import Element, Fit, Node, Rect, Size
from game.kit.nodes import OutlineArt
from game.pieces.signs import hexed

_W, _H = 220.0, 120.0
_SLIPS = ((58, -16), (92, -6), (126, 8), (158, 18), (76, 12), (110, -14), (142, -4), (44, 6), (172, 4))
"""Where folded slips stand out of the bowl, and how they lean."""


@dataclass(frozen=True)
class Bowl(Element):
    """A bowl, with a folded slip for each who volunteers, as far as there is room to see them."""

    slips: int
    width: float = 220.0

    def measure(self, fit: Fit, width: float) -> Size:
        wide = min(fit.scaled(self.width, 110.0), max(width, 90.0))
        return Size(wide, wide * _H / _W)

    def least(self, fit: Fit) -> float:
        return 90.0

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        wide = min(rect.w, rect.h * _W / _H)
        high = wide * _H / _W
        spot = Rect(rect.x + (rect.w - wide) / 2, rect.y + (rect.h - high) / 2, wide, high)
        return [OutlineArt(rect=spot, markup=self._drawn(fit), units=(_W, _H), layer=fit.layer)]

    def _drawn(self, fit: Fit) -> str:
        ink, paper, clay = (hexed(fit.colour(role)) for role in ("ink", "panel", "kept"))
        shade = hexed(fit.colour("kept_ink"))
        out = "".join(
            f'<g transform="rotate({lean} {x} 50)"><rect x="{x - 13}" y="18" width="26" height="44" rx="3" '
            f'fill="{paper}" stroke="{ink}" stroke-width="2.5"/>'
            f'<path d="M{x - 6} 28 h12 M{x - 6} 35 h8" stroke="{ink}" stroke-width="2.5"/></g>'
            for x, lean in _SLIPS[: self.slips]
        )
        return (
            f'{out}<path d="M14 52 H206 C204 96 168 114 110 114 C52 114 16 96 14 52 Z" fill="{clay}"/>'
            f'<path d="M14 52 H206 C206 58 205 64 203 69 H17 C15 64 14 58 14 52 Z" fill="{shade}"/>'
        )
