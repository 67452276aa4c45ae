"""The sheet that unfolds: at hand once a page asks for it, open at the panel that was asked for."""

from collections.abc import Mapping
from dataclasses import replace

from game.front.foldout import SCREEN, Reading, opened
from game.front.front import Front
from game.front.news import Unrolled
from game.front.pane import Which
from game.front.sight import Around
from game.front.updates.step import Step, Update, still


def unrolled(front: Front, news: Unrolled, which: Which, around: Around) -> Step:
    """The sheet itself; a page that names one of its panels goes there, once."""
    front = replace(front, ui=replace(front.ui, briefing=news.briefing))
    windows: tuple[Which, ...] = ("room", "console")
    for each in windows:
        pane = front.pane(each)
        if pane.screen == SCREEN and pane.argument:
            reading = front.ui.drafts.of(Reading)
            there = opened(news.briefing, reading, pane.argument, around.now)
            front = front.having(each, pane.pushed(SCREEN)).keeping(there)
    return still(front)


UPDATES: Mapping[type, Update] = {Unrolled: unrolled}
