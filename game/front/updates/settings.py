"""Settings, and the displays there are."""

from collections.abc import Mapping
from dataclasses import replace

from engine.language import tr
from game.front import settings as kept
from game.front.effects import Find, Fit, Keep, Place
from game.front.front import Front
from game.front.intents import Set, Window
from game.front.news import ConsoleClosed, Displays
from game.front.pane import Which
from game.front.sight import Around
from game.front.updates.step import Step, Update, still


def set_(front: Front, intent: Set, which: Which, around: Around) -> Step:
    """A setting, for now and for later; what lies beneath may list titles, which are read again. Who asks for
    two windows says that the room sees only one of them."""
    settings = kept.changed(front.ui.settings, intent.setting, intent.value)
    if settings == front.ui.settings:
        return still(front)
    on_disk = kept.changed(front.on_disk, intent.setting, intent.value)
    front = replace(front, ui=replace(front.ui, settings=settings), on_disk=on_disk)
    ours = (Place(Window("room", "ours")),) if intent == Set("windows", 2) else ()
    beneath = "sessions" if any(screen == "sessions" for screen, _ in front.pane(which).stack) else ""
    return front, (Keep(on_disk, settings.language), Find(beneath), *ours, Fit())


def console_closed(front: Front, news: ConsoleClosed, which: Which, around: Around) -> Step:
    """On with one window, for now."""
    settings = kept.changed(front.ui.settings, "windows", 1)
    front = replace(front, ui=replace(front.ui, settings=settings))
    return front.told(tr("Console fermée : F2 l'ouvre ici."), around.now), (Fit(),)


def displays(front: Front, news: Displays, which: Which, around: Around) -> Step:
    """A display was plugged in or taken away."""
    return still(replace(front, ui=replace(front.ui, displays=news.found, stands=news.stands)))


UPDATES: Mapping[type, Update] = {Set: set_, ConsoleClosed: console_closed, Displays: displays}
