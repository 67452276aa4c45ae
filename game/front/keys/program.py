"""What keys do that press nothing on the screen: upon what the focus is on, and for the program."""

from collections.abc import Callable

from engine.language import tr
from game.front.foldout import SCREEN, opening, refers
from game.front.intents import (
    AskUndo,
    Back,
    Dark,
    Drag,
    Focus,
    Go,
    GoOn,
    InRoom,
    Intent,
    LookBack,
    Panel,
    Quit,
    Window,
)
from game.front.keys.binding import Binding, Here

_WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


# ---- What the focus is on ------------------------------------------------------------------------------


def _activate(here: Here, key: str) -> Intent | None:
    """Do what the focused control is there for. Space does it where it leads nowhere else."""
    control = here.on
    if control is None or control.role == "field" or (key == "space" and here.way and not here.trains):
        return None
    intent: Intent | None = control.intent  # type: ignore[assignment]
    return intent.drop if isinstance(intent, Drag) else intent


def _towards(here: Here, key: str) -> Intent | None:
    """The control nearest that way; or the face that has the focus a step that way. In a field, none."""
    control = here.on
    if control is None or control.role == "field":
        return None
    if isinstance(control.intent, Drag):
        return control.intent.nudge(*_WAYS[key])
    return Focus(here.scene.towards(control, _WAYS[key]))


FOCUSED: tuple[Binding, ...] = (
    Binding(("enter", "space"), lambda: tr("actionner la commande choisie"), intent=_activate),
    Binding(tuple(_WAYS), lambda: tr("aller à la commande voisine ; sur la carte, déplacer le visage choisi"),
            intent=_towards),
)  # fmt: skip
"""Keys that act upon what Tab led to, before all others."""

LED: tuple[Callable[[], str], ...] = (lambda: tr("Entrée"), lambda: tr("flèches"))
"""How those are written: Tab has to lead somewhere first."""


# ---- The program ---------------------------------------------------------------------------------------


def _on(here: Here, key: str) -> Intent | None:
    """The way on. Where there is none and a session is open, the answer says why."""
    if here.way is None:
        return None
    return GoOn() if here.way.enabled else None


def _why_not(here: Here, key: str) -> Intent | None:
    return GoOn() if here.way is None and here.view is not None else None


def _first_of_them(here: Here, key: str) -> Intent | None:
    return _tab(here, key) if here.way is None and here.view is None else None


def _remote(here: Here, key: str) -> Intent | None:
    """Arrows and Enter, as rings and telephones send them: in the room's own window, where they can mean
    nothing else.
    """
    apart = here.two and here.which == "room" and here.view is not None and not here.pane.keyed
    return GoOn() if apart and (here.way is None or here.way.enabled) else None


def _moves_nothing(here: Here) -> bool:
    """Who has the computer sees nothing of the room's picture."""
    return here.view is None or here.private


def _look_back(here: Here, key: str) -> Intent | None:
    """The screen before; the Bilan has pages of its own, and the first of them is the first."""
    bilan = here.view is not None and here.view.phase.kind == "bilan" and not here.panes["room"].looking
    return None if _moves_nothing(here) or bilan else LookBack()


def _look_on(here: Here, key: str) -> Intent | None:
    past = here.panes["room"].looking
    return LookBack(-1) if past and not _moves_nothing(here) else None


def _tab(here: Here, key: str) -> Intent | None:
    focus = here.scene.tab(backwards=key == "shift+tab").focus
    return Focus(focus) if focus and focus != here.pane.focus else None


def _escape(here: Here, key: str) -> Intent | None:
    """Leave a field or a control; then close what is open, and end the room's look back."""
    pane = here.pane
    if pane.focus and not pane.stack:
        return Focus("")
    return Back() if pane != pane.popped() or here.panes["room"].looking else None


def _menu(here: Here, key: str) -> Intent | None:
    """The menu, where nothing is left to close; it is no picture for a room, nor over a private screen."""
    open_ = here.pane != here.pane.popped() or here.panes["room"].looking
    shown = here.two and here.which == "room"
    return None if open_ or shown or here.passed or here.view is None else Go("menu")


def _help(here: Here, key: str) -> Intent:
    return Back() if here.pane.screen == "help" else Go("help")


def _console_window(here: Here, key: str) -> Intent | None:
    return Window("console", "raise") if here.two and here.which == "room" else None


def _panel(here: Here) -> bool:
    """Whether the panel can be seen where it is opened."""
    free = not here.pane.stack and not here.pane.looking and not here.passed
    return free and not here.two and here.view is not None


def _console_panel(here: Here, key: str) -> Intent | None:
    return Panel() if _panel(here) and not here.trains else None


def _own_panel(here: Here, key: str) -> Intent | None:
    return Panel() if _panel(here) and here.trains else None


def _sheet(here: Here, key: str) -> Intent | None:
    if not here.alone:
        return None
    return Back() if here.pane.screen == "sheet" else Go("sheet")


def _foldout(here: Here, key: str) -> Intent | None:
    """The sheet that unfolds, for the room, whoever asks; where the computer is in somebody's hand, not."""
    if here.passed:
        return None
    asked = Back() if here.panes["room"].screen == SCREEN else opening(refers(here.view, _card(here)))
    return InRoom(asked)


def _card(here: Here) -> str:
    """The project whose card is open."""
    return here.pane.argument if here.pane.screen == "card" else ""


def _dark(here: Here, key: str) -> Intent | None:
    """Only a room has a picture that somebody turns off."""
    return Dark() if here.view is not None and not here.trains else None


PROGRAM: tuple[Binding, ...] = (
    Binding(("space", "page down"), lambda: tr("continuer"), intent=_on),
    Binding(("space", "page down"), lambda: tr("dire ce qu’il reste à faire"), intent=_why_not),
    Binding(("space", "page down"), lambda: tr("aller à la première commande"), intent=_first_of_them),
    Binding(("left", "page up"), lambda: tr("revoir l’écran d’avant, sans rien défaire"), intent=_look_back),
    Binding(("right",), lambda: tr("revenir vers le présent"), intent=_look_on),
    Binding(("right", "down", "enter"), lambda: tr("continuer, comme les télécommandes"), intent=_remote,
            place=lambda: tr("dans la fenêtre de la salle, quand la console a la sienne")),
    Binding(("tab", "shift+tab"), lambda: tr("aller d’une commande à l’autre"), intent=_tab),
    Binding(("escape",), lambda: tr("fermer, revenir"), intent=_escape),
    Binding(("escape",), lambda: tr("le menu"), intent=_menu, place=lambda: tr("quand rien n’est ouvert")),
    Binding(("f1", "?"), lambda: tr("cette aide"), intent=_help),
    Binding(("f2",), lambda: tr("aller à la fenêtre de la console"), intent=_console_window,
            place=lambda: tr("avec deux fenêtres")),
    Binding(("f2",), lambda: tr("ouvrir ou fermer la console"), intent=_console_panel,
            place=lambda: tr("avec une fenêtre")),
    Binding(("f2",), lambda: tr("ouvrir ou fermer le panneau"), intent=_own_panel,
            place=lambda: tr("à l’entraînement")),
    Binding(("f3",), lambda: tr("ouvrir ou fermer votre fiche"), intent=_sheet,
            place=lambda: tr("seul, à l’entraînement")),
    Binding(("f4",), lambda: tr("déplier ou replier la politique de la ville"), intent=_foldout),
    Binding(("f11",), lambda: tr("plein écran"), intent=lambda here, key: Window(here.which, "fullscreen")),
    Binding((".", "b"), lambda: tr("écran noir dans la salle ; une touche le rallume"), intent=_dark),
    Binding(("ctrl+z",), lambda: tr("annuler, après une question"),
            intent=lambda here, key: AskUndo() if here.view is not None else None),
    Binding(("ctrl+q",), lambda: tr("quitter ; la séance est déjà enregistrée"),
            intent=lambda here, key: Quit()),
)  # fmt: skip
"""Keys that press nothing on the screen."""
