"""The strips: what each corner writes, where somebody reads it, and whether that is what it said."""

from engine.language import ntr, tr
from engine.view.types import CornersView, View
from game.front.alone import me
from game.front.state import Ui
from game.kit import Column, Element, Grow, Label, Pill, Row
from game.pieces.corners import corner_forms, decks, flights, nobody, someone
from game.pieces.hall import Hall
from game.pieces.panel import by_console, opened
from game.pieces.parts import Fullest, actions, face, header, next_button, onward, page
from game.screens.round.recognised import standing


def strips(view: View, ui: Ui) -> Element:
    """The corners round whoever carries their words; each strip on its way, then with its seal."""
    shown, step = view.corners, view.phase.step
    if shown is None or not shown.corners:
        return page(header(view, ui), nobody(), actions(view, ui, next_button(onward(view, ui))))
    cells = tuple(corner_forms(view, one, step) for one in shown.corners)
    hall = Hall(cells, _scribe(view, shown), decks(shown), flights(shown, step != "write"),
                most=1.25 if step == "write" else 1.0)  # fmt: skip
    body = Column([_title(view, shown, step), Grow(hall)], "m")
    buttons: list[Element] = [*next_button(onward(view, ui))]
    if step == "write":
        buttons += by_console(view, ui, tr("Écrire les bandes"), opened(view, "write"), "write")
    elif step == "read":
        said = ("carry", "vote", "tally")
        buttons += by_console(view, ui, tr("Porter, lire, répondre"), opened(view, "carry"), *said)
    return page(header(view, ui), body, actions(view, ui, buttons))


def _title(view: View, shown: CornersView, step: str) -> Element:
    """The question of this step, and what an answer is worth."""
    words = {
        "write": tr("{n} mots pour être entendus ailleurs", n=shown.words),
        "read": tr("Est-ce ce que nous avons dit ?"),
    }.get(step, tr("Ce que chacun reconnaît"))
    title = Grow(Label(words, "title", max_lines=1), 1.0, 600)
    if step == "sealed":
        said: list[Element] = [Pill(standing(view), "kept" if shown.faithful else "plain", "name")]
        coming = sum(one.state == "open" for one in shown.bridges)
        if coming and view.phase.round < view.phase.rounds:  # after the last, nothing comes any more
            words = ntr("{n} pont peut venir", "{n} ponts peuvent venir", coming)
            said.append(Pill(words, "part", "name"))
        return Row([title, *said], "m")
    worth = [Label(shown.worth_said, "label", "kept", "right")]
    if shown.arranged_said:
        worth.append(Label(shown.arranged_said, "label", "part", "right"))
    return Row([title, Grow(Fullest([Column(worth, "none"), worth[0]]), 1.0)], "l")


def _scribe(view: View, shown: CornersView) -> Element:
    """Whoever carries the strips from corner to corner, between them."""
    who = someone(view, shown.scribe)
    if who is None:
        return Label(tr("Personne ne porte les bandes."), "small", "ink", "center")
    words = {"write": tr("{name} attend", name=who.short), "read": tr("{name} lit", name=who.short)}
    mine = me(view)
    if mine is not None and mine.id == who.id:
        words = {"write": tr("Vous attendez"), "read": tr("Vous lisez")}
    return Column(
        [face(who, 132.0), Pill(words.get(view.phase.step, who.short), "dark", "name")], "xs", "center"
    )
