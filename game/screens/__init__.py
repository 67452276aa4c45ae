"""The screens of the room window: pure functions of what may be seen and of the front-end's own state.

`show(view, ui)` gives what the room window shows: a root element, then overlays. A screen puts intents on
its controls and keeps nothing; what is half prepared is in `ui.drafts` and `ui.fields`.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from typing import cast

from engine.language import tr
from engine.view.types import View
from game.front.intents import Back
from game.front.pages import PAGES, drawn, over, private, stands, whole
from game.front.phases import FRONTS, named
from game.front.state import Ui, Way
from game.kit import Element
from game.pieces.parts import looking_back, onward

SessionScreen = Callable[[View, Ui], Element]


def _of(module: str, name: str) -> Callable[[View | None, Ui], Element]:
    """A screen whose file is read when it is first shown: the first one comes sooner without the others."""

    def screen(view: View | None, ui: Ui) -> Element:
        made: Element = getattr(import_module(f"game.screens.{module}"), name)(view, ui)
        return made

    return screen


def _way(module: str, name: str) -> Callable[[View, Ui], Way | None]:
    """A screen's way on, whose file is read with it."""

    def way(view: View, ui: Ui) -> Way | None:
        made: Way | None = getattr(import_module(f"game.screens.{module}"), name)(view, ui)
        return made

    return way


SESSION: Mapping[str, SessionScreen] = {
    "cover": _of("round.choice", "cover"),
    "sheet": _of("overlays.sheet", "sheet"),
    "handover": _of("round.situation", "handover"),
    "rumour": _of("round.rumour", "rumour"),
    "own-card": _of("round.own_card", "own_card"),
    "map": _of("map.posture_map", "posture_map"),
    "moment": _of("round.moments", "moment"),
}
"""Screens of a running session besides those of its phases, which stand in `game.front.phases`."""

WAYS: Mapping[str, Callable[[View, Ui], Way | None]] = {
    "cover": _way("round.choice", "nowhere"),
    "sheet": _way("overlays.sheet", "sheet_way"),
    "map": _way("map.posture_map", "map_way"),
    "moment": _way("round.moments", "way"),
}
"""Ways on of those of SESSION that do more than go to the next step."""


def way_on(view: View | None, ui: Ui) -> Way | None:
    """The way on from what a window shows: what its own button, the console's button, Space, Page Down and a
    demonstration all do. None where only the people can tell.
    """
    if ui.screen and not stands(ui.screen, view) and not looking_back(ui):
        turned = named(PAGES[ui.screen].way) if ui.screen in PAGES else None
        if turned and view is not None:
            return cast("Way | None", turned(view, ui))
        return Way(tr("Fermer la page"), Back())
    name = for_view(view, ui)
    if view is None or whole(name):
        on = named(PAGES[name].way)
        return cast("Way | None", on(view, ui)) if on else None
    if looking_back(ui):
        return Way(tr("Revenir au présent"), Back())
    if ui.damage and view.phase.kind != "bilan":
        return None
    way = (named(FRONTS[name].way) if name in FRONTS else WAYS.get(name)) or onward
    return cast("Way | None", way(view, ui))


def for_view(view: View | None, ui: Ui) -> str:
    """The page or the screen that fills the room window; overlays come above it (see `show`)."""
    if stands(ui.screen, view):
        return ui.screen
    if view is None:
        return "accueil"
    from game.front import alone
    from game.screens.round import choice, moments

    passed = choice.sitting(view)
    if passed and not looking_back(ui):
        theirs = view.audience.character == passed
        seen = alone.me(view) is not None or ui.form(choice.Unveiled).who == passed
        if not (theirs and seen):
            return "cover"
        return private(view.phase.kind) or "sheet"
    if alone.undecided(view) and view.audience.character and not looking_back(ui):
        return private(view.phase.kind)  # nobody to hide from
    if moments.standing(view, ui) is not None:
        return "moment"
    return FRONTS[view.phase.kind].steps.get(view.phase.step, view.phase.kind)


def _session(name: str) -> SessionScreen:
    """A screen of a running session: a phase's, or one of SESSION."""
    if name in FRONTS:
        return cast("SessionScreen", named(FRONTS[name].screen))
    return SESSION[name]


def show(view: View | None, ui: Ui, seen: View | None = None) -> tuple[Element, ...]:
    """What the room window shows: the root, then the sheet above it if one is open, which is drawn from what
    `seen` says, if it sees something else.
    """
    below, argument = ui.beneath
    name = for_view(view, ui)
    if over(ui.screen) and stands(below, view):  # where it was opened from
        root = drawn(below, view, replace(ui, screen=below, argument=argument, beneath=("", "")))
    else:
        root = drawn(name, view, ui) if view is None or whole(name) else _session(name)(view, ui)
    return (root, drawn(ui.screen, seen or view, ui)) if over(ui.screen) else (root,)
