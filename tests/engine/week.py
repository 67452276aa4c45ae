"""The small scenario with a week of two rooms to share, and a key that passes from hand to hand."""

from typing import Any

from engine.content.model import Scenario
from engine.play.commands import Begin
from engine.session.session import Session
from tests.engine.driving import Ticker, go
from tests.engine.small import begin
from tests.engine.small import scenario as small

OCCUPIES = {
    "garden": ["hall.day"], "market": ["hall.day", "hall.night"], "feast": ["hall.night"],
    "clinic": ["back.day"],
}  # fmt: skip
"""The market wants what the garden and the feast want; the clinic has its room for itself."""


def scenario(**fields: Any) -> Scenario:
    """The desk and the bikes take no room; Ana has the key at first, and the rain leaks on whoever has it."""
    plain = small().model_dump(by_alias=True, exclude_unset=True)
    rooms = [{"id": "hall", "title": "La salle"}, {"id": "back", "title": "Le fond"}]
    times = [{"id": "day", "title": "Le jour"}, {"id": "night", "title": "Le soir"}]
    week = {
        "timetable": {
            "title": "La semaine", "rooms": rooms, "times": times,
            "kept": [{"hours": ["back.night"], "why": "On dort"}],
        },
        "baton": {"title": "La clé", "the": "la clé", "pictogram": "key", "starts": "ana", "worth": 1},
    }  # fmt: skip
    projects = [{**p, "occupies": OCCUPIES.get(p["id"], [])} for p in plain["projects"]]
    return Scenario.model_validate({**plain, "id": "week", **week, "projects": projects, **fields})


def session(how: Begin | None = None, seed: int = 7, **fields: Any) -> Session:
    """A session of the week; Ana and Bo are held unless `how` says otherwise."""
    return Session.create(scenario(**fields), how or begin(duration="150"), seed, now=Ticker())


def to(phase: str, how: Begin | None = None, seed: int = 7, rounds: int = 0, **fields: Any) -> Session:
    """A session of the week that has come to a phase."""
    return go(session(how, seed, **fields), phase, "", rounds)
