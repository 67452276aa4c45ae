"""The week of the rooms, opened large: every window with its names, who has the key, and what both do."""

from engine.language import tr
from engine.view.types import View
from game.front.state import Ui
from game.kit import Column, Element, Flow, Grow, Label, Row, Spacer
from game.pieces.baton import faced
from game.pieces.families import families
from game.pieces.over import close, sheet, spread
from game.pieces.parts import Fullest, face
from game.pieces.week import facade


def week(view: View | None, ui: Ui) -> Element:
    """The whole front, and beneath it who has the key and how to read the windows."""
    if view is None or view.timetable is None:
        return sheet(tr("Il n’y a pas de semaine à montrer."), Spacer(), [close()])
    title = Label(view.timetable.title, "title")
    return spread(
        Row([Grow(title)], "l"),
        Column([Grow(facade(view, True, 400.0)), *_said(view)], "m"),
        [close(), Grow(families(view))],
    )


def _said(view: View) -> list[Element]:
    rule = tr("Un chantier terminé prend ses heures. Celui qui les avait s’en va.")
    return [Row([Grow(Label(rule, "body"))], "m")]
