"""The session as the front-end knows it: opening it, looking at it, and what the first screens list."""

import contextlib
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from itertools import dropwhile
from pathlib import Path
from typing import TYPE_CHECKING

from engine.language import current
from engine.play.commands import Begin, Clock, Command, PassTo, Undo
from engine.play.legal import Refused
from engine.session.clock import STEADY
from engine.view import of
from engine.view.types import Audience, View
from game.front import settings, unsent
from game.front.drafts import Form
from game.front.problem import Problem
from game.front.state import Resumable, ScenarioCard, Settings, Ui
from game.windows import catalogue

if TYPE_CHECKING:
    from engine.debrief.alternatives import Branch
    from engine.debrief.types import Bilan
    from engine.session.file import Found
    from engine.session.session import Session


_NO_STEPS = (Undo, Clock, PassTo)
"""What nobody means who goes one step back."""


class Live:
    """A session being shown: the engine's, with what the front-end asks of it beside."""

    def __init__(self, session: "Session") -> None:
        self.session = session
        self._state: object = None
        self._views: dict[object, View] = {}
        self._alike: dict[object, View] = {}
        self._moments: tuple[int, tuple[int, ...]] = (0, ())
        self._bilan: tuple[object, Bilan | None] = (None, None)
        self._taken_up = session.clock()

    @property
    def mode(self) -> str:
        return self.session.game.begin.mode

    @property
    def path(self) -> Path | None:
        return self.session.path

    @property
    def clock(self) -> Callable[[], float]:
        """The session's time of day: the stage's, but never before what the session has already seen."""
        return self.session.clock

    @property
    def damage(self) -> str:
        return self.session.damage

    def state(self) -> object:
        """Where the session stands: nothing to be seen of it changes while this does not."""
        return self.session, len(self.session.history), self.damage

    def do(self, command: Command) -> None:
        """Give the engine a command; Refused when it is not allowed or cannot be saved."""
        self.session.do(command)

    def view(
        self, audience: Audience, lang: str, plain: bool, number: int | None = None, still: bool = True
    ) -> View:
        """What an audience sees now, or saw right after command `number` (`still`: with nothing to do)."""
        state = self.state()
        if state != self._state:
            self._state, self._views, self._alike = state, {}, {}
        key = (audience, lang, plain, number, still)
        if key not in self._views:
            self._views[key] = self._view(audience, lang, plain, number, still)
        return self._views[key]

    def _view(self, audience: Audience, lang: str, plain: bool, number: int | None, still: bool) -> View:
        if number is None:
            now = self._now(audience, lang, plain)
            if self.damage:
                return replace(_untimed(now), legal=())
            return _untimed(now) if self._long_over() else now
        log = self.session.log(lang)[:number] if audience.backstage else ()
        then = of(self.session.history[number - 1], audience, lang, plain, log, read_only=still)
        return _untimed(then) if still else then

    def _long_over(self) -> bool:
        """Whether the session had come to the end of its time before it was taken up again: none is late."""
        ends = self.session.game.table.clock.ends
        return self.session.game.over and ends is not None and ends < self._taken_up

    def _now(self, audience: Audience, lang: str, plain: bool) -> View:
        """The windows ask for views that differ only in where the picture is seen: worked out once."""
        key = (replace(audience, mirrored=False, elsewhere=False), lang, plain)
        made = self.session.view(audience, lang, plain, self._alike.get(key))
        self._alike.setdefault(key, made)
        return made

    def moments(self) -> tuple[int, ...]:
        """Numbers of the last command of each screen on the way to now, the present last."""
        count, found = self._moments
        if count != len(self.session.history):
            found = self._screens()
            self._moments = (len(self.session.history), found)
        return found

    def _screens(self) -> tuple[int, ...]:
        found: list[int] = []
        before: tuple[object, ...] = ()
        for index in self.session.standing():
            table = self.session.history[index].table
            here = (len(table.rounds), table.phase, table.step)
            if here == before:
                found[-1] = index + 1
            else:
                found.append(index + 1)
            before = here
        return tuple(found)

    def undoable(self) -> int | None:
        """The command to go back to so that the last one is undone; None when there is nothing to undo.

        Neither the timer nor passing the computer is a step of its own: who paused it, or gave the computer
        back, and then goes back means what came before.
        """
        commands, way = self.session.commands, reversed(self.session.standing())
        steps = dropwhile(lambda index: isinstance(commands[index], _NO_STEPS), way)
        next(steps, None)
        before = next(steps, None)
        return before + 1 if before is not None and not self.damage else None

    def bilan(self, plain: bool = False) -> "Bilan | None":
        """The measures of the debrief, once the session has come to it; worked out once."""
        if self.session.game.table.phase != "bilan":
            return None
        from engine.debrief.build import bilan

        key = (len(self.session.history), current(), plain)
        if self._bilan[0] != key:
            self._bilan = (key, bilan(self.session.game, plain))
        return self._bilan[1]

    def branch(self, alternative: str) -> "Branch":
        """The moment that an alternative of the Bilan goes back to; LookupError if there is none."""
        from engine.debrief.alternatives import branch

        return branch(self.session.way(), alternative)

    def unsent(self) -> tuple[dict[str, str], tuple[Form, ...]]:
        """What stood in fields, and what had been counted, when the program last stopped."""
        return unsent.read(self.session.unsent())

    def save_elsewhere(self, path: Path) -> None:
        """Go on in a new file; a Problem says why that one cannot be made either."""
        from engine.session.file import JournalError

        try:
            self.session.save_elsewhere(path)
        except JournalError as error:
            raise Problem(error.sentence) from error

    def image(self, file: Path) -> bytes | None:
        """What is in that file, where it is this session's and only this program can read it."""
        from engine.session.file import JournalError

        try:
            return self.session.image() if self.path == file else None
        except JournalError as error:
            raise Problem(error.sentence) from error

    def close(self) -> None:
        self.session.close()


def _untimed(view: View) -> View:
    """A moment to be read, in which no time goes by."""
    return replace(view, clock=replace(view.clock, ends=None, paused_left=None, planned_end=None, late=0.0))


def start(target: str, begin: Begin, seed: int | None, clock: Callable[[], float] = STEADY) -> Live:
    """A new session of a scenario, in a file of its own; a Problem says what is wrong."""
    from engine.session.file import JournalError, fresh
    from engine.session.session import Session

    scenario = catalogue.scenario(target)
    now = clock()
    chosen = seed if seed is not None else _fresh_seed(now)
    try:
        return Live(Session.create(scenario, begin, chosen, fresh(scenario.id, now), clock))
    except Refused as refused:
        raise Problem(refused.sentence) from refused
    except JournalError as error:
        raise Problem(error.sentence) from error


def resume(path: Path, clock: Callable[[], float] = STEADY) -> Live:
    """The session of a file, where it stopped; a Problem says why it cannot be."""
    from engine.session.file import JournalError
    from engine.session.session import Session

    try:
        return Live(Session.open(path, clock))
    except JournalError as error:
        raise Problem(error.sentence) from error


ROOM_LEFT = 10_000_000
"""Bytes that must be free where a session is offered to be saved."""


def places(live: Live) -> tuple[Path, ...]:
    """Free paths where the session could be saved instead, three at most; none where it cannot be."""
    from engine.session.file import JournalError, folder, free

    here = live.path
    if here is None or not live.session.whole:
        return ()
    found: list[Path] = []
    near: tuple[Callable[[], Path], ...] = (
        lambda: here.parent, folder, lambda: Path.home() / "Documents", Path.home, Path.cwd,
    )  # fmt: skip
    for place in near:
        with contextlib.suppress(OSError, RuntimeError, JournalError):
            path = free(place() / here.name)
            if path not in found and has_room(path.parent):
                found.append(path)
    return tuple(found[:3])


def has_room(place: Path) -> bool:
    """Whether something can be written there; a folder that is not there yet is made."""
    while not place.exists() and place != place.parent:
        place = place.parent
    return os.access(place, os.W_OK | os.X_OK) and shutil.disk_usage(place).free > ROOM_LEFT


def _fresh_seed(now: float) -> int:
    """Another seed each time, short enough to be read out."""
    return int(now * 1000) % 1_000_000


# ---- What the first screens list -----------------------------------------------------------------------


LATEST = 20
"""Of how many sessions the first screen chooses the one that it offers to take up again."""


def cards(kept: Settings, also: tuple[str, str]) -> tuple[ScenarioCard, ...]:
    """The scenarios in few words; `also`: one (its id, its folder) to be listed too."""
    known = catalogue.cards(kept.language, kept.plain)
    slug, folder_ = also
    if not folder_ or folder_ == slug:
        return known
    return (
        catalogue.card(folder_, kept.language, kept.plain),
        *(card for card in known if card.slug != slug),
    )


def listed(kept: Settings, screen: str) -> tuple[Resumable, ...] | None:
    """The sessions on disk, as far as a screen lists them; None where it lists none."""
    if screen not in ("", "accueil", "sessions"):
        return None
    return on_disk(kept, None if screen == "sessions" else LATEST)


def on_disk(kept: Settings, most: int | None = None) -> tuple[Resumable, ...]:
    """Sessions on disk that can be taken up again, the latest first; files that cannot be opened say why."""
    from engine.session.file import JournalError, resumables

    try:
        found = resumables(most=most)
    except JournalError:  # no folder can be named: this is told when a session begins
        return ()
    return tuple(_resumable(one, kept) for one in found if one.mode != "demo")


def tidy() -> None:
    """Take away what no session has any more: half-made files, and words that version 0.1.0 kept apart."""
    from engine.session.file import JournalError, folder
    from engine.session.file import tidy as tidy_sessions

    with contextlib.suppress(JournalError):
        tidy_sessions(folder())
    with contextlib.suppress(OSError):
        shutil.rmtree(settings.cache_folder() / "words", ignore_errors=True)


def _resumable(one: "Found", kept: Settings) -> Resumable:
    title, rounds = one.title.read(kept.language, kept.plain), _rounds(one.duration)
    over = one.phase == "bilan"
    return Resumable(one.path, title, max(one.round, 1), rounds, one.when, one.damage, over)


def _rounds(duration: str) -> int:
    from engine import numbers

    return numbers.ROUNDS.get(duration, 0)


# ---- Words typed, hands counted, and not yet recorded ---------------------------------------------------


def keep_unsent(live: Live | None, ui: Ui) -> bool:
    """Write what is half done to the session's file, so that not even a power cut loses it. False where it
    has to be tried again.
    """
    return live is None or live.session.keep_unsent(unsent.written(ui))
