"""The small scenario with a ballot: some of its projects are ideas that have to be voted."""

from typing import Any

from engine.content.model import Scenario
from engine.play.commands import Begin
from engine.session.session import Session
from tests.engine.driving import Ticker, go
from tests.engine.small import begin
from tests.engine.small import scenario as small

BALLOT = {
    "title": "Le budget",
    "money": 60,
    "people": 2,
    "publics": [
        {"id": "regulars", "title": "Les habitués", "voices": 20},
        {"id": "parents", "title": "Les parents", "voices": 16, "others": 8, "fetched": 8,
         "fetch": "Attendre à la grille de l’école", "short": "pour les parents",
         "text": "À 16 h 30, devant la grille. Les habitués trouvent que c’est du racolage."},
        {"id": "night", "title": "Ceux de nuit", "voices": 4, "others": 12, "fetched": 6, "brings": 3,
         "fetch": "Attendre la sortie de 5 h", "short": "pour ceux de 5 h",
         "text": "À 5 h, au dépôt. Personne ne paie ces heures-là."},
    ],
}  # fmt: skip
IDEAS: dict[str, dict[str, Any]] = {
    "garden": {
        "price": 30, "opinions": {"regulars": "very-good", "parents": "good", "night": "poor"},
        "voted": {"changes": {"health": 4}, "for": {"di": -2}},
    },
    "clinic": {
        "price": 40, "opinions": {"regulars": "reject", "parents": "fair", "night": "very-good"},
        "voted": {"changes": {"common": 4, "work": 2}, "for": {"bo": -3}},
    },
    "market": {
        "price": 20, "opinions": {"regulars": "good", "parents": "poor", "night": "good"},
        "voted": {"changes": {"work": 5}},
    },
    "bikes": {"price": 25, "opinions": {"parents": "very-good"}, "voted": {"changes": {"health": 3}}},
}  # fmt: skip
PHASES = (
    "situation", "choose", "negotiation", "hearing", "forecast", "choice", "ballot", "reveal", "debate",
)  # fmt: skip


def scenario(**fields: Any) -> Scenario:
    """Garden, clinic, market and bikes are ideas; desk and feast act at once. One situation makes parents
    come."""
    plain = small().model_dump(by_alias=True, exclude_unset=True)
    projects = [{**p, **IDEAS.get(p["id"], {})} for p in plain["projects"]]
    come = {"effect": "voices", "public": "parents", "by": 4}
    situations = [{**plain["situations"][0], "effects": [come]}, *plain["situations"][1:]]
    whole = {**plain, "id": "urn", "ballot": BALLOT, "projects": projects, "situations": situations}
    return Scenario.model_validate({**whole, "phases": PHASES, **fields})


def begun(**fields: Any) -> Scenario:
    """The same, where others have submitted bikes: it asks for nothing."""
    there = {**BALLOT, "submitted": ["bikes"]}
    free = [
        {**p, "cost": {}, "changes": {}} if p["id"] == "bikes" else p
        for p in scenario().model_dump(by_alias=True, exclude_unset=True)["projects"]
    ]
    return scenario(**{"ballot": there, "projects": free, **fields})


def session(how: Begin | None = None, seed: int = 7, **fields: Any) -> Session:
    """A session with a ballot; Ana and Bo are held unless `how` says otherwise."""
    return Session.create(scenario(**fields), how or begin(duration="150"), seed, now=Ticker())


def to(
    phase: str, how: Begin | None = None, step: str = "", seed: int = 7, rounds: int = 0, **fields: Any
) -> Session:
    """A session with a ballot that has come to a phase."""
    return go(session(how, seed, **fields), phase, step, rounds)
