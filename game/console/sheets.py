"""Holders' own sheets: each one reads theirs on this computer, under a cover:
before the choices what it says, after the reveal what the round brought."""

from engine.language import tr
from engine.play.commands import PassTo
from engine.view.types import CharacterView, View
from game.front.intents import Do
from game.front.phases import Tab
from game.front.state import Ui
from game.kit import Button, Column, Element, Flow, Grow, Label, Spacer
from game.screens.overlays.sheet import Read, readers, results, theirs
from game.screens.round import moments


def tabs(view: View, ui: Ui) -> list[Tab]:
    """A tab where somebody may be given their sheet; their result, once the whole reveal is seen."""
    early = view.phase.kind == "reveal" and view.reveal is not None and not moments.told(view, ui)
    title = tr("Résultats") if results(view) else tr("Fiches")
    return [("sheets", title, sheets)] if readers(view) and not early else []


def sheets(view: View, ui: Ui) -> Element:
    """One button for each character that somebody holds."""
    may = readers(view)
    words = tr("Chacun vient lire sa fiche ici, à l'abri des regards, puis rend l'ordinateur.")
    if results(view):
        words = tr("Chacun vient lire ici ce que le tour lui a rapporté, à l’abri des regards.")
    names = [who for who in view.characters if who.id in may]
    buttons: list[Element] = [_read(view, who, ui) for who in names]
    return Column([Label(words, "body"), Flow(buttons, "s", "s"), Grow(Spacer())], "s")


def _read(view: View, who: CharacterView, ui: Ui) -> Element:
    """Gives somebody their sheet; ticked once they have read it."""
    word, seen = tr("Lire sa fiche : {name}", name=who.short), ui.form(Read, theirs(view, who.id)).done
    if results(view):
        word = tr("Voir son résultat : {name}", name=who.short)
    said, other = (f"✓ {word}", word) if seen else (word, f"✓ {word}")
    return Button(said, f"read.{who.id}", Do(PassTo(who=who.id)), "chip", reserve=(other,))
