"""Windows and displays: one or two, which where, full screen."""

from engine.language import tr
from engine.view.types import View
from game.front.intents import Back, Set, Window
from game.front.pane import Which
from game.front.state import Ui
from game.kit import Button, Card, Column, Element, Flow, Grow, Label, Row, Rule, Spacer, centred
from game.pieces import displays
from game.pieces.parts import choice_chip


def windows(view: View | None, ui: Ui) -> Element:
    """A page over the console (or over the room's picture, with one window)."""
    two = ui.two_windows
    rows: list[Element] = [
        Label(tr("Fenêtres et écrans"), "title"),
        Label(displays.told(ui), "body"),
        *_advice(ui),
        Flow(
            [
                choice_chip(tr("Une fenêtre"), "windows-1", Set("windows", 1), not two),
                choice_chip(tr("Deux fenêtres"), "windows-2", displays.both(ui), two),
            ]
        ),
        Rule(),
        *_places("room", tr("La salle"), ui),
    ]
    if two:
        rows += [Rule(), *_places("console", tr("La console"), ui)]
    foot: list[Element] = [Button(tr("← Retour"), "back", Back(), "primary")]
    if two and len(ui.displays) > 1:
        foot.append(displays.swap())
    rows += [Rule(), Row([*foot, Grow(Spacer())])]
    return centred(Card(Column(rows, "m"), "xl", "l"), 1100.0)


def _advice(ui: Ui) -> list[Element]:
    """What it means that there is one picture only, and what to do."""
    if len(ui.displays) > 1 or ui.settings.windows == 1:
        return [Label(tr("Deux fenêtres : la salle sur le projecteur, la console devant vous."), "small")]
    if not ui.stands.seen:
        return [Label(displays.remedy(), "small")]
    words = tr(
        "Tant que vous ne dites rien, le jeu se méfie : les secrets attendent, et l’on choisit sur papier. "
        "La salle ne voit pas cet écran ? Dites-le."
    )
    ours = Button(tr("La salle ne le voit pas"), "display-ours", Window("room", "ours"), "chip")
    return [Label(words, "small"), Flow([ours]), Label(displays.remedy(), "small")]


def _places(which: Which, title: str, ui: Ui) -> list[Element]:
    """Where one window can go; the display that it is on is ticked."""
    here = ui.stands.room if which == "room" else ui.stands.console
    made: list[Element] = [
        choice_chip(
            tr("Écran {name}", name=name), f"{which}-display-{i}", Window(which, "move", i), i == here
        )
        for i, name in enumerate(ui.displays)
    ]
    full = Button(tr("Plein écran"), f"{which}-full", Window(which, "fullscreen"), "chip", hint="F11")
    return [Label(title, "subheading"), Flow([*made, full])]
