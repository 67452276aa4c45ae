"""A room in corners on the screens of a round: who sits where, what each has of its own, bridges between."""

from engine.language import tr
from engine.view.types import View
from game.front.intents import Go
from game.front.state import Ui
from game.kit import Card, Element, Grow, Label, Pill, Row, Spacer
from game.pieces.corners import decks, going_between, seats
from game.pieces.hall import Hall
from game.pieces.parts import Barer, Fullest, Own, Rather, opening

SCREEN = "corners"
"""The name of the page that shows them large."""
_BETWEEN = 330.0
"""Logical width of what is between both sides."""


def strip(view: View, ui: Ui) -> Element:
    """The corners round whoever goes between them; touched, they are shown large. Where there is no room for
    them, a line."""
    assert view.corners is not None
    cells = tuple(seats(view, one) for one in view.corners.corners)
    hall = Hall(cells, going_between(view, 76.0), decks(view.corners), between=_BETWEEN, gap=10.0)
    whole, line = opens(view, ui, Own(hall)), opens(view, ui, _line(view))
    return Barer(Rather(whole, line), Rather(Fullest([whole, line]), line))


def opens(view: View, ui: Ui, child: Element) -> Element:
    """What opens the large view when it is touched."""
    assert view.corners is not None
    return opening(ui, child, SCREEN, Go(SCREEN), tr("Voir en grand : {title}", title=view.corners.title))


def doors(view: View, ui: Ui) -> list[Element]:
    """A word that opens the large view, where the corners are not shown."""
    if view.corners is None:
        return []
    return [opens(view, ui, Pill(tr("Qui est où ?"), "plain"))]


def _line(view: View) -> Element:
    """Their name, and how many strips are recognised."""
    shown = view.corners
    assert shown is not None
    tone = "kept" if shown.faithful else "plain"
    row: list[Element] = [Label(shown.title, "name", one_line=True), Pill(shown.faithful_said, tone)]
    return Card(Row([*row, Grow(Spacer()), Pill(tr("Voir"), "plain")], "m"), "l", "s")
