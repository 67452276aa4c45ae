"""What is open in each window: screens, overlays, the panel, the past, the dark, the focus."""

from collections.abc import Mapping
from dataclasses import replace

from engine.language import tr
from game.front.effects import Carry, Find, Leave, Place
from game.front.front import Front
from game.front.intents import AskUndo, Back, Dark, Focus, Go, InRoom, LookBack, Panel, Quit, Window
from game.front.news import Fitted, RoomClosed
from game.front.pages import field
from game.front.pane import Which
from game.front.sight import Around, Sight
from game.front.updates.step import Step, Update, still


def go(front: Front, intent: Go, which: Which, around: Around) -> Step:
    """Another screen over the present one; what was made before has been told by now."""
    if front.ui.making is not None and front.ui.making.over:
        front = replace(front, ui=replace(front.ui, making=None))
    front = front.having(which, front.pane(which).pushed(intent.screen, intent.argument))
    front = front.focused(which, field(intent.screen)).keeping(*intent.then)
    return front, (Find(intent.screen),)


def back(front: Front, intent: Back, which: Which, around: Around) -> Step:
    """Close what is on top; with nothing there, end the room's look back."""
    pane = front.pane(which)
    if pane == pane.popped() and front.windows.room.looking:
        which = "room"
    return still(front.having(which, front.pane(which).popped()))


def panel(front: Front, intent: Panel, which: Which, around: Around) -> Step:
    """The console beside the picture, or not; what it asked is then no longer there to be answered."""
    pane = front.pane(which)
    open_ = pane.panel != "console"
    pane = replace(pane, panel="console" if open_ else "", focus=intent.focus if open_ else "", keyed=False)
    front = front.having(which, pane).keeping(*intent.then)
    return still(front if open_ else front.lasting())


def look_back(front: Front, intent: LookBack, which: Which, around: Around) -> Step:
    """One screen earlier or later than what the room looks at."""
    if around.session is None:
        return still(front)
    pane = front.windows.room
    most = len(around.session.moments()) - 1
    looking = min(max(pane.looking + intent.by, 0), most)
    if looking == pane.looking and intent.by > 0:
        front = front.told(tr("Rien avant cet écran."), around.now)
    return still(front.having("room", replace(pane, looking=looking, stack=(), focus="")))


def dark(front: Front, intent: Dark, which: Which, around: Around) -> Step:
    """The room's window black, or lit."""
    on = not front.windows.dark if intent.on is None else intent.on
    return still(replace(front, windows=replace(front.windows, dark=on)))


def ask_undo(front: Front, intent: AskUndo, which: Which, around: Around) -> Step:
    """The question before the last command is taken back."""
    last = around.session.undoable() if around.session else None
    if last is None:
        return still(front.told(tr("Rien à annuler."), around.now))
    return still(front.having(which, front.pane(which).pushed("undo", str(last))))


def focus(front: Front, intent: Focus, which: Which, around: Around) -> Step:
    """The focus of a window elsewhere."""
    return still(front.focused(which, intent.control, intent.keyed))


def in_room(front: Front, intent: InRoom, which: Which, around: Around) -> Step:
    """Something for the room's window, asked for elsewhere."""
    return front, (Carry(intent.intent, "room"),)


def window(front: Front, intent: Window, which: Which, around: Around) -> Step:
    """What only the window itself can do."""
    return front, (Place(intent),)


def room_closed(front: Front, news: RoomClosed, which: Which, around: Around) -> Step:
    """Ask whoever leads before the program ends; it ends at once where no session is open, or where the
    question stands already.
    """
    leading = Sight(front, around).leading()
    pane = front.pane(leading)
    if around.session is None or pane.screen == "closing":
        return front, (Leave(),)
    front = front.having(leading, replace(pane, looking=0).pushed("closing"))
    if leading == "console":
        return front, (Place(Window("console", "raise")),)
    return still(replace(front, windows=replace(front.windows, dark=False)))


def leave(front: Front, intent: Quit, which: Which, around: Around) -> Step:
    """The end of the program."""
    return front, (Leave(),)


def fitted(front: Front, news: Fitted, which: Which, around: Around) -> Step:
    """Once the console has a window, what only the other one showed is its business."""
    room = front.windows.room
    if news.two and not front.windows.two:
        room = replace(room.home(), panel="")
    return still(replace(front, windows=replace(front.windows, two=news.two, room=room)))


UPDATES: Mapping[type, Update] = {
    Go: go,
    Back: back,
    Panel: panel,
    LookBack: look_back,
    Dark: dark,
    AskUndo: ask_undo,
    Focus: focus,
    InRoom: in_room,
    Window: window,
    Quit: leave,
    Fitted: fitted,
    RoomClosed: room_closed,
}
