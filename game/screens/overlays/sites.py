"""The square opened large: every part of its ground, what hoardings cost, and how to read all that."""

from engine.language import tr
from engine.view.types import View
from game.front.state import Ui
from game.kit import Column, Element, Flow, Grow, Label, Row, Spacer
from game.pieces.over import close, sheet, spread
from game.pieces.plan import Lots
from game.pieces.sites import nuisance, plan, standing


def sites(view: View | None, ui: Ui) -> Element:
    """The plan under its title, what all hoardings take this round beneath it."""
    if view is None or view.sites is None:
        return sheet(tr("Il n’y a pas de sol à montrer."), Spacer(), [close()])
    shown = view.sites
    head = Row([Grow(Label(shown.title, "title", max_lines=1)), standing(shown, "heading")], "m")
    told: list[Element] = (
        [Row([Grow(Flow(nuisance(shown, "strong"), "m", "none"))], "m")] if shown.nuisance else []
    )
    if shown.together_said:
        told.append(Label(shown.together_said, "small"))
    told.append(Label(_rule(), "small"))
    body = Column([Grow(plan(view, large=True, height=380.0)), *told], "s")
    return spread(head, body, [close(), Grow(legend())], 1.0)


def _rule() -> str:
    return tr(
        "La palissade tombe quand toutes les tranches sont payées. Jusque-là, elle coûte à chaque tour."
    )


def legend() -> Element:
    """How to read the ground."""
    said = (("old", tr("comme avant")), ("site", tr("palissade")), ("new", tr("sol neuf")))
    rows = [
        Row([Lots((state,), size=34.0), Label(words, "tiny", "ink", one_line=True)], "xs")  # type: ignore[arg-type]
        for state, words in said
    ]
    return Flow(rows, "m", "none")
