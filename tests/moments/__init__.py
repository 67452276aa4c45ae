"""Views from life: what each window showed at every step of a session that was really played.

    for moment in moments("le-rez-de-chaussee", "facilitated"):
        moment.room("fr"), moment.console("en"), moment.holder("gardien-de-residence", "fr")

The sessions are those of the playthroughs: every kind of command, a lapse, a break, an early end. A moment is
kept where a screen changes: another round, phase or step, or the computer passed on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from engine.content import library
from engine.play.game import Game
from engine.session.session import Session
from engine.view import of
from engine.view.types import CONSOLE, ROOM, Audience, View
from tests.playthroughs import golden
from tests.playthroughs.script import LONGEST

__all__ = ["ALL", "LONGEST", "Moment", "looked_at", "moments"]


@dataclass(frozen=True)
class Moment:
    """A session right after one of its commands; `number` is that command's."""

    session: Session
    number: int

    @property
    def game(self) -> Game:
        return self.session.history[self.number - 1]

    @property
    def place(self) -> tuple[object, ...]:
        """What decides which screen there is."""
        table = self.game.table
        return (len(table.rounds), table.phase, table.step, table.passed_to, bool(table.confirmed))

    def view(self, audience: Audience, language: str = "fr", plain: bool = False) -> View:
        journal = self.session.log(language) if audience.backstage else ()
        return of(self.game, audience, language, plain, journal)

    def room(self, language: str = "fr", plain: bool = False) -> View:
        return self.view(ROOM, language, plain)

    def console(self, language: str = "fr", plain: bool = False) -> View:
        return self.view(CONSOLE, language, plain)

    def holder(self, who: str, language: str = "fr", plain: bool = False) -> View:
        return self.view(Audience("holder", who), language, plain)

    def __str__(self) -> str:
        round_, phase, step, passed, _ = self.place
        return " ".join(str(part) for part in (f"round {round_}", phase, step, passed) if part)


@cache
def moments(slug: str, kind: str) -> Sequence[Moment]:
    """The last moment of each screen of a recorded session of a shipped scenario, in the order they came."""
    return tuple(_last_of_each_place(golden.told(slug, kind).session))


def _last_of_each_place(session: Session) -> Iterator[Moment]:
    all_ = [Moment(session, number) for number in range(1, len(session.history) + 1)]
    for moment, following in zip(all_, [*all_[1:], None], strict=True):
        if following is None or following.place != moment.place:
            yield moment


ALL = [(s, kind) for s in library.slugs() for kind in golden.KINDS if s == LONGEST or kind != "demo"]
"""Recorded sessions: a scenario, and how it was played. A demonstration has no screen that the longest
scenario's and the others' own evenings have not."""
Way = TypeVar("Way")


def looked_at(slug: str, kind: str, ways: Sequence[Way]) -> Iterator[tuple[Moment, Way]]:
    """The moments of a session with the ways to look at each: at those of the longest scenario in every way,
    at those of the others in one, turn by turn, so that one scenario more takes little more time.
    """
    for turn, moment in enumerate(moments(slug, kind)):
        for way in ways if slug == LONGEST else [ways[turn % len(ways)]]:
            yield moment, way
