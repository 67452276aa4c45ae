"""The small scenario with five groups that live, sleep, and learn to do without help."""

from typing import Any

from engine.content.model import Scenario
from engine.play.commands import Begin
from engine.session.session import Session
from tests.engine.driving import Ticker, go
from tests.engine.small import begin
from tests.engine.small import scenario as small

GROUPS = (
    {"id": "hall", "title": "La Halle", "at": "à la Halle", "life": 1, "autonomy": 2, "member": "di"},
    {"id": "quay", "title": "Le Quai", "at": "au Quai", "life": 3, "autonomy": 1},
    {"id": "mill", "title": "Le Moulin", "at": "au Moulin", "life": 2, "autonomy": 3},
    {"id": "lock", "title": "L’Écluse", "at": "à l’Écluse", "autonomy": 1},
    {"id": "meadow", "title": "Le Pré", "at": "au Pré", "people": 4},
)
EFFECTS = {
    "garden": [{"group": "quay", "autonomy": 2}], "clinic": [{"group": "lock", "life": 2, "autonomy": 1}],
    "market": [{"group": "mill", "life": -4}], "desk": [{"group": "awake", "life": 1}],
    "bikes": [{"group": "hall", "autonomy": 1}], "feast": [{"group": "all", "autonomy": 1}],
}  # fmt: skip
"""What each project does to them; the common good is nothing else."""


def scenario(**fields: Any) -> Scenario:
    """Two sleep; Bo has an interest in how many are awake; Di belongs to the Hall."""
    plain = small().model_dump(by_alias=True, exclude_unset=True)
    groups = {
        "title": "Les cinq ateliers", "noun": "ateliers", "points": 3, "counts": {"bo": 2},
        "asleep": {"of": "all", "in": "institutions", "by": -0.1}, "these": GROUPS,
    }  # fmt: skip
    projects = [
        {
            **p,
            "changes": {key: by for key, by in p["changes"].items() if key != "common"} or {"health": 1},
            "effects": [{"effect": "group", **effect} for effect in EFFECTS[p["id"]]],
        }
        for p in plain["projects"]
    ]
    weakens = {"effect": "group", "group": "awake", "life": -1}
    situations = [{**plain["situations"][0], "effects": [weakens]}, *plain["situations"][1:]]
    indicators = {**plain["indicators"], "common": {**plain["indicators"]["common"], "start": 18}}
    whole = {
        **plain, "id": "councils", "groups": groups, "projects": projects, "situations": situations,
        "indicators": indicators, "decay": {"each": -1},
    }  # fmt: skip
    return Scenario.model_validate({**whole, **fields})


def session(how: Begin | None = None, seed: int = 7, **fields: Any) -> Session:
    """A session of the groups; Ana and Bo are held unless `how` says otherwise."""
    return Session.create(scenario(**fields), how or begin(duration="150"), seed, now=Ticker())


def to(phase: str, how: Begin | None = None, seed: int = 7, rounds: int = 0, **fields: Any) -> Session:
    """A session of the groups that has come to a phase."""
    return go(session(how, seed, **fields), phase, "", rounds)
