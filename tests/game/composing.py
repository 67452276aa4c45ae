"""A view and what the front-end remembers, as a screen that any canvas composes."""

from collections.abc import Callable
from dataclasses import replace

from engine.view.types import View
from game.front.drafts import holding
from game.front.state import Ui
from game.front.told import Revealed, Told
from game.kit import Canvas, Scene
from game.screens import show

Compose = Callable[[Canvas], Scene]


def shown(view: View | None, ui: Ui, seen: View | None = None) -> Compose:
    return lambda canvas: canvas.compose(*show(view, ui, seen))


def at_moment(ui: Ui, steps: int) -> Ui:
    """The great moments of a reveal, gone through so far."""
    return replace(ui, drafts=holding(Revealed("2", 99), Told("2.reveal", steps)))
