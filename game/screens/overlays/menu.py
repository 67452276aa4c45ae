"""The way to everything else from wherever one is: the menu, the way home, the briefing once more."""

from engine.language import tr
from engine.view.types import View
from game.front.drafts import Turned
from game.front.foldout import opening, refers
from game.front.intents import Back, Draft, Go, Home, InRoom, Intent, Quit
from game.front.state import Ui, Way
from game.kit import Button, Column, Element, Grow, Label, Row, Spacer
from game.pieces.over import close, sheet, spread
from game.pieces.parts import next_button
from game.screens.home.welcome import panel_names, panel_read

PAGE = "leaflet"
"""The name under which it is kept which page is open."""


def menu(view: View | None, ui: Ui) -> Element:
    """Back to the game, the briefing, settings, keys, home, out."""
    found: list[tuple[str, str, Intent, str]] = [
        ("settings", tr("Réglages"), Go("settings"), "O"),
        ("help", tr("Les touches"), Go("help"), "F1"),
        ("home", tr("Revenir à l’accueil"), way_home(view), "H"),
        ("quit", tr("Quitter le jeu"), Quit(), "Ctrl Q"),
    ]
    found.insert(0, ("tokens", tr("Que sont les jetons ?"), Go("tokens"), "J"))
    words = tr("La politique de la ville, pli par pli")
    found.insert(0, ("foldout", words, InRoom(opening(refers(view))), "F4"))
    if view is not None and view.briefing and view.phase.kind != "briefing":
        found.insert(0, ("leaflet", tr("Relire le dépliant"), Go("leaflet"), "D"))
    rows: list[Element] = [
        Row([Button(words, id, intent, hint=key), Grow(Spacer())]) for id, words, intent, key in found
    ]
    rows.append(Label(tr("Tout est enregistré à mesure : la séance reprendra exactement ici."), "small"))
    return sheet(tr("Menu"), Column(rows, "m"), [close()], 900.0)


def way_home(view: View | None) -> Go | Home:
    """Home at once; before a room, it is asked first."""
    return Go("home-asked") if view is not None and view.mode == "facilitated" else Home()


def home_asked(view: View | None, ui: Ui) -> Element:
    """A question before a room is left."""
    words = tr("La séance s’arrête ici, devant la salle. Elle vous attendra en haut de la liste.")
    buttons: list[Element] = [
        Button(tr("Rester"), "close", Back(), "primary"),
        Button(tr("Revenir à l’accueil"), "home-yes", Home(), hint="Ctrl ⏎"),
    ]
    return sheet(tr("Revenir à l’accueil ?"), Label(words, "lead"), buttons, 1100.0)


def leaflet(view: View | None, ui: Ui) -> Element:
    """The briefing over whatever is shown, page by page; from a console it can be shown to the room."""
    if view is None or not view.briefing:
        return sheet(tr("Le dépliant"), Spacer(), [close()])
    at = _page(view, ui)
    body = Row([Grow(panel_read(view, at), 2.4), Grow(panel_names(view, at, PAGE))], "l", "stretch")
    last = at == len(view.briefing) - 1
    foot: list[Element] = [close()] if last else [*next_button(leaflet_way(view, ui), "leaflet-next")]
    if at:
        foot.append(Button(tr("← Page d’avant"), "leaflet-back", Draft(Turned(PAGE, at - 1))))
    if view.console is not None and ui.room.reading[0] != "leaflet":
        foot.append(Button(tr("Montrer à la salle"), "leaflet-room", InRoom(Go("leaflet"))))
    if not last:
        foot.append(Button(tr("Fermer"), "close", Back()))
    return spread(Spacer(), body, [*foot, Grow(Spacer())])


def leaflet_way(view: View, ui: Ui) -> Way:
    """One page after another, then back to where one was."""
    at = _page(view, ui)
    if at < len(view.briefing) - 1:
        return Way(tr("Page suivante"), Draft(Turned(PAGE, at + 1)))
    return Way(tr("Fermer la page"), Back())


def _page(view: View, ui: Ui) -> int:
    return min(max(ui.page(PAGE), 0), max(len(view.briefing) - 1, 0))
