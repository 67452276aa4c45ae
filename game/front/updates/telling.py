"""What is said to people, time that goes by, and a demonstration that plays by itself."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from engine.play.commands import Announce
from engine.view.types import CONSOLE, View
from game.front.drafts import Form
from game.front.effects import Effect, Give, Ring
from game.front.front import Front
from game.front.intents import Do
from game.front.news import Locked, Tick, Told, Touched
from game.front.pane import Which
from game.front.sight import Around, Sight
from game.front.updates.step import Step, Update, still


@dataclass(frozen=True, slots=True)
class Heard(Form):
    """Whether the bell's half has made the others announce in the round `about`."""

    said: bool = False


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
        view = Sight(front, around).look(CONSOLE)
        ends = view.clock.ends if view else None
        if ends is not None and before < ends <= now:
            effects = (Ring("bell"),)
        front = replace(front, ui=replace(front.ui, now=now))
        if view is not None and _others_turn(front, view):
            front = front.keeping(Heard(str(view.phase.round), True))
            effects = (*effects, Give(Do(Announce()), "console"))
    return front, effects


def _others_turn(front: Front, view: View) -> bool:
    """Whether half of the negotiation's time is over and some characters still let the room speak first. Once
    a round: whoever takes it back then says when.
    """
    clock = view.clock
    past = front.pane("room").looking or front.locked
    if past or not view.allows("announce") or clock.started is None or clock.ends is None:
        return False
    half = clock.started + (clock.ends - clock.started) / 2
    return front.ui.now >= half and not front.ui.form(Heard, str(view.phase.round)).said


def touched(front: Front, news: Touched, which: Which, around: Around) -> Step:
    """A hand on keys or mouse."""
    return still(front if front.touched is news.on else replace(front, touched=news.on))


def locked(front: Front, news: Locked, which: Which, around: Around) -> Step:
    """A demonstration begins or is over."""
    return still(replace(front, locked=news.sentence))


UPDATES: Mapping[type, Update] = {Told: told, Tick: tick, Touched: touched, Locked: locked}
