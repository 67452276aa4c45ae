"""Pieces of the town: a need that lies face down, a place, and whoever walks from one to another."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.language import tr
from engine.play.commands import Walk
from engine.view.types import CharacterView, PlaceView, ProjectView, View
from game.front.intents import Do
from game.kit import (
    Card,
    Column,
    Element,
    Face,
    Fit,
    Grow,
    Label,
    Node,
    Picture,
    Rect,
    Row,
    Size,
    Tokens,
    centred,
)
from game.kit.nodes import Circle
from game.pieces.parts import face, initials, spec
from game.pieces.places import at, price

SPOT = 92.0
"""Logical width of a place's circle."""
_MARKS = 2
"""Projects whose pictograms fit in a circle."""
_SEATED = 4
"""Listeners whose faces are shown on a card."""


@dataclass(frozen=True)
class Disc(Element):
    """An empty circle: a place where the walker is not. `open_`: they may go there now."""

    size: float
    open_: bool = False

    def measure(self, fit: Fit, width: float) -> Size:
        side = fit.scaled(self.size, 56.0)
        return Size(side, side)

    def place(self, fit: Fit, rect: Rect) -> Sequence[Node]:
        side = min(rect.w, rect.h, fit.scaled(self.size, 56.0))
        x, y = rect.centre
        border = fit.colour("gift" if self.open_ else "field_line")
        return [
            Circle(
                rect=Rect(x - side / 2, y - side / 2, side, side),
                fill=fit.colour("gift_soft" if self.open_ else "sand"),
                border=border,
                border_width=5.0 if self.open_ else 3.0,
                layer=fit.layer,
            )
        ]


def ear(size: float = 40.0, colour: str = "night_gold") -> Element:
    """The sign of what is heard."""
    return Picture("ear", size, colour)


# ---- A need that lies face down ------------------------------------------------------------------------


def back(view: View, project: ProjectView, bare: bool = False) -> Card:
    """A card face down: where it lies, the only sentence that is read of it, and a place for each of those
    who come to listen. Never a title: nobody knows it yet. `bare`: without words for what
    those places show.
    """
    place = view.town.place(project.place) if view.town is not None else None
    listeners = place.listeners if place is not None else ()
    head: list[Element] = [ear(34.0), Grow(Label(at(project, place), "label", "night_gold"))]
    said = Label(tr("« {text} »", text=project.overheard), "subheading", "on_night")
    seats = places_for(view, project, listeners)
    if bare:
        return night(Column([Row([*head, seats], "s"), Grow(said)], "xs"))
    words = Label(price(view, listeners), "tiny", "night_quiet")
    told = Row([seats, Grow(words)], "s")
    return night(Column([Row(head, "s"), Grow(said), told], "xs"))


def overheard(project: ProjectView, lack: Element) -> list[Element]:
    """A face-down card in a list: the sentence, where it lies, and what it still takes."""
    words = Label(tr("« {text} »", text=project.overheard), "name", max_lines=2)
    where = Label(at(project), "tiny", one_line=True)
    return [Row([ear(32.0, "gift"), Grow(words)], "xs"), Row([where, Grow(lack)], "s")]


def night(child: Element, edge: bool = True) -> Card:
    """The back of a card: dark, with a frame inside its edge."""
    framed = Card(child, "s", "xs", "night", "night_track", edge=False, radius="m")
    return Card(framed, 7.0, 7.0, "night", None, edge=edge, radius="l")


def places_for(view: View, project: ProjectView, listeners: Sequence[str], size: float = 36.0) -> Element:
    """A place for each token that it takes: the face of who promised to come, or an empty outline."""
    people = [who for who in view.characters if who.id in listeners]
    seats: list[Element] = [face(who, size + 8.0) for who in people[:_SEATED]]
    left = max(sum(project.cost) - len(people), 0)
    if left:
        seats.append(Tokens(((0, "missing"),) * left, size))
    return Card(Row(seats, 8.0), 8.0, 5.0, "panel", None, edge=False, radius="m")


def marks(view: View, place: PlaceView) -> Element:
    """What is under way in a place: the pictograms of its projects."""
    here = [one for one in view.projects if one.place == place.id and not one.listening][:_MARKS]
    return centred(Row([Picture(one.pictogram, 34.0, "quiet") for one in here], 2.0))


def goes(place: str) -> Do:
    """The walker goes there, for this round."""
    return Do(Walk(place=place))


def standing(who: CharacterView) -> Face:
    """The walker's face, which goes from one place to another."""
    return Face(
        spec(who.face),
        who.posture.expression,
        initials(who.name),
        SPOT,
        ring="gift",
        key="walker",
        trail=True,
    )
