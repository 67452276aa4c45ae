"""The week of the rooms on the screen of a negotiation: who has the key before the door, then the windows."""

from engine.language import tr
from engine.view.types import BatonView, View
from game.front.intents import Go
from game.front.state import Ui
from game.kit import Column, Element, Grow, Label, Picture, Row, Sized, Spacer
from game.pieces.baton import faced
from game.pieces.parts import Fullest, Own, face, opening
from game.pieces.week import facade

SCREEN = "week"
"""The name of the page that shows it large."""
_DOOR = 190.0
"""Logical width of what stands before the door."""


def strip(view: View, ui: Ui) -> Element:
    """The windows; touched, they are shown large, with names."""
    return Row([*_at_the_door(view), Grow(opens(view, ui, facade(view)))], "m", "stretch")


def opens(view: View, ui: Ui, child: Element) -> Element:
    """What opens the large view when it is touched."""
    assert view.timetable is not None
    return opening(ui, child, SCREEN, Go(SCREEN), tr("Voir en grand : {title}", title=view.timetable.title))


def _at_the_door(view: View) -> list[Element]:
    """Who has the key, and to whom it goes."""
    if view.baton is None:
        return []
    return [Sized(Own(keeper(view, view.baton)), _DOOR)]


def keeper(view: View, baton: BatonView) -> Element:
    """The face of whoever has it, what is said of it, as far as there is room, and the face of who is next."""
    holder = view.character(baton.holder)
    forms: list[Element] = []
    for size, words in ((92.0, baton.said), (72.0, baton.said), (84.0, holder.short)):
        faces: list[Element] = [faced(view, holder, size, "")]
        if baton.entrusted:
            after = face(view.character(baton.entrusted), size * 0.7)
            faces += [Picture("path", 30.0, "quiet"), after]
        row = Row([Grow(Spacer()), *faces, Grow(Spacer())], "xs")
        forms.append(Column([row, Label(words, "tiny", "ink", "center")], "xs", justify="center"))
    return Fullest(forms)
