"""Holds the front-end as it stands and the session, and carries out what an update asks for.

Knows no window and no drawing library: what only windows can do waits in `waiting` for the loop.
"""

from collections.abc import Callable

from engine import language
from engine.session.clock import STEADY
from engine.view.types import Audience, View
from game.front.effects import Effect, Ring
from game.front.front import Front
from game.front.news import Opened, Tick, Told
from game.front.pane import Which
from game.front.problem import Problem
from game.front.sight import Around, Sight
from game.front.state import Settings, Ui, Way
from game.front.update import update
from game.screens import way_on
from game.windows import running, sessions


class Director:
    """The front-end's state and its one door. `version` grows whenever something that is drawn may have
    changed; `hurry` makes a demonstration go on.
    """

    def __init__(self, settings: Settings, clock: Callable[[], float] = STEADY) -> None:
        self.own_clock = clock
        self.front = Front(Ui(settings=settings, now=clock()), on_disk=settings)
        self.session: sessions.Live | None = None
        self.waiting: list[Effect] = []
        self.sounds: list[str] = []
        self.version = 0
        self.hurry: Callable[[], None] = lambda: None
        language.use(settings.language)

    # ---- What changes ---------------------------------------------------------------------------------

    def carry(self, what: object, which: Which = "room") -> None:
        """Carry out an intent of a window, or take note of news; whatever cannot be done is said."""
        before = self.front
        self.front, effects = update(before, what, which, self._around())
        if self.front is not before and not (
            isinstance(what, Tick) and self.front.ui.toast == before.ui.toast
        ):
            self.changed()  # that a second went by changes timers alone, which pictures see to
        for effect in effects:
            try:
                self._run(effect)
            except Problem as problem:
                self.carry(Told(problem.sentence, error=True))
                return

    def _run(self, effect: Effect) -> None:
        run = running.RUN.get(type(effect))
        if run is not None:
            run(self, effect)
        elif isinstance(effect, Ring):
            self.sounds.append(effect.sound)
        else:
            self.waiting.append(effect)

    def tick(self) -> None:
        """Time goes by."""
        self.carry(Tick())

    def changed(self) -> None:
        """Something that is drawn has changed."""
        self.version += 1

    def open(self, live: sessions.Live) -> None:
        """Show this session from now on."""
        self.close()
        self.session = live
        words, counts = live.unsent()
        places = sessions.places(live) if live.damage else ()
        self.carry(Opened(str(live.path or ""), live.damage, tuple(words.items()), counts, places))

    def close(self) -> None:
        """Let go of the session; it is on disk already."""
        live, self.session = self.session, None
        if live is not None:
            live.close()

    # ---- What there is to be seen ---------------------------------------------------------------------

    def clock(self) -> float:
        """The time of day: the session's, never before what it has already seen."""
        return self.session.clock() if self.session is not None else self.own_clock()

    def _around(self) -> Around:
        return Around(self.session, self.clock(), way_on)

    @property
    def sight(self) -> Sight:
        """The session as each window's audience may see it."""
        return Sight(self.front, self._around())

    @property
    def ui(self) -> Ui:
        """What every window shows alike."""
        return self.front.ui

    def view(self, which: Which) -> View | None:
        """What a window's audience may see."""
        return self.sight.view(which)

    def look(self, audience: Audience) -> View | None:
        """The session as an audience may see it now."""
        return self.sight.look(audience)

    def way(self, which: Which) -> Way | None:
        """The way on from what a window shows."""
        return self.sight.way(which)
