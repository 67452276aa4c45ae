"""The small scenario in corners: Ana's and Di's, Bo goes between them, Cy is a guest."""

from typing import Any

from engine.content.model import Scenario
from engine.play.commands import Begin
from engine.session.session import Session
from tests.engine.driving import Ticker, go
from tests.engine.small import begin
from tests.engine.small import scenario as small

SAYS = [
    {
        "text": "On veut un banc devant le 14, avant juin.",
        "arranged": "Les habitants souhaitent du mobilier.",
    },
    {"text": "Le bus passe plein à 7 h 10.", "arranged": "La desserte du matin est à renforcer."},
]
CORNERS = {
    "title": "Les deux tables",
    "noun": "tables",
    "scribe": "bo",
    "guests": ["cy"],
    "strips": {"words": 25, "faithful": 2, "disowned": -3, "arranged": {"work": 2}},
    "these": [
        {"id": "hill", "title": "La Butte", "at": "à la Butte", "member": "ana", "says": SAYS},
        {"id": "dale", "title": "Le Vallon", "at": "au Vallon", "member": "di", "says": SAYS[::-1]},
    ],
}
WHERE = {"garden": ["hill"], "bikes": ["hill"], "clinic": ["dale"], "feast": ["hill", "dale"]}
PHASES = ("situation", "choose", "negotiation", "hearing", "strips", "choice", "reveal", "debate")


def scenario(**fields: Any) -> Scenario:
    """Garden and bikes are the hill's, the clinic the dale's, the feast joins them; market and desk are for
    everybody. One situation undoes what the hill was recognised for."""
    plain = small().model_dump(by_alias=True, exclude_unset=True)
    projects = [{**p, "corners": WHERE.get(p["id"], [])} for p in plain["projects"]]
    undoes = {"effect": "seal", "of": "hill"}
    situations = [{**plain["situations"][0], "effects": [undoes]}, *plain["situations"][1:]]
    whole = {**plain, "id": "corner", "corners": CORNERS, "projects": projects, "situations": situations}
    whole |= {"phases": PHASES, "parameters": {"slots": 2}}
    return Scenario.model_validate({**whole, **fields})


def session(how: Begin | None = None, seed: int = 7, **fields: Any) -> Session:
    """A session in corners; Ana and Bo are held unless `how` says otherwise."""
    return Session.create(scenario(**fields), how or begin(duration="150"), seed, now=Ticker())


def to(
    phase: str, how: Begin | None = None, step: str = "", seed: int = 7, rounds: int = 0, **fields: Any
) -> Session:
    """A session in corners that has come to a phase."""
    return go(session(how, seed, **fields), phase, step, rounds)
