"""The facilitator's own window: what the room sees, what it does not, and everything there is to do.

`console(view, ui)` fills a window; `panel(view, ui)` is the same in a column, over the room's picture, when
there is one window; `trainee(view, ui)` is what stands there for those who train. `sheet` and `windows` open
above the console. All are pure: views and local state in, elements out, intents on the
controls.
"""

from game.console.frame import console
from game.console.panel import on_the_left, panel
from game.console.paper import sheet
from game.console.trainee import panel as trainee
from game.console.windows import windows

__all__ = ["console", "on_the_left", "panel", "sheet", "trainee", "windows"]
