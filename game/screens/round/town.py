"""The town on the screen of a negotiation: its places, what lies there, and where the walker goes."""

from engine.language import tr
from engine.view.types import PlaceView, View
from game.front.state import Ui
from game.kit import (
    Card,
    Column,
    Element,
    Grow,
    Label,
    Row,
    Rule,
    Sized,
    Spacer,
    Stack,
    Tap,
    centred,
)
from game.pieces.parts import Fullest, Own, looking_back
from game.pieces.places import walker, where_asked
from game.pieces.town import SPOT, Disc, back, goes, marks, standing
from game.screens.overlays import card


def strip(view: View, ui: Ui) -> Element:
    """The places of the town along a street, each with what lies there face down; before them the question of
    where the walker goes, until that is said.
    """
    return Fullest([Own(_street(view, ui, False), 1.2), Own(_street(view, ui, True))])


def _street(view: View, ui: Ui, bare: bool) -> Element:
    assert view.town is not None
    cells = [Grow(_cell(view, ui, place, bare)) for place in view.town.places]
    street = Stack([Rule("field_line", 3.0, dotted=True), Row(cells, "l", "stretch")])
    return Row([*_setting_out(view), Grow(street)], "m", "stretch")


def _setting_out(view: View) -> list[Element]:
    """The walker, who has still to say where they go; their face, as long as it is in none of the places."""
    who, open_ = walker(view), view.allows("walk") is not None
    if who is None or view.town is None or (view.town.at and not open_):
        return []
    words: Element = Label(where_asked(who) if open_ else who.short, "label", "ink", "center")
    told = [words] if view.town.at else [_middle(standing(who)), words]
    return [Sized(Column(told, 4.0, justify="center"), 132.0)]


def _middle(child: Element) -> Element:
    return Row([Grow(Spacer()), child, Grow(Spacer())], "none")


def _cell(view: View, ui: Ui, place: PlaceView, bare: bool) -> Element:
    """A place and what lies there."""
    project = next((one for one in view.projects if one.listening and one.id == place.card), None)
    lies = _nothing(place) if project is None else card.opens(project, ui, back(view, project, bare))
    return Row([centred(circle(view, ui, place)), Grow(lies)], "s", "stretch")


def _nothing(place: PlaceView) -> Element:
    """A place where nothing waits to be heard."""
    head = Label(place.title, "subheading")
    words = Label(tr("Ici, rien n’attend d’être entendu."), "small")
    return Card(Column([head, words], "xs", justify="center"), "m", "s")


def circle(view: View, ui: Ui, place: PlaceView) -> Element:
    """A place: who walks, where they are there; touched, they go there, while they may."""
    who, may = walker(view), view.allows("walk")
    here = view.town is not None and view.town.at == place.id
    open_ = may is not None and place.id in may.ids and not looking_back(ui)
    lies = standing(who) if here and who is not None else marks(view, place)
    spot: Element = Stack([Disc(SPOT, open_), lies])
    if not open_ or who is None:
        return spot
    label = tr("{name} va {at}", name=who.short, at=place.at)
    return Tap(spot, f"walk.{place.id}", goes(place.id), label, radius=SPOT / 2)
