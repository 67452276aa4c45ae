"""Why simulated characters did what they did, by name, as a session keeps it, and what they remember."""

import zlib
from collections.abc import Iterator
from typing import Final

from engine.fixed import Ints
from engine.play.game import Game
from engine.play.table import Reason
from engine.rules.reasons import Why, why_chosen
from engine.rules.record import Record
from engine.rules.state import BROKEN, NONE
from engine.rules.values import own_value

_BECAUSE_OF_SOMEBODY: Final = ("friend", "helped")
_AT_A_REQUEST: Final = ("asked", "offered", "next", "helped", "owed", "needed")
"""Reasons for a yes that come from who asked."""
_EVENINGS: Final = 60
"""As many evenings begin each in its way, with two sentences, three, four or five."""


def given(game: Game, who: str, why: Why, about: str = "") -> Reason:
    """A reason by name, counted among those that `who` gave before. Distrust of somebody whose broken word
    `who` remembers is told by that word."""
    projects, people = game.names.projects, game.names.characters
    where = projects[why.project] if why.project >= 0 else ""
    other = people[why.other] if why.other >= 0 else ""
    reason, since = why.reason, 0
    if reason == "distrust" and (broken := let_down(game, who, other)):
        reason, (since, where) = "betrayed", broken[-1]
    times = sum(one.who == who and one.reason == reason for one in said(game))
    return Reason(who, reason, about, where, other, since, _first(game, who) + times)


def _first(game: Game, who: str) -> int:
    """With which of its sentences a character begins: another one each evening."""
    return zlib.crc32(f"{game.seed}/{who}".encode()) % _EVENINGS


def said(game: Game) -> Iterator[Reason]:
    """Every reason given so far, in order."""
    for record in game.table.rounds:
        yield from (answer.why for answer in record.answers if answer.why is not None)
        yield from record.reasons


def let_down(game: Game, who: str, other: str) -> list[tuple[int, str]]:
    """The rounds, and the projects, in which `other` broke a promise to what serves `who` or what `who` had
    given to, in order."""
    i, j = game.names.character(who), game.names.character(other)
    since = max(game.state.heir[i], game.state.heir[j])  # who comes in somebody's place was not there before
    found = []
    for number, record in enumerate(game.records, 1):
        if number < since:
            continue
        for p in (record.fact[j] == BROKEN).nonzero()[0].tolist():
            project = game.names.projects[p]
            gave = sum(game.table.rounds[number - 1].given.get(who, {}).get(project, ()))
            if gave or own_value(game.board, game.state, i, p) > 0:
                found.append((number, project))
    return found


def remembered(game: Game, who: str) -> Reason | None:
    """What a simulated character has to say of the whole session: the last word broken to it, that it still
    waits for or that hurt it where the project was built all the same; else its last reason. Of a person who
    plays alone it says first what they did: that they let it down, or that it came because of them."""
    owed = [
        (number, project, other)
        for other in game.names.characters
        if other != who
        for number, project in let_down(game, who, other)
    ]
    yours = [one for one in owed if one[2] == game.one]
    if game.one and not yours:
        thanks = (one for one in reversed(list(said(game))) if (one.who, one.other) == (who, game.one))
        came = next((one for one in thanks if one.reason in _BECAUSE_OF_SOMEBODY), None)
        if came is not None:
            return came
    owed = yours or owed
    if not owed:
        return next((one for one in reversed(list(said(game))) if one.who == who), None)
    number, project, other = max(owed, key=lambda one: one[0])
    built = game.state.done[game.names.project(project)] > 0
    return Reason(who, "wronged" if built else "waits", project, project, other, number)


def at_reveal(game: Game, record: Record, choices: Ints) -> tuple[Reason, ...]:
    """Why each simulated character chose what is being revealed; `game` is the one before."""
    found = []
    for who in game.simulated:
        i = game.names.character(who)
        pact_fact = int(record.pact_fact[i]) if len(record.pact_fact) else NONE
        about, why = why_chosen(game.board, game.state, i, record.fact[i], choices[i], pact_fact)
        project = game.names.projects[about] if about >= 0 else ""
        found.append(given(game, who, _asked_for(game, who, project, why), project))
    return tuple(found)


def _asked_for(game: Game, who: str, project: str, why: Why) -> Why:
    """The reason for giving, or that of having granted the request that it comes from."""
    if why.reason not in ("word", "interest", "commons", "friend", "tipped"):
        return why
    for answer in game.playing.answers:
        granted = answer.why is not None and answer.why.reason in _AT_A_REQUEST and any(answer.accepted)
        if granted and (answer.asked, answer.project) == (who, project):
            return Why("asked", why.project, game.names.character(answer.asker))
    return why
