"""The small scenario with a square under works: two halves and a ramp, and what makes them bearable."""

from typing import Any

from engine.content.model import Scenario
from engine.play.commands import Begin
from engine.session.session import Session
from tests.engine.driving import Ticker, go
from tests.engine.small import begin
from tests.engine.small import scenario as small

SITES = {
    "title": "La place vue d’en haut",
    "grounds": [
        {"id": "north", "title": "La moitié nord"},
        {"id": "south", "title": "La moitié sud"},
        {"id": "ramp", "title": "La rampe"},
    ],
    "together": {"common": -2},
}
WORKS = {
    "garden": {"ground": ["north"], "then": [{"means": 2}], "each": {"common": -3, "work": -2},
               "for": {"bo": -1}},
    "clinic": {"ground": ["south"], "then": [{"time": 1, "backing": 1}, {"means": 1}],
               "each": {"common": -2}},
    "market": {"ground": ["north", "south"], "then": [{"means": 1}], "each": {"common": -6}},
}  # fmt: skip
SOFTENS = {
    "bikes": {"works": ["garden"], "each": {"common": 1, "work": 1}},
    "feast": {"each": {"common": 1}},
}


def scenario(**fields: Any) -> Scenario:
    """The garden takes the north, the clinic the south in three phases, the market both; bikes soften the
    garden, the feast whatever is under way. One situation undoes a phase."""
    plain = small().model_dump(by_alias=True, exclude_unset=True)
    projects = [
        {
            **p,
            **({"works": WORKS[p["id"]]} if p["id"] in WORKS else {}),
            **({"softens": SOFTENS[p["id"]]} if p["id"] in SOFTENS else {}),
            "changes": {"common": 9, "health": 2} if p["id"] in WORKS else p["changes"],
        }
        for p in plain["projects"]
    ]
    undoes = {"effect": "site", "which": "all", "by": -1}
    situations = [{**plain["situations"][0], "effects": [undoes]}, *plain["situations"][1:]]
    whole = {**plain, "id": "square", "sites": SITES, "projects": projects, "situations": situations}
    return Scenario.model_validate({**whole, **fields})


def session(how: Begin | None = None, seed: int = 7, **fields: Any) -> Session:
    """A session of the square; Ana and Bo are held unless `how` says otherwise."""
    return Session.create(scenario(**fields), how or begin(duration="150"), seed, now=Ticker())


def to(phase: str, how: Begin | None = None, seed: int = 7, rounds: int = 0, **fields: Any) -> Session:
    """A session of the square that has come to a phase."""
    return go(session(how, seed, **fields), phase, "", rounds)
