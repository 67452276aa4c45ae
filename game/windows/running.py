"""Carrying out what updates ask for, one function for each kind of effect that needs no window."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from engine import language
from engine.play.legal import Refused
from game.front import settings as kept
from game.front.effects import Carry, Create, Find, Give, Hurry, Keep, LetGo, Open, Rewrite
from game.front.foldout import SCREEN
from game.front.front import Front
from game.front.news import Accepted, Found, Refusal, Rewritten, Unrolled
from game.front.pane import Which
from game.windows import sessions


class Runner(Protocol):
    """What effects are carried out upon: the front-end as it stands, and its session."""

    front: Front
    session: sessions.Live | None
    own_clock: Callable[[], float]
    hurry: Callable[[], None]

    def carry(self, what: object, which: Which = "room") -> None:
        """Carry out an intent, or take note of news."""

    def open(self, live: sessions.Live) -> None:
        """Show this session from now on."""

    def close(self) -> None:
        """Let go of the session."""

    def changed(self) -> None:
        """Something that is drawn has changed."""


def give(runner: Runner, effect: Give) -> None:
    """A command to the session."""
    live = runner.session
    if live is None:
        return
    try:
        live.do(effect.asked.command)
    except Refused as refused:
        unsaved = refused.code == "not-saved"
        places = sessions.places(live) if unsaved else ()
        runner.carry(Refusal(refused.sentence, unsaved, places), effect.which)
        return
    runner.changed()
    runner.carry(Accepted(effect.asked), effect.which)


def carry(runner: Runner, effect: Carry) -> None:
    """Another intent."""
    runner.carry(effect.intent, effect.which)


def create(runner: Runner, effect: Create) -> None:
    """A new session."""
    runner.open(sessions.start(effect.target, effect.begin, effect.seed, runner.own_clock))


def open_(runner: Runner, effect: Open) -> None:
    """A session from its file."""
    runner.open(sessions.resume(effect.path, runner.own_clock))


def rewrite(runner: Runner, effect: Rewrite) -> None:
    """The session, and what is half done in it, in a new file."""
    if runner.session is not None:
        runner.session.save_elsewhere(effect.path)
        sessions.keep_unsent(runner.session, runner.front.ui)
        runner.changed()
        runner.carry(Rewritten(effect.path))


def let_go(runner: Runner, effect: LetGo) -> None:
    """No session any more, but for what is half done in it."""
    if runner.session is not None:
        runner.session.session.keep_unsent(effect.unsent)
    runner.close()


def find(runner: Runner, effect: Find) -> None:
    """Scenarios and sessions on the disk, where a screen lists them; or the sheet that it unfolds."""
    if effect.screen == SCREEN:
        from engine.briefing import reading

        runner.carry(Unrolled(reading.shipped()))
        return
    settings, also = runner.front.ui.settings, runner.front.also
    runner.carry(Found(sessions.cards(settings, also), sessions.listed(settings, effect.screen)))


def keep(runner: Runner, effect: Keep) -> None:
    """Settings to the disk, and their language from now on."""
    language.use(effect.language)
    kept.save(effect.settings)


def hurry(runner: Runner, effect: Hurry) -> None:
    """A demonstration goes on."""
    runner.hurry()


RUN: Mapping[type, Callable[[Runner, Any], None]] = {
    Give: give,
    Carry: carry,
    Create: create,
    Open: open_,
    Rewrite: rewrite,
    LetGo: let_go,
    Find: find,
    Keep: keep,
    Hurry: hurry,
}
"""Who carries out each kind of effect; the others wait for the loop."""
