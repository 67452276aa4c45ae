"""One window on a screen: where it stands, its surface, and what is painted on it."""

import math

import pygame

from game.kit import Scene
from game.kit.theme import Theme
from game.paint import FaceStore, Painter
from game.windows.display import open_display
from game.windows.displays import Display

SMALLEST = (1280, 720)
"""Pictures are composed for at least this many pixels; a smaller window shows them scaled down."""
TITLE = 28
"""Pixels kept free above a window for what the system writes there."""
_ON_DISPLAY = 0x2FFF0000


class Frame:
    """A window. `pixels` is the size that pictures are composed for, `theme` how they look."""

    def __init__(
        self,
        title: str,
        size: tuple[int, int] | None,
        at: tuple[int, Display, bool],
        faces: FaceStore,
        shifted: bool = False,
    ) -> None:
        open_display()
        self._faces = faces
        self.display, display, full = at
        size = size or comfortable(display.size)
        place = centred(size, self.display, display)
        self.window = pygame.Window(title, size, position=place, resizable=True)
        if shifted:  # two windows on one display: let people see that there are two
            x, y = self.window.position
            self.window.position = (max(x - 56, 0), max(y - 56, TITLE))
        self.window.minimum_size = (480, 270)
        self.full = False
        if full:
            self.fullscreen(True)
        self.theme = Theme()
        self.scene: Scene | None = None
        self._before: Scene | None = None
        self._since = 0.0
        self._moving = False
        self._due = True
        self._painter: Painter | None = None
        self._canvas: pygame.Surface | None = None
        self._made: tuple[tuple[int, int], Theme] | None = None

    # ---- Sizes ----------------------------------------------------------------------------------------

    @property
    def pixels(self) -> tuple[int, int]:
        """At least SMALLEST, in the window's proportions."""
        return drawn_size(self.window.size)

    def at(self, position: tuple[float, float]) -> tuple[float, float]:
        """A point of the window in logical pixels of its picture."""
        scene = self.scene
        if scene is None:
            return position
        width, height = self.window.size
        return position[0] * scene.size[0] / max(width, 1), position[1] * scene.size[1] / max(height, 1)

    # ---- Pictures -------------------------------------------------------------------------------------

    def show(self, scene: Scene, theme: Theme, now: float) -> None:
        """Show another picture from now on; what has a key in both moves there."""
        if scene is self.scene and theme == self.theme:
            return
        same_look = theme == self.theme
        if same_look and self.scene is not None and scene.nodes is self.scene.nodes:
            self.scene, self._due = scene, True  # another focus: what is on its way goes on
            return
        self._before = self.scene if same_look else None
        self.scene, self.theme = scene, theme
        self._since, self._due = now, True

    def touch(self) -> None:
        """The window lost its pixels or its size: paint all of it at the next turn."""
        self._due = True
        if self._painter is not None:
            self._painter.invalidate()

    def mirror(self, source: str, picture: pygame.Surface) -> None:
        """Give the mirrors of another window its present picture."""
        self._ready_painter().show(source, picture)
        self._due = True

    @property
    def moving(self) -> bool:
        """Whether something travels on the picture."""
        return self._moving

    def paint(self, now: float) -> bool:
        """Bring the window up to date; False when there was nothing to do."""
        if self.scene is None:
            return False
        painter = self._ready_painter()
        if not (self._moving or self._due or painter.stale()):
            return False
        target = self.window.get_surface()
        surface = target if self._canvas is None else self._canvas
        since = now - self._since
        painter.paint(surface, self.scene, self._before, since)
        if self._canvas is not None:
            pygame.transform.smoothscale(self._canvas, target.get_size(), target)
        self.window.flip()
        self._due = False
        self._moving = painter.moving(self.scene, self._before, since)
        return True

    def surface(self) -> pygame.Surface:
        """What the window shows now."""
        return self.window.get_surface() if self._canvas is None else self._canvas

    def _ready_painter(self) -> Painter:
        made = (self.pixels, self.theme)
        if self._painter is None or self._made != made:
            self._painter = Painter(self.pixels, self.theme, self._faces)
            self._made = made
            small = self.pixels != tuple(self.window.size)
            self._canvas = pygame.Surface(self.pixels) if small else None
            self._before = None
        return self._painter

    # ---- Places ---------------------------------------------------------------------------------------

    def fullscreen(self, full: bool | None = None) -> None:
        """Fill the screen, or go back to a window; the other one of the two where nothing is said."""
        self.full = (not self.full) if full is None else full
        if self.full:
            self.window.set_fullscreen(desktop=True)
        else:
            self.window.set_windowed()
        self._due = True

    def move(self, number: int, display: Display, full: bool) -> None:
        """Go to a display, and fill it or not. A full window does not move, so it is made small first."""
        if self.full:
            self.fullscreen(False)
        self.display = number
        width, height = self.window.size
        if width > display.size[0] or height > display.size[1]:
            self.window.size = comfortable(display.size)
        self.window.position = centred(self.window.size, number, display)
        if full:
            self.fullscreen(True)
        self._due = True

    def centre(self) -> tuple[int, int]:
        """The point of the desktop under the window's middle."""
        (x, y), (width, height) = self.window.position, self.window.size
        return x + width // 2, y + height // 2

    def close(self) -> None:
        self.window.destroy()


def drawn_size(size: tuple[int, int]) -> tuple[int, int]:
    """The size to compose for: the window's, or larger in the same proportions if it is small."""
    width, height = max(size[0], 1), max(size[1], 1)
    factor = max(SMALLEST[0] / width, SMALLEST[1] / height, 1.0)
    if factor == 1.0:
        return width, height
    return max(math.ceil(width * factor), SMALLEST[0]), max(math.ceil(height * factor), SMALLEST[1])


def comfortable(display: tuple[int, int]) -> tuple[int, int]:
    """Most of a display of that size, in 16:9, but never under SMALLEST unless the display is."""
    width, height = display
    factor = min(width * 0.85 / 16, height * 0.85 / 9)
    wanted = (int(factor * 16), int(factor * 9))
    return wanted if wanted[0] >= SMALLEST[0] else (min(SMALLEST[0], width), min(SMALLEST[1], height))


def centred(size: tuple[int, int], number: int, display: Display) -> tuple[int, int]:
    """Where a window of that size stands in the middle of a display, its title in sight; SDL's word for it
    where the display's origin is not told.
    """
    if display.origin is None:
        return (_ON_DISPLAY | number, _ON_DISPLAY | number)
    (x, y), (width, height) = display.origin, display.size
    return x + max((width - size[0]) // 2, 0), y + max((height - size[1]) // 2, TITLE)


def icon() -> pygame.Surface:
    """The game's two verdicts, as a small picture."""
    from engine.look.palette import PAPER, rgb

    made = pygame.Surface((64, 64), pygame.SRCALPHA)
    pygame.draw.rect(made, rgb(PAPER["kept"]), (4, 4, 56, 26), border_radius=10)
    pygame.draw.rect(made, rgb(PAPER["broken"]), (4, 34, 56, 26), border_radius=10)
    return made
