"""The room in corners opened large: who sits where, what each has of its own, how far each bridge is."""

from engine.language import tr
from engine.view.types import View
from game.front.state import Ui
from game.kit import Column, Element, Flow, Grow, Label, Pill, Row, Spacer
from game.pieces.corners import bridge_line, decks, going_between, plank, seats
from game.pieces.hall import Built, Hall
from game.pieces.over import close, sheet, spread
from game.pieces.parts import Fullest, paged


def corners(view: View | None, ui: Ui) -> Element:
    """The room under its title, its bridges beneath it."""
    if view is None or view.corners is None or not view.corners.corners:
        return sheet(tr("Il n’y a pas de coins à montrer."), Spacer(), [close()])
    shown = view.corners
    tone = "kept" if shown.faithful else "plain"
    head = Row([Grow(Label(shown.title, "title", max_lines=1)), Pill(shown.faithful_said, tone, "name")], "m")
    cells = tuple(seats(view, one, large=True) for one in shown.corners)
    hall = Hall(cells, going_between(view, 110.0), decks(shown), between=380.0, gap=16.0, height=360.0)
    rows: list[Element] = [bridge_line(one) for one in shown.bridges]
    listed: list[Element] = []
    if rows:
        listed = [Grow(Fullest([Column(rows, "xs"), paged(ui, "bridges", rows, "xs")]), 0.8)]
    worth = " · ".join(words for words in (shown.worth_said, shown.arranged_said) if words)
    body = Column([Grow(hall, 1.4), *listed, Label(worth, "small")], "s")
    return spread(head, body, [close(), Grow(legend())], 1.0)


def legend() -> Element:
    """How to read the bridges."""
    said: tuple[tuple[Built, str], ...] = (
        ("half", tr("une seule reconnue")),
        ("open", tr("les deux : peut venir")),
        ("built", tr("relie")),
    )
    rows = [
        Row([plank(state, 84.0), Label(words, "tiny", "ink", one_line=True)], "xs") for state, words in said
    ]
    return Flow(rows, "m", "none", "end")
