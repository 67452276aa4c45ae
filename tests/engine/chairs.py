"""The small scenario with an agenda: five projects lie on the table, and a round has time for three."""

from typing import Any

from engine.content.model import Scenario
from engine.play.commands import Begin, Volunteer
from engine.session.session import Session
from tests.engine.driving import Ticker, go
from tests.engine.small import begin
from tests.engine.small import scenario as small

AGENDA = {"title": "L’ordre du jour", "treats": 3}
PHASES = (
    "situation", "choose", "agenda", "negotiation", "hearing", "forecast", "choice", "reveal", "debate",
)  # fmt: skip
PUT_OFF = {
    "id": "on-put-off",
    "about": "put-off",
    "question": "{name} : {project} ?",
    "statement": "C'est juste.",
}
EVERYBODY = begin(duration="150", seats=dict.fromkeys(("ana", "bo", "cy", "di"), "held"))
"""All four are held."""


def scenario(**fields: Any) -> Scenario:
    """Two of five projects have to wait each round; there is a debate about it."""
    plain = small().model_dump(by_alias=True, exclude_unset=True)
    whole = {**plain, "id": "chairs", "agenda": AGENDA, "parameters": {"slots": 5}}
    whole |= {"phases": PHASES, "debates": [*plain["debates"], PUT_OFF]}
    return Scenario.model_validate({**whole, **fields})


def session(how: Begin | None = None, seed: int = 7, **fields: Any) -> Session:
    """A session with an agenda; Ana and Bo are held unless `how` says otherwise."""
    return Session.create(scenario(**fields), how or begin(duration="150"), seed, now=Ticker())


def to(
    phase: str, how: Begin | None = None, step: str = "", seed: int = 7, rounds: int = 0, **fields: Any
) -> Session:
    """A session with an agenda that has come to a phase."""
    return go(session(how, seed, **fields), phase, step, rounds)


def in_the_chair(who: str, phase: str = "agenda", step: str = "list", **fields: Any) -> Session:
    """A session in which everybody is held and only one of them volunteers: who thus chairs, come to a phase
    from there."""
    everybody = begin(duration="150", seats=dict.fromkeys(small().characters, "held"))
    whole = to("agenda", everybody, "chair", **fields)
    whole.do(Volunteer(who=who))
    return go(whole, phase, step)


def late(who: str) -> dict[str, object]:
    """One of the cast comes in the second round."""
    cast = scenario().model_dump(by_alias=True, exclude_unset=True)["cast"]
    return {"cast": [{**one, "from": 2} if one["character"] == who else one for one in cast]}
