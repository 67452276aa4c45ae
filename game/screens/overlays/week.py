"""The week of the rooms, opened large: every window with its names, who has the key, and what both do."""

from engine.language import tr
from engine.view.types import View
from game.front.state import Ui
from game.kit import Column, Element, Grow, Label, Row, Spacer
from game.pieces.baton import faced
from game.pieces.families import families
from game.pieces.over import close, sheet, spread
from game.pieces.parts import face
from game.pieces.signs import Wanted
from game.pieces.week import facade


def week(view: View | None, ui: Ui) -> Element:
    """The whole front, and beneath it who has the key and how to read the windows."""
    if view is None or view.timetable is None:
        return sheet(tr("Il n’y a pas de semaine à montrer."), Spacer(), [close()])
    title: Element = Label(view.timetable.title, "title", max_lines=1)
    body = Column([Grow(facade(view, True, 400.0)), Label(_rule(view), "small", "ink")], "s")
    return spread(
        Row([Grow(title), *_key(view)], "l"), body, [close(), Grow(families(view, *_wanted()))], 1.0
    )


def _wanted() -> list[Element]:
    return [Row([Wanted(), Label(tr("voulu"), "tiny", "ink", one_line=True)], "xs")]


def _key(view: View) -> list[Element]:
    """Who has the key, what is said of it, and to whom it goes."""
    baton = view.baton
    if baton is None:
        return []
    row: list[Element] = [faced(view, view.character(baton.holder), 72.0, "")]
    if baton.entrusted:
        row += [Label("→", "heading", "quiet", one_line=True), face(view.character(baton.entrusted), 56.0)]
    return [Grow(Row([*row, Grow(Label(baton.said, "small", "ink"))], "s"), 1.2)]


def _rule(view: View) -> str:
    """What a week does, and who decides where two want the same hour."""
    rule = tr("Un chantier terminé prend ses heures, et déloge celui qui les avait.")
    if view.baton is None:
        return rule
    who = tr("Deux chantiers veulent la même heure ? {name} dit lequel passe d’abord.",
             name=view.character(view.baton.holder).short)  # fmt: skip
    return f"{rule} {who}"
