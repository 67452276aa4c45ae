"""The screens of the room window: pure functions of what may be seen and of the front-end's own state.

`show(view, ui)` gives what the room window shows: a root element, then overlays. A screen puts intents on
its controls and keeps nothing; what is half prepared is in `ui.drafts` and `ui.fields`.
"""

from collections.abc import Callable, Mapping

from engine.view.types import View
from game.scene import Element
from game.screens import (
    accueil,
    bilan,
    carte_blanche,
    choice,
    debate,
    forecast,
    negotiation,
    overlays,
    posture_map,
    reveal,
    setup,
    sheet,
    situation,
    welcome,
)
from game.screens.parts import looking_back
from game.ui import Ui

SessionScreen = Callable[[View, Ui], Element]
FrontScreen = Callable[[View | None, Ui], Element]

SESSION: Mapping[str, SessionScreen] = {
    "welcome": welcome.welcome,
    "briefing": welcome.briefing,
    "situation": situation.situation,
    "negotiation": negotiation.negotiation,
    "carte-blanche": carte_blanche.carte_blanche,
    "forecast": forecast.forecast,
    "choice": choice.choice,
    "cover": choice.cover,
    "private": choice.private,
    "sheet": sheet.sheet,
    "reveal": reveal.reveal,
    "debate": debate.debate,
    "map": posture_map.posture_map,
    "break": welcome.pause,
    "bilan": bilan.bilan,
}
"""Screens of a running session."""

FRONT: Mapping[str, FrontScreen] = {
    "accueil": accueil.accueil,
    "scenarios": accueil.scenarios,
    "sessions": accueil.sessions,
    "setup": setup.setup,
}
"""Screens that need no session."""

OVERLAYS: Mapping[str, FrontScreen] = {
    "settings": overlays.settings,
    "help": overlays.help_overlay,
    "journal": overlays.journal,
    "undo": overlays.undo,
    "problem": overlays.problem,
    "design": overlays.design,
}
"""Sheets that open above whatever is shown."""

SCREENS: Mapping[str, SessionScreen] = {**SESSION, **FRONT, **OVERLAYS}
"""Everything, by name; those of FRONT and OVERLAYS also take None for the view."""


def for_view(view: View | None, ui: Ui) -> str:
    """The screen of FRONT or SESSION that fills the room window; overlays come above it (see `show`)."""
    if ui.screen in FRONT:
        return ui.screen
    if view is None:
        return "accueil"
    if ui.screen == "carte-blanche" and view.phase.kind == "negotiation":
        return "carte-blanche"
    passed = choice.sitting(view)
    if passed and not looking_back(ui):
        mine = view.audience.kind == "holder" and view.audience.character == passed
        seen = choice.alone(view) or ui.draft(choice.UNVEILED, "") == passed
        if not (mine and seen):
            return "cover"
        return "private" if view.phase.kind == "choice" else "sheet"
    if view.phase.kind == "debate" and view.phase.step == "map":
        return "map"
    return view.phase.kind


def show(view: View | None, ui: Ui) -> tuple[Element, ...]:
    """What the room window shows: the root, then the overlay above it if one is open."""
    name = for_view(view, ui)
    root = FRONT[name](view, ui) if view is None or name in FRONT else SESSION[name](view, ui)
    if ui.screen in OVERLAYS:
        return root, OVERLAYS[ui.screen](view, ui)
    return (root,)
