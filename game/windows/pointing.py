"""What the mouse and a finger do: point, press, drag, turn pages with the wheel."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.front.intents import Dark, Drag, Focus, Type
from game.front.news import Touched
from game.front.pane import Which
from game.kit import Control, FieldControl, Scene, textfield
from game.kit.textfield import TextField
from game.windows.director import Director


@dataclass(slots=True)
class _Held:
    """What is held down: where, on which control, and when."""

    which: Which
    control: Control
    moved: bool = False


class Pointer:
    """The mouse over all windows; points are in logical pixels of each window's picture."""

    def __init__(self, director: Director, scenes: Mapping[Which, Scene]) -> None:
        self.director = director
        self.scenes = scenes
        self.hover: dict[Which, str] = {}
        self._held: _Held | None = None
        self._last: tuple[float, str] = (0.0, "")

    def move(self, which: Which, x: float, y: float) -> None:
        """The mouse goes over a window, perhaps with something held."""
        held = self._held
        if held and held.which == which:
            self._drag(held, x, y)
            return
        control = self.scenes[which].control_at(x, y)
        self.hover[which] = control.id if control else ""

    def leave(self, which: Which) -> None:
        self.hover[which] = ""

    def press(self, which: Which, x: float, y: float, at: float) -> None:
        """A button goes down; `at` is in seconds, to know a double click."""
        self.director.carry(Touched(), which)
        if self.director.front.windows.dark and which == "room":
            self.director.carry(Dark(False), which)
            return
        control = self.scenes[which].control_at(x, y)
        self._held = _Held(which, control) if control else None
        if not isinstance(control, FieldControl):
            dragged = control.id if control and isinstance(control.intent, Drag) else ""
            self.director.carry(Focus(dragged, keyed=False), which)
            return
        self.director.carry(Focus(control.id, keyed=False), which)
        index = control.index_at(x, y)
        double = self._last[1] == control.id and at - self._last[0] < 0.4
        self._last = (at, control.id)
        field = self.director.ui.fields.get(control.id, TextField())
        change = textfield.select_word if double else textfield.move_to
        chosen = textfield.select_all(field) if control.over else change(field, index)
        self.director.carry(Type(control.id, chosen))
        if double:
            self._held = None

    def release(self, which: Which, x: float, y: float) -> None:
        """A button comes up: what was pressed is activated if the mouse is still over it."""
        held, self._held = self._held, None
        if held is None or held.which != which or isinstance(held.control, FieldControl):
            return
        intent = held.control.intent
        if isinstance(intent, Drag):
            if held.moved and intent.drop is not None:
                self.director.carry(intent.drop, which)
            return
        over = self.scenes[which].control_at(x, y)
        if over is not None and over.id == held.control.id and intent is not None:
            self.director.carry(intent, which)

    def wheel(self, which: Which, x: float, y: float, by: float) -> None:
        """The wheel turns the pages of the list under the mouse: down goes on, up goes back."""
        wanted = ".on" if by < 0 else ".back"
        feet = [c for c in self.scenes[which].controls() if c.id.endswith(wanted)]
        below = [c for c in feet if c.rect.bottom > y and c.rect.x - 60 < x]
        if below:
            nearest = min(below, key=lambda c: (c.rect.y - y) + abs(c.rect.x - x))
            self.director.carry(nearest.intent, which)

    def _drag(self, held: _Held, x: float, y: float) -> None:
        control = held.control
        held.moved = True
        if isinstance(control, FieldControl):
            now = self.scenes[held.which].control(control.id)
            if isinstance(now, FieldControl):
                field = self.director.ui.fields.get(now.id, TextField())
                self.director.carry(Type(now.id, textfield.move_to(field, now.index_at(x, y), select=True)))
        elif isinstance(control.intent, Drag):
            self.director.carry(control.intent.to(x, y), held.which)
