"""From the session and the local state to what each window shows, as scenes."""

import copy
from dataclasses import replace

from engine.view.types import ROOM, Audience, View
from game.front.keys import listed
from game.front.pages import PAGES, drawn, over, stands
from game.front.pane import Which
from game.front.state import KeyLine, Ui
from game.kit import Canvas, Control, Element, Grow, Node, Pad, Row, Scene, Sized, Spacer
from game.kit.nodes import Text, Veil
from game.kit.theme import Theme
from game.pieces.parts import clock_text
from game.windows.director import Director
from game.windows.keyboard import here

PANEL = 920.0
"""Logical width of the console's panel in one window."""
_EDGE = 20.0
BESIDE = 660.0
"""That of those who train: what they decide upon stays in sight."""


def theme_of(director: Director, which: Which) -> Theme:
    """How a window looks under the present settings."""
    settings = director.ui.settings
    screen = director.front.pane(which).screen
    private = which == director.sight.private_pane() and director.sight.passed_to()
    page = which == "console" and screen in PAGES and PAGES[screen].looks == "room"
    view = director.look(ROOM)
    alone = which == "room" and view is not None and view.mode == "training"
    window = "near" if private or page or alone else which
    return Theme(window, settings.text_size, settings.high_contrast, settings.reduced_motion)


def made_of(director: Director, which: Which) -> object:
    """All that a window's picture says: where nothing of it has changed, the same picture still stands, only
    the focus may be elsewhere. The help lists what the keys do with the focus where it is.
    """
    front, windows = director.front, director.front.windows
    if front.pane(which).screen != "help":
        room, console = windows.room.focused(""), windows.console.focused("")
        front = replace(front, windows=replace(windows, room=room, console=console))
    return front, director.session and director.session.state()


def compose(director: Director, which: Which, canvas: Canvas) -> Scene:
    """What a window shows now."""
    if director.front.windows.dark and which == "room":
        return replace(canvas.compose(Spacer()), background=(0, 0, 0))
    return replace(_composed(director, which, canvas), focus=director.front.pane(which).focus)


def _composed(director: Director, which: Which, canvas: Canvas) -> Scene:
    from game import screens

    view, ui = director.view(which), director.sight.ui_for(which)
    if ui.screen == "help":
        ui = replace(ui, keys=_keys(director, which, canvas))
    passed = bool(director.sight.passed_to()) and which == director.sight.private_pane()
    if which == "console" and view is not None and not passed:
        return _console(director, view, ui, canvas)
    if which == "room" and director.front.windows.two and view is not None:
        ui = replace(ui, toast="")  # a slip of the facilitator's is told in the console, not to the room
    if ui.screen == "sheet" and view is not None:
        from game.screens.overlays import sheet

        reads = sheet.reader(view)
        own = director.look(Audience("holder", reads)) if reads else None
        shown = (sheet.own_sheet(own, ui),) if own else screens.show(view, replace(ui, screen=""))
        return canvas.compose(*shown)
    inside = director.sight.inside()
    scene = canvas.compose(*screens.show(view, ui, _seen(director, which, ui)))
    if ui.panel == "console" and inside is not None and not passed and not ui.screen:
        from game import console

        if inside.mode == "training":
            return beside(uncovered(scene, canvas), console.trainee(inside, ui), canvas, BESIDE, veiled=False)
        return beside(scene, console.panel(inside, ui), canvas, left=console.on_the_left(inside))
    return scene


def _seen(director: Director, which: Which, ui: Ui) -> View | None:
    """What an open page is drawn from, where that is not what its window shows."""
    sees = PAGES[ui.screen].sees if ui.screen in PAGES else "window"
    if sees == "holder":
        return director.sight.holder(ui.argument)
    apart = which == "room" and director.front.windows.two
    return director.sight.inside() if sees == "inside" and not apart else None


def _keys(director: Director, which: Which, canvas: Canvas) -> tuple[KeyLine, ...]:
    """The keys of what the help lies over."""
    beneath = copy.copy(director)
    beneath.front = director.front.having(which, director.front.pane(which).popped())
    windows: tuple[Which, ...] = ("room", "console") if director.front.windows.two else ("room",)
    scenes = {each: _composed(beneath, each, canvas) for each in windows}
    return listed(here(beneath, which, scenes))


def sorry(director: Director, canvas: Canvas, sentence: str) -> Scene:
    """The page for a picture that cannot be drawn."""
    return canvas.compose(drawn("problem", None, replace(director.ui, argument=sentence)))


def retimed(director: Director, which: Which, scene: Scene, before: float, now: float) -> Scene | None:
    """The same picture some seconds later, only the timer's digits changed: a second must cost very little.

    None where more than the digits changes, and the picture has to be composed again.
    """
    view = director.view(which)
    if before == now:
        return scene
    if view is None:
        return scene if int(before / 60) == int(now / 60) else None
    (old, was), (new, colour) = clock_text(view.clock, before), clock_text(view.clock, now)
    if int(before / 60) != int(now / 60) or len(old) != len(new) or was != colour:
        return None
    nodes = tuple(_told(node, old, new) for node in scene.nodes)
    if all(node is same for node, same in zip(nodes, scene.nodes, strict=True)):
        return scene
    return replace(scene, nodes=nodes, _order={})


def _told(node: Node, old: str, new: str) -> Node:
    """The node with another time, if it is that of the timer."""
    if isinstance(node, Text) and node.text == old and len(node.runs) == 1:
        widest = 0.66 * node.size * len(new)  # digits are not equally wide in all fonts
        wider = node.rect._replace(w=max(node.rect.w, widest))
        return replace(node, rect=wider, runs=(node.runs[0]._replace(text=new),))
    return node


def _console(director: Director, view: View, ui: Ui, canvas: Canvas) -> Scene:
    from game import console, screens

    root = console.console(view, ui)
    if over(ui.screen):
        return canvas.compose(root, drawn(ui.screen, _seen(director, "console", ui) or view, ui))
    if stands(ui.screen, view):
        return canvas.compose(*screens.show(view, ui))
    return canvas.compose(root)


def uncovered(scene: Scene, canvas: Canvas) -> Scene:
    """The picture without the controls that those who train find covered by their panel."""
    edge = canvas.size[0] - BESIDE - _EDGE
    kept = tuple(n for n in scene.nodes if not isinstance(n, Control) or n.rect.centre[0] < edge)
    return replace(scene, nodes=kept, _order={})


def beside(
    scene: Scene,
    element: Element,
    canvas: Canvas,
    width: float = PANEL,
    veiled: bool = True,
    left: bool = False,
) -> Scene:
    """The room's picture, veiled or not, with a panel over one side of it, in the console's type. On the
    `left` it covers no promise, and what it leaves free stays as bright as it was, to be read.
    """
    theme = replace(canvas.theme, window="console")
    own = Canvas(canvas.pixels, theme, canvas.metrics)
    room = Sized(element, w=width)
    sides: list[Element] = [room, Grow(Spacer())] if left else [Grow(Spacer()), room]
    over = own.compose(Spacer(), Pad(Row(sides, align="stretch"), _EDGE, _EDGE))
    nodes = tuple(node for node in over.nodes if veiled or not isinstance(node, Veil))
    if left:
        nodes = tuple(replace(node, opacity=0.0) if isinstance(node, Veil) else node for node in nodes)
    return replace(
        scene, nodes=(*scene.nodes, *nodes), overflow=scene.overflow + over.overflow,
        floor=min(scene.floor, over.floor), _order={},
    )  # fmt: skip
