"""The one way the front-end changes: `update(front, what, which, around)` gives the front-end after it.

Pure: the same front-end and the same intent or news give the same, and nothing outside changes. What has to
be done outside comes back as effects, which the loop carries out (game/windows/running.py).
"""

from collections.abc import Mapping
from dataclasses import replace

from game.front.front import Front
from game.front.pane import Which
from game.front.sight import Around
from game.front.updates import commands, foldout, making, screens, sessions, settings, telling, writing
from game.front.updates.step import Step, Update

UPDATES: Mapping[type, Update] = {
    **screens.UPDATES,
    **writing.UPDATES,
    **commands.UPDATES,
    **sessions.UPDATES,
    **settings.UPDATES,
    **telling.UPDATES,
    **making.UPDATES,
    **foldout.UPDATES,
}
"""What becomes of the front-end by each kind of intent and of news."""


def update(front: Front, what: object, which: Which, around: Around) -> Step:
    """The front-end once a window wants that (an Intent), or that has happened (News), and what is to be done
    outside.
    """
    change = UPDATES.get(type(what))
    if change is None:
        return front, ()
    after, effects = change(front, what, which, around)
    return _rid(front, after, around), effects


def _rid(before: Front, after: Front, around: Around) -> Front:
    """Without a sentence that tells of a hindrance which is gone: it would ask for what has been done."""
    said = after.ui.toast
    done = any(getattr(after.ui, part) is not getattr(before.ui, part) for part in ("drafts", "fields"))
    if not said or said != before.ui.toast or not (done or after.windows is not before.windows):
        return after
    gone = said in commands.hindrances(before, around) - commands.hindrances(after, around)
    return replace(after, ui=replace(after.ui, toast="")) if gone else after
