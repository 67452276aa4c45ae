"""What is made in the background while people go on: begun, followed, told, and its folder shown."""

from collections.abc import Mapping
from dataclasses import replace

from engine.language import tr
from game.front.effects import Produce, Unfold
from game.front.front import Front
from game.front.intents import Make, ShowFolder
from game.front.making import Kit, Making
from game.front.news import Made
from game.front.pane import Which
from game.front.sight import Around
from game.front.updates.step import Step, Update, still

SHEETS = ("print", "record")
"""Where it is asked for, and followed."""


def make(front: Front, intent: Make, which: Which, around: Around) -> Step:
    """Begin; what was being made before is given up."""
    job = intent.job
    target = job.scenario if isinstance(job, Kit) else ""
    if target and target == front.also[0]:
        target = front.also[1]
    front = replace(front, ui=replace(front.ui, making=Making(job, said=tr("Un instant…"))))
    return front, (Produce(job, target),)


def made(front: Front, news: Made, which: Which, around: Around) -> Step:
    """How far it has come; once it is over, whoever waits for it sees the folder, and others are told."""
    now = news.making
    front = replace(front, ui=replace(front.ui, making=now))
    if not now.over:
        return still(front)
    windows = front.windows
    if any(pane.screen in SHEETS for pane in (windows.room, windows.console)):
        return front, (Unfold(now.folder),) if now.folder is not None else ()
    return still(front.told(now.said, around.now, now.failed))


def show_folder(front: Front, intent: ShowFolder, which: Which, around: Around) -> Step:
    """A folder on the desk."""
    return front, (Unfold(intent.folder),)


UPDATES: Mapping[type, Update] = {Make: make, Made: made, ShowFolder: show_folder}
