"""Holders' own sheets: each one reads theirs on this computer, under a cover, before the choices."""

from engine.language import tr
from engine.play.commands import PassTo
from engine.view.types import CharacterView, View
from game.console.pieces import Tab
from game.front.intents import Do
from game.front.state import Ui
from game.kit import Button, Column, Element, Flow, Grow, Label, Spacer
from game.screens.overlays.sheet import Read, readers


def tabs(view: View) -> list[Tab]:
    """A tab where somebody may be given their sheet."""
    return [("sheets", tr("Fiches"), sheets)] if readers(view) else []


def sheets(view: View, ui: Ui) -> Element:
    """One button for each character that somebody holds."""
    may = readers(view)
    words = tr("Chacun vient lire sa fiche ici, à l'abri des regards, puis rend l'ordinateur.")
    names = [who for who in view.characters if who.id in may]
    buttons: list[Element] = [_read(who, ui) for who in names]
    return Column([Label(words, "body"), Flow(buttons, "s", "s"), Grow(Spacer())], "s")


def _read(who: CharacterView, ui: Ui) -> Element:
    """Gives somebody their sheet; ticked once they have read it."""
    word, seen = tr("Lire sa fiche : {name}", name=who.short), ui.form(Read, who.id).done
    said, other = (f"✓ {word}", word) if seen else (word, f"✓ {word}")
    return Button(said, f"read.{who.id}", Do(PassTo(who=who.id)), "chip", reserve=(other,))
