"""A ballot, as tables."""

from typing import NamedTuple

import numpy as np

from engine.content.model import COUNTED_BY, FAIR, GRADES, Scenario
from engine.fixed import Ints
from engine.rules.board.tables import ints
from engine.rules.board.types import Names


class Urn(NamedTuple):
    """The fields of a board that a ballot needs."""

    methods: Ints
    money: int
    ballot_people: int
    publics: Ints
    still: Ints
    fetched: Ints
    fetching: Ints
    opinion: Ints
    price: Ints
    voted: Ints
    voted_each: Ints
    felt_voted: Ints


def urn(scenario: Scenario, index: Names) -> Urn:
    """Those of a scenario; all empty where nothing is voted. What each feels of what is funded is for
    `weighed`."""
    ballot, n, many = scenario.ballot, len(index.characters), len(index.projects)
    nothing = ints([])
    if ballot is None:
        flat = nothing.reshape(0, 0)
        return Urn(
            nothing, 0, 0, nothing, nothing, nothing, nothing, flat, nothing,
            nothing.reshape(0, len(index.indicators)), nothing.reshape(n, 0), nothing.reshape(n, 0),
        )  # fmt: skip
    there = ballot.publics
    return Urn(
        methods=ints([COUNTED_BY.index(method) for method in dict.fromkeys(ballot.methods)]),
        money=ballot.money,
        ballot_people=ballot.people,
        publics=ints([public.voices for public in there]),
        still=ints([public.others for public in there]),
        fetched=ints([public.fetched for public in there]),
        fetching=ints([index.project(p.fetching) if p.others else -1 for p in there]),
        opinion=_opinions(scenario, index),
        price=ints([*(p.price or 0 for p in scenario.projects), *([0] * (many - len(scenario.projects)))]),
        voted=_voted(scenario, index),
        voted_each=_voted_each(scenario, index),
        felt_voted=np.zeros((n, many), dtype=np.int64),
    )


def _opinions(scenario: Scenario, index: Names) -> Ints:
    assert scenario.ballot is not None
    found = np.full((len(scenario.ballot.publics), len(index.projects)), FAIR, dtype=np.int64)
    for p, project in enumerate(scenario.projects):
        for k, public in enumerate(scenario.ballot.publics):
            if public.id in project.opinions:
                found[k, p] = GRADES.index(project.opinions[public.id])
    return found


def _voted(scenario: Scenario, index: Names) -> Ints:
    found = np.zeros((len(index.projects), len(index.indicators)), dtype=np.int64)
    for p, project in enumerate(scenario.projects):
        if project.price is not None and project.voted is not None:
            for key, points in project.voted.changes.items():
                found[p, index.indicator(key)] = points
    return found


def _voted_each(scenario: Scenario, index: Names) -> Ints:
    found = np.zeros((len(index.characters), len(index.projects)), dtype=np.int64)
    for p, project in enumerate(scenario.projects):
        if project.price is not None and project.voted is not None:
            for who, points in project.voted.personal.items():
                if who in index.characters:
                    found[index.character(who), p] = points
    return found
