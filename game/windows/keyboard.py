"""What a key does: the text field first, then the focused control, then the screen, then the program."""

from collections.abc import Callable, Mapping

from engine.language import tr
from engine.view.types import ROOM
from game.front.intents import Back, Draft, Drag, Go, GoOn, Quit, Window
from game.front.pane import Which
from game.front.state import SENTENCE
from game.kit import Control, FieldControl, Scene, textfield
from game.kit.textfield import TextField
from game.pieces.mine import me
from game.screens import OVERLAYS
from game.windows import clipboard
from game.windows.director import Director
from game.windows.keys import Key, named

_GO_ON = ("space", "page down")
_GO_BACK = ("left", "page up")
TYPING = 1.5
"""Seconds after a letter that meant nothing in which Space is one more letter of a sentence typed beside its
field, and not the way on.
"""
_PAST_THE_FIELD = frozenset({"f1", "f2", "f3", "f11", "escape", "tab", "shift+tab", "page down", "page up"})
_WAYS: Mapping[str, tuple[int, int]] = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


class Keyboard:
    """Keys and typed text of all windows. `scenes` gives the picture that each window shows now."""

    def __init__(self, director: Director, scenes: Mapping[Which, Scene]) -> None:
        self.director = director
        self.scenes = scenes
        self._beside: dict[Which, float] = {}

    def press(self, key: Key, which: Which) -> bool:
        """One key pressed in a window; whether it meant anything."""
        self.director.touched = True
        if self.director.dark and (which == "room" or key.full in _GO_ON):
            self.director.darken(False)  # whatever is pressed brings the light back, and does nothing else
            return True
        if self._in_field(key, which):
            return True
        if key.full == "space" and 0 <= self.director.clock() - self._beside.get(which, 0.0) < TYPING:
            self._beside[which] = self.director.clock()
            self.director.toast(tr("Pour écrire, cliquez d'abord dans un champ."))
            return True
        used = self._on_focus(key, which) or self._on_screen(key, which) or self._anywhere(key, which)
        if not used and len(key.full) == 1:
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
        return scene.control(self.director.panes[which].focus) if scene else None

    # ---- In a field -----------------------------------------------------------------------------------

    def _edit(self, control: FieldControl, change: Callable[[TextField], TextField]) -> None:
        field = self.director.ui.fields.get(control.id, TextField())
        self.director.type(control.id, change(field))

    def _in_field(self, key: Key, which: Which) -> bool:
        control = self.focused(which)
        if not isinstance(control, FieldControl) or key.full in _PAST_THE_FIELD:
            return False
        if key.full == "space" and self._waits(control):
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
        """Whether a field that took the focus by itself is still empty: then Space goes on past it."""
        return control.id == SENTENCE and not self.director.ui.text(SENTENCE)

    def _enter(self, control: FieldControl, key: Key, which: Which) -> None:
        if multiline(control) and (key.shift or control.intent is None):
            self._edit(control, lambda field: textfield.insert(field, "\n", True))
        elif control.intent is not None:
            self.director.carry(control.intent, which)

    # ---- On a control, on the screen, anywhere ----------------------------------------------------------

    def _on_focus(self, key: Key, which: Which) -> bool:
        control, pane = self.focused(which), self.director.panes[which]
        if not pane.keyed:
            return False
        if control is None:  # what the focus is on can do no more: Enter must not mean something else
            return key.full == "enter" and self.scenes[which].quiet(pane.focus) is not None
        drag = control.intent if isinstance(control.intent, Drag) else None
        if key.full == "enter":
            return self._activate(which)
        if key.full == "space" and self._trains():  # no clicker there: Space presses, as everywhere else
            return self._activate(which)
        if key.full in _WAYS:
            if drag:
                self.director.carry(drag.nudge(*_WAYS[key.full]), which)
            else:
                self._go_to(towards(self.scenes[which], control, _WAYS[key.full]), which)
            return True
        return False

    def _activate(self, which: Which) -> bool:
        """Do what the focused control is there for."""
        control = self.focused(which)
        if control is None or isinstance(control, FieldControl):
            return False
        intent = control.intent.drop if isinstance(control.intent, Drag) else control.intent
        if intent is not None:
            self.director.carry(intent, which)
        return True

    def _on_screen(self, key: Key, which: Which) -> bool:
        if key.full in _GO_ON:
            return False
        asked = "left" if key.full == "page up" else key.full
        order: list[Which] = [which]
        if not self.director.passed_to():  # nobody's private screen is driven from another window
            order += [other for other in self.scenes if other != which]
        for where in order:
            for names in ((key.digit,), (key.full, asked)):  # "−" of a French upper row is 6 where one counts
                for control in self.scenes[where].controls():
                    if not any(named(one) in names for one in control.shortcut.split(" / ") if one):
                        continue
                    if where == which or key.full in _GO_BACK or (where == "room" and _turns(control.intent)):
                        self.director.carry(control.intent, where)
                        return True
        return False

    def _trains(self) -> bool:
        """Whether people play around this one computer."""
        view = self.director.look(ROOM)
        return view is not None and view.mode == "training"

    def _own_sheet(self, which: Which) -> None:
        """Who plays alone reads their sheet, or closes it."""
        director = self.director
        view = director.look(ROOM)
        if view is not None and me(view) is not None:
            if director.panes[which].looking:
                director.carry(Back(), which)  # over a screen looked back at, nobody would see it
            showing = director.panes[which].screen == "sheet"
            director.carry(Back() if showing else Go("sheet"), which)

    def _anywhere(self, key: Key, which: Which) -> bool:
        director = self.director
        if key.full in ("tab", "shift+tab"):
            scene = self.scenes[which].focused(director.panes[which].focus)
            self._go_to(scene.tab(backwards=key.shift).focus, which)
        elif key.full == "escape":
            self._escape(which)
        elif key.full in ("f1", "?"):
            showing = director.panes[which].screen == "help"
            director.carry(Back() if showing else Go("help"), which)
        elif key.full == "f2":
            director.carry(Window("console", "raise") if director.two else Go("console"), which)
        elif key.full == "f3":
            self._own_sheet(which)
        elif key.full == "f11":
            director.carry(Window(which, "fullscreen"), which)
        elif key.full in (*_GO_BACK, "right") and director.passed_to() and which == director.private_pane():
            pass  # who has the computer sees nothing of the room's picture, and moves nothing there
        elif key.full in _GO_BACK:
            self._go_back()
        elif key.full == "right" and director.panes["room"].looking:
            director.look_back("room", -1)
        elif key.full == "ctrl+z":
            director.ask_undo(which)
        elif key.full == "ctrl+q":
            director.carry(Quit(), which)
        elif key.full == "space" and self._presses(which) and self._activate(which):
            pass
        elif key.full in _GO_ON or self._remote_goes_on(key, which):
            self._go_on(which)
        elif (key.full in (".", "b") or key.darkens) and director.session is not None:
            director.darken(not director.dark)
        else:
            return False
        return True

    def _remote_goes_on(self, key: Key, which: Which) -> bool:
        """Arrows and Enter, as rings and telephones send them: in the room's own window, where they can mean
        nothing else."""
        director = self.director
        apart = director.two and which == "room" and director.session is not None
        return apart and key.full in ("right", "down", "enter") and not director.panes["room"].keyed

    def _presses(self, which: Which) -> bool:
        """Whether Space presses what the keyboard brought the focus to, since it leads nowhere else."""
        return self.director.panes[which].keyed and self.director.way(self.director.leads(which)) is None

    def _go_on(self, which: Which) -> None:
        """As the buttons do; on the first screens, Space leads to the first of the choices."""
        director = self.director
        if director.session is None and director.way(which) is None:
            self._go_to(self.scenes[which].focused("").tab().focus, which)
        else:
            director.carry(GoOn(), which)

    def _go_back(self) -> None:
        """Look at the screen before; the Bilan has pages of its own, and the first of them is the first."""
        view = self.director.look(ROOM)
        if view is None or view.phase.kind != "bilan":
            self.director.look_back("room", 1)

    def _escape(self, which: Which) -> None:
        pane = self.director.panes[which]
        if pane.focus and not pane.stack:
            self._go_to("", which)
        else:
            self.director.carry(Back(), which)

    def _go_to(self, control: str, which: Which) -> None:
        self.director.focus(which, control, keyed=True)


def _turns(intent: object) -> bool:
    """Whether an intent only turns a page: the room's may be turned from the console by their letters, while
    a letter typed beside a field must not play the session.
    """
    return isinstance(intent, Draft) or (isinstance(intent, Go) and intent.screen in OVERLAYS)


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


def towards(scene: Scene, control: Control, way: tuple[int, int]) -> str:
    """The id of the nearest control in a direction, or of this one when there is none."""
    x, y = control.rect.centre
    best, found = float("inf"), control.id
    for other in scene.controls():
        dx, dy = other.rect.centre[0] - x, other.rect.centre[1] - y
        along = dx * way[0] + dy * way[1]
        across = abs(dx * way[1]) + abs(dy * way[0])
        if other.id != control.id and along > across / 2 and along + 2.5 * across < best:
            best, found = along + 2.5 * across, other.id
    return found
