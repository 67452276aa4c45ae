"""The small scenario with three councils: one that may ask, one that nobody belongs to, one that sleeps."""

from typing import Any

from engine.content.model import Scenario
from engine.play.commands import Begin
from engine.session.session import Session
from tests.engine.driving import Ticker, go
from tests.engine.small import begin
from tests.engine.small import scenario as small

ALL_HELD = begin(duration="150", seats=dict.fromkeys(("ana", "bo", "cy", "di"), "held"))
HALL, DOCKS, BARN = "helping-hall", "helping-docks", "helping-barn"
_THESE = [
    {"id": "hall", "title": "La Halle", "at": "à la Halle", "life": 1, "autonomy": 2, "member": "ana"},
    {"id": "docks", "title": "Les Quais", "at": "aux Quais", "life": 2, "autonomy": 1},
    {"id": "barn", "title": "La Grange", "at": "à la Grange"},
]
_TOUCHES: dict[str, list[dict[str, object]]] = {
    "garden": [{"group": "hall", "autonomy": 1}], "desk": [{"group": "barn", "life": 2, "autonomy": 1}],
    "feast": [{"group": "awake", "life": 1}], "bikes": [{"group": "all", "life": 1, "autonomy": -1}],
}  # fmt: skip
"""What projects do to them."""


def scenario(**fields: Any) -> Scenario:
    """Ana belongs to the hall's; Bo gains by how many are awake. Rain keeps people away from the docks."""
    plain = small().model_dump(by_alias=True, exclude_unset=True)
    groups = {
        "title": "Les trois conseils", "noun": "conseils", "points": 3, "counts": {"bo": 1},
        "asleep": {"of": "all", "in": "institutions", "by": -0.05}, "these": _THESE,
    }  # fmt: skip
    indicators = {**plain["indicators"], "common": {**plain["indicators"]["common"], "start": 9}}
    rain = {**plain["situations"][0], "effects": [{"effect": "group", "group": "docks", "life": -1}]}
    whole = {
        **plain, "id": "councils", "groups": groups, "indicators": indicators, "decay": {"each": -1},
        "projects": [_project(one) for one in plain["projects"]],
        "situations": [rain, *plain["situations"][1:]],
    }  # fmt: skip
    return Scenario.model_validate({**whole, **fields})


def _project(written: dict[str, Any]) -> dict[str, Any]:
    """Its common good by groups alone."""
    changes = {key: by for key, by in written["changes"].items() if key != "common"}
    effects = [{"effect": "group", **touch} for touch in _TOUCHES.get(written["id"], [])]
    return {**written, "changes": changes or {"work": 1}, "effects": effects}


def session(how: Begin | None = None, seed: int = 7, **fields: Any) -> Session:
    """A session with the councils; all four are held unless `how` says otherwise."""
    return Session.create(scenario(**fields), how or ALL_HELD, seed, now=Ticker())


def to(phase: str, how: Begin | None = None, seed: int = 7, rounds: int = 0, **fields: Any) -> Session:
    """A session with the councils that has come to a phase."""
    return go(session(how, seed, **fields), phase, "", rounds)
