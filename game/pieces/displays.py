"""What is said of displays and windows, and what can be done about them: one place for all who tell it."""

import sys

from engine.language import tr
from game.front.intents import Intent, Set, Window
from game.front.state import Ui
from game.kit import Button, Element
from game.pieces.parts import choice_chip


def told(ui: Ui) -> str:
    """Which displays there are, where the windows are on them, and what a room sees."""
    stands = ui.stands
    if ui.settings.windows == 1:
        return tr("Une seule fenêtre : la salle voit tout ce qui est ici, et les choix se font sur papier.")
    if stands.copied and len(ui.displays) < 2:
        return tr("Les écrans montrent la même image : la salle voit tout ce qui est sur cet ordinateur.")
    if stands.away:
        return tr(
            "L’écran de la salle est débranché : sa fenêtre attend sur l’écran {n}. "
            "Rebranchez-le, elle y retourne.",
            n=stands.room + 1,
        )
    if len(ui.displays) < 2:
        return tr(
            "Un seul écran : le projecteur n’est pas branché, ou il recopie celui-ci et la salle voit tout."
        )
    if stands.room == stands.console:
        return tr("Les deux fenêtres sont sur l’écran {n}.", n=stands.room + 1)
    if stands.console == 0:
        return tr("La salle : écran {room}. La console : écran {console}, le principal.", **_numbers(ui))
    return tr("La salle : écran {room}. La console : écran {console}.", **_numbers(ui))


def _numbers(ui: Ui) -> dict[str, int]:
    return {"room": ui.stands.room + 1, "console": ui.stands.console + 1}


def check(ui: Ui) -> str:
    """No computer knows which of two displays is the projector: whoever looks at this page does."""
    return tr("Le projecteur doit montrer cette page-ci. Sinon, échangez avant de commencer.")


def remedy(platform: str = sys.platform) -> str:
    """How the picture is extended instead of copied, on the system in use."""
    if platform == "win32":
        return tr("Pour étendre l’image : touches Windows+P, puis « Étendre ».")
    if platform == "darwin":
        return tr("Pour étendre l’image : Réglages Système, « Moniteurs », « Moniteur étendu ».")
    return tr("Pour étendre l’image : les paramètres du système, « Écrans », étendre ou joindre.")


def swap() -> Button:
    """Each window where the other one is."""
    return Button(tr("Échanger les écrans"), "displays-swap", Window("room", "swap"), "chip")


def answers(ui: Ui) -> list[Element]:
    """Whether the room sees the only display: nobody else can tell."""
    seen = Window("room", "seen")
    return [
        choice_chip(tr("la salle le voit : une fenêtre"), "display-seen", seen, ui.stands.seen),
        choice_chip(tr("elle ne le voit pas : deux fenêtres"), "display-ours", both(ui), not ui.stands.seen),
    ]


def both(ui: Ui) -> Intent:
    """Two windows, on one display too: whoever asks for them there says that no room sees it."""
    return Window("room", "ours") if ui.settings.windows == 2 else Set("windows", 2)
