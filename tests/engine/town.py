"""The small scenario in a town too large to be everywhere: three places, three needs, and Ana who walks."""

from typing import Any

from engine.content.model import Scenario
from engine.play.commands import Begin
from engine.session.session import Session
from tests.engine.driving import Ticker, go
from tests.engine.small import begin
from tests.engine.small import scenario as small

NEEDS: dict[str, dict[str, Any]] = {
    "bench": {"where": "mill", "cost": {"time": 1, "means": 1}, "changes": {"common": 4}},
    "lamp": {"where": "hill", "cost": {"time": 1, "means": 1, "backing": 1}, "changes": {"common": 5}},
    "peace": {
        "where": "dock", "cost": {}, "changes": {},
        "effects": ({"effect": "trust", "of": "inhabitants", "in": "institutions", "by": 0.1},),
    },
}  # fmt: skip
"""Those who need peace need nothing that others could build."""
PLACES = ("mill", "hill", "dock")


def scenario(**fields: Any) -> Scenario:
    """It has no more ordinary projects at a time than the others have; Ana is an inhabitant, as Di is."""
    plain = small().model_dump(by_alias=True, exclude_unset=True)
    there = {"garden": "mill", "market": "hill"}
    projects = [{**p, **({"where": there[p["id"]]} if p["id"] in there else {})} for p in plain["projects"]]
    projects += [_need(key) for key in NEEDS]
    places = [{"id": id_, "title": f"Le {id_}", "at": f"au {id_}"} for id_ in PLACES]
    town = {"id": "town", "places": places, "walker": "ana", "face_down": 3, "projects": projects}
    return Scenario.model_validate({**plain, **town, **fields})


def _need(key: str) -> dict[str, Any]:
    return {
        "id": key, "title": f"Besoin {key}", "short": f"le {key}", "text": f"Texte de {key}",
        "pictogram": "tree", "rung": "initiative", "overheard": f"On entend {key}.", **NEEDS[key],
    }  # fmt: skip


def session(how: Begin | None = None, seed: int = 7, **fields: Any) -> Session:
    """A session in the town; Ana and Bo are held unless `how` says otherwise."""
    return Session.create(scenario(**fields), how or begin(duration="150"), seed, now=Ticker())


def to(phase: str, how: Begin | None = None, seed: int = 7, rounds: int = 0, **fields: Any) -> Session:
    """A session in the town that has come to a phase."""
    return go(session(how, seed, **fields), phase, "", rounds)
