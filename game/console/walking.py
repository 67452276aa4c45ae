"""The walker: writing down where they go, aloud, once a round, before they promise anything."""

from engine.language import tr
from engine.view.types import PlaceView, View
from game.front.phases import Tab
from game.front.state import Ui
from game.kit import Button, Column, Element, Grow, Label, Row, Sized, Spacer
from game.pieces.parts import face
from game.pieces.places import price, walker, where_asked
from game.pieces.town import goes

NAME = "walk"
"""The name of its tab."""
_BUTTON = 220.0
"""Logical width of a place's button."""


def tabs(view: View) -> list[Tab]:
    """Where the walker goes, while it may be said."""
    who = walker(view)
    return [(NAME, where_asked(who), walking)] if who is not None and view.allows("walk") else []


def gone(view: View) -> list[tuple[str, str]]:
    """The tab and its title where somebody holds the walker: it keeps its place once they have chosen."""
    who = walker(view)
    return [(NAME, where_asked(who))] if who is not None and who.held else []


def walking(view: View, ui: Ui) -> Element:
    """A button for each place, and what lies there face down."""
    who, may = walker(view), view.allows("walk")
    assert view.town is not None
    assert who is not None
    assert may is not None
    rule = tr("Une fois par tour, à voix haute, avant de promettre. Ses jetons ne comptent que là.")
    head = Row([face(who, 52.0), Grow(Label(rule, "small"))], "s")
    lines = [_line(view, place) for place in view.town.places if place.id in may.ids]
    return Column([head, *lines, Grow(Spacer())], "s")


def _line(view: View, place: PlaceView) -> Element:
    button = Button(place.title, f"walk-to.{place.id}", goes(place.id), "chip")
    told: list[Element] = [Label(tr("Ici, rien n’attend d’être entendu."), "small")]
    if place.overheard:
        words = tr("« {text} »", text=place.overheard)
        told = [Label(words, "small", "ink"), Label(price(view, place.listeners), "tiny")]
    return Row([Sized(button, _BUTTON), Grow(Column(told, "none"))], "s")
