"""The screens of the room window: pure functions of what may be seen and of the front-end's own state.

`show(view, ui)` gives what the room window shows: a root element, then overlays. A screen puts intents on
its controls and keeps nothing; what is half prepared is in `ui.drafts` and `ui.fields`.
"""

from collections.abc import Callable, Mapping
from importlib import import_module

from engine.view.types import View
from game.scene import Element
from game.screens import accueil
from game.screens.parts import looking_back
from game.ui import Ui

SessionScreen = Callable[[View, Ui], Element]
FrontScreen = Callable[[View | None, Ui], Element]


def _of(module: str, name: str) -> Callable[[View | None, Ui], Element]:
    """A screen whose file is read when it is first shown: the first one comes sooner without the others."""

    def screen(view: View | None, ui: Ui) -> Element:
        made: Element = getattr(import_module(f"game.screens.{module}"), name)(view, ui)
        return made

    return screen


SESSION: Mapping[str, SessionScreen] = {
    "welcome": _of("welcome", "welcome"),
    "briefing": _of("welcome", "briefing"),
    "situation": _of("situation", "situation"),
    "negotiation": _of("negotiation", "negotiation"),
    "carte-blanche": _of("carte_blanche", "carte_blanche"),
    "forecast": _of("forecast", "forecast"),
    "choice": _of("choice", "choice"),
    "cover": _of("choice", "cover"),
    "private": _of("choice", "private"),
    "sheet": _of("sheet", "sheet"),
    "reveal": _of("reveal", "reveal"),
    "debate": _of("debate", "debate"),
    "map": _of("posture_map", "posture_map"),
    "break": _of("welcome", "pause"),
    "bilan": _of("bilan", "bilan"),
}
"""Screens of a running session."""

FRONT: Mapping[str, FrontScreen] = {
    "accueil": accueil.accueil,
    "scenarios": accueil.scenarios,
    "sessions": accueil.sessions,
    "setup": _of("setup", "setup"),
}
"""Screens that need no session."""

OVERLAYS: Mapping[str, FrontScreen] = {
    "settings": _of("overlays", "settings"),
    "help": _of("overlays", "help_overlay"),
    "journal": _of("overlays", "journal"),
    "undo": _of("overlays", "undo"),
    "problem": _of("overlays", "problem"),
    "design": _of("overlays", "design"),
    "card": _of("card", "card"),
    "gauges": _of("meanings", "gauges"),
    "zones": _of("meanings", "zones"),
}
"""Sheets that open above whatever is shown."""

READ = frozenset({"card", "gauges", "zones"})
"""Those of OVERLAYS that a room reads together."""

SCREENS: Mapping[str, SessionScreen] = {**SESSION, **FRONT, **OVERLAYS}
"""Everything, by name; those of FRONT and OVERLAYS also take None for the view."""


def for_view(view: View | None, ui: Ui) -> str:
    """The screen of FRONT or SESSION that fills the room window; overlays come above it (see `show`)."""
    if ui.screen in FRONT:
        return ui.screen
    if view is None:
        return "accueil"
    if ui.screen == "carte-blanche" and view.allows("carte-blanche"):
        return "carte-blanche"
    from game.screens import choice, mine

    passed = choice.sitting(view)
    if passed and not looking_back(ui):
        theirs = view.audience.kind == "holder" and view.audience.character == passed
        seen = mine.me(view) is not None or ui.draft(choice.UNVEILED, "") == passed
        if not (theirs and seen):
            return "cover"
        return "private" if view.phase.kind == "choice" else "sheet"
    if mine.undecided(view) and view.audience.kind == "holder" and not looking_back(ui):
        return "private"  # nobody to hide from
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
