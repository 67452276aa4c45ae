"""A great moment: one thing that has just happened, over the room's whole screen, told in one breath."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.language import signed
from engine.look.things import THINGS
from engine.view.types import Change, ProjectView, View
from game.kit import Card, Column, Element, Grow, Keyed, Label, OneThing, Picture, Row, Sized, Span, centred
from game.pieces.parts import Own

_PICTURE = 560.0
"""Logical width of what stands beside the words."""
_GROWS = 1.25
"""How much larger than designed the words may be, where there are few."""
_INKS = {"night": ("on_night", "night_gold")}
"""Ground -> colour of the title, and of what is said with it."""


@dataclass(frozen=True, slots=True)
class Moment:
    """`kind` is what sort of thing happened, `title` what it is called, or what stands instead of a title;
    `lines` are said under it. `read` is the sentence to read aloud, and `ask` what whoever leads then asks.
    `ground` is a role of the palette. `moves`: something happens in its picture, which stands there at once.
    """

    id: str
    ground: str
    kind: str
    title: str
    read: str
    ask: str
    picture: Element
    lines: Sequence[Element] = ()
    instead: Element | None = None
    moves: bool = False
    whole: Element | None = None
    """What fills the card, in the place of a picture and words beside it."""


def moves(changes: Sequence[Change]) -> Element:
    """How gauges move by what has happened, on a white ground, as on a card."""
    spans: list[Span] = []
    for change in changes:
        gap = "\u00a0\u00a0 " if spans else ""
        spans += [
            Span(gap + change.title.replace(" ", "\u00a0") + "\u00a0", "ink"),
            Span(signed(change.by), "kept" if change.by > 0 else "broken", True),
        ]
    return Label(spans, "lead")


def inks(ground: str) -> tuple[str, str]:
    """The colours of a title on that ground, and of what is said with it."""
    return _INKS.get(ground, ("on_colour", "on_colour"))


def poster(moment: Moment) -> Element:
    """The moment as a card that fills its room."""
    loud, said = inks(moment.ground)
    title = moment.instead or Label(moment.title, "display", loud, max_lines=3)
    words: list[Element] = [Label(moment.kind, "title", said), title, *moment.lines]
    picture = moment.picture
    if not moment.moves:
        picture = Keyed(picture, f"{moment.id}.picture", False, appears="fade")
    beside = Sized(picture, _PICTURE)
    told: Element = Row([beside, Grow(Own(Column(words, "l", justify="center"), _GROWS))], "xl", "stretch")
    if moment.whole is not None:
        told = moment.whole
    read = Card(Label(moment.read, "title"), "xl", "l", edge=False, border=None)
    return Card(Column([Grow(told), read], "l"), "xl", "xl", moment.ground, None, edge=False)


def project_picture(view: View, project: ProjectView, ground: str, own: str = "") -> Element:
    """A project as the neighbourhood's drawing shows it, or its pictogram where that shows nothing; `own` is
    its drawing's name, where another is meant."""
    things = {one.id: one.kind for one in view.neighbourhood.things}
    kind = things.get(f"project.{project.id}", own)
    drawn: Element = Picture(project.pictogram, 300.0, ground)
    if kind and THINGS[kind].w:
        drawn = OneThing(kind, 340.0)
    return centred(Card(centred(drawn), "l", "l", edge=False, border=None))
