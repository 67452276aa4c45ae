"""Ways of counting a vote, each as a small drawing: piles of votes under a line of money, bands of grades cut
in the middle, purses that pay together.
"""

from collections.abc import Callable
from dataclasses import dataclass

from engine.look.palette import mix
from game.kit import Element, Fit, Node, Rect, Size
from game.kit.nodes import OutlineArt, Rgb
from game.pieces.signs import hexed

_W, _H = 400.0, 200.0
_IDEAS = ("gift", "family.landlords", "family.associations", "family.shops")


@dataclass(frozen=True)
class Drawing(Element):
    """How a method counts, drawn; `faint` where another was adopted."""

    method: str
    width: float = 400.0
    faint: bool = False

    def measure(self, fit: Fit, width: float) -> Size:
        wide = min(fit.scaled(self.width, 160.0), max(width, 120.0))
        return Size(wide, wide * _H / _W)

    def least(self, fit: Fit) -> float:
        return 120.0

    def place(self, fit: Fit, rect: Rect) -> "list[Node]":
        wide = min(rect.w, rect.h * _W / _H)
        high = wide * _H / _W
        spot = Rect(rect.x + (rect.w - wide) / 2, rect.y + (rect.h - high) / 2, wide, high)
        draw = _DRAWN.get(self.method)
        if draw is None:
            return []

        def ink(role: str) -> str:
            found: Rgb = fit.colour(role)
            return hexed(mix(found, fit.colour("track"), 0.6) if self.faint else found)

        return [OutlineArt(rect=spot, markup=draw(ink), units=(_W, _H), layer=fit.layer)]


Ink = Callable[[str], str]


def _approval(ink: Ink) -> str:
    """Piles of votes, the highest first; the money ends after the third."""
    out = ""
    for i, (high, role) in enumerate(zip((9, 7, 5, 3), _IDEAS, strict=True)):
        x = 26.0 + i * 92.0
        fill = ink(role) if i < 2 else ink("field_line")
        for n in range(high):
            out += f'<rect x="{x}" y="{176 - n * 18 - 14}" width="64" height="14" rx="4" fill="{fill}"/>'
    out += f'<path d="M12 184 H388" stroke="{ink("ink")}" stroke-width="4" stroke-linecap="round"/>'
    out += (
        f'<path d="M196 10 V190" stroke="{ink("broken")}" stroke-width="5" stroke-dasharray="11 8" '
        'stroke-linecap="round"/>'
    )
    return out + _coin(ink, 196.0, 16.0, 15.0)


def _coin(ink: Ink, x: float, y: float, r: float) -> str:
    """A coin, with the sign of the euro."""
    return (
        f'<circle cx="{x}" cy="{y}" r="{r}" fill="{ink("gold")}" stroke="{ink("ink")}" stroke-width="3"/>'
        f'<path d="M{x + r * 0.42:.1f} {y - r * 0.42:.1f} A{r * 0.55:.1f} {r * 0.55:.1f} 0 1 0 '
        f"{x + r * 0.42:.1f} {y + r * 0.42:.1f} M{x - r * 0.66:.1f} {y - r * 0.12:.1f} h{r * 0.72:.1f} "
        f'M{x - r * 0.66:.1f} {y + r * 0.16:.1f} h{r * 0.64:.1f}" fill="none" stroke="{ink("ink")}" '
        f'stroke-width="{r * 0.17:.1f}" stroke-linecap="round"/>'
    )


_GRADED = (
    (0.34, 0.30, 0.16, 0.12, 0.08), (0.18, 0.26, 0.30, 0.16, 0.10), (0.12, 0.16, 0.18, 0.24, 0.30),
)  # fmt: skip
_BANDS = ("kept", "gift", "neutral", "part", "broken")


def _majority(ink: Ink) -> str:
    """Three ideas, each as a band of its grades, and a line in the middle."""
    out = ""
    for row, shares in enumerate(_GRADED):
        x, y = 20.0, 26.0 + row * 54.0
        for share, role in zip(shares, _BANDS, strict=True):
            wide = share * 360.0
            out += f'<rect x="{x:.1f}" y="{y}" width="{wide - 3:.1f}" height="40" rx="5" fill="{ink(role)}"/>'
            x += wide
    line = f'stroke="{ink("ink")}" stroke-width="6" stroke-linecap="round"'
    paper = f'stroke="{ink("panel")}" stroke-width="12"'
    return out + f'<path d="M200 14 V186" {paper}/><path d="M200 8 V192" {line}/>'


def _equal(ink: Ink) -> str:
    """Six purses of the same size; three pay an idea together, two another."""
    out = ""
    roles = ("gift", "gift", "gift", "family.shops", "family.shops", "field_line")
    for x, wide, role in ((34.0, 160.0, "gift"), (218.0, 104.0, "family.shops")):
        out += f'<rect x="{x}" y="20" width="{wide}" height="58" rx="9" fill="{ink(role)}"/>'
        out += _coin(ink, x + wide / 2, 49.0, 18.0)
    ends = (86.0, 114.0, 142.0, 252.0, 288.0)
    for i, role in enumerate(roles):
        x = 42.0 + i * 63.0
        if i < len(ends):
            out += (
                f'<path d="M{x} 132 C{x} 104 {ends[i]} 112 {ends[i]} 84" fill="none" stroke="{ink(role)}" '
                'stroke-width="5" stroke-linecap="round"/>'
            )
        out += _bag(ink, x, role)
    return out


def _bag(ink: Ink, x: float, role: str) -> str:
    """A purse."""
    return (
        f'<path d="M{x - 9} 142 L{x + 9} 142 C{x + 30} 164 {x + 25} 190 {x} 190 C{x - 25} 190 {x - 30} 164 '
        f'{x - 9} 142 Z" fill="{ink(role)}"/>'
        f'<path d="M{x - 13} 131 L{x + 13} 131 L{x + 8} 141 L{x - 8} 141 Z" fill="{ink(role)}"/>'
        f'<path d="M{x - 11} 142 H{x + 11}" stroke="{ink("ink")}" stroke-width="4" stroke-linecap="round"/>'
    )


_DRAWN: dict[str, Callable[[Ink], str]] = {
    "approval": _approval,
    "majority-judgement": _majority,
    "equal-shares": _equal,
}
