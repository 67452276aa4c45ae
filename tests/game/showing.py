"""A screen composed from a view, and what it says and asks for: no stage, no window."""

from engine.view.types import View
from game.front.state import Ui
from game.kit import Scene
from game.paint import canvas
from game.screens import show

WINDOW = canvas((1920, 1080))


def scene(view: View | None, ui: Ui) -> Scene:
    return WINDOW.compose(*show(view, ui))


def intent(picture: Scene, control: str) -> object:
    found = picture.control(control)
    assert found is not None, [c.id for c in picture.controls()]
    return found.intent


def said(picture: Scene) -> str:
    return " ".join(picture.texts())
