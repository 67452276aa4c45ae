"""Is there a screen at all? Asked before any window opens, for the drawing library would pretend."""

import os
import sys
from collections.abc import Mapping

from engine.language import tr
from game.front.problem import Problem

BLIND = ("dummy", "offscreen")
"""Drivers that show nothing."""
DEMO = "coop demo au-lendemain-de-la-crue --headless"


def blind(environment: Mapping[str, str], platform: str) -> bool:
    """Whether this environment has no screen to open a window on."""
    chosen = environment.get("SDL_VIDEODRIVER", "")
    if chosen:
        return chosen.split(",")[0] in BLIND
    if platform.startswith(("linux", "freebsd", "openbsd", "netbsd")):
        return not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
    return False


def require_display(instead: str = DEMO) -> None:
    """Open the drawing library on a real screen; a Problem says what to do where there is none.

    `instead` is the command that does as much in text.
    """
    if blind(os.environ, sys.platform):
        raise Problem(_sentence(instead))
    open_display(instead)
    import pygame

    if pygame.display.get_driver() in BLIND:
        pygame.display.quit()
        raise Problem(_sentence(instead))


def open_display(instead: str = DEMO) -> None:
    """Start the drawing library's display and nothing else (no sound, no joysticks)."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    # a surface drawn in software reaches the screen far sooner without a renderer in between
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    os.environ.setdefault("SDL_MOUSE_FOCUS_CLICKTHROUGH", "1")  # a click in the other window is a click
    os.environ.setdefault("SDL_QUIT_ON_LAST_WINDOW_CLOSE", "0")  # the game asks before it ends
    os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "coop-ou-pas-coop")
    import pygame

    if not pygame.display.get_init():
        try:
            pygame.display.init()
        except pygame.error as error:
            raise Problem(_sentence(instead)) from error


def _sentence(instead: str) -> str:
    driver = os.environ.get("SDL_VIDEODRIVER", "")
    if driver:
        return tr(
            "Le jeu ne peut pas ouvrir de fenêtre avec le pilote « {driver} » que demande la variable "
            "SDL_VIDEODRIVER : effacez-la. Pour regarder une séance en texte : {command}",
            driver=driver,
            command=instead,
        )
    return tr(
        "Il n'y a pas d'écran ici, et le jeu s'ouvre dans une fenêtre. "
        "Pour regarder une séance en texte : {command}",
        command=instead,
    )
