"""Windows and displays: one or two, which where, full screen."""

from engine.language import tr
from engine.view.types import View
from game.front.intents import Back, Set, Window
from game.front.state import Ui
from game.kit import Button, Card, Column, Element, Flow, Grow, Label, Row, Rule, Spacer, centred
from game.pieces.parts import choice_chip


def windows(view: View | None, ui: Ui) -> Element:
    """A page over the console (or over the room's picture, with one window)."""
    two = ui.settings.windows == 2
    rows: list[Element] = [
        Label(tr("Fenêtres et écrans"), "title"),
        Label(tr("Deux fenêtres : la salle sur le projecteur, la console devant vous."), "body"),
        Flow(
            [
                choice_chip(tr("Une fenêtre"), "windows-1", Set("windows", 1), not two),
                choice_chip(tr("Deux fenêtres"), "windows-2", Set("windows", 2), two),
            ]
        ),
        Rule(),
        *_places("room", tr("La salle"), ui),
    ]
    if two:
        rows += [Rule(), *_places("console", tr("La console"), ui)]
    back = Button(tr("← Retour"), "back", Back(), "primary")
    rows += [Rule(), Row([back, Grow(Spacer())])]
    return centred(Card(Column(rows, "m"), "xl", "l"), 1100.0)


def _places(which: str, title: str, ui: Ui) -> list[Element]:
    """Where one window can go."""
    made: list[Element] = [
        Button(tr("Écran {name}", name=name), f"{which}-display-{i}", Window(which, "move", i), "chip")  # type: ignore[arg-type]
        for i, name in enumerate(ui.displays)
    ]
    full = Button(tr("Plein écran"), f"{which}-full", Window(which, "fullscreen"), "chip", hint="F11")  # type: ignore[arg-type]
    return [Label(title, "subheading"), Flow([*made, full])]
