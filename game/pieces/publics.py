"""Those who vote beside the table: a sign and a colour for each, how many come, and how many still would."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from engine.language import ntr, signed, tr
from engine.view.types import BallotView, ProjectView, PublicView, View
from game.kit import Element, Fit, Label, Node, Rect, Row, Size, Sized, Tokens
from game.kit.nodes import OutlineArt, Panel, TokenState
from game.pieces.parts import face
from game.pieces.signs import Sign, hexed

SHAPES = (
    "M15 1.5 L28.5 15 L15 28.5 L1.5 15 Z",
    "M15 1 L19.1 10.2 L29 11.2 L21.6 17.9 L23.8 27.8 L15 22.6 L6.2 27.8 L8.4 17.9 L1 11.2 L10.9 10.2 Z",
    "M8 3 H22 L29 15 L22 27 H8 L1 15 Z",
    "M10.5 2 H19.5 V10.5 H28 V19.5 H19.5 V28 H10.5 V19.5 H2 V10.5 H10.5 Z",
    "M15 27.5 C4 19 1.5 14.5 1.5 10 C1.5 2.5 11 0.5 15 8 C19 0.5 28.5 2.5 28.5 10 C28.5 14.5 26 19 15 27.5 Z",
    "M15 1 C18 8 25.5 13.5 25.5 19 A10.5 10 0 0 1 4.5 19 C4.5 13.5 12 8 15 1 Z",
)
"""The sign of each public, by its number from 1, in a square of 30: none is a token's."""


def colour(number: int) -> str:
    """The colour of a public, by its number."""
    return f"indicator.{(number - 1) % 6}"


@dataclass(frozen=True)
class Mark(Sign):
    """The sign of a public; `faint`, only its outline: it is left out."""

    number: int = 1
    faint: bool = False

    def drawn(self, fit: Fit) -> str:
        shape = SHAPES[(self.number - 1) % len(SHAPES)]
        if self.faint:
            line = hexed(fit.colour("field_line"))
            return (
                f'<path d="{shape}" fill="none" stroke="{line}" stroke-width="2.2" stroke-dasharray="4 3"/>'
            )
        return f'<path d="{shape}" fill="{hexed(fit.colour(colour(self.number)))}"/>'


def marks(ballot: BallotView, ids: Sequence[str], size: float = 28.0, all_: bool = False) -> Row:
    """The signs of those publics, in the order of the list; with `all_`, the others too, faint."""
    shown: list[Element] = [
        Mark(size, one.number, one.id not in ids) for one in ballot.publics if all_ or one.id in ids
    ]
    return Row(shown, size * 0.2)


def titled(public: PublicView, style: str = "name", size: float = 34.0, most: int = 1) -> Element:
    """A public's sign and its name."""
    words = Label(public.title, style, "ink", max_lines=most)
    return Row([Mark(size, public.number), words], "xs")


# ---- How many come --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Coming(Element):
    """How many of a public vote, of `whole` as long as the bar: those who vote anyway, then those who were
    fetched, striped, then those who would still come, an outline."""

    public: PublicView
    whole: int
    height: float = 24.0

    def measure(self, fit: Fit, width: float) -> Size:
        return Size(min(width, 90.0), fit.scaled(self.height, 16.0))

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        one, high = self.public, min(rect.h, fit.scaled(self.height, 16.0))
        unit, x, y = rect.w / max(self.whole, 1), rect.x, rect.y + (rect.h - high) / 2
        ink, ground = fit.colour(colour(one.number)), fit.colour("panel")
        nodes: list[Node] = []
        own, come = min(one.first, one.voices), max(one.voices - one.first, 0)
        for n, fill, rim, striped in (
            (own, ink, None, False),
            (come, ink, None, True),
            (one.more, ground, ink, False),
        ):
            if n:
                spot = Rect(x, y, max(n * unit - 2.0, 3.0), high)
                radius = min(5.0, spot.w / 3)
                nodes.append(Panel(rect=spot, fill=fill, radius=radius, border=rim, layer=fit.layer))
                if striped and spot.w > high:
                    nodes.append(_stripes(fit, spot))
            x += n * unit
        return nodes


def _stripes(fit: Fit, spot: Rect) -> OutlineArt:
    """Slanting lines over a piece of a bar."""
    step, high = 9.0, spot.h
    count = int((spot.w - high * 0.6) // step) + 1
    out = "".join(
        f'<path d="M{i * step:.1f} {high:.1f} l{high * 0.6:.1f} {-high:.1f}" '
        f'stroke="{hexed(fit.colour("panel"))}" stroke-width="2.6"/>'
        for i in range(count)
    )
    return OutlineArt(rect=spot, markup=out, units=(spot.w, spot.h), layer=fit.layer)


def whole(ballot: BallotView) -> int:
    """The voices of the largest public, had everybody come."""
    return max((one.voices + one.more for one in ballot.publics), default=1)


@dataclass(frozen=True)
class Crowd(Element):
    """A public as people, one for each voice: those who vote anyway, those who were fetched with a rim of
    gold, those who would still come as outlines."""

    public: PublicView
    across: int = 12
    size: float = 26.0
    rows: int = 0
    """How many lines it has room for at least, so that several stand alike."""
    units: ClassVar[tuple[float, float]] = (22.0, 28.0)

    @property
    def _count(self) -> int:
        return self.public.voices + self.public.more

    @property
    def _rows(self) -> int:
        return max(-(-self._count // self.across), self.rows, 1)

    def measure(self, fit: Fit, width: float) -> Size:
        side = fit.scaled(self.size, 16.0)
        w, h = self.units
        wide = side * w / h * self.across
        share = min(width / wide, 1.0) if width else 1.0
        return Size(wide * share, side * self._rows * share)

    def least(self, fit: Fit) -> float:
        return min(60.0, 20.0 * self.across)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        w, h = self.units
        wide, high = w * self.across, h * self._rows
        scale = min(rect.w / wide, rect.h / high)
        spot = Rect(rect.x, rect.y + (rect.h - high * scale) / 2, wide * scale, high * scale)
        out = "".join(
            f'<g transform="translate({i % self.across * w:.1f},{i // self.across * h:.1f})">'
            f"{self._person(fit, i)}</g>"
            for i in range(self._count)
        )
        return [OutlineArt(rect=spot, markup=out, units=(wide, high), layer=fit.layer)]

    def _person(self, fit: Fit, i: int) -> str:
        one = self.public
        fill = hexed(fit.colour(colour(one.number)))
        body = "M3 26.5 C3 15 19 15 19 26.5 Z"
        if i >= one.voices:
            look = f'fill="none" stroke="{fill}" stroke-width="1.5"'
            return f'<circle cx="11" cy="7.5" r="4.6" {look}/><path d="{body}" {look}/>'
        rim = ""
        if i >= one.first:
            rim = f' stroke="{hexed(fit.colour("gold"))}" stroke-width="2.6"'
        return f'<circle cx="11" cy="7.5" r="5" fill="{fill}"{rim}/><path d="{body}" fill="{fill}"{rim}/>'


def come_words(public: PublicView) -> str:
    """ "20 voix, 12 viendraient"."""
    said = ntr("{n} voix", "{n} voix", public.voices)
    if public.more:
        more = ntr("{n} viendrait encore", "{n} viendraient encore", public.more)
        return f"{said} · {more}"
    return said


# ---- Whoever goes and fetches them ----------------------------------------------------------------------


def fetching(view: View, public: PublicView) -> ProjectView | None:
    """Going to fetch it, while that is on the table."""
    return next((one for one in view.projects if one.fetches == public.id), None)


def fetchers(view: View, project: ProjectView, size: float = 30.0) -> Row:
    """The token that going there takes, and the face of who promised it."""
    state: TokenState = "promised" if sum(project.promised) else "missing"
    if sum(project.placed):
        state = "given"
    kind = next((k for k in range(3) if project.cost[k]), 0)
    said = [one.who for one in view.promises if one.project == project.id and any(one.tokens)]
    people = [face(who, size + 6.0) for who in view.characters if who.id in said]
    return Row([Tokens(((kind, state),), size), *people[:1]], 6.0)


def brings(view: View, public: PublicView, short: bool = False) -> str:
    """What one time brings, in a line: "+6 voix · Cadre de vie +1"; in `short`, voices alone."""
    come = min(public.fetched, public.more) if public.more else public.fetched
    said = tr("{by} voix", by=signed(come))
    gate = next((one.title for one in view.indicators if one.gate), "")
    if public.brings and gate and not short:
        return f"{said} · {gate} {signed(public.brings)}"
    return said


def legend() -> list[tuple[Element, str]]:
    """How to read the bars."""
    one = PublicView("", "", 4, 1, 1, 0, 0, 0, "")
    return [
        (_swatch(one), tr("votent de toute façon")),
        (_swatch(one._replace(first=0)), tr("on est allé les chercher")),
        (_swatch(one._replace(first=0, voices=0, more=1)), tr("viendraient encore")),
    ]


def _swatch(public: PublicView) -> Element:
    """One voice as a person, and as a piece of the bar."""
    return Row([Crowd(public, 1, 32.0), Sized(Coming(public, 1, 22.0), 50.0)], "xs")
