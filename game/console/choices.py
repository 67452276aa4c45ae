"""Secret choices from the console: who has decided; passing the computer; paper; the bell."""

from engine.language import tr
from engine.play.commands import KeepWord, PassTo, Reopen
from engine.view.types import CharacterView, View
from game.console import counts
from game.console.paper import bound
from game.console.seen import seen
from game.front.intents import Do, Go
from game.front.phases import Tab
from game.front.state import Ui
from game.kit import Button, Column, Element, Grow, Label, Row, Spacer
from game.pieces.parts import face, paged


def tabs(view: View) -> list[Tab]:
    """Who has decided; and the forecasts, as long as they can be shown before the choices are."""
    asked = counts.forecast_tabs(view) if view.allows("show-forecasts") else []
    return [("choices", tr("Choix"), choices), *asked]


def choices(view: View, ui: Ui) -> Element:
    """One line for each holder: decided or not, and how to decide. Never what was decided."""
    assert view.choice is not None
    held = [who for who in view.characters if who.held]
    if not held:
        words = tr("Tous les personnages sont joués par le jeu : leurs choix se font à la révélation.")
        return Column([Label(words, "body"), Grow(Spacer())])
    lines: list[Element] = [_line(view, ui, who) for who in held]
    if view.allows("pass-to") is None and view.choice.waiting and not view.choice.private_screen:
        lines.insert(
            0, Label(tr("L'écran est projeté : on choisit sur papier, puis on saisit ici."), "small")
        )
    return paged(ui, "choices", lines, "xs")


def _line(view: View, ui: Ui, who: CharacterView) -> Element:
    """One line high, decided or not: no button comes under a hand that was about to press another."""
    assert view.choice is not None
    decided = who.id in view.choice.confirmed
    words = who.table or who.role
    state = Label(tr("✓ confirmé"), "tiny", "kept") if decided else Label(words, "tiny", max_lines=1)
    name = Column([Label(who.short, "name", max_lines=1), state], "none")
    if decided:  # not where the last of the three stood: a second click must not take the first one back
        return Row([face(who, 44.0), Grow(name), *_reopen(view, who), Grow(Spacer(), 1.6)], "s")
    return Row([face(who, 44.0), Grow(name), *_deciding(view, ui, who)], "s")


def _reopen(view: View, who: CharacterView) -> list[Element]:
    legal = view.allows("reopen")
    if legal is None or who.id not in legal.who:
        return []
    return [Button(tr("Rouvrir"), f"reopen.{who.id}", Do(Reopen(who=who.id)), "chip")]


def _deciding(view: View, ui: Ui, who: CharacterView) -> list[Element]:
    """The ways to decide. What is chosen is pressed on no button that the room sees: its sheet is guarded."""
    made: list[Element] = []
    passing = view.allows("pass-to")
    if passing is not None and who.id in passing.who:
        made.append(Button(tr("L'ordinateur"), f"pass.{who.id}", Do(PassTo(who=who.id)), "chip"))
    bell = view.allows("keep-word")
    if bell is not None and who.id in bell.who and not seen(view, ui):
        word = tr("Tenir parole") if bound(view, who.id) else tr("Tout garder")
        made.append(Button(word, f"keep.{who.id}", Do(KeepWord(who=who.id)), "chip"))
    # last, where it stands before a room that must not see the other: no click on it can keep a promise
    place = view.allows("place")
    if place is not None and who.id in place.who:
        made.append(Button(tr("Sa feuille"), f"paper.{who.id}", Go("paper", who.id), "chip"))
    return made
