"""What is said to people, time that goes by, and a demonstration that plays by itself."""

from collections.abc import Mapping
from dataclasses import replace

from engine.view.types import ROOM
from game.front.effects import Effect, Ring
from game.front.front import Front
from game.front.news import Locked, Tick, Told, Touched
from game.front.pane import Which
from game.front.sight import Around, Sight
from game.front.updates.step import Step, Update, still


def told(front: Front, news: Told, which: Which, around: Around) -> Step:
    """A sentence for a few seconds."""
    if news.home:
        front = replace(front, windows=front.windows.home())
    return still(front.told(news.sentence, around.now, news.error))


def tick(front: Front, news: Tick, which: Which, around: Around) -> Step:
    """The clock shown, a timer that ends, and a message that has been read."""
    now, before = around.now, front.ui.now
    effects: tuple[Effect, ...] = ()
    if front.ui.toast and now > front.told_until:
        front = replace(front, ui=replace(front.ui, toast=""))
    if int(now) != int(before):
        view = Sight(front, around).look(ROOM)
        ends = view.clock.ends if view else None
        if ends is not None and before < ends <= now:
            effects = (Ring("bell"),)
        front = replace(front, ui=replace(front.ui, now=now))
    return front, effects


def touched(front: Front, news: Touched, which: Which, around: Around) -> Step:
    """A hand on keys or mouse."""
    return still(front if front.touched is news.on else replace(front, touched=news.on))


def locked(front: Front, news: Locked, which: Which, around: Around) -> Step:
    """A demonstration begins or is over."""
    return still(replace(front, locked=news.sentence))


UPDATES: Mapping[type, Update] = {Told: told, Tick: tick, Touched: touched, Locked: locked}
