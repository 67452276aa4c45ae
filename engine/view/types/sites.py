"""Works that are built in phases, and the ground that they take: all of it is public."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from engine.play.legal import TokenCount
from engine.telling.vocabulary import Change

What = Literal["up", "on", "stalled", "down"]
"""What became of works at a reveal: their hoarding went up; another phase was paid; none was; it fell."""


class FeltView(NamedTuple):
    """What works bring or cost somebody by name each round, in points and in words."""

    who: str
    points: int
    words: str


@dataclass(frozen=True, slots=True)
class WorksView:
    """What makes a project a site: its `phases` in all, how many are paid (`phase`), how many are `left`,
    this one included; whether its hoarding is `standing`. `each`: what each round does while it stands,
    softened by what is built (`softened`: titles), in words (`each_said`); `felt`: what it does to some by
    name. `next`: what the phases after the present one cost. `ground`: ids, and in words. `said`: how far it
    is, in words."""

    phases: int
    phase: int
    standing: bool
    left: int
    each: tuple[Change, ...]
    each_said: str
    felt: tuple[FeltView, ...]
    next: tuple[TokenCount, ...]
    ground: tuple[str, ...]
    ground_said: str
    softened: tuple[str, ...]
    said: str
    too_late: bool = False
    """Whether too few rounds are left to finish it."""


@dataclass(frozen=True, slots=True)
class SoftensView:
    """What accompanies works: the titles of those that it softens (`all` of them: none named), what it adds
    at each round for each hoarding, in a sentence."""

    works: tuple[str, ...]
    all: bool
    each: tuple[Change, ...]
    said: str


class GroundView(NamedTuple):
    """A part of the ground: as it was (`old`), behind a hoarding (`site`), or `new`. Of the latter two, the
    project that took it: its id and its title (`name`); of a site, how many phases are left, and what it does
    each round."""

    id: str
    title: str
    state: Literal["old", "site", "new"]
    project: str
    name: str
    pictogram: str
    left: int
    each: tuple[Change, ...]
    said: str


@dataclass(frozen=True, slots=True)
class WorksTold:
    """Works whose hoarding went up in a session, once it is over: for how many reveals it stood (`rounds`),
    how many phases were `left` at the end (0: it fell), what it did to the gauges in all those (`cost`), and
    what came when it fell (`brought`)."""

    project: str
    title: str
    pictogram: str
    ground_said: str
    rounds: int
    left: int
    cost: tuple[Change, ...]
    brought: tuple[Change, ...]
    said: str


@dataclass(frozen=True, slots=True)
class SitesView:
    """The ground from above. `standing`: how many hoardings stand, in words (`standing_said`); `together`:
    what each beyond the first does besides; `nuisance`: what all of them do this round if nothing is done,
    both in words too ("" where nothing). Once the session is over, `told`: what became of the works, and
    `cost`: what all the hoardings did in all its rounds."""

    title: str
    grounds: tuple[GroundView, ...]
    standing: int
    standing_said: str
    together: tuple[Change, ...]
    together_said: str
    nuisance: tuple[Change, ...]
    nuisance_said: str
    told: tuple[WorksTold, ...] = ()
    cost: tuple[Change, ...] = ()


class SiteMove(NamedTuple):
    """What a reveal did to works, in a sentence; `left`: phases still to be paid."""

    project: str
    title: str
    what: What
    left: int
    said: str
