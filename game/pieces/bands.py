"""Strips of paper: what a corner wrote, what was read of it, which words are not the same, and its seal."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import ClassVar, Literal

from engine.language import tr, typo
from engine.look.palette import mix
from engine.view.types import StripView
from game.kit import Element, Fit, Label, Node, Rect, Row, Size, Span, Stamp, place
from game.kit.boxes import Grow
from game.kit.nodes import OutlineArt, Rgb
from game.pieces.signs import Sign, hexed

_TEETH = 13.0
"""Logical height of a tooth where a strip was torn off."""
_DEEP = 7.0
_PAD, _PAD_Y = 24.0, 10.0

_WORD = re.compile(r"(\s+)")

Verdict = Literal["", "yes", "partly", "no"]

VERDICTS = {"yes": "kept", "partly": "part", "no": "broken"}
"""What a corner says of its strip -> a colour of the palette."""


@dataclass(frozen=True)
class Paper(Element):
    """Something on a strip of paper, torn off at both ends. `faint`: it was read so, and not written."""

    child: Element
    faint: bool = False

    @property
    def name(self) -> str:
        return self.child.name

    def _pads(self, fit: Fit) -> tuple[float, float]:
        return fit.gap(_PAD) + _DEEP, fit.gap(_PAD_Y) + 3.0

    def measure(self, fit: Fit, width: float) -> Size:
        x, y = self._pads(fit)
        inner = fit.measure(self.child, max(width - 2 * x, 0.0))
        return Size(inner.w + 2 * x, inner.h + 2 * y + 4.0)

    def least(self, fit: Fit) -> float:
        return fit.least(self.child) + 2 * self._pads(fit)[0]

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        x, y = self._pads(fit)
        ground = fit.colour("note" if self.faint else "panel")
        markup = torn(rect.w, rect.h, ground, _shade(fit), _rim(fit))
        art = OutlineArt(rect=rect, markup=markup, units=(rect.w, rect.h), layer=fit.layer)
        inner = Rect(rect.x + x, rect.y + y, rect.w - 2 * x, rect.h - 2 * y - 4.0)
        high = min(fit.measure(self.child, inner.w).h, inner.h)
        spot = Rect(inner.x, inner.y + (inner.h - high) / 2, inner.w, high)
        return [art, *place(fit.over(ground), self.child, spot)]


def _shade(fit: Fit) -> Rgb:
    return fit.colour("track") if fit.theme.high_contrast else mix(fit.colour("sand"), fit.colour("ink"), 0.2)


def _rim(fit: Fit) -> Rgb:
    return fit.colour("ink" if fit.theme.high_contrast else "field_line")


def torn(w: float, h: float, fill: Rgb, shade: Rgb, rim: Rgb) -> str:
    """A strip of w × h, torn at both ends, and its shadow, as SVG."""
    count = max(round((h - 5.0) / _TEETH), 2)
    step = (h - 5.0) / count
    right = [(w - 1.5 - (_DEEP if i % 2 else 0.0), 1.0 + i * step) for i in range(count + 1)]
    left = [(1.5 + (0.0 if i % 2 else _DEEP), 1.0 + i * step) for i in range(count + 1)]
    ends = [*right, *reversed(left)]
    shape = " ".join(f"{x:.1f},{y:.1f}" for x, y in ends)
    under = " ".join(f"{x:.1f},{y + 4:.1f}" for x, y in ends)
    line = f'stroke="{hexed(rim)}" stroke-width="1.8" stroke-linejoin="round"'
    shadow = f'<polygon points="{under}" fill="{hexed(shade)}"/>'
    return shadow + f'<polygon points="{shape}" fill="{hexed(fill)}" {line}/>'


# ---- Words ----------------------------------------------------------------------------------------------


def quoted(text: str, style: str = "lead", marked: Sequence[bool] = ()) -> Label:
    """Words as they were said; those that are `marked` stand out."""
    before, after = tr("« {text} »", text="\0").split("\0")
    said = tr("« {text} »", text=typo(" ".join(text.split())))[len(before) :].removesuffix(after)
    marks = iter([mark for word, mark in zip(text.split(), marked, strict=False) if _bare(word)])
    spans = [Span(before)]
    for part in _WORD.split(said):  # a word, then what is between it and the next
        if _bare(part) and next(marks, False):
            spans.append(Span(part, "part", True))
        else:
            spans.append(Span(part))
    return Label([*(span for span in spans if span.text), Span(after)], style, "ink")


def not_the_same(one: str, other: str) -> tuple[tuple[bool, ...], tuple[bool, ...]]:
    """Of each word of two texts, whether the other text has not the same one in its place."""
    a, b = one.split(), other.split()
    blocks = SequenceMatcher(
        None, [_bare(word) for word in a], [_bare(word) for word in b], autojunk=False
    ).get_matching_blocks()
    same_a = {i for block in blocks for i in range(block.a, block.a + block.size)}
    same_b = {i for block in blocks for i in range(block.b, block.b + block.size)}
    return (
        tuple(i not in same_a and _bare(word) != "" for i, word in enumerate(a)),
        tuple(i not in same_b and _bare(word) != "" for i, word in enumerate(b)),
    )


def _bare(word: str) -> str:
    return "".join(sign for sign in word if sign.isalnum()).casefold()


def differs(strip: StripView) -> bool:
    """Whether what was read is not what is written, as far as both are known."""
    return bool(strip.text and strip.read and strip.changed)


# ---- Seals ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Seal(Sign):
    """A seal of wax on a strip: it is what was said, in part, or not."""

    verdict: Verdict = "yes"
    units: ClassVar[float] = 60.0

    def drawn(self, fit: Fit) -> str:
        return wax(fit, self.verdict)


def wax(fit: Fit, verdict: Verdict, x: float = 30.0, y: float = 30.0, r: float = 27.0) -> str:
    """A seal as SVG: a scalloped round of wax with ✓, ≈ or ✗ in it."""
    colour = fit.colour(VERDICTS.get(verdict, "neutral"))
    white, dark = fit.colour("on_colour"), mix(colour, fit.colour("ink"), 0.35)
    bumps = "".join(
        f'<circle cx="{x + dx * r * 0.84:.1f}" cy="{y + dy * r * 0.84:.1f}" r="{r * 0.24:.1f}" '
        f'fill="{hexed(colour)}"/>'
        for dx, dy in _ROUND
    )
    sign = "".join(
        f'<path d="M{" L".join(f"{x + a * r:.1f} {y + b * r:.1f}" for a, b in stroke)}" fill="none" '
        f'stroke="{hexed(white)}" stroke-width="{r * 0.2:.1f}" stroke-linecap="round"/>'
        for stroke in _SIGNS.get(verdict, ())
    )
    return (
        bumps + f'<circle cx="{x}" cy="{y}" r="{r * 0.92:.1f}" fill="{hexed(colour)}"/>'
        f'<circle cx="{x}" cy="{y}" r="{r * 0.72:.1f}" fill="none" stroke="{hexed(dark)}" '
        f'stroke-width="{r * 0.07:.1f}"/>' + sign
    )


_ROUND = ((1, 0), (0.77, 0.64), (0.17, 0.98), (-0.5, 0.87), (-0.94, 0.34), (-0.94, -0.34), (-0.5, -0.87),
          (0.17, -0.98), (0.77, -0.64))  # fmt: skip
_SIGNS: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "yes": (((-0.38, 0.02), (-0.1, 0.3), (0.4, -0.3)),),
    "partly": (
        ((-0.42, -0.06), (-0.2, -0.24), (0.18, -0.06), (0.4, -0.24)),
        ((-0.42, 0.26), (-0.2, 0.08), (0.18, 0.26), (0.4, 0.08)),
    ),
    "no": (((-0.3, -0.3), (0.3, 0.3)), ((0.3, -0.3), (-0.3, 0.3))),
}


def stamp(strip: StripView) -> list[Element]:
    """What the corner says of it, stamped; nothing before."""
    words = {
        "yes": tr("C’EST CE QUE NOUS AVONS DIT"),
        "partly": tr("EN PARTIE"),
        "no": tr("PAS CE QUE NOUS AVONS DIT"),
    }.get(strip.verdict)
    return [Stamp(words, VERDICTS[strip.verdict], "pill")] if words else []


def on_paper(strip: StripView, words: Label, seal: float = 0.0, faint: bool = False) -> Paper:
    """Words on a strip, with its seal, where it has one, of that size."""
    if not (seal and strip.verdict):
        return Paper(words, faint)
    return Paper(Row([Grow(words), Seal(seal, strip.verdict)], "m"), faint)
