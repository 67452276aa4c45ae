"""Keys by one name each, whatever the keyboard: "a", "space", "page down", "ctrl+z"."""

import sys
from dataclasses import dataclass

import pygame

_ALIASES = {
    " ": "space", "espace": "space", "␣": "space",
    "return": "enter", "entrée": "enter", "⏎": "enter", "keypad enter": "enter",
    "esc": "escape", "échap": "escape",
    "←": "left", "→": "right", "↑": "up", "↓": "down",
    "pgdn": "page down", "pagedown": "page down", "pgup": "page up", "pageup": "page up",
    "suppr": "delete", "ins": "insert", "effacer": "backspace",
}  # fmt: skip
_CODES = {
    pygame.K_SPACE: "space", pygame.K_RETURN: "enter", pygame.K_KP_ENTER: "enter",
    pygame.K_ESCAPE: "escape", pygame.K_AC_BACK: "escape", pygame.K_TAB: "tab",
    pygame.K_BACKSPACE: "backspace", pygame.K_DELETE: "delete", pygame.K_INSERT: "insert",
    pygame.K_LEFT: "left", pygame.K_RIGHT: "right", pygame.K_UP: "up", pygame.K_DOWN: "down",
    pygame.K_HOME: "home", pygame.K_END: "end",
    pygame.K_PAGEUP: "page up", pygame.K_PAGEDOWN: "page down",
    **{getattr(pygame, f"K_F{n}"): f"f{n}" for n in range(1, 13)},
}  # fmt: skip
_KEYPAD = {
    pygame.K_KP_PLUS: "+", pygame.K_KP_MINUS: "-", pygame.K_KP_MULTIPLY: "*", pygame.K_KP_DIVIDE: "/",
}  # fmt: skip

_DIGITS = {getattr(pygame, f"KSCAN_{n}"): str(n) for n in range(10)}


@dataclass(frozen=True, slots=True)
class Key:
    """One press: `name` without modifiers; `ctrl` is also the command key of a Mac. `digit` is what the key
    of the upper row counts, whatever it types: on a French keyboard it types "&" and not "1". `darkens`: the
    key where a remote's button for a black screen is wired, whatever the keyboard types there.
    """

    name: str
    ctrl: bool = False
    shift: bool = False
    alt: bool = False
    digit: str = ""
    darkens: bool = False

    @property
    def full(self) -> str:
        """ "ctrl+z", "shift+tab", "m"; shift is left out for what a letter key types ("?")."""
        typed = len(self.name) == 1
        return ("ctrl+" if self.ctrl else "") + ("shift+" if self.shift and not typed else "") + self.name


def named(shortcut: str) -> str:
    """A shortcut as screens write it ("Ctrl+Z", "Espace", "→", "PageDown") in the form of `Key.full`."""
    text = shortcut.strip().lower() or shortcut.lower()
    head, plus, last = text.rpartition("+") if len(text) > 1 else ("", "", text)
    head = head.replace("maj", "shift")
    last = _ALIASES.get(last, last)
    return f"{head}{plus}{last}"


def from_event(event: pygame.event.Event) -> Key:
    """The key of a KEYDOWN event."""
    mod = event.mod
    ctrl = bool(mod & (pygame.KMOD_META if sys.platform == "darwin" else pygame.KMOD_CTRL))
    altgr = bool(mod & pygame.KMOD_MODE) or (bool(mod & pygame.KMOD_RALT) and bool(mod & pygame.KMOD_CTRL))
    name = _CODES.get(event.key, "") or _KEYPAD.get(event.key, "")
    typed = getattr(event, "unicode", "")
    if not name and typed and typed.isprintable() and not (ctrl and not altgr):
        name = typed.lower()
    if not name:
        name = pygame.key.name(event.key, use_compat=False).lower()
    digit = _DIGITS.get(getattr(event, "scancode", 0), "") if not ctrl else ""
    darkens = getattr(event, "scancode", 0) == pygame.KSCAN_PERIOD and not ctrl
    shift, alt = bool(mod & pygame.KMOD_SHIFT), bool(mod & pygame.KMOD_LALT)
    return Key(name, ctrl and not altgr, shift, alt, digit, darkens)
