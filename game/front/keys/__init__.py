"""What a key does where one is: the rows (`table.py`, `program.py`) that the keyboard, help and guides read.

meaning(("o",), here)   what that key does here: an intent, and the window that it is for
listed(here)            every key that does something here, with what it does, in words
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from engine.language import tr
from game.front.intents import Draft, Go, Intent
from game.front.keys.binding import Binding, Here, Press
from game.front.keys.program import FOCUSED, LED, PROGRAM
from game.front.keys.table import TABLE
from game.front.pages import read
from game.front.pane import Which
from game.front.state import KeyLine


def meanings(here: Here, keys: Sequence[str] | None = None) -> Iterator[tuple[str, Binding, Press]]:
    """What keys (all of them by default) do here; of two meanings of one key the first is the true one: what
    the focus is on, the window's own controls, the room's pages turned from the console, then the program.
    """

    def wanted(binding: Binding) -> bool:
        return keys is None or not set(keys).isdisjoint(binding.keys)

    yield from _by_intent(here, filter(wanted, FOCUSED), keys)
    windows: list[Which] = [here.which]
    if here.which == "console" and here.view is not None and not here.passed:
        windows.append("room")  # nobody's private screen is driven from another window
    for which in windows:
        for binding in filter(wanted, TABLE):
            for key, press in binding.presses(here, which):
                if (keys is None or key in keys) and (which == here.which or turns(key, press.intent)):
                    yield key, binding, press
    yield from _by_intent(here, filter(wanted, PROGRAM), keys)


def _by_intent(
    here: Here, bindings: Iterable[Binding], keys: Sequence[str] | None
) -> Iterator[tuple[str, Binding, Press]]:
    for binding in bindings:
        for key in binding.keys:
            intent = binding.intent(here, key) if binding.intent and (keys is None or key in keys) else None
            if intent is not None:
                yield key, binding, Press(intent, here.which)


def turns(key: str, intent: Intent) -> bool:
    """Whether a key pressed in the console only turns a page of the room's: its letters may do that, while a
    letter typed beside a field must not play the session. Escape leaves what is open where it is pressed.
    """
    if key == "escape":
        return False
    opens = isinstance(intent, Go) and read(intent.screen)
    return opens or isinstance(intent, Draft) or key in ("left", "page up")


def meaning(names: Sequence[str], here: Here) -> Press | None:
    """What a key does here, known by several names, the surest first."""
    for name in names:
        for _, _, press in meanings(here, (name,)):
            return press
    return None


# ---- In words ------------------------------------------------------------------------------------------


def listed(here: Here) -> tuple[KeyLine, ...]:
    """Every key that does something here, in the order of the table; of two meanings only the true one."""
    owner: dict[str, Binding] = {}
    for key, binding, _ in meanings(_unfocused(here)):
        owner.setdefault(key, binding)
    lines = [
        KeyLine(written(keys), binding.does(), bool(binding.control))
        for binding in (*TABLE, *PROGRAM)
        if (keys := [key for key in binding.keys if owner.get(key) is binding])
    ]
    if here.scene.tab() != here.scene:
        lines += [KeyLine(name(), binding.does(), False) for binding, name in zip(FOCUSED, LED, strict=True)]
    return tuple(dict.fromkeys(lines))


def _unfocused(here: Here) -> Here:
    panes = {which: replace(pane, focus="", keyed=False) for which, pane in here.panes.items()}
    return replace(here, panes=panes)


def written(keys: Sequence[str]) -> str:
    """ "Espace, Page suivante", "1…6", "Ctrl+1…9"."""
    runs: list[list[str]] = []
    for key in keys:
        if runs and key[-1:].isdigit() and runs[-1][-1] == f"{key[:-1]}{int(key[-1]) - 1}" and key[0] != "f":
            runs[-1].append(key)
        else:
            runs.append([key])
    return ", ".join(_word(run[0]) + (f"…{run[-1][-1]}" if len(run) > 1 else "") for run in runs)


def _word(key: str) -> str:
    words = {
        "space": tr("Espace"), "page down": tr("Page suiv."), "page up": tr("Page préc."),
        "enter": tr("Entrée"), "escape": tr("Échap"), "tab": tr("Tab"), "shift": tr("Maj"),
        "left": "←", "right": "→", "up": "↑", "down": "↓", "-": "−", ".": tr(". (point)"),
    }  # fmt: skip
    if key in words or len(key) == 1:
        return words.get(key, key.upper())
    return "+".join(words.get(part, part.capitalize()) for part in key.split("+"))
