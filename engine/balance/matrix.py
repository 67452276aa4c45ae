"""How differently two scenarios play: a profile of each, and how far they lie apart.

A distance is from 0 (the same) to 1: of sets, what they do not share; of a measure, its difference over what
a room would notice. Two are near where the mean of all of them is under NEAR.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

import numpy as np

from engine import demo, numbers
from engine.balance.games import Games, Play, play_here
from engine.content.model import Duration, Scenario
from engine.language import tr
from engine.play.table import RoundRecord

NEAR: Final = 0.2
SESSIONS: Final = 30
"""Sessions that play themselves, in which what people say is counted."""

_DEVICES: Final[Mapping[str, Callable[[Scenario], bool]]] = {
    "for": lambda s: any(card.personal for card in s.projects),
    "acts": lambda s: bool(s.acts),
    "when": lambda s: any(card.when for card in s.situations),
    "choose": lambda s: any(card.choose for card in s.situations),
    "later": lambda s: any(card.later or card.lapses for card in s.projects),
    "clocks": lambda s: bool(s.clocks),
    "hearing": lambda s: s.hearing is not None,
    "rumour": lambda s: any(card.rumour for card in s.situations),
    "pacts": lambda s: s.pacts,
    "mandates": lambda s: bool(s.mandates),
    "leaves": lambda s: any(member.leaves for member in s.cast),
    "from": lambda s: any(member.from_round > 1 for member in s.cast),
    "needs": lambda s: any(card.needs or card.opens for card in s.projects),
    "during": lambda s: any(card.during for card in s.projects),
    "flags": lambda s: bool(s.flags),
    "places": lambda s: bool(s.places),
    "overheard": lambda s: any(card.overheard for card in s.projects),
    "walker": lambda s: s.walker is not None,
    "timetable": lambda s: s.timetable is not None,
    "baton": lambda s: s.baton is not None,
    "groups": lambda s: s.groups is not None,
    "works": lambda s: any(card.works for card in s.projects),
    "corners": lambda s: s.corners is not None,
    "bridges": lambda s: any(len(card.corners) > 1 for card in s.projects),
    "agenda": lambda s: s.agenda is not None,
    "ballot": lambda s: s.ballot is not None,
    "fetched": lambda s: s.ballot is not None and bool(s.ballot.fetched),
    "submitted": lambda s: bool(s.submitted),
    "softens": lambda s: any(card.softens for card in s.projects),
}  # fmt: skip
"""The devices that a scenario may use, by the key that designers write."""

MEASURES: Final[Mapping[str, float]] = {
    "decisive": 0.15,
    "correlation": 0.25,
    "kept": 0.15,
    "promises": 0.4,
    "tokens": 0.8,
    "conditional": 0.15,
    "builders": 1.0,
    "rounds": 0.6,
    "undone": 0.15,
    "time": 0.2,
    "means": 0.2,
}
"""What is measured, and by how much two have to differ in it for a room to notice at once."""


class Profile(NamedTuple):
    """How a scenario plays at one duration: its phases and devices, by their keys, and its `measures`: share
    of rounds in which somebody alone decides (`decisive`), mean `correlation` of two gains, share of promises
    `kept`; of sessions that play themselves, `promises` a person and round, `tokens` and share of
    `conditional` ones among them, `builders` of a project that was completed and the `rounds` that it took,
    and what share of all costs is `time` and `means`."""

    slug: str
    phases: frozenset[str]
    devices: frozenset[str]
    measures: Mapping[str, float]


class Pair(NamedTuple):
    """Two scenarios: how far they lie apart in each thing, from 0 to 1, and in all (`far`)."""

    one: str
    other: str
    far: float
    parts: Mapping[str, float]

    @property
    def near(self) -> bool:
        return self.far < NEAR


def profile(
    scenario: Scenario, duration: Duration, games: int, play: Play = play_here, sessions: int = SESSIONS
) -> Profile:
    """The profile of a scenario, out of so many games as written and sessions that play themselves."""
    written = Games(scenario, duration, games, play).all("written")
    cost = np.array([list(card.cost) for card in scenario.projects], dtype=float).sum(axis=0)
    measures = {
        "decisive": written.decided,
        "correlation": float(written.correlations.mean()),
        "kept": written.kept,
        **_said(scenario, duration, sessions),
        "time": float(cost[0] / cost.sum()),
        "means": float(cost[1] / cost.sum()),
    }
    phases = demo.session(scenario, 0, duration).game.schedule.phases
    devices = frozenset(key for key, has in _DEVICES.items() if has(scenario))
    return Profile(scenario.id, frozenset(phases) - scenario.idle, devices, measures)


def _said(scenario: Scenario, duration: Duration, sessions: int) -> dict[str, float]:
    """What is said and built in sessions that play themselves."""
    promises, tokens, conditional, seats = 0, 0, 0, 0
    builders: list[int] = []
    rounds: list[int] = []
    undone = 0
    for seed in range(sessions):
        whole = demo.session(scenario, seed, duration)
        for _ in demo.moves(whole, voters=False):
            pass
        game = whole.game
        for n, record in enumerate(game.table.rounds):
            seats += len(game.names.characters)
            promises += len(record.promises)
            tokens += sum(sum(promise.tokens) for promise in record.promises)
            conditional += sum(promise.if_who is not None for promise in record.promises)
            for p in np.flatnonzero(game.records[n].completed).tolist():
                builders.append(int((game.records[n].builders[:, p] > 0).sum()))
                undone += int(any(len(r.put_out) and r.put_out[p] for r in game.records[n:]))
                rounds.append(_open_for(game.table.rounds[: n + 1], game.names.projects[p]))
    made = max(1, promises)
    return {
        "promises": promises / max(1, seats),
        "tokens": tokens / made,
        "conditional": conditional / made,
        "builders": float(np.mean(builders)) if builders else 0.0,
        "rounds": float(np.mean(rounds)) if rounds else 0.0,
        "undone": undone / max(1, len(rounds)),
    }


def _open_for(rounds: Sequence[RoundRecord], project: str) -> int:
    """For how many rounds up to the last a project had been open."""
    count = 0
    for record in reversed(rounds):
        if project not in record.open:
            break
        count += 1
    return count


def pair(one: Profile, other: Profile) -> Pair:
    """How far two profiles lie apart."""
    parts = {
        "phases": _apart(one.phases, other.phases),
        "devices": _apart(one.devices, other.devices),
        **{
            key: min(1.0, abs(one.measures[key] - other.measures[key]) / notable)
            for key, notable in MEASURES.items()
        },
    }
    return Pair(one.slug, other.slug, sum(parts.values()) / len(parts), parts)


def _apart(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of what two sets have together that only one of them has."""
    return len(one ^ other) / max(1, len(one | other))


def pairs(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Every pair, in the order of the scenarios."""
    for one, other in combinations(profiles, 2):
        yield pair(one, other)


def word(key: str) -> str:
    """What a part of a distance is, in words."""
    return {
        "phases": tr("étapes"),
        "devices": tr("ce qui mord"),
        "decisive": tr("tours où quelqu'un décide seul"),
        "correlation": tr("gains qui vont ensemble"),
        "kept": tr("promesses tenues"),
        "promises": tr("promesses par personne et par tour"),
        "tokens": tr("jetons par promesse"),
        "conditional": tr("promesses sous condition"),
        "builders": tr("mains par chantier fini"),
        "rounds": tr("tours par chantier fini"),
        "undone": tr("part des chantiers finis que d'autres défont"),
        "time": tr("part du temps dans les coûts"),
        "means": tr("part des moyens dans les coûts"),
    }[key]


def shared(scenarios: Sequence[Scenario]) -> Duration:
    """The longest duration that all of them have, counted in rounds; ValueError where there is none."""
    here = set.intersection(*(set(scenario.durations) for scenario in scenarios))
    if not here:
        raise ValueError("these scenarios have no duration in common")
    return max(here, key=lambda duration: numbers.ROUNDS[duration])
