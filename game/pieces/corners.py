"""A room in corners: who sits where, a corner's strip and what became of it, the bridges between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.language import ntr, tr
from engine.view.types import (
    BridgeView,
    CharacterView,
    CornersView,
    CornerView,
    ProjectView,
    StripView,
    View,
)
from game.front.alone import me
from game.kit import (
    Card,
    Column,
    Element,
    Face,
    Fit,
    Flow,
    Grow,
    Label,
    Node,
    Picture,
    Pill,
    Rect,
    Row,
    Size,
    Spacer,
)
from game.kit.nodes import OutlineArt
from game.pieces.bands import differs, not_the_same, on_paper, quoted, stamp
from game.pieces.hall import Built, Deck, Flight, Suited, deck
from game.pieces.parts import Fullest, face
from game.pieces.signs import Sign, hexed

_CROWDED = 4
"""Corners beyond which words need the room of faces."""


def someone(view: View, id: str) -> CharacterView | None:
    """Somebody in play; None for nobody."""
    return next((who for who in view.characters if who.id == id), None)


def there(view: View, corner: CornerView) -> list[CharacterView]:
    """Who sits in a corner: its member, then its guests."""
    found = (someone(view, id_) for id_ in (corner.member, *corner.guests))
    return [who for who in found if who is not None]


def place_of(shown: CornersView, id: str) -> int:
    """The place of a corner among all, from 0; -1 for none."""
    return next((i for i, corner in enumerate(shown.corners) if corner.id == id), -1)


def decks(shown: CornersView) -> tuple[Deck, ...]:
    """The bridges as lines; where several join the same corners, the one that is furthest."""
    order = ("none", "half", "open", "built")
    found: dict[tuple[int, int], Deck] = {}
    for one in shown.bridges:
        ends = place_of(shown, one.one), place_of(shown, one.other)
        if min(ends) < 0:
            continue
        key, line = (min(ends), max(ends)), Deck(*ends, one.state, (one.one_said, one.other_said))
        if key not in found or order.index(found[key].state) < order.index(one.state):
            found[key] = line
    return tuple(found.values())


def flights(shown: CornersView, gone: bool) -> tuple[Flight, ...]:
    """The strips of this round on their way; `gone`: they have left."""
    found = []
    for i, corner in enumerate(shown.corners):
        strip = corner.strip
        if strip is None or not (strip.text or strip.to):
            continue
        to = place_of(shown, strip.to) if gone and strip.to else -1
        found.append(Flight(i, to, strip.arranged, strip.verdict, f"band.{corner.id}"))
    return tuple(found)


# ---- Who sits there -------------------------------------------------------------------------------------


def sitting(
    view: View, corner: CornerView, size: float = 84.0, title: str = "heading", beside: Sequence[Element] = ()
) -> Element:
    """Who belongs to a corner and who is invited there: faces, its name, theirs where there is room."""
    people = there(view, corner)
    shown = faces(view, corner, size)
    names = Label(" · ".join(who.short for who in people), "small", "ink", max_lines=2)
    called = Label(corner.title, title, max_lines=1)
    rows = [Row([*shown, Grow(words), *beside], "s") for words in (Column([called, names], "none"), called)]
    return Fullest(rows)


def faces(view: View, corner: CornerView, size: float) -> list[Element]:
    """Their faces alone."""
    return [_seated(view, who, size if not i else size * 0.72) for i, who in enumerate(there(view, corner))]


def _seated(view: View, who: CharacterView, size: float) -> Face:
    mine = me(view)
    portrait = face(who, size)
    return portrait if mine is None or mine.id != who.id else _ringed(portrait)


def _ringed(portrait: Face) -> Face:
    return Face(portrait.spec, portrait.expression, portrait.initials, portrait.size, ring="gold")


def grounds(
    view: View, corner: CornerView, child: Element, pad: str | float = "m", middle: bool = False
) -> Card:
    """The card of a corner, in the colour of whoever belongs there; one's own has a golden rim."""
    member, mine = someone(view, corner.member), me(view)
    own = mine is not None and mine.id == corner.member
    band = f"family.{member.family}" if member is not None else None
    rim, wide = ("gold", 5.0) if own else ("line", 2.0)
    return Card(
        child, pad, "xs" if middle else "s", "sand", rim, wide, band, edge=False, fill_child=not middle
    )


def seats(view: View, corner: CornerView, large: bool = False) -> tuple[Element, ...]:
    """A corner while people negotiate: who sits there, whom it invites, what it has of its own; from the
    fullest form to the barest."""
    people, project = there(view, corner), _own(view, corner)
    names = Label(_names(view, corner, people), "small" if large else "tiny", "ink", max_lines=2)
    forms: list[Element] = []
    title = Label(corner.title, "subheading" if large else "name", max_lines=1)
    for size in (72.0, 56.0) if large else (56.0, 44.0):
        who = Row([*faces(view, corner, size), Grow(Column([title, names], "none"), 1.0, 130)], "xs")
        own = [] if project is None else [Grow(_lies(project, "label"), 1.0, 150)]
        forms.append(Row([Grow(who, 1.2), *own], "m"))
    sign = [] if project is None else [Picture(project.pictogram, 40.0)]
    forms.append(Row([*faces(view, corner, 40.0), Grow(Column([title, names], "none")), *sign], "xs"))
    forms.append(Row([*faces(view, corner, 40.0), Grow(title), *sign], "xs"))
    pad = "m" if large else "s"
    return tuple(grounds(view, corner, form, pad, middle=True) for form in forms)


def _names(view: View, corner: CornerView, people: Sequence[CharacterView]) -> str:
    """Who sits there, then who is invited and sits elsewhere."""
    names = " · ".join(who.short for who in people)
    guest = someone(view, corner.invited) if corner.invited not in corner.guests else None
    return f"{names} · " + tr("invite {name}", name=guest.short) if guest is not None else names


def _own(view: View, corner: CornerView) -> ProjectView | None:
    return next((one for one in view.projects if one.id == corner.project), None)


def _lies(project: ProjectView, style: str) -> Element:
    """A project of a corner's own."""
    return Row(
        [Picture(project.pictogram, 36.0), Grow(Label(project.title, style, "ink", max_lines=2))], "xs"
    )


def going_between(view: View, size: float) -> Element:
    """Whoever carries the strips, and guests whom nobody invites."""
    shown = view.corners
    assert shown is not None
    who = someone(view, shown.scribe)
    rows: list[Element] = [] if who is None else [face(who, size), Pill(who.short, "dark")]
    alone = [someone(view, guest.who) for guest in shown.guests if not guest.at]
    waiting: list[Element] = [face(one, 44.0) for one in alone if one is not None]
    if not waiting:
        return Column(rows, "none", "center")
    words = Label(tr("sans invitation"), "tiny", "ink", one_line=True)
    return Fullest(
        [
            Column([*rows, Row(waiting, "xs"), words], "none", "center"),
            Column([*rows, Row(waiting, "xs")], "none", "center"),
            Column(rows, "none", "center"),
        ]
    )


# ---- Bridges --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Plank(Sign):
    """A bridge, small: dots, half a deck, a deck, or a firm one."""

    state: Built = "none"

    def measure(self, fit: Fit, width: float) -> Size:
        side = self._side(fit)
        return Size(side, side * 0.36)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        w = min(rect.w, self._side(fit))
        spot = Rect(rect.x, rect.y + (rect.h - w * 0.36) / 2, w, w * 0.36)
        markup = deck(fit, (90.0, 32.0), self.state)
        return [OutlineArt(rect=spot, markup=markup, units=(90.0, 32.0), layer=fit.layer)]


def plank(state: Built, size: float = 90.0) -> Plank:
    """A bridge as a sign, so many logical pixels wide."""
    return Plank(size, state)


def bridge_line(one: BridgeView, style: str = "body") -> Element:
    """How far a bridge is, in a sentence beside its sign."""
    colour = {"built": "kept", "open": "part"}.get(one.state, "ink")
    words = Label(one.said, style, colour)
    return Row([plank(one.state), Picture(one.pictogram, 36.0, colour), Grow(words)], "s")


@dataclass(frozen=True)
class Whereabouts(Sign):
    """The room, tiny: its corners as squares; those where something is done are full, joined by a bridge."""

    count: int = 4
    full: tuple[int, ...] = ()

    def _units(self) -> tuple[float, float]:
        return 38.0, 20.0 * max(-(-self.count // 2), 1) - 6.0

    def measure(self, fit: Fit, width: float) -> Size:
        w, h = self._units()
        side = self._side(fit)
        return Size(side * w / h, side)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        w, h = self._units()
        high = min(rect.h, self._side(fit), rect.w * h / w)
        spot = Rect(rect.x, rect.y + (rect.h - high) / 2, high * w / h, high)
        return [OutlineArt(rect=spot, markup=self.drawn(fit), units=(w, h), layer=fit.layer)]

    def drawn(self, fit: Fit) -> str:
        ink, pale = hexed(fit.colour("ink")), hexed(fit.colour("track"))
        spots = [(1.0 + 22.0 * (i % 2), 1.0 + 20.0 * (i // 2)) for i in range(self.count)]
        out = ""
        if len(self.full) > 1:
            (ax, ay), (bx, by) = (spots[i] for i in self.full[:2])
            line = f'x1="{ax + 6.5}" y1="{ay + 6}" x2="{bx + 6.5}" y2="{by + 6}"'
            out = f'<line {line} stroke="{ink}" stroke-width="4.5"/>'
        for i, (x, y) in enumerate(spots):
            fill = ink if i in self.full else pale
            out += (
                f'<rect x="{x}" y="{y}" width="13" height="12" rx="2.5" fill="{fill}" stroke="{ink}" '
                f'stroke-width="1.6"/>'
            )
        return out


def where_given(shown: CornersView | None, project: ProjectView, style: str = "label") -> list[Element]:
    """Where one sits who gives to it: the room in small, and its corner, or both that a bridge joins."""
    if shown is None or not project.corners:
        return []
    places = tuple(place_of(shown, id_) for id_ in project.corners)
    if min(places) < 0:
        return []
    names = " + ".join(shown.corners[i].title.replace(" ", "\u00a0") for i in places)
    words = Label(names, style, "part" if project.bridge else "ink")
    return [Row([Whereabouts(30.0, len(shown.corners), places), words], 9.0)]


# ---- Its strip ------------------------------------------------------------------------------------------


def strips(strip: StripView, style: str = "lead", seal: float = 76.0, writing: bool = False) -> list[Element]:
    """What was written, and under it what was read where that is not the same, those words marked.
    `writing`: corners may still write."""
    if not strip.text and not strip.read:
        return [on_paper(strip, Label(_blank(strip, writing), style, "quiet"), seal)]
    if not differs(strip):
        return [on_paper(strip, quoted(strip.read or strip.text, style), seal)]
    own, aloud = not_the_same(strip.text, strip.read)
    return [
        _headed(tr("écrit"), on_paper(strip, quoted(strip.text, style, own))),
        _headed(tr("lu"), on_paper(strip, quoted(strip.read, style, aloud), seal, faint=True)),
    ]


def read_alone(
    strip: StripView, style: str = "body", seal: float = 56.0, writing: bool = False
) -> list[Element]:
    """What was read, where there is no room for what was written too; its changed words are marked."""
    if not differs(strip):
        return strips(strip, style, seal, writing)
    _, aloud = not_the_same(strip.text, strip.read)
    return [_headed(tr("lu"), on_paper(strip, quoted(strip.read, style, aloud), seal, faint=True))]


def _headed(word: str, strip: Element) -> Element:
    return Row([Label(word, "tiny", "ink", one_line=True, turned=True), Grow(strip)], "xs", "stretch")


def _blank(strip: StripView, writing: bool) -> str:
    if strip.to:
        return tr("Sur papier, dans le coin.")
    return tr("La bande s’écrit…") if writing else tr("Rien n’est écrit ici.")


def how(view: View, strip: StripView) -> str:
    """Where a strip is read, and how: "à la Gare : mot pour mot"."""
    corner = view.corners.corner(strip.to) if view.corners is not None else None
    if corner is None:
        ahead = view.phase.kind == "strips" and view.phase.step != "sealed"
        return tr("pas encore portée") if ahead and not strip.verdict else tr("lue nulle part")
    if not strip.arranged:
        return tr("{at} : mot pour mot", at=corner.at)
    if not strip.changed:
        return tr("{at} : avec d’autres mots", at=corner.at)
    return ntr("{at} : {n} mot changé", "{at} : {n} mots changés", strip.changed, at=corner.at)


def carried(view: View, strip: StripView, size: float = 48.0) -> Element:
    """An arrow to where it is read, a face from there, and how it is read."""
    corner = view.corners.corner(strip.to) if view.corners is not None else None
    words = Label(how(view, strip), "name", "part" if strip.arranged else "ink", max_lines=2)
    if corner is None:
        return Row([Grow(words)], "s")
    host = someone(view, corner.member)
    row: list[Element] = [Label("→", "heading", "part" if strip.arranged else "ink", one_line=True)]
    row += [face(host, size)] if host is not None else []
    return Row([*row, Grow(words)], "xs")


def counted(strip: StripView, style: str = "name") -> list[Element]:
    """Hands counted in its corner: yes, in part, no."""
    if strip.counts is None:
        return []
    yes, partly, no = strip.counts
    parts = (("✓", yes, "kept"), ("≈", partly, "part"), ("✗", no, "broken"))
    words = [Label(f"{sign}\u00a0{n}", style, colour, one_line=True) for sign, n, colour in parts]
    return [Flow(words, "s", "none")]


def corner_forms(view: View, corner: CornerView, step: str) -> tuple[Element, ...]:
    """A corner with its strip, from the fullest form to the barest."""
    strip = corner.strip
    if strip is None:
        return tuple(grounds(view, corner, Column([sitting(view, corner, size)])) for size in (84.0, 56.0))
    new = step == "write"
    sizes_of_words = (("lead", 88.0), ("body", 72.0), ("small", 60.0))
    whole = [strips(strip, style, seal, new) for style, seal in sizes_of_words]
    short = [read_alone(strip, style, writing=new) for style in ("body", "small")]
    short.append(read_alone(strip, "small", 0.0, new))
    paper = Suited(tuple(Column(form, "xs") for form in (*whole, *short)), full=len(whole))
    crowded = view.corners is not None and len(view.corners.corners) > _CROWDED
    sizes = (56.0, 44.0) if crowded else (84.0, 64.0, 48.0) if step == "write" else (64.0, 48.0)
    return tuple(_cornered(view, corner, strip, step, size, paper) for size in sizes)


def _cornered(
    view: View,
    corner: CornerView,
    strip: StripView,
    step: str,
    size: float,
    paper: Element,
) -> Element:
    head = sitting(view, corner, size, beside=stamp(strip))
    rows: list[Element] = [head, Grow(paper)]
    if step != "write":
        rows.append(Row([Grow(carried(view, strip, size * 0.6)), *counted(strip)], "m"))
    return grounds(view, corner, Column(rows, "s"))


def nobody() -> Element:
    """Where there is no corner."""
    return Column([Label(tr("Il n’y a pas de coin ce soir."), "lead"), Grow(Spacer())])
