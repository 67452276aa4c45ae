"""From the session and the local state to what each window shows, as scenes."""

from dataclasses import replace

from game.scene import Canvas, Element, Scene
from game.stage.director import Director, Which
from game.theme import Theme


def theme_of(director: Director, which: Which) -> Theme:
    """How a window looks under the present settings."""
    settings = director.ui.settings
    return Theme(which, settings.text_size, settings.high_contrast, settings.reduced_motion)


def compose(director: Director, which: Which, canvas: Canvas) -> Scene:
    """What a window shows now."""
    return replace(_composed(director, which, canvas), focus=director.panes[which].focus)


def _composed(director: Director, which: Which, canvas: Canvas) -> Scene:
    from game import console, screens

    view, ui = director.view(which), director.ui_for(which)
    passed = director.passed_to() and which == director.private_pane()
    if which == "console" and view is not None and not passed:
        base: Element = console.console(view, ui)
    else:
        base = screens.SCREENS[screens.for_view(view, ui)](view, ui)
    return canvas.compose(base)
