"""Carrying out intents, one function for each kind; the director is the state that they change."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from engine import language
from engine.language import tr
from engine.play.commands import Advance
from engine.session.clock import STEADY
from engine.view.types import ROOM
from game.front import settings as kept
from game.front.drafts import Form
from game.front.intents import (
    Back,
    Do,
    Draft,
    Fill,
    Focus,
    Go,
    GoOn,
    InRoom,
    Intent,
    Quit,
    Resume,
    SaveElsewhere,
    Set,
    Start,
    WhatIf,
    Window,
)
from game.front.pane import Which
from game.front.state import Settings
from game.kit import textfield
from game.kit.textfield import TextField
from game.pieces.mine import undecided
from game.windows import sessions
from game.windows.director import Director

FIRST_FIELD: Mapping[str, str] = {"carte-blanche": "carte.name"}
"""Where one begins to write at once on a screen that is a form: no letter is lost, and Space is a letter."""


def do(director: Director, intent: Do, which: Which) -> None:
    """A command for the session."""
    if director.do(intent.command, intent.clear, which):
        _keep(director, *intent.then)
        if intent.after is not None:
            director.carry(intent.after, which)
        if intent.focus and director.panes[which].focus:
            director.focus(which, intent.focus)


def _keep(director: Director, *forms: Form) -> None:
    director.ui = replace(director.ui, drafts=director.ui.drafts.kept(*forms))


def go(director: Director, intent: Go, which: Which) -> None:
    """Another screen over the present one; a few names are not screens but ways."""
    if intent.screen == "look-back":
        director.look_back(which, -1 if intent.argument == "later" else 1)
    elif intent.screen == "console":
        pane = director.panes[which]
        opened = "" if pane.panel == "console" else "console"
        director.panes[which] = replace(pane, panel=opened, focus="", keyed=False)
        _keep(director, *intent.then)
        if pane.panel == "console":
            director.forget_what_was_asked()
    elif intent.screen == "dark":
        director.darken(not director.dark)
    elif intent.screen == "undo" and not intent.argument:
        director.ask_undo(which)
    elif intent.screen in ("", "accueil"):
        director.first_screen()
    else:
        director.panes[which] = director.panes[which].pushed(intent.screen, intent.argument)
        director.focus(which, FIRST_FIELD.get(intent.screen, ""))
        _keep(director, *intent.then)
        director.prepare(intent.screen)


def back(director: Director, intent: Back, which: Which) -> None:
    """Close what is on top; with nothing there, end the room's look back."""
    pane = director.panes[which]
    if pane == pane.popped() and director.panes["room"].looking:
        which = "room"
    director.panes[which] = director.panes[which].popped()


def draft(director: Director, intent: Draft, which: Which) -> None:
    """Keep what is being prepared."""
    _keep(director, intent.form)


def fill(director: Director, intent: Fill, which: Which) -> None:
    """Texts in fields, and forms, at once."""
    fields = dict(director.ui.fields)
    for name, text in intent.fields:
        emptied = textfield.emptied(fields.get(name, TextField()))
        fields[name] = textfield.insert(emptied, text, multiline=True)
    director.ui = replace(director.ui, fields=fields, drafts=director.ui.drafts.kept(*intent.forms))
    if intent.focus:
        director.focus(which, intent.focus)


def focus(director: Director, intent: Focus, which: Which) -> None:
    """The keyboard on a control."""
    director.focus(which, intent.control, keyed=True)


def set_(director: Director, intent: Set, which: Which) -> None:
    """A setting, for now and for later."""
    settings = kept.changed(director.ui.settings, intent.setting, intent.value)
    if settings == director.ui.settings:
        return
    director.ui = replace(director.ui, settings=settings)
    language.use(settings.language)
    director.prepare("settings")
    director.on_disk = kept.changed(director.on_disk, intent.setting, intent.value)
    kept.save(director.on_disk)
    director.requests.append(intent)


def start(director: Director, intent: Start, which: Which) -> None:
    """A new session, in a file of its own."""
    seed = intent.seed if intent.seed is not None else director.seed
    target = director.also[1] if intent.scenario == director.also[0] else intent.scenario
    director.open(sessions.start(target, intent.begin, seed, director.clock))


def resume(director: Director, intent: Resume, which: Which) -> None:
    """A session from its file."""
    director.open(sessions.resume(intent.path, director.clock))


def save_elsewhere(director: Director, intent: SaveElsewhere, which: Which) -> None:
    """The session in a new file from now on."""
    if director.session is not None:
        director.session.save_elsewhere(intent.path)
        sessions.keep_unsent(director.session, director.ui)
        director.saved_elsewhere(intent.path)


def go_on(director: Director, intent: GoOn, which: Which) -> None:
    """On by the way of what is open over this window, or of the private screen in it; else by the room's.
    Whatever is done in the dark brings the light back first. Where there is no way, the reason is said.
    """
    if director.dark:
        director.darken(False)
        return
    where = director.leads(which)
    way = director.way(where)
    if way is None:
        _no_way(director, where)
    elif way.enabled:
        director.carry(way.intent, where)


def _no_way(director: Director, which: Which) -> None:
    view = director.look(ROOM)
    if view is not None and view.passed_to:
        director.toast(tr("C'est à {name}, devant l'ordinateur.", name=view.character(view.passed_to).name))
    elif view is not None and undecided(view):
        director.toast(tr("Posez vos jetons, puis confirmez votre choix."))
    elif view is not None:
        director.carry(Do(Advance()), which)  # refused, with its reason


def in_room(director: Director, intent: InRoom, which: Which) -> None:
    """Something for the room's window, asked for elsewhere."""
    director.carry(intent.intent, "room")


def later(director: Director, intent: Intent, which: Which) -> None:
    """What only windows can do waits for the loop."""
    director.requests.append(intent)


CARRIED: Mapping[type, Callable[..., None]] = {
    Do: do,
    Go: go,
    Back: back,
    Draft: draft,
    Fill: fill,
    Focus: focus,
    Set: set_,
    Start: start,
    Resume: resume,
    SaveElsewhere: save_elsewhere,
    WhatIf: later,
    Window: later,
    GoOn: go_on,
    InRoom: in_room,
    Quit: later,
}
"""Who carries out each kind of intent."""


def conducted(settings: Settings, clock: Callable[[], float] = STEADY) -> Director:
    """A director for whom every kind of intent is carried out."""
    return Director(settings, CARRIED, clock)
