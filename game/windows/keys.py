"""Keys by one name each, whatever the keyboard: "a", "space", "page down", "ctrl+z"."""

import sys
from dataclasses import dataclass

import pygame

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

    @property
    def names(self) -> tuple[str, ...]:
        """All that the table of keys may call it, the surest first: "−" of a French upper row is 6 where 6
        means something.
        """
        digit = ("ctrl+" if self.ctrl else "") + self.digit if self.digit else ""
        return tuple(name for name in (digit, self.full, "." if self.darkens else "") if name)


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
    digit = _DIGITS.get(getattr(event, "scancode", 0), "") if not altgr else ""
    darkens = getattr(event, "scancode", 0) == pygame.KSCAN_PERIOD and not ctrl
    shift, alt = bool(mod & pygame.KMOD_SHIFT), bool(mod & pygame.KMOD_LALT)
    return Key(name, ctrl and not altgr, shift, alt, digit, darkens)
