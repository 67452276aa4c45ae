"""What a key does: in a text field it writes; else it does what the table of keys says."""

from collections.abc import Callable, Mapping

from engine.language import tr
from engine.view.types import ROOM
from game.front import keys as table
from game.front.alone import me
from game.front.intents import Dark, Type
from game.front.keys.binding import Here
from game.front.news import Told, Touched
from game.front.pane import Which
from game.front.state import SENTENCE
from game.kit import Control, FieldControl, Scene, textfield
from game.kit.textfield import TextField
from game.windows import clipboard
from game.windows.director import Director
from game.windows.keys import Key

_GO_ON = ("space", "page down")
TYPING = 1.5
"""Seconds after a letter that meant nothing in which Space is one more letter of a sentence typed beside its
field, and not the way on.
"""
_PAST_THE_FIELD = frozenset({"f1", "f2", "f3", "f11", "escape", "tab", "shift+tab", "page down", "page up"})
_PAST_A_WAITING_FIELD = frozenset({"space", "left", "ctrl+z"})
"""Keys that have nothing to edit in an empty field, and mean something to the page."""


class Keyboard:
    """Keys and typed text of all windows. `scenes` gives the picture that each window shows now."""

    def __init__(self, director: Director, scenes: Mapping[Which, Scene]) -> None:
        self.director = director
        self.scenes = scenes
        self._beside: dict[Which, float] = {}

    def press(self, key: Key, which: Which) -> bool:
        """One key pressed in a window; whether it meant anything."""
        self.director.carry(Touched(), which)
        if self.director.front.windows.dark and (which == "room" or key.full in _GO_ON):
            self.director.carry(Dark(False), which)  # whatever is pressed brings the light back, no more
            return True
        if self._in_field(key, which):
            return True
        if key.full == "space" and 0 <= self.director.clock() - self._beside.get(which, 0.0) < TYPING:
            self._beside[which] = self.director.clock()
            self.director.carry(Told(tr("Pour écrire, cliquez d'abord dans un champ.")))
            return True
        used = self._meant(key, which)
        if not used and len(key.full) == 1 and key.full.isalpha():
            self._beside[which] = self.director.clock()
        return used

    def text(self, typed: str, which: Which) -> bool:
        """Letters typed in the field that has the focus; False when there is none."""
        control = self.focused(which)
        if not isinstance(control, FieldControl) or not typed or (typed == " " and self._waits(control)):
            return False
        self._edit(control, lambda field: textfield.insert(field, typed, multiline(control)))
        return True

    def composing(self, letters: str, which: Which) -> None:
        """A dead key or an input method is at work in the field that has the focus."""
        control = self.focused(which)
        if isinstance(control, FieldControl):
            self._edit(control, lambda field: textfield.compose(field, letters))

    def focused(self, which: Which) -> Control | None:
        """The control that has the focus in a window."""
        scene = self.scenes.get(which)
        return scene.control(self.director.front.pane(which).focus) if scene else None

    # ---- In a field -----------------------------------------------------------------------------------

    def _edit(self, control: FieldControl, change: Callable[[TextField], TextField]) -> None:
        field = self.director.ui.fields.get(control.id, TextField())
        self.director.carry(Type(control.id, change(field)))

    def _in_field(self, key: Key, which: Which) -> bool:
        control = self.focused(which)
        if not isinstance(control, FieldControl) or key.full in _PAST_THE_FIELD:
            return False
        if key.full in _PAST_A_WAITING_FIELD and self._waits(control):
            return False
        if self.director.ui.fields.get(control.id, TextField()).composing:
            return True  # the input method has this key
        if key.name == "enter" and not key.ctrl:
            self._enter(control, key, which)
            return True
        if key.name in ("up", "down"):
            self._edit(control, lambda field: _line(control, field, -1 if key.name == "up" else 1, key.shift))
            return True
        change = _edits(key, multiline(control))
        if change:
            self._edit(control, change)
            return True
        return key.name == "space" or (len(key.name) == 1 and not key.ctrl and not key.alt)

    def _waits(self, control: FieldControl) -> bool:
        """Whether a field that took the focus by itself is still empty: those keys go past it then."""
        return control.id == SENTENCE and not self.director.ui.text(SENTENCE)

    def _enter(self, control: FieldControl, key: Key, which: Which) -> None:
        if multiline(control) and (key.shift or control.intent is None):
            self._edit(control, lambda field: textfield.insert(field, "\n", True))
        elif control.intent is not None:
            self.director.carry(control.intent, which)
            self._arrived(control.id, which)

    def _arrived(self, before: str, which: Which) -> None:
        """A field that is typed over and takes the focus is chosen whole: the next digit replaces all."""
        control = self.focused(which)
        if isinstance(control, FieldControl) and control.over and control.id != before:
            self._edit(control, textfield.select_all)

    # ---- Anywhere else -----------------------------------------------------------------------------------

    def _meant(self, key: Key, which: Which) -> bool:
        """What the table of keys says."""
        place = here(self.director, which, self.scenes)
        pane = place.pane
        if key.full == "enter" and pane.keyed and self.scenes[which].quiet(pane.focus) is not None:
            return True  # what the focus is on can do no more: Enter must not mean something else
        press = table.meaning(key.names, place)
        if press is not None:
            self.director.carry(press.intent, press.which)
            self._arrived(pane.focus, press.which)
        return press is not None


def here(director: Director, which: Which, scenes: Mapping[Which, Scene]) -> Here:
    """Where a key is pressed."""
    room, sight, windows = director.look(ROOM), director.sight, director.front.windows
    return Here(
        which=which,
        two=windows.two,
        view=director.view(which),
        alone=room is not None and me(room) is not None,
        passed=sight.passed_to() is not None,
        private=sight.private(which),
        panes={"room": windows.room, "console": windows.console},
        scenes=scenes,
        way=director.way(sight.leads(which)),
    )


def multiline(control: FieldControl) -> bool:
    """Whether a field has room for several lines."""
    return bool(control.lines) and control.rect.h > control.lines[0].height * 2.2


def _line(control: FieldControl, field: TextField, by: int, select: bool) -> TextField:
    """The caret one visible line higher or lower, as nearly as may be under where it was."""
    rows = control.lines
    row = max((i for i, line in enumerate(rows) if line.start <= field.caret), default=0)
    if not rows or not 0 <= row + by < len(rows):
        return textfield.move_to(field, 0 if by < 0 else len(field.text), select)
    here = rows[row]
    x = here.stops[min(field.caret - here.start, len(here.stops) - 1)]
    other = rows[row + by]
    return textfield.move_to(field, control.index_at(x, other.y + other.height / 2), select)


def _edits(key: Key, many_lines: bool) -> Callable[[TextField], TextField] | None:
    """What an editing key does to a field; None for a key that is none."""
    if key.name in ("left", "right"):
        return lambda field: textfield.move(field, -1 if key.name == "left" else 1, key.shift, key.ctrl)
    if key.name in ("home", "end"):
        if key.ctrl:
            edge = 0 if key.name == "home" else textfield.MOST
            return lambda field: textfield.move_to(field, edge, key.shift)
        return lambda field: textfield.line_edge(field, key.name == "end", key.shift)
    if key.name in ("backspace", "delete"):
        return lambda field: textfield.erase(field, key.name == "backspace", key.ctrl)
    known: dict[str, Callable[[TextField], TextField]] = {
        "ctrl+a": textfield.select_all,
        "ctrl+z": textfield.undo,
        "ctrl+y": textfield.redo,
        "ctrl+x": _cut,
        "ctrl+c": _copy,
        "ctrl+v": lambda field: textfield.insert(field, clipboard.get(), many_lines),
    }
    if key.ctrl and key.shift and key.name == "z":
        return textfield.redo
    return known.get(key.full)


def _copy(field: TextField) -> TextField:
    if textfield.selected(field):
        clipboard.put(textfield.selected(field))
    return field


def _cut(field: TextField) -> TextField:
    _copy(field)
    return textfield.erase(field) if textfield.selected(field) else field
