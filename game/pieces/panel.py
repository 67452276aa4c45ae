"""The console's panel beside the room's picture, in one window: its tabs by name, what opens it on one."""

from dataclasses import dataclass

from engine.view.types import View
from game.front.drafts import Form
from game.front.intents import Panel
from game.front.state import Ui
from game.kit import Button
from game.pieces.parts import apart

TASK = "task"
"""The card of what there is to do in the present phase, which has tabs of its own."""
WORDS = "words"
"""The card of the words collected, and the field in it."""
WELCOME, PLACING = "welcome", 2
"""The name under which the open page of the welcome is kept, and the page where people place themselves."""


@dataclass(frozen=True, slots=True)
class PanelTab(Form):
    """The card of the panel that is open."""

    name: str = TASK


@dataclass(frozen=True, slots=True)
class TaskTab(Form):
    """The tab of what there is to do open at the step that `about` names; "" the first."""

    name: str = ""


def step_of(view: View, ui: Ui | None = None) -> str:
    """The step for which a tab is open; each phase of each round opens at its first. So does the page of the
    welcome where hands are counted: the digits count there, whatever was open before."""
    step = f"{view.phase.round}.{view.phase.kind}.{view.phase.step}"
    counts = ui is not None and view.phase.kind == "welcome" and ui.page(WELCOME) >= PLACING
    return f"{step}.placing" if counts else step


def opened(view: View, task: str = "", card: str = TASK, focus: str = "") -> Panel:
    """Opens the panel on a card; on that of what there is to do, at the tab `task`. One may write in the
    field `focus` at once.
    """
    return Panel(then=(PanelTab(name=card), TaskTab(step_of(view), task)), focus=focus)


def by_console(
    view: View, ui: Ui, label: str, where: Panel, *commands: str, id: str = "console"
) -> list[Button]:
    """Where one window does for all: a button that opens the panel `where` its words say, if the console has
    one of these commands to give. A second one beside it has an `id` of its own.
    """
    if apart(view, ui) or ui.panel == "console":
        return []
    if view.mode == "demo" or not any(view.allows(command) for command in commands):
        return []
    return [Button(label, id, where)]
