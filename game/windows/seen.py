"""Asking the system which displays there are. Costs some hundredths of a millisecond.

The drawing library tells sizes only; the library beneath it tells names and origins too, but under X11 as
they were when the game began, so that X is asked itself. Where none of this can be asked, sizes remain.
"""

import ctypes
from collections.abc import Callable
from functools import cache
from typing import Any

import pygame
import pygame.base

from game.windows.displays import Display

_NO_PLACES = ("wayland",)
"""Drivers that hide from programs where their windows are."""


_WITH_MONITORS = (1, 5)
"""The version of X's extension from which on it can be asked for monitors."""


class _Rect(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int) for name in ("x", "y", "w", "h")]


class _Monitor(ctypes.Structure):
    _fields_ = [
        ("name", ctypes.c_ulong), ("primary", ctypes.c_int), ("automatic", ctypes.c_int),
        ("outputs", ctypes.c_int), ("x", ctypes.c_int), ("y", ctypes.c_int), ("w", ctypes.c_int),
        ("h", ctypes.c_int), ("mm_w", ctypes.c_int), ("mm_h", ctypes.c_int), ("which", ctypes.c_void_p),
    ]  # fmt: skip


def displays() -> tuple[Display, ...]:
    """Every display plugged in, copies included, the main one first."""
    ask = _asker(pygame.display.get_driver())
    told = ask() if ask is not None else ()
    return told or tuple(Display(size) for size in pygame.display.get_desktop_sizes())


def tells_places() -> bool:
    """Whether a window's place can be read, and set."""
    return pygame.display.get_driver() not in _NO_PLACES


@cache
def _asker(driver: str) -> Callable[[], tuple[Display, ...]] | None:
    for make in (_x11,) if driver == "x11" else ():
        try:
            return make()
        except (OSError, AttributeError):
            continue
    try:
        return _beneath()
    except (OSError, AttributeError):
        return None


def _beneath() -> Callable[[], tuple[Display, ...]] | None:
    """What the library beneath the drawing library tells; found through the one that is loaded already."""
    if pygame.get_sdl_version()[0] != 2:
        return None
    windows = getattr(ctypes, "windll", None)
    sdl = windows.LoadLibrary("SDL2.dll") if windows is not None else ctypes.CDLL(pygame.base.__file__)
    sdl.SDL_GetDisplayName.restype = ctypes.c_char_p

    def one(i: int) -> Display:
        at = _Rect()
        sdl.SDL_GetDisplayBounds(i, ctypes.byref(at))
        return Display((at.w, at.h), (at.x, at.y), _read(sdl.SDL_GetDisplayName(i)))

    return lambda: tuple(one(i) for i in range(max(sdl.SDL_GetNumVideoDisplays(), 0)))


def _x11() -> Callable[[], tuple[Display, ...]]:
    """What X tells, over a connection of our own: nothing is probed, so that it comes at once."""
    x, randr = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXrandr.so.2")
    x.XOpenDisplay.restype, x.XOpenDisplay.argtypes = ctypes.c_void_p, [ctypes.c_char_p]
    x.XDefaultRootWindow.restype, x.XDefaultRootWindow.argtypes = ctypes.c_ulong, [ctypes.c_void_p]
    x.XGetAtomName.restype, x.XGetAtomName.argtypes = ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_ulong]
    for told in (randr.XRRQueryVersion, randr.XRRQueryExtension):
        told.argtypes = [ctypes.c_void_p, ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_int)]
    x.XFree.argtypes = randr.XRRFreeMonitors.argtypes = [ctypes.c_void_p]
    randr.XRRGetMonitors.restype = ctypes.POINTER(_Monitor)
    randr.XRRGetMonitors.argtypes = [
        ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.POINTER(ctypes.c_int),
    ]  # fmt: skip
    server = x.XOpenDisplay(None)
    if not server:
        raise OSError("no X server")
    one, other = ctypes.c_int(), ctypes.c_int()
    asked = ctypes.byref(one), ctypes.byref(other)
    if not randr.XRRQueryExtension(server, *asked) or not randr.XRRQueryVersion(server, *asked):
        raise OSError("no RandR")
    if (one.value, other.value) < _WITH_MONITORS:
        raise OSError("an old RandR")
    root = x.XDefaultRootWindow(server)

    def name(atom: int) -> str:
        said = x.XGetAtomName(server, atom)
        text = _read(ctypes.string_at(said))
        x.XFree(said)
        return text

    def ask() -> tuple[Display, ...]:
        many = ctypes.c_int()
        told: Any = randr.XRRGetMonitors(server, root, 1, ctypes.byref(many))
        if not told:
            return ()
        found = sorted(told[: many.value], key=lambda one: not one.primary)
        made = tuple(Display((one.w, one.h), (one.x, one.y), name(one.name)) for one in found)
        randr.XRRFreeMonitors(told)
        return made

    return ask


def _read(text: bytes | None) -> str:
    """A display's name; a mere number, given where the system has none, is no name."""
    name = (text or b"").decode("utf-8", "replace")
    return "" if name.isdecimal() else name
