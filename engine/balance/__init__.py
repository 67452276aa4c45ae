"""What a good scenario shows, measured: each target for each duration, and who, which and why.

`report` yields a row for each. A target has a key, the same in every language, so that a program can follow
it (`as_data`); `levers` tries what would bring a missed one nearer.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from engine.balance.games import LONE, SEED, Gains, Games, Play, StoppedError, gains, play_here, worst_half
from engine.balance.lacks import lacks
from engine.balance.levers import GAMES, Lever, levers
from engine.balance.matrix import NEAR, Pair, Profile, pairs, profile, shared
from engine.balance.rows import Row
from engine.balance.since import Since, since
from engine.balance.since import measured as remembered
from engine.balance.targets import SESSIONS, TARGETS, debates, measured
from engine.balance.votes import Votes, votes
from engine.balance.votes import lines as votes_told
from engine.content.model import Duration, Scenario

__all__ = [
    "GAMES",
    "LONE",
    "NEAR",
    "SEED",
    "SESSIONS",
    "TARGETS",
    "Gains",
    "Games",
    "Lever",
    "Pair",
    "Play",
    "Profile",
    "Row",
    "Since",
    "StoppedError",
    "Votes",
    "as_data",
    "debates",
    "gains",
    "lacks",
    "levers",
    "measure",
    "pairs",
    "profile",
    "remembered",
    "report",
    "shared",
    "since",
    "votes",
    "votes_told",
    "worst_half",
]


def report(
    scenario: Scenario,
    games: int,
    play: Play | None = None,
    durations: Sequence[Duration] = (),
    sessions: int = SESSIONS,
) -> Iterator[Row]:
    """Every target for every duration of the scenario (or those named), as they are measured.

    `games` are played for each measure (a tenth for each way of halving the cast, then all of them for the
    worst), and `sessions` whole sessions at most, for what is debated. `play(board, how, games)` can be
    replaced, to play elsewhere or in another way.
    """
    for duration in durations or scenario.durations:
        yield from measure(scenario, duration, games, play or play_here, sessions)


def measure(
    scenario: Scenario, duration: Duration, games: int, play: Play = play_here, sessions: int = SESSIONS
) -> Iterator[Row]:
    """Every target for one duration, each as soon as it is measured."""
    yield from measured(Games(scenario, duration, games, play), min(games, sessions))


def as_data(
    rows: Sequence[Row],
    levers: Mapping[Duration, Sequence[Lever]] | None = None,
    changed: Mapping[Duration, Since] | None = None,
    voted: Mapping[Duration, Votes] | None = None,
) -> dict[str, Any]:
    """The same for a program: `durations.<duration>.<key>`, shares of one; `missed` names the targets that do
    not hold, `levers` what was tried to hold them, `since` what moved since the last run where there is one,
    `votes` what a ballot came to where there is one.
    """
    found: dict[str, Any] = {}
    for row in rows:
        here = found.setdefault(row.duration, {"missed": [], "named": {}, "margins": {}, "levers": {}})
        here[row.key] = row.value
        if row.named:
            here["named"][row.key] = list(row.named)
        if row.sure:
            here["margins"][row.key] = row.sure
        if not row.met:
            here["missed"].append(row.key)
    for duration, tried in (levers or {}).items():
        for lever in tried:
            found[duration]["levers"].setdefault(lever.key, []).append(lever.as_data())
    for duration, moved in (changed or {}).items():
        found[duration]["since"] = moved.as_data()
    for duration, counted in (voted or {}).items():
        found[duration]["votes"] = counted.as_data()
    return {"durations": found}
