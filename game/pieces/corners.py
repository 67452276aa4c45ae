"""A room in corners: who sits where, a corner's strip and what became of it, the bridges between them."""

from collections.abc import Sequence

from engine.language import ntr, tr
from engine.view.types import CharacterView, CornersView, CornerView, StripView, View
from game.front.alone import me
from game.kit import Card, Column, Element, Face, Flow, Grow, Label, Row, Spacer
from game.pieces.bands import differs, not_the_same, on_paper, quoted, stamp
from game.pieces.hall import Deck, Flight, Suited
from game.pieces.parts import Fullest, face


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
        key, deck = (min(ends), max(ends)), Deck(*ends, one.state, (one.one_said, one.other_said))
        if key not in found or order.index(found[key].state) < order.index(one.state):
            found[key] = deck
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


def grounds(view: View, corner: CornerView, child: Element, pad: str | float = "m") -> Card:
    """The card of a corner, in the colour of whoever belongs there; one's own has a golden rim."""
    member, mine = someone(view, corner.member), me(view)
    own = mine is not None and mine.id == corner.member
    band = f"family.{member.family}" if member is not None else None
    return Card(child, pad, "s", "sand", "gold" if own else "line", 5.0 if own else 2.0, band, edge=False)


# ---- Its strip ------------------------------------------------------------------------------------------


def strips(strip: StripView, style: str = "lead", seal: float = 76.0) -> list[Element]:
    """What was written, and under it what was read where that is not the same, those words marked."""
    if not strip.text and not strip.read:
        return [on_paper(strip, Label(_blank(strip), style, "quiet"), seal)]
    if not differs(strip):
        return [on_paper(strip, quoted(strip.read or strip.text, style), seal)]
    own, aloud = not_the_same(strip.text, strip.read)
    return [
        _headed(tr("écrit"), on_paper(strip, quoted(strip.text, style, own))),
        _headed(tr("lu"), on_paper(strip, quoted(strip.read, style, aloud), seal, faint=True)),
    ]


def read_alone(strip: StripView, style: str = "body", seal: float = 56.0) -> list[Element]:
    """What was read, where there is no room for what was written too; its changed words are marked."""
    if not differs(strip):
        return strips(strip, style, seal)
    _, aloud = not_the_same(strip.text, strip.read)
    return [_headed(tr("lu"), on_paper(strip, quoted(strip.read, style, aloud), seal, faint=True))]


def _headed(word: str, strip: Element) -> Element:
    return Row([Label(word, "tiny", "ink", one_line=True, turned=True), Grow(strip)], "xs", "stretch")


def _blank(strip: StripView) -> str:
    if strip.to:
        return tr("Sur papier, dans le coin.")
    return tr("La bande s’écrit…")


def how(view: View, strip: StripView) -> str:
    """Where a strip is read, and how: "à la Gare : mot pour mot"."""
    corner = view.corners.corner(strip.to) if view.corners is not None else None
    if corner is None:
        return tr("lue nulle part") if strip.verdict else tr("pas encore portée")
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
    whole = [strips(strip, style, seal) for style, seal in (("lead", 88.0), ("body", 72.0), ("small", 60.0))]
    short = [read_alone(strip, style) for style in ("body", "small")]
    paper = Suited(tuple(Column(form, "xs") for form in (*whole, *short)), full=len(whole))
    sizes = (84.0, 64.0, 48.0) if step == "write" else (64.0, 48.0)
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
