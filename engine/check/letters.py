"""Letters that no font of the game can draw: the room would read an empty box."""

from collections.abc import Iterator

from engine.check.walk import spots
from engine.content.model import Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic, Mark
from engine.language import tr
from engine.look.fonts import FACES, SHAPES, undrawn


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    for spot in spots(scenario):
        for register, text in spot.text:
            yield from _told(spot.mark(loaded, register), text or "")
    for name, card in scenario.characters.items():
        for key, text in (("name", card.name), ("short", card.short)):
            yield from _told(loaded.where("characters", name, key), text)


def _told(mark: Mark, text: str) -> Iterator[Diagnostic]:
    """Each face is asked: a text may be set in any of them, in large or in bold."""
    if text.isascii():
        return
    bare = "".join(sign for sign in text if sign not in SHAPES and sign != "\n")
    lacking = dict.fromkeys(sign for face in FACES for sign in undrawn(bare, face))
    if lacking:
        signs = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in lacking)
        yield Diagnostic.at(
            mark,
            "letter-undrawn",
            tr("aucune police du jeu ne dessine {signs}", signs=signs),
            hint=tr("Écrivez-le autrement : la salle verrait un carré vide."),
        )
