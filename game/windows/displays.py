"""Which window belongs on which display, and where it goes when displays come and go. Only decides.

Displays are numbered from 0, the system's main one first; those that show a copy of another are left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.front.pane import Which
from game.front.state import Settings

_BUILT_IN = ("edp", "lvds", "dsi", "built-in", "color lcd")
"""How systems begin the name of a laptop's own display, where they tell."""
Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Display:
    """One display as the system tells of it: pixels, the desktop's point at its top left (None where that is
    not told), and a name ("" likewise).
    """

    size: Point
    origin: Point | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Home:
    """Where a window belongs: a display's number and, where the system tells one, its name; whether it fills
    it. It stays the same while that display is away.
    """

    number: int
    name: str = ""
    full: bool = False


def distinct(displays: Sequence[Display]) -> tuple[Display, ...]:
    """Those that show a picture of their own: of two that begin at the same point, one copies the other."""
    seen: dict[object, Display] = {}
    for i, display in enumerate(displays):
        seen.setdefault(display.origin or i, display)
    return tuple(seen.values())


def labels(displays: Sequence[Display]) -> tuple[str, ...]:
    """How people are told of each display."""
    return tuple(f"{i + 1} · {one.size[0]} × {one.size[1]}" for i, one in enumerate(displays))


def mark(number: int, displays: Sequence[Display]) -> str:
    """What a display is known by from one day to the next; "" where there is none of that number."""
    return "".join(f"{one.name} {one.size[0]}×{one.size[1]}".strip() for one in displays[number : number + 1])


def arranged(settings: Settings, displays: Sequence[Display]) -> tuple[int, int]:
    """The numbers of the room's display and of the console's: the room where people chose to have it, if that
    display is there; else the console on the laptop's own, where its name tells which that is; else by the
    numbers of the settings.
    """
    chosen = [i for i in range(len(displays)) if mark(i, displays) == settings.room_on]
    own = [i for i, one in enumerate(displays) if one.name.lower().startswith(_BUILT_IN)]
    room, console = settings.room_display, settings.console_display
    if len(chosen) == 1:
        room = chosen[0]
    elif not chosen and len(own) == 1 and len(displays) > 1:
        room, console = next(i for i in range(len(displays)) if i != own[0]), own[0]
    return room, console_beside(room, console, displays)


def home(number: int, displays: Sequence[Display], full: bool = False) -> Home:
    """The home of a window that belongs on that display, be it there or not."""
    name = displays[number].name if number < len(displays) else ""
    alone = [one.name for one in displays].count(name) == 1
    return Home(number, name if alone else "", full)


def found(where: Home, displays: Sequence[Display]) -> int | None:
    """The number that a window's display has now; None while it is away."""
    if where.name:
        named = [i for i, one in enumerate(displays) if one.name == where.name]
        return named[0] if len(named) == 1 else None
    return where.number if where.number < len(displays) else None


def standing(where: Home, displays: Sequence[Display]) -> tuple[int, bool]:
    """The display that a window is on, and whether it fills it: while its own is away it waits, as a window,
    on the last of those that are there.
    """
    number = found(where, displays)
    return (max(len(displays) - 1, 0), False) if number is None else (number, where.full)


def moves(
    before: Sequence[Display], now: Sequence[Display], homes: Mapping[Which, Home]
) -> dict[Which, tuple[int, bool]]:
    """The windows that displays coming or going concern: where each goes, and whether it fills it."""

    def at(where: Home, displays: Sequence[Display]) -> tuple[object, ...]:
        number, full = standing(where, displays)
        return (displays[number] if number < len(displays) else None), full

    changed = [which for which, where in homes.items() if at(where, before) != at(where, now)]
    return {which: standing(homes[which], now) for which in changed}


def under(centre: Point, displays: Sequence[Display]) -> int | None:
    """The display with that point of the desktop on it, as far as origins are told."""
    for i, one in enumerate(displays):
        if one.origin is not None:
            x, y = centre[0] - one.origin[0], centre[1] - one.origin[1]
            if 0 <= x < one.size[0] and 0 <= y < one.size[1]:
                return i
    return None


def console_beside(room: int, wanted: int, displays: Sequence[Display]) -> int:
    """Where the console opens: as wanted, but never over the room's picture while another display is free."""
    if wanted < len(displays) and wanted != room:
        return wanted
    return next((i for i in range(len(displays)) if i != room), room)


def may_be_seen(displays: Sequence[Display], ours: bool) -> bool:
    """Whether a room may see all that the computer shows: with one picture for all displays nobody can tell,
    unless somebody said that it is `ours` alone.
    """
    return len(displays) < 2 and not ours
