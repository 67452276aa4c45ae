"""What keys do on a picture or in a window, without pressing them."""

from collections.abc import Iterator

from engine.view.types import View
from game.front.alone import me
from game.front.intents import Intent
from game.front.keys import meaning, meanings
from game.front.keys.binding import Here
from game.front.pane import Pane, Which
from game.kit import Scene

FREE = (
    *"abcdefghijklmnopqrstuvwxyz0123456789+-.,;:!?*/=", "space", "enter", "escape", "tab", "shift+tab",
    "left", "right", "up", "down", "page up", "page down", "home", "end", "backspace", "delete",
    *(f"f{n}" for n in range(1, 13)), "ctrl+enter", "ctrl+z", "ctrl+q", *(f"ctrl+{n}" for n in range(10)),
)  # fmt: skip
"""Every key that a hand may try."""


def on(picture: Scene, view: View | None = None) -> Here:
    """A picture in the only window, nothing over it."""
    pane = Pane(focus=picture.focus, keyed=bool(picture.focus))
    panes: dict[Which, Pane] = {"room": pane, "console": Pane()}
    alone = view is not None and me(view) is not None
    return Here("room", False, view, alone, False, False, panes, {"room": picture}, None)


def does(picture: Scene, key: str, view: View | None = None) -> Intent | None:
    """What a key does on a picture."""
    found = meaning((key,), on(picture, view))
    return found.intent if found is not None else None


def letters(place: Here) -> Iterator[tuple[str, set[str]]]:
    """Each letter that means something in a place, with the different things that it means."""
    told: dict[str, set[str]] = {}
    for key, _, press in meanings(place):
        if len(key) == 1 and key.isalpha():
            told.setdefault(key, set()).add(repr(press.intent))
    yield from told.items()
