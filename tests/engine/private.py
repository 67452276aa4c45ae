"""The small scenario with what is not said aloud: pacts, mandates, and somebody who leaves their seat."""

from functools import cache
from typing import Any

from engine.content.model import Scenario
from tests.engine import small

MANDATES = {
    "cy": {"text": "MANDATE-cy : rien pour le marché.", "nothing_to": "market", "brings": 3, "costs": 2},
    "bo": {"text": "MANDATE-bo : gardez deux jetons.", "keep": 2, "brings": 2},
}
LEAVES = {"after": 1, "says": "Son contrat finit."}


@cache
def _whole() -> dict[str, Any]:
    return small.scenario().model_dump(by_alias=True)


def scenario(mandates: Any = None, **fields: Any) -> Scenario:
    """The scenario; `fields` replace any of its own."""
    asked = MANDATES if mandates is None else mandates
    return Scenario.model_validate({**_whole(), "pacts": True, "mandates": asked, **fields})


def leaving(flags: Any = None, **leaves: Any) -> Scenario:
    """The scenario where Bo leaves after the first round, and Ed takes the seat."""
    whole = _whole()
    cast = [
        {**member, "leaves": {**LEAVES, **leaves}, "heir": "ed"} if member["character"] == "bo" else member
        for member in whole["cast"]
    ]
    ed = {**whole["characters"]["bo"], "id": "ed", "name": "Ed Dupont", "short": "Ed"}
    people = {**whole["characters"], "ed": ed}
    return scenario(cast=tuple(cast), characters=people, mandates={}, flags=flags or {})
